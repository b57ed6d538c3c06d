import pytest

from index.articles import Article
from index.baselines import BM25, best_articles
from index.catalog import StoredArticle
from index.sentences import split


def stored(id: str, text: str, title: str | None = None) -> StoredArticle:
    version = Article(text, id).version
    return StoredArticle(0, id, version, title, None, None, None, (id,), True, text, tuple(split(text)), (), ())


NEWS = [
    stored("ferries", "The harbour of Velm was closed. A storm sank two ferries."),
    stored("mayor", "Mayor Odessa Pell opened a reading room. Children sang.", title="New library in Velm"),
    stored("tickets", "Tickets got cheaper. " + "Nobody noticed. " * 100 + "The ferry company lost its money."),
]


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Who opened the reading room?", "mayor"),
        ("Where is the new library?", "mayor"),
        ("Who lost money?", "tickets"),
        ("What closes a harbour?", "ferries"),
    ],
)
def test_bm25_ranks_articles_by_stems_of_the_title_and_the_whole_text(question: str, article: str) -> None:
    assert BM25(NEWS).reply(question, 1).ranking[0] == article


def test_bm25_shows_the_best_sentences_and_never_refuses() -> None:
    reply = BM25(NEWS).reply("storms and ferries", 2)
    assert reply.quotes is not None
    assert [shown.text for shown in reply.quotes] == ["A storm sank two ferries.", "The ferry company lost its money."]
    assert not reply.refused


def test_bm25_finds_nothing_that_shares_no_word() -> None:
    reply = BM25(NEWS).reply("Is it the zebra?", 5)
    assert (reply.ranking, reply.quotes) == ((), ())


@pytest.mark.parametrize("articles", [[], [stored("empty", "It is.")]])
def test_bm25_bears_a_collection_without_words(articles: list[StoredArticle]) -> None:
    assert BM25(articles).reply("Who is it?", 5).ranking == ()


def test_an_article_stands_where_its_best_piece_does() -> None:
    assert best_articles(["a", "b", "a", "c"]) == ("a", "b", "c")


def test_ten_articles_are_ranked() -> None:
    assert len(best_articles(map(str, range(20)))) == 10
