"""A cue in the clause on a noun -> the claim about it: "a bill which lawyers argued was his", "a sum he denies"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from index.claims import phrasal, verbs
from index.claims.claim import Claim, claim_from, cue_of
from index.claims.grammar import NOUNS, children_of, is_as, is_finite
from index.claims.lemmas import verb_lemma
from index.claims.parsing import Parse
from index.claims.speakable import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = frozenset("that which who whom".split())
"""What a clause on a noun may begin with."""


def by_relative(parse: Parse, verb: Token) -> Claim | None:
    """ "a hat which colleagues swore held a radio", "a figure the bank disputes": the noun and what is said of it."""
    word = verb_lemma(verb)
    if word not in verbs.SAYING and word not in verbs.OF_THINGS:
        return None
    subject = next((c for c in children_of(verb, "nsubj")[-1:] if c.i < verb.i), None)
    if subject is None or subject.lower_ in PRONOUNS:
        return None
    noun = noun_told_of(verb, subject)
    if noun is None or noun.lower_ == "fact" or not can_speak(subject):
        return None
    said = said_next(verb, word) or of_thing(verb, word)
    words = [t for t in noun.subtree if t.i < subject.left_edge.i and t.lower_ not in PRONOUNS]
    return claim_from(parse, [*words, *said], cue_of(verb), subject) if said is not None else None


def noun_told_of(verb: Token, subject: Token) -> Token | None:
    """The noun whose clause a verb stands in, by the grammar or by "which" before the subject."""
    if verb.dep_ == "relcl" and verb.head.i < subject.i and verb.head.tag_ in NOUNS:
        return verb.head
    first = subject.left_edge.i
    if first < 2 or verb.doc[first - 1].lower_ != "which":
        return None
    noun = verb.doc[first - 2] if verb.doc[first - 2].text != "," else verb.doc[max(first - 3, 0)]
    while noun.dep_ in ("pobj", "prep") and noun.head.i < noun.i and noun.head.tag_ in NOUNS | {"IN"}:
        noun = noun.head
    return noun if noun.tag_ in NOUNS else None


def said_next(verb: Token, word: str) -> list[Token]:
    """What is said of the noun right after the verb: "(a bill which lawyers argued) belonged to another man"."""
    after = [t for t in verb.doc[verb.i + 1 : verb.i + 3] if t.tag_ != "RB"][:1]
    if word not in verbs.SAYING or not after or not (is_finite(after[0]) or after[0].lower_ == "put"):
        return []
    rest = verb.doc[after[0].i :]
    breaks = (t.i for t, after in pairwise(rest) if t.text == "," and after.tag_ in ("CC", "WDT", "WP"))
    end = next(breaks, len(verb.doc))
    return [t for t in rest if t.i < end]


def of_thing(verb: Token, word: str) -> list[Token] | None:
    """What else is said of the noun, where it is itself what is denied, expected or called something; else None."""
    if word not in verbs.OF_THINGS or children_of(verb, "ccomp", "xcomp"):
        return None
    objects = [c for c in children_of(verb, "dobj") if c.lower_ not in PRONOUNS]
    more = [c for c in verb.children if c.i > verb.i and (c.dep_ in ("oprd", "acomp") or is_as(c))]
    more += [c for c in children_of(verb, "prep") if c.lower_ in phrasal.WITH_OBJECT.get(word, ())]
    is_whole = bool(more) or word in verbs.DENYING
    return [t for c in more for t in c.subtree] if is_whole and not objects else None
