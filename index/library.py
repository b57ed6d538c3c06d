"""A library: a collection of articles with its stores, kept together through crashes and by many processes at once.

A library is one folder: `articles.sqlite` (the truth), `words/` and `vectors/` (made from it), `encoder/` (the model
that made the vectors) and `lock`. Readers share the lock, a writer has it alone, and a reader opens its stores anew
when the generation has moved: Chroma neither bears two writers nor notices another process's writes. A library that
can't be written is read through a mirror of its stores.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from index.additions import BATCH_ARTICLES, Prepared, batches, prepare
from index.articles import Article, headline
from index.catalog import Among, Catalog, Entry, StoredArticle
from index.changes import Changes, Outcome, Plan
from index.database import Database
from index.encoder import Encoder, export
from index.errors import LibraryError
from index.mirror import is_writable, mirror_stores
from index.soundness import flaws
from index.stores import Stores
from index.vectors import Vectors
from index.words import Words


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


class Library:
    """A collection of articles that can be added to, searched and checked. Safe to use from several threads."""

    def __init__(self, folder: Path, chroma_url: str | None) -> None:
        """Use `Library.open`."""
        from filelock import ReadWriteLock

        self.folder = folder
        self.encoder = Encoder(folder / "encoder")
        self._vectors_at = chroma_url or folder / "vectors"
        self._mutex = threading.RLock()
        self._mirror = None if is_writable(folder) else TemporaryDirectory(prefix="quoth-", ignore_cleanup_errors=True)
        # The lock of a library that can't be written can't be held either: its mirror has one of its own.
        self._lock = ReadWriteLock(self._stores_at / "lock", is_singleton=False)
        self._database = Database.open(folder / "articles.sqlite", read_only=self._mirror is not None)
        self._catalog, self._changes = Catalog(self._database), Changes(self._database)
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
        if create:
            _check_writable(folder)
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
            self._database.close()
            self._lock.close()
            if self._mirror is not None:
                self._mirror.cleanup()

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
                    if not self._changes.unfinished():
                        yield self._current_stores()
                        return
                with self._writing():
                    pass

    @contextmanager
    def _writing(self) -> Iterator[Stores]:
        _check_writable(self.folder)
        with self._mutex, self._lock.write_lock():
            stores = self._current_stores()
            try:
                self._settle(stores)
                yield stores
                # What this process wrote itself it need not open anew; only rows may read differently now.
                stores.generation = self._database.generation
                stores.articles.clear()
            except BaseException:
                self._forget_stores()
                raise

    def _current_stores(self) -> Stores:
        generation = self._database.generation
        if self._stores is not None and self._stores.generation != generation:
            self._forget_stores()
        if self._stores is None:
            if self._mirror is not None:
                mirror_stores(self.folder, self._stores_at)
            if not self.encoder.is_current():
                self.encoder = Encoder(self.folder / "encoder")
            self._stores = Stores(self._catalog, Words(self._stores_at / "words"), self._vectors(), generation)
        return self._stores

    @property
    def _stores_at(self) -> Path:
        return self.folder if self._mirror is None else Path(self._mirror.name)

    def _vectors(self) -> Vectors:
        place = self._stores_at / "vectors" if isinstance(self._vectors_at, Path) else self._vectors_at
        return Vectors(place, f"quoth-{self._database.library_id}")

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
        unfinished = self._changes.unfinished()
        if unfinished:
            stores.drop(unfinished)
            self._changes.finish(row.key for row in unfinished)

    # Adding and removing

    def add(self, articles: Iterable[Article]) -> Iterator[Receipt]:
        """Add articles as the receipts are taken: each comes, in order, once its article is stored for good.

        The same text again is left alone; another text under the same id or origin becomes the article's new version;
        a known text from another origin is linked to that origin, unless its title tells of something else. Raises
        LibraryError when nothing can be written, and VectorStoreError when the vectors can't be stored: what had no
        receipt by then is not in the library.
        """
        _check_writable(self.folder)
        for batch in batches(articles):
            with self._mutex:
                new = [plan.article for plan in map(self._changes.plan, batch) if plan.needs_row]
            # The slow part needs no lock: others read and write meanwhile.
            encoder = self.encoder
            prepared = prepare(new, encoder)
            with self._writing() as stores:
                if self.encoder is not encoder:  # another process has made the library anew with another model
                    prepared = {}
                receipts = self._store(stores, [self._changes.plan(article) for article in batch], prepared)
            yield from receipts

    def _store(self, stores: Stores, plans: Sequence[Plan], prepared: dict[Article, Prepared]) -> list[Receipt]:
        """Pending in the catalog, then in words and vectors, then ready: a crash in between can be told and undone."""
        new = [plan for plan in plans if plan.needs_row]
        # Another process may have changed the plan since the articles were prepared.
        prepared |= prepare([plan.article for plan in new if plan.article not in prepared], self.encoder)
        self._database.note_model(self.encoder.card.model)
        keys = self._changes.insert((plan, prepared[plan.article].derived) for plan in new)
        stores.index([(key, plan.article, prepared[plan.article]) for key, plan in zip(keys, new, strict=True)])
        rows = dict(zip((plan.article for plan in new), keys, strict=True))
        self._changes.publish((plan, rows.get(plan.article)) for plan in plans)
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
            generation = self._database.generation
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
            self._changes.remove(key)
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
                generation=self._database.generation,
                bytes=sum(_size(file) for file in self.folder.rglob("*")),
            )

    def verify(self) -> list[str]:
        """What is wrong with the library, as sentences; [] when the three stores agree and every text is intact."""
        with self._settled() as stores:
            return flaws(stores)

    def rebuild(self, progress: Callable[[int, int], None] | None = None, *, model: str | None = None) -> int:
        """Make words and vectors anew from the articles, with another encoder if `model` names one.

        Returns the number of articles. `progress` is told how many of how many are done. A rebuild that was cut off is
        noticed by the next reader, who is told to run it again.
        """
        _check_writable(self.folder)
        with self._mutex, self._lock.write_lock():
            self._forget_stores()
            # A model or a vector store that can't be reached must not cost the words.
            self._check_vectors()
            encoder = self._new_encoder(model)
            with self._database.transaction():
                self._database.next_generation()
            shutil.rmtree(self.folder / "words", ignore_errors=True)
            if isinstance(self._vectors_at, Path):
                shutil.rmtree(self._vectors_at, ignore_errors=True)
            if encoder is not None:
                self._database.note_model(encoder.card.model)
                shutil.rmtree(self.folder / "encoder", ignore_errors=True)
                encoder.folder.rename(self.folder / "encoder")
            stores = self._current_stores()
            stores.vectors.clear()
            self._changes.finish(row.key for row in self._changes.unfinished())
            keys = self._catalog.ready_keys()
            for at in range(0, len(keys), BATCH_ARTICLES):
                self._reindex(stores, keys[at : at + BATCH_ARTICLES])
                if progress is not None:
                    progress(min(at + BATCH_ARTICLES, len(keys)), len(keys))
            self._forget_stores()
        return len(keys)

    def _check_vectors(self) -> None:
        if not isinstance(self._vectors_at, Path):
            vectors = self._vectors()
            vectors.count()
            vectors.close()

    def _new_encoder(self, model: str | None) -> Encoder | None:
        """An encoder to put in the place of the present one, if that can't be read or is not the `model` wanted."""
        present = Encoder(self.folder / "encoder")
        try:
            present.load()
            if model in (None, present.card.model):
                return None
        except LibraryError:
            model = model or self._database.model
        folder = self.folder / "encoder.new"
        export(model, folder)
        return Encoder(folder)

    def _reindex(self, stores: Stores, keys: Sequence[int]) -> None:
        articles = {}
        for key in keys:
            stored = self._catalog.article(key)
            assert stored is not None
            articles[key] = Article(stored.text, origin=str(key), title=stored.title)
        prepared = prepare(list(articles.values()), self.encoder)
        for key, article in articles.items():
            self._changes.rederive(key, prepared[article].derived)
        stores.index([(key, article, prepared[article]) for key, article in articles.items()])


def _check_writable(folder: Path) -> None:
    """Raises LibraryError when the library can't be changed."""
    if not is_writable(folder):
        raise LibraryError(
            f"The library in {folder} can't be written: mend its permissions, or copy it to a folder of "
            "yours and name that with --library."
        )


def _size(file: Path) -> int:
    """The bytes of a file; 0 for a folder, and for a file that a writer has just taken away."""
    try:
        return file.stat().st_size if file.is_file() else 0
    except FileNotFoundError:
        return 0


def _receipt(plan: Plan) -> Receipt:
    article = plan.article
    return Receipt(plan.outcome, plan.id, article.version, headline(article.title, article.text), article.origin)
