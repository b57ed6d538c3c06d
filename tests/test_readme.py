"""The README's transcripts are what the commands print. `python -m tests.test_readme` writes them anew."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TRANSCRIPT = re.compile(r"(?<=```console\n)\$ (quoth .*)\n((?:(?!```).*\n)*)(?=```)")


def output(command: str, library: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    arguments = [sys.executable, "-m", "bot", *shlex.split(command)[1:]]
    run = subprocess.run(
        arguments,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**environment, "QUOTH_LIBRARY": str(library)},
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


@pytest.mark.parametrize("transcript", list(TRANSCRIPT.finditer(README.read_text())), ids=lambda found: found[1])
def test_a_transcript_is_what_the_command_prints(transcript: re.Match[str], seeds_folder: Path) -> None:
    assert output(transcript[1], seeds_folder) == transcript[2]


def test_the_two_commands_are_where_continuous_integration_finds_them() -> None:
    assert [
        len(block.splitlines())
        for block in re.findall(r"^```sh (?:try|test)\n(.*?)```", README.read_text(), re.M | re.S)
    ] == [1, 1]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        output("quoth add seeds", Path(folder))
        README.write_text(
            TRANSCRIPT.sub(lambda found: f"$ {found[1]}\n{output(found[1], Path(folder))}", README.read_text())
        )
