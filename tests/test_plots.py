from pathlib import Path

import pytest

from index.errors import SettingError
from index.evaluation import Outcome, Report, Run
from index.plots import Bin, Point, calibration, draw_plots, risk_coverage


def outcomes(*judged: tuple[float | None, bool | None]) -> tuple[Outcome, ...]:
    return tuple(Outcome(str(place), False, confidence, right) for place, (confidence, right) in enumerate(judged))


def report(*judged: tuple[float | None, bool | None]) -> Report:
    return Report(len(judged), "00", 1, "11", 5, (Run("quoth", {}, {}, outcomes(*judged)),))


def test_risk_grows_with_the_wrong_answers_that_coverage_lets_in() -> None:
    points = risk_coverage(outcomes((0.2, False), (0.9, True), (0.6, False), (0.5, True)))
    assert points == [Point(0.9, 1 / 4, 0), Point(0.6, 2 / 4, 1 / 2), Point(0.5, 3 / 4, 1 / 3), Point(0.2, 1, 2 / 4)]


def test_no_threshold_parts_equal_confidences() -> None:
    assert risk_coverage(outcomes((0.5, True), (0.5, False))) == [Point(0.5, 1, 1 / 2)]


def test_what_is_not_judged_is_left_out() -> None:
    assert risk_coverage(outcomes((None, True), (0.5, None), (0.5, True))) == [Point(0.5, 1, 0)]


def test_calibration_compares_confidence_with_what_was_right() -> None:
    bins = calibration(outcomes((0.25, True), (0.22, False), (1.0, True), (0.91, True)))
    assert bins == [Bin(pytest.approx(0.235), 1 / 2, 2), Bin(pytest.approx(0.955), 1, 2)]


def test_both_plots_are_written_as_png(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    paths = draw_plots(report((0.9, True), (0.3, False)), tmp_path / "plots")
    assert [path.name for path in paths] == ["risk-coverage.png", "calibration.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in paths)


def test_without_any_judged_confidence_there_is_nothing_to_plot(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    with pytest.raises(SettingError, match="give questions with"):
        draw_plots(report((0.9, None)), tmp_path / "plots")
    assert not (tmp_path / "plots").exists()
