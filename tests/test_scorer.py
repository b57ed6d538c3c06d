"""The scorer that ships, on invented sentences, and the lessons it is made from."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import SettingError
from index.scorer import FOLDER, Scorer
from index.scorer_lessons import Facts, own, read_rows, reworded, selqa, squad

ROOT = Path(__file__).parent.parent
TRAINING = ROOT / "tests" / "training"
SCORER = Scorer()

QUESTION = "Who designed the lighthouse at Cape Orrin?"
ANSWER = "The lighthouse at Cape Orrin was designed by the engineer Petra Halloway."
SENTENCES = [
    "The lighthouse at Cape Orrin is painted white once a year.",
    ANSWER,
    "Ships have been warned to keep away from Cape Orrin since the storm.",
    "Petra Halloway was fond of chess.",
]


def test_the_sentence_that_answers_is_best() -> None:
    scores = SCORER.score(QUESTION, SENTENCES)
    assert max(range(4), key=scores.__getitem__) == 1


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("When was the mill at Dunmarrow built?", 0),
        ("Who built the mill at Dunmarrow?", 1),
        ("How many people work at the Dunmarrow mill?", 2),
        ("Why did the mill at Dunmarrow close?", 3),
        ("Where is the Dunmarrow mill?", 4),
    ],
)
def test_the_kind_of_answer_that_is_asked_for_wins(question: str, best: int) -> None:
    sentences = [
        "The mill at Dunmarrow was built in 1884.",
        "The mill at Dunmarrow was built by the brothers Aldous and Finn Carrow.",
        "The mill at Dunmarrow employs 240 people.",
        "The mill at Dunmarrow closed because the price of flax had fallen.",
        "The mill at Dunmarrow stands on the banks of the river Tweel in Scotland.",
    ]
    scores = SCORER.score(question, sentences)
    assert max(range(5), key=scores.__getitem__) == best


def test_a_question_that_is_not_answered_scores_below_one_that_is() -> None:
    answered = SCORER.score(QUESTION, SENTENCES)
    unanswered = SCORER.score("What did the lighthouse at Cape Orrin cost?", SENTENCES)
    assert max(unanswered) < max(answered)


words = st.lists(st.sampled_from("who said the harbour at Orrin was closed in 1907 ? “by” Łukasz’s crew".split()))


@settings(deadline=None, max_examples=25)
@given(others=st.lists(words.map(" ".join), max_size=4), place=st.integers(0, 4))
def test_a_score_does_not_depend_on_the_sentences_beside_it(others: list[str], place: int) -> None:
    beside = [*others[:place], ANSWER, *others[place:]]
    (alone,) = SCORER.score(QUESTION, [ANSWER])
    assert SCORER.score(QUESTION, beside)[min(place, len(others))] == pytest.approx(alone, abs=1e-4)


def test_no_sentences_have_no_scores() -> None:
    assert SCORER.score(QUESTION, []) == []


def test_empty_and_endless_texts_have_scores() -> None:
    scores = SCORER.score("", ["", "again and " * 5000]) + SCORER.score("why " * 5000, ["", "again and " * 5000])
    assert all(abs(score) < 100 for score in scores)


def test_many_threads_share_one_scorer() -> None:
    scorer = Scorer()
    with ThreadPoolExecutor(4) as pool:
        scores = list(pool.map(lambda _: scorer.score(QUESTION, SENTENCES), range(8)))
    assert scores == [scores[0]] * 8


def test_scoring_needs_no_torch() -> None:
    code = (
        "import sys; from index.scorer import Scorer; Scorer().score('who?', ['me']); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_missing_model_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="install Quoth anew"):
        Scorer(folder=tmp_path).score(QUESTION, SENTENCES)


def test_what_ships_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 25_000_000


def test_squad_gives_the_sentence_with_the_answer_and_keeps_paragraphs_out(tmp_path: Path) -> None:
    text = "Orrin has a lighthouse. Petra Halloway built it in 1907. It is white."
    paragraphs = [{"id": f"p{i}", "title": "Orrin", "text": text} for i in range(40)]
    common = {"question": "Who built it?", "title": "Orrin"}
    questions = [{**common, "passage": f"p{i}", "answers": ["Petra Halloway"], "answerable": True} for i in range(40)]
    questions += [{**common, "passage": f"p{i}", "answers": [], "answerable": False} for i in range(40)]
    for name, rows in (("paragraphs", paragraphs), ("questions", questions)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    learned = squad(tmp_path / "paragraphs", tmp_path / "questions")
    kept_out = squad(tmp_path / "paragraphs", tmp_path / "questions", kept_out=True)
    assert {(lesson.right, lesson.wrong) for lesson in learned} == {((1,), (0, 2)), ((), (0, 1, 2))}
    assert len(learned) + len(kept_out) == 80
    assert 0 < len(kept_out) < 40


def test_selqa_gives_its_labels(tmp_path: Path) -> None:
    row = {"question": "Who built it?", "candidates": ["It is white.", "Petra built it."], "labels": [0, 1]}
    (tmp_path / "rows").write_text(json.dumps(row), encoding="utf-8")
    (lesson,) = selqa(tmp_path / "rows")
    assert (lesson.right, lesson.wrong) == ((1,), (0,))


def test_our_own_lessons_name_sentences_that_exist() -> None:
    lessons = own(TRAINING)
    assert all(set(lesson.right) | set(lesson.wrong) <= set(range(len(lesson.sentences))) for lesson in lessons)
    assert not any(set(lesson.right) & set(lesson.wrong) for lesson in lessons)


def test_lessons_may_come_from_some_texts_only() -> None:
    texts = {tuple(row["sentences"]) for row in read_rows(TRAINING / "articles.jsonl") if row["id"].startswith("t")}
    assert {lesson.sentences for lesson in own(TRAINING, "t")} == texts


def test_the_model_keeps_no_notes_of_where_it_was_made() -> None:
    assert b"scorer_training.py" not in (FOLDER / "model.onnx").read_bytes()


def test_facts_fill_every_slot() -> None:
    facts = Facts(TRAINING / "facts.txt", random.Random(1))
    for _ in range(500):
        lesson = next(facts)
        assert not any("{" in text or "}" in text for text in (lesson.question, *lesson.sentences))


def test_a_question_reworded_is_never_empty() -> None:
    rng = random.Random(1)
    assert all(reworded("Where is it?", rng).strip() for _ in range(300))
