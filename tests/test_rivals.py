import pytest

from index.evaluation import evaluate
from index.library import Library
from index.questions import KnownQuestion, QuestionSet

for package in ("langchain_chroma", "langchain_classic", "langchain_community", "langchain_huggingface", "rank_bm25"):
    pytest.importorskip(package)


@pytest.mark.parametrize("system", ["langchain", "langchain-ensemble"])
def test_langchain_ranks_the_librarys_articles(library: Library, system: str) -> None:
    second = library.entries()[1].id
    asked = QuestionSet((KnownQuestion("1", library.get(second).text[:300], {second: 1}, answerable=True),), "")
    (run,) = evaluate(library, asked, systems=[system]).runs
    assert (run.system, run.figures["recall@1"].value, run.figures["quote_hit@1"].n) == (system, 1, 0)
