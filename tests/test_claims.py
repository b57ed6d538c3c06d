"""How well the program finds who says what in the annotated articles, and that the speaker stands beside the words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from functools import cache

import pytest

from bot.answer import Account, Answer
from bot.render import plain, to_json
from bot.telegram_html import messages
from index.quotes import Quote
from index.voice import speaker_of
from tests.claims.check import check
from tests.claims.matching import CLAIMS, Claim, annotated, matched, read, same_name, same_role, same_speaker
from tests.claims.measure import Measures, annotated_articles, compare, measure, reported, stored

PARTS = ("building", "checking", "measuring")
EACH_PART = [pytest.param(part, marks=pytest.mark.xdist_group(part)) for part in PARTS]
"""Each by one worker, so that its articles are attributed once."""
STEPS = {"building": 4, "checking": 1, "measuring": 1}
"""Every so many articles are measured here: all of those to build on would take a minute more."""
FILES = (*PARTS, "measuring_first", "measuring_second")
FLOORS: dict[str, dict[str, float]] = json.loads((CLAIMS / "floors.json").read_text(encoding="utf-8"))
OWN_VOICE = "the article’s own voice"


# The annotations.


@pytest.mark.parametrize("name", FILES)
def test_every_annotated_claim_stands_in_its_article(name: str) -> None:
    assert check(CLAIMS / f"{name}.jsonl") == sum(len(claims) for claims in read(name).values())


def test_no_article_is_both_built_and_measured_on() -> None:
    assert sum(len(read(part)) for part in PARTS) == len({id for part in PARTS for id in read(part)})


def test_all_annotators_read_the_same_articles() -> None:
    assert read("measuring").keys() == read("measuring_first").keys() == read("measuring_second").keys()


# The measures, on articles small enough to count by hand.

TEXT = "Ada Veil said the harbour was safe. Ben Orr, a diver, said the mayor thinks it is shallow. Rain fell."


def claim(sentence: str, content: str, speaker: str, name: str, **rest: object) -> dict[str, object]:
    given = {"sentence": sentence, "content": [content], "cue": [], "speaker": [speaker], "name": name}
    return {**given, "kind": "named", "role": None, "via": [], "within": None, **rest}


VEIL = claim("Ada Veil said", "the harbour was safe", "Ada Veil", "Ada Veil")
ORR = claim("Ben Orr, a", "the mayor thinks it is shallow", "Ben Orr, a diver", "Ben Orr", role="diver")
MAYOR = claim("Ben Orr, a", "it is shallow", "the mayor", "the mayor", kind="unnamed", within=1)
GOLD = (VEIL, ORR, MAYOR)


def figures(*guesses: dict[str, object]) -> dict[str, float]:
    measures = Measures()
    compare(measures, stored("harbour", TEXT), annotated(TEXT, GOLD), annotated(TEXT, guesses))
    return measures.figures()


def test_the_annotated_claims_measure_100() -> None:
    measured = figures(*GOLD)
    assert {n for n, value in measured.items() if value < 100} == {"some via", "shown"}  # Nothing of these is here.


def test_a_claim_not_found_costs_recall() -> None:
    measured = figures(ORR, {**MAYOR, "within": 0})
    assert measured["sentence"] == measured["tuple"] - 13.3 == 66.7  # 1 of 2 sentences; 2 of 3 claims, F1 80.
    assert measured["nesting"] == measured["name"] == 100


def test_a_speaker_in_part_is_a_source_but_not_exact() -> None:
    measured = figures(VEIL, {**ORR, "speaker": ["Ben Orr"]}, MAYOR)
    assert (measured["source"], measured["exact"], measured["tuple"]) == (100, 66.7, 100)


def test_another_speaker_costs_source_tuple_and_name() -> None:
    measured = figures({**VEIL, "speaker": ["Ben Orr"], "name": "Ben Orr"}, ORR, MAYOR)
    assert (measured["sentence"], measured["source"], measured["tuple"], measured["name"]) == (100, 66.7, 66.7, 66.7)


def test_an_inner_claim_that_stands_alone_is_not_nested() -> None:
    assert figures(VEIL, ORR, {**MAYOR, "within": None})["nesting"] == 0


def test_claims_pair_with_those_most_alike() -> None:
    outer_and_inner = annotated(TEXT, GOLD)[1:]
    assert matched(outer_and_inner, outer_and_inner[::-1]) == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Vane", "Dr. Vane", True),
        ("the Ministry of Transport", "Ministry of Transport", True),
        ("Orlo’s army", "Orlo's army", True),
        ("Ministry", "Ministry of Transport", False),
        ("Anna Vane", "Ben Vane", False),
        ("Anna Vane", None, False),
        (None, None, True),
    ],
)
def test_names_are_the_same_without_titles_and_first_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


@pytest.mark.parametrize(("kind", "same"), [("unnamed", True), ("named", False)])
def test_only_words_for_the_unnamed_may_go_on(kind: str, same: bool) -> None:
    def speaker(name: str) -> Claim:
        return Claim(frozenset(), frozenset(), frozenset(), kind, name, None, (), None)

    assert same_speaker(speaker("officials"), speaker("officials in Orlo")) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("head of the Orlo clinic", "the clinic’s head", True),
        ("head", "head of the Orlo clinic", False),
        ("head", None, False),
        (None, None, True),
    ],
)
def test_roles_are_the_same_when_half_of_their_words_are(one: str | None, other: str | None, same: bool) -> None:
    assert same_role(one, other) is same_role(other, one) is same


# The program.


@cache
def measured(part: str) -> dict[str, float]:
    return measure(part, STEPS[part]).figures()


@pytest.mark.parametrize("part", EACH_PART)
def test_no_measure_falls_below_its_floor(part: str) -> None:
    assert measured(part).keys() == FLOORS[part].keys()
    below = {name: value for name, value in measured(part).items() if value < FLOORS[part][name]}
    assert not below, f"The floors are {FLOORS[part]}."


# No laundering: what somebody claims is never shown as the article's own.


@cache
def quotes(part: str) -> list[Quote]:
    """A quote of every sentence in which somebody claims something."""
    return [
        Quote(article, s.start, s.end, speaker_of(article, s.start, s.end), 1.0)
        for article, claims in annotated_articles(part, STEPS[part])
        for s in reported(article, claims)
    ]


def answered(quote: Quote) -> Answer:
    return Answer("Who?", "Who?", True, None, (quote,), 1.0, accounts=(Account((0,)),))


def on_screen(quote: Quote) -> str:
    """The line under the quote's words."""
    lines = plain(answered(quote)).splitlines()
    return lines[max(i for i, line in enumerate(lines) if line.startswith(">")) + 1]


def in_telegram(quote: Quote) -> str:
    """The line under the quote's words."""
    (message,) = messages(answered(quote))
    return html.unescape(re.sub(r"<[^>]*>", "", message.split("</blockquote>\n")[1].split("\n")[0]))


def in_json(quote: Quote) -> str:
    """The values that go with the quote's words, in one line."""
    (shown,) = json.loads(json.dumps(to_json(answered(quote))))["quotes"]
    assert shown["text"] == quote.text
    if shown["speaker"]["kind"] == "article":
        return OWN_VOICE
    return " ".join(map(str, [*shown["speaker"].values(), *shown["speaker"]["via"]]))


SURFACES = (on_screen, in_telegram, in_json)


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("part", EACH_PART)
def test_what_somebody_claims_is_not_shown_as_the_articles_own(part: str, surface: Callable[[Quote], str]) -> None:
    shown = [OWN_VOICE not in surface(quote) for quote in quotes(part)]
    assert 100 * sum(shown) / len(shown) >= FLOORS[part]["shown"]


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("part", EACH_PART)
def test_the_speaker_stands_beside_the_words(part: str, surface: Callable[[Quote], str]) -> None:
    for quote in quotes(part):
        speaker, line = quote.speaker, surface(quote)
        words = (speaker.name or speaker.cue, speaker.role, *speaker.via)
        missing = [word for word in words if word and " ".join(word.split()) not in " ".join(line.split())]
        assert not missing, (line, quote.text)
