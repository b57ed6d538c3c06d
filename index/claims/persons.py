"""Somebody named in an article: the name, the office, and how well a role tells what they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.claims import people
from index.claims.lemmas import lemma
from index.claims.names import Gender
from index.claims.naming import Place
from index.claims.roles import is_rank

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSE, RANK, TITLE, OFFICE = 1, 3, 4, 6
"""How well a role tells what somebody is, as `weight` has it; in a heading less."""
BREAKS = (" of ", " for ", " that ", " which ", " who ", " at ", " in ", " by ", " from ", " to ")
"""What in a role comes after the office itself."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the article: the fullest name, the best office given, and where the name first stands.

    `told` is how well the role tells what they are (see `weight`), `age` as the article gives it: "46". `called` are
    the nouns of all offices given: "the colonel" may be the commander.
    """

    name: str
    first: Place
    role: str | None = None
    gender: Gender | None = None
    told: int = 0
    age: str | None = None
    called: set[str] = field(default_factory=set)

    def describe(self, role: str | None, told: int) -> None:
        """Take a role that tells more than the one known so far, and what they may be called by it anyway."""
        self.called |= offices_in(role)
        if told > self.told:
            self.role, self.told = role, told
            self.gender = self.gender or gender_in(self.offices)

    @property
    def offices(self) -> set[str]:
        """The nouns of the office, without what it is an office of: {"foreign", "minister"}."""
        return offices_in(self.role)


def weight(role: str | None) -> int:
    """How well a role tells what somebody is: an office more than a rank, a rank more than a clause or a phrase."""
    if role is None:
        return 0
    if role.split()[0].lower() in ("who", "whose", "of", "at", "from", "with", "for"):
        return CLAUSE
    return RANK if is_rank(role) else TITLE if " " not in role else OFFICE


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


def gender_in(offices: set[str]) -> Gender | None:
    """The gender that an office tells: "chairman", "mother of three"."""
    if offices & people.MASCULINE:
        return "he"
    return "she" if offices & people.FEMININE else None


def age_of(token: Token) -> str | None:
    """The age that stands after a name: "Neville Strake, 46,"."""
    return next((c.text for c in token.children if c.dep_ == "appos" and c.tag_ == "CD" and len(c.text) == 2), None)
