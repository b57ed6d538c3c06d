"""Sentences -> passages: runs of whole sentences that are searched as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.sentences import Sentence

PASSAGE_LENGTH = 1000
"""Characters a passage may have, unless a single sentence is longer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences, `text[start:end]` of its article; `first` and `last` index the article's sentences."""

    start: int
    end: int
    first: int
    last: int


def passages(sentences: Sequence[Sentence]) -> list[Passage]:
    """Cut an article's sentences into passages that don't overlap, each as long as `PASSAGE_LENGTH` allows."""
    found: list[Passage] = []
    first = 0
    for i, sentence in enumerate(sentences):
        is_last = i + 1 == len(sentences)
        if is_last or sentences[i + 1].end - sentences[first].start > PASSAGE_LENGTH:
            found.append(Passage(sentences[first].start, sentence.end, first, i))
            first = i + 1
    return found
