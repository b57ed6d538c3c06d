"""Sentences -> who says what: the spans of each claim, its cue and its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index import people
from index.cast import Cast, is_in
from index.claims import Claim
from index.finding import find_claims
from index.parsing import Span, parse
from index.quotation_owners import with_quotations
from index.quotations import quotations
from index.relays import brief, outlet_in, relays
from index.sentences import Sentence
from index.speakers import Identity, Speakers

__all__ = ["Attribution", "Kind", "Span", "attribute"]

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
    parses = parse(text, sentences)
    claims = with_quotations(find_claims(parses), parses, text, sentences)
    quoted = [q.span for q in quotations(text)]
    speakers = Speakers(parses, Cast(parses, quoted))
    # Speakers resolve in the order in which they are met, claims are listed in the order of what they say.
    in_order = sorted(claims, key=lambda c: (c.sentence, c.cue))
    known = {id(c): (speakers.identify(c), outlet_in(c, speakers)) for c in in_order}
    claims.sort(key=lambda c: (c.content[0][0], -length(c)))
    for claim, parent in zip(claims, parents(claims), strict=True):
        if parent is not None and claim.speaker and is_in(quoted, claim.speaker[0]):
            known[id(claim)] = not_oneself(claim, known[id(claim)], known[id(claims[parent])][0])
    claims = [
        c
        for c, parent in zip(claims, parents(claims), strict=True)
        if parent is None or not (c.slight or is_own_thought(known[id(c)][0], known[id(claims[parent])][0]))
    ]
    around = parents(claims)
    carried = relays(parses, speakers)
    found: list[Attribution] = []
    for claim, parent in zip(claims, around, strict=True):
        who, outlet = known[id(claim)]
        relayed = passed_on(found[parent], known[id(claims[parent])][0]) if parent is not None else []
        relayed += [outlet, carried.get(claim.sentence) if parent is None else None]
        via = tuple(dict.fromkeys(brief(name) for name in relayed if name and name != who.name))
        found.append(Attribution(claim.content, claim.cue, claim.speaker, who.kind, who.name, who.role, via, parent))
    return found


def passed_on(around: Attribution, above: Identity) -> list[str | None]:
    """Which outlets pass a claim on with the one around it. A person who does is a layer."""
    return [*around.via, above.name if above.outlet else None]


def not_oneself(claim: Claim, found: tuple[Identity, str | None], above: Identity) -> tuple[Identity, str | None]:
    """Whom "he" in somebody's quoted words stands for: not for them, who would say "I"."""
    if claim.head is None or claim.head.lower_ not in people.HE_OR_SHE or found[0].name != above.name:
        return found
    return Identity("unnamed", claim.head.text), found[1]


def is_own_thought(inner: Identity, outer: Identity) -> bool:
    """Whether somebody tells of what they say or think themselves: "she said she hoped", one claim."""
    return inner.name is not None and inner.name == outer.name


def parents(claims: Sequence[Claim]) -> list[int | None]:
    """For each claim, in order of their starts, the index of the smallest longer one that holds it, cue and all."""
    found: list[int | None] = []
    reaching: list[int] = []  # the claims so far whose content reaches beyond this one's start
    for i, claim in enumerate(claims):
        reaching = [j for j in reaching if claims[j].content[-1][1] > claim.content[0][0]]
        around = [j for j in reaching if length(claims[j]) > length(claim) and holds(claims[j], claim)]
        found.append(min(around, key=lambda j: length(claims[j]), default=None))
        reaching.append(i)
    return found


def holds(outer: Claim, inner: Claim) -> bool:
    """Whether a claim's content and cue lie in another's content."""
    return all(any(inside(part, whole) for whole in outer.content) for part in (*inner.content, *inner.cue))


def inside(part: Span, whole: Span) -> bool:
    """Whether a span lies in another."""
    return whole[0] <= part[0] and part[1] <= whole[1]


def length(claim: Claim) -> int:
    """Characters claimed."""
    return sum(end - start for start, end in claim.content)
