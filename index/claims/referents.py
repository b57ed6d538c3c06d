"""The people and bodies named in an article, each with every place where: whom other words may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from index.claims.cast import Cast
from index.claims.grammar import SUBJECTS, first_of
from index.claims.identities import Identity, as_speaker
from index.claims.names import Gender
from index.claims.naming import Place, bare
from index.claims.parsing import Parse, Span
from index.claims.phrases import start_of_name

Sort = Literal["person", "body", "outlet"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody is named: the sentence, the name's span in the article, whether it is the subject."""

    sentence: int
    span: Span
    is_subject: bool


@dataclass(frozen=True, slots=True, eq=False)
class Referent:
    """Somebody named in an article, with all mentions in the text's order."""

    who: Identity
    sort: Sort
    gender: Gender | None
    mentions: list[Mention] = field(default_factory=list)

    @property
    def words(self) -> set[str]:
        """The words of the name and the role, in lower case."""
        return {word.strip(",").lower() for word in f"{self.who.role or ''} {self.who.name}".split()}

    def last_before(self, place: int) -> int:
        """Where the last mention before a place in the text begins, -1 when there is none."""
        return max((mention.span[0] for mention in self.mentions if mention.span[0] < place), default=-1)


def referents(cast: Cast, parses: Sequence[Parse]) -> list[Referent]:
    """All who are named in an article, people first."""
    found: dict[str, Referent] = {}
    for (n, i), referent in (*person_mentions(cast), *body_mentions(cast)):
        token = parses[n].doc[i]
        known = found.setdefault(key_of(referent.who), referent)
        known.mentions.append(Mention(n, parses[n].span(start_of_name(token), token), first_of(token).dep_ in SUBJECTS))
    for referent in found.values():
        referent.mentions.sort(key=lambda mention: mention.span)
    return list(found.values())


def person_mentions(cast: Cast) -> Iterator[tuple[Place, Referent]]:
    """Every place where a person is named."""
    for place, person in sorted(cast.by_token.items(), key=lambda item: item[0]):
        yield place, Referent(as_speaker(person), "person", person.gender)


def body_mentions(cast: Cast) -> Iterator[tuple[Place, Referent]]:
    """Every place where a body is named, under its fullest name."""
    for place, name in sorted((each for named in cast.bodies.values() for each in named), key=lambda each: each[0]):
        full = cast.fullest(name)
        who = Identity("named", full.text, full.role, full.outlet)
        yield place, Referent(who, "outlet" if full.outlet else "body", None)


def key_of(who: Identity) -> str:
    """By what somebody named is told from others."""
    return bare(who.name or "").lower()
