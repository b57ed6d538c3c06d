"""Headlines are read as sentences are, letter for letter in the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution import attribute
from index.claims.headlines import written_as_sentences
from index.sentences import split

BODY = "The council met in Halden. Residents accuse its port authority of fraud, said Calder of Marsh House."


@pytest.mark.parametrize(
    ("headline", "written"),
    [
        ("Mayor Ines Calder Accuses Oduya Of Fraud", "Mayor Ines Calder accuses Oduya of fraud"),
        ("Halden Port Authority Denies Leak", "Halden port authority denies leak"),
        ("Residents Warn Of Floods At Marsh House", "Residents warn of Floods at Marsh House"),
        ("The council met in Halden", "The council met in Halden"),
        ("Ines Calder, Karl Oduya", "Ines Calder, Karl Oduya"),
    ],
)
def test_a_headline_has_small_letters_where_the_article_or_the_language_has_them(headline: str, written: str) -> None:
    assert written_as_sentences([headline, *BODY.split(". ")])[0] == written


@given(st.lists(st.text(), max_size=4))
def test_no_letter_changes_its_place(sentences: list[str]) -> None:
    assert [len(sentence) for sentence in written_as_sentences(sentences)] == [len(sentence) for sentence in sentences]


def test_the_words_of_a_headline_are_no_name() -> None:
    text = "Mayor Ines Calder Accuses Oduya Of Fraud\n\nThe mayor has asked the police to act, a clerk said."
    assert {a.name for a in attribute(text, split(text))} <= {"Ines Calder", "a clerk"}
