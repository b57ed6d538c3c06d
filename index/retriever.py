"""The library as a LangChain retriever: each document is a quote, with its span, article and speaker as metadata."""

from __future__ import annotations

import asyncio

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.catalog import Among
from index.library import Library
from index.quotes import Quote, find_quotes
from index.search import EVERY_ARTICLE


class LibraryRetriever(BaseRetriever):
    """Question -> up to `k` quotes as documents, best first; none when the articles, or those `among`, don't say.

    A document's `page_content` is the quote, word for word. Its metadata are the other keys of a quote in an answer of
    format version 1 (`start`, `end`, `paragraph`, `article`, `speaker`, `score`), and the answer's `confidence`. Raises
    the errors of `index.errors`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    k: int = 3
    among: Among = EVERY_ARTICLE

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        findings = find_quotes(self.library, query, self.k, self.among)
        if findings.reason:
            return []
        return [_document(quote, findings.confidence) for quote in findings.quotes]

    async def _aget_relevant_documents(
        self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun
    ) -> list[Document]:
        return await asyncio.to_thread(self._get_relevant_documents, query, run_manager=run_manager.get_sync())


def _document(quote: Quote, confidence: float) -> Document:
    metadata = quote.as_dict()
    words = metadata.pop("text")
    return Document(
        id=f"{quote.article.version}:{quote.start}-{quote.end}",
        page_content=words,
        metadata={**metadata, "confidence": confidence},
    )
