"""Buttons under answers: each changes the message that it stands under."""

import pytest

from bot.telegram_words import ENGLISH
from index.articles import Article
from index.library import Library
from tests.conftest import copy_library
from tests.telegram_bot import TIDE, TIDE_ARTICLE, answering, harbour, harbour_folder, quoting, telegram

__all__ = ["harbour", "harbour_folder", "telegram"]

LOCKS = "“We closed the lock gates at nine,” Brandt said."
REGATTA = (
    Article(
        "The Osterby regatta had 40 boats, harbour master Ilse Brandt said.",
        "/home/keeper/regatta.txt",
        title="Osterby regatta",
        outlet="The Osterby Echo",
        published="2031-06-01",
    ),
    Article(
        "The Osterby regatta had 40 boats, harbour master Ilse Brandt said. The wind was good in Tarn and in Orlo.",
        "/home/keeper/harbour.txt",
        title="Osterby regatta in the harbour",
        outlet="The Osterby Echo",
        published="2031-06-01",
    ),
    Article(
        "The Osterby regatta had 62 boats, head teacher Bela Roth said. Ilse Brandt was not there.",
        "/home/keeper/boats.txt",
        title="Boats at the Osterby regatta",
        outlet="Clay & Glaze",
        published="2031-06-02",
    ),
)
PIER = "Mayor Tomas Lindqvist told reporters that the town would pay for the broken pier."


@pytest.fixture
def two(harbour):
    return quoting(harbour, TIDE, LOCKS)


def asked(chat, question="How high was the tide?", **more):
    chat.says(question, **more)
    return chat.hears()


def test_in_context_shows_the_quote_bold_in_its_paragraph_and_steps_to_the_next(telegram, harbour, two, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, two):
        answer = asked(chat)
        assert chat.presses(answer, ENGLISH.in_context) == ""
        first = chat.sees()
        assert first.labels == ["1/2", "›", ENGLISH.wider, ENGLISH.back]
        chat.presses(first, "›")
        second = chat.sees()
        assert LOCKS in second.words("bold")
        assert second.quotes == [TIDE_ARTICLE.split("\n\n")[1]]
        chat.presses(second, ENGLISH.wider)
        wider = chat.sees()
        assert wider.quotes == [TIDE_ARTICLE]
        chat.presses(wider, ENGLISH.back)
        assert chat.sees() == answer
    assert (first.id, second.id, wider.id) == (answer.id,) * 3
    assert first.words("bold")[0] == TIDE


def test_a_very_long_paragraph_is_cut_around_the_quote(telegram, harbour_folder, tmp_path):
    folder = copy_library(harbour_folder, tmp_path / "library")
    wanted = "The lamp burnt blue."
    long = " ".join([f"Ship {n} came in." for n in range(400)] + [wanted] + [f"Ship {n} left." for n in range(400)])
    chat = telegram.private_chat()
    with Library.open(folder) as library:
        list(library.add([Article(long, "/home/keeper/ships.txt", title="Ships")]))
        with answering(telegram, library, tmp_path, quoting(library, wanted)):
            chat.presses(asked(chat), ENGLISH.in_context)
            shown = chat.sees()
    assert shown.words("bold")[0] == wanted
    (paragraph,) = shown.quotes
    assert paragraph.startswith("…")
    assert paragraph.endswith("…")
    assert paragraph[1:-1] in long


def test_more_quotes_others_who_speak_and_sources(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, quoting(harbour, TIDE)):
        answer = asked(chat, "What is said about the tide in Osterby?")
        chat.presses(answer, ENGLISH.others)
        others = chat.sees()
        chat.presses(others, ENGLISH.back)
        assert chat.sees() == answer
        chat.presses(answer, ENGLISH.sources)
        sources = chat.sees()
        chat.presses(sources, "1")
        first = chat.sees()
        chat.presses(first, ENGLISH.back)
        assert chat.sees() == sources
    assert first.text.startswith("High water at Osterby")
    assert others.text.startswith(ENGLISH.others_title)
    assert "Tomas Lindqvist" in others.words("bold")
    assert "Ilse Brandt" not in others.words("bold")
    assert "1. High water at Osterby · The Osterby Echo" in sources.text
    assert sources.labels[-1] == ENGLISH.back
    assert "Ferry" not in sources.text


def test_more_quotes_come_from_the_library(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, quoting(harbour, PIER)):
        answer = asked(chat, "How high did the tide at Osterby rise?")
        assert chat.presses(answer, ENGLISH.more) == ""
        more = chat.sees()
    assert more.text.startswith(ENGLISH.more_title)
    assert TIDE in more.quotes
    assert PIER not in more.quotes


def test_more_under_who_said_that_is_about_the_question_before(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        answer = asked(chat, "How high did the tide rise at Osterby?")
        who = asked(chat, "And who said that?")
        shown = []
        for message in (answer, who):
            for label in (ENGLISH.others, ENGLISH.sources):
                chat.presses(message, label)
                shown.append(chat.sees().text)
    assert shown[2:] == shown[:2]


def test_a_vote_is_kept_with_the_question_and_the_places_of_its_quotes(telegram, harbour, two, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, two) as state:
        answer = asked(chat)
        assert chat.presses(answer, "👎") == ENGLISH.thanks
        assert chat.presses(answer, "👍") == ENGLISH.thanks
        ((content,),) = state._rows("SELECT content FROM feedback")
        totals = state.totals()
    assert (totals.liked, totals.disliked) == (1, 0)
    assert '"question": "How high was the tide?"' in content
    assert harbour.entries()[0].version in content
    assert "4.2 metres" not in content


def test_a_button_works_after_a_restart(telegram, harbour, two, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, two):
        answer = asked(chat)
    with answering(telegram, harbour, tmp_path, two):
        assert chat.presses(answer, ENGLISH.in_context) == ""
        assert TIDE in chat.sees().words("bold")


def test_a_button_shows_what_was_quoted_after_the_article_changed_and_says_when_it_is_gone(
    telegram, harbour_folder, tmp_path
):
    folder = copy_library(harbour_folder, tmp_path / "library")
    chat = telegram.private_chat()
    with Library.open(folder) as library, answering(telegram, library, tmp_path, quoting(library, TIDE)):
        answer = asked(chat)
        changed = Article("The tide was lower than thought.", "https://echo.example/tide", title="High water")
        assert [receipt.outcome for receipt in library.add([changed])] == ["updated"]
        chat.presses(answer, ENGLISH.in_context)
        old = chat.sees()
        assert TIDE in old.words("bold")
        library.remove(library.get(changed.version).id)
        assert chat.presses(old, ENGLISH.back) == ENGLISH.article_gone


def test_the_articles_that_a_refusal_still_offers_open_when_one_of_them_is_gone(telegram, harbour_folder, tmp_path):
    folder = copy_library(harbour_folder, tmp_path / "library")
    chat = telegram.private_chat()
    with Library.open(folder) as library, answering(telegram, library, tmp_path):
        refusal = asked(chat, "Who won the chess championship in Reykjavik?")
        first, second = refusal.labels[:2]
        library.remove(next(entry.id for entry in library.entries() if entry.headline == first))
        chat.presses(refusal, second)
        chat.presses(chat.sees(), ENGLISH.back)
        again = chat.sees()
        assert again.labels == refusal.labels[1:]
        assert chat.presses(again, second) == ""
        assert chat.sees().text.startswith(second)


def test_accounts_copies_and_the_scope_are_there_again_after_back(telegram, harbour_folder, tmp_path):
    folder = copy_library(harbour_folder, tmp_path / "library")
    chat = telegram.private_chat()
    with Library.open(folder) as library:
        list(library.add(REGATTA))
        with answering(telegram, library, tmp_path):
            answer = asked(chat, "What did the Osterby Echo and Clay & Glaze report on how many boats the regatta had?")
            chat.presses(answer, ENGLISH.in_context)
            chat.presses(chat.sees(), ENGLISH.back)
            again = chat.sees()
    assert again == answer
    assert ENGLISH.differ_on.format("how many boats") in again.words("bold")
    assert {"Account 1", "Account 2"} <= {words.partition(":")[0] for words in again.words("bold")}
    assert {"Ilse Brandt", "Bela Roth"} <= {*again.words("bold")}
    assert "Only articles by" in again.text
    assert "Also in: Osterby regatta in the harbour" in again.text


def test_an_answer_that_was_forgotten_says_so(telegram, harbour, two, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, two) as state:
        answer = asked(chat)
        state.forget(chat.people[0].id)
        assert chat.presses(answer, ENGLISH.sources) == ENGLISH.gone


@pytest.mark.parametrize("shared", [False, True])
def test_in_a_group_only_the_asker_drives_a_message_unless_it_is_shared(telegram, harbour, two, tmp_path, shared):
    group = telegram.group("Ada", "Bela")
    with answering(telegram, harbour, tmp_path, two, shared_buttons=shared):
        answer = asked(group, f"/ask@{telegram.username} How high?")
        notice = group.presses(answer, ENGLISH.in_context, by=group.people[1])
        assert notice == ("" if shared else ENGLISH.not_yours)
        assert bool(group.unseen) == shared


def test_a_long_answer_comes_in_parts_with_the_buttons_under_the_last(telegram, harbour_folder, tmp_path):
    folder = copy_library(harbour_folder, tmp_path / "library")
    long = " ".join(f"The tide rose to {number} metres." for number in range(400))
    chat = telegram.private_chat()
    with Library.open(folder) as library:
        list(library.add([Article(long, "/home/keeper/long.txt", title="Tides")]))
        with answering(telegram, library, tmp_path, quoting(library, long)):
            question = chat.says("How high was the tide?")
            parts = [chat.hears() for _ in range(3)]
            chat.presses(parts[-1], ENGLISH.sources)
            assert chat.sees().id == parts[-1].id
            chat.edits(question, "How high?")
            assert [asked for asked in (chat.sees(),) if asked.id == parts[-1].id]
    assert " ".join(words for part in parts for words in part.quotes) == long
    assert [part.reply_to for part in parts] == [question] * 3
    assert [bool(part.buttons) for part in parts] == [False, False, True]
