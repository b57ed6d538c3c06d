"""All sentences of an article -> who is named in it: people with their offices, bodies, outlets, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.claims import people
from index.claims.describing import describe
from index.claims.genders import tell_genders
from index.claims.grammar import SUBJECTS
from index.claims.lemmas import lemma
from index.claims.names import Name, is_paper
from index.claims.naming import (
    Place,
    bare,
    bodies_in,
    is_acting,
    is_alone,
    is_told_something,
    may_be_called,
    names_in,
    shorter,
    told_apart,
)
from index.claims.parsing import Parse, Span
from index.claims.persons import OFFICE, Person, age_of, noun_of, offices_in, weight
from index.claims.phrases import surface
from index.claims.speakable import is_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

LAWYERS = frozenset("attorney barrister counsel lawyer solicitor".split())
"""Those who speak for a client."""
TRIED = {"nsubj": {"deny", "plead"}, "nsubjpass": {"charge", "accuse", "convict"}}
"""What those who stand trial do, and what is done to them."""
NEAR, FAR = 2, 60
"""Sentences back in which "the company" finds whom it stands for, or else may find them."""

ENDS = (".", "!", "?", '"', "”", "’")
"""How a sentence ends that is no heading."""


class Cast:
    """Who is named in an article. `mentions` holds, by sentence, people's names outside quotations."""

    def __init__(self, parses: Sequence[Parse], quoted: Sequence[Span]) -> None:
        self.by_surname: dict[str, list[Person]] = defaultdict(list)
        self.by_token: dict[Place, Person] = {}
        self.bodies: dict[str, list[tuple[Place, Name]]] = defaultdict(list)
        self.described: dict[str, dict[str, Name]] = defaultdict(dict)
        self.outlets: dict[int, list[Name]] = defaultdict(list)
        self.outlet_names: set[str] = set()
        self.opening = last_of_opening(parses)
        is_heading = bool(parses) and parses[self.opening].text.rstrip()[-1:] not in ENDS
        self.headings = set(range(self.opening + 1)) if is_heading else set()
        # Full names first, so that a surname before them (in a heading) finds its person too.
        named = told_apart(list(names_in(parses)), parses)
        for place, token, name in sorted(named, key=lambda n: -len(n[2].text.split())):
            self._add(place, token, name)
        self._add_surnames_read_as_nouns(parses)
        self.by_name = {p.name: p for alike in self.by_surname.values() for p in alike}
        describe(self.by_token, len(self.headings), parses)
        tell_genders(self.by_token, parses)
        self.acting = [(place, name) for place, token, name in named if is_acting(token, name)]
        for place, token in bodies_in(parses):
            name = Name(surface(token), False, None, None, is_outlet(token))
            self.bodies[lemma(token.text)].append((place, name))
        self.longer: dict[str, dict[str, Name]] = defaultdict(dict)
        self.roles: dict[str, str] = {}
        for _, name in sorted((n for names in self.bodies.values() for n in names), key=lambda n: n[0]):
            for short in shorter(name):
                self.longer[short][bare(name.text)] = name
            if name.role:
                self.roles.setdefault(name.text, name.role)
        self.accused = self._accused(parses)
        self.defended = self._defended(parses)
        self.by_role = {p.role: p for p in self.by_name.values() if p.told == OFFICE and p.role}
        self.by_noun = {noun_of(p.role) for p in self.by_name.values()} - people.BODIES
        self.by_office: dict[str, list[Person]] = defaultdict(list)
        for person in self.by_name.values():
            for office in person.offices | person.called:
                self.by_office[office].append(person)
        self.mentions: dict[int, list[tuple[Token, Person]]] = defaultdict(list)
        for (n, i), person in sorted(self.by_token.items(), key=lambda item: item[0]):
            token = parses[n].doc[i]
            if not is_in(quoted, parses[n].span(token, token)):
                self.mentions[n].append((token, person))

    def _add(self, place: Place, token: Token, name: Name) -> None:
        known = self.known(name) if name.person or " " not in name.text else None
        if known is None and not name.person:
            self.bodies[lemma(token.text)].append((place, name))
            for office in offices_in(name.role):
                self.described[office].setdefault(name.text, name)
            if name.outlet or (is_told_something(token) and is_paper(token)) or is_alone(token):
                self.outlets[place[0]].append(name)
                self.outlet_names.add(name.text)
            return
        if known is None:
            known = Person(name.text, place)
            self.by_surname[name.text.split()[-1]].append(known)
        self.by_token[place] = known
        known.first = min(known.first, place)
        known.describe(name.role, weight(name.role) - 3 * (place[0] in self.headings))
        known.gender = known.gender or name.gender
        known.age = known.age or age_of(token)

    def _add_surnames_read_as_nouns(self, parses: Sequence[Parse]) -> None:
        """A surname may be read as a common noun where it begins the sentence."""
        for n, parse in enumerate(parses):
            for token in parse.doc[:1]:
                alike = self.by_surname.get(token.text, [])
                if token.dep_ in ("nsubj", "nsubjpass", "poss") and token.tag_ != "NNP" and len(alike) == 1:
                    self.by_token[n, 0] = alike[0]

    def _accused(self, parses: Sequence[Parse]) -> list[Person]:
        """Those who stand trial: "the defendant", "the accused"."""
        found = {}
        for (n, i), person in self.by_token.items():
            token = parses[n].doc[i]
            if token.dep_ in SUBJECTS and lemma(token.head.text) in TRIED[token.dep_]:
                found[person.name] = person
        return list(found.values())

    def _defended(self, parses: Sequence[Parse]) -> list[Person]:
        """Those whose lawyer is told of: "Vance’s lawyer", "counsel for Karl Vance"; else those who stand trial."""
        found = {}
        for (n, i), person in self.by_token.items():
            token = parses[n].doc[i]
            of = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("for", "of") else token.head
            if token.dep_ in ("poss", "pobj") and lemma(of.text) in LAWYERS:
                found[person.name] = person
        return list(found.values()) or self.accused

    def known(self, name: Name) -> Person | None:
        """The one person of this name, or of this surname where it is no more."""
        words = name.text.split()
        alike = [p for p in self.by_surname.get(words[-1], ()) if len(words) == 1 or p.name.split()[0] == words[0]]
        if len(words) == 1 and not alike:  # "Lan" for Lan Yue, "Sir Karl" for Karl Oduya
            alike = [p for same in self.by_surname.values() for p in same if p.name.split()[0] == words[0]]
        return alike[0] if len(alike) == 1 else None

    def is_outlet(self, head: Token) -> bool:
        """Whether a body relays what others say, by its name or by what the article calls it elsewhere."""
        return is_outlet(head) or head.text in self.outlet_names

    def body_before(self, noun: str, place: Place) -> Name | None:
        """The one body named before a place whose name ends in a noun: "the trust" after "the Orlo Hospitals Trust"."""
        found = {bare(name.text).lower(): name for there, name in self.bodies[noun] if there < place}
        found = {text: name for text, name in found.items() if not text[0].isdigit()}  # "the 64-member mission"
        if noun not in people.BODIES:
            found = {text: name for text, name in found.items() if name.text[-len(noun) :].istitle() and " " in text}
        longest = max(found, key=len, default="")
        return found[longest] if longest and all(set(f.split()) <= set(longest.split()) for f in found) else None

    def acting_between(self, sentence: int, place: Place) -> list[Name]:
        """The bodies that do something from a sentence on, before a place."""
        first, last = (bisect_left(self.acting, there, key=lambda a: a[0]) for there in ((sentence, 0), place))
        return [name for _, name in self.acting[first:last]]

    def acting_before(self, noun: str, place: Place) -> Name | None:
        """The one body that a noun such as "company" may stand for, of those that did something before a place."""
        found: dict[str, Name] = {}
        for back in (NEAR, FAR):
            for name in self.acting_between(place[0] - back, place):
                if not found.get(name.text) and may_be_called(name, noun):
                    found[bare(self.fullest(name).text)] = name
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def outlet_before(self, sentence: int) -> Name | None:
        """The one outlet named in the nearest sentence up to this one that names any."""
        for n in range(sentence, -1, -1):
            names = {name.text: name for name in self.outlets.get(n, ())}
            if names:
                return next(iter(names.values())) if len(names) == 1 else None
        return None

    def fullest(self, name: Name) -> Name:
        """A body by the fullest name that the article has for it, with what the article says it is."""
        longer = self.longer.get(bare(name.text), {})
        outlets = [other for other in longer.values() if other.outlet] if name.outlet else list(longer.values())
        if len(outlets) == 1:
            name = outlets[0]
        return replace(name, role=name.role or self.roles.get(name.text))


def last_of_opening(parses: Sequence[Parse]) -> int:
    """The number of the last part of the first sentence."""
    return next((n for n, parse in enumerate(parses) if parse.text.rstrip()[-1:] not in (";", ":")), 0)


def is_in(spans: Sequence[Span], part: Span) -> bool:
    """Whether a span stands in one of others, which are in order."""
    n = bisect_right(spans, part[0], key=lambda span: span[0]) - 1
    return n >= 0 and part[1] <= spans[n][1]
