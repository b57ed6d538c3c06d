"""`@bot question` typed in any chat -> quotes as cards to choose from."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from weakref import WeakValueDictionary

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.answer import Conversation
from bot.telegram_chats import Chats
from bot.telegram_commands import start_parameter
from bot.telegram_desk import Desk
from bot.telegram_html import link, quote_blocks, visible
from bot.telegram_sending import NO_PREVIEW
from bot.telegram_words import Words
from index.errors import QuestionError
from index.quotes import Quote

CARDS = 10
CACHE_SECONDS = 30
"""How long Telegram may show the same cards for the same words."""
PAUSE = 0.25
"""Seconds without another key after which somebody has finished typing."""
TITLE = 64
DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class Inline:
    """Answers inline queries, of each person only the latest: one comes with every key that is pressed."""

    desk: Desk
    chats: Chats
    latest: dict[int, str] = field(default_factory=dict)
    turns: WeakValueDictionary[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer up to ten quotes as cards, and a way to ask in private."""
        query = update.inline_query
        assert query is not None
        person, words = self.desk.person(query.from_user), self.desk.words(query.from_user)
        self.latest[person.id] = query.id
        await asyncio.sleep(PAUSE)
        async with self.turns.setdefault(person.id, asyncio.Lock()):
            if self.latest.get(person.id) != query.id:
                return
            asks = query.query.strip() and not self.chats.too_many(person, words)
            quotes = await self.chats.at_work(self._quotes, query.query) if asks else []
        button = InlineQueryResultsButton(
            words.ask_in_private if quotes or not asks else words.nothing_found,
            start_parameter=start_parameter(query.query) or "ask",
        )
        cards = [card(quote, words, query.get_bot().username) for quote in quotes]
        # A query that waited for long can't be answered any more.
        with suppress(BadRequest):
            await query.answer(cards, cache_time=CACHE_SECONDS, is_personal=True, button=button)

    def _quotes(self, question: str) -> list[Quote]:
        try:
            answer = self.desk.ask(question, Conversation(), CARDS)
        except QuestionError:
            return []
        return list(answer.quotes) if answer.answered else []


def card(quote: Quote, words: Words, bot: str) -> InlineQueryResultArticle:
    """A quote to choose: its speaker and its first words; what is sent is the quote with its source.

    Under it is a button that opens the article in the chat with the bot of this name.
    """
    opened = f"https://t.me/{bot}?start=a_{quote.article.version[:12]}"
    block = quote_blocks(quote, words)[0]
    nobody = words.own_voice if quote.speaker.kind == "article" else words.nobody
    name = visible(quote.speaker.name or "", nobody)
    about = f"{quote.article.version}:{quote.start}:{quote.end}"
    return InlineQueryResultArticle(
        id=sha256(about.encode()).hexdigest()[:32],
        title=name[:TITLE],
        description=" ".join(quote.text.split())[:DESCRIPTION],
        url=link(quote.article),
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton(words.open_article, url=opened)]]),
        input_message_content=InputTextMessageContent(block, ParseMode.HTML, link_preview_options=NO_PREVIEW),
    )
