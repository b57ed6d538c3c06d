"""A passive verb -> the claim of whom "by" names, or of nobody: "was described by X as", "is believed to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.claims import cues, verbs
from index.claims.claim import Claim, claim_from, cue_of
from index.claims.clauses import is_that_clause, words_of
from index.claims.grammar import QUOTE, RELATIVE, agent_of, child_of, children_of, is_as, root_of, subject_of
from index.claims.interruptions import spoken_around, told_after
from index.claims.lemmas import lemma, verb_lemma
from index.claims.parsing import Parse
from index.claims.speakable import can_speak, is_definite

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAIMING = verbs.SPEECH | verbs.ATTITUDE | verbs.OBJECT | verbs.HEDGED_PASSIVE
"""Verbs whose passive may be a claim."""
ATTRIBUTED = cues.UTTERANCES | cues.CLAIM_NOUNS | {"quote", "word", "saying", "line", "phrase", "quotation"}
"""What is attributed to somebody who said it, as against a deed."""


ORDERING = frozenset("ask command direct instruct invite order press push request tell".split())
"""What somebody does who makes another act: orders that nobody is named for are acts."""


def by_passive(parse: Parse, verb: Token) -> Claim | None:
    """ "… was described as … by X"; without "by" nobody in particular says so."""
    word = verb_lemma(verb)
    agent = agent_of(verb) or learned_from(verb, word)
    if word == "point" and child_of(verb, "prt") is not None:  # "It was pointed out that …"
        that = next((t.i for t in verb.subtree if t.i > verb.i and t.lower_ == "that"), len(parse.doc))
        return claim_from(parse, parse.doc[that + 1 :], cue_of(verb), agent)
    if not can_claim(verb, word, agent):
        return None
    if word in verbs.ADDRESSEE:
        return by_telling(parse, verb, agent)
    attributed = by_attributed(parse, verb) if word == "attribute" else None
    if attributed is not None or is_quoted_as(verb, word):
        return attributed
    around = words_around(verb, word)
    complement = complement_of_passive(verb, word, agent)
    is_told = word in verbs.SPEECH and any(c.lower_ == "it" for c in children_of(verb, "nsubjpass")) and complement
    if not (around or agent or is_told or is_hedged(verb, word, complement)):
        return by_report(parse, verb) if word == "report" and agent is None else None
    return claim_from(parse, around or said_of_subject(verb, complement), cue_of(verb), agent)


def by_report(parse: Parse, verb: Token) -> Claim | None:
    """ "Fighting was reported near the crossing": nobody in particular says that there was any."""
    subject = child_of(verb, "nsubjpass")
    is_passed_on = any(c.lower_ in ("to", "in", "for", "as", "on") for c in children_of(verb, "prep"))
    if subject is None or subject.tag_ not in ("NN", "NNS") or is_definite(subject) or is_passed_on:
        return None
    return claim_from(parse, [t for t in verb.subtree if t not in cue_of(verb).words], cue_of(verb), None)


def learned_from(verb: Token, word: str) -> Token | None:
    """Who tells what others learn: "…, it was learned from the paper’s management"."""
    is_empty = any(c.lower_ == "it" for c in children_of(verb, "nsubjpass"))
    heard = (child_of(c, "pobj") for c in children_of(verb, "prep") if c.lower_ == "from")
    return next(heard, None) if is_empty and word in ("learn", "hear", "gather", "understand") else None


def can_claim(verb: Token, word: str, agent: Token | None) -> bool:
    """Whether the passive of this word may be a claim, by its agent where it has one."""
    if agent is None:
        return word in CLAIMING
    is_bare = word in ("see", "know", "treat", "put") and not any(is_as(c) for c in verb.children)
    may_claim = word in CLAIMING or word in verbs.ADDRESSEE
    return may_claim and not is_bare and can_speak(agent)  # not "a letter seen by the Herald"


def is_quoted_as(verb: Token, word: str) -> bool:
    """Whether the claim is by another verb: "was quoted as saying", "a source, quoted by the Herald, said"."""
    return word in QUOTE and (verb.dep_ == "acl" or any(child_of(c, "pcomp") for c in verb.children if is_as(c)))


def words_around(verb: Token, word: str) -> list[Token]:
    """The sentence around a passive that stands aside in it: "The bank, it is understood, …", "As first feared, …"."""
    if word in verbs.HEDGED_ALONE and verb.left_edge.lower_ == "as":
        return [t for t in root_of(verb).subtree if t != verb and not verb.is_ancestor(t)]
    return spoken_around(verb) if word in verbs.SPEECH else it_is_said(verb)


def said_of_subject(verb: Token, complement: Sequence[Token]) -> list[Token]:
    """What a passive says, with whom or what it says it of: "The mayor", "to have fled"."""
    said = [t for c in complement for t in c.subtree]
    subject = child_of(verb, "nsubjpass") or child_of(verb, "nsubj") or hedged_subject(verb)
    if subject is not None and (subject.lower_ != "it" or (complement and complement[0].dep_ == "xcomp")):
        what = verb.head if subject.tag_ in RELATIVE and verb.dep_ == "relcl" else subject
        said += [t for t in what.subtree if what == subject or t.i < subject.left_edge.i]
    elif verb.dep_ == "acl":
        said += [t for t in verb.head.subtree if t.i < verb.i]
    return said


def complement_of_passive(verb: Token, word: str, agent: Token | None) -> list[Token]:
    """What a passive of this word says of its subject: "to have fled", "as reckless", "of theft"."""
    found = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "oprd", "acomp") or is_as(c)]
    if any(is_that_clause(c) and c.i > verb.i for c in found):
        found = [c for c in found if c.i > verb.i]  # "The ford was closed; it is said that …"
    if word in ("name", "identify"):
        found += [c for c in children_of(verb, "prep", "oprd", "advcl") if c.lower_ == "as" and c not in found]
    if not found and word in verbs.HEDGED_PASSIVE:  # "which were said three years ago to split water"
        found = [c for c in children_of(verb, "advcl") if c.i > verb.i and c.left_edge.tag_ == "TO"]
    if word == "put":  # "the toll is put at nine"
        at = (c for c in children_of(verb, "prep") if c.lower_ == "at" and any(t.tag_ == "CD" for t in c.subtree))
        found = list(at)
    over = verbs.PASSIVE_OVER.get(word, ())
    found += [c for c in children_of(verb, "prep") if c.lower_ in over and c not in found]
    if word in verbs.HEDGED_ALONE and not found and child_of(verb, "auxpass") is not None:
        found = [c for c in verb.children if c.i > verb.i and c.dep_ in ("prep", "npadvmod", "advmod")]
    return found + [c for c in agent.children if is_as(c)] if agent is not None else found


def is_hedged(verb: Token, word: str, complement: Sequence[Token]) -> bool:
    """Whether a passive without "by" leaves what it says to nobody in particular: "is believed to"."""
    if word in verbs.HEDGED_ALONE and child_of(verb, "auxpass") is not None:
        return True
    if word == "know" and child_of(verb, "neg") is not None:
        return False  # "It is not known whether the lunch took place"
    if any(is_as(c) for c in complement):
        return word != "know" and (word in verbs.HEDGED_PASSIVE or word in verbs.OBJECT)
    is_to = word in verbs.HEDGED_TO and any(c.dep_ == "xcomp" for c in complement)
    return (is_to or word in verbs.HEDGED_PASSIVE - verbs.PASSIVE_NEEDS_AS) and bool(complement)


def hedged_subject(verb: Token) -> Token | None:
    """The subject of a hedge that shares it with the verb before: "are on the run and thought to be abroad"."""
    return subject_of(verb) if verb.dep_ == "conj" else None


def it_is_said(verb: Token) -> list[Token]:
    """For "The bank, it is understood, is for sale": the words around the two commas."""
    it, doc = child_of(verb, "nsubjpass"), verb.doc
    if it is None or it.lower_ != "it" or it.i < 2 or doc[it.i - 1].text != "," or verb.i + 1 == len(doc):
        return []
    is_apart = verb.nbor().is_punct and verb.i - it.i < 4
    return [t for t in doc if not it.i - 1 <= t.i <= verb.i + 1] if is_apart else []


def by_attributed(parse: Parse, verb: Token) -> Claim | None:
    """ "remarks attributed to X": X’s, if what is attributed is something said."""
    what = verb.head if verb.dep_ == "acl" else child_of(verb, "nsubjpass")
    to = next((c for c in children_of(verb, "prep") if c.lower_ == "to"), None)
    speaker = child_of(to, "pobj") if to is not None else None
    if what is None or speaker is None or lemma(what.text) not in ATTRIBUTED or not can_speak(speaker):
        return None
    return claim_from(parse, [t for t in what.subtree if t.i < verb.i], cue_of(verb), speaker)


def by_telling(parse: Parse, verb: Token, agent: Token | None) -> Claim | None:
    """ "They were told that …": the subject is spoken to, and claims nothing."""
    if agent is None and verb_lemma(verb) in ORDERING and child_of(verb, "xcomp") is not None:
        return None  # "Residents were told to leave"
    parts = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") or is_topic(c)]
    parted = told_after(verb)
    parts = parts or ([parted] if parted is not None else [])
    parts = parts or [c for c in children_of(verb, "advcl") if c.i > verb.i and is_that_clause(c)]
    parts = parts or [c for c in verb.children if c.lower_ == "otherwise"]
    if verb_lemma(verb) == "promise":
        parts = parts or children_of(verb, "dobj")  # "had been promised a pension"
    if not parts and agent is not None:
        parts = told_by(agent)
    said = words_of(parts) or (spoken_around(verb) if verb.dep_ == "parataxis" else [])
    claim = claim_from(parse, said, cue_of(verb), None)
    if claim is None or agent is None:
        return claim
    aside = {t for part in parts for t in part.subtree}
    return replace(claim, head=agent, speaker=parse.spans(t for t in agent.subtree if t not in aside))


def is_topic(child: Token) -> bool:
    """Whether a passive of telling tells what was told by "about": "was told about it", but not "asked about it"."""
    return child.dep_ == "prep" and child.lower_ == "about" and verb_lemma(child.head) not in ORDERING - {"tell"}


def told_by(agent: Token) -> list[Token]:
    """The clause of what is told that hangs on who tells it: "told by colleagues across the border that …"."""
    clauses = (t for t in agent.subtree if t.dep_ in ("acl", "relcl", "ccomp") and t.i > agent.i)
    return [clause for clause in clauses if clause.left_edge.lower_ == "that"][:1]
