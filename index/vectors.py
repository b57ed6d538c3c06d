"""Passages by their meaning: nearest vectors. The only file that knows chromadb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import VectorStoreError

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

T = TypeVar("T")

UPSERT_LIMIT = 5_000
"""Rows written at once: Chroma takes at most 5,461."""


class Vectors:
    """The passages' vectors in a Chroma folder, or in a Chroma server's collection.

    A passage is named by (article key, place). Raises VectorStoreError when Chroma does not answer.
    """

    def __init__(self, place: Path | str, collection: str) -> None:
        self.place = place
        self._name = collection
        self._client: Any = None  # ClientAPI does not declare the close() that its clients have
        self._collection: Collection | None = None

    def add(self, names: Sequence[tuple[int, int]], vectors: NDArray[np.float32]) -> None:
        """Store unit vectors, shape (len(names), dimensions); a name that is there already gets the new vector."""
        for at in range(0, len(names), UPSERT_LIMIT):
            part = slice(at, at + UPSERT_LIMIT)
            ids = [_id(*name) for name in names[part]]
            self._call(partial(_upsert, ids=ids, vectors=vectors[part]))

    def remove(self, names: Sequence[tuple[int, int]]) -> None:
        """Remove the vectors of these passages; unknown names are no error."""
        for at in range(0, len(names), UPSERT_LIMIT):
            ids = [_id(*name) for name in names[at : at + UPSERT_LIMIT]]
            self._call(partial(_delete, ids=ids))

    def search(
        self, vector: NDArray[np.float32], limit: int, among: Sequence[tuple[int, int]] | None = None
    ) -> list[tuple[int, int, float]]:
        """The passages nearest to a unit vector as (article key, place, cosine), nearest first; `among` some only."""
        if among is not None and not among:
            return []
        ids = None if among is None else [_id(*name) for name in among]
        found = self._call(lambda collection: collection.query(vector, n_results=limit, include=["distances"], ids=ids))
        assert found["distances"] is not None
        return [
            (*_name(id_), 1.0 - float(distance))
            for id_, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def count(self) -> int:
        """The number of vectors."""
        return self._call(lambda collection: collection.count())

    def names(self) -> set[tuple[int, int]]:
        """The (article key, place) of every vector."""
        return {_name(id_) for id_ in self._call(lambda collection: collection.get(include=[]))["ids"]}

    def clear(self) -> None:
        """Remove all vectors, so that ones of another length can follow."""
        self._call(lambda collection: self._connected().delete_collection(self._name))
        self.close()

    def close(self) -> None:
        """Let go of the folder or the server; the next call opens it again."""
        client, self._client, self._collection = self._client, None, None
        if client is not None:
            client.close()

    def _call(self, step: Callable[[Collection], T]) -> T:
        """What one step on the collection returns, tried once more on a fresh connection if a server was restarted."""
        try:
            return step(self._opened())
        except self._errors():
            self.close()
        try:
            return step(self._opened())
        except self._errors() as error:
            self.close()
            if isinstance(self.place, Path):
                message = f"The vectors in {self.place} can't be read: run `quoth rebuild`."
            else:
                message = f"The Chroma server at {self.place} does not answer: start it, or unset QUOTH_CHROMA."
            raise VectorStoreError(message) from error

    @staticmethod
    def _errors() -> tuple[type[Exception], ...]:
        import httpx
        from chromadb.errors import ChromaError

        # Of a damaged folder Chroma tells by an AttributeError of its own.
        return (ChromaError, httpx.HTTPError, ValueError, OSError, AttributeError)

    def _opened(self) -> Collection:
        if self._collection is None:
            # Cosine can't be chosen later; and unless told otherwise Chroma downloads a model of its own.
            self._collection = self._connected().get_or_create_collection(
                self._name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
        return self._collection

    def _connected(self) -> Any:
        if self._client is None:
            import chromadb
            from chromadb.config import Settings

            settings = Settings(anonymized_telemetry=False)
            if isinstance(self.place, Path):
                self._client = chromadb.PersistentClient(str(self.place), settings=settings)
            else:
                url = urlsplit(self.place)
                port = url.port or (443 if url.scheme == "https" else 80)
                self._client = chromadb.HttpClient(url.hostname or "", port, url.scheme == "https", settings=settings)
        return self._client


def _upsert(collection: Collection, ids: list[str], vectors: NDArray[np.float32]) -> None:
    collection.upsert(ids=ids, embeddings=vectors)


def _delete(collection: Collection, ids: list[str]) -> None:
    collection.delete(ids=ids)


def _id(article: int, place: int) -> str:
    return f"{article}:{place}"


def _name(id_: str) -> tuple[int, int]:
    article, _, place = id_.partition(":")
    return int(article), int(place)
