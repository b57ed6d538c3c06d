"""What is derived from an article's text, and how it is written in the catalog: JSON without names or spaces."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.attribution import Attribution, Span
from index.passages import Passage
from index.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Derived:
    """What is derived from an article's text before it is stored."""

    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    passages: tuple[Passage, ...]


def columns(derived: Derived) -> tuple[str, str, str]:
    """The catalog's columns `sentences`, `attributions` and `passages`."""
    return (
        _json([(s.start, s.end, s.paragraph) for s in derived.sentences]),
        _json([_fields(a) for a in derived.attributions]),
        _json([(p.start, p.end, p.first, p.last) for p in derived.passages]),
    )


def from_columns(sentences: str, attributions: str, passages: str) -> Derived:
    """What the catalog's three columns say."""
    return Derived(
        tuple(Sentence(*fields) for fields in json.loads(sentences)),
        tuple(_attribution(fields) for fields in json.loads(attributions)),
        tuple(Passage(*fields) for fields in json.loads(passages)),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _fields(a: Attribution) -> list[object]:
    return [a.content, a.cue, a.speaker, a.kind, a.name, a.role, a.via, a.within]


def _attribution(fields: Sequence[Any]) -> Attribution:
    content, cue, speaker, kind, name, role, via, within = fields
    return Attribution(_spans(content), _spans(cue), _spans(speaker), kind, name, role, tuple(via), within)


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)
