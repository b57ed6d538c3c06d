"""A noun phrase's grammar -> whom it names: a person or a body, by what name, in what office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index import cues, people, verbs
from index.given_names import GIVEN_NAMES, MEN, WOMEN
from index.grammar import child_of
from index.lemmas import lemma
from index.places import PLACES

if TYPE_CHECKING:
    from spacy.tokens import Token

Gender = Literal["he", "she"]

PEOPLES = ("ans", "ese", "ists", "crats", "ers", "ims", "ews", "ites", "nis", "lis", "qis", "abs", "urds", "tories")
"""How nouns end that name the members of a people, a faith or a party."""
HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof rev mx".split())
SPEAKING = people.PEOPLE | people.BODIES | cues.UTTERANCES
"""Nouns for who and what can say something."""
NAMED_BESIDE = people.PEOPLE | people.BODIES | people.OFFICES
"""Nouns that a name may stand right beside."""
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
    is_capital_only = head.i == 0 and lemma(head.text) in people.PEOPLE | people.BODIES | cues.UTTERANCES
    if is_capital_only or is_people(head):
        return None
    first = start_of_name(head)
    before = words_before(head, first)
    words = head.doc[first.i : head.i + 1]
    if is_person(head, first, before):
        return Name(words.text, True, office(head, before), gender_of(words[0].text, [*before, *words]))
    described = [
        t
        for t in before
        if t.text.islower() and (t.tag_ == "NN" or lemma(t.text) in people.BODIES or t.lower_ in people.OUTLET_NOUNS)
    ]
    if described:
        return Name(name_with_more(head, first), False, plain(first, described[-1], head), None, is_outlet(head))
    return Name(body_phrase(head), False, body_office(head), None, is_outlet(head))


def name_beside(head: Token) -> Name | None:
    """The name that stands beside a common noun: "its director, Ann Lee", "the news agency TASS"."""
    beside, word = apposed(head), lemma(head.text)
    name = name_of(beside) if beside is not None and word not in cues.UTTERANCES - people.BODIES else None
    if beside is None or name is None:
        return None
    is_one = head.tag_ == "CD" and word == "one"
    own = child_of(head, "poss")
    of_another = own is not None and own.tag_ == "PRP$" and word not in people.OFFICES
    described = plain(head, words_beside(head, beside))
    role = name.role if is_one or (of_another and name.role) else described
    is_person_noun = word not in people.TRADERS and (word in people.PEOPLE | people.OFFICES or is_for_people(head))
    if word in people.BODIES | people.OUTLET_NOUNS or (not name.person and not is_person_noun):
        outlet = name.outlet or is_outlet(head)
        return Name(name_with_more(beside, start_of_name(beside)), False, role, None, outlet)
    if not (name.person or is_one or is_person_noun):
        return None
    words = beside.doc[start_of_name(beside).i : beside.i + 1]
    return Name(words.text, True, role, name.gender or gender_of(words[0].text, [head]))


def apposed(head: Token) -> Token | None:
    """The proper noun that names what a common noun tells of, also where the grammar missed that they belong together.

    It missed it for "the agency SLN said", and for "the chief of the staff, General Ana Lee,".
    """
    for child in head.children:
        if child.dep_ == "appos" and child.tag_ in ("NNP", "NNPS") and child.i > head.i:
            return child
    word = lemma(head.text)
    for phrase in head.children:  # "the governor of Upper Drava, Ann Lee", read as if Ann Lee were a place
        place = child_of(phrase, "pobj") if phrase.dep_ == "prep" and phrase.lower_ in ("of", "for") else None
        told = child_of(place, "appos") if place is not None and word in people.OFFICES | people.PEOPLE else None
        if (
            told is not None
            and told.tag_ == "NNP"
            and looks_like_person(list(told.doc[start_of_name(told).i : told.i + 1]))
        ):
            return told
    if head.tag_ != "NN" or (word not in NAMED_BESIDE and not is_for_people(head)):
        return None
    after = head.doc[head.i + 1 : head.i + 12]
    if len(after) and after[0].tag_ == "NNP" and not after[0].is_sent_start:
        last = last_of_name(after[0])
        return last if head not in (last.head, *last.subtree) or last.dep_ == "nsubj" else None
    comma = next((t for t in after if t.text == "," or t.tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
    if comma is None or comma.text != "," or comma.i + 2 >= len(head.doc) or head.left_edge == head:
        return None
    first = comma.nbor()
    last = last_of_name(first)
    ends = last.i + 1 < len(head.doc) and last.nbor().text in (",", ".", ")")
    is_whole = last.i > first.i and last.tag_ == "NNP" and ends and last.head not in list(first.subtree)
    is_name = first.lower_ not in PLACES or is_title(first)
    return last if is_whole and is_name and last.dep_ != "conj" else None


def last_of_name(first: Token) -> Token:
    """The last of the proper nouns that stand together from a word on."""
    last = first
    while last.i + 1 < len(first.doc) and last.nbor().tag_ in ("NNP", "NNPS"):
        last = last.nbor()
    return last


def words_before(head: Token, first: Token) -> list[Token]:
    """The words of a phrase right before the name in it, back to a mark or a verb."""
    found: list[Token] = []
    for token in reversed(list(head.doc[head.left_edge.i : first.i])):
        if (token.is_punct and token.text != "-") or token.tag_[:2] in ("VB", "IN") or token.lower_ == "old":
            break
        if token.dep_ not in ("det", "punct"):
            found.insert(0, token)
    return found


def words_beside(head: Token, name: Token) -> Token:
    """The last word of what tells who a name beside it is: before the name and its titles."""
    first = start_of_name(name)
    before = [t for t in words_before(name, first) if t.i > head.i]
    return head.doc[max(head.i, (before[0] if before else first).i - 1)]


def name_with_more(head: Token, first: Token) -> str:
    """A body's name with what belongs to it: "Holm & Tressider", "Voice of the Horn"."""
    last = head.i
    for child in head.children:
        is_tail = (
            child.dep_ == "prep" and child.lower_ == "of" and child.i == last + 1 and child.right_edge.tag_ == "NNP"
        )
        is_pair = child.dep_ == "conj" and child.tag_ == "NNP" and head.doc[child.left_edge.i - 1].text == "&"
        last = child.right_edge.i if is_tail or is_pair else last
    return str(head.doc[first.i : last + 1].text)


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
    if token.lower_.rstrip(".") in people.TITLES:
        return True
    # At the start of a sentence any word has a capital: "Microbiologist Awa Thiam".
    if token.i > 0 or len(token.doc) < 3 or token.nbor().tag_ != "NNP" or token.lower_ in GIVEN_NAMES:
        return False
    is_before_two = len(token.doc) > 3 and token.doc[2].tag_ == "NNP" and token.doc[2].text.istitle()
    if token.lower_.endswith(("er", "or")) and (token.nbor().lower_ in GIVEN_NAMES or is_before_two):
        return True
    return token.lower_.endswith(("ist", "ician", "ologian")) or lemma(token.text) in people.PEOPLE


def is_person(head: Token, first: Token, before: list[Token]) -> bool:
    """Whether a proper name is a person's, by title, apposition, relative clause or looks."""
    words = list(head.doc[first.i : head.i + 1])
    if head.lower_ in people.BODIES and (head.text.islower() or child_of(head, "poss") is not None):
        return False
    if any(is_title(t) and t.i == first.i - 1 for t in before):
        return True
    if any(lemma(t.text) in people.BODIES or t.lower_ in people.OUTLET_WORDS for t in words) or child_of(head, "det"):
        return False
    described = any(
        (c.dep_ == "relcl" and any(t.lower_ == "who" for t in c.children))
        or (c.dep_ == "appos" and lemma(c.text) in people.PEOPLE)
        for c in head.children
    )
    return described or (first.lower_ in GIVEN_NAMES and first.lower_ not in PLACES) or looks_like_person(words)


def looks_like_person(words: list[Token]) -> bool:
    """Whether a name has the form of a person's: two to four words, the last with small letters, none of a body's."""
    if not 2 <= len(words) <= 4 or any(t.lower_ in people.NOT_PEOPLE or t.lower_ in PLACES for t in words):
        return False
    return all(t.text[0].isalpha() and t.text != "&" for t in words) and not (words[-1].is_upper or words[0].is_upper)


def is_people(head: Token) -> bool:
    """Whether a proper noun names a people, a faith or a party’s members, not a body: "Norlanders", "Democrats"."""
    return head.tag_ == "NNPS" and head.lower_.endswith(PEOPLES) and child_of(head, "compound") is None


def is_demonym(word: Token) -> bool:
    """Whether an adjective with a capital tells a nation or a faith: "the Norlandic side"."""
    return word.tag_ == "JJ" and word.text[:1].isupper() and not word.is_sent_start


def office(head: Token, before: list[Token]) -> str | None:
    """The office that stands beside a person's name: "Mayor …", "…, head of the council", "…, who leads it"."""
    titles = [t for t in before if t.lower_.rstrip(".") not in HONORIFICS and not t.is_punct]
    titles = [t for t in titles if not t.text[0].isdigit()]
    if titles and any(is_title(t) or t.tag_ == "NN" for t in titles):
        start = titles[0].i
        while start > 1 and head.doc[start - 1].text == "-":  # "Co-founder"
            start -= 2
        return str(head.doc[start : titles[-1].i + 1].text)
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and child.tag_ in ("NN", "NNS"):
            return described_by(child)
        is_office = lemma(child.text) in people.PEOPLE | people.OFFICES or is_title(child)
        if child.dep_ == "appos" and child.i > head.i and child.tag_[0] == "N" and is_office:
            return plain(child)
    return standing(head)


def standing(head: Token) -> str | None:
    """What only a clause or a phrase after a name tells of it: "who farms 23 hectares", "of the Rail Bureau"."""
    for child in head.children:
        if child.dep_ == "relcl" and tells_office(child):
            return plain(child)
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "with", "at") and child.left_edge.i == head.i + 1:
            return plain(child)
        if child.dep_ == "prep" and child.lower_ == "for" and child.left_edge.i == head.i + 2:
            return plain(child)  # "Dominic Ward, for the defence,"
    return None


def tells_office(clause: Token) -> bool:
    """Whether a relative clause tells what somebody is, not what they did: "who leads the council"."""
    is_relative = clause.left_edge.lower_ in ("who", "which", "whose")
    if clause.lower_ in OFFICE_VERBS and child_of(clause, "ccomp") is None:
        return is_relative
    return is_relative and clause.tag_ in ("VBZ", "VBP") and not is_cue(clause)


def is_cue(verb: Token) -> bool:
    """Whether a verb gives away a claim itself."""
    return lemma(verb.text) in verbs.SPEECH | verbs.ATTITUDE


def described_by(noun: Token) -> str:
    """An apposition as a role, without the clauses after it, which tell what somebody did."""
    clauses = [c for c in noun.children if c.dep_ in ("relcl", "acl") and c.left_edge.i > noun.i]
    is_bare = child_of(noun, "prep") is None and not any(c.dep_ in ("compound", "amod", "poss") for c in noun.children)
    if clauses and not (is_bare and clauses[0].dep_ == "relcl"):
        return plain(noun, clauses[0].left_edge.nbor(-1))
    return plain(noun)


def body_office(head: Token) -> str | None:
    """What a body is by the words after its name: "…, the charity that organised it", "…, which owns the track"."""
    last = next((p for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children), head)
    for child in (*head.children, *last.children):
        is_body = lemma(child.text) in people.BODIES | people.PEOPLE or is_for_people(child)
        if child.dep_ == "appos" and child.i > head.i and child.tag_ == "NN" and is_body:
            return described_by(child)
        if child.dep_ == "relcl" and child.i > head.i and child.tag_ == "VBZ" and tells_office(child):
            return plain(child)
    return None


def plain(head: Token, last: Token | None = None, of: Token | None = None) -> str:
    """The words of a phrase, up to its last word or the one given, without marks, articles and "his" at the ends."""
    first = (of or head).left_edge
    text = str(head.doc[first.i : (last or head.right_edge).i + 1].text).strip(" ,;:-–—()")
    for article in ("the ", "a ", "an ", "his ", "her ", "its ", "their "):
        if text.lower().startswith(article):
            text = text[len(article) :]
    return text


def body_phrase(head: Token) -> str:
    """A body's name with what stands before it, and "of …" or "for …" after it."""
    last, first = head, start_of_name(head)
    if any(t.tag_ == "NN" and lemma(t.text) in people.BODIES for t in head.subtree if t.i < first.i):
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


def surface(head: Token) -> str:
    """The article's words for a speaker, without clauses and appositions after them."""
    last = head.right_edge.i
    for child in head.children:
        if child.i > head.i and child.dep_ in ("relcl", "acl", "appos", "punct", "cc", "conj"):
            last = min(last, child.left_edge.i - 1)
    for token in head.subtree:  # "a delegate from a third country who was present"
        if token.lower_ in ("who", "which") and token.i > head.i:
            last = min(last, token.i - 1)
    words = str(head.doc[head.left_edge.i : max(last, head.i) + 1].text)
    return words.strip(" ,;:").removesuffix("’s").removesuffix("'s")


def names_body(head: Token) -> bool:
    """Whether a phrase without a name of its own names a body: "the Russian side", "the health ministry"."""
    word = lemma(head.text)
    if word not in people.OFFICES | people.BODIES:
        return False
    if head.tag_ != "NN" and not (word == "authority" and is_definite(head)):
        return False
    later = [c for c in head.children if c.dep_ in ("relcl", "acl", "appos")]
    near = [t for t in head.subtree if not any(t == c or c.is_ancestor(t) for c in later)]
    if any(t.tag_ in ("NNP", "NNPS") or is_demonym(t) for t in near):
        return True
    if word not in people.BODIES or child_of(head, "appos") is not None or not is_definite(head):
        return False
    told = any(c.dep_ in ("amod", "compound", "poss", "nmod", "acl") for c in head.children)
    return word in people.INSTITUTIONS or (told and word not in people.CROWDS)


def is_definite(head: Token) -> bool:
    """Whether a phrase is about the one at hand: "the drivers’ union", not "a union"."""
    owner = child_of(head, "poss")
    return head.left_edge.lower_ == "the" or (owner is not None and owner.tag_ != "PRP$")


def is_outlet(head: Token) -> bool:
    """Whether a body relays what others say: a newspaper, an agency, a channel."""
    words = {t.lower_ for t in head.subtree if t.i <= head.i}
    return bool(words & people.OUTLET_WORDS) and not words & {"intelligence", "space", "security", "protection"}


def outlet_of(text: Token) -> Token | None:
    """The outlet that something was published in: "a report in the Herald"."""
    for preposition in text.children:
        paper = child_of(preposition, "pobj") if preposition.lower_ in ("in", "on") else None
        if paper is not None and is_outlet(paper):
            return paper
    return None


def gender_of(given: str, words: list[Token]) -> Gender | None:
    """Which of "he" and "she" fits somebody, by titles and the given name; None when that can't be told."""
    around = {t.lower_.rstrip(".") for t in words}
    if around & people.MASCULINE or given.lower() in MEN:
        return "he"
    if around & people.FEMININE or given.lower() in WOMEN:
        return "she"
    return None


def can_speak(token: Token) -> bool:
    """Whether a word stands for a person, a body, or a text that can say something."""
    if token.tag_ in ("NNP", "NNPS") or token.lower_ in people.HE_OR_SHE | people.THEY | {"who", "it"}:
        return True
    return lemma(token.text) in SPEAKING or token.lower_ in SPEAKING or is_for_people(token)


def is_someone(token: Token) -> bool:
    """Whether a word stands for one person or several, as against bodies and texts."""
    if token.tag_ in ("NNP", "NNPS"):
        name = name_of(token)
        return name is not None and name.person
    return token.lower_ in people.HE_OR_SHE or lemma(token.text) in people.PEOPLE or is_for_people(token)


def is_for_people(token: Token) -> bool:
    """Whether a noun is made as English makes words for people: "climber", "geologist", "aunt's biographer"."""
    word = token.lower_.removesuffix("s")
    if token.tag_ not in ("NN", "NNS") or len(word) < 5 or word in people.THINGS:
        return False
    return word.endswith(("ist", "ian", "man", "men", "woman", "women", "mate", "eer", "people", "er", "or"))
