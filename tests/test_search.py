"""Questions find passages by words and by meaning, through misspellings and other names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.articles import Article
from index.catalog import Among
from index.errors import NoSuchArticle
from index.library import Library
from index.scope import Event
from index.search import BY_MEANING, BY_WORDS, Weights, search, understand

ARTICLES = {
    "ferry": "The ferry Alba ran aground near Port Sorrel. Its 65 passengers were taken off by trawlers.",
    "missiles": "Two missiles hit a warehouse in Kharkiv on 24 January. Brigadier Oleh Tkach blamed the wind.",
    "bakers": "Bakers in Ulmen went on strike. Their union wants shorter nights and a rise of 4.5 percent.",
    "plot": "A plot of land in Ulmen was sold for a school. The buyer, Elm Homes, plans sixty flats.",
}


@pytest.fixture(scope="module")
def news(empty_library: Callable[[], Path]) -> Iterator[Library]:
    with Library.open(empty_library()) as library:
        list(library.add(Article(text, origin=name, given_id=name) for name, text in ARTICLES.items()))
        yield library


def best(library: Library, question: str, weights: Weights) -> str:
    with library.reading() as stores:
        return search(stores, understand(library, stores, question), 5, weights)[0].article.id


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Who blamed the wind?", "missiles"),
        ("two missles", "missiles"),
        ("What happened in Kharkov?", "missiles"),
        ("on January 24th", "missiles"),
        ("sixty-five passengers", "ferry"),
        ("a 4.5% raise for the nights", "bakers"),
        ("Tkatch", "missiles"),
    ],
)
def test_words_alone_find_names_numbers_and_misspellings(news: Library, question: str, article: str) -> None:
    assert best(news, question, BY_WORDS) == article


@pytest.mark.parametrize(
    ("question", "article"),
    [("Which boat got stranded?", "ferry"), ("industrial action over bread", "bakers"), ("rockets", "missiles")],
)
def test_meaning_alone_finds_other_words(news: Library, question: str, article: str) -> None:
    assert best(news, question, BY_MEANING) == article


def test_a_common_word_that_no_article_has_is_no_misspelling(news: Library) -> None:
    with news.reading() as stores:
        (term,) = understand(news, stores, "pilot").terms
    assert (term.form, term.known) == ("pilot", False)


def test_function_words_are_not_searched_for(news: Library) -> None:
    with news.reading() as stores:
        assert [term.written for term in understand(news, stores, "What did they say about the ferry?").terms] == [
            "say",
            "ferry",
        ]


def test_a_hit_lies_within_its_article(news: Library) -> None:
    with news.reading() as stores:
        for hit in search(stores, understand(news, stores, "strike in Ulmen"), 5):
            assert hit.text == hit.article.text[hit.passage.start : hit.passage.end]
            assert 0 <= hit.score <= 1


@pytest.fixture(scope="module")
def dated(empty_library: Callable[[], Path]) -> Iterator[Library]:
    """One text about a strike by each of three outlets, the last without a date."""
    with Library.open(empty_library()) as library:
        for outlet, published in (("Ulmen Post", "2031-03-01"), ("The Gull", "2031-03-05T10:00:00"), ("Tern", None)):
            text = f"Bakers in Ulmen went on strike, the {outlet} has learnt."
            list(library.add([Article(text, outlet, outlet=outlet, published=published, given_id=outlet[-4:].lower())]))
        yield library


@pytest.mark.parametrize(
    ("among", "expected"),
    [
        (Among(), {"post", "gull", "tern"}),
        (Among(outlet="the gull"), {"gull"}),
        (Among(after="2031-03-05"), {"gull"}),
        (Among(before="2031-03-04"), {"post"}),
        (Among(after="2031-03-01", before="2031-03-05"), {"post", "gull"}),
        (Among(after="2031-03-05", undated=True), {"gull", "tern"}),
        (Among(before="2031-03-04", undated=True), {"post", "tern"}),
        (Among(article="tern"), {"tern"}),
        (Among(outlet="Nobody"), set()),
        (Among(without=("gull", "tern")), {"post"}),
    ],
)
def test_a_search_may_leave_articles_out(dated: Library, among: Among, expected: set[str]) -> None:
    with dated.reading() as stores:
        hits = search(stores, understand(dated, stores, "bakers on strike"), 10, among=among)
    assert {hit.article.id for hit in hits} == expected


def test_an_article_that_can_hardly_tell_of_an_event_stands_behind_its_like(dated: Library) -> None:
    with dated.reading() as stores:
        asked = understand(dated, stores, "bakers on strike")
        hits = search(stores, asked, 10, event=Event("2031-03-04", ""))
        assert hits[-1].article.id == "post"
        named = search(stores, asked, 10, event=Event("2031-03-04", r"\bPost\b"))
        dates_unmet = search(stores, asked, 10, among=Among(after="2031-01-01"), event=Event("2032-01-01", ""))
        assert named == search(stores, asked, 10)
        assert dates_unmet == search(stores, asked, 10, among=Among(after="2031-01-01"))


def test_whole_names_of_outlets_may_be_asked_for_and_every_outlet_is_known(dated: Library) -> None:
    assert dated.outlets() == {"Ulmen Post", "The Gull", "Tern"}
    with dated.reading() as stores:
        names = [stores.catalog.keys_among(Among(outlets=names)) for names in (("Gull",), ("The Gull", "Tern"))]
    assert [len(keys) for keys in names] == [0, 2]


def test_an_article_that_is_not_there_cannot_be_searched(dated: Library) -> None:
    with dated.reading() as stores, pytest.raises(NoSuchArticle):
        search(stores, understand(dated, stores, "strike"), 10, among=Among(article="nowhere"))


def test_of_passages_alike_the_one_under_a_title_with_the_question_words_comes_first(
    empty_library: Callable[[], Path],
) -> None:
    same = "The council of Ulmen met in the evening and heard of the strike"
    titles = {"strike": "Bakers strike in Ulmen", "roof": "School roof in Ulmen leaks"}
    with Library.open(empty_library()) as library:
        rows = enumerate(titles.items())
        list(library.add(Article(f"{same} {n}.", origin=key, given_id=key, title=title) for n, (key, title) in rows))
        assert best(library, "the bakers strike", BY_WORDS) == "strike"


def test_a_long_article_does_not_keep_others_from_being_found(news: Library) -> None:
    with news.reading() as stores:
        hits = search(stores, understand(news, stores, "Ulmen"), 1)
    assert {"bakers", "plot"} <= {hit.article.id for hit in hits}


def test_a_word_that_only_a_title_has_is_put_right_as_the_title_writes_it(empty_library: Callable[[], Path]) -> None:
    with Library.open(empty_library()) as library:
        list(library.add([Article("The council met.", origin="a", title="Accusations against the mayor")]))
        with library.reading() as stores:
            assert understand(library, stores, "the acusations").spelt == "the Accusations"


def test_of_passages_alike_the_one_whose_article_opens_on_the_matter_comes_first(
    empty_library: Callable[[], Path],
) -> None:
    end = "The inspector will publish his findings in March."
    openings = {"school": "The roof of a school in Ulmen leaks.", "ferry": "A ferry has run aground near Port Sorrel."}
    with Library.open(empty_library()) as library:
        rows = ((name, f"{opening} {'Nobody was hurt. ' * 60}") for name, opening in openings.items())
        list(library.add(Article(f"{text}\n\n{end}", name, given_id=name) for name, text in rows))
        with library.reading() as stores:
            asked = understand(library, stores, "When does the inspector of ships publish?")
            hits = [hit for hit in search(stores, asked, 10) if hit.text.endswith(end)]
    assert [hit.article.id for hit in hits] == ["ferry", "school"]
