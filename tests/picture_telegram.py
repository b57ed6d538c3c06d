"""A chat with the bot as a picture: `python -m tests.picture_telegram chat.png --library DIR "A question?" ...`.

The bot answers for real, through the test server; the picture shows its messages with the entities that Telegram
found in them, in a phone's colours. It needs matplotlib, which brings Pillow and the fonts.
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

from index.library import Library
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
    image = Image.new("RGB", (BUBBLE, height + len(keys) * (LINE + 2 * GAP)), WALL)
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, BUBBLE - 1, height - 1), PAD, OURS if ours else THEIRS)
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
        image.paste(drawn, (PAD if ours else WIDTH - BUBBLE - PAD, top))
        top += drawn.height + PAD
    return image


def main() -> None:
    """Ask the questions and save the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("picture", type=Path)
    parser.add_argument("questions", nargs="+")
    parser.add_argument("--library", type=Path, required=True)
    arguments = parser.parse_args()
    said: list[tuple[Message, bool]] = []
    with (
        TelegramServer() as telegram,
        Library.open(arguments.library) as library,
        tempfile.TemporaryDirectory() as memory,
    ):
        chat = telegram.private_chat()
        with answering(telegram, library, Path(memory)):
            for question in arguments.questions:
                said.append((Message(chat.says(question), question, (), None), False))
                said.append((chat.hears(), True))
    picture(said).save(arguments.picture)


if __name__ == "__main__":
    main()
