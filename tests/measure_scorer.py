"""How well the shipped scorer ranks sentences and knows when none answers: the figures of `index/scorer/CARD.md`.

    python -m tests.measure_scorer --sentences NAME FILE [--sentences …] [--squad PARAGRAPHS QUESTIONS]

Files are JSON lines, xz-compressed or not. Of sentence sets the rows are `question, candidates, labels`, and the figure
is mean average precision over the questions that have both right and wrong sentences, ties counted as wrong. Of SQuAD
2.0 only paragraphs that the scorer never learned from are read, each question asked of its own paragraph.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from index.calibration import roc_area
from index.encoder import Encoder, export
from index.scorer import Scorer
from index.scorer_lessons import Lesson, read_rows, squad

Judge = Callable[[str, Sequence[str]], Sequence[float]]
Labelled = tuple[str, Sequence[str], Sequence[bool]]


def average_precision(scores: Sequence[float], right: Sequence[bool]) -> float:
    """The mean, over the right ones, of the share of right ones down to there."""
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], right[i]))
    ranks = [rank for rank, i in enumerate(order, 1) if right[i]]
    return sum(found / rank for found, rank in enumerate(ranks, 1)) / len(ranks)


def mean_average_precision(judge: Judge, questions: Sequence[Labelled]) -> float:
    """Over the questions that have both right and wrong sentences."""
    mixed = [(question, said, right) for question, said, right in questions if any(right) and not all(right)]
    return float(np.mean([average_precision(judge(question, said), right) for question, said, right in mixed]))


def refusal_area(judge: Judge, questions: Sequence[Labelled]) -> float:
    """The area under ROC of the best sentence's score: is there an answer?"""
    best = np.array([max(judge(question, said)) for question, said, _ in questions])
    return roc_area(best, np.array([float(any(right)) for *_, right in questions]))


def sentence_set(file: Path) -> list[Labelled]:
    """The questions of a file, each with its sentences and which of them are right."""
    return [(row["question"], row["candidates"], [bool(label) for label in row["labels"]]) for row in read_rows(file)]


def labelled(lesson: Lesson) -> Labelled:
    """A lesson of SQuAD, in which every sentence with the answer is right."""
    return lesson.question, lesson.sentences, [i not in lesson.wrong for i in range(len(lesson.sentences))]


def main() -> None:
    """Measure the scorer, the model alone and the encoder's cosine beside them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", nargs=2, action="append", default=[], metavar=("NAME", "FILE"))
    parser.add_argument("--squad", type=Path, nargs=2, metavar=("PARAGRAPHS", "QUESTIONS"))
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        export(None, Path(folder) / "encoder")
        encoder, scorer = Encoder(Path(folder) / "encoder"), Scorer()

        def cosine(question: str, sentences: Sequence[str]) -> Sequence[float]:
            cosines: list[float] = (encoder.encode(sentences) @ encoder.encode_query(question)).tolist()
            return cosines

        judges: tuple[Judge, ...] = (scorer.score, scorer.log_odds, cosine)
        print("| | the scorer | the model alone | cosine of all-MiniLM-L6-v2 |\n|---|---|---|---|")
        for name, file in options.sentences:
            questions = sentence_set(Path(file))
            _print(f"{name}: mean average precision", [mean_average_precision(judge, questions) for judge in judges])
        if options.squad:
            questions = [labelled(lesson) for lesson in squad(*options.squad, kept_out=True)]
            name = "SQuAD 2.0, paragraphs kept out"
            _print(f"{name}: mean average precision", [mean_average_precision(judge, questions) for judge in judges])
            _print(f"{name}: area under ROC", [refusal_area(judge, questions) for judge in judges])


def _print(name: str, figures: Sequence[float]) -> None:
    print(f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |", flush=True)


if __name__ == "__main__":
    main()
