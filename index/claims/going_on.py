"""Claims with their speakers -> those of the sentences after them that go on with the same words and have no cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.claims import people, verbs
from index.claims.claim import Claim
from index.claims.grammar import children_of, root_of
from index.claims.lemmas import verb_lemma
from index.claims.nesting import Spoken
from index.claims.parsing import Parse
from index.claims.speakers import Speakers
from index.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

BACKSHIFTED = frozenset("'d ’d could had might must should would".split())
"""What a verb has where it tells again in the past what was said: "She had never liked it"."""


def going_on(
    spoken: Sequence[Spoken], parses: Sequence[Parse], sentences: Sequence[Sentence], speakers: Speakers
) -> Iterator[Spoken]:
    """A claim for each sentence about "he" or "she" that goes on, in their paragraph, with what they said before it.

    "Beale said the film was withdrawn. She had not enjoyed it."
    """
    claimed = {each.claim.sentence for each in spoken}
    before = {each.claim.sentence: each for each in spoken if is_told_in_past(each.claim)}
    for n in range(1, len(parses)):
        said = before.get(n - 1)
        subject = backshifted_subject(parses[n])
        if n in claimed or said is None or subject is None or sentences[n].paragraph != sentences[n - 1].paragraph:
            continue
        if speakers.identity(n, subject).name == said.who.name:
            content = parses[n].spans(parses[n].doc)
            before[n] = Spoken(Claim(n, content, (), (), None), said.who, said.outlet)
            yield before[n]


def is_told_in_past(claim: Claim) -> bool:
    """Whether a claim is the main one of its sentence, by a verb of saying in the past."""
    verb = claim.verb
    return verb is not None and claim.says and verb.tag_ == "VBD" and verb == root_of(verb)


def backshifted_subject(parse: Parse) -> Token | None:
    """The "he" or "she" of whom a sentence tells what had been or would be."""
    root = root_of(parse.doc[0]) if len(parse.doc) else None
    is_silent = root is not None and verb_lemma(root) in verbs.DISCLOSING
    if root is None or is_silent or not any(c.lower_ in BACKSHIFTED for c in children_of(root, "aux")):
        return None
    return next((c for c in children_of(root, "nsubj", "nsubjpass") if c.lower_ in people.HE_OR_SHE), None)
