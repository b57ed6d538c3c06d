"""A question and sentences -> how well each sentence answers it, by a small cross-encoder that ships with Quoth.

The model reads the question and one sentence together. Each pair is run by itself: nothing is padded, and the scales of
the 8-bit arithmetic are those of the pair, so that a sentence's score never depends on the sentences beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.errors import SettingError

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

FOLDER = Path(__file__).parent / "scorer"
QUESTION_TOKENS = 64
"""A longer question is cut; hardly any is half as long."""
SENTENCE_TOKENS = 96
"""A longer sentence is judged by its beginning."""
INPUTS = ("input_ids", "token_type_ids")


class Scorer:
    """How well sentences answer a question. Reads its model at the first score; safe to use from several threads."""

    def __init__(self, threads: int = 1, folder: Path = FOLDER) -> None:
        self._threads = threads
        self._folder = folder
        self._lock = threading.Lock()
        self._read: tuple[tokenizers.Tokenizer, onnxruntime.InferenceSession] | None = None

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """The log-odds that each sentence answers the question, in the order given; higher is better.

        The same pair always has the same score. Raises SettingError when the model can't be read.
        """
        tokenizer, session = self._model()
        encodings = tokenizer.encode_batch([question, *sentences], add_special_tokens=False)
        asked, *read = [encoding.ids for encoding in encodings]
        first, between = tokenizer.encode("").ids
        before = [first, *asked[:QUESTION_TOKENS], between]
        return [_score(session, before, [*sentence[:SENTENCE_TOKENS], between]) for sentence in read]

    def _model(self) -> tuple[tokenizers.Tokenizer, onnxruntime.InferenceSession]:
        with self._lock:
            if self._read is None:
                self._read = _read(self._folder, self._threads)
            return self._read


def _score(session: onnxruntime.InferenceSession, before: list[int], sentence: list[int]) -> float:
    kinds = [0] * len(before) + [1] * len(sentence)
    tokens = (np.array([row], dtype=np.int64) for row in (before + sentence, kinds))
    return float(session.run(["score"], dict(zip(INPUTS, tokens, strict=True)))[0][0])


def _read(folder: Path, threads: int) -> tuple[tokenizers.Tokenizer, onnxruntime.InferenceSession]:
    import onnxruntime
    import tokenizers

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # Threads that wait busily cost more processor time than they save.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        model = str(folder / "model.onnx")
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    # The two libraries raise nothing more precise.
    except Exception as error:
        raise SettingError(f"The scorer in {folder} can't be read: install Quoth anew.") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, session
