"""Hits -> quotes: the sentences that answer, who says them, and how sure we are that they answer."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from index.candidates import Candidate, ranked_candidates, scorer
from index.catalog import Among, StoredArticle
from index.confidence import CONFIDENT, grounds
from index.context import first_place
from index.library import Library
from index.scope import Scope, scope_among, scope_then
from index.search import EVERY_ARTICLE, Hit, Question
from index.terms import forms
from index.voice import Speaker

Reason = Literal["empty_library", "nothing_relevant", "not_stated"]

THRESHOLD = 0.45
"""The confidence below which Quoth declines to answer.

On tests/collection a sixth of the questions that have an answer are then declined, and an eighth of those that have
none are answered.
"""
ON_TOPIC = 0.35
"""The cosine of question and passage below which nothing in the library is about the question."""
BESIDE_BEST = 0.2
"""The share of the best quote's score that another one needs to be shown beside it."""
JOINED = 2
"""Sentences that may be joined to the one that answers."""
REPEAT = 0.6
"""The share of common terms above which one sentence says what another one said."""
_DENIES = re.compile(
    r"\b(?:not?|never|nobody|none|nothing|neither|nor|without|den(?:y|ie[sd]))\b|n[’']t\b", re.IGNORECASE
)
"""What makes of a sentence another one that says the contrary."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice `[start, end)` of one version of a stored article. Its words are computed, never stored.

    `also` are the slices of other articles, or of other outlets' copies of this one, where its speaker says the same.
    """

    article: StoredArticle
    start: int
    end: int
    speaker: Speaker
    score: float
    also: tuple[Quote, ...] = ()

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.article.text[self.start : self.end]

    @property
    def paragraph(self) -> int:
        """The 1-based paragraph in which the quote starts."""
        return next(s.paragraph for s in self.article.sentences if s.end > self.start)

    def as_dict(self) -> dict[str, Any]:
        """The quote as it stands in answers of format version 1."""
        speaker = self.speaker
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "paragraph": self.paragraph,
            "article": _article_dict(self.article),
            "speaker": {
                "kind": speaker.kind,
                "name": speaker.name,
                "role": speaker.role,
                "via": list(speaker.via),
                "cue": speaker.cue,
                "span": list(speaker.span) if speaker.span else None,
            },
            "score": round(self.score, 4),
            "also": [{"article": _article_dict(q.article), "start": q.start, "end": q.end} for q in self.also],
        }


def _article_dict(article: StoredArticle) -> dict[str, Any]:
    return {
        "id": article.id,
        "version": article.version,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "origin": article.origins[0],
    }


@dataclass(frozen=True, slots=True)
class Findings:
    """What the library says to a question.

    `quotes`, best first, are what to show; when `reason` is set they do not answer and are only the nearest words.
    `missing` are the question's words, as written, that no quote covers. `scope` tells which articles were asked, and
    what of the question they were asked. `took_ms` maps "total" to milliseconds.
    """

    quotes: tuple[Quote, ...]
    confidence: float
    reason: Reason | None
    missing: tuple[str, ...]
    hits: tuple[Hit, ...]
    scope: Scope
    took_ms: dict[str, float] = field(default_factory=dict)


def score_sentences(question: str, sentences: Sequence[str]) -> list[float]:
    """How well each sentence answers a question, by its words alone, in the order given; higher is better."""
    return scorer().score(question, sentences)


def find_quotes(
    library: Library, question: str, k: int = 3, among: Among = EVERY_ARTICLE, today: date | None = None
) -> Findings:
    """The best one to `k` quotes of the library for a question, or the reason why nothing answers it.

    `among` leaves articles out, and so do outlets and days in the question where it says nothing of them; `today`, None
    for the calendar's, is the day from which "last week" is told. What nothing says of the day of an event is asked of
    the articles of that day. Raises NoSuchArticle when `among` names an article that is not there.
    """
    started = time.perf_counter()
    today = today or date.today()
    scope = scope_among(question, library.outlets(), today, among, library.any_among)
    found = _found(library, scope, k)
    then = scope_then(scope, today, library.any_among) if found.reason else None
    again = _found(library, then, k) if then else found
    return replace(found if again.reason else again, took_ms={"total": 1000 * (time.perf_counter() - started)})


def _found(library: Library, scope: Scope, k: int) -> Findings:
    asked, hits, ranked = ranked_candidates(library, scope.question, scope.among, scope.event)
    quotes = _merged([_quote(candidate) for candidate in _without_repeats(ranked)])[:k]
    confidence = CONFIDENT.probability(grounds(asked, hits, ranked)) if ranked else 0.0
    return Findings(
        quotes=quotes,
        confidence=confidence,
        reason=None if confidence >= THRESHOLD else _reason(hits, scope.among),
        missing=_missing(asked, quotes),
        hits=tuple(hits),
        scope=scope,
    )


def _without_repeats(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates good enough to stand beside the best one, each with those that only repeat it as its copies."""
    kept: list[Candidate] = []
    for candidate in ranked:
        at = next((i for i, better in enumerate(kept) if _repeats(candidate, better)), None)
        if at is not None:
            kept[at] = replace(kept[at], copies=(*kept[at].copies, candidate))
        elif not kept or candidate.score >= BESIDE_BEST * kept[0].score:
            kept.append(candidate)
    return kept


def _repeats(candidate: Candidate, better: Candidate) -> bool:
    """Whether a sentence says what a better one says: nearly the same words, no other number or denial, one speaker."""
    new, old = candidate.terms, better.terms
    return (
        len(new & old) > REPEAT * min(len(new), len(old))
        and not any(term[0].isdigit() for term in new ^ old)
        and bool(_DENIES.search(candidate.text)) == bool(_DENIES.search(better.text))
        and _same_speaker(candidate.speaker, better.speaker)
    )


def _quote(candidate: Candidate) -> Quote:
    """The quote of a candidate, with the sentences before it without which it can't be understood, and its copies."""
    article, sentence, speaker = candidate.hit.article, candidate.sentence, candidate.speaker
    first = first_place(article, candidate.place, (speaker.kind, speaker.name), JOINED)
    quote = Quote(article, article.sentences[first].start, sentence.end, speaker, candidate.score)
    reprints = [replace(article, outlet=copy.outlet, origins=(copy.origin,)) for copy in article.reprints]
    copies = [replace(quote, article=reprint) for reprint in reprints] + [_quote(copy) for copy in candidate.copies]
    return replace(quote, also=_elsewhere(quote, copies))


def _elsewhere(quote: Quote, copies: Iterable[Quote]) -> tuple[Quote, ...]:
    """The copies of a quote in other articles and at other outlets, one of each."""
    flat = [one for copy in copies for one in (replace(copy, also=()), *copy.also)]
    named = {(one.article.key, one.article.outlet): one for one in reversed(flat)}
    named.pop((quote.article.key, quote.article.outlet), None)
    return tuple(reversed(named.values()))


def _merged(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Quotes of which no two share words: one that overlaps a better one is joined to it if the speaker is the same."""
    kept: list[Quote] = []
    for quote in quotes:
        for i, better in enumerate(kept):
            if better.article.key == quote.article.key and quote.start < better.end and better.start < quote.end:
                if _same_speaker(better.speaker, quote.speaker):
                    start, end = min(better.start, quote.start), max(better.end, quote.end)
                    also = _elsewhere(better, (*better.also, *quote.also))
                    kept[i] = replace(better, start=start, end=end, also=also)
                break
        else:
            kept.append(quote)
    return tuple(kept)


def _same_speaker(one: Speaker, other: Speaker) -> bool:
    return (one.kind, one.name) == (other.kind, other.name)


def _missing(question: Question, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """The question's words that no quote has, nor its article's title, nor its speaker's name, role or relay."""
    words = [
        text
        for quote in quotes
        for text in (quote.text, quote.article.title, quote.speaker.name, quote.speaker.role, *quote.speaker.via)
        if text
    ]
    present = set(forms("\n".join(words)))
    return tuple(term.written for term in question.terms if term.form not in present)


def _reason(hits: Sequence[Hit], among: Among) -> Reason:
    if not hits:
        return "empty_library" if among == EVERY_ARTICLE else "nothing_relevant"
    return "not_stated" if max(hit.cosine for hit in hits) >= ON_TOPIC else "nothing_relevant"
