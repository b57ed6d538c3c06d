"""Text -> terms: the normal forms of words in which questions and articles are compared.

Both sides pass through the same steps, so "Kiev’s 65 captives" and "sixty five captive … Kyiv" meet: case, accents and
possessives are folded, numbers in words become digits, known spelling variants become one, and English words are
reduced to their stems. Function words are left in; `STOP_TERMS` tells them apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., e.g.
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"  # 1,000.5
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"  # O’Brien, don't
)
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$")
_stemmer = Stemmer.Stemmer("english")

_VARIANTS = {
    "kiev": "kyiv",
    "kharkov": "kharkiv",
    "odessa": "odesa",
    "lvov": "lviv",
    "nikolaev": "mykolaiv",
    "chernobyl": "chornobyl",
    "dnepr": "dnipro",
    "dnieper": "dnipro",
    "dnepropetrovsk": "dnipro",
    "zaporozhye": "zaporizhzhia",
    "zaporizhia": "zaporizhzhia",
    "zelenskyy": "zelensky",
    "zelenskiy": "zelensky",
    "belorussia": "belarus",
    "peking": "beijing",
    "teheran": "tehran",
    "koran": "quran",
    "qaeda": "qaida",
    "gaddafi": "qaddafi",
    "kadhafi": "qaddafi",
    "hizbollah": "hezbollah",
    "hizbullah": "hezbollah",
    "houthi": "huthi",
    "u.s": "usa",
    "u.s.a": "usa",
    "america": "usa",
    "u.k": "uk",
    "u.n": "un",
    "e.u": "eu",
}
_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

_STOP_WORDS = """
a about above after again against ain all also am an and any anybody anyone anything are aren as at be because been
before being below between both but by can cannot could couldn d did didn do does doesn doing don down during each
else ever every few for from further had hadn has hasn have haven having he her here hers herself him himself his how
i if in into is isn it its itself just let ll m ma many may me might mightn more most much must mustn my myself needn no
nor not now of off on once one only or other our ours ourselves out over own please re s same shall shan she should
shouldn so some somebody someone something such t tell than that the their theirs them themselves then there these
they this those through to too under until up upon us ve very was wasn we were weren what whatever when where which
while who whom whose why will with won would wouldn y yet you your yours yourself yourselves
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A normal form, and the slice `[start, end)` of the text that it stands for."""

    form: str
    start: int
    end: int


@lru_cache(maxsize=100_000)
def _normal(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).casefold()
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    folded = _POSSESSIVE.sub("", folded).strip(".").replace("’", "'").replace("ʼ", "'")
    if folded[:1].isdigit():
        return folded.replace(",", "")
    folded = _VARIANTS.get(folded, folded).replace("'", "").replace(".", "")
    return str(_stemmer.stemWord(folded))


STOP_TERMS = frozenset(_normal(word) for word in _STOP_WORDS.split())
"""The normal forms of English function words, which carry no meaning of their own."""


def terms(text: str) -> list[Term]:
    """The terms of a text, in order."""
    return list(_with_numbers(text, [m.span() for m in _WORD.finditer(text)]))


def forms(text: str) -> list[str]:
    """The normal forms of a text's words, in order."""
    return [term.form for term in terms(text)]


def _with_numbers(text: str, spans: list[tuple[int, int]]) -> Iterator[Term]:
    at = 0
    while at < len(spans):
        start, end = spans[at]
        word = text[start:end]
        lower = word.casefold()
        if lower in _UNITS or lower in _TENS:
            used, value = _number(text, spans, at)
            # "one" alone is mostly no number: "one of them".
            if used > 1 or lower != "one":
                yield Term(str(value), start, spans[at + used - 1][1])
                at += used
                continue
        if word.isdigit() and at + 1 < len(spans) and spans[at + 1][0] == end:
            following = text[slice(*spans[at + 1])]
            if _ORDINAL.fullmatch(following):
                yield Term(word, start, spans[at + 1][1])
                at += 2
                continue
        yield Term("usa" if word == "US" else _normal(word), start, end)
        at += 1


def _number(text: str, spans: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """How many words from `at` on make one number ("two hundred and six"), and its value."""
    total = current = 0
    used = last_used = 0
    smallest = 1_000_000_000_000
    while at + used < len(spans):
        start, end = spans[at + used]
        if used and text[spans[at + used - 1][1] : start] not in (" ", "-", "\u00a0", "\n"):
            break
        word = text[start:end].casefold()
        if word in _SCALES and used:
            scale = _SCALES[word]
            current *= scale
            if scale >= 1000:
                total, current = total + current, 0
            smallest = scale
        elif word in _TENS and smallest > 99:
            current += _TENS[word]
            smallest = 10
        elif word in _UNITS and smallest > 9 and not (smallest == 10 and _UNITS[word] > 9):
            current += _UNITS[word]
            smallest = 1
        elif not (word == "and" and used and smallest >= 100):
            break
        used += 1
        if word != "and":
            last_used = used
    return last_used, total + current
