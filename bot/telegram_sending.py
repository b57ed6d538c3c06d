"""Messages -> the chat: at the pace that Telegram allows, once each, and in plain text where it doesn't take HTML."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, NetworkError, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

from bot.state import State
from bot.telegram_pages import plain

# The library's own switch for giving spans of time as such.
os.environ.setdefault("PTB_TIMEDELTA", "true")

WAITS = (0.5, 1.0, 2.0, 5.0, 10.0, *[30.0] * 20)
"""Seconds to wait before each next try when the network or Telegram fails."""
AT_ONCE = frozenset(
    "sendChatAction answerCallbackQuery answerInlineQuery getMe getUpdates getFile setWebhook deleteWebhook".split()
)
"""Calls that neither wait for a turn among the messages nor are made again here."""
LOOK_AHEAD = 6
"""Message ids beyond the highest known one at which a message may be whose sending was not confirmed."""
SUPERGROUPS = -1_000_000_000_000
"""Chats with lower ids number their messages themselves; in all others the bot's messages have one count."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

log = logging.getLogger(__name__)


class Pace(AIORateLimiter):
    """Telegram's limits for messages. Too many calls, or a failure, delay a call, and only in its own chat.

    A sendMessage that fails otherwise is the sender's: it may have been carried out all the same.
    """

    def __init__(self) -> None:
        super().__init__(max_retries=0)

    async def process_request(  # noqa: PLR0913, PLR0917 - as the base class has it
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """The result of the call, as soon as Telegram carries it out."""
        if endpoint in AT_ONCE:
            return await callback(*args, **kwargs)
        waits = iter(WAITS)
        while True:
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
            except RetryAfter as error:
                span = error.retry_after
                wait: float | None = (span.total_seconds() if isinstance(span, timedelta) else span) + 0.1
            except BadRequest:
                raise
            except NetworkError:
                wait = next(waits, None)
                if endpoint == "sendMessage" or wait is None:
                    raise
            assert wait is not None
            await asyncio.sleep(wait)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes: a chat, the message that it replies to, and the topic."""

    chat: int
    reply_to: int | None = None
    thread: int | None = None

    @classmethod
    def below(cls, message: Message) -> Place:
        """Below a message, in its topic."""
        return cls(message.chat_id, message.message_id, message.message_thread_id if message.is_topic_message else None)


class Sender:
    """Puts messages into chats, or changes those that are there."""

    def __init__(self, bot: Bot, state: State) -> None:
        self.bot = bot
        self.state = state
        self.known: deque[tuple[int, int]] = deque(maxlen=2000)

    def saw(self, chat: int, message: int) -> None:
        """Note that a message is in a chat."""
        self.known.append((_count_of(chat), message))

    async def show(  # noqa: PLR0913 - a message has as many sides
        self,
        place: Place,
        pages: Sequence[str],
        keyboard: InlineKeyboardMarkup | None = None,
        *,
        instead_of: Sequence[int] = (),
        preview: str | None = None,
        on_sent: Callable[[tuple[int, ...]], None] = lambda messages: None,
    ) -> tuple[int, ...]:
        """Messages with these pages of HTML, the keyboard under the last; their ids, of which `on_sent` is told.

        The messages `instead_of` are changed into them as far as they go, and deleted where there are too many.
        `preview` is the address of the one link that is shown with a preview, on the first page.
        """
        found = list(instead_of)
        for i, page in enumerate(pages):
            buttons = keyboard if i == len(pages) - 1 else None
            link = preview if i == 0 else None
            if i < len(instead_of):
                found[i] = await self.edit(place, found[i], page, buttons, link)
            else:
                found.append(await self._send(place, page, buttons, link))
            on_sent(tuple(found))
        for superfluous in found[len(pages) :]:
            try:
                await self.bot.delete_message(place.chat, superfluous)
            except BadRequest as error:
                log.info("A message was not deleted: %s", error)
        on_sent(tuple(found[: len(pages)]))
        return tuple(found[: len(pages)])

    async def edit(
        self, place: Place, message: int, page: str, keyboard: InlineKeyboardMarkup | None, preview: str | None = None
    ) -> int:
        """Change a message; its id, or that of a new one when it is no longer there."""
        try:
            await self._changed(place.chat, message, page, keyboard, preview)
        except BadRequest as error:
            if not _says(error, "not found") and not _says(error, "can't be edited"):
                raise
            return await self._send(place, page, keyboard, preview)
        return message

    async def _changed(
        self, chat: int, message: int, page: str, keyboard: InlineKeyboardMarkup | None, preview: str | None
    ) -> None:
        """Make a message show a page. Raises BadRequest when it is not the bot's, or not there."""
        about: dict[str, Any] = {
            "chat_id": chat,
            "message_id": message,
            "reply_markup": keyboard,
            "link_preview_options": _preview(preview),
        }
        try:
            await self.bot.edit_message_text(page, parse_mode=ParseMode.HTML, **about)
        except BadRequest as error:
            if _says(error, "can't parse"):
                log.error("Telegram doesn't take this HTML: %s", error)
                await self.bot.edit_message_text(plain(page), **about)
            elif not _says(error, "not modified"):
                raise

    async def _send(self, place: Place, page: str, keyboard: InlineKeyboardMarkup | None, preview: str | None) -> int:
        """Send a page as a new message, once, however often it takes; its id."""
        mode: ParseMode | None = ParseMode.HTML
        seen = self._highest(place.chat)
        waits = iter(WAITS)
        while True:
            try:
                message = await self._call(place, page, mode, keyboard, preview)
            except ChatMigrated as error:
                self.state.move_chat(place.chat, error.new_chat_id)
                place = Place(error.new_chat_id)
            except BadRequest as error:
                if mode and _says(error, "can't parse"):
                    log.error("Telegram doesn't take this HTML: %s", error)
                    page, mode = plain(page), None
                elif place.thread and _says(error, "thread not found"):
                    place = replace(place, thread=None)
                else:
                    raise
            except NetworkError as error:
                if isinstance(error, Conflict) or (wait := next(waits, None)) is None:
                    raise
                if lost := await self._lost(place, seen, page, keyboard, preview):
                    return lost
                await asyncio.sleep(wait)
            else:
                self.saw(place.chat, message.message_id)
                return message.message_id

    async def _call(
        self,
        place: Place,
        page: str,
        mode: ParseMode | None,
        keyboard: InlineKeyboardMarkup | None,
        preview: str | None,
    ) -> Message:
        reply = ReplyParameters(place.reply_to, allow_sending_without_reply=True) if place.reply_to else None
        return await self.bot.send_message(
            place.chat,
            page,
            parse_mode=mode,
            reply_markup=keyboard,
            message_thread_id=place.thread,
            reply_parameters=reply,
            link_preview_options=_preview(preview),
        )

    async def _lost(
        self, place: Place, seen: int, page: str, keyboard: InlineKeyboardMarkup | None, preview: str | None
    ) -> int | None:
        """The id of a message whose sending failed but was carried out, or None.

        Messages are numbered as they come, so it can only be at an id that nobody has told of since. Changing it into
        what it should be does nothing when it is there, and is refused when it is not, or not the bot's.
        """
        count = _count_of(place.chat)
        told = {message for of, message in self.known if of == count}
        for message in range(seen + 1, self._highest(place.chat) + LOOK_AHEAD + 1):
            if message not in told:
                try:
                    await self._changed(place.chat, message, page, keyboard, preview)
                except BadRequest:
                    continue
                self.saw(place.chat, message)
                return message
        return None

    def _highest(self, chat: int) -> int:
        """The highest message id that is known where a chat's messages are numbered."""
        return max((message for of, message in self.known if of == _count_of(chat)), default=0)


def _says(error: TelegramError, words: str) -> bool:
    """Whether Telegram's reason holds these words; the library changes its first letter."""
    return words in str(error).lower()


def _count_of(chat: int) -> int:
    """What numbers a chat's messages: itself for a supergroup, else 0, the bot's account."""
    return chat if chat < SUPERGROUPS else 0


def _preview(url: str | None) -> LinkPreviewOptions:
    return LinkPreviewOptions(url=url, prefer_small_media=True) if url else NO_PREVIEW
