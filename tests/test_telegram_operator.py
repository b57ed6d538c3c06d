"""The real bot in a process of its own, as an operator runs it: `quoth telegram`."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

import httpx
import pytest

from index.library import Library
from tests.conftest import ROOT, copy_library
from tests.telegram_bot import TIDE, answering, free_port, harbour, harbour_folder, quoting, telegram
from tests.telegram_server import Fault

__all__ = ["harbour", "harbour_folder", "telegram"]

SECRET = "only-telegram-and-we-know-this"


@pytest.fixture
def folder(seeds_folder, tmp_path):
    """A library of the seeds for one bot, whose memory is in it."""
    return copy_library(seeds_folder, tmp_path / "library")


@contextmanager
def quoth_telegram(telegram, library, log, sign=signal.SIGTERM):
    """The process, from when it polls; it is told to stop at the end, and must do so well unless it is killed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    settings = {"QUOTH_TELEGRAM_TOKEN": telegram.token, "QUOTH_TELEGRAM_API": telegram.url}
    telegram.calls.clear()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "telegram"],
        env={**clean, **settings, "QUOTH_LIBRARY": str(library)},
        cwd=ROOT,
        stdout=log,
        stderr=log,
    )
    try:
        telegram.awaits("getUpdates")
        yield process
        process.send_signal(sign)
        assert process.wait(30) == (0 if sign == signal.SIGTERM else -sign)
    finally:
        process.kill()
        process.wait()


def test_the_words_in_the_chat_are_slices_of_the_articles(telegram, folder, tmp_path):
    with Library.open(folder) as library:
        texts = [library.get(entry.id).text for entry in library.entries()]
    chat = telegram.private_chat()
    with (tmp_path / "log").open("w") as log, quoth_telegram(telegram, folder, log):
        question = chat.says("Who is Sergei Naryshkin?")
        answer = chat.hears()
        chat.says("Who won the chess championship in Reykjavik?")
        refusal = chat.hears()
    assert answer.reply_to == question
    assert any("Sergei Naryshkin, head of Russia’s Foreign Intelligence Service" in words for words in answer.quotes)
    assert all(any(words in text for text in texts) for words in answer.quotes)
    assert refusal.quotes == []
    assert "don’t say" in refusal.text
    assert not any(str(folder.parent) in message.text for message in (answer, refusal))


def test_an_article_added_while_the_bot_runs_is_answered_from(telegram, folder, quoth, tmp_path):
    (tmp_path / "kiln.txt").write_text("The kiln in Osterby went cold on Friday because its wood was stolen.")
    chat = telegram.private_chat()
    with (tmp_path / "log").open("w") as log, quoth_telegram(telegram, folder, log):
        chat.says("When did the kiln in Osterby go cold?")
        assert chat.hears().quotes == []
        assert quoth("add", tmp_path / "kiln.txt", library=folder).returncode == 0
        chat.says("When did the kiln in Osterby go cold?")
        answer = chat.hears()
    assert answer.quotes == ["The kiln in Osterby went cold on Friday because its wood was stolen."]
    assert str(tmp_path) not in answer.text


def test_the_log_has_a_request_id_and_names_neither_token_nor_traceback(telegram, folder, tmp_path):
    chat = telegram.private_chat()
    with (tmp_path / "log").open("w") as log, quoth_telegram(telegram, folder, log):
        telegram.fails("getUpdates", Fault(500, "Internal Server Error"))
        telegram.fails("sendMessage", Fault(403, "Forbidden: bot was blocked by the user"))
        chat.says("/help")
        number = telegram.last_update
        chat.says("/help")
        chat.hears()
    lines = (tmp_path / "log").read_text(encoding="utf-8")
    assert f"@{telegram.username}" in lines
    assert re.search(f"request={number} .*Forbidden: bot was blocked by the user", lines)
    assert telegram.token.partition(":")[2] not in lines
    assert "Traceback" not in lines
    named = r'time=\S+ level=[a-z]+ (request=\d+ )?message=("[^"]*"|\S+)( [a-z]+=|$)'
    assert [line for line in lines.splitlines() if not re.match(named, line)] == []


def test_each_question_leaves_a_line_of_how_it_went_and_not_of_what_was_asked(telegram, folder, tmp_path):
    chat = telegram.private_chat("Ada")
    with (tmp_path / "log").open("w") as log, quoth_telegram(telegram, folder, log):
        chat.says("Who is Sergei Naryshkin?")
        chat.hears()
    lines = (tmp_path / "log").read_text(encoding="utf-8")
    assert re.search(r'request=1 message="A question is dealt with" outcome=answered seconds=[0-9.]+$', lines, re.M)
    assert "Naryshkin" not in lines
    assert "Ada" not in lines


def test_once_the_bot_is_warm_a_question_loads_nothing_more(folder):
    script = (
        "import sys; from pathlib import Path; from bot.answer import answer; from bot.telegram_topic import warm\n"
        "from index.library import Library\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    warm(library); loaded = set(sys.modules)\n"
        "    assert answer(library, 'Who is Sergei Naryshkin?').answered; print(sorted(set(sys.modules) - loaded))"
    )
    run = subprocess.run([sys.executable, "-c", script, folder], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_what_is_asked_before_it_stops_is_answered_once(telegram, folder, tmp_path):
    chat = telegram.private_chat()
    with (tmp_path / "log").open("w") as log:
        with quoth_telegram(telegram, folder, log):
            telegram.fails("sendMessage", Fault(429, "Too Many Requests: retry after 1", retry_after=1))
            question = chat.says("Who is Sergei Naryshkin?")
            telegram.awaits("sendMessage")
        assert chat.hears().reply_to == question
        with quoth_telegram(telegram, folder, log):
            later = chat.says("/help")
            assert chat.hears().reply_to == later


def test_what_a_killed_bot_had_not_answered_is_answered_by_the_next(telegram, folder, tmp_path):
    chat = telegram.private_chat()
    with (tmp_path / "log").open("w") as log:
        with quoth_telegram(telegram, folder, log, signal.SIGKILL):
            telegram.fails("sendMessage", Fault(429, "Too Many Requests: retry after 60", retry_after=60))
            question = chat.says("Who is Sergei Naryshkin?")
            telegram.awaits("sendMessage")
            telegram.delivered()
        with quoth_telegram(telegram, folder, log):
            assert chat.hears().reply_to == question
    assert not chat.unheard


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"QUOTH_TELEGRAM_TOKEN": ""}, "set QUOTH_TELEGRAM_TOKEN"),
        ({"QUOTH_TELEGRAM_TOKEN": "7001:not-the-token-of-this-bot"}, "refuses the token"),
        ({"QUOTH_TELEGRAM_API": "http://127.0.0.1:9"}, "check the network and QUOTH_TELEGRAM_API"),
        ({"QUOTH_LIBRARY": "nowhere"}, "add articles first with `quoth add`"),
    ],
)
def test_a_bot_that_cannot_start_says_why_in_a_sentence(telegram, folder, quoth, changes, sentence):
    settings = {"QUOTH_TELEGRAM_TOKEN": telegram.token, "QUOTH_TELEGRAM_API": telegram.url}
    found = quoth("telegram", library=folder, **{**settings, **changes})
    assert found.returncode == 2
    assert sentence in " ".join(found.stderr.split())
    assert len(found.stderr.strip().splitlines()) == 1
    assert "not-the-token" not in found.stderr + found.stdout
    assert found.stdout == ""


def test_check_says_what_is_well_and_what_is_wrong_without_answering_anybody(telegram, folder, quoth):
    chat = telegram.private_chat()
    chat.says("How high was the tide?")
    settings = {"QUOTH_TELEGRAM_TOKEN": telegram.token, "QUOTH_TELEGRAM_API": telegram.url}
    well = quoth("telegram", "--check", library=folder, **settings)
    assert well.returncode == 0
    assert "holds 2 articles and can be searched" in well.stdout
    assert f"The token is that of @{telegram.username}." in well.stdout
    wrong = quoth("telegram", "--check", library=folder.parent, **{**settings, "QUOTH_TELEGRAM_TOKEN": "7001:other"})
    assert wrong.returncode == 2
    assert "add articles first with `quoth add`" in wrong.stderr
    assert "refuses the token" in wrong.stderr
    assert (len(telegram.updates), telegram.calls.count("getUpdates")) == (1, 0)


# In the test's own process: ways in and out that need no other one.


def test_a_webhook_takes_updates_only_from_who_knows_the_secret(telegram, harbour, tmp_path):
    from bot.settings import Webhook

    chat, port = telegram.private_chat(), free_port()
    webhook = Webhook("https://bot.example/quoth/updates", SECRET, "127.0.0.1", port)
    telegram.webhook_at = f"http://127.0.0.1:{port}/quoth/updates"
    with answering(telegram, harbour, tmp_path, quoting(harbour, TIDE), webhook=webhook):
        question = chat.says("How high was the tide?")
        assert chat.hears().reply_to == question
        forged = httpx.post(telegram.webhook_at, json=telegram.all_updates[0], headers={"X-Other": SECRET})
        assert forged.status_code == 403
        assert httpx.post(f"http://127.0.0.1:{port}/", json={}).status_code == 404
        telegram.repeats()
        later = chat.says("And now?")
        assert chat.hears().reply_to == later
    assert telegram.webhook is None or telegram.webhook.secret_token == SECRET


def test_counts_are_there_for_prometheus_on_loopback(telegram, harbour, tmp_path):
    chat, port = telegram.private_chat(), free_port()
    with answering(telegram, harbour, tmp_path, quoting(harbour, TIDE), metrics_port=port):
        chat.says("How high was the tide?")
        chat.hears()
        chat.says("/help")
        chat.hears()
        found = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    assert 'quoth_questions_total{outcome="answered"} 1.0' in found
    assert "quoth_people 1.0" in found
