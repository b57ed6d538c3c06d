"""What the library holds around a question: nearest articles, more quotes, other speakers, samples to begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from index.catalog import StoredArticle
from index.errors import NoSuchArticle
from index.library import Library
from index.quotes import Quote, find_quotes, speaker_of
from index.search import Hit, search, understand
from index.sentences import Sentence

MORE = 12
"""Quotes at most that a question may come to have."""
NEAR = 50
"""Passages in which articles and speakers are looked for."""
SPEAKERS = 20
"""Other speakers at most who are shown, each with a quote."""
SAMPLE_LENGTH = 60
"""Characters that a sample question may have, to be read on a button."""


def nearest(library: Library, question: str) -> list[StoredArticle]:
    """The articles that are closest to a question, best first."""
    return list({hit.article.key: hit.article for hit in _near(library, question)}.values())


def warm(library: Library) -> None:
    """Answer a question about the newest article, so that the next one finds the stores open and the models read."""
    newest = [entry.headline for entry in library.entries()[-1:]]
    find_quotes(library, newest[0] if newest else "news")


def more_quotes(library: Library, question: str, shown: Sequence[Quote]) -> list[Quote]:
    """Further quotes for a question, beside those that are shown."""
    places = {(quote.article.version, quote.end) for quote in shown}
    found = find_quotes(library, question, MORE).quotes
    return [quote for quote in found if (quote.article.version, quote.end) not in places]


def other_speakers(library: Library, question: str, shown: Sequence[Quote]) -> list[Quote]:
    """The nearest words of each speaker who is heard on a question and not shown yet, best first."""
    heard = {quote.speaker.name for quote in shown}
    found: dict[str, Quote] = {}
    for hit in _near(library, question):
        sentences = hit.article.sentences[hit.passage.first : hit.passage.last + 1]
        for quote in _spoken(hit.article, sentences):
            name = quote.speaker.name
            if name and name not in heard:
                found.setdefault(name, quote)
    return list(found.values())[:SPEAKERS]


def speakers_in(article: StoredArticle) -> list[tuple[str, str | None, int]]:
    """Who speaks in an article: name, role and how many claims, those with most first."""
    claims = [(a.name, a.role) for a in article.attributions if a.name]
    roles = {name: role for name, role in reversed(claims) if role}
    return [(name, roles.get(name), number) for name, number in Counter(name for name, _ in claims).most_common()]


def numbered(library: Library, ref: str) -> StoredArticle | None:
    """The article with a number in the library's list, counted from 1, or with an id; None when there is none."""
    entries = library.entries()
    if re.fullmatch(r"[0-9]{1,9}", ref) and 1 <= int(ref) <= len(entries):
        ref = entries[int(ref) - 1].version
    try:
        return library.get(ref)
    except NoSuchArticle:
        return None


def sample_questions(library: Library, count: int = 3) -> list[str]:
    """Questions that the newest articles answer, drawn from who speaks in them and from their titles."""
    found: list[str] = []
    for entry in reversed(library.entries()[-5 * count :]):
        article = library.get(entry.version)
        asked = next((q for q in _questions(article) if q not in found and not find_quotes(library, q).reason), None)
        found += [asked] if asked else []
        if len(found) == count:
            break
    return found


def _questions(article: StoredArticle) -> Iterable[str]:
    named = {attribution.name for attribution in article.attributions if attribution.kind == "named"}
    questions = [f"What does {name} say?" for name, _, _ in speakers_in(article) if name in named]
    title = (article.title or "").rstrip(" .?!")
    questions += [f"What is known about “{title}”?"] if title else []
    return [question for question in questions if len(question) <= SAMPLE_LENGTH][:3]


def _near(library: Library, question: str) -> list[Hit]:
    with library.reading() as stores:
        return search(stores, understand(library, stores, question), NEAR)


def _spoken(article: StoredArticle, sentences: Sequence[Sentence]) -> list[Quote]:
    """The sentences that somebody other than the article says."""
    quotes = [Quote(article, s.start, s.end, speaker_of(article, s.start, s.end), 0.0) for s in sentences]
    return [quote for quote in quotes if quote.speaker.kind != "article"]
