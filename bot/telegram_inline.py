"""`@bot question` typed in any chat -> quotes as cards to choose from."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from hashlib import sha256

from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, Update
from telegram.constants import ParseMode
from telegram.ext import ContextTypes

from bot.answer import Conversation
from bot.telegram_commands import start_parameter
from bot.telegram_desk import Desk
from bot.telegram_html import link, quote_blocks
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
    latest: dict[int, str] = field(default_factory=dict)

    async def query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer up to ten quotes as cards, and a way to ask in private."""
        query = update.inline_query
        assert query is not None
        words, self.latest[query.from_user.id] = self.desk.words(query.from_user), query.id
        await asyncio.sleep(PAUSE)
        if self.latest.get(query.from_user.id) != query.id:
            return
        quotes = await asyncio.to_thread(self._quotes, query.query)
        button = InlineQueryResultsButton(
            words.ask_in_private if quotes or not query.query.strip() else words.nothing_found,
            start_parameter=start_parameter(query.query) or "ask",
        )
        cards = [card(quote, words) for quote in quotes]
        await query.answer(cards, cache_time=CACHE_SECONDS, is_personal=True, button=button)

    def _quotes(self, question: str) -> list[Quote]:
        try:
            answer = self.desk.ask(question, Conversation(), CARDS)
        except QuestionError:
            return []
        return list(answer.quotes) if answer.answered else []


def card(quote: Quote, words: Words) -> InlineQueryResultArticle:
    """A quote to choose: its speaker and its first words; what is sent is the quote with its source."""
    block = quote_blocks(quote, words)[0]
    name = quote.speaker.name or (words.own_voice if quote.speaker.kind == "article" else words.nobody)
    about = f"{quote.article.version}:{quote.start}:{quote.end}"
    return InlineQueryResultArticle(
        id=sha256(about.encode()).hexdigest()[:32],
        title=name[:TITLE],
        description=" ".join(quote.text.split())[:DESCRIPTION],
        url=link(quote.article),
        input_message_content=InputTextMessageContent(block, ParseMode.HTML, link_preview_options=NO_PREVIEW),
    )
