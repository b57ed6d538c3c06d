"""Words -> what they mean, so that "the toll was nine" and "nine people died" are compared as the same."""

from __future__ import annotations

import re

from index.terms import forms

PEOPLE = "people"
_STATES = {
    "dead": "killed kill died die dead death deaths body bodies perished drowned fatalities slain toll victims victim",
    "hurt": "injured injure injuries hurt wounded wounds",
    "held": "arrested arrest arrests detained detain custody detentions detainee detainees",
    "missing": "missing unaccounted",
    "saved": "rescued rescue survived survivors alive saved",
    "present": "attended attend attendance gathered marched walked march protested demonstrated participants part",
    "aboard": "aboard board carrying carried carry transporting transported transport passengers",
}
_NOUNS = {
    PEOPLE: "people persons person individuals individual lives souls",
    "captives": "prisoners prisoner captives captive pows",
    "homes": "homes home houses house dwellings",
    "pupils": "pupils students schoolchildren",
    "workers": "workers employees staff",
    "soldiers": "soldiers troops servicemen",
    "protesters": "protesters demonstrators marchers",
    "firms": "firms companies businesses",
    "shots": "shots bullets",
}
_DEEDS = {
    "started": "start started starts begin began begun begins",
    "ended": "end ended ends finish finished conclude concluded",
    "destroyed": "destroy destroyed razed gutted levelled flattened burned burnt",
    "backed": "backed back supported",
    "launched": "launch launched fired",
    "crashed": "crash crashed crashes",
    "lasted": "last lasted lasts",
    "cost": "cost costs bill price",
    "built": "build built constructed",
    "fled": "fled flee evacuated",
    "stolen": "steal stole stolen stealing",
    "wrote": "wrote written",
    "opposed": "oppose opposed opposes",
    "intercepted": "intercept intercepted",
}
_PHRASES = {
    r"c[ao]me down": "crashed",
    r"went on for": "lasted",
    r"vot(?:e|ed) (?:for|in favou?r of)": "backed",
    r"vot(?:e|ed) against": "opposed",
    r"shot down": "intercepted",
    r"burn(?:ed|t) down": "destroyed",
    r"open(?:ed)? fire": "fired",
    r"broke out": "started",
    r"(?:taken|sent|brought) to (?:the )?hospital": "injured",
}
_SAID_IN_WORDS = tuple((re.compile(rf"\b{phrase}\b", re.IGNORECASE), word) for phrase, word in _PHRASES.items())
_MEANT = {form: meant for kinds in (_STATES, _NOUNS, _DEEDS) for meant, words in kinds.items() for form in forms(words)}
STATES = frozenset(_STATES)
"""What may have become of people who are counted."""

DEEDS = frozenset(_DEEDS)
"""What may have been done to what is counted."""


def meanings(text: str) -> list[str]:
    """The normal forms of a text's words; words and phrases for the same state, noun or deed are one."""
    for phrase, word in _SAID_IN_WORDS:
        text = phrase.sub(word, text)
    return [meaning(form) for form in forms(text)]


def meaning(form: str) -> str:
    """What a word's normal form means: itself, if it has no other name."""
    return _MEANT.get(form, form)
