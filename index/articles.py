"""An article as it was read: cleaned text and where it came from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime

HEADLINE_LENGTH = 80
"""Characters of the opening words shown for an article without a title."""

STANDARD_INPUT = "standard input"
"""What the origin of an article from standard input begins with, and what people see of it."""

_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned article.

    `text` holds paragraphs separated by one blank line ("\\n\\n"); every quote is a slice of it. `published` is an
    ISO 8601 date or date and time where the given date could be read, else the words given. `origin` is the absolute
    path or canonical URL it came from; for one of several records in a file, the path, "#" and the record's id or
    line. Show people `shown_origin(origin)`.
    """

    text: str
    origin: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    given_id: str | None = None

    @property
    def version(self) -> str:
        """The sha256 of the text, in hex: two articles with the same text have the same version."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def id(self) -> str:
        """The id given in the record, else the first 12 digits of the version."""
        return self.given_id or self.version[:12]


def headline(title: str | None, text: str) -> str:
    """What to call an article: its title, else its opening words, cut at a word's end and marked with an ellipsis."""
    if title:
        return title
    opening = " ".join(text[: HEADLINE_LENGTH * 2].split())
    if len(opening) <= HEADLINE_LENGTH:
        return opening
    return (opening[: HEADLINE_LENGTH + 1].rpartition(" ")[0] or opening[:HEADLINE_LENGTH]) + "…"


def shown_origin(origin: str) -> str:
    """What people see of an origin: a URL as it is, of a path only the file's name, never the operator's folders."""
    if _WEB.match(origin):
        return origin
    if origin.startswith(STANDARD_INPUT):
        return STANDARD_INPUT
    return origin.replace("\\", "/").rpartition("/")[2]


def iso_date(given: str) -> str:
    """A date in words or figures -> ISO 8601, a date or a date and time; whatever can't be read surely, as given.

    Without a day, month and year there is no date, and 03/04/2024 stays as it is: it may be March or April.
    """
    given = " ".join(given.split())
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        pass
    if re.match(r"\d{4}-\d\d-\d\d[T ]", given):
        try:
            return datetime.fromisoformat(given).isoformat()
        except ValueError:
            pass
    return _date_in_words(given) or given


def _date_in_words(given: str) -> str | None:
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    if len(given) > 60 or not re.search(r"\d", given):
        return None
    readings = set()
    for order in ("DMY", "MDY"):
        settings = {
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
            "DATE_ORDER": order,
            "PREFER_LOCALE_DATE_ORDER": False,
            "RETURN_TIME_AS_PERIOD": True,
        }
        found = DateDataParser(settings=settings).get_date_data(given)
        moment = found.date_obj
        readings.add(moment and (moment if found.period == "time" else moment.date()).isoformat())
    return readings.pop() if len(readings) == 1 else None
