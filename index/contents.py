"""A verb of saying in a parsed sentence -> the words of what is said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from index import cues, people, verbs
from index.grammar import (
    QUOTE,
    child_of,
    children_of,
    goes_on_from,
    is_afterthought,
    is_as,
    is_aside,
    is_finite,
    root_of,
    start_of_next,
)
from index.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def said_by(verb: Token) -> list[Token]:
    """The words of what an active verb says; empty when the verb claims nothing here."""
    word = lemma(verb.text)
    particle = child_of(verb, "prt")
    if particle is not None and (word, particle.lower_) in verbs.PHRASAL:
        return said_by_phrasal(verb)
    if (particle is not None and child_of(verb, "ccomp") is None) or is_silence(verb, word):
        return []  # "called it off", "declined to comment"
    if word == "slip" and verb.head.lower_ in ("let", "lets", "letting"):
        return words_of(children_of(verb, "ccomp"))
    if word in QUOTE and any(is_as(c) for c in verb.children):
        return []  # "quoted X as saying": the claim is X's
    if word in verbs.SPEECH | verbs.ATTITUDE:
        whole = said_of_what(verb) or said_after_that(verb) or short_answer(verb, word)
        if whole:
            return whole
    return made_clear(verb) if word == "make" else said_before_point(verb) or said_in_clauses(verb, word)


def short_answer(verb: Token, word: str) -> list[Token]:
    """What is said by "thinks otherwise" and "said no"."""
    if verb.i + 1 == len(verb.doc):
        return []
    so = next((c for c in children_of(verb, "advmod") if c.lower_ == "so" and c.i < verb.i), None)
    if so is not None and so.i > 0 and so.nbor(-1).lower_ == "not":
        return [so.nbor(-1), so]  # "Not so, says the union"
    if so is not None and so.i > 1 and so.nbor(-1).lower_ == "or":
        return list(verb.doc[: so.i - 1])  # "The bank is for sale, or so he thinks"
    so = verb.nbor()
    if so.lower_ == "otherwise" and so.head == verb:
        return [so]
    is_answer = so.lower_ in ("so", "otherwise", "not", "yes", "no") and so.dep_ in ("advmod", "intj", "neg")
    is_answer = is_answer and word in ("say", "think", "believe", "hope")
    return [so] if is_answer and so.head == verb and child_of(verb, "ccomp") is None else []


def said_of_what(verb: Token) -> list[Token]:
    """What something is by "what X says is …" and "what X believes to be …"."""
    subjects = children_of(verb, "nsubj")
    subject = subjects[-1] if subjects else None
    if subject is None or subject.left_edge.i == 0 or verb.doc[subject.left_edge.i - 1].lower_ != "what":
        return []
    after = verb.doc[verb.i + 1 : verb.i + 3].text.lower()
    if not after.startswith(("is ", "was ", "are ", "were ", "to be", "is", "was")):
        return []
    be = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if lemma(t.text) == "be"), None)
    things = children_of(be, "attr", "acomp", "prep") if be is not None else []
    return words_of(c for c in things if c.i > verb.i)


def said_in_clauses(verb: Token, word: str) -> list[Token]:
    """What is said in the clauses and objects of a verb of this word, or in the words around it."""
    clauses = clauses_of(verb, word)
    if clauses and word in verbs.ADDRESSEE:
        return words_of(clauses)
    around = spoken_around(verb) if word in verbs.SPEECH and not clauses else []
    return around or words_of([*clauses, *objects_said(verb, word)])


def clauses_of(verb: Token, word: str) -> list[Token]:
    """The clauses and infinitives that a verb of this word claims."""
    found = [c for c in children_of(verb, "ccomp") if not is_apart(c, verb) and not is_open(c, verb, word)]
    if not found:
        found = [c for c in children_of(verb, "advcl") if c.i > verb.i and is_that_clause(c)]
    after = [c for c in found if c.i > verb.i]
    if after and word not in verbs.SPEECH:
        found = after  # "I ran on, they must think I am mad"
    if word not in verbs.SPEECH | verbs.ATTITUDE:
        found = []
    infinitives = children_of(verb, "xcomp")
    if word in verbs.OBJECT:
        # "denied shelling the village", "denied having met them"
        found = found + [c for c in infinitives if c.tag_ == "VBG" or c.left_edge.tag_ == "VBG"]
    if word in verbs.INFINITIVE:
        # "declined to say whether" is one cue, and the claim is what follows it.
        return found + [c for c in infinitives if lemma(c.text) not in verbs.SPEECH or not said_by(c)]
    tells = word in verbs.ADDRESSEE and child_of(verb, "dobj") is not None
    return found + infinitives if tells else found


def is_that_clause(clause: Token) -> bool:
    """Whether "that" leads a clause."""
    mark = child_of(clause, "mark")
    return mark is not None and mark.lower_ == "that"


def is_apart(clause: Token, verb: Token) -> bool:
    """Whether a mark parts a clause from its verb: "A said Y; B said Z", "A told a tale: B said Z"."""
    if clause.i < verb.i:
        return any(t.text == ";" for t in verb.doc[clause.i : verb.i])
    if lemma(clause.text) not in verbs.SPEECH:
        return False
    before = [t.text for t in verb.doc[max(clause.left_edge.i - 2, 0) : clause.left_edge.i]]
    is_anothers = before in ([",", "and"], [",", "but"], [",", "while"]) and child_of(clause, "nsubj") is not None
    return is_anothers or any(t.text == ":" for t in verb.doc[verb.i + 2 : clause.i])


def is_open(clause: Token, verb: Token, word: str) -> bool:
    """Whether a clause leaves open what is so: "will decide who governs", "would not say what it costs"."""
    asks = clause.left_edge.tag_ in ("WP", "WRB", "WDT", "WP$") or clause.left_edge.lower_ in ("whether", "if")
    if clause.left_edge.tag_ == "IN" and clause.left_edge.i + 1 < clause.i:
        asks = asks or clause.left_edge.nbor().tag_ in ("WP", "WDT")  # "from whom"
    return asks and word not in verbs.QUESTIONS and (word not in verbs.SPEECH or word == "find" or is_denied(verb))


def is_denied(verb: Token) -> bool:
    """Whether somebody does not do, or refuses to do, what a verb says."""
    subject = child_of(verb, "nsubj")
    refusing = verb.dep_ == "xcomp" and verb.head.lower_ in ("declined", "declines", "refused", "refuses", "refusing")
    return refusing or child_of(verb, "neg") is not None or (subject is not None and subject.lower_ == "neither")


def is_silence(verb: Token, word: str) -> bool:
    """Whether a verb tells that somebody keeps silent: "would not comment on that", "declined to say which"."""
    if word not in verbs.DISCLOSING or not is_denied(verb):
        return False
    clause = child_of(verb, "ccomp")
    if clause is not None:
        return is_open(clause, verb, word)
    return verb.dep_ == "xcomp" or word in ("comment", "elaborate")


def said_before_point(verb: Token) -> list[Token]:
    """The words of the sentence that is called a fact, a claim or the like after it: "…, a fact both acknowledge"."""
    noun = verb.head
    is_point = verb.dep_ == "relcl" and lemma(noun.text) in cues.POINTS and noun.dep_ in ("npadvmod", "appos")
    if not is_point or child_of(verb, "dobj") is not None or noun.left_edge.i < 4:
        return []
    return [t for t in root_of(verb).subtree if not noun.left_edge.i <= t.i <= noun.right_edge.i]


def objects_said(verb: Token, word: str) -> list[Token]:
    """The object of a verb of this word with what is said of it, and what a preposition leads to."""
    found: list[Token] = []
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if len(after) == 2 and after[0].lower_ in ("that", "this", "it") and after[1].text in (":", ";"):
        return [after[0]] if word in verbs.OBJECT else []  # "disputed that: the mayor …"
    if word in verbs.OBJECT or (word in verbs.OBJECT_AS and any(is_as(c) for c in verb.children)):
        found = object_and_more(verb)
    if word == "put" and (thing := child_of(verb, "dobj")) is not None and thing.lower_ == "it":
        return children_of(verb, "ccomp")  # "put it to us that"
    if word == "put" and any(c.lower_ == "at" for c in verb.children):
        found = [c for c in verb.children if c.dep_ == "dobj" or c.lower_ == "at"]  # "put the toll at nine"
    blame = child_of(verb, "dobj")
    if word in verbs.BLAMING and blame is not None and blame.lower_ in ("blame", "responsibility", "fault", "guilt"):
        found = [c for c in verb.children if c.dep_ == "dobj" or c.lower_ in ("on", "with", "at", "upon")]
    if word == "charge" and blame is not None and any(c.lower_ == "with" for c in verb.children):
        found = [blame, *(c for c in children_of(verb, "prep") if c.lower_ == "with")]
    if word == "maintain" and blame is not None and blame.lower_ == "innocence":
        found = [blame]
    reach = verbs.PREPOSITIONS.get(word, ())
    near = children_of(verb, "prep")
    if word == "tell":
        near += [c for heard in children_of(verb, "dobj") for c in children_of(heard, "prep")]
    if word == "speak" and any(c.lower_ == "on" and "condition" in [p.lower_ for p in c.children] for c in near):
        return []  # "speaking on condition of anonymity"
    subject = child_of(verb, "nsubj")
    if not found and word in verbs.SHOWING and subject is not None and lemma(subject.text) in cues.UTTERANCES:
        found = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "prep", "oprd", "advcl", "ccomp")]
    if not found and word in ("find", "believe", "judge"):  # "found the depot to be too hot"
        found = [c for c in children_of(verb, "dobj") if any(d.lower_ == "be" for d in children_of(c, "acl", "relcl"))]
    found = found + [c for c in near if c.lower_ in reach and c not in found]
    calls = word == "call" and any(c.lower_ in ("on", "upon") for c in found)
    if word == "see" and blame is not None and blame.lower_ in verbs.SEEN:
        found = [blame]  # "sees no reason why"
    return found + (children_of(verb, "xcomp") if calls else [])  # "called on them to leave"


def object_and_more(verb: Token) -> list[Token]:
    """The object of a verb and what is said of it: "him", "of lying"."""
    found = [c for c in children_of(verb, "dobj", "oprd", "acomp", "ccomp") if not is_apart(c, verb)]
    if is_act(verb, found):
        return []
    if not found and verb.dep_ == "relcl" and any(is_as(c) for c in verb.children):
        found = [verb.head]  # "a pattern he described as old"
    more = [
        c
        for c in verb.children
        if c.i > verb.i
        and (
            c.dep_ == "xcomp"
            or is_as(c)
            or c.lower_ in ("within", "until")
            or (c.dep_ in ("prep", "advcl") and (c.lower_ in verbs.OF_OBJECTS or leads_from_blame(c)))
        )
    ]
    return found + more if found else []


def leads_from_blame(preposition: Token) -> bool:
    """Whether a preposition leads from what is blamed to whom: "blamed the blast on a missile"."""
    return preposition.lower_ == "on" and lemma(preposition.head.text) in ("blame", "pin")


def is_act(verb: Token, objects: list[Token]) -> bool:
    """Whether a verb of saying with these objects does something instead: "dismissed Calder", "claimed nine lives"."""
    word, first = lemma(verb.text), objects[0] if objects else None
    if first is None or first.i < verb.i:
        return False
    if word == "dismiss":
        return (first.tag_ == "NNP" or first.lower_ in people.HE_OR_SHE) and not any(is_as(c) for c in verb.children)
    return word == "claim" and (first.lower_ in ("life", "lives", "pay", "benefits", "asylum") or first.tag_ == "CD")


def complement_of_passive(verb: Token, word: str, agent: Token | None) -> list[Token]:
    """What a passive of this word says of its subject: "to have fled", "as reckless", "of theft"."""
    found = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "oprd") or is_as(c)]
    if word in ("name", "identify"):
        found += [c for c in children_of(verb, "prep", "oprd", "advcl") if c.lower_ == "as" and c not in found]
    if not found and word in verbs.HEDGED_PASSIVE:  # "which were said three years ago to split water"
        found = [c for c in children_of(verb, "advcl") if c.i > verb.i and c.left_edge.tag_ == "TO"]
    if word == "put":  # "the toll is put at nine"
        at = (c for c in children_of(verb, "prep") if c.lower_ == "at" and any(t.tag_ == "CD" for t in c.subtree))
        found = list(at)
    over = verbs.PASSIVE_OVER.get(word, ())
    found += [c for c in children_of(verb, "prep") if c.lower_ in over and c not in found]
    if word in verbs.HEDGED_ALONE and not found and child_of(verb, "auxpass") is not None:
        found = [c for c in verb.children if c.i > verb.i and c.dep_ in ("prep", "npadvmod", "advmod")]
    return found + [c for c in agent.children if is_as(c)] if agent is not None else found


def said_after_that(verb: Token) -> list[Token]:
    """What follows the "that" after a verb whose clause was not read as one: "said for the first time that"."""
    if verb.i + 1 >= len(verb.doc) or child_of(verb, "ccomp") is not None:
        return []
    that = verb.nbor()
    for adjunct in (c for c in children_of(verb, "prep", "advmod", "npadvmod") if c.i > verb.i):
        if adjunct.left_edge == that and adjunct.right_edge.i + 1 < len(verb.doc):
            that = adjunct.right_edge.nbor()
    if that.lower_ == "that" and that.tag_ == "IN":
        return list(verb.doc[that.i : verb.right_edge.i + 1])
    # "told reporters outside the bank that he was ill": read as if the bank were what he was
    missed = (t for t in verb.subtree if t.i > verb.i and t.dep_ == "dobj" and t.lower_ == "that")
    clauses = [t.head for t in missed if t.head.dep_ == "relcl" and lemma(t.head.text) == "be"]
    clauses = [c for c in clauses if child_of(c, "nsubj") is not None and not is_aside(c)]
    return list(clauses[0].subtree) if clauses and lemma(verb.text) in verbs.TELLING else []


def said_by_phrasal(verb: Token) -> list[Token]:
    """What is said by a verb with a particle: "ruled out a strike", "hit back at critics"."""
    leading = cues.ATTITUDE_PREPOSITIONS - {"in", "by"}
    objects = [c for c in children_of(verb, "dobj", "ccomp", "pcomp") if c.i > verb.i]
    if not objects and lemma(verb.text) == "point":  # "her husband, she points out, had no Latin"
        return spoken_around(verb) if verb.dep_ in ("parataxis", "advcl", "ROOT") else said_around_commas(verb)
    return words_of([*objects, *(c for c in children_of(verb, "prep") if c.lower_ in leading)])


def made_clear(verb: Token) -> list[Token]:
    """What is claimed by "made (it) clear that …"."""
    clear = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.lower_ in ("clear", "plain")), None)
    return list(verb.doc[clear.i + 1 : verb.right_edge.i + 1]) if clear is not None else []


def spoken_around(verb: Token) -> list[Token]:
    """For "Y, X said, Z", "as X said, Y" and the like: the words of the sentence that those of saying interrupt."""
    mark = child_of(verb, "mark")
    is_aside = verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as"
    if verb.dep_ != "parataxis" and not is_aside:
        return said_before(verb) or said_around_commas(verb)
    said = set(verb.subtree)
    for stray in children_of(verb, "nsubj")[:-1]:
        said -= set(stray.subtree)
    whole, mark = verb.head, child_of(verb.head, "mark")
    if whole.dep_ == "ccomp" and mark is not None and verb.i < mark.i:
        whole = whole.head  # "It fears, diplomats say, that …"
    return [t for t in whole.subtree if t not in said]


def said_around_commas(verb: Token) -> list[Token]:
    """For "Y, X said, Z" that was not read so: the words around the two commas."""
    subject, doc = children_of(verb, "nsubj")[-1:], verb.doc
    if not subject or verb.tag_ not in ("VBD", "VBZ", "VBP") or subject[0].tag_ in ("WP", "WDT"):
        return []
    first = subject[0].left_edge.i
    last = next((t.i for t in doc[verb.i + 1 :] if t.text in (",", "“", "”", '"', ";", ":", "that")), 0)
    if first < 3 or doc[first - 1].text != "," or not last or doc[last].text != "," or subject[0].i > verb.i:
        return []
    rest = [t for t in doc if not first - 1 <= t.i <= last]
    if first > 3 and doc[first - 2].tag_ in ("WDT", "WP"):  # "a firm, which, he said, believes it"
        rest = [t for t in rest if t.i >= first - 2]
    return rest if any(is_finite(t) or t.tag_ == "VBN" for t in rest) and last + 2 < len(doc) else []


def said_before(verb: Token) -> list[Token]:
    """For "Y, X said on Monday.", where Y was not read as what is said: the words before the comma."""
    subject = children_of(verb, "nsubj")[-1:]
    if not subject or verb.tag_ not in ("VBD", "VBZ", "VBP") or child_of(verb, "dobj") is not None:
        return []
    first = min(subject[0].left_edge.i, verb.i)
    if first < 3 or verb.doc[first - 1].text != "," or any(not t.is_punct for t in verb.doc[verb.right_edge.i + 1 :]):
        return []
    before = list(verb.doc[: first - 1])
    is_adjunct = before[0].tag_ in ("IN", "RB", "TO", "VBG", "VBN", "WRB", "CC")  # "On Monday, he said"
    return before if any(t.dep_ in ("nsubj", "nsubjpass") for t in before) or not is_adjunct else []


def is_anothers(verb: Token) -> bool:
    """Whether what goes on after a comma is what somebody else says: "A said P, and B said that Q"."""
    if not is_finite(verb) or lemma(verb.text) not in verbs.SPEECH or child_of(verb, "nsubj") is None:
        return False
    is_parted = verb.doc[start_of_next(verb) - 1].text == ","
    return is_parted and any(c.i > verb.i for c in children_of(verb, "ccomp"))


def is_of_many(verb: Token, first: Token) -> bool:
    """Whether what goes on after a clause about one is about several: "believe that the army waits and are afraid"."""
    subject = child_of(first, "nsubj") or child_of(first, "nsubjpass")
    if subject is None or subject.tag_ not in ("NN", "NNP") or subject.conjuncts or children_of(verb, "nsubj", "expl"):
        return False
    finite = verb if is_finite(verb) else next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    return finite.tag_ == "VBP" or finite.lower_ == "were"


def words_of(parts: Iterable[Token]) -> list[Token]:
    """The words of clauses and phrases, without participles that go back to the words of saying: ", arguing that"."""
    found = []
    for part in parts:
        near = [part, *children_of(part, "pobj")]
        late = [c for t in near for c in t.children if is_aside(c) or (is_afterthought(c) and c.i > part.head.i)]
        late += [c for c in children_of(part, "parataxis") if lemma(c.text) in verbs.SPEECH]
        next_ones = (
            c
            for c in part.conjuncts
            if c.i > part.i and (goes_on_from(c) == part.head or is_anothers(c) or is_of_many(c, part))
        )
        end = min((start_of_next(c) for c in next_ones), default=len(part.doc))
        said = [t for t in part.subtree if t.i < end]
        while said and said[-1].dep_ in ("cc", "punct") and said[-1].text in (",", "and", "but", "while"):
            said.pop()
        found += [t for t in said if not any(c.left_edge.i <= t.i <= c.right_edge.i for c in late)]
    return found
