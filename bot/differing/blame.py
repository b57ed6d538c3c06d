"""A question for who did something, and two quotes -> whether they name different ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.differing.events import told
from bot.differing.meanings import meanings
from index.quotes import Quote
from index.terms import STOP_TERMS, forms
from index.voice import Speaker

_ASKS = re.compile(
    r"\bwho(?:se fault|\s+(?:(?:was|is|are|were|bears?)\s+(?:\w+\s+)?(?:to blame|responsible|behind|at fault)"
    r"|(?:first\s+)?(?P<did>started|began|caused|attacked|fired|shot|launched|bombed|shelled|hit|struck|broke|violated"
    r"|destroyed|killed|provoked|opened|charged|did|blew|sank|set|downed|murdered|poisoned|leaked|ordered|lit)\b))"
    r"|\b(?:which|what) (?:side|party|country|army|forces)\b|\bresponsib\w+|\bto blame\b|\bblames?\b",
    re.IGNORECASE,
)
_PARTY = r"(?P<party>(?:the\s+)?(?:[\w’'.-]+\s+){0,5}?[\w’'.-]+)"
_ACTS = (
    r"(?:caused|started|carried out|launched|fired|ordered|committed|triggered|provoked|hit|struck|attacked|bombed"
    r"|shelled|shot down|shot first|downed|set off|destroyed|killed|broke|violated|breached)"
)
_BLAMES = (
    re.compile(rf"\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing))\s+{_PARTY}\s+(?:for|of)\b(?P<deed>.*)"),
    re.compile(
        rf"\b{_ACTS}\s+(?:\w+ly\s+)?by\s+{_PARTY}(?=\s+(?:in|on|from|at|near|during|and|as|with|who|which)\b|[.,;:]|$)"
    ),
    re.compile(
        rf"(?:^|[,;:]\s|\bthat\s+){_PARTY}\s+(?:is|was|were|are|had been)\s+(?:\w+ly\s+)?"
        r"(?:to blame|responsible|behind)\b"
    ),
    re.compile(
        rf"(?:^|[,;:]\s|\bthat\s+){_PARTY}\s+(?:had\s+|has\s+|have\s+)?(?:\w+ly\s+|first\s+)?"
        rf"(?:{_ACTS}|opened fire)\b(?!\s+by\b)"
    ),
)
_NOT_A_PARTY = re.compile(
    r"\b(?:it|he|she|they|we|which|who|that|was|were|is|are|be|being|been|not|nobody|no|had|has|have|said|to|from|into|for|with"
    r"|by|amid|after|before|when|while|as|led|came)\b",
    re.IGNORECASE,
)
_GROUP = frozenset(
    forms(
        "police protesters demonstrators rebels government army military navy guards soldiers troops militants "
        "separatists opposition union company owner operator driver pilot captain crew rioters marchers strikers "
        "smugglers crowd fans settlers gunmen sailors marines prisoners inmates"
    )
)
_SEATS = {
    seat: country
    for country, seats in {
        "russia": "moscow kremlin",
        "ukrain": "kyiv",
        "usa": "washington pentagon american",
        "uk": "london britain british england",
        "china": "beijing",
        "iran": "tehran",
        "israel": "jerusalem",
        "franc": "paris french",
        "germani": "berlin german",
        "poland": "warsaw polish",
        "syria": "damascus",
        "turkey": "ankara turkish",
        "india": "delhi",
        "pakistan": "islamabad",
        "azerbaijan": "baku azeri",
        "armenia": "yerevan",
        "lebanon": "beirut",
        "yemen": "sanaa",
    }.items()
    for seat in forms(seats)
}
"""The normal forms of words by which a country's government also goes -> the country's."""
PREFIX = 5
"""Letters in which a country and its people are the same: "Ukraine", "Ukrainian"."""


def asks_who_did_it(question: str) -> bool:
    """Whether a question asks who is responsible for something."""
    return _ASKS.search(question) is not None


def differing_blame(question: str, one: Quote, other: Quote) -> bool:
    """Whether two quotes by different sides hold different ones responsible for what is asked about."""
    about = {*meanings(question)} - STOP_TERMS
    if known_as(_words(one.speaker)) & known_as(_words(other.speaker)) - {""} or not about & told(one) & told(other):
        return False
    ours, theirs = (_blamed(quote, about) for quote in (one, other))
    return bool(ours and theirs and not known_as(ours) & known_as(theirs))


def _words(speaker: Speaker) -> set[str]:
    return {*forms(" ".join(filter(None, (speaker.name, speaker.role))))} - STOP_TERMS - _OFFICES


_OFFICES = frozenset(
    forms(
        "ministry minister defence defense foreign interior spokesman spokeswoman spokesperson officials official head "
        "chief general president prime leader secretary department office police director governor mayor commander"
    )
)


def _blamed(quote: Quote, about: set[str]) -> set[str]:
    """The normal forms of the names, or of the kind of people, that a quote holds responsible for what is asked."""
    return {form for party in _parties(quote.text, about) for form in _names_in(party)}


def _parties(text: str, about: set[str]) -> Iterator[str]:
    for pattern in _BLAMES:
        for found in pattern.finditer(text):
            deed = found.groupdict().get("deed")
            if not _NOT_A_PARTY.search(found["party"]) and (deed is None or about & {*meanings(deed)}):
                yield found["party"]


def _names_in(party: str) -> set[str]:
    named = forms(" ".join(re.findall(r"\b[^\W\d_a-zа-я][\w’'.-]+", party.removeprefix("The "))))
    return {form for form in named if form not in STOP_TERMS} or {*forms(party)} & _GROUP


def known_as(names: set[str]) -> set[str]:
    """Names so that a country, its capital and its people are called the same."""
    return {_SEATS.get(name, name)[:PREFIX] for name in names}
