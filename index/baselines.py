"""A library's articles -> the plain systems that ours is compared with, on the same articles."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from index.catalog import StoredArticle
from index.library import Library
from index.measures import RANKING_LENGTH, Reply, Shown

PIECE_LENGTH = 1000
"""Characters of the pieces that baselines search."""

PIECES_FOUND = 100
"""Pieces from which a ranking of articles is made."""


def best_articles(pieces: Iterable[str]) -> tuple[str, ...]:
    """The ids of the articles whose pieces were found, best first, each at its best piece."""
    return tuple(dict.fromkeys(pieces))[:RANKING_LENGTH]


class BM25:
    """Ranks articles by their best piece and shows the best sentences, both by BM25 over stems; never refuses.

    The title stands before each piece, without which BM25 finds less.
    """

    name = "bm25"

    def __init__(self, articles: Sequence[StoredArticle]) -> None:
        pieces = [
            (article.id, f"{article.title or ''} {piece}")
            for article in articles
            for piece in textwrap.wrap(article.text, PIECE_LENGTH)
        ]
        self._piece_articles = [id for id, _ in pieces]
        self._pieces = _Ranking([text for _, text in pieces])
        self._shown = [
            Shown(article.text[s.start : s.end], article.id) for article in articles for s in article.sentences
        ]
        self._sentences = _Ranking([shown.text for shown in self._shown])

    def reply(self, question: str, k: int, today: date | None = None) -> Reply:
        """The ten best articles and `k` best sentences that share a word with the question."""
        ranking = best_articles(self._piece_articles[place] for place in self._pieces.best(question, PIECES_FOUND))
        return Reply(ranking, tuple(self._shown[place] for place in self._sentences.best(question, k)))


class _Ranking:
    """Texts, found by the words they share with a question."""

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s
        import Stemmer

        self._stemmer = Stemmer.Stemmer("english")
        tokens = self._tokens(texts)
        self._bm25: Any = None
        # bm25s can't index a collection without any word.
        if tokens.vocab:
            self._bm25 = bm25s.BM25()
            self._bm25.index(tokens, show_progress=False)
        self._count = len(texts)

    def best(self, question: str, limit: int) -> list[int]:
        """Places of the best texts, best first; none that shares no word."""
        if self._bm25 is None:
            return []
        places, scores = self._bm25.retrieve(self._tokens([question]), k=min(limit, self._count), show_progress=False)
        return [int(place) for place, score in zip(places[0], scores[0], strict=True) if score > 0]

    def _tokens(self, texts: Sequence[str]) -> Any:
        import bm25s

        return bm25s.tokenize(list(texts), stopwords="en", stemmer=self._stemmer, show_progress=False)


class Dense:
    """Ranks articles by the vector nearest to the question's, of those that the library holds; shows no quotes."""

    name = "dense"

    def __init__(self, library: Library) -> None:
        self._library = library

    def reply(self, question: str, k: int, today: date | None = None) -> Reply:
        """The ten articles with the nearest passages."""
        vector = self._library.encoder.encode_query(question)
        with self._library.reading() as stores:
            nearest = stores.vectors.search(vector, PIECES_FOUND)
            articles = [stores.article(key) for key, _, _ in nearest]
        return Reply(best_articles(article.id for article in articles if article is not None))
