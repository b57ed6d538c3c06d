"""A library's articles -> LangChain's ways to search them, built from its own packages with the library's model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

from index.baselines import PIECES_FOUND, best_articles
from index.catalog import StoredArticle
from index.encoder import DEFAULT_MODEL, DEFAULT_MODEL_PACKAGE
from index.measures import Reply

PIECE_LENGTH, PIECE_OVERLAP = 1000, 200
"""Characters, as in LangChain's tutorial on retrieval."""


class LangChainTutorial:
    """The pipeline of LangChain's tutorial: pieces that overlap, embedded, in Chroma; shows no quotes."""

    name = "langchain"

    def __init__(self, articles: Sequence[StoredArticle], model: str) -> None:
        self._retriever = _chroma_retriever(_pieces(articles), model)

    def reply(self, question: str, k: int, today: date | None = None) -> Reply:
        """The ten articles with the nearest pieces."""
        return _reply(self._retriever, question)


class LangChainEnsemble:
    """LangChain's EnsembleRetriever: its BM25 and the tutorial's vectors by rank fusion; shows no quotes."""

    name = "langchain-ensemble"

    def __init__(self, articles: Sequence[StoredArticle], model: str) -> None:
        from langchain_classic.retrievers import EnsembleRetriever
        from langchain_community.retrievers import BM25Retriever

        pieces = _pieces(articles)
        words = BM25Retriever.from_documents(pieces, k=PIECES_FOUND)
        self._retriever = EnsembleRetriever(retrievers=[words, _chroma_retriever(pieces, model)], weights=[0.5, 0.5])

    def reply(self, question: str, k: int, today: date | None = None) -> Reply:
        """The ten articles of the pieces that stand first in both rankings together."""
        return _reply(self._retriever, question)


def _reply(retriever: Any, question: str) -> Reply:
    return Reply(best_articles(piece.metadata["article"] for piece in retriever.invoke(question)))


def _pieces(articles: Sequence[StoredArticle]) -> list[Any]:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=PIECE_LENGTH, chunk_overlap=PIECE_OVERLAP)
    origins = [{"article": article.id} for article in articles]
    pieces: list[Any] = splitter.create_documents([article.text for article in articles], origins)
    return pieces


def _chroma_retriever(pieces: Sequence[Any], model: str) -> Any:
    from chromadb.config import Settings
    from langchain_chroma import Chroma
    from langchain_huggingface import HuggingFaceEmbeddings
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    embeddings = HuggingFaceEmbeddings(model_name=_model_place(model), model_kwargs={"local_files_only": True})
    # Chroma's stores in memory are shared by name, and report their use unless told not to.
    settings = Settings(anonymized_telemetry=False)
    store = Chroma.from_documents(
        list(pieces), embeddings, collection_name=f"rival-{uuid4()}", client_settings=settings
    )
    return store.as_retriever(search_kwargs={"k": PIECES_FOUND})


def _model_place(model: str) -> str:
    """The path or name under which sentence-transformers finds the library's model."""
    spec = find_spec(DEFAULT_MODEL_PACKAGE) if model == DEFAULT_MODEL else None
    return model if spec is None or spec.origin is None else str(Path(spec.origin).parent / "model")
