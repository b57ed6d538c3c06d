"""A question and sentences -> how well each sentence answers it, by a small cross-encoder that ships with Quoth.

The model reads the question and one sentence together. Each pair is run by itself: nothing is padded, and the scales of
the 8-bit arithmetic are those of the pair, so that a sentence's score never depends on the sentences beside it. To its
log-odds a little is added for the words that both have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.onnx_model import ShippedModel
from index.terms import STOP_TERMS, Term, terms

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

FOLDER = Path(__file__).parent / "scorer"
QUESTION_TOKENS = 64
"""A longer question is cut; hardly any is half as long."""
SENTENCE_TOKENS = 96
"""A longer sentence is judged by its beginning."""
SHARED, LENGTH, EVEN = 2.5, 1.0, -4.3
"""What the model overlooks: the share of the question's words that a sentence has, and that a longer one says more.

Chosen on the development parts of TREC QA and WikiQA; `EVEN` puts a score of zero back to about even odds.
"""
COMMONEST = 1000
"""Where the words begin in the model's vocabulary, which goes from common to rare ones."""
INPUTS = ("input_ids", "token_type_ids")


class Scorer:
    """How well sentences answer a question. Reads its model at the first score; safe to use from several threads."""

    def __init__(self, threads: int = 1, folder: Path = FOLDER) -> None:
        self._model = ShippedModel(folder, threads, "scorer")

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """How well each sentence answers the question, in the order given; higher is better, zero is about even odds.

        The model's log-odds, and what the words that both have add to it. Raises SettingError when the model can't be
        read.
        """
        by_meaning = self.log_odds(question, sentences)
        tokenizer, _ = self._model.read()
        rarity = {term.form: _rarity(tokenizer, question[term.start : term.end]) for term in _content(question)}
        return [score + _by_words(rarity, sentence) for score, sentence in zip(by_meaning, sentences, strict=True)]

    def log_odds(self, question: str, sentences: Sequence[str]) -> list[float]:
        """What the model alone says: the log-odds that each sentence answers the question, in the order given.

        The same question and sentence always have the same log-odds. Raises SettingError when the model can't be read.
        """
        tokenizer, session = self._model.read()
        asked, *said = [e.ids for e in tokenizer.encode_batch([question, *sentences], add_special_tokens=False)]
        marks = tokenizer.encode("").ids
        return [_log_odds(session, *joined(marks, asked, sentence)) for sentence in said]


def joined(marks: Sequence[int], question: Sequence[int], sentence: Sequence[int]) -> tuple[list[int], list[int]]:
    """The tokens that the model reads, and what each is part of: 0 question, 1 sentence.

    `marks` are the tokens of the beginning and of an end.
    """
    first, end = marks
    asked = [first, *question[:QUESTION_TOKENS], end]
    said = [*sentence[:SENTENCE_TOKENS], end]
    return asked + said, [0] * len(asked) + [1] * len(said)


def _content(text: str) -> list[Term]:
    return [term for term in terms(text) if term.form not in STOP_TERMS]


def _rarity(tokenizer: tokenizers.Tokenizer, word: str) -> float:
    place = tokenizer.token_to_id(word.lower())
    if place is None or place < COMMONEST:
        place = tokenizer.get_vocab_size()
    return log(max(place, 1.5 * COMMONEST) / COMMONEST)


def _by_words(rarity: Mapping[str, float], sentence: str) -> float:
    """What is added to a sentence's score for its words, given how rare the question's are."""
    said = {term.form for term in _content(sentence)}
    shared = sum(weight for form, weight in rarity.items() if form in said)
    return SHARED * shared / (sum(rarity.values()) or 1.0) + LENGTH * log(1 + len(said)) + EVEN


def _log_odds(session: onnxruntime.InferenceSession, ids: list[int], kinds: list[int]) -> float:
    tokens = (np.array([row], dtype=np.int64) for row in (ids, kinds))
    return float(session.run(["score"], dict(zip(INPUTS, tokens, strict=True)))[0][0])
