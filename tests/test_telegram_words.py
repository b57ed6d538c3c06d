"""The interface in each language: the same phrases, each fit for its place, and none in another's letters."""

import re
import string
from dataclasses import fields

import pytest

from bot.telegram_buttons import LABEL
from bot.telegram_html import shown_length
from bot.telegram_words import ADMIN_COMMANDS, COMMANDS, ENGLISH, GROUP_COMMANDS, LANGUAGES, RUSSIAN, words_in
from tests.telegram_judge import read_message

BUTTONS = (
    "in_context more others sources back wider quotes_each context_on context_off yes no undo ask_in_private"
    " nothing_found"
).split()
NOTICES = "thanks no_more no_others not_yours gone article_gone failed a_day a_minute not_allowed".split()
NAMES = re.compile(r"</?b>|/[a-z]+|\{[^}]*\}|\.[a-z]+|Quoth|Telegram|id")
"""What is written in Latin letters in every language: commands, markup, places to fill in, file names, names."""

every_language = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)


def phrases(words):
    """Every phrase by its name; menus and descriptions too."""
    found = {f.name: getattr(words, f.name) for f in fields(words) if f.name not in ("language", "menu")}
    return {**found, **{f"menu {name}": text for name, text in words.menu.items()}}


def places(phrase):
    """What is filled in into a phrase."""
    return [name for _, name, _, _ in string.Formatter().parse(phrase or "") if name is not None]


def test_both_languages_have_the_same_phrases_with_the_same_places_to_fill_in():
    english, russian = phrases(ENGLISH), phrases(RUSSIAN)
    assert {name: places(text) for name, text in english.items()} == {
        name: places(text) for name, text in russian.items()
    }
    assert [name for name, text in russian.items() if not text] == []
    assert [name for name, text in english.items() if not text] == ["bad_question"]


def test_no_phrase_is_in_the_letters_of_another_language():
    assert [text for text in phrases(RUSSIAN).values() if re.search("[A-Za-z]", NAMES.sub("", text))] == []
    assert [text for text in phrases(ENGLISH).values() if text and re.search("[А-яЁё]", text)] == []


@every_language
def test_every_phrase_fits_in_its_place(words):
    found = phrases(words)
    assert max(shown_length(text) for text in (words.welcome, words.help, words.about)) < 2000
    assert [name for name in BUTTONS if len(found[name]) > LABEL] == []
    assert [name for name in NOTICES if len(found[name]) > 180] == []
    assert len(words.description) <= 512
    assert len(words.short_description) <= 120
    assert max(map(len, words.menu.values())) <= 256


@every_language
def test_telegram_reads_every_phrase(words):
    for text in filter(None, phrases(words).values()):
        read_message(text, "HTML")


@every_language
def test_every_command_is_in_the_menu_and_the_help_names_none_that_is_not(words):
    assert set(words.menu) == {*COMMANDS, *GROUP_COMMANDS, *ADMIN_COMMANDS}
    text = words.welcome + words.help + words.about
    assert set(re.findall(r"(?<![<\w])/([a-z]+)", text)) <= set(COMMANDS)


def test_a_language_is_found_by_telegrams_codes_and_else_english_is_spoken():
    assert [words_in(code) for code in ("ru", "ru-RU", "RU", "de", "", None)] == [RUSSIAN] * 3 + [ENGLISH] * 3
    assert words_in(None, "ru") is RUSSIAN
