"""Administrators change the library in their chat, and can change it back."""

import http.server
import json
import threading

import pytest

from bot.telegram_words import ENGLISH
from index.library import Library
from tests.conftest import copy_library
from tests.telegram_bot import TIDE, answering, eventually, harbour_folder, telegram
from tests.telegram_server import Fault

__all__ = ["harbour_folder", "telegram"]

LAMP = "The lamp in the lighthouse of Osterby burns blue since Monday.\n\n“We ran out of clear oil,” said Cleo Nord."


@pytest.fixture
def library(harbour_folder, tmp_path):
    with Library.open(copy_library(harbour_folder, tmp_path / "library")) as opened:
        yield opened


@pytest.fixture
def keeper(telegram):
    return telegram.private_chat("Keeper")


@pytest.fixture
def bot(telegram, library, keeper, tmp_path):
    """The bot, with its state, for an administrator."""
    with answering(telegram, library, tmp_path, admins=frozenset([keeper.people[0].id])) as state:
        yield state


def headlines(library):
    return [entry.headline for entry in library.entries()]


def receipt_of(chat):
    assert chat.hears().text == ENGLISH.reading
    return chat.sees()


def test_a_file_is_added_with_a_receipt_and_can_be_taken_back(library, keeper, bot):
    keeper.sends_file("lamp.txt", f"A blue lamp\n\n{LAMP}".encode())
    receipt = receipt_of(keeper)
    assert receipt.words("bold")[0] == ENGLISH.added
    assert "lamp.txt" in receipt.text
    assert "Cleo Nord" in receipt.words("bold")
    assert any(LAMP in library.get(entry.id).text for entry in library.entries())
    keeper.says("What colour does the lamp in the lighthouse of Osterby burn?")
    assert "burns blue" in keeper.hears().text
    keeper.presses(receipt, ENGLISH.undo)
    assert keeper.sees().text == f"{ENGLISH.undone} (1)\n• A blue lamp"
    assert len(library.entries()) == 7


def test_a_newer_version_is_added_and_taken_back_to_the_older_one(library, keeper, bot):
    keeper.sends_file("lamp.txt", LAMP.encode())
    receipt_of(keeper)
    keeper.sends_file("lamp.txt", LAMP.replace("blue", "green").encode())
    receipt = receipt_of(keeper)
    assert receipt.words("bold")[0] == ENGLISH.updated
    keeper.presses(receipt, ENGLISH.undo)
    keeper.sees()
    assert [entry for entry in library.entries() if "burns blue" in library.get(entry.id).text]
    assert len(library.entries()) == 8


def test_what_has_changed_since_is_not_taken_back(library, keeper, bot):
    keeper.sends_file("lamp.txt", LAMP.encode())
    receipt_of(keeper)
    receipts = []
    for colour in ("green", "red"):
        keeper.sends_file("lamp.txt", LAMP.replace("blue", colour).encode())
        receipts.append(receipt_of(keeper))
    keeper.presses(receipts[0], ENGLISH.undo)
    assert keeper.sees().text == ENGLISH.not_undone
    assert "burns red" in library.get(library.entries()[-1].id).text


def test_many_articles_have_one_receipt_with_their_headlines_and_one_way_back(library, keeper, bot):
    lines = [json.dumps({"title": f"Mill {n}", "text": f"The mill number {n} turns."}) for n in range(12)]
    keeper.sends_file("mills.jsonl", "\n".join([*lines, "{}"]).encode())
    receipt = receipt_of(keeper)
    assert receipt.text.startswith(f"{ENGLISH.added} (12)\n• Mill 0\n")
    assert f"{ENGLISH.and_more.format(2)}\n\n{ENGLISH.refused} (1)\n• mills.jsonl#13: Line 13 has no" in receipt.text
    keeper.presses(receipt, ENGLISH.undo)
    assert keeper.sees().text.startswith(f"{ENGLISH.undone} (12)\n• Mill 0\n")
    assert len(library.entries()) == 7


def test_help_tells_administrators_how_to_add_and_nobody_else(telegram, keeper, bot):
    other = telegram.private_chat("Ada")
    for chat in (keeper, other):
        chat.says("/help")
    assert "/remove" in keeper.hears().text
    assert "/remove" not in other.hears().text


def test_a_refusal_is_in_russian_for_who_speaks_it(telegram, library, tmp_path):
    keeper = telegram.private_chat("Хранитель", language="ru")
    with answering(telegram, library, tmp_path, admins=frozenset([keeper.people[0].id])):
        keeper.sends_file("lamp.txt", b"")
        keeper.hears()
        assert keeper.sees().text == "Не добавлено\nВ нём ничего нет: пришлите файл с текстом статьи."


def test_the_same_file_again_is_told_and_has_no_button(keeper, bot):
    keeper.sends_file("lamp.md", LAMP.encode())
    receipt_of(keeper)
    keeper.sends_file("lamp.md", LAMP.encode())
    receipt = receipt_of(keeper)
    assert (receipt.words("bold")[0], receipt.labels) == (ENGLISH.unchanged, [])


def test_what_cannot_be_read_is_refused_with_what_to_do(library, keeper, bot):
    keeper.sends_file("lamp.pdf", b"%PDF-1.7")
    assert keeper.hears().text == ENGLISH.not_readable
    keeper.sends_file("lamp.txt", b"lamp", size=20_000_001)
    assert keeper.hears().text == ENGLISH.too_big.format(20)
    keeper.sends_file("../lamp.txt", b"")
    refused = receipt_of(keeper)
    assert refused.text == f"{ENGLISH.refused}\nThere is nothing in it: add a file with the article's text."
    assert len(library.entries()) == 7


def test_a_change_to_what_was_sent_to_be_added_is_no_question(library, keeper, bot):
    link = keeper.says("http://127.0.0.1:1/page")
    receipt_of(keeper)
    keeper.edits(link, "http://127.0.0.1:1/page")
    keeper.says("/help")
    assert keeper.hears().text.startswith("How to ask")


def test_a_file_that_telegram_does_not_give_is_told(telegram, library, keeper, bot):
    telegram.fails(
        "getFile", Fault(400, "Bad Request: file is too big"), Fault(500), Fault(400, "Bad Request: wrong id")
    )
    keeper.sends_file("lamp.txt", LAMP.encode())
    assert keeper.hears().text == ENGLISH.too_big.format(20)
    keeper.sends_file("lamp.txt", LAMP.encode())
    assert keeper.hears().text == ENGLISH.failed
    assert len(library.entries()) == 7


def test_a_forwarded_message_is_added_with_its_channel(library, keeper, bot):
    channel = {"id": -1005, "type": "channel", "title": "Osterby News", "username": "osterby_news"}
    origin = {"type": "channel", "date": 1_900_000_000, "chat": channel, "message_id": 12}
    keeper.sends({"text": f"A blue lamp\n\n{LAMP}", "forward_origin": origin})
    receipt = receipt_of(keeper)
    entry = library.entries()[-1]
    assert (entry.title, entry.outlet, entry.published) == ("A blue lamp", "Osterby News", "2030-03-17")
    assert entry.origins == ("https://t.me/osterby_news/12",)
    assert "Osterby News" in receipt.text


def test_links_are_read_and_added(library, keeper, bot, tmp_path):
    (tmp_path / "lamp.html").write_text(
        f"<html><head><title>A blue lamp</title></head><body><article><h1>A blue lamp</h1>"
        f"{''.join(f'<p>{part}</p>' for part in LAMP.split(chr(10) * 2) * 3)}</article></body></html>"
    )

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *rest):
            super().__init__(*rest, directory=str(tmp_path))

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as page:
        threading.Thread(target=page.serve_forever, daemon=True).start()
        keeper.says(f"http://127.0.0.1:{page.server_port}/lamp.html")
        receipt = receipt_of(keeper)
        keeper.says(f"http://127.0.0.1:{page.server_port}/lamp.html\nhttp://127.0.0.1:{page.server_port}/none")
        again = receipt_of(keeper)
        page.shutdown()
    assert receipt.words("bold")[0] == ENGLISH.added
    assert again.words("bold") == [ENGLISH.unchanged, ENGLISH.refused]
    assert library.entries()[-1].title == "A blue lamp"


def test_remove_asks_before_it_takes_an_article_out(library, keeper, bot):
    keeper.says("/remove 1")
    question = keeper.hears()
    assert "High water at Osterby" in question.text
    keeper.presses(question, ENGLISH.no)
    assert keeper.sees().text == ENGLISH.kept
    assert "High water at Osterby" in headlines(library)
    keeper.says("/remove 1")
    keeper.presses(keeper.hears(), ENGLISH.yes)
    assert keeper.sees().text == f"{ENGLISH.removed} (1)\n• High water at Osterby"
    assert "High water at Osterby" not in headlines(library)
    keeper.says("/remove 99")
    assert keeper.hears().text == ENGLISH.no_article


def test_stats_and_users_tell_who_asked_how_much(telegram, keeper, bot):
    other = telegram.private_chat("Ada <&>")
    other.says("How high did the tide at Osterby rise?")
    assert TIDE in other.hears().quotes
    eventually(lambda: bot.totals().questions)
    keeper.says("/stats")
    stats = keeper.hears().text
    keeper.says("/users")
    users = keeper.hears().text
    assert "Questions: 1, of which answered 1, refused 0" in stats
    assert f"Ada <&> · {other.people[0].id} · questions: 1 · 20" in users


def test_nobody_else_can_change_the_library(telegram, library, bot):
    chat = telegram.private_chat("Ada")
    chat.sends_file("lamp.txt", LAMP.encode())
    assert chat.hears().text == ENGLISH.no_words
    chat.says("/remove 1")
    assert chat.hears().text == ENGLISH.unknown_command
    assert len(library.entries()) == 7
