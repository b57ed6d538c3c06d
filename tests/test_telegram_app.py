import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from telegram import Update

from bot.answer import Answer
from bot.telegram_app import FAILED, HELP, NO_QUESTION, NO_WORDS, UNKNOWN_COMMAND, WELCOME, introduce, telegram_bot
from bot.telegram_html import shown_length
from index.catalog import StoredArticle
from index.errors import QuestionError
from index.library import Library
from index.quotes import Quote, Speaker
from index.sentences import Sentence
from tests.conftest import copy_library
from tests.telegram_server import Fault, TelegramServer

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

TIDE = "The tide at Osterby rose to 4.2 metres, the harbour office said."


@pytest.fixture
def telegram():
    """A Telegram that must have refused nothing by the end of the test."""
    with TelegramServer() as server:
        yield server
    assert server.refused == []


@contextmanager
def answering(telegram, ask):
    """A bot that answers with `ask`, in a thread of its own."""
    ready, stop = threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve():
        bot = telegram_bot(telegram.token, telegram.url, ask)
        async with bot:
            await introduce(bot)
            await bot.start()
            await bot.updater.start_polling(allowed_updates=[Update.MESSAGE])
            ready.set()
            await stop.wait()
            await bot.updater.stop()
            await bot.stop()

    thread = threading.Thread(target=loop.run_until_complete, args=[serve()])
    thread.start()
    try:
        assert ready.wait(20)
        yield
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def tide(question, conversation=None, text=TIDE):
    """The answer to any question: the tide."""
    sentences = (Sentence(0, len(text), 1),)
    about = ("0" * 64, "High water", "The Osterby Echo", None, None, ("https://echo.example/tide",))
    article = StoredArticle(1, "tide", *about, True, text, sentences, (), ())
    speaker = Speaker("named", "the harbour office", cue="said")
    return Answer(question, question, True, None, (Quote(article, 0, len(text), speaker, 0.9),), 0.9)


# A question and its answer.


def test_whatever_is_written_in_a_private_chat_is_a_question(telegram):
    chat = telegram.private_chat()
    with answering(telegram, tide):
        question = chat.says("How high was the tide?")
        answer = chat.hears()
    assert answer.reply_to == question
    assert answer.quotes == [TIDE]
    assert answer.words("bold") == ["the harbour office"]
    assert answer.links == {"High water": "https://echo.example/tide"}


def test_start_and_help_say_what_it_does(telegram):
    chat = telegram.private_chat()
    with answering(telegram, tide):
        chat.says("/start")
        assert chat.hears().text == bare(WELCOME)
        chat.says("/help")
        assert chat.hears().text == bare(HELP)
        chat.says("/dance")
        assert chat.hears().text == UNKNOWN_COMMAND
    assert telegram.commands == ["ask", "help"]


def bare(markup):
    return re.sub("<[^>]*>", "", markup)


def test_ask_takes_its_question_or_asks_for_one(telegram):
    asked = []
    chat = telegram.private_chat()
    with answering(telegram, lambda question, conversation: asked.append(question) or tide(question)):
        chat.says("/ask How high\nwas the tide?")
        assert chat.hears().quotes == [TIDE]
        chat.says("/ask")
        assert chat.hears().text == NO_QUESTION
    assert asked == ["How high\nwas the tide?"]


def test_a_picture_is_answered_with_a_request_for_words(telegram):
    chat = telegram.private_chat()
    with answering(telegram, tide):
        sent = chat.sends({"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]})
        assert (chat.hears().text, sent) == (NO_WORDS, 1)


def test_a_long_answer_comes_in_several_messages_that_all_reply_to_the_question(telegram):
    long = " ".join(f"The tide rose to {number} metres." for number in range(400))
    chat = telegram.private_chat()
    with answering(telegram, lambda question, conversation: tide(question, text=long)):
        question = chat.says("How high was the tide?")
        answers = [chat.hears() for _ in range(3)]
    assert " ".join(words for answer in answers for words in answer.quotes) == long
    assert [answer.reply_to for answer in answers] == [question] * 3


def test_a_question_deleted_in_the_meantime_is_answered_all_the_same(telegram):
    chat = telegram.private_chat()
    asked, answered = threading.Event(), threading.Event()

    def ask(question, conversation):
        asked.set()
        answered.wait()
        return tide(question)

    with answering(telegram, ask):
        question = chat.says("How high was the tide?")
        asked.wait()
        chat.deletes(question)
        answered.set()
        assert chat.hears().reply_to is None


def test_typing_shows_while_it_works(telegram):
    chat = telegram.private_chat()
    seen = threading.Event()

    def ask(question, conversation):
        telegram.awaits("sendChatAction")
        seen.set()
        return tide(question)

    with answering(telegram, ask):
        chat.says("How high was the tide?")
        chat.hears()
    assert chat.actions[0] == "typing"
    assert seen.is_set()


# Groups.


def test_in_a_group_it_answers_only_what_is_said_to_it(telegram):
    asked = []
    chat = telegram.group("Ada", "Bela")
    with answering(telegram, lambda question, conversation: asked.append(question) or tide(question)):
        chat.says("Nice weather today.")
        chat.says("@another_bot what do you think?")
        mention = chat.says(f"@{telegram.username.upper()} how high was the tide?")
        answer = chat.hears()
        follow_up = chat.says("And who said that?", by=chat.people[1], reply_to=answer)
        assert (answer.reply_to, chat.hears().reply_to) == (mention, follow_up)
        chat.says(f"/ask@{telegram.username} Where was that?")
        assert chat.hears().quotes == [TIDE]
    assert asked == ["how high was the tide?", "And who said that?", "Where was that?"]


# Conversations, and who waits for whom.


def test_each_person_in_each_chat_has_one_conversation(telegram):
    conversations = []
    group, alone = telegram.group("Ada", "Bela"), telegram.private_chat("Ada")
    with answering(telegram, lambda question, conversation: conversations.append(conversation) or tide(question)):
        for person in (0, 0, 1):
            group.says(f"/ask@{telegram.username} What?", by=group.people[person])
            group.hears()
        alone.says("What?")
        alone.hears()
    again, first, other, private = conversations
    assert again is first
    assert len({id(one) for one in (first, other, private)}) == 3


def test_the_questions_of_one_chat_are_answered_one_by_one_in_their_order(telegram):
    running, most = [], []
    chat = telegram.private_chat()

    def ask(question, conversation):
        running.append(question)
        telegram.delivered()
        time.sleep(0.02)  # A chance for the others to start, if they may.
        most.append(len(running))
        running.remove(question)
        return tide(question)

    with answering(telegram, ask):
        questions = [chat.says(f"How high was tide {number}?") for number in range(8)]
        assert [chat.hears().reply_to for _ in questions] == questions
    assert max(most) == 1


def test_a_slow_question_in_one_chat_does_not_hold_up_another(telegram):
    slow, quick = telegram.private_chat("Ada"), telegram.private_chat("Bela")
    other_is_answered = threading.Event()

    def ask(question, conversation):
        if question == "slow":
            assert other_is_answered.wait(20)
        return tide(question)

    with answering(telegram, ask):
        slow.says("slow")
        quick.says("quick")
        assert quick.hears().quotes == [TIDE]
        other_is_answered.set()
        assert slow.hears().quotes == [TIDE]


# What goes wrong.


def test_a_failed_question_is_owned_up_to_and_the_next_is_answered(telegram):
    chat = telegram.private_chat()

    def ask(question, conversation):
        if question == "fail":
            raise RuntimeError("/home/keeper/library is broken")
        return tide(question)

    with answering(telegram, ask):
        chat.says("fail")
        assert chat.hears().text == FAILED
        chat.says("How high was the tide?")
        assert chat.hears().quotes == [TIDE]


def test_a_question_that_cannot_be_used_is_answered_with_what_to_do(telegram):
    chat = telegram.private_chat()

    def ask(question, conversation):
        raise QuestionError("The question <…> is too long: ask less than 1 & 1.")

    with answering(telegram, ask):
        chat.says("?")
        assert chat.hears().text == "The question <…> is too long: ask less than 1 & 1."


def test_too_many_requests_only_delay_the_answer(telegram):
    chat = telegram.private_chat()
    too_many = Fault(429, "Too Many Requests: retry after 1", retry_after=1)
    with answering(telegram, tide):
        telegram.fails("sendMessage", too_many)
        telegram.fails("sendChatAction", too_many)
        question = chat.says("How high was the tide?")
        assert chat.hears().reply_to == question


def test_polling_goes_on_after_the_server_had_trouble(telegram):
    chat = telegram.private_chat()
    with answering(telegram, tide):
        telegram.fails("getUpdates", Fault(502, "Bad Gateway"), Fault(409, "Conflict: terminated"))
        chat.says("How high was the tide?")
        assert chat.hears().quotes == [TIDE]


def test_the_greeting_and_the_help_fit_in_a_message():
    assert max(shown_length(text) for text in (WELCOME, HELP)) < 1000


# The real bot: `quoth telegram` in a process of its own, on the library of the seeds.


@contextmanager
def quoth_telegram(telegram, library, log):
    """The process, from when it polls; it is told to stop at the end, and must do so well."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    settings = {"QUOTH_TELEGRAM_TOKEN": telegram.token, "QUOTH_TELEGRAM_API": telegram.url}
    telegram.calls.clear()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "telegram"],
        env={**clean, **settings, "QUOTH_LIBRARY": str(library)},
        cwd=Path(__file__).parent.parent,
        stdout=log,
        stderr=log,
    )
    try:
        telegram.awaits("getUpdates")
        yield process
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()


def test_the_words_in_the_chat_are_slices_of_the_articles(telegram, seeds_folder, tmp_path):
    with Library.open(seeds_folder) as library:
        texts = [library.get(entry.id).text for entry in library.entries()]
    chat = telegram.private_chat()
    with (tmp_path / "log").open("w") as log, quoth_telegram(telegram, seeds_folder, log):
        question = chat.says("Who is Sergei Naryshkin?")
        answer = chat.hears()
        chat.says("Who won the chess championship in Reykjavik?")
        refusal = chat.hears()
    assert answer.reply_to == question
    assert any("Sergei Naryshkin, head of Russia’s Foreign Intelligence Service" in words for words in answer.quotes)
    assert all(any(words in text for text in texts) for words in answer.quotes)
    assert refusal.quotes == []
    assert "don’t say" in refusal.text
    assert not any(str(seeds_folder.parent) in message.text for message in (answer, refusal))


def test_an_article_added_while_the_bot_runs_is_answered_from(telegram, seeds_folder, quoth, tmp_path):
    folder = copy_library(seeds_folder, tmp_path / "library")
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


def test_the_log_names_neither_token_nor_traceback(telegram, seeds_folder, tmp_path):
    chat = telegram.private_chat()
    with (tmp_path / "log").open("w") as log, quoth_telegram(telegram, seeds_folder, log):
        telegram.fails("getUpdates", Fault(500, "Internal Server Error"))
        telegram.fails("sendMessage", Fault(403, "Forbidden: bot was blocked by the user"))
        chat.says("/start")
        chat.says("/help")
        chat.hears()
    lines = (tmp_path / "log").read_text(encoding="utf-8")
    assert f"@{telegram.username}" in lines
    assert "Forbidden: bot was blocked by the user" in lines
    assert telegram.token.partition(":")[2] not in lines
    assert "Traceback" not in lines


def test_what_is_asked_before_it_stops_is_answered_once(telegram, seeds_folder, tmp_path):
    chat = telegram.private_chat()
    with (tmp_path / "log").open("w") as log:
        with quoth_telegram(telegram, seeds_folder, log):
            telegram.fails("sendMessage", Fault(429, "Too Many Requests: retry after 1", retry_after=1))
            question = chat.says("Who is Sergei Naryshkin?")
            telegram.awaits("sendMessage")
        assert chat.hears().reply_to == question
        with quoth_telegram(telegram, seeds_folder, log):
            later = chat.says("/help")
            assert chat.hears().reply_to == later


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"QUOTH_TELEGRAM_TOKEN": ""}, "set QUOTH_TELEGRAM_TOKEN"),
        ({"QUOTH_TELEGRAM_TOKEN": "7001:not-the-token-of-this-bot"}, "refuses the token"),
        ({"QUOTH_TELEGRAM_API": "http://127.0.0.1:9"}, "check the network and QUOTH_TELEGRAM_API"),
        ({"QUOTH_LIBRARY": "nowhere"}, "add articles first with `quoth add`"),
    ],
)
def test_a_bot_that_cannot_start_says_why_in_a_sentence(telegram, seeds_folder, quoth, changes, sentence):
    settings = {"QUOTH_TELEGRAM_TOKEN": telegram.token, "QUOTH_TELEGRAM_API": telegram.url}
    found = quoth("telegram", library=seeds_folder, **{**settings, **changes})
    assert found.returncode == 2
    assert sentence in " ".join(found.stderr.split())
    assert len(found.stderr.strip().splitlines()) == 1
    assert "not-the-token" not in found.stderr + found.stdout
    assert found.stdout == ""
