"""A question for an age, and two quotes -> whether they answer it with different ones."""

from __future__ import annotations

from collections.abc import Iterator

from bot.differing.asked import Asked
from bot.differing.clauses import clauses
from index.quotes import Quote
from index.terms import Term, forms, terms

_BETWEEN = frozenset(forms("is was were are had been only just then now then aged age"))
_YEARS_OLD = tuple(forms("years old"))
OLDEST = 130
"""Years that somebody may have lived."""


def asks_age(asked: Asked) -> bool:
    """Whether the number asked for is an age."""
    return asked.how == "how old"


def differing_ages(asked: Asked, one: Quote, other: Quote) -> bool:
    """Whether two quotes give the one asked about one age each, and not the same."""
    ours, theirs = ({*_ages(asked.about | asked.names, quote.text)} for quote in (one, other))
    return len(ours) == len(theirs) == 1 and ours != theirs


def _ages(whose: frozenset[str], text: str) -> Iterator[int]:
    """The ages that a text gives: "the boy was 14", "Marsh, 14,", "the 14-year-old boy"."""
    for _, clause in clauses(text):
        words = terms(clause)
        for at, word in enumerate(words):
            if word.form.isdigit() and int(word.form) <= OLDEST and _is_of(whose, words, at, clause):
                yield int(word.form)


def _is_of(whose: frozenset[str], words: list[Term], at: int, clause: str) -> bool:
    """Whether a number is the age of the one before or right after it."""
    following = tuple(word.form for word in words[at + 1 : at + 3])
    if following == _YEARS_OLD and len(words) > at + 3 and words[at + 3].form in whose:
        return True
    before = at - 1
    while before >= 0 and words[before].form in _BETWEEN:
        before -= 1
    # Of "the boy's father, aged 40," it isn't the boy's: the word before the number tells whose it is.
    ends = not clause[words[at].end :].strip() or clause[words[at].end] in ",;)"
    return before >= 0 and words[before].form in whose and (following == _YEARS_OLD or ends)
