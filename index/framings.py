"""Phrases and nouns that give a clause to somebody ("in the words of X", "X’s position is that …") -> its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index import cues, verbs
from index.contents import words_of
from index.grammar import child_of, children_of, maker_of
from index.lemmas import lemma
from index.names import can_speak, is_definite, is_someone

if TYPE_CHECKING:
    from spacy.tokens import Token


def view_in(noun: Token) -> tuple[Token, Token] | None:
    """The preposition of a phrase that tells in whose view a clause is so, and the one whose view it is."""
    of_view = noun.lower_ == "point" and any(t.lower_ == "view" for t in noun.subtree)
    if noun.dep_ != "pobj" or (lemma(noun.text) not in cues.VIEWS and not of_view):
        return None
    if noun.head.lower_ not in ("in", "by", "to", "from", "on"):
        return None
    of = next((c for c in noun.children if c.lower_ == "of" and not of_view), None)
    holder = child_of(noun, "poss") or (child_of(of, "pobj") if of is not None else None)
    return (noun.head, holder) if holder is not None and can_speak(holder) else None


def seen_by(preposition: Token) -> Token | None:
    """Whose judgement a clause is: "For Karl Oduya, the vote was a betrayal"."""
    if preposition.lower_ not in ("for", "to") or preposition.i > 0 or preposition.dep_ != "prep":
        return None
    holder, clause = child_of(preposition, "pobj"), preposition.head
    after = preposition.right_edge.i + 1
    subject = child_of(clause, "nsubj")
    if holder is None or subject is None or not is_someone(holder) or holder.tag_ == "NN":
        return None
    is_judged = lemma(clause.text) == "be" and child_of(clause, "attr") is not None and subject.lower_ != "it"
    return holder if is_judged and after < len(preposition.doc) and preposition.doc[after].text == "," else None


def put_by(verb: Token) -> tuple[list[Token], list[Token]] | None:
    """What "as X put it" and "to hear X tell it" are about, and the cue."""
    it = child_of(verb, "dobj")
    if it is None or it.lower_ != "it" or lemma(verb.text) not in ("put", "tell", "see", "describe", "phrase", "have"):
        return None
    mark = child_of(verb, "mark")
    if verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as":
        return [t for t in verb.head.subtree if t != verb and not verb.is_ancestor(t)], [verb]
    hear = verb.head
    if verb.dep_ == "ccomp" and hear.lower_ == "hear" and hear.dep_ == "advcl":
        return [t for t in hear.head.subtree if t != hear and not hear.is_ancestor(t)], [hear, verb]
    return None


def said_in_noun(noun: Token, holder: Token | None) -> list[Token]:
    """What a noun of saying tells by the clause on it, or by the verb whose subject it is; empty when nothing."""
    told = [c for c in children_of(noun, "acl", "ccomp", "relcl") if says_what(c, holder is not None)]
    if told:
        return words_of(told)
    verb = noun.head
    if noun.dep_ in ("nsubj", "attr") and lemma(verb.text) in verbs.COMING | {"be"}:
        return said_of_noun(noun, verb)
    return []


def said_of_noun(noun: Token, verb: Token) -> list[Token]:
    """For "the position is that …", "the message was clear: …" and "word came that …": the clause."""
    for clause in children_of(verb, "ccomp", "advcl", "xcomp"):
        mark = child_of(clause, "mark")
        is_that = mark is not None and mark.lower_ in ("that", "whether") and mark.i < clause.i
        if clause.i > verb.i and (is_that or (lemma(verb.text) == "be" and clause.dep_ != "advcl")):
            return words_of([clause])
    colon = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.text == ":"), None)
    is_whose = maker_of(noun) is not None
    if colon is not None and is_whose and noun.dep_ == "nsubj" and lemma(verb.text) == "be":
        return list(verb.doc[colon.i + 1 :])
    return []


def hearsay(verb: Token) -> list[Token]:
    """What is told by "legend has it that …", "the theory goes that …", "…, the story goes, …"."""
    subject, word = child_of(verb, "nsubj"), lemma(verb.text)
    if subject is None or word not in ("have", "hold", "go"):
        return []
    if lemma(subject.text) not in cues.HEARSAY:
        return []
    clauses = [c for c in children_of(verb, "ccomp") if c.i > verb.i]
    start = subject.left_edge.i
    if word == "go" and start > 1 and verb.doc[start - 1].lower_ == "so":  # "The mine, so the argument goes, pays"
        return [t for t in verb.doc if not start - 1 <= t.i <= verb.i]
    if word == "go" and verb.dep_ == "parataxis":
        return [t for t in verb.head.subtree if t != verb and not verb.is_ancestor(t)]
    return words_of(clauses)


def charged(noun: Token) -> list[Token]:
    """What an accusation of nobody named is about: "claims of fraud", "reports of gunfire", "fears for the crew"."""
    word = lemma(noun.text)
    raised = noun.head if noun.dep_ in ("nsubj", "nsubjpass") and lemma(noun.head.text) in verbs.RAISED else noun
    for preposition in (*children_of(noun, "prep"), *(children_of(raised, "prep") if raised != noun else ())):
        about = child_of(preposition, "pobj") or child_of(preposition, "pcomp")
        if about is None or preposition.lower_ not in cues.CHARGES.get(word, ()):
            continue
        if not (can_speak(about) and (is_definite(about) or about.tag_ in ("NNP", "NNPS", "PRP"))):
            return words_of([about])
    return []


def says_what(clause: Token, held: bool) -> bool:
    """Whether a noun's clause says what is claimed, as against telling which one is meant."""
    mark = child_of(clause, "mark")
    if mark is not None and mark.lower_ in ("that", "whether"):
        return True
    first = clause.left_edge
    if clause.dep_ == "relcl" and first.lower_ == "that" and first.dep_ == "dobj":
        # "a warning that prices would rise": nothing is missing in it that "that" could stand for.
        is_certain = any(c.tag_ == "MD" for c in clause.children) or child_of(clause, "auxpass") is not None
        is_whole = is_certain and len(children_of(clause, "nsubj", "nsubjpass")) > 0
        return is_whole and lemma(clause.text) not in verbs.MAKING | verbs.SPEECH
    return held and any(c.tag_ == "TO" for c in clause.children)
