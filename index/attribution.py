"""Sentences -> who says what: the spans of each claim, its cue and its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.claims import Claim, find_claims
from index.parsing import Span as Span
from index.parsing import parse
from index.quotations import with_quotations
from index.sentences import Sentence
from index.speakers import identify

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
    claims = find_claims(parse(text, sentences))
    claims = with_quotations(claims, text, sentences)
    claims = sorted(claims, key=lambda c: (c.content[0][0], -length(c)))
    found = []
    for claim, parent in zip(claims, parents(claims), strict=True):
        who = identify(claim)
        found.append(Attribution(claim.content, claim.cue, claim.speaker, who.kind, who.name, who.role, within=parent))
    return found


def parents(claims: Sequence[Claim]) -> list[int | None]:
    """For each claim the index of the smallest longer claim whose content holds it, cue and all."""
    found: list[int | None] = []
    for claim in claims:
        around = [
            i
            for i, other in enumerate(claims)
            if length(other) > length(claim)
            and all(any(inside(part, whole) for whole in other.content) for part in (*claim.content, *claim.cue))
        ]
        found.append(min(around, key=lambda i: length(claims[i]), default=None))
    return found


def inside(part: Span, whole: Span) -> bool:
    """Whether a span lies in another."""
    return whole[0] <= part[0] and part[1] <= whole[1]


def length(claim: Claim) -> int:
    """Characters claimed."""
    return sum(end - start for start, end in claim.content)
