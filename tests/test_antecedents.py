"""Whom words for a speaker mean, by the rules and the model that ships, in invented articles."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution import Attribution, attribute
from index.claims.antecedent_model import AFTER, FOLDER, OPENING, STEP, WINDOW, AntecedentModel, Tokens
from index.claims.antecedents import Asked, Pairs
from index.claims.identities import Identity
from index.claims.names import Gender
from index.claims.referents import Mention, Referent
from index.errors import SettingError
from index.sentences import split

BID = (
    "Kestrel Foods raised its offer for the biscuit maker Ambler & Pryce on Monday. "
    "The board of Ambler & Pryce said it would study the offer."
)


def last(text: str) -> Attribution:
    return attribute(text, split(text))[-1]


def named(name: str, *places: int, sort: str = "person", gender: Gender | None = None) -> Referent:
    mentions = [Mention(0, (place, place + len(name)), False) for place in places]
    return Referent(Identity("named", name), sort, gender, mentions)  # type: ignore[arg-type]


def test_a_description_means_whom_it_fits() -> None:
    assert last(f"{BID} The biscuit maker said the price was too low.").name == "Ambler & Pryce"


def test_what_is_far_apart_in_a_long_article_is_still_joined() -> None:
    between = "The harbour was built in 1911 and has been dredged every other year since then. " * 60
    assert last(f"{BID}\n\n{between}\n\nThe biscuit maker said the price was too low.").name == "Ambler & Pryce"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Councillor Ilse Brandt opened the new bridge on Friday. A bus broke down on it.", "The driver"),
        ("A driver waved to Councillor Ilse Brandt. She waved back.", "The driver"),
        ("Dmitri Vance built the crane.", "She"),
        ("Engineer Karl Oduya and lawyer Dmitri Vance built the crane.", "He"),
    ],
)
def test_words_that_fit_nobody_named_or_two_stay_as_they_are(before: str, words: str) -> None:
    claim = last(f"{before} {words} said it was old.")
    assert (claim.kind, claim.name) == ("unnamed", words)


def test_pairs_are_of_each_mention_weighed_and_last_of_nobody() -> None:
    asked = Asked("the", 0, (90, 99))
    pairs = Pairs(asked, [named("Ann", 0, 10, 20, 30, 40), named("Bo", 95)], [])
    assert pairs.spans == [(20, 23), (30, 33), (40, 43), (0, 3), (95, 97)]
    assert pairs.owners == [0, 0, 0, 0, 1, 2]
    assert len({len(traits) for traits in pairs.traits}) == 1


@pytest.mark.parametrize(("span", "found"), [((0, 2), (1, 2)), ((3, 9), (2, 4)), ((2, 3), (2, 3)), ((99, 99), (4, 5))])
def test_the_tokens_within_a_span_are_those_that_touch_it(span: tuple[int, int], found: tuple[int, int]) -> None:
    tokens = Tokens([101, 7, 8, 9, 102], [0, 0, 3, 6, 9], [0, 2, 5, 9, 9])
    assert tokens.within(span) == slice(*found)


@given(st.integers(1, 5 * WINDOW), st.data())
def test_a_window_holds_the_opening_and_what_is_around_the_words_that_ask(length: int, data: st.DataObject) -> None:
    tokens = Tokens(list(range(length)), list(range(0, 2 * length, 2)), list(range(2, 2 * length + 2, 2)))
    asked = data.draw(st.integers(0, length - 1))
    window = tokens.window(tokens.end_for((2 * asked, 2 * asked + 1)))
    assert window.ids == sorted(set(window.ids))
    assert len(window.ids) == min(length, WINDOW)
    assert set(range(min(length, OPENING))) <= set(window.ids)
    assert set(range(max(0, asked - WINDOW + OPENING + STEP + AFTER), min(length, asked + AFTER))) <= set(window.ids)


def test_tokens_hold_what_they_touch_and_nothing_between_them() -> None:
    tokens = Tokens([7, 8], [0, 10], [3, 14])
    assert [tokens.hold(span) for span in ((2, 9), (3, 10), (8, 11), (14, 20))] == [True, False, True, False]


def test_nobody_is_meant_where_somebody_named_since_stands_in_what_is_not_read() -> None:
    rain = " ".join(f"The river rose by {day} inches in the night and the fields lay under water." for day in range(26))
    start = "Orlo Steel opened a new mill in Halden in May. Orlo Steel employs 300 people."
    middle = "Its rival, Brandt Water, was fined for a leak in June. Brandt Water has appealed, and it hired lawyers."
    end = "The company said the fine was unfair."
    near, far = ("\n\n".join(parts) for parts in ((start, rain, middle, end), (start, rain, middle, rain, end)))
    assert (last(near).name, last(far).name) == ("Brandt Water", "The company")


def test_a_model_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="install Quoth anew"):
        AntecedentModel(tmp_path).tokens(BID, split(BID))


def test_a_network_that_is_cut_short_says_so(tmp_path: Path) -> None:
    shutil.copyfile(FOLDER / "pairs.npz", tmp_path / "pairs.npz")
    (tmp_path / "pairs.npz").write_bytes((tmp_path / "pairs.npz").read_bytes()[:1000])
    with pytest.raises(SettingError, match="install Quoth anew"):
        AntecedentModel(tmp_path).weigh(np.zeros(1), np.zeros((1, 1)), np.zeros((1, 1)))


def test_many_threads_share_one_model() -> None:
    model = AntecedentModel()
    tokens = model.tokens(BID, split(BID))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: model.read(tokens)[1].tolist(), range(8)))
    assert all(each == found[0] for each in found)
