"""A word -> its dictionary form, where that is one of the words by which claims are found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from index.claims import cues, people, phrasal, verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

IRREGULAR = {
    "said": "say", "told": "tell", "thought": "think", "wrote": "write", "written": "write", "knew": "know",
    "known": "know", "felt": "feel", "meant": "mean", "saw": "see", "seen": "see", "held": "hold", "found": "find",
    "swore": "swear", "sworn": "swear", "understood": "understand", "foresaw": "foresee", "foreseen": "foresee",
    "heard": "hear", "learnt": "learn", "dreamt": "dream", "sang": "sing", "sung": "sing", "began": "begin",
    "begun": "begin", "went": "go", "gone": "go", "read": "read", "spoke": "speak", "spoken": "speak",
    "sought": "seek", "chose": "choose", "chosen": "choose", "forgot": "forget", "forgotten": "forget",
    "showed": "show", "shown": "show", "taught": "teach", "undertook": "undertake", "undertaken": "undertake",
    "lied": "lie", "overstated": "overstate", "shot": "shoot", "has": "have", "had": "have",
    "is": "be", "are": "be", "am": "be", "was": "be", "were": "be", "been": "be",
    "gave": "give", "given": "give", "made": "make",
    "put": "put", "ran": "run", "led": "lead", "men": "man", "women": "woman", "children": "child",
    "people": "people", "wives": "wife", "media": "media", "data": "data", "policemen": "policeman",
    "congressmen": "congressman", "spokesmen": "spokesman", "businessmen": "businessman", "series": "series",
    "analyses": "analysis", "hypotheses": "hypothesis", "news": "news", "police": "police", "remarks": "remark",
    "came": "come", "grew": "grow", "grown": "grow", "arose": "arise", "arisen": "arise", "flew": "fly", "fell": "fall",
    "fallen": "fall", "drew": "draw", "drawn": "draw", "laid": "lay", "kept": "keep", "took": "take", "taken": "take",
    "threw": "throw", "thrown": "throw", "withdrew": "withdraw", "withdrawn": "withdraw", "sent": "send",
    "paid": "pay", "swept": "sweep", "wept": "weep", "rang": "ring", "spat": "spit", "shrank": "shrink",
    "foretold": "foretell", "retold": "retell", "bet": "bet", "cast": "cast", "stood": "stand", "fought": "fight",
    "forbade": "forbid", "forbidden": "forbid", "misread": "misread", "leapt": "leap", "brought": "bring",
    "comments": "comment", "bias": "bias", "press": "press", "premises": "premise",
}  # fmt: skip
"""Forms that the endings below don't lead back."""

ENDINGS = {"ies": ("y",), "es": ("e", ""), "s": ("",), "ied": ("y",), "ed": ("e", ""), "ing": ("", "e")}
"""Endings, and what may stand in their place in the dictionary form."""


@cache
def lemma(word: str) -> str:
    """The dictionary form of a verb or noun, for those in the lists here; other words as they are, in lower case."""
    word = word.lower()
    if word in IRREGULAR or word in _known():
        return IRREGULAR.get(word, word)
    return next((form for form in _forms(word) if form in _known()), word)


def verb_lemma(token: Token) -> str:
    """The dictionary form of a word as its sentence uses it: in "finding that" and "opposed it" it is a verb's."""
    return _of_verb(token.lower_) if token.tag_.startswith("VB") else lemma(token.text)


@cache
def _of_verb(word: str) -> str:
    """The dictionary form of a verb, though "finding" is a noun and "opposed" an adjective of the lists as well."""
    if word in IRREGULAR or word in _known_verbs():
        return IRREGULAR.get(word, word)
    return next((form for form in _forms(word) if form in _known_verbs()), lemma(word))


def is_unknown(word: str) -> bool:
    """Whether a word is in none of the lists here that hold common words."""
    in_names = people.NOT_PEOPLE | people.OUTLET_WORDS | people.TITLES | cues.UTTERANCES
    return lemma(word) not in _known() and word.lower() not in in_names


def _forms(word: str) -> Iterator[str]:
    """The dictionary forms that a word may have by its ending, likeliest first."""
    for ending, replacements in ENDINGS.items():
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem + replacement for replacement in replacements)
            if ending in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]  # "planned"


@cache
def _known() -> frozenset[str]:
    """The dictionary forms of the words by which claims are found."""
    things = cues.CLAIM_NOUNS | cues.HEARSAY | cues.VIEWS | cues.UTTERANCES | cues.REPORTED_AS | cues.ADJECTIVES
    return _known_verbs() | things | people.PEOPLE | people.BODIES | people.OFFICES


@cache
def _known_verbs() -> frozenset[str]:
    """Those of them that are verbs."""
    said = verbs.SPEECH | verbs.QUOTING | verbs.ATTITUDE | verbs.INFINITIVE | verbs.OBJECT | verbs.OBJECT_AS
    passed_on = verbs.COMING | phrasal.BLAMING | verbs.EMERGING | verbs.SHOWING | verbs.MAKING | verbs.RELAYS
    with_more = phrasal.WITH_OBJECT.keys() | phrasal.PREPOSITIONS.keys() | {verb for verb, _ in phrasal.PHRASAL}
    others = verbs.ADDRESSEE | verbs.SEEMING | phrasal.FROM_ONESELF | verbs.HEDGED_PASSIVE
    return said | passed_on | with_more | others
