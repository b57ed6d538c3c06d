"""The bot's commands, description and short description, as Telegram shows them, in each language."""

from __future__ import annotations

import logging
from hashlib import sha256
from itertools import product

from telegram import (
    Bot,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, TelegramError

from bot.state import State
from bot.telegram_words import ADMIN_COMMANDS, COMMANDS, ENGLISH, GROUP_COMMANDS, LANGUAGES

log = logging.getLogger(__name__)


async def introduce(bot: Bot, state: State, admins: frozenset[int]) -> None:
    """Set the menus for private chats, groups and administrators, and what the bot says of itself.

    What was set before is not set again: Telegram allows it only now and then. Nothing waits for it, and what fails
    is tried at the next start.
    """
    try:
        await _introduce(bot, state, admins)
    except TelegramError as error:
        log.warning("Menus and descriptions wait for the next start: %s", error)


async def _introduce(bot: Bot, state: State, admins: frozenset[int]) -> None:
    scopes: list[tuple[BotCommandScope, tuple[str, ...]]] = [
        (BotCommandScopeAllPrivateChats(), COMMANDS),
        (BotCommandScopeAllGroupChats(), GROUP_COMMANDS),
        *((BotCommandScopeChat(admin), ADMIN_COMMANDS) for admin in sorted(admins)),
    ]
    mark = sha256(repr((bot.id, LANGUAGES, scopes)).encode()).hexdigest()
    if state.note("menus") == mark:
        return
    complete = True
    for (scope, names), words in product(scopes, LANGUAGES.values()):
        try:
            commands = [(name, words.menu[name]) for name in names]
            await bot.set_my_commands(commands, scope=scope, language_code=_code(words.language))
        except BadRequest as error:
            # An administrator who has not written to the bot yet has no chat for a menu.
            log.info("A menu waits: %s", error)
            complete = False
    for words in LANGUAGES.values():
        await bot.set_my_description(words.description, language_code=_code(words.language))
        await bot.set_my_short_description(words.short_description, language_code=_code(words.language))
    if complete:
        state.keep_note("menus", mark)


def _code(language: str) -> str | None:
    """A language as Telegram is told it: None for everybody who has no other."""
    return None if language == ENGLISH.language else language
