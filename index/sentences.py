"""Article text -> sentence spans, exact to the code point."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence as a slice `text[start:end]`, without surrounding white space, in the given 1-based paragraph."""

    start: int
    end: int
    paragraph: int


def split(text: str) -> list[Sentence]:
    """The sentences of a cleaned article text, in order, never overlapping; together they hold all its words."""
    raise NotImplementedError
