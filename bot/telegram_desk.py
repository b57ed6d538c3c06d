"""What every handler needs: the library, the memory, the settings, and who is being answered in which words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from telegram import Chat, Message, Update, User

from bot.answer import Answer, Conversation
from bot.settings import TelegramSettings
from bot.state import Person, State
from bot.telegram_buttons import Keyboard
from bot.telegram_sending import Place, Sender
from bot.telegram_words import Words, words_in
from index.library import Library

Ask = Callable[[str, Conversation, int], Answer]
"""What answers a question in a conversation with at most so many quotes. It may block: it is called in a thread."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The bot's counter: what it answers from, remembers, is allowed, and sends with."""

    library: Library
    ask: Ask
    state: State
    settings: TelegramSettings
    sender: Sender

    def person(self, sender: User | Chat | None) -> Person:
        """Somebody who writes to the bot, with their settings and the language in which they are spoken to.

        It is a chat for whoever writes in its name: an anonymous administrator, or a channel.
        """
        if sender is None:
            return Person(0)
        if isinstance(sender, Chat):
            return self.state.meet(sender.id, sender.title or "")
        found = self.state.meet(sender.id, sender.first_name)
        return replace(found, language=found.language or sender.language_code)

    def words(self, sender: User | Chat | None) -> Words:
        """The words for somebody."""
        return words_in(self.person(sender).language)

    def is_admin(self, user: User | None) -> bool:
        """Whether somebody may change the library."""
        return user is not None and user.id in self.settings.admins

    async def reply(self, message: Message, *pages: str, keyboard: Keyboard = None) -> None:
        """Reply to a message with pages of HTML."""
        await self.sender.show(Place.below(message), pages, keyboard)

    async def reply_shown(
        self,
        message: Message,
        kind: str,
        content: dict[str, Any],
        page: str,
        keyboard: Callable[[str], Keyboard],
    ) -> None:
        """Reply with a page whose buttons work as long as `content` is kept; `keyboard` is given its key."""
        shown = self.state.show(kind, message.chat_id, asker_of(message), None, content)
        ids = await self.sender.show(Place.below(message), [page], keyboard(shown.key))
        self.state.change(shown.key, messages=ids)


def asker_of(message: Message) -> int:
    """The id of the person, or of the chat in whose name somebody, wrote a message; 0 where nobody did."""
    sender = message.sender_chat or message.from_user
    return sender.id if sender else 0


def received(update: Update) -> Message:
    """The message of an update that has one, new or edited."""
    if update.effective_message is None:
        raise TypeError("an update without a message")
    return update.effective_message


def words_of(message: Message) -> str:
    """What is written in a message, or below its picture."""
    return message.text or message.caption or ""


def after_command(message: Message) -> str:
    """What is written after a command."""
    return re.sub(r"^\S+", "", message.text or "").strip()
