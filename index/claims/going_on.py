"""Sentences that name nobody -> whose words they go on with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.claims import people
from index.claims.claim import Claim, places_of
from index.claims.grammar import children_of, root_of
from index.claims.identities import NOBODY
from index.claims.nesting import Spoken, length
from index.claims.parsing import Parse
from index.claims.speakers import Speakers
from index.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


def going_on(
    said: Sequence[Spoken], of_nobody: Sequence[Claim], sentences: Sequence[Sentence], speakers: Speakers
) -> Iterator[Spoken]:
    """Each claim that names nobody, with whoever spoke in the nearest sentence before in its paragraph.

    Where nobody did, it is nobody's in particular if it has a cue, and else no claim.
    """
    by_sentence: dict[int, list[Spoken]] = defaultdict(list)
    for each in said:
        for n in places_of(each.claim, sentences):
            by_sentence[n].append(each)
    for claim in of_nobody:
        n = claim.sentence
        last = nearest(by_sentence, n, sentences)
        if not (last or claim.cue):
            continue
        first = speaks_on(last, speakers.parses[n], speakers)
        found = Spoken(replace(claim, cue=()), first.who, first.outlet) if first else Spoken(claim, NOBODY, None)
        by_sentence[n].append(found)
        yield found


def nearest(by_sentence: dict[int, list[Spoken]], place: int, sentences: Sequence[Sentence]) -> Sequence[Spoken]:
    """The claims of the nearest sentence before a place, in its paragraph, that has some."""
    n = place - 1
    while n >= 0 and sentences[n].paragraph == sentences[place].paragraph:
        if n in by_sentence:
            return by_sentence[n]
        n -= 1
    return ()


def speaks_on(last: Sequence[Spoken], parse: Parse, speakers: Speakers) -> Spoken | None:
    """Who of those who spoke goes on: the one whom "he" or "she" means, else the one who claims most."""
    subject = he_or_she(parse)
    meant = speakers.identity(parse.sentence, subject).name if subject is not None else None
    fitting = [each for each in last if meant is not None and each.who.name == meant]
    return max(fitting or last, key=lambda each: length(each.claim), default=None)


def he_or_she(parse: Parse) -> Token | None:
    """The "he" or "she" of whom a sentence tells."""
    subjects = children_of(root_of(parse.doc[0]), "nsubj", "nsubjpass")
    return next((subject for subject in subjects if subject.lower_ in people.HE_OR_SHE), None)
