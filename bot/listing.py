"""Entries, articles, a library's status and an addition -> JSON, plain text or rich: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any

from bot.render import day, printable, speaker_line
from index.attribution import Attribution
from index.catalog import Entry, StoredArticle
from index.voice import Speaker

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from index.library import Receipt, Status
    from index.reading import Refusal

_COLOURS = ("cyan", "green", "magenta", "yellow", "blue", "red")
SPEAKER_STYLES = (*_COLOURS, *(f"{c} underline" for c in _COLOURS), *(f"{c} italic" for c in _COLOURS))
LISTED_RECEIPTS = 20
"""Articles named one by one after an addition; of more only the numbers are told."""


# The entries of a library.


def entries_json(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """A list of articles, each without its text."""
    return [asdict(entry) for entry in entries]


def entries_plain(entries: Iterable[Entry]) -> str:
    """A line an article: id, day, outlet and headline, with tabs between."""
    rows = ((e.id, day(e.published) or "", e.outlet or "", e.headline) for e in entries)
    return "".join(printable("\t".join(" ".join(cell.split()) for cell in row)) + "\n" for row in rows)


def entries_terminal(entries: Iterable[Entry]) -> RenderableType:
    """A table of articles."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table("ID", "Headline", "Outlet", "Date", box=box.SIMPLE_HEAD, header_style="bold")
    table.columns[0].no_wrap = True
    for e in entries:
        cells = (e.id, e.headline, e.outlet or "", day(e.published) or "")
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


# One article.


def article_json(article: StoredArticle) -> dict[str, Any]:
    """The article with its text, its sentences and who says what; all offsets count code points of `text`."""
    return {
        "id": article.id,
        "version": article.version,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "origins": list(article.origins),
        "text": article.text,
        "sentences": [[sentence.start, sentence.end] for sentence in article.sentences],
        "attributions": [asdict(attribution) for attribution in article.attributions],
    }


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in an article, and what they claim in it."""

    speaker: Speaker
    claims: tuple[Attribution, ...]


def voices(article: StoredArticle) -> list[Voice]:
    """Who speaks in an article, in the order of appearance; the first role given to a speaker is theirs."""
    found: dict[tuple[str, str], list[Attribution]] = {}
    for claim in article.attributions:
        words = claim.name or _cue(article, claim) or ""
        found.setdefault((claim.kind, words.casefold()), []).append(claim)
    return [Voice(_speaker(article, claims), tuple(claims)) for claims in found.values()]


def _speaker(article: StoredArticle, claims: Sequence[Attribution]) -> Speaker:
    role = next((claim.role for claim in claims if claim.role), None)
    return Speaker(claims[0].kind, claims[0].name, role, cue=_cue(article, claims[0]))


def _cue(article: StoredArticle, claim: Attribution) -> str | None:
    return " … ".join(article.text[start:end] for start, end in claim.cue) or None


def article_plain(article: StoredArticle) -> str:
    """The article's headline, where it comes from, its numbered paragraphs, and who speaks in it how often."""
    paragraphs = (f"[{number}] {text}" for number, text in enumerate(article.text.split("\n\n"), start=1))
    speakers = [f"{speaker_line(voice.speaker)}: {_claims(voice)}" for voice in voices(article)]
    blocks = ["\n".join([article.headline, *_sources(article)]), *paragraphs]
    if speakers:
        blocks.append("\n".join(["Speakers", *(f"  {line}" for line in speakers)]))
    return printable("\n\n".join(blocks)) + "\n"


def _sources(article: StoredArticle) -> list[str]:
    published = " · ".join(part for part in (article.outlet, article.author, day(article.published)) if part)
    replaced = "" if article.current else " (a newer one replaced it)"
    version = f"id {article.id}, version {article.version[:12]}{replaced}"
    return [line for line in (published, version, *article.origins) if line]


def _claims(voice: Voice) -> str:
    return f"{len(voice.claims)} {'claim' if len(voice.claims) == 1 else 'claims'}"


def article_terminal(article: StoredArticle) -> RenderableType:
    """The article for rich to print, each claim in the colour of its speaker, with a key to the colours."""
    from rich.console import Group
    from rich.text import Text

    styled = list(zip(voices(article), cycle(SPEAKER_STYLES), strict=False))
    parts: list[RenderableType] = [Text(printable(article.headline), "bold")]
    parts += [Text(printable(line), "dim") for line in _sources(article)]
    for number, paragraph in enumerate(_coloured(article, styled).split("\n\n"), start=1):
        parts += [Text(), Text.assemble((f"{number} ", "dim"), paragraph)]
    if styled:
        parts += [Text(), _key(styled)]
    return Group(*parts)


def _coloured(article: StoredArticle, styled: Iterable[tuple[Voice, str]]) -> Text:
    """The article's text with each claim in its speaker's colour; a claim inside a claim keeps its own."""
    from rich.text import Text

    text = Text(printable(article.text))
    claims = [(claim, style) for voice, style in styled for claim in voice.claims]
    for claim, style in sorted(claims, key=lambda pair: _depth(article, pair[0])):
        for start, end in claim.content:
            text.stylize(style, start, end)
    return text


def _depth(article: StoredArticle, claim: Attribution) -> int:
    depth = 0
    while claim.within is not None:
        claim, depth = article.attributions[claim.within], depth + 1
    return depth


def _key(styled: Iterable[tuple[Voice, str]]) -> RenderableType:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table("Speaker", "Claims", box=box.SIMPLE_HEAD, header_style="bold")
    table.columns[1].justify = "right"
    for voice, style in styled:
        table.add_row(Text(printable(f"■ {speaker_line(voice.speaker)}"), style), str(len(voice.claims)))
    return table


# The state of a library.


def status_json(status: Status, problems: Sequence[str] | None) -> dict[str, Any]:
    """The status, and the problems found when they were looked for."""
    found = {} if problems is None else {"problems": list(problems)}
    return {**asdict(status), "folder": str(status.folder), **found}


def status_plain(status: Status) -> str:
    """The status in words, a line each."""
    lines = {
        "Library": status.folder,
        "Articles": f"{status.articles:,}",
        "Old versions": f"{status.old_versions:,}",
        "Sentences": f"{status.sentences:,}",
        "Passages": f"{status.passages:,}",
        "Encoder": status.model,
        "Vectors": status.vectors,
        "Size": f"{status.bytes / 1e6:,.1f} MB",
    }
    return "".join(f"{name:<13}{value}\n" for name, value in lines.items())


# What became of an addition.


def addition_json(receipts: Sequence[Receipt], refusals: Sequence[Refusal], interrupted: bool) -> dict[str, Any]:
    """How many articles met each outcome, every article with its outcome, and every refused origin with its reason."""
    return {
        **_outcomes(receipts, refusals),
        "interrupted": interrupted,
        "articles": [asdict(receipt) for receipt in receipts],
        "refusals": [asdict(refusal) for refusal in refusals],
    }


def addition_plain(receipts: Sequence[Receipt], refusals: Sequence[Refusal]) -> str:
    """The articles one by one when they are few, and how many met each outcome."""
    few = receipts if len(receipts) <= LISTED_RECEIPTS else ()
    lines = [f"{receipt.outcome.replace('_', ' '):<9}  {receipt.id}  {receipt.headline}" for receipt in few]
    counted = [
        f"{number:,} {outcome.replace('same_text', 'same text from another origin')}"
        for outcome, number in _outcomes(receipts, refusals).items()
        if number
    ]
    return printable("\n".join([*lines, f"{', '.join(counted) or 'nothing added'}."])) + "\n"


def _outcomes(receipts: Sequence[Receipt], refusals: Sequence[Refusal]) -> dict[str, int]:
    met = [receipt.outcome for receipt in receipts]
    counted = {outcome: met.count(outcome) for outcome in ("added", "updated", "unchanged", "same_text")}
    return {**counted, "refused": len(refusals)}
