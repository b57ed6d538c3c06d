"""A verb of saying in a parsed sentence -> the words of what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import cues, phrasal, verbs
from index.claims.clauses import is_apart, is_that_clause, words_of
from index.claims.grammar import QUOTE, child_of, children_of, is_as, is_aside, root_of
from index.claims.interruptions import (
    DASHES,
    between_marks,
    ended_by,
    said_around_commas,
    said_before,
    said_of_cut_clause,
    spoken_around,
    told_after,
    told_around,
)
from index.claims.lemmas import lemma, verb_lemma
from index.claims.objects import objects_said

if TYPE_CHECKING:
    from spacy.tokens import Token


APART = frozenset("aside away back".split())
"""Particles that are read as adverbs where the object stands between: "brushed the worries aside"."""

OFF = frozenset("aside back off out".split())
"""Particles that may be read as prepositions: "laughed off the rumours"."""

CONTRARY = frozenset("contrary likewise opposite reverse same".split())
"""What somebody says who says what another did, or not: "argues the opposite"."""

ASKED = frozenset("asked challenged pressed pushed questioned quizzed".split())
"""What the clause begins with that tells what somebody answers: "Asked whether he would go, he said no"."""


ANSWERS = frozenset("never no not yes".split())
"""How a short answer begins: "Not enough, said the coroner"."""
SHORT = 4
"""Words that such an answer has at most."""


def said_by(verb: Token) -> list[Token]:
    """The words of what an active verb says; empty when the verb claims nothing here."""
    word = verb_lemma(verb)
    particle = child_of(verb, "prt") or next((c for c in children_of(verb, "advmod") if c.lower_ in APART), None)
    particle = particle or next((c for c in children_of(verb, "prep") if c.i == verb.i + 1 and c.lower_ in OFF), None)
    if particle is not None and (word, particle.lower_) in phrasal.PHRASAL:
        return said_by_phrasal(verb)
    if (child_of(verb, "prt") is not None and child_of(verb, "ccomp") is None) or is_silence(verb, word):
        return []  # "called it off", "declined to comment"
    if word == "slip" and verb.head.lower_ in ("let", "lets", "letting"):
        return words_of(children_of(verb, "ccomp"))
    if word in QUOTE and any(is_as(c) for c in verb.children):
        return []  # "quoted X as saying": the claim is X's
    if word in verbs.SAYING:
        whole = said_of_what(verb) or said_after_colon(verb) or said_after_that(verb)
        whole = whole or short_answer(verb, word) or said_in_front(verb, word)
        if whole:
            return whole
    pointed_at = made_clear(verb) if word == "make" else said_before_point(verb)
    return pointed_at or said_in_clauses(verb, word)


def short_answer(verb: Token, word: str) -> list[Token]:
    """What is said by "thinks otherwise" and "said no"."""
    if verb.i + 1 == len(verb.doc):
        return []
    start = min((c.left_edge.i for c in children_of(verb, "nsubj")), default=verb.i)
    so = verb.doc[start - 1] if start and verb.doc[start - 1].lower_ == "so" else None
    so = so or next((c for c in children_of(verb, "advmod") if c.lower_ == "so" and c.i < verb.i), None)
    if so is not None and so.i > 0 and so.nbor(-1).lower_ == "not":
        return [so.nbor(-1), so]  # "Not so, says the union"
    if so is not None and so.i > 1 and so.nbor(-1).lower_ == "or":
        return list(verb.doc[: so.i - 1])  # "The bank is for sale, or so he thinks"
    thing = child_of(verb, "dobj")
    is_figure = thing is not None and word == "say" and thing.tag_ == "CD" and thing.i > verb.i
    if thing is not None and (is_figure or (word in verbs.SPEECH and thing.lower_ in CONTRARY)):
        return list(thing.subtree)  # "The surveyors say 640,000"
    so = verb.nbor()
    if so.lower_ == "otherwise" and so.head == verb:
        return [so]
    is_answer = so.lower_ in ("so", "otherwise", "not", "yes", "no") and so.dep_ in ("advmod", "intj", "neg")
    is_answer = is_answer and word in ("say", "think", "believe", "hope")
    return [so] if is_answer and so.head == verb and child_of(verb, "ccomp") is None else []


def said_in_front(verb: Token, word: str) -> list[Token]:
    """What is said by "Not yet, said Lee"."""
    comma = next((t.i for t in verb.doc[: verb.i] if t.text == ","), 0)
    after = [t for t in verb.subtree if t.i > comma and t != verb and not t.is_punct]
    is_rest = all(any(each.dep_ == "nsubj" for each in (t, *t.ancestors)) for t in after)
    is_answer = verb.doc[0].lower_ in ANSWERS and 0 < comma <= SHORT and verb.dep_ == "ROOT"
    return list(verb.doc[:comma]) if word in verbs.SPEECH and is_answer and is_rest else []


def said_of_what(verb: Token) -> list[Token]:
    """What something is by "what X says is …" and "what X believes to be …"."""
    subjects = children_of(verb, "nsubj")
    subject = subjects[-1] if subjects else None
    if subject is None or subject.left_edge.i == 0 or verb.doc[subject.left_edge.i - 1].lower_ != "what":
        return []
    end = max((c.right_edge.i for c in children_of(verb, "dobj", "dative") if c.i > verb.i), default=verb.i)
    after = verb.doc[end + 1 : end + 3].text.lower()
    if not after.startswith(("is ", "was ", "are ", "were ", "to be", "is", "was")):
        return []
    be = next((t for t in verb.doc[end + 1 : end + 4] if verb_lemma(t) == "be"), None)
    if be is not None and be.dep_ in ("aux", "auxpass"):
        return [t for t in be.head.subtree if t.i > be.i]  # "what it said were captured soldiers"
    things = children_of(be, "attr", "acomp", "prep", "ccomp") if be is not None else []
    return words_of(c for c in things if c.i > verb.i)


def said_in_clauses(verb: Token, word: str) -> list[Token]:
    """What is said in the clauses and objects of a verb of this word, or in the words around it."""
    clauses = clauses_of(verb, word)
    told = told_around(verb) if word in verbs.SPEECH else []
    if told:
        return told
    inserted = said_of_cut_clause(verb) if word in verbs.SAYING and not any(map(is_that_clause, clauses)) else []
    if inserted:
        return inserted
    around = spoken_around(verb) if word in verbs.SPEECH and not clauses else []
    objects = objects_said(verb, word) if not clauses or word not in verbs.ADDRESSEE else []
    said = around or words_of([*clauses, *(thing for thing in objects if not clauses or not is_after_dash(thing))])
    return between_marks(said + ended_by(verb), verb) if clauses and clauses[-1].i < verb.i else said


def is_after_dash(thing: Token) -> bool:
    """Whether something is told of what is claimed, and no part of it: "It fell, they reported – a bad sign"."""
    return thing.left_edge.i > 0 and thing.left_edge.nbor(-1).text in DASHES


def clauses_of(verb: Token, word: str) -> list[Token]:
    """The clauses and infinitives that a verb of this word claims."""
    found = [c for c in children_of(verb, "ccomp") if not is_apart(c, verb) and not is_open(c, verb, word)]
    found = [c for c in found if c.i > verb.i or c.left_edge.lower_ not in ASKED]
    parted = told_after(verb)
    found += [parted] if parted is not None else []
    if not found:
        found = [c for c in children_of(verb, "advcl") if c.i > verb.i and is_that_clause(c)]
    after = [c for c in found if c.i > verb.i]
    if after:
        found = [c for c in found if c.i > verb.i or all(t.text != ":" for t in verb.doc[c.i : verb.i])]
    if after and (word not in verbs.SPEECH or any(is_that_clause(c) for c in after)):
        found = after  # "I ran on, they must think I am mad", "Asked why, she conceded that …"
    if word not in verbs.SAYING:
        found = []
    infinitives = children_of(verb, "xcomp") if (word, verb.tag_) != ("mean", "VBN") else []
    if word in verbs.OBJECT or word in verbs.SPEECH:
        # "denied shelling the village", "denied having met them", "advised going early"
        found = found + [c for c in infinitives if c.tag_ == "VBG" or c.left_edge.tag_ == "VBG"]
    if word in verbs.INFINITIVE:
        # "declined to say whether" is one cue, and the claim is what follows it.
        return found + [c for c in infinitives if verb_lemma(c) not in verbs.SPEECH or not said_by(c)]
    tells = word in verbs.ADDRESSEE - {"show", "teach"} and child_of(verb, "dobj") is not None
    return found + infinitives if tells else found


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
    return verb.dep_ == "xcomp" or word in ("comment", "elaborate", "respond")


def said_before_point(verb: Token) -> list[Token]:
    """The words of the sentence that is called a fact, a claim or the like after it: "…, a fact both acknowledge"."""
    noun = verb.head
    is_point = verb.dep_ == "relcl" and lemma(noun.text) in cues.POINTS and noun.dep_ in ("npadvmod", "appos")
    thing = child_of(verb, "dobj")
    if not is_point or (thing is not None and thing.tag_ != "WDT") or noun.left_edge.i < 4:
        return []
    clause = noun.head if noun.head.dep_ == "ccomp" else root_of(verb)
    return [t for t in clause.subtree if not noun.left_edge.i <= t.i <= noun.right_edge.i]


def said_after_colon(verb: Token) -> list[Token]:
    """What follows the colon after "agreed on one thing", "said this"."""
    things = children_of(verb, "dobj") + [child for c in children_of(verb, "prep") for child in children_of(c, "pobj")]
    for thing in (t for t in things if t.i > verb.i and t.lower_ in ("this", "thing", "point", "following")):
        after = thing.right_edge.i + 1
        if after + 1 < len(verb.doc) and verb.doc[after].text == ":":
            return list(verb.doc[after + 1 :])
    return []


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
    if that.lower_ == "that" and [t.tag_ for t in verb.doc[that.i + 1 : that.i + 3]] == [",", "IN"]:
        # "said that, because it was late, he would go", in which "that" was read as a thing
        ends = (t.i - 1 for t in verb.doc[that.i + 2 :] if t.tag_ == "CC" and t.nbor(-1).text == ",")
        return list(verb.doc[that.i : next(ends, len(verb.doc))])
    if verb_lemma(verb) == "tell":
        unmarked = [c for heard in children_of(verb, "dobj") for c in children_of(heard, "relcl") if is_whole(c)]
        if unmarked:
            return list(unmarked[0].subtree)  # "told the buyer it had made her weep"
    # "told reporters outside the bank that he was ill": read as if the bank were what he was
    missed = (t for t in verb.subtree if t.i > verb.i and t.dep_ == "dobj" and t.lower_ == "that")
    clauses = [t.head for t in missed if t.head.dep_ == "relcl" and (lemma(t.head.text) == "be" or is_heard(t.head))]
    clauses = [c for c in clauses if child_of(c, "nsubj") is not None and not is_aside(c)]
    return list(clauses[0].subtree) if clauses and verb_lemma(verb) in verbs.TELLING else []


def is_heard(clause: Token) -> bool:
    """Whether a clause hangs on those who hear it, and tells nothing of them: "reminded everyone that …"."""
    heard = clause.head
    return heard.dep_ == "dobj" and (heard.tag_ == "PRP" or heard.lower_ in ("everyone", "everybody", "reporters"))


def is_whole(clause: Token) -> bool:
    """Whether a clause lacks nothing that the noun before it could be: "(told the buyer) it had made her weep"."""
    subject = child_of(clause, "nsubj") or child_of(clause, "nsubjpass")
    if subject is None or subject.left_edge != clause.left_edge or subject.tag_ in ("WP", "WDT"):
        return False
    return subject.dep_ == "nsubjpass" or bool(children_of(clause, "dobj", "ccomp", "acomp", "attr"))


def said_by_phrasal(verb: Token) -> list[Token]:
    """What is said by a verb with a particle: "ruled out a strike", "hit back at critics"."""
    leading = cues.ATTITUDE_PREPOSITIONS - {"in", "by"}
    objects = [c for c in children_of(verb, "dobj", "ccomp", "pcomp") if c.i > verb.i]
    objects += [thing for c in children_of(verb, "prep") if c.lower_ in OFF for thing in children_of(c, "pobj")]
    objects += [
        c for c in children_of(verb, "xcomp", "advcl") if c.tag_ == "VBG" and c.i == verb.i + 2
    ]  # "ruled out resigning"
    if verb_lemma(verb) == "go":
        return said_before(verb)  # "Her account has changed, he went on"
    if verb_lemma(verb) == "come":  # "came out against the plan", not "on the second day"
        return words_of(c for c in children_of(verb, "prep") if c.lower_ in ("against", "for"))
    if not objects and verb_lemma(verb) == "point":  # "her husband, she points out, had no Latin"
        return spoken_around(verb) if verb.dep_ in ("parataxis", "advcl", "ROOT") else said_around_commas(verb)
    if verb_lemma(verb) == "put" and any(t.lower_ == "to" for t in children_of(verb, "prep")):
        objects += [c for c in children_of(verb, "prep") if c.i > objects[-1].i] if objects else []
    colon = next((t.i for t in verb.doc[verb.i + 1 :] if t.text == ":"), None)
    if colon is not None and not objects:
        return list(verb.doc[colon + 1 :])
    near = (verb, *children_of(verb, "prt", "dobj"))
    objects += [c for c in verb.children if objects and is_as(c) and c not in objects]  # "waved it away as gossip"
    return words_of([*objects, *(c for t in near for c in children_of(t, "prep") if c.lower_ in leading)])


def made_clear(verb: Token) -> list[Token]:
    """What is claimed by "made (it) clear that …"."""
    clear = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.lower_ in ("clear", "plain")), None)
    return list(verb.doc[clear.i + 1 : verb.right_edge.i + 1]) if clear is not None else []
