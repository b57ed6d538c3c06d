"""A pronoun -> whom it stands for, by who spoke and who was named before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from index.claims import people
from index.claims.cast import Cast
from index.claims.grammar import SUBJECTS, child_of, first_of
from index.claims.identities import Identity, as_speaker
from index.claims.lemmas import lemma
from index.claims.names import Gender, is_someone, name_of
from index.claims.parsing import Parse
from index.claims.persons import Person
from index.claims.speakable import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 6
"""Sentences back in which "he" and "she" may find who they stand for."""
NEAR = 2
"""Sentences back in which "they" and "it" may."""

Said = Mapping[int, Sequence[tuple["Token", Identity]]]
"""By sentence, the words for those who have spoken so far, and whom they stand for."""


class Pronouns:
    """Tells whom "he", "she", "they" and "it" stand for. `identity` tells whom the words of any other phrase do."""

    def __init__(
        self, parses: Sequence[Parse], cast: Cast, said: Said, identity: Callable[[int, Token], Identity]
    ) -> None:
        self.parses = parses
        self.cast = cast
        self.said = said
        self.identity = identity
        self.topics: list[Person | None] = []

    def stand_for(self, sentence: int, head: Token) -> Identity | None:
        """The nearest earlier speaker or subject that a pronoun fits, when it fits only one."""
        for n in range(len(self.topics), sentence):
            self.topics.append(None)
            self.topics[n] = self.topic_of(n)
        if head.lower_ in people.HE_OR_SHE:
            gender: Gender = "he" if head.lower_ in people.HE else "she"
            speaker = self.speaker_before(sentence, gender)
            person = self.person_before(sentence, head, gender) if speaker is None else None
            return as_speaker(person) if person else speaker
        for n in range(sentence, sentence - NEAR - 1, -1):
            fitting = {
                who
                for token, who in self.said.get(n, ())
                if (n < sentence or token.i < head.i) and who.name and who.plural == (head.lower_ in people.THEY)
                if head.lower_ in people.THEY or not is_someone(token)
                if who.name not in self.cast.by_name and who.name.lower() not in people.PRONOUNS
            }
            if fitting:
                return fitting.pop() if len(fitting) == 1 else None
        return self.subject_before(sentence, head)

    def speaker_before(self, sentence: int, gender: Gender) -> Identity | None:
        """The one who alone spoke in the sentence before and has no name: "an officer … he added"."""
        spoke = [(t, w) for t, w in self.said.get(sentence - 1, ()) if w.name and (is_someone(t) or w.kind == "named")]
        spoke = [(t, w) for t, w in spoke if w.kind == "named" or t.lower_ not in people.PRONOUNS]
        if not spoke or any(w.name in self.cast.by_name for _, w in spoke) or len({w.name for _, w in spoke}) > 1:
            return None
        token, who = spoke[-1]
        fits = is_someone(token) and token.tag_ == "NN" and token.lower_ not in people.PRONOUNS and not who.plural
        other = people.FEMININE if gender == "he" else people.MASCULINE
        named = [p for _, p in self.cast.mentions.get(sentence - 1, ()) if p.gender in (None, gender)]
        return who if fits and lemma(token.text) not in other and not named else None

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
                    if token.lower_ in people.PRONOUNS or token.tag_ not in (
                        ("NNS",) if plural else ("NN", "NNP", "NNPS")
                    ):
                        continue
                    who = self.identity(n, token)
                    return who if plural or not is_someone(token) or is_body(token) else None
        return None

    def another(self, sentence: int, head: Token, name: str | None) -> Person | None:
        """Whom "he" or "she" stands for in somebody's own words: the nearest before of this gender, not them."""
        gender: Gender = "he" if head.lower_ in people.HE else "she"
        for n in range(sentence, max(-1, sentence - REACH - 1), -1):
            here = [p for t, p in self.cast.mentions.get(n, ()) if n < sentence or t.i < head.i]
            resolved = [self.cast.by_name.get(w.name or "") for _, w in self.said.get(n, ()) if n < sentence]
            found = {p.name: p for p in (*here, *resolved) if p is not None and p.gender == gender and p.name != name}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
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
            here = [
                (t, p) for t, p in mentions.get(n, ()) if n < sentence or (t.i < head.i and not is_told_by(head, t))
            ]
            before = [self.topics[n - 1]] if 0 < n <= len(self.topics) else []
            for pool in (*self.speaking(n, sentence, here), before, [p for _, p in here]):
                fitting = {p.name: p for p in pool if p is not None and self.fits(p, gender, n, sentence)}
                if fitting:
                    return next(iter(fitting.values())) if len(fitting) == 1 else None
        topics = (p for p in reversed(self.topics[:sentence]) if p is not None and p.gender == gender)
        return next(topics, None)

    def fits(self, person: Person, gender: Gender, n: int, sentence: int) -> bool:
        """Whether a pronoun of a gender fits somebody named in a sentence: not who "remembered her" themselves."""
        if person.gender is None and n < sentence:
            objects = (t for t in self.parses[n].doc if t.dep_ in ("dobj", "pobj", "dative"))
            same = people.HE if gender == "he" else people.SHE
            return not any(t.lower_ in same for t in objects)
        return person.gender in (None, gender)

    def speaking(
        self, n: int, sentence: int, here: Sequence[tuple[Token, Person]]
    ) -> Iterator[Sequence[Person | None]]:
        """Those of a sentence whom a pronoun fits best: whom it is about, and who speaks or does something in it."""
        yield [p for t, p in here if first_of(t).dep_ in SUBJECTS and first_of(t).head.dep_ == "ROOT"]
        if n < sentence:
            yield [self.topics[n]]
        said = {t.i for t, _ in self.said.get(n, ())}
        resolved = [w.name for _, w in self.said.get(n, ()) if n < sentence and w.name in self.cast.by_name]
        prominent = [p for t, p in here if first_of(t).dep_ in SUBJECTS or t.i in said]
        yield [*prominent, *(self.cast.by_name[name] for name in resolved if name)]

    def topic_of(self, sentence: int) -> Person | None:
        """Whom a sentence is about, where its subject is somebody named or stands for them."""
        doc = self.parses[sentence].doc
        subject = next((t for t in doc if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"), None)
        if subject is None or subject.conjuncts or not (subject.lower_ in people.HE_OR_SHE or is_someone(subject)):
            return None
        return self.cast.by_name.get(self.identity(sentence, subject).name or "")

    def is_about_another(self, sentence: int, head: Token) -> bool:
        """Whether the sentence is about somebody unnamed, whom "he" may mean: "the merchant said he"."""
        for token in head.doc[: head.i]:
            if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT" and token.tag_ == "NN" and is_someone(token):
                is_cast = (sentence, token.i) in self.cast.by_token
                is_inserted = head.left_edge.i > 0 and head.left_edge.nbor(-1).text == ","  # "Her teacher, she says, …"
                return not is_cast and not is_inserted and self.identity(sentence, token).kind == "unnamed"
        return False


def is_told_by(pronoun: Token, name: Token) -> bool:
    """Whether a name stands in what a pronoun's verb tells of: "Lee was wrong, he said" is another's word."""
    verb = pronoun.head
    if any(t.text in (":", ";") for t in name.doc[name.i : pronoun.i]):
        return False
    return any(c.dep_ == "ccomp" and c.i < verb.i and (c == name or c.is_ancestor(name)) for c in verb.children)


def is_body(head: Token) -> bool:
    """Whether a phrase with a common noun names a body: "the contractor, Hallam Structures"."""
    name = name_of(head)
    return name is not None and not name.person
