"""What is stored with an article is derived from its own text, whatever is added beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np

from index.additions import BATCH_ARTICLES, batches, prepare
from index.articles import Article
from index.encoder import Encoder
from tests.conftest import ROOT

FERRY = Article("The ferry Alba ran aground near Port Sorrel on Monday, the harbour office said.", "ferry.txt")
STRIKE = Article("Bakers in Ulmen went on strike. “We want sleep,” Ilse Brandt said.", "strike.txt", title="Strike")


def test_articles_prepared_together_are_what_they_are_alone(encoder_folder: Path) -> None:
    encoder = Encoder(encoder_folder)
    together = prepare([FERRY, STRIKE], encoder)
    assert list(together) == [FERRY, STRIKE]
    for article, found in together.items():
        alone = prepare([article], encoder)[article]
        assert found.derived == alone.derived
        assert len(found.vectors) == len(found.derived.passages) == 1
        assert np.abs(found.vectors[0] - alone.vectors[0]).max() < 1e-5
    assert [claim.name for claim in together[STRIKE].derived.attributions] == ["Ilse Brandt"]


def test_nothing_is_prepared_for_nothing(encoder_folder: Path) -> None:
    assert prepare([], Encoder(encoder_folder)) == {}


def test_parser_and_torch_load_side_by_side(encoder_folder: Path) -> None:
    code = """
import sys, pathlib
import index.encoder
from index.additions import prepare
from index.articles import Article
index.encoder.BULK = 1
articles = [Article(f"Village {number} lost its bridge, its mayor said.", str(number)) for number in range(4)]
prepared = prepare(articles, index.encoder.Encoder(pathlib.Path(sys.argv[1])))
print(len(prepared), "torch" in sys.modules)
"""
    run = [sys.executable, "-c", code, str(encoder_folder)]
    done = subprocess.run(run, check=True, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "4 True\n"


def test_a_batch_is_no_longer_than_it_may_be_and_never_holds_two_versions() -> None:
    many = [Article(f"Village {number} lost its bridge.", str(number)) for number in range(BATCH_ARTICLES + 5)]
    assert [len(batch) for batch in batches(many)] == [BATCH_ARTICLES, 5]
    changed = Article("The ferry Alba was freed on Tuesday.", "ferry.txt")
    copied = Article(FERRY.text, "copy.txt")
    assert list(batches([FERRY, STRIKE, changed, copied])) == [[FERRY, STRIKE], [changed, copied]]
