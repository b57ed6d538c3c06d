"""Sentences that the tagger gives to nobody named in them -> whose words they go on with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from index.claims.claim import Claim
from index.claims.identities import NOBODY
from index.claims.nesting import Spoken, length
from index.sentences import Sentence


def going_on(said: Sequence[Spoken], missed: Sequence[Claim], sentences: Sequence[Sentence]) -> Iterator[Spoken]:
    """Each claim without a cue, with who makes the longest claim of the nearest sentence before it in its paragraph."""
    by_sentence: dict[int, list[Spoken]] = defaultdict(list)
    for each in said:
        for n in range(each.claim.sentence, len(sentences)):
            if sentences[n].start < each.claim.content[-1][1]:
                by_sentence[n].append(each)
    for claim in missed:
        n = claim.sentence
        before = (k for k in range(n - 1, -1, -1) if sentences[k].paragraph == sentences[n].paragraph)
        last = next((by_sentence[k] for k in before if by_sentence[k]), [])
        first = max(last, key=lambda each: length(each.claim), default=None)
        found = Spoken(claim, first.who if first else NOBODY, first.outlet if first else None)
        by_sentence[n].append(found)
        yield found
