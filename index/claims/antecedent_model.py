"""An article -> vectors of its words by which those that ask whom they mean find the names that answer.

The model ships with Quoth. It gives each token two vectors, one as a word that asks and one as a word that answers; a
small network weighs a pair of them with what else is known of the two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
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
WINDOW = 512
"""Tokens read at once, of an article that is longer its opening and those around the words that ask."""
OPENING, STEP = 128, 128
"""Tokens of that opening, and of how many the places are apart where the others end, so that words share a reading."""
AFTER = 40
"""Tokens that are read at least after words that ask."""
LAYERS = ("hidden_weight", "hidden_bias", "score_weight", "score_bias")
"""The parts of the network, as its file names them."""


@dataclass(slots=True)
class Tokens:
    """What the model reads of an article: the ids, and where each token starts and ends; marks are empty."""

    ids: list[int]
    starts: list[int]
    ends: list[int]

    def within(self, span: Span) -> slice[int, int, None]:
        """The tokens that share a character with a span, at least one."""
        first = min(bisect_right(self.ends, span[0]), len(self.ids) - 1)
        return slice(first, max(first + 1, bisect_left(self.starts, span[1])))

    def hold(self, span: Span) -> bool:
        """Whether one of the tokens shares a character with a span."""
        first = self.within(span).start
        return self.starts[first] < span[1] and span[0] < self.ends[first]

    def end_for(self, span: Span) -> int:
        """Up to which token is read to tell whom the words at a span mean."""
        least = self.within(span).stop + AFTER
        return min(len(self.ids), max(WINDOW, -(-least // STEP) * STEP))

    def window(self, end: int) -> Tokens:
        """The opening, and as many of the tokens before `end` as can be read with it."""
        start = max(OPENING, end - (WINDOW - OPENING))
        return Tokens(*([*each[:OPENING], *each[start:end]] for each in (self.ids, self.starts, self.ends)))


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


class AntecedentModel:
    """Reads articles and weighs pairs. Reads its files when first asked; safe to use from several threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._model = ShippedModel(folder, 1, "antecedent model")

    def tokens(self, text: str, sentences: Sequence[Sentence]) -> Tokens:
        """The tokens of an article. Raises SettingError when the model can't be read."""
        return encoded(self._model.read()[0], text, sentences)

    def read(self, tokens: Tokens) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The vectors (tokens, dimensions) of no more than a window, as words that ask and that answer.

        Raises SettingError as `tokens` does.
        """
        _, session = self._model.read()
        asking, answering = session.run(list(OUTPUTS), {INPUT: np.array([tokens.ids], dtype=np.int64)})
        return asking[0], answering[0]

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
