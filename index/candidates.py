"""Question and hits -> the sentences that may answer, best first: few are chosen, and those the scorer reads."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from math import exp, log
from typing import TYPE_CHECKING, Generic, TypeVar

from index.asked_voice import asked_speaker, suits
from index.attribution import Kind
from index.catalog import Among, StoredArticle
from index.library import Library
from index.scope import Event
from index.scorer import Scorer
from index.search import EVERY_ARTICLE, Hit, Question, QuestionTerm, search, understand
from index.sentences import Sentence
from index.terms import STOP_TERMS, forms
from index.voice import Speaker, speaker_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

HITS = 30
"""Passages found for a question; the sentences of the best `READ` of them may become quotes."""
READ = 8
SENTENCES = 12
"""Sentences that the scorer reads; they are chosen by their words and their passage."""
WORDS_HELD, WORDS_SAID = 0.5, 0.1
"""What the question's words in a sentence, and its number of terms, count in that choice beside its passage's score."""
NEW = 0.5
"""The share of a passage that must not have been read, in a copy of its article, for it to take a place of its own."""
_PLAIN = str.maketrans("“”„‘’ʼ–—", "\"\"\"'''--")
"""Marks that copies of an article are often set with -> the ones that they are compared by."""


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a sentence.

    `scorer` is the scorer's log-odds; `passage` and `cosine` are the score and the cosine of its passage; `unknown` is
    the share of the question's weight that the whole library does not hold.
    """

    scorer: float
    passage: float
    cosine: float
    unknown: float


F = TypeVar("F", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Logistic(Generic[F]):
    """A logistic model over features, which has a weight for each."""

    constant: float
    weights: F

    def probability(self, features: F, more: float = 0.0) -> float:
        """The model's probability, 0 to 1; `more` log-odds are added."""
        names = [field.name for field in fields(features)]
        odds = self.constant + sum(getattr(self.weights, name) * getattr(features, name) for name in names) + more
        return 1 / (1 + exp(-odds))


ANSWERS = Logistic(-3.45, Features(scorer=0.62, passage=3.32, cosine=-0.34, unknown=-0.54))
"""The probability that a sentence answers, learned by `python -m index.calibration`."""
VOICE = 0.5
"""The log-odds by which a sentence gains when a question asks for its speaker's words, and loses for another's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit, by its place in the article, with what speaks for it.

    `terms` are the terms of its words that carry meaning, and `covered` is the share of the question's weight that they
    and its speaker's name hold. `suits` tells whether its speaker's words are asked for, from -1 to 1. `copies` are
    other sentences that say the same.
    """

    hit: Hit
    place: int
    features: Features
    speaker: Speaker
    terms: frozenset[str]
    covered: float
    suits: float = 0.0
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
        return ANSWERS.probability(self.features, VOICE * self.suits)


@cache
def scorer() -> Scorer:
    """The scorer that ships; it reads its model at the first score."""
    return Scorer()


def ranked_candidates(
    library: Library, question: str, among: Among = EVERY_ARTICLE, event: Event | None = None
) -> tuple[Question, list[Hit], list[Candidate]]:
    """A question as it was understood, the hits, best first, and the sentences that may answer, best first."""
    with library.reading() as stores:
        asked = understand(library, stores, question)
        hits = search(stores, asked, HITS, among=among, event=event)
    likely = sorted(_to_read(asked, hits), key=lambda candidate: -candidate.promise)[:SENTENCES]
    scores = scorer().log_odds(asked.spelt, [_read_aloud(c.hit.article, c.place) for c in likely])
    wanted = asked_speaker(asked.spelt)
    read = [
        replace(c, features=replace(c.features, scorer=score), suits=suits(c.speaker, wanted))
        for c, score in zip(likely, scores, strict=True)
    ]
    return asked, hits, sorted(read, key=lambda candidate: -candidate.score)


def _to_read(question: Question, hits: Sequence[Hit]) -> list[Candidate]:
    """The sentences of the best `READ` passages, each once, however many articles have it.

    A passage of which most was read in another one, as in a copy of its article, takes no place among them.
    """
    found: dict[tuple[str, Kind, str | None], Candidate] = {}
    unknown = share(question.terms, {term.form for term in question.terms if not term.known})
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
    own = terms_in(hit.article.text[sentence.start : sentence.end])
    present = own | terms_in(" ".join(filter(None, (speaker.name, speaker.role, *speaker.via))))
    covered = share(question.terms, present)
    return Candidate(hit, place, features, speaker, own - STOP_TERMS, covered)


@lru_cache(maxsize=10_000)
def terms_in(text: str) -> frozenset[str]:
    """The terms of a text; kept, since questions come back to the same articles."""
    return frozenset(forms(text))


def share(terms: Sequence[QuestionTerm], present: Set[str]) -> float:
    """The share of the weight of a question's terms that lies on those present, 0 when they have none."""
    total = sum(term.weight for term in terms)
    return sum(term.weight for term in terms if term.form in present) / total if total else 0.0


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
