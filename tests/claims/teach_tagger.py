"""Annotated articles -> the tagger that ships: `python -m tests.claims.teach_tagger --out index/tagger`.

The first layers of all-MiniLM-L6-v2 are taught with torch, several times over in another order; the mean of the weights
is written as 8-bit ONNX. It learns whether somebody else than the article claims a sentence, and which of its tokens
are part of what is claimed, of the cue and of the words for the speaker.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from index.claims.tagging import BEFORE_TOKENS, INPUTS, PARTS, SENTENCE_TOKENS, encoded
from index.encoder import default_model_folder
from index.quantising import export
from index.sentences import split
from tests.claims.check import Span, articles, spans
from tests.claims.matching import Words, annotated, read
from tests.claims.measure import is_attributed
from tests.claims.teaching import first_layers, options_of, teach, whole_texts

EPOCHS, BATCH = 4, 16
TIMES = 2
"""Models that are taught, each in another order."""
LEARNING_RATES = (1e-4, 1e-3)
ALIKE = 8
"""Batches that are cut from sentences of like length."""
NOWHERE = -10.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence as the tagger reads it, whether it is claimed, and for each of its own tokens its parts."""

    ids: list[int]
    kinds: list[int]
    is_claimed: bool
    parts: list[list[float]]


class Tagging(nn.Module):
    """Token ids and kinds (see `tagging.encoded`), both (sentences, tokens) -> log-odds (sentences,) and tags."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = first_layers()
        width = self.bert.config.hidden_size
        self.tags = nn.Linear(width, len(PARTS))
        self.sentence = nn.Linear(2 * width, 1)
        self.weights = nn.Parameter(torch.tensor([0.3, 0.1, 0.1]))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """The log-odds and the tags; `mask` (1 token, 0 padding) is only needed where sentences differ in length."""
        # The encoder has only ever read texts of one kind.
        read = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=kinds * 0)
        states = read.last_hidden_state.float()
        tags = self.tags(states)
        of_sentence = kinds.unsqueeze(-1)
        mean = (states * of_sentence).sum(1) / of_sentence.sum(1)
        likeliest = tags.masked_fill(of_sentence < 1, NOWHERE).amax(1)
        odds = self.sentence(torch.cat([states[:, 0], mean], 1)).squeeze(-1) + (likeliest * self.weights).sum(-1)
        return odds, tags


def lessons(tokenizer: Tokenizer, part: str) -> Iterator[Lesson]:
    """All sentences of the articles annotated in one file, each as the tagger reads it."""
    texts = articles()
    for name, claims in read(part).items():
        text, words = texts[name], Words(texts[name])
        golds, at = annotated(text, claims), [spans(text, claim) for claim in claims]
        parts = [[span for claim in at for span in claim[of]] for of in PARTS]
        before, paragraph = "", -1
        for sentence in split(text):
            said, within = text[sentence.start : sentence.end], words.within([(sentence.start, sentence.end)])
            ids, kinds, places = encoded(tokenizer, before, said, sentence.paragraph != paragraph)
            labels = labelled([(sentence.start + a, sentence.start + b) for a, b in places], parts)
            if within:
                yield Lesson(ids, kinds, is_attributed(within, golds), labels)
            before, paragraph = said, sentence.paragraph


def labelled(places: Sequence[Span], parts: Sequence[Sequence[Span]]) -> list[list[float]]:
    """For each place in a text, 1 for each part that shares a character with it, 0 for the others."""
    return [[float(any(a < end and start < b for a, b in part)) for part in parts] for start, end in places]


def batches(all_lessons: Sequence[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """All lessons once, in batches of like length and in any order."""
    shuffled = rng.sample(all_lessons, len(all_lessons))
    runs = (shuffled[at : at + ALIKE * BATCH] for at in range(0, len(shuffled), ALIKE * BATCH))
    ordered = [sorted(run, key=lambda each: len(each.ids)) for run in runs]
    cut = [run[at : at + BATCH] for run in ordered for at in range(0, len(run), BATCH)]
    return rng.sample(cut, len(cut))


def loss_of(model: Tagging, batch: Sequence[Lesson]) -> Tensor:
    """How wrong the model is on a batch, of the sentences and of their tokens."""
    ids, kinds = (
        nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
        for rows in ([each.ids for each in batch], [each.kinds for each in batch])
    )
    with torch.autocast("cpu", torch.bfloat16):
        odds, tags = model(ids, kinds, (ids > 0).long())
    claimed = torch.tensor([float(each.is_claimed) for each in batch])
    parts = torch.tensor([label for each in batch for label in each.parts])
    of_tokens = functional.binary_cross_entropy_with_logits(tags[kinds > 0], parts)
    return functional.binary_cross_entropy_with_logits(odds, claimed) + 0.7 * len(PARTS) * of_tokens


def taught(all_lessons: Sequence[Lesson], seed: int) -> dict[str, Tensor]:
    """The weights of a model taught all lessons, in an order that the seed tells."""
    torch.manual_seed(seed)
    rng, model = random.Random(seed), Tagging()
    steps = [batch for _ in range(EPOCHS) for batch in batches(all_lessons, rng)]
    return teach(model, steps, lambda batch: loss_of(model, batch), LEARNING_RATES)


def write(weights: dict[str, Any], folder: Path) -> None:
    """Write `model.onnx` and `tokenizer.json` of the model with these weights."""
    model = Tagging()
    model.load_state_dict(weights)
    folder.mkdir(parents=True, exist_ok=True)
    example = torch.ones(2, 8, dtype=torch.long), torch.tensor([[0] * 3 + [1] * 4 + [0]] * 2)
    inputs = dict(zip(INPUTS, example, strict=True))
    export(model, folder / "model.onnx", inputs, ["odds", "tags"], BEFORE_TOKENS + SENTENCE_TOKENS + 4)
    shutil.copyfile(default_model_folder() / "tokenizer.json", folder / "tokenizer.json")


def main() -> None:
    """Teach several models and write their mean."""
    options, tokenizer = options_of("tests.claims.teach_tagger", __doc__), whole_texts()
    all_lessons = list(lessons(tokenizer, options.part))
    models = [taught(all_lessons, seed) for seed in range(TIMES)]
    write({name: sum(weights[name] for weights in models) / TIMES for name in models[0]}, options.out)


if __name__ == "__main__":
    main()
