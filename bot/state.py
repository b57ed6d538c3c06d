"""What the bot remembers: one SQLite file beside the library, which is whole after kill -9.

`received` holds updates from when Telegram hands them over until they are dealt with, and their numbers for two days
longer, so that each is dealt with once. `shown` holds what a message with buttons shows, so that its buttons work after
a restart; quotes are in it as places in an article's version, never as words.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from index.errors import LibraryError

Outcome = Literal["answered", "refused", "failed", "stopped"]

KEEP_UPDATES = 2 * 86_400
"""Seconds for which a finished update's number is known; Telegram delivers none after a day."""
CLEAR_EVERY = 3600
"""Seconds after which it is looked again for numbers that need not be known any more."""
KEEP_SHOWN = 180 * 86_400
"""Seconds after which a message's buttons are forgotten."""
ATTEMPTS = 3
"""How often an update is begun before it is given up: one that ends the process must not end every next one."""

_SCHEMA = """
CREATE TABLE received (id INTEGER PRIMARY KEY, content TEXT, attempts INTEGER NOT NULL DEFAULT 0, at REAL NOT NULL);
CREATE INDEX received_open ON received (id) WHERE content IS NOT NULL;
CREATE TABLE person (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, language TEXT, quotes INTEGER NOT NULL, context INTEGER NOT NULL,
    blocked INTEGER NOT NULL DEFAULT 0, first REAL NOT NULL, last REAL NOT NULL
);
CREATE TABLE conversation (chat INTEGER, person INTEGER, turns TEXT NOT NULL, PRIMARY KEY (chat, person)) WITHOUT ROWID;
CREATE TABLE shown (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, chat INTEGER NOT NULL, person INTEGER NOT NULL, question INTEGER,
    messages TEXT NOT NULL, content TEXT NOT NULL, at REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX shown_question ON shown (chat, question);
CREATE TABLE feedback (
    shown TEXT, person INTEGER, vote INTEGER NOT NULL, content TEXT NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (shown, person)
) WITHOUT ROWID;
CREATE TABLE asked (person INTEGER, outcome TEXT NOT NULL, seconds REAL NOT NULL, at REAL NOT NULL);
CREATE INDEX asked_person ON asked (person, at);
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 1;
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to the bot, and how they want their answers. `language` None means Telegram's own."""

    id: int
    name: str = ""
    language: str | None = None
    quotes: int = 3
    context: bool = False
    blocked: bool = False
    questions: int = 0
    last: float = 0.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message with buttons shows: `content` by its `kind`, whose it is, and the ids of its messages.

    `question` is the id of the message that it replies to.
    """

    key: str
    kind: str
    chat: int
    person: int
    question: int | None
    messages: tuple[int, ...]
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Totals:
    """Questions by outcome, how long they took in seconds, votes, people, and updates still to be dealt with."""

    outcomes: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    liked: int = 0
    disliked: int = 0
    people: int = 0
    waiting: int = 0

    @property
    def questions(self) -> int:
        """How many questions were asked."""
        return sum(self.outcomes.values())


class State:
    """The memory of one bot. Safe to use from several threads; what a method has written stays written."""

    def __init__(self, file: Path) -> None:
        """Open the file, or make it. Raises LibraryError when it can't be used."""
        self._file = file
        self._mutex = threading.RLock()
        self._cleared = 0.0
        try:
            self._db = sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=10)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("PRAGMA secure_delete = ON")
            with self._changing() as db:
                if not db.execute("PRAGMA user_version").fetchone()[0]:
                    for statement in _SCHEMA.split(";\n"):
                        db.execute(statement)
                db.execute("DELETE FROM shown WHERE at < ?", [time.time() - KEEP_SHOWN])
        except sqlite3.Error as error:
            raise LibraryError(f"{file} can't be used ({error}): check its permissions, or move it away.") from error

    def close(self) -> None:
        """Let go of the file."""
        with self._mutex:
            self._db.close()

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """The database in one transaction, kept whole or not at all. Raises LibraryError when it can't be kept."""
        with self._mutex:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield self._db
                self._db.execute("COMMIT")
            except BaseException as error:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise LibraryError(
                        f"{self._file} can't be written ({error}): make room on its disk, or mend its permissions."
                    ) from error
                raise

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._mutex:
            return self._db.execute(query, values).fetchall()

    # Updates

    def receive(self, number: int, content: str) -> bool:
        """Keep an update until it is finished; False when it was received before."""
        now = time.time()
        with self._changing() as db:
            if now > self._cleared + CLEAR_EVERY:
                db.execute("DELETE FROM received WHERE content IS NULL AND at < ?", [now - KEEP_UPDATES])
                self._cleared = now
            values = (number, content, now)
            return db.execute("INSERT OR IGNORE INTO received (id, content, at) VALUES (?, ?, ?)", values).rowcount == 1

    def finish(self, number: int) -> None:
        """Note that an update is dealt with."""
        with self._changing() as db:
            db.execute("UPDATE received SET content = NULL WHERE id = ?", [number])

    def unfinished(self) -> list[str]:
        """The updates that an earlier process received and did not finish, in their order."""
        with self._changing() as db:
            db.execute("UPDATE received SET attempts = attempts + 1 WHERE content IS NOT NULL")
            db.execute("UPDATE received SET content = NULL WHERE attempts > ?", [ATTEMPTS])
        return [row[0] for row in self._rows("SELECT content FROM received WHERE content IS NOT NULL ORDER BY id")]

    # People

    def meet(self, number: int, name: str) -> Person:
        """The person with this id, who has just written; when they did is kept to the minute."""
        now, known = time.time(), self.person(number)
        if known.name == name and not known.blocked and now < known.last + 60:
            return known
        with self._changing() as db:
            db.execute(
                "INSERT INTO person (id, name, quotes, context, first, last) VALUES (?, ?, ?, 0, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET name = excluded.name, last = excluded.last, blocked = 0",
                [number, name, Person(0).quotes, now, now],
            )
        return self.person(number)

    def person(self, number: int) -> Person:
        """The person with this id, with all as at first when nothing is known."""
        return next(iter(self.people("WHERE id = ?", number)), Person(number))

    def people(self, where: str = "", *values: object) -> list[Person]:
        """Everybody who wrote to the bot, the latest first."""
        rows = self._rows(
            "SELECT id, name, language, quotes, context, blocked,"
            " (SELECT count(*) FROM asked WHERE asked.person = person.id), last"
            f" FROM person {where} ORDER BY last DESC",
            *values,
        )
        return [
            Person(number, name, language, quotes, bool(context), bool(blocked), questions, last)
            for number, name, language, quotes, context, blocked, questions, last in rows
        ]

    def prefer(self, person: Person) -> None:
        """Keep how a person wants their answers."""
        with self._changing() as db:
            db.execute(
                "UPDATE person SET language = ?, quotes = ?, context = ? WHERE id = ?",
                [person.language, person.quotes, person.context, person.id],
            )

    def block(self, number: int) -> None:
        """Note that a person wants no messages from the bot any more."""
        with self._changing() as db:
            db.execute("UPDATE person SET blocked = 1 WHERE id = ?", [number])

    def forget(self, number: int) -> None:
        """Delete all that is stored about a person; only that questions were asked stays in the counts."""
        with self._changing() as db:
            db.execute("DELETE FROM person WHERE id = ?", [number])
            for table in ("conversation", "shown", "feedback"):
                db.execute(f"DELETE FROM {table} WHERE person = ?", [number])
            db.execute("UPDATE asked SET person = NULL WHERE person = ?", [number])

    # Conversations

    def turns(self, chat: int, person: int) -> list[Any]:
        """A person's conversation in a chat, as `keep_turns` was given it."""
        rows = self._rows("SELECT turns FROM conversation WHERE chat = ? AND person = ?", chat, person)
        return list(json.loads(rows[0][0])) if rows else []

    def keep_turns(self, chat: int, person: int, turns: list[Any]) -> None:
        """Keep a person's conversation in a chat; an empty one is forgotten."""
        with self._changing() as db:
            if turns:
                db.execute("INSERT OR REPLACE INTO conversation VALUES (?, ?, ?)", [chat, person, json.dumps(turns)])
            else:
                db.execute("DELETE FROM conversation WHERE chat = ? AND person = ?", [chat, person])

    def move_chat(self, old: int, new: int) -> None:
        """Carry a group's conversations over to the supergroup that it has become, and know which group it was."""
        with self._changing() as db:
            db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", [f"moved to {new}", str(old)])
            db.execute("UPDATE OR REPLACE conversation SET chat = ? WHERE chat = ?", [new, old])

    def moved_from(self, chat: int) -> int | None:
        """The id of the group that a supergroup was before, None when it was none that was seen to move."""
        before = self.note(f"moved to {chat}")
        return int(before) if before else None

    # Messages with buttons

    def show(self, kind: str, chat: int, person: int, question: int | None, content: dict[str, Any]) -> Shown:
        """Keep what a message will show, under a new key."""
        shown = Shown(secrets.token_urlsafe(8), kind, chat, person, question, (), content)
        with self._changing() as db:
            values = (shown.key, kind, chat, person, question, "[]", json.dumps(content), time.time())
            db.execute("INSERT INTO shown VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        return shown

    def shown(self, key: str) -> Shown | None:
        """What is shown under a key."""
        return self._one_shown("key = ?", key)

    def reply_to(self, chat: int, question: int) -> Shown | None:
        """What was last shown in reply to a message."""
        return self._one_shown("chat = ? AND question = ? ORDER BY at DESC LIMIT 1", chat, question)

    def shown_by(self, chat: int, message: int) -> Shown | None:
        """What a message of the bot's shows, or showed last."""
        holds = "EXISTS (SELECT 1 FROM json_each(messages) WHERE value = ?)"
        return self._one_shown(f"chat = ? AND {holds} ORDER BY at DESC LIMIT 1", chat, message)

    def _one_shown(self, where: str, *values: object) -> Shown | None:
        columns = "key, kind, chat, person, question, messages, content"
        rows = self._rows(f"SELECT {columns} FROM shown WHERE {where}", *values)
        for key, kind, chat, person, question, messages, content in rows:
            return Shown(key, kind, chat, person, question, tuple(json.loads(messages)), json.loads(content))
        return None

    def change(self, key: str, *, messages: tuple[int, ...] | None = None, content: Any = None) -> None:
        """Keep which messages show what is under a key, or what it now is."""
        with self._changing() as db:
            if messages is not None:
                db.execute("UPDATE shown SET messages = ? WHERE key = ?", [json.dumps(messages), key])
            if content is not None:
                db.execute("UPDATE shown SET content = ? WHERE key = ?", [json.dumps(content), key])

    def vote(self, shown: Shown, person: int, vote: int) -> None:
        """Keep what a person thinks of an answer, with its question and the places of its quotes."""
        with self._changing() as db:
            values = (shown.key, person, vote, json.dumps(shown.content), time.time())
            db.execute("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)", values)

    # Counts and notes

    def count(self, person: int, outcome: Outcome, seconds: float) -> None:
        """Count a question. Its words are not kept here."""
        with self._changing() as db:
            db.execute("INSERT INTO asked VALUES (?, ?, ?, ?)", [person, outcome, seconds, time.time()])

    def asked(self, person: int, seconds: float) -> tuple[int, float]:
        """How many questions a person asked in the last so many seconds, and when the first of them was."""
        since = time.time() - seconds
        query = "SELECT count(*), coalesce(min(at), 0) FROM asked WHERE person = ? AND at > ?"
        number, first = self._rows(query, person, since)[0]
        return number, first

    def totals(self) -> Totals:
        """All that is counted."""
        outcomes = dict(self._rows("SELECT outcome, count(*) FROM asked GROUP BY outcome"))
        seconds = self._rows("SELECT coalesce(sum(seconds), 0) FROM asked")[0][0]
        votes = dict(self._rows("SELECT vote, count(*) FROM feedback GROUP BY vote"))
        people = self._rows("SELECT count(*) FROM person")[0][0]
        waiting = self._rows("SELECT count(*) FROM received WHERE content IS NOT NULL")[0][0]
        return Totals(outcomes, seconds, votes.get(1, 0), votes.get(-1, 0), people, waiting)

    def note(self, name: str) -> str | None:
        """The value noted under a name."""
        rows = self._rows("SELECT value FROM note WHERE name = ?", name)
        return str(rows[0][0]) if rows else None

    def keep_note(self, name: str, value: str) -> None:
        """Note a value under a name."""
        with self._changing() as db:
            db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", [name, value])
