"""Telegram on a bad day, people who mean no good, and whatever else comes that nobody has asked for."""

import threading
import time
from contextlib import closing

import httpx
import pytest
from telegram.error import Conflict, NetworkError

from bot import telegram_line, telegram_waiting
from bot.settings import Webhook
from bot.state import State
from bot.telegram_app import START_TRIES, alone
from bot.telegram_inbox import SIDE_BY_SIDE
from bot.telegram_line import Outage
from bot.telegram_words import ENGLISH
from index.articles import Article
from index.errors import SettingError
from index.library import Library
from tests.conftest import copy_library
from tests.telegram_bot import TIDE, answering, eventually, free_port, harbour, harbour_folder, quoting, telegram
from tests.telegram_server import Fault

__all__ = ["harbour", "harbour_folder", "telegram"]

LOCKS = "“We closed the lock gates at nine,” Brandt said."
PHOTO = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}
LONG = " ".join(f"The tide rose to {number} metres." for number in range(400))


@pytest.fixture
def tide(harbour):
    return quoting(harbour, TIDE)


@pytest.fixture
def listening(harbour):
    """What answers any question with the tide, and keeps in `questions` what it was asked."""

    def ask(question, conversation, quotes):
        ask.questions.append(question)
        return quoting(harbour, TIDE)(question, conversation)

    ask.questions = []
    return ask


@pytest.fixture
def long_library(harbour_folder, tmp_path):
    """A library with an article that takes three messages to quote."""
    with Library.open(copy_library(harbour_folder, tmp_path / "library")) as library:
        list(library.add([Article(LONG, "/home/keeper/long.txt", title="Tides")]))
        yield library


def asked(chat, question="How high was the tide?", **more):
    chat.says(question, **more)
    return chat.hears()


def still_answers(chat):
    """Whether the bot goes on as if nothing had been."""
    question = chat.says("And after all that?")
    return chat.hears().reply_to == question


# Telegram on a bad day.


def test_telegram_that_fails_at_the_start_is_asked_again(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    telegram.fails("getMe", Fault(502, "Bad Gateway"))
    telegram.fails("deleteWebhook", Fault(502, "Bad Gateway"))
    with answering(telegram, harbour, tmp_path, tide):
        assert asked(chat).quotes == [TIDE]


def test_an_outage_is_told_when_it_begins_and_when_it_ends(caplog):
    caplog.set_level("INFO", "bot")
    outage = Outage()
    for _ in range(3):
        outage.begins(NetworkError("Bad Gateway"))
    outage.ends()
    outage.ends()
    for _ in range(3):
        outage.begins(Conflict("terminated by other getUpdates request"))
        outage.ends()
    said = [record.getMessage() for record in caplog.records]
    assert ["(Bad Gateway)" in said[0], "again" in said[1], "stop one of the two" in said[2]] == [True] * 3
    assert len(said) == 3


def test_a_full_disk_holds_updates_up_and_loses_none(telegram, harbour, tide, tmp_path, caplog):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide) as state:
        asked(chat)
        eventually(lambda: state.totals().questions)
        # SQLite says of a file that may not grow what it says of a full disk.
        state._db.execute("PRAGMA max_page_count = 1")
        questions = [chat.says("tide? " * 800) for _ in range(20)]
        eventually(lambda: any("make room on its disk" in record.getMessage() for record in caplog.records))
        state._db.execute("PRAGMA max_page_count = 1000000")
        assert {chat.hears().reply_to for _ in questions} == set(questions)
    assert not chat.unheard


def test_a_webhook_that_fails_is_told_with_what_to_look_at(telegram, harbour, tmp_path, caplog, monkeypatch):
    monkeypatch.setattr(telegram_line, "WATCH_SECONDS", 0.01)
    telegram.webhook_error = "Wrong response from the webhook: 403 Forbidden"
    webhook = Webhook("https://bot.example/quoth", "only-telegram-knows-this", "127.0.0.1", free_port())
    with answering(telegram, harbour, tmp_path, webhook=webhook):
        telegram.awaits("getWebhookInfo", 3)
    (told,) = [record.getMessage() for record in caplog.records]
    assert "403 Forbidden; check the proxy and the secret" in told


def test_a_webhook_on_a_port_that_is_taken_ends_the_bot_with_a_sentence(telegram, harbour, tide, tmp_path):
    taken = int(telegram.url.rpartition(":")[2])
    webhook = Webhook("https://bot.example/quoth", "only-telegram-knows-this", "127.0.0.1", taken)
    with (
        pytest.raises(SettingError, match="set QUOTH_TELEGRAM_WEBHOOK_LISTEN to an address that is free"),
        answering(telegram, harbour, tmp_path, tide, webhook=webhook),
    ):
        pass


def test_a_webhook_that_telegram_refuses_ends_the_bot_with_its_reason(telegram, harbour, tide, tmp_path):
    refusal = Fault(400, "Bad Request: bad webhook: Failed to resolve host")
    telegram.fails("setWebhook", *[refusal] * (1 + START_TRIES))
    webhook = Webhook("https://bot.example/quoth", "only-telegram-knows-this", "127.0.0.1", free_port())
    with (
        pytest.raises(SettingError, match=r"failed to resolve host\): mend the setting"),
        answering(telegram, harbour, tmp_path, tide, webhook=webhook),
    ):
        pass


def test_of_two_bots_on_one_library_the_second_is_sent_away(tmp_path):
    with alone(tmp_path / "lock"), pytest.raises(SettingError, match="stop it, or give"), alone(tmp_path / "lock"):
        pass


def test_in_a_storm_of_faults_no_answer_is_lost_and_none_is_sent_twice(telegram, harbour, tide, tmp_path):
    storm = [Fault(429, "Too Many Requests: retry after 1", retry_after=1), Fault(500), Fault(502, "Bad Gateway")]
    chats = [telegram.private_chat(f"Person {n}") for n in range(6)]
    with answering(telegram, harbour, tmp_path, tide, read_seconds=0.5):
        telegram.fails("sendMessage", *storm, Fault(hang=30), *storm, Fault(reset=True, performed=True))
        questions = [(chat, chat.says("How high was the tide?")) for chat in chats]
        assert all(chat.hears().reply_to == question for chat, question in questions)
    assert [sum(bool(message) for message in chat.messages.values()) for chat in chats] == [1] * 6
    telegram.refused.clear()  # Looking whether a message is there is refused where it is not.


def test_who_blocks_the_bot_in_the_middle_of_an_answer_gets_no_more_of_it(telegram, long_library, tmp_path):
    chat, other = telegram.private_chat("Ada"), telegram.private_chat("Bela")
    with answering(telegram, long_library, tmp_path, quoting(long_library, LONG)) as state:
        telegram.fails("sendMessage", None, Fault(403, "Forbidden: bot was blocked by the user"))
        asked(chat)
        telegram.awaits("sendMessage", 2)
        other.says("How high was the tide?")
        assert [bool(other.hears().quotes) for _ in range(3)] == [True] * 3
        assert state.person(chat.people[0].id).blocked
    assert not chat.unheard


@pytest.mark.parametrize("reason", ["TOPIC_CLOSED", "not enough rights to send text messages to the chat"])
def test_where_the_bot_may_not_write_it_stays_silent_and_goes_on(telegram, harbour, tide, tmp_path, reason):
    group = telegram.group("Ada", supergroup=True)
    with answering(telegram, harbour, tmp_path, tide):
        telegram.fails("sendMessage", Fault(400, f"Bad Request: {reason}"))
        group.says(f"/ask@{telegram.username} How high?", topic=77)
        later = group.says(f"/ask@{telegram.username} How high?", topic=78)
        assert group.hears().reply_to == later
    assert telegram.calls.count("sendMessage") == 2


def test_what_telegram_takes_in_no_dress_is_left_in_peace(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        telegram.fails("sendMessage", *[Fault(400, "Bad Request: BUTTON_DATA_INVALID")] * 2)
        plain = asked(chat)
        telegram.fails("sendMessage", *[Fault(400, "Bad Request: something new")] * 3)
        chat.says("How high was the tide?")
        assert still_answers(chat)
    assert TIDE in plain.text
    assert (plain.quotes, plain.labels) == ([], [])


def test_an_answer_whose_message_was_deleted_comes_anew_when_its_question_is_edited(
    telegram, harbour, listening, tmp_path
):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, listening):
        question = chat.says("How high?")
        chat.deletes(chat.hears().id)
        chat.edits(question, "How high was it?")
        again = chat.hears()
        assert again.reply_to == question
        chat.edits(question, "How high was the tide?")
        telegram.awaits("editMessageText", 2)
    assert listening.questions == ["How high?", "How high was it?", "How high was the tide?"]
    assert telegram.refused.pop() == "editMessageText: Bad Request: message to edit not found"


def test_a_question_that_was_edited_to_the_same_words_is_left_alone(telegram, harbour, listening, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, listening):
        question = chat.says("How high was the tide?")
        chat.hears()
        chat.edits(question, "How high was  the tide?")
        assert still_answers(chat)
    assert listening.questions == ["How high was the tide?", "And after all that?"]
    assert "editMessageText" not in telegram.calls


def test_pressing_the_page_that_is_shown_changes_nothing(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, quoting(harbour, TIDE, LOCKS)):
        chat.presses(asked(chat), ENGLISH.in_context)
        page = chat.sees()
        assert chat.presses(page, "1/2") == ""
    assert not chat.unseen


def test_queries_that_are_too_old_are_let_be(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    too_old = Fault(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    with answering(telegram, harbour, tmp_path, tide):
        answer = asked(chat)
        telegram.fails("answerCallbackQuery", too_old)
        telegram.fails("answerInlineQuery", too_old)
        with telegram.changed:
            button = {"id": "old", "from": chat.people[0].as_json(), "chat_instance": "1", "message": None}
            data = answer.buttons[0][0][1]
            telegram.update({"callback_query": {**button, "data": data, "message": chat.message_json(answer)}})
            telegram.update(
                {"inline_query": {"id": "old", "from": chat.people[0].as_json(), "query": "a", "offset": ""}}
            )
        assert TIDE in chat.sees().words("bold")
        telegram.awaits("answerInlineQuery")
        assert still_answers(chat)


def test_a_press_is_answered_although_telegram_fails_at_first(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        answer = asked(chat)
        telegram.fails("answerCallbackQuery", Fault(500))
        assert chat.presses(answer, "👍") == ENGLISH.thanks


def test_an_answer_follows_a_group_that_moves_after_it_said_still_looking(telegram, harbour, tide, tmp_path):
    group = telegram.group("Ada")
    go_on = threading.Event()

    def ask(*question):
        assert go_on.wait(20)
        return tide(*question)

    with answering(telegram, harbour, tmp_path, ask, slow_seconds=0.01):
        group.says(f"/ask@{telegram.username} How high?")
        assert group.hears().text == ENGLISH.looking
        supergroup = group.becomes_supergroup()
        go_on.set()
        assert supergroup.hears().quotes == [TIDE]


def test_menus_that_telegram_delays_hold_up_nobody(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    telegram.fails("setMyCommands", Fault(429, "Too Many Requests: retry after 3600", retry_after=3600))
    with answering(telegram, harbour, tmp_path, tide):
        assert asked(chat).quotes == [TIDE]
    assert telegram.menus == {}


# While somebody waits.


@pytest.fixture
def impatient(monkeypatch):
    """Typing and drafts are renewed many times a second."""
    monkeypatch.setattr(telegram_waiting, "TYPING_DELAY", 0.01)
    monkeypatch.setattr(telegram_waiting, "TYPING_SECONDS", 0.01)
    monkeypatch.setattr(telegram_waiting, "DRAFT_SECONDS", 0.01)


@pytest.fixture
def slow(tide):
    """What answers as soon as `seen` is set."""

    def ask(*question):
        assert ask.seen.wait(20)
        return tide(*question)

    ask.seen = threading.Event()
    return ask


def test_in_private_typing_and_a_draft_are_kept_alive_until_the_answer_replies(
    telegram, harbour, slow, tmp_path, impatient
):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, slow, slow_seconds=0.01):
        question = chat.says("How high was the tide?")
        telegram.awaits("sendChatAction", 3)
        telegram.awaits("sendMessageDraft", 3)
        slow.seen.set()
        answer = chat.hears()
    assert (answer.reply_to, answer.quotes) == (question, [TIDE])
    assert set(chat.actions) == {"typing"}
    assert set(chat.drafts) == {ENGLISH.looking}
    assert telegram.calls.count("sendMessage") == 1


@pytest.mark.parametrize("fault", [Fault(404, "Not Found"), Fault(400, "Bad Request: TEXTDRAFT_PEER_INVALID")])
def test_where_there_are_no_drafts_a_message_says_so(telegram, harbour, slow, tmp_path, fault):
    chat = telegram.private_chat()
    telegram.fails("sendMessageDraft", fault)
    with answering(telegram, harbour, tmp_path, slow, slow_seconds=0.01):
        chat.says("How high was the tide?")
        placeholder = chat.hears()
        slow.seen.set()
        answer = chat.sees()
    assert placeholder.text == ENGLISH.looking
    assert (answer.id, answer.quotes) == (placeholder.id, [TIDE])


def test_a_question_that_is_cancelled_while_its_draft_shows_leaves_nothing(telegram, harbour, slow, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, slow, slow_seconds=0.01):
        chat.says("How high was the tide?")
        telegram.awaits("sendMessageDraft")
        chat.says("/cancel")
        assert chat.hears().text == ENGLISH.stopped
        slow.seen.set()
    assert not chat.unheard


# People who mean no good.


def test_a_flood_in_one_chat_does_not_hold_up_another(telegram, harbour, tide, tmp_path):
    flooded, other = telegram.private_chat("Ada"), telegram.private_chat("Bela")
    other_is_answered = threading.Event()

    def ask(question, *rest):
        if question == "flood":
            assert other_is_answered.wait(20)
        return tide(question, *rest)

    with answering(telegram, harbour, tmp_path, ask):
        for _ in range(SIDE_BY_SIDE + 10):
            flooded.says("flood")
        other.says("How high was the tide?")
        assert other.hears().quotes == [TIDE]
        flooded.says("/cancel")
        assert flooded.hears().text == ENGLISH.stopped
        other_is_answered.set()


def test_samples_and_cards_count_as_questions_do(telegram, harbour, listening, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, listening, per_minute=1):
        greeting = asked(chat, "/start")
        chat.presses(greeting, greeting.labels[0])
        chat.hears()
        assert chat.presses(greeting, greeting.labels[1]).startswith("That was quick.")
        (offered,) = telegram.queries(chat.people[0], "How high was the tide?")
    assert offered.results == []
    assert listening.questions == greeting.labels[:1]


def presses_anything(chat, message, data, by=None):
    """Somebody's own program sends what no button says."""
    return chat.presses(message.with_button("forged", data), "forged", by=by)


@pytest.mark.parametrize(
    "press",
    [
        "",
        "?",
        "a",
        "c:{}",
        "c:{}:9:0",
        "c:{}:0",
        "c:{}:0:0:0",
        "c:{}:x:0",
        "z:{}",
        "f:{}:1",
        "e:{}:0:5",
        "x:{}",
        "r:{}:1",
    ],
)
def test_a_button_of_another_version_or_of_nobodys_making_says_kindly_no(telegram, harbour, tide, tmp_path, press):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide) as state:
        answer = asked(chat)
        key = answer.buttons[0][0][1].split(":")[1]
        assert presses_anything(chat, answer, press.format(key) or " ") == ENGLISH.gone
        assert still_answers(chat)
        assert [person.quotes for person in state.people()] == [3]


def test_no_press_keeps_the_bot_busy_for_ever(telegram, harbour, tide, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        answer = asked(chat)
        key = answer.buttons[0][0][1].split(":")[1]
        assert presses_anything(chat, answer, f"c:{key}:0:999999999999") == ""
        assert TIDE in chat.sees().words("bold")


def test_settings_are_their_owners_even_where_buttons_are_shared(telegram, harbour, tide, tmp_path):
    group = telegram.group("Ada", "Bela")
    with answering(telegram, harbour, tmp_path, tide, shared_buttons=True) as state:
        forget = asked(group, "/forget")
        settings = asked(group, "/settings")
        assert group.presses(forget, ENGLISH.yes, by=group.people[1]) == ENGLISH.not_yours
        assert group.presses(settings, "Quotes: 1", by=group.people[1]) == ENGLISH.not_yours
        assert state.person(group.people[0].id).quotes == 3


def test_only_administrators_drive_what_one_of_them_asked_anonymously(telegram, harbour, tide, tmp_path):
    group = telegram.group("Ada", "Bela", supergroup=True)
    group.owners = {group.people[0].id}
    with answering(telegram, harbour, tmp_path, tide) as state:
        group.sends_in_its_name(f"/ask@{telegram.username} How high?")
        answer = group.hears()
        assert group.presses(answer, ENGLISH.in_context, by=group.people[1]) == ENGLISH.not_yours
        assert group.presses(answer, ENGLISH.in_context, by=group.people[0]) == ""
        eventually(lambda: state.person(group.id).questions)


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ("a_", ENGLISH.no_article),
        ("a_%", ENGLISH.no_article),
        ("a_" + "f" * 62, ENGLISH.no_article),
        ("q_", None),
        ("q_!!!!", None),
        ("q__w", None),
        ("../../etc/passwd", None),
        ("q_AA", "The question has no words: ask about something in the articles."),
    ],
)
def test_a_broken_link_still_opens_the_chat(telegram, harbour, tmp_path, payload, said):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        opened = asked(chat, f"/start {payload}")
    assert opened.text.startswith(said or "Quoth answers from news articles")


@pytest.mark.parametrize("ref", ["%", "_", "' OR 1=1 --", "-1", "0", "99999999999999999999", "../kiln.txt", "\0", "ⅷ"])
def test_no_reference_opens_what_it_does_not_name(telegram, harbour, tmp_path, ref):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        assert asked(chat, f"/article {ref}").text == ENGLISH.no_article


def test_a_giant_question_is_declined_in_a_sentence(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        assert (
            asked(chat, "@x " * 1365).text
            == "The question is longer than 1000 characters: ask it in a sentence or two."
        )


# What nobody has asked for.


def test_updates_of_other_kinds_pass_without_a_word(telegram, harbour, listening, tmp_path):
    chat = telegram.private_chat()
    channel = {"id": -1009, "type": "channel", "title": "News"}
    post = {"message_id": 1, "date": 1, "chat": channel, "sender_chat": channel, "text": "/ask How high?"}
    ada, bot = chat.people[0].as_json(), telegram.bot_json()
    strange = [
        {"channel_post": post},
        {"edited_channel_post": {**post, "edit_date": 2}},
        {
            "my_chat_member": {
                "chat": channel,
                "from": ada,
                "date": 1,
                "old_chat_member": {"status": "left", "user": bot},
                "new_chat_member": {"status": "member", "user": bot},
            }
        },
        {"poll": {"what": "the library can't read"}},
        {"brought_by_a_later_version": {"chat": channel, "from": ada}},
        {},
    ]
    with answering(telegram, harbour, tmp_path, listening, users=frozenset([chat.people[0].id])):
        with telegram.changed:
            for update in strange:
                telegram.update(update)
        assert still_answers(chat)
    assert listening.questions == ["And after all that?"]
    assert telegram.calls.count("sendMessage") == 1
    with closing(State(tmp_path / "telegram.sqlite")) as state:
        assert state.unfinished() == []


def test_words_below_a_picture_are_a_question_and_pictures_sent_together_are_answered_once(
    telegram, harbour, listening, tmp_path
):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, listening):
        for album in ({"caption": "How high was the tide?"}, {}, {}):
            chat.sends({**PHOTO, **album, "media_group_id": "a"})
        assert chat.hears().quotes == [TIDE]
        for _ in range(3):
            chat.sends({**PHOTO, "media_group_id": "b"})
        assert chat.hears().text == ENGLISH.no_words
        assert still_answers(chat)
    assert listening.questions == ["How high was the tide?", "And after all that?"]


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"location": {"latitude": 1.0, "longitude": 1.0}},
    ],
)
def test_what_has_no_words_is_answered_kindly(telegram, harbour, tide, tmp_path, content):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, tide):
        chat.sends(content)
        assert chat.hears().text == ENGLISH.no_words


def test_a_card_of_its_own_is_no_question_and_one_by_another_bot_is(telegram, harbour, listening, tmp_path):
    chat = telegram.private_chat()
    other = {"id": 5, "is_bot": True, "first_name": "Words", "username": "words_bot"}
    with answering(telegram, harbour, tmp_path, listening):
        chat.sends({"text": TIDE, "via_bot": telegram.bot_json()})
        chat.sends({"text": "How high was the tide?", "via_bot": other})
        assert chat.hears().quotes == [TIDE]
        assert still_answers(chat)
    assert listening.questions == ["How high was the tide?", "And after all that?"]


def test_a_forwarded_question_is_a_question(telegram, harbour, listening, tmp_path):
    chat = telegram.private_chat()
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
    with answering(telegram, harbour, tmp_path, listening):
        chat.sends({"text": "How high was the tide?", "forward_origin": origin})
        assert chat.hears().quotes == [TIDE]


def test_in_a_group_a_picture_can_ask_and_a_mention_can_point_at_a_question(telegram, harbour, listening, tmp_path):
    group = telegram.group("Ada", "Bela")
    name = f"@{telegram.username}"
    mention = [{"type": "mention", "offset": 0, "length": len(name)}]
    with answering(telegram, harbour, tmp_path, listening):
        group.sends({**PHOTO, "caption": f"{name} What is this?", "caption_entities": mention})
        group.hears()
        theirs = {"message_id": 1, "date": 1, "chat": group.as_json(), "from": group.people[1].as_json()}
        group.sends({"text": name, "entities": mention, "reply_to_message": {**theirs, "text": "How high?"}})
        group.hears()
        group.sends(PHOTO)
        group.says("/ask@another_bot How high?")
        group.says(f"/ask@{telegram.username}")
        assert group.hears().text == ENGLISH.no_question
    assert listening.questions == ["What is this?", "How high?"]


def test_a_command_that_fails_is_owned_up_to(telegram, harbour_folder, tmp_path):
    chat = telegram.private_chat()
    folder = copy_library(harbour_folder, tmp_path / "library")
    with Library.open(folder) as library, answering(telegram, library, tmp_path):
        (folder / "articles.sqlite").write_bytes(b"no database")
        (folder / "articles.sqlite-wal").unlink(missing_ok=True)
        assert asked(chat, "/article 1").text == ENGLISH.failed
        assert asked(chat, "/help").text.startswith("How to ask")


@pytest.mark.parametrize("secret", [None, "", "wrong", "only-telegram-and-we-know-thi"])
def test_a_webhook_hears_nobody_who_does_not_know_the_secret(telegram, harbour, listening, tmp_path, secret):
    chat, port = telegram.private_chat(), free_port()
    webhook = Webhook("https://bot.example/quoth", "only-telegram-and-we-know-this", "127.0.0.1", port)
    header = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    with answering(telegram, harbour, tmp_path, listening, webhook=webhook):
        chat.says("How high was the tide?")
        forged = httpx.post(f"http://127.0.0.1:{port}/quoth", json=telegram.updates[0], headers=header)
        assert forged.status_code == 403
        giant = httpx.post(f"http://127.0.0.1:{port}/quoth", content=b"[" * 1_000_000, headers=header)
        assert giant.status_code in (400, 403)
    assert listening.questions == []


# Inline: one query comes with every key.


def test_of_what_somebody_types_inline_only_the_last_is_worked_on(telegram, harbour, listening, tmp_path):
    person, other = telegram.private_chat("Ada").people[0], telegram.private_chat("Bela").people[0]
    typed = "How high was the tide?"
    with answering(telegram, harbour, tmp_path, listening):
        with telegram.changed:
            for end in range(1, len(typed)):
                query = {"id": f"key{end}", "from": person.as_json(), "query": typed[:end], "offset": ""}
                telegram.update({"inline_query": query})
        (offered,) = telegram.queries(person, typed)
        assert offered.results[0].description == TIDE
        telegram.queries(other, "How low?")
        time.sleep(0.5)
    assert listening.questions == [typed, "How low?"]
    assert telegram.calls.count("answerInlineQuery") == 2
