"""A question for a time, and two quotes -> whether they answer it with different ones."""

from __future__ import annotations

import re

from bot.differing.asked import Asked
from bot.differing.clauses import clauses
from bot.differing.events import DAYS, MONTHS, days_apart, told
from bot.differing.meanings import meanings
from index.quotes import Quote

_MONTH = "|".join(MONTHS)
_TIME = re.compile(
    rf"""\b(?P<near>(?:until|till|by|before|after|from|since|than|to|about|around)\s+(?:\w+\s+)?)?(?:
    (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})
    |(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?!\d)
    |(?P<weekday>{"|".join(DAYS)})
    |(?<=[Ii]n\s)(?:(?:{_MONTH})\s+)?(?P<year>(?:1[5-9]|20)\d\d)\b
    |(?<=[Aa]t\s)(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?(?:\s*(?P<half>[ap])\.?m\b|(?<=[.:]\d\d)(?!\d)))""",
    re.VERBOSE,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|reported|wrote|writes|stated|confirmed|claimed|added|according|published|statement)\b"
)
DAYS_BETWEEN = 4
"""Days between two articles for which the same weekday is surely the same day."""


def differing_times(asked: Asked, one: Quote, other: Quote) -> bool:
    """Whether two quotes give one day, one year or one hour each for what is asked, and not the same."""
    if asked.names & told(one) != asked.names & told(other):
        return False
    ours, theirs = _times(asked, one), _times(asked, other)
    return any(
        len(ours[kind]) == len(theirs[kind]) == 1
        and ours[kind] != theirs[kind]
        and (kind != "weekday" or days_apart(one, other) <= DAYS_BETWEEN)
        for kind in ours.keys() & theirs.keys()
    )


def _times(asked: Asked, quote: Quote) -> dict[str, set[str]]:
    """The days, years and hours at which a quote puts the event, by their kind."""
    found: dict[str, set[str]] = {}
    for _, clause in clauses(quote.text):
        if not asked.is_told_in(clause):
            continue
        for time in _TIME.finditer(clause):
            said = {*meanings(" ".join(_TOLD.findall(clause[max(0, time.start() - 30) : time.start()])))}
            if not time["near"] and said <= asked.event:
                kind, value = _time(time)
                found.setdefault(kind, set()).add(value)
    return found


def _time(time: re.Match[str]) -> tuple[str, str]:
    if time["weekday"]:
        return "weekday", time["weekday"]
    if time["year"]:
        return "year", time["year"]
    if time["hour"]:
        hour = int(time["hour"]) % 12 + 12 * (time["half"] == "p") if time["half"] else int(time["hour"])
        return "hour", f"{hour}:{int(time['minute'] or 0)}"
    return "day", f"{time['day'] or time['day2']} {time['month'] or time['month2']}"
