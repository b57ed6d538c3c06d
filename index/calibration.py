"""Known answers -> the weights of `candidates` and `confidence`: `python -m index.calibration --own … --squad …`.

Prints the two logistic models to be written there, and how well they tell right from wrong on the same questions, each
judged by a model that was learned from the others (ten folds). A question that has an answer is also asked where it has
none: in the same library without the sentences that answer it, as in a small library, without the articles that do, and
in the other library, where it is off topic.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from index.articles import Article
from index.candidates import Candidate, Features, ranked_candidates
from index.catalog import Among
from index.confidence import Grounds, grounds
from index.library import Library
from index.questions import KnownQuestion, find_articles, read_questions
from index.scorer_lessons import is_kept_out, read_rows
from index.search import EVERY_ARTICLE

PENALTY = 1.0
"""How strongly large weights are held back."""
FOLDS = 10

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """Features, whether they belong to something right, and the number of the question that they come from."""

    features: Features | Grounds
    right: bool
    question: int


def learn(features: Matrix, right: Matrix, weights: Matrix) -> Matrix:
    """The logistic model, shape (columns,), of rows that count by weight, by Newton's method; constant first."""
    model = np.zeros(features.shape[1])
    penalty = np.eye(features.shape[1]) * PENALTY
    penalty[0, 0] = 0
    for _ in range(50):
        probability = 1 / (1 + np.exp(-features @ model))
        gradient = features.T @ (weights * (probability - right)) + penalty @ model
        curvature = (features * (weights * probability * (1 - probability))[:, None]).T @ features + penalty
        model -= np.linalg.solve(curvature, gradient)
    return model


def held_out(features: Matrix, right: Matrix, weights: Matrix, questions: Matrix) -> Matrix:
    """The log-odds of each row by a model learned from other questions' rows."""
    scores = np.zeros(len(right))
    for fold in range(FOLDS):
        mine = questions % FOLDS == fold
        scores[mine] = features[mine] @ learn(features[~mine], right[~mine], weights[~mine])
    return scores


def roc_area(scores: Matrix, right: Matrix) -> float:
    """The chance that a right row scores above a wrong one."""
    above = scores[right == 1][:, None] - scores[right == 0][None, :]
    return float((above > 0).mean() + (above == 0).mean() / 2)


def says(candidate: Candidate, question: KnownQuestion) -> bool:
    """Whether a sentence holds one of the known answers."""
    return any(answer in candidate.text for answer in question.quotes)


def show(name: str, sets: dict[str, list[Case]], *, even: bool) -> None:
    """Print one model, for which every set counts alike, and how it does on questions that it was not learned from.

    When `even`, the right and the wrong of a set count alike as well.
    """
    cases = [case for own in sets.values() for case in own]
    kind = type(cases[0].features)
    names = [field.name for field in fields(kind)]
    features = np.array([[1.0, *(getattr(case.features, name) for name in names)] for case in cases])
    right = np.array([float(case.right) for case in cases])
    weights = np.concatenate([_weights(own, even=even) for own in sets.values()]) * len(cases) / len(sets)
    model = learn(features, right, weights)
    constant, *learned = model
    named = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(names, learned, strict=True))
    print(f"{name} = Logistic({constant:.2f}, {kind.__name__}({named}))")
    scores = held_out(features, right, weights, np.array([case.question for case in cases]))
    end = 0
    for label, own in sets.items():
        start, end = end, end + len(own)
        mine, truth = scores[start:end], right[start:end]
        told = (float((mine[truth == 1] >= 0).mean()) + float((mine[truth == 0] < 0).mean())) / 2
        print(f"  {label}: n {len(own)}, area under ROC {roc_area(mine, truth):.3f}, balanced accuracy {told:.3f}")


def _weights(cases: Sequence[Case], *, even: bool) -> Matrix:
    """What each case of a set counts, 1 in all."""
    rights = [case.right for case in cases]
    return np.array([1 / (2 * rights.count(case.right)) if even else 1 / len(cases) for case in cases])


def sentence_cases(library: Library, questions: Sequence[KnownQuestion]) -> Iterator[Case]:
    """Each sentence that was read for a question that has an answer, and whether it holds it."""
    for number, question in enumerate(questions):
        if question.answerable:
            for candidate in ranked_candidates(library, question.text)[2]:
                yield Case(candidate.features, says(candidate, question), number)


def answer_cases(
    library: Library,
    questions: Sequence[KnownQuestion],
    *,
    right: bool | None = None,
    without: Literal["nothing", "sentences", "articles"] = "nothing",
) -> Iterator[Case]:
    """The grounds for answering each question, and whether there is an answer: as is known, or `right` for all.

    `without` tells what is left out of what answers.
    """
    for number, question in enumerate(questions):
        among = Among(without=tuple(question.relevance)) if without == "articles" else EVERY_ARTICLE
        asked, hits, ranked = ranked_candidates(library, question.text, among)
        if without == "sentences":
            ranked = [candidate for candidate in ranked if not says(candidate, question)]
        if ranked:
            yield Case(grounds(asked, hits, ranked), bool(question.answerable if right is None else right), number)


def own_questions(folder: Path, articles: Path, questions: Path) -> tuple[Library, list[KnownQuestion]]:
    """A library of our own articles in `folder`, and the questions about them."""
    library = Library.open(folder, create=True)
    rows = read_rows(articles)
    own = (Article(row["text"], row["url"], title=row["title"], given_id=row["id"]) for row in rows)
    list(library.add(own))
    return library, find_articles(read_questions(questions).questions, library)


def squad_questions(folder: Path, paragraphs: Path, questions: Path) -> tuple[Library, list[KnownQuestion]]:
    """A library of all paragraphs in `folder`, and the questions about those from which the scorer never learned."""
    library = Library.open(folder, create=True)
    rows = read_rows(paragraphs)
    list(library.add(Article(r["text"], r["id"], title=r["title"].replace("_", " "), given_id=r["id"]) for r in rows))
    known = [
        KnownQuestion(str(number), row["question"], {row["passage"]: 1}, tuple(row["answers"]), None, row["answerable"])
        for number, row in enumerate(read_rows(questions))
        if is_kept_out(row["passage"])
    ]
    return library, known


def answered(questions: Iterable[KnownQuestion]) -> list[KnownQuestion]:
    """The questions that have an answer."""
    return [question for question in questions if question.answerable]


def main() -> None:
    """Make both libraries, ask all questions and print both models."""
    parser = argparse.ArgumentParser(prog="python -m index.calibration", description=__doc__)
    parser.add_argument("--own", type=Path, nargs=2, required=True, metavar=("ARTICLES", "QUESTIONS"))
    parser.add_argument("--squad", type=Path, nargs=2, required=True, metavar=("PARAGRAPHS", "QUESTIONS"))
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        made = {
            "own": own_questions(Path(folder) / "own", *options.own),
            "squad": squad_questions(Path(folder) / "squad", *options.squad),
        }
        sentences = {name: list(sentence_cases(*pair)) for name, pair in made.items()}
        answers = {}
        for name, (library, questions) in made.items():
            (stranger,) = (answered(other) for key, (_, other) in made.items() if key != name)
            there = list(answer_cases(library, answered(questions)))
            answers[f"{name}, on topic"] = list(answer_cases(library, questions))
            for without in ("sentences", "articles"):
                gone = answer_cases(library, answered(questions), right=False, without=without)
                answers[f"{name}, the {without} that answer left out"] = [*there, *gone]
            answers[f"{name}, off topic"] = [*there, *answer_cases(library, stranger, right=False)]
            library.close()
    show("ANSWERS", sentences, even=False)
    show("CONFIDENT", answers, even=True)


if __name__ == "__main__":
    main()
