"""Two quotes -> whether their articles tell of the same event, by the names, words and days that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.differing.meanings import meanings
from index.quotes import Quote
from index.terms import STOP_TERMS, forms

NAME = re.compile(r"(?<![.!?…”\"“]\s)(?<!^)(?<![“\"])\b[^\W\d_a-zа-я][\w’'-]+")
NAMED = r"[^\W\d_a-zа-я][\w’'-]+(?:\s+[^\W\d_a-zа-я][\w’'-]+)*"
"""A name of one word or more, wherever it stands, as a pattern."""
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
CALENDAR = frozenset(forms(" ".join((*DAYS, *MONTHS))))
"""The normal forms of names that are no one's."""
LONGEST_BETWEEN = 60
"""Days between two articles that may still tell of the same event."""
SHARED = 0.3
"""The share of an article's names that another one holds when they surely tell of the same event.

Of articles by three outlets on 100 events, nine in ten on the same event hold that share, and one in twenty on others.
"""
COVERED = 0.6
"""The share of a question's words that both quotes hold when their articles share too few names to tell."""


def same_event(question: str, one: Quote, other: Quote) -> bool:
    """Whether the articles of two quotes tell of the same, by the names that they share, and the question's words."""
    if one.article.key == other.article.key:
        return True
    if LONGEST_BETWEEN < days_apart(one, other) < float("inf"):
        return False
    ours, theirs = {*_names_of(one)}, {*_names_of(other)}
    shared = ours & theirs
    if wanted := {*forms(" ".join(NAME.findall(question)))} - CALENDAR:
        return wanted <= shared and (len(shared) >= 2 or _both_cover(question, one, other))
    return len(shared) >= 2 and len(shared) >= SHARED * min(len(ours), len(theirs))


def _both_cover(question: str, one: Quote, other: Quote) -> bool:
    """Whether both quotes, with their titles, hold the question's names and most of its words."""
    asked = {*meanings(question)} - STOP_TERMS
    return all(
        len(asked & {*meanings(f"{quote.article.title or ''} {quote.text}")}) >= COVERED * len(asked)
        for quote in (one, other)
    )


def _names_of(quote: Quote) -> Iterator[str]:
    article = quote.article
    found = forms(" ".join(NAME.findall(f"{article.title or ''}. {article.text}")))
    yield from (form for form in found if form not in CALENDAR | STOP_TERMS)


def days_apart(one: Quote, other: Quote) -> float:
    """The days between the articles of two quotes, without end when a day isn't known."""
    if one.article.key == other.article.key:
        return 0
    try:
        ours, theirs = (date.fromisoformat((quote.article.published or "")[:10]) for quote in (one, other))
    except ValueError:
        return float("inf")
    return abs((ours - theirs).days)


def told(quote: Quote) -> frozenset[str]:
    """The normal forms of a quote's telling words."""
    return frozenset(meanings(quote.text)) - STOP_TERMS


def names(quote: Quote) -> set[str]:
    """The normal forms of the names in a quote, but for its speaker's and those of days."""
    own = forms(" ".join(filter(None, (quote.speaker.name, quote.speaker.role, quote.speaker.cue))))
    return {*forms(" ".join(NAME.findall(quote.text)))} - {*own} - CALENDAR
