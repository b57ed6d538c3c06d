"""A question's own words tell which articles it asks of: by which outlet, published when."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article
from index.catalog import Among
from index.days import days_in
from index.library import Library
from index.quotes import find_quotes
from index.scope import Event, Scope, scope_among, scope_of, scope_then

TODAY = date(2031, 11, 19)  # a Wednesday
OUTLETS = frozenset(
    [
        *("The Gull", "gull.example", "Harbour Gazette", "The New Ulmen Times", "Industry & Trade", "Norpress"),
        *("Radio Orlo News", "Orlo Post", "Varia Post", "The Lamp", "Évening Echo"),
    ]
)
GULL = ("The Gull", "gull.example")


def outlets_asked(question: str) -> tuple[str, ...]:
    return scope_of(question, OUTLETS, TODAY).among.outlets


@pytest.mark.parametrize(
    ("question", "outlets", "rest"),
    [
        ("What did The Gull say about the ferry?", GULL, "What about the ferry?"),
        ("what did the gull say about the ferry", GULL, "what about the ferry"),
        ("According to the Harbour Gazette, who owns the ferry?", ("Harbour Gazette",), "Who owns the ferry?"),
        ("Who owns the ferry according to the Gazette?", ("Harbour Gazette",), "Who owns the ferry?"),
        ("What does NUT write about Ulmen?", ("The New Ulmen Times",), "What about Ulmen?"),
        ("What has Radio Orlo reported about the storm?", ("Radio Orlo News",), "What about the storm?"),
        ("What did the Evening Echo write on bread?", ("Évening Echo",), "What about bread?"),
        ("What did Industry and Trade say about tyres?", ("Industry & Trade",), "What about tyres?"),
        ("What is the Gazette’s account of the fire?", ("Harbour Gazette",), "What about the fire?"),
        ("Does The Lamp’s report say who died?", ("The Lamp",), "Who died?"),
        ("How many people did The Lamp say died?", ("The Lamp",), "How many people died?"),
        ("Did The Lamp report that the captain slept?", ("The Lamp",), "The captain slept?"),
        ("Who, The Lamp reported, was drunk?", ("The Lamp",), "Who, was drunk?"),
        ("What was reported by Norpress about the strike?", ("Norpress",), "What about the strike?"),
        ("Is there anything in The Lamp about the ferry?", ("The Lamp",), "Is there anything about the ferry?"),
        ("In The Lamp, who is called a liar?", ("The Lamp",), "Who is called a liar?"),
        ("What did The Lamp and Norpress say about bread?", ("Norpress", "The Lamp"), "What about bread?"),
        ("Who is, according to a 'The Lamp' article, to blame?", ("The Lamp",), "Who is to blame?"),
        # A follow-up stands behind the question that it follows.
        ("What did The Lamp say about bread? What about Norpress?", ("Norpress",), "What about bread?"),
        # Nothing would be left to search for.
        ("What did The Lamp say?", ("The Lamp",), "What did The Lamp say?"),
    ],
)
def test_an_outlet_that_reports_is_asked_alone(question: str, outlets: tuple[str, ...], rest: str) -> None:
    assert scope_of(question, OUTLETS, TODAY) == Scope(rest, Among(outlets=outlets), understood=True)


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ("Did The Lamp report that nine died, while Norpress reported eleven?", ("Norpress", "The Lamp")),
        ("Does the Norpress article suggest a fire, and 'The Gull' a storm?", (*GULL, "Norpress")),
        ("Who, named by The Lamp, owns the ferry according to the Gazette?", ("Harbour Gazette", "The Lamp")),
    ],
)
def test_outlets_that_are_set_against_each_other_are_all_asked_in_the_same_words(
    question: str, outlets: tuple[str, ...]
) -> None:
    assert scope_of(question, OUTLETS, TODAY) == Scope(question, Among(outlets=tuple(sorted(outlets))), True)


@pytest.mark.parametrize(
    "question",
    [
        "Why did The Lamp fire its editor?",
        "Who bought The Gull?",
        "Did The Gull report a loss?",
        "How many people work at Norpress?",
        "What did Norpress announce about layoffs?",
        "What did the owner of The Gull say about the sale?",
        "What did The Lamp’s editor say about the law?",
        "Was The Gull quoted in the study?",
        "What did the minister tell The Gull about the deal?",
        "What did Ada Veil say about the ferry?",
        "What did The Heron say about the ferry?",
        "What did the Post say about the fire?",  # there are two
        "What did the lamp in the Gazebo say?",
    ],
)
def test_an_outlet_in_the_news_or_one_that_is_not_there_is_what_the_question_is_about(question: str) -> None:
    assert scope_of(question, OUTLETS, TODAY) == Scope(question)


@pytest.mark.parametrize(
    ("question", "after", "before"),
    [
        ("What did The Lamp say in October about the strike?", "2031-10-01", "2031-10-31"),
        ("In October 2030, what did The Lamp say about the strike?", "2030-10-01", "2030-10-31"),
        ("What did The Lamp write between 3 and 5 May about the fire?", "2031-05-03", "2031-05-05"),
        ("Who is blamed in The Lamp’s article of 3 May?", "2031-05-03", "2031-05-03"),
        ("What did The Lamp report last week about the crash?", "2031-11-10", "2031-11-16"),
        ("What do articles from December say about the ferry?", "2030-12-01", "2030-12-31"),
        ("What was reported on 24 January about the crash?", "2031-01-24", "2031-01-24"),
        ("What was published before March 2031 about the dam?", None, "2031-02-28"),
        ("Did the Lamp report of 3 May differ from the Norpress report of 5 May?", "2031-05-03", "2031-05-05"),
        ("Is what The Lamp wrote on 3 May told by Norpress too?", None, None),
        (
            "Did The Lamp’s view of the strike change from the article of 3 May to the one on 9 May?",
            "2031-05-03",
            "2031-05-09",
        ),
        ("Which ships are named in articles published since 2031-03-01?", "2031-03-01", None),
        # Told from the day of asking: what happened then may still be told today.
        ("Who drowned in Orlo today?", "2031-11-19", "2031-11-19"),
        ("What happened yesterday in Orlo?", "2031-11-18", "2031-11-19"),
        ("What happened last week in Orlo?", "2031-11-07", "2031-11-19"),
        ("Which firm this week announced a merger?", "2031-11-14", "2031-11-19"),
        ("Who died in the storm in the last three days?", "2031-11-16", "2031-11-19"),
        ("What has Ada Veil said since Monday?", "2031-11-17", "2031-11-19"),
        ("What did Ada Veil say two days ago?", "2031-11-17", "2031-11-19"),
        ("Who won last month’s vote in Orlo?", "2031-10-01", "2031-11-19"),
    ],
)
def test_days_of_reporting_leave_other_days_out(question: str, after: str | None, before: str | None) -> None:
    scope = scope_of(question, OUTLETS, TODAY)
    assert (scope.among.after, scope.among.before, scope.event) == (after, before, None)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What happened on 24 January?", "2031-01-24"),
        ("What happened on December 24th?", "2030-12-24"),
        ("Who won in October 2029?", "2029-10-01"),
        ("How many deaths were reported in October?", "2031-10-01"),
        ("Who has led Orlo since 2023?", "2023-01-01"),
        ("What burned between 3 May and 5 June 2030?", "2030-05-03"),
        ("What burned on Monday night?", "2031-11-17"),
        ("What happened last year in Orlo?", "2030-01-01"),
        ("What is the latest on the strike?", "2031-11-12"),
        ("Which mill recently burned down?", "2031-11-12"),
    ],
)
def test_the_day_of_an_event_leaves_no_article_out(question: str, first: str) -> None:
    scope = scope_of(question, OUTLETS, TODAY)
    assert (scope.question, scope.among, scope.event and scope.event.first) == (question, Among(), first)


@pytest.mark.parametrize(
    "question",
    [
        "What may happen to the march through Orlo?",
        "Was it before the last week of the strike?",
        "Who founded Varia Today?",
        "How many people live in Orlo today?",
        "In what colour is the bridge of Orlo painted today?",
        "What was built after the November Uprising?",
        "How is the kiln used on Mondays by 2000 people?",
        "Is 1984 a good book?",
        "Who flew on 30 February?",
        "Why was May’s deputy late?",
    ],
)
def test_words_that_only_look_like_days_are_none(question: str) -> None:
    assert scope_of(question, OUTLETS, TODAY) == Scope(question)


WORDS = st.sampled_from(
    "What did The Gull Lamp say about in on 3 May 2031 last week , ? ’s and article \ue000 Monday".split(" ")
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text())
def test_whatever_is_asked_something_is_left_to_ask(question: str) -> None:
    scope = scope_of(question, OUTLETS, TODAY)
    assert scope.question.strip() or not question.strip()
    assert scope.understood or scope.question == question


@given(st.text("0123456789 -–JanuryMaitodfslwekg'’,.", max_size=60), st.dates(date(1900, 2, 1), date(2100, 1, 1)))
def test_days_stand_in_order_in_the_question_and_in_the_calendar(text: str, today: date) -> None:
    at = 0
    for days in days_in(text, today):
        assert at <= days.start < days.end <= len(text)
        assert days.first is None or days.last is None or days.first <= days.last
        at = days.end


def everything(among: Among) -> bool:
    return True


@pytest.mark.parametrize(
    ("given_by_hand", "expected"),
    [
        (Among(), Among(None, "2031-10-01", "2031-10-31", None, GULL)),
        (Among(outlet="lamp"), Among("lamp", "2031-10-01", "2031-10-31")),
        (Among(after="2030-01-01"), Among(None, "2030-01-01", None, None, GULL)),
        (Among(article="ferry"), Among(article="ferry")),
    ],
)
def test_what_is_chosen_by_hand_goes_first(given_by_hand: Among, expected: Among) -> None:
    question = "What did The Gull say in October about the ferry?"
    assert scope_among(question, OUTLETS, TODAY, given_by_hand, everything).among == expected


def test_days_without_an_article_of_the_outlet_are_not_heeded() -> None:
    question = "What did The Lamp say last week about the ferry?"
    asked_for = Among(None, "2031-11-10", "2031-11-16", None, ("The Lamp",))
    scope = scope_among(question, OUTLETS, TODAY, Among(), lambda among: not among.after)
    assert scope == Scope("What about the ferry?", Among(outlets=("The Lamp",)), understood=True, empty=asked_for)


def test_days_without_an_article_are_not_heeded() -> None:
    question = "Who won last week?"
    scope = scope_among(question, OUTLETS, TODAY, Among(), lambda among: not among.after)
    assert scope == Scope(question, empty=Among(after="2031-11-07", before="2031-11-19"))


@pytest.mark.parametrize(
    ("question", "undated"),
    [("Who won last week?", True), ("What did The Lamp say last week?", False), ("Who won the vote?", False)],
)
def test_what_happened_lately_may_stand_in_an_article_without_a_date(question: str, undated: bool) -> None:
    assert scope_of(question, OUTLETS, TODAY).among.undated == undated


@pytest.mark.parametrize(
    ("question", "rest", "after", "before"),
    [
        ("Who won the vote in Orlo on 2 May 2031?", "Who won the vote in Orlo?", "2031-05-02", "2031-05-05"),
        ("In May 2031, who won the vote?", "who won the vote?", "2031-05-01", "2031-06-03"),
        ("What burned on Monday night?", "What burned?", "2031-11-17", "2031-11-20"),
        ("What has burned since May 2031?", "What has burned?", "2031-05-01", None),
    ],
)
def test_articles_of_the_day_of_an_event_need_not_name_it(
    question: str, rest: str, after: str, before: str | None
) -> None:
    then = scope_then(Scope(question), TODAY, lambda _: True)
    assert then == Scope(rest, Among(after=after, before=before), understood=True)


@pytest.mark.parametrize(
    "scope",
    [
        Scope("Who won the vote in Orlo?"),
        Scope("Who won before 2 May 2031?"),
        Scope("What was it in May 2031?"),
        Scope("Who won on 2 May 2031?", Among(after="2031-11-01")),
        Scope("Who won on 2 May 2031?", empty=Among(outlets=("The Gull",))),
    ],
)
def test_without_days_or_words_left_or_when_others_were_chosen_no_articles_of_the_day_are_asked(scope: Scope) -> None:
    assert scope_then(scope, TODAY, lambda _: True) is None


def test_days_of_an_event_without_articles_are_not_asked() -> None:
    assert scope_then(Scope("Who won on 2 May 2031?"), TODAY, lambda _: False) is None


FERRY = {
    "gull": ("The Gull", "2031-03-20", "The ferry Alba sank off Orlo on 2 March, and nine people drowned."),
    "lamp": ("The Lamp", "2031-03-03", "The ferry Alba sank off Orlo after a fire, and eleven people drowned."),
    "post": ("Orlo Post", "2030-06-01", "The ferry Alba will sail to Orlo every day, and three hundred people fit."),
}


@pytest.fixture(scope="module")
def ferries(empty_library: Callable[[], Path]) -> Path:
    folder = empty_library()
    with Library.open(folder) as library:
        articles = [
            Article(text, id_, outlet=outlet, published=published, given_id=id_)
            for id_, (outlet, published, text) in FERRY.items()
        ]
        list(library.add(articles))
    return folder


@pytest.mark.parametrize(
    ("question", "others", "line"),
    [
        ("According to The Gull, how many people drowned on the ferry Alba?", False, "Only articles by The Gull"),
        (
            "How many people drowned on the ferry Alba in the last three weeks?",
            False,
            "Only articles published since 5 March 2031 or without a date",
        ),
        (
            "How many people drowned on the ferry Alba yesterday?",
            True,
            "There are no articles published 25 to 26 March 2031: all articles were searched.",
        ),
    ],
)
def test_an_answer_tells_which_articles_were_asked(
    quoth: Callable[..., subprocess.CompletedProcess[str]], ferries: Path, question: str, others: bool, line: str
) -> None:
    done = quoth("ask", question, "--today", "2031-03-26", "--json", library=ferries)
    answer = json.loads(done.stdout)
    assert answer["answered"], done.stdout
    articles = {quote["article"]["id"] for quote in answer["quotes"]}
    assert "gull" in articles
    assert (len(articles) > 1) == others
    assert answer["among"]["line"] == line


@pytest.mark.parametrize(
    ("month", "asked"), [("September 2030", "How many were hurt at the mill?"), ("September 2029", None)]
)
def test_what_happened_on_a_day_is_told_by_its_articles(
    empty_library: Callable[[], Path], month: str, asked: str | None
) -> None:
    mill = "The mill at Harkel burned down after a spark in the saw room. Two men were hurt."
    with Library.open(empty_library()) as library:
        list(library.add([Article(mill, "mill", published="2030-09-14")]))
        list(library.add([Article("The council of Orlo voted to close the school on the hill.", "school")]))
        found = find_quotes(library, f"How many were hurt at the mill in {month}?")
    assert (None if found.reason else found.scope.question) == asked


def test_an_article_suits_an_event_that_it_can_tell_of(ferries: Path) -> None:
    with Library.open(ferries) as library:
        articles = [library.get(id_) for id_ in FERRY]
    suiting = [article.id for article in articles if Event("2031-03-05", r"\b2 March\b").suits(article)]
    assert suiting == ["gull"]
    suiting = [article.id for article in articles if Event("2031-06-01", r"\b2 March\b").suits(article)]
    assert suiting == ["gull"]


@pytest.mark.parametrize(
    "question",
    [
        "How many were aboard and who says so?",
        "How many were aboard, and who said that",
        "How many were aboard, according to whom?",
        "How many were aboard – who claims this?",
    ],
)
def test_who_says_so_is_told_of_every_quote_and_not_searched_for(question: str) -> None:
    assert scope_of(question, frozenset(), date(2026, 3, 1)).question == "How many were aboard?"


@pytest.mark.parametrize("question", ["Who said that?", "What happened to the man who said that?", "And who says so?"])
def test_a_question_about_the_speaker_stays(question: str) -> None:
    assert scope_of(question, frozenset(), date(2026, 3, 1)).question == question
