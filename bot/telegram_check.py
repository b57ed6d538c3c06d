"""`quoth telegram --check`: whether token, library and settings would do, without answering anybody."""

from __future__ import annotations

import asyncio

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.settings import Settings
from bot.state import State
from bot.telegram_request import Request
from bot.telegram_topic import warm
from index.errors import QuothError, SettingError
from index.library import Library

BOT_API = "https://api.telegram.org"
STATE_FILE = "telegram.sqlite"
"""Where the bot's memory is in the library's folder."""
LOCK_FILE = "telegram.lock"
"""What a bot holds as long as it answers from the library."""


def token_of(settings: Settings) -> str:
    """The token, or SettingError when there is none."""
    if not settings.telegram_token:
        raise SettingError("There is no Telegram token: set QUOTH_TELEGRAM_TOKEN to the one that @BotFather gave you.")
    return settings.telegram_token


def refusal(error: TelegramError, api: str) -> SettingError:
    """What to tell the operator when the Bot API doesn't let the bot in."""
    if isinstance(error, InvalidToken):
        return SettingError(f"{api} refuses the token: set QUOTH_TELEGRAM_TOKEN to the one that @BotFather gave you.")
    if isinstance(error, BadRequest):
        return SettingError(f"{api} refuses what the bot is set to ({error}): mend the setting, and start again.")
    return SettingError(
        f"{api} doesn't answer as Telegram does ({type(error).__name__}):"
        " check the network and QUOTH_TELEGRAM_API, and start again."
    )


def check_and_tell(settings: Settings) -> None:
    """Print what is well. Raises SettingError with all that is wrong."""
    well, wrong = asyncio.run(check(settings))
    for sentence in well:
        print(sentence)
    if wrong:
        raise SettingError("\n".join(wrong))


async def check(settings: Settings) -> tuple[list[str], list[str]]:
    """What is well and what is wrong, as sentences."""
    well, wrong = [], []
    for look in (_library, _state):
        try:
            well.append(look(settings))
        except QuothError as error:
            wrong.append(str(error))
    try:
        well += await _telegram(settings)
    except SettingError as error:
        wrong.append(str(error))
    well.append(_doors(settings))
    return well, wrong


def _library(settings: Settings) -> str:
    with Library.open(settings.library, chroma_url=settings.chroma_url, model=settings.model) as library:
        warm(library)
        return f"The library at {settings.library} holds {len(library.entries())} articles and can be searched."


def _state(settings: Settings) -> str:
    if not settings.library.is_dir():
        return "The bot's memory will be made beside the library."
    state = State(settings.library / STATE_FILE)
    try:
        return f"The bot's memory is {STATE_FILE}; people in it: {state.totals().people}."
    finally:
        state.close()


async def _telegram(settings: Settings) -> list[str]:
    api = settings.telegram_api or BOT_API
    request = Request(lambda: None)
    bot = Bot(token_of(settings), f"{api}/bot", f"{api}/file/bot", request=request, get_updates_request=request)
    try:
        async with bot:
            return _facts(bot, await bot.get_webhook_info(), settings)
    except TelegramError as error:
        raise refusal(error, api) from None


def _facts(bot: Bot, webhook: WebhookInfo, settings: Settings) -> list[str]:
    """What Telegram knows of the bot, with what the operator may want to change there."""
    found = [f"The token is that of @{bot.username}."]
    if not bot.supports_inline_queries:
        found.append("Inline mode is off: switch it on with /setinline at @BotFather if you want it.")
    if not bot.can_join_groups:
        found.append("The bot can't be put into groups: /setjoingroups at @BotFather changes that.")
    if webhook.last_error_message:
        found.append(f"Telegram's last attempt to reach the webhook failed: {webhook.last_error_message}.")
    if webhook.url and not settings.telegram.webhook:
        found.append("Telegram has a webhook for this bot, which starting without one will remove.")
    return found


def _doors(settings: Settings) -> str:
    """Who may ask."""
    people = settings.telegram
    if not people.users and not people.chats:
        return f"Everybody may ask. Administrators: {len(people.admins)}."
    return f"Let in: people {len(people.users)}, chats {len(people.chats)}. Administrators: {len(people.admins)}."
