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
]
ARTICLES_OWN = [
    "The keepers came out on the second day.",
    "The firm dismissed 410 employees.",
    "The mission was meant to last a year.",
    "The firm had a problem: the dam was old.",
]


def claims(text: str) -> list[Attribution]:
    return attribute(text, split(text))


@pytest.mark.parametrize(("text", "name", "content"), CLAIMED)
def test_a_turn_of_phrase_gives_the_claim_to_whose_it_is(text: str, name: str | None, content: str) -> None:
    claim = claims(text)[0]
    assert (claim.name, text[claim.content[0][0] :].startswith(content)) == (name, True)


@pytest.mark.parametrize("text", ARTICLES_OWN)
def test_what_only_looks_like_it_stays_the_articles(text: str) -> None:
    assert claims(text) == []
