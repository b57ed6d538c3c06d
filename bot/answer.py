"""Question (and conversation) -> Answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from index.quotes import Quote

Reason = Literal["empty_library", "nothing_relevant", "not_stated"]


@dataclass(frozen=True, slots=True)
class Account:
    """Quotes that say the same thing, as indexes into the answer's quotes."""

    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What Quoth says to one question: quotes with their speakers, or a refusal with its reason.

    `confidence` is between 0 and 1. `asked` is the question as it was searched, which a follow-up's conversation may
    have completed. `missing` are the question's words that no article speaks of. More than one account means that the
    accounts differ, and `differs_on` says on what. `took_ms` maps a step to its milliseconds and holds "total".
    """

    question: str
    asked: str
    answered: bool
    reason: Reason | None
    quotes: tuple[Quote, ...]
    confidence: float
    missing: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    differs_on: str | None = None
    took_ms: dict[str, float] = field(default_factory=dict)
