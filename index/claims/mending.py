"""Parsed sentences -> the same with slips of the parser put right: names and nouns mixed up, and verbs at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.claims import cues, people, verbs
from index.claims.given_names import GIVEN_NAMES, without_accents
from index.claims.grammar import SUBJECTS, child_of, children_of, is_finite
from index.claims.lemmas import is_unknown, verb_lemma
from index.claims.lost_subjects import find_subjects, lacks_subject, say
from index.claims.speakable import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

IN_OFFICE = (people.OFFICES | (people.TITLES & people.PEOPLE) | {"mep", "mp", "msp", "treasurer"}) - {"economist"}
"""What somebody is called by office, with or without a name; "The Economist" is a paper."""
NO_NATIVES = people.OUTLET_WORDS | people.BODIES | {"smithsonian"}
"""Words that may end as those for people from somewhere do, as "The Guardian"."""
SOME = frozenset("a few many most several some".split())
"""How those are told of whom "others" are set beside."""
COMMON = ("NN", "NNS", "JJ", "VBG", "VBZ", "RB")
"""What a surname at the start of a sentence may be read as."""


def mend(docs: Sequence[Doc]) -> None:
    """Mend each sentence by what all of them tell."""
    proper = [t for doc in docs for t in doc if t.tag_[:3] == "NNP"]
    names = {t.text for t in proper if t.i and t.text.istitle() and len(t) > 2}
    for token in proper:
        if token.text in people.OFFICES or token.text in people.BODIES or is_office(token) or is_native(token):
            token.tag_ = "NN"
    for doc in docs:
        for token in doc[:1]:
            name_surname(token, names)
        for token in doc:
            if token.lower_ == "old":
                join_age(token)
            if token.dep_ == "dobj":
                put_before(token)
            if token.dep_ == "case" and token.text in ("’", "'"):
                join_owners(token)
            if token.text == "-" and token.tag_ != "HYPH":
                join_surname(token)
            if token.dep_ == "ROOT":
                join_list(token)
            if token.lower_ == "others" and token.dep_ == "nsubj":
                set_beside(token)
        find_subjects(doc)
        last = next((t for t in reversed(doc) if not t.is_punct and not t.is_space), None)
        if last is not None and last.tag_[0] == "N" and last.text in cues.LAST_WORDS:
            part_from_phrase(last)


def is_office(name: Token) -> bool:
    """Whether a word with a capital is an office and no name: "The Prime Minister said", "Orlo’s MP, Ann Lee"."""
    if name.lower_ not in IN_OFFICE or (name.i + 1 < len(name.doc) and name.nbor().tag_[:3] == "NNP"):
        return False
    # Whose it is may hang on it in other ways than as its owner.
    return any(child.dep_ in ("det", "poss") or child_of(child, "case") is not None for child in name.lefts)


def is_native(name: Token) -> bool:
    """Whether a word with a capital only tells where somebody is from: "the Norwegian", "a Dane"."""
    is_alone = [child.dep_ for child in name.lefts] == ["det"] and name.tag_ == "NNP"
    is_last = name.i + 1 == len(name.doc) or name.nbor().tag_[:3] != "NNP"
    if not is_alone or not is_last or name.lower_ in NO_NATIVES:
        return False
    is_made_so = name.lower_.endswith(people.NATIVE_ENDINGS) and without_accents(name.text) not in GIVEN_NAMES
    return name.lower_ in people.NATIVES or is_made_so


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
    if front.tag_ == end.tag_ == "NNP" and not hyphen.is_ancestor(end):
        hyphen.tag_, hyphen.dep_ = "HYPH", "punct"
        hyphen.head = end
        if front.head != end and not front.is_ancestor(end):
            front.head, front.dep_ = end, "compound"


def join_owners(apostrophe: Token) -> None:
    """Make several the owners of the thing after the apostrophe: "rejected experts’ claim", read as two objects."""
    owners, after = apostrophe.head, apostrophe.nbor() if apostrophe.i + 1 < len(apostrophe.doc) else apostrophe
    while after.dep_ in ("amod", "compound") and after.head.i > after.i:
        after = after.head
    is_beside = after.tag_ in ("NN", "NNS") and after.head == owners.head and not owners.is_ancestor(after)
    if is_beside and owners.dep_ not in ("poss", "ROOT"):
        owners.head, owners.dep_ = after, "poss"


def join_age(old: Token) -> None:
    """Make "The 22-year-old" one phrase, and the subject of the verb after it where that was read as having none."""
    phrase = old.doc[max(0, old.i - 5) : old.i + 1]
    if [token.lower_ for token in phrase[2:]] != ["-", "year", "-", "old"] or phrase[0].tag_ != "DT":
        return
    if old.dep_ not in SUBJECTS and old.i + 1 < len(old.doc):
        verb = old.nbor()
        if lacks_subject(verb) and verb.head not in phrase and not old.is_ancestor(verb):
            old.head, old.dep_ = verb, "nsubj"
    if phrase[0].head not in phrase and not phrase[0].is_ancestor(old):
        phrase[0].head = old


def join_list(second: Token) -> None:
    """Put the first of several deeds in front of the others: "Lee called it “odd,” denounced them and said …".

    It was read as what somebody says by the second, which then has no subject.
    """
    first = next((child for child in children_of(second, "ccomp") if child.i < second.i and is_finite(child)), None)
    is_list = any(child.dep_ == "conj" and child.i > second.i for child in second.children)
    if first is not None and is_list and lacks_subject(second) and children_of(first, "nsubj"):
        first.head, second.head = first, first
        first.dep_, second.dep_ = "ROOT", "conj"


def set_beside(others: Token) -> None:
    """Set what others say beside what some say, and not in it: "Some said it was new and others said it was old"."""
    verb, clause = others.head, others.head.head
    is_inside = verb.dep_ == "conj" and clause.dep_ == "ccomp" and verb_lemma(verb) == verb_lemma(clause.head)
    some = [t for t in children_of(clause.head, "nsubj") if t.left_edge.lower_ in SOME]
    if is_inside and some and verb_lemma(verb) in verbs.SPEECH and child_of(clause, "mark") is None:
        verb.head = clause.head


def put_before(thing: Token) -> None:
    """Make the object right after a verb its subject where that tells who said a clause: ", retorted Ann Lee."."""
    verb = thing.head
    is_after = verb.i > 0 and verb.nbor(-1).text == "," and thing.left_edge.i == verb.i + 1
    is_said = any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children)
    if is_after and is_said and lacks_subject(verb) and verb_lemma(verb) in verbs.SPEECH:
        thing.dep_ = "nsubj"


def part_from_phrase(verb: Token) -> None:
    """Take the verb at the end of ", figures from the office show" out of the phrase whose noun it was read as."""
    noun = verb.nbor(-1) if verb.i > 0 else verb
    mark = next((t.i for t in reversed(verb.doc[: verb.i]) if t.text == "," or t.is_quote), 0)
    before, phrase = verb.doc[:mark], verb.doc[mark + 1 : verb.i]
    if noun.head != verb or noun.dep_ not in ("amod", "compound") or not any(t.tag_[:2] == "VB" for t in before):
        return
    if any(is_finite(t) for t in phrase) or phrase[:1].text.lower() == "according" or not any(map(can_speak, phrase)):
        return
    above, relation = verb.head, verb.dep_
    for child in list(verb.children):
        if child != noun and child.dep_ in ("amod", "compound", "det", "nummod", "poss"):
            child.head = noun
    noun.tag_ = "NN" if noun.tag_ == "JJ" else noun.tag_
    if relation != "ROOT":
        noun.head, noun.dep_ = above, relation
    subject = noun
    while subject.dep_ in ("pobj", "prep"):
        subject = subject.head
    verb.tag_ = "VBP"
    say(verb, subject)
