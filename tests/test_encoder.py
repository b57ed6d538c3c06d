"""The exported encoder gives sentence-transformers' own vectors, without torch."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoder import Encoder, export
from index.errors import LibraryError, SettingError
from tests.conftest import ROOT

TEXTS = [
    "",
    "Bakers in Ulmen went on strike.",
    "x",
    "The mayor said: “No.” " * 80,
    "Мэр сказал, что моста больше нет. 🌊",
]


def test_vectors_agree_with_sentence_transformers(encoder_folder: Path, tmp_path: Path) -> None:
    reference = """
import sys, numpy
from index.encoder import _load
numpy.save(sys.argv[1], _load(None).encode(sys.argv[2:], normalize_embeddings=True, show_progress_bar=False))
"""
    subprocess.run([sys.executable, "-c", reference, str(tmp_path / "v.npy"), *TEXTS], check=True, cwd=ROOT)
    vectors = Encoder(encoder_folder).encode(TEXTS)
    assert np.abs(vectors - np.load(tmp_path / "v.npy")).max() < 1e-5


def test_a_text_has_the_same_vector_in_any_company(encoder_folder: Path) -> None:
    encoder = Encoder(encoder_folder)
    together = encoder.encode(TEXTS)
    alone = np.array([encoder.encode([text])[0] for text in TEXTS])
    assert np.abs(together - alone).max() < 1e-5


def test_texts_in_bulk_have_nearly_the_same_vectors(encoder_folder: Path) -> None:
    bulk = """
import sys, pathlib
import index.encoder
encoder = index.encoder.Encoder(pathlib.Path(sys.argv[1]))
exact = encoder.encode(sys.argv[2:])
index.encoder.BULK = 0
print((encoder.encode(sys.argv[2:]) * exact).sum(axis=1).min())
assert encoder.encode([]).shape == (0, 384)
"""
    run = subprocess.run(
        [sys.executable, "-c", bulk, str(encoder_folder), *TEXTS], check=True, cwd=ROOT, capture_output=True, text=True
    )
    assert float(run.stdout) > 0.99


def test_a_question_is_a_unit_vector(encoder_folder: Path) -> None:
    encoder = Encoder(encoder_folder)
    vector = encoder.encode_query("Who went on strike?")
    assert vector.shape == (encoder.card.dimensions,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_a_folder_without_a_model_is_told_to_be_rebuilt(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="quoth rebuild"):
        Encoder(tmp_path).encode(["word"])


def test_a_model_that_is_not_there_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="sentence-transformers"):
        export(str(tmp_path / "no-such-model"), tmp_path / "encoder")
    assert list(tmp_path.iterdir()) == []
