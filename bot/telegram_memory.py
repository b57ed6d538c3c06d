"""Answers and conversations <-> plain data for the state: quotes are kept as places in a version, never as words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cached_property
from typing import Any

from bot.accounts import Account
from bot.answer import Answer
from bot.conversation import Conversation
from index.catalog import Among, StoredArticle
from index.errors import NoSuchArticle
from index.library import Library
from index.quotes import Quote
from index.scope import Event, Scope
from index.voice import Speaker


def place_of(quote: Quote) -> list[Any]:
    """A quote as plain data: its article's version, start, end, speaker, score, and where others say the same."""
    also = [
        [copy.article.version, copy.start, copy.end, copy.article.outlet, copy.article.origins[0]]
        for copy in quote.also
    ]
    return [quote.article.version, quote.start, quote.end, asdict(quote.speaker), quote.score, also]


def quote_at(library: Library, place: Sequence[Any]) -> Quote | None:
    """The quote at a place, or None when its article has been removed."""
    return quotes_at(library, [place])[0]


def _quote_in(articles: Mapping[str, StoredArticle | None], place: Sequence[Any]) -> Quote | None:
    version, start, end, speaker, score, *also = place
    article = articles[version]
    if article is None:
        return None
    span = tuple(speaker["span"]) if speaker["span"] else None
    who = Speaker(**{**speaker, "via": tuple(speaker["via"]), "span": span})
    return Quote(article, start, end, who, score, tuple(_copies(articles, also[0] if also else (), who, score)))


def _copies(
    articles: Mapping[str, StoredArticle | None], places: Iterable[Sequence[Any]], who: Speaker, score: float
) -> Iterator[Quote]:
    """The same words in other articles, and at other outlets, as far as these are still there."""
    for version, start, end, outlet, origin in places:
        if article := articles[version]:
            yield Quote(replace(article, outlet=outlet, origins=(origin,)), start, end, who, score)


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
    articles = articles_at(library, [version for place in places for version in _versions(place)])
    return [_quote_in(articles, place) for place in places]


def _versions(place: Sequence[Any]) -> list[str]:
    """The versions of the article of a quote, and of those where others say the same."""
    *_, also = place if len(place) > 5 else (*place, ())  # Earlier versions kept no copies.
    return [place[0], *(copy[0] for copy in also)]


def answer_data(answer: Answer) -> dict[str, Any]:
    """An answer as plain data."""
    return {
        "question": answer.question,
        "asked": answer.asked,
        "reason": answer.reason,
        "quotes": [place_of(quote) for quote in answer.quotes],
        "missing": list(answer.missing),
        "accounts": [asdict(account) for account in answer.accounts],
        "differs_on": answer.differs_on,
        "scope": asdict(answer.scope) if answer.scope else None,
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
        accounts=tuple(_account(account) for account in data["accounts"]),
        differs_on=data["differs_on"],
        scope=_scope(data.get("scope")),
    )


def topic_of(data: dict[str, Any]) -> str:
    """The question that an answer kept as data is about; earlier versions kept only what was searched for."""
    return str(data.get("about", data["asked"]))


def _account(data: dict[str, Any] | list[int]) -> Account:
    """An account that was kept; earlier versions kept only its quotes."""
    if isinstance(data, list):
        return Account(tuple(data))
    return Account(tuple(data["quotes"]), data["beside"])


def _scope(data: dict[str, Any] | None) -> Scope | None:
    if data is None:
        return None
    event, empty = data["event"], data["empty"]
    return Scope(
        data["question"],
        _among(data["among"]),
        data["understood"],
        Event(**event) if event else None,
        _among(empty) if empty else None,
    )


def _among(data: dict[str, Any]) -> Among:
    return Among(**data | {"outlets": tuple(data["outlets"]), "without": tuple(data["without"])})


class _Kept(Sequence[Quote]):
    """Quotes that were kept as places, read when they are first looked at; those of removed articles are left out.

    Few questions look back, and reading an article takes longer than anything else that a conversation needs.
    """

    def __init__(self, library: Library, places: list[Any]) -> None:
        self.places = places
        self._library = library

    @cached_property
    def _quotes(self) -> list[Quote]:
        return [quote for quote in quotes_at(self._library, self.places) if quote]

    def __len__(self) -> int:
        return len(self._quotes)

    def __getitem__(self, place: Any) -> Any:
        return self._quotes[place]


def turns_data(conversation: Conversation) -> list[Any]:
    """A conversation as plain data."""
    return [[turn.asked, _places_of(turn.quotes)] for turn in conversation.turns]


def turns_with(turns: list[Any], data: dict[str, Any]) -> list[Any]:
    """A conversation as plain data that goes on from an answer kept as data."""
    turn = [topic_of(data), data["quotes"]]
    return turns if turn in turns[-1:] else [*turns, turn]


def _places_of(quotes: Sequence[Quote]) -> list[Any]:
    return quotes.places if isinstance(quotes, _Kept) else [place_of(quote) for quote in quotes]


def conversation_from(library: Library, data: Sequence[Any]) -> Conversation:
    """The conversation that was kept as data."""
    conversation = Conversation()
    for asked, places in data:
        conversation.remember(asked, _Kept(library, places))
    return conversation
