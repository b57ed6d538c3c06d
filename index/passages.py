"""Sentences -> passages: runs of whole sentences that are searched as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.sentences import Sentence

PASSAGE_LENGTH = 1000
"""Characters a passage may have; no sentence is longer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences, `text[start:end]` of its article; `first` and `last` index the article's sentences."""

    start: int
    end: int
    first: int
    last: int


def passages(sentences: Sequence[Sentence]) -> list[Passage]:
    """Cut sentences into as few passages as `PASSAGE_LENGTH` allows; they don't overlap and leave no sentence out.

    Of the cuts that keep them few, the one between paragraphs is taken, else the one that makes the passage longest.
    """
    found: list[Passage] = []
    first = 0
    for earliest in _earliest_starts(sentences):
        after = first + 1
        while after < len(sentences) and _fits(sentences, first, after):
            after += 1
        between = (i for i in range(after, max(earliest, first + 1) - 1, -1) if _starts_paragraph(sentences, i))
        after = next(between, after)
        found.append(Passage(sentences[first].start, sentences[after - 1].end, first, after - 1))
        first = after
    return found


def _earliest_starts(sentences: Sequence[Sentence]) -> list[int]:
    """For each passage, where the one after it may begin at the earliest without a need for one more passage.

    Filled from the end, each passage begins as early as any can that leaves as few behind it.
    """
    starts = [len(sentences)] if sentences else []
    for i in range(len(sentences) - 2, -1, -1):
        if not _fits(sentences, i, starts[-1] - 1):
            starts.append(i + 1)
    return starts[::-1]


def _fits(sentences: Sequence[Sentence], first: int, last: int) -> bool:
    return first == last or sentences[last].end - sentences[first].start <= PASSAGE_LENGTH


def _starts_paragraph(sentences: Sequence[Sentence], i: int) -> bool:
    return i == len(sentences) or sentences[i].paragraph != sentences[i - 1].paragraph
