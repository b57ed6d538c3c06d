"""Parsed sentences -> the claims in them, each by the kind of cue that gives it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.claims import cues, verbs
from index.claims.by_noun import by_adjective, by_noun
from index.claims.by_passive import by_passive
from index.claims.by_phrase import by_according, by_hedge, by_hedged_thing, by_judge, by_label, by_view
from index.claims.by_relative import by_relative
from index.claims.by_stance import by_stance
from index.claims.by_surface import by_surface
from index.claims.by_verb import by_framing, by_letting, by_seeming, by_verb, held_by
from index.claims.claim import Claim, as_slight
from index.claims.grammar import child_of, is_passive
from index.claims.lemmas import lemma, verb_lemma
from index.claims.misread import by_late_speaker, by_misread, by_tail
from index.claims.parsing import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token


HEDGED = cues.HEDGED_THINGS | {"estimated"}
"""Adjectives that hedge what they stand before."""


def find_claims(parses: Sequence[Parse]) -> list[Claim]:
    """All claims that the grammar of an article's sentences shows, in the order of their cues."""
    return [claim for parse in parses for claim in claims_in(parse)]


def claims_in(parse: Parse) -> list[Claim]:
    """The claims of one sentence, by its grammar, or else by the order of its words."""
    found = (by_label(parse), *(by_cue(parse, token) for token in parse.doc))
    claims = [claim for claim in found if claim is not None]
    is_clear = any(claim.content and not claim.slight for claim in claims)
    net = None if is_clear else by_surface(parse) or by_stance(parse)
    return [*claims, net] if net is not None else claims


def by_cue(parse: Parse, token: Token) -> Claim | None:
    """The claim that one word gives away by its part of speech, if any."""
    if token.lower_ in cues.HEDGES:
        return by_hedge(parse, token)
    if token.dep_ == "amod" and token.i < token.head.i and token.lower_ in HEDGED:
        return by_hedged_thing(parse, token)
    if token.lower_ == "according" or token.dep_ == "prep":
        return by_according(parse, token) or by_judge(parse, token)
    if token.tag_.startswith("VB"):
        return by_any_verb(parse, token)
    if token.tag_ in ("NN", "NNS") or (token.i == 0 and lemma(token.text) in cues.CLAIM_NOUNS):
        return by_misread(parse, token) or by_view(parse, token) or by_noun(parse, token)
    return by_any_adjective(parse, token) if token.tag_ == "JJ" else None


def by_any_adjective(parse: Parse, adjective: Token) -> Claim | None:
    """The claim of an adjective of attitude, or of who is right."""
    if adjective.lower_ in ("right", "correct") and adjective.dep_ == "acomp":
        return held_by(parse, adjective)  # "If the mayor is right, …"
    return by_adjective(parse, adjective)


def is_introduction(verb: Token) -> bool:
    """Whether somebody only tells their name: "who gave her name as Doreen", "who call themselves the Guard"."""
    told, word = child_of(verb, "dobj"), lemma(verb.text)
    if told is None:
        return False
    is_self = told.lower_.endswith(("self", "selves"))
    return (word == "give" and told.lower_ == "name") or (word in ("identify", "call") and is_self)


def by_any_verb(parse: Parse, verb: Token) -> Claim | None:
    """The claim of a verb, by its grammar or where that went wrong, or by its participle as an adjective."""
    if is_introduction(verb):
        return None
    if verb.dep_ == "amod" and verb.tag_ == "VBG":
        return by_adjective(parse, verb)  # "to cheering supporters"
    related = by_relative(parse, verb)
    if related is not None:
        return related
    claim = by_late_speaker(parse, verb) if verb.dep_ == "acl" else None
    if verb.lower_ in ("believed", "concerned"):
        claim = held_by(parse, verb)
    if verb.lower_ == "known" and verb.head.lower_ in ("let", "lets", "letting"):
        return by_letting(parse, verb)
    if verb_lemma(verb) in verbs.SEEMING:
        return as_slight(by_seeming(parse, verb))
    claim = claim or (by_passive(parse, verb) if is_passive(verb) else by_framing(parse, verb) or by_verb(parse, verb))
    tail = by_tail(parse, verb) if claim is None or not claim.content or claim.head is None else None
    return tail or claim or by_adjective(parse, verb)
