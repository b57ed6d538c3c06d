"""All sentences of an article -> who is named in it: people with their offices, bodies, outlets, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index import people
from index.lemmas import lemma
from index.names import Gender, Name, apposed, name_of
from index.parsing import Parse, Span
from index.phrases import surface
from index.places import PLACES
from index.speakable import is_outlet, names_body

if TYPE_CHECKING:
    from spacy.tokens import Token

FAR = 60
"""Sentences back in which "the company" may find whom it stands for."""

Place = tuple[int, int]
"""Where a word stands: its sentence, and its number in that."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the article: the fullest name, the first office given, and where the name first stands."""

    name: str
    first: Place
    role: str | None = None
    gender: Gender | None = None

    @property
    def offices(self) -> set[str]:
        """The nouns of the office, without what it is an office of: {"foreign", "minister"}."""
        return offices_in(self.role)


class Cast:
    """Who is named in an article. `mentions` holds, by sentence, people's names outside quotations."""

    def __init__(self, parses: Sequence[Parse], quoted: Sequence[Span]) -> None:
        self.by_surname: dict[str, list[Person]] = defaultdict(list)
        self.by_token: dict[Place, Person] = {}
        self.bodies: dict[str, list[tuple[Place, Name]]] = defaultdict(list)
        self.described: dict[str, dict[str, Name]] = defaultdict(dict)
        self.outlets: dict[int, list[Name]] = defaultdict(list)
        self.outlet_names: set[str] = set()
        # Full names first, so that a surname before them (in a heading) finds its person too.
        named = list(names_in(parses))
        for place, token, name in sorted(named, key=lambda n: -len(n[2].text.split())):
            self._add(place, token, name)
        self._add_surnames_read_as_nouns(parses)
        self.acting = [(place, name) for place, token, name in named if is_acting(token, name)]
        for place, token in bodies_in(parses):
            name = Name(surface(token), False, None, None, is_outlet(token))
            self.bodies[lemma(token.text)].append((place, name))
        self.longer: dict[str, dict[str, Name]] = defaultdict(dict)
        self.roles: dict[str, str] = {}
        for _, name in sorted((n for names in self.bodies.values() for n in names), key=lambda n: n[0]):
            plain_text = name.text.removeprefix("the ").removeprefix("The ")
            if " " in plain_text:
                for word in {plain_text.split()[0], plain_text.split()[-1]}:
                    self.longer[word][plain_text] = name
            if name.role:
                self.roles.setdefault(name.text, name.role)
        self.by_name = {p.name: p for alike in self.by_surname.values() for p in alike}
        self.by_office: dict[str, list[Person]] = defaultdict(list)
        for person in self.by_name.values():
            for office in person.offices:
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
            if name.outlet:
                self.outlets[place[0]].append(name)
                self.outlet_names.add(name.text)
            return
        if known is None:
            known = Person(name.text, place)
            self.by_surname[name.text.split()[-1]].append(known)
        self.by_token[place] = known
        known.first = min(known.first, place)
        known.role = known.role or name.role
        known.gender = known.gender or name.gender

    def _add_surnames_read_as_nouns(self, parses: Sequence[Parse]) -> None:
        """A surname may be read as a common noun where it begins the sentence."""
        for n, parse in enumerate(parses):
            for token in parse.doc[:1]:
                alike = self.by_surname.get(token.text, [])
                if token.dep_ in ("nsubj", "nsubjpass", "poss") and token.tag_ != "NNP" and len(alike) == 1:
                    self.by_token[n, 0] = alike[0]

    def known(self, name: Name) -> Person | None:
        """The one person of this name, or of this surname where it is no more."""
        words = name.text.split()
        alike = [p for p in self.by_surname.get(words[-1], ()) if len(words) == 1 or p.name.split()[0] == words[0]]
        return alike[0] if len(alike) == 1 else None

    def is_outlet(self, head: Token) -> bool:
        """Whether a body relays what others say, by its name or by what the article calls it elsewhere."""
        return is_outlet(head) or head.text in self.outlet_names

    def body_before(self, noun: str, place: Place) -> Name | None:
        """The one body named before a place whose name ends in a noun: "the ministry" after "the Defence Ministry"."""
        found = {name.text.lower().removeprefix("the "): name for there, name in self.bodies[noun] if there < place}
        longest = max(found, key=len, default="")
        return found[longest] if longest and all(set(f.split()) <= set(longest.split()) for f in found) else None

    def acting_between(self, sentence: int, place: Place) -> list[Name]:
        """The bodies that do something from a sentence on, before a place."""
        first, last = (bisect_left(self.acting, there, key=lambda a: a[0]) for there in ((sentence, 0), place))
        return [name for _, name in self.acting[first:last]]

    def acting_before(self, noun: str, place: Place) -> Name | None:
        """The one body that a noun such as "company" may stand for, of those that did something before a place."""
        others = people.OFFICIAL_NAMES | people.SOCIETY_NAMES
        found = {}
        for name in self.acting_between(place[0] - FAR, place):
            words = {lemma(word) for word in name.text.lower().split()}
            if words & people.SOCIETY_NAMES if noun in people.SOCIETIES else not words & others:
                found[self.fullest(name).text.removeprefix("the ").removeprefix("The ")] = name
        return next(iter(found.values())) if len(found) == 1 else None

    def outlet_before(self, sentence: int) -> Name | None:
        """The one outlet named in the nearest sentence up to this one that names any."""
        for n in range(sentence, -1, -1):
            names = {name.text: name for name in self.outlets.get(n, ())}
            if names:
                return next(iter(names.values())) if len(names) == 1 else None
        return None

    def fullest(self, name: Name) -> Name:
        """A body by the fullest name that the article has for it, with what the article says it is."""
        longer = self.longer.get(name.text.removeprefix("the ").removeprefix("The "), {})
        outlets = [other for other in longer.values() if other.outlet] if name.outlet else list(longer.values())
        if len(outlets) == 1:
            name = outlets[0]
        return replace(name, role=name.role or self.roles.get(name.text))


def offices_in(role: str | None) -> set[str]:
    """The nouns of a role, without what it is a role in: {"foreign", "minister"}."""
    office = role or ""
    if office.startswith("who "):
        return {lemma(word.strip(",")) for word in office.split()} & (people.OFFICES | people.TITLES)
    for break_ in (" of ", " for ", " that ", " which ", " who ", " at ", " in "):
        office = office.partition(break_)[0]
    return {lemma(word.strip(",")) for word in office.split()}


def bodies_in(parses: Sequence[Parse]) -> Iterator[tuple[Place, Token]]:
    """All bodies that a common noun names: "the drivers’ union"."""
    for n, parse in enumerate(parses):
        for token in parse.doc:
            if token.tag_ in ("NN", "NNS") and lemma(token.text) in people.BODIES and names_body(token):
                is_told = any(c.dep_ not in ("det", "relcl", "punct", "case") for c in token.children)
                if is_told:
                    yield (n, token.i), token


def names_in(parses: Sequence[Parse]) -> Iterator[tuple[Place, Token, Name]]:
    """All names in the sentences of an article, each with the place of its last word."""
    for n, parse in enumerate(parses):
        described: dict[int, Token] = {}
        for token in parse.doc:
            named = apposed(token) if token.tag_ in ("NN", "CD") else None
            if named is not None:
                described.setdefault(named.i, token)
        for token in parse.doc:
            if token.tag_ not in ("NNP", "NNPS") or is_part_of_name(token):
                continue
            beside = name_of(described[token.i]) if token.i in described else None
            name = beside or name_of(token)
            if name is not None:
                yield (n, token.i), token, name


def is_acting(token: Token, name: Name) -> bool:
    """Whether a body is said to do something, as against a place or an outlet."""
    is_place = name.text.lower().removeprefix("the ") in PLACES
    return not (name.person or name.outlet or is_place) and token.dep_ == "nsubj"


def is_part_of_name(token: Token) -> bool:
    """Whether a proper noun is only the front of a longer name."""
    is_front = token.dep_ in ("compound", "nmod", "amod", "flat") and token.head.i > token.i
    return is_front and token.head.tag_ in ("NNP", "NNPS")


def is_in(spans: Sequence[Span], part: Span) -> bool:
    """Whether a span stands in one of others, which are in order."""
    n = bisect_right(spans, part[0], key=lambda span: span[0]) - 1
    return n >= 0 and part[1] <= spans[n][1]
