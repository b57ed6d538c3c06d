"""Texts that may be learned from -> lessons: questions with sentences that do and don't answer them.

Only used to make the scorer anew. What may be read here, and under which terms, is told in `index/scorer/CARD.md`.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from index.sentences import split

KEPT_OUT = 15
"""Of a hundred paragraphs of SQuAD, how many are never learned from, so that refusals can be measured on them."""
_WORD = re.compile(r"\w{3,}")
_QUESTION_WORDS = frozenset("who where when why how which".split())
_LEFT_OUT = _QUESTION_WORDS | frozenset(
    "what whom whose is are was were do does did the a an of in on at to for by with has have had be been it its this "
    "that and or".split()
)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with sentences; `right` and `wrong` are places in `sentences`, and those in neither teach nothing.

    `answers` are the very words that answer, wherever they stand in a right sentence; None when they aren't known.
    `tempting` are wrong sentences that look right; `nearby` are more wrong sentences, from other texts on the subject.
    """

    question: str
    sentences: tuple[str, ...]
    right: tuple[int, ...]
    wrong: tuple[int, ...]
    answers: tuple[str, ...] | None = None
    tempting: tuple[int, ...] = ()
    nearby: tuple[str, ...] = field(default=(), repr=False)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of one JSON object a line, xz-compressed or not."""
    text = path.read_bytes()
    if path.suffix == ".xz":
        text = lzma.decompress(text)
    return [json.loads(line) for line in text.decode().splitlines()]


def is_kept_out(paragraph: str) -> bool:
    """Whether the paragraph of that id is never learned from."""
    return int(sha256(paragraph.encode()).hexdigest(), 16) % 100 < KEPT_OUT


def squad(paragraphs: Path, questions: Path, *, kept_out: bool = False) -> list[Lesson]:
    """Lessons from SQuAD 2.0: the sentence with the answer against the others of its paragraph."""
    rows = {row["id"]: row for row in read_rows(paragraphs)}
    sentences = {id: tuple(row["text"][s.start : s.end] for s in split(row["text"])) for id, row in rows.items()}
    by_title: dict[str, list[str]] = {}
    for id, row in rows.items():
        if not is_kept_out(id):
            by_title.setdefault(row["title"], []).extend(sentences[id])
    lessons = []
    for row in read_rows(questions):
        if is_kept_out(row["passage"]) == kept_out:
            lesson = _squad_lesson(row, sentences[row["passage"]], tuple(by_title.get(row["title"], ())))
            if lesson:
                lessons.append(lesson)
    return lessons


def _squad_lesson(row: Mapping[str, Any], sentences: tuple[str, ...], nearby: tuple[str, ...]) -> Lesson | None:
    """The lesson of a question; of several sentences that hold the answer, the one most like the question is right."""
    question, answers = row["question"], tuple(row["answers"])
    holding = [i for i, sentence in enumerate(sentences) if any(answer in sentence for answer in answers)]
    if row["answerable"] and not holding:
        return None
    if not row["answerable"]:
        return Lesson(question, sentences, (), tuple(range(len(sentences))), (), nearby=nearby)
    right = max(holding, key=lambda i: shared_words(question, sentences[i]))
    wrong = tuple(i for i in range(len(sentences)) if i not in holding)
    return Lesson(question, sentences, (right,), wrong, answers, nearby=nearby)


def selqa(path: Path) -> list[Lesson]:
    """Lessons from SelQA: each question with the sentences of the section that answers it."""
    return [
        Lesson(
            row["question"],
            tuple(row["candidates"]),
            tuple(i for i, label in enumerate(row["labels"]) if label),
            tuple(i for i, label in enumerate(row["labels"]) if not label),
        )
        for row in read_rows(path)
    ]


def own(folder: Path, initials: str = "") -> list[Lesson]:
    """Lessons from our own articles and questions, `articles.jsonl` and `questions.jsonl` of the folder.

    `initials` are the first letters of the ids of the articles to learn from, "" for all.
    """
    articles = {row["id"]: row for row in read_rows(folder / "articles.jsonl")}
    lessons = []
    for row in read_rows(folder / "questions.jsonl"):
        if initials and row["article"][0] not in initials:
            continue
        article, right = articles[row["article"]], tuple(row["answers"])
        sentences, tempting = tuple(article["sentences"]), tuple(row.get("near", ()))
        unsure = {*right, *row.get("partial", ())}
        wrong = tuple(i for i in range(len(sentences)) if i not in unsure)
        answers = None if right else ()
        lessons.append(Lesson(row["question"], sentences, right, wrong, answers, tempting))
    return lessons


def shared_words(question: str, sentence: str) -> int:
    """How many words of three letters or more both have."""
    return len(set(_WORD.findall(question.lower())) & set(_WORD.findall(sentence.lower())))


def reworded(question: str, rng: random.Random) -> str:
    """The question as somebody in a hurry might type it; more often than not, as it is."""
    ways = (_as_it_is, _without_mark, _mistyped, _key_words, _tokenised)
    return rng.choices(ways, weights=(58, 15, 13, 8, 6))[0](question, rng)


def _as_it_is(question: str, _: random.Random) -> str:
    return question


def _without_mark(question: str, _: random.Random) -> str:
    return question.rstrip(" ?")


def _tokenised(question: str, _: random.Random) -> str:
    return re.sub(r"([?,.'])", r" \1 ", question)


def _key_words(question: str, rng: random.Random) -> str:
    words = [word for word in question.rstrip(" ?").split() if _is_key(word.lower().strip("?,"), rng)]
    return " ".join(words) if len(words) > 1 else question


def _is_key(word: str, rng: random.Random) -> bool:
    return word not in _LEFT_OUT or (word in _QUESTION_WORDS and rng.random() < 0.7)


def _mistyped(question: str, rng: random.Random) -> str:
    words = question.split()
    long = [i for i, word in enumerate(words) if len(word) > 4]
    if long:
        i = rng.choice(long)
        at = rng.randrange(1, len(words[i]) - 2)
        before, here, after = words[i][:at], words[i][at : at + 2], words[i][at + 2 :]
        words[i] = before + rng.choice((here[::-1], here[0], here[1], here[0] + here)) + after
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of thing of which facts can be told: its name, and what is asked and said of it."""

    names: list[str]
    questions: dict[str, list[str]] = field(default_factory=dict)
    sentences: list[tuple[frozenset[str], str]] = field(default_factory=list)


class _Slots(dict[str, str]):
    """What fills the slots in what is said of one thing; each slot is filled when it is first used."""

    def __init__(self, fillers: Mapping[str, Sequence[str]], rng: random.Random) -> None:
        super().__init__()
        self._fillers, self._rng = fillers, rng

    def __missing__(self, slot: str) -> str:
        filler = self._rng.choice(self._fillers[slot.rstrip("0123456789")])
        if numbers := re.fullmatch(r"(\d+)\.\.(\d+)", filler):
            filler = str(self._rng.randint(int(numbers[1]), int(numbers[2])))
        # A filler's own slots are its alone: two names in one sentence must differ.
        self[slot] = filler.format_map(_Slots(self._fillers, self._rng))
        return self[slot]


class Facts:
    """Lessons without end from a file of facts with slots, whose form is told in its first lines."""

    def __init__(self, path: Path, rng: random.Random) -> None:
        self._rng = rng
        self._fillers: dict[str, list[str]] = {}
        self._kinds: list[_Kind] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            self._read(line)

    def _read(self, line: str) -> None:
        mark, rest = line[:1], line[1:]
        if mark == "[":
            self._kinds.append(_Kind(_pieces(rest.partition("]")[2])))
        elif mark in ("<", "?", "="):
            head, _, body = rest.partition(":")
            if mark == "<":
                self._fillers[head.strip()] = _pieces(body)
            elif mark == "?":
                self._kinds[-1].questions[head.strip()] = _pieces(body)
            else:
                said = frozenset(head.split())
                self._kinds[-1].sentences.extend((said, sentence) for sentence in _pieces(body))

    def __iter__(self) -> Iterator[Lesson]:
        return self

    def __next__(self) -> Lesson:
        """One thing asked of one of a kind; wrong are the same said of another, and other things said of the same."""
        kind = self._rng.choice(self._kinds)
        one, another = self._named(kind), self._named(kind)
        relation = self._rng.choice(list(kind.questions))
        question = self._rng.choice(kind.questions[relation]).format_map(one)
        right = [sentence for said, sentence in kind.sentences if relation in said]
        rest = [sentence for said, sentence in kind.sentences if relation not in said]
        wrong = [self._said(self._rng.choice(right), another)]
        wrong += [self._said(sentence, one) for sentence in self._rng.sample(rest, 4)]
        if self._rng.random() < 0.25:
            return Lesson(_tidy(question), tuple(wrong), (), tuple(range(len(wrong))), (), (0,))
        answer = self._said(self._rng.choice(right), one)
        places = tuple(range(1, len(wrong) + 1))
        return Lesson(_tidy(question), (answer, *wrong), (0,), places, tempting=(1,))

    def _named(self, kind: _Kind) -> _Slots:
        slots = _Slots(self._fillers, self._rng)
        slots["N"] = _tidy(self._rng.choice(kind.names).format_map(_Slots(self._fillers, self._rng)))
        slots["S"] = slots["N"].split()[-1]
        slots["A"] = "".join(word[0] for word in slots["N"].split())
        return slots

    def _said(self, sentence: str, slots: _Slots) -> str:
        text = sentence.format_map(slots)
        if self._rng.random() < 0.15 and '"' not in text:
            text = f"{text.rstrip('.')}, {_Slots(self._fillers, self._rng)['closing']}."
        return _tidy(text)


def _pieces(body: str) -> list[str]:
    return [piece.strip() for piece in body.split("|")]


def _tidy(text: str) -> str:
    """The text without the seams that filling slots leaves."""
    text = re.sub(r"\s+", " ", text).strip().replace(" ,", ",")
    text = re.sub(r"\ba (?=[AEIOaeio])", "an ", text).replace("the The ", "The ")
    return text[:1].upper() + text[1:]
