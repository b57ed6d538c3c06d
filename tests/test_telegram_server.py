"""The judge must be able to condemn: what Telegram refuses is refused, and kept for the test to see."""

import json

import httpx
import pytest

from tests.telegram_judge import MESSAGE_LENGTH
from tests.telegram_server import TelegramServer


@pytest.fixture(scope="module")
def server():
    with TelegramServer() as running:
        yield running


@pytest.fixture
def telegram(server):
    server.refused.clear()
    return server


def call(telegram, method, token=None, **parameters):
    return httpx.post(f"{telegram.url}/bot{token or telegram.token}/{method}", data=parameters).json()


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("<b>never closed", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("<blink>no such tag</blink>", 'Bad Request: can\'t parse entities: Unsupported start tag "blink"'),
        ("a" * (MESSAGE_LENGTH + 1), "Bad Request: message is too long"),
        ("🌊" * (MESSAGE_LENGTH // 2 + 1), "Bad Request: message is too long"),
        (" \n\u200b", "Bad Request: message text is empty"),
        ("<b>a</b> " * 101, "Bad Request: Telegram would drop the entities after the first 100"),
    ],
)
def test_a_message_that_telegram_would_not_take(telegram, text, description):
    chat = telegram.private_chat()
    answer = call(telegram, "sendMessage", chat_id=chat.id, text=text, parse_mode="HTML")
    assert answer["ok"] is False
    assert answer["description"].startswith(description)
    assert telegram.refused == [f"sendMessage: {answer['description']}"]
    assert not chat.unheard


@pytest.mark.parametrize(
    ("method", "parameters", "description"),
    [
        ("sendMesage", {}, "Not Found"),
        ("sendMessage", {"chat_id": 5}, "Bad Request: sendMessage: ('text',): Field required"),
        ("sendMessage", {"chat_id": 5, "text": "a", "parse_mod": "HTML"}, "has no parameter parse_mod"),
        ("sendMessage", {"chat_id": 5, "text": "a", "reply_parameters": '{"message": 1}'}, "has no parameter message"),
        (
            "sendMessage",
            {"chat_id": 5, "text": "a", "link_preview_options": '{"disabled": true}'},
            "has no parameter disabled",
        ),
        ("sendMessage", {"chat_id": 5, "text": "a"}, "Bad Request: chat not found"),
        ("setMyCommands", {"commands": '[{"command": "Ask", "description": "a"}]'}, "BOT_COMMAND_INVALID"),
        ("setMyShortDescription", {"short_description": "a" * 121}, "description is too long"),
        ("setWebhook", {"url": "http://bot.example/hook"}, "An HTTPS URL must be provided"),
        ("setWebhook", {"url": "https://bot.example/hook", "secret_token": "ä"}, "unallowed characters"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old"),
        ("answerInlineQuery", {"inline_query_id": "1", "results": "[]"}, "query is too old"),
        ("getFile", {"file_id": "1"}, "invalid file_id"),
    ],
)
def test_a_call_that_telegram_would_not_take(telegram, method, parameters, description):
    assert description in call(telegram, method, **parameters)["description"]
    assert len(telegram.refused) == 1


def test_a_reply_needs_a_message_to_reply_to(telegram):
    chat = telegram.private_chat()
    reply = {"chat_id": chat.id, "text": "a", "reply_parameters": '{"message_id": 9}'}
    assert call(telegram, "sendMessage", **reply)["description"] == "Bad Request: message to be replied not found"


def test_a_wrong_token_is_unauthorized(telegram):
    assert call(telegram, "getMe", token="7001:wrong") == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }


def test_updates_stay_until_they_are_confirmed(telegram):
    chat = telegram.private_chat()
    first, second = chat.says("one"), chat.says("two")
    updates = call(telegram, "getUpdates")["result"]
    assert [update["message"]["message_id"] for update in updates] == [first, second]
    again = call(telegram, "getUpdates", offset=updates[1]["update_id"])["result"]
    assert [update["message"]["message_id"] for update in again] == [second]
    assert call(telegram, "getUpdates", offset=updates[1]["update_id"] + 1)["result"] == []


def test_what_telegram_keeps_of_a_message_is_what_the_chat_hears(telegram):
    chat = telegram.private_chat()
    markup = "  <blockquote>a\u202e&lt;b&gt;\tc</blockquote>\r\n<a href='https://a.example'>🌊 sea</a> \n"
    call(telegram, "sendMessage", chat_id=chat.id, text=markup, parse_mode="HTML")
    heard = chat.hears()
    assert heard.text == "a<b> c\n🌊 sea"
    assert heard.quotes == ["a<b> c"]
    assert heard.links == {"🌊 sea": "https://a.example/"}
    assert telegram.refused == []


def test_an_edit_must_change_a_message_of_the_bot(telegram):
    chat = telegram.private_chat()
    theirs = chat.says("one")
    call(telegram, "sendMessage", chat_id=chat.id, text="two")
    ours = chat.hears().id
    edits = [(theirs, "three"), (ours + 1, "three"), (ours, "two"), (ours, "three")]
    answers = [call(telegram, "editMessageText", chat_id=chat.id, message_id=i, text=text) for i, text in edits]
    assert [answer.get("description", "").partition(":")[2].strip() for answer in answers[:2]] == [
        "message can't be edited",
        "message to edit not found",
    ]
    assert "message is not modified" in answers[2]["description"]
    assert (answers[3]["ok"], chat.sees().text) == (True, "three")


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "a", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": " ", "callback_data": "a"}, "button text is empty"),
        ({"text": "a", "url": "not an address"}, "BUTTON_URL_INVALID"),
    ],
)
def test_a_button_that_telegram_would_not_take(telegram, button, description):
    chat = telegram.private_chat()
    markup = json.dumps({"inline_keyboard": [[button]]})
    assert description in call(telegram, "sendMessage", chat_id=chat.id, text="a", reply_markup=markup)["description"]


def test_private_chats_share_one_count_of_messages_and_a_supergroup_has_its_own(telegram):
    one, two, group = telegram.private_chat(), telegram.private_chat(), telegram.group(supergroup=True)
    assert two.says("a") == one.says("b") - 1
    assert group.says("c") == 1


def test_a_group_that_moved_says_where_to(telegram):
    group = telegram.group()
    moved = group.becomes_supergroup()
    answer = call(telegram, "sendMessage", chat_id=group.id, text="a")
    assert answer["parameters"] == {"migrate_to_chat_id": moved.id}
