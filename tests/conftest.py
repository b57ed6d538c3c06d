"""Real libraries for tests: the encoder is exported once per version of its code and then shared by hard links."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from filelock import FileLock

import index.encoder
from index.articles import Article
from index.library import Library
from index.reading import read

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def encoder_folder(request: pytest.FixtureRequest) -> Path:
    """The default model, exported by the code as it is now. Only to be read."""
    versions = [version(name) for name in ("torch", "onnx", "onnxscript", "sentence-transformers")]
    made_by = Path(index.encoder.__file__).read_bytes() + repr(versions).encode()
    folder = request.config.cache.mkdir("encoder") / hashlib.sha256(made_by).hexdigest()[:16]
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            # In a process of its own: torch would stay in this one's memory and threads.
            call = "import pathlib, sys; from index.encoder import export; export(None, pathlib.Path(sys.argv[1]))"
            subprocess.run([sys.executable, "-c", call, str(folder)], check=True, cwd=ROOT)
    return folder


@pytest.fixture(scope="session")
def empty_library(encoder_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes the folder of a new library, with its encoder and nothing else."""

    def make() -> Path:
        folder = tmp_path_factory.mktemp("library")
        copy_library(encoder_folder, folder / "encoder")
        Library.open(folder, create=True).close()
        return folder

    return make


def copy_library(source: Path, target: Path) -> Path:
    """A copy of a library that no process has open; the encoder's files, which never change, are linked."""

    def copy(original: str, copied: str) -> str:
        if original.endswith(".onnx"):
            os.link(original, copied)
            return copied
        return str(shutil.copy2(original, copied))

    return Path(shutil.copytree(source, target, copy_function=copy, dirs_exist_ok=True))


@pytest.fixture(scope="session")
def seeds_folder(empty_library: Callable[[], Path]) -> Path:
    """A library of the two seed articles. Only to be read; copy it with `copy_library` to change it."""
    folder = empty_library()
    with Library.open(folder) as library:
        articles = [article for article in read([str(SEEDS)]) if isinstance(article, Article)]
        assert [receipt.outcome for receipt in library.add(articles)] == ["added", "added"]
    return folder


@pytest.fixture(scope="session")
def library(seeds_folder: Path) -> Iterator[Library]:
    """The library of the two seed articles, open. Only to be read."""
    with Library.open(seeds_folder) as opened:
        yield opened


@pytest.fixture
def quoth() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the real command line in a process of its own: quoth("ask", "…", library=folder)."""

    def run(
        *arguments: str | Path, library: Path, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
        return subprocess.run(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**clean, "QUOTH_LIBRARY": str(library), **environment},
            timeout=120,
            check=False,
        )

    return run
