"""Sentences -> who says what: the spans of each claim, its cue and its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.sentences import Sentence

Span = tuple[int, int]
Kind = Literal["named", "unnamed", "article"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One claim that the article gives to somebody. All spans are `(start, end)` code points of the article text.

    `content` is what is claimed, `cue` the words that give it away ("said", "according to"), `speaker` the words that
    name who claims it, each possibly in several parts, `speaker` possibly empty ("reportedly"). `name` is whom the
    speaker words stand for ("He" -> "Sergei Lavrov"), `role` their office, `via` who relayed it, outermost first.
    `within` is the index, in the article's list, of the attribution around this one, or None.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    kind: Kind
    name: str | None = None
    role: str | None = None
    via: tuple[str, ...] = ()
    within: int | None = None


def attribute(text: str, sentences: Sequence[Sentence]) -> list[Attribution]:
    """All attributions of an article, ordered by where their content starts; what none covers is the article's own."""
    raise NotImplementedError
