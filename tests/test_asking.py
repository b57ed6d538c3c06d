import pytest

from bot.asking import Row, read_rows
from index.errors import QuestionError


def test_rows_keep_their_order_and_ids_of_any_kind(tmp_path):
    file = tmp_path / "questions.jsonl"
    file.write_text(
        '\ufeff{"question": " Who? ", "id": 1}\r\n\n{"question": "Where?", "id": ["a"], "more": 1}\n', "utf-8"
    )
    assert read_rows(file) == [Row("Who?", 1), Row("Where?", ["a"])]


def test_half_a_character_in_a_row_is_asked_as_a_question_mark(tmp_path):
    file = tmp_path / "questions.jsonl"
    file.write_text(r'{"question": "Who \ud83d?"}', "utf-8")
    assert read_rows(file) == [Row("Who ??")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"question": "Who?"}\nWho?\n', "line 2 is not JSON"),
        (b'{"question": "Who?"}\n\n{"id": 3}\n', "line 3 asks nothing"),
        (b'{"question": " "}\n', "line 1: The question has no words"),
        (b'{"question": "?!"}\n', "line 1: The question has no words"),
        (b'{"question": "' + b"a " * 600 + b'"}\n', "line 1: The question is longer than"),
        (b'["Who?"]\n', "line 1 asks nothing"),
        (b'{"question": 4}\n', "line 1 asks nothing"),
        (b"\n\n", "holds no question"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
    ],
)
def test_a_bad_row_is_told_by_its_line(tmp_path, content, sentence):
    file = tmp_path / "questions.jsonl"
    file.write_bytes(content)
    with pytest.raises(QuestionError, match=sentence):
        read_rows(file)


def test_a_folder_holds_no_questions(tmp_path):
    with pytest.raises(QuestionError, match="can't be read"):
        read_rows(tmp_path)
