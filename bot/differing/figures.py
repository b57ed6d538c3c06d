"""A text -> the figures in it: what number each may be, what it counts, and the words that stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.differing.clauses import clauses
from bot.differing.meanings import PEOPLE, STATES, meaning, meanings
from index.terms import STOP_TERMS, Term, forms, terms

_AT_LEAST = r"at least|more than|over|no fewer than|no less than|not less than|upwards of|above|exceeding|a minimum of"
_AT_MOST = (
    r"at most|no more than|not more than|up to|as many as|as much as|fewer than|less than|under|below|a maximum of"
)
_ABOUT = r"about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated|circa|perhaps|~"
_BEFORE = re.compile(
    rf"(?:(?P<low>{_AT_LEAST})|(?P<high>{_AT_MOST})|(?P<near>{_ABOUT}))\s+(?:a\s+|the\s+)?[$€£]?$", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:another|other|further|additional|extra|first|last|next|remaining|these|those|including|includes?|included"
    r"|among them|not)\s+(?:\w+\s+)?[$€£]?$|\b(?:paragraph|number|no\.|page|aged?)\s+$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\s*(?:of\b(?!\s+(?:dollars|euros|pounds))|(?:more|other|others|further|additional|extra)\b)", re.IGNORECASE
)
_MONTH = (
    r"(?:january|february|(?-i:March|May)|april|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_DATED_AFTER = re.compile(rf"\s*(?:{_MONTH}|[ap]\.?m\b|o['’]clock|:\d|(?:st|nd|rd|th)\b)", re.IGNORECASE)
_DATED_BEFORE = re.compile(rf"(?:\b{_MONTH}\s*|\d[.:/-]|[^\W\d_]-)$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:at|until|by|from)\s+\d{1,2}[.:]\d\d$", re.IGNORECASE)
_RATE = re.compile(r"\s*(?:(?:an?|per|each|every)\s+|/)([^\W\d_]+)", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:to|and|-|–)\s*", re.IGNORECASE)
_SCALES = {"hundr": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_BARE = re.compile(
    r"\b(?:(?:figure|number|count|estimate|toll|total|tally)\s+(?:is|was|of|at|stood at)"
    r"|puts?\s+(?:it|the\s+\w+)\s+at)\s+(?:(?:about|at least|only|just)\s+)?$",
    re.IGNORECASE,
)
_HEDGES = frozenset(forms("least most more less few many much over about around some almost near estimated perhaps"))
_HEDGED = r"(?:\s+(?:about|around|only|just|nearly|almost|some|more than|at least|at|to|up to))*\s+$"
_FATE = r"(?:killed|dead|died|injured|hurt|wounded|arrested|detained|missing|unaccounted|rescued|saved)\b"
_PEOPLE_BEFORE = re.compile(
    rf"\b(?:(?:toll|number of (?:dead|deaths|victims|injured|wounded|missing|arrests))"
    r"(?:\s+\w+){0,6}?\s+(?:is|was|of|at|to|reached)|kill(?:ed|s|ing)|injur(?:ed|es|ing)|wound(?:ed|s|ing)"
    rf"|arrest(?:ed|s)|detained){_HEDGED}",
    re.IGNORECASE,
)
_COST = re.compile(rf"\b(?:cost|claim(?:ed|s)|took|loss of){_HEDGED}", re.IGNORECASE)
_LOST = re.compile(r"\s+lives\s+(?:\w+\s+)?lost\b", re.IGNORECASE)
_ON_SCALE = re.compile(r"\b(magnitude)\s+(?:\w+\s+){0,3}?(?:of|was|is|at)\s+$", re.IGNORECASE)
_PEOPLE_AFTER = re.compile(
    rf"\s+(?:(?:were|was|are|is|have|had|has|been|being|remain(?:ed|s)?|still|also|reported|confirmed|feared|found)\s+)+{_FATE}",
    re.IGNORECASE,
)
APPROXIMATE = 0.2
"""The share by which a figure given as "about" may be off."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number between `low` and `high`, of what is named by the words `counted` after it, in their normal forms.

    `around` are the normal forms of the words of its clause that belong to no other figure, `start` where it stands.
    `bare` figures say that "the number is" so much, and leave to the sentence before what is counted.
    """

    low: float
    high: float
    counted: tuple[str, ...]
    around: frozenset[str]
    start: int
    bare: bool = False

    def excludes(self, other: Figure) -> bool:
        """Whether no number fits both."""
        return self.low > other.high or other.low > self.high

    @property
    def states(self) -> frozenset[str]:
        """What is said to have become of those who are counted."""
        return STATES & {*self.around, *self.counted}


def figures(text: str) -> list[Figure]:
    """The figures that a text gives for a whole: no dates, ages and ordinals, no part ("two of them", "five more")."""
    return [figure for start, clause in clauses(text) for figure in _figures_in(clause, start)]


def _figures_in(clause: str, offset: int) -> Iterator[Figure]:
    words = terms(clause)
    numbers = [at for at, word in enumerate(words) if _is_number(words, at)]
    for nth, at in enumerate(numbers):
        if nth and _RANGE.fullmatch(clause[words[numbers[nth - 1]].end : words[at].start]):
            continue
        end, low, high = _value(clause, words, numbers, nth)
        if not _is_whole(clause, words[at].start, words[end - 1].end):
            continue
        counted = _counted(clause, words, end)
        stop = next((words[number].start for number in numbers if number >= end), len(clause))
        before, after = clause[: words[at].start], clause[words[end - 1].end :]
        bare = not counted and bool(_BARE.search(before))
        if not counted and _are_people(before, after):
            counted, bare = (PEOPLE,), False
        counted = counted or tuple(forms(" ".join(_ON_SCALE.findall(before))))
        around = _around(before if not nth else "", clause[words[end - 1].end : stop])
        if own := _PEOPLE_BEFORE.search(before):
            around |= {*meanings(own[0])} - STOP_TERMS - _HEDGES
        if counted[:1] == (PEOPLE,) and (_COST.search(before) or _LOST.match(after)):
            around |= {"dead"}
        yield Figure(low, high, counted, around, offset + words[at].start, bare)


def _around(before: str, after: str) -> frozenset[str]:
    """The normal forms of the words beside a figure, without a verb that is the next one's: "and injured 40"."""
    return frozenset(meanings(f"{before} {_PEOPLE_BEFORE.sub('', after)}")) - STOP_TERMS - _HEDGES


def _are_people(before: str, after: str) -> bool:
    """Whether a number that nothing is named for is of people: "the toll was", "nine were killed"."""
    return bool(_PEOPLE_AFTER.match(after) or (_PEOPLE_BEFORE.search(before) and not re.match(r"\s*%|\s*per", after)))


def _is_number(words: list[Term], at: int) -> bool:
    form = words[at].form
    return form[0].isdigit() or (form == "dozen" and not (at and words[at - 1].form[0].isdigit()))


def _value(clause: str, words: list[Term], numbers: list[int], nth: int) -> tuple[int, float, float]:
    """Where the words of the figure end, and the least and the greatest number that it may be."""
    at = numbers[nth]
    end, low, high = _one_value(clause, words, at)
    if nth + 1 < len(numbers) and numbers[nth + 1] == end + (
        words[end].form in ("to", "and") if end < len(words) else 0
    ):
        gap = clause[words[end - 1].end : words[numbers[nth + 1]].start]
        between = re.search(r"\bbetween\s+[$€£]?$", clause[: words[at].start], re.IGNORECASE)
        if _RANGE.fullmatch(gap) and (between or "and" not in gap):
            last_end, _, last = _one_value(clause, words, numbers[nth + 1])
            million = last_end - numbers[nth + 1] == 2 and end - at == 1
            first = low * _SCALES[words[last_end - 1].form] if million else low
            return last_end, min(first, last), max(first, last)
    hedge = _BEFORE.search(clause[: words[at].start])
    after = clause[words[end - 1].end :]
    if re.match(r"\+|\s+or more\b", after) or (hedge and hedge["low"]):
        return end, low, float("inf")
    if hedge and hedge["high"]:
        return end, 0, high
    if hedge or re.match(r"\s+or so\b", after):
        return end, low * (1 - APPROXIMATE), high * (1 + APPROXIMATE)
    return end, low, high


def _one_value(clause: str, words: list[Term], at: int) -> tuple[int, float, float]:
    """A number with the "million" behind it; a decimal, or one round to a thousand, is meant to its last place."""
    if words[at].form == "dozen":
        return at + 1, 12, 12
    written = words[at].form
    number, scale, end = float(re.match(r"[\d.]*\d", written)[0]), 1.0, at + 1  # type: ignore[index]
    if end < len(words) and words[end].form in _SCALES:
        scale, end = _SCALES[words[end].form], end + 1
    place = 10.0 ** -len(written.partition(".")[2]) if "." in written else 1.0
    while place >= 1 and number >= 1000 and number % (10 * place) == 0:
        place *= 10
    slack = place / 2 * scale * 0.999 if scale >= 1000 or place != 1 else 0.0
    return end, number * scale - slack, number * scale + slack


def _is_whole(clause: str, start: int, end: int) -> bool:
    before, after = clause[:start], clause[end:]
    year = re.fullmatch(r"1[5-9]\d\d|20\d\d", clause[start:end])
    dated = _DATED_AFTER.match(after) or _DATED_BEFORE.search(before) or _CLOCK.search(clause[:end])
    least = _BEFORE.search(before)
    part = _PART.match(after) or (_OTHERS.search(before) and not least)
    return not (year or dated or part)


def _counted(clause: str, words: list[Term], end: int) -> tuple[str, ...]:
    """The normal forms of up to four words right after a number: what is counted, and by the what ("litre", "day")."""
    found: list[str] = []
    at = words[end - 1].end
    for word in words[end : end + 4]:
        gap = clause[at : word.start]
        if word.form in STOP_TERMS or word.form[0].isdigit() or not re.fullmatch(r"[\s%-]*", gap):
            break
        found.append(meaning(word.form))
        at = word.end
    if re.match(r"\s?(?:%|per cent\b)", clause[words[end - 1].end :]):
        found.insert(0, "percent")
    if rate := _RATE.match(clause[at:]):
        found.append(f"/{forms(rate[1])[0]}")
    return tuple(found)
