"""What somebody sees while they wait: "typing", and after a while that it takes longer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.telegram_sending import Place, Sender
from bot.telegram_words import Words

TYPING_DELAY = 0.3
"""Seconds after which "typing" is first shown: what comes sooner needs none."""
TYPING_SECONDS = 4.0
"""How often "typing" is renewed: Telegram shows it for five seconds."""
DRAFT_SECONDS = 20.0
"""How often a draft is renewed: Telegram shows it for thirty seconds."""
DRAFT_TIMEOUT = 3.0
"""Seconds that Telegram may take to show a draft: the answer waits for it, lest the draft come after the answer."""


@asynccontextmanager
async def typing(bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show "typing" until the block ends, if that takes a while. Nothing waits for it, nor minds that it fails."""
    shown = asyncio.create_task(_typing(bot, place))
    try:
        yield
    finally:
        shown.cancel()
        await asyncio.gather(shown, return_exceptions=True)


async def _typing(bot: Bot, place: Place) -> None:
    await asyncio.sleep(TYPING_DELAY)
    while True:
        with suppress(TelegramError):
            await bot.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.thread)
        await asyncio.sleep(TYPING_SECONDS)


@asynccontextmanager
async def waiting(
    sender: Sender, place: Place, words: Words, messages: Sequence[int], slow_seconds: float
) -> AsyncIterator[Callable[[], Awaitable[list[int]]]]:
    """Show "typing" until the block ends, and after `slow_seconds` that the answer takes longer.

    That is a draft in a private chat, elsewhere a message, and nothing where there are `messages` to be changed. Yields
    what ends this and gives the messages that the answer is to be put into. When the block is stopped, the message that
    said "still looking" says that.
    """
    to_change, done = list(messages), asyncio.Event()

    async def say_so() -> None:
        if to_change or await _set_within(done, slow_seconds):
            return
        while place.is_private and await _draft(sender.bot, place, words.looking):
            if await _set_within(done, DRAFT_SECONDS):
                return
        if not done.is_set():
            to_change.extend(await sender.show(place, [words.looking]))

    async def settled() -> list[int]:
        done.set()
        await later
        return to_change

    later = asyncio.create_task(say_so())
    try:
        async with typing(sender.bot, place):
            yield settled
    except asyncio.CancelledError:
        if await settled() and not messages:
            await sender.show(place, [words.stopped], instead_of=to_change)
        raise
    finally:
        done.set()
        await asyncio.gather(later, return_exceptions=True)


async def _draft(bot: Bot, place: Place, text: str) -> bool:
    """Show a draft below the messages of a private chat until the next one comes; False where there are no drafts."""
    try:
        await bot.send_message_draft(
            place.chat, place.reply_to or 1, text, message_thread_id=place.thread, read_timeout=DRAFT_TIMEOUT
        )
    except (BadRequest, Forbidden, InvalidToken):  # An older Bot API server answers "Not Found", as to a wrong token.
        return False
    except TelegramError:
        return True
    return True


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    """Whether an event is set within some seconds, waited for."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
    return event.is_set()
