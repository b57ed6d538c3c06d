"""Buttons under messages -> the same message, showing what was asked for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from telegram import CallbackQuery, ChatMember, Message, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import ContextTypes

from bot.answer import Answer
from bot.state import Shown
from bot.telegram_admin import Admin
from bot.telegram_buttons import (
    LISTS,
    QUOTE_COUNTS,
    WIDEST,
    Keyboard,
    Press,
    button,
    context_keyboard,
    keyboard,
    list_keyboard,
    paged_keyboard,
    read_press,
    settings_keyboard,
)
from bot.telegram_chats import Chats, rendered
from bot.telegram_desk import Desk
from bot.telegram_memory import answer_from, article_at, place_of, quote_at, quotes_at, topic_of
from bot.telegram_pages import PER_PAGE, article_page, articles_page, context_page, more_around, pages, quotes_page
from bot.telegram_sending import Place
from bot.telegram_topic import listed, more_quotes, on_topic, other_speakers
from bot.telegram_words import LANGUAGES, Words, words_in
from index.catalog import Entry, StoredArticle
from index.errors import QuothError
from index.quotes import Quote

log = logging.getLogger(__name__)


VERBS = {
    "answer": "acmosnut",
    "samples": "q",
    "who": "w",
    "articles": "ldt",
    "settings": "e",
    "forget": "f",
    "receipt": "x",
    "remove": "r",
}
"""What the buttons under each kind of message may ask for."""
PERSONAL = ("settings", "forget")
"""What no other person may press, even where buttons are shared."""


class View(NamedTuple):
    """A page of HTML, the buttons under it, and the link that it previews."""

    page: str
    keyboard: Keyboard
    preview: str | None = None


class Notice(Exception):
    """What a person is told instead of what the button would have shown."""


@dataclass(frozen=True, slots=True)
class Presses:
    """Shows what buttons ask for; what takes its time runs in a thread."""

    desk: Desk
    chats: Chats
    admin: Admin

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what a button says, and stop the clock that Telegram shows on it."""
        query, notice = update.callback_query, None
        assert query is not None
        words = self.desk.words(query.from_user)
        try:
            await self._press(query, words, update.update_id)
        except Notice as told:
            notice = str(told)
        except (LookupError, TypeError, ValueError):
            # A button of an older version, or what no button has ever said.
            log.warning("A button is not understood", exc_info=True)
            notice = words.gone
        except (QuothError, TelegramError):
            log.exception("A button failed")
            notice = words.failed
        # A press that waited for long can't be answered any more.
        with suppress(BadRequest):
            await query.answer(notice)

    async def _press(self, query: CallbackQuery, words: Words, number: int) -> None:
        press, message = read_press(query.data or ""), query.message
        shown = self.desk.state.shown(press.key)
        if shown is None or press.verb not in VERBS[shown.kind] or not isinstance(message, Message):
            raise Notice(words.gone)
        if not await self._may_press(query, shown):
            raise Notice(words.not_yours)
        if press.verb == "u":
            self.desk.state.vote(shown, query.from_user.id, press.numbers[0])
            raise Notice(words.thanks)
        if press.verb == "q":
            question, person = shown.content["questions"][press.numbers[0]], self.desk.person(query.from_user)
            if refusal := self.chats.too_many(person, words):
                raise Notice(refusal)
            # Every press is a question of its own, which no message stands for.
            await self.chats.ask(message, question, person, number, mark=-number)
            return
        view = await self._view(press, shown, query, words)
        await self.desk.sender.edit(Place.below(message), message.message_id, *view)

    async def _may_press(self, query: CallbackQuery, shown: Shown) -> bool:
        """Whether somebody may drive a message: who asked, or, if a chat's anonymous administrator did, any of them."""
        if query.from_user.id == shown.person or (self.desk.settings.shared_buttons and shown.kind not in PERSONAL):
            return True
        if shown.person > 0:
            return False
        member = await query.get_bot().get_chat_member(shown.chat, query.from_user.id)
        return member.status in (ChatMember.ADMINISTRATOR, ChatMember.OWNER)

    async def _view(self, press: Press, shown: Shown, query: CallbackQuery, words: Words) -> View:
        if press.verb in ("x", "r"):
            if not self.desk.is_admin(query.from_user):
                raise Notice(words.not_yours)
            return View(*await self.admin.confirmed(press, shown, words))
        if press.verb == "e":
            return self._setting(press, shown)
        if press.verb == "f":
            return self._forget(press, shown, words)
        return await asyncio.to_thread(self._page, press, shown, words)

    def _page(self, press: Press, shown: Shown, words: Words) -> View:
        match press.verb:
            case "a":
                return self._answer(shown, words)
            case "c":
                return self._context(shown, *press.numbers, words=words)
            case "m" | "o" | "w":
                return self._quotes(press, shown, words)
            case "n" | "t":
                return self._article(press, shown, words)
            case _:
                return self._articles(press, shown, words)

    def _answer(self, shown: Shown, words: Words) -> View:
        """The last page of an answer, where its buttons are."""
        answer = self._kept(shown, words)
        near = [article_at(self.desk.library, version) for version in shown.content["near"]]
        offered = [article for article in near if article]
        if len(offered) < len(near):
            # The buttons are numbered anew.
            shown.content["near"] = [article.version for article in offered]
            self.desk.state.change(shown.key, content=shown.content)
        parts, buttons, preview = rendered(shown, answer, offered, words, context=shown.content["context"])
        return View(parts[-1], buttons, preview if len(parts) == 1 else None)

    def _kept(self, shown: Shown, words: Words) -> Answer:
        answer = answer_from(self.desk.library, shown.content)
        if answer is None:
            raise Notice(words.article_gone)
        return answer

    def _context(self, shown: Shown, number: int, wide: int, *, words: Words) -> View:
        """A quote inside its paragraph, of the version that was quoted."""
        places = shown.content["quotes"]
        quote, wide = quote_at(self.desk.library, places[number]), min(wide, WIDEST)
        if quote is None:
            raise Notice(words.article_gone)
        buttons = context_keyboard(shown.key, number, len(places), wide, more_around(quote, wide), words)
        return View(context_page(quote, wide, words), buttons)

    def _quotes(self, press: Press, shown: Shown, words: Words) -> View:
        """More quotes for a question, or those of other speakers, or of one who was asked for."""
        name = {"m": "more", "o": "others", "w": "quotes"}[press.verb]
        if name not in shown.content:
            self._find(name, shown, words)
        places = shown.content[name]
        title = {"m": words.more_title, "o": words.others_title}.get(press.verb) or words.who_title.format(
            shown.content["name"]
        )
        if not places:
            raise Notice({"m": words.no_more, "o": words.no_others}.get(press.verb, words.gone))
        return self.quotes_view(press, title, places, words, back=words.back if press.verb != "w" else None)

    def _find(self, name: str, shown: Shown, words: Words) -> None:
        """Look for more quotes, or other speakers, once, and keep what was found."""
        answer, library = self._kept(shown, words), self.desk.library
        look = more_quotes if name == "more" else other_speakers
        shown.content[name] = [place_of(quote) for quote in look(library, topic_of(shown.content), answer.quotes)]
        self.desk.state.change(shown.key, content=shown.content)

    def quotes_view(self, press: Press, title: str, places: Sequence[Any], words: Words, back: str | None) -> View:
        """A page of quotes, without those whose article has been removed."""
        page = press.numbers[0]
        found: list[Quote | None] = quotes_at(self.desk.library, places[page * PER_PAGE : (page + 1) * PER_PAGE])
        quotes = [quote for quote in found if quote]
        if not quotes:
            raise Notice(words.article_gone)
        return View(quotes_page(title, quotes, words), paged_keyboard(press.verb, press.key, page, pages(places), back))

    def _articles(self, press: Press, shown: Shown, words: Words) -> View:
        """A page of the articles on a question ("s"), or of the library's list ("l": oldest first, "d": newest)."""
        page = press.numbers[0]
        if press.verb == "s":
            title, back = words.sources_title, words.back
            articles: Sequence[tuple[int, StoredArticle | Entry]] = list(
                enumerate(self._on_topic(shown, words), start=1)
            )
        else:
            title, back = words.latest_title if press.verb == "d" else words.library_title, None
            articles = listed(self.desk.library, newest_first=press.verb == "d")
        page = min(page, pages(articles) - 1)  # Articles may have been removed since.
        part = articles[page * PER_PAGE : (page + 1) * PER_PAGE]
        shown.content["listed"] = [article.version for _, article in part]
        self.desk.state.change(shown.key, content=shown.content)
        numbers = [number for number, _ in part]
        buttons = list_keyboard(press.verb, shown.key, page, pages(articles), numbers, back)
        return View(articles_page(title, part), buttons)

    def _on_topic(self, shown: Shown, words: Words) -> list[StoredArticle]:
        """The articles quoted in an answer, then the others on its topic."""
        answer = self._kept(shown, words)
        found = [*(quote.article for quote in answer.quotes), *on_topic(self.desk.library, topic_of(shown.content))]
        return list({article.version: article for article in found}.values())

    def _article(self, press: Press, shown: Shown, words: Words) -> View:
        """One of the nearest articles that a refusal offers ("n"), or of those on the page of a list ("t")."""
        number, *rest = press.numbers
        article = article_at(self.desk.library, shown.content["near" if press.verb == "n" else "listed"][number])
        if article is None:
            raise Notice(words.article_gone)
        way_back = button(words.back, "a", shown.key)
        if press.verb == "t":
            page, which = rest
            way_back = button(words.back, LISTS[which], shown.key, page)
        return View(article_page(article, words), keyboard([way_back]))

    def _setting(self, press: Press, shown: Shown) -> View:
        """Change one of a person's settings: 0 is the number of quotes, 1 context, 2 the language."""
        person, (name, value) = self.desk.state.person(shown.person), press.numbers
        if name == 0 and value in QUOTE_COUNTS:
            person = replace(person, quotes=value)
        elif name == 1:
            person = replace(person, context=bool(value))
        elif name == 2:
            person = replace(person, language=list(LANGUAGES)[value])
        self.desk.state.prefer(person)
        words = words_in(person.language, shown.content["language"])
        return View(words.settings, settings_keyboard(shown.key, person, words))

    def _forget(self, press: Press, shown: Shown, words: Words) -> View:
        """Delete what is stored about a person, if they say so."""
        if press.numbers[0]:
            self.desk.state.forget(shown.person)
        return View(words.forgotten if press.numbers[0] else words.kept, None)
