"""All sentences of an article -> who is named in it: people with their offices, bodies, outlets, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.claims import people
from index.claims.grammar import child_of
from index.claims.lemmas import lemma
from index.claims.names import Gender, Name, apposed, is_given, is_paper, is_placed, is_someone, name_of
from index.claims.parsing import Parse, Span
from index.claims.phrases import plain, surface
from index.claims.places import PLACES
from index.claims.roles import described_by, is_rank
from index.claims.speakable import is_outlet, names_body

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSE, RANK, TITLE, OFFICE = 1, 3, 4, 6
"""How well a role tells what somebody is, as `weight` has it; in a heading less."""
SUBJECTS = ("nsubj", "nsubjpass")
TRIED = {"nsubj": {"deny", "plead"}, "nsubjpass": {"charge", "accuse", "convict"}}
"""What those who stand trial do, and what is done to them."""
BREAKS = (" of ", " for ", " that ", " which ", " who ", " at ", " in ", " by ", " from ", " to ")
"""What in a role comes after the office itself."""
COMMANDERS = dict.fromkeys(("general", "colonel", "major", "captain", "admiral", "brigadier"), "commander")
"""Ranks of those who may be called "the commander"."""
FAR = 60
"""Sentences back in which "the company" may find whom it stands for."""

ENDS = (".", "!", "?", '"', "”", "’")
"""How a sentence ends that is no heading."""

Place = tuple[int, int]
"""Where a word stands: its sentence, and its number in that."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the article: the fullest name, the best office given, and where the name first stands.

    `told` is how well the role tells what they are (see `weight`), `age` as the article gives it: "46".
    """

    name: str
    first: Place
    role: str | None = None
    gender: Gender | None = None
    told: int = 0
    age: str | None = None

    def describe(self, role: str | None, told: int) -> None:
        """Take a role that tells more than the one known so far."""
        if told > self.told:
            self.role, self.told = role, told
            self.gender = self.gender or gender_in(self.offices)

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
        self.headings = {n for n, parse in enumerate(parses[:1]) if parse.doc.text.rstrip()[-1:] not in ENDS}
        # Full names first, so that a surname before them (in a heading) finds its person too.
        named = told_apart(list(names_in(parses)), parses)
        for place, token, name in sorted(named, key=lambda n: -len(n[2].text.split())):
            self._add(place, token, name)
        self._add_surnames_read_as_nouns(parses)
        self.by_name = {p.name: p for alike in self.by_surname.values() for p in alike}
        self._describe_by_clause(parses)
        self._describe_by_lead(parses)
        self._describe_by_office(parses)
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
        self.by_role = {p.role: p for p in self.by_name.values() if p.told == OFFICE and p.role}
        self.by_noun = {noun_of(p.role) for p in self.by_name.values()} - people.BODIES
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
            if name.outlet or (is_told_something(token) and is_paper(token)):
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

    def _describe_by_clause(self, parses: Sequence[Parse]) -> None:
        """Roles that a sentence of their own tells: "Lee is a retired teacher"."""
        for (n, i), person in self.by_token.items():
            token = parses[n].doc[i]
            role = role_in_clause(token.head) if token.dep_ == "nsubj" else None
            person.describe(role, weight(role) and CLAUSE)

    def _describe_by_lead(self, parses: Sequence[Parse]) -> None:
        """Who is meant by a lead that names nobody: "A locksmith … . Neville Strake, 46, denies it"."""
        start = len(self.headings)
        nouns = (t for p in parses[start : start + 1] for t in p.doc if t.dep_ in SUBJECTS and t.tag_[0] == "N")
        subject = next(nouns, None)
        if subject is None or subject.tag_ != "NN" or not is_someone(subject) or subject.left_edge.i > 0:
            return
        stop = next(
            (t for t in subject.doc[subject.i + 1 :] if t.tag_[:2] in ("VB", "WP", "WD", "MD") or t.is_punct), None
        )
        aged = sorted((place for place, p in self.by_token.items() if start < place[0] <= start + 2 and p.age))
        if aged and parses[aged[0][0]].doc[aged[0][1]].dep_ in SUBJECTS:
            self.by_token[aged[0]].describe(plain(subject, stop.nbor(-1) if stop is not None else None), OFFICE)

    def _describe_by_office(self, parses: Sequence[Parse]) -> None:
        """What a title tells in short and the article elsewhere in full: "the mission’s commander" of "General Lee"."""
        told: dict[str, set[str]] = defaultdict(set)
        meant: dict[str, Person | None] = {}
        for person in self.by_name.values():
            noun = (person.role or "").lower().rstrip(".")
            if noun and " " not in noun:
                called = COMMANDERS.get(noun, noun)
                meant[called] = None if called in meant else person
        for n, parse in enumerate(parses if meant else ()):
            for token in parse.doc:
                is_office = token.lower_ in meant and is_told(token)
                if is_office and (n, token.i) not in self.by_token and apposed(token) is None:
                    told[token.lower_].add(described_by(token))
        for noun, phrases in told.items():
            holder = meant[noun]
            if holder is not None and len(phrases) == 1:
                holder.describe(next(iter(phrases)), OFFICE)

    def _accused(self, parses: Sequence[Parse]) -> list[Person]:
        """Those who stand trial: "the defendant", "the accused"."""
        found = {}
        for (n, i), person in self.by_token.items():
            token = parses[n].doc[i]
            if token.dep_ in SUBJECTS and lemma(token.head.text) in TRIED[token.dep_]:
                found[person.name] = person
        return list(found.values())

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
        longer = self.longer.get(bare(name.text), {})
        outlets = [other for other in longer.values() if other.outlet] if name.outlet else list(longer.values())
        if len(outlets) == 1:
            name = outlets[0]
        return replace(name, role=name.role or self.roles.get(name.text))


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


def told_apart(named: Sequence[tuple[Place, Token, Name]], parses: Sequence[Parse]) -> list[tuple[Place, Token, Name]]:
    """Names as they are, where those that only look like people's are a place's or a body's by how they are used.

    "Lower Vell" is a place after "the mayor of", "Halden Drive" a firm where "Halden" alone stands for it.
    """
    alone = {name.text for _, _, name in named if " " not in name.text}
    alone |= {doc[0].text for doc in (parse.doc for parse in parses) if len(doc) and doc[0].dep_ == "nsubj"}
    known = {name.text for _, token, name in named if name.role or name.gender or is_given(name.text)}
    others = set()
    for _, token, name in named:
        words = name.text.split()
        is_firm = len(words) > 1 and words[0] in alone and words[-1] not in alone
        if name.person and name.text not in known and (is_firm or is_placed(token)):
            others.add(name.text)
    return [
        (place, token, replace(name, person=name.person and name.text not in others)) for place, token, name in named
    ]


def is_told(noun: Token) -> bool:
    """Whether a phrase tells one office in full: "the mission’s commander", "the new bishop of the isles"."""
    owner = child_of(noun, "poss")
    if noun.tag_ != "NN":
        return False
    is_definite = noun.left_edge.lower_ == "the" or (owner is not None and owner.tag_ != "PRP$")
    of = child_of(noun, "prep")
    return is_definite and (owner is not None or (of is not None and of.lower_ in ("of", "for")))


def gender_in(offices: set[str]) -> Gender | None:
    """The gender that an office tells: "chairman", "mother of three"."""
    if offices & people.MASCULINE:
        return "he"
    return "she" if offices & people.FEMININE else None


def weight(role: str | None) -> int:
    """How well a role tells what somebody is: an office more than a rank, a rank more than a clause or a phrase."""
    if role is None:
        return 0
    if role.split()[0].lower() in ("who", "whose", "of", "at", "from", "with", "for"):
        return CLAUSE
    return RANK if is_rank(role) else TITLE if " " not in role else OFFICE


def age_of(token: Token) -> str | None:
    """The age that stands after a name: "Neville Strake, 46,"."""
    return next((c.text for c in token.children if c.dep_ == "appos" and c.tag_ == "CD" and len(c.text) == 2), None)


def role_in_clause(verb: Token) -> str | None:
    """The office that a sentence tells of its subject: "is a retired teacher"."""
    if lemma(verb.text) == "be" and verb.tag_ in ("VBZ", "VBP"):
        noun = child_of(verb, "attr")
        return described_by(noun) if noun is not None and noun.tag_ == "NN" and is_someone(noun) else None
    return None


def offices_in(role: str | None) -> set[str]:
    """The nouns of a role, without what it is a role in: {"foreign", "minister"}."""
    office = role or ""
    if office.startswith("who "):
        return {lemma(word.strip(",")) for word in office.split()} & (people.OFFICES | people.TITLES)
    for break_ in BREAKS:
        office = office.partition(break_)[0]
    return {lemma(word.strip(",")) for word in office.split()}


def noun_of(role: str | None) -> str:
    """The noun of a role: "convenor" of "union convenor at the port"."""
    office = role or ""
    for break_ in BREAKS:
        office = office.partition(break_)[0]
    return lemma(office.split()[-1]) if office.split() else ""


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
    acts = token.head if token.dep_ == "appos" else token
    return not (name.person or name.outlet or is_place) and acts.dep_ == "nsubj"


def is_told_something(token: Token) -> bool:
    """Whether somebody tells a body something: "told the Orlo Whistle"."""
    return token.dep_ in ("dobj", "dative") and lemma(token.head.text) == "tell"


def is_part_of_name(token: Token) -> bool:
    """Whether a proper noun is only the front of a longer name."""
    is_front = token.dep_ in ("compound", "nmod", "amod", "flat") and token.head.i > token.i
    return is_front and token.head.tag_ in ("NNP", "NNPS")


def is_in(spans: Sequence[Span], part: Span) -> bool:
    """Whether a span stands in one of others, which are in order."""
    n = bisect_right(spans, part[0], key=lambda span: span[0]) - 1
    return n >= 0 and part[1] <= spans[n][1]
