"""An Answer -> the messages that Telegram shows, in its HTML: pure functions.

Telegram keeps a quote's words as they are, but for characters that it allows in no message: control characters
(tabs too) become spaces, carriage returns and the bidirectional controls U+2028 to U+202E are dropped, of a run of
direction marks only the last stays, and so do the combining marks U+030A, U+0333 and U+033F. Of these only the ring
above, U+030A, belongs to a language's letters, so it is sent as one character with its letter.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from bot.accounts import Account
from bot.among import among_line
from bot.answer import Answer
from bot.render import account_speakers, around, day, elsewhere, grouped
from bot.telegram_words import ENGLISH, Words
from index.catalog import StoredArticle
from index.quotes import Quote
from index.voice import Speaker

MESSAGE_LENGTH = 4096
"""UTF-16 units that a message may have once Telegram has parsed its markup."""
LONG_QUOTE = 480
"""UTF-16 units from which a quote is folded until the reader opens it."""
HEADING_LENGTH = 100
"""Characters that an account's heading may have."""
PART_LABEL_LENGTH = 2 * HEADING_LENGTH + 64
"""UTF-16 units kept free for an account's heading and a part's number."""
LINE_LENGTH = 300
"""Characters shown of a headline, an outlet or a speaker: more of them is a fault of the article, not a name."""
URL_LENGTH = 1000
"""Characters that a link may have: a longer one is left out."""


def messages(answer: Answer, words: Words = ENGLISH, *, context: bool = False) -> list[str]:
    """The answer as one or more messages in Telegram's HTML, each valid by itself, cut between quotes where it can be.

    A quote too long for one message is cut between sentences, or words, and every part names its source. `context`
    shows a quote in bold inside its paragraph, where that fits in a message.
    """
    return packed(_blocks(answer, words, context))


def packed(blocks: Iterable[str]) -> list[str]:
    """Blocks of HTML, each short enough for a message, joined with blank lines into as few messages as there can be."""
    found: list[str] = []
    for block in blocks:
        if found and shown_length(f"{found[-1]}\n\n{block}") <= MESSAGE_LENGTH:
            found[-1] += f"\n\n{block}"
        else:
            found.append(block)
    return found


def shown_length(markup: str) -> int:
    """The UTF-16 units of HTML as Telegram counts them: without tags, entities as the character they stand for."""
    return units(html.unescape(re.sub(r"<[^>]*>", "", markup)))


def units(text: str) -> int:
    """The UTF-16 units of a text."""
    return len(text.encode("utf-16-le")) // 2


def _blocks(answer: Answer, words: Words, context: bool) -> Iterator[str]:
    if answer.answered and answer.asked != answer.question:
        yield f"<i>{line(words.asked_as.format(answer.asked))}</i>"
    if narrowed := among_line(answer, words.among):
        yield f"<i>{line(narrowed)}</i>"
    if not answer.answered:
        yield _refusal(answer, words)
    if len(answer.accounts) > 1:
        yield f"<b>{line(_differ(answer.differs_on or '', words))}</b>"
    for number, (account, quotes) in enumerate(grouped(answer), start=1):
        for i, quote in enumerate(quotes):
            for j, block in enumerate(quote_blocks(quote, words, context=context)):
                yield (_heading(account, number, quotes, words) if account and i == j == 0 else "") + block


def _differ(on: str, words: Words) -> str:
    """That the accounts differ, and on what, as far as the language has words for it."""
    # The things differed on are joined with "and", which may also stand in the words that one of them quotes.
    parts = [words.told(part) for part in re.split(" and (?![^“]*”)", on) if part]
    known = words.and_also.join(filter(None, parts))
    return words.differ_on.format(known) if known else words.differ


def _heading(account: Account, number: int, quotes: list[Quote], words: Words) -> str:
    """Whose account follows."""
    title = words.beside if account.beside else words.account.format(number)
    return f"<b>{line(f'{title}: {account_speakers(quotes, words.own_voice, words.nobody)}', HEADING_LENGTH)}</b>\n"


def _refusal(answer: Answer, words: Words) -> str:
    """That the articles don't say, and what was looked for in them."""
    if answer.reason == "empty_library":
        return line(words.empty_library)
    stated = answer.reason == "not_stated"
    if answer.missing:
        about = words.not_stated_about if stated else words.dont_say_about
        why = about.format(", ".join(answer.missing))
    else:
        why = words.not_stated if stated else words.dont_say
    return f"{line(why, 3 * LINE_LENGTH)}\n<i>{line(words.looked_for.format(answer.asked), 3 * LINE_LENGTH)}</i>"


def quote_blocks(quote: Quote, words: Words = ENGLISH, *, context: bool = False) -> list[str]:
    """A quote's words with their source under them, in as many parts as they need messages."""
    source, others = source_lines(quote, words), elsewhere(quote)
    also = f"\n<i>{line(words.also_in.format(others))}</i>" if others else ""
    room = MESSAGE_LENGTH - shown_length(source + also) - PART_LABEL_LENGTH
    if context and units("".join(around(quote)) + quote.text) <= room:
        return [f"{in_paragraph(quote)}\n{source}{also}"]
    parts = pieces(quote, room)
    if len(parts) == 1:
        return [f"{blockquote(escaped(parts[0]))}\n{source}{also}"]
    total = len(parts)
    return [
        f"{blockquote(escaped(part))}\n{source} · {words.part.format(n, total)}{also}"
        for n, part in enumerate(parts, start=1)
    ]


def in_paragraph(quote: Quote) -> str:
    """A quote in bold inside the paragraph, or paragraphs, that hold it."""
    before, after = around(quote)
    return blockquote(f"{escaped(before)}<b>{escaped(quote.text)}</b>{escaped(after)}")


def source_lines(quote: Quote, words: Words = ENGLISH) -> str:
    """Who says a quote, and where it stands."""
    return (
        f"{_speaker(quote.speaker, words)}\n{article_line(quote.article)} · {words.paragraph.format(quote.paragraph)}"
    )


def pieces(quote: Quote, room: int) -> list[str]:
    """A quote's words in order, in parts of at most `room` UTF-16 units; white space between parts is left out.

    A part ends with a sentence where one ends in its second half, else with a word, else where the room ends.
    """
    sentence_ends = [s.end - quote.start for s in quote.article.sentences if quote.start < s.end < quote.end]
    text, start = quote.text, 0
    found: list[str] = []
    while units(text[start:]) > room:
        limit = start + len(text[start:].encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore"))
        middle = (start + limit + 1) // 2
        sentence_end = max((end for end in sentence_ends if middle < end <= limit), default=None)
        end = sentence_end or _word_end(text, middle, limit) or limit
        found.append(text[start:end].rstrip())
        start = end + len(text[end:]) - len(text[end:].lstrip())
    return [*found, text[start:]]


def _word_end(text: str, first: int, last: int) -> int | None:
    """The last place from `first` to `last` at which a word ends before white space."""
    ends = [gap.start() for gap in re.finditer(r"\s+", text[first : last + 1])]
    return first + ends[-1] if ends else None


def blockquote(markup: str) -> str:
    """HTML in a block quote, folded when it is long."""
    tag = "blockquote expandable" if shown_length(markup) > LONG_QUOTE else "blockquote"
    return f"<{tag}>{markup}</blockquote>"


def _speaker(speaker: Speaker, words: Words) -> str:
    if speaker.kind == "article":
        return f"— <i>{words.own_voice}</i>"
    about = "".join(f", {part}" for part in (speaker.role, *map(words.via.format, speaker.via)) if part)
    if speaker.kind == "named" and speaker.name:
        return f"— <b>{line(speaker.name)}</b>{line(about)}"
    said_by = speaker.name or speaker.cue
    return f"— <i>{line((words.unnamed.format(said_by) if said_by else words.nobody) + about)}</i>"


def article_line(article: StoredArticle) -> str:
    """Headline, outlet and day, the headline a link when the article came from the web."""
    url = link(article)
    headline = line(article.headline)
    linked = f'<a href="{html.escape(url)}">{headline}</a>' if url else f"<i>{headline}</i>"
    facts = [line(fact) for fact in (article.outlet, day(article.published)) if fact]
    return " · ".join([linked, *facts])


def link(article: StoredArticle) -> str | None:
    """The web address of an article, if it came from one that Telegram takes."""
    return next((origin for origin in article.origins if _is_link(origin)), None)


def _is_link(origin: str) -> bool:
    return len(origin) <= URL_LENGTH and re.fullmatch(r"https?://[^\s<>\"\x00-\x1f\x7f]+", origin) is not None


def line(text: str, length: int = LINE_LENGTH) -> str:
    """Text for a line of its own: on one line, not too long, escaped."""
    text = " ".join(text.split())
    return escaped(text if len(text) <= length else text[: length - 1].rstrip() + "…")


def visible(text: str, otherwise: str = "…") -> str:
    """Text on one line for a label, or something else where there is nothing to be seen in it."""
    text = " ".join(text.split())
    return text if any(c.isprintable() and not c.isspace() for c in text) else otherwise


def escaped(text: str) -> str:
    """Text that Telegram's HTML shows just as it is."""
    text = re.sub("[A-Za-z]\u030a", lambda found: unicodedata.normalize("NFC", found[0]), text)
    return html.escape(text, quote=False)
