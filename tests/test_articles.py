import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import HEADLINE_LENGTH, STANDARD_INPUT, Article, headline, iso_date, shown_origin


def test_the_version_is_the_hash_of_the_text_alone():
    article = Article(text="Паром вернулся.", origin="/a.txt", title="Паром")
    assert article.version == hashlib.sha256("Паром вернулся.".encode()).hexdigest()
    assert Article(text="Паром вернулся.", origin="/b.txt").version == article.version


def test_the_id_is_the_given_one_else_the_start_of_the_version():
    assert Article(text="Text.", origin="/a.txt", given_id="ferry-7").id == "ferry-7"
    assert Article(text="Text.", origin="/a.txt").id == Article(text="Text.", origin="/a.txt").version[:12]


def test_a_headline_is_the_title_else_the_opening_words():
    assert headline("Ferry returns", "The ferry returned.") == "Ferry returns"
    assert headline(None, "The ferry\n\nreturned.") == "The ferry returned."


@given(st.lists(st.text("abcdé", min_size=1, max_size=30), min_size=1).map(" ".join))
def test_a_long_opening_is_cut_at_a_word(text):
    shown = headline(None, text)
    assert len(shown) <= HEADLINE_LENGTH + 1
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]) and text[len(shown) - 1] == " ")


def test_an_opening_without_spaces_is_cut_all_the_same():
    assert headline(None, "x" * 500) == "x" * HEADLINE_LENGTH + "…"


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        ("https://courier.example/ferry?id=3", "https://courier.example/ferry?id=3"),
        ("/home/egor/secret/ferry.txt", "ferry.txt"),
        ("/home/egor/secret #1/news.jsonl#7", "news.jsonl#7"),
        ("/home/egor/secret/news.jsonl#a%2Fb", "news.jsonl#a%2Fb"),
        ("C:\\Users\\egor\\ferry.txt", "ferry.txt"),
        (f"{STANDARD_INPUT}#39027cf06e49", "standard input"),
    ],
)
def test_people_see_no_folders(origin, shown):
    assert shown_origin(origin) == shown


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2024-01-24", "2024-01-24"),
        ("2024-01-24T10:00:00Z", "2024-01-24T10:00:00+00:00"),
        ("2024-01-24 10:00", "2024-01-24T10:00:00"),
        ("20240124", "2024-01-24"),
        ("Jan. 24, 2024", "2024-01-24"),
        ("Wed, 24 Jan 2024 10:30:00 GMT", "2024-01-24T10:30:00+00:00"),
        ("24 января 2024 г., 15:40", "2024-01-24T15:40:00"),
        ("24 січня 2024", "2024-01-24"),
        ("24.01.2024", "2024-01-24"),
        ("13/04/2024", "2024-04-13"),
    ],
)
def test_dates_become_iso(given, iso):
    assert iso_date(given) == iso


@pytest.mark.parametrize(
    "given",
    "03/04/2024|05-06-07|yesterday|2 hours ago|Monday|January 2024|2024|2024-01|10:30|1706054400|1706051400123"
    "|2024-13-40|Spring 2024|n/a|Article 5 of 2024".split("|"),
)
def test_what_is_no_certain_date_stays_as_it_was_given(given):
    assert iso_date(given) == given


@given(st.text(max_size=30))
def test_a_date_without_figures_is_never_invented(given):
    if not any(c.isdigit() for c in given):
        assert iso_date(given) == " ".join(given.split())
