"""Words meet in their normal forms, whatever their spelling."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.terms import STOP_TERMS, forms, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("missiles", "missile"),
        ("Brandt’s", "brandt"),
        ("sixty five", "65"),
        ("sixty-five", "65"),
        ("two hundred and six", "206"),
        ("three thousand four hundred", "3,400"),
        ("the 24th", "the 24"),
        ("Kiev", "Kyiv"),
        ("Kharkov", "Kharkiv"),
        ("U.S.", "US"),
        ("José", "Jose"),
        ("O'Brien", "O’Brien"),
    ],
)
def test_two_spellings_have_one_form(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five hundred, six", ["500", "6"]),
        ("nineteen twenty", ["19", "20"]),
        ("one of them", ["one", "of", "them"]),
        ("six men and six women", ["6", "men", "and", "6", "women"]),
        ("tell us", ["tell", "us"]),
        ("Il-76", ["il", "76"]),
        ("3.5", ["3.5"]),
    ],
)
def test_numbers_and_names_are_told_apart(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_function_words_are_stop_terms_and_negation_keeps_its_numbers() -> None:
    assert set(forms("what did they say about the")) & STOP_TERMS == {"what", "did", "they", "about", "the"}


@given(st.text())
def test_each_term_stands_for_a_slice_of_the_text_in_order(text: str) -> None:
    found = terms(text)
    assert all(0 <= term.start < term.end <= len(text) and term.form for term in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
