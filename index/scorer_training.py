"""Lessons -> the scorer that ships: `python -m index.scorer_training teach …`, then `mean …`.

A cross-encoder that starts from the weights of all-MiniLM-L6-v2 is taught with torch, several times over; the mean of
the weights, which does better on new texts than any of them, is written as 8-bit ONNX. Its score is a sum: how alike
question and sentence are once each has been read in the light of the other (so that it starts out as good as the
encoder), what the first token says of the pair, and the likeliest word of an answer.
"""

from __future__ import annotations

import argparse
import random
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from index.encoder import default_model_folder
from index.quantising import export
from index.scorer import INPUTS, QUESTION_TOKENS, SENTENCE_TOKENS, joined
from index.scorer_lessons import Facts, Lesson, own, reworded, selqa, shared_words, squad

LEARNING_RATE = 1e-4
WARM_UP = 0.08
"""The share of the training in which the learning rate rises; then it falls to nothing."""
LESSONS, FACTS = 8, 2
"""Lessons and facts in a step."""
WRONG = 3
"""Wrong sentences of a lesson that are read at once."""
NEARBY = 0.3
"""The share of lessons with one more wrong sentence, from another text on the subject."""
TOGETHER = 16
"""Pairs of like length that pass the model at once."""
NOWHERE = -30.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a sentence of the lesson of that number; `answers` as in the lesson, None when unknown."""

    lesson: int
    question: str
    sentence: str
    is_right: bool
    answers: tuple[str, ...] | None


class CrossEncoder(nn.Module):
    """Token ids and kinds (as `scorer.joined` gives them), both (pairs, tokens) -> scores (pairs,) and token scores."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoModel

        super().__init__()
        # The fused attention of torch is twice as slow to train with on a CPU.
        self.bert = AutoModel.from_pretrained(
            folder, attn_implementation="eager", attention_probs_dropout_prob=0.0, add_pooling_layer=False
        )
        self.bert.embeddings.word_embeddings.requires_grad_(False)
        width = self.bert.config.hidden_size
        self.pair = nn.Linear(width, 1)
        self.word = nn.Linear(width, 1)
        self.word_weight = nn.Parameter(torch.tensor(0.3))
        self.likeness_weight = nn.Parameter(torch.tensor(10.0))
        self.bias = nn.Parameter(torch.tensor(-6.0))
        for head in (self.pair, self.word):
            nn.init.normal_(head.weight, std=0.01)
            nn.init.zeros_(head.bias)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """The scores; `mask` (1 token, 0 padding) is only needed where pairs differ in length."""
        # The encoder has only ever read texts of one kind.
        states = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=kinds * 0).last_hidden_state.float()
        present = torch.ones_like(kinds) if mask is None else mask
        of_question, of_sentence = (kinds == 0) * present, (kinds == 1) * present
        words = self.word(states).squeeze(-1)
        score = (
            self.pair(states[:, 0]).squeeze(-1)
            + self.word_weight * words.masked_fill(of_sentence < 1, NOWHERE).amax(1)
            + self.likeness_weight * functional.cosine_similarity(_sum(states, of_question), _sum(states, of_sentence))
            + self.bias
        )
        return score, words


def _sum(states: Tensor, weights: Tensor) -> Tensor:
    return (states * weights.unsqueeze(-1)).sum(1)


def pairs_of(number: int, lesson: Lesson, rng: random.Random) -> list[Pair]:
    """A right sentence, if there is one, and a few wrong ones."""
    question = reworded(lesson.question, rng)
    places = [*([rng.choice(lesson.right)] if lesson.right else []), *_wrong(lesson, rng)]
    pairs = []
    for place in places:
        right = place in lesson.right
        answers = lesson.answers if right or lesson.answers is None else ()
        pairs.append(Pair(number, question, lesson.sentences[place], right, answers))
    if lesson.nearby and rng.random() < NEARBY:
        other = rng.choice(lesson.nearby)
        if other not in lesson.sentences:
            pairs.append(Pair(number, question, other, False, ()))
    return pairs


def _wrong(lesson: Lesson, rng: random.Random) -> list[int]:
    """A few wrong sentences: a third of them the most tempting, the rest by chance."""
    wrong = rng.sample(lesson.wrong, len(lesson.wrong))
    wrong.sort(key=lambda i: (i not in lesson.tempting, -shared_words(lesson.question, lesson.sentences[i])))
    hard, rest = wrong[: WRONG // 2], wrong[WRONG // 2 :]
    return hard + rng.sample(rest, min(len(rest), WRONG - len(hard)))


def loss_of(model: CrossEncoder, tokenizer: Tokenizer, pairs: Sequence[Pair]) -> Tensor:
    """How wrong the model is on the pairs of a step.

    Three things are asked: that the right sentence stands above the wrong ones of its lesson, that its score tells by
    itself whether the sentence answers, and that the words of an answer are known where they stand.
    """
    scores, words, is_answer = _read(model, tokenizer, pairs)
    right = torch.tensor([float(pair.is_right) for pair in pairs])
    alone = functional.binary_cross_entropy_with_logits(scores, right, weight=1 + right)
    lessons = torch.tensor([pair.lesson for pair in pairs])
    among = [
        functional.cross_entropy(scores[lessons == number].unsqueeze(0), right[lessons == number].argmax().unsqueeze(0))
        for number in lessons[right > 0].tolist()
    ]
    loss = alone + (torch.stack(among).mean() if among else 0.0)
    if len(words):
        loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(words, is_answer, pos_weight=torch.tensor(3.0))
    return loss


def _read(model: CrossEncoder, tokenizer: Tokenizer, pairs: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor]:
    """The scores of the pairs, in order, and the scores and labels of the words whose part in the answer is known."""
    read = [_encoded(tokenizer, pair) for pair in pairs]
    order = sorted(range(len(pairs)), key=lambda i: len(read[i][0]))
    scores, words, labels = [], [], []
    for at in range(0, len(order), TOGETHER):
        batch = [read[i] for i in order[at : at + TOGETHER]]
        ids, kinds, label = (
            nn.utils.rnn.pad_sequence([row[part] for row in batch], batch_first=True, padding_value=padding)
            for part, padding in enumerate((0, 2, -1))
        )
        with torch.autocast("cpu", torch.bfloat16):
            score, word = model(ids, kinds, (ids > 0).long())
        scores.append(score)
        words.append(word[label >= 0])
        labels.append(label[label >= 0].float())
    return torch.cat(scores)[torch.tensor(order).argsort()], torch.cat(words), torch.cat(labels)


def _encoded(tokenizer: Tokenizer, pair: Pair) -> tuple[Tensor, Tensor, Tensor]:
    """The tokens of a pair, their kinds, and for each 1 in the answer, 0 elsewhere in the sentence, else -1."""
    question, sentence = tokenizer.encode_batch([pair.question, pair.sentence], add_special_tokens=False)
    ids, kinds = joined(tokenizer.encode("").ids, question.ids, sentence.ids)
    labels = torch.full((len(ids),), -1)
    found = next((answer for answer in pair.answers or () if answer in pair.sentence), None)
    if found is not None or pair.answers == ():
        start = pair.sentence.find(found or "")
        end = start + len(found or "")
        inside = [int(first < end and start < last) for first, last in sentence.offsets]
        places = [i for i, kind in enumerate(kinds) if kind == 1][:-1]
        labels[torch.tensor(places, dtype=torch.long)] = torch.tensor(inside[: len(places)], dtype=torch.long)
    return torch.tensor(ids), torch.tensor(kinds), labels


def steps(lessons: Sequence[Lesson], facts: Facts, rng: random.Random) -> Iterator[list[Pair]]:
    """The pairs of one step after the other, for as long as one likes; all lessons come before any comes again."""
    while True:
        shuffled = rng.sample(lessons, len(lessons))
        for at in range(0, len(shuffled), LESSONS):
            taught = [*shuffled[at : at + LESSONS], *(next(facts) for _ in range(FACTS))]
            yield [pair for number, lesson in enumerate(taught) for pair in pairs_of(number, lesson, rng)]


def train(model: CrossEncoder, tokenizer: Tokenizer, stream: Iterator[list[Pair]], count: int) -> None:
    """Teach the model `count` steps of the stream, and say how it goes."""
    optimizer, rates = _optimizer(model)
    model.train()
    started, losses = time.time(), []
    for step, pairs in zip(range(count), stream, strict=False):
        share = (step + 1) / count
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(share / WARM_UP, (1 - share) / (1 - WARM_UP))
        loss = loss_of(model, tokenizer, pairs)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(float(loss.detach()))
        if (step + 1) % 100 == 0:
            print(f"{step + 1}/{count} loss {sum(losses[-100:]) / 100:.3f} {time.time() - started:.0f} s", flush=True)


def _optimizer(model: CrossEncoder) -> tuple[torch.optim.Optimizer, list[float]]:
    """AdamW with its learning rates: what starts from nothing learns faster than what was learned before."""
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    old = [p for name, p in named if name.startswith("bert") and p.ndim > 1]
    plain = [p for name, p in named if name.startswith("bert") and p.ndim <= 1]
    heads = [*model.pair.parameters(), *model.word.parameters()]
    weights = [model.word_weight, model.likeness_weight, model.bias]
    rates = [LEARNING_RATE, LEARNING_RATE, 5 * LEARNING_RATE, 20 * LEARNING_RATE]
    groups = [
        {"params": params, "lr": rate, "weight_decay": decay}
        for params, rate, decay in zip((old, plain, heads, weights), rates, (0.01, 0.0, 0.01, 0.0), strict=True)
    ]
    return torch.optim.AdamW(groups, fused=True), rates


class _Scores(nn.Module):
    """The scores alone."""

    def __init__(self, model: CrossEncoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, kinds: Tensor) -> Any:
        """The scores of pairs of one length."""
        return self.model(ids, kinds)[0]


def export_scorer(model: CrossEncoder, path: Path) -> None:
    """Write the model as 8-bit ONNX: token ids and kinds in, scores out."""
    # Two tensors: one given twice would become one input.
    example = torch.ones(2, 8, dtype=torch.long), torch.tensor([[0] * 4 + [1] * 4] * 2)
    longest = QUESTION_TOKENS + SENTENCE_TOKENS + 3
    export(_Scores(model), path, dict(zip(INPUTS, example, strict=True)), ["score"], longest)


def teach(options: argparse.Namespace) -> None:
    """Read the lessons, teach a model and write its `weights.pt`."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    lessons = [*squad(*options.squad), *selqa(options.selqa), *own(options.own, options.texts)]
    tokenizer = Tokenizer.from_file(str(default_model_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = mean_of(options.start)
    stream = steps(lessons, Facts(options.own / "facts.txt", rng), rng)
    train(model, tokenizer, stream, int(options.epochs * len(lessons) / LESSONS))
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out / "weights.pt")


def mean_of(folders: Sequence[Path]) -> CrossEncoder:
    """The model whose weights are the mean of those taught; of none, one that knows only what its encoder does."""
    taught = [torch.load(folder / "weights.pt") for folder in folders]
    model = CrossEncoder(default_model_folder())
    if taught:
        model.load_state_dict({name: sum(weights[name] for weights in taught) / len(taught) for name in taught[0]})
    return model


def mean(options: argparse.Namespace) -> None:
    """Write `model.onnx` and `tokenizer.json` of the mean of models that were taught."""
    model = mean_of(options.taught)
    options.out.mkdir(parents=True, exist_ok=True)
    export_scorer(model, options.out / "model.onnx")
    shutil.copyfile(default_model_folder() / "tokenizer.json", options.out / "tokenizer.json")


def main() -> None:
    """Teach a model, or make the one that ships from several that were taught."""
    parser = argparse.ArgumentParser(prog="python -m index.scorer_training", description=__doc__)
    steps_of_making = parser.add_subparsers(required=True)
    one = steps_of_making.add_parser("teach", help="lessons -> OUT/weights.pt")
    one.add_argument("--squad", type=Path, nargs=2, required=True, metavar=("PARAGRAPHS", "QUESTIONS"))
    one.add_argument("--selqa", type=Path, required=True)
    one.add_argument("--own", type=Path, required=True, help="the folder of our own articles, questions and facts")
    one.add_argument("--texts", default="", help="the first letters of the ids of our articles to learn from; else all")
    one.add_argument("--start", type=Path, nargs="*", default=[], help="go on from the mean of models taught before")
    one.add_argument("--out", type=Path, required=True)
    one.add_argument("--epochs", type=float, default=1.5)
    one.add_argument("--seed", type=int, default=0)
    one.add_argument("--threads", type=int, default=1)
    one.set_defaults(step=teach)
    several = steps_of_making.add_parser("mean", help="TAUGHT/weights.pt … -> OUT/model.onnx")
    several.add_argument("taught", type=Path, nargs="+")
    several.add_argument("--out", type=Path, required=True)
    several.set_defaults(step=mean)
    options = parser.parse_args()
    options.step(options)


if __name__ == "__main__":
    main()
