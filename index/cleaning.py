"""Text as it was found -> clean paragraphs: characters, line ends, wrapped lines, the title, leftovers of pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.navigation import ends_sentence, is_navigation, is_prose, is_quotation, without_navigation

WRAP_COLUMNS = range(40, 111)
"""Widths, in characters, at which plain text is taken to be wrapped by hand or by a mail program."""

_LINE_END = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_LIST_ITEM = re.compile(r"([-*•–—·]|\(?\d{1,3}[.)])\s")
_BYLINE = re.compile(
    r"(by|updated|published|posted|source|photo|image|credit|автор|фото|источник|джерело)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A title, where there is one, and paragraphs separated by one blank line; `text` is empty when nothing is left."""

    title: str | None
    text: str


def clean(text: str, title: str | None = None) -> Cleaned:
    """The text without what is not the article's, and its title: the one given, else a title line at the top.

    A title that is repeated at the top is left out of the text, with the page's head above it. Cleaning the result
    again changes nothing.
    """
    lines = without_navigation(_paragraphs(text))
    title = one_line(title or "") or None
    if title is None and _is_title(lines):
        title, *lines = lines
    lines = _below_title(lines, _folded(title or ""))
    return Cleaned(title, "\n\n".join(without_navigation(lines)))


def one_line(text: str) -> str:
    """The text in one line: no control characters, one space where there was white space."""
    return " ".join(_characters(text).split())


def _characters(text: str) -> str:
    """The text with "\\n" for every line end, without invisible characters, in composed ones (NFC)."""
    text = _LINE_END.sub("\n", text.replace("\u2029", "\n\n"))
    text = _HALF_PAIR.sub("\ufffd", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", text)


def _folded(line: str) -> str:
    return "".join(c for c in line.casefold() if c.isalnum())


def _below_title(lines: list[str], title: str) -> list[str]:
    """The lines below the title, where it is found above the first sentence."""
    found = -1
    for i, line in enumerate(lines):
        if _folded(line) == title != "":
            found = i
        elif ends_sentence(line) or is_prose(line):
            break
    return lines[found + 1 :] or lines


def _paragraphs(text: str) -> list[str]:
    """The paragraphs, each in one line: every line is one, unless the text is wrapped at a column."""
    blocks: list[list[str]] = [[]]
    for line in _characters(text).split("\n"):
        if line := " ".join(line.split()):
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    width = _wrap_width(blocks)
    return [line for block in blocks for line in (_unwrapped(block, width) if width else block)]


def _wrap_width(blocks: Sequence[Sequence[str]]) -> int:
    """The column at which the text is wrapped, or 0.

    Wrapped means that a line ends because the next word had no room on it: true of nearly all lines that stop amid a
    sentence. Lines of verse, lists and paragraphs in one line each stop where they please.
    """
    width = max((len(line) for block in blocks for line in block if " " in line), default=0)
    pairs = [
        (line, follower)
        for block in blocks
        for line, follower in pairwise(block)
        if not (ends_sentence(line) or is_navigation(line) or is_navigation(follower) or _LIST_ITEM.match(follower))
    ]
    full = sum(_is_full(line, follower, width) for line, follower in pairs)
    carried_on = sum(follower[0].islower() for _, follower in pairs)
    return width if width in WRAP_COLUMNS and full >= 0.9 * len(pairs) and carried_on > 0.3 * len(pairs) else 0


def _is_full(line: str, follower: str, width: int) -> bool:
    first_word = re.match(r"\S+?(?:-(?=\w)|(?=\s)|$)", follower)
    return len(line) + 1 + len(first_word[0] if first_word else follower) > width


def _unwrapped(block: Sequence[str], width: int) -> list[str]:
    joined: list[str] = []
    before = ""
    for line in block:
        starts_anew = _LIST_ITEM.match(line) or (is_navigation(line) and not line[0].islower())
        if not before or starts_anew or is_navigation(before) or not _is_full(before, line, width):
            joined.append(line)
        elif re.search(r"\w-$", before) and not re.match(r"(and|or|to|nor)\b", line):
            joined[-1] += line
        else:
            joined[-1] += " " + line
        before = line
    return joined


def _is_title(lines: Sequence[str]) -> bool:
    """Whether the first line is the title of what follows: short, no statement, and prose comes after it."""
    opening = lines[0] if lines else ""
    words = opening.split()
    if len(words) < 2 or len(words) > 20 or not any(map(is_prose, lines[1:])):
        return False
    is_name = len(words) == 2 and all(word[0].isupper() for word in words)  # of a person, place or outlet
    is_statement = ends_sentence(opening) or opening[-1] in ":;,—–-" or is_quotation(opening)
    return not (is_name or is_statement or _LIST_ITEM.match(opening) or _BYLINE.match(opening))
