"""Sentences that the tagger gives to nobody named in them -> whose words they go on with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.claims.claim import Claim
from index.claims.identities import NOBODY
from index.claims.nesting import Spoken, length
from index.sentences import Sentence


def going_on(said: Sequence[Spoken], missed: Sequence[Claim], sentences: Sequence[Sentence]) -> Iterator[Spoken]:
    """Each claim that names nobody, with who makes the longest claim of the nearest sentence before in its paragraph.

    Where there is none, it is nobody's in particular if it has a cue, and else no claim.
    """
    by_sentence: dict[int, list[Spoken]] = defaultdict(list)
    for each in said:
        for n in range(each.claim.sentence, len(sentences)):
            if sentences[n].start < each.claim.content[-1][1]:
                by_sentence[n].append(each)
    for claim in missed:
        n = claim.sentence
        before = (k for k in range(n - 1, -1, -1) if sentences[k].paragraph == sentences[n].paragraph)
        last = next((by_sentence[k] for k in before if by_sentence[k]), [])
        if not (last or claim.cue):
            continue
        first = max(last, key=lambda each: length(each.claim), default=None)
        found = Spoken(replace(claim, cue=()), first.who, first.outlet) if first else Spoken(claim, NOBODY, None)
        by_sentence[n].append(found)
        yield found
