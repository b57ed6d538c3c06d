"""The articles themselves, in SQLite: the truth from which words and vectors are derived.

A row of `article` is one version of an article. It is `pending` until its passages are in the word and vector stores,
then `ready`. A version that a newer one replaced is `retiring` until its passages are out of those stores, then `old`:
kept, so that an old quote can still be opened. A version to be deleted is `removing` until it is gone. `generation`
grows with every change that readers must see.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from index.articles import Article, headline
from index.attribution import Attribution, Span
from index.errors import LibraryError, NoSuchArticle
from index.passages import Passage
from index.sentences import Sentence

Outcome = Literal["added", "updated", "unchanged", "same_text"]

_VERSION_DIGITS = 6
"""Digits of a version that are enough to name it."""

_SCHEMA = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'ready', 'retiring', 'old', 'removing')),
    title TEXT, outlet TEXT, author TEXT, published TEXT,
    added TEXT NOT NULL,
    text TEXT NOT NULL,
    sentences TEXT NOT NULL,
    attributions TEXT NOT NULL,
    passages TEXT NOT NULL
);
CREATE INDEX article_id ON article (id, state);
CREATE INDEX article_version ON article (version, state);
CREATE INDEX article_state ON article (state);
CREATE TABLE origin (
    origin TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    given_id TEXT,
    outlet TEXT,
    current INTEGER NOT NULL,
    UNIQUE (origin, article)
);
CREATE INDEX origin_article ON origin (article);
CREATE INDEX origin_given_id ON origin (given_id);
PRAGMA user_version = 1;
"""


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
class Derived:
    """What is derived from an article's text before it is stored."""

    sentences: Sequence[Sentence]
    attributions: Sequence[Attribution]
    passages: Sequence[Passage]


@dataclass(frozen=True, slots=True)
class Plan:
    """What adding an article would do: `replaces` and `same` are keys of ready rows, with its identity and its text."""

    outcome: Outcome
    article: Article
    replaces: int | None = None
    same: int | None = None

    @property
    def needs_row(self) -> bool:
        """Whether the article's text must be stored, being new to the library or under a new title."""
        return self.same is None


@dataclass(frozen=True, slots=True)
class Among:
    """Which articles to search: all that are not left out. Days are ISO 8601, both inclusive; `article` names one.

    `outlet` is any part of an outlet's name; `outlets` are whole names of which an article must have one, () for any.
    """

    outlet: str | None = None
    after: str | None = None
    before: str | None = None
    article: str | None = None
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A row whose passages must leave the stores, because a writer died or because it is going."""

    key: int
    passages: int


class _Database(sqlite3.Connection):
    """A connection whose errors a person can read."""

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        try:
            return super().execute(*arguments)
        except sqlite3.DatabaseError as error:
            raise _explained(error) from error


def _explained(error: sqlite3.Error) -> LibraryError:
    """What SQLite says, with what to do next."""
    advice = {
        "not a database": "articles.sqlite is not a Quoth catalog: name another folder with --library.",
        "locked": "Another process keeps the catalog busy: try again when it is done.",
        "full": "The disk is full, and nothing was changed: make room and try again.",
        "readonly": "The library can't be written here: change its permissions, or copy it to a folder of yours.",
        "malformed": "The catalog is damaged: put back articles.sqlite from a copy.",
    }
    said = str(error)
    known = next((sentence for word, sentence in advice.items() if word in said), None)
    return LibraryError(known or f"The catalog articles.sqlite can't be used ({said}): check the file and its folder.")


class Catalog:
    """The catalog of one library. Its methods are not safe to call from two threads at once.

    Raises LibraryError when the file is no catalog that this version can read.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(
                path, isolation_level=None, check_same_thread=False, timeout=60, factory=_Database
            )
        except sqlite3.Error as error:
            raise _explained(error) from error
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA foreign_keys = ON")
            with self._transaction():
                version = self._db.execute("PRAGMA user_version").fetchone()[0]
                if version == 0:
                    for statement in _SCHEMA.split(";\n"):
                        self._db.execute(statement)
                    self._set("library", uuid.uuid4().hex)
                    self._set("generation", "0")
        except LibraryError:
            self._db.close()
            raise
        if version > 1:
            self._db.close()
            raise LibraryError(f"{path} was written by a newer Quoth: upgrade with `pip install --upgrade quoth`.")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _set(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def _get(self, name: str) -> str:
        return str(self._db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()[0])

    @property
    def library_id(self) -> str:
        """A name for this library that no other one has."""
        return self._get("library")

    @property
    def generation(self) -> int:
        """Grows with every change that readers must see."""
        return int(self._get("generation"))

    def _next_generation(self) -> None:
        self._set("generation", str(self.generation + 1))

    def touch(self) -> None:
        """Make readers open their stores anew."""
        with self._transaction():
            self._next_generation()

    # Reading

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
        id_, version, title, outlet, author, published, state, text, sentences, attributions, passages = row
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
            sentences=tuple(Sentence(*fields) for fields in json.loads(sentences)),
            attributions=tuple(_attribution(fields) for fields in json.loads(attributions)),
            passages=tuple(Passage(*fields) for fields in json.loads(passages)),
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
        """The keys of the current articles that are not left out; one without a date is in no span of days."""
        rows = self._db.execute(
            """SELECT key FROM article WHERE state = 'ready'
            AND (:outlet IS NULL OR instr(lower(outlet), lower(:outlet)) OR key IN (
                SELECT article FROM origin WHERE current AND instr(lower(outlet), lower(:outlet))))
            AND (:outlets = '[]' OR outlet IN (SELECT value FROM json_each(:outlets)) OR key IN (
                SELECT article FROM origin WHERE current AND outlet IN (SELECT value FROM json_each(:outlets))))
            AND (:after IS NULL OR (published GLOB '[0-9][0-9][0-9][0-9]-*' AND substr(published, 1, 10) >= :after))
            AND (:before IS NULL OR (published GLOB '[0-9][0-9][0-9][0-9]-*' AND substr(published, 1, 10) <= :before))
            AND (:key IS NULL OR key = :key)""",
            {
                "outlet": among.outlet,
                "outlets": _json(among.outlets),
                "after": among.after,
                "before": among.before,
                "key": self.find(among.article) if among.article else None,
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

    # Writing: only while the library holds its write lock

    def plan(self, article: Article) -> Plan:
        """What adding this article would do to the library as it is now."""
        known = self._identified(article)
        same = self._ready("version = ?", article.version)
        if known is not None and known == same:
            if self._says_more(article, known):
                return Plan("updated", article, replaces=known)
            linked = self._db.execute(
                "SELECT 1 FROM origin WHERE origin = ? AND article = ? AND current", (article.origin, known)
            ).fetchone()
            return Plan("unchanged" if linked else "same_text", article, same=same)
        if same is not None:
            return Plan("updated" if known else "same_text", article, replaces=known, same=same)
        return Plan("updated" if known else "added", article, replaces=known)

    def _identified(self, article: Article) -> int | None:
        """The ready row that is this article, perhaps with another text: by its given id, else by its origin."""
        if article.given_id:
            row = self._ready("id = ?", article.given_id) or self._ready(
                "key IN (SELECT article FROM origin WHERE given_id = ? AND current)", article.given_id
            )
            return row
        return self._ready("key IN (SELECT article FROM origin WHERE origin = ? AND current)", article.origin)

    def _ready(self, condition: str, value: str) -> int | None:
        row = self._db.execute(f"SELECT key FROM article WHERE state = 'ready' AND {condition}", (value,)).fetchone()
        return None if row is None else int(row[0])

    def _says_more(self, article: Article, key: int) -> bool:
        """Whether the only origin of a text now names another title, outlet, author or date than the ones stored.

        Where a text has several origins, those of the first one stand.
        """
        given = (article.title, article.outlet, article.author, article.published)
        stored = self._db.execute(
            """SELECT a.title, o.outlet, a.author, a.published FROM article a JOIN origin o ON o.article = a.key
            WHERE a.key = ?1 AND o.origin = ?2 AND (SELECT count(*) FROM origin WHERE article = ?1) = 1""",
            (key, article.origin),
        ).fetchone()
        return stored is not None and any(new and new != old for new, old in zip(given, stored, strict=True))

    def insert(self, rows: Iterable[tuple[Article, Derived]]) -> list[int]:
        """The keys of new pending rows for the articles, in order."""
        with self._transaction():
            return [self._insert(article, derived) for article, derived in rows]

    def _insert(self, article: Article, derived: Derived) -> int:
        cursor = self._db.execute(
            """INSERT INTO article (id, version, state, title, outlet, author, published, added, text, sentences,
            attributions, passages) VALUES (?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                article.id,
                article.version,
                article.title,
                article.outlet,
                article.author,
                article.published,
                datetime.now(UTC).isoformat(timespec="seconds"),
                article.text,
                *_columns(derived),
            ),
        )
        return int(cursor.lastrowid or 0)

    def rederive(self, key: int, derived: Derived) -> None:
        """Store what was derived anew from the text of row `key`."""
        self._db.execute(
            "UPDATE article SET sentences = ?, attributions = ?, passages = ? WHERE key = ?", (*_columns(derived), key)
        )

    def publish(self, plans: Iterable[tuple[Plan, int | None]]) -> None:
        """Make pending rows ready and link origins, all at once; a plan comes with the key of its new row, if any."""
        with self._transaction():
            for plan, new in plans:
                if new is not None:
                    self._db.execute("UPDATE article SET state = 'ready' WHERE key = ?", (new,))
                target = new or plan.same or 0
                if plan.replaces is not None and plan.replaces != target:
                    self._replace(plan.replaces, plan.article, target)
                self._link(plan.article, target)
            self._next_generation()

    def _link(self, article: Article, key: int) -> None:
        self._db.execute(
            """INSERT INTO origin VALUES (?, ?, ?, ?, 1) ON CONFLICT (origin, article) DO UPDATE
            SET given_id = excluded.given_id, outlet = excluded.outlet, current = 1""",
            (article.origin, key, article.given_id, article.outlet),
        )

    def _replace(self, old: int, article: Article, new: int) -> None:
        """Let row `new` take the article's place from row `old`, which retires unless another origin still holds it."""
        parameters = {"old": old, "new": new, "id": article.given_id, "origin": article.origin}
        if self._version(old) == self._version(new):
            self._db.execute(
                "INSERT OR IGNORE INTO origin SELECT origin, :new, given_id, outlet, current FROM origin "
                "WHERE article = :old",
                parameters,
            )
            self._db.execute("UPDATE article SET state = 'removing' WHERE key = :old", parameters)
            return
        mine = "given_id = :id" if article.given_id else "origin = :origin"
        self._db.execute(f"UPDATE origin SET current = 0 WHERE article = :old AND {mine}", parameters)
        self._db.execute(
            """UPDATE article SET state = 'retiring' WHERE key = :old
            AND NOT EXISTS (SELECT 1 FROM origin WHERE article = :old AND current)""",
            parameters,
        )
        # A row that stays for another origin gives up the id that is no longer its own.
        self._db.execute(
            """UPDATE article SET id = coalesce((SELECT given_id FROM origin WHERE article = :old AND current),
            substr(version, 1, 12)) WHERE key = :old AND state = 'ready' AND id = :id""",
            parameters,
        )
        # A text that came back is current again; its old row has nothing more to tell.
        self._db.execute(
            """DELETE FROM article WHERE state = 'old'
            AND (id, version) = (SELECT id, version FROM article WHERE key = :new)""",
            parameters,
        )

    def _version(self, key: int) -> str:
        return str(self._db.execute("SELECT version FROM article WHERE key = ?", (key,)).fetchone()[0])

    def remove(self, key: int) -> None:
        """Mark a version for deletion; with a current one go its older versions."""
        with self._transaction():
            self._db.execute(
                """UPDATE article SET state = 'removing' WHERE key = :key OR (
                    state = 'old' AND (SELECT state FROM article WHERE key = :key) = 'ready' AND (
                        id = (SELECT id FROM article WHERE key = :key) OR key IN (
                            SELECT article FROM origin WHERE origin IN (SELECT origin FROM origin WHERE article = :key)
                        )
                    )
                )""",
                {"key": key},
            )
            self._next_generation()

    def unfinished(self) -> list[Unfinished]:
        """The rows whose passages must leave the stores: pending ones of a writer that died, and those that go."""
        rows = self._db.execute(
            "SELECT key, json_array_length(passages) FROM article WHERE state IN ('pending', 'retiring', 'removing')"
        )
        return [Unfinished(*row) for row in rows]

    def finish(self, keys: Iterable[int]) -> None:
        """Settle rows whose passages have left the stores: retiring ones stay as old, the others are deleted."""
        with self._transaction():
            for key in keys:
                self._db.execute("UPDATE article SET state = 'old' WHERE key = ? AND state = 'retiring'", (key,))
                self._db.execute("DELETE FROM article WHERE key = ? AND state IN ('pending', 'removing')", (key,))
            self._next_generation()


def _columns(derived: Derived) -> tuple[str, str, str]:
    return (
        _json([(s.start, s.end, s.paragraph) for s in derived.sentences]),
        _json([_fields(a) for a in derived.attributions]),
        _json([(p.start, p.end, p.first, p.last) for p in derived.passages]),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _fields(a: Attribution) -> list[object]:
    return [a.content, a.cue, a.speaker, a.kind, a.name, a.role, a.via, a.within]


def _attribution(fields: Sequence[Any]) -> Attribution:
    content, cue, speaker, kind, name, role, via, within = fields
    return Attribution(_spans(content), _spans(cue), _spans(speaker), kind, name, role, tuple(via), within)


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)
