"""The buttons under messages. A button carries a verb, the key of what is shown, and numbers: "c:Zk3…:1:0"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer import Answer
from bot.state import Person, Shown
from bot.telegram_html import visible
from bot.telegram_words import LANGUAGES, Words

QUOTE_COUNTS = (1, 3, 5)
"""How many quotes per answer can be chosen."""
WIDEST = 4
"""Paragraphs on each side that a quote can be shown with."""
LISTS = "sld"
"""The lists of articles: those on a question, all from the first on, all from the newest on."""
LABEL = 60
"""Characters of a button that can be read."""


Keyboard = InlineKeyboardMarkup | None
"""Buttons, or None where there are none: Telegram takes no empty keyboard."""


class Press(NamedTuple):
    """What a button says when it is pressed."""

    verb: str
    key: str
    numbers: tuple[int, ...]


def read_press(data: str) -> Press:
    """A button's data as it was given to Telegram."""
    verb, key, *numbers = data.split(":")
    return Press(verb, key, tuple(map(int, numbers)))


def button(label: str, verb: str, key: str, *numbers: int) -> InlineKeyboardButton:
    """A button with a label."""
    label = visible(label)
    label = label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"
    return InlineKeyboardButton(label, callback_data=":".join([verb, key, *map(str, numbers)]))


def keyboard(*rows: Iterable[InlineKeyboardButton]) -> Keyboard:
    """Rows of buttons, empty ones left out."""
    filled = [row for row in map(list, rows) if row]
    return InlineKeyboardMarkup(filled) if filled else None


def answer_keyboard(shown: Shown, answer: Answer, near: Sequence[str], words: Words) -> Keyboard:
    """Under an answer: ways on, and votes. Under a refusal: the headlines of the nearest articles."""
    key = shown.key
    votes = [button("👍", "u", key, 1), button("👎", "u", key, -1)]
    if answer.reason == "empty_library":
        return None
    if not answer.answered:
        return keyboard(*([button(headline, "n", key, i)] for i, headline in enumerate(near)), votes)
    return keyboard(
        [button(words.in_context, "c", key, 0, 0), button(words.more, "m", key, 0)],
        [button(words.others, "o", key, 0), button(words.sources, "s", key, 0)],
        votes,
    )


def context_keyboard(  # noqa: PLR0913, PLR0917
    key: str, number: int, total: int, wide: int, more: bool, words: Words
) -> Keyboard:
    """Under a quote in its context: the quotes before and after it, and more around it where there is more."""
    steps = [button("‹", "c", key, number - 1, wide)] if number else []
    steps += [button(f"{number + 1}/{total}", "c", key, number, wide)] if total > 1 else []
    steps += [button("›", "c", key, number + 1, wide)] if number + 1 < total else []
    wider = [button(words.wider, "c", key, number, wide + 1)] if more and wide < WIDEST else []
    return keyboard(steps, wider, [button(words.back, "a", key)])


def paged_keyboard(verb: str, key: str, page: int, total: int, back: str | None) -> Keyboard:
    """Under one of several pages: the pages before and after it, and the way back to the answer."""
    steps = [button("‹", verb, key, page - 1)] if page else []
    steps += [button(f"{page + 1}/{total}", verb, key, page)] if total > 1 else []
    steps += [button("›", verb, key, page + 1)] if page + 1 < total else []
    return keyboard(steps, [button(back, "a", key)] if back else [])


def list_keyboard(  # noqa: PLR0913, PLR0917
    verb: str, key: str, page: int, total: int, numbers: Sequence[int], back: str | None
) -> Keyboard:
    """Under a page of a list of articles: one button for each, by its number, and what is under any page."""
    articles = [button(str(number), "t", key, i, page, LISTS.index(verb)) for i, number in enumerate(numbers)]
    under = paged_keyboard(verb, key, page, total, back)
    return keyboard(articles, *(under.inline_keyboard if under else ()))


def choices(verb: str, key: str, labels: Sequence[str]) -> Keyboard:
    """One button for each label, below each other, with their numbers."""
    return keyboard(*([button(label, verb, key, i)] for i, label in enumerate(labels)))


def yes_or_no(verb: str, key: str, words: Words) -> Keyboard:
    """Two buttons: 1 for yes, 0 for no."""
    return keyboard([button(words.yes, verb, key, 1), button(words.no, verb, key, 0)])


def settings_keyboard(key: str, person: Person, words: Words) -> Keyboard:
    """A person's settings, those in force marked."""
    counts = [
        button(("✓ " if count == person.quotes else "") + words.quotes_each.format(count), "e", key, 0, count)
        for count in QUOTE_COUNTS
    ]
    context = [button(words.context_on if person.context else words.context_off, "e", key, 1, int(not person.context))]
    names = {"en": "English", "ru": "Русский"}
    languages = [
        button(("✓ " if code == words.language else "") + names[code], "e", key, 2, i)
        for i, code in enumerate(LANGUAGES)
    ]
    return keyboard(counts, context, languages)
