"""Chats with the bot as a picture: `python -m tests.picture_telegram` makes the README's.

The bot answers for real, from the seeds, through the test server; the picture shows its messages with the entities that
Telegram found in them, in a phone's colours. It needs matplotlib, which brings Pillow and the fonts.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import matplotlib
from PIL import Image, ImageDraw, ImageFont

from index.articles import Article
from index.library import Library
from index.reading import read
from tests.conftest import ROOT, SEEDS
from tests.telegram_bot import answering
from tests.telegram_chat import Message
from tests.telegram_server import TelegramServer

SCALE = 2
WIDTH, BUBBLE, PAD, GAP, SIZE = 430 * SCALE, 370 * SCALE, 12 * SCALE, 8 * SCALE, 14 * SCALE
LINE = round(SIZE * 1.4)
WALL, OURS, THEIRS = "#d5e3c8", "#ffffff", "#e3f8cd"
INK, LINK, BAR, QUOTE, KEY = "#1c1c1e", "#2678b6", "#3a95d5", "#e9f3fb", "#8fae7e"
FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
STYLES = {"bold": "-Bold", "italic": "-Oblique"}
README_PICTURE = ROOT / "tests" / "golden" / "telegram_chat.png"
README_COLUMNS = [
    ["How many people were aboard?"],
    ["What did Naryshkin say about a joint investigation?", "What was the name of the pilot?"],
]
NOT_IN_FONT = {"👍": "▲", "👎": "▼"}
"""What stands for the two emoji, which the font lacks."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of one look."""

    text: str
    style: str
    colour: str
    quoted: bool


def font(style: str = "") -> ImageFont.FreeTypeFont:
    """The font in bold, italic or plain."""
    return ImageFont.truetype(str(FONTS / f"DejaVuSans{STYLES.get(style, '')}.ttf"), SIZE)


def runs(message: Message) -> Iterator[Run]:
    """A message's words and the white space between them, each with the look that its entities give it."""
    units = message.text.encode("utf-16-le")
    cuts = sorted({0, len(units) // 2, *(at for e in message.entities for at in (e.offset, e.offset + e.length))})
    for start, end in pairwise(cuts):
        types = {e.type for e in message.entities if e.offset <= start and end <= e.offset + e.length}
        style = next((name for name in STYLES if name in types), "")
        quoted = bool(types & {"blockquote", "expandable_blockquote"})
        text = units[2 * start : 2 * end].decode("utf-16-le")
        yield Run(text, style, LINK if "text_link" in types else INK, quoted)


def lines(message: Message, width: int) -> list[list[Run]]:
    """The message broken into lines of a width in pixels."""
    found: list[list[Run]] = [[]]
    used = 0.0
    for run in runs(message):
        for word in re.findall(r"\n|\S+[^\S\n]*|[^\S\n]+", run.text):
            looks = font(run.style)
            if word == "\n" or (found[-1] and used + looks.getlength(word.rstrip()) > width):
                found.append([])
                used = 0.0
            if word != "\n":
                found[-1].append(Run(word, run.style, run.colour, run.quoted))
                used += looks.getlength(word)
    return found


def bubble(message: Message, ours: bool) -> Image.Image:
    """A message in its bubble, with its buttons below it."""
    broken = lines(message, BUBBLE - 4 * PAD)
    keys = [[NOT_IN_FONT.get(label, label) for label, _ in row] for row in message.buttons]
    height = len(broken) * LINE + 2 * PAD
    longest = max(sum(font(run.style).getlength(run.text) for run in line) for line in broken)
    width = BUBBLE if ours else 2 * PAD + round(longest)
    image = Image.new("RGB", (width, height + len(keys) * (LINE + 2 * GAP)), WALL)
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, width - 1, height - 1), PAD, OURS if ours else THEIRS)
    for number, line in enumerate(broken):
        top = PAD + number * LINE
        quoted = any(run.quoted for run in line)
        if quoted:
            draw.rectangle((PAD, top, BUBBLE - PAD, top + LINE), QUOTE)
            draw.rectangle((PAD, top, PAD + 3 * SCALE, top + LINE), BAR)
        left = 2.0 * PAD if quoted else PAD
        for run in line:
            draw.text((left, top + LINE // 8), run.text, run.colour, font(run.style))
            left += font(run.style).getlength(run.text)
    for number, row in enumerate(keys):
        draw_keys(draw, row, height + GAP + number * (LINE + 2 * GAP))
    return image


def draw_keys(draw: ImageDraw.ImageDraw, labels: list[str], top: int) -> None:
    """One row of buttons."""
    wide = (BUBBLE - GAP * (len(labels) - 1)) // len(labels)
    for number, label in enumerate(labels):
        left = number * (wide + GAP)
        fits = max((n for n in range(len(label) + 1) if font().getlength(label[:n]) < wide - 2 * GAP), default=0)
        shown = label if fits == len(label) else label[: fits - 1].rstrip() + "…"
        draw.rounded_rectangle((left, top, left + wide, top + LINE + GAP), GAP, KEY)
        draw.text((left + wide / 2, top + (LINE + GAP) / 2), shown, "#ffffff", font(), anchor="mm")


def picture(said: list[tuple[Message, bool]]) -> Image.Image:
    """The messages below each other, a person's on the right."""
    bubbles = [(bubble(message, ours), ours) for message, ours in said]
    image = Image.new("RGB", (WIDTH, sum(b.height + PAD for b, _ in bubbles) + PAD), WALL)
    top = PAD
    for drawn, ours in bubbles:
        image.paste(drawn, (PAD if ours else WIDTH - drawn.width - PAD, top))
        top += drawn.height + PAD
    return image


def beside(columns: list[Image.Image]) -> Image.Image:
    """Chats beside each other, in few colours, so that the file is small."""
    image = Image.new("RGB", (WIDTH * len(columns), max(column.height for column in columns)), WALL)
    for number, column in enumerate(columns):
        image.paste(column, (number * WIDTH, 0))
    return image.quantize(48, dither=Image.Dither.NONE)


def chat_with(library: Library, questions: list[str]) -> list[tuple[Message, bool]]:
    """The questions and what the bot answers to them, in one chat; True marks the bot's messages."""
    said: list[tuple[Message, bool]] = []
    with TelegramServer() as telegram, tempfile.TemporaryDirectory() as memory:
        chat = telegram.private_chat()
        with answering(telegram, library, Path(memory)):
            for question in questions:
                said.append((Message(chat.says(question), question, (), None), False))
                said.append((chat.hears(), True))
    return said


def main() -> None:
    """Ask the questions, each column of them in a chat of its own, and save the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--picture", type=Path, default=README_PICTURE)
    parser.add_argument("--library", type=Path, help="a library to ask; else one of the seeds is made")
    parser.add_argument("--column", nargs="+", action="append", metavar="QUESTION", help="the questions of a column")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, Library.open(arguments.library or Path(made), create=True) as library:
        if not library.entries():
            list(library.add(article for article in read([str(SEEDS)]) if isinstance(article, Article)))
        columns = [picture(chat_with(library, questions)) for questions in arguments.column or README_COLUMNS]
    beside(columns).save(arguments.picture, optimize=True)


if __name__ == "__main__":
    main()
