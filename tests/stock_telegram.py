"""The same answers through python-telegram-bot as it comes, for the load benchmark to compare with."""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict
from typing import Any

from telegram import ReplyParameters, Update
from telegram.constants import ChatAction, ParseMode
from telegram.ext import AIORateLimiter, Application, ContextTypes, MessageHandler, filters

from bot.answer import Conversation, answer
from bot.settings import load_settings
from bot.telegram_html import messages
from index.library import Library


def main() -> None:
    """Answer as the bot does: HTTPX, `concurrent_updates`, and the rate limiter with its defaults."""
    settings = load_settings(os.environ)
    conversations: defaultdict[int, Conversation] = defaultdict(Conversation)
    with Library.open(settings.library) as library:

        async def reply(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            message = update.message
            assert message is not None
            await message.reply_chat_action(ChatAction.TYPING)
            conversation = conversations[message.chat_id]
            found = await asyncio.to_thread(answer, library, message.text or "", conversation=conversation)
            for text in messages(found):
                await message.reply_text(text, ParseMode.HTML, reply_parameters=ReplyParameters(message.message_id))

        app: Application[Any, Any, Any, Any, Any, Any] = (
            Application.builder()
            .token(settings.telegram_token or "")
            .base_url(f"{settings.telegram_api}/bot")
            .rate_limiter(AIORateLimiter())
            .concurrent_updates(True)
            .build()
        )
        app.add_handler(MessageHandler(filters.TEXT, reply))
        app.run_polling()


if __name__ == "__main__":
    main()
