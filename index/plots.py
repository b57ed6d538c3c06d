"""A report's confidences -> how far they can be trusted, as curves and as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from index.errors import SettingError
from index.evaluation import Outcome, Report

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CALIBRATION_BINS = 10


class Point(NamedTuple):
    """Questions answered at a threshold: `coverage` is their share of all, `risk` the share of them that is wrong."""

    threshold: float
    coverage: float
    risk: float


class Bin(NamedTuple):
    """Questions of like confidence: their mean confidence, the share that is right, and how many they are."""

    confidence: float
    right: float
    n: int


def risk_coverage(outcomes: Sequence[Outcome]) -> list[Point]:
    """What is risked at each threshold that confidence can be cut at, from the highest threshold down."""
    judged = _judged(outcomes)
    points, answered, wrong = [], 0, 0
    for threshold, group in groupby(judged, key=lambda pair: pair[0]):
        rights = [right for _, right in group]
        answered += len(rights)
        wrong += rights.count(False)
        points.append(Point(threshold, answered / len(judged), wrong / answered))
    return points


def calibration(outcomes: Sequence[Outcome]) -> list[Bin]:
    """How often questions are right by confidence, in ten bins of equal width without the empty ones."""
    bins = []
    for _, group in groupby(_judged(outcomes)[::-1], key=lambda pair: min(int(pair[0] * CALIBRATION_BINS), 9)):
        confidences, rights = zip(*group, strict=True)
        bins.append(Bin(sum(confidences) / len(rights), sum(rights) / len(rights), len(rights)))
    return bins


def draw_plots(report: Report, folder: Path) -> list[Path]:
    """Write risk-coverage.png and calibration.png of the report's first run into `folder`, made if need be.

    Raises SettingError without matplotlib, or when the run has no confidences or the questions don't say what is right.
    """
    if find_spec("matplotlib") is None:
        raise SettingError("Plots need the package matplotlib: run `pip install 'quoth[plots]'`.")
    outcomes = report.runs[0].outcomes
    if not _judged(outcomes):
        raise SettingError("No confidence can be judged: give questions with `quotes`, `articles` or `answerable`.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / "risk-coverage.png", folder / "calibration.png"]
        for path, figure in zip(paths, (_risk_coverage_figure(outcomes), _calibration_figure(outcomes)), strict=True):
            figure.savefig(path, dpi=150)
    except OSError as error:
        raise SettingError(f"{folder} can't be written ({error.strerror}): name another folder.") from None
    return paths


def _judged(outcomes: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """Confidence and whether it was right, highest confidence first."""
    known = [(o.confidence, o.right) for o in outcomes if o.confidence is not None and o.right is not None]
    return sorted(known, key=lambda pair: -pair[0])


def _risk_coverage_figure(outcomes: Sequence[Outcome]) -> Figure:
    from matplotlib.figure import Figure

    points = risk_coverage(outcomes)
    figure = Figure(figsize=(5, 4), layout="constrained")
    axes = figure.add_subplot(
        xlabel="coverage: share of questions answered", ylabel="risk: share of answers that are wrong"
    )
    axes.plot([point.coverage for point in points], [point.risk for point in points], drawstyle="steps-post")
    now = [outcome.refused for outcome in outcomes if outcome.confidence is not None and outcome.right is not None]
    axes.axvline(now.count(False) / len(now), linestyle=":", color="grey", label="the threshold in use")
    axes.set(xlim=(0, 1), ylim=(0, 1), title=f"Risk and coverage over {len(now)} questions")
    axes.legend(frameon=False)
    return figure


def _calibration_figure(outcomes: Sequence[Outcome]) -> Figure:
    from matplotlib.figure import Figure

    bins = calibration(outcomes)
    figure = Figure(figsize=(5, 4), layout="constrained")
    axes = figure.add_subplot(xlabel="confidence", ylabel="share of answers that are right")
    axes.plot([0, 1], [0, 1], linestyle=":", color="grey", label="as it should be")
    axes.plot([bin.confidence for bin in bins], [bin.right for bin in bins], marker="o", label="as it is")
    for bin in bins:
        axes.annotate(str(bin.n), (bin.confidence, bin.right), xytext=(4, 4), textcoords="offset points")
    axes.set(xlim=(0, 1), ylim=(0, 1.1), title=f"Calibration over {sum(bin.n for bin in bins)} questions")
    axes.legend(frameon=False, loc="lower right")
    return figure
