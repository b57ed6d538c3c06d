"""The articles themselves, in SQLite: the truth from which words and vectors are derived."""

from __future__ import annotations

from dataclasses import dataclass

from index.articles import headline
from index.attribution import Attribution
from index.passages import Passage
from index.sentences import Sentence


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One version of an article in the library, with all that was derived from its text when it was added.

    `key` is the catalog's row number. `current` is False for a version that a newer one replaced. `origins` are all
    the paths and URLs at which this same text was found, the first one first.
    """

    key: int
    id: str
    version: str
    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    origins: tuple[str, ...]
    current: bool
    text: str
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    passages: tuple[Passage, ...]

    @property
    def headline(self) -> str:
        """The title, else the article's opening words."""
        return headline(self.title, self.text)
