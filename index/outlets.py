"""A question's words -> the outlets that they name, among those that a library has."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_QUOTED = re.compile("['\"‘“](?:the )?$", re.IGNORECASE)
_CLOSING = ("'", '"', "’", "”")
_WORD = re.compile(r"[^\W_]+(?:[.’'-](?!s\b)[^\W_]+)*|&")
_SITE = re.compile(r"\.(?:com|org|net|info|news|example|co\.[a-z]{2}|[a-z]{2})$")
_PAPER_WORDS = frozenset(
    "argus bulletin chronicle courier dispatch echo enquirer examiner express gazette globe guardian herald inquirer "
    "journal mail mirror observer post record register review sentinel standard star sun telegraph times tribune "
    "voice".split()
)
"""Last words of an outlet's name that may stand for all of it: "the Gazette"."""
_SMALL_WORDS = frozenset("the and of for in on".split())
_OPTIONAL_WORDS = frozenset("news online newspaper newspapers website magazine".split())


def outlets_in(question: str, outlets: frozenset[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where outlets are named: start, end, and the outlets that are so called; the longest name that fits goes first.

    Names begin with capitals, unless the question has none but its first; then only whole names are recognised.
    """
    names = _names(outlets)
    words = list(_WORD.finditer(question))
    keys = [_key(word[0]) for word in words]
    capitals = any(map(str.isupper, question[1:]))
    at = 0
    while at < len(words):
        for after in range(min(len(words), at + names.longest) if keys[at] else 0, at, -1):
            start, end = words[at].start(), words[after - 1].end()
            called = names.called(question[start:end], "".join(keys[at:after]), capitals) if keys[after - 1] else None
            if called:
                quoted = _QUOTED.search(question, 0, start) if question[end : end + 1] in _CLOSING else None
                yield (quoted.start(), end + 1, called) if quoted else (start, end, called)
                at = after - 1
                break
        at += 1


@dataclass(frozen=True, slots=True)
class Names:
    """What outlets may be called -> the outlets: by their names in normal form, or by what is short for only one."""

    full: Mapping[str, frozenset[str]]
    short: Mapping[str, frozenset[str]]
    longest: int

    def called(self, words: str, key: str, capitals: bool) -> frozenset[str] | None:
        """The outlets of a name as it stands in a question, with its normal form; None when there are none."""
        outlets = self.full.get(key) or (self.short.get(key) or self.short.get(words) if capitals else None)
        if outlets and capitals and any(word[0].islower() and word not in _SMALL_WORDS for word in words.split()):
            return None
        return outlets


@lru_cache(maxsize=4)
def _names(outlets: frozenset[str]) -> Names:
    full, short = defaultdict(set), defaultdict(set)
    for outlet in outlets:
        if key := _key(outlet):
            full[key].add(outlet)
            for name in _short_names(outlet):
                short[name].add(key)
    known = {key: frozenset(same) for key, same in full.items()}
    unambiguous = {name: known[next(iter(keys))] for name, keys in short.items() if len(keys) == 1}
    return Names(known, unambiguous, max((len(_WORD.findall(outlet)) for outlet in outlets), default=0))


def _short_names(outlet: str) -> Iterator[str]:
    """Initials of three words or more (in capitals), the last word of a paper's name, a name without "News"."""
    words = [word for word in re.findall(r"[^\W_]+", outlet) if word.lower() != "the"]
    initials = "".join(word[0] for word in words)
    if len(words) > 2 and initials.isupper():
        yield initials
    if len(words) > 1 and words[-1].lower() in _PAPER_WORDS:
        yield _key(words[-1])
    if len(words) > 1 and words[-1].lower() in _OPTIONAL_WORDS:
        yield _key(" ".join(words[:-1]))


def _key(name: str) -> str:
    """The normal form of an outlet's name: "The Harbour-Gazette", "harbourgazette.com" -> "harbourgazette"."""
    folded = unicodedata.normalize("NFKD", name).casefold().strip()
    site = _SITE.sub("", folded.removeprefix("www."))
    if site != folded:
        site = site.removeprefix("the")
    words = re.findall(r"[^\W_]+", "".join(c for c in site if not unicodedata.combining(c)))
    return "".join(word for word in words if word not in ("the", "and"))
