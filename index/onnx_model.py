"""A folder with a model in ONNX and its tokenizer -> both, ready to run. The only file that knows onnxruntime."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import QuothError, SettingError

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers


def read_model(
    folder: Path, threads: int, trouble: QuothError
) -> tuple[tokenizers.Tokenizer, onnxruntime.InferenceSession]:
    """The tokenizer, which neither cuts nor pads, and the session of `tokenizer.json` and `model.onnx`.

    `threads` is how many compute one answer, 0 for as many as there are cores. Raises `trouble` when the files can't
    be read.
    """
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
        # Two steps of layer normalisation are faster than onnxruntime's single one for them: by 15 % of a whole model.
        session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )
    # The two libraries raise nothing more precise.
    except Exception as error:
        raise trouble from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, session


class ShippedModel:
    """A model in the package, read when first asked for; safe to use from several threads."""

    def __init__(self, folder: Path, threads: int, name: str) -> None:
        self._folder = folder
        self._threads = threads
        self._name = name
        self._lock = threading.Lock()
        self._read: tuple[tokenizers.Tokenizer, onnxruntime.InferenceSession] | None = None

    def read(self) -> tuple[tokenizers.Tokenizer, onnxruntime.InferenceSession]:
        """Its tokenizer and its session. Raises SettingError when it can't be read."""
        with self._lock:
            if self._read is None:
                trouble = SettingError(f"The {self._name} in {self._folder} can't be read: install Quoth anew.")
                self._read = read_model(self._folder, self._threads, trouble)
            return self._read
