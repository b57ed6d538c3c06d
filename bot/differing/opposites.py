"""Two quotes -> what one of them says to be the opposite of what the other one says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.differing.asked import asked_for
from bot.differing.clauses import clauses, stale
from bot.differing.events import CALENDAR, names
from bot.differing.meanings import meanings
from index.quotes import Quote
from index.terms import STOP_TERMS, forms

OPPOSITES: dict[Literal["quality", "manner", "deed", "choice"], dict[str, tuple[str, str]]] = {
    "quality": {
        "is safe or unsafe": ("safe", "unsafe dangerous"),
        "is legal or illegal": ("legal lawful", "illegal unlawful"),
        "is guilty or innocent": ("guilty", "innocent"),
        "was military or civilian": ("military", "civilian"),
        "was peaceful or violent": ("peaceful", "violent"),
        "is genuine or forged": ("genuine authentic", "fake forged forgery"),
        "is true or false": ("true", "false untrue"),
        "is alive or dead": ("alive", "dead"),
        "was voluntary or forced": ("voluntary", "forced"),
    },
    "manner": {
        "was an accident or deliberate": ("accident accidental", "deliberate deliberately intentional arson sabotage"),
    },
    "deed": {
        "rose or fell": (
            "rose rise risen increased increase grew grow",
            "fell fall fallen decreased decrease dropped drop declined shrank",
        ),
        "was intercepted or hit": ("intercepted intercept", "hit struck"),
        "survived or died": ("survived survive", "died die"),
        "worked or failed": ("worked work succeeded succeed", "failed fail"),
        "became better or worse": ("improved improve", "worsened worsen deteriorated"),
        "resigned or was dismissed": ("resigned resign quit", "dismissed sacked"),
        "advanced or withdrew": ("advanced", "withdrew retreated"),
    },
    "choice": {
        "was accepted or refused": ("accepted accept agreed agree", "refused refuse rejected reject declined"),
        "won or lost": ("won win", "lost lose"),
        "passed or failed": ("passed pass", "failed fail"),
        "was backed or opposed": ("backed back supported support", "opposed oppose"),
    },
}
"""What it is, how it came about, what became of it or was done with it -> the words for the one and for the other."""
_IS = r"(?:is|was|were|are|be|been|being|became|remain(?:s|ed)?|as|called?|ruled|declared|deemed|found)"
_UNSURE = re.compile(
    r"\b(?:not|never|no|neither|nor|nobody|if|whether|unless|without|would|could|may|might|should|ask(?:ed|s)?"
    r"|den(?:y|ies|ied)|question\w*|suspect\w*|accus\w+|alleged\w*|investigat\w+|fear\w*|until|almost|nearly)\b"
    r"|n[’']t\b|\?",
    re.IGNORECASE,
)
_FAINT = STOP_TERMS | frozenset(
    forms("said says say told reported according claimed stated insisted still very target")
)
_WHICH = frozenset(forms("first second third last next new old northern southern eastern western"))
_GAP = r"(?:\W+\w+){0,4}?\W+"
"""Words that may stand between a thing and what is said of it."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """Which of two opposites a clause asserts of the subject asked about.

    `wanted` tells whether the question asks for one of them; `rest` is what else the clause says, `named` the names and
    days in it that the question doesn't have.
    """

    on: str
    side: int
    wanted: bool
    rest: frozenset[str]
    named: frozenset[str]
    stale: frozenset[str]


def opposed(question: str, one: Quote, other: Quote) -> str | None:
    """What two quotes say the opposite of, as a phrase that begins with "whether"; None if nothing."""
    theirs = [*_claims(question, other)]
    for claim in _claims(question, one):
        if any(claim.on == their.on and claim.side != their.side and _of_one_thing(claim, their) for their in theirs):
            return f"whether it {claim.on}"
    return None


def _of_one_thing(ours: _Claim, theirs: _Claim) -> bool:
    """Whether two claims are of the same time and place, and of nothing but what is asked about."""
    if ours.stale != theirs.stale or (ours.named and theirs.named and not ours.named & theirs.named):
        return False
    if _WHICH & (ours.rest ^ theirs.rest):
        return False
    return ours.wanted or ours.rest <= theirs.rest or theirs.rest <= ours.rest


def _claims(question: str, quote: Quote) -> Iterator[_Claim]:
    """The sides that a quote takes, in clauses that assert something of the subject asked about."""
    asked, wanted = asked_for(question), {*meanings(question)}
    own = names(quote) | CALENDAR
    for _, clause in clauses(quote.text):
        said = frozenset(meanings(clause))
        for kind, on, sides, either in _all_opposites():
            subject = (asked.about | asked.names | asked.states) - either
            if not subject or not subject <= said or _UNSURE.search(clause):
                continue
            asks = bool(either & wanted) and (kind != "choice" or len(subject) > 1)
            for side, words in enumerate(sides):
                if _is_said_of(subject, clause, words, kind):
                    rest, named = said - subject - either - _FAINT, {*forms(clause)} & own - {*forms(question)}
                    yield _Claim(on, side, asks, rest, frozenset(named), frozenset(stale(clause)))


@cache
def _all_opposites() -> list[tuple[str, str, tuple[str, str], frozenset[str]]]:
    """The kind of each pair of opposites, what it is on, the words of its sides, and the normal forms of both."""
    return [
        (kind, on, sides, frozenset(meanings(" ".join(sides))))
        for kind, pairs in OPPOSITES.items()
        for on, sides in pairs.items()
    ]


def _is_said_of(subject: frozenset[str], clause: str, words: str, kind: str) -> bool:
    """Whether one of some words is said of a subject: "the water is unsafe", "unsafe water", "refused the offer"."""
    either = rf"(?:{words.replace(' ', '|')})"
    things = [re.escape(word) for word in re.findall(r"\w+", clause) if subject & {*meanings(word)}]
    thing = rf"(?:{'|'.join(things)})"
    pattern = {
        "quality": rf"\b{thing}\b{_GAP}{_IS}(?:\W+\w+){{0,2}}?\W+{either}\b|\b{either}\s+{thing}\b",
        "manner": rf"\b{thing}\b.*\b{either}\b|\b{either}\b.*\b{thing}\b",
    }.get(kind, rf"\b{thing}\b{_GAP}{either}\b|\b{either}\b{_GAP}{thing}\b")
    return re.search(pattern, clause, re.IGNORECASE) is not None
