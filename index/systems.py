"""Names -> the systems that answer the same questions side by side: ours, ours without a part, and its rivals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from index.baselines import BM25, PIECES_FOUND, Dense, best_articles
from index.catalog import StoredArticle
from index.errors import SettingError
from index.library import Library
from index.measures import Reply, Shown
from index.quotes import find_quotes
from index.search import BY_MEANING, BY_WORDS, Weights, search, understand


class System(Protocol):
    """Answers questions from a library's articles."""

    @property
    def name(self) -> str:
        """Its key in `SYSTEMS`."""

    def reply(self, question: str, k: int, today: date | None = None) -> Reply:
        """The ten best articles, and up to `k` quotes if it gives any, as asked on a day, None for the calendar's."""


class Quoth:
    """Our own way from a question to quotes."""

    name = "quoth"

    def __init__(self, library: Library) -> None:
        self._library = library

    def reply(self, question: str, k: int, today: date | None = None) -> Reply:
        """The articles of the hits, and the quotes, held back with a refusal."""
        findings = find_quotes(self._library, question, k, today=today)
        return Reply(
            ranking=best_articles(hit.article.id for hit in findings.hits),
            quotes=tuple(Shown(quote.text, quote.article.id, quote.speaker) for quote in findings.quotes),
            refused=findings.reason is not None,
            confidence=findings.confidence,
        )


class OneLeg:
    """Our own search with one of its two legs alone, by words or by meaning; shows no quotes."""

    def __init__(self, name: str, library: Library, weights: Weights) -> None:
        self.name = name
        self._library = library
        self._weights = weights

    def reply(self, question: str, k: int, today: date | None = None) -> Reply:
        """The articles of the hits."""
        with self._library.reading() as stores:
            asked = understand(self._library, stores, question)
            hits = search(stores, asked, PIECES_FOUND, self._weights)
        return Reply(best_articles(hit.article.id for hit in hits))


def _articles(library: Library) -> list[StoredArticle]:
    return [library.get(entry.id) for entry in library.entries()]


def _langchain_tutorial(library: Library) -> System:
    from index.rivals import LangChainTutorial

    return LangChainTutorial(_articles(library), library.encoder.card.model)


def _langchain_ensemble(library: Library) -> System:
    from index.rivals import LangChainEnsemble

    return LangChainEnsemble(_articles(library), library.encoder.card.model)


SYSTEMS: Mapping[str, Callable[[Library], System]] = {
    "quoth": Quoth,
    "words": lambda library: OneLeg("words", library, BY_WORDS),
    "meaning": lambda library: OneLeg("meaning", library, BY_MEANING),
    "bm25": lambda library: BM25(_articles(library)),
    "dense": Dense,
    "langchain": _langchain_tutorial,
    "langchain-ensemble": _langchain_ensemble,
}
"""What can be compared. The first of those that take part is the one that the others are compared with."""

DEFAULT_SYSTEMS = ("quoth", "bm25")


def build_systems(names: Sequence[str], library: Library) -> list[System]:
    """The named systems, made ready on the library's articles.

    Raises SettingError for an unknown name, or when the packages that a system needs are not installed.
    """
    unknown = [name for name in names if name not in SYSTEMS]
    if unknown:
        raise SettingError(f"There is no system {', '.join(unknown)}: choose from {', '.join(SYSTEMS)}.")
    return [_build(name, library) for name in names]


def _build(name: str, library: Library) -> System:
    try:
        return SYSTEMS[name](library)
    except ModuleNotFoundError as error:
        extra = "rivals" if name.startswith("langchain") else "eval"
        raise SettingError(f"{name} needs the package {error.name}: run `pip install 'quoth[{extra}]'`.") from None
