"""A bot that runs in a thread of the test against the test server, on a real library of invented articles."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.answer import Answer, Conversation, answer
from bot.settings import Settings, TelegramSettings
from bot.state import State
from bot.telegram_app import serve
from index.articles import Article
from index.library import Library
from index.quotes import Quote
from index.voice import speaker_of
from tests.telegram_chat import PATIENCE
from tests.telegram_server import TelegramServer

TIDE = "The tide at Osterby rose to 4.2 metres on Friday night, harbour master Ilse Brandt said."
TIDE_ARTICLE = f"""{TIDE}

“We closed the lock gates at nine,” Brandt said. Two cutters broke loose and drifted towards the fish market.

Mayor Tomas Lindqvist told reporters that the town would pay for the broken pier."""

ARTICLES = (
    Article(
        TIDE_ARTICLE,
        "https://echo.example/tide",
        title="High water at Osterby",
        outlet="The Osterby Echo",
        published="2031-04-02",
    ),
    Article(
        "The potter’s kiln in Osterby went cold because its wood was stolen.\n\n“Somebody came with a cart,” said Ada "
        "Veil, who keeps the kiln.",
        "/home/keeper/kiln.txt",
        title="A cold kiln",
        outlet="Clay & Glaze",
    ),
    Article(
        "The school in Osterby gets a library of nine hundred books.\n\n“Children asked for maps,” said head teacher "
        "Bela Roth.",
        "/home/keeper/school.txt",
        title="Books for the school",
    ),
    *(
        Article(f"The ferry to island number {n} sails on time this week.", f"/home/keeper/{n}.txt", title=f"Ferry {n}")
        for n in range(4)
    ),
)

Ask = Callable[[str, Conversation, int], Answer]


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    """A Telegram that must have refused nothing by the end of the test."""
    with TelegramServer() as server:
        yield server
    assert server.refused == []


@pytest.fixture(scope="session")
def harbour_folder(empty_library: Callable[[], Path]) -> Path:
    """A library of the invented articles. Only to be read."""
    folder = empty_library()
    with Library.open(folder) as library:
        assert {receipt.outcome for receipt in library.add(ARTICLES)} == {"added"}
    return folder


@pytest.fixture(scope="session")
def harbour(harbour_folder: Path) -> Iterator[Library]:
    """The library of the invented articles, open. Only to be read."""
    with Library.open(harbour_folder) as library:
        yield library


def quoting(library: Library, *texts: str) -> Callable[..., Answer]:
    """What answers any question with these words of the library's articles."""
    articles = [library.get(entry.version) for entry in library.entries()]

    def quote(words: str) -> Quote:
        article = next(article for article in articles if words in article.text)
        start = article.text.index(words)
        return Quote(article, start, start + len(words), speaker_of(article, start, start + len(words)), 0.9)

    def ask(question: str, conversation: Conversation, quotes: int = 3) -> Answer:
        found = tuple(map(quote, texts))[:quotes]
        conversation.remember(question, found)
        return Answer(question, question, True, None, found, 0.9)

    return ask


def eventually(condition: Callable[[], object]) -> None:
    """Wait until something is true that no message tells of."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def free_port() -> int:
    """A port on loopback that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def answering(  # noqa: PLR0913 - what the bot is made of
    telegram: TelegramServer,
    library: Library,
    memory: Path,
    ask: Ask | None = None,
    *,
    read_seconds: float = 10.0,
    slow_seconds: float = 5.0,
    **settings: Any,
) -> Iterator[State]:
    """The bot, from when it takes updates until the block ends and it has finished what it had begun."""
    ready, stop, loop = threading.Event(), asyncio.Event(), asyncio.new_event_loop()
    failed: list[BaseException] = []

    def from_library(question: str, conversation: Conversation, quotes: int) -> Answer:
        return answer(library, question, k=quotes, conversation=conversation)

    with closing(State(memory / "telegram.sqlite")) as state:
        whole = Settings(
            memory, telegram_token=telegram.token, telegram_api=telegram.url, telegram=TelegramSettings(**settings)
        )

        def run() -> None:
            try:
                loop.run_until_complete(
                    serve(
                        whole,
                        library,
                        state,
                        ask or from_library,
                        stop,
                        on_ready=ready.set,
                        read_seconds=read_seconds,
                        slow_seconds=slow_seconds,
                    )
                )
            except BaseException as error:
                failed.append(error)
            finally:
                ready.set()

        thread = threading.Thread(target=run)
        thread.start()
        try:
            assert ready.wait(30)
            if not failed:
                yield state
        finally:
            if thread.is_alive():
                loop.call_soon_threadsafe(stop.set)
            thread.join()
            loop.close()
        if failed:
            raise failed[0]
