"""The bot with quotes at random instead of a search, for the load benchmark: what it costs by itself."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from contextlib import closing

from bot.answer import Account, Answer, Conversation
from bot.settings import load_settings
from bot.state import State
from bot.telegram_app import serve
from index.library import Library
from index.quotes import Quote
from index.voice import speaker_of


async def main() -> None:
    """Answer each question with the first sentence of some article until SIGTERM."""
    settings, chance, stop = load_settings(os.environ), random.Random(3), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    with Library.open(settings.library) as library, closing(State(settings.library / "telegram.sqlite")) as state:
        articles = [library.get(entry.version) for entry in library.entries()[:100]]

        def ask(question: str, conversation: Conversation, quotes: int) -> Answer:
            article = chance.choice(articles)
            spans = [(s.start, s.end) for s in article.sentences[:quotes]]
            found = tuple(Quote(article, *span, speaker_of(article, *span), 0.9) for span in spans)
            conversation.remember(question, found)
            return Answer(question, question, True, None, found, 0.9, (), (Account(tuple(range(len(found)))),))

        await serve(settings, library, state, ask, stop)


if __name__ == "__main__":
    asyncio.run(main())
