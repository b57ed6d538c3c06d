"""A noun phrase's grammar -> whom it names: a person or a body, by what name, in what office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index import cues
from index.cues import lemma
from index.given_names import GIVEN_NAMES, MEN, WOMEN
from index.grammar import child_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Gender = Literal["he", "she"]

HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof rev mx".split())
OFFICE_VERBS = frozenset(
    "holds held leads led heads headed runs chairs chaired oversees directs represents commands works worked serves "
    "served manages owns founded coaches teaches edits is was covers studies specializes specialises".split()
)
"""Verbs of a clause that tells somebody's office: "who leads the council"."""


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
    is_capital_only = head.i == 0 and lemma(head.text) in cues.PEOPLE | cues.BODIES | cues.UTTERANCES
    if is_capital_only or (head.ent_type_ == "NORP" and head.tag_ == "NNPS"):
        return None
    first = start_of_name(head)
    before = [t for t in head.subtree if t.i < first.i and t.dep_ not in ("det", "punct", "prep")]
    words = head.doc[first.i : head.i + 1]
    if is_person(head, first, before):
        return Name(words.text, True, office(head, before), gender_of(words[0].text, [*before, *words]))
    return Name(body_phrase(head), False, None, None, is_outlet(head))


def name_beside(head: Token) -> Name | None:
    """The name that stands beside a common noun: "its director, Ann Lee", "the news agency TASS"."""
    beside = next((c for c in head.children if c.dep_ == "appos" and c.tag_ in ("NNP", "NNPS") and c.i > head.i), None)
    word = lemma(head.text)
    if beside is None or word not in cues.PEOPLE | cues.BODIES | cues.OFFICES:
        return None
    name = name_of(beside)
    if name is None:
        return None
    role = plain(head, head)
    if word in cues.BODIES:
        outlet = name.outlet or is_outlet(head)
        return Name(beside.doc[start_of_name(beside).i : beside.i + 1].text, False, role, None, outlet)
    return Name(name.text, True, role, name.gender or gender_of("", [head]))


def start_of_name(head: Token) -> Token:
    """The first word of the name that ends with `head`: after titles and small words."""
    first = head
    for token in reversed(list(head.lefts)):
        if token.dep_ not in ("compound", "nmod", "amod", "flat") or token.right_edge.i != first.i - 1:
            break
        if token.tag_ not in ("NNP", "NNPS") or is_title(token):
            break
        first = token.left_edge if token.left_edge.tag_ in ("NNP", "NNPS") and not is_title(token.left_edge) else token
    return first


def is_title(token: Token) -> bool:
    """Whether a word before a name tells an office."""
    return token.lower_.rstrip(".") in cues.TITLES


def is_person(head: Token, first: Token, before: list[Token]) -> bool:
    """Whether a proper name is a person's, by title, apposition, relative clause or looks."""
    words = list(head.doc[first.i : head.i + 1])
    if any(is_title(t) and t.i == first.i - 1 for t in before):
        return True
    if any(lemma(t.text) in cues.BODIES or t.lower_ in cues.OUTLET_WORDS for t in words) or child_of(head, "det"):
        return False
    described = any(
        (c.dep_ == "relcl" and any(t.lower_ == "who" for t in c.children))
        or (c.dep_ == "appos" and lemma(c.text) in cues.PEOPLE)
        for c in head.children
    )
    looks = 2 <= len(words) <= 3 and not head.ent_type_ and all(t.text.isalpha() and t.text.istitle() for t in words)
    return described or looks or head.ent_type_ == "PERSON" or first.lower_ in GIVEN_NAMES


def office(head: Token, before: list[Token]) -> str | None:
    """The office that stands beside a person's name: "Mayor …", "…, head of the council", "…, who leads it"."""
    titles = [t for t in before if t.lower_.rstrip(".") not in HONORIFICS and not t.is_punct]
    if titles and any(is_title(t) or lemma(t.text) in cues.PEOPLE for t in titles):
        place = next((c for c in head.children if c.lower_ == "of" and c.i == head.i + 1), None)
        role = head.doc[titles[0].i : titles[-1].i + 1].text
        return f"{role} {head.doc[place.i : place.right_edge.i + 1].text}" if place is not None else role
    for child in head.children:
        is_office = lemma(child.text) in cues.PEOPLE | cues.OFFICES or is_title(child)
        if child.dep_ == "appos" and child.i > head.i and child.tag_[0] == "N" and is_office:
            return plain(child)
        if child.dep_ == "relcl" and child.lower_ in OFFICE_VERBS and child.left_edge.lower_ == "who":
            return plain(child)
    return None


def plain(head: Token, last: Token | None = None) -> str:
    """The words of a phrase, up to its last word or the one given, without marks and articles at the ends."""
    text = str(head.doc[head.left_edge.i : (last or head.right_edge).i + 1].text).strip(" ,;:-–—()")
    for article in ("the ", "a ", "an "):
        if text.lower().startswith(article):
            text = text[len(article) :]
    return text


def body_phrase(head: Token) -> str:
    """A body's name with what stands before it, and "of …" or "for …" after it."""
    last, first = head, start_of_name(head)
    if any(t.tag_ == "NN" and lemma(t.text) in cues.BODIES for t in head.subtree if t.i < first.i):
        return str(head.doc[first.i : head.i + 1].text)
    for child in head.children:
        if (
            child.i > last.i
            and child.dep_ == "prep"
            and child.left_edge.i == last.i + 1
            and child.lower_ in ("of", "for")
        ):
            last = child.right_edge
    return str(head.doc[head.left_edge.i : last.i + 1].text)


def is_outlet(head: Token) -> bool:
    """Whether a body relays what others say: a newspaper, an agency, a channel."""
    words = {t.lower_ for t in head.subtree if t.i <= head.i}
    return bool(words & cues.OUTLET_WORDS) and not words & {"intelligence", "space", "security", "protection"}


def gender_of(given: str, words: list[Token]) -> Gender | None:
    """Which of "he" and "she" fits somebody, by titles and the given name; None when that can't be told."""
    around = {t.lower_.rstrip(".") for t in words}
    if around & cues.MASCULINE or given.lower() in MEN:
        return "he"
    if around & cues.FEMININE or given.lower() in WOMEN:
        return "she"
    return None


def can_speak(token: Token) -> bool:
    """Whether a word stands for a person, a body, or a text that can say something."""
    if token.tag_ in ("NNP", "NNPS") or token.lower_ in cues.HE | cues.SHE | cues.THEY | {"who", "it"}:
        return True
    return lemma(token.text) in cues.PEOPLE | cues.BODIES | cues.UTTERANCES or is_for_people(token)


def is_someone(token: Token) -> bool:
    """Whether a word stands for one person or several, as against bodies and texts."""
    if token.tag_ in ("NNP", "NNPS"):
        name = name_of(token)
        return name is not None and name.person
    return token.lower_ in cues.HE | cues.SHE or lemma(token.text) in cues.PEOPLE or is_for_people(token)


def is_for_people(token: Token) -> bool:
    """Whether a noun is made as English makes words for people: "climber", "geologist", "aunt's biographer"."""
    word = token.lower_.removesuffix("s")
    if token.tag_ not in ("NN", "NNS") or len(word) < 6 or word in cues.THINGS:
        return False
    return word.endswith(("ist", "ian", "man", "men", "woman", "women", "eer", "people", "er", "or"))
