"""A benchmark of the bot under load, outside the test suite: `python -m tests.load_telegram --help`.

Many chats ask several questions each, at a steady rate, of the real process on a real library; the test server counts
what is lost, sent twice, out of order or refused, and how long each answer takes from the question on.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

from index.articles import Article
from index.library import Library
from tests.conftest import ROOT, copy_library
from tests.telegram_server import Fault, TelegramServer

PLACES = "Osterby Norrvik Halm Sandhamn Lunde Varberg Klint Ekerum Torslanda Viken Brodal Mellby Askim Rorvik".split()
THINGS = "tide kiln ferry school bridge harbour market lighthouse mill quarry orchard station library bakery".split()
NAMES = "Brandt Lindqvist Veil Roth Nord Holm Falk Dahl Strand Lund Berg Ek Sand Quist".split()
FAULTS = (
    Fault(429, "Too Many Requests: retry after 1", retry_after=1),
    Fault(500),
    Fault(500, performed=True),
    Fault(hang=15),
    Fault(hang=15, performed=True),
)
SLACK = 120.0
"""Seconds to wait for what is still missing after the last question."""


def articles(count: int) -> list[Article]:
    """Invented articles, all different, and short so that a library of thousands is made in minutes."""
    return [
        Article(
            f"The {THINGS[n % 14]} of {PLACES[n // 14 % 14]} number {n} was closed for {n % 29 + 2} days after a "
            f"storm. “We count on {n % 97 + 3} helpers,” said {NAMES[n // 196 % 14]}, who looks after the "
            f"{THINGS[n % 14]}.\n\nThe town of {PLACES[n // 14 % 14]} pays {n * 7 + 11} crowns for the repair.",
            f"https://load.example/{n}",
            title=f"The {THINGS[n % 14]} of {PLACES[n // 14 % 14]}, {n}",
            outlet="The Load Post",
        )
        for n in range(count)
    ]


def question(number: int) -> str:
    """A question about one of the articles, or one that none answers."""
    if number % 5 == 4:
        return f"Who won chess game {number} in Reykjavik?"
    return f"How long was the {THINGS[number % 14]} of {PLACES[number // 14 % 14]} closed?"


@dataclass
class Measured(TelegramServer):
    """The test server, which notes when each question was asked and each reply arrived."""

    faulty: float = 0.0
    asked: dict[tuple[int, int], float] = field(default_factory=dict)
    replies: defaultdict[tuple[int, int], list[float]] = field(default_factory=lambda: defaultdict(list))
    order: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    chance: random.Random = field(default_factory=lambda: random.Random(7))

    def __post_init__(self) -> None:
        TelegramServer.__init__(self)

    def _send_message(self, call: Any) -> dict[str, Any]:
        sent = super()._send_message(call)
        if call.reply_parameters:
            chat, number = int(call.chat_id), int(call.reply_parameters.message_id)
            self.replies[chat, number].append(time.monotonic())
            self.order[chat].append(number)
        return sent

    async def _answer(self, request: Any) -> Any:
        if request.match_info["method"] == "sendMessage" and self.chance.random() < self.faulty:
            self.fails("sendMessage", self.chance.choice(FAULTS))
        return await super()._answer(request)


def start(telegram: TelegramServer, library: Path, log: Any, stock: bool) -> subprocess.Popen[bytes]:
    """The bot, or PTB's stock configuration, as a process that polls."""
    settings = {
        "QUOTH_TELEGRAM_TOKEN": telegram.token,
        "QUOTH_TELEGRAM_API": telegram.url,
        "QUOTH_LIBRARY": str(library),
    }
    polls = telegram.calls.count("getUpdates")
    command = ["-m", "tests.stock_telegram"] if stock else ["-m", "bot", "telegram"]
    process = subprocess.Popen(
        [sys.executable, *command], env={**os.environ, **settings}, cwd=ROOT, stdout=log, stderr=log
    )
    telegram.awaits("getUpdates", polls + 1)
    return process


def load(arguments: argparse.Namespace, library: Path) -> dict[str, Any]:
    """Ask, and give what was counted."""
    with Measured(faulty=arguments.faults) as telegram, tempfile.TemporaryFile() as log:
        chats = [telegram.private_chat(f"Person {n}") for n in range(arguments.chats)]
        process = start(telegram, library, log, arguments.stock)
        total, begun = arguments.chats * arguments.questions, time.monotonic()
        for number in range(total):
            time.sleep(max(0.0, begun + number / arguments.rate - time.monotonic()))
            if arguments.stop and number == total // 2:
                process.send_signal(signal.SIGTERM)
                process.wait()
                process = start(telegram, library, log, arguments.stock)
            chat = chats[number % len(chats)]
            with telegram.changed:
                telegram.asked[chat.id, chat.says(question(number))] = time.monotonic()
        with telegram.changed:
            telegram.changed.wait_for(lambda: len(telegram.replies) == total, SLACK)
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        process.wait()
        return counted(telegram)


def counted(telegram: Measured) -> dict[str, Any]:
    """What became of the questions."""
    took = sorted(telegram.replies[key][0] - asked for key, asked in telegram.asked.items() if telegram.replies[key])
    refused = Counter(refusal.partition(":")[0] for refusal in telegram.refused)
    cuts = quantiles(took, n=100) if len(took) > 1 else [0.0] * 99
    return {
        "questions": len(telegram.asked),
        "lost": sum(1 for key in telegram.asked if not telegram.replies[key]),
        "twice": sum(1 for times in telegram.replies.values() if len(times) > 1),
        "chats_out_of_order": sum(1 for numbers in telegram.order.values() if numbers != sorted(numbers)),
        # A send that was not confirmed is looked for by editing the ids at which it may be.
        "refused_sends": refused["sendMessage"],
        "refused_looks": refused["editMessageText"],
        "p50_ms": round(1000 * cuts[49]),
        "p95_ms": round(1000 * cuts[94]),
        "max_ms": round(1000 * took[-1]) if took else None,
    }


def main() -> None:
    """Read the arguments, make the library if none is given, and print the counts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, help="a library to ask; else one of invented articles is made")
    parser.add_argument("--articles", type=int, default=2000, help="how many articles to invent")
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--questions", type=int, default=5, help="questions per chat")
    parser.add_argument("--rate", type=float, default=25.0, help="questions a second")
    parser.add_argument("--faults", type=float, default=0.0, help="share of sends that fail, such as 0.01")
    parser.add_argument("--stop", action="store_true", help="SIGTERM and a new start in the middle")
    parser.add_argument("--stock", action="store_true", help="python-telegram-bot as it comes instead of the bot")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        library = Path(made)
        if arguments.library:
            # A copy, for the bot's memory of other chats is in the library's folder.
            copy_library(arguments.library, library)
            (library / "telegram.sqlite").unlink(missing_ok=True)
        with Library.open(library, create=True) as opened:
            if not opened.entries():
                list(opened.add(articles(arguments.articles)))
            count = len(opened.entries())
        print(json.dumps({"articles": count, "stock": arguments.stock, **load(arguments, library)}, indent=2))


if __name__ == "__main__":
    main()
