"""A benchmark of the bot under load, outside the test suite: `python -m tests.load_telegram`.

Many chats ask several questions each, at a steady rate, of the real process on a real library: first as it should be,
then while some sends fail, then with a SIGTERM and a new start in the middle; and the same of python-telegram-bot as it
comes. The test server counts what is lost, sent twice, out of order or refused, and how long each answer takes from the
question on. No two questions of a run are alike. It begins with a library of invented articles, unless one is given.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
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
QUESTIONS = (
    "How long was {} closed?",
    "Who looks after {}?",
    "What does the repair of {} cost?",
    "Why did people write to the mayor about {}?",
    "Who won the chess game played at {} in Reykjavik?",
)
"""What is asked of an article by its headline; the last one is answered nowhere."""
FAULTS = (
    Fault(429, "Too Many Requests: retry after 1", retry_after=1),
    Fault(500),
    Fault(500, performed=True),
    Fault(hang=15),
    Fault(hang=15, performed=True),
)
SLACK = 120.0
"""Seconds to wait for what is still missing after the last question."""
COLUMNS = "bot faults stop questions lost twice disorder refused looks p50_ms p95_ms max_ms cpu_ms".split()


@dataclass(frozen=True, slots=True)
class Run:
    """One row of the table: which bot, which share of sends fails, and whether it is stopped in the middle."""

    bot: str
    faults: float = 0.0
    stop: bool = False


def articles(count: int) -> list[Article]:
    """Invented articles, all different, of three paragraphs each."""
    found = []
    for n in range(count):
        thing, place, name, other = (
            THINGS[n % 14],
            PLACES[n // 14 % 14],
            NAMES[n // 196 % 14],
            NAMES[(n // 14 + 5) % 14],
        )
        text = (
            f"The {thing} of {place} with the number {n} was closed for {n % 29 + 2} days after a storm that came in "
            f"from the sea on the evening of the market. “We count on {n % 97 + 3} helpers from the neighbouring "
            f"villages,” said {name}, who looks after the {thing} and has done so for {n % 31 + 4} years.\n\n"
            f"The town of {place} pays {n * 7 + 11} crowns for the repair, which the council decided by a narrow vote. "
            f"Mayor {other} told reporters that the money would come from the fund for bad winters. Some of the people "
            f"who live near the {thing} doubt that the work will be done before the first snow falls.\n\n"
            f"In the week after the storm {n % 53 + 9} of them wrote to the mayor, because the road was still under "
            f"water. According to the {place} Gazette, a second road is planned on the higher ground behind the church."
        )
        title = f"The {thing} of {place}, number {n}"
        found.append(Article(text, f"https://load.example/{n}", title=title, outlet="The Load Post"))
    return found


def questions(headlines: Sequence[str], count: int) -> list[str]:
    """So many questions about the articles with these headlines, no two alike."""
    order = [(headline, about) for about in QUESTIONS for headline in headlines]
    return [about.format(headline) for headline, about in random.Random(5).sample(order, count)]


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


def start(telegram: TelegramServer, library: Path, log: Any, bot: str) -> subprocess.Popen[bytes]:
    """A bot as a process that polls."""
    settings = {
        "QUOTH_TELEGRAM_TOKEN": telegram.token,
        "QUOTH_TELEGRAM_API": telegram.url,
        "QUOTH_LIBRARY": str(library),
    }
    polls = telegram.calls.count("getUpdates")
    command = ["bot", "telegram"] if bot == "quoth" else [f"tests.{bot}_telegram"]
    process = subprocess.Popen(
        [sys.executable, "-m", *command], env={**os.environ, **settings}, cwd=ROOT, stdout=log, stderr=log
    )
    telegram.awaits("getUpdates", polls + 1)
    return process


def load(run: Run, library: Path, asked: Sequence[str], chats: int, rate: float) -> dict[str, Any]:
    """Ask, and give what was counted."""
    (library / "telegram.sqlite").unlink(missing_ok=True)
    with Measured(faulty=run.faults) as telegram, tempfile.TemporaryFile() as log:
        people = [telegram.private_chat(f"Person {n}") for n in range(chats)]
        process, begun = start(telegram, library, log, run.bot), time.monotonic()
        for number, question in enumerate(asked):
            time.sleep(max(0.0, begun + number / rate - time.monotonic()))
            if run.stop and number == len(asked) // 2:
                process = again(telegram, process, library, log, run.bot)
            chat = people[number % chats]
            with telegram.changed:
                telegram.asked[chat.id, chat.says(question)] = time.monotonic()
        with telegram.changed:
            telegram.changed.wait_for(lambda: len(telegram.replies) == len(asked), SLACK)
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        process.wait()
        return counted(telegram)


def again(
    telegram: TelegramServer, process: subprocess.Popen[bytes], library: Path, log: Any, bot: str
) -> subprocess.Popen[bytes]:
    """Stop a bot as an operator does, and start it anew."""
    process.send_signal(signal.SIGTERM)
    process.wait()
    return start(telegram, library, log, bot)


def counted(telegram: Measured) -> dict[str, Any]:
    """What became of the questions."""
    took = sorted(telegram.replies[key][0] - asked for key, asked in telegram.asked.items() if telegram.replies[key])
    refused = Counter(refusal.partition(":")[0] for refusal in telegram.refused)
    cuts = quantiles(took, n=100) if len(took) > 1 else [0.0] * 99
    return {
        "questions": len(telegram.asked),
        "lost": sum(1 for key in telegram.asked if not telegram.replies[key]),
        "twice": sum(1 for times in telegram.replies.values() if len(times) > 1),
        "disorder": sum(1 for numbers in telegram.order.values() if numbers != sorted(numbers)),
        "refused": sum(refused.values()) - refused["editMessageText"],
        "looks": refused["editMessageText"],
        "p50_ms": round(1000 * cuts[49]),
        "p95_ms": round(1000 * cuts[94]),
        "max_ms": round(1000 * took[-1]) if took else None,
    }


def cpu_of_bots() -> float:
    """Seconds of processor time of the bots that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Read the arguments, make the library if none is given, and print a line of counts for each run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, help="a library to ask; else one of invented articles is made")
    parser.add_argument("--articles", type=int, default=2000, help="how many articles to invent")
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--questions", type=int, default=5, help="questions per chat")
    parser.add_argument("--rate", type=float, default=25.0, help="questions a second")
    parser.add_argument("--faults", type=float, default=0.01, help="share of sends that fail in the runs with faults")
    parser.add_argument("--scripted", action="store_true", help="only the bot without its search: quotes at random")
    arguments = parser.parse_args()
    runs = [Run("quoth"), Run("stock"), Run("quoth", arguments.faults), Run("stock", arguments.faults)]
    runs = [Run("scripted")] if arguments.scripted else [*runs, Run("quoth", stop=True)]
    with tempfile.TemporaryDirectory() as made:
        library = Path(made)
        if arguments.library:
            # A copy, for the bot's memory of other chats is in the library's folder.
            copy_library(arguments.library, library)
        with Library.open(library, create=True) as opened:
            if not opened.entries():
                list(opened.add(articles(arguments.articles)))
            headlines = [entry.headline for entry in opened.entries()]
        asked = questions(headlines, arguments.chats * arguments.questions)
        print(f"{len(headlines)} articles, {arguments.chats} chats, {arguments.rate:g} questions a second\n")
        print("".join(name.rjust(10) for name in COLUMNS))
        for run in runs:
            before = cpu_of_bots()
            counts = load(run, library, asked, arguments.chats, arguments.rate)
            row = {"bot": run.bot, "faults": f"{run.faults:.0%}", "stop": "TERM" if run.stop else "", **counts}
            row["cpu_ms"] = round(1000 * (cpu_of_bots() - before) / len(asked))
            print("".join(str(row[name]).rjust(10) for name in COLUMNS), flush=True)
        print("\nlooks: a send that was not confirmed is looked for by editing the ids at which it may be.")
        print("cpu_ms: processor time of the bot for each question, with its share of the start.")


if __name__ == "__main__":
    main()
