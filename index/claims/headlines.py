"""Sentences -> the same, with headlines written as sentences are: "Mayor Accuses Oduya Of Fraud" is full of names.

Letters change and places don't, so what is found in the one stands in the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.claims.given_names import GIVEN_NAMES
from index.claims.lemmas import is_unknown
from index.claims.places import PLACES

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
LONG, FEWEST = 4, 3
"""Letters from which every word of a headline has a capital, and how many such words it has at least."""
SMALL = frozenset(
    """
    a about after against all amid among an and are as at be before behind but by down for from her his how in into is
    it its more new no not of off on or out over says than that the their they this to under until up was were what when
    where who why will with
    """.split()
)
"""Words that are small letters in any sentence."""


def written_as_sentences(sentences: Sequence[str]) -> list[str]:
    """The sentences of an article, those that are headlines with small letters where the others have them."""
    headlines = [is_headline(sentence) for sentence in sentences]
    if not any(headlines):
        return list(sentences)
    rest = [WORD.findall(sentence) for sentence, is_one in zip(sentences, headlines, strict=True) if not is_one]
    small = {word for words in rest for word in words if word.islower()}
    capital = {word for words in rest for word in words[1:] if not word.islower()}
    return [
        WORD.sub(lambda word: in_sentence(word, small, capital), sentence) if is_one else sentence
        for sentence, is_one in zip(sentences, headlines, strict=True)
    ]


def is_headline(sentence: str) -> bool:
    """Whether every long word has a capital, as against a sentence with a name in it."""
    long = [word for word in WORD.findall(sentence) if len(word) >= LONG]
    return len(long) >= FEWEST and all(word[0].isupper() for word in long)


def in_sentence(found: re.Match[str], small: Collection[str], capital: Collection[str]) -> str:
    """A word of a headline as the article writes it elsewhere, or as its kind is written."""
    word = found.group()
    lower = word.lower()
    is_name = (word in capital and lower not in small) or word in GIVEN_NAMES or lower in PLACES
    is_known = lower in small or lower in SMALL or not is_unknown(word)
    return lower if found.start() and is_known and not is_name and len(lower) == len(word) else word
