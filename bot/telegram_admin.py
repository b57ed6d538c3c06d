"""What administrators do in their chat: add articles with a receipt and a way back, remove them, look at counts."""

from __future__ import annotations

import asyncio
import logging
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from telegram import Message, MessageOriginChannel, MessageOriginUser, Update
from telegram.constants import FileSizeLimit
from telegram.error import TelegramError
from telegram.ext import ContextTypes, filters

from bot.state import Shown
from bot.telegram_buttons import Keyboard, Press, choices, keyboard, yes_or_no
from bot.telegram_desk import Desk, after_command, received
from bot.telegram_html import escaped, packed
from bot.telegram_memory import article_at
from bot.telegram_pages import article_page, list_block, stats_page, users_page
from bot.telegram_sending import Place
from bot.telegram_topic import numbered
from bot.telegram_waiting import typing
from bot.telegram_words import Words
from index.articles import Article, shown_origin
from index.catalog import StoredArticle
from index.errors import NoSuchArticle, QuothError
from index.library import Library, Receipt
from index.reading import Refusal, read

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl")
LINKS = r"^\s*(?:https?://\S+(?:\s+|$))+$"
"""A message that is links and nothing else."""

log = logging.getLogger(__name__)

Find = Callable[[], Iterable[Article | Refusal]]
"""What reads articles; it may block."""

Added = tuple[Receipt, str | None]
"""What adding an article did, and the version that it replaced."""


class IsAdmin(filters.MessageFilter):
    """Lets the messages of administrators through."""

    def __init__(self, admins: frozenset[int]) -> None:
        super().__init__()
        self.admins = admins

    def filter(self, message: Message) -> bool:
        """Whether an administrator wrote a message."""
        return message.from_user is not None and message.from_user.id in self.admins


@dataclass(frozen=True, slots=True)
class Admin:
    """Does what administrators say. One article is added at a time in a chat, in a thread."""

    desk: Desk
    max_bytes: int

    async def document(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Add the articles in a file."""
        message, words = received(update), self.desk.words(update.effective_sender)
        document = message.document
        assert document is not None
        name = Path(document.file_name or "article.txt").name
        if not name.lower().endswith(SUFFIXES):
            await self.desk.reply(message, words.not_readable)
        elif (document.file_size or 0) > self.largest:
            await self.desk.reply(message, self._too_big(words))
        else:
            await self._fetch(message, document.file_id, name, words)

    async def _fetch(self, message: Message, file_id: str, name: str, words: Words) -> None:
        """Fetch a file from Telegram, and add the articles in it."""
        try:
            async with typing(self.desk.sender.bot, Place.below(message)):
                file = await self.desk.sender.bot.get_file(file_id)
                data = bytes(await file.download_as_bytearray())
        except TelegramError as error:
            log.warning("A file can't be fetched", exc_info=True)
            await self.desk.reply(message, self._too_big(words) if "too big" in str(error).lower() else words.failed)
            return
        await self._add(message, lambda: _in_file(name, data, self.max_bytes), words)

    @property
    def largest(self) -> int:
        """Bytes that a file may have."""
        return min(self.max_bytes, FileSizeLimit.FILESIZE_DOWNLOAD)

    def _too_big(self, words: Words) -> str:
        return words.too_big.format(f"{self.largest / 1_000_000:g}")

    async def links(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Add the articles at one or more addresses."""
        message, words = received(update), self.desk.words(update.effective_sender)
        places = (message.text or "").split()
        await self._add(message, lambda: read(places, max_bytes=self.max_bytes), words)

    async def forwarded(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Add a forwarded message, with its channel as the outlet."""
        message, words = received(update), self.desk.words(update.effective_sender)
        found = _forwarded(message)
        await self._add(message, lambda: [found], words)

    async def _add(self, message: Message, find: Find, words: Words) -> None:
        """Say that it is read, add what is found, and change that into the receipt."""
        place = Place.below(message)
        sent = await self.desk.sender.show(place, [words.reading])
        async with typing(self.desk.sender.bot, place):
            added, pages = await asyncio.to_thread(self._added, find, words)
        undoable = [[r.version, before, r.outcome] for r, before in added if r.outcome in ("added", "updated")]
        buttons: Keyboard = None
        if undoable and message.from_user:
            content = {"added": undoable}
            shown = self.desk.state.show("receipt", message.chat_id, message.from_user.id, None, content)
            buttons = choices("x", shown.key, [words.undo])
        await self.desk.sender.show(place, pages, buttons, instead_of=sent)

    def _added(self, find: Find, words: Words) -> tuple[list[Added], list[str]]:
        """Add what is found; what was added, and the receipt for it as pages."""
        try:
            added, refusals = add(self.desk.library, find)
        except QuothError as error:
            added, refusals = [], [Refusal("", str(error))]
        return added, receipts(self.desk.library, added, refusals, words)

    async def remove(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask whether to remove the article with a number or an id."""
        message, words = received(update), self.desk.words(update.effective_sender)
        ref = after_command(message)
        article = await asyncio.to_thread(numbered, self.desk.library, ref) if ref else None
        if article is None:
            await self.desk.reply(message, words.no_article if ref else words.remove_usage)
            return
        page = article_page(article, words, words.remove_ask)
        content = {"version": article.version}
        await self.desk.reply_shown(message, "remove", content, page, lambda key: yes_or_no("r", key, words))

    async def confirmed(self, press: Press, shown: Shown, words: Words) -> tuple[str, Keyboard]:
        """Undo an addition ("x"), or remove an article or not ("r"); what the message then shows."""
        if press.verb == "x":
            undone = await asyncio.to_thread(undo, self.desk.library, shown.content["added"])
            return told_of(words.undone if undone else words.not_undone, undone, words), keyboard()
        if not press.numbers[0]:
            return words.kept, keyboard()
        article = await asyncio.to_thread(article_at, self.desk.library, shown.content["version"])
        try:
            await asyncio.to_thread(self.desk.library.remove, shown.content["version"])
        except NoSuchArticle:
            return words.article_gone, keyboard()
        return told_of(words.removed, [article] if article else [], words), keyboard()

    async def stats(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show what is counted."""
        articles = len(await asyncio.to_thread(self.desk.library.entries))
        words = self.desk.words(update.effective_sender)
        await self.desk.reply(received(update), stats_page(self.desk.state.totals(), articles, words))

    async def users(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the people who wrote to the bot."""
        words = self.desk.words(update.effective_sender)
        await self.desk.reply(received(update), users_page(self.desk.state.people(), words))


def add(library: Library, find: Find) -> tuple[list[Added], list[Refusal]]:
    """Add the articles that `find()` gives; what became of each, with the version it replaced, and what was refused."""
    refusals: list[Refusal] = []

    def readable(found: Iterable[Article | Refusal]) -> Iterator[Article]:
        for one in found:
            if isinstance(one, Refusal):
                refusals.append(one)
            else:
                yield one

    articles = list(readable(find()))
    before = {article: _at_origin(library, article) for article in articles}
    receipts = list(library.add(articles))
    return [(receipt, before[article]) for receipt, article in zip(receipts, articles, strict=True)], refusals


def undo(library: Library, added: list[list[Any]]) -> list[StoredArticle]:
    """Make the library as it was before additions, `[version, version before, outcome]` of each; those taken back.

    What has been changed or removed since stays as it is.
    """
    undone = []
    for version, before, outcome in reversed(added):
        article = article_at(library, version)
        if article is None or not article.current:
            continue
        old = article_at(library, before) if before and outcome == "updated" else None
        library.remove(version)
        if old is not None:
            list(library.add([_as_read(old)]))
        undone.append(article)
    return undone[::-1]


def _as_read(stored: StoredArticle) -> Article:
    """A stored article as it was before it was stored."""
    given_id = None if stored.id == stored.version[:12] else stored.id
    about = (stored.title, stored.outlet, stored.author, stored.published, given_id)
    return Article(stored.text, stored.origins[0], *about)


def _at_origin(library: Library, article: Article) -> str | None:
    """The version of the current article with the same origin or id."""
    for entry in library.entries():
        if article.origin in entry.origins or article.given_id == entry.id:
            return entry.version
    return None


def receipts(library: Library, added: list[Added], refusals: list[Refusal], words: Words) -> list[str]:
    """What was read and what became of it, as pages: one article whole, of several their headlines."""
    said = {"added": words.added, "updated": words.updated, "unchanged": words.unchanged}
    if len(added) == 1 and not refusals:
        receipt, _ = added[0]
        return [article_page(library.get(receipt.version), words, f"<b>{said[receipt.outcome]}</b>")]
    if len(refusals) == 1 and not added:
        return [f"<b>{words.refused}</b>\n{escaped(_reason(refusals[0], words))}"]
    headlines: dict[str, list[str]] = {heading: [] for heading in said.values()}
    for receipt, _ in added:
        headlines[said[receipt.outcome]].append(receipt.headline)
    blocks = [list_block(heading, lines, words) for heading, lines in headlines.items() if lines]
    reasons = [f"{shown_origin(refusal.origin)}: {_reason(refusal, words)}" for refusal in refusals]
    return packed([*blocks, *([list_block(words.refused, reasons, words)] if reasons else [])]) or [words.refused]


def told_of(said: str, articles: Sequence[StoredArticle], words: Words) -> str:
    """What was done, and to which articles."""
    return list_block(said, [article.headline for article in articles], words) if articles else said


def _reason(refusal: Refusal, words: Words) -> str:
    """Why something was refused, in a person's language where it has words for that."""
    return words.told(refusal.reason) or words.because.format(refusal.reason)


def _in_file(name: str, data: bytes, max_bytes: int) -> list[Article | Refusal]:
    """The articles in a file that was sent; their origin is its name, for the file itself is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        prefix = file.resolve().as_posix()
        found = list(read([str(file)], max_bytes=max_bytes))
    return [
        replace(one, origin=one.origin.replace(prefix, f"Telegram/{name}")) if isinstance(one, Article) else one
        for one in found
    ]


def _forwarded(message: Message) -> Article | Refusal:
    """The article that a forwarded message is; a public channel's has its address as its origin."""
    text = "\n\n".join(p.strip() for p in re.split(r"\n\s*\n", message.text or message.caption or "") if p.strip())
    source = message.forward_origin
    published = source.date.date().isoformat() if source else None
    outlet, origin = None, f"Telegram/{message.chat_id}-{message.message_id}"
    if isinstance(source, MessageOriginChannel):
        outlet = source.chat.title
        if source.chat.username:
            origin = f"https://t.me/{source.chat.username}/{source.message_id}"
    elif isinstance(source, MessageOriginUser):
        outlet = source.sender_user.full_name
    if not text:
        return Refusal(origin, "The message has no text: forward one with words.")
    title, _, rest = text.partition("\n\n")
    has_title = bool(rest) and len(title) <= 150 and "\n" not in title
    return Article(rest if has_title else text, origin, title if has_title else None, outlet, None, published)
