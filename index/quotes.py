"""Hits -> quotes: the sentences that answer, who says them, and how sure we are that they answer."""

from __future__ import annotations

from dataclasses import dataclass

from index.attribution import Kind, Span
from index.catalog import StoredArticle


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quote. For the article's own voice all but `kind` is None or empty.

    `name` is a person or body, or for an unnamed speaker the article's words ("unnamed American officials"; None when
    there are none, as for "reportedly"). `span` is where the speaker's words, else the cue, stand in the article.
    """

    kind: Kind = "article"
    name: str | None = None
    role: str | None = None
    via: tuple[str, ...] = ()
    cue: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice `[start, end)` of one version of a stored article. Its words are computed, never stored."""

    article: StoredArticle
    start: int
    end: int
    speaker: Speaker
    score: float

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.article.text[self.start : self.end]

    @property
    def paragraph(self) -> int:
        """The 1-based paragraph in which the quote starts."""
        return next(s.paragraph for s in self.article.sentences if s.end > self.start)
