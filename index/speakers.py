"""Claims in the order of an article -> whom each speaker's words stand for: name, office, and who relayed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from index.claims import Claim

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["named", "unnamed"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a speaker's words stand for."""

    kind: Kind
    name: str | None
    role: str | None = None


@dataclass(slots=True)
class Person:
    """Somebody named in the article: the fullest name so far, and the office that came with it."""

    name: str
    role: str | None
    gender: Literal["he", "she"] | None = None
    mentions: list[int] = field(default_factory=list)


def identify(claim: Claim) -> Identity:
    """The identity that a speaker's own words give."""
    head = claim.head
    if head is None:
        return Identity("unnamed", None)
    words = phrase(head)
    if head.tag_ in ("NNP", "NNPS") or any(t.ent_type_ in ("ORG", "PERSON") for t in head.subtree):
        return Identity("named", words)
    return Identity("unnamed", words)


def phrase(head: Token) -> str:
    """The noun phrase around a head without its clauses and appositions."""
    words = [t for t in head.subtree]
    for child in head.children:
        if child.i > head.i and child.dep_ in ("relcl", "acl", "appos", "punct"):
            words = [t for t in words if t.i < child.left_edge.i]
    doc = head.doc
    return doc[words[0].i : words[-1].i + 1].text
