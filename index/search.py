"""Question -> hits: passages found by their words and by their meaning, the two fused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.catalog import Among, StoredArticle
from index.library import Library
from index.passages import Passage
from index.scope import Event
from index.stores import Stores
from index.terms import STOP_TERMS, terms
from index.words import Words

K = TypeVar("K")

CANDIDATES = 200
"""Passages, and whole articles, that each way of searching proposes."""

ARTICLES = 10
"""Articles that a search finds at least, if the proposed passages are of so many."""

BESIDE_EVENT = 0.85
"""What is left of a passage's score when its article can't well tell of the event asked about and others can."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each way of searching adds to a hit's score.

    The passage's words, its meaning, its whole article's words, and the meaning of the article's first passage, which
    tells what the whole is about.
    """

    words: float
    meaning: float
    article: float
    opening: float


EVERY_ARTICLE = Among()
FUSED = Weights(words=0.09, meaning=0.36, article=0.46, opening=0.09)
BY_WORDS = Weights(words=0.5, meaning=0.0, article=0.5, opening=0.0)
BY_MEANING = Weights(words=0.0, meaning=1.0, article=0.0, opening=0.0)


@dataclass(frozen=True, slots=True)
class QuestionTerm:
    """A word of a question that carries meaning: as written, in the form searched for, and its rarity in the library.

    `known` is False when the form stands in no passage or title. `weight` is the inverse document frequency, at least
    0.
    """

    written: str
    form: str
    known: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the stores are asked it: with misspellings put right, its terms, its unit vector (dimensions,)."""

    text: str
    spelt: str
    terms: tuple[QuestionTerm, ...]
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its fused score and its share of the best score by words, 0 to 1; its cosine, 0 if unknown."""

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
    spelt = question
    for term in reversed(terms(question)):
        if term.form in STOP_TERMS:
            continue
        form, written = term.form, question[term.start : term.end]
        # A word that the encoder knows is spelt as meant: "pilot" is no slip for "plot".
        if not stores.words.frequency(form) and not library.encoder.knows(written):
            form = _nearest(stores.words, form)
            if form != term.form:
                spelt = spelt[: term.start] + _as_written(stores, form) + spelt[term.end :]
        frequency = stores.words.frequency(form)
        weight = log(1 + (total - frequency + 0.5) / (frequency + 0.5))
        found[form] = QuestionTerm(written, form, frequency > 0, weight)
    return Question(question, spelt, tuple(reversed(found.values())), library.encoder.encode_query(spelt))


def _as_written(stores: Stores, form: str) -> str:
    """A term as the library's articles write it."""
    for key, place, _ in stores.words.search([form], 1):
        article = stores.article(key)
        if article is not None:
            passage = article.passages[place]
            # The title is searched with the passage, and may alone have the word.
            text = f"{article.text[passage.start : passage.end]}\n{article.title or ''}"
            return next((text[t.start : t.end] for t in terms(text) if t.form == form), form)
    return form


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


def search(  # noqa: PLR0913, PLR0917 - what to look for, how, and where
    stores: Stores,
    question: Question,
    limit: int,
    weights: Weights = FUSED,
    among: Among = EVERY_ARTICLE,
    event: Event | None = None,
) -> list[Hit]:
    """The best passages for a question, best first: each way's scores as shares of its best one, added by weight.

    Where the first `limit` are of fewer than `ARTICLES` articles, the best passages of more articles follow. `among`
    leaves articles out, `event` puts those first that suit it. Raises NoSuchArticle when `among` names one that is not
    there.
    """
    asked = [term.form for term in question.terms]
    keys = names = None
    if among != EVERY_ARTICLE:
        keys = stores.catalog.keys_among(among)
        names = [name for name in stores.catalog.names() if name[0] in keys]
    words = {(key, place): score for key, place, score in stores.words.search(asked, CANDIDATES, keys)}
    cosines = {(key, place): cosine for key, place, cosine in stores.vectors.search(question.vector, CANDIDATES, names)}
    articles = _shares(dict(stores.words.search_articles(asked, CANDIDATES, keys)), missing=0.0)
    # A passage that meaning did not propose is at most as near as the last one that it did.
    farthest = max(0.0, min(cosines.values(), default=0.0))
    by_words, by_meaning = _shares(words, missing=0.0), _shares(cosines, missing=farthest)
    fused = {
        name: weights.words * by_words[name]
        + weights.meaning * by_meaning[name]
        + weights.article * articles[name[0]]
        + weights.opening * by_meaning[name[0], 0]
        for name in (words if weights.words else {}) | (cosines if weights.meaning else {})
    }
    best = _leading(sorted(fused, key=lambda name: (-fused[name], name)), limit)
    found = ((name, stores.article(name[0])) for name in best)
    hits = [
        Hit(article, article.passages[place], fused[key, place], by_words[key, place], cosines.get((key, place), 0.0))
        for (key, place), article in found
        if article is not None
    ]
    return _suited(hits, event) if event else hits


def _leading(names: Sequence[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
    """The first passages of a list, and after them the first of each further article until there are enough."""
    leading = list(names[:limit])
    known = {article for article, _ in leading}
    for name in names[limit:]:
        if len(known) >= ARTICLES:
            break
        if name[0] not in known:
            known.add(name[0])
            leading.append(name)
    return leading


def _suited(hits: Sequence[Hit], event: Event) -> list[Hit]:
    """The hits, those of articles that suit an event before others of like score."""
    suits = {hit.article.key: event.suits(hit.article) for hit in hits}
    if not any(suits.values()):
        return list(hits)
    weighed = [hit if suits[hit.article.key] else replace(hit, score=BESIDE_EVENT * hit.score) for hit in hits]
    return sorted(weighed, key=lambda hit: -hit.score)


def _shares(scores: Mapping[K, float], missing: float) -> defaultdict[K, float]:
    """Scores as shares of the best one; a name that has none is taken to have scored `missing`."""
    best = max(scores.values(), default=0.0)
    shares: defaultdict[K, float] = defaultdict(lambda: missing / best if best > 0 else 0.0)
    shares.update({name: max(0.0, score) / best if best > 0 else 0.0 for name, score in scores.items()})
    return shares
