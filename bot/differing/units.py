"""Two figures -> whether they exclude each other, in whatever units they are given: "two hours" is "120 minutes"."""

from __future__ import annotations

from bot.differing.figures import Figure
from bot.differing.meanings import PEOPLE, STATES
from index.terms import forms

_SIZES = {
    "time": {"second": 1, "minute": 60, "hour h": 3600, "day": 86400, "week": 604800, "month": 2.63e6, "year": 3.156e7},
    "length": {"metre meter m": 1, "kilometre kilometer km": 1000, "mile": 1609, "foot feet ft": 0.305, "cm": 0.01},
    "mass": {"kilo kilogram kilograms kg": 1, "tonne ton": 1000, "pound": 0.454, "gram": 0.001},
    "land": {"hectare ha": 1, "acre": 0.405},
}
_UNITS = {
    form: (kind, size) for kind, sizes in _SIZES.items() for names, size in sizes.items() for form in forms(names)
}
_MEASURED = {*_SIZES, "percent", "degre"}
_MEASURES = {
    "how long": {"time", "length"},
    "how fast": {"time", "length"},
    "how heavy": {"mass"},
    "the share": {"percent"},
    "the percentage": {"percent"},
    "the magnitude": {"magnitud"},
    "the area": {"land", "length"},
} | {
    how: {"length"}
    for how in "how high,how deep,how tall,how wide,how far,the height,the depth,the length,the distance".split(",")
}
"""Questions for measures -> the kinds of figures that answer them."""
INEXACT = 0.5
"""The part of its own unit by which a figure may be off when it is compared with one in another unit."""


def kind_of(figure: Figure) -> str:
    """What a figure counts: those who are "injured" are people, hours and days are time."""
    first = figure.counted[0]
    return PEOPLE if first in STATES - {"aboard"} else _UNITS.get(first, (first, 1))[0]


def is_measure_for(how: str, noun: str | None, figure: Figure) -> bool:
    """Whether a figure is of a kind that answers "how long", "how many people" and the like."""
    kind = kind_of(figure)
    if how in _MEASURES:
        return kind in _MEASURES[how]
    return kind not in _MEASURED or noun != PEOPLE


def rates(figure: Figure) -> set[str]:
    """What a figure is counted by: the hour, the day; units in their full names."""
    by = {word[1:] for word in figure.counted if word[0] == "/"}
    return {str(_UNITS.get(unit, unit)) for unit in by}


def excluding(one: Figure, other: Figure) -> bool:
    """Whether no number fits two figures of the same kind."""
    ours, theirs = (_UNITS.get(figure.counted[0], ("", 1.0))[1] for figure in (one, other))
    if ours == theirs:
        return one.excludes(other)
    return _lowest(one, ours) > _highest(other, theirs) or _lowest(other, theirs) > _highest(one, ours)


def _lowest(figure: Figure, size: float) -> float:
    return (figure.low - INEXACT) * size


def _highest(figure: Figure, size: float) -> float:
    return (figure.high + INEXACT) * size
