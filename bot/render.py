"""An Answer -> JSON, plain text, Markdown or a terminal's rich text: pure functions."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from bot.accounts import Account
from bot.among import among_line
from bot.answer import Answer
from index.quotes import Quote
from index.scope import Scope
from index.voice import Speaker

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment
    from rich.text import Text

ANSWER_VERSION = 1
OWN_VOICE = "the article’s own voice"
UNPRINTABLE = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}, "\N{REPLACEMENT CHARACTER}")
"""Control characters, which could steer a terminal, -> what is shown for each."""


# The words that every surface shares.


def printable(text: str) -> str:
    """The text, as long as it was, with no control character left."""
    return text.translate(UNPRINTABLE)


def speaker_line(speaker: Speaker) -> str:
    """Who says a quote, in one line: "Ada Veil, head of the harbour office, via Coast News"."""
    if speaker.kind == "article":
        return OWN_VOICE
    said_by = speaker.name or speaker.cue
    if speaker.kind == "unnamed":
        said_by = f"“{said_by}” (nobody named)" if said_by else "nobody named"
    return ", ".join(part for part in (said_by, speaker.role, *(f"via {name}" for name in speaker.via)) if part)


def article_line(quote: Quote) -> str:
    """Where a quote stands, in one line: headline, outlet, day and paragraph."""
    article = quote.article
    parts = (article.headline, article.outlet, day(article.published), f"paragraph {quote.paragraph}")
    return " · ".join(part for part in parts if part)


def also_line(quote: Quote) -> str | None:
    """Which other articles say the same, in one line; None when there are none."""
    also = elsewhere(quote)
    return f"Also in: {also}" if also else None


def elsewhere(quote: Quote) -> str:
    """The headlines of the other articles that say the same, with the outlets behind each; "" when there are none."""
    outlets: dict[str, list[str]] = {}
    for copy in quote.also:
        outlets.setdefault(copy.article.headline, []).extend(filter(None, [copy.article.outlet]))
    return "; ".join(headline + (f" — {', '.join(names)}" if names else "") for headline, names in outlets.items())


def day(published: str | None) -> str | None:
    """The day of an ISO 8601 date and time; other words stay as they are."""
    if published and re.match(r"\d{4}-\d\d-\d\dT", published):
        return published[:10]
    return published


def show_command(quote: Quote) -> str:
    """What to type to read the version of the article that a quote comes from."""
    article = quote.article
    return f"quoth show {shlex.quote(article.id if article.current else article.version[:12])}"


def refusal_line(answer: Answer) -> str:
    """Why there are no quotes, in a sentence or two, with the question's words that no quote covers."""
    if answer.reason == "empty_library":
        return "The library holds no articles yet: add some first."
    why = "The articles touch on this but don’t say" if answer.reason == "not_stated" else "The articles don’t say"
    return f"{why}. No quote covers: {', '.join(answer.missing)}." if answer.missing else f"{why}."


def accounts_line(answer: Answer) -> str | None:
    """That the accounts differ, and on what; None when they don't."""
    if len(answer.accounts) < 2:
        return None
    return f"The accounts differ on {answer.differs_on}." if answer.differs_on else "The accounts differ."


def headed(answer: Answer) -> list[tuple[str | None, list[Quote]]]:
    """The quotes of each account under its number and speakers, or all under None when there is one account."""
    return [
        (f"{_numbered(answer, account)}: {account_speakers(quotes)}" if account else None, quotes)
        for account, quotes in grouped(answer)
    ]


def grouped(answer: Answer) -> list[tuple[Account | None, list[Quote]]]:
    """The quotes of each account, or all of them with None when there is one account."""
    if len(answer.accounts) < 2:
        return [(None, list(answer.quotes))]
    return [(account, [answer.quotes[i] for i in account.quotes]) for account in answer.accounts]


def _numbered(answer: Answer, account: Account) -> str:
    return "Beside that" if account.beside else f"Account {answer.accounts.index(account) + 1}"


def account_speakers(quotes: Iterable[Quote], own_voice: str = OWN_VOICE, nobody: str = "nobody named") -> str:
    """Who says the quotes of an account, in one line; what an article says itself is its outlet's."""
    speakers = dict.fromkeys(
        (quote.article.outlet or own_voice)
        if quote.speaker.kind == "article"
        else (quote.speaker.name or quote.speaker.cue or nobody)
        for quote in quotes
    )
    return " ".join(", ".join(speakers).split())


def around(quote: Quote) -> tuple[str, str]:
    """What stands before and after a quote in the paragraph, or paragraphs, that hold it."""
    text = quote.article.text
    start = text.rfind("\n\n", 0, quote.start)
    end = text.find("\n\n", quote.end)
    return text[start + 2 if start >= 0 else 0 : quote.start], text[quote.end : end if end >= 0 else len(text)]


# JSON, format version 1.


def to_json(answer: Answer, *, context: bool = False) -> dict[str, Any]:
    """The answer in format version 1; `context` adds to each quote the words before and after it."""
    return {
        "version": ANSWER_VERSION,
        "question": answer.question,
        "answered": answer.answered,
        "reason": answer.reason,
        "quotes": [_quote_json(quote, context) for quote in answer.quotes],
        "confidence": round(answer.confidence, 4),
        "accounts": [_account_json(account) for account in answer.accounts],
        "differs_on": answer.differs_on,
        "took_ms": {step: round(milliseconds, 1) for step, milliseconds in answer.took_ms.items()},
        "missing": list(answer.missing),
        "among": _among_json(answer),
    }


def _account_json(account: Account) -> dict[str, Any]:
    """An account; the key "beside" is there only where it is true."""
    return {"quotes": list(account.quotes)} | ({"beside": True} if account.beside else {})


def _among_json(answer: Answer) -> dict[str, Any] | None:
    """The articles that were searched, None when all were; `fits_from` is the day of an event that was asked about."""
    scope = answer.scope
    if scope is None or scope == Scope(scope.question):
        return None
    among = scope.among
    return {
        "outlets": list(among.outlets or filter(None, [among.outlet])),
        "after": among.after,
        "before": among.before,
        "article": among.article,
        "fits_from": scope.event.first if scope.event else None,
        "line": among_line(answer),
    }


def _quote_json(quote: Quote, context: bool) -> dict[str, Any]:
    found = quote.as_dict()
    if context:
        found["before"], found["after"] = around(quote)
    return found


# Plain text.


def plain(answer: Answer, *, context: bool = False) -> str:
    """The answer as plain text, a quote's words on their own lines, unwrapped; ends with a newline."""
    blocks = [_asked(answer), among_line(answer)]
    if not answer.answered:
        blocks.append(refusal_line(answer))
    blocks.append(accounts_line(answer))
    for heading, quotes in headed(answer):
        blocks.append(heading)
        blocks += [_plain_quote(quote, context) for quote in quotes]
    return printable("\n\n".join(block for block in blocks if block)) + "\n"


def _asked(answer: Answer) -> str | None:
    return f"Asked as: {answer.asked}" if answer.asked != answer.question else None


def _plain_quote(quote: Quote, context: bool) -> str:
    words = quote.text
    if context:
        before, after = around(quote)
        words = f"{before}«{words}»{after}"
    barred = "\n".join(f"> {line}".rstrip() for line in words.split("\n"))
    lines = (speaker_line(quote.speaker), article_line(quote), also_line(quote), show_command(quote))
    return "\n  ".join([barred, *filter(None, lines)])


# Markdown.


def markdown(answer: Answer, *, context: bool = False) -> str:
    """The answer as Markdown, each quote a block quote, in bold inside its paragraph when `context` is asked for."""
    blocks = [escaped(text) for text in (_asked(answer), among_line(answer)) if text]
    if not answer.answered:
        blocks.append(escaped(refusal_line(answer)))
    if differs := accounts_line(answer):
        blocks.append(escaped(differs))
    for heading, quotes in headed(answer):
        if heading:
            blocks.append(f"**{escaped(heading)}**")
        blocks += [_markdown_quote(quote, context) for quote in quotes]
    return printable("\n\n".join(blocks)) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows just as it is, wherever its lines begin."""
    return _escaped_starts(_escaped_marks(text))


def _escaped_marks(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>&~|$])", r"\\\1", text)


def _escaped_starts(text: str) -> str:
    """Lines that open neither a heading nor a list nor, by their indent, code."""
    return re.sub(r"(?m)^[ \t]*(\d*)([#+=.)-]?)", lambda m: m[1] + ("\\" + m[2] if m[2] else ""), text)


def _markdown_quote(quote: Quote, context: bool) -> str:
    words = _escaped_marks(quote.text)
    if context:
        before, after = around(quote)
        words = f"{_escaped_marks(before)}**{words}**{_escaped_marks(after)}"
    barred = "\n".join(f"> {line}".rstrip() for line in _escaped_starts(words).split("\n"))
    also = also_line(quote)
    lines = [f"— {escaped(speaker_line(quote.speaker))}", _markdown_article_line(quote), also and escaped(also)]
    return barred + "\n\n" + "  \n".join(line for line in lines if line)


def _markdown_article_line(quote: Quote) -> str:
    """The article line, its headline a link when the article came from the web."""
    line, headline, origin = article_line(quote), quote.article.headline, quote.article.origins[0]
    if not re.fullmatch(r"https?://[^\s<>]+", origin):
        return escaped(line)
    return f"[{escaped(headline)}](<{origin}>){_escaped_marks(line.removeprefix(headline))}"


# A terminal.


def terminal(answer: Answer, *, context: bool = False) -> RenderableType:
    """The answer for rich to print: quotes behind a bar, and under each its speaker, its article, how to read it."""
    from rich.console import Group
    from rich.text import Text

    blocks: list[RenderableType] = []
    for about_it in filter(None, (_asked(answer), among_line(answer))):
        blocks.append(Text(printable(about_it), "italic dim"))
    if not answer.answered:
        blocks.append(Text(printable(refusal_line(answer)), "yellow"))
    if differs := accounts_line(answer):
        blocks.append(Text(printable(differs), "yellow"))
    for heading, quotes in headed(answer):
        if heading:
            blocks.append(Text(printable(heading), "bold yellow"))
        blocks += [_terminal_quote(quote, context) for quote in quotes]
    return Group(*[part for block in blocks for part in (Text(), block)][1:])


def _terminal_quote(quote: Quote, context: bool) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    words = Text(printable(quote.text), "bold")
    if context:
        before, after = around(quote)
        words = Text.assemble((printable(before), "dim"), words, (printable(after), "dim"))
    lines = (
        (speaker_line(quote.speaker), "cyan"),
        (article_line(quote), ""),
        (also_line(quote), ""),
        (show_command(quote), "dim"),
    )
    return Group(Margin(words, "┃ "), *(Margin(Text(printable(line), style), "  ") for line, style in lines if line))


class Margin:
    """Text with a mark before each line, however many lines it takes."""

    def __init__(self, text: Text, mark: str) -> None:
        self.text = text
        self.mark = mark

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        from rich.segment import Segment
        from rich.style import Style

        width = options.max_width - len(self.mark)
        for line in console.render_lines(self.text, options.update(width=width), pad=False):
            yield Segment(self.mark, Style(color="cyan"))
            yield from line
            yield Segment.line()
