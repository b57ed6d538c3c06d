"""The stores of a library side by side: the articles, their passages by words, and by meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from index.additions import Prepared
from index.articles import Article
from index.catalog import Catalog, StoredArticle
from index.changes import Unfinished
from index.vectors import Vectors
from index.words import PassageWords, Words

KEPT_ARTICLES = 1000
"""Articles kept in memory for the next question."""


@dataclass(slots=True)
class Stores:
    """The stores as they stand at one generation, to be used only while a lock is held."""

    catalog: Catalog
    words: Words
    vectors: Vectors
    generation: int
    checked: bool = False
    articles: dict[int, StoredArticle | None] = field(default_factory=dict)

    def article(self, key: int) -> StoredArticle | None:
        """The article in the catalog's row `key`; those asked for last are kept."""
        article = self.articles.pop(key) if key in self.articles else self.catalog.article(key)
        self.articles[key] = article
        if len(self.articles) > KEPT_ARTICLES:
            del self.articles[next(iter(self.articles))]
        return article

    def index(self, rows: Sequence[tuple[int, Article, Prepared]]) -> None:
        """Put the passages of catalog rows into the words and the vectors."""
        names: list[tuple[int, int]] = []
        words: list[PassageWords] = []
        for key, article, prepared in rows:
            for place, passage in enumerate(prepared.derived.passages):
                names.append((key, place))
                words.append(PassageWords(key, place, article.title or "", article.text[passage.start : passage.end]))
        if names:
            self.words.add(words)
            self.vectors.add(names, np.array([vector for *_, prepared in rows for vector in prepared.vectors]))

    def drop(self, rows: Iterable[Unfinished]) -> None:
        """Take the passages of catalog rows out of the words and the vectors."""
        gone = list(rows)
        self.words.remove(row.key for row in gone)
        self.vectors.remove([(row.key, place) for row in gone for place in range(row.passages)])
