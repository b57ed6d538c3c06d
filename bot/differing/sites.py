"""A question for a place, and two quotes -> whether they answer it with different ones."""

from __future__ import annotations

import re

from bot.differing.asked import Asked
from bot.differing.blame import known_as
from bot.differing.clauses import clauses, stale
from bot.differing.events import CALENDAR, NAMED, names
from index.claims.places import PLACES
from index.quotes import Quote
from index.terms import STOP_TERMS, forms

_PLACE = re.compile(rf"\b(?P<how>from|in|at|near|off|outside)\s+(?:the\s+)?(?P<place>{NAMED})")
_ASKS_FROM = re.compile(r"\bfrom where\b|\bwhere\b.*\bfrom\b", re.IGNORECASE)
_HOW = {"in": "in", "at": "in", "near": "near", "off": "near", "outside": "near", "from": "from"}
_LANDS = frozenset(forms(" ".join(PLACES)))
NEARBY = 4
"""Words between two places that an article may tell to be one, or one in the other."""


def differing_places(question: str, asked: Asked, one: Quote, other: Quote) -> bool:
    """Whether two quotes put what is asked at one place each, and neither place is, or lies in, the other's."""
    if names(one) & names(other) - asked.names or asked.names & names(one) != asked.names & names(other):
        return False
    origin = bool(_ASKS_FROM.search(question))
    ours, theirs = (_places(asked, quote, origin) for quote in (one, other))
    return any(
        len(ours[how]) == len(theirs[how]) == 1 and not _may_be_one(ours[how] | theirs[how], one, other)
        for how in ours.keys() & theirs.keys()
    )


def _places(asked: Asked, quote: Quote, origin: bool) -> dict[str, set[str]]:
    """The places that a quote names for what is asked, by how they are meant: in, near or from there."""
    found: dict[str, set[str]] = {}
    for _, clause in clauses(quote.text):
        if asked.is_told_in(clause) and not stale(clause):
            for place in _PLACE.finditer(clause):
                how, named = _HOW[place["how"]], {*forms(place["place"])} - STOP_TERMS
                if (how == "from") == origin and not named & (CALENDAR | asked.names):
                    found.setdefault(how, set()).add(place["place"])
    return found


def _may_be_one(places: set[str], *quotes: Quote) -> bool:
    """Whether two places may be one, or one in the other: an article names them side by side, or one is a country."""
    ours, theirs = ({*forms(place)} for place in (min(places), max(places)))
    if known_as(ours) & known_as(theirs) or bool(ours & _LANDS) != bool(theirs & _LANDS):
        return True
    first, second = re.escape(min(places)), re.escape(max(places))
    between = rf"\b(?:\W+\w+){{0,{NEARBY}}}?[^\w.!?]+"
    beside = re.compile(rf"\b{first}{between}{second}\b|\b{second}{between}{first}\b")
    return any(beside.search(f"{quote.article.title or ''}. {quote.article.text}") for quote in quotes)
