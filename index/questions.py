"""Question files -> questions with what is known of their answers: our JSON lines, and BEIR folders."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.articles import iso_date
from index.errors import NoSuchArticle, QuestionError

if TYPE_CHECKING:
    from index.library import Library

ARTICLE_VOICE = ""
"""The expected speaker of a quote that is the article's own voice."""


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question and what is known of its answer; what a row does not say is empty or None and is not measured.

    `relevance` maps an article that answers to its grade, 1 unless a BEIR judgement says more. `quotes` are words of
    which a right quote holds some. `speaker` is the name expected beside that quote, or `ARTICLE_VOICE`. `answerable`
    is None where nothing tells. `asked_on` is the day of asking, None for the calendar's. `place` says for an error
    message where the question stands.
    """

    id: str
    text: str
    relevance: Mapping[str, int]
    quotes: tuple[str, ...] = ()
    speaker: str | None = None
    answerable: bool | None = None
    place: str = ""
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """All questions of a file or folder, and the sha256 in hex of the bytes they were read from."""

    questions: tuple[KnownQuestion, ...]
    sha256: str


def read_questions(path: Path, split: str | None = None) -> QuestionSet:
    """Read a JSON lines file or a BEIR folder (`split` names its judgements, "test" unless it has no such).

    Articles are still called as in the file: see `find_articles`. Raises QuestionError naming the line to mend.
    """
    try:
        if path.is_dir():
            return _read_beir(path, split)
        data = path.read_bytes()
        questions = tuple(_question(row, line, f"{path.name} line {line}") for line, row in _rows(path.name, data))
    except OSError as error:
        raise QuestionError(f"{path} can't be read ({error.strerror}): check the path of the questions.") from None
    return _question_set(questions, path, data)


def find_articles(questions: Sequence[KnownQuestion], library: Library) -> list[KnownQuestion]:
    """The questions with each article called by its id in the library, whatever id, origin or part of it was written.

    Raises QuestionError for an article that the library doesn't have, or for an origin that fits several articles.
    """
    entries = library.entries()
    ids = {entry.id for entry in entries}
    by_last_part: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entry in entries:
        for origin in entry.origins:
            by_last_part[_parts(origin)[-1]].append((origin, entry.id))

    def find(written: str, place: str) -> str:
        if written in ids:
            return written
        near = [(origin, id) for origin, id in by_last_part[_parts(written)[-1]] if _same_place(origin, written)]
        exact = [(origin, id) for origin, id in near if origin == written]
        fitting = {id for _, id in exact or near}
        if len(fitting) > 1:
            raise QuestionError(
                f"{place}: “{written}” fits {len(fitting)} articles: write their ids or more of the path."
            )
        return fitting.pop() if fitting else _id_by_alias(library, written, place)

    return [
        replace(question, relevance={find(name, question.place): grade for name, grade in question.relevance.items()})
        for question in questions
    ]


def _id_by_alias(library: Library, written: str, place: str) -> str:
    try:
        return library.get(written).id
    except NoSuchArticle:
        raise QuestionError(
            f"{place}: the library has no article “{written}”: add it, or write an id or origin of `quoth list`."
        ) from None


def _parts(origin: str) -> list[str]:
    return origin.replace("\\", "/").removeprefix("./").rstrip("/").split("/")


def _same_place(origin: str, written: str) -> bool:
    """Whether one path or URL is the other, or ends with all of its parts."""
    longer, shorter = sorted((_parts(origin), _parts(written)), key=len, reverse=True)
    return longer[-len(shorter) :] == shorter


def _question_set(questions: tuple[KnownQuestion, ...], path: Path, data: bytes) -> QuestionSet:
    if not questions:
        raise QuestionError(f'{path} holds no question: write one object a line, as {{"question": "Who said it?"}}.')
    seen: dict[str, str] = {}
    for question in questions:
        if question.id in seen:
            raise QuestionError(
                f"{question.place}: the id “{question.id}” is taken by {seen[question.id]}: change one."
            )
        seen[question.id] = question.place
    return QuestionSet(questions, hashlib.sha256(data).hexdigest())


def _rows(name: str, data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of a file with their 1-based line numbers; blank lines are left out."""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise QuestionError(f"{name} is not UTF-8 text: save it as UTF-8, one JSON object a line.") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            raise QuestionError(f'{name} line {number} is no JSON object: write it as {{"question": "Who said it?"}}.')
        yield number, row


def _question(row: dict[str, Any], line: int, place: str) -> KnownQuestion:
    text, id = row.get("question"), row.get("id")
    if not isinstance(text, str) or not text.strip():
        raise QuestionError(f"{place} has no question: give `question` some words.")
    if not (id is None or (isinstance(id, str | int) and not isinstance(id, bool))):
        raise QuestionError(f"{place}: `id` is neither words nor a number: change it or leave it out.")
    articles, quotes = _words_list(row, "articles", place), _words_list(row, "quotes", place)
    speaker = _speaker(row, place)
    return KnownQuestion(
        id=f"line {line}" if id is None else str(id),
        text=text.strip(),
        relevance=dict.fromkeys(articles, 1),
        quotes=quotes,
        speaker=speaker,
        answerable=_answerable(row, bool(articles or quotes or speaker is not None), bool(quotes), place),
        place=place,
        asked_on=_day(row, place),
    )


def _day(row: dict[str, Any], place: str) -> date | None:
    if row.get("date") is None:
        return None
    try:
        return datetime.fromisoformat(iso_date(str(row["date"]))).date()
    except ValueError:
        raise QuestionError(f"{place}: `date` is no day: write it as 2024-01-24, or leave it out.") from None


def _words_list(row: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
    words = row.get(key) or []
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise QuestionError(f'{place}: `{key}` is no list of words: write it as ["…", "…"], or leave it out.')
    return tuple(words)


def _speaker(row: dict[str, Any], place: str) -> str | None:
    if "speaker" not in row:
        return None
    speaker = row["speaker"]
    if speaker is None:
        return ARTICLE_VOICE
    if not isinstance(speaker, str) or not speaker.strip():
        raise QuestionError(
            f"{place}: `speaker` is no name: write a name, null for the article's voice, or leave it out."
        )
    return speaker


def _answerable(row: dict[str, Any], has_answer: bool, has_quotes: bool, place: str) -> bool | None:
    answerable = row.get("answerable")
    if not (answerable is None or isinstance(answerable, bool)):
        raise QuestionError(f"{place}: `answerable` is neither true nor false: write one of them, or leave it out.")
    if answerable is False and has_quotes:
        raise QuestionError(f"{place} can't be answered and lists `quotes` all the same: take one of them out.")
    return True if answerable is None and has_answer else answerable


def _read_beir(folder: Path, split: str | None) -> QuestionSet:
    """A BEIR folder's judged queries: queries.jsonl and one of qrels/*.tsv, as query, document, score."""
    judgements = _judgements_file(folder, split)
    relevance: dict[str, dict[str, int]] = defaultdict(dict)
    lines = judgements.read_text("utf-8-sig").splitlines()
    for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        if len(row) != 3 or not (number == 1 or row[2].lstrip("-").isdigit()):
            raise QuestionError(f"{judgements.name} line {number} is no judgement: write query, document and score.")
        if row[2].isdigit() and int(row[2]) > 0:
            relevance[row[0]][row[1]] = int(row[2])
    data = (folder / "queries.jsonl").read_bytes()
    questions = tuple(
        KnownQuestion(id, str(row.get("text")), relevance[id], answerable=True, place=f"{judgements.name} query {id}")
        for _, row in _rows("queries.jsonl", data)
        if (id := str(row.get("_id"))) in relevance
    )
    return _question_set(questions, folder, data + judgements.read_bytes())


def _judgements_file(folder: Path, split: str | None) -> Path:
    splits = {path.stem: path for path in sorted(folder.glob("qrels/*.tsv"))}
    if not splits or not (folder / "queries.jsonl").is_file():
        raise QuestionError(
            f"{folder} is no BEIR folder: give one with queries.jsonl and qrels/*.tsv, or a .jsonl file."
        )
    wanted = split or ("test" if "test" in splits or len(splits) > 1 else next(iter(splits)))
    if wanted not in splits:
        raise QuestionError(f"{folder}/qrels has no {wanted}.tsv: choose a split of {', '.join(splits)}.")
    return splits[wanted]
