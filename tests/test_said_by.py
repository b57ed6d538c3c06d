"""What somebody says across the library, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.articles import Article
from index.library import Library
from index.said_by import said_by

OLD = "Irena Vost, the mayor of Lomnik, said that the bridge was safe. Karl Brenn said it was not."
NEW = "Mayor Irena Vost said that the bridge would be closed. Shops stayed open. “It will cost a million,” she said."


@pytest.fixture(scope="module")
def news(empty_library: Callable[[], Path]) -> Iterator[Library]:
    with Library.open(empty_library()) as library:
        list(library.add([Article(NEW, "new", published="2031-05-02"), Article(OLD, "old", published="2031-05-01")]))
        yield library


@pytest.mark.parametrize("name", ["Irena Vost", "Vost", "vost"])
def test_any_part_of_a_name_finds_all_that_was_said_newest_first(news: Library, name: str) -> None:
    assert [(quote.article.origins[0], quote.text.split()[-1]) for quote in said_by(news, name)] == [
        ("new", "closed."),
        ("new", "said."),
        ("old", "safe."),
    ]


def test_about_keeps_what_has_one_of_its_words(news: Library) -> None:
    assert [quote.article.origins[0] for quote in said_by(news, "Vost", about="the cost")] == ["new"]


def test_nobody_of_that_name_says_nothing(news: Library) -> None:
    assert said_by(news, "Oduya") == []
    assert said_by(news, "") == []
