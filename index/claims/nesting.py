"""Claims with their speakers -> those that stand, in order, each with the one around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.claims import people, verbs
from index.claims.cast import is_in
from index.claims.claim import Claim
from index.claims.identities import Identity, as_speaker
from index.claims.lemmas import verb_lemma
from index.claims.parsing import Span
from index.claims.persons import Person

if TYPE_CHECKING:
    from spacy.tokens import Token

Others = Callable[[int, "Token", str | None], Person | None]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim, who makes it, and the outlet that its sentence says it was told to or published by.

    `within` is the index, among the claims that stand, of the one around this one.
    """

    claim: Claim
    who: Identity
    outlet: str | None
    within: int | None = None

    @property
    def passed_on(self) -> str | None:
        """The outlet that passes on what is claimed in this claim. A person who does is a layer."""
        return self.who.name if self.who.outlet else None


def nested(spoken: Sequence[Spoken], quoted: Sequence[Span], others: Others) -> list[Spoken]:
    """The claims that stand, ordered by where their content starts, each with the one around it.

    `others` tells for a pronoun, by its sentence, whom it stands for when not for somebody of a name.
    """
    ordered = sorted(spoken, key=lambda each: (each.claim.content[0][0], -length(each.claim)))
    around = parents(ordered)
    known: list[Spoken] = []
    for each, parent in zip(ordered, around, strict=True):
        known.append(not_oneself(each, known[parent], quoted, others) if parent is not None else each)
    standing = [
        each
        for each, parent in zip(known, around, strict=True)
        if parent is None or not (each.claim.slight or is_own_thought(each, known[parent].who))
    ]
    return [replace(each, within=parent) for each, parent in zip(standing, parents(standing), strict=True)]


def not_oneself(inner: Spoken, outer: Spoken, quoted: Sequence[Span], others: Others) -> Spoken:
    """A claim within somebody's quoted words: "he" does not stand for them there, who would say "I"."""
    head = inner.claim.head
    if head is None or head.lower_ not in people.HE_OR_SHE or inner.who.name not in (outer.who.name, head.text):
        return inner
    if not (inner.claim.speaker and is_in(quoted, inner.claim.speaker[0])):
        return inner
    other = others(inner.claim.sentence, head, outer.who.name)
    return replace(inner, who=as_speaker(other) if other is not None else Identity("unnamed", head.text))


def is_own_thought(inner: Spoken, outer: Identity) -> bool:
    """Whether somebody tells of what they think: "she said she hoped" is one claim, "she said she had warned" two.

    What a body thinks of which a spokesman speaks is told apart too.
    """
    claim, is_same = inner.claim, inner.who.name is not None and inner.who.name == outer.name
    if not is_same or (outer.role or "").lower() in people.SPOKEN_FOR:
        return False
    return claim.verb is None or verb_lemma(claim.verb) not in verbs.SPEECH - verbs.ATTITUDE


def parents(spoken: Sequence[Spoken]) -> list[int | None]:
    """For each claim, in order of their starts, the index of the smallest longer one that holds it, cue and all."""
    claims = [each.claim for each in spoken]
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
