"""Passages and whole articles by their words: BM25 over normal forms. The only file that knows tantivy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import tantivy

from index.errors import LibraryError
from index.terms import forms

TITLE_TIMES = 2
"""How often the title stands before each passage: what an article is about is told there."""
_HEAP = 64_000_000


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage to index: the catalog key of its article, its place among the article's passages, and its words."""

    article: int
    place: int
    title: str
    text: str


class Words:
    """The word indexes of a library, in one folder. A writer and readers must not work at the same time.

    Raises LibraryError when the folder can't be read as an index.
    """

    def __init__(self, folder: Path) -> None:
        self._passages = _Index(folder / "passages")
        # A whole article may hold a question's words that no single passage of it holds together.
        self._articles = _Index(folder / "articles")

    def add(self, passages: Sequence[PassageWords]) -> None:
        """Add all passages of some articles; they are found, and durable, when this returns."""
        whole: dict[int, list[str]] = {}
        rows = []
        for passage in passages:
            title, text = " ".join(forms(passage.title)), " ".join(forms(passage.text))
            rows.append((passage.article, passage.place, " ".join([*[title] * TITLE_TIMES, text])))
            whole.setdefault(passage.article, [title]).append(text)
        self._passages.add(rows)
        self._articles.add((article, 0, " ".join(texts)) for article, texts in whole.items())

    def remove(self, articles: Iterable[int]) -> None:
        """Remove the articles with these catalog keys; unknown keys are no error."""
        keys = list(articles)
        self._passages.remove(keys)
        self._articles.remove(keys)

    def search(self, terms: Sequence[str], limit: int, among: Set[int] | None = None) -> list[tuple[int, int, float]]:
        """The best passages for the terms, `among` some articles, as (article key, place, BM25 score), best first."""
        return self._passages.search(terms, limit, among)

    def search_articles(
        self, terms: Sequence[str], limit: int, among: Set[int] | None = None
    ) -> list[tuple[int, float]]:
        """The best whole articles for the terms, `among` some, as (article key, BM25 score), best first."""
        return [(article, score) for article, _, score in self._articles.search(terms, limit, among)]

    def frequency(self, term: str) -> int:
        """In how many passages, or in the title above them, the term stands."""
        return int(self._passages.searcher.doc_freq("text", term))

    def starting_with(self, prefix: str) -> list[tuple[str, int]]:
        """The terms of passages and titles that start so, each with the number of passages it stands in or above."""
        return self._passages.searcher.terms_with_prefix("text", prefix)

    def count(self) -> int:
        """The number of passages."""
        return int(self._passages.searcher.num_docs)

    def names(self) -> set[tuple[int, int]]:
        """The (article key, place) of every passage."""
        return self._passages.names()

    def articles(self) -> set[int]:
        """The key of every whole article."""
        return {article for article, _ in self._articles.names()}


class _Index:
    """One tantivy index of documents that are named by an article key and a place and hold terms."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("article", indexed=True, fast=True)
        builder.add_unsigned_field("place", fast=True)
        # The terms are in their normal forms already.
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        try:
            self._index = tantivy.Index(self._schema, path=str(folder))
            self._index.config_reader("manual")
            self._index.reload()
        except (ValueError, OSError) as error:
            raise LibraryError(
                f"The word index in {folder} can't be read by this version of Quoth: run `quoth rebuild`."
            ) from error
        self.searcher = self._index.searcher()

    def add(self, rows: Iterable[tuple[int, int, str]]) -> None:
        writer = self._index.writer(_HEAP, 1)
        for article, place, words in rows:
            document = tantivy.Document()
            document.add_unsigned("article", article)
            document.add_unsigned("place", place)
            document.add_text("text", words)
            writer.add_document(document)
        self._commit(writer)

    def remove(self, articles: Sequence[int]) -> None:
        writer = self._index.writer(_HEAP, 1)
        # Deleting by a term of a number field deletes nothing, without a word.
        writer.delete_documents_by_query(tantivy.Query.term_set_query(self._schema, "article", articles))
        self._commit(writer)

    def _commit(self, writer: tantivy.IndexWriter) -> None:
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self.searcher = self._index.searcher()

    def search(self, terms: Sequence[str], limit: int, among: Set[int] | None) -> list[tuple[int, int, float]]:
        if not terms:
            return []
        wanted = (tantivy.Query.term_query(self._schema, "text", term, "freq") for term in dict.fromkeys(terms))
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in wanted])
        if among is not None:
            chosen = tantivy.Query.term_set_query(self._schema, "article", list(among))
            both = [query, tantivy.Query.const_score_query(chosen, 0.0)]
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in both])
        hits = self.searcher.search(query, limit, count=False).hits
        names = self._names([address for _, address in hits])
        return [(*name, float(score)) for (score, _), name in zip(hits, names, strict=True)]

    def names(self) -> set[tuple[int, int]]:
        count = max(1, int(self.searcher.num_docs))
        hits = self.searcher.search(tantivy.Query.all_query(), count, count=False).hits
        return set(self._names([address for _, address in hits]))

    def _names(self, addresses: list[tantivy.DocAddress]) -> list[tuple[int, int]]:
        articles = self.searcher.fast_field_values("article", addresses)
        places = self.searcher.fast_field_values("place", addresses)
        return [(int(article or 0), int(place or 0)) for article, place in zip(articles, places, strict=True)]
