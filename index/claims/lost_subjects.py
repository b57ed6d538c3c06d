"""Verbs of saying whose subject the parser lost behind an aside -> the same with the subject found again.

"Ann Lee, the editor, asked who had paid" may be read as a noun with a participle, "It was late, Ann Lee, 46, said" as
a list. What stands between the commas tells which word is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import people, verbs
from index.claims.grammar import HOLDERS, NOUNS, RELATIVE, SUBJECTS, child_of, children_of, is_finite
from index.claims.lemmas import lemma, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MISREAD = ("ROOT", "dep", "npadvmod")
"""How a noun was read that is the subject of the verb after it."""
UNNAMED = frozenset("identified named quoted".split())
"""What an official asks not to be."""


def find_subjects(doc: Doc) -> None:
    """Find the lost subjects of all verbs of saying in a sentence, and of what "according to" tells."""
    if len(doc) and doc[0].lower_ == "according":
        find_after_source(doc)
    for verb in doc[1:]:
        if verb_lemma(verb) not in verbs.SPEECH or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
            continue
        if verb.nbor(-1).text == ",":
            find_before_comma(verb)
        elif verb.nbor(-1).lower_ in UNNAMED:
            find_who(verb)
        else:
            find_after(verb)
        give_clause_its_subject(verb)


def find_after_source(doc: Doc) -> None:
    """Find who is told of in "According to Ann Lee, the firm knew of it", where the firm was read as beside Ann Lee."""
    verb = next((t for t in doc if t.dep_ == "ROOT"), doc[0])
    ends = (t for t in doc[1 : verb.i] if t.dep_ == "appos" and verb.i - 2 <= t.right_edge.i < verb.i)
    subject = next((t for t in ends if t.left_edge.nbor(-1).text == ","), None)
    if subject is not None and lacks_subject(verb):
        subject.head, subject.dep_ = verb, "nsubj"


def find_before_comma(verb: Token) -> None:
    """Find the subject of a verb right after an aside: "Ann Lee, the editor, asked …", "…, Ann Lee, 46, said"."""
    noun = verb.head
    if verb.dep_ == "acl" and noun.dep_ in MISREAD and children_of(noun, "appos", "relcl"):
        for child in [child for child in noun.children if child.i > verb.i]:
            child.head, child.dep_ = verb, "oprd" if child.dep_ == "appos" else child.dep_
        say(verb, noun)
    elif not children_of(verb, *SUBJECTS):
        beside = apposed_before(verb)
        if beside is not None and is_finite(verb):
            say(verb, beside)
    else:
        part_from_subject(verb)


def apposed_before(verb: Token) -> Token | None:
    """The noun with an aside that ends at the comma before a verb, where it was read as beside another noun."""
    for noun in verb.doc[1 : verb.i]:
        is_last = verb.i - 2 <= noun.right_edge.i < verb.i and noun.right_edge.i > noun.i + 1
        if noun.dep_ == "appos" and is_last and is_somebody(noun) and noun.left_edge.i > 0:
            return noun if noun.left_edge.nbor(-1).text == "," else None
    return None


def part_from_subject(verb: Token) -> None:
    """Part who says something from what is said: "The bridge, Ann Lee, 46, said, is old", "“The bridge,” … said"."""
    thing = child_of(verb, "nsubj")
    beside = [t for t in children_of(thing, "appos") if is_somebody(t) and t.i > thing.i] if thing is not None else []
    if thing is None or not beside:
        return
    first = thing.left_edge
    is_opened = first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)
    if is_opened and any(t.is_quote for t in verb.doc[thing.i : beside[0].i]):
        thing.dep_ = "dep"
    elif verb.dep_ == "parataxis" and lacks_subject(verb.head):
        thing.head = verb.head
    else:
        return
    beside[0].head, beside[0].dep_ = verb, "nsubj"
    for more in beside[1:]:
        more.head = beside[0]
    for mark in [t for t in beside[0].lefts if t.is_quote]:
        mark.head = verb


def is_somebody(noun: Token) -> bool:
    """Whether a noun names somebody or tells what they are."""
    return noun.tag_ == "NNP" or lemma(noun.text) in HOLDERS


def find_who(verb: Token) -> None:
    """Find the subject of a verb after "an official who asked not to be named"."""
    who = next((t for t in reversed(verb.doc[: verb.i]) if t.tag_ in RELATIVE), None)
    noun = who.head.head if who is not None else verb
    if who is not None and noun.i < who.i and noun.tag_ in NOUNS:
        say(verb, noun)


def find_after(verb: Token) -> None:
    """Find the firm or office that a spokesman after a verb speaks for: "warned a spokesman for the bank"."""
    for noun in children_of(verb, "dobj", "nsubj"):
        of = noun.nbor() if noun.i > verb.i and noun.i + 1 < len(noun.doc) else noun
        if lemma(noun.text) in people.SPOKEN_FOR and of.head == verb and of.lower_ in ("for", "of"):
            of.head = noun


def give_clause_its_subject(verb: Token) -> None:
    """Give a clause the subject that was read as a name for those told: "told the Herald the bridge was old"."""
    clause = child_of(verb, "ccomp")
    heard = child_of(verb, "dative") or child_of(verb, "dobj")
    if clause is None or heard is None or not lacks_subject(clause):
        return
    subject = next((child for child in children_of(heard, "appos") if child.left_edge.lower_ == "the"), None)
    if subject is not None and subject.left_edge.nbor(-1) == heard:
        subject.head, subject.dep_ = clause, "nsubj"


def say(verb: Token, subject: Token) -> None:
    """Make a verb what its sentence hangs on, by a subject; what it hung on before is what is said."""
    root = next((t for t in verb.doc if t.dep_ == "ROOT"), verb)
    if root not in (verb, subject):
        verb.head, root.head, root.dep_ = verb, verb, "ccomp"
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    subject.head, subject.dep_ = verb, "nsubj"
    for child in list(subject.children):
        if child.i < subject.i and (child.is_quote or child.dep_ in ("ccomp", "parataxis")):
            child.head, child.dep_ = verb, "punct" if child.is_quote else "ccomp"


def lacks_subject(verb: Token) -> bool:
    """Whether a verb with a tense was read as having no subject."""
    return is_finite(verb) and not children_of(verb, *SUBJECTS)
