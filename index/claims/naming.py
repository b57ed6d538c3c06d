"""The sentences of an article -> the names in them, and what else a body may be called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.claims import people
from index.claims.grammar import SUBJECTS
from index.claims.lemmas import lemma
from index.claims.names import Name, apposed, is_given, is_placed, name_of
from index.claims.parsing import Parse
from index.claims.places import PLACES
from index.claims.speakable import names_body

if TYPE_CHECKING:
    from spacy.tokens import Token

Place = tuple[int, int]
"""Where a word stands: its sentence, and its number in that."""


def names_in(parses: Sequence[Parse]) -> Iterator[tuple[Place, Token, Name]]:
    """All names in the sentences of an article, each with the place of its last word."""
    for n, parse in enumerate(parses):
        described: dict[int, Token] = {}
        tokens = [(token, token.tag_) for token in parse.doc]
        for token, tag in tokens:
            named = apposed(token) if tag in ("NN", "CD") else None
            if named is not None:
                described.setdefault(named.i, token)
        for token, tag in tokens:
            if tag not in ("NNP", "NNPS") or is_part_of_name(token):
                continue
            beside = name_of(described[token.i]) if token.i in described else None
            name = beside or name_of(token)
            if name is not None:
                yield (n, token.i), token, name


def bodies_in(parses: Sequence[Parse]) -> Iterator[tuple[Place, Token]]:
    """All bodies that a common noun names: "the drivers’ union"."""
    for n, parse in enumerate(parses):
        for token in parse.doc:
            if token.tag_ in ("NN", "NNS") and lemma(token.text) in people.BODIES and names_body(token):
                is_told = any(c.dep_ not in ("det", "relcl", "punct", "case") for c in token.children)
                if is_told:
                    yield (n, token.i), token


def is_acting(token: Token, name: Name) -> bool:
    """Whether a body is said to do something, as against a place or an outlet."""
    is_place = name.text.lower().removeprefix("the ") in PLACES
    acts = token.head if token.dep_ == "appos" else token
    is_agent = acts.dep_ == "pobj" and acts.head.dep_ == "agent"
    return not (name.person or name.outlet or is_place) and (acts.dep_ in (*SUBJECTS, "poss") or is_agent)


def is_alone(token: Token) -> bool:
    """Whether a name is all that there is: the agency of a dateline."""
    return all(t == token or t.dep_ == "compound" for t in token.doc)


def is_told_something(token: Token) -> bool:
    """Whether somebody tells a body something: "told the Orlo Whistle"."""
    return token.dep_ in ("dobj", "dative") and lemma(token.head.text) == "tell"


def is_part_of_name(token: Token) -> bool:
    """Whether a proper noun is only the front of a longer name."""
    is_front = token.dep_ in ("compound", "nmod", "amod", "flat") and token.head.i > token.i
    return is_front and token.head.tag_ in ("NNP", "NNPS")


def told_apart(named: Sequence[tuple[Place, Token, Name]], parses: Sequence[Parse]) -> list[tuple[Place, Token, Name]]:
    """Names as they are, where those that only look like people's are a place's or a body's by how they are used.

    "Lower Vell" is a place after "the mayor of", "Halden Drive" a firm where "Halden" alone stands for it, or where
    "which" tells of it.
    """
    alone = {name.text for _, _, name in named if " " not in name.text}
    alone |= {doc[0].text for doc in (parse.doc for parse in parses) if len(doc) and doc[0].dep_ == "nsubj"}
    known = {name.text for _, token, name in named if name.role or name.gender or is_given(name.text)}
    others = set()
    for _, token, name in named:
        words = name.text.split()
        is_firm = len(words) > 1 and words[0] in alone and words[-1] not in alone
        is_thing = any(child.dep_ == "relcl" and child.left_edge.lower_ == "which" for child in token.children)
        if name.person and (is_thing or (name.text not in known and (is_firm or is_placed(token)))):
            others.add(name.text)
    return [
        (place, token, replace(name, person=name.person and name.text not in others)) for place, token, name in named
    ]


def may_be_called(name: Name, noun: str) -> bool:
    """Whether a body may be "the party", "the union" or "the company" by the words of its name."""
    words = {lemma(word) for word in name.text.lower().split()}
    if noun in people.PARTIES:
        return bool(words & people.PARTY_NAMES)
    if noun in people.SOCIETIES:
        return bool(words & people.SOCIETY_NAMES)
    return not words & (people.OFFICIAL_NAMES | people.SOCIETY_NAMES)


def bare(name: str) -> str:
    """A body's name without its article."""
    return name.removeprefix("the ").removeprefix("The ")


def shorter(name: Name) -> set[str]:
    """What else a body may be called: "Coast Guard" for "the Coast Guard of Luzhan", "Halden" for "Halden Paper".

    What is left of a ministry's name without its end is a country's, or nobody's.
    """
    words = bare(name.text).split()
    core = words[: next((n for n, word in enumerate(words) if word in ("of", "for")), len(words))]
    ends = {" ".join(core[n:]) for n in range(len(core))}
    is_official = bool(core) and lemma(core[-1]) in people.OFFICIAL_NAMES
    starts = set() if is_official else {" ".join(core[:n]) for n in range(1, len(core))}
    return (ends | starts) - {" ".join(words)}
