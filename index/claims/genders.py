"""Those named in an article -> whether "he" or "she" fits them, where neither a title nor the given name tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from index.claims import people
from index.claims.given_names import without_accents
from index.claims.grammar import SUBJECTS
from index.claims.names import Gender
from index.claims.naming import Place
from index.claims.parsing import Parse
from index.claims.persons import Person

if TYPE_CHECKING:
    from spacy.tokens import Token

SHE_ENDS = ("a", "ette", "elle", "lyn", "ine")
HE_ENDS = ("o", "us", "os", "ert", "olf", "ard", "ric", "mir", "slav", "sson", "ik", "or")
"""How given names end that are in no list, in most languages of the news."""


def tell_genders(named: Mapping[Place, Person], parses: Sequence[Parse]) -> None:
    """Give everybody named the gender that the article's pronouns tell, or else the name's ending."""
    told: dict[str, Counter[Gender]] = {}
    for person, gender in pronouns_after(named, parses):
        told.setdefault(person.name, Counter())[gender] += 1
    for person in named.values():
        if person.gender is None and person.name in told:
            (first, most), *others = told[person.name].most_common()
            person.gender = first if not others or most > others[0][1] else None
        person.gender = person.gender or by_ending(person.name)


def pronouns_after(named: Mapping[Place, Person], parses: Sequence[Parse]) -> Iterator[tuple[Person, Gender]]:
    """Somebody alone in a sentence that is about them, with what they are called further on in it or in the next."""
    by_sentence: dict[int, list[tuple[Token, Person]]] = {}
    for (n, i), person in named.items():
        by_sentence.setdefault(n, []).append((parses[n].doc[i], person))
    for n, here in by_sentence.items():
        token, person = min(here, key=lambda each: each[0].i)
        if person.gender is not None or len({p.name for _, p in here}) > 1 or token.dep_ not in SUBJECTS:
            continue
        yield from ((person, gender) for gender in genders_in(parses[n].doc[token.i + 1 :]))
        if n + 1 < len(parses) and n + 1 not in by_sentence:
            yield from ((person, gender) for gender in genders_in(parses[n + 1].doc[:1]))


def genders_in(words: Iterable[Token]) -> list[Gender]:
    """The one gender of the pronouns among some words, or none."""
    found: set[Gender] = {"he" if t.lower_ in people.HE else "she" for t in words if t.lower_ in people.HE_OR_SHE}
    return list(found) if len(found) == 1 else []


def by_ending(name: str) -> Gender | None:
    """The gender that the ending of a given name most often has."""
    given = without_accents(name.split(maxsplit=1)[0])
    if " " not in name or len(given) < 4:
        return None
    if given.endswith(SHE_ENDS):
        return "she"
    return "he" if given.endswith(HE_ENDS) else None
