"""Bytes -> text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from index.errors import ReadingError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DOCUMENTS = ((b"%PDF-", "a PDF"), (b"\xd0\xcf\x11\xe0", "an Office file"), (b"{\\rtf", "an RTF file"))
_OFFICE_PARTS = (b"[Content_Types].xml", b"word/", b"xl/", b"ppt/", b"mimetypeapplication/")
_DOCUMENT_SUFFIXES = {
    ".pdf": "a PDF",
    ".rtf": "an RTF file",
    **dict.fromkeys((".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp"), "an Office file"),
}
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WORD = re.compile(r"[^\W\d_]+")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def refuse_document(name: str, data: bytes) -> None:
    """Raise ReadingError for a PDF or Office file, known by its first bytes, else by the suffix of its name."""
    kind = next((kind for magic, kind in _DOCUMENTS if data[:1024].lstrip().startswith(magic)), None)
    if data.startswith(b"PK\x03\x04") and any(part in data[:4096] for part in _OFFICE_PARTS):
        kind = "an Office file"
    kind = kind or _DOCUMENT_SUFFIXES.get(PurePath(name).suffix.lower())
    if kind:
        raise ReadingError(f"This is {kind}, which is not supported yet: save it as text or HTML and add that.")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes; `declared` is an encoding that a server or page states, believed where nothing speaks
    against it. Raises ReadingError when they are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    controls = _CONTROLS.findall(data)
    if controls:
        text = _unmarked_utf16(data)
        if text is not None:
            return text
        if b"\0" in controls or len(controls) > len(data) / 100:
            raise ReadingError("This is not text: add articles as text, Markdown, HTML or JSON.")
    for candidate in ("utf-8", declared, _windows_encoding(data)):
        decoded = _decoded(data, candidate)
        if decoded is not None:
            return decoded
    raise ReadingError("This is text in an unknown encoding: save it as UTF-8 and add that.")


def _decoded(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    # What pages call Latin-1 is in fact Windows-1252, and browsers read it so.
    if encoding.lower().replace("_", "-") in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        encoding = "cp1252"
    try:
        return codecs.decode(data, encoding, "strict" if encoding != "utf-8" or not _damaged_utf8(data) else "replace")
    except (LookupError, ValueError, AssertionError):
        return None


def _damaged_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few wrong ones: nine in ten of its sequences must be whole."""
    whole = _MULTIBYTE.findall(data)
    stray = sum(byte > 0x7F for byte in data) - sum(map(len, whole))
    return len(whole) > 9 * stray > 0


def _unmarked_utf16(data: bytes) -> str | None:
    """The text of UTF-16 without a byte order mark, or None: only the right byte order gives plain letters."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        plain = sum(c in "\t\n\r" or " " <= c < "\u0590" or "\u2000" <= c < "\u2200" for c in text)
        if plain > 0.95 * len(text) and "\0" not in text:
            return text
    return None


def _windows_encoding(data: bytes) -> str:
    """cp1251 or cp1252: Cyrillic fills whole words with high bytes, accents stand among plain letters.

    Read as cp1251, "élève" becomes "йlиve"; "слово" stays a word of nothing else. On short texts this decided right
    where a general detector did not.
    """
    cyrillic = accents = 0
    for word in _WORD.findall(data.decode("cp1251", errors="replace")):
        high = sum(c > "\x7f" for c in word)
        if high == len(word) > 1:
            cyrillic += high
        else:
            accents += high
    return "cp1251" if cyrillic > accents else "cp1252"
