"""Article text -> what stands between quotation marks in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.claims.parsing import Span

OPENING, CLOSING = "“„«", "”»"
MARK = re.compile(f"[{OPENING}{CLOSING}\"]|''|``")
SINGLE = re.compile(r"(?<!\w)‘[^‘“”\n]*?[,.?!…]’(?!\w)|(?<!\w)‘[^‘’“”\n]+’(?!\w)")
"""Words between single curly marks: up to a closing mark after a comma or a full stop, as an apostrophe looks alike."""
STRAIGHT = re.compile(r"(?<![\w'])'(?=[^\W\d])(?:[^'“”\"\n]|(?<=\w)'(?=\w)){8,}?(?<=[\w,.?!…])'(?![\w'])")
"""The same between straight ones, several words at least."""
PARAGRAPH = re.compile(r"[^\n]+")
MARKS = OPENING + CLOSING + "‘’\"'`"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their marks; `open` when the paragraph ends before the quotation does."""

    start: int
    end: int
    open: bool

    @property
    def span(self) -> Span:
        """Where it stands in the article's text."""
        return self.start, self.end


def quotations(text: str) -> list[Quotation]:
    """All quotations between double marks, in order, none inside another, none longer than its paragraph."""
    found: list[Quotation] = []
    for paragraph in PARAGRAPH.finditer(text):
        start: int | None = None
        for mark in MARK.finditer(text, *paragraph.span()):
            opens = mark.group() in OPENING or (mark.group() in ('"', "''", "``") and start is None)
            if start is None and opens:
                start = mark.start()
            elif start is not None and not opens:
                found.append(Quotation(start, mark.end(), False))
                start = None
        if start is not None:
            found.append(Quotation(start, paragraph.end(), True))
    return sorted([*found, *in_single_marks(text, found)], key=lambda q: q.start)


def in_single_marks(text: str, doubles: Sequence[Quotation]) -> list[Quotation]:
    """The quotations between single curly marks that stand in none between double ones."""
    starts = [q.start for q in doubles]
    found = []
    for match in (*SINGLE.finditer(text), *STRAIGHT.finditer(text)):
        around = bisect_right(starts, match.start()) - 1
        if around < 0 or doubles[around].end <= match.start():
            found.append(Quotation(match.start(), match.end(), False))
    return found
