"""Hits -> quotes: the sentences that answer, who says them, and how sure we are that they answer."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp
from typing import Any, Literal

from index.attribution import Attribution, Kind, Span
from index.catalog import StoredArticle
from index.library import Library
from index.search import Hit, Question, search, understand
from index.sentences import Sentence
from index.terms import STOP_TERMS, forms

Reason = Literal["empty_library", "nothing_relevant", "not_stated"]

THRESHOLD = 0.5
"""The confidence below which Quoth declines to answer."""
ON_TOPIC = 0.35
"""The cosine of question and passage below which nothing in the library is about the question."""
HITS = 30
"""Passages found for a question; the sentences of the best `READ` of them may become quotes."""
READ = 10
SENTENCES = 24
"""Sentences compared with the question by meaning; they are chosen by their words and their passage."""
BESIDE_BEST = 0.6
"""The share of the best quote's score that another one needs to be shown beside it."""
CONFIDENCE_WEIGHTS = (-4.0, 3.0, 4.0, 2.0, -2.0)
REPEAT = 0.6
"""The share of common terms above which one sentence says what another one said."""
_LEANS_BACK = re.compile(
    r"[“\"‘'(]?(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|Such|The (?:former|latter))\b"
)
"""The opening of a sentence that can't be understood without the one before."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quote. For the article's own voice all but `kind` is None or empty.

    `name` is a person or body, or for an unnamed speaker the article's words ("unnamed American officials"; None when
    there are none, as for "reportedly"). `span` is where the speaker's words, else the cue, stand in the article.
    """

    kind: Kind = "article"
    name: str | None = None
    role: str | None = None
    via: tuple[str, ...] = ()
    cue: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice `[start, end)` of one version of a stored article. Its words are computed, never stored."""

    article: StoredArticle
    start: int
    end: int
    speaker: Speaker
    score: float

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
        article, speaker = self.article, self.speaker
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "paragraph": self.paragraph,
            "article": {
                "id": article.id,
                "version": article.version,
                "title": article.title,
                "outlet": article.outlet,
                "published": article.published,
                "origin": article.origins[0],
            },
            "speaker": {
                "kind": speaker.kind,
                "name": speaker.name,
                "role": speaker.role,
                "via": list(speaker.via),
                "cue": speaker.cue,
                "span": list(speaker.span) if speaker.span else None,
            },
            "score": round(self.score, 4),
        }


@dataclass(frozen=True, slots=True)
class Findings:
    """What the library says to a question.

    `quotes`, best first, are what to show; when `reason` is set they do not answer and are only the nearest words.
    `missing` are the question's words, as written, that no quote covers. `took_ms` maps each step to milliseconds.
    """

    quotes: tuple[Quote, ...]
    confidence: float
    reason: Reason | None
    missing: tuple[str, ...]
    hits: tuple[Hit, ...]
    took_ms: dict[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit, by its place in the article, with what speaks for it."""

    hit: Hit
    place: int
    covered: float
    cosine: float = 0.0

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.hit.article.sentences[self.place]

    @property
    def text(self) -> str:
        """Its words."""
        return self.hit.article.text[self.sentence.start : self.sentence.end]

    @property
    def score(self) -> float:
        """How well it answers, 0 to 1, judged by words and by meaning."""
        return 0.45 * self.covered + 0.45 * max(0.0, self.cosine) + 0.1 * self.hit.score


def find_quotes(library: Library, question: str, k: int = 3) -> Findings:
    """The best one to `k` quotes of the library for a question, or the reason why nothing answers it."""
    started = time.perf_counter()
    with library.reading() as stores:
        asked = understand(library, stores, question)
        hits = search(stores, asked, HITS)
        is_empty = not stores.words.count()
    searched = time.perf_counter()
    ranked = _ranked(library, asked, hits[:READ])
    quotes = tuple(_quote(candidate) for candidate in _without_repeats(ranked)[:k])
    confidence = _confidence(asked, hits, ranked)
    reason = None if confidence >= THRESHOLD else _reason(hits, is_empty)
    finished = time.perf_counter()
    return Findings(
        quotes=quotes,
        confidence=confidence,
        reason=reason,
        missing=_missing(asked, quotes),
        hits=tuple(hits),
        took_ms={
            "search": 1000 * (searched - started),
            "quotes": 1000 * (finished - searched),
            "total": 1000 * (finished - started),
        },
    )


def _ranked(library: Library, question: Question, hits: Sequence[Hit]) -> list[Candidate]:
    """The sentences of the hits that may answer, best first."""
    sentences = {
        (hit.article.key, place): Candidate(hit, place, _covered(question, hit.article, place))
        for hit in reversed(hits)
        for place in range(hit.passage.first, hit.passage.last + 1)
    }
    likely = sorted(sentences.values(), key=lambda c: -(c.covered + c.hit.score))[:SENTENCES]
    vectors = library.encoder.encode([candidate.text for candidate in likely])
    return sorted(
        (
            replace(candidate, cosine=float(cosine))
            for candidate, cosine in zip(likely, vectors @ question.vector, strict=True)
        ),
        key=lambda c: -c.score,
    )


def _covered(question: Question, article: StoredArticle, place: int) -> float:
    """The share of the question's weight whose terms stand in a sentence, or in the name of who says it."""
    total = sum(term.weight for term in question.terms)
    present = _terms_of(article, place)
    return sum(term.weight for term in question.terms if term.form in present) / total if total else 0.0


def _terms_of(article: StoredArticle, place: int) -> frozenset[str]:
    """The terms of a sentence and of its speaker's full name and role, which the sentence may only hint at."""
    sentence = article.sentences[place]
    speaker = speaker_of(article, sentence.start, sentence.end)
    named = " ".join(filter(None, (speaker.name, speaker.role, *speaker.via)))
    return frozenset(forms(article.text[sentence.start : sentence.end])) | frozenset(forms(named))


def _without_repeats(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates good enough to stand beside the best one, each saying something that no better one said."""
    kept: list[Candidate] = []
    said: list[frozenset[str]] = []
    for candidate in ranked:
        if kept and candidate.score < BESIDE_BEST * kept[0].score:
            break
        new = frozenset(forms(candidate.text)) - STOP_TERMS
        if not any(len(new & old) > REPEAT * min(len(new), len(old)) for old in said):
            kept.append(candidate)
            said.append(new)
    return kept


def _quote(candidate: Candidate) -> Quote:
    """The quote of a candidate, with the sentence before it when it can't be understood alone."""
    article, sentence = candidate.hit.article, candidate.sentence
    speaker = speaker_of(article, sentence.start, sentence.end)
    start = sentence.start
    if candidate.place and _LEANS_BACK.match(candidate.text):
        before = article.sentences[candidate.place - 1]
        # Another speaker's words must not come under this one's name.
        if before.paragraph == sentence.paragraph and speaker_of(article, before.start, before.end) in (
            speaker,
            Speaker(),
        ):
            start = before.start
    return Quote(article, start, sentence.end, speaker, round(candidate.score, 4))


def speaker_of(article: StoredArticle, start: int, end: int) -> Speaker:
    """Who says most of `text[start:end]` of an article, by the outermost attribution; else the article itself."""
    best: Attribution | None = None
    most = 0
    for attribution in article.attributions:
        shared = sum(max(0, min(end, e) - max(start, s)) for s, e in attribution.content)
        if attribution.within is None and shared > most:
            best, most = attribution, shared
    if best is None:
        return Speaker()
    marked = best.speaker or best.cue
    return Speaker(
        kind=best.kind,
        name=best.name,
        role=best.role,
        via=best.via,
        cue=" … ".join(article.text[s:e] for s, e in best.cue) or None,
        span=(marked[0][0], marked[-1][1]) if marked else None,
    )


def _missing(question: Question, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """The question's words that no quote, nor the title of its article, has."""
    present = {
        form
        for quote in quotes
        for form in forms(f"{quote.text} {quote.article.title or ''} {quote.speaker.name} {quote.speaker.role}")
    }
    return tuple(term.written for term in question.terms if term.form not in present)


def _confidence(question: Question, hits: Sequence[Hit], ranked: Sequence[Candidate]) -> float:
    """How sure we are that the best quote answers, 0 to 1."""
    if not ranked:
        return 0.0
    unknown = sum(term.weight for term in question.terms if not term.known)
    features = (
        1.0,
        max(candidate.covered for candidate in ranked),
        max(candidate.cosine for candidate in ranked),
        max(hit.cosine for hit in hits),
        unknown / (sum(term.weight for term in question.terms) or 1.0),
    )
    return 1 / (1 + exp(-sum(w * f for w, f in zip(CONFIDENCE_WEIGHTS, features, strict=True))))


def _reason(hits: Sequence[Hit], is_empty: bool) -> Reason:
    if is_empty:
        return "empty_library"
    return "not_stated" if max((hit.cosine for hit in hits), default=0.0) >= ON_TOPIC else "nothing_relevant"
