"""The file articles.sqlite: its tables, its settings and its transactions.

A row of `article` is one version of an article. It is `pending` until its passages are in the word and vector stores,
then `ready`. A version that a newer one replaced is `retiring` until its passages are out of those stores, then `old`:
kept, so that an old quote can still be opened. A version to be deleted is `removing` until it is gone. `generation`
grows with every change that readers must see.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.errors import LibraryError

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


class Database(sqlite3.Connection):
    """The file of one library, with errors that a person can read. Not safe to use from two threads at once."""

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Database:
        """The database in a file, which is made if there is none; `read_only` when nothing there can be written.

        Raises LibraryError when the file is no catalog that this version can read.
        """
        # Without a log that others write to, the file is as it is; SQLite would want to make the log's index.
        log = path.with_name(f"{path.name}-wal")
        unchanging = "" if log.exists() and log.stat().st_size else "&immutable=1"
        place = f"{path.resolve().as_uri()}?mode=ro{unchanging}" if read_only else path
        try:
            database = sqlite3.connect(
                place, uri=read_only, isolation_level=None, check_same_thread=False, timeout=60, factory=cls
            )
        except sqlite3.Error as error:
            raise _explained(error) from error
        try:
            database._prepare(path, read_only)
        except LibraryError:
            database.close()
            raise
        return database

    def _prepare(self, path: Path, read_only: bool) -> None:
        if not read_only:
            self.execute("PRAGMA journal_mode = WAL")
            self.execute("PRAGMA synchronous = FULL")
            self.execute("PRAGMA foreign_keys = ON")
            with self.transaction():
                if self._version() == 0:
                    for statement in _SCHEMA.split(";\n"):
                        self.execute(statement)
                    self._set("library", uuid.uuid4().hex)
                    self._set("generation", "0")
        if self._version() == 0:
            raise LibraryError(f"{path} is not a Quoth catalog: name another folder with --library.")
        if self._version() > 1:
            raise LibraryError(f"{path} was written by a newer Quoth: upgrade with `pip install --upgrade quoth`.")

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        """As SQLite's own. Raises LibraryError."""
        try:
            return super().execute(*arguments)
        except sqlite3.DatabaseError as error:
            raise _explained(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is executed inside."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")

    def _version(self) -> int:
        return int(self.execute("PRAGMA user_version").fetchone()[0])

    def _set(self, name: str, value: str) -> None:
        self.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def _get(self, name: str) -> str:
        return str(self.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()[0])

    @property
    def library_id(self) -> str:
        """A name for this library that no other one has."""
        return self._get("library")

    @property
    def model(self) -> str | None:
        """The encoder that made the vectors, None when none was noted yet."""
        row = self.execute("SELECT value FROM setting WHERE name = 'model'").fetchone()
        return None if row is None else str(row[0])

    def note_model(self, model: str) -> None:
        """Keep the encoder's name, by which it can be made anew when its files are lost."""
        if self.model != model:
            self._set("model", model)

    @property
    def generation(self) -> int:
        """Grows with every change that readers must see."""
        return int(self._get("generation"))

    def next_generation(self) -> None:
        """Make readers open their stores anew."""
        self._set("generation", str(self.generation + 1))


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
