"""Hits -> quotes: the sentences that answer, who says them, and how sure we are that they answer."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache, lru_cache
from math import exp, log
from typing import Any, Literal

from index.attribution import Attribution, Kind, Span
from index.catalog import Among, StoredArticle
from index.context import first_place
from index.library import Library
from index.scope import Event, Scope, scope_among
from index.scorer import Scorer
from index.search import EVERY_ARTICLE, Hit, Question, search, understand
from index.sentences import Sentence
from index.terms import STOP_TERMS, forms

Reason = Literal["empty_library", "nothing_relevant", "not_stated"]

THRESHOLD = 0.45
"""The confidence below which Quoth declines to answer.

On tests/collection a fifth of the questions that have an answer are then declined, and a fifth of those that have none
are answered.
"""
ON_TOPIC = 0.35
"""The cosine of question and passage below which nothing in the library is about the question."""
HITS = 50
"""Passages found for a question; the sentences of the best `READ` of them may become quotes."""
READ = 8
SENTENCES = 16
"""Sentences that the scorer reads; they are chosen by their words and their passage."""
WORDS_HELD, WORDS_SAID = 0.5, 0.1
"""What the question's words in a sentence, and its number of terms, count in that choice beside its passage's score."""
BESIDE_BEST = 0.2
"""The share of the best quote's score that another one needs to be shown beside it."""
NEW = 0.5
"""The share of a passage that must not have been read, in a copy of its article, for it to take a place of its own."""
JOINED = 2
"""Sentences that may be joined to the one that answers."""
REPEAT = 0.6
"""The share of common terms above which one sentence says what another one said."""


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a sentence, or for the best one of all.

    `scorer` is the scorer's log-odds; `passage` and `cosine` are the score and the cosine of its passage; `unknown` is
    the share of the question's weight that the whole library does not hold.
    """

    scorer: float
    passage: float
    cosine: float
    unknown: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model over features, in their order."""

    constant: float
    scorer: float
    passage: float
    cosine: float
    unknown: float

    def probability(self, features: Features) -> float:
        """The model's probability, 0 to 1."""
        odds = self.constant + sum(getattr(self, f.name) * getattr(features, f.name) for f in fields(features))
        return 1 / (1 + exp(-odds))


# Learned from tests/collection and from SQuAD 2.0 by `python -m index.calibration`.
ANSWERS = Weights(constant=-3.76, scorer=0.54, passage=3.32, cosine=-0.13, unknown=-0.19)
"""The probability that a sentence answers."""
CONFIDENT = Weights(constant=-5.50, scorer=0.56, passage=3.64, cosine=4.11, unknown=1.21)
"""The probability that the library answers, from the best sentence."""
_DENIES = re.compile(
    r"\b(?:not?|never|nobody|none|nothing|neither|nor|without|den(?:y|ie[sd]))\b|n[’']t\b", re.IGNORECASE
)
"""What makes of a sentence another one that says the contrary."""
_PLAIN = str.maketrans("“”„‘’ʼ–—", "\"\"\"'''--")
"""Marks that copies of an article are often set with -> the ones that they are compared by."""


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
    what of the question they were asked. `took_ms` maps each step to milliseconds.
    """

    quotes: tuple[Quote, ...]
    confidence: float
    reason: Reason | None
    missing: tuple[str, ...]
    hits: tuple[Hit, ...]
    scope: Scope
    took_ms: dict[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit, by its place in the article, with what speaks for it.

    `terms` are the terms of its words that carry meaning, and `covered` is the share of the question's weight that they
    and its speaker's name hold. `copies` are other sentences that say the same.
    """

    hit: Hit
    place: int
    features: Features
    speaker: Speaker
    terms: frozenset[str]
    covered: float
    copies: tuple[Candidate, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.hit.article.sentences[self.place]

    @property
    def text(self) -> str:
        """Its words."""
        return self.hit.article.text[self.sentence.start : self.sentence.end]

    @property
    def promise(self) -> float:
        """What speaks for reading it: its passage, the question's words that it holds, and that it says something."""
        return self.features.passage + WORDS_HELD * self.covered + WORDS_SAID * log(1 + len(self.terms))

    @property
    def score(self) -> float:
        """The probability that it answers."""
        return ANSWERS.probability(self.features)


def score_sentences(question: str, sentences: Sequence[str]) -> list[float]:
    """How well each sentence answers a question, by its words alone, in the order given; higher is better."""
    return _scorer().score(question, sentences)


@cache
def _scorer() -> Scorer:
    return Scorer()


def find_quotes(
    library: Library, question: str, k: int = 3, among: Among = EVERY_ARTICLE, today: date | None = None
) -> Findings:
    """The best one to `k` quotes of the library for a question, or the reason why nothing answers it.

    `among` leaves articles out, and so do outlets and days in the question where it says nothing of them; `today`, None
    for the calendar's, is the day from which "last week" is told. Raises NoSuchArticle when `among` names an article
    that is not there.
    """
    started = time.perf_counter()
    scope = scope_among(question, library.outlets(), today or date.today(), among, library.any_among)
    asked, hits, ranked = ranked_candidates(library, scope.question, scope.among, scope.event)
    quotes = _merged([_quote(candidate) for candidate in _without_repeats(ranked)])[:k]
    confidence = CONFIDENT.probability(confidence_features(hits, ranked)) if ranked else 0.0
    return Findings(
        quotes=quotes,
        confidence=confidence,
        reason=None if confidence >= THRESHOLD else _reason(hits, scope.among),
        missing=_missing(asked, quotes),
        hits=tuple(hits),
        scope=scope,
        took_ms={"total": 1000 * (time.perf_counter() - started)},
    )


def ranked_candidates(
    library: Library, question: str, among: Among = EVERY_ARTICLE, event: Event | None = None
) -> tuple[Question, list[Hit], list[Candidate]]:
    """A question as it was understood, the hits, best first, and the sentences that may answer, best first."""
    with library.reading() as stores:
        asked = understand(library, stores, question)
        hits = search(stores, asked, HITS, among=among, event=event)
    likely = sorted(_to_read(asked, hits), key=lambda candidate: -candidate.promise)[:SENTENCES]
    scores = _scorer().log_odds(asked.spelt, [_read_aloud(c.hit.article, c.place) for c in likely])
    read = [replace(c, features=replace(c.features, scorer=score)) for c, score in zip(likely, scores, strict=True)]
    return asked, hits, sorted(read, key=lambda candidate: -candidate.score)


def _to_read(question: Question, hits: Sequence[Hit]) -> list[Candidate]:
    """The sentences of the best `READ` passages, each once, however many articles have it.

    A passage of which most was read in another one, as in a copy of its article, takes no place among them.
    """
    found: dict[tuple[str, Kind, str | None], Candidate] = {}
    unknown = _share(question, frozenset(term.form for term in question.terms if not term.known))
    places = 0
    for hit in hits:
        if places == READ:
            break
        features = Features(scorer=0.0, passage=hit.score, cosine=hit.cosine, unknown=unknown)
        new = 0
        for place in range(hit.passage.first, hit.passage.last + 1):
            sentence = hit.article.sentences[place]
            speaker = speaker_of(hit.article, sentence.start, sentence.end)
            said = " ".join(hit.article.text[sentence.start : sentence.end].translate(_PLAIN).split())
            known = found.get((said, speaker.kind, speaker.name))
            if known is None:
                new += sentence.end - sentence.start
                found[said, speaker.kind, speaker.name] = _candidate(question, hit, place, speaker, features)
            else:
                copy = replace(known, hit=hit, place=place, speaker=speaker, copies=())
                found[said, speaker.kind, speaker.name] = replace(known, copies=(*known.copies, copy))
        places += new >= NEW * (hit.passage.end - hit.passage.start)
    return list(found.values())


def _candidate(question: Question, hit: Hit, place: int, speaker: Speaker, features: Features) -> Candidate:
    """A sentence before the scorer has read it.

    The speaker's full name and role count as its own words, since it may only hint at them.
    """
    sentence = hit.article.sentences[place]
    own = _terms_in(hit.article.text[sentence.start : sentence.end])
    present = own | _terms_in(" ".join(filter(None, (speaker.name, speaker.role, *speaker.via))))
    covered = _share(question, present)
    return Candidate(hit, place, features, speaker, own - STOP_TERMS, covered)


@lru_cache(maxsize=10_000)
def _terms_in(text: str) -> frozenset[str]:
    """The terms of a text; kept, since questions come back to the same articles."""
    return frozenset(forms(text))


def _share(question: Question, present: frozenset[str]) -> float:
    """The share of a question's weight that lies on some of its terms."""
    total = sum(term.weight for term in question.terms)
    return sum(term.weight for term in question.terms if term.form in present) / total if total else 0.0


def confidence_features(hits: Sequence[Hit], ranked: Sequence[Candidate]) -> Features:
    """The features of the best sentence, with the best of each in its company."""
    return replace(ranked[0].features, cosine=max(hit.cosine for hit in hits))


def _read_aloud(article: StoredArticle, place: int) -> str:
    """A sentence for the scorer: a speaker's surname, office or pronoun stands there as the full name."""
    sentence = article.sentences[place]
    names = {
        span: attribution.name
        for attribution in article.attributions
        for span in attribution.speaker
        if attribution.name and attribution.name not in article.text[slice(*span)]
    }
    read, at = "", sentence.start
    for (start, end), name in sorted(names.items()):
        if at <= start and end <= sentence.end:
            read += article.text[at:start] + name
            at = end
    return read + article.text[at : sentence.end]


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
