"""Sentences -> the parts that are read each by itself: what semicolons divide, without what a wire puts before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from index.claims import verbs
from index.claims.lemmas import lemma
from index.claims.parsing import Span
from index.sentences import Sentence

DASH = r"\s*(?:--|[-–—])\s+"
DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\- ]{2,30}(?:,[^,;:()“”\"—–]{3,30}){0,2}(?:\s\((?P<agency>[^()]{2,30})\))?" + DASH, re.UNICODE
)
"""A town in capitals, a day, an agency, and a dash: "KARSK, Nov 14 (Orbis) - "."""
HOUR = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:" + DASH + r"|:?\s+(?=[A-ZÀ-Þ“\"]))")
"""The time of an entry in a live report: "10.31 "."""
MARK = re.compile(r"[;:]\s+")
WORD = re.compile(r"[^\W\d]+")
OPENING = "“„«‘\"'"
LABEL, ANNOUNCED = 4, 3
"""Words before a colon: of a clause at least, and those among which the word stands that announces a speech."""
SAYING = verbs.SPEECH | verbs.ATTITUDE | verbs.OBJECT | {"accord", "put", "hear", "quote"}


def parts(text: str, sentences: Sequence[Sentence], quoted: Sequence[Span]) -> list[Sentence]:
    """The sentences, divided where semicolons and colons part one speaker’s words from another’s."""
    return [part for sentence in sentences for whole in led_in(text, sentence) for part in divided(text, whole, quoted)]


def led_in(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """The agency in a dateline, if any, and the sentence without a dateline or the time before it."""
    found = DATELINE.match(text, sentence.start, sentence.end) or HOUR.match(text, sentence.start, sentence.end)
    if found is None or found.end() == sentence.end:
        yield sentence
        return
    start, end = found.span("agency") if "agency" in found.groupdict() else (-1, -1)
    if start >= 0:
        yield replace(sentence, start=start, end=end)
    yield replace(sentence, start=found.end())


def divided(text: str, sentence: Sentence, quoted: Sequence[Span]) -> Iterator[Sentence]:
    """The parts of a sentence between semicolons, where what comes after one says who says something."""
    start = sentence.start
    for mark in MARK.finditer(text, sentence.start, sentence.end):
        is_apart = mark.group()[0] == ";" or is_told(text[start : mark.start()], text[mark.end() : mark.end() + 1])
        if is_apart and not is_in(quoted, mark.span()) and tells(text[mark.end() : sentence.end]):
            yield replace(sentence, start=start, end=mark.start() + 1)
            start = mark.end()
    yield replace(sentence, start=start)


def is_told(before: str, after: str) -> bool:
    """Whether what stands before a colon is told by itself, and does not say whose words come after."""
    words = WORD.findall(before)
    is_announced = tells(" ".join(words[-ANNOUNCED:])) or lemma(words[-1] if words else "") in verbs.QUOTING
    return len(words) >= LABEL and after not in OPENING and not is_announced


def is_in(spans: Sequence[Span], part: Span) -> bool:
    """Whether a span begins in one of others, which are in order."""
    n = bisect_right(spans, part[0], key=lambda span: span[0]) - 1
    return n >= 0 and part[0] < spans[n][1]


def tells(words: str) -> bool:
    """Whether one of some words may give away a claim."""
    return any(is_saying(word) for word in WORD.findall(words))


@cache
def is_saying(word: str) -> bool:
    """Whether a word is a form of a verb of saying or thought."""
    return lemma(word) in SAYING
