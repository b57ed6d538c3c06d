"""Which articles a question was asked of -> one sentence, in the words of a language."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from bot.answer import Answer
from index.catalog import Among

_MONTHS = tuple("January February March April May June July August September October November December".split())


@dataclass(frozen=True, slots=True)
class AmongWords:
    """How one language says which articles are meant; `{}` stands for what is filled in.

    `months` are their names as they stand alone, `of_months` as they follow a day.
    """

    only: str
    none_of_theirs: str
    none_at_all: str
    by: str
    either: str
    until: str
    since: str
    on: str
    within: str
    between: str
    or_undated: str
    months: tuple[str, ...]
    of_months: tuple[str, ...]


ENGLISH_AMONG = AmongWords(
    only="Only articles {}",
    none_of_theirs="There are no articles {}: all of theirs were searched.",
    none_at_all="There are no articles {}: all articles were searched.",
    by="by {}",
    either=" or ",
    until="published until {}",
    since="published since {}",
    on="published on {}",
    within="published in {}",
    between="published {} to {}",
    or_undated="{} or without a date",
    months=_MONTHS,
    of_months=_MONTHS,
)


def among_line(answer: Answer, words: AmongWords = ENGLISH_AMONG) -> str | None:
    """Which articles the question was understood to ask of, None when it was asked of all, or as options say."""
    scope = answer.scope
    if scope is None or not (scope.understood or scope.empty):
        return None
    if not scope.empty:
        return words.only.format(_about(scope.among, words))
    none = words.none_of_theirs if scope.understood else words.none_at_all
    return none.format(_about(scope.empty, words))


def _about(among: Among, words: AmongWords) -> str:
    """The outlets and days of articles: "by The Gull, published 3 to 5 May 2031"."""
    outlets = words.either.join(among.outlets or filter(None, [among.outlet]))
    first, last = (date.fromisoformat(day) if day else None for day in (among.after, among.before))
    if among.undated:
        # Of what happened lately, articles tell until the day of asking, which goes without saying.
        published = words.or_undated.format(_published(first, None, words))
    else:
        published = _published(first, last, words)
    return ", ".join(filter(None, [words.by.format(outlets) if outlets else "", published]))


def _published(first: date | None, last: date | None, words: AmongWords) -> str:
    if first is None:
        return words.until.format(_day(last, words)) if last else ""
    if last is None:
        return words.since.format(_day(first, words))
    if first == last:
        return words.on.format(_day(last, words))
    if whole := _whole(first, last, words):
        return words.within.format(whole)
    return words.between.format(_day(first, words, until=last), _day(last, words))


def _whole(first: date, last: date, words: AmongWords) -> str | None:
    """The year, or the month and its year, of which two days are the first and the last; None if they are not."""
    if first.day != 1 or first.year != last.year or last.day != monthrange(last.year, last.month)[1]:
        return None
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{words.months[first.month - 1]} {first.year}" if first.month == last.month else None


def _day(day: date, words: AmongWords, until: date | None = None) -> str:
    """A day as people write it, without the month and the year when a day that follows it has the same ones."""
    month, year = f" {words.of_months[day.month - 1]}", f" {day.year}"
    if until and day.year == until.year:
        return f"{day.day}{'' if day.month == until.month else month}"
    return f"{day.day}{month}{year}"
