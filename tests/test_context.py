"""A quote begins where it can be understood, and never with somebody else's words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution import Attribution
from index.catalog import StoredArticle
from index.context import first_place
from index.sentences import split

BEFORE = "Irena Vost met two engineers in Lomnik on Monday."
OWN_VOICE = ("article", None)
CUE = ((0, 1),)
"""Where a cue stands does not matter here, only that there is one."""
VOST, BRENN = ("named", "Irena Vost"), ("named", "Karl Brenn")


def article(text: str, *claims: tuple[str, tuple[str, str | None]]) -> StoredArticle:
    """An article in which each of some words is claimed by somebody."""
    attributions = []
    for words, (kind, name) in claims:
        start = text.index(words)
        attributions.append(Attribution(((start, start + len(words)),), CUE, (), kind, name))
    about = ("id", "f" * 64, None, None, None, None, ("place",), True)
    return StoredArticle(1, *about, text, tuple(split(text)), tuple(attributions), ())


@pytest.mark.parametrize(
    "sentence",
    [
        "She praised them.",
        "“It was a pump.”",
        "These were old tanks.",
        "The latter refused.",
        "The pair left at noon.",
        "The other stayed.",
        "Both were tired.",
        "Neither spoke.",
        "Another engineer came later.",
        "Others stayed away.",
        "One of them wept.",
        "Two were from Orlo.",
        "Some of these had been drinking.",
        "None was paid.",
        "But the firm paid the fine.",
        "And the price rose.",
        "So the tanks burned.",
        "However, the firm denied it.",
        "Instead they sang.",
        "There, they signed a paper.",
        "At the same time, the price of petrol rose.",
        "At that moment a siren sounded.",
        "As a result, the depot was shut.",
        "In response, the army sent a drone.",
        "For this reason the depot was shut.",
        "That is why the depot was shut.",
        "After that, the depot was shut.",
        "Because of this the depot was shut.",
        "Even so, the depot was shut.",
    ],
)
def test_a_sentence_that_points_back_brings_the_one_before(sentence: str) -> None:
    assert first_place(article(f"{BEFORE} {sentence}"), 1, OWN_VOICE, 2) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "The depot burned.",
        "This week the depot burned.",
        "Those who saw the fire were asked to come.",
        "Both Lomnik and Orlo have depots.",
        "Both the army and the firm have depots.",
        "Neither Lomnik nor Orlo has a depot.",
        "One of the depots burned.",
        "Two engineers were hurt.",
        "So far nobody has been charged.",
        "So many came that the hall was full.",
        "There are nine tanks in the depot.",
        "Instead of petrol the depot held sand.",
        "In response to the fire, the army sent a drone.",
        "As a result of the fire, the depot was shut.",
        "Items of value were saved.",
        "Heat made the tanks burst.",
        "Butter was saved.",
    ],
)
def test_a_sentence_that_stands_alone_stays_alone(sentence: str) -> None:
    assert first_place(article(f"{BEFORE} {sentence}"), 1, OWN_VOICE, 2) == 1


def test_no_more_sentences_are_joined_than_allowed() -> None:
    text = article("Irena Vost spoke. She sat. She stood. She left.")
    assert [first_place(text, 3, OWN_VOICE, joined) for joined in (0, 1, 2, 3, 9)] == [3, 2, 1, 0, 0]


def test_another_paragraph_is_not_joined() -> None:
    assert first_place(article(f"{BEFORE}\n\nShe praised them."), 1, OWN_VOICE, 2) == 1


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_sentence_within_a_quotation_brings_its_beginning(marks: str) -> None:
    first, last = marks
    said = f"{first}We counted nine tanks. Every tank was full. Smoke rose.{last}"
    text = article(f"{said} Irena Vost left Lomnik.", (said, VOST))
    assert [first_place(text, place, VOST, 2) for place in (1, 2)] == [0, 0]
    assert first_place(text, 3, OWN_VOICE, 2) == 3


@pytest.mark.parametrize(("answer", "first"), [("Yes, by a third.", 0), ("No. Not one.", 0), ("Prices rose.", 1)])
def test_an_answer_brings_the_question_but_a_full_sentence_needs_none(answer: str, first: int) -> None:
    text = article(f"Will petrol cost more?\n\n{answer}", (answer, VOST))
    assert first_place(text, 1, VOST, 2) == first


def test_a_question_that_somebody_else_asks_stays_with_whoever_asks_it() -> None:
    text = article("Will petrol cost more?\n\nYes, by a third.", ("Will petrol cost more?", BRENN), ("Yes, by", VOST))
    assert first_place(text, 1, VOST, 2) == 1


@pytest.mark.parametrize(
    ("claims", "speaker", "first"),
    [
        ((), OWN_VOICE, 0),
        ((("praised them", VOST),), VOST, 0),  # the article's own words name her
        ((("praised them", BRENN),), BRENN, 1),
        ((("met two engineers", BRENN), ("praised them", VOST)), VOST, 1),
        ((("met two engineers", VOST), ("praised them", VOST)), VOST, 0),
        ((("met two engineers", VOST), ("in Lomnik", BRENN), ("praised them", VOST)), VOST, 1),
        ((("met two engineers", VOST),), OWN_VOICE, 1),
    ],
)
def test_what_is_joined_is_the_speakers_or_leads_the_speaker_in(
    claims: tuple[tuple[str, tuple[str, str | None]], ...], speaker: tuple[str, str | None], first: int
) -> None:
    assert first_place(article(f"{BEFORE} She praised them.", *claims), 1, speaker, 2) == first


OPENINGS = (
    "She said",
    "But",
    "“Both",
    "The tank",
    "Vost",
    "Yes,",
    "Why",
    "One of them",
    "There,",
    "No.",
    '"So',
    "Brenn",
)
SENTENCES = st.tuples(
    st.sampled_from(OPENINGS), st.sampled_from(["it burned", "nobody came”", "he wept"]), st.sampled_from(".?!")
)


@given(
    st.lists(st.tuples(SENTENCES, st.sampled_from([None, VOST, BRENN]), st.sampled_from([" ", "\n\n"])), min_size=1),
    st.data(),
)
def test_a_quote_is_whole_sentences_and_holds_nobody_elses_claim(parts: list, data: st.DataObject) -> None:
    text, claims = "", []
    for (opening, rest, stop), speaker, gap in parts:
        words = f"{opening} {rest}{stop}"
        if speaker:
            claims.append(Attribution(((len(text), len(text) + len(words)),), (), (), *speaker))
        text += words + gap
    text = text.rstrip()
    about = ("id", "f" * 64, None, None, None, None, ("place",), True)
    stored = StoredArticle(1, *about, text, tuple(split(text)), tuple(claims), ())
    place = data.draw(st.integers(0, len(stored.sentences) - 1))
    sentence = stored.sentences[place]
    heard = [c for c in claims if c.content[0][0] < sentence.end and sentence.start < c.content[0][1]]
    speaker = (heard[0].kind, heard[0].name) if heard else OWN_VOICE
    first = first_place(stored, place, speaker, 2)
    assert max(0, place - 2) <= first <= place
    begin = stored.sentences[first].start
    assert all((c.kind, c.name) == speaker for c in claims if begin < c.content[0][1] <= sentence.start)


def test_words_that_somebody_goes_on_with_are_quoted_with_the_sentence_that_names_them() -> None:
    text = "Irena Vost said the pumps were old. Fences cost 14 euros a metre."
    said = article(text, ("the pumps were old", VOST))
    start = text.index("Fences")
    going_on = Attribution(((start, len(text) - 1),), (), (), *VOST)
    both = replace(said, attributions=(*said.attributions, going_on))
    assert first_place(both, 1, VOST, 2) == 0
