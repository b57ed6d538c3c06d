"""Sentences -> the same, with headlines written as sentences are: "Mayor Accuses Oduya Of Fraud" is full of names.

Letters change and places don't, so what is found in the one stands in the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.claims import verbs
from index.claims.given_names import GIVEN_NAMES
from index.claims.lemmas import is_unknown, lemma
from index.claims.places import PLACES

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
FEWEST = 4
"""Words of a headline with a capital, at least."""
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
    """Whether all words but small ones have a capital, and one that has it tells no name: "Accuses", "Of"."""
    words = WORD.findall(sentence)
    capital = [word for word in words if word[0].isupper()]
    is_title = len(capital) >= FEWEST and all(word[0].isupper() or word.lower() in SMALL for word in words)
    return is_title and any(word.lower() in SMALL or lemma(word) in verbs.SPEECH for word in capital[1:])


def in_sentence(found: re.Match[str], small: Collection[str], capital: Collection[str]) -> str:
    """A word of a headline as the article writes it elsewhere, or as its kind is written."""
    word = found.group()
    lower = word.lower()
    is_name = (word in capital and lower not in small) or word in GIVEN_NAMES or lower in PLACES
    is_known = lower in small or lower in SMALL or not is_unknown(word)
    return lower if found.start() and is_known and not is_name and len(lower) == len(word) else word
