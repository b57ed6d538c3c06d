"""Questions with known answers -> the weights of `index.quotes`: `python -m index.calibration LIBRARY QUESTIONS`.

Prints the two logistic models to be written there, and how well they tell right from wrong on the same questions, each
judged by a model that was learned from the others (ten folds).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.library import Library
from index.questions import KnownQuestion, find_articles, read_questions
from index.quotes import Candidate, Features, Weights, confidence_features, ranked_candidates

PENALTY = 1.0
"""How strongly large weights are held back."""
FOLDS = 10

Matrix = NDArray[np.float64]


def learn(features: Matrix, right: Matrix) -> Matrix:
    """The weights, shape (columns,), of a logistic model, by Newton's method; the first column is the constant."""
    weights = np.zeros(features.shape[1])
    penalty = np.eye(features.shape[1]) * PENALTY
    penalty[0, 0] = 0
    for _ in range(50):
        probability = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (probability - right) + penalty @ weights
        curvature = (features * (probability * (1 - probability))[:, None]).T @ features + penalty
        weights -= np.linalg.solve(curvature, gradient)
    return weights


def held_out(features: Matrix, right: Matrix, questions: Matrix) -> Matrix:
    """The score of each row by a model learned from other questions' rows."""
    scores = np.zeros(len(right))
    for fold in range(FOLDS):
        mine = questions % FOLDS == fold
        scores[mine] = features[mine] @ learn(features[~mine], right[~mine])
    return scores


def roc_area(scores: Matrix, right: Matrix) -> float:
    """The chance that a right row scores above a wrong one."""
    above = scores[right == 1][:, None] - scores[right == 0][None, :]
    return float((above > 0).mean() + (above == 0).mean() / 2)


def says(candidate: Candidate, question: KnownQuestion) -> bool:
    """Whether a sentence holds one of the known answers."""
    return any(answer in candidate.text for answer in question.quotes)


def row(features: Features) -> list[float]:
    """Features as a row of a matrix, the constant first."""
    return [1.0, *(getattr(features, field.name) for field in fields(Features))]


def show(name: str, features: Sequence[Sequence[float]], right: Sequence[bool], questions: Sequence[int]) -> None:
    """Print one model and its area under ROC on questions that it was not learned from."""
    matrix, labels = np.array(features), np.array(right, dtype=float)
    weights = learn(matrix, labels)
    named = ", ".join(f"{f.name}={w:.2f}" for f, w in zip(fields(Weights), weights, strict=True))
    area = roc_area(held_out(matrix, labels, np.array(questions)), labels)
    print(f"{name} = Weights({named})  # held out: {area:.3f} of {int(labels.sum())} right, {len(labels)} in all")


def main(folder: Path, file: Path) -> None:
    """Read the questions, collect the features and print both models."""
    sentences: tuple[list[list[float]], list[bool], list[int]] = ([], [], [])
    answers: tuple[list[list[float]], list[bool], list[int]] = ([], [], [])
    with Library.open(folder) as library:
        for number, question in enumerate(find_articles(read_questions(file).questions, library)):
            _, hits, ranked = ranked_candidates(library, question.text)
            if question.answerable:
                for candidate in ranked:
                    sentences[0].append(row(candidate.features))
                    sentences[1].append(says(candidate, question))
                    sentences[2].append(number)
            answers[0].append(row(confidence_features(hits, ranked)))
            answers[1].append(bool(question.answerable))
            answers[2].append(number)
    show("ANSWERS", *sentences)
    show("CONFIDENT", *answers)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
