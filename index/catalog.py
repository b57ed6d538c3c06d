"""The articles themselves, in SQLite: the truth from which words and vectors are derived. Here it is read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from index.articles import headline
from index.attribution import Attribution
from index.database import Database
from index.derived import from_columns
from index.errors import NoSuchArticle
from index.passages import Passage
from index.sentences import Sentence

_VERSION_DIGITS = 6
"""Digits of a version that are enough to name it."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """Another outlet that has an article's very text, and where."""

    outlet: str
    origin: str


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One version of an article in the library, with all that was derived from its text when it was added.

    `key` is the catalog's row number. `current` is False for a version that a newer one replaced. `origins` are all
    the paths and URLs at which this same text was found, the first one first; `reprints` those of other outlets.
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
    reprints: tuple[Reprint, ...] = ()

    @property
    def headline(self) -> str:
        """The title, else the article's opening words."""
        return headline(self.title, self.text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One current article as a line of the library's list. `added` is an ISO 8601 time in UTC."""

    id: str
    version: str
    title: str | None
    headline: str
    outlet: str | None
    author: str | None
    published: str | None
    origins: tuple[str, ...]
    characters: int
    sentences: int
    passages: int
    added: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many current articles there are, their passages and sentences, and how many old versions."""

    articles: int
    passages: int
    sentences: int
    old_versions: int


@dataclass(frozen=True, slots=True)
class Among:
    """Which articles to search: all that are not left out. Days are ISO 8601, both inclusive; `article` names one.

    `outlet` is any part of an outlet's name; `outlets` are whole names of which an article must have one, () for any.
    `without` names articles to leave out. `undated` ones are in no span of days unless this says so.
    """

    outlet: str | None = None
    after: str | None = None
    before: str | None = None
    article: str | None = None
    outlets: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    undated: bool = False


class Catalog:
    """The articles of one library. Its methods are not safe to call from two threads at once.

    They raise LibraryError when the file can't be used.
    """

    def __init__(self, database: Database) -> None:
        self._db = database

    def find(self, ref: str) -> int:
        """The key of the article that `ref` names: an id, another id of the same text, or a version's first digits.

        A current version goes before an older one. Raises NoSuchArticle.
        """
        row = self._db.execute(
            """SELECT key FROM (
                SELECT key, state, 1 AS rank FROM article WHERE id = :ref
                UNION ALL
                SELECT a.key, a.state, 2 FROM origin o JOIN article a ON a.key = o.article WHERE o.given_id = :ref
                UNION ALL
                SELECT key, state, 3 FROM article WHERE :long AND substr(version, 1, length(:ref)) = lower(:ref)
            ) WHERE state IN ('ready', 'old') ORDER BY state = 'old', rank, key DESC LIMIT 1""",
            {"ref": ref, "long": len(ref) >= _VERSION_DIGITS},
        ).fetchone()
        if row is None:
            raise NoSuchArticle(f"No article has the id {ref}: see the ids with `quoth list`.")
        return int(row[0])

    def article(self, key: int) -> StoredArticle | None:
        """The version in row `key`, or None when there is none that can be read."""
        row = self._db.execute(
            """SELECT id, version, title, outlet, author, published, state, text, sentences, attributions, passages
            FROM article WHERE key = ? AND state IN ('ready', 'retiring', 'old')""",
            (key,),
        ).fetchone()
        if row is None:
            return None
        id_, version, title, outlet, author, published, state, text, *columns = row
        derived = from_columns(*columns)
        return StoredArticle(
            key=key,
            id=id_,
            version=version,
            title=title,
            outlet=outlet,
            author=author,
            published=published,
            origins=self._origins(key),
            current=state == "ready",
            text=text,
            sentences=derived.sentences,
            attributions=derived.attributions,
            passages=derived.passages,
            reprints=self._reprints(key),
        )

    def _reprints(self, key: int) -> tuple[Reprint, ...]:
        rows = self._db.execute(
            """SELECT o.outlet, min(o.origin) FROM origin o JOIN article a ON a.key = o.article
            WHERE a.key = ? AND o.current AND o.outlet IS NOT a.outlet AND o.outlet > ''
            GROUP BY o.outlet ORDER BY min(o.rowid)""",
            (key,),
        )
        return tuple(Reprint(*row) for row in rows)

    def _origins(self, key: int) -> tuple[str, ...]:
        rows = self._db.execute("SELECT origin FROM origin WHERE article = ? ORDER BY current DESC, rowid", (key,))
        return tuple(origin for (origin,) in rows)

    def entries(self, key: int | None = None) -> list[Entry]:
        """The current articles, in the order in which they were added; or, given a key, that version alone."""
        rows = self._db.execute(
            """SELECT key, id, version, title, substr(text, 1, 400), outlet, author, published, length(text),
            json_array_length(sentences), json_array_length(passages), added
            FROM article WHERE CASE WHEN :key IS NULL THEN state = 'ready' ELSE key = :key END ORDER BY key""",
            {"key": key},
        ).fetchall()
        return [
            Entry(id_, version, title, headline(title, start), outlet, author, published, self._origins(key), *counts)
            for key, id_, version, title, start, outlet, author, published, *counts in rows
        ]

    def names(self) -> set[tuple[int, int]]:
        """The (article key, place) of every passage that can be found."""
        rows = self._db.execute("SELECT key, json_array_length(passages) FROM article WHERE state = 'ready'")
        return {(key, place) for key, count in rows for place in range(count)}

    def ready_keys(self) -> list[int]:
        """The keys of the current articles, oldest first."""
        return [key for (key,) in self._db.execute("SELECT key FROM article WHERE state = 'ready' ORDER BY key")]

    def keys_among(self, among: Among) -> set[int]:
        """The keys of the current articles that are not left out."""
        rows = self._db.execute(
            """SELECT key FROM (
                SELECT key, outlet, CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]-*' THEN substr(published, 1, 10) END
                AS day FROM article WHERE state = 'ready'
            ) WHERE TRUE
            AND (:outlet IS NULL OR instr(lower(outlet), lower(:outlet)) OR key IN (
                SELECT article FROM origin WHERE current AND instr(lower(outlet), lower(:outlet))))
            AND (:outlets = '[]' OR outlet IN (SELECT value FROM json_each(:outlets)) OR key IN (
                SELECT article FROM origin WHERE current AND outlet IN (SELECT value FROM json_each(:outlets))))
            AND (:after IS NULL OR CASE WHEN day IS NULL THEN :undated ELSE day >= :after END)
            AND (:before IS NULL OR CASE WHEN day IS NULL THEN :undated ELSE day <= :before END)
            AND (:key IS NULL OR key = :key) AND key NOT IN (SELECT value FROM json_each(:without))""",
            {
                "outlet": among.outlet,
                "outlets": json.dumps(among.outlets),
                "after": among.after,
                "before": among.before,
                "undated": among.undated,
                "key": self.find(among.article) if among.article else None,
                "without": json.dumps([self.find(ref) for ref in among.without]),
            },
        )
        return {key for (key,) in rows}

    def outlets(self) -> frozenset[str]:
        """The outlets of the current articles, with those at whose addresses the same text was found too."""
        rows = self._db.execute(
            """SELECT outlet FROM article WHERE state = 'ready' UNION SELECT o.outlet FROM origin o
            JOIN article a ON a.key = o.article WHERE a.state = 'ready' AND o.current"""
        )
        return frozenset(outlet for (outlet,) in rows if outlet)

    def keys_with_speaker(self, word: str) -> list[int]:
        """The keys of the current articles in whose attributions a word stands, those published last first."""
        rows = self._db.execute(
            """SELECT key FROM article WHERE state = 'ready' AND instr(lower(attributions), lower(?))
            ORDER BY published GLOB '[0-9]*' DESC, published DESC, key DESC""",
            (word,),
        )
        return [key for (key,) in rows]

    def counts(self) -> Counts:
        """How much the catalog holds."""
        row = self._db.execute(
            """SELECT count(*) FILTER (WHERE state = 'ready'),
            total(json_array_length(passages)) FILTER (WHERE state = 'ready'),
            total(json_array_length(sentences)) FILTER (WHERE state = 'ready'),
            count(*) FILTER (WHERE state = 'old') FROM article"""
        ).fetchone()
        return Counts(*(int(count or 0) for count in row))

    def damage(self) -> list[str]:
        """What SQLite's own check finds wrong with the file, [] when nothing."""
        found = [row[0] for row in self._db.execute("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found
