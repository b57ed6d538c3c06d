"""Answers and conversations <-> plain data for the state: quotes are kept as places in a version, never as words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any

from bot.answer import Account, Answer
from bot.conversation import Conversation
from index.catalog import StoredArticle
from index.errors import NoSuchArticle
from index.library import Library
from index.quotes import Quote, Speaker


def place_of(quote: Quote) -> list[Any]:
    """A quote as plain data: the version of its article, where it starts and ends, and who says it."""
    return [quote.article.version, quote.start, quote.end, asdict(quote.speaker), quote.score]


def quote_at(library: Library, place: Sequence[Any]) -> Quote | None:
    """The quote at a place, or None when its article has been removed."""
    return quotes_at(library, [place])[0]


def _quote_in(article: StoredArticle | None, place: Sequence[Any]) -> Quote | None:
    _, start, end, speaker, score = place
    if article is None:
        return None
    span = tuple(speaker["span"]) if speaker["span"] else None
    who = Speaker(**{**speaker, "via": tuple(speaker["via"]), "span": span})
    return Quote(article, start, end, who, score)


def article_at(library: Library, version: str) -> StoredArticle | None:
    """The article with exactly this version, current or not; None when it has been removed."""
    return articles_at(library, [version])[version]


def articles_at(library: Library, versions: Iterable[str]) -> dict[str, StoredArticle | None]:
    """The articles with these versions, each read once; None for those that have been removed."""
    found: dict[str, StoredArticle | None] = {}
    with library.reading() as stores:
        for version in dict.fromkeys(versions):
            try:
                article = stores.article(stores.catalog.find(version))
            except NoSuchArticle:
                article = None
            found[version] = article if article and article.version == version else None
    return found


def quotes_at(library: Library, places: Sequence[Sequence[Any]]) -> list[Quote | None]:
    """The quote at each place, None for those whose article has been removed."""
    articles = articles_at(library, [place[0] for place in places])
    return [_quote_in(articles[place[0]], place) for place in places]


def answer_data(answer: Answer) -> dict[str, Any]:
    """An answer as plain data."""
    return {
        "question": answer.question,
        "asked": answer.asked,
        "reason": answer.reason,
        "quotes": [place_of(quote) for quote in answer.quotes],
        "missing": list(answer.missing),
        "accounts": [list(account.quotes) for account in answer.accounts],
        "differs_on": answer.differs_on,
        "confidence": answer.confidence,
    }


def answer_from(library: Library, data: dict[str, Any]) -> Answer | None:
    """The answer that was kept as data, or None when an article that it quotes has been removed."""
    quotes = [quote for quote in quotes_at(library, data["quotes"]) if quote]
    if len(quotes) < len(data["quotes"]):
        return None
    return Answer(
        question=data["question"],
        asked=data["asked"],
        answered=data["reason"] is None,
        reason=data["reason"],
        quotes=tuple(quotes),
        confidence=data["confidence"],
        missing=tuple(data["missing"]),
        accounts=tuple(Account(tuple(quotes)) for quotes in data["accounts"]),
        differs_on=data["differs_on"],
    )


def turns_data(conversation: Conversation) -> list[Any]:
    """A conversation as plain data."""
    return [[turn.asked, [place_of(quote) for quote in turn.quotes]] for turn in conversation.turns]


def conversation_from(library: Library, data: Sequence[Any]) -> Conversation:
    """The conversation that was kept as data, without quotes whose articles have been removed."""
    conversation = Conversation()
    if data:
        quotes = iter(quotes_at(library, [place for _, places in data for place in places]))
        for asked, places in data:
            conversation.remember(asked, tuple(quote for quote in islice(quotes, len(places)) if quote))
    return conversation
