"""A noun phrase's grammar -> whom it names: a person or a body, by what name, in what office."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from index.claims import cues, people
from index.claims.given_names import EITHER, GIVEN_NAMES, MEN, WOMEN, without_accents
from index.claims.grammar import HOLDERS, child_of, children_of, is_finite
from index.claims.lemmas import lemma
from index.claims.phrases import (
    body_phrase,
    is_title,
    last_of_name,
    name_with_more,
    plain,
    start_of_name,
    words_before,
    words_beside,
)
from index.claims.places import PLACES
from index.claims.roles import body_office, described_by, office
from index.claims.speakable import SPEAKING, is_for_people, is_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

PEOPLES = ("ans", "ese", "ists", "crats", "ers", "ims", "ews", "ites", "nis", "lis", "qis", "abs", "urds", "tories")
"""How nouns end that name the members of a people, a faith or a party."""
NAMED_BESIDE = HOLDERS | people.BODIES
"""Nouns that a name may stand right beside."""
LETTERS = frozenset("KC QC SC MP MEP MSP TD MBE OBE CBE".split())
"""What stands after a person's name and is no part of it."""
NAMING_FORMS = frozenset("called named identified known calling naming".split())
"""Forms of verbs by which somebody's name is told."""
FAR = 15
"""Words after somebody among which their name is told."""
PLACING = frozenset("in at near across outside inside around through throughout off towards".split())
"""Prepositions that stand before places, not before people."""
CHAMBERS = frozenset("house commons lords knesset duma bundestag un eu nato kremlin pentagon".split())
"""What bears a name as a paper does, and is told things, but passes nothing on."""

MONTHS = frozenset("april august june may".split())
"""Months that are given names too."""

Gender = Literal["he", "she"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as one noun phrase gives it. `role` is the office that the phrase adds; `person` is False for bodies."""

    text: str
    person: bool
    role: str | None = None
    gender: Gender | None = None
    outlet: bool = False


def name_of(head: Token) -> Name | None:
    """The name in the noun phrase around a head, or None when the phrase names nobody."""
    if head.tag_ not in ("NNP", "NNPS"):
        return name_beside(head)
    is_capital_only = head.i == 0 and lemma(head.text) in SPEAKING
    if is_capital_only or is_people(head):
        return None
    first = start_of_name(head)
    before = words_before(head, first)
    if is_person(head, first, before):
        return person_name(head, first, before)
    if head.text in LETTERS:
        return None
    described = [
        t
        for t in before
        if (t.text.islower() or t.i == 0)
        and (t.tag_ == "NN" or lemma(t.text) in people.BODIES or t.lower_ in people.OUTLET_NOUNS)
    ]
    if described:
        return Name(name_with_more(head, first), False, plain(first, described[-1], head), None, is_outlet(head))
    return Name(body_phrase(head), False, body_office(head), None, is_outlet(head))


def person_name(head: Token, first: Token, before: list[Token]) -> Name:
    """A person's name without the letters after it, which tell an office where nothing else does: "Ann Lee KC"."""
    letters = head.text if head.text in LETTERS else None
    words = head.doc[first.i : head.i + (letters is None)]
    return Name(words.text, True, office(head, before) or letters, gender_of(words[0].text, [*before, *words]))


def name_beside(head: Token) -> Name | None:
    """The name that stands beside a common noun: "its director, Ann Lee", "the news agency TASS"."""
    beside, word = apposed(head), lemma(head.text)
    name = name_of(beside) if beside is not None and word not in cues.UTTERANCES - people.BODIES else None
    is_called = named_by_participle(head) is not None
    is_apart = beside is not None and any(t.tag_ in ("VBD", "VBZ", "WDT") for t in head.doc[head.i : beside.i])
    if beside is None or name is None or (is_apart and not is_called):
        return None
    if word in people.TRADERS and not is_given(name.text):
        name = replace(name, person=False)
    is_one = head.tag_ == "CD" and word == "one"
    own = child_of(head, "poss")
    of_another = own is not None and own.tag_ == "PRP$" and word not in people.OFFICES
    described = told_of(head) if is_called else plain(head, words_beside(head, beside))
    of_some = is_one and any(t.tag_ == "NNS" for c in head.children for t in children_of(c, "pobj"))
    role = name.role if (is_one and not of_some) or (of_another and name.role) else described
    is_person_noun = word not in people.TRADERS and (word in HOLDERS or is_for_people(head))
    if word in people.BODIES | people.OUTLET_NOUNS or (not name.person and not is_person_noun):
        outlet = name.outlet or is_outlet(head)
        return Name(name_with_more(beside, start_of_name(beside)), False, role, None, outlet)
    if not (name.person or is_one or is_person_noun):
        return None
    last = beside.i - (beside.text in LETTERS)
    words = beside.doc[start_of_name(beside).i : last + 1]
    return Name(words.text, True, role, name.gender or gender_of(words[0].text, [head]))


def told_of(head: Token) -> str | None:
    """What somebody is, where a clause tells the name: "a dentist called Anton"; "a man" tells nothing."""
    return None if head.lower_ in ("man", "woman", "person", "boy", "girl") else described_by(head)


def named_by_participle(head: Token) -> Token | None:
    """The end of what somebody is called: "a dentist called Anton", "a man, who gave his name only as Abel"."""
    if head.tag_ != "NN" and head.lower_ != "one":
        return None
    if head.lower_ != "one" and not (lemma(head.text) in people.PEOPLE or is_for_people(head)):
        return None
    after = head.doc[head.i + 1 : head.i + FAR]
    naming = next((t for t in after if tells_name(t)), None)
    if naming is None or not is_told_between(head, naming):
        return None
    rest = head.doc[naming.i + 1 : naming.i + 4]
    first = next((t for t in rest if t.lower_ not in ("only", "as", "himself", "herself")), None)
    return last_of_name(first) if first is not None and first.tag_ == "NNP" else None


def tells_name(word: Token) -> bool:
    """Whether a word tells somebody's own name: "called Abel", "calling himself Abel", "gave her name as Abel"."""
    after = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
    if word.lower_ == "name":
        return word.dep_ == "dobj" and lemma(word.head.text) == "give"
    is_passive = word.tag_ == "VBN" and not any(c.lower_ in ("had", "has", "have") for c in word.children)
    is_own = after[:1] in (["himself"], ["herself"]) or after == ["only", "as"]
    return word.lower_ in NAMING_FORMS and (is_passive or is_own)


def is_told_between(head: Token, naming: Token) -> bool:
    """Whether nothing between somebody and a word for naming tells of somebody else, or of what they did."""
    who = next((t.i for t in head.doc[head.i : naming.i] if t.lower_ == "who"), naming.i)
    between = head.doc[head.i + 1 : naming.i]
    others = (
        lemma(t.text) in people.PEOPLE or is_for_people(t) or (t.tag_ == "PRP" and t.dep_ != "pobj") for t in between
    )
    return not any(others) and not any(is_finite(t) for t in between if t.i < who)


def apposed(head: Token) -> Token | None:
    """The proper noun that names what a common noun tells of, also where the grammar missed that they belong together.

    It missed it for "the agency SLN said", and for "the chief of the staff, General Ana Lee,".
    """
    for child in head.children:
        if child.dep_ == "appos" and child.tag_ in ("NNP", "NNPS") and child.i > head.i:
            return child
        if child.dep_ == "appos" and child.tag_ == "NN" and child.i > head.i and is_someone(head):
            return named_beside(child)
    placed = named_by_participle(head) or placed_beside(head)
    if placed is not None or head.tag_ != "NN" or not (lemma(head.text) in NAMED_BESIDE or is_for_people(head)):
        return placed
    after = head.doc[head.i + 1 : head.i + 2]
    if len(after) and after[0].tag_ == "NNP" and not after[0].is_sent_start:
        last = last_of_name(after[0])
        return last if head not in (last.head, *last.subtree) or last.dep_ == "nsubj" else None
    return named_after_comma(head)


def named_beside(noun: Token) -> Token | None:
    """The name right after what somebody is told to be: "(her daughter,) the cellist Ann Lee"."""
    names = (c for c in noun.children if c.dep_ == "appos" and c.tag_ == "NNP" and c.left_edge.i == noun.i + 1)
    return next(names, None) or named_by_participle(noun)


def placed_beside(head: Token) -> Token | None:
    """The name in "the governor of Upper Drava, Ann Lee", read as if Ann Lee were a place."""
    if lemma(head.text) not in HOLDERS:
        return None
    for phrase in head.children:
        place = child_of(phrase, "pobj") if phrase.dep_ == "prep" and phrase.lower_ in ("of", "for") else None
        told = child_of(place, "appos") if place is not None else None
        if told is not None and told.tag_ == "NNP" and looks_like_person(told):
            return told
    return None


def named_after_comma(head: Token) -> Token | None:
    """The name between commas some words further on: "the chief of the staff, General Ana Lee,"."""
    after = head.doc[head.i + 1 : head.i + 12]
    comma = next((t for t in after if t.text == "," or t.tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
    if comma is None or comma.text != "," or comma.i + 2 >= len(head.doc) or head.left_edge == head:
        return None
    first = comma.nbor()
    last = last_of_name(first)
    ends = last.i + 1 < len(head.doc) and last.nbor().text in (",", ".", ")")
    is_whole = (
        head.dep_ not in ("poss", "compound")
        and last.i > first.i
        and last.tag_ == "NNP"
        and ends
        and last.head not in list(first.subtree)
    )
    is_name = first.lower_ not in PLACES or is_title(first)
    return last if is_whole and is_name and last.dep_ != "conj" else None


def is_person(head: Token, first: Token, before: list[Token]) -> bool:
    """Whether a proper name is a person's, by title, apposition, relative clause or looks."""
    words = list(head.doc[first.i : head.i + 1])
    is_common = head.lower_ in people.BODIES and (head.text.islower() or child_of(head, "poss") is not None)
    if is_common or (head.lower_ in MONTHS and head.dep_ == "pobj" and first == head):
        return False
    if any(is_title(t) and t.i == first.i - 1 for t in before):
        return True
    is_place = name_is_placed(head) and not is_given(first.text)
    is_body = any(lemma(t.text) in people.BODIES or t.lower_ in people.OUTLET_WORDS for t in words)
    if is_place or is_body or child_of(head, "det"):
        return False
    if any(tells_person(c) for c in head.children) or (head.text in LETTERS and head.i > first.i + 1):
        return True
    if is_given(first.text) and head.tag_ == "NNP":
        return True
    is_trader = any(c.dep_ == "appos" and lemma(c.text) in people.BODIES | people.TRADERS for c in head.children)
    return looks_like_person(head) and not is_trader


def is_given(name: str) -> bool:
    """Whether a name begins with a given name: "Inés Corbal"."""
    first = without_accents(name.split(maxsplit=1)[0])
    return first in GIVEN_NAMES and first not in PLACES


def tells_person(child: Token) -> bool:
    """Whether what hangs on a name tells that it is a person's: "…, who", "…, a nurse", "…, 46,"."""
    if child.dep_ == "appos":
        is_age = child.tag_ == "CD" and child.text.isdigit() and 9 < int(child.text) < 110
        return is_age or lemma(child.text) in people.PEOPLE - people.TRADERS
    return child.dep_ == "relcl" and any(t.lower_ == "who" for t in child.children)


def looks_like_person(head: Token) -> bool:
    """Whether a name has the form of a person's: two to four words, the last with small letters, none of a body's."""
    words = [t for t in head.doc[start_of_name(head).i : head.i + 1] if t.tag_ != "HYPH"]
    if (
        head.tag_ != "NNP"
        or not 2 <= len(words) <= 4
        or any(t.lower_ in people.NOT_PEOPLE or t.lower_ in PLACES for t in words)
    ):
        return False
    return all(t.text[0].isalpha() and t.text != "&" for t in words) and not (words[-1].is_upper or words[0].is_upper)


def is_placed(head: Token) -> bool:
    """Whether a name stands where a place's does: "in Lower Vell", "the mayor of Lower Vell", "Tarn Street, Wick"."""
    if head.dep_ == "appos":
        return head.head.tag_ == "NNP" and name_is_placed(head.head)
    return name_is_placed(head)


def name_is_placed(head: Token) -> bool:
    """Whether a preposition before a name tells that it is a place's."""
    before = head.head
    if head.dep_ != "pobj" or before.dep_ != "prep":
        return False
    return before.lower_ in PLACING or (before.lower_ == "of" and lemma(before.head.text) in people.OFFICES)


def is_people(head: Token) -> bool:
    """Whether a proper noun names a people, a faith or a party’s members, not a body: "Norlanders", "Democrats"."""
    return head.tag_ == "NNPS" and head.lower_.endswith(PEOPLES) and child_of(head, "compound") is None


def gender_of(given: str, words: list[Token]) -> Gender | None:
    """Which of "he" and "she" fits somebody, by titles and the given name; None when that can't be told."""
    around, given = {t.lower_.rstrip(".") for t in words}, without_accents(given)
    if around & people.MASCULINE or given in MEN - EITHER:
        return "he"
    return "she" if around & people.FEMININE or given in WOMEN - EITHER else None


def is_someone(token: Token) -> bool:
    """Whether a word stands for one person or several, as against bodies and texts."""
    if token.tag_ in ("NNP", "NNPS"):
        name = name_of(token)
        return name is not None and name.person
    return token.lower_ in people.HE_OR_SHE or lemma(token.text) in people.PEOPLE or is_for_people(token)


def is_paper(heard: Token) -> bool:
    """Whether those who were told something bear the name of a paper, by its looks: "told the Orlo Whistle"."""
    name = name_of(heard) if heard.tag_ == "NNP" else None
    if name is None or name.person or heard.lower_ in CHAMBERS | people.BODIES or heard.lower_ in people.OFFICIAL_NAMES:
        return False
    return heard.left_edge.tag_ in ("DT", "NNP") and heard.lower_ not in PLACES
