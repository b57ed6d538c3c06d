"""A sentence -> the same, a headline with its verbs and small words in small letters: "Mayor accuses Oduya of Fraud".

Letters change and places don't, so what is found in the one stands in the other. Nouns keep their capitals: in a
headline nothing tells "White House" from a house that is white.
"""

from __future__ import annotations

import re

from index.claims import verbs
from index.claims.given_names import GIVEN_NAMES
from index.claims.lemmas import lemma
from index.claims.places import PLACES

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
FEWEST = 4
"""Words of a headline with a capital, at least."""
SMALL = frozenset(
    """
    a about after against all amid among an and are as at be before behind but by down for from has have her his how in
    into is it its no not of off on or out over than that the their they this to under until up was were what when where
    who why will with
    """.split()
)
"""Words that are small letters in any sentence."""
VERBS = verbs.SPEECH | verbs.ATTITUDE | verbs.OBJECT | verbs.INFINITIVE
"""Verbs by which somebody claims something."""
NOUNS = frozenset("addresses backs marks notes orders reports states views".split())
"""Their forms that may as well be part of a name: "States"."""


def written_as_sentence(sentence: str) -> str:
    """A sentence, with small letters where a headline has capitals for its verbs and small words."""
    if not is_headline(sentence):
        return sentence
    first = next(WORD.finditer(sentence)).end()
    return sentence[:first] + WORD.sub(lambda word: in_sentence(word.group()), sentence[first:])


def is_headline(sentence: str) -> bool:
    """Whether all words but small ones have a capital, and one that has it tells no name: "Accuses", "Of"."""
    words = WORD.findall(sentence)
    capital = [word for word in words if word[0].isupper()]
    is_title = len(capital) >= FEWEST and all(word[0].isupper() or word.lower() in SMALL for word in words)
    return is_title and any(in_sentence(word) != word for word in capital[1:])


def in_sentence(word: str) -> str:
    """A word of a headline as a sentence has it: "Says" and "Of" become small, "WHO" doesn’t."""
    lower = word.lower()
    is_verb = lemma(word) in VERBS and lemma(word) != lower and lower not in NOUNS
    is_name = word in GIVEN_NAMES or lower in PLACES or word.isupper()
    return lower if (lower in SMALL or is_verb) and not is_name and len(lower) == len(word) else word
