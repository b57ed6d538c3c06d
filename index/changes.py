"""Changes of the catalog: what adding an article would do, and how it is done so that a crash can be told and undone.

All is called only while the library holds its write lock, but for `plan` and `unfinished`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal

from index.articles import Article
from index.database import Database
from index.derived import Derived, columns
from index.terms import forms

Outcome = Literal["added", "updated", "unchanged", "same_text"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What adding an article would do, and the id that it will have.

    `replaces` and `same` are keys of ready rows, with its identity and its text.
    """

    outcome: Outcome
    article: Article
    id: str
    replaces: int | None = None
    same: int | None = None

    @property
    def needs_row(self) -> bool:
        """Whether the article's text must be stored, being new to the library or under a new title."""
        return self.same is None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A row whose passages must leave the stores, because a writer died or because it is going."""

    key: int
    passages: int


class Changes:
    """What is written into a library's catalog."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def plan(self, article: Article) -> Plan:
        """What adding this article would do to the library as it is now."""
        known = self._identified(article)
        if known is not None and self._version(known) == article.version:
            if self._says_more(article, known):
                return Plan("updated", article, self._id(known, article), replaces=known)
            linked = self._db.execute(
                "SELECT 1 FROM origin WHERE origin = ? AND article = ? AND current", (article.origin, known)
            ).fetchone()
            return Plan("unchanged" if linked else "same_text", article, self._id(known, article), same=known)
        same = self._copy(article)
        if same is not None:
            outcome: Outcome = "updated" if known else "same_text"
            return Plan(outcome, article, self._id(same, article), replaces=known, same=same)
        return Plan("updated" if known else "added", article, self._new_id(article), replaces=known)

    def _copy(self, article: Article) -> int | None:
        """The ready row with the same text, unless its title tells of something else.

        A page of which nothing but a notice could be read has the text of many others, and only its title is news.
        """
        rows = self._db.execute(
            "SELECT key, title FROM article WHERE state = 'ready' AND version = ? ORDER BY key", (article.version,)
        )
        return next((int(key) for key, title in rows if _may_be_one_title(title, article.title)), None)

    def _id(self, key: int, article: Article) -> str:
        """The id under which an article finds the row that has its text."""
        stored = self._db.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()[0]
        return article.given_id or str(stored)

    def _new_id(self, article: Article) -> str:
        """The id of a new article; one whose text is known under another title is told apart by its own title."""
        taken = not article.given_id and self._ready("id = ?", article.id) is not None
        return sha256(f"{article.title}\n{article.text}".encode()).hexdigest()[:12] if taken else article.id

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

    def insert(self, rows: Iterable[tuple[Plan, Derived]]) -> list[int]:
        """The keys of new pending rows for the planned articles, in order."""
        with self._db.transaction():
            return [self._insert(plan.id, plan.article, derived) for plan, derived in rows]

    def _insert(self, id_: str, article: Article, derived: Derived) -> int:
        cursor = self._db.execute(
            """INSERT INTO article (id, version, state, title, outlet, author, published, added, text, sentences,
            attributions, passages) VALUES (?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                id_,
                article.version,
                article.title,
                article.outlet,
                article.author,
                article.published,
                datetime.now(UTC).isoformat(timespec="seconds"),
                article.text,
                *columns(derived),
            ),
        )
        return int(cursor.lastrowid or 0)

    def rederive(self, key: int, derived: Derived) -> None:
        """Store what was derived anew from the text of row `key`."""
        self._db.execute(
            "UPDATE article SET sentences = ?, attributions = ?, passages = ? WHERE key = ?", (*columns(derived), key)
        )

    def publish(self, plans: Iterable[tuple[Plan, int | None]]) -> None:
        """Make pending rows ready and link origins, all at once; a plan comes with the key of its new row, if any."""
        with self._db.transaction():
            for plan, new in plans:
                if new is not None:
                    self._db.execute("UPDATE article SET state = 'ready' WHERE key = ?", (new,))
                target = new or plan.same or 0
                if plan.replaces is not None and plan.replaces != target:
                    self._replace(plan.replaces, plan.article, target)
                self._link(plan.article, target)
            self._db.next_generation()

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
        with self._db.transaction():
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
            self._db.next_generation()

    def unfinished(self) -> list[Unfinished]:
        """The rows whose passages must leave the stores: pending ones of a writer that died, and those that go."""
        rows = self._db.execute(
            "SELECT key, json_array_length(passages) FROM article WHERE state IN ('pending', 'retiring', 'removing')"
        )
        return [Unfinished(*row) for row in rows]

    def finish(self, keys: Iterable[int]) -> None:
        """Settle rows whose passages have left the stores: retiring ones stay as old, the others are deleted."""
        with self._db.transaction():
            for key in keys:
                self._db.execute("UPDATE article SET state = 'old' WHERE key = ? AND state = 'retiring'", (key,))
                self._db.execute("DELETE FROM article WHERE key = ? AND state IN ('pending', 'removing')", (key,))
            self._db.next_generation()


def _may_be_one_title(one: str | None, other: str | None) -> bool:
    """Whether two titles say the same: one is missing, or has all the words of the other, as with an outlet's name."""
    if not one or not other:
        return True
    words, others = set(forms(one)), set(forms(other))
    return words <= others or others <= words
