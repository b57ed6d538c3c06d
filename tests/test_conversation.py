"""Follow-ups are completed from what was asked and shown before."""

from __future__ import annotations

import pytest

from bot.answer import answer
from bot.conversation import REMEMBERED_TURNS, Conversation
from bot.telegram_memory import conversation_from, turns_data
from index.errors import QuestionError
from index.library import Library


@pytest.fixture
def conversation(library: Library) -> Conversation:
    """One in which Naryshkin's words about the investigation were shown last."""
    conversation = Conversation()
    shown = answer(library, "What did Naryshkin say about a joint investigation?", conversation=conversation)
    assert shown.quotes[0].speaker.name == "Sergei Naryshkin"
    return conversation


@pytest.mark.parametrize(
    "question", ["and who said that?", "Who said this", "so who claims it?", "According to whom?", "А кто это сказал?"]
)
def test_who_said_that_shows_the_last_quotes_again_with_their_speaker(
    question: str, conversation: Conversation, library: Library
) -> None:
    said = answer(library, question, conversation=conversation)
    assert said.quotes[0].speaker.name == "Sergei Naryshkin"
    assert said.quotes[0].text == conversation.turns[-1].quotes[0].text


def test_a_pronoun_stands_for_the_last_speaker(conversation: Conversation) -> None:
    assert conversation.complete("What is his office?") == "What is Sergei Naryshkin’s office?"


def test_what_about_brings_the_question_before_it(conversation: Conversation) -> None:
    assert (
        conversation.complete("what about the crew?")
        == "What did Naryshkin say about a joint investigation? what about the crew?"
    )


def test_follow_ups_do_not_pile_up(conversation: Conversation) -> None:
    first = conversation.complete("what about the crew?")
    conversation.remember(first, ())
    assert conversation.complete("and why?") == "What did Naryshkin say about a joint investigation? and why?"


def test_who_said_that_after_a_refusal_shows_nothing_older(conversation: Conversation) -> None:
    conversation.remember("What about Mars?", ())
    assert not conversation.asks_who_said_it("Who said that?")


def test_a_pronoun_beside_another_name_is_left_alone(conversation: Conversation) -> None:
    question = "What did Lavrov say about his opponents in the West?"
    assert conversation.complete(question) == question


@pytest.mark.parametrize("question", ["what else?", "Anything else?", "tell me more"])
def test_a_bare_what_else_is_about_the_question_before(question: str, conversation: Conversation) -> None:
    assert conversation.complete(question) == f"What did Naryshkin say about a joint investigation? {question}"


@pytest.mark.parametrize("question", ["Did more than nine sailors drown?", "Is there another dam?"])
def test_more_and_another_ask_for_nothing_that_was_shown_before(question: str, conversation: Conversation) -> None:
    assert not conversation.wants_more(question)
    assert conversation.complete(question) == question


def test_what_else_brings_what_was_not_shown(library: Library) -> None:
    conversation = Conversation()
    first = answer(library, "What did Lavrov say?", k=1, conversation=conversation)
    second = answer(library, "What else did he say?", k=1, conversation=conversation)
    assert second.asked == "What else did Sergei Lavrov say?"
    assert {quote.end for quote in first.quotes}.isdisjoint(quote.end for quote in second.quotes)


def test_when_all_was_shown_what_else_misses_no_words(library: Library) -> None:
    conversation = Conversation()
    answer(library, "What did Lavrov say?", k=10, conversation=conversation)
    while (more := answer(library, "What else did Lavrov say?", k=10, conversation=conversation)).answered:
        assert len(conversation.turns) < REMEMBERED_TURNS
    assert (more.reason, more.missing) == ("not_stated", ())


def test_who_said_that_needs_something_that_was_asked(library: Library) -> None:
    with pytest.raises(QuestionError, match="ask about the articles first"):
        answer(library, "And who said that?", conversation=Conversation())


def test_a_question_that_stands_alone_stays_as_it_is(conversation: Conversation) -> None:
    question = "How many captives were aboard the aircraft?"
    assert conversation.complete(question) == question


def test_the_first_question_has_nothing_to_follow() -> None:
    assert Conversation().complete("And what about them?") == "And what about them?"


@pytest.mark.parametrize(
    ("question", "advice"), [("", "ask about"), (" ?! ", "ask about"), ("why " * 400, "in a sent")]
)
def test_a_question_without_words_or_end_is_refused(question: str, advice: str, library: Library) -> None:
    with pytest.raises(QuestionError, match=advice):
        answer(library, question)


def test_a_place_that_was_asked_about_is_no_he(library: Library) -> None:
    conversation = Conversation()
    quotes = answer(library, "What does the incident highlight?").quotes
    assert {quote.speaker.kind for quote in quotes} == {"article"}
    conversation.remember("What happened in Belgorod?", quotes)
    assert conversation.complete("What did he say?") == "What did he say?"


def test_earlier_quotes_are_read_when_a_question_looks_back_and_not_before(library: Library) -> None:
    kept = [["What burned?", [["removed since", 0, 9, {"span": None}, 1.0, []]]]]
    conversation = conversation_from(library, kept)
    assert conversation.complete("How high was the tide on Sunday?") == "How high was the tide on Sunday?"
    assert turns_data(conversation) == kept  # Reading would have found that the article is gone.
    assert not conversation.shown
