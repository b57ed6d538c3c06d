"""A verb of saying in a parsed sentence -> the words of what is said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from index import cues
from index.cues import lemma
from index.grammar import QUOTE, child_of, children_of, is_afterthought, is_as

if TYPE_CHECKING:
    from spacy.tokens import Token


def said_by(verb: Token) -> list[Token]:
    """The words of what an active verb says; empty when the verb claims nothing here."""
    word = lemma(verb.text)
    particle = child_of(verb, "prt")
    if particle is not None and (word, particle.lower_) in cues.PHRASAL:
        return said_by_phrasal(verb)
    if word == "make":
        return made_clear(verb)
    if word in QUOTE and any(is_as(c) for c in verb.children):
        return []  # "quoted X as saying": the claim is X's
    that = that_after(verb) if word in cues.SPEECH | cues.ATTITUDE else None
    if that is not None:
        return list(verb.doc[that.i : verb.right_edge.i + 1])
    clauses = clauses_of(verb, word)
    if clauses and word in cues.ADDRESSEE:
        return words_of(clauses)
    around = spoken_around(verb) if word in cues.SPEECH and not clauses else []
    return around or words_of([*clauses, *objects_said(verb, word)])


def clauses_of(verb: Token, word: str) -> list[Token]:
    """The clauses and infinitives that a verb of this word claims."""
    found = [c for c in children_of(verb, "ccomp") if not is_apart(c, verb)]
    if word not in cues.SPEECH | cues.ATTITUDE:
        found = []
    infinitives = children_of(verb, "xcomp")
    if word in cues.OBJECT:
        found = found + [c for c in infinitives if c.tag_ == "VBG"]  # "denied shelling the village"
    if word in cues.INFINITIVE:
        # "declined to say whether" is one cue, and the claim is what follows it.
        return found + [c for c in infinitives if lemma(c.text) not in cues.SPEECH or not said_by(c)]
    return found + infinitives if word in cues.ADDRESSEE and child_of(verb, "dobj") is not None else found


def is_apart(clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from the verb that it was read with: "A said Y; B said Z"."""
    return clause.i < verb.i and any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def objects_said(verb: Token, word: str) -> list[Token]:
    """The object of a verb of this word with what is said of it, and what a preposition leads to."""
    found: list[Token] = []
    if word in cues.OBJECT or (word in cues.OBJECT_AS and any(is_as(c) for c in verb.children)):
        found = object_and_more(verb)
    if word == "put" and any(c.lower_ == "at" for c in verb.children):
        found = [c for c in verb.children if c.dep_ == "dobj" or c.lower_ == "at"]  # "put the toll at nine"
    reach = cues.PREPOSITIONS.get(word, ())
    return found + [c for c in children_of(verb, "prep") if c.lower_ in reach and c not in found]


def object_and_more(verb: Token) -> list[Token]:
    """The object of a verb and what is said of it: "him", "of lying"."""
    found = children_of(verb, "dobj", "oprd", "acomp", "ccomp")
    if not found and verb.dep_ == "relcl" and any(is_as(c) for c in verb.children):
        found = [verb.head]  # "a pattern he described as old"
    more = [
        c
        for c in verb.children
        if c.i > verb.i
        and (c.dep_ == "xcomp" or is_as(c) or (c.dep_ in ("prep", "advcl") and c.lower_ in cues.OF_OBJECTS))
    ]
    return found + more if found else []


def that_after(verb: Token) -> Token | None:
    """The "that" right after a verb whose clause was not read as one."""
    if verb.i + 1 >= len(verb.doc) or child_of(verb, "ccomp") is not None:
        return None
    that = verb.nbor()
    return that if that.lower_ == "that" and that.tag_ == "IN" else None


def said_by_phrasal(verb: Token) -> list[Token]:
    """What is said by a verb with a particle: "ruled out a strike", "hit back at critics"."""
    leading = cues.ATTITUDE_PREPOSITIONS - {"in", "by"}
    objects = [c for c in children_of(verb, "dobj", "ccomp", "pcomp") if c.i > verb.i]
    return words_of([*objects, *(c for c in children_of(verb, "prep") if c.lower_ in leading)])


def made_clear(verb: Token) -> list[Token]:
    """What is claimed by "made (it) clear that …"."""
    clear = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.lower_ in ("clear", "plain")), None)
    return list(verb.doc[clear.i + 1 : verb.right_edge.i + 1]) if clear is not None else []


def spoken_around(verb: Token) -> list[Token]:
    """For "Y, X said, Z", "as X said, Y" and the like: the words of the sentence that those of saying interrupt."""
    mark = child_of(verb, "mark")
    is_aside = verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as"
    if verb.dep_ != "parataxis" and not is_aside:
        return said_before(verb)
    said = set(verb.subtree)
    for stray in children_of(verb, "nsubj")[:-1]:
        said -= set(stray.subtree)
    return [t for t in verb.head.subtree if t not in said]


def said_before(verb: Token) -> list[Token]:
    """For "Y, X said on Monday.", where Y was not read as what is said: the words before the comma."""
    subject = children_of(verb, "nsubj")[-1:]
    if not subject or verb.tag_ not in ("VBD", "VBZ", "VBP") or child_of(verb, "dobj") is not None:
        return []
    first = min(subject[0].left_edge.i, verb.i)
    if first < 4 or verb.doc[first - 1].text != "," or any(not t.is_punct for t in verb.doc[verb.right_edge.i + 1 :]):
        return []
    before = list(verb.doc[: first - 1])
    return before if any(t.dep_ in ("nsubj", "nsubjpass") for t in before) else []


def words_of(parts: Iterable[Token]) -> list[Token]:
    """The words of clauses and phrases, without participles that go back to the words of saying: ", arguing that"."""
    found = []
    for part in parts:
        late = [c for c in part.children if is_afterthought(c)]
        found += [t for t in part.subtree if not any(c.left_edge.i <= t.i <= c.right_edge.i for c in late)]
    return found
