import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from index.library import Library
from tests.conftest import SEEDS, copy_library

ROOT = Path(__file__).parent.parent
ANSWERED = "What did Naryshkin say about a joint investigation?"
REFUSED = "Which orchestra recorded the soundtrack of the film?"
COMMANDS = ["add", "ask", "who", "chat", "list", "show", "remove", "status", "rebuild", "eval", "telegram"]


@pytest.fixture
def no_library(tmp_path):
    """A folder where no library is, and where none may be made."""
    yield tmp_path / "none"
    assert not (tmp_path / "none").exists()


def test_help_names_every_command(quoth, no_library):
    done = quoth("--help", library=no_library, COLUMNS="80")
    assert done.returncode == 0
    listed = done.stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == COMMANDS
    assert not any(line.endswith("...") for line in listed)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(quoth, no_library, command):
    done = quoth(command, "--help", library=no_library)
    assert done.returncode == 0
    assert f" {command} " in done.stdout.splitlines()[0]
    assert "--library DIR" in done.stdout


def test_the_version_is_that_of_the_installed_project(quoth, no_library):
    try:
        shown = f"quoth {version('quoth')}\n"
    except PackageNotFoundError:
        shown = "quoth, run from its sources without being installed\n"
    assert quoth("--version", library=no_library).stdout == shown


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"], ["add", "--help"], ["ask"]])
def test_help_and_usage_import_nothing_heavy(arguments):
    code = f"""
import sys
from bot.cli import main
sys.argv = ["quoth", *{arguments!r}]
try:
    main()
except SystemExit:
    print(sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    imported = set(eval(done.stderr.splitlines()[-1]))
    heavy = {"rich", "torch", "numpy", "chromadb", "sqlite3", "spacy", "trafilatura", "telegram", "langchain_core"}
    assert "typer" in imported
    assert not imported & (heavy | {"onnxruntime", "tantivy", "tokenizers", "sentence_transformers", "platformdirs"})


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask"], "Ask one question"),
        (["ask", "  "], "Ask one question"),
        (["ask", "Who?", "--questions", "some.jsonl"], "Ask one question"),
        (["ask", "Who?", "-k", "0"], "Invalid value for '-k'"),
        (["ask", "Who?", "-k", "21"], "Invalid value for '-k'"),
        (["ask", "Who?", "-k", "some"], "Invalid value for '-k'"),
        (["ask", "Who?", "--json", "--markdown"], "choose one"),
        (["ask", "--questions", "no-such.jsonl"], "no-such.jsonl can't be read (No such file or directory)"),
        (["eval", "no-such.jsonl"], "no-such.jsonl can't be read"),
        (["add"], "Missing argument"),
        (["show"], "Missing argument"),
        (["sing"], "No such command 'sing'"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(quoth, no_library, arguments, sentence):
    done = quoth(*arguments, library=no_library)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_setting_is_told_in_a_sentence(quoth, no_library):
    done = quoth("list", library=no_library, QUOTH_MAX_BYTES="abc")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "QUOTH_MAX_BYTES is 'abc': set it to a whole number of bytes, such as 20000000.\n"


def test_no_library_is_made_by_looking_for_one(quoth, no_library):
    done = quoth("list", library=no_library)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"There is no library at .*: add articles first with `quoth add`.\n", done.stderr)


def test_an_answer_is_what_the_articles_say_word_for_word(quoth, seeds_folder):
    asked = quoth("ask", ANSWERED, "--json", "-k", "2", library=seeds_folder)
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert list(answer) == [
        *("version", "question", "answered", "reason", "quotes", "confidence", "accounts", "differs_on", "took_ms"),
        *("missing", "among"),
    ]
    assert (answer["version"], answer["question"], answer["answered"], answer["reason"]) == (1, ANSWERED, True, None)
    assert 1 <= len(answer["quotes"]) <= 2
    quote = answer["quotes"][0]
    assert list(quote) == ["text", "start", "end", "paragraph", "article", "speaker", "score", "also"]
    assert list(quote["article"]) == ["id", "version", "title", "outlet", "published", "origin"]
    assert list(quote["speaker"]) == ["kind", "name", "role", "via", "cue", "span"]

    article = json.loads(quoth("show", quote["article"]["id"], "--json", library=seeds_folder).stdout)
    assert article["version"] == quote["article"]["version"]
    assert article["text"][quote["start"] : quote["end"]] == quote["text"]
    assert [quote["start"], quote["end"]] in article["sentences"] or any(
        quote["start"] == start for start, _ in article["sentences"]
    )


def test_an_answer_for_people_names_speaker_article_and_paragraph(quoth, seeds_folder):
    asked = quoth("ask", *ANSWERED.split(), library=seeds_folder)
    assert (asked.returncode, asked.stderr) == (0, "")
    words, speaker, article, command = asked.stdout.split("\n\n")[0].rstrip("\n").split("\n")
    assert words.startswith("> ")
    assert "Naryshkin" in speaker
    assert re.search(r" · paragraph \d+$", article)
    assert re.fullmatch(r"  quoth show [0-9a-f]{12}", command)


def test_a_refusal_is_a_sentence_and_exit_status_1(quoth, seeds_folder):
    asked = quoth("ask", REFUSED, library=seeds_folder)
    assert (asked.returncode, asked.stderr) == (1, "")
    assert "don’t say" in asked.stdout
    assert "quoth show" not in asked.stdout


def test_many_questions_are_answered_in_order_with_their_ids(quoth, seeds_folder, tmp_path):
    file = tmp_path / "questions.jsonl"
    rows = [{"question": REFUSED, "id": 7}, {"question": ANSWERED, "id": "é"}, {"question": f" {REFUSED} ", "id": None}]
    file.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    asked = quoth("ask", "--questions", file, "--json", library=seeds_folder)
    assert asked.returncode == 0, asked.stderr
    answers = [json.loads(line) for line in asked.stdout.splitlines()]
    assert [(answer.get("id"), answer["answered"]) for answer in answers] == [(7, False), ("é", True), (None, False)]
    assert "id" not in answers[2]
    assert answers[2]["question"] == REFUSED


def test_follow_ups_in_a_chat_go_on_from_what_was_shown(quoth, seeds_folder):
    typed = f"{ANSWERED}\n\nand who said that?\nwhat about the crash?\n/new\n?!\n/quit\nnever read\n"
    done = quoth("chat", library=seeds_folder, stdin=typed)
    replies = dict(block.split("\n\n", 1) for block in done.stdout.removeprefix("› ").split("\n› "))
    assert list(replies) == [ANSWERED, "and who said that?", "what about the crash?", "/new", "?!", "/quit"]
    assert replies["and who said that?"].startswith("> ")
    assert "Naryshkin" in replies["and who said that?"]
    assert replies["what about the crash?"].startswith(f"Asked as: {ANSWERED} what about the crash?\n\n")
    # A question that can't be asked is told of, and the conversation goes on.
    assert (done.returncode, done.stderr) == (2, "The question has no words: ask about something in the articles.\n")


def test_a_library_is_listed_told_and_checked(quoth, seeds_folder):
    listed = [line.split("\t") for line in quoth("list", library=seeds_folder).stdout.splitlines()]
    entries = json.loads(quoth("list", "--json", library=seeds_folder).stdout)
    assert [row[0] for row in listed] == [entry["id"] for entry in entries]
    assert [row[3] for row in listed] == [entry["headline"] for entry in entries]
    checked = quoth("status", "--verify", "--json", library=seeds_folder)
    state = json.loads(checked.stdout)
    assert (checked.returncode, state["articles"], state["problems"]) == (0, 2, [])


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="needs pipes that signal")
@pytest.mark.parametrize("arguments", [["list"], ["ask", ANSWERED], ["ask", REFUSED, "--json"], ["status"], ["--help"]])
def test_output_that_nobody_reads_ends_the_command_as_it_ends_any_other(seeds_folder, arguments):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "bot", *arguments]
    environment = {**os.environ, "QUOTH_LIBRARY": str(seeds_folder)}
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            command, stdout=closed, stderr=subprocess.PIPE, cwd=ROOT, env=environment, timeout=120, check=False
        )
    assert (done.returncode, done.stderr) == (-signal.SIGPIPE, b"")


def test_a_complaint_that_nobody_reads_ends_the_command_too(no_library):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "bot", "list", "--library", str(no_library)]
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(command, stdout=closed, stderr=closed, cwd=ROOT, timeout=120, check=False)
    assert done.returncode == -signal.SIGPIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_a_sentence(seeds_folder):
    command = [sys.executable, "-m", "bot", "list", "--library", str(seeds_folder)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, timeout=120, check=False)
    assert done.returncode == 2
    assert re.fullmatch(rb"The system refused \(.*\): make room [^\n]*\n", done.stderr)


def test_an_article_is_shown_by_paragraphs_with_its_speakers(quoth, seeds_folder):
    first = json.loads(quoth("list", "--json", library=seeds_folder).stdout)[0]
    shown = quoth("show", first["version"][:8], library=seeds_folder).stdout
    assert shown.startswith(first["headline"])
    assert "\n\n[1] " in shown and "\n\n[6] " in shown
    assert re.search(r"\nSpeakers\n(?:  .+: \d+ claims?\n)+$", shown)


def test_an_unknown_article_is_told_in_a_sentence(quoth, seeds_folder):
    done = quoth("show", "no-such-id", library=seeds_folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1 and "quoth list" in done.stderr


def test_articles_are_added_removed_and_made_anew(quoth, empty_library, tmp_path):
    folder = empty_library()
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text("The mayor of Varrow, Ilse Brandt, said the bridge would open in May.", encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7 no")

    added = quoth("add", good, bad, "-", library=folder, stdin="Varrow has two bridges, a mill and a school.")
    assert added.returncode == 2
    assert added.stdout.endswith("\n2 added, 1 refused.\n")
    assert str(bad) in added.stderr and added.stderr.count("\n") == 1

    again = json.loads(quoth("add", good, "--json", library=folder).stdout)
    assert (again["unchanged"], again["added"], again["interrupted"]) == (1, 0, False)

    removed = quoth("remove", again["articles"][0]["id"], library=folder)
    assert (removed.returncode, removed.stdout[:8]) == (0, "Removed ")
    assert quoth("rebuild", library=folder).stdout == "Rebuilt words and vectors of 1 article.\n"
    assert len(quoth("list", library=folder).stdout.splitlines()) == 1


@pytest.mark.parametrize("name", ["-x1", "--ferry", "-", "a b", "é/1"])
def test_an_article_is_shown_and_removed_by_any_id(quoth, empty_library, name):
    folder = empty_library()
    record = json.dumps({"id": name, "text": "The ferry Alba ran aground near Port Sorrel on Monday."})
    added = quoth("add", "-", "--json", library=folder, stdin=record)
    assert json.loads(added.stdout)["articles"][0]["id"] == name
    assert json.loads(quoth("show", name, "--json", library=folder).stdout)["id"] == name
    assert quoth("remove", name, library=folder).stdout.startswith(f"Removed {name}, The ferry")


def test_an_interrupted_addition_keeps_and_names_what_it_acknowledged(empty_library, tmp_path):
    folder, file = empty_library(), tmp_path / "many.jsonl"
    rows = (f'{{"id": "n{number}", "text": "Bridge number {number} of Varrow was closed."}}' for number in range(5000))
    file.write_text("\n".join(rows), encoding="utf-8")
    command = [sys.executable, "-m", "bot", "add", str(file), "--json", "--library", str(folder)]
    # A shell's background job begins with SIGINT ignored, which its children would inherit.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    adding = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    with Library.open(folder) as library:
        while not library.entries():
            assert adding.poll() is None
            time.sleep(0.1)
        adding.send_signal(signal.SIGINT)
        told, complaints = adding.communicate(timeout=60)
        kept = {entry.id for entry in library.entries()}
        assert library.verify() == []
    addition = json.loads(told)
    assert (adding.returncode, complaints, addition["interrupted"]) == (130, b"", True)
    assert 0 < addition["added"] < 5000
    assert {article["id"] for article in addition["articles"]} <= kept


def test_refusals_alone_make_no_library(quoth, no_library, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = quoth("add", empty, tmp_path / "missing.txt", library=no_library)
    assert (done.returncode, done.stdout) == (2, "2 refused.\n")
    assert done.stderr.count("\n") == 2


def test_damage_is_told_with_what_to_do(quoth, seeds_folder, tmp_path):
    folder = copy_library(seeds_folder, tmp_path / "damaged")
    shutil.rmtree(folder / "words")
    done = quoth("status", "--verify", library=folder)
    assert done.returncode == 2
    assert "quoth rebuild" in done.stderr and "Traceback" not in done.stderr


@pytest.fixture
def sealed(seeds_folder, tmp_path):
    """A library that can't be written, and what a command line must begin with to find it so."""
    folder = copy_library(seeds_folder, tmp_path / "sealed")
    if os.geteuid():
        paths = [folder, *(path for path in folder.rglob("*") if not path.name.endswith(".onnx"))]
        for path in paths:
            path.chmod(path.stat().st_mode & ~0o222)
        yield folder, []
        for path in paths:
            path.chmod(path.stat().st_mode | 0o200)
        return
    # Nothing is closed to the administrator but storage mounted read-only.
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    prefix = ["unshare", "--mount", "sh", "-c", mount, str(folder)]
    if not shutil.which("unshare") or subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder, prefix


def test_a_library_that_cannot_be_written_can_be_asked(sealed):
    folder, prefix = sealed
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    def run(*arguments):
        command = [*prefix, sys.executable, "-m", "bot", *arguments]
        environment = {**os.environ, "QUOTH_LIBRARY": str(folder), "TMPDIR": str(folder.parent)}
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", cwd=ROOT, env=environment, timeout=120, check=False
        )

    asked = run("ask", ANSWERED)
    assert (asked.returncode, asked.stderr, asked.stdout[:2]) == (0, "", "> ")
    first, _ = run("list").stdout.splitlines()
    assert run("show", first.split("\t")[0]).returncode == 0
    assert run("status", "--verify").stdout.endswith("Verified: articles, words and vectors agree.\n")
    for changing in (["add", str(SEEDS)], ["remove", first.split("\t")[0]], ["rebuild"]):
        refused = run(*changing)
        assert refused.returncode == 2
        assert refused.stderr.startswith(f"The library in {folder} can't be written: ")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert not list(folder.parent.glob("quoth-*"))


def test_telegram_without_a_token_says_where_to_put_it(quoth, seeds_folder):
    done = quoth("telegram", library=seeds_folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "QUOTH_TELEGRAM_TOKEN" in done.stderr and done.stderr.count("\n") == 1


def test_an_evaluation_reports_figures_and_holds_floors(quoth, seeds_folder, tmp_path):
    questions, floors = tmp_path / "questions.jsonl", tmp_path / "floors.json"
    rows = [{"question": ANSWERED, "speaker": "Sergei Naryshkin"}, {"question": REFUSED, "answerable": False}]
    questions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    floors.write_text('{"refusal_recall": 1.5}', encoding="utf-8")
    done = quoth("eval", questions, "--floors", floors, "--json", library=seeds_folder)
    assert done.returncode == 1, done.stderr
    assert "refusal_recall" in done.stderr
    assert json.loads(done.stdout)["questions"] == 2
