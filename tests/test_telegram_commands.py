from bot.telegram_words import ENGLISH, RUSSIAN
from index.library import Library
from tests.conftest import copy_library
from tests.telegram_bot import TIDE, answering, harbour, harbour_folder, quoting, telegram

__all__ = ["harbour", "harbour_folder", "telegram"]


def told(chat, text, **more):
    chat.says(text, **more)
    return chat.hears()


def test_sources_lists_all_articles_in_pages_and_latest_by_day_the_newest_first(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        sources = told(chat, "/sources")
        chat.presses(sources, "›")
        rest = chat.sees()
        chat.presses(rest, "7")
        opened = chat.sees()
        chat.presses(opened, ENGLISH.back)
        assert chat.sees() == rest
        latest = told(chat, "/latest")
    assert sources.words("bold") == [
        ENGLISH.library_title,
        "High water at Osterby",
        "A cold kiln",
        "Books for the school",
        "Ferry 0",
        "Ferry 1",
    ]
    assert rest.words("bold")[1:] == ["Ferry 2", "Ferry 3"]
    assert "7. Ferry 3" in rest.text
    assert rest.labels == ["6", "7", "‹", "2/2"]
    assert opened.text.startswith("Ferry 3")
    assert latest.words("bold")[1:3] == ["High water at Osterby", "Ferry 3"]


def test_a_page_that_a_list_no_longer_has_shows_the_last_one(telegram, harbour_folder, tmp_path):
    chat = telegram.private_chat()
    folder = copy_library(harbour_folder, tmp_path / "library")
    with Library.open(folder) as library, answering(telegram, library, tmp_path):
        sources = told(chat, "/sources")
        for entry in library.entries()[4:]:
            library.remove(entry.id)
        chat.presses(sources, "›")
        assert chat.sees().labels == ["1", "2", "3", "4"]


def test_article_shows_where_it_is_from_and_who_speaks_in_it(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        by_number = told(chat, "/article 1")
        by_id = told(chat, f"/article {harbour.entries()[0].version[:12]}")
        path = told(chat, "/article 2")
        assert told(chat, "/article").text == ENGLISH.article_usage
        assert told(chat, "/article 99").text == ENGLISH.no_article
    assert by_number.text == by_id.text
    assert {"Ilse Brandt", "Tomas Lindqvist"} <= set(by_number.words("bold"))
    assert "Paragraphs: 3, sentences: 4" in by_number.text
    assert "https://" not in by_number.text
    assert "kiln.txt" in path.text
    assert "/home/keeper" not in path.text


def test_who_shows_what_somebody_says_by_any_part_of_the_name(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        found = told(chat, "/who brandt")
        nobody = told(chat, "/who <Nemo>")
        assert told(chat, "/who").text == ENGLISH.who_usage
    assert TIDE in found.quotes
    assert all("Ilse Brandt" in part for part in found.text.split("— ")[1:])
    assert nobody.text == ENGLISH.who_none.format("<Nemo>")


def test_settings_change_how_many_quotes_in_which_context_and_language(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    two = quoting(harbour, TIDE, "“We closed the lock gates at nine,” Brandt said.")
    with answering(telegram, harbour, tmp_path, two):
        settings = told(chat, "/settings")
        assert "✓ Quotes: 3" in settings.labels
        chat.presses(settings, "Quotes: 1")
        assert "✓ Quotes: 1" in chat.sees().labels
        assert told(chat, "How high?").quotes == [TIDE]
        chat.presses(settings, ENGLISH.context_off)
        assert ENGLISH.context_on in chat.sees().labels
        chat.presses(settings, "Русский")
        assert chat.sees().text.startswith("Настройки")
    with answering(telegram, harbour, tmp_path, two):
        answer = told(chat, "How high?")
    assert TIDE in answer.words("bold")
    assert RUSSIAN.in_context in answer.labels


def test_forget_deletes_everything_about_a_person_if_they_say_so(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, quoting(harbour, TIDE)) as state:
        told(chat, "How high?")
        kept = told(chat, "/forget")
        chat.presses(kept, ENGLISH.no)
        assert chat.sees().text == ENGLISH.kept
        assert state.people()
        chat.presses(told(chat, "/forget"), ENGLISH.yes)
        assert chat.sees().text == ENGLISH.forgotten
        assert state.people() == []
        assert state.turns(chat.id, chat.people[0].id) == []


def test_about_says_what_is_stored_and_what_leaves_the_machine(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        about = told(chat, "/about")
    assert "without any other service. Articles in the library: 7." in about.text
    assert "/forget deletes all of it" in about.text
