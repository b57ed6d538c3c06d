"""Places -> a library with their articles, and an account of what became of each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bot.listing import addition_json, addition_plain
from bot.render import printable
from bot.screen import print_json, print_text, progress
from bot.settings import Settings
from index.articles import Article
from index.library import Library, Receipt
from index.reading import Refusal, count_places, read

DONE, REFUSED, INTERRUPTED = 0, 2, 130


@dataclass(slots=True)
class Addition:
    """What became of the places so far; receipts and refusals in the order in which they came."""

    receipts: list[Receipt] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    interrupted: bool = False

    @property
    def status(self) -> int:
        """The exit status."""
        return INTERRUPTED if self.interrupted else REFUSED if self.refusals else DONE


def add_places(places: Sequence[str], settings: Settings, *, as_json: bool) -> int:
    """Add the articles at files, folders, URLs or "-", print what became of each, and give the exit status.

    What was acknowledged stays, and is told, whatever happens later. Refusals alone make no library.
    """
    addition = Addition()
    try:
        _add(places, settings, addition)
    except KeyboardInterrupt:
        addition.interrupted = True
    finally:
        _tell(addition, as_json)
    return addition.status


def _add(places: Sequence[str], settings: Settings, addition: Addition) -> None:
    with progress("Adding") as show:
        articles = _articles(places, settings.max_bytes, addition.refusals, show)
        first = next(articles, None)
        if first is None:
            return
        with Library.open(
            settings.library, create=True, chroma_url=settings.chroma_url, model=settings.model
        ) as library:
            for receipt in library.add(chain([first], articles)):
                addition.receipts.append(receipt)


def _articles(
    places: Sequence[str], max_bytes: int, refusals: list[Refusal], show: Callable[[int, int], None]
) -> Iterator[Article]:
    """The articles that can be read; `refusals` grows by the rest, and `show` is told of each file or page begun."""
    total = count_places(places)
    begun: set[str] = set()
    for found in read(places, max_bytes=max_bytes, stdin=sys.stdin.buffer if sys.stdin else None):
        begun.add(found.origin.partition("#")[0])
        show(len(begun), total)
        if isinstance(found, Refusal):
            refusals.append(found)
        else:
            yield found


def _tell(addition: Addition, as_json: bool) -> None:
    if as_json:
        print_json(addition_json(addition.receipts, addition.refusals, addition.interrupted))
        return
    for refusal in addition.refusals:
        print(printable(f"{refusal.origin}: {refusal.reason}"), file=sys.stderr)
    print_text(addition_plain(addition.receipts, addition.refusals))
    if addition.interrupted:
        print("Interrupted: what is listed here is kept; run the same command again to add the rest.", file=sys.stderr)
