"""A verb of saying -> the objects that are what it claims: "dismissed the fears", "warned of floods"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index import cues, people, verbs
from index.clauses import is_apart
from index.grammar import child_of, children_of, is_as
from index.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def objects_said(verb: Token, word: str) -> list[Token]:
    """The object of a verb of this word with what is said of it, and what a preposition leads to."""
    found: list[Token] = []
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if len(after) == 2 and after[0].lower_ in ("that", "this", "it") and after[1].text in (":", ";"):
        return [after[0]] if word in verbs.OBJECT else []  # "disputed that: the mayor …"
    if word in verbs.OBJECT or (word in verbs.OBJECT_AS and any(is_as(c) for c in verb.children)):
        found = object_and_more(verb)
    if word == "put" and (thing := child_of(verb, "dobj")) is not None and thing.lower_ == "it":
        return children_of(verb, "ccomp")  # "put it to us that"
    if word == "put" and any(c.lower_ == "at" for c in verb.children):
        found = [c for c in verb.children if c.dep_ == "dobj" or c.lower_ == "at"]  # "put the toll at nine"
    blame = child_of(verb, "dobj")
    if word in verbs.BLAMING and blame is not None and blame.lower_ in ("blame", "responsibility", "fault", "guilt"):
        found = [c for c in verb.children if c.dep_ == "dobj" or c.lower_ in ("on", "with", "at", "upon")]
    if word == "charge" and blame is not None and any(c.lower_ == "with" for c in verb.children):
        found = [blame, *(c for c in children_of(verb, "prep") if c.lower_ == "with")]
    if word == "maintain" and blame is not None and blame.lower_ == "innocence":
        found = [blame]
    reach = verbs.PREPOSITIONS.get(word, ())
    near = children_of(verb, "prep")
    if word == "tell":
        near += [c for heard in children_of(verb, "dobj") for c in children_of(heard, "prep")]
    if word == "speak" and any(c.lower_ == "on" and "condition" in [p.lower_ for p in c.children] for c in near):
        return []  # "speaking on condition of anonymity"
    subject = child_of(verb, "nsubj")
    if not found and word in verbs.SHOWING and subject is not None and lemma(subject.text) in cues.UTTERANCES:
        found = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "prep", "oprd", "advcl", "ccomp")]
    if not found and word in ("find", "believe", "judge"):  # "found the depot to be too hot"
        found = [c for c in children_of(verb, "dobj") if any(d.lower_ == "be" for d in children_of(c, "acl", "relcl"))]
    found = found + [c for c in near if c.lower_ in reach and c not in found]
    calls = word == "call" and any(c.lower_ in ("on", "upon") for c in found)
    if word == "see" and blame is not None and blame.lower_ in verbs.SEEN:
        found = [blame]  # "sees no reason why"
    return found + (children_of(verb, "xcomp") if calls else [])  # "called on them to leave"


def object_and_more(verb: Token) -> list[Token]:
    """The object of a verb and what is said of it: "him", "of lying"."""
    found = [c for c in children_of(verb, "dobj", "oprd", "acomp", "ccomp") if not is_apart(c, verb)]
    if is_act(verb, found):
        return []
    if not found and verb.dep_ == "relcl" and any(is_as(c) for c in verb.children):
        found = [verb.head]  # "a pattern he described as old"
    more = [
        c
        for c in verb.children
        if c.i > verb.i
        and (
            c.dep_ == "xcomp"
            or is_as(c)
            or c.lower_ in ("within", "until")
            or (c.dep_ in ("prep", "advcl") and (c.lower_ in verbs.OF_OBJECTS or leads_from_blame(c)))
        )
    ]
    return found + more if found else []


def leads_from_blame(preposition: Token) -> bool:
    """Whether a preposition leads from what is blamed to whom: "blamed the blast on a missile"."""
    return preposition.lower_ == "on" and lemma(preposition.head.text) in ("blame", "pin")


def is_act(verb: Token, objects: list[Token]) -> bool:
    """Whether a verb of saying with these objects does something instead: "dismissed Calder", "claimed nine lives"."""
    word, first = lemma(verb.text), objects[0] if objects else None
    if first is None or first.i < verb.i:
        return False
    if word == "dismiss":
        return (first.tag_ == "NNP" or first.lower_ in people.HE_OR_SHE) and not any(is_as(c) for c in verb.children)
    return word == "claim" and (first.lower_ in ("life", "lives", "pay", "benefits", "asylum") or first.tag_ == "CD")
