"""A question's words for days ("last week", "in October 2025", "between 3 and 5 May") -> the days that they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = "January February March April May June July August September October November December".split()
_ONE_TO_TEN = "one two three four five six seven eight nine ten"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = "|".join(name if len(name) < 4 else rf"{name[:3]}(?:{name[3:]}\b|{name[3:4]}?\b\.?)" for name in _MONTHS)
_NUMBERS = {"a": 1, "couple of": 2, "few": 7} | {word: i for i, word in enumerate(_ONE_TO_TEN.split(), start=1)}
_DAY, _YEAR, _TO = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:19|20)\d\d", r"\s*(?:and|to|until|till|-|–)\s*"
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}

_NAMED = re.compile(
    rf"""\b(?:
    (?P<iso>\d{{4}}-\d\d-\d\d)
    |(?P<day>{_DAY})(?:{_TO}(?P<to>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?
    |(?P<month2>{_MONTH})\s+(?P<day2>{_DAY})(?!\d)(?:{_TO}(?P<to2>{_DAY})(?!\d))?(?:,?\s+(?P<year2>{_YEAR}))?
    |(?P<told>(?:last|this)\s+)?(?P<month3>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year3>{_YEAR}))?
    |(?P<year4>{_YEAR})
    |(?:(?P<last>last)\s+|this\s+)?(?P<weekday>{"|".join(_WEEKDAYS)})
    |(?P<near>today|tonight|yesterday|this\s+(?:morning|afternoon|evening)|last\s+night)
    |(?P<which>this|last|past|previous)\s+(?P<unit>week|weekend|month|year)(?!\s+of\b)
    |(?:last|past)\s+(?P<number>\d{{1,3}}|{"|".join(_NUMBERS)})\s+(?P<units>day|week|month|year)s
    |(?P<ago>\d{{1,3}}|{"|".join(_NUMBERS)})\s+(?P<agos>day|week|month)s?\s+ago
    )(?!\w|-\d)(?P<own>['’]s\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_PREPOSITION = re.compile(
    r"\b(?P<word>since|from|after|before|until|till|by|in|on|of|for|at|over|within|during|throughout|between|dated)\s+"
    r"(?P<the>the\s+)?(?:early\s+|late\s+|mid[- ])?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s+(?:and|to|until|till|through)\s+(?:the\s+)?|\s*[-–]\s*", re.IGNORECASE)

_HAPPENED = re.compile(
    r"\b(?:did|was|were|has|have|had|happen\w*|news|said)\b|^(?!.*\b(?:is|are|do|does|can|will)\b).*\w\wed\b",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\s+on(?:wards?\b|(?=\W*$|,))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """Days, first and last inclusive, that `text[start:end]` of a question names; None where they have no such end.

    `recent` says that they are told from the day of asking, as "last week" is. `named` is a regular expression for
    what names them in an article, "" when nothing does.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    recent: bool = False
    named: str = ""


def days_in(text: str, today: date) -> list[Days]:
    """The days that a question names, in order, as they are meant on the day of asking."""
    return list(_days_in(text, today))


def _days_in(text: str, today: date) -> Iterator[Days]:
    end = 0
    for match in _NAMED.finditer(text):
        before = None if match["own"] else _PREPOSITION.search(text, end, match.start())
        if match.start() < end or not _surely_a_date(match, before):
            continue
        found = _read(match, today, the=bool(before and before["the"]))
        word = before["word"].lower() if before else ""
        if found is not None and word in ("between", "from"):
            found = _with_second(found, text, today)
        if found is not None:
            found = _as_told(found, word, text, before.start() if before else match.start())
            yield found
            end = found.end


def _surely_a_date(match: re.Match[str], before: re.Match[str] | None) -> bool:
    """Whether the words can't well mean anything else: "may", "march", 2000 and Today are other things too.

    "Today" is a day where something happened, and else these times.
    """
    if match[0].lower() == "today" and not _HAPPENED.search(match.string):
        return False
    if match["near"] or match["which"]:
        return match.start() == 0 or match[0][0].islower()
    month_alone = match["month3"] and not match["year3"] and not match["told"]
    if month_alone and before and before["the"]:
        return False  # "after the November Uprising"
    return before is not None or not (month_alone or match["year4"] or (match["weekday"] and not match["last"]))


def _read(match: re.Match[str], today: date, the: bool) -> Days | None:  # noqa: PLR0911 - a kind of name each
    """The days of a match without what a preposition makes of them, None for a day that is in no calendar."""
    start, end = match.span()
    try:
        if match["iso"]:
            day = date.fromisoformat(match["iso"])
            return Days(start, end, day, day, named=_day_named(day))
        for month, day_, to, year in (("month", "day", "to", "year"), ("month2", "day2", "to2", "year2")):
            if match[month]:
                return _within_month(match, match[month], (match[day_], match[to]), match[year], today)
    except ValueError:
        return None
    if match["month3"]:
        return _month(match, today)
    if match["weekday"]:
        return _weekday(match, today)
    if match["year4"]:
        at = int(match["year4"])
        return Days(start, end, date(at, 1, 1), date(at, 12, 31), named=rf"\b{at}\b")
    return Days(start, end, *_from_today(match, today, the), recent=(match["unit"] or match["units"]) != "year")


def _within_month(
    match: re.Match[str], month: str, days: tuple[str, str | None], year: str | None, today: date
) -> Days:
    """One day of a month, or some. Raises ValueError when the month has no such day."""
    first, last = (int(re.sub(r"\D", "", day or days[0])) for day in days)
    number = _number_of(month)
    at = int(year) if year else today.year if (number, first) <= (today.month, today.day) else today.year - 1
    named = _day_named(date(at, number, first)) if first == last else _month_named(number)
    return Days(*match.span(), date(at, number, first), date(at, number, last), named=named)


def _month(match: re.Match[str], today: date) -> Days:
    number = _number_of(match["month3"])
    year = int(match["year3"]) if match["year3"] else today.year if number <= today.month else today.year - 1
    last = date(year, number, monthrange(year, number)[1])
    return Days(*match.span(), last.replace(day=1), last, named=_month_named(number))


def _weekday(match: re.Match[str], today: date) -> Days:
    wanted = [name.lower() for name in _WEEKDAYS].index(match["weekday"].lower())
    day = today - timedelta((today.weekday() - wanted) % 7 or (7 if match["last"] else 0))
    return Days(*match.span(), day, day, named=rf"\b{_WEEKDAYS[wanted]}\b")


def _from_today(match: re.Match[str], today: date, the: bool) -> tuple[date, date]:
    """What "yesterday", "last week", "two days ago" mean today; "in the last week" is the seven days before."""
    if match["near"]:
        day = today - timedelta(match["near"].lower().replace("last night", "yesterday") == "yesterday")
        return day, day
    if match["ago"]:
        day = today - timedelta(_number(match["ago"]) * _UNIT_DAYS[match["agos"].lower()])
        return day, day
    if match["number"]:
        return today - timedelta(_number(match["number"]) * _UNIT_DAYS[match["units"].lower()]), today
    which, unit = match["which"].lower(), match["unit"].lower()
    if unit in _UNIT_DAYS and (which == "past" or (the and which == "last")):
        return today - timedelta(_UNIT_DAYS[unit]), today
    return _calendar(unit, today, back=which != "this")


def _calendar(unit: str, today: date, back: bool) -> tuple[date, date]:
    """This week, weekend, month or year, or the one before."""
    if unit == "month":
        first = today.replace(day=1)
        first = (first - timedelta(1)).replace(day=1) if back else first
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    if unit == "year":
        return date(today.year - back, 1, 1), date(today.year - back, 12, 31)
    monday = today - timedelta(today.weekday() + 7 * back)
    return monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6)


def _with_second(days: Days, text: str, today: date) -> Days:
    """The days through to a second name: "between March and 5 May 2024"; the first has the second one's year."""
    joined = _JOINED.match(text, days.end)
    match = _NAMED.match(text, joined.end()) if joined else None
    second = _read(match, today, the=False) if match else None
    if second is None or second.last is None or days.first is None:
        return days
    first = days.first
    if not re.search(_YEAR, text[days.start : days.end]) and not days.recent:
        year = second.last.year - ((first.month, first.day) > (second.last.month, second.last.day))
        first = first.replace(year=year, day=min(first.day, monthrange(year, first.month)[1]))
    recent = days.recent or second.recent
    return Days(days.start, second.end, first, second.last, recent, "|".join(filter(None, (days.named, second.named))))


def _as_told(days: Days, preposition: str, text: str, start: int) -> Days:
    """The days that the words before and after them make of them."""
    first, last, onward = days.first, days.last, _ONWARD.match(text, days.end)
    if preposition == "since" or onward:
        last = None
    elif preposition == "after":
        first, last = last and last + timedelta(1), None
    elif preposition == "before":
        first, last = None, first and first - timedelta(1)
    elif preposition in ("until", "till", "by"):
        first = None
    # Whoever says "since Monday" thinks of the Monday that was last.
    recent = days.recent or (last is None and days.named[2:-2] in _WEEKDAYS)
    return Days(start, onward.end() if onward else days.end, first, last, recent, days.named)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _number_of(month: str) -> int:
    return next(i for i, name in enumerate(_MONTHS, start=1) if name[:3].lower() == month[:3].lower())


def _month_named(number: int) -> str:
    name = _MONTHS[number - 1]
    return rf"\b{name}\b|\b{name[:3]}\."


def _day_named(day: date) -> str:
    name = rf"{_MONTHS[day.month - 1][:3]}\w*\.?"
    return rf"\b{day.day}(?:st|nd|rd|th)?\s+(?:of\s+)?{name}|\b{name}\s+{day.day}(?!\d)"
