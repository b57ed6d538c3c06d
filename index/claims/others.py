"""The words of a claim -> those without the clauses, loosely joined to them, in which somebody else speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import cues, people, verbs
from index.claims.grammar import RELATIVE, child_of, children_of, is_finite, start_of_next
from index.claims.lemmas import lemma, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLING = verbs.SPEECH | verbs.OBJECT
"""Verbs by which somebody else may speak in what goes on."""
JOINED = frozenset("advcl conj relcl".split())
"""How a clause that another speaks in may be joined."""
AGAINST = frozenset("although though while whereas whilst but".split())
"""What leads a clause that somebody else holds against what is said."""


def without_others(content: list[Token], centre: Token) -> list[Token]:
    """The words claimed by `centre`, without an added clause or noun of which another tells what they think."""
    aside: set[int] = set()
    for verb in content:
        first, last = others_from(verb, centre)
        if first < last and not first <= centre.i < last and verb.i not in aside:
            aside |= set(range(first, last))
    return [t for t in content if t.i not in aside] if aside else content


def others_from(verb: Token, centre: Token) -> tuple[int, int]:
    """Where the clause stands, from its first word to before the next one, that is another's; empty when it is not."""
    if verb.tag_[:2] != "VB" or verb.i < centre.i or verb.dep_ not in JOINED or not is_anothers(verb):
        return 0, 0
    if verb.dep_ == "relcl":
        noun = verb.head
        return noun.left_edge.i, noun.right_edge.i + 1 if is_added(noun) else 0
    mark = child_of(verb, "mark")
    if verb.dep_ == "advcl" and mark is not None and mark.lower_ in AGAINST:
        return verb.left_edge.i, verb.right_edge.i + 1 if is_parted(verb.left_edge) else 0
    if verb.dep_ == "conj" and verb.head.i > centre.i and is_next(verb):
        return start_of_next(verb), verb.right_edge.i + 1
    return 0, 0


def is_anothers(verb: Token) -> bool:
    """Whether a clause has a subject of its own that says something by its verb."""
    subject = child_of(verb, "nsubj")
    if subject is None or subject.tag_ in RELATIVE or verb_lemma(verb) not in TELLING:
        return False
    if verb.dep_ != "relcl" and (subject.tag_ == "PRP" or subject.lower_ in people.PRONOUNS):
        return False
    is_tensed = is_finite(verb) or any(is_finite(c) for c in children_of(verb, "aux"))
    return is_tensed and (verb.dep_ == "relcl" or any(c.i > verb.i for c in children_of(verb, "ccomp", "dobj", "prep")))


def is_next(verb: Token) -> bool:
    """Whether what goes on after a comma is told by itself: not "…, and that the council agreed"."""
    mark, subject = child_of(verb, "mark"), child_of(verb, "nsubj")
    is_person = subject is not None and lemma(subject.text) not in cues.UTTERANCES
    return mark is None and is_person and is_parted(verb.doc[start_of_next(verb)])


def is_added(noun: Token) -> bool:
    """Whether a noun is added after a comma to what a sentence tells: "…, a figure the bank disputes"."""
    first = noun.left_edge
    return first.lower_ in ("a", "an", "something") and is_parted(first)


def is_parted(first: Token) -> bool:
    """Whether a comma or a dash stands before a word."""
    return first.i > 0 and first.nbor(-1).text in (",", "—", "–", "-", "--")
