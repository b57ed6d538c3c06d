"""Passages by their words: BM25 over normal forms. The only file that knows tantivy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from index.errors import LibraryError
from index.terms import forms

TITLE_BOOST = 0.5
"""How much a word in the title counts beside one in the passage itself."""
_HEAP = 64_000_000


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage to index: the catalog key of its article, its place among the article's passages, and its words."""

    article: int
    place: int
    title: str
    text: str


class Words:
    """The word index of a library, in one folder. A writer and readers must not work at the same time.

    Raises LibraryError when the folder can't be read as an index.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("article", indexed=True, fast=True)
        builder.add_unsigned_field("place", fast=True)
        # The fields hold terms already in their normal forms.
        builder.add_text_field("title", tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        try:
            self._index = tantivy.Index(self._schema, path=str(folder))
            self._index.config_reader("manual")
            self._index.reload()
        except (ValueError, OSError) as error:
            raise LibraryError(f"The word index in {folder} can't be read: run `quoth rebuild`.") from error
        self._searcher = self._index.searcher()

    def add(self, passages: Iterable[PassageWords]) -> None:
        """Add passages; they are found, and durable, when this returns."""
        writer = self._index.writer(_HEAP, 1)
        for passage in passages:
            document = tantivy.Document()
            document.add_unsigned("article", passage.article)
            document.add_unsigned("place", passage.place)
            document.add_text("title", " ".join(forms(passage.title)))
            document.add_text("text", " ".join(forms(passage.text)))
            writer.add_document(document)
        self._commit(writer)

    def remove(self, articles: Iterable[int]) -> None:
        """Remove all passages of the articles with these catalog keys; unknown keys are no error."""
        writer = self._index.writer(_HEAP, 1)
        # Deleting by a term of a number field deletes nothing, without a word.
        writer.delete_documents_by_query(tantivy.Query.term_set_query(self._schema, "article", list(articles)))
        self._commit(writer)

    def _commit(self, writer: tantivy.IndexWriter) -> None:
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, terms: Sequence[str], limit: int) -> list[tuple[int, int, float]]:
        """The best passages for the terms as (article key, place, BM25 score), best first."""
        parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
        for term in dict.fromkeys(terms):
            for field, boost in (("text", 1.0), ("title", TITLE_BOOST)):
                query = tantivy.Query.term_query(self._schema, field, term, index_option="freq")
                parts.append((tantivy.Occur.Should, tantivy.Query.boost_query(query, boost)))
        if not parts:
            return []
        hits = self._searcher.search(tantivy.Query.boolean_query(parts), limit, count=False).hits
        return [
            (article, place, float(score))
            for (score, _), (article, place) in zip(hits, self._names([address for _, address in hits]), strict=True)
        ]

    def frequency(self, term: str) -> int:
        """In how many passages the term stands."""
        return int(self._searcher.doc_freq("text", term))

    def starting_with(self, prefix: str) -> list[tuple[str, int]]:
        """The terms of all passages that start so, each with the number of passages it stands in."""
        return self._searcher.terms_with_prefix("text", prefix)

    def count(self) -> int:
        """The number of passages."""
        return int(self._searcher.num_docs)

    def names(self) -> set[tuple[int, int]]:
        """The (article key, place) of every passage."""
        hits = self._searcher.search(tantivy.Query.all_query(), max(1, self.count()), count=False).hits
        return set(self._names([address for _, address in hits]))

    def _names(self, addresses: list[tantivy.DocAddress]) -> list[tuple[int, int]]:
        articles = self._searcher.fast_field_values("article", addresses)
        places = self._searcher.fast_field_values("place", addresses)
        return [(int(article or 0), int(place or 0)) for article, place in zip(articles, places, strict=True)]
