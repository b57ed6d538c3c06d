"""The interface in each language: the same phrases, each fit for its place, and none in another's letters."""

import ast
import re
import string
from dataclasses import fields

import pytest

from bot.among import among_line
from bot.answer import NOTHING_QUOTED, Answer
from bot.differing.opposites import OPPOSITES
from bot.telegram_buttons import LABEL
from bot.telegram_html import shown_length
from bot.telegram_translated import DIFFERENCES
from bot.telegram_words import ADMIN_COMMANDS, COMMANDS, ENGLISH, GROUP_COMMANDS, LANGUAGES, RUSSIAN, words_in
from index.catalog import Among
from index.scope import Scope
from tests.conftest import ROOT
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
    found = {f.name: getattr(words, f.name) for f in fields(words)}
    found = {name: text for name, text in found.items() if isinstance(text, str) and name != "language"}
    among = {f"among {f.name}": getattr(words.among, f.name) for f in fields(words.among) if "months" not in f.name}
    return {**found, **among, **{f"menu {name}": text for name, text in words.menu.items()}}


def places(phrase):
    """What is filled in into a phrase."""
    return [name for _, name, _, _ in string.Formatter().parse(phrase or "") if name is not None]


def test_both_languages_have_the_same_phrases_with_the_same_places_to_fill_in():
    english, russian = phrases(ENGLISH), phrases(RUSSIAN)
    assert {name: places(text) for name, text in english.items()} == {
        name: places(text) for name, text in russian.items()
    }
    assert [name for name, text in [*english.items(), *russian.items()] if not text] == []


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
    text = words.welcome + words.help + words.about + words.write_in_group
    assert set(re.findall(r"(?<![<\w])/([a-z]+)", text)) <= set(COMMANDS)


def raised(*names):
    """The messages with which the library refuses, 7 standing for what is filled in."""
    for file in (ROOT / "index").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names and call.args:
                message = call.args[-1]
                parts = message.values if isinstance(message, ast.JoinedStr) else [message]
                found = [part.value if isinstance(part, ast.Constant) else "7" for part in parts]
                if isinstance(message, ast.JoinedStr | ast.Constant):
                    yield "".join(found)


def test_every_reason_why_an_article_is_refused_has_russian_words():
    at_the_command_line = ("folder", "Standard input", "no such file", "This is not a file", "question file")
    reasons = [text for text in raised("ReadingError", "Refusal") if not any(n in text for n in at_the_command_line)]
    assert len(reasons) > 20
    assert [text for text in reasons if not RUSSIAN.told(text)] == []


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("This is a PDF, which is not supported yet: save it as text or HTML and add that.", "Это PDF, "),
        ('Line 3 has no text: give it a "text" or "body" and add the file again.', "Строка 3: нет текста."),
        ("The page can't be reached ([Errno 111] {x}): check the address and the connection.", "([Errno 111] {x})"),
        ("how many ships", "число («ships»)"),
        (NOTHING_QUOTED, "сначала спросите о статьях"),
    ],
)
def test_what_the_library_says_is_told_in_russian_with_what_it_names(english, russian):
    assert russian in RUSSIAN.told(english)
    assert ENGLISH.told(english) == english


def test_what_has_no_words_in_russian_is_not_told():
    assert RUSSIAN.told("The moon is down.") is None


@pytest.mark.parametrize(
    ("among", "line"),
    [
        (Among(outlets=("The Gull", "Echo")), "Только статьи из The Gull или Echo"),
        (Among(after="2031-05-03", before="2031-05-05"), "Только статьи с 3 по 5 мая 2031"),
        (Among("Gull", "2031-05-01", "2031-05-31"), "Только статьи из Gull, за май 2031"),
    ],
)
def test_among_which_articles_was_asked_is_said_in_russian(among, line):
    answer = Answer("Who?", "Who?", True, None, (), 1.0, scope=Scope("Who?", among, True))
    assert among_line(answer, RUSSIAN.among) == line


def test_a_language_is_found_by_telegrams_codes_and_else_english_is_spoken():
    assert [words_in(code) for code in ("ru", "ru-RU", "RU", "de", "", None)] == [RUSSIAN] * 3 + [ENGLISH] * 3
    assert words_in(None, "ru") is RUSSIAN


def test_all_opposites_have_words_in_russian() -> None:
    told = {f"whether it {on}" for pairs in OPPOSITES.values() for on in pairs}
    assert told <= DIFFERENCES.keys()
