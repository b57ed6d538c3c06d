"""Words for a speaker that name nobody -> whom of those named in the article they mean, as a model that ships reads it.

The rules in `speakers.py` come first: only of nouns that they leave as they are, as "the suitor", is the model asked.
It learns from pronouns too, but those are the rules' alone, which know when two fit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from index.claims import people
from index.claims.antecedent_model import MODEL, Tokens
from index.claims.cast import Cast
from index.claims.grammar import NOUNS, child_of
from index.claims.identities import Identity
from index.claims.lemmas import lemma
from index.claims.names import is_someone, name_of
from index.claims.parsing import Parse, Span
from index.claims.referents import Referent, key_of, referents
from index.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

DOUBT, CLEAR = 1.5, 1.5
"""Log-odds by which somebody must be likelier than that nobody named is meant, and than anybody else: no guesses."""
Reading = tuple[Tokens, NDArray[np.float32], NDArray[np.float32]]
"""Tokens with their vectors as words that ask and as words that answer."""
Kind = Literal["he", "she", "it", "they", "the", "her", "this"]
KINDS: tuple[Kind, ...] = ("he", "she", "it", "they", "the", "her", "this")
"""How words ask: by a pronoun, as "the company", as "her rival" and "Halden’s founder", or as "both"."""
ASKED = frozenset({"the", "her"})
"""The kinds of words of which the model is asked; pronouns are left to the rules."""
SORTS = ("person", "body", "outlet")
LAST = 3
"""How many of somebody's mentions before the words are weighed; the first is weighed too."""
FAR = (1, 2, 3, 5, 8, 13)
"""Sentences from which something is told apart as farther."""
MANY = 4
"""Mentions or turns from which more count for nothing."""
UNREAD = -100.0
"""The score of somebody who is named only where the model doesn't read."""
PHRASE = 8
"""Words before a noun that may belong to its phrase."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that may mean somebody named: their sentence, their span in the article, and their noun or pronoun.

    `is_told` when the noun stood in the article before, `is_of_another` when it did as "a driver" does, who is nobody
    that is named; `is_long` when more than an article stands before the noun.
    """

    kind: Kind | None
    sentence: int
    span: Span
    word: str = ""
    is_plural: bool = False
    is_someone: bool = False
    is_told: bool = False
    is_of_another: bool = False
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Where somebody spoke: the sentence, the place of the words for them, and who it was (see `key_of`)."""

    sentence: int
    place: int
    key: str


class Antecedents:
    """Tells whom words mean. `said` is who has spoken so far, by sentence; it grows as claims are met."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        parses: Sequence[Parse],
        cast: Cast,
        said: Mapping[int, Sequence[tuple[Token, Identity]]],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self.parses = parses
        self._said = said
        self.named = referents(cast, parses)
        self._readings: dict[int, Reading] = {}

    def meant(self, sentence: int, head: Token) -> Identity | None:
        """Who of those named the phrase around a noun means; None where it may be somebody else, or two fit."""
        kind = kind_of(head)
        if kind is None or kind not in ASKED:
            return None
        others = [n for n, each in enumerate(self.named) if all(m.sentence != sentence for m in each.mentions)]
        if not others or (kind == "the" and sum(head.lower_ in each.words for each in self.named) > 1):
            return None
        asked = self.asked(sentence, head, kind)
        if asked.is_of_another:
            return None
        scores = self.scores(asked)
        *likely, best = sorted((scores[n], n) for n in others)
        is_clear = best[0] - scores[-1] > DOUBT and all(best[0] - score > CLEAR for score, _ in likely[-1:])
        found = self.named[best[1]]
        unread = (self.named[n] for score, n in likely if score == UNREAD)
        is_last = all(each.last_before(asked.span[0]) < found.last_before(asked.span[0]) for each in unread)
        return found.who if is_clear and is_last else None

    def scores(self, asked: Asked) -> NDArray[np.float32]:
        """The log-odds, but for a constant, that words mean each of those named, and last that they mean none."""
        tokens, asking, answering = self._reading(self._tokens.end_for(asked.span))
        pairs = Pairs(asked, self.named, self.turns_before(asked))
        held = [n for n, span in enumerate(pairs.spans) if tokens.hold(span)]
        names = [answering[tokens.within(pairs.spans[n])].mean(0) for n in held]
        answers = np.array([*names, np.zeros_like(asking[0])])
        held.append(len(pairs.spans))
        traits = np.array([pairs.traits[n] for n in held], np.float32)
        weighed = MODEL.weigh(asking[tokens.within(asked.span)].mean(0), answers, traits)
        best = np.full(len(self.named) + 1, UNREAD, np.float32)
        np.maximum.at(best, [pairs.owners[n] for n in held], weighed)
        return best

    def asked(self, sentence: int, head: Token, kind: Kind) -> Asked:
        """The words of the phrase that ends with a noun or pronoun."""
        first = head.left_edge if head.i - head.left_edge.i < PHRASE else head
        before = self._nouns.get(lemma(head.text), []) if kind == "the" else []
        alike = [noun for n, noun in before if n < sentence or (n == sentence and noun.i < head.i)]
        return Asked(
            kind,
            sentence,
            self.parses[sentence].span(first, head),
            head.lower_,
            is_plural=head.tag_ == "NNS" or head.lower_ in people.THEY,
            is_someone=is_someone(head),
            is_told=bool(alike),
            is_of_another=any(map(is_somebody_new, alike)),
            is_long=head.i - first.i > 1,
        )

    def turns_before(self, asked: Asked) -> list[Turn]:
        """Who spoke before some words, in order."""
        turns = (
            Turn(n, self.parses[n].span(token, token)[0], key_of(who))
            for n in range(asked.sentence + 1)
            for token, who in self._said.get(n, ())
        )
        return sorted((turn for turn in turns if turn.place < asked.span[0]), key=lambda turn: turn.place)

    @cached_property
    def _nouns(self) -> dict[str, list[tuple[int, Token]]]:
        """The article's nouns by their singular, each with its sentence."""
        nouns: dict[str, list[tuple[int, Token]]] = defaultdict(list)
        for n, parse in enumerate(self.parses):
            for token in parse.doc:
                if token.tag_ in NOUNS:
                    nouns[lemma(token.text)].append((n, token))
        return nouns

    @cached_property
    def _tokens(self) -> Tokens:
        return MODEL.tokens(self._text, self._sentences)

    def _reading(self, end: int) -> Reading:
        """What is read up to a token, once only."""
        if end not in self._readings:
            window = self._tokens.window(end)
            self._readings[end] = window, *MODEL.read(window)
        return self._readings[end]


def kind_of(head: Token) -> Kind | None:
    """How a word asks whom it means; None where it names somebody or tells of somebody new."""
    word, first = head.lower_, head.left_edge.lower_
    if word in people.HE_OR_SHE:
        return "he" if word in people.HE else "she"
    if word == "it" or word in people.THEY:
        return "it" if word == "it" else "they"
    if head.tag_ in ("PRP", "DT", "CD", "WP"):
        return "this"
    if head.tag_ in ("NNP", "NNPS") or name_of(head) is not None:
        return None
    is_definite = first in ("the", "this", "that", "these", "those")
    return "the" if is_definite else "her" if child_of(head, "poss") is not None else None


def is_somebody_new(noun: Token) -> bool:
    """Whether a noun brings in somebody whom nobody names: "a driver", "two officers", but not "a driver, Ann Lee"."""
    is_first = noun.left_edge.lower_ in ("a", "an", "one", "another", "some", "several") or noun.left_edge.tag_ == "CD"
    is_bare = noun.left_edge == noun and noun.tag_ == "NNS"
    return (is_first or is_bare) and name_of(noun) is None


class Pairs:
    """Words that ask, each with a mention of somebody who may be meant, and last with nobody.

    `spans` are where the mentions stand (one fewer than pairs), `owners` whose each pair is, by place in the list of
    those named, and `traits` what is known of each pair.
    """

    def __init__(self, asked: Asked, named: Sequence[Referent], turns: Sequence[Turn]) -> None:
        self.spans: list[Span] = []
        self.owners: list[int] = []
        self.traits: list[list[float]] = []
        around = Around(asked, named, turns)
        for n, referent in enumerate(named):
            traits = around.traits(referent)
            for span in mentions_weighed(asked, referent):
                self.spans.append(span)
                self.owners.append(n)
                self.traits.append(traits)
        self.owners.append(len(named))
        self.traits.append(around.traits(None))


def mentions_weighed(asked: Asked, referent: Referent) -> list[Span]:
    """The mentions of somebody that may tell best whether the words mean them."""
    spans = [mention.span for mention in referent.mentions]
    others = [span for span in spans if not (asked.span[0] <= span[0] < asked.span[1])] or spans
    before = [span for span in others if span[0] < asked.span[0]][-LAST:]
    return list(dict.fromkeys([*before, others[0]]))


class Around:
    """What is known at some words that ask: who was named and who spoke before them."""

    def __init__(self, asked: Asked, named: Sequence[Referent], turns: Sequence[Turn]) -> None:
        self.asked = asked
        self.last_turn = turns[-1] if turns else None
        self.turns: dict[str, list[Turn]] = defaultdict(list)
        for turn in turns:
            self.turns[turn.key].append(turn)
        self.total = max(1, sum(len(referent.mentions) for referent in named))
        self.sharing = [referent for referent in named if asked.word in referent.words]
        self.latest: dict[bool | None, int] = {}
        for referent in named:
            place = referent.last_before(asked.span[0])
            for is_person in (None, referent.sort == "person"):
                self.latest[is_person] = max(self.latest.get(is_person, -1), place)

    def traits(self, referent: Referent | None) -> list[float]:
        """What tells whether the words mean somebody; for nobody, what is known of the words alone."""
        asked = self.asked
        own = [asked.kind == kind for kind in KINDS] + [asked.is_plural, asked.is_someone, asked.is_told]
        own += [asked.is_of_another, asked.is_long, referent is None]
        traits = [*own, *self.person(referent), *self.standing(referent), *self.speaking(referent)]
        return [float(trait) for trait in traits]

    def person(self, referent: Referent | None) -> list[bool]:
        """What somebody is, and whether a pronoun or the noun fits that."""
        sort, gender = (referent.sort, referent.gender) if referent else (None, None)
        personal, kind = self.asked.kind in ("he", "she"), self.asked.kind
        fits = [gender == kind, gender not in (None, kind), gender is None and sort == "person"]
        called = [referent in self.sharing, bool(self.sharing) and self.sharing != [referent]]
        odd = [sort is not None and personal and sort != "person", kind == "it" and sort == "person"]
        has_role = referent is not None and referent.who.role is not None
        return [*(sort == each for each in SORTS), *(personal and fit for fit in fits), *odd, *called, has_role]

    def standing(self, referent: Referent | None) -> list[float]:
        """How far back somebody was named, how often, and whether as the last one or the last one of their sort."""
        mentions = referent.mentions if referent else []
        before = [m for m in mentions if m.span[0] < self.asked.span[0]]
        last = before[-1] if before else None
        place = last.span[0] if last else -2
        is_person = referent.sort == "person" if referent else None
        is_latest = [place == self.latest.get(None), place == self.latest.get(is_person)]
        distance = buckets(self.asked.sentence - last.sentence if last else None)
        counts = [min(MANY, len(before)) / MANY, len(mentions) / self.total]
        return [*distance, last is not None and last.is_subject, *is_latest, *counts]

    def speaking(self, referent: Referent | None) -> list[float]:
        """How far back somebody spoke, how often, and whether as the last one."""
        turns = self.turns.get(key_of(referent.who), []) if referent else []
        distance = buckets(self.asked.sentence - turns[-1].sentence if turns else None)
        is_last = bool(turns) and turns[-1] == self.last_turn
        return [*distance, is_last, min(MANY, len(turns)) / MANY]


def buckets(sentences: int | None) -> list[float]:
    """A distance in sentences as one of some classes, the last for what is nowhere before."""
    chosen = len(FAR) + 1 if sentences is None else bisect_right(FAR, sentences)
    return [float(n == chosen) for n in range(len(FAR) + 2)]
