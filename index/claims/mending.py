"""Parsed sentences -> the same with slips of the parser put right: names and nouns mixed up, and verbs at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.claims import cues, people, verbs
from index.claims.grammar import SUBJECTS, child_of, children_of, is_finite
from index.claims.lemmas import is_unknown, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HOLDERS = people.OFFICES | (people.TITLES & people.PEOPLE) | {"mep", "mp", "msp", "treasurer"}
"""What somebody is called by office, with or without a name."""
COMMON = ("NN", "NNS", "JJ", "VBG", "VBZ", "RB")
"""What a surname at the start of a sentence may be read as."""


def mend(docs: Sequence[Doc]) -> None:
    """Mend each sentence by what all of them tell."""
    proper = [t for doc in docs for t in doc if t.tag_[:3] == "NNP"]
    names = {t.text for t in proper if t.i and t.text.istitle() and len(t) > 2}
    for token in proper:
        if token.text in people.OFFICES or is_office(token):
            token.tag_ = "NN"
    for doc in docs:
        for token in doc[:1]:
            name_surname(token, names)
        for token in doc:
            if token.lower_ == "old":
                join_age(token)
            if token.dep_ == "dobj":
                put_before(token)
            if token.text == "-" and token.tag_ != "HYPH":
                join_surname(token)
        last = next((t for t in reversed(doc) if not t.is_punct and not t.is_space), None)
        if last is not None and last.tag_[0] == "N" and last.lower_ in cues.LAST_WORDS:
            part_from_phrase(last)


def is_office(name: Token) -> bool:
    """Whether a word with a capital is an office and no name: "The Prime Minister said", "Orlo’s MP, Ann Lee"."""
    if name.lower_ not in HOLDERS or (name.i + 1 < len(name.doc) and name.nbor().tag_[:3] == "NNP"):
        return False
    # Whose it is may hang on it in other ways than as its owner.
    return any(child.dep_ in ("det", "poss") or child_of(child, "case") is not None for child in name.lefts)


def name_surname(first: Token, names: set[str]) -> None:
    """Tag the first word of a sentence as a name where the article has it as one further on in a sentence.

    There every word has a capital, and "Davies hopes" may pass for a plural noun.
    """
    if first.tag_ in COMMON and first.text in names and is_unknown(first.text):
        first.tag_ = "NNP"


def join_surname(hyphen: Token) -> None:
    """Make "Grace Lim-Ortega" one name where the parser parted it at the hyphen."""
    if not 0 < hyphen.i < len(hyphen.doc) - 1 or hyphen.whitespace_ or hyphen.nbor(-1).whitespace_:
        return
    front, end = hyphen.nbor(-1), hyphen.nbor()
    if front.tag_ == end.tag_ == "NNP":
        hyphen.tag_, hyphen.dep_ = "HYPH", "punct"
        hyphen.head = end
        if front.head != end and not front.is_ancestor(end):
            front.head, front.dep_ = end, "compound"


def join_age(old: Token) -> None:
    """Make "The 22-year-old" one phrase, and the subject of the verb after it where that was read as having none."""
    phrase = old.doc[max(0, old.i - 5) : old.i + 1]
    if [token.lower_ for token in phrase[2:]] != ["-", "year", "-", "old"] or phrase[0].tag_ != "DT":
        return
    if old.dep_ not in SUBJECTS and old.i + 1 < len(old.doc):
        verb = old.nbor()
        if lacks_subject(verb) and verb.head not in phrase:
            old.head, old.dep_ = verb, "nsubj"
    if phrase[0].head not in phrase:
        phrase[0].head = old


def put_before(thing: Token) -> None:
    """Make the object right after a verb its subject where that tells who said a clause: ", retorted Ann Lee."."""
    verb = thing.head
    is_after = verb.i > 0 and verb.nbor(-1).text == "," and thing.left_edge.i == verb.i + 1
    is_said = any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children)
    if is_after and is_said and lacks_subject(verb) and verb_lemma(verb) in verbs.SPEECH:
        thing.dep_ = "nsubj"


def lacks_subject(verb: Token) -> bool:
    """Whether a verb with a tense was read as having no subject."""
    return is_finite(verb) and not children_of(verb, *SUBJECTS)


def part_from_phrase(verb: Token) -> None:
    """Take the verb at the end of ", figures from the office show" out of the phrase whose noun it was read as."""
    noun = verb.nbor(-1) if verb.i > 0 else verb
    if noun.head != verb or noun.dep_ != "compound":
        return
    above, relation = verb.head, verb.dep_
    for child in list(verb.children):
        if child != noun:
            child.head = noun
    noun.head, noun.dep_ = above, relation
    verb.head, verb.dep_, verb.tag_ = above, "parataxis", "VBP"
