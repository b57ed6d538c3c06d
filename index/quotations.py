"""Article text -> what stands between quotation marks in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.parsing import Span

OPENING, CLOSING = "“„«", "”»"
MARK = re.compile(f'[{OPENING}{CLOSING}"]')
PARAGRAPH = re.compile(r"[^\n]+")


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
            opens = mark.group() in OPENING or (mark.group() == '"' and start is None)
            if start is None and opens:
                start = mark.start()
            elif start is not None and not opens:
                found.append(Quotation(start, mark.end(), False))
                start = None
        if start is not None:
            found.append(Quotation(start, paragraph.end(), True))
    return found
