import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.articles import Article
from index.errors import LibraryError, QuestionError, SettingError
from index.evaluation import Report, Run, below_floors, evaluate, read_floors, report_table
from index.library import Library
from index.measures import Figure
from index.questions import KnownQuestion, QuestionSet, read_questions

HERE = Path(__file__).parent
MILLISECONDS = {"median": 12.34, "p95": 20.0}


def report(*runs: Run) -> Report:
    return Report(3, "00", 2, "11", 5, runs or (run("quoth"),))


def run(system: str, **values: Figure) -> Run:
    return Run(system, values or {"mrr@10": Figure(0.75, 2)}, MILLISECONDS, ())


def test_a_figure_on_its_floor_is_not_below_it() -> None:
    assert below_floors(report(), {"mrr@10": 0.75}) == []


def test_a_figure_under_its_floor_is_named() -> None:
    assert below_floors(report(), {"mrr@10": 0.8}) == ["mrr@10 is 0.750 over 2 questions, under its floor of 0.800."]


def test_a_floor_under_what_nothing_measured_does_not_hold() -> None:
    measured = report(run("quoth", speaker_accuracy=Figure(None, 0)))
    assert below_floors(measured, {"speaker_accuracy": 0}) == [
        "speaker_accuracy has a floor of 0.000, and no question measures it."
    ]


def test_only_the_first_system_is_held_to_floors() -> None:
    measured = report(run("quoth", recall=Figure(1.0, 2)), run("bm25", recall=Figure(0.0, 2)))
    assert below_floors(measured, {"recall": 1}) == []


def test_a_floor_under_no_known_figure_is_an_error() -> None:
    with pytest.raises(SettingError, match="no figure mrr: choose from mrr@10"):
        below_floors(report(), {"mrr": 0.5})


@pytest.mark.parametrize("text", ["", "[]", '{"mrr@10": "high"}', '{"mrr@10": true}'])
def test_floors_that_are_no_numbers_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text)
    with pytest.raises(SettingError, match="write a JSON object of figures"):
        read_floors(path)


def test_missing_floors_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="check the path"):
        read_floors(tmp_path / "floors.json")


def test_a_report_is_shown_as_a_table() -> None:
    ours = run(
        "quoth", **{"mrr@10": Figure(0.75, 2), "refusal_precision": Figure(1.0, 1), "quote_recall": Figure(None, 0)}
    )
    theirs = run(
        "bm25",
        **{
            "mrr@10": Figure(0.5, 2, minus_ours=(-0.5, 0.0)),
            "refusal_precision": Figure(0.5, 4),
            "quote_recall": Figure(None, 0),
        },
    )
    assert report_table(report(ours, theirs)) == (HERE / "golden" / "eval_table.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def measured(library: Library) -> Report:
    return evaluate(library, read_questions(HERE / "questions" / "seeds.jsonl"), systems=["quoth", "bm25", "words"])


def test_the_seeds_questions_hold_their_floors(measured: Report) -> None:
    assert below_floors(measured, read_floors(HERE / "questions" / "seeds.floors.json")) == []


def test_every_system_is_measured_on_the_same_questions(measured: Report) -> None:
    assert [run.system for run in measured.runs] == ["quoth", "bm25", "words"]
    assert len({run.figures["mrr@10"].n for run in measured.runs}) == 1
    assert all(run.figures["mrr@10"].minus_ours for run in measured.runs[1:])


def test_only_what_quotes_is_measured_by_quotes(measured: Report) -> None:
    assert [run.figures["quote_hit@1"].value is None for run in measured.runs] == [False, False, True]


def test_a_report_is_json_without_nan(measured: Report) -> None:
    read = json.loads(json.dumps(measured.as_dict(), allow_nan=False))
    assert (read["version"], len(read["runs"][0]["outcomes"])) == (1, read["questions"])


def test_replies_are_counted_as_they_come(library: Library) -> None:
    asked = QuestionSet((KnownQuestion("1", "Who?", {}), KnownQuestion("2", "Why?", {})), "")
    counted: list[None] = []
    evaluate(library, asked, systems=["bm25", "words"], progress=lambda: counted.append(None))
    assert len(counted) == 4


def test_a_question_is_asked_as_on_its_day(empty_library: Callable[[], Path]) -> None:
    votes = {"2030-05-02": "Ada Veil won the vote in Orlo.", "2031-05-02": "Ben Tarn won the vote in Orlo."}
    with Library.open(empty_library()) as opened:
        list(opened.add(Article(text, day, published=day, given_id=day) for day, text in votes.items()))
        asked = [
            KnownQuestion(
                day, "Who won this week’s vote in Orlo?", {day: 1}, answerable=True, asked_on=date.fromisoformat(day)
            )
            for day in votes
        ]
        (run,) = evaluate(opened, QuestionSet(tuple(asked), ""), systems=["quoth"]).runs
    assert run.figures["mrr@10"].value == 1.0


def test_questions_that_nothing_is_known_of_give_times_alone(library: Library) -> None:
    measured = evaluate(library, QuestionSet((KnownQuestion("1", "Who?", {}),), ""))
    assert {figure.value for run in measured.runs for figure in run.figures.values()} == {None}
    assert "ms a question, median" in report_table(measured)


def test_a_question_on_an_article_elsewhere_is_refused(library: Library) -> None:
    with pytest.raises(QuestionError, match=r"the library has no article “elsewhere\.txt”"):
        evaluate(library, QuestionSet((KnownQuestion("1", "Who?", {"elsewhere.txt": 1}),), ""))


def test_an_unknown_system_is_refused(library: Library) -> None:
    with pytest.raises(SettingError, match="There is no system oracle: choose from quoth, "):
        evaluate(library, QuestionSet((KnownQuestion("1", "Who?", {}),), ""), systems=["oracle"])


def test_an_empty_library_is_refused(empty_library: Callable[[], Path]) -> None:
    with Library.open(empty_library()) as opened, pytest.raises(LibraryError, match="add articles first"):
        evaluate(opened, QuestionSet((KnownQuestion("1", "Who?", {}),), ""))
