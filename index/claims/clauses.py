"""Clauses and phrases -> their words, as far as they belong to one claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from index.claims import verbs
from index.claims.grammar import (
    child_of,
    children_of,
    goes_on_from,
    is_afterthought,
    is_aside,
    is_finite,
    start_of_next,
)
from index.claims.lemmas import verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def words_of(parts: Iterable[Token]) -> list[Token]:
    """The words of clauses and phrases, without participles that go back to the words of saying: ", arguing that"."""
    found = []
    for part in parts:
        near = [part, *children_of(part, "pobj")]
        late = [c for t in near for c in t.children if is_aside(c) or (is_afterthought(c) and c.i > part.head.i)]
        late += [c for c in children_of(part, "parataxis") if verb_lemma(c) in verbs.SPEECH]
        late += [c for c in children_of(part, "advcl") if is_reservation(c)]
        next_ones = (
            c
            for c in part.conjuncts
            if c.i > part.i
            and (goes_on_from(c) == part.head or is_anothers(c) or is_of_many(c, part) or is_outer(c, part))
        )
        end = min((start_of_next(c) for c in next_ones), default=len(part.doc))
        said = [t for t in part.subtree if t.i < end]
        while said and said[-1].dep_ in ("cc", "punct") and said[-1].text in (",", "and", "but", "while"):
            said.pop()
        found += [t for t in said if not any(c.left_edge.i <= t.i <= c.right_edge.i for c in late)]
    return found


def is_reservation(clause: Token) -> bool:
    """Whether a clause is what somebody else holds against what is said: "A said P, though B warned of Q"."""
    mark, start = child_of(clause, "mark"), clause.left_edge.i
    if mark is None or mark.i != start or mark.lower_ not in ("although", "though", "while", "whereas", "but"):
        return False
    is_said = verb_lemma(clause) in verbs.SAYING and child_of(clause, "nsubj") is not None
    return is_said and start > 0 and clause.doc[start - 1].text == ","


def is_anothers(verb: Token) -> bool:
    """Whether what goes on after a comma is what somebody else says: "A said P, and B said that Q"."""
    if not is_finite(verb) or verb_lemma(verb) not in verbs.SPEECH or child_of(verb, "nsubj") is None:
        return False
    is_parted = verb.doc[start_of_next(verb) - 1].text == ","
    return is_parted and any(c.i > verb.i for c in children_of(verb, "ccomp"))


def is_outer(clause: Token, first: Token) -> bool:
    """Whether ", and that" goes on with what the outer of two tells: "A said that B fears P, and that Q"."""
    verb = first.head
    start = start_of_next(clause)
    is_within = verb.dep_ == "ccomp" and verb_lemma(verb.head) in verbs.SPEECH and first.dep_ == "ccomp"
    return is_within and is_that_clause(clause) and start > 0 and clause.doc[start - 1].text == ","


def is_of_many(verb: Token, first: Token) -> bool:
    """Whether what goes on after a clause about one is about several: "believe that the army waits and are afraid"."""
    subject = child_of(first, "nsubj") or child_of(first, "nsubjpass")
    if subject is None or subject.tag_ not in ("NN", "NNP") or subject.conjuncts or children_of(verb, "nsubj", "expl"):
        return False
    finite = verb if is_finite(verb) else next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    return finite.tag_ == "VBP" or finite.lower_ == "were"


def is_apart(clause: Token, verb: Token) -> bool:
    """Whether a mark parts a clause from its verb: "A said Y; B said Z", "A told a tale: B said Z"."""
    if clause.i < verb.i:
        return any(t.text == ";" for t in verb.doc[clause.i : verb.i])
    if verb_lemma(clause) not in verbs.SPEECH:
        return False
    before = [t.text for t in verb.doc[max(clause.left_edge.i - 2, 0) : clause.left_edge.i]]
    is_anothers = before in ([",", "and"], [",", "but"], [",", "while"]) and child_of(clause, "nsubj") is not None
    return is_anothers or any(t.text == ":" for t in verb.doc[verb.i + 2 : clause.i])


def is_that_clause(clause: Token) -> bool:
    """Whether "that" leads a clause."""
    mark = child_of(clause, "mark")
    return mark is not None and mark.lower_ == "that"
