"""Questions about one word of a parsed sentence: who does it, whose it is, whether it is passive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.claims import cues, people, verbs
from index.claims.lemmas import lemma, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
RELATIVE = frozenset({"WP", "WDT"})
QUOTE = frozenset({"quote", "cite"})
SOMEBODY = people.PEOPLE | people.BODIES
HOLDERS = people.PEOPLE | people.OFFICES
ADDED = verbs.SPEECH | verbs.OBJECT | verbs.OBJECT_AS
"""Verbs by which a participle adds what somebody says: ", arguing …"."""
GOING_ON = verbs.SPEECH | verbs.OBJECT | verbs.ONLY_PEOPLE
"""Verbs by which somebody may go on after what they said."""
FEARED = frozenset("believed feared presumed thought".split())
DEAD = frozenset("alive dead drowned hurt injured killed lost missing safe stranded trapped".split())
"""What a headline says that somebody is feared or believed to be."""
GOVERNED = frozenset("conj xcomp advcl pcomp ccomp prep pobj dobj acomp".split())
"""How a verb may hang on the verb whose subject is its own too."""


def subject_of(verb: Token) -> Token | None:
    """Who does what a verb says: its subject, the noun of its relative clause, or the subject of a verb above it."""
    if controller_of(verb) is not None:
        return controller_of(verb)
    for above in verbs_above(verb):
        if above != verb and verb_lemma(above) in QUOTE:
            return child_of(above, "dobj") or child_of(above, "nsubjpass") or own_subject(above)
        subject = own_subject(above)
        if subject is not None:
            return subject
    return None


def controller_of(verb: Token) -> Token | None:
    """The object that does what a verb says: "accused her of claiming", "urged him to admit"."""
    of = verb.head
    if verb.dep_ == "pcomp" and of.lower_ in ("of", "for", "with") and verb_lemma(of.head) in verbs.OBJECT:
        return child_of(of.head, "dobj")
    if verb.dep_ == "xcomp" and verb_lemma(of) in verbs.ADDRESSEE and child_of(verb, "nsubj") is None:
        heard = child_of(of, "dobj") if verb_lemma(of) != "promise" else None
        return heard if heard is not None and heard.i < verb.i else None
    return None


def verbs_above(verb: Token) -> Iterator[Token]:
    """A verb and those that it hangs on, nearest first."""
    said = verb.head.head
    first = goes_on_from(verb)
    if first is not None:
        yield verb
        verb = first
    if is_afterthought(verb) and verb.head.dep_ == "ccomp" and verb_lemma(said) in verbs.SPEECH:
        if said.i < verb.i:
            verb = said
    elif is_afterthought(verb):
        aside = child_of(verb.head, "parataxis")
        verb = aside if aside is not None and lemma(aside.text) in verbs.SPEECH else verb
    yield verb
    while verb.dep_ in GOVERNED:
        verb = verb.head
        yield verb


def goes_on_from(verb: Token) -> Token | None:
    """The verb of saying that another goes on from, where the grammar hangs the other on what is said.

    "She said the bridge was old, but conceded that it held": the speaker's when the subject of what is said can't
    speak, or when a comma stands before it.
    """
    first = verb.head
    word = verb_lemma(verb)
    is_next = verb.dep_ == "conj" and is_finite(verb) and word in GOING_ON and first.i < verb.i
    if not is_next or children_of(verb, "nsubj", "nsubjpass", "auxpass", "aux") or first.dep_ != "ccomp":
        return None
    said, subject = first.head, next(iter(children_of(first, "nsubj", "nsubjpass", "expl")), None)
    if verb_lemma(said) not in verbs.SAYING or subject is None or said.i > first.i:
        return None
    if verb.tag_ == said.tag_ and is_told_back(first):
        return said
    can_speak = subject.tag_ in ("NNP", "NNPS", "PRP") or lemma(subject.text) in SOMEBODY
    if word not in verbs.SPEECH:
        return None
    return said if not can_speak or verb.doc[start_of_next(verb) - 1].text == "," else None


def is_told_back(clause: Token) -> bool:
    """Whether a clause stands in another tense than "and" goes on in: "warned it would close and blamed …"."""
    return any(c.tag_ == "MD" or c.lower_ == "will" for c in children_of(clause, "aux"))


def start_of_next(verb: Token) -> int:
    """Where what goes on from another verb begins: at "and" or "but"."""
    return next((c.i for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i), verb.left_edge.i)


def own_subject(verb: Token) -> Token | None:
    """The subject that a verb itself has, by "by" or as a clause on a noun too."""
    subjects = children_of(verb, "nsubj")
    subject = [s for s in subjects if s.right_edge.i + 1 == verb.i] or subjects[-1:]  # "The log shows Lee, 88, asleep"
    if subject:
        if subject[0].tag_ in RELATIVE and verb.dep_ != "relcl" and subject[0].lower_ in ("who", "what", "which"):
            return None  # "Who warned the town?"
        return antecedent(verb) if subject[0].tag_ in RELATIVE and verb.dep_ == "relcl" else subject[0]
    helped = next((s for c in children_of(verb, "aux", "auxpass") for s in children_of(c, "nsubj")), None)
    if helped is not None:
        return helped  # "Lee is opposed to it", with Lee as the subject of "is"
    beside = child_of(verb, "csubj")
    if beside is not None and beside.tag_ == "VBG" and beside.doc[beside.i - 1].text == ",":
        return child_of(beside, "nsubj")  # "His wife, answering the door, said …"
    agent = agent_of(verb)
    if agent is None and verb.dep_ in ("acl", "relcl"):
        return doer_on_noun(verb)
    return agent or child_of(verb, "nsubjpass")


def doer_on_noun(clause: Token) -> Token | None:
    """Who does what a clause on a noun says: the noun, or whose it is; nobody in "there is no reason to say"."""
    noun = clause.head
    if is_of_state(clause):
        return own_subject(noun.head.head)
    maker = holder_of(noun) if verb_lemma(noun) in cues.UTTERANCES else None
    is_idle = is_infinitive(clause) and noun.tag_ in ("NN", "NNS") and lemma(noun.text) not in SOMEBODY
    return maker or (None if is_idle else noun)


def is_of_state(verb: Token) -> bool:
    """Whether an infinitive tells of the state that somebody is in: "was at pains to stress"."""
    noun = verb.head
    is_state = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and lemma(noun.head.head.text) == "be"
    return verb.dep_ == "acl" and is_infinitive(verb) and is_state


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before a verb."""
    return any(child.lower_ == "to" for child in children_of(verb, "aux"))


def antecedent(clause: Token) -> Token:
    """The noun that a relative clause tells of: the name, where it follows what a name is told to be."""
    noun = clause.head
    return noun.head if noun.dep_ == "appos" and noun.head.tag_ == "NNP" and noun.tag_ in ("NN", "NNS") else noun


def holder_of(noun: Token) -> Token | None:
    """Whose a statement is: "X’s claim", "claims by X", or who made, issued or published it."""
    if noun.dep_ == "dobj" and lemma(noun.head.text) in verbs.MAKING and not is_passive(noun.head):
        return maker_of(noun) or subject_of(noun.head)
    return maker_of(noun)


def maker_of(noun: Token) -> Token | None:
    """Whose a statement is by its own phrase: "the ministry’s report", "a statement by the bank"."""
    owner = child_of(noun, "poss")
    makers = (child_of(c, "pobj") for c in noun.children if c.lower_ in ("by", "from") and c.dep_ in ("prep", "agent"))
    return owner or next(makers, None)


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive verb says: "… by X"."""
    by = child_of(verb, "agent")
    return child_of(by, "pobj") if by is not None else None


def noun_before(verb: Token) -> Token | None:
    """The head of the noun phrase right before a verb whose subject was not read as one."""
    i = verb.i - 1
    while i > 0 and (verb.doc[i].tag_ in ("RB", "MD") or verb.doc[i].dep_ in ("aux", "neg")):
        i -= 1
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or i < 0:
        return None
    noun = verb.doc[i]
    if noun.text in (")", ",", "-", "--", "—", "–"):
        told = apposition_before(noun) or named_before_who(noun)
        noun = root_of(verb)
        return told or (noun if noun.tag_ in NOUNS and noun.i < verb.i else None)
    while noun.dep_ in ("compound", "pobj", "prep") and noun.head.i < verb.i and noun.head.tag_ in NOUNS | {"IN"}:
        noun = noun.head
    return noun if noun.tag_ in NOUNS | {"PRP"} else None


def named_before_who(comma: Token) -> Token | None:
    """Whom a clause between commas tells of: "At her home in Loxley, Ann Storr, who retired in May, said …"."""
    who = next((t for t in reversed(comma.doc[: comma.i]) if t.lower_ == "who"), None)
    if comma.text != "," or who is None or who.i < 2 or who.nbor(-1).text != ",":
        return None
    return who.nbor(-2) if who.nbor(-2).tag_ == "NNP" else None


def apposition_before(comma: Token) -> Token | None:
    """The noun before a comma that a name between commas tells more of: "…, the prosecutor, Imogen Gower,"."""
    name = comma.doc[comma.i - 1]
    if comma.text != "," or name.tag_ != "NNP" or name.dep_ != "appos":
        return None
    noun = name.head
    is_told = noun.tag_ == "NN" and noun.right_edge.i >= name.i and comma.doc[name.left_edge.i - 1].text == ","
    return noun if is_told and lemma(noun.text) in HOLDERS else None


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is what is spoken of: "was described", "remarks attributed to X"."""
    if is_bare_passive(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if verb_lemma(verb) in verbs.ADDRESSEE and verb.left_edge == verb and verb.dep_ in ("advcl", "ccomp", "acl", "dep"):
        return True
    return verb.dep_ in ("acl", "amod") and child_of(verb, "aux") is None


def is_bare_passive(verb: Token) -> bool:
    """Whether a verb is passive though it looks like a past tense: "when asked", "as first feared"."""
    word, first = verb_lemma(verb), verb.left_edge.lower_
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and word in verbs.HEDGED_TO:
        infinitive = child_of(verb, "xcomp")
        return infinitive is not None and any(c.tag_ == "TO" for c in infinitive.children)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and verb.head.lower_ in ("stand", "stands", "stood"):
        return True  # "stands accused of theft"
    if verb.lower_ in FEARED and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in DEAD:
        return True  # "Thousands feared dead"
    if verb.tag_ not in ("VBN", "VBD") or child_of(verb, "nsubj") is not None:
        return False
    is_asked = verb.lower_ == "asked" and verb.dep_ in ("advcl", "ROOT", "ccomp", "acl")
    return (is_asked and first in ("asked", "when", "if", "while", "after")) or (
        word in verbs.HEDGED_ALONE and verb.tag_ == "VBN" and first == "as"
    )


def is_afterthought(verb: Token) -> bool:
    """Whether a clause is ", arguing …": a participle of saying that follows a finite clause."""
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and verb.i > verb.head.i
        and verb.left_edge == verb
        and verb.doc[: verb.i].text.rstrip(" \"'”’»")[-1:] in (",", "—", "-", "–")
        and not any(c.dep_ in ("nsubj", "mark") for c in verb.children)
        and verb_lemma(verb) in ADDED
    )


def is_finite(token: Token) -> bool:
    """Whether a word is a verb with a tense: what has none before it is no clause."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def is_aside(clause: Token) -> bool:
    """Whether a relative clause only adds to its noun: "guards, of whom it had none"."""
    first = clause.left_edge.i
    return clause.dep_ == "relcl" and first > 0 and clause.doc[first - 1].text == ","


def is_as(token: Token) -> bool:
    """Whether a child of a verb is "as …"."""
    is_led = token.left_edge.lower_ == "as" or (
        token.lower_ == "as" and token.dep_ == "prep"
    )  # "see it rather as a bill"
    return token.dep_ in ("prep", "advcl") and is_led and token.left_edge != token.right_edge


def root_of(token: Token) -> Token:
    """The word that all others of its sentence hang on."""
    while token.dep_ != "ROOT":
        token = token.head
    return token


def child_of(token: Token, relation: str) -> Token | None:
    """The first word that hangs on another in this way."""
    return next((c for c in token.children if c.dep_ == relation), None)


def children_of(token: Token, *relations: str) -> list[Token]:
    """The words that hang on another in these ways."""
    return [c for c in token.children if c.dep_ in relations]


def first_of(token: Token) -> Token:
    """The word whose place a word takes, by "and" or beside it: "the mayor, Ann Lee,"."""
    while token.dep_ in ("conj", "appos"):
        token = token.head
    return token
