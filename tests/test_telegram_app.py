import json
import re
import threading
import time
from contextlib import closing

import pytest

from bot.state import State
from bot.telegram_app import UPDATES
from bot.telegram_words import ENGLISH, RUSSIAN
from index.errors import QuestionError, SettingError
from index.library import Library
from tests.telegram_bot import TIDE, answering, eventually, harbour, harbour_folder, quoting, telegram
from tests.telegram_server import Fault

__all__ = ["harbour", "harbour_folder", "telegram"]

KILN = "The potter’s kiln in Osterby went cold because its wood was stolen."


@pytest.fixture
def tide(harbour):
    return quoting(harbour, TIDE)


def with_state(folder, do):
    """What is found in the state of a bot that has ended."""
    with closing(State(folder / "telegram.sqlite")) as state:
        return do(state)


def bare(markup):
    return re.sub("<[^>]*>", "", markup)


# A question and its answer.


def test_whatever_is_written_in_a_private_chat_is_a_question(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        question = chat.says("How high was the tide?")
        answer = chat.hears()
    assert answer.reply_to == question
    assert answer.quotes == [TIDE]
    assert answer.words("bold") == ["Ilse Brandt"]
    assert "harbour master" in answer.text
    assert "The Osterby Echo · 2031-04-02" in answer.text
    assert answer.links == {"High water at Osterby": "https://echo.example/tide"}
    assert answer.preview == "https://echo.example/tide"


def test_a_greeting_and_thanks_are_no_questions(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    said = {
        "Hi": "hello",
        "good morning!": "hello",
        "Привет": "hello",
        "Thanks!": "thanked",
        "ok, thank you": "thanked",
    }
    with answering(telegram, harbour, tmp_path, tide):
        for words, reply in said.items():
            chat.says(words)
            assert chat.hears().text == getattr(ENGLISH, reply)


def test_start_greets_with_questions_from_the_articles_that_are_answered_when_pressed(
    telegram, harbour, tide, tmp_path
):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        chat.says("/start")
        greeting = chat.hears()
        assert greeting.text == f"{bare(ENGLISH.welcome)}\n\n{ENGLISH.just_write}"
        assert len(greeting.labels) == 3
        chat.presses(greeting, greeting.labels[0])
        assert chat.hears().quotes == [TIDE]
        chat.presses(greeting, greeting.labels[1])
        assert chat.hears().quotes == [TIDE]


def test_a_link_opens_an_article_or_asks_a_question(telegram, harbour, tmp_path):
    asked = []
    chat = telegram.private_chat()
    version = harbour.entries()[1].version

    def ask(question, conversation, quotes):
        asked.append(question)
        return quoting(harbour, TIDE)(question, conversation)

    with answering(telegram, harbour, tmp_path, ask):
        chat.says(f"/start a_{version[:12]}")
        article = chat.hears()
        chat.says("/start q_SG93IGhpZ2g_")
        assert chat.hears().quotes == [TIDE]
    assert "A cold kiln" in article.text
    assert "Ada Veil, who keeps the kiln" in article.text
    assert asked == ["How high?"]


def test_menus_and_descriptions_are_set_in_both_languages_and_only_once(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    keeper = chat.people[0]
    with answering(telegram, harbour, tmp_path, tide, admins=frozenset([keeper.id])) as state:
        eventually(lambda: state.note("menus"))
    assert {"ask", "settings", "forget"} <= set(telegram.menus["all_private_chats", None])
    assert "settings" not in telegram.menus["all_group_chats", "ru"]
    assert {"remove", "stats", "users"} <= set(telegram.menus["chat", "ru"])
    assert telegram.descriptions["short", "ru"] == RUSSIAN.short_description
    calls = telegram.calls.count("setMyCommands")
    with answering(telegram, harbour, tmp_path, tide, admins=frozenset([keeper.id])):
        chat.says("/start")
        chat.hears()
    assert telegram.calls.count("setMyCommands") == calls


def test_an_administrator_who_writes_for_the_first_time_gets_the_menu_then(telegram, harbour, tide, tmp_path):
    to_come = 100  # Nobody has this number yet.
    with answering(telegram, harbour, tmp_path, tide, admins=frozenset([to_come])):
        eventually(lambda: len(telegram.descriptions) == 4)
        assert telegram.refused == ["setMyCommands: Bad Request: chat not found"] * 2
        telegram.refused.clear()
        keeper = telegram.private_chat()
        assert keeper.people[0].id == to_come
        keeper.says("/start")
        eventually(lambda: ("chat", "ru") in telegram.menus)


def test_it_speaks_russian_to_those_whose_telegram_does(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat("Ада", language="ru-RU")
    with answering(telegram, harbour, tmp_path, tide):
        chat.says("/help")
        assert chat.hears().text == bare(RUSSIAN.help)
        chat.says("Как высоко поднялась вода?")
        answer = chat.hears()
    assert answer.quotes == [TIDE]
    assert RUSSIAN.paragraph.format(1) in answer.text


def test_help_and_unknown_commands(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        chat.says("/help")
        assert chat.hears().text == bare(ENGLISH.help)
        chat.says("/dance")
        assert chat.hears().text == ENGLISH.unknown_command
        chat.says("/stats")
        assert chat.hears().text == ENGLISH.unknown_command
        chat.sends({"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]})
        assert chat.hears().text == ENGLISH.no_words


def test_ask_takes_its_question_or_asks_for_one(telegram, harbour, tide, tmp_path):
    asked = []
    chat = telegram.private_chat()

    def ask(question, *rest):
        asked.append(question)
        return tide(question, *rest)

    with answering(telegram, harbour, tmp_path, ask):
        chat.says("/ask How high\nwas the tide?")
        assert chat.hears().quotes == [TIDE]
        chat.says("/ask")
        assert chat.hears().text == ENGLISH.no_question
    assert asked == ["How high\nwas the tide?"]


def test_a_refusal_says_what_was_looked_for_and_offers_the_nearest_articles(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        chat.says("Who won the chess championship in Reykjavik?")
        refusal = chat.hears()
        assert refusal.quotes == []
        assert "I looked for: Who won the chess championship in Reykjavik?" in refusal.text
        offered = refusal.labels[0]
        chat.presses(refusal, offered)
        assert offered in chat.sees().text


def test_typing_shows_while_it_works_and_in_a_group_a_slow_answer_takes_the_place_of_a_message_that_says_so(
    telegram, harbour, tide, tmp_path
):
    chat = telegram.group()
    looked = threading.Event()

    def ask(*question):
        telegram.awaits("sendChatAction")
        assert looked.wait(20)
        return tide(*question)

    with answering(telegram, harbour, tmp_path, ask, slow_seconds=0.01):
        question = chat.says(f"/ask@{telegram.username} How high was the tide?")
        placeholder = chat.hears()
        assert (placeholder.text, placeholder.reply_to) == (ENGLISH.looking, question)
        looked.set()
        answer = chat.sees()
    assert (answer.id, answer.quotes) == (placeholder.id, [TIDE])
    assert chat.actions[0] == "typing"
    assert telegram.calls.count("sendMessage") == 1


def test_a_question_deleted_in_the_meantime_is_answered_all_the_same(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    asked, deleted = threading.Event(), threading.Event()

    def ask(*question):
        asked.set()
        deleted.wait(20)
        return tide(*question)

    with answering(telegram, harbour, tmp_path, ask):
        question = chat.says("How high was the tide?")
        asked.wait(20)
        chat.deletes(question)
        deleted.set()
        assert chat.hears().reply_to is None


def test_an_edited_question_is_answered_again_in_place(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    said = {"How high?": TIDE, "Why cold?": KILN}

    def ask(question, conversation, quotes):
        return quoting(harbour, said[question])(question, conversation)

    with answering(telegram, harbour, tmp_path, ask):
        question = chat.says("How high?")
        first = chat.hears()
        chat.edits(question, "Why cold?")
        second = chat.sees()
        telegram.delivered()
    assert (second.id, second.quotes) == (first.id, [KILN])
    assert not chat.unheard
    turns = with_state(tmp_path, lambda state: state.turns(chat.id, chat.people[0].id))
    assert [asked for asked, _ in turns] == ["Why cold?"]


# Conversations, and who waits for whom.


def test_each_person_in_each_chat_has_one_conversation_which_survives_a_restart(telegram, harbour, tide, tmp_path):
    turns = []
    group, alone = telegram.group("Ada", "Bela"), telegram.private_chat("Ada")

    def ask(question, conversation, quotes):
        turns.append([turn.asked for turn in conversation.turns])
        return tide(question, conversation)

    def asks(chat, text, person=0):
        chat.says(text, by=chat.people[person])
        chat.hears()

    with answering(telegram, harbour, tmp_path, ask):
        asks(group, f"/ask@{telegram.username} One?")
        asks(group, f"/ask@{telegram.username} Two?", person=1)
        asks(alone, "Three?")
    with answering(telegram, harbour, tmp_path, ask):
        asks(group, f"/ask@{telegram.username} Four?")
        asks(alone, "/new")
        asks(alone, "Five?")
    assert turns == [[], [], [], ["One?"], []]


def test_a_follow_up_is_understood_from_the_library(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        chat.says("How high did the tide rise at Osterby?")
        first = chat.hears()
        chat.says("And who said that?")
        second = chat.hears()
    assert TIDE in first.quotes
    assert TIDE in second.quotes
    assert "Ilse Brandt" in second.words("bold")


def test_after_new_who_said_that_asks_about_nothing(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        chat.says("How high did the tide rise at Osterby?")
        assert TIDE in chat.hears().quotes
        chat.says("/new")
        assert chat.hears().text == ENGLISH.new
        chat.says("And who said that?")
        said = chat.hears()
    assert (said.quotes, said.text.partition(":")[0]) == (
        [],
        "Nothing has been quoted yet that this could ask about",
    )


def test_the_questions_of_one_chat_are_answered_one_by_one_in_their_order(telegram, harbour, tide, tmp_path):
    running, most = [], []
    chat = telegram.private_chat()

    def ask(*question):
        running.append(question)
        telegram.delivered()
        time.sleep(0.02)  # A chance for the others to start, if they may.
        most.append(len(running))
        running.remove(question)
        return tide(*question)

    with answering(telegram, harbour, tmp_path, ask):
        questions = [chat.says(f"How high was tide {number}?") for number in range(8)]
        assert [chat.hears().reply_to for _ in questions] == questions
    assert max(most) == 1


def test_a_slow_question_in_one_chat_does_not_hold_up_another(telegram, harbour, tide, tmp_path):
    slow, quick = telegram.private_chat("Ada"), telegram.private_chat("Bela")
    other_is_answered = threading.Event()

    def ask(question, *rest):
        if question == "slow":
            assert other_is_answered.wait(20)
        return tide(question, *rest)

    with answering(telegram, harbour, tmp_path, ask):
        slow.says("slow")
        quick.says("quick")
        assert quick.hears().quotes == [TIDE]
        other_is_answered.set()
        assert slow.hears().quotes == [TIDE]


def test_cancel_stops_a_question_and_drops_those_that_wait(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    asked, go_on = threading.Event(), threading.Event()

    def ask(question, *rest):
        asked.set()
        if question == "slow":
            assert go_on.wait(20)
        return tide(question, *rest)

    with answering(telegram, harbour, tmp_path, ask):
        chat.says("/cancel")
        assert chat.hears().text == ENGLISH.nothing_runs
        chat.says("slow")
        asked.wait(20)
        chat.says("waiting")
        chat.says("/cancel")
        assert chat.hears().text == ENGLISH.stopped
        go_on.set()
        later = chat.says("How high was the tide?")
        assert chat.hears().reply_to == later
    assert with_state(tmp_path, lambda state: state.totals().outcomes) == {"stopped": 1, "answered": 1}


# What goes wrong.


def test_a_failed_question_is_owned_up_to_and_the_next_is_answered(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()

    def ask(question, *rest):
        if question == "fail":
            raise RuntimeError("/home/keeper/library is broken")
        return tide(question, *rest)

    with answering(telegram, harbour, tmp_path, ask):
        chat.says("fail")
        assert chat.hears().text == ENGLISH.failed
        chat.says("How high was the tide?")
        assert chat.hears().quotes == [TIDE]


def test_a_question_that_cannot_be_used_is_answered_with_what_to_do(telegram, harbour, tmp_path):
    chat = telegram.private_chat()

    def ask(*question):
        raise QuestionError("The question <…> is too long: ask less than 1 & 1.")

    with answering(telegram, harbour, tmp_path, ask):
        chat.says("?")
        assert chat.hears().text == "The question <…> is too long: ask less than 1 & 1."


def test_in_a_library_without_articles_it_says_who_can_add_some(telegram, empty_library, tmp_path):
    chat = telegram.private_chat()
    with Library.open(empty_library()) as library, answering(telegram, library, tmp_path):
        chat.says("/start")
        assert chat.hears().text == f"{bare(ENGLISH.welcome)}\n\n{ENGLISH.empty_library}"
        chat.says("How high was the tide?")
        refusal = chat.hears()
    assert (refusal.text, refusal.labels) == (ENGLISH.empty_library, [])


def test_who_asks_in_other_letters_than_the_articles_have_is_told_so(telegram, harbour, tmp_path):
    chat = telegram.private_chat("Ада", language="ru")
    with answering(telegram, harbour, tmp_path):
        chat.says("Кто выиграл чемпионат?")
        assert RUSSIAN.not_translated in chat.hears().text
        chat.says("Who won the chess championship in Reykjavik?")
        assert RUSSIAN.not_translated not in chat.hears().text
        chat.says("?")
        assert chat.hears().text == "В вопросе нет слов: спросите о чём-нибудь из статей."


def test_an_update_that_comes_twice_is_answered_once(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        chat.says("How high was the tide?")
        chat.hears()
        telegram.repeats()
        later = chat.says("And now?")
        assert chat.hears().reply_to == later
    with answering(telegram, harbour, tmp_path, tide):
        telegram.repeats(2)
        again = chat.says("And after a restart?")
        assert chat.hears().reply_to == again
    assert not chat.unheard


@pytest.mark.parametrize(
    "fault",
    [
        Fault(429, "Too Many Requests: retry after 1", retry_after=1),
        Fault(500),
        Fault(500, performed=True),
        Fault(502, "Bad Gateway"),
        Fault(reset=True),
        Fault(reset=True, performed=True),
        Fault(hang=30),
        Fault(hang=30, performed=True),
    ],
    ids=repr,
)
def test_an_answer_is_sent_once_whatever_happens_on_the_way(telegram, harbour, tide, tmp_path, fault):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide, read_seconds=0.5):
        telegram.fails("sendMessage", fault)
        telegram.fails("sendChatAction", fault)
        question = chat.says("How high was the tide?")
        answer = chat.hears()
        chat.says("/help")
        assert chat.hears().text == bare(ENGLISH.help)
    assert answer.reply_to == question
    assert sum(1 for message in chat.messages.values() if message and message.quotes) == 1
    telegram.refused.clear()  # Looking whether a message is there is refused where it is not.


def test_what_telegram_does_not_take_as_html_goes_out_as_plain_text(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    unreadable = "Bad Request: can't parse entities: unsupported start tag"
    with answering(telegram, harbour, tmp_path, tide):
        telegram.fails("sendMessage", Fault(400, unreadable))
        chat.says("How high was the tide?")
        answer = chat.hears()
    assert answer.quotes == []
    assert TIDE in answer.text
    assert "<" not in answer.text


def test_somebody_who_blocks_the_bot_holds_up_nobody(telegram, harbour, tide, tmp_path):
    chat, other = telegram.private_chat("Ada"), telegram.private_chat("Bela")
    with answering(telegram, harbour, tmp_path, tide) as state:
        telegram.fails("sendMessage", Fault(403, "Forbidden: bot was blocked by the user"))
        chat.says("How high was the tide?")
        telegram.awaits("sendMessage")
        other.says("How high was the tide?")
        assert other.hears().quotes == [TIDE]
        assert state.person(chat.people[0].id).blocked
    assert not chat.unheard


def test_polling_goes_on_after_the_server_had_trouble(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        telegram.fails("getUpdates", Fault(502, "Bad Gateway"), Fault(409, "Conflict: terminated"), Fault(reset=True))
        chat.says("How high was the tide?")
        assert chat.hears().quotes == [TIDE]


def test_a_token_that_is_revoked_ends_the_bot_with_a_sentence(telegram, harbour, tide, tmp_path):
    with (
        pytest.raises(SettingError, match="refuses the token: set QUOTH_TELEGRAM_TOKEN"),
        answering(telegram, harbour, tmp_path, tide),
    ):
        telegram.revoke_token()
        time.sleep(1)


def test_what_an_interrupted_bot_had_taken_is_answered_by_the_next(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    question = chat.says("How high was the tide?")
    (update,) = telegram.updates
    with_state(tmp_path, lambda state: state.receive(update["update_id"], json.dumps(update)))
    telegram.updates.clear()
    with answering(telegram, harbour, tmp_path, tide):
        assert chat.hears().reply_to == question
    assert with_state(tmp_path, lambda state: state.unfinished()) == []


# Who may ask, and how much.


def test_only_those_who_are_let_in_are_answered(telegram, harbour, tide, tmp_path):
    known, stranger, group = telegram.private_chat("Ada"), telegram.private_chat("Bela"), telegram.group("Cleo")
    with answering(telegram, harbour, tmp_path, tide, users=frozenset([known.people[0].id])):
        known.says("How high was the tide?")
        assert known.hears().quotes == [TIDE]
        stranger.says("How high was the tide?")
        assert str(stranger.people[0].id) in stranger.hears().text
        group.says(f"/ask@{telegram.username} How high?")
        telegram.delivered()
    assert not group.unheard


def test_a_person_may_ask_so_many_questions_a_minute_and_a_day(telegram, harbour, tide, tmp_path):
    chat, keeper = telegram.private_chat("Ada"), telegram.private_chat("Bela")
    limits = {"per_minute": 2, "admins": frozenset([keeper.people[0].id])}
    with answering(telegram, harbour, tmp_path, tide, **limits):
        for one in (chat, keeper):
            one.says("One?")
            one.says("Two?")
            assert [one.hears().quotes, one.hears().quotes] == [[TIDE], [TIDE]]
        chat.says("Three?")
        assert re.search(r"next question in \d+ s", chat.hears().text)
        keeper.says("Three?")
        assert keeper.hears().quotes == [TIDE]
    with answering(telegram, harbour, tmp_path, tide, daily=2):
        chat.says("Four?")
        assert "in a day (questions: 2)" in chat.hears().text


def test_it_asks_telegram_for_what_it_deals_with():
    assert set(UPDATES) == {"message", "edited_message", "callback_query", "inline_query"}
