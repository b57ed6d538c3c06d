"""The line to Telegram: the operator hears once when it is down, why, and when it is up again."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass

from telegram import Bot
from telegram.error import BadRequest, Conflict, NetworkError, TelegramError

START_WAITS = (1.0, 2.0)
"""Seconds to wait before each next try when Telegram doesn't answer at the start."""
REMIND_SECONDS = 600.0
"""After how long an outage that lasts is told again."""
WATCH_SECONDS = 300.0
"""How often Telegram is asked how it gets on with the webhook."""

log = logging.getLogger(__name__)


class NotKept(NetworkError):
    """An update can't be kept here: Telegram keeps it, and is asked for it again."""


@dataclass(slots=True)
class Outage:
    """Whether messages can't be fetched at present, and what the operator was told of it."""

    kind: type[TelegramError] | None = None
    told: float = 0.0

    def begins(self, error: TelegramError) -> None:
        """Tell that messages can't be fetched; nothing when that has just been told."""
        if type(error) is self.kind and time.monotonic() < self.told + REMIND_SECONDS:
            return
        self.kind, self.told = type(error), time.monotonic()
        if isinstance(error, Conflict):
            log.warning("Another bot fetches messages with the same token: stop one of the two (%s)", error)
        elif isinstance(error, NotKept):
            log.error("Messages wait at Telegram: %s", error)
        else:
            log.warning("Messages can't be fetched from Telegram, which is tried until it goes well (%s)", error)

    def ends(self) -> None:
        """Tell that Telegram answers again, where it is that which it did not do."""
        if self.kind is not None and self.kind not in (Conflict, NotKept):
            self.kind = None
            log.info("Messages are fetched from Telegram again.")


async def reach(bot: Bot) -> None:
    """Make the bot known to Telegram. Raises TelegramError when it doesn't answer in a few tries, or refuses."""
    for wait in START_WAITS:
        try:
            await bot.initialize()
        except BadRequest:
            raise
        except NetworkError:
            await asyncio.sleep(wait)
        else:
            return
    await bot.initialize()


async def watch(bot: Bot, url: str) -> None:
    """Tell the operator, for as long as it is awaited, when Telegram has trouble with the webhook at `url`."""
    told = None
    while True:
        await asyncio.sleep(WATCH_SECONDS)
        try:
            webhook = await bot.get_webhook_info()
        except TelegramError:
            continue  # The next look will tell.
        if webhook.url != url:
            log.error("Telegram's webhook is now %r: another bot uses the token, stop it and start anew", webhook.url)
        elif webhook.last_error_message and webhook.last_error_date != told:
            told = webhook.last_error_date
            log.warning(
                "Telegram can't bring messages to the webhook, of which %s wait: %s; check the proxy and the secret",
                webhook.pending_update_count,
                webhook.last_error_message,
            )
