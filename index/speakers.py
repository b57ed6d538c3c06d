"""Claims in the order of an article -> whom each speaker's words stand for, by what all of the article says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from index import cues
from index.claims import Claim
from index.cues import lemma
from index.grammar import maker_of
from index.names import Gender, Name, is_outlet, name_of
from index.parsing import Parse, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 4
"""Sentences back in which "he" and the like may find who they stand for."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a speaker's words stand for; `outlet` when that is somebody who relays what others say."""

    kind: Literal["named", "unnamed"]
    name: str | None
    role: str | None = None
    outlet: bool = False
    plural: bool = False


NOBODY = Identity("unnamed", None)


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the article: the fullest name, the first office given, and where the name stands."""

    name: str
    role: str | None
    gender: Gender | None
    mentions: list[Token] = field(default_factory=list)

    @property
    def identity(self) -> Identity:
        """This person as a speaker."""
        return Identity("named", self.name, self.role)


class Cast:
    """All who are named in an article, and how its claims' speakers resolve to them."""

    def __init__(self, parses: Sequence[Parse], quoted: Sequence[Span]) -> None:
        self.parses = parses
        self.people: list[Person] = []
        self.bodies: list[tuple[int, Token, Name]] = []
        self.by_token: dict[tuple[int, int], Person] = {}
        self.said: list[tuple[int, Token, Identity]] = []
        names = list(self._names())
        # Full names first, so that a surname before them (in a heading) finds its person too.
        for sentence, token, name in sorted(names, key=lambda n: -len(n[2].text.split())):
            self._cast(sentence, token, name)
        self.mentions = [
            [
                (t, self.by_token[n, t.i])
                for t in parse.doc
                if (n, t.i) in self.by_token and not in_any(parse, t, quoted)
            ]
            for n, parse in enumerate(parses)
        ]

    def _names(self) -> Iterator[tuple[int, Token, Name]]:
        for n, parse in enumerate(self.parses):
            for token in parse.doc:
                if token.tag_ not in ("NNP", "NNPS") or is_part_of_name(token):
                    continue
                beside = name_of(token.head) if token.dep_ == "appos" and token.head.tag_[:3] != "NNP" else None
                name = beside or name_of(token)
                if name is not None:
                    yield n, token, name

    def _cast(self, sentence: int, token: Token, name: Name) -> None:
        if not name.person and " " in name.text:
            self.bodies.append((sentence, token, name))
            return
        known = self._known(name)
        if known is None and not name.person:
            self.bodies.append((sentence, token, name))
            return
        if known is None:
            known = Person(name.text, None, None)
            self.people.append(known)
        self.by_token[sentence, token.i] = known
        known.role = known.role or name.role
        known.gender = known.gender or name.gender

    def _known(self, name: Name) -> Person | None:
        words = name.text.split()
        alike = [
            p
            for p in self.people
            if p.name.split()[-1] == words[-1] and (len(words) == 1 or p.name.split()[0] == words[0])
        ]
        return alike[0] if len(alike) == 1 else None

    def identify(self, claim: Claim) -> Identity:
        """The identity of a claim's speaker; claims are to come in the order of the text."""
        if claim.head is None:
            return NOBODY
        heads = [claim.head, *(t for t in claim.head.conjuncts if t.i > claim.head.i and t.head.i < t.i)]
        found = [self.identity(claim.sentence, head) for head in heads]
        who = found[0] if len(found) == 1 else together(found)
        self.said.append((claim.sentence, claim.head, who))
        return who

    def identity(self, sentence: int, head: Token) -> Identity:
        """Whom the phrase around one word stands for."""
        person = self.by_token.get((sentence, head.i))
        if person is not None:
            return person.identity
        if head.lower_ in cues.HE | cues.SHE | cues.THEY | {"it", "its"}:
            return self.pronoun(sentence, head) or Identity("unnamed", head.text)
        name = name_of(head)
        if name is not None:
            return self.named(name)
        # A surname may be read as a common noun where it begins the sentence.
        namesakes = [p for p in self.people if head.i == 0 and p.name.split()[-1] == head.text]
        if len(namesakes) == 1:
            return namesakes[0].identity
        return self.common(sentence, head)

    def is_outlet(self, head: Token) -> bool:
        """Whether a body relays what others say, by its name or by what the article calls it elsewhere."""
        return is_outlet(head) or any(name.outlet and name.text == head.text for _, _, name in self.bodies)

    def named(self, name: Name) -> Identity:
        """The identity of a name, as a person already cast where it is one."""
        person = self._known(name) if name.person else None
        if person is not None:
            return Identity("named", person.name, person.role or name.role)
        return Identity("named", name.text, name.role, name.outlet)

    def pronoun(self, sentence: int, head: Token) -> Identity | None:
        """The nearest earlier speaker or subject that a pronoun fits, when it fits only one."""
        if head.lower_ in cues.HE | cues.SHE:
            gender: Gender = "he" if head.lower_ in cues.HE else "she"
            person = self.person_before(sentence, head, lambda p: p.gender in (None, gender))
            return person.identity if person else None
        plural = head.lower_ in cues.THEY
        people = {p.name for p in self.people}
        before = [w for n, t, w in self.said if w.name not in people and w.name and is_earlier(n, t, sentence, head, 2)]
        fitting = {w for w in before if w.plural == plural and w.name and w.name.lower() not in cues.THEY | {"it"}}
        return fitting.pop() if len(fitting) == 1 else None

    def person_before(self, sentence: int, head: Token, fits: Callable[[Person], bool]) -> Person | None:
        """The one fitting person in the nearest earlier sentence that has one; its speakers and subjects come first."""
        main = next((t for t, _ in self.mentions[sentence] if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"), None)
        if main is not None and main.i > head.i and head.head.i < main.i:
            ahead = self.by_token[sentence, main.i]
            return ahead if fits(ahead) else None
        for n in range(sentence, max(-1, sentence - REACH - 1), -1):
            here = [(t, p) for t, p in self.mentions[n] if fits(p) and (n < sentence or t.i < head.i)]
            speaking = {t.i for m, t, _ in self.said if m == n}
            prominent = [(t, p) for t, p in here if first_of(t).dep_ in SUBJECTS or t.i in speaking]
            people = {id(p): p for _, p in prominent}
            people |= {id(p): p for p in self._resolved(n, fits)} if n < sentence else {}
            people = people or {id(p): p for _, p in here}
            if people:
                return next(iter(people.values())) if len(people) == 1 else None
        return None

    def _resolved(self, sentence: int, fits: Callable[[Person], bool]) -> list[Person]:
        """The people whom pronouns in a sentence were found to stand for."""
        names = {w.name for n, _, w in self.said if n == sentence}
        return [p for p in self.people if p.name in names and fits(p)]

    def common(self, sentence: int, head: Token) -> Identity:
        """Whom a phrase with a common noun stands for: "the ministry", "a spokesman for the court", "officials"."""
        word = lemma(head.text)
        phrase = surface(head)
        bare = is_bare_definite(head)
        if bare and word in cues.BODIES:
            body = self.body_before(sentence, head, word)
            if body is not None:
                return body
        if bare and (word in cues.OFFICES or word in cues.PEOPLE) and head.tag_ == "NN":
            holder = self.holder_before(sentence, head, word)
            if holder is not None:
                return holder
        if bare and word in cues.OWN_WORDS | {"article", "story"}:
            earlier = self.speaker_before(sentence, head)
            if earlier is not None:
                return earlier
        if word in cues.UTTERANCES:
            maker = maker_of(head)
            if maker is not None:
                return self.identity(sentence, maker)
        plural = head.tag_ == "NNS"
        kind: Literal["named", "unnamed"] = "named" if names_body(head, word) else "unnamed"
        return Identity(kind, phrase, None, kind == "named" and is_outlet(head), plural)

    def body_before(self, sentence: int, head: Token, word: str) -> Identity | None:
        """The one body already named whose name ends in this noun: "the ministry" after "the Defence Ministry"."""
        found = {
            body_key(name.text): Identity("named", name.text, None, name.outlet)
            for n, token, name in reversed(self.bodies)
            if lemma(token.text) == word and is_earlier(n, token, sentence, head)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def holder_before(self, sentence: int, head: Token, word: str) -> Identity | None:
        """The one person named earlier in this office, or the one earlier speaker described by this noun."""
        found = {}
        for n, mentions in enumerate(self.mentions):
            for token, person in mentions:
                offices = {lemma(w.strip(",")) for w in (person.role or "").split(" of ")[0].split(" for ")[0].split()}
                if word in offices and is_earlier(n, token, sentence, head):
                    found[person.name] = person.identity
        for n, token, who in self.said if not found else ():
            if lemma(token.text) == word and who.name and is_earlier(n, token, sentence, head):
                found[who.name] = who
        return next(iter(found.values())) if len(found) == 1 else None

    def speaker_before(self, sentence: int, head: Token) -> Identity | None:
        """The one speaker in the sentence before, whose statement "the statement" is."""
        if lemma(head.text) in ("article", "story"):
            found = {self.named(name) for n, _, name in self.bodies if n == sentence - 1 and name.outlet}
            return found.pop() if len(found) == 1 else None
        found = {w for n, t, w in self.said if n == sentence - 1 and w.name}
        if not found and sentence:
            subjects = (t for t in self.parses[sentence - 1].doc if t.dep_ == "nsubj" and t.head.dep_ == "ROOT")
            found = {self.identity(sentence - 1, t) for t in subjects if lemma(t.text) in cues.OFFICES}
        return found.pop() if len(found) == 1 else None


def together(found: Sequence[Identity]) -> Identity:
    """Several speakers as one."""
    names = [w.name for w in found if w.name]
    name = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    return Identity("named" if any(w.kind == "named" for w in found) else "unnamed", name or None, plural=True)


def is_part_of_name(token: Token) -> bool:
    """Whether a proper noun is only the front of a longer name."""
    return (
        token.dep_ in ("compound", "nmod", "amod", "flat")
        and token.head.tag_ in ("NNP", "NNPS")
        and token.head.i > token.i
    )


def first_of(token: Token) -> Token:
    """The first of the words that "and" joins a word to."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_earlier(n: int, token: Token, sentence: int, head: Token, reach: int = 10**6) -> bool:
    """Whether a word stands before another, by sentence and place, within so many sentences."""
    return sentence - reach <= n and (n < sentence or (n == sentence and token.i < head.i))


def is_bare_definite(head: Token) -> bool:
    """Whether a phrase is "the ministry" and nothing more."""
    children = [c for c in head.children if not c.is_punct and c.dep_ not in ("relcl", "case")]
    return len(children) == 1 and children[0].lower_ in ("the", "this", "that")


def names_body(head: Token, word: str) -> bool:
    """Whether a phrase without a name of its own names a body: "a spokesman for the Mint", "the Russian side"."""
    if head.tag_ != "NN" or word not in cues.OFFICES | cues.BODIES:
        return False
    later = [c for c in head.children if c.dep_ in ("relcl", "acl", "appos")]
    near = [t for t in head.subtree if not any(t == c or c.is_ancestor(t) for c in later)]
    return any(t.tag_ in ("NNP", "NNPS") or t.ent_type_ == "NORP" for t in near)


def surface(head: Token) -> str:
    """The article's words for a speaker, without clauses and appositions after them."""
    last = head.right_edge.i
    for child in head.children:
        if child.i > head.i and child.dep_ in ("relcl", "acl", "appos", "punct", "cc", "conj"):
            last = min(last, child.left_edge.i - 1)
    words = str(head.doc[head.left_edge.i : max(last, head.i) + 1].text)
    return words.strip(" ,;:").removesuffix("’s").removesuffix("'s")


def body_key(name: str) -> str:
    """A body's name without article, to tell whether two are the same."""
    return name.lower().removeprefix("the ").strip()


def in_any(parse: Parse, token: Token, spans: Sequence[Span]) -> bool:
    """Whether a word stands in one of some spans of the text."""
    start, end = parse.span(token, token)
    return any(s <= start and end <= e for s, e in spans)
