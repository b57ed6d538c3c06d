"""Two lists of an article's claims -> which are the same claim, and in what they agree."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.attribution import Attribution
from tests.claims.check import Span, spans

CLAIMS = Path(__file__).parent
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister judge justice
    president chancellor minister senator governor mayor councillor captain major colonel general admiral
    lieutenant sergeant inspector commander chief""".split()
)
SLIGHT = frozenset("a an the of for at in on and to by from with who is was".split())
"""Words that don't count when two roles are compared."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its spans as the numbers of the article's words, and `within` as a place in the same list."""

    content: frozenset[int]
    cue: frozenset[int]
    speaker: frozenset[int]
    kind: str
    name: str | None
    role: str | None
    via: tuple[str, ...]
    within: int | None


class Words:
    """The words of a text by number, found from spans."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in WORD.finditer(text)]

    def within(self, parts: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that share a character with one of the parts."""
        return frozenset(
            number
            for start, end in parts
            for number, (first, last) in enumerate(self.spans)
            if first < end and start < last
        )


def read(name: str) -> dict[str, list[dict[str, Any]]]:
    """The annotated claims of a file of this folder, by article."""
    lines = (CLAIMS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["article"]: row["claims"] for row in map(json.loads, lines)}


def annotated(text: str, claims: Sequence[dict[str, Any]]) -> list[Claim]:
    """A person's claims."""
    words = Words(text)
    found = []
    for claim in claims:
        at = {part: words.within(where) for part, where in spans(text, claim).items()}
        rest = (claim["kind"], claim["name"], claim["role"], tuple(claim["via"]), claim["within"])
        found.append(Claim(at["content"], at["cue"], at["speaker"], *rest))
    return found


def predicted(text: str, attributions: Sequence[Attribution]) -> list[Claim]:
    """The program's claims."""
    words = Words(text)
    found = []
    for a in attributions:
        content, cue, speaker = (words.within(part) for part in (a.content, a.cue, a.speaker))
        found.append(Claim(content, cue, speaker, a.kind, a.name, a.role, a.via, a.within))
    return found


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The words that both have, as a share of those that either has."""
    return len(one & other) / len(one | other) if one or other else 0.0


def matched(ones: Sequence[Claim], others: Sequence[Claim]) -> dict[int, int]:
    """Places of the same claim in two lists: at least half of the content in common, the most alike paired first."""
    pairs = sorted(
        (-overlap(one.content, other.content), -overlap(one.cue, other.cue), i, j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if overlap(one.content, other.content) >= 0.5
    )
    found: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def plain_words(text: str | None) -> list[str]:
    """Words without case and possessives."""
    return [re.sub(r"[’']s$", "", word) for word in WORD.findall((text or "").lower())]


def plain_name(name: str | None) -> list[str]:
    """A name's words without articles and titles before it."""
    words = plain_words(name)
    while words and words[0] in {*TITLES, "the", "a", "an"}:
        words = words[1:]
    return words


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same, or one is in the other and ends as it does ("Vane", "Anna Vane")."""
    short, long = sorted((plain_name(one), plain_name(other)), key=len)
    if not short:
        return not long
    return short[-1] == long[-1] and set(short) <= set(long)


def same_speaker(one: Claim, other: Claim) -> bool:
    """Whether two claims are given to the same one; of the unnamed, longer words may go on ("officials in Harnec")."""
    if same_name(one.name, other.name):
        return True
    short, long = sorted((plain_name(one.name), plain_name(other.name)), key=len)
    return one.kind == other.kind == "unnamed" and bool(short) and long[: len(short)] == short


def same_role(one: str | None, other: str | None) -> bool:
    """Whether two roles share half of the words of the longer one, or there is neither."""
    first, second = (set(plain_words(role)) - SLIGHT for role in (one, other))
    return 2 * len(first & second) >= max(len(first), len(second))


def same_via(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the same people and bodies passed a claim on."""
    return len(one) == len(other) and all(any(same_name(a, b) for b in other) for a in one)
