"""What buttons and commands show -> Telegram's HTML, each page one message: pure functions."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from bot.render import day
from bot.state import Person, Totals
from bot.telegram_html import (
    MESSAGE_LENGTH,
    article_line,
    blockquote,
    escaped,
    line,
    link,
    pieces,
    quote_blocks,
    shown_length,
    source_lines,
    units,
)
from bot.telegram_topic import speakers_in
from bot.telegram_words import Words
from index.articles import shown_origin
from index.catalog import Entry, StoredArticle
from index.quotes import Quote

PER_PAGE = 5
"""Articles or quotes on a page."""
OPENING = 2000
"""UTF-16 units of an article's opening that are shown, folded."""
LISTED = 10
"""Lines of a list that are shown."""
LIST_LINE_LENGTH = 150
"""Characters of a line in a list."""
SPEAKERS = 12
"""Speakers of an article that are shown."""


def fitting(blocks: Iterable[str], between: str = "\n\n") -> str:
    """As many of the blocks, from the first on, as a message can hold."""
    page = ""
    for block in blocks:
        longer = f"{page}{between}{block}" if page else block
        if shown_length(longer) > MESSAGE_LENGTH:
            break
        page = longer
    return page


def pages(items: Sequence[object]) -> int:
    """How many pages the items take, at least one."""
    return max(1, -(-len(items) // PER_PAGE))


def context_page(quote: Quote, wide: int, words: Words) -> str:
    """A quote in bold inside its paragraph and `wide` more on each side, cut where a message ends."""
    source = source_lines(quote, words)
    room = MESSAGE_LENGTH - shown_length(source) - 8
    text = quote.article.text
    start, end = _widened(text, quote.start, quote.end, wide)
    words_shown = pieces(quote, room)[0]
    spare = room - units(words_shown)
    before = _last(text[start : quote.start], spare // 2 if quote.end < end else spare)
    after = _first(text[quote.end : end], spare - units(before)) if words_shown == quote.text else "…"
    return f"{blockquote(f'{escaped(before)}<b>{escaped(words_shown)}</b>{escaped(after)}')}\n{source}"


def more_around(quote: Quote, wide: int) -> bool:
    """Whether a message can show more of the article than a quote's paragraph and `wide` more on each side."""
    text = quote.article.text
    start, end = _widened(text, quote.start, quote.end, wide)
    return units(text[start:end]) < MESSAGE_LENGTH and (start, end) != (0, len(text))


def _widened(text: str, start: int, end: int, wide: int) -> tuple[int, int]:
    """From the start of the paragraph `wide` before the one at `start` to the end of the one `wide` after `end`."""
    start, end = _paragraph_start(text, start), _paragraph_end(text, end)
    for _ in range(wide):
        start, end = _paragraph_start(text, start - 2), _paragraph_end(text, end + 2)
    return start, end


def _paragraph_start(text: str, at: int) -> int:
    found = text.rfind("\n\n", 0, max(at, 0))
    return found + 2 if found >= 0 else 0


def _paragraph_end(text: str, at: int) -> int:
    found = text.find("\n\n", at)
    return found if found >= 0 else len(text)


def _first(text: str, room: int) -> str:
    """As much of the start of a text as there is room for."""
    cut = text.encode("utf-16-le")[: 2 * max(0, room)].decode("utf-16-le", "ignore")
    return text if cut == text else cut[:-1].rstrip() + "…" if room > 1 else ""


def _last(text: str, room: int) -> str:
    """As much of the end of a text as there is room for."""
    cut = text.encode("utf-16-le")[-2 * room :].decode("utf-16-le", "ignore") if room > 0 else ""
    return text if cut == text else "…" + cut[1:].lstrip() if room > 1 else ""


def quotes_page(title: str, quotes: Sequence[Quote], words: Words) -> str:
    """Some quotes under a title; a very long one only with its first part."""
    return fitting([f"<b>{line(title)}</b>", *(quote_blocks(quote, words)[0] for quote in quotes)])


def articles_page(title: str, articles: Iterable[tuple[int, StoredArticle | Entry]]) -> str:
    """Articles with their numbers under a title."""
    return fitting([f"<b>{line(title)}</b>", *(f"{number}. {_entry_line(article)}" for number, article in articles)])


def _entry_line(article: StoredArticle | Entry) -> str:
    if isinstance(article, StoredArticle):
        return article_line(article)
    facts = [line(fact) for fact in (article.outlet, day(article.published)) if fact]
    return " · ".join([f"<b>{line(article.headline)}</b>", *facts])


def article_page(article: StoredArticle, words: Words, heading: str = "") -> str:
    """An article: where it is from, how it opens and who speaks in it, under a heading in HTML if there is one."""
    paragraphs = article.sentences[-1].paragraph if article.sentences else 0
    about = [article_line(article), "" if link(article) else line(shown_origin(article.origins[0]))]
    above = "\n".join(filter(None, [*about, words.sizes.format(paragraphs, len(article.sentences))]))
    speakers = speakers_block(article, words)
    room = MESSAGE_LENGTH - shown_length("\n\n".join([heading, above, "", speakers]))
    opening = blockquote(escaped(_first(article.text, min(room, OPENING))))
    return fitting(filter(None, [heading, above, opening, speakers]))


def speakers_block(article: StoredArticle, words: Words) -> str:
    """Who speaks in an article, with their roles and how often; those whom it leaves unnamed last."""
    speakers = speakers_in(article)
    lines = [
        f"• {_bold_if(s.named, line(s.name, 100))}{', ' + line(s.role, 100) if s.role else ''} ({s.claims})"
        for s in speakers[:SPEAKERS]
    ]
    return "\n".join([f"<b>{words.speakers}</b>", *lines]) if lines else words.says_nobody


def _bold_if(named: bool, markup: str) -> str:
    return f"<b>{markup}</b>" if named else f"<i>{markup}</i>"


def list_block(heading: str, lines: Sequence[str], words: Words) -> str:
    """Lines of text under a heading that counts them, as many as can be taken in."""
    rest = [words.and_more.format(len(lines) - LISTED)] if len(lines) > LISTED else []
    shown = [f"• {line(text, LIST_LINE_LENGTH)}" for text in lines[:LISTED]]
    return "\n".join([f"<b>{line(heading)}</b> ({len(lines)})", *shown, *rest])


def stats_page(totals: Totals, articles: int, words: Words) -> str:
    """What is counted."""
    outcomes = {name: totals.outcomes.get(name, 0) for name in ("answered", "refused", "stopped", "failed")}
    return words.stats.format(
        articles=articles,
        people=totals.people,
        questions=totals.questions,
        seconds=totals.seconds / max(1, totals.questions),
        liked=totals.liked,
        disliked=totals.disliked,
        waiting=totals.waiting,
        **outcomes,
    )


def users_page(people: Sequence[Person], words: Words) -> str:
    """Who wrote to the bot, with how many questions and on which day last; as many people as fit."""
    lines = [
        line(words.user.format(p.name, p.id, p.questions, f"{datetime.fromtimestamp(p.last, UTC):%Y-%m-%d}"))
        + (" · ⛔" if p.blocked else "")
        for p in people
    ]
    return fitting([f"<b>{words.users_title}</b> ({len(people)})", *lines], "\n")


def plain(markup: str) -> str:
    """HTML as plain text, for when Telegram doesn't take it as HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))
