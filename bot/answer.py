"""Question (and conversation) -> Answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.accounts import Account, accounts_of
from bot.conversation import Conversation
from index.catalog import Among, StoredArticle
from index.errors import QuestionError
from index.library import Library
from index.quotes import Findings, Quote, Reason, find_quotes
from index.scope import Scope
from index.search import EVERY_ARTICLE

__all__ = ["Account", "Answer", "Conversation", "answer", "checked"]

LONGEST_QUESTION = 1000
"""Characters a question may have; longer ones are pasted articles, not questions."""
LONGEST_ANSWER = 10
"""Quotes looked through for ones that were not shown yet."""
NOTHING_QUOTED = "Nothing has been quoted yet that this could ask about: ask about the articles first."


@dataclass(frozen=True, slots=True)
class Answer:
    """What Quoth says to one question: quotes with their speakers, or a refusal with its reason.

    `confidence` is between 0 and 1. `asked` is the question as it was searched, which a follow-up's conversation may
    have completed. `missing` are the question's words that no quote covers. More than one account means that the
    accounts differ, and `differs_on` says on what. `took_ms` maps a step to its milliseconds and holds "total". `scope`
    tells which articles were searched. `near` are the articles closest to a question that is declined, best first.
    """

    question: str
    asked: str
    answered: bool
    reason: Reason | None
    quotes: tuple[Quote, ...]
    confidence: float
    missing: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    differs_on: str | None = None
    took_ms: Mapping[str, float] = field(default_factory=dict)
    scope: Scope | None = None
    near: tuple[StoredArticle, ...] = ()


def answer(  # noqa: PLR0913 - what may be chosen for a question
    library: Library,
    question: str,
    *,
    k: int = 3,
    conversation: Conversation | None = None,
    among: Among = EVERY_ARTICLE,
    today: date | None = None,
) -> Answer:
    """The library's answer to a question, with at most `k` quotes; a conversation completes it and remembers it.

    `among` leaves articles out; `today` is the day from which "last week" is told, None for the calendar's. Raises
    QuestionError when there is nothing to search for, NoSuchArticle when `among` names an article that is not there.
    """
    question = checked(question)
    if conversation is not None and conversation.asks_who_said_it(question):
        return _who_said_it(question, conversation)
    if conversation is not None and conversation.asks_of_nothing(question):
        raise QuestionError(NOTHING_QUOTED)
    asked = conversation.complete(question) if conversation is not None else question
    if conversation is not None and conversation.wants_more(question):
        findings = _not_yet_shown(find_quotes(library, asked, LONGEST_ANSWER, among, today), conversation, k)
    else:
        findings = find_quotes(library, asked, k, among, today)
    found = _from_findings(question, asked, findings)
    if conversation is not None:
        conversation.remember(asked, found.quotes)
    return found


def checked(question: str) -> str:
    """A question on one line, "?" standing for each half of a character. Raises QuestionError if it asks nothing."""
    question = " ".join(question.encode("utf-8", "replace").decode("utf-8").split())
    if not any(character.isalnum() for character in question):
        raise QuestionError("The question has no words: ask about something in the articles.")
    if len(question) > LONGEST_QUESTION:
        raise QuestionError(f"The question is longer than {LONGEST_QUESTION} characters: ask it in a sentence or two.")
    return question


def _from_findings(question: str, asked: str, findings: Findings) -> Answer:
    quotes = () if findings.reason else findings.quotes
    accounts, differs_on = accounts_of(findings.scope.question, quotes)
    return Answer(
        question=question,
        asked=asked,
        answered=not findings.reason,
        reason=findings.reason,
        quotes=quotes,
        confidence=findings.confidence,
        missing=findings.missing if findings.reason else (),
        accounts=accounts,
        differs_on=differs_on,
        took_ms=findings.took_ms,
        scope=findings.scope,
        near=tuple({hit.article.key: hit.article for hit in findings.hits}.values()) if findings.reason else (),
    )


def _not_yet_shown(findings: Findings, conversation: Conversation, k: int) -> Findings:
    """The findings with quotes that the conversation has not shown; a refusal when there are no others."""
    shown = {(quote.article.version, quote.end) for turn in conversation.turns for quote in turn.quotes}
    new = tuple(quote for quote in findings.quotes if (quote.article.version, quote.end) not in shown)
    if findings.reason or new:
        return replace(findings, quotes=new[:k])
    # What the quotes that were shown do not cover is not what is missing.
    return replace(findings, quotes=(), reason="not_stated", missing=())


def _who_said_it(question: str, conversation: Conversation) -> Answer:
    """The quotes that were just shown, those whose speaker is somebody other than the article first."""
    quotes = tuple(sorted(conversation.shown, key=lambda quote: quote.speaker.kind == "article"))
    accounts, differs_on = accounts_of(conversation.turns[-1].asked, quotes)
    return Answer(
        question=question,
        asked=question,
        answered=True,
        reason=None,
        quotes=quotes,
        confidence=1.0,
        accounts=accounts,
        differs_on=differs_on,
        took_ms={"total": 0.0},
    )
