"""Hits and the sentences read of them -> how sure we are that the library answers a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.candidates import Candidate, Logistic, share, terms_in
from index.search import Hit, Question

TOGETHER = 3
"""The best sentences that are looked at together: as many as an answer usually quotes."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for an answer in the library.

    `scorer`, `passage` and `unknown` are the best sentence's features, `cosine` is the best hit's. `held` is the share
    of the question's weight that the best sentences hold together; `named` is the share of its names and numbers that
    the best one's passage holds, 1 when there are none.
    """

    scorer: float
    passage: float
    cosine: float
    unknown: float
    held: float
    named: float


CONFIDENT = Logistic(-5.69, Grounds(scorer=0.54, passage=3.07, cosine=1.69, unknown=2.23, held=1.36, named=1.16))
"""The probability that the library answers, learned by `python -m index.calibration`."""


def grounds(question: Question, hits: Sequence[Hit], ranked: Sequence[Candidate]) -> Grounds:
    """What speaks for an answer, given the hits and at least one sentence, the best ones first."""
    best = ranked[0]
    names = [term for term in question.terms if _is_name(term.written, question.text)]
    return Grounds(
        scorer=best.features.scorer,
        passage=best.features.passage,
        cosine=max(hit.cosine for hit in hits),
        unknown=best.features.unknown,
        held=share(question.terms, frozenset().union(*(candidate.terms for candidate in ranked[:TOGETHER]))),
        named=share(names, terms_in(best.hit.text)) if names else 1.0,
    )


def _is_name(word: str, question: str) -> bool:
    """Whether a word of a question is a name or a number, as far as letters tell: any question's first is a capital."""
    return word[:1].isdigit() or (word[:1].isupper() and not question.startswith(word))
