"""Commands -> replies: greeting and help, articles and speakers, and a person's own affairs."""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.telegram_buttons import choices, list_keyboard, paged_keyboard, settings_keyboard, yes_or_no
from bot.telegram_chats import Chats
from bot.telegram_desk import Desk, after_command, asker_of, received
from bot.telegram_html import line
from bot.telegram_memory import place_of
from bot.telegram_menus import introduce
from bot.telegram_pages import PER_PAGE, article_page, articles_page, pages, quotes_page
from bot.telegram_sending import Place
from bot.telegram_topic import listed, numbered, sample_questions
from bot.telegram_waiting import typing
from bot.telegram_words import Words, words_in
from index.said_by import said_by

SAID = 100
"""Quotes of one speaker that can be paged through, the newest."""

Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
"""What deals with an update."""


@dataclass(frozen=True, slots=True)
class Commands:
    """Answers commands."""

    desk: Desk
    chats: Chats
    errands: set[asyncio.Task[None]] = field(default_factory=set)

    def saying(self, text: Callable[[Words], str]) -> Handler:
        """What handles a message by replying with a text in the person's language."""

        async def say(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            await self.desk.reply(received(update), text(self.desk.words(update.effective_sender)))

        return say

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Greet with sample questions; or do what the link that led here says: `a_VERSION` or `q_QUESTION`."""
        message, words = received(update), self.desk.words(update.effective_sender)
        linked = after_command(message)
        if linked.startswith("a_"):
            await self._show_article(message, linked[2:], words)
        elif question := question_of(linked):
            await self.chats.answer(update, question)
        else:
            await self._greet(message, words)
        if self.desk.is_admin(update.effective_user):
            # Only now is there a chat for the menu of somebody who writes to the bot for the first time.
            menus = asyncio.create_task(introduce(context.bot, self.desk.state, self.desk.settings.admins))
            self.errands.add(menus)
            menus.add_done_callback(self.errands.discard)

    async def _greet(self, message: Message, words: Words) -> None:
        async with self._typing(message):
            questions = await self.chats.at_work(sample_questions, self.desk.library)
        begin = words.just_write if message.chat.type == ChatType.PRIVATE else words.write_in_group
        page = (
            f"{words.welcome}\n\n{begin if await asyncio.to_thread(self.desk.library.entries) else words.empty_library}"
        )
        await self.desk.reply_shown(
            message, "samples", {"questions": questions}, page, lambda key: choices("q", key, questions)
        )

    def _typing(self, message: Message) -> AbstractAsyncContextManager[None]:
        return typing(self.desk.sender.bot, Place.below(message))

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say how to ask and read an answer, and to an administrator in private how to add articles."""
        message, words = received(update), self.desk.words(update.effective_sender)
        may_add = message.chat.type == ChatType.PRIVATE and self.desk.is_admin(update.effective_user)
        await self.desk.reply(message, f"{words.help}\n\n{words.admin_help}" if may_add else words.help)

    async def article(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show the article with a number or an id, and who speaks in it."""
        message, words = received(update), self.desk.words(update.effective_sender)
        if ref := after_command(message):
            await self._show_article(message, ref, words)
        else:
            await self.desk.reply(message, words.article_usage)

    async def _show_article(self, message: Message, ref: str, words: Words) -> None:
        async with self._typing(message):
            article = await asyncio.to_thread(numbered, self.desk.library, ref)
        await self.desk.reply(message, article_page(article, words) if article else words.no_article)

    async def sources(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the articles, oldest first, in pages."""
        await self._list(update, newest_first=False)

    async def latest(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the articles, newest first, in pages."""
        await self._list(update, newest_first=True)

    async def _list(self, update: Update, *, newest_first: bool) -> None:
        message, words = received(update), self.desk.words(update.effective_sender)
        async with self._typing(message):
            entries = await asyncio.to_thread(listed, self.desk.library, newest_first=newest_first)
        if not entries:
            await self.desk.reply(message, words.empty_library)
            return
        title, verb = (words.latest_title, "d") if newest_first else (words.library_title, "l")
        part = entries[:PER_PAGE]
        numbers, versions = [number for number, _ in part], [entry.version for _, entry in part]
        await self.desk.reply_shown(
            message,
            "articles",
            {"listed": versions},
            articles_page(title, part),
            lambda key: list_keyboard(verb, key, 0, pages(entries), numbers, None),
        )

    async def who(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show what somebody says in the articles, by any part of the name."""
        message, words = received(update), self.desk.words(update.effective_sender)
        name = " ".join(after_command(message).split())
        async with self._typing(message):
            quotes = (await self.chats.at_work(said_by, self.desk.library, name))[:SAID] if name else []
        if not quotes:
            await self.desk.reply(message, line(words.who_none.format(name)) if name else words.who_usage)
            return
        content = {"name": name, "quotes": [place_of(quote) for quote in quotes]}
        page = quotes_page(words.who_title.format(name), quotes[:PER_PAGE], words)
        total = pages(quotes)
        await self.desk.reply_shown(message, "who", content, page, lambda key: paged_keyboard("w", key, 0, total, None))

    async def new(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget the conversation of a person in a chat."""
        message = received(update)
        self.desk.state.keep_turns(message.chat_id, asker_of(message), [])
        await self.desk.reply(message, self.desk.words(update.effective_sender).new)

    async def settings(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show a person's settings with buttons that change them."""
        message, person = received(update), self.desk.person(update.effective_sender)
        words = words_in(person.language)
        content = {"language": words.language}
        await self.desk.reply_shown(
            message, "settings", content, words.settings, lambda key: settings_keyboard(key, person, words)
        )

    async def forget(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask whether to delete all that is stored about a person."""
        message, words = received(update), self.desk.words(update.effective_sender)
        await self.desk.reply_shown(message, "forget", {}, words.forget_ask, lambda key: yes_or_no("f", key, words))

    async def about(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say what is stored and what leaves the machine."""
        articles = len(await asyncio.to_thread(self.desk.library.entries))
        await self.desk.reply(received(update), self.desk.words(update.effective_sender).about.format(articles))


def question_of(linked: str) -> str | None:
    """The question in the parameter of a deep link, "q_" and its UTF-8 in URL-safe base64; None when there is none."""
    if not re.fullmatch("q_[A-Za-z0-9_-]+", linked):
        return None
    try:
        return base64.urlsafe_b64decode(linked[2:] + "=" * (-len(linked[2:]) % 4)).decode("utf-8")
    except ValueError:
        return None


def start_parameter(question: str) -> str | None:
    """The parameter of a deep link that asks a question, or None when the question is too long for one."""
    parameter = "q_" + base64.urlsafe_b64encode(question.encode()).decode().rstrip("=")
    return parameter if len(parameter) <= 64 else None
