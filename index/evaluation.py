"""Questions with known answers -> a report: every system's figures on a library, side by side, from one run.

report = evaluate(library, read_questions(path))
print(report_table(report))          # or report.as_dict() for JSON
missed = below_floors(report, read_floors(floors))
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.errors import LibraryError, SettingError
from index.library import Library
from index.measures import Figure, Reply, Scores, confidence_auroc, figures, is_right, score
from index.questions import KnownQuestion, QuestionSet, find_articles
from index.systems import DEFAULT_SYSTEMS, System, build_systems


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one question went. `right` is None where the question's row doesn't say what is right."""

    id: str
    refused: bool
    confidence: float | None
    right: bool | None


@dataclass(frozen=True, slots=True)
class Run:
    """One system's part of a report. `milliseconds` a question: median and 95th percentile, by the clock and of CPU."""

    system: str
    figures: Mapping[str, Figure]
    milliseconds: Mapping[str, float]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured, on what: the first run is ours when it took part.

    `library_sha256` is of the sorted versions of the library's articles, one a line, `questions_sha256` of the bytes
    of the question file (of a BEIR folder, of its queries and then its judgements).
    """

    questions: int
    questions_sha256: str
    articles: int
    library_sha256: str
    k: int
    runs: tuple[Run, ...]

    def as_dict(self) -> dict[str, Any]:
        """The report as plain data for JSON; a figure over no question is null."""
        return {"version": 1, **asdict(self)}


def evaluate(
    library: Library,
    questions: QuestionSet,
    k: int = 5,
    systems: Sequence[str] = DEFAULT_SYSTEMS,
    progress: Callable[[], None] = lambda: None,
) -> Report:
    """Ask every question of every system, for `k` quotes, and measure the replies.

    The systems are names of `index.systems.SYSTEMS`. `progress` is called after each reply, so as many times as there
    are questions, for each system. Raises QuestionError for a question on an article that the library doesn't have,
    LibraryError for an empty library, SettingError for an unknown system or when packages are not installed.
    """
    if find_spec("ir_measures") is None:
        raise SettingError("Measuring needs the package ir_measures: run `pip install 'quoth[eval]'`.")
    versions = sorted(entry.version for entry in library.entries())
    if not versions:
        raise LibraryError(f"The library at {library.folder} is empty: add articles first with `quoth add`.")
    asked = find_articles(questions.questions, library)
    runs: list[Run] = []
    ours: Scores | None = None
    for system in build_systems(systems, library):
        replies, milliseconds = _ask(system, asked, k, progress)
        scores = score(asked, replies, k)
        measured = {**figures(scores, ours), "confidence_auroc": confidence_auroc(asked, replies)}
        runs.append(Run(system.name, measured, milliseconds, _outcomes(asked, replies)))
        ours = ours or scores
    return Report(
        questions=len(asked),
        questions_sha256=questions.sha256,
        articles=len(versions),
        library_sha256=hashlib.sha256("\n".join(versions).encode()).hexdigest(),
        k=k,
        runs=tuple(runs),
    )


def read_floors(path: Path) -> dict[str, float]:
    """The floors in a JSON file such as {"quote_hit@1": 0.7}. Raises SettingError when it can't be used."""
    try:
        floors = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingError(f"{path} can't be read ({error.strerror}): check the path of the floors.") from None
    except ValueError:
        floors = None
    if not isinstance(floors, dict) or not all(type(floor) in (int, float) for floor in floors.values()):
        raise SettingError(f'{path} holds no floors: write a JSON object of figures, as {{"quote_hit@1": 0.7}}.')
    return floors


def below_floors(report: Report, floors: Mapping[str, float]) -> list[str]:
    """A sentence for each figure of the report's first run that is under its floor or that nothing measured.

    Raises SettingError for a floor under a figure that there isn't.
    """
    measured = report.runs[0].figures
    unknown = sorted(floors.keys() - measured.keys())
    if unknown:
        raise SettingError(f"There is no figure {', '.join(unknown)}: choose from {', '.join(measured)}.")
    missed = []
    for name, floor in floors.items():
        value, n = measured[name].value, measured[name].n
        if value is None:
            missed.append(f"{name} has a floor of {floor:.3f}, and no question measures it.")
        elif value < floor:
            missed.append(f"{name} is {value:.3f} over {n} questions, under its floor of {floor:.3f}.")
    return missed


def report_table(report: Report) -> str:
    """The report as plain text: a row a figure, a column a system, and `n`, over how many questions a figure is.

    Where a system's figure is over another number of questions than the first system's, it stands in brackets.
    """
    ours, *others = report.runs
    rows = [["", "n", *(run.system for run in report.runs)]]
    for name, figure in ours.figures.items():
        if any(run.figures[name].n for run in report.runs):
            rows.append([name, str(figure.n), *(_cell(run.figures[name], figure.n) for run in report.runs)])
    rows.append([])
    for name in ours.milliseconds:
        rows.append([f"ms a question, {name}", "", *(f"{run.milliseconds[name]:.1f}" for run in report.runs)])
    lines = [
        f"{report.questions} questions on {report.articles} articles, {report.k} quotes asked for",
        "",
        *_aligned(rows),
    ]
    differences = [
        [name, *(_difference(figure, run.figures[name]) for run in others)]
        for name, figure in ours.figures.items()
        if any(run.figures[name].minus_ours for run in others)
    ]
    if differences:
        lines += ["", f"difference from {ours.system} and its 95 % interval, by paired bootstrap", ""]
        lines += _aligned([["", *(run.system for run in others)], *differences])
    return "\n".join(lines) + "\n"


def _ask(
    system: System, questions: Sequence[KnownQuestion], k: int, progress: Callable[[], None]
) -> tuple[list[Reply], dict[str, float]]:
    """A system's replies, and milliseconds a question; models are loaded beforehand, by asking the first question."""
    import numpy as np

    system.reply(questions[0].text, k)
    replies, clock, cpu = [], [], []
    for question in questions:
        clock_start, cpu_start = time.perf_counter(), time.process_time()
        replies.append(system.reply(question.text, k, question.asked_on))
        cpu.append((time.process_time() - cpu_start) * 1000)
        clock.append((time.perf_counter() - clock_start) * 1000)
        progress()
    return replies, {
        "median": float(np.median(clock)),
        "p95": float(np.percentile(clock, 95)),
        "CPU median": float(np.median(cpu)),
        "CPU p95": float(np.percentile(cpu, 95)),
    }


def _outcomes(questions: Sequence[KnownQuestion], replies: Sequence[Reply]) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(question.id, reply.refused, reply.confidence, is_right(question, reply))
        for question, reply in zip(questions, replies, strict=True)
    )


def _cell(figure: Figure, usual: int) -> str:
    if figure.value is None:
        return "-"
    return f"{figure.value:.3f}" if figure.n == usual else f"({figure.n}) {figure.value:.3f}"


def _difference(ours: Figure, theirs: Figure) -> str:
    if theirs.minus_ours is None or theirs.value is None or ours.value is None:
        return "-"
    low, high = theirs.minus_ours
    return f"{theirs.value - ours.value:+.3f} [{low:+.3f}, {high:+.3f}]"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines, the first column to the left and the others to the right."""
    width = [max((len(row[column]) for row in rows if row), default=0) for column in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width[0]) if column == 0 else cell.rjust(width[column]) for column, cell in enumerate(row))
        for row in rows
    ]
