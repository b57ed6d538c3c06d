import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article
from index.errors import QuestionError
from index.library import Library
from index.questions import ARTICLE_VOICE, KnownQuestion, find_articles, read_questions


def write(folder: Path, *rows: Any) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def read_one(folder: Path, row: Any) -> KnownQuestion:
    return read_questions(write(folder, row)).questions[0]


def test_a_row_says_what_is_known_of_the_answer(tmp_path: Path) -> None:
    row = {"id": 7, "question": " Who sank? ", "articles": ["a"], "quotes": ["two ferries"], "speaker": "Pell", "x": 1}

    question = read_one(tmp_path, row)

    assert (question.id, question.text, question.relevance) == ("7", "Who sank?", {"a": 1})
    assert (question.quotes, question.speaker, question.answerable) == (("two ferries",), "Pell", True)


def test_a_row_without_id_is_called_by_its_line(tmp_path: Path) -> None:
    questions = read_questions(write(tmp_path, {"question": "One?"}, "", {"question": "Two?"})).questions
    assert [question.id for question in questions] == ["line 1", "line 3"]


def test_a_null_speaker_is_the_articles_voice_and_a_missing_one_is_not_measured(tmp_path: Path) -> None:
    assert read_one(tmp_path, {"question": "Who?", "speaker": None}).speaker == ARTICLE_VOICE
    assert read_one(tmp_path, {"question": "Who?"}).speaker is None


@pytest.mark.parametrize(
    ("row", "answerable"),
    [
        ({}, None),
        ({"answerable": False, "articles": ["a"]}, False),
        ({"answerable": True}, True),
        ({"answerable": None, "articles": None, "quotes": ["words"]}, True),
    ],
)
def test_what_has_an_answer_is_answerable_unless_said_otherwise(
    tmp_path: Path, row: dict[str, Any], answerable: bool | None
) -> None:
    assert read_one(tmp_path, {"question": "Who?", **row}).answerable is answerable


@pytest.mark.parametrize("written", ["2031-05-03", "2031/05/03", "3 May 2031", "2031-05-03T23:30:00+02:00"])
def test_a_question_may_have_been_asked_on_a_day(tmp_path: Path, written: str) -> None:
    assert read_one(tmp_path, {"question": "Who sank last week?", "date": written}).asked_on == date(2031, 5, 3)


@pytest.mark.parametrize(
    ("row", "what_to_do"),
    [
        ("{", "write it as"),
        ("[1]", "write it as"),
        ({}, "give `question` some words"),
        ({"question": "  "}, "give `question` some words"),
        ({"question": "Who?", "id": True}, "change it or leave it out"),
        ({"question": "Who?", "articles": "a"}, "or leave it out"),
        ({"question": "Who?", "articles": [1]}, "or leave it out"),
        ({"question": "Who?", "quotes": [" "]}, "or leave it out"),
        ({"question": "Who?", "speaker": ["Pell"]}, "or leave it out"),
        ({"question": "Who?", "answerable": "no"}, "or leave it out"),
        ({"question": "Who?", "date": "last week"}, "or leave it out"),
        ({"question": "Who?", "answerable": False, "quotes": ["words"]}, "take one of them out"),
        ({"question": "Who?", "id": "line 1"}, "change one"),
    ],
)
def test_a_bad_row_is_named_with_what_to_do(tmp_path: Path, row: Any, what_to_do: str) -> None:
    with pytest.raises(QuestionError) as raised:
        read_questions(write(tmp_path, {"question": "Where?"}, row))
    assert "questions.jsonl line 2" in str(raised.value)
    assert what_to_do in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xff\xfe\x00"])
def test_a_file_without_questions_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(data)
    with pytest.raises(QuestionError, match=r"one (JSON )?object a line"):
        read_questions(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="check the path"):
        read_questions(tmp_path / "none.jsonl")


@given(data=st.binary(max_size=60))
def test_any_bytes_give_questions_or_a_question_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_bytes(data)
    try:
        assert read_questions(path).questions
    except QuestionError as error:
        assert str(error).endswith(".")


def beir(folder: Path, **qrels: str) -> Path:
    (folder / "qrels").mkdir()
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "Who sank?"}\n{"_id": "q2", "text": "Why?"}\n')
    for split, judgements in qrels.items():
        (folder / "qrels" / f"{split}.tsv").write_text("query-id\tcorpus-id\tscore\n" + judgements)
    return folder


def test_a_beir_folder_gives_its_judged_queries_with_graded_articles(tmp_path: Path) -> None:
    folder = beir(tmp_path, test="q1\td1\t2\nq1\td2\t1\nq1\td3\t0\n", dev="q2\td1\t1\n")

    (question,) = read_questions(folder).questions

    assert (question.id, question.text, question.answerable) == ("q1", "Who sank?", True)
    assert question.relevance == {"d1": 2, "d2": 1}


def test_a_beir_folder_is_read_with_the_split_asked_for_or_its_only_one(tmp_path: Path) -> None:
    folder = beir(tmp_path, dev="q2\td1\t1\n")
    assert read_questions(folder) == read_questions(folder, "dev")
    with pytest.raises(QuestionError, match=r"no test\.tsv: choose a split of dev"):
        read_questions(folder, "test")


def test_a_bad_judgement_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match=r"test\.tsv line 3 .*: write query, document and score"):
        read_questions(beir(tmp_path, test="q1\td1\t1\nq1 d2 1\n"))


def test_a_folder_that_is_no_beir_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match=r"queries\.jsonl and qrels"):
        read_questions(tmp_path)


def test_the_hash_changes_with_the_judgements(tmp_path: Path) -> None:
    folder = beir(tmp_path, test="q1\td1\t1\n", dev="q1\td1\t2\n")
    assert read_questions(folder, "test").sha256 != read_questions(folder, "dev").sha256


@pytest.fixture(scope="module")
def velm(empty_library: Callable[[], Path]) -> Iterator[Library]:
    with Library.open(empty_library()) as opened:
        list(
            opened.add(
                [
                    Article("Two ferries sank at Velm.", "/news/2031/ferries.txt", given_id="ferries"),
                    Article("The mayor of Velm resigned.", "/news/2031/mayor.txt", given_id="mayor"),
                    Article("A storm is coming to Velm.", "2030/mayor.txt", given_id="storm"),
                    Article("Velm has a new library.", "https://velm.example/library/", given_id="library"),
                    Article("Velm has a new library.", "/copies/library.txt", given_id="copy"),
                    Article("Tickets got cheaper.", "/news/all.jsonl#tickets", given_id="tickets"),
                ]
            )
        )
        yield opened


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("ferries", "ferries"),
        ("/news/2031/ferries.txt", "ferries"),
        ("ferries.txt", "ferries"),
        ("./2031/ferries.txt", "ferries"),
        ("2031\\mayor.txt", "mayor"),
        ("/news/2031/mayor.txt", "mayor"),
        ("/news/2030/mayor.txt", "storm"),
        ("https://velm.example/library", "library"),
        ("copy", "library"),
        ("copies/library.txt", "library"),
        ("news/all.jsonl#tickets", "tickets"),
        (Article("Tickets got cheaper.", "").version[:8], "tickets"),
    ],
)
def test_an_article_is_found_by_id_other_id_version_and_end_of_its_origin(velm: Library, written: str, id: str) -> None:
    (found,) = find_articles([KnownQuestion("1", "Who?", {written: 2})], velm)
    assert found.relevance == {id: 2}


@pytest.mark.parametrize(
    ("written", "what_to_do"),
    [
        ("erries.txt", "has no article “erries.txt”: add it"),
        ("/news/2029/ferries.txt", "add it"),
        ("mayor.txt", "fits 2 articles: write their ids or more of the path"),
    ],
)
def test_an_article_that_is_not_one_of_the_librarys_is_named(velm: Library, written: str, what_to_do: str) -> None:
    with pytest.raises(QuestionError, match=what_to_do) as raised:
        find_articles([KnownQuestion("1", "Who?", {written: 1}, place="questions.jsonl line 4")], velm)
    assert str(raised.value).startswith("questions.jsonl line 4: ")
