"""The library inside LangChain."""

from __future__ import annotations

import asyncio

import pytest
from langchain_core.documents import Document
from langchain_core.language_models.fake_chat_models import FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough

from index.library import Library
from index.retriever import LibraryRetriever

QUESTION = "What did Naryshkin say about a joint investigation?"


@pytest.fixture
def retriever(library: Library) -> LibraryRetriever:
    return LibraryRetriever(library=library, k=2)


def test_a_document_is_a_slice_of_its_article_with_its_speaker(retriever: LibraryRetriever, library: Library) -> None:
    best = retriever.invoke(QUESTION)[0]
    article = library.get(best.metadata["article"]["id"])
    assert best.page_content == article.text[best.metadata["start"] : best.metadata["end"]]
    assert best.metadata["speaker"]["name"] == "Sergei Naryshkin"
    assert best.metadata["article"]["version"] == article.version


def test_it_answers_the_same_at_once_one_by_one_and_in_batches(retriever: LibraryRetriever) -> None:
    alone = retriever.invoke(QUESTION)
    assert asyncio.run(retriever.ainvoke(QUESTION)) == alone
    assert retriever.batch([QUESTION, QUESTION]) == [alone, alone]


def test_what_the_articles_do_not_say_gives_no_documents(retriever: LibraryRetriever) -> None:
    assert retriever.invoke("What is a good recipe for lentil soup?") == []


def test_it_works_inside_a_chain(retriever: LibraryRetriever) -> None:
    seen: list[str] = []

    def quoted(documents: list[Document]) -> str:
        seen.extend(f"{document.metadata['speaker']['name']}: {document.page_content}" for document in documents)
        return "\n".join(seen)

    prompt = ChatPromptTemplate.from_template("Answer from these quotes only:\n{quotes}\n\nQuestion: {question}")
    inputs = {"quotes": retriever | RunnableLambda(quoted), "question": RunnablePassthrough()}
    model = FakeListChatModel(responses=["The American agencies did not propose one, Naryshkin said."])
    chain = inputs | prompt | model | StrOutputParser()
    assert chain.invoke(QUESTION) == "The American agencies did not propose one, Naryshkin said."
    assert seen[0].startswith("Sergei Naryshkin: Sergei Naryshkin, head of Russia’s Foreign Intelligence Service")
