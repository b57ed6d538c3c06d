"""A question and its quotes -> accounts: quotes that agree stand together, those that differ apart.

That accounts differ is said only where their words show it: another number, time, place or name for what is asked, the
opposite or a denial of what somebody else asserts, or blame for somebody else. Nothing else keeps quotes apart, and
nobody is declared right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from bot.differing.ages import asks_age, differing_ages
from bot.differing.amounts import differing_amounts
from bot.differing.asked import asked_amount, asked_place, asked_time
from bot.differing.blame import asks_who_did_it, differing_blame
from bot.differing.denials import denied
from bot.differing.doers import asks_who, differing_doers
from bot.differing.events import same_event
from bot.differing.opposites import opposed
from bot.differing.sites import differing_places
from bot.differing.times import differing_times
from index.quotes import Quote

MOST_NAMED = 2
"""How many things are named that accounts differ on."""


@dataclass(frozen=True, slots=True)
class Account:
    """Quotes that say the same thing, as indexes into the answer's quotes.

    An account `beside` the others says nothing on what they differ on.
    """

    quotes: tuple[int, ...]
    beside: bool = False


@dataclass(slots=True)
class _Side:
    """Quotes that are in no conflict with each other, and those that they are in conflict with."""

    quotes: list[int] = field(default_factory=list)
    against: set[int] = field(default_factory=set)


def accounts_of(question: str, quotes: Sequence[Quote]) -> tuple[tuple[Account, ...], str | None]:
    """The accounts of quotes that answer a question, and what they differ on: one account and None when they don't."""
    against: dict[int, set[int]] = {}
    named: dict[str, None] = {}
    for (i, one), (j, other) in combinations(enumerate(quotes), 2):
        if on := _differs_on(question, one, other):
            named[on] = None
            against.setdefault(i, set()).add(j)
            against.setdefault(j, set()).add(i)
    if not against:
        return ((Account(tuple(range(len(quotes)))),) if quotes else ()), None
    sides = _sides(quotes, against)
    rest = _others(quotes, sides, [i for i in range(len(quotes)) if i not in against])
    found = [Account(tuple(sorted(side.quotes))) for side in sides]
    return (*found, *rest), " and ".join(list(named)[:MOST_NAMED])


def _differs_on(question: str, one: Quote, other: Quote) -> str | None:
    """What two quotes differ on, as a phrase; None when they don't, are of one speaker, or tell of different events."""
    if _one_voice(one, other) or not same_event(question, one, other):
        return None
    for differing in (_number, _time, _place, _doer):
        if on := differing(question, one, other):
            return on
    return (not asked_amount(question) and opposed(question, one, other)) or denied(one, other)


def _number(question: str, one: Quote, other: Quote) -> str | None:
    asked = asked_amount(question)
    differ = differing_ages if asked and asks_age(asked) else differing_amounts
    return asked.how if asked and differ(asked, one, other) else None


def _time(question: str, one: Quote, other: Quote) -> str | None:
    asked = asked_time(question)
    return asked.how if asked and differing_times(asked, one, other) else None


def _place(question: str, one: Quote, other: Quote) -> str | None:
    asked = asked_place(question)
    return asked.how if asked and differing_places(question, asked, one, other) else None


def _doer(question: str, one: Quote, other: Quote) -> str | None:
    if asks_who_did_it(question) and differing_blame(question, one, other):
        return "who is responsible"
    return "who it was" if asks_who(question) and differing_doers(question, one, other) else None


def _one_voice(one: Quote, other: Quote) -> bool:
    """Whether the same speaker says both quotes: one who is named may give a later figure in another article."""
    return _voice(one) == _voice(other)


def _voice(quote: Quote) -> tuple[str, str | None, int | None]:
    """Who says a quote: somebody named is the same in every article."""
    speaker = quote.speaker
    return speaker.kind, speaker.name, None if speaker.kind == "named" else quote.article.key


def _sides(quotes: Sequence[Quote], against: dict[int, set[int]]) -> list[_Side]:
    """The quotes that are in conflict, each with those of its speaker, or that contradict the same quotes."""
    sides: list[_Side] = []
    for i, enemies in sorted(against.items()):
        for side in sides:
            ally = side.against & enemies or any(_voice(quotes[i]) == _voice(quotes[j]) for j in side.quotes)
            if ally and i not in side.against:
                break
        else:
            side = _Side()
            sides.append(side)
        side.quotes.append(i)
        side.against |= enemies
    return sides


def _others(quotes: Sequence[Quote], sides: Sequence[_Side], peaceful: Sequence[int]) -> list[Account]:
    """Put quotes that are in no conflict to the side of their speaker; the accounts of those who have none."""
    beside: dict[tuple[str, str | None, int | None], list[int]] = {}
    for i in peaceful:
        home = next((s for s in sides if any(_voice(quotes[j]) == _voice(quotes[i]) for j in s.quotes)), None)
        (home.quotes if home else beside.setdefault(_voice(quotes[i]), [])).append(i)
    return [Account(tuple(found), beside=True) for found in beside.values()]
