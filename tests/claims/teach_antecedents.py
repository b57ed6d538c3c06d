"""Annotated articles -> the model that tells whom words mean: `python -m tests.claims.teach_antecedents --out FOLDER`.

The first layers of all-MiniLM-L6-v2 are taught with torch: first to tell whose names are hidden in our own texts, then
whom the words for speakers mean that the annotators found named elsewhere in the article. It is written as 8-bit ONNX.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from index.attribution import found_by_rules, identified
from index.claims.antecedent_model import INPUT, LAYERS, OUTPUTS, WINDOW, Tokens, encoded
from index.claims.antecedents import Antecedents, Asked, Kind, Pairs, kind_of
from index.claims.cast import Cast
from index.claims.parsing import Span
from index.claims.persons import noun_of
from index.claims.referents import Mention, Referent
from index.claims.speakers import Speakers
from index.encoder import default_model_folder
from index.quantising import export
from index.sentences import split
from tests.claims.check import ROOT, articles, spans
from tests.claims.matching import plain_name, read, same_name
from tests.claims.teaching import first_layers, options_of, teach, whole_texts

DIMENSIONS, HIDDEN = 128, 96
EPOCHS, BATCH, SEED = 3, 2, 0
SCALE = 4
"""By what the sum of a batch's losses is divided: an article that asks much counts for more."""
LEARNING_RATES = (2e-4, 1e-3)
HIDDEN_NAMES, REPLACED = 0.25, 0.6
"""The share of names that are hidden, and of those the share that a pronoun or a description replaces."""


@dataclass(frozen=True, slots=True)
class Question:
    """Words that ask, the pairs to weigh, and the right one of those named, or their number where it is none."""

    asked: Asked
    pairs: Pairs
    answer: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article as the model reads it, who is named in it, and whom words in it mean."""

    tokens: Tokens
    antecedents: Antecedents
    questions: list[Question]


class Reading(nn.Module):
    """Token ids (texts, tokens) -> vectors of the tokens as words that ask and as words that answer."""

    def __init__(self, traits: int) -> None:
        super().__init__()
        self.bert = first_layers()
        width = self.bert.config.hidden_size
        self.asking = nn.Linear(width, DIMENSIONS)
        self.answering = nn.Linear(width, DIMENSIONS)
        self.hidden = nn.Linear(3 * DIMENSIONS + traits, HIDDEN)
        self.score = nn.Linear(HIDDEN, 1)

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """The vectors; `mask` (1 token, 0 padding) is only needed where texts differ in length."""
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        return self.asking(states), self.answering(states)

    def read(self, texts: Sequence[Sequence[int]]) -> list[tuple[Tensor, Tensor]]:
        """The vectors of whole articles, none longer than a window."""
        rows = [torch.tensor(ids) for ids in texts]
        padded = nn.utils.rnn.pad_sequence(rows, batch_first=True)
        mask = nn.utils.rnn.pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
        with torch.autocast("cpu", torch.bfloat16):
            asking, answering = self(padded, mask)
        return [(asking[n, : len(row)].float(), answering[n, : len(row)].float()) for n, row in enumerate(rows)]

    def weigh(self, lesson: Lesson, question: Question, asking: Tensor, answering: Tensor) -> Tensor:
        """The scores of all who are named, and of nobody, as `Antecedents.scores` computes them."""
        tokens, pairs = lesson.tokens, question.pairs
        asked = asking[tokens.within(question.asked.span)].mean(0)
        names = [answering[tokens.within(span)].mean(0) for span in pairs.spans]
        answers = torch.stack([*names, torch.zeros_like(asked)])
        inputs = [asked * answers, asked.expand_as(answers), answers, torch.tensor(pairs.traits)]
        scores = self.score(functional.relu(self.hidden(torch.cat(inputs, 1)))).squeeze(1)
        lowest = torch.full((len(lesson.antecedents.named) + 1,), -1e9)
        return lowest.scatter_reduce(0, torch.tensor(pairs.owners), scores, "amax")


def lessons(tokenizer: Tokenizer, part: str) -> Iterator[Lesson]:
    """The articles annotated in one file, each with the words for speakers that name nobody."""
    texts = articles()
    for name, claims in read(part).items():
        lesson = unasked(tokenizer, texts[name])
        for claim in claims:
            words = spans(texts[name], claim)["speaker"]
            asked = words_that_ask(lesson.antecedents, words[0]) if words else None
            if asked is not None:
                ask(lesson, asked, meant(claim, lesson.antecedents.named))
        yield lesson


def unannotated() -> list[str]:
    """Our own texts in which nobody has annotated who says what."""
    annotated = {name for part in ("building", "checking", "measuring") for name in read(part)}
    rows = map(json.loads, (ROOT / "tests/training/articles.jsonl").read_text(encoding="utf-8").splitlines())
    return [" ".join(row["sentences"]) for row in rows if row["id"] not in annotated]


def unasked(tokenizer: Tokenizer, text: str) -> Lesson:
    """An article without questions yet; who spoke where is told by the rules alone."""
    claims, parses, sentences, quoted = found_by_rules(text, split(text))
    speakers = Speakers(parses, Cast(parses, quoted))
    identified(claims, speakers)
    antecedents = Antecedents(text, sentences, parses, speakers.cast, speakers.said)
    return Lesson(encoded(tokenizer, text, sentences), antecedents, [])


def ask(lesson: Lesson, asked: Asked, answer: int) -> None:
    """Add a question to a lesson."""
    antecedents = lesson.antecedents
    lesson.questions.append(Question(asked, Pairs(asked, antecedents.named, antecedents.turns_before(asked)), answer))


def words_that_ask(antecedents: Antecedents, words: Span) -> Asked | None:
    """The words of a speaker as they ask whom they mean; None where they name somebody, or several."""
    for parse in antecedents.parses:
        tokens = [token for token in parse.doc if words[0] <= parse.span(token, token)[0] < words[1]]
        if tokens:
            heads = [token for token in tokens if token.head == token or token.head not in tokens]
            head = next((token for token in heads if token.tag_ != "DT"), heads[0])
            kind = kind_of(head) if not head.conjuncts else None
            return antecedents.asked(parse.sentence, head, kind) if kind else None
    return None


def meant(claim: dict[str, Any], named: Sequence[Referent]) -> int:
    """The one of those named who makes a claim, or their number where it is none of them, or several."""
    if claim["kind"] != "named" or " and " in claim["name"]:
        return len(named)
    alike = [n for n, referent in enumerate(named) if same_name(referent.who.name, claim["name"])]
    exact = [n for n in alike if plain_name(named[n].who.name) == plain_name(claim["name"])]
    return max(exact or alike, key=lambda n: len(named[n].mentions), default=len(named))


def with_hidden_names(tokenizer: Tokenizer, lesson: Lesson, rng: random.Random) -> Lesson:
    """An article in which some names are gone, or replaced by words that ask, and the questions whose they were."""
    tokens = Tokens(list(lesson.tokens.ids), lesson.tokens.starts, lesson.tokens.ends)
    hidden = Lesson(tokens, lesson.antecedents, [])
    for n, referent in enumerate(lesson.antecedents.named):
        for mention in referent.mentions[1:]:
            if rng.random() < HIDDEN_NAMES:
                place = tokens.within(mention.span)
                room = place.stop - place.start
                kind, words = standing_for(referent, rng) if rng.random() < REPLACED else (None, "")
                ids = tokenizer.encode(words, add_special_tokens=False).ids
                if len(ids) > room:
                    kind, words, ids = None, "", []
                # What stands for a name is shorter than it; the rest is left empty, so that no place moves.
                blank = tokenizer.token_to_id("[PAD]" if ids else "[MASK]")
                tokens.ids[place] = [*ids, *[blank] * (room - len(ids))]
                ask(hidden, hidden_name(mention, referent, kind, words), n)
    return hidden


def standing_for(referent: Referent, rng: random.Random) -> tuple[Kind | None, str]:
    """Words that may stand for somebody: "the striker", or a pronoun."""
    noun = noun_of(referent.who.role)
    if noun and rng.random() < 0.5:
        return "the", f"the {noun}"
    pronoun = referent.gender or (None if referent.sort == "person" else "it")
    return pronoun, pronoun or ""


def hidden_name(mention: Mention, referent: Referent, kind: Kind | None, words: str) -> Asked:
    """A hidden name as it asks whose it is."""
    return Asked(kind, mention.sentence, mention.span, words.rpartition(" ")[2], is_someone=referent.sort == "person")


def loss_of(model: Reading, batch: Sequence[Lesson]) -> Tensor:
    """How wrong the model is on some articles."""
    losses = [
        functional.cross_entropy(model.weigh(lesson, question, *vectors), torch.tensor(question.answer))
        for lesson, vectors in zip(batch, model.read([lesson.tokens.ids for lesson in batch]), strict=True)
        for question in lesson.questions
    ]
    return torch.stack(losses).sum() / SCALE


def taught(shown: Sequence[Lesson], annotated: Sequence[Lesson], tokenizer: Tokenizer) -> dict[str, Tensor]:
    """The weights of a model taught hidden names and then annotated words."""
    torch.manual_seed(SEED)
    rng, model = (
        random.Random(SEED),
        Reading(next(len(each.pairs.traits[0]) for lesson in annotated for each in lesson.questions)),
    )
    hidden = [with_hidden_names(tokenizer, lesson, rng) for lesson in shown]
    teach(model, batches(hidden, 1, rng), lambda batch: loss_of(model, batch), LEARNING_RATES)
    return teach(model, batches(annotated, EPOCHS, rng), lambda batch: loss_of(model, batch), LEARNING_RATES)


def batches(all_lessons: Sequence[Lesson], times: int, rng: random.Random) -> list[list[Lesson]]:
    """All lessons that ask something and fit a window, several times over, each time in another order."""
    asking = [lesson for lesson in all_lessons if lesson.questions and len(lesson.tokens.ids) <= WINDOW]
    orders = (rng.sample(asking, len(asking)) for _ in range(times))
    return [order[at : at + BATCH] for order in orders for at in range(0, len(order), BATCH)]


def write(weights: dict[str, Any], folder: Path) -> None:
    """Write `model.onnx`, `pairs.npz` and `tokenizer.json` of the model with these weights."""
    model = Reading(weights["hidden.weight"].shape[1] - 3 * DIMENSIONS)
    model.load_state_dict(weights)
    folder.mkdir(parents=True, exist_ok=True)
    parts = (model.hidden.weight.T, model.hidden.bias, model.score.weight.T, model.score.bias)
    np.savez(folder / "pairs.npz", **{n: part.detach().numpy() for n, part in zip(LAYERS, parts, strict=True)})
    export(model, folder / "model.onnx", {INPUT: torch.ones(2, 8, dtype=torch.long)}, OUTPUTS, WINDOW)
    shutil.copyfile(default_model_folder() / "tokenizer.json", folder / "tokenizer.json")


def main() -> None:
    """Teach a model and write it."""
    options, tokenizer = options_of("tests.claims.teach_antecedents", __doc__), whole_texts()
    annotated = list(lessons(tokenizer, options.part))
    shown = [*annotated, *(unasked(tokenizer, text) for text in unannotated())]
    write(taught(shown, annotated, tokenizer), options.out)


if __name__ == "__main__":
    main()
