"""Messages -> the chat: at the pace that Telegram allows, once each, and in plain text where it doesn't take HTML."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

from bot.state import State
from bot.telegram_pages import plain

# The library's own switch for giving spans of time as such.
os.environ.setdefault("PTB_TIMEDELTA", "true")

WAITS = (0.5, 1.0, 2.0, 5.0, 10.0, *[30.0] * 20)
"""Seconds to wait before each next try when the network or Telegram fails."""
AT_ONCE = frozenset(
    "sendChatAction sendMessageDraft answerInlineQuery getMe getUpdates setWebhook deleteWebhook".split()
)
"""Calls that neither wait for a turn among the messages nor are made again here."""
LOOK_AHEAD = 6
"""Message ids beyond the highest known one at which a message may be whose sending was not confirmed."""
SUPERGROUPS = -1_000_000_000_000
"""Chats with lower ids number their messages themselves; in all others the bot's messages have one count."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
MAY_NOT_WRITE = (
    "topic_closed",
    "not enough rights",
    "no rights to send",
    "chat_write_forbidden",
    "chat_restricted",
    "chat not found",
    "peer_id_invalid",
)
"""Reasons in which Telegram says that the bot has no voice in a chat, beside its status for that."""

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

    @property
    def is_private(self) -> bool:
        """Whether the chat is one person's: those of several have numbers below zero."""
        return self.chat > 0


@dataclass(frozen=True, slots=True)
class Post:
    """A message to be: where it goes, its page of HTML or plain text, its buttons, and the link that it previews."""

    place: Place
    page: str
    keyboard: InlineKeyboardMarkup | None = None
    preview: str | None = None
    mode: ParseMode | None = ParseMode.HTML


class Sender:
    """Puts messages into chats, or changes those that are there."""

    def __init__(self, bot: Bot, state: State) -> None:
        self.bot = bot
        self.state = state
        self.known: deque[tuple[int, int]] = deque(maxlen=2000)
        self.highest: defaultdict[int, int] = defaultdict(int)

    def saw(self, chat: int, message: int) -> None:
        """Note that a message is in a chat."""
        count = _count_of(chat)
        self.known.append((count, message))
        self.highest[count] = max(message, self.highest[count])

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
                found.append(await self._send(Post(place, page, buttons, link)))
            on_sent(tuple(found))
        for superfluous in found[len(pages) :]:
            try:
                await self.bot.delete_message(place.chat, superfluous)
            except BadRequest as error:
                log.info("A message was not deleted: %s", error)
        if len(found) > len(pages):
            on_sent(tuple(found[: len(pages)]))
        return tuple(found[: len(pages)])

    async def edit(
        self, place: Place, message: int, page: str, keyboard: InlineKeyboardMarkup | None, preview: str | None = None
    ) -> int:
        """Change a message; its id, or that of a new one when it is no longer there."""
        post = Post(place, page, keyboard, preview)
        try:
            await self._change(post, message)
        except ChatMigrated:
            return await self._send(post)
        except BadRequest as error:
            if not _says(error, "to edit not found", "can't be edited", "message_id_invalid"):
                raise
            return await self._send(post)
        return message

    async def _change(self, post: Post, message: int) -> None:
        """Make a message show a post. Raises BadRequest when it is not the bot's, or not there."""
        while True:
            try:
                await self.bot.edit_message_text(
                    post.page,
                    post.place.chat,
                    message,
                    parse_mode=post.mode,
                    reply_markup=post.keyboard,
                    link_preview_options=_preview(post.preview),
                )
            except BadRequest as error:
                if _says(error, "not modified"):
                    return
                if not _says(error, "can't parse") or not post.mode:
                    raise
                post = _mended(post, error)
            else:
                return

    async def _send(self, post: Post) -> int:
        """Send a post as a new message, once, however often it takes; its id."""
        seen, waits = self.highest[_count_of(post.place.chat)], iter(WAITS)
        while True:
            try:
                message = await self._call(post)
            except ChatMigrated as error:
                self.state.move_chat(post.place.chat, error.new_chat_id)
                post = replace(post, place=Place(error.new_chat_id))
            except BadRequest as error:
                post = _mended(post, error)
            except NetworkError as error:
                if isinstance(error, Conflict) or (wait := next(waits, None)) is None:
                    raise
                if lost := await self._lost(post, seen):
                    return lost
                await asyncio.sleep(wait)
            else:
                self.saw(post.place.chat, message.message_id)
                return message.message_id

    async def _call(self, post: Post) -> Message:
        to = post.place.reply_to
        return await self.bot.send_message(
            post.place.chat,
            post.page,
            parse_mode=post.mode,
            reply_markup=post.keyboard,
            message_thread_id=post.place.thread,
            reply_parameters=ReplyParameters(to, allow_sending_without_reply=True) if to else None,
            link_preview_options=_preview(post.preview),
        )

    async def _lost(self, post: Post, seen: int) -> int | None:
        """The id of a message whose sending failed but was carried out, or None.

        Messages are numbered as they come, so it can only be at an id that nobody has told of since. Changing it into
        what it should be does nothing when it is there, and is refused when it is not, or not the bot's.
        """
        chat = post.place.chat
        count = _count_of(chat)
        told = {message for of, message in self.known if of == count}
        for message in range(seen + 1, self.highest[count] + LOOK_AHEAD + 1):
            if message not in told:
                try:
                    await self._change(post, message)
                except BadRequest:
                    continue
                self.saw(chat, message)
                return message
        return None


def _mended(post: Post, error: BadRequest) -> Post:
    """A post without what Telegram doesn't take of it. Raises the error when there is nothing more to leave out."""
    if may_not_write(error):
        raise error
    if post.place.thread and _says(error, "thread not found"):
        return replace(post, place=replace(post.place, thread=None))
    log.error("Telegram doesn't take this message: %s", error)
    if post.mode:
        return replace(post, page=plain(post.page), mode=None, preview=None)
    if post.keyboard:
        return replace(post, keyboard=None)
    raise error


def may_not_write(error: BaseException | None) -> bool:
    """Whether a call failed since the bot was blocked, put out of a chat, or muted in it."""
    return isinstance(error, Forbidden) or (isinstance(error, BadRequest) and _says(error, *MAY_NOT_WRITE))


def _says(error: TelegramError, *reasons: str) -> bool:
    """Whether Telegram gives one of these reasons; the library changes its first letter."""
    return any(reason in str(error).lower() for reason in reasons)


def _count_of(chat: int) -> int:
    """What numbers a chat's messages: itself for a supergroup, else 0, the bot's account."""
    return chat if chat < SUPERGROUPS else 0


def _preview(url: str | None) -> LinkPreviewOptions:
    return LinkPreviewOptions(url=url, prefer_small_media=True) if url else NO_PREVIEW
