"""A text -> its clauses, and what sets a clause apart from what is the case now."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLAUSE_END = re.compile(
    r"(?<![ap]\.m)[.!?…:;]+[\"”’)]*\s+|\s[–—-]\s|,?\s+(?:but|while|whereas|although|though)\s+|,\s+and\s+",
    re.IGNORECASE,
)
_STALE = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|withdrawn|corrected|at first|last (?:year|month|week)"
    r"|ago|so far|expect\w*|plan(?:s|ned)? to|forecast\w*|predict\w*|could|may|might|will|hop(?:es?|ed) to|licen[sc]ed"
    r"|capacity|average|normally|usually|r(?:ose|isen|ises|ising) to|climb\w* to|gr(?:ew|own) to|now|updated|latest)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """The clauses of a text, each with where it starts, as far as punctuation and conjunctions tell."""
    start = 0
    for found in _CLAUSE_END.finditer(text):
        yield start, text[start : found.start()]
        start = found.end()
    yield start, text[start:]


def stale(clause: str) -> set[str]:
    """The words of a clause that make it one of another time or of another kind of truth."""
    return {word.lower() for word in [*_STALE.findall(clause), *YEAR.findall(clause)]}
