"""Question -> hits: passages found by their words and by their meaning, the two fused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from index.catalog import StoredArticle
from index.library import Library, Stores
from index.passages import Passage
from index.terms import STOP_TERMS, terms
from index.words import Words

CANDIDATES = 100
"""Passages that each of words and meaning proposes."""
WORDS_WEIGHT = 0.5
"""The share of the words in a hit's score; the rest is meaning's."""


@dataclass(frozen=True, slots=True)
class QuestionTerm:
    """A word of a question that carries meaning: as written, in the form searched for, and its rarity in the library.

    `known` is False when the form stands in no passage. `weight` is the inverse document frequency, at least 0.
    """

    written: str
    form: str
    known: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the stores are asked it: its terms, and its unit vector of shape (dimensions,)."""

    text: str
    terms: tuple[QuestionTerm, ...]
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its fused score and its parts, all between 0 and 1, except `cosine` (-1 to 1)."""

    article: StoredArticle
    passage: Passage
    score: float
    words: float
    cosine: float

    @property
    def text(self) -> str:
        """The passage's words."""
        return self.article.text[self.passage.start : self.passage.end]


def understand(library: Library, stores: Stores, question: str) -> Question:
    """A question with its terms weighed by the library, misspelt ones put right where the library has one close by."""
    total = max(1, stores.words.count())
    found: dict[str, QuestionTerm] = {}
    for term in terms(question):
        if term.form in STOP_TERMS or term.form in found:
            continue
        form = term.form
        written = question[term.start : term.end]
        # A word that the encoder knows is spelt as meant: "pilot" is no slip for "plot".
        if not stores.words.frequency(form) and not library.encoder.knows(written):
            form = _nearest(stores.words, form)
        frequency = stores.words.frequency(form)
        weight = log(1 + (total - frequency + 0.5) / (frequency + 0.5))
        found[term.form] = QuestionTerm(written, form, frequency > 0, weight)
    return Question(question, tuple(found.values()), library.encoder.encode_query(question))


def _nearest(words: Words, form: str) -> str:
    """The library's term that a misspelt one most likely means, else the term itself: same first letter, few edits."""
    from rapidfuzz.distance import OSA

    if len(form) < 4 or not form.isalpha():
        return form
    allowed = 1 if len(form) < 7 else 2
    near = [
        (OSA.distance(form, other, score_cutoff=allowed), -frequency, other)
        for other, frequency in words.starting_with(form[0])
        if abs(len(other) - len(form)) <= allowed and other.isalpha()
    ]
    distance, _, best = min(near, default=(allowed + 1, 0, form))
    return best if distance <= allowed else form


def search(stores: Stores, question: Question, limit: int, *, words_weight: float = WORDS_WEIGHT) -> list[Hit]:
    """The best passages for a question, best first; `words_weight` 0 searches by meaning alone, 1 by words alone."""
    by_words = stores.words.search([t.form for t in question.terms], CANDIDATES) if words_weight > 0 else []
    by_meaning = stores.vectors.search(question.vector, CANDIDATES) if words_weight < 1 else []
    words = _scaled({(key, place): score for key, place, score in by_words}, floor=0.0)
    cosines = {(key, place): cosine for key, place, cosine in by_meaning}
    meaning = _scaled(cosines, floor=min(cosines.values(), default=0.0))
    fused = {
        name: words_weight * words.get(name, 0.0) + (1 - words_weight) * meaning.get(name, 0.0)
        for name in words | meaning
    }
    hits = []
    for name in sorted(fused, key=lambda name: (-fused[name], name))[:limit]:
        article = stores.article(name[0])
        if article is not None:
            passage = article.passages[name[1]]
            hits.append(Hit(article, passage, fused[name], words.get(name, 0.0), cosines.get(name, 0.0)))
    return hits


def _scaled(scores: dict[tuple[int, int], float], floor: float) -> dict[tuple[int, int], float]:
    """Scores brought to 0…1: `floor` becomes 0 and the best one 1."""
    span = max(scores.values(), default=floor) - floor
    return {name: (score - floor) / span if span > 0 else 1.0 for name, score in scores.items()}


def articles_of(hits: Sequence[Hit]) -> list[StoredArticle]:
    """The articles of hits, best first, each once."""
    return list({hit.article.key: hit.article for hit in hits}.values())
