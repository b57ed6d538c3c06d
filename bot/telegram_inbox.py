"""Telegram's updates -> each dealt with once, in order within a chat, also when the process is killed meanwhile."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, Update
from telegram.ext import BaseUpdateProcessor

from bot.state import State
from bot.telegram_line import NotKept
from bot.telegram_log import request
from index.errors import LibraryError

SIDE_BY_SIDE = 256
"""Updates that may be worked on at once; those that wait for their turn in a chat are not among them."""
WITHOUT_LIMIT = 1_000_000


class Inbox(asyncio.Queue[object]):
    """The queue of updates. One is in the state before Telegram hears that it has arrived, and enters only once."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state

    async def put(self, item: object) -> None:
        """Let an update in, unless it was here before.

        Raises NotKept when it can't be kept, for which Telegram is asked for it again.
        """
        try:
            new = not isinstance(item, Update) or self.state.receive(item.update_id, item.to_json())
        except LibraryError as error:
            raise NotKept(str(error)) from None
        if new:
            await super().put(item)

    async def resume(self, bot: Bot) -> None:
        """Let in what an earlier process did not finish."""
        for content in self.state.unfinished():
            await super().put(Update.de_json(json.loads(content), bot))


class OneByOneInAChat(BaseUpdateProcessor):
    """Works on the updates of one chat in their order, on those of different chats side by side.

    /cancel waits for nobody, and a button only for other presses on its message.
    """

    def __init__(self, state: State, saw: Callable[[int, int], None]) -> None:
        """`saw` is told of the chat and the id of each message."""
        super().__init__(WITHOUT_LIMIT)
        self.at_work = asyncio.Semaphore(SIDE_BY_SIDE)
        self.state = state
        self.saw = saw
        self.turns: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the update's turn, work on it, and note that it is done."""
        if not isinstance(update, Update):
            await coroutine
            return
        request.set(update.update_id)
        if (message := update.effective_message) is not None:
            self.saw(message.chat.id, message.message_id)
        async with self.turns.setdefault(_queue_of(update), asyncio.Lock()), self.at_work:
            await coroutine
        self.state.finish(update.update_id)

    async def initialize(self) -> None:
        """Do nothing: there is nothing to prepare."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to free."""


def _queue_of(update: Update) -> object:
    """What an update has to wait for its turn with. A button that asks a question waits as a question does."""
    if update.callback_query and not (update.callback_query.data or "").startswith("q:"):
        message = update.callback_query.message
        return ("message", message.chat.id, message.message_id) if message else update.update_id
    if update.inline_query:
        return update.update_id
    if update.message and (update.message.text or "").startswith("/cancel"):
        return update.update_id
    chat = update.effective_chat
    return ("chat", chat.id) if chat else update.update_id
