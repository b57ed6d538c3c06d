"""Files, folders, web pages and standard input -> Articles, and a Refusal for each that can't be read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from index.articles import STANDARD_INPUT, Article
from index.decoding import decode, refuse_document
from index.errors import ReadingError
from index.fetching import SECONDS, fetch
from index.formats import (
    is_url,
    markdown_article,
    page_article,
    plain_url,
    record_article,
    records,
    sniff,
    text_article,
)

MAX_BYTES = 20_000_000
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl")
"""What is read in folders; a file that is named directly may have any suffix."""

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be read, as it was named, and why: one sentence that ends with what to do next."""

    origin: str
    reason: str


def read(
    places: Iterable[str], *, max_bytes: int = MAX_BYTES, stdin: BinaryIO | None = None, seconds: float = SECONDS
) -> Iterator[Article | Refusal]:
    """Paths, folders with all below them, http(s) URLs, or "-" for `stdin` -> their articles, in order.

    Never raises for a bad place: it yields a Refusal and goes on. `seconds` is what a web page may take.
    """
    for place in _expanded(places):
        if isinstance(place, Refusal):
            yield place
            continue
        try:
            yield from _read_one(place, max_bytes, stdin, seconds)
        except ReadingError as trouble:
            yield Refusal(_printable(place), str(trouble))
        except (OSError, ValueError) as trouble:
            reason = getattr(trouble, "strerror", None) or str(trouble)
            yield Refusal(_printable(place), f"This can't be read ({reason}): check its name and permissions.")


def count_places(places: Iterable[str]) -> int:
    """How many files and URLs there are to read, folders opened up."""
    return sum(1 for _ in _expanded(places))


def _expanded(places: Iterable[str]) -> Iterator[str | Refusal]:
    """Each place, a folder replaced by its files in order of name, without hidden ones and unknown suffixes."""
    for place in places:
        if place == "-" or "://" in place or not os.path.isdir(place):  # noqa: PTH112 (Path raises for some names)
            yield place
            continue
        count = 0
        for found in _walk(place):
            count += 1
            yield found
        if not count:
            hint = f"add a folder with files in {', '.join(SUFFIXES)}, or name the files"
            yield Refusal(_printable(place), f"The folder holds no articles: {hint}.")


def _walk(folder: str) -> Iterator[str | Refusal]:
    # Links to folders are not followed: they may lead back here.
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield os.path.join(parent, name)  # noqa: PTH118
    for trouble in closed:
        reason = f"The folder can't be opened ({trouble.strerror}): check its permissions and add it again."
        yield Refusal(_printable(str(trouble.filename)), reason)


def _read_one(place: str, max_bytes: int, stdin: BinaryIO | None, seconds: float) -> Iterator[Article | Refusal]:
    if place == "-":
        yield from _read_standard_input(stdin, max_bytes)
    elif is_url(place):
        page = fetch(place, max_bytes=max_bytes, seconds=seconds)
        refuse_document("", page.data)
        text = decode(page.data, page.encoding or _stated_encoding(page.data))
        if not text.strip():
            raise ReadingError("The page is empty: check the address in a browser.")
        yield (text_article if page.is_plain else page_article)(text, plain_url(page.url))
    elif re.match(r"[a-z][a-z0-9+.-]*://", place, re.IGNORECASE):
        raise ReadingError("This is no web address: write it as https://host/page.")
    else:
        yield from _read_file(place, max_bytes)


def _read_file(place: str, max_bytes: int) -> Iterator[Article | Refusal]:
    path = Path(place or '""')  # an empty name would be the current folder
    try:
        found = path.stat()
    except FileNotFoundError:
        raise ReadingError("There is no such file: check the name, and write https:// before a web address.") from None
    if not stat.S_ISREG(found.st_mode):
        raise ReadingError("This is not a file: pipe its text into `quoth add -` instead.")
    if found.st_size > max_bytes:
        raise ReadingError(
            f"The file has {found.st_size:,} bytes, more than {max_bytes:,}: raise QUOTH_MAX_BYTES or split it."
        )
    suffix = path.suffix.lower()
    # The resolved path, so that an article added again from another folder is known as the same.
    origin = _printable(path.resolve().as_posix())
    yield from _articles(_printable(place), path.read_bytes(), suffix if suffix in SUFFIXES else "", origin)


def _read_standard_input(stdin: BinaryIO | None, max_bytes: int) -> Iterator[Article | Refusal]:
    data = stdin.read(max_bytes + 1) if stdin else b""
    if len(data) > max_bytes:
        raise ReadingError(f"Standard input has more than {max_bytes:,} bytes: raise QUOTH_MAX_BYTES or split it.")
    for found in _articles(STANDARD_INPUT, data, "", ""):
        # Two texts piped in are two articles, not two versions of one: the text is part of the origin.
        if isinstance(found, Article) and not is_url(found.origin):
            mark = found.given_id or found.version[:12]
            yield replace(found, origin=f"{STANDARD_INPUT}#{mark}")
        else:
            yield found


def _articles(name: str, data: bytes, suffix: str, origin: str) -> Iterator[Article | Refusal]:
    """The articles in a file's bytes; without a suffix the text shows what it is."""
    refuse_document(name, data)
    is_page = suffix in (".html", ".htm") or (not suffix and b"<html" in data[:1024].lower())
    text = decode(data, _stated_encoding(data) if is_page else None)
    if not text.strip():
        raise ReadingError("There is nothing in it: add a file with the article's text.")
    suffix = suffix or sniff(text)
    if suffix in (".json", ".jsonl"):
        yield from _records(name, text, suffix, origin)
    elif suffix in (".html", ".htm"):
        yield page_article(text, origin)
    elif suffix in (".md", ".markdown"):
        yield markdown_article(text, origin)
    else:
        yield text_article(text, origin)


def _records(name: str, text: str, suffix: str, origin: str) -> Iterator[Article | Refusal]:
    count = 0
    for count, (place, value) in enumerate(records(text, suffix), start=1):  # noqa: B007 (counted below)
        try:
            yield record_article(place, value, origin or None)
        except ReadingError as trouble:
            yield Refusal(f"{name}#{place.rpartition(' ')[2]}", str(trouble))
    if not count:
        raise ReadingError("There are no records in it: add a file with an article in each object.")


def _stated_encoding(data: bytes) -> str | None:
    """The encoding that a page states in its first bytes."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii", errors="replace") if found else None


def _printable(path: str) -> str:
    """The path as text that can be stored and shown, whatever bytes are in it."""
    return os.fsencode(path or '""').decode("utf-8", errors="backslashreplace")
