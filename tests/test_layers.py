"""The house: imports run one way, libraries stay in their rooms, and nothing heavy is imported before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

FILES = sorted([*ROOT.glob("index/**/*.py"), *ROOT.glob("bot/**/*.py")])
ROOMS = {
    "chromadb": {"index.vectors", "index.rivals"},
    "tantivy": {"index.words"},
    "sqlite3": {"index.database", "bot.state"},
    "onnxruntime": {"index.onnx_model", "index.quantising"},
    "torch": {"index.encoder", "index.quantising", "index.scorer_training"},
    "sentence_transformers": {"index.encoder"},
    "spacy": {"index.claims.parsing"},
    "telegram": {f"bot.{path.stem}" for path in ROOT.glob("bot/telegram_*.py")},
    "aiohttp": {"bot.telegram_request"},
    "prometheus_client": {"bot.telegram_metrics"},
}
"""Which modules may know a library."""
HEAVY = set(
    "torch sentence_transformers transformers spacy chromadb onnxruntime trafilatura telegram langchain_core rich "
    "httpx numpy dateparser aiohttp".split()
)


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports anywhere, but for what only type checkers see."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


@pytest.mark.parametrize("path", FILES, ids=module)
def test_index_never_imports_bot(path: Path) -> None:
    if module(path).startswith("index"):
        assert not [name for name in imports(path) if name.split(".")[0] == "bot"]


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_library_is_known_to_its_own_room_only(path: Path) -> None:
    known = {name.split(".")[0] for name in imports(path)}
    assert not [name for name in known & ROOMS.keys() if module(path) not in ROOMS[name]]


def test_imports_make_no_circle() -> None:
    ours = {module(path) for path in FILES}
    TopologicalSorter({module(path): set(imports(path)) & ours for path in FILES}).prepare()


@pytest.mark.parametrize(
    "command", [["--help"], ["ask", "--help"], ["add", "--help"], ["telegram", "--help"], ["--version"]], ids=" ".join
)
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    watch = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print(sorted({HEAVY!r} & sys.modules.keys()), file=sys.stderr))\n"
        f"from bot.cli import main\nsys.argv = ['quoth', *{command!r}]\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr.strip() == "[]"


def test_asking_never_imports_torch_or_a_parser(seeds_folder: Path) -> None:
    watch = (
        "import sys\nfrom bot.cli import main\n"
        f"sys.argv = ['quoth', 'ask', 'Who is Lavrov?', '--library', {str(seeds_folder)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'torch', 'transformers', 'spacy'} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr.strip() == "[]"
