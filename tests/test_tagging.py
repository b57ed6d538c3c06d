"""The tagger that ships, on invented sentences in which no rule finds a claim."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.attribution import Attribution, attribute
from index.claims.parsing import parse
from index.claims.tagging import SENTENCE_TOKENS, Tagger
from index.errors import SettingError
from index.sentences import split

SAID = "Harbour master Ilse Brandt said the dock would stay shut."


def claims(text: str) -> list[Attribution]:
    return attribute(text, split(text))


def test_a_sentence_that_goes_on_with_somebodys_words_is_theirs() -> None:
    text = f"{SAID} Nobody would be let in before the cranes had been checked, and that could take weeks."
    assert [(a.name, a.cue) for a in claims(text)[1:]] == [("Ilse Brandt", ())]


def test_two_sentences_that_go_on_are_both_of_the_same_speaker() -> None:
    text = f"{SAID} Nobody would be let in before Friday. She had never liked the cranes, which were too old."
    assert [a.name for a in claims(text)] == ["Ilse Brandt"] * 3


def test_what_the_article_tells_beside_a_claim_stays_its_own() -> None:
    assert len(claims(f"{SAID} The dock was built in 1911.")) == 1


def test_words_that_go_on_in_another_paragraph_are_not_given_to_the_last_speaker() -> None:
    assert len(claims(f"{SAID}\n\nNobody would be let in before the cranes had been checked.")) == 1


def test_who_was_told_something_is_not_the_one_who_tells_it() -> None:
    blame = "Union secretary Karl Oduya blamed the owners."
    found = claims(f"{blame} They had been warned three times since March and had done nothing.")
    assert [a.name for a in found] == ["Karl Oduya"] * 2


def test_words_that_go_on_with_nobodys_are_no_claim() -> None:
    assert claims("They had been warned three times since March and had done nothing.") == []


def test_an_opinion_piece_is_its_authors() -> None:
    text = "We must repair the dock. No town can live without its harbour, and no council can live on promises."
    assert claims(text) == []


def test_a_very_long_sentence_and_what_stands_before_it_are_read_in_part() -> None:
    words = "and the dock " * 200
    tags = Tagger().tag(parse(f"Ilse Brandt insists {words}", split(f"Ilse Brandt insists {words}"))[0], words, False)
    assert tags is not None
    assert len(tags.content) < SENTENCE_TOKENS


@pytest.mark.parametrize("text", ["\ufffd\ufffd\ufffd", "\u200b\u200b \u200b"])
def test_a_sentence_of_which_nothing_can_be_read_is_no_claim(text: str) -> None:
    assert claims(f"{SAID} {text}")[1:] == []


def test_he_goes_on_with_his_own_words_and_not_with_those_of_another() -> None:
    both = "Karl Oduya said the dock was old but Anna Berg said it was safe and would stay open for many years to come."
    assert [a.name for a in claims(f"{both} He had seen the cracks himself.")][-1] == "Karl Oduya"


def test_a_tagger_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="install Quoth anew"):
        Tagger(tmp_path).tag(parse(SAID, split(SAID))[0], "", True)


def test_many_threads_share_one_tagger() -> None:
    tagger, sentence = Tagger(), parse(SAID, split(SAID))[0]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: tagger.tag(sentence, "", True), range(8)))
    assert len({tags.odds for tags in found if tags}) == 1
