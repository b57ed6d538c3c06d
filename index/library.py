"""A library: a collection of articles with its stores, kept together through crashes and by many processes at once.

A library is one folder: `articles.sqlite` (the truth), `words/` and `vectors/` (made from it), `encoder/` (the model
that made the vectors) and `lock`. Readers share the lock, a writer has it alone, and a reader opens its stores anew
when the generation has moved: Chroma neither bears two writers nor notices another process's writes.
"""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from index.articles import Article, headline
from index.attribution import attribute
from index.catalog import Among, Catalog, Derived, Entry, Outcome, Plan, StoredArticle
from index.encoder import Encoder, export
from index.errors import LibraryError
from index.passages import passages
from index.sentences import split
from index.vectors import Vectors
from index.words import PassageWords, Words

BATCH_ARTICLES = 64
"""Articles stored at once: the more, the fewer commits; the fewer, the sooner each one is acknowledged."""
KEPT_ARTICLES = 1000
"""Articles kept in memory for the next question."""
BATCH_CHARACTERS = 400_000
"""Characters after which a batch of articles is stored, however few they are."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What adding an article did. When you hold it, it will not be lost."""

    outcome: Outcome
    id: str
    version: str
    headline: str
    origin: str


@dataclass(frozen=True, slots=True)
class Status:
    """A library in figures. `vectors` is the folder or the URL that holds them, `bytes` what the folder takes."""

    folder: Path
    articles: int
    old_versions: int
    passages: int
    sentences: int
    model: str
    vectors: str
    generation: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is stored with an article: what was derived from its text, and its passages' unit vectors."""

    derived: Derived
    vectors: list[NDArray[np.float32]]


@dataclass(slots=True)
class Stores:
    """The stores as they stand at one generation, to be used only while a lock is held."""

    catalog: Catalog
    words: Words
    vectors: Vectors
    generation: int
    checked: bool = False
    articles: dict[int, StoredArticle | None] = field(default_factory=dict)

    def article(self, key: int) -> StoredArticle | None:
        """The article in the catalog's row `key`, kept for the next time."""
        if len(self.articles) > KEPT_ARTICLES:
            self.articles.clear()
        if key not in self.articles:
            self.articles[key] = self.catalog.article(key)
        return self.articles[key]


class Library:
    """A collection of articles that can be added to, searched and checked. Safe to use from several threads."""

    def __init__(self, folder: Path, chroma_url: str | None) -> None:
        """Use `Library.open`."""
        from filelock import ReadWriteLock

        self.folder = folder
        self.encoder = Encoder(folder / "encoder")
        self._vectors_at = chroma_url or folder / "vectors"
        self._mutex = threading.RLock()
        self._lock = ReadWriteLock(folder / "lock", is_singleton=False)
        self._catalog = Catalog(folder / "articles.sqlite")
        self._stores: Stores | None = None
        self._outlets: tuple[int, frozenset[str]] = (-1, frozenset())

    @classmethod
    def open(
        cls, folder: Path, *, create: bool = False, chroma_url: str | None = None, model: str | None = None
    ) -> Library:
        """The library in `folder`; `create` makes it if there is none, with `model` (None: the default) as its encoder.

        `chroma_url` names the Chroma server that holds the vectors instead of the folder. Raises LibraryError when
        there is no library and none is to be made.
        """
        if not (folder / "articles.sqlite").exists() and not create:
            raise LibraryError(f"There is no library at {folder}: add articles first with `quoth add`.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"The folder {folder} can't be made: name another one with --library.") from error
        if not (folder / "articles.sqlite").exists():
            cls._make_encoder(folder, model)
        return cls(folder, chroma_url)

    @staticmethod
    def _make_encoder(folder: Path, model: str | None) -> None:
        from filelock import ReadWriteLock

        with ReadWriteLock(folder / "lock", is_singleton=False).write_lock():
            if not (folder / "encoder" / "encoder.json").exists():
                export(model, folder / "encoder")

    def close(self) -> None:
        """Let go of all files and connections."""
        with self._mutex:
            self._forget_stores()
            self._catalog.close()
            self._lock.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # Locks and stores

    @contextmanager
    def reading(self) -> Iterator[Stores]:
        """The stores, whole and of one generation, which no writer changes meanwhile.

        Raises LibraryError when they don't hold what the catalog says.
        """
        with self._settled() as stores:
            yield self._checked(stores)

    @contextmanager
    def _settled(self) -> Iterator[Stores]:
        """The stores under the read lock, after what a writer that died began was undone or finished."""
        with self._mutex:
            while True:
                with self._lock.read_lock():
                    if not self._catalog.unfinished():
                        yield self._current_stores()
                        return
                with self._writing():
                    pass

    @contextmanager
    def _writing(self) -> Iterator[Stores]:
        with self._mutex, self._lock.write_lock():
            stores = self._current_stores()
            try:
                self._settle(stores)
                yield stores
                # What this process wrote itself it need not open anew; only rows may read differently now.
                stores.generation = self._catalog.generation
                stores.articles.clear()
            except BaseException:
                self._forget_stores()
                raise

    def _current_stores(self) -> Stores:
        generation = self._catalog.generation
        if self._stores is not None and self._stores.generation != generation:
            self._forget_stores()
        if self._stores is None:
            vectors = Vectors(self._vectors_at, f"quoth-{self._catalog.library_id}")
            self._stores = Stores(self._catalog, Words(self.folder / "words"), vectors, generation)
        return self._stores

    def _checked(self, stores: Stores) -> Stores:
        """The stores, after a first look that they hold as many passages as the catalog says."""
        if not stores.checked:
            passages_ready = self._catalog.counts().passages
            if stores.words.count() != passages_ready:
                raise LibraryError(f"The word index of {self.folder} doesn't match its articles: run `quoth rebuild`.")
            if stores.vectors.count() != passages_ready:
                raise LibraryError(
                    f"{self._vectors_at} doesn't hold the vectors of {self.folder}: run `quoth rebuild`, "
                    "or set QUOTH_CHROMA to the server that holds them."
                )
            stores.checked = True
        return stores

    def _forget_stores(self) -> None:
        if self._stores is not None:
            self._stores.vectors.close()
            self._stores = None

    def _settle(self, stores: Stores) -> None:
        """Take the passages of unfinished rows out of the stores, then settle the rows."""
        unfinished = self._catalog.unfinished()
        if unfinished:
            stores.words.remove(row.key for row in unfinished)
            stores.vectors.remove([(row.key, place) for row in unfinished for place in range(row.passages)])
            self._catalog.finish(row.key for row in unfinished)

    # Adding and removing

    def add(self, articles: Iterable[Article]) -> Iterator[Receipt]:
        """Add articles as the receipts are taken: each comes, in order, once its article is stored for good.

        The same text again is left alone; another text under the same id or origin becomes the article's new version;
        a known text from another origin is linked to that origin. Raises VectorStoreError when the vectors can't be
        stored: what had no receipt by then is not in the library.
        """
        for batch in _batches(articles):
            with self._mutex:
                new = [plan.article for plan in map(self._catalog.plan, batch) if plan.needs_row]
            # The slow part needs no lock: others read and write meanwhile.
            prepared = self._prepare(new)
            with self._writing() as stores:
                receipts = self._store(stores, [self._catalog.plan(article) for article in batch], prepared)
            yield from receipts

    def _prepare(self, articles: Sequence[Article]) -> dict[Article, Prepared]:
        """What is stored with each article, the passages of all of them encoded together."""
        derived = {article: _derive(article.text) for article in articles}
        texts = [_embedded(a.title, a.text[p.start : p.end]) for a, d in derived.items() for p in d.passages]
        vectors = iter(self.encoder.encode(texts))
        return {article: Prepared(d, list(islice(vectors, len(d.passages)))) for article, d in derived.items()}

    def _store(self, stores: Stores, plans: Sequence[Plan], prepared: dict[Article, Prepared]) -> list[Receipt]:
        """Pending in the catalog, then in words and vectors, then ready: a crash in between can be told and undone."""
        new = [plan for plan in plans if plan.needs_row]
        # Another process may have changed the plan since the articles were prepared.
        prepared |= self._prepare([plan.article for plan in new if plan.article not in prepared])
        keys = self._catalog.insert((plan.article, prepared[plan.article].derived) for plan in new)
        _index(stores, [(key, plan.article, prepared[plan.article]) for key, plan in zip(keys, new, strict=True)])
        rows = dict(zip((plan.article for plan in new), keys, strict=True))
        self._catalog.publish((plan, rows.get(plan.article)) for plan in plans)
        self._settle(stores)
        return [_receipt(plan) for plan in plans]

    def get(self, ref: str) -> StoredArticle:
        """The article that `ref` names: its id, another id of its text, or at least 6 first digits of a version.

        Raises NoSuchArticle when there is none.
        """
        with self._mutex:
            article = self._catalog.article(self._catalog.find(ref))
        assert article is not None
        return article

    def mentioning_speaker(self, name: str) -> Iterator[StoredArticle]:
        """The current articles that may hold claims of somebody with this name, those published last first."""
        longest = max(name.split(), key=len, default="")
        with self._mutex:
            keys = self._catalog.keys_with_speaker(longest)
        for key in keys:
            with self._mutex:
                article = self._catalog.article(key)
            if article is not None:
                yield article

    def outlets(self) -> frozenset[str]:
        """The outlets of the current articles."""
        with self._mutex:
            generation = self._catalog.generation
            if self._outlets[0] != generation:
                self._outlets = generation, self._catalog.outlets()
            return self._outlets[1]

    def any_among(self, among: Among) -> bool:
        """Whether some current articles are not left out. Raises NoSuchArticle when `among` names one not there."""
        with self._mutex:
            return bool(self._catalog.keys_among(among))

    def remove(self, ref: str) -> Entry:
        """Delete the article that `ref` names, with its older versions; an older version goes alone."""
        with self._writing() as stores:
            key = self._catalog.find(ref)
            entry = self._catalog.entries(key)[0]
            self._catalog.remove(key)
            self._settle(stores)
        return entry

    # The whole library

    def entries(self) -> list[Entry]:
        """The current articles, in the order in which they were added."""
        with self._mutex:
            return self._catalog.entries()

    def status(self) -> Status:
        """The library in figures."""
        with self._mutex:
            counts = self._catalog.counts()
            return Status(
                folder=self.folder,
                articles=counts.articles,
                old_versions=counts.old_versions,
                passages=counts.passages,
                sentences=counts.sentences,
                model=self.encoder.card.model,
                vectors=str(self._vectors_at),
                generation=self._catalog.generation,
                bytes=sum(_size(file) for file in self.folder.rglob("*")),
            )

    def verify(self) -> list[str]:
        """What is wrong with the library, as sentences; [] when the three stores agree and every text is intact."""
        with self._settled() as stores:
            problems = [f"SQLite finds the catalog damaged: {line}" for line in self._catalog.damage()]
            problems += [problem for key in self._catalog.ready_keys() for problem in _flaws(stores.article(key))]
            passages_ready = self._catalog.names()
            for store, names in (("word index", stores.words.names()), ("vector store", stores.vectors.names())):
                if missing := len(passages_ready - names):
                    problems.append(f"{missing} passages are not in the {store}: run `quoth rebuild`.")
                if extra := len(names - passages_ready):
                    problems.append(f"{extra} passages in the {store} belong to no article: run `quoth rebuild`.")
            if stores.words.articles() != {key for key, _ in passages_ready}:
                problems.append("The word index holds other whole articles than the catalog: run `quoth rebuild`.")
            return problems

    def rebuild(self, progress: Callable[[int, int], None] | None = None, *, model: str | None = None) -> int:
        """Make words and vectors anew from the articles, with another encoder if `model` names one.

        Returns the number of articles. `progress` is told how many of how many are done. A rebuild that was cut off is
        noticed by the next reader, who is told to run it again.
        """
        with self._mutex, self._lock.write_lock():
            self._forget_stores()
            # A vector store that can't be reached must not cost the words.
            self._check_vectors()
            self._catalog.touch()
            shutil.rmtree(self.folder / "words", ignore_errors=True)
            if isinstance(self._vectors_at, Path):
                shutil.rmtree(self._vectors_at, ignore_errors=True)
            stores = self._current_stores()
            stores.vectors.clear()
            self._catalog.finish(row.key for row in self._catalog.unfinished())
            if self._needs_encoder(model):
                export(model, self.folder / "encoder")
                self.encoder = Encoder(self.folder / "encoder")
            keys = self._catalog.ready_keys()
            for at in range(0, len(keys), BATCH_ARTICLES):
                self._reindex(stores, keys[at : at + BATCH_ARTICLES])
                if progress is not None:
                    progress(min(at + BATCH_ARTICLES, len(keys)), len(keys))
            self._forget_stores()
        return len(keys)

    def _check_vectors(self) -> None:
        if not isinstance(self._vectors_at, Path):
            vectors = Vectors(self._vectors_at, f"quoth-{self._catalog.library_id}")
            vectors.count()
            vectors.close()

    def _needs_encoder(self, model: str | None) -> bool:
        """Whether another model is wanted than the one there is, or that one can't be read."""
        try:
            self.encoder.load()
        except LibraryError:
            return True
        return model is not None and model != self.encoder.card.model

    def _reindex(self, stores: Stores, keys: Sequence[int]) -> None:
        articles = {}
        for key in keys:
            stored = self._catalog.article(key)
            assert stored is not None
            articles[key] = Article(stored.text, origin=str(key), title=stored.title)
        prepared = self._prepare(list(articles.values()))
        for key, article in articles.items():
            self._catalog.rederive(key, prepared[article].derived)
        _index(stores, [(key, article, prepared[article]) for key, article in articles.items()])


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Runs of articles to store at once; two that may be versions or copies of each other never share a run."""
    batch: list[Article] = []
    marks: set[tuple[str, str | None]] = set()
    characters = 0
    for article in articles:
        own = {("version", article.version), ("origin", article.origin), ("id", article.given_id or article.version)}
        if marks & own or len(batch) == BATCH_ARTICLES or characters > BATCH_CHARACTERS:
            yield batch
            batch, marks, characters = [], set(), 0
        batch.append(article)
        marks |= own
        characters += len(article.text)
    if batch:
        yield batch


def _derive(text: str) -> Derived:
    sentences = split(text)
    return Derived(sentences, attribute(text, sentences), passages(sentences))


def _embedded(title: str | None, passage: str) -> str:
    """A passage as it is encoded: its article's title helps to tell what "the crash" was."""
    return f"{title}\n{passage}" if title else passage


def _index(stores: Stores, rows: Sequence[tuple[int, Article, Prepared]]) -> None:
    """Put the passages of catalog rows into the words and the vectors."""
    names: list[tuple[int, int]] = []
    words: list[PassageWords] = []
    for key, article, prepared in rows:
        for place, passage in enumerate(prepared.derived.passages):
            names.append((key, place))
            words.append(PassageWords(key, place, article.title or "", article.text[passage.start : passage.end]))
    if names:
        stores.words.add(words)
        stores.vectors.add(names, np.array([vector for *_, prepared in rows for vector in prepared.vectors]))


def _size(file: Path) -> int:
    """The bytes of a file; 0 for a folder, and for a file that a writer has just taken away."""
    try:
        return file.stat().st_size if file.is_file() else 0
    except FileNotFoundError:
        return 0


def _receipt(plan: Plan) -> Receipt:
    article = plan.article
    return Receipt(plan.outcome, article.id, article.version, headline(article.title, article.text), article.origin)


def _flaws(article: StoredArticle | None) -> list[str]:
    """What is wrong with one stored article."""
    if article is None:
        return ["An article can't be read: put back articles.sqlite from a copy."]
    if hashlib.sha256(article.text.encode()).hexdigest() != article.version:
        return [f"The text of article {article.id} was changed: remove it with `quoth remove` and add it again."]
    if any(not 0 <= s.start < s.end <= len(article.text) for s in article.sentences):
        return [f"The sentences of article {article.id} don't fit its text: run `quoth rebuild`."]
    return []
