"""Nothing is lost and nothing is half there: real processes, really killed, adding and asking at once."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from index.articles import Article
from index.library import Library
from index.quotes import find_quotes
from tests.conftest import ROOT

ROUNDS = 20
ARTICLES = 12

# Adds articles one by one and prints each receipt's origin once it is held.
ADDER = """
import sys
from pathlib import Path
from index.articles import Article
from index.library import Library
with Library.open(Path(sys.argv[1])) as library:
    print("open", flush=True)
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        text = f"Village {number} lost its bridge. The mayor of village {number} said the river took it."
        for receipt in library.add([Article(text, f"{number}.txt")]):
            print(receipt.origin, flush=True)
"""


def start(*arguments: object) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    )


def write_articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        paragraphs = [f"Village {number} lost bridge {part}. Its mayor said the river took it." for part in range(6)]
        (folder / f"{number}.txt").write_text("\n\n".join(paragraphs))
    return folder


def origins(library: Library) -> set[str]:
    return {Path(origin).name for entry in library.entries() for origin in entry.origins}


def killed_add(folder: Path, news: Path, seed: int) -> None:
    """Run `quoth add` and kill it while it writes: at a random moment after the first byte that it writes."""
    process = start("-m", "bot", "add", news, "--library", folder)
    log = folder / "articles.sqlite-wal"
    while process.poll() is None and not (log.exists() and log.stat().st_size):
        time.sleep(0.001)
    time.sleep(random.Random(seed).uniform(0, 0.25))
    process.send_signal(signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_killing_quoth_add_at_any_moment_leaves_whole_articles_only(
    seed: int, empty_library: Callable[[], Path], tmp_path: Path
) -> None:
    folder = empty_library()
    killed_add(folder, write_articles(tmp_path / "news", ARTICLES), seed)
    with Library.open(folder) as library:
        texts = [library.get(entry.id).text for entry in library.entries()]
        assert library.verify() == []
    assert all(text.count("Village") == 6 for text in texts)


def test_adding_again_after_a_kill_completes_what_was_begun(empty_library: Callable[[], Path], tmp_path: Path) -> None:
    folder = empty_library()
    news = write_articles(tmp_path / "news", ARTICLES)
    killed_add(folder, news, seed=0)
    again = start("-m", "bot", "add", news, "--library", folder)
    again.communicate()
    assert again.returncode == 0
    with Library.open(folder) as library:
        assert origins(library) == {f"{number}.txt" for number in range(ARTICLES)}
        assert library.verify() == []


def test_what_was_acknowledged_is_there_after_the_kill(empty_library: Callable[[], Path]) -> None:
    folder = empty_library()
    process = start("-c", ADDER, folder, 0, 1000)
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _ in range(8)][1:]
    process.send_signal(signal.SIGKILL)
    acknowledged += process.communicate()[0].split()
    with Library.open(folder) as library:
        assert set(acknowledged) <= origins(library)
        assert library.verify() == []


def test_two_processes_adding_at_once_lose_nothing(empty_library: Callable[[], Path]) -> None:
    folder = empty_library()
    adders = [start("-c", ADDER, folder, 0, 12), start("-c", ADDER, folder, 8, 20)]
    for adder in adders:
        assert adder.communicate()[1] == ""
    with Library.open(folder) as library:
        assert origins(library) == {f"{number}.txt" for number in range(20)}
        assert len(library.entries()) == 20
        assert library.verify() == []


def test_a_reader_answers_from_what_another_process_just_added(empty_library: Callable[[], Path]) -> None:
    folder = empty_library()
    with Library.open(folder) as reader:
        list(reader.add([Article("Bakers in Ulmen went on strike on Tuesday.", "strike.txt")]))
        adder = start("-c", ADDER, folder, 0, 15)
        assert adder.stdout is not None
        seen = 0
        for line in adder.stdout:
            if line.strip() == "open":
                continue
            number = line.split(".")[0]
            best = find_quotes(reader, f"Who lost its bridge in village {number}?").hits[0]
            assert f"Village {number} " in best.text
            seen += 1
        adder.communicate()
        assert seen == 15
        assert reader.verify() == []


@contextmanager
def chroma_server(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert process.poll() is None, "the Chroma server ended"
            assert time.monotonic() < deadline, "the Chroma server did not start"
            time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.wait()


def test_vectors_in_a_chroma_server_survive_its_end(empty_library: Callable[[], Path], tmp_path: Path) -> None:
    folder = empty_library()
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    strike = Article("Bakers in Ulmen went on strike on Tuesday.", "strike.txt")
    ferry = Article("The ferry Alba ran aground near Port Sorrel on Monday.", "ferry.txt")
    with Library.open(folder, chroma_url=url) as library:
        with chroma_server(tmp_path / "chroma", port):
            assert [receipt.outcome for receipt in library.add([strike])] == ["added"]
        with pytest.raises(Exception, match="does not answer"):
            find_quotes(library, "Where did the ferry run aground?")
        with chroma_server(tmp_path / "chroma", port):
            assert [receipt.outcome for receipt in library.add([ferry])] == ["added"]
            best = find_quotes(library, "Where did the ferry run aground?").hits[0]
            assert best.article.origins == ("ferry.txt",)
            assert library.verify() == []
    assert not (folder / "vectors").exists()
