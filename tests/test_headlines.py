"""Headlines are read as sentences are, letter for letter in the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution import attribute
from index.claims.headlines import written_as_sentence
from index.sentences import split


@pytest.mark.parametrize(
    ("headline", "written"),
    [
        ("Mayor Ines Calder Accuses Oduya Of Fraud", "Mayor Ines Calder accuses Oduya of Fraud"),
        ("“The Dam Is Safe,” Says White House", "“The Dam is Safe,” says White House"),
        ("The New York Times Says WHO Is Late", "The New York Times says WHO is Late"),
        ("Theresa May Says United States Will Pay", "Theresa May says United States will Pay"),
        ("The council met in Halden", "The council met in Halden"),
        ("Ines Calder, Karl Oduya, Ada Brandt", "Ines Calder, Karl Oduya, Ada Brandt"),
        ("MAYOR SAYS IT IS LATE", "MAYOR SAYS IT IS LATE"),
    ],
)
def test_a_headline_has_small_letters_for_its_verbs_and_small_words(headline: str, written: str) -> None:
    assert written_as_sentence(headline) == written


@given(st.lists(st.sampled_from("Mayor Says Of İzmir ẞ “ Accuses Denies’s It’s Halden, over".split())))
def test_no_letter_changes_its_place(words: list[str]) -> None:
    sentence = " ".join(words)
    written = written_as_sentence(sentence)
    assert [letter.lower() for letter in written] == [letter.lower() for letter in sentence]


def test_the_words_of_a_headline_are_no_name() -> None:
    text = "Mayor Ines Calder Accuses Oduya Of Fraud\n\nThe mayor has asked the police to act, a clerk said."
    assert {a.name for a in attribute(text, split(text))} <= {"Ines Calder", "a clerk"}
