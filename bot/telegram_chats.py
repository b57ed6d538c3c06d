"""Questions in chats -> answers that reply to them, each in the conversation of its person and chat."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from telegram import Bot, Message, MessageEntity, Update
from telegram.ext import ContextTypes

from bot.answer import Answer
from bot.state import Outcome, Person, Shown
from bot.telegram_buttons import Keyboard, answer_keyboard
from bot.telegram_desk import Desk, after_command, asker_of, received, words_of
from bot.telegram_html import escaped, link, messages
from bot.telegram_log import about
from bot.telegram_memory import answer_data, conversation_from, turns_data, turns_with
from bot.telegram_sending import Place
from bot.telegram_topic import in_other_letters, nearest
from bot.telegram_waiting import waiting
from bot.telegram_words import Words, words_in
from index.catalog import StoredArticle
from index.errors import QuestionError

SLOW_SECONDS = 5.0
"""After how long a message says that the answer takes longer."""
WORKERS = max(2, os.cpu_count() or 2)
"""Questions worked on at once: an answer takes a whole processor, so more of them only make each other late."""
NEAREST = 3
"""Articles that a refusal offers."""

_HELLO = re.compile(
    r"\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)"
    r"|привет|здравствуй(?:те)?|добр(?:ый день|ый вечер|ое утро))(?: there| all)?\W*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\W*(?:ok(?:ay)?\W+)?(?:many )?(?:thanks|thank you|thx|cheers|(?:большое )?спасибо|благодарю)"
    r"(?: (?:a lot|so much|very much|большое))?\W*",
    re.IGNORECASE,
)

Found = TypeVar("Found")

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Chats:
    """Answers questions, and knows which are being answered, by chat and person."""

    desk: Desk
    slow_seconds: float = SLOW_SECONDS
    workers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(WORKERS))
    running: dict[tuple[int, int], asyncio.Task[None]] = field(default_factory=dict)
    stopped: dict[tuple[int, int], int] = field(default_factory=dict)
    albums: deque[str | None] = field(default_factory=lambda: deque(maxlen=1000))

    async def ask_command(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question after /ask."""
        await self.answer(update, after_command(received(update)))

    async def private_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer: whatever a person writes to the bot alone is a question."""
        message = received(update)
        self._is_rest_of_album(message)
        await self.answer(update, words_of(message))

    async def no_words(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that only text can be read, once for all the pictures that are sent together."""
        message = received(update)
        if not self._is_rest_of_album(message):
            await self.desk.reply(message, self.desk.words(update.effective_sender).no_words)

    def _is_rest_of_album(self, message: Message) -> bool:
        """Whether a message belongs to pictures of which one came before; the words are with the first one."""
        album = message.media_group_id
        known = album in self.albums
        if album and not known:
            self.albums.append(album)
        return known

    async def group_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer what is said to the bot in a group, and leave the rest alone."""
        message = received(update)
        if is_for(context.bot, message):
            mention = re.escape(f"@{context.bot.username}")
            await self.answer(update, re.sub(mention, "", words_of(message), flags=re.IGNORECASE))

    async def cancel(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Stop the question that is being answered, and drop those of the same person that wait for their turn."""
        message = received(update)
        whose = (message.chat_id, asker_of(message))
        self.stopped[whose] = update.update_id
        task = self.running.get(whose)
        words = self.desk.words(update.effective_sender)
        if task is not None:
            task.cancel()
        await self.desk.reply(message, words.stopped if task is not None else words.nothing_runs)

    async def answer(self, update: Update, question: str) -> None:
        """Reply to a message with the answer to its question, or change the reply that it has.

        A message without one asks what the message says that it replies to. A greeting and thanks ask nothing.
        """
        message, person = received(update), self.desk.person(update.effective_sender)
        question = question.strip() or _replied_to(message)
        words = words_in(person.language)
        if not question:
            await self.desk.reply(message, words.no_question)
        elif _HELLO.fullmatch(question) or _THANKS.fullmatch(question):
            await self.desk.reply(message, words.hello if _HELLO.fullmatch(question) else words.thanked)
        elif update.message:
            self._go_on_from_replied_to(message, person)
            await self.ask(message, question, person, update.update_id)
        elif not self._is_answered(message, question):
            await self.ask(message, question, person, update.update_id)

    def _go_on_from_replied_to(self, message: Message, person: Person) -> None:
        """Let a person's conversation go on from the answer that a message replies to, whoever asked for that."""
        state, chat, answer = self.desk.state, message.chat_id, message.reply_to_message
        shown = state.shown_by(chat, answer.message_id) if answer else None
        if shown and shown.kind == "answer":
            state.keep_turns(chat, person.id, turns_with(state.turns(chat, person.id), shown.content))

    def _is_answered(self, message: Message, question: str) -> bool:
        """Whether a message was answered with the same words: Telegram tells of other changes to it, too."""
        before = self.desk.state.reply_to(message.chat_id, message.message_id)
        return before is not None and before.content.get("question") == " ".join(question.split())

    async def ask(self, message: Message, question: str, person: Person, number: int, mark: int | None = None) -> None:
        """Reply below a message to a question, unless its person asks too much or has stopped it by then.

        `number` is that of the update; `mark` stands for the question when the message is not it.
        """
        words, whose = words_in(person.language), (message.chat_id, person.id)
        if number < self.stopped.get(whose, 0):
            return
        if refusal := self.too_many(person, words):
            await self.desk.reply(message, escaped(refusal))
            return
        self.running[whose] = task = asyncio.create_task(self._answer_in(message, question, person, words, mark))
        try:
            await task
        except asyncio.CancelledError:
            if self.stopped.get(whose, 0) < number:
                raise
        finally:
            self.running.pop(whose, None)

    def too_many(self, person: Person, words: Words) -> str | None:
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

    async def _answer_in(self, message: Message, question: str, person: Person, words: Words, mark: int | None) -> None:
        """Answer a question below a message, "typing" till it is found, and count it.

        An answer to the same mark is changed in place.
        """
        outcome: Outcome = "failed"
        started, mark = time.perf_counter(), mark or message.message_id
        before = self.desk.state.reply_to(message.chat_id, mark)
        place, sent = Place.below(message), before.messages if before else ()
        try:
            async with waiting(self.desk.sender, place, words, sent, self.slow_seconds) as settled:
                outcome = await self._answer(place, mark, question, person, words, before, settled)
        except asyncio.CancelledError:
            outcome = "stopped"
            raise
        finally:
            seconds = time.perf_counter() - started
            self.desk.state.count(person.id, outcome, seconds)
            log.info("A question is dealt with", extra=about(outcome=outcome, seconds=round(seconds, 3)))

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
            answer, near, turns = await self.at_work(self._found, question, chat, person, before)
        except QuestionError as error:
            await self.desk.sender.show(
                place, [escaped(words.told(str(error)) or str(error))], instead_of=await settled()
            )
            return "refused"
        except Exception:
            log.exception("A question failed")
            await self.desk.sender.show(place, [words.failed], instead_of=await settled())
            return "failed"
        content = answer_data(answer) | {"near": [article.version for article in near], "context": person.context}
        # "Who said that?" asks about what the question before it did.
        content["about"] = turns[-1][0] if turns else answer.asked
        if before:
            state.change(before.key, content=content)
        shown = before or state.show("answer", chat, person.id, mark, content)
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

    async def at_work(self, find: Callable[..., Found], *about: Any) -> Found:
        """What a function finds, in its turn: as many are at work at once as there are processors."""
        return await asyncio.get_running_loop().run_in_executor(self.workers, find, *about)

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
        # Where no outlet or day that was asked for has anything, what others have is better than nothing.
        near = ([*answer.near] or nearest(library, answer.asked))[:NEAREST] if offers else []
        return answer, near, turns_data(conversation)


def rendered(
    shown: Shown, answer: Answer, near: list[StoredArticle], words: Words, *, context: bool
) -> tuple[list[str], Keyboard, str | None]:
    """An answer's pages, the keyboard under the last one, and the link to preview: the first quote's article."""
    pages = messages(answer, words, context=context)
    if near and in_other_letters(answer.question, near):
        pages[-1] += f"\n\n{words.not_translated}"
    if near:
        pages[-1] += f"\n\n{words.nearest}"
    preview = link(answer.quotes[0].article) if answer.quotes else None
    return pages, answer_keyboard(shown, answer, [article.headline for article in near], words), preview


def is_for(bot: Bot, message: Message) -> bool:
    """Whether a group's message mentions the bot or replies to it."""
    replied_to = message.reply_to_message and message.reply_to_message.from_user
    mention: list[str | None] = [MessageEntity.MENTION]
    mentions = message.parse_entities(mention) if message.text else message.parse_caption_entities(mention)
    return bool(replied_to and replied_to.id == bot.id) or bot.name.lower() in map(str.lower, mentions.values())


def _replied_to(message: Message) -> str:
    """What somebody else's message says that a message replies to, or ""."""
    other = message.reply_to_message
    return words_of(other).strip() if other and other.from_user and not other.from_user.is_bot else ""
