"""An article as it was read: cleaned text and where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

HEADLINE_LENGTH = 80
"""Characters of the opening words shown for an article without a title."""


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned article.

    `text` holds paragraphs separated by one blank line ("\\n\\n"); every quote is a slice of it. `published` is an
    ISO 8601 date or date and time where the given date could be read, else the words given. `origin` is the path or
    canonical URL it came from; for one of several records in a file, the path, "#" and the record's id or line.
    """

    text: str
    origin: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    given_id: str | None = None

    @property
    def version(self) -> str:
        """The sha256 of the text, in hex: two articles with the same text have the same version."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def id(self) -> str:
        """The id given in the record, else the first 12 digits of the version."""
        return self.given_id or self.version[:12]


def headline(title: str | None, text: str) -> str:
    """What to call an article: its title, else its opening words, cut at a word's end and marked with an ellipsis."""
    if title:
        return title
    opening = " ".join(text[: HEADLINE_LENGTH * 2].split())
    if len(opening) <= HEADLINE_LENGTH:
        return opening
    return opening[: HEADLINE_LENGTH + 1].rpartition(" ")[0] + "…"
