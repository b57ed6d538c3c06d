"""Claims with their speakers -> those of the sentences after them that go on with the same words and have no cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.claims import people, verbs
from index.claims.claim import Claim
from index.claims.grammar import children_of, root_of
from index.claims.lemmas import verb_lemma
from index.claims.nesting import Spoken, length
from index.claims.parsing import Parse
from index.claims.speakers import Speakers
from index.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

BACKSHIFTED = frozenset("'d ’d could had might must should would".split())
"""What a verb has where it tells again in the past what was said: "She had never liked it"."""
HAD = frozenset("had 'd ’d".split())
LATER = frozenset("by earlier later meanwhile until".split())
"""How a sentence begins that tells when something had happened, as the article does."""


def going_on(
    spoken: Sequence[Spoken], parses: Sequence[Parse], sentences: Sequence[Sentence], speakers: Speakers
) -> Iterator[Spoken]:
    """A claim for each sentence without one that goes on, in its paragraph, with the words of who spoke before it.

    It tells of what had been before they spoke, or again in the past of what "he" or "she" said: "Beale said the film
    was withdrawn. She had not enjoyed it."
    """
    claimed = {each.claim.sentence for each in spoken}
    main = {each.claim.sentence: each for each in spoken if is_told_in_past(each.claim)}
    longest = {each.claim.sentence: each for each in sorted(spoken, key=lambda each: length(each.claim))}
    for n in range(1, len(parses)):
        if n in claimed or sentences[n].paragraph != sentences[n - 1].paragraph:
            continue
        follows = longest if n - 1 in longest and is_told_from_before(parses[n], parses[n - 1]) else main
        said = follows.get(n - 1)
        if said is not None and (follows is longest or is_about_speaker(n, parses[n], said, speakers)):
            content = parses[n].spans(parses[n].doc)
            follows[n] = Spoken(Claim(n, content, (), (), None), said.who, said.outlet)
            yield follows[n]


def is_about_speaker(n: int, parse: Parse, said: Spoken, speakers: Speakers) -> bool:
    """Whether a sentence tells again in the past, of who spoke before it as "he" or "she", what was said."""
    subject = backshifted_subject(parse)
    return subject is not None and speakers.identity(n, subject).name == said.who.name


def is_told_from_before(parse: Parse, last: Parse) -> bool:
    """Whether a sentence tells what had been before what somebody said in the last one, in no quotation."""
    if not len(parse.doc) or parse.doc[0].lower_ in LATER or any(t.is_quote for t in (*parse.doc, *last.doc)):
        return False
    root = root_of(parse.doc[0])
    return root.tag_ in ("VBN", "VBD") and any(c.lower_ in HAD for c in children_of(root, "aux"))


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
