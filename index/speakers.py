"""Claims in the order of an article -> whom each speaker's words stand for, by what all of the article says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index import cues, people
from index.cast import Cast, Person
from index.claims import Claim
from index.grammar import child_of, maker_of
from index.lemmas import lemma
from index.names import Gender, Name, is_someone, name_of
from index.parsing import Parse
from index.phrases import surface
from index.speakable import can_speak, is_for_people, is_outlet, names_body, outlet_of

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 4
"""Sentences back in which "he" and "she" may find who they stand for."""
NEAR = 2
"""Sentences back in which "they" and "it" may."""
SOON = 2
"""Sentences ahead in which the holder of an office may be named."""
HOLDERS = people.OFFICES | people.PEOPLE | people.TITLES | people.ALSO_CALLED.keys()
"""Nouns for people that "the" may lead back to one of those named."""
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


class Speakers:
    """Tells whom speakers' words stand for. It learns from the claims it is given, which come in the text's order."""

    def __init__(self, parses: Sequence[Parse], cast: Cast) -> None:
        self.parses = parses
        self.cast = cast
        self.said: dict[int, list[tuple[Token, Identity]]] = defaultdict(list)
        self.said_as: dict[str, dict[str, Identity]] = defaultdict(dict)
        self.being_asked: set[tuple[int, int]] = set()

    def identify(self, claim: Claim) -> Identity:
        """The identity of a claim's speaker."""
        if claim.head is None:
            return NOBODY
        heads = [claim.head, *(t for t in claim.head.conjuncts if t.i > claim.head.i and t.head.i < t.i)]
        found = [self.identity(claim.sentence, head) for head in heads]
        who = found[0] if len(found) == 1 else together(found)
        self.said[claim.sentence].append((claim.head, who))
        if who.name:
            self.said_as[lemma(claim.head.text)].setdefault(who.name, who)
        return who

    def identity(self, sentence: int, head: Token) -> Identity:
        """Whom the phrase around one word stands for.

        Words that stand for each other ("she" for "her lawyer", who is hers) stand for nobody that is named.
        """
        if (sentence, head.i) in self.being_asked:
            return Identity("unnamed", head.text)
        self.being_asked.add((sentence, head.i))
        try:
            return self._identity(sentence, head)
        finally:
            self.being_asked.remove((sentence, head.i))

    def _identity(self, sentence: int, head: Token) -> Identity:
        person = self.cast.by_token.get((sentence, head.i))
        if person is not None:
            return as_speaker(person)
        if head.lower_ in people.PRONOUNS:
            return self.pronoun(sentence, head) or Identity("unnamed", head.text)
        name = name_of(head)
        if name is not None:
            return self.named(name)
        return self.common(sentence, head)

    def named(self, name: Name) -> Identity:
        """The identity of a name, as a person already cast where it is one."""
        person = self.cast.known(name) if name.person else None
        if person is not None or name.person:
            return as_speaker(person) if person else Identity("named", name.text, name.role)
        name = self.cast.fullest(name)
        return Identity("named", name.text, name.role, name.outlet)

    def pronoun(self, sentence: int, head: Token) -> Identity | None:
        """The nearest earlier speaker or subject that a pronoun fits, when it fits only one."""
        if head.lower_ in people.HE_OR_SHE:
            gender: Gender = "he" if head.lower_ in people.HE else "she"
            unnamed = self.unnamed_before(sentence, gender)
            person = self.person_before(sentence, head, gender) if unnamed is None else None
            return as_speaker(person) if person else unnamed
        earlier = {
            who
            for n in range(sentence - NEAR, sentence + 1)
            for token, who in self.said.get(n, ())
            if (n < sentence or token.i < head.i) and who.name and who.plural == (head.lower_ in people.THEY)
            if head.lower_ in people.THEY or not is_someone(token)
        }
        fitting = [w for w in earlier if w.name not in self.cast.by_name and str(w.name).lower() not in people.PRONOUNS]
        return (fitting[0] if len(fitting) == 1 else None) if fitting else self.subject_before(sentence, head)

    def unnamed_before(self, sentence: int, gender: Gender) -> Identity | None:
        """The one unnamed person who spoke in the sentence before, when nobody named did: "an officer … he added"."""
        spoke = [(t, w) for t, w in self.said.get(sentence - 1, ()) if w.name]
        if not spoke or any(w.kind == "named" for _, w in spoke) or len({w.name for _, w in spoke}) > 1:
            return None
        token, who = spoke[-1]
        fits = is_someone(token) and token.tag_ == "NN" and token.lower_ not in people.PRONOUNS and not who.plural
        other = people.FEMININE if gender == "he" else people.MASCULINE
        return who if fits and lemma(token.text) not in other and not self.cast.mentions.get(sentence - 1) else None

    def subject_before(self, sentence: int, head: Token) -> Identity | None:
        """The subject of this sentence or the one before when it is a body, or several people: "it", "they"."""
        plural = head.lower_ in people.THEY
        for n in (sentence, sentence - 1):
            doc = self.parses[n].doc if n >= 0 else ()
            for token in doc:
                is_before = n < sentence or token.i < head.i
                owner = child_of(token, "poss")
                is_main = token.dep_ in SUBJECTS and (
                    token.head.dep_ == "ROOT" or (n == sentence and token.head.dep_ == "ccomp")
                )
                if owner is not None and owner.tag_ == "NNP" and not plural and is_main and is_before:
                    return self.identity(n, owner) if not is_someone(owner) else None  # "Orlo Shipping’s version …"
                if is_main and is_before and can_speak(token):
                    if token.lower_ in people.PRONOUNS or token.tag_ not in (("NNS",) if plural else ("NN", "NNP")):
                        continue
                    who = self.identity(n, token)
                    return who if plural or not is_someone(token) or is_body(token) else None
        return None

    def person_before(self, sentence: int, head: Token, gender: Gender) -> Person | None:
        """The one fitting person in the nearest earlier sentence that has one; its speakers and subjects come first."""
        mentions = self.cast.mentions
        late = next((m for m in mentions.get(sentence, ()) if m[0].dep_ in SUBJECTS and m[0].head.dep_ == "ROOT"), None)
        if late is not None and late[0].i > head.i and head.head.i < late[0].i:  # "In his speech, X said"
            return late[1] if late[1].gender in (None, gender) else None
        if self.is_about_another(sentence, head):
            return None
        for n in range(sentence, max(-1, sentence - REACH - 1), -1):
            here = [(t, p) for t, p in mentions.get(n, ()) if n < sentence or t.i < head.i]
            speaking = self.said.get(n, ())
            said = {t.i for t, _ in speaking}
            main = [p for t, p in here if first_of(t).dep_ in SUBJECTS and first_of(t).head.dep_ == "ROOT"]
            prominent = [p for t, p in here if first_of(t).dep_ in SUBJECTS or t.i in said]
            resolved = [self.cast.by_name[w.name] for _, w in speaking if n < sentence and w.name in self.cast.by_name]
            for pool in (main, [*prominent, *resolved], [p for _, p in here]):
                fitting = {p.name: p for p in pool if p.gender in (None, gender)}
                if fitting:
                    return next(iter(fitting.values())) if len(fitting) == 1 else None
        return None

    def is_about_another(self, sentence: int, head: Token) -> bool:
        """Whether the sentence is about somebody unnamed, whom "he" may mean: "the merchant said he"."""
        for token in head.doc[: head.i]:
            if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT" and token.tag_ == "NN" and is_someone(token):
                is_cast = (sentence, token.i) in self.cast.by_token
                return not is_cast and self.identity(sentence, token).kind == "unnamed"
        return False

    def common(self, sentence: int, head: Token) -> Identity:
        """Whom a phrase with a common noun stands for: "the ministry", "a spokesman for the court", "officials"."""
        word = lemma(head.text)
        earlier = self.definite(sentence, head, word) if is_bare_definite(head) else None
        earlier = earlier or self.in_office(sentence, head, word) or self.owned(sentence, head, word)
        if earlier is not None:
            return earlier
        maker = maker_of(head) or outlet_of(head) if word in cues.UTTERANCES else None
        if maker is not None:
            return self.identity(sentence, maker)
        kind: Literal["named", "unnamed"] = "named" if names_body(head) else "unnamed"
        return Identity(kind, surface(head), None, kind == "named" and is_outlet(head), head.tag_ == "NNS")

    def owned(self, sentence: int, head: Token, word: str) -> Identity | None:
        """Whom words stand for that tell whose they are: "a spokesman for the court", "her team"."""
        owner = child_of(head, "poss")
        if word in people.SPOKEN_FOR:
            return self.spoken_for(sentence, head, owner)
        if owner is None:
            return None
        if owner.tag_ == "PRP$":
            return self.of_theirs(sentence, head, owner)
        if word not in people.OFFICES:
            return None
        bodies = [self.named(name) for name in self.cast.described.get(word, {}).values()]
        found = [as_speaker(p) for p in self.cast.by_office.get(word, ())] + bodies
        found = [w for w in found if lemma(owner.text) in (w.role or "").lower() or len((w.role or "").split()) == 1]
        return found[0] if len(found) == 1 else None

    def of_theirs(self, sentence: int, head: Token, owner: Token) -> Identity | None:
        """Somebody who is known by whose they are: "her team", "its operations manager"."""
        is_one = head.tag_ == "NN" and (lemma(head.text) in people.BODIES or is_someone(head))
        who = self.pronoun(sentence, owner) if is_one else None
        if who is None or who.kind == "unnamed":
            return None
        words = surface(head)[len(owner.text) :].strip().removeprefix("own ")
        is_kin = head.lower_ in people.MASCULINE | people.FEMININE
        role = words if lemma(head.text) in people.OFFICES or (is_for_people(head) and not is_kin) else None
        return Identity("named", f"{who.name}’s {words}", role)

    def spoken_for(self, sentence: int, head: Token, owner: Token | None) -> Identity | None:
        """The body whose spokesman somebody is, with that as the role."""
        of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ in ("for", "of", "at", "from")), None)
        body = owner or (child_of(of, "pobj") if of is not None else None) or child_of(head, "compound")
        who = self.identity(sentence, body) if body is not None else self.body_at_hand(sentence, head)
        if who is None or who.name is None or who.name.lower() in people.PRONOUNS:
            return None
        return Identity(who.kind, who.name, head.text.lower(), False)

    def body_at_hand(self, sentence: int, head: Token) -> Identity | None:
        """The one body that acts in this sentence or the one before: whose "a spokesman" is."""
        found = {name.text: name for name in self.cast.acting_between(sentence - 1, (sentence, head.i))}
        return self.named(next(iter(found.values()))) if len(found) == 1 else None

    def definite(self, sentence: int, head: Token, word: str) -> Identity | None:
        """Whom "the ministry", "the minister" or "the statement" stands for, when the article has told before."""
        body = self.cast.body_before(word, (sentence, head.i)) if word in people.BODIES else None
        if body is not None:
            return self.named(body)
        described = [n for n in self.cast.described.get(word, {}).values() if not n.person]
        if len(described) == 1:
            return self.named(described[0])
        acting = (
            self.cast.acting_before(word, (sentence, head.i)) if word in people.COMPANIES | people.SOCIETIES else None
        )
        if acting is not None:
            return self.named(acting)
        if word in HOLDERS and head.tag_ == "NN":
            return self.holder_before(sentence, head, word)
        if word in people.OUTLET_NOUNS:
            outlet = self.cast.outlet_before(sentence)
            return self.named(outlet) if outlet is not None else None
        return self.speaker_before(sentence, word) if word in cues.OWN_WORDS | {"article", "story"} else None

    def in_office(self, sentence: int, head: Token, word: str) -> Identity | None:
        """The one person in the office that "the prime minister", or a headline's "Treasurer", tells in full."""
        is_headline = sentence == 0 and head.i == 0 and head.left_edge == head.right_edge
        told = [t for t in head.children if t.dep_ in ("compound", "amod") and t.i < head.i]
        is_whole = head.left_edge.lower_ == "the" and len(list(head.subtree)) == len(told) + 2
        if head.tag_ != "NN" or not (is_headline or (told and is_whole)):
            return None
        holders = [p for p in self.cast.by_office.get(word, ()) if is_headline or p.first[0] <= sentence + SOON]
        fitting = [p for p in holders if {t.lower_ for t in told} <= set((p.role or "").lower().split())]
        return as_speaker(fitting[0]) if len(fitting) == 1 else None

    def holder_before(self, sentence: int, head: Token, word: str) -> Identity | None:
        """The one person named earlier in this office, or the one earlier speaker described by this noun."""
        holders = self.cast.by_office.get(word) or self.cast.by_office.get(people.ALSO_CALLED.get(word, ""), [])
        found = [as_speaker(p) for p in holders if p.first < (sentence, head.i)]
        found = found or list(self.said_as.get(word, {}).values())
        if not found and word in people.OFFICES | people.TITLES and len(holders) == 1:
            found = [as_speaker(p) for p in holders if p.first[0] <= sentence + SOON]
        return found[0] if len(found) == 1 else None

    def speaker_before(self, sentence: int, word: str) -> Identity | None:
        """The one speaker in the sentence before, whose statement "the statement" is; "the article" is its outlet's."""
        if word in ("article", "story"):
            outlets = {self.named(name) for name in self.cast.outlets.get(sentence - 1, ())}
            return outlets.pop() if len(outlets) == 1 else None
        found = {who for _, who in self.said.get(sentence - 1, ()) if who.name}
        if not found and sentence:
            subjects = (t for t in self.parses[sentence - 1].doc if t.dep_ == "nsubj" and t.head.dep_ == "ROOT")
            found = {self.identity(sentence - 1, t) for t in subjects if lemma(t.text) in people.OFFICES}
        return found.pop() if len(found) == 1 else None


def as_speaker(person: Person) -> Identity:
    """A person of the cast as a speaker."""
    return Identity("named", person.name, person.role)


def together(found: Sequence[Identity]) -> Identity:
    """Several speakers as one."""
    names = [w.name for w in found if w.name]
    name = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    return Identity("named" if any(w.kind == "named" for w in found) else "unnamed", name or None, plural=True)


def is_body(head: Token) -> bool:
    """Whether a phrase with a common noun names a body: "the contractor, Hallam Structures"."""
    name = name_of(head)
    return name is not None and not name.person


def first_of(token: Token) -> Token:
    """The first of the words that "and" joins a word to."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_bare_definite(head: Token) -> bool:
    """Whether a phrase is "the ministry" and nothing more."""
    children = [c for c in head.children if not c.is_punct and c.dep_ not in ("relcl", "case") and c.lower_ != "same"]
    return len(children) == 1 and children[0].lower_ in ("the", "this", "that")
