"""Those named in an article -> what each is, where other sentences than those that name them tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from index.claims.grammar import SUBJECTS, child_of
from index.claims.lemmas import lemma
from index.claims.names import apposed, is_someone
from index.claims.naming import Place
from index.claims.parsing import Parse
from index.claims.persons import CLAUSE, OFFICE, TITLE, Person, weight
from index.claims.phrases import plain
from index.claims.roles import described_by

if TYPE_CHECKING:
    from spacy.tokens import Token

COMMANDERS = dict.fromkeys(("general", "colonel", "major", "captain", "admiral", "brigadier"), "commander")
"""Ranks of those who may be called "the commander"."""

SOON = 2
"""Sentences in which it may come who is meant."""
ANYONE = frozenset("boy girl man person woman".split())
"""Nouns that tell nothing of what somebody is."""


def describe(named: Mapping[Place, Person], first: int, parses: Sequence[Parse]) -> None:
    """Give those named, by where their names stand, the fullest role told in the sentences; `first` is no heading."""
    by_clause(named, parses)
    by_lead(named, first, parses)
    by_topic(named, parses)
    by_office(named, parses)


def by_clause(named: Mapping[Place, Person], parses: Sequence[Parse]) -> None:
    """Roles that a sentence of their own tells: "Lee is a retired teacher"."""
    for (n, i), person in named.items():
        token = parses[n].doc[i]
        role = role_in_clause(token.head) if token.dep_ == "nsubj" else None
        person.describe(role, weight(role) and CLAUSE)


def by_lead(named: Mapping[Place, Person], first: int, parses: Sequence[Parse]) -> None:
    """Who is meant by a lead that names nobody: "A locksmith … . Neville Strake, 46, denies it"."""
    nouns = (t for p in parses[first : first + 1] for t in p.doc if t.dep_ in SUBJECTS and t.tag_[0] == "N")
    subject = next(nouns, None)
    if subject is None or subject.tag_ != "NN" or not is_someone(subject) or subject.left_edge.i > 0:
        return
    stop = next((t for t in subject.doc[subject.i + 1 :] if t.tag_[:2] in ("VB", "WP", "WD", "MD") or t.is_punct), None)
    soon = sorted(place for place in named if first < place[0] <= first + SOON)
    told = [named[n, i] for n, i in soon if parses[n].doc[i].dep_ in SUBJECTS and is_new(named[n, i])]
    if told:
        told[0].describe(plain(subject, stop.nbor(-1) if stop is not None else None), OFFICE)


def is_new(person: Person) -> bool:
    """Whether somebody is told of as if for the first time: by age, or with no role."""
    return person.age is not None or person.told < TITLE


def by_topic(named: Mapping[Place, Person], parses: Sequence[Parse]) -> None:
    """What the first one named is, by what they are called next: "Ann Lee opens the door. The novelist is 84"."""
    people = sorted({p.name: p for p in named.values()}.values(), key=lambda person: person.first)
    if not people or people[0].role is not None:
        return
    start, end = people[0].first[0], people[1].first[0] if len(people) > 1 else len(parses)
    for parse in parses[start + 1 : min(end, start + SOON + 1)]:
        subject = next((t for t in parse.doc if t.dep_ in SUBJECTS), None)
        is_it = subject is not None and subject.tag_ == "NN" and subject.left_edge.lower_ == "the"
        if subject is not None and is_it and is_someone(subject) and subject.lower_ not in ANYONE:
            people[0].describe(described_by(subject), OFFICE)


def by_office(named: Mapping[Place, Person], parses: Sequence[Parse]) -> None:
    """What a title tells in short and the article elsewhere in full: "the mission’s commander" of "General Lee"."""
    told: dict[str, set[str]] = defaultdict(set)
    meant: dict[str, Person | None] = {}
    for person in {p.name: p for p in named.values()}.values():
        noun = (person.role or "").lower().rstrip(".")
        if noun and " " not in noun:
            called = COMMANDERS.get(noun, noun)
            meant[called] = None if called in meant else person
    for n, parse in enumerate(parses if meant else ()):
        for token in parse.doc:
            is_office = token.lower_ in meant and is_told(token)
            if is_office and (n, token.i) not in named and apposed(token) is None:
                told[token.lower_].add(described_by(token))
    for noun, phrases in told.items():
        holder = meant[noun]
        if holder is not None and len(phrases) == 1:
            holder.describe(next(iter(phrases)), OFFICE)


def is_told(noun: Token) -> bool:
    """Whether a phrase tells one office in full: "the mission’s commander", "the new bishop of the isles"."""
    owner = child_of(noun, "poss")
    if noun.tag_ != "NN":
        return False
    is_definite = noun.left_edge.lower_ == "the" or (owner is not None and owner.tag_ != "PRP$")
    of = child_of(noun, "prep")
    return is_definite and (owner is not None or (of is not None and of.lower_ in ("of", "for")))


def role_in_clause(verb: Token) -> str | None:
    """The office that a sentence tells of its subject: "is a retired teacher"."""
    if lemma(verb.text) == "be" and verb.tag_ in ("VBZ", "VBP"):
        noun = child_of(verb, "attr")
        return described_by(noun) if noun is not None and noun.tag_ == "NN" and is_someone(noun) else None
    return None
