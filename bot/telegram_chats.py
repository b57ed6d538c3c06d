"""Questions in chats -> answers that reply to them, each in the conversation of its person and chat."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, Message, MessageEntity, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.answer import Answer
from bot.state import Outcome, Person, Shown
from bot.telegram_buttons import Keyboard, answer_keyboard
from bot.telegram_desk import Desk, after_command, asker_of, received
from bot.telegram_html import escaped, link, messages
from bot.telegram_memory import answer_data, conversation_from, turns_data
from bot.telegram_sending import Place
from bot.telegram_topic import nearest
from bot.telegram_words import Words, words_in
from index.catalog import StoredArticle
from index.errors import QuestionError

TYPING_SECONDS = 4.0
"""How often "typing" is renewed: Telegram shows it for five seconds."""
SLOW_SECONDS = 5.0
"""After how long a message says that the answer takes longer."""
WORKERS = max(2, os.cpu_count() or 2)
"""Questions worked on at once: an answer takes a whole processor, so more of them only make each other late."""
NEAREST = 3
"""Articles that a refusal offers."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Chats:
    """Answers questions, and knows which are being answered, by chat and person."""

    desk: Desk
    slow_seconds: float = SLOW_SECONDS
    workers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(WORKERS))
    running: dict[tuple[int, int], asyncio.Task[None]] = field(default_factory=dict)
    stopped: dict[tuple[int, int], int] = field(default_factory=dict)

    async def ask_command(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question after /ask."""
        await self.answer(update, after_command(received(update)))

    async def private_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer: whatever a person writes to the bot alone is a question."""
        await self.answer(update, received(update).text or "")

    async def group_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer what is said to the bot in a group, and leave the rest alone."""
        message = received(update)
        if is_for(context.bot, message):
            mention = re.escape(f"@{context.bot.username}")
            await self.answer(update, re.sub(mention, "", message.text or "", flags=re.IGNORECASE))

    async def cancel(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Stop the question that is being answered, and drop those of the same person that wait for their turn."""
        message = received(update)
        whose = (message.chat_id, asker_of(message))
        self.stopped[whose] = update.update_id
        task = self.running.get(whose)
        words = self.desk.words(update.effective_user)
        if task is not None:
            task.cancel()
        await self.desk.reply(message, words.stopped if task is not None else words.nothing_runs)

    async def answer(self, update: Update, question: str) -> None:
        """Reply to a message with the answer to its question, or change the reply that it has."""
        message, person = received(update), self.desk.person(update.effective_user)
        words, whose = words_in(person.language), (message.chat_id, asker_of(message))
        question = question.strip()
        if update.update_id < self.stopped.get(whose, 0):
            return
        if not question:
            await self.desk.reply(message, words.no_question)
        elif refusal := self._too_many(person, words):
            await self.desk.reply(message, escaped(refusal))
        else:
            self.running[whose] = task = asyncio.create_task(self.answer_in(message, question, person, words))
            try:
                await task
            except asyncio.CancelledError:
                if self.stopped.get(whose, 0) < update.update_id:
                    raise
            finally:
                self.running.pop(whose, None)

    def _too_many(self, person: Person, words: Words) -> str | None:
        """Why a person has to wait before they ask again, or None."""
        limits = self.desk.settings
        if person.id in limits.admins:
            return None
        for most, span, unit, said in (
            (limits.per_minute, 60, 1, words.a_minute),
            (limits.daily, 86_400, 3600, words.a_day),
        ):
            asked, first = self.desk.state.asked(person.id, span) if most else (0, 0.0)
            if most and asked >= most:
                wait = max(1, round((first + span - time.time()) / unit + 0.5))
                return said.format(wait) if unit == 1 else said.format(asked, wait)
        return None

    async def answer_in(
        self, message: Message, question: str, person: Person, words: Words, mark: int | None = None
    ) -> None:
        """Answer a question below a message, "typing" till it is found, and count it.

        `mark` stands for the question when the message is not it: an answer to the same mark is changed in place.
        """
        outcome: Outcome = "failed"
        started, mark = time.perf_counter(), mark or message.message_id
        before = self.desk.state.reply_to(message.chat_id, mark)
        place = Place.below(message)
        try:
            async with self._working(place, words, before) as settled:
                outcome = await self._answer(place, mark, question, person, words, before, settled)
        except asyncio.CancelledError:
            outcome = "stopped"
            raise
        finally:
            self.desk.state.count(person.id, outcome, time.perf_counter() - started)

    async def _answer(  # noqa: PLR0913, PLR0917
        self,
        place: Place,
        mark: int,
        question: str,
        person: Person,
        words: Words,
        before: Shown | None,
        settled: Callable[[], Awaitable[list[int]]],
    ) -> Outcome:
        state, chat = self.desk.state, place.chat
        try:
            found = self.workers.submit(self._found, question, chat, person, before)
            answer, near, turns = await asyncio.wrap_future(found)
        except QuestionError as error:
            await self.desk.sender.show(place, [escaped(words.bad_question or str(error))], instead_of=await settled())
            return "refused"
        except Exception:
            log.exception("A question failed")
            await self.desk.sender.show(place, [words.failed], instead_of=await settled())
            return "failed"
        content = answer_data(answer) | {"near": [article.version for article in near], "context": person.context}
        shown = before or state.show("answer", chat, person.id, mark, content)
        state.change(shown.key, content=content)
        pages, keyboard, preview = rendered(shown, answer, near, words, context=person.context)
        await self.desk.sender.show(
            place,
            pages,
            keyboard,
            instead_of=await settled(),
            preview=preview,
            on_sent=lambda ids: state.change(shown.key, messages=ids),
        )
        state.keep_turns(chat, person.id, turns)
        return "answered" if answer.answered else "refused"

    def _found(
        self, question: str, chat: int, person: Person, before: Shown | None
    ) -> tuple[Answer, list[StoredArticle], list[Any]]:
        """The answer to a question, the nearest articles when it is a refusal, and the conversation then."""
        library = self.desk.library
        conversation = conversation_from(library, self.desk.state.turns(chat, person.id))
        if before and conversation.turns and conversation.turns[-1].asked == before.content.get("asked"):
            conversation.turns.pop()
        answer = self.desk.ask(question, conversation, person.quotes)
        offers = not answer.answered and answer.reason != "empty_library"
        near = nearest(library, answer.asked)[:NEAREST] if offers else []
        return answer, near, turns_data(conversation)

    @asynccontextmanager
    async def _working(
        self, place: Place, words: Words, before: Shown | None
    ) -> AsyncIterator[Callable[[], Awaitable[list[int]]]]:
        """Show "typing" until the block ends, and after a while a message that says so.

        Yields what ends this and gives the messages that the answer is to be put into. When the block is stopped, the
        message that said "still looking" says that.
        """
        to_change = list(before.messages) if before else []
        done = asyncio.Event()

        async def placeholder() -> None:
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), self.slow_seconds)
            if not done.is_set() and not to_change:
                to_change.extend(await self.desk.sender.show(place, [words.looking]))

        async def settled() -> list[int]:
            done.set()
            await later
            return to_change

        typing, later = asyncio.create_task(self._typing(place)), asyncio.create_task(placeholder())
        try:
            yield settled
        except asyncio.CancelledError:
            if await settled() and not before:
                await self.desk.sender.show(place, [words.stopped], instead_of=to_change)
            raise
        finally:
            done.set()
            typing.cancel()
            await asyncio.gather(typing, later, return_exceptions=True)

    async def _typing(self, place: Place) -> None:
        """Show "typing" until this is cancelled. Nothing waits for it, nor minds that it fails."""
        while True:
            with suppress(TelegramError):
                await self.desk.sender.bot.send_chat_action(
                    place.chat, ChatAction.TYPING, message_thread_id=place.thread
                )
            await asyncio.sleep(TYPING_SECONDS)


def rendered(
    shown: Shown, answer: Answer, near: list[StoredArticle], words: Words, *, context: bool
) -> tuple[list[str], Keyboard, str | None]:
    """An answer's pages, the keyboard under the last one, and the link to preview: the first quote's article."""
    pages = messages(answer, words, context=context)
    if near:
        pages[-1] += f"\n\n{words.nearest}"
    preview = link(answer.quotes[0].article) if answer.quotes else None
    return pages, answer_keyboard(shown, answer, [article.headline for article in near], words), preview


def is_for(bot: Bot, message: Message) -> bool:
    """Whether a group's message mentions the bot or replies to it."""
    replied_to = message.reply_to_message and message.reply_to_message.from_user
    mentions = message.parse_entities([MessageEntity.MENTION]).values()
    return bool(replied_to and replied_to.id == bot.id) or bot.name.lower() in map(str.lower, mentions)
