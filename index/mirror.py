"""A library on storage that can't be written -> a folder through which its stores can be read all the same.

Tantivy makes a lock to open an index, and Chroma writes to its database, though both only read. So they are given a
folder of their own among the temporary files: links to the library's files, and copies of the few that are written.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def is_writable(folder: Path) -> bool:
    """Whether a library can be changed: its folder, and its catalog where there is one."""
    catalog = folder / "articles.sqlite"
    return os.access(folder, os.W_OK) and (not catalog.exists() or os.access(catalog, os.W_OK))


def mirror_stores(folder: Path, into: Path) -> None:
    """Put the words and vectors of a library, as they are now, into another folder, in place of older ones."""
    for store in ("words", "vectors"):
        shutil.rmtree(into / store, ignore_errors=True)
        if (folder / store).exists():
            shutil.copytree(folder / store, into / store, copy_function=_link_or_copy)
            # The folders' permissions were copied too, and nothing could be written in them either.
            for below, _, _ in os.walk(into / store):
                Path(below).chmod(0o700)


def _link_or_copy(original: str, copied: str) -> None:
    if original.endswith((".sqlite3", ".lock")):
        shutil.copyfile(original, copied)
    else:
        Path(copied).symlink_to(Path(original).resolve())
