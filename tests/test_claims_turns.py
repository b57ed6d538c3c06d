"""Turns of phrase that give a claim away, one invented sentence for each class: who claims what."""

from __future__ import annotations

import pytest

from index.attribution import Attribution, attribute
from index.sentences import split

CLAIMED = [
    # the sentence, who claims it, how the claim begins
    ("Old hands point out that the bridge leaks.", "Old hands", "that the bridge leaks"),
    ("Unions see the hand of the owner.", "Unions", "the hand of the owner"),
    ("Ann Lee saw in the vote a hatred of bridges.", "Ann Lee", "a hatred of bridges"),
    ("Each went to bed believing they had won.", "Each", "they had won"),
    ("For the mayor, Ann Lee, it was a reward for patience.", "Ann Lee", "it was a reward for patience"),
    ("To Ann Lee, that word means ships.", "Ann Lee", "that word means ships"),
    ("To the unions it was theft.", "the unions", "it was theft"),
    ("The mine, legend has it, is cursed.", None, "The mine"),
    ("Ann Lee, it emerged, was ill.", None, "Ann Lee"),
    ("We are hearing, from a farmer, that the bridge is shut.", "a farmer", "that the bridge is shut"),
    ("Fighting was reported near the crossing.", None, "Fighting"),
    ("The bank anticipates higher sales.", "The bank", "higher sales"),
    ("Ann Lee means to sell the boat.", "Ann Lee", "to sell the boat"),
    ("Ann Lee floated the possibility of a ban.", "Ann Lee", "of a ban"),
    ("Elders tell a story in which the whale was lent.", "Elders", "a story in which the whale was lent"),
    ("The log shows Ann Lee, 88, asleep at nine.", "The log", "Ann Lee"),
    ("The survey had Ann Lee on 44 per cent.", "The survey", "Ann Lee"),
    ("The bank sees rates at 3 per cent.", "The bank", "rates"),
    ("The paper argues the opposite.", "The paper", "the opposite"),
    ("Rubbish, says Ann Lee.", "Ann Lee", "Rubbish"),
    ("Flood: 'I heard the fridge go past'", None, "'I heard the fridge go past'"),
    ("Boats, she has noticed, are slow.", "she", "Boats"),
    ("If Ann Lee is right, the dam will fail.", "Ann Lee", "the dam will fail"),
    ("The dam, Ann Lee is convinced, will fail.", "Ann Lee", "The dam"),
    ("The dam will fail, Ann Lee is sure.", "Ann Lee", "The dam will fail"),
    ("Ann Lee is having none of it: the dam is sound.", "Ann Lee", "the dam is sound"),
    ("Ann Lee sounded a note of caution: the dam is old.", "Ann Lee", "the dam is old"),
    ("Ann Lee came out in favour of the plan.", "Ann Lee", "of the plan"),
    ("It was pointed out from the benches that the hawk had gone.", None, "the hawk had gone"),
    ("The account has changed, Ann Lee went on.", "Ann Lee", "The account has changed"),
    ("Ann Lee did not exclude that it rained.", "Ann Lee", "that it rained"),
    ("What Ann Lee had said was that it rained.", "Ann Lee", "that it rained"),
    ("Her husband, Karl Oduya, nodded: a child could have done it.", "Karl Oduya", "a child could have done it"),
    ("Ann Lee gave the plan a guarded welcome.", "Ann Lee", "the plan"),
    ("The partners see it rather as a bill.", "The partners", "it"),
    ("Court rules a houseboat is not a house", "Court", "a houseboat is not a house"),
    ("Prices fall as bank hints at June cut", "bank", "at June cut"),
    ("Exit polls conducted on Monday show Ann Lee losing.", "Exit polls", "Ann Lee losing"),
    ("Cabinet sources consider, on the contrary, that it rained.", "Cabinet sources", "that it rained"),
    ("Ann Lee opened by reminding everyone that the grant would lapse.", "Ann Lee", "that the grant would lapse"),
    ("One dismissed the film as noise.", "One", "the film"),
    ("Family legend has it that Ann Lee was late.", "Family legend", "that Ann Lee was late"),
    ("Lee: “I was ill.”", "Lee", "“I was ill.”"),
]
NESTED = [
    # what Ann Lee says, whose claim she tells in it, and that claim
    ("Ann Lee denied a rumour that the horse would be shot.", None, "a rumour that the horse would be shot"),
    ("Ann Lee disputes the notion that banks look away.", None, "that banks look away"),
    ("Ann Lee said the manager was under the impression that it rained.", "the manager", "that it rained"),
    ("Ann Lee said 71% of pupils agreed the fees were high.", "71% of pupils", "the fees were high"),
    ("Ann Lee said the union knew as much.", "the union", "as much"),
    ("Ann Lee said the firm saw no rival.", "the firm", "no rival"),
    ("Ann Lee said she had heard from a contact that the dam was old.", "a contact", "that the dam was old"),
    ("Ann Lee said owners fear that it will rain, and that the dam is safe.", "owners", "that it will rain"),
    ("He had been told by a clerk, Ann Lee said, that it rained.", "a clerk", "that it rained"),
    ("Ann Lee told the court that the city had been warned in May that it would rain.", None, "that it would rain"),
]
GONE_ON = [
    # what somebody says, and the sentence after it that goes on with it
    ("Karl Oduya said a foreman had promised to ring.", "Nobody had come since."),
    ("Karl Oduya said the mine was safe.", "There had been no floods."),
    ("Karl Oduya denied it.", "He had said nothing of the kind."),
]
NOT_GONE_ON = [
    ("Karl Oduya said the mine was safe.", "By evening its account had changed."),
    ("“The mine is safe,” said Karl Oduya.", "The mine was opened in 1911."),
    ("Karl Oduya said the mine was safe.", "The mine is in Orlo."),
]
ARTICLES_OWN = [
    "The keepers came out on the second day.",
    "The firm dismissed 410 employees.",
    "The mission was meant to last a year.",
    "The firm had a problem: the dam was old.",
    "The firm saw no way out.",
]


def claims(text: str) -> list[Attribution]:
    return attribute(text, split(text))


@pytest.mark.parametrize(("text", "name", "content"), CLAIMED)
def test_a_turn_of_phrase_gives_the_claim_to_whose_it_is(text: str, name: str | None, content: str) -> None:
    claim = claims(text)[0]
    assert (claim.name, text[claim.content[0][0] :].startswith(content)) == (name, True)


@pytest.mark.parametrize(("said", "more"), GONE_ON)
def test_what_had_been_goes_on_with_what_somebody_said(said: str, more: str) -> None:
    text = f"{said} {more}"
    assert [a.name for a in claims(text) if a.content[0][0] >= text.index(more)] == ["Karl Oduya"]


@pytest.mark.parametrize(("said", "more"), NOT_GONE_ON)
def test_what_the_article_tells_next_is_its_own(said: str, more: str) -> None:
    text = f"{said} {more}"
    assert [a for a in claims(text) if a.content[-1][1] > text.index(more)] == []


def test_who_is_said_to_believe_something_makes_the_claim_within() -> None:
    outer, inner = claims("Ann Lee is said to believe that the dam will fail.")
    assert (outer.name, inner.name, inner.within) == (None, "Ann Lee", 0)


@pytest.mark.parametrize(("text", "name", "content"), NESTED)
def test_what_another_claims_is_told_within_somebodys_claim(text: str, name: str | None, content: str) -> None:
    outer, inner = claims(text)
    assert (outer.name, inner.name, inner.within) == ("Ann Lee", name, 0)
    assert text[inner.content[0][0] : inner.content[-1][1]] == content


@pytest.mark.parametrize("text", ARTICLES_OWN)
def test_what_only_looks_like_it_stays_the_articles(text: str) -> None:
    assert claims(text) == []
