"""A noun -> whether it can make a claim: whether it stands for people, a body, an outlet or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import cues, people
from index.claims.grammar import child_of
from index.claims.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKING = people.PEOPLE | people.BODIES | cues.UTTERANCES
"""Nouns for who and what can say something."""
SPEAKING_PRONOUNS = people.HE_OR_SHE | people.THEY | {"who", "it"}
"""Pronouns for them."""
SHARES = frozenset("% cent half majority percent quarter third".split())
"""How many of a whole there are."""


def can_speak(token: Token) -> bool:
    """Whether a word stands for a person, a body, or a text that can say something."""
    if token.tag_ in ("NNP", "NNPS") or token.lower_ in SPEAKING_PRONOUNS:
        return True
    if any(c.dep_ == "appos" and c.tag_ == "NNP" and c.i > token.i for c in token.children):
        return True  # "her adversary, Fermín Ocampo"
    return lemma(token.text) in SPEAKING or token.lower_ in SPEAKING or is_for_people(token)


def is_share(token: Token) -> bool:
    """Whether a noun is a share of people: "58 per cent of villagers"."""
    of = next((c for c in token.children if c.lower_ == "of"), None)
    counted = child_of(of, "pobj") if of is not None else None
    return token.lower_ in SHARES and counted is not None and can_speak(counted)


def is_for_people(token: Token) -> bool:
    """Whether a noun is made as English makes words for people: "climber", "geologist", "aunt's biographer"."""
    word = token.lower_.removesuffix("s")
    if token.tag_ not in ("NN", "NNS") or len(word) < 5 or word in people.THINGS:
        return False
    return word.endswith(("ist", "ian", "man", "men", "woman", "women", "mate", "eer", "people", "er", "or", "smith"))


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


def names_body(head: Token) -> bool:
    """Whether a phrase without a name of its own names a body: "the Russian side", "the health ministry"."""
    word = lemma(head.text)
    if word not in people.OFFICES and word not in people.BODIES:
        return False
    if head.tag_ != "NN" and word != "police" and not (word == "authority" and is_definite(head)):
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


def is_demonym(word: Token) -> bool:
    """Whether an adjective with a capital tells a nation or a faith: "the Norlandic side"."""
    is_told = not word.is_sent_start or word.lower_.endswith(("ian", "ean", "ese", "ish", "ani"))
    return word.tag_ == "JJ" and word.text[:1].isupper() and is_told
