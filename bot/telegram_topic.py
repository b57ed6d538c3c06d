"""What the library holds around a question: nearest articles, more quotes, other speakers, samples to begin with."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.catalog import Entry, StoredArticle
from index.errors import NoSuchArticle
from index.library import Library
from index.quotes import Quote, find_quotes
from index.search import Hit, search, understand
from index.sentences import Sentence
from index.voice import speaker_of

MORE = 12
"""Quotes at most that a question may come to have."""
NEAR = 50
"""Passages in which articles and speakers are looked for."""
SPEAKERS = 20
"""Other speakers at most who are shown, each with a quote."""
ON_TOPIC = 0.5
"""The share of the nearest passage's score from which a passage is on the same topic."""
OPENING = 1000
"""Characters of an article that show in which letters it is written."""
SAMPLE_LENGTH = 60
"""Characters that a sample question may have, to be read on a button."""


def nearest(library: Library, question: str) -> list[StoredArticle]:
    """The articles that are closest to a question, best first."""
    return _articles(_near(library, question))


def on_topic(library: Library, question: str) -> list[StoredArticle]:
    """The articles on a question's topic, best first."""
    return _articles(_on_topic(library, question))


def _articles(hits: Iterable[Hit]) -> list[StoredArticle]:
    return list({hit.article.key: hit.article for hit in hits}.values())


def in_other_letters(question: str, articles: Iterable[StoredArticle]) -> bool:
    """Whether a question is written in other letters than articles are, so that no word of it can be in them."""
    return _letters(question) != _letters("".join(article.text[:OPENING] for article in articles))


def _letters(text: str) -> str:
    """The script that most letters of a text are in, such as LATIN; "" when it has none."""
    scripts = Counter(unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha())
    return max(scripts, key=scripts.__getitem__, default="")


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
    for hit in _on_topic(library, question):
        sentences = hit.article.sentences[hit.passage.first : hit.passage.last + 1]
        for quote in _spoken(hit.article, sentences):
            name = quote.speaker.name
            if name and name not in heard:
                found.setdefault(name, quote)
    return list(found.values())[:SPEAKERS]


class Heard(NamedTuple):
    """Somebody who speaks in an article: a name, or what stands for one, the role, and how many claims are theirs."""

    name: str
    role: str | None
    claims: int
    named: bool


def speakers_in(article: StoredArticle) -> list[Heard]:
    """Who speaks in an article: those who are named before those who aren't, those with most claims first."""
    claims = [a for a in article.attributions if a.name]
    roles = {a.name: a.role for a in reversed(claims) if a.role}
    named = {a.name for a in claims if a.kind == "named"}
    counted = Counter(a.name for a in claims if a.name).most_common()
    heard = [Heard(name, roles.get(name), number, name in named) for name, number in counted]
    return sorted(heard, key=lambda one: not one.named)


def listed(library: Library, *, newest_first: bool) -> list[tuple[int, Entry]]:
    """All articles with their numbers, in the order in which they were added, or by their day, the newest first."""
    entries = list(enumerate(library.entries(), start=1))
    return sorted(entries, key=lambda one: (_day(one[1]), one[0]), reverse=True) if newest_first else entries


def _day(entry: Entry) -> str:
    """The day on which an article was published, else added."""
    published = entry.published or ""
    return (published if re.match(r"\d{4}-\d\d-\d\d", published) else entry.added)[:10]


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
    for _, entry in listed(library, newest_first=True)[: 5 * count]:
        article = library.get(entry.version)
        asked = next((q for q in _questions(article) if q not in found and not find_quotes(library, q).reason), None)
        found += [asked] if asked else []
        if len(found) == count:
            break
    return found


def _questions(article: StoredArticle) -> Iterable[str]:
    questions = [f"What does {speaker.name} say?" for speaker in speakers_in(article) if speaker.named]
    title = (article.title or "").rstrip(" .?!")
    questions += [f"What is known about “{title}”?"] if title else []
    return [question for question in questions if len(question) <= SAMPLE_LENGTH][:3]


def _near(library: Library, question: str) -> list[Hit]:
    with library.reading() as stores:
        return search(stores, understand(library, stores, question), NEAR)


def _on_topic(library: Library, question: str) -> list[Hit]:
    hits = _near(library, question)
    return [hit for hit in hits if hit.score >= ON_TOPIC * hits[0].score]


def _spoken(article: StoredArticle, sentences: Sequence[Sentence]) -> list[Quote]:
    """The sentences that somebody other than the article says."""
    quotes = [Quote(article, s.start, s.end, speaker_of(article, s.start, s.end), 0.0) for s in sentences]
    return [quote for quote in quotes if quote.speaker.kind != "article"]
