"""An article -> vectors of its words by which those that ask whom they mean find the names that answer.

The model ships with Quoth. It gives each token two vectors, one as a word that asks and one as a word that answers; a
small network weighs a pair of them with what else is known of the two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from index.claims.parsing import Span
from index.errors import SettingError
from index.onnx_model import ShippedModel
from index.sentences import Sentence

if TYPE_CHECKING:
    import tokenizers

FOLDER = Path(__file__).parent.parent / "antecedents"
INPUT, OUTPUTS = "input_ids", ("asking", "answering")
WINDOW, SHARED = 480, 120
"""Tokens read at once, and how many of them two windows of a longer article share."""
LAYERS = ("hidden_weight", "hidden_bias", "score_weight", "score_bias")
"""The parts of the network, as its file names them."""


@dataclass(slots=True)
class Tokens:
    """What the model reads of an article: the ids, and where each token starts and ends; marks are empty."""

    ids: list[int]
    starts: list[int]
    ends: list[int]

    def within(self, span: Span) -> slice:
        """The tokens that share a character with a span, at least one."""
        first = min(bisect_right(self.ends, span[0]), len(self.ids) - 1)
        return slice(first, max(first + 1, bisect_left(self.starts, span[1])))


def encoded(tokenizer: tokenizers.Tokenizer, text: str, sentences: Sequence[Sentence]) -> Tokens:
    """The tokens of an article, with a mark before it, between paragraphs and at the end."""
    first, mark = tokenizer.encode("").ids
    read = Tokens([first], [0], [0])
    paragraph = sentences[0].paragraph if sentences else 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            add(read, [mark], [(sentence.start, sentence.start)])
        paragraph = sentence.paragraph
        tokens = tokenizer.encode(text[sentence.start : sentence.end], add_special_tokens=False)
        add(read, tokens.ids, [(sentence.start + start, sentence.start + end) for start, end in tokens.offsets])
    add(read, [mark], [(len(text), len(text))])
    return read


def add(tokens: Tokens, ids: Sequence[int], places: Sequence[Span]) -> None:
    """Put more at the end of what is read."""
    tokens.ids.extend(ids)
    tokens.starts.extend(start for start, _ in places)
    tokens.ends.extend(end for _, end in places)


def windows(length: int) -> list[tuple[Span, int]]:
    """Where each window over so many tokens begins and ends, and from which token on its vectors are taken."""
    starts = [0, *range(WINDOW - SHARED, length - SHARED, WINDOW - SHARED)]
    return [((start, min(start + WINDOW, length)), start + SHARED // 2 if start else 0) for start in starts]


class AntecedentModel:
    """Reads articles and weighs pairs. Reads its files when first asked; safe to use from several threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._model = ShippedModel(folder, 1, "antecedent model")

    def read(self, text: str, sentences: Sequence[Sentence]) -> tuple[Tokens, NDArray[np.float32], NDArray[np.float32]]:
        """The tokens of an article and their vectors (tokens, dimensions), as words that ask and that answer.

        Raises SettingError when the model can't be read.
        """
        tokenizer, session = self._model.read()
        tokens = encoded(tokenizer, text, sentences)
        cut = windows(len(tokens.ids))
        taken = [taken_from for _, taken_from in cut] + [len(tokens.ids)]
        parts = []
        for ((start, end), _), (first, last) in zip(cut, pairwise(taken), strict=True):
            found = session.run(list(OUTPUTS), {INPUT: np.array([tokens.ids[start:end]], dtype=np.int64)})
            parts.append([vectors[0, first - start : last - start] for vectors in found])
        asking, answering = (np.concatenate(each) for each in zip(*parts, strict=True))
        return tokens, asking, answering

    def weigh(
        self, asking: NDArray[np.float32], answering: NDArray[np.float32], traits: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """How well each answer (pairs, dimensions) and what is known of it (pairs, traits) suit a question."""
        hidden_weight, hidden_bias, score_weight, score_bias = self._layers
        pairs = np.concatenate(
            [asking * answering, np.broadcast_to(asking, answering.shape), answering, traits], axis=1
        )
        hidden = np.maximum(0, pairs @ hidden_weight + hidden_bias)
        scores: NDArray[np.float32] = (hidden @ score_weight + score_bias)[:, 0]
        return scores

    @cached_property
    def _layers(self) -> list[NDArray[np.float32]]:
        """The weights of the network."""
        try:
            with np.load(self._folder / "pairs.npz") as file:
                return [file[name] for name in LAYERS]
        except (OSError, EOFError, KeyError, ValueError, BadZipFile) as error:
            message = f"The antecedent model in {self._folder} can't be read: install Quoth anew."
            raise SettingError(message) from error


MODEL = AntecedentModel()
