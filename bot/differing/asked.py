"""A question -> the number, the time or the place that it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.differing.clauses import YEAR
from bot.differing.events import NAME
from bot.differing.meanings import PEOPLE, STATES, meanings
from index.terms import STOP_TERMS, forms

_HOW_MANY = re.compile(r"\b(?:how many|(?:the )?(?:number|count) of)\s+(?P<counted>[^?.,]*)", re.IGNORECASE)
_HOW_MUCH = re.compile(
    r"\b(?P<how>how (?:much|long|high|deep|big|large|old|fast|far|tall|strong|wide|heavy|expensive|often))\b"
    r"|\b(?:what|which) (?:was |is |were )?(?:the )?(?:total |maximum |average )?"
    r"(?P<what>share|percentage|magnitude|price|height|depth|size|area|cost|speed|length|distance|range"
    r"|population|temperature|(?:death )?toll)\b"
    r"|\b(?:the )?(?P<toll>(?:death )?toll) of\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:(?P<when>when)|(?:what|which) (?P<unit>day|date|year|time|month))\b", re.IGNORECASE)
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_FAINT = frozenset(
    forms(
        "take took taken part make made get got give gave put set go went come came say said happen happened have "
        "total lie lies stand stands far away money reported according"
    )
)
"""Verbs that say too little of what happened to tell it from something else."""
COVERED = 0.75
"""The share of the words for what is asked that a clause must have to tell of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A number, a time or a place that is asked for, in the question's words `how`.

    `noun` is what is counted, if that is said; `states` are what became of it; `names`, `years` and `about`
    are the question's other telling words.
    """

    how: str
    noun: str | None
    states: frozenset[str]
    about: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]

    @property
    def event(self) -> frozenset[str]:
        """The words for what happened."""
        return self.about | self.states

    def is_told_in(self, clause: str) -> bool:
        """Whether a clause tells of what is asked."""
        return bool(self.event) and len(self.event & {*meanings(clause)}) >= COVERED * len(self.event)


def asked_amount(question: str) -> Asked | None:
    """What number a question asks for, None when it asks for none."""
    if found := _HOW_MANY.search(question):
        counted = _noun(found["counted"])
        return _asked(question, f"how many {counted[0]}" if counted else "how many", counted[1] if counted else None)
    if found := _HOW_MUCH.search(question):
        how = (found["how"] or f"the {found['what'] or found['toll']}").lower()
        return _asked(question, how, PEOPLE if how.endswith("toll") else None)
    return None


def asked_time(question: str) -> Asked | None:
    """What time a question asks for, None when it asks for none."""
    found = _WHEN.search(question)
    return _asked(question, "when" if found["when"] else f"the {found['unit'].lower()}", None) if found else None


def asked_place(question: str) -> Asked | None:
    """What place a question asks for, None when it asks for none."""
    return _asked(question, "where", None) if _WHERE.search(question) else None


def asked_for(question: str) -> Asked:
    """What a question asks about, whatever it wants to know of it."""
    return _asked(question, "", None)


def _noun(text: str) -> tuple[str, str] | None:
    """The noun that "how many" asks for, as written and in its normal form: the first plural, else the first word."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    plural = re.compile(r".*[^s]s|people|men|women|children|police|soldiery|crew", re.IGNORECASE)
    found = next((word for word in words[:4] if plural.fullmatch(word)), None) or next(iter(words), None)
    meant = meanings(found) if found else []
    return (found, meant[0]) if found and meant and meant[0] not in STOP_TERMS else None


def _asked(question: str, how: str, noun: str | None) -> Asked:
    ending = how.rpartition(" ")[2].lower()
    question = next((part for part in re.split(r"(?<=[.!?])\s+", question) if ending in part.lower()), question)
    meant = frozenset(meanings(question)) - STOP_TERMS
    states = meant & STATES - {"aboard", "present"} or meant & STATES
    noun = PEOPLE if noun in STATES - {"aboard"} or (noun is None and how == "how many" and states) else noun
    names = frozenset(forms(" ".join(NAME.findall(question))))
    about = meant - states - names - _FAINT - {noun} - ({*meanings(how)} - states)
    return Asked(how, noun, states, about, names, frozenset(YEAR.findall(question)))
