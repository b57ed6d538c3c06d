"""The languages that the bot speaks, and the commands that it tells of in each."""

from __future__ import annotations

from bot.telegram_english import ENGLISH
from bot.telegram_phrases import Words
from bot.telegram_russian import RUSSIAN

__all__ = ["ENGLISH", "RUSSIAN", "Words"]

COMMANDS = ("ask", "latest", "sources", "article", "who", "new", "cancel", "settings", "forget", "about", "help")
GROUP_COMMANDS = ("ask", "latest", "sources", "article", "who", "new", "cancel", "help")
ADMIN_COMMANDS = (*COMMANDS, "remove", "stats", "users")

LANGUAGES = {words.language: words for words in (ENGLISH, RUSSIAN)}


def words_in(*codes: str | None) -> Words:
    """The words in the first of these languages that there is, else in English; codes are Telegram's ("ru-RU")."""
    known = (LANGUAGES.get(code.partition("-")[0].lower()) for code in codes if code)
    return next((words for words in known if words), ENGLISH)
