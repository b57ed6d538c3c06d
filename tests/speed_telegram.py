"""Calls a second of two ways to the Bot API, side by side: `python -m tests.speed_telegram`.

The same getMe calls, so many at once, through the bot's aiohttp request and through the library's HTTPX one.
"""

from __future__ import annotations

import asyncio
import time

from telegram.request import BaseRequest, HTTPXRequest

from bot.telegram_request import Request
from tests.telegram_server import TelegramServer

CALLS = 1000
AT_ONCE = (16, 64, 256)


async def rate(request: BaseRequest, url: str, at_once: int) -> float:
    """Calls a second with so many at once."""
    turns = asyncio.Semaphore(at_once)

    async def call() -> None:
        async with turns:
            await request.post(url)

    async with request:
        await asyncio.gather(*(call() for _ in range(at_once)))
        begun = time.perf_counter()
        await asyncio.gather(*(call() for _ in range(CALLS)))
        return CALLS / (time.perf_counter() - begun)


def main() -> None:
    """Measure and print a line for each number of calls at once."""
    with TelegramServer() as telegram:
        url = f"{telegram.url}/bot{telegram.token}/getMe"
        for at_once in AT_ONCE:
            ours = asyncio.run(rate(Request(lambda: None), url, at_once))
            stock = asyncio.run(rate(HTTPXRequest(at_once), url, at_once))
            print(f"{at_once:4} at once: aiohttp {ours:6.0f}/s, HTTPX {stock:6.0f}/s")


if __name__ == "__main__":
    main()
