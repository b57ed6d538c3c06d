"""Claims with their speakers -> who relayed each: the paper that was told, the agency that carried it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.claims import cues, verbs
from index.claims.claim import Claim
from index.claims.grammar import agent_of, child_of, children_of, is_afterthought, is_passive, subject_of
from index.claims.lemmas import lemma, verb_lemma
from index.claims.names import is_paper
from index.claims.parsing import Parse
from index.claims.speakable import is_outlet
from index.claims.speakers import OUTLETS, Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

SOURCED = frozenset("publish cite quote report release run carry print air broadcast".split())
"""What an outlet does with a report that rests on somebody else's words."""


PASSED_ON = verbs.RELAYS | frozenset("consult gather hear obtain poll read see survey trace".split())
"""What an outlet does with somebody or something whose claim it tells."""

INTERVIEWS = frozenset("interview conversation broadcast programme program podcast recording".split())
"""What a later sentence may call the words that somebody told an outlet."""

KINDS_OF_OUTLET = frozenset("news agency newspaper website broadcaster channel magazine portal podcast daily".split())


def outlet_in(claim: Claim, speakers: Speakers) -> str | None:
    """The outlet that the sentence of a claim says it was told to, or published by."""
    if claim.verb is None:
        return None
    if speakers.source_of(claim) is not None and claim.head is not None:
        return speakers.identity(claim.sentence, claim.head).name
    verb = claim.verb.head if is_afterthought(claim.verb) else claim.verb
    heard = told_to(verb)
    quotes = quoting(verb)
    for token in (heard, quotes, carrier(claim.head), carrier_of_remarks(verb), publisher(claim.head)):
        if token is not None and is_relay(token, speakers, token in (heard, quotes)):
            return speakers.identity(claim.sentence, token).name
    outlet = speakers.cast.outlet_before(claim.sentence) if is_in_interview(verb) else None
    return outlet.text if outlet is not None else None


def is_relay(token: Token, speakers: Speakers, listens: bool) -> bool:
    """Whether who was told something, or quotes it, passes it on as an outlet does."""
    if token.tag_ == "NN":
        return lemma(token.text) in OUTLETS and token.left_edge.lower_ not in ("this", "our")
    if speakers.cast.is_outlet(token):
        return True
    return listens and is_paper(token)


def is_in_interview(verb: Token) -> bool:
    """Whether somebody says something "in the interview", one told of before."""
    for preposition in children_of(verb, "prep"):
        talk = child_of(preposition, "pobj")
        if preposition.lower_ in ("in", "during") and talk is not None and talk.lower_ in INTERVIEWS:
            return talk.left_edge.lower_ in ("the", "that", "this") and talk.right_edge == talk
    return False


def brief(name: str) -> str:
    """An outlet's name without what it is: "the Orbis news agency" -> "Orbis"."""
    words = name.split()
    is_bare = all(word in KINDS_OF_OUTLET | {"the", "The", "same"} for word in words)
    if is_bare or words[-1] not in KINDS_OF_OUTLET or words[0] not in ("the", "The"):
        return name
    while len(words) > 2 and words[-1] in KINDS_OF_OUTLET:
        words.pop()
    return " ".join(words[1:])


def carrier(noun: Token | None) -> Token | None:
    """Who carried what a noun stands for: "a source, quoted by the Herald, said", "remarks carried by Orbis"."""
    clauses = [t for t in noun.subtree if t.dep_ in ("acl", "relcl", "conj", "advcl")] if noun is not None else []
    for clause in clauses:
        if verb_lemma(clause) in PASSED_ON and is_passive(clause):
            agent = agent_of(clause)
            if agent is not None:
                return agent
    return None


def carrier_of_remarks(verb: Token) -> Token | None:
    """Who carried the remarks in which somebody says something: "said in remarks relayed by Orbis"."""
    if verb.dep_ == "relcl" and lemma(verb.head.text) in cues.UTTERANCES:
        found = next((child_of(c, "pobj") for c in verb.head.children if c.lower_ == "with"), None)
        if found is not None:
            return found  # "in an interview with the Herald, in which she said"
    for preposition in children_of(verb, "prep"):
        remarks = child_of(preposition, "pobj")
        if preposition.lower_ in ("in", "to") and remarks is not None and carrier(remarks) is not None:
            return carrier(remarks)
    return None


def told_to(verb: Token) -> Token | None:
    """Whom somebody told: "told the Herald", "said in an interview with the Herald", "speaking to the Herald, said"."""
    told = [c for c in children_of(verb, "nsubj") for c in children_of(c, "acl")]
    for clause in (*children_of(verb, "advcl"), *told):
        if lemma(clause.text) in ("speak", "speaking", "talking", "writing", "write") and clause.tag_ == "VBG":
            return told_to(clause)
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and lemma(verb.text) == "tell":
            return child
        if child.dep_ in ("prep", "dative") and child.lower_ in ("in", "to", "with", "during", "on"):
            target = next((p for p in child.children if p.dep_ == "pobj"), None)
            if target is None:
                continue
            if child.lower_ in ("to", "with") or (target.tag_ == "NNP" and is_outlet(target)):
                return target
            inner = (
                p for c in target.children if c.lower_ in ("to", "with", "for") for p in c.children if p.dep_ == "pobj"
            )
            found = next(inner, None)
            if found is not None:
                return found
    return None


def quoting(verb: Token) -> Token | None:
    """Who quotes: "the Herald quoted him as saying", "was quoted by the Herald as saying", "citing" somebody."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb
    if lemma(above.text) not in ("quote", "cite"):
        return None
    by = next((c for c in verb.children if c.lower_ == "by" and is_passive(above)), None)  # "quoted as saying by Orbis"
    return (child_of(by, "pobj") if by is not None else None) or agent_of(above) or subject_of(above)


def publisher(head: Token | None) -> Token | None:
    """Who published what a speaker stands in: "the Herald published a report based on officials who said"."""
    above = head
    while above is not None and above.dep_ != "ROOT":
        if above.tag_[:2] == "VB" and above.dep_ != "acl":
            break
        above = above.head
    if above is None or head is None or lemma(above.text) not in SOURCED or is_passive(above):
        return None
    subject = subject_of(above)
    return subject if subject is not None and not (subject == head or subject.is_ancestor(head)) else None


def relays(parses: Sequence[Parse], speakers: Speakers) -> dict[int, str]:
    """For a sentence, who the next one says carried its claims: "The claim was relayed by the agency Orbis"."""
    found = {}
    for n, parse in enumerate(parses[1:], start=1):
        for verb in parse.doc:
            if verb.tag_ != "VBN" or lemma(verb.text) not in verbs.RELAYS:
                continue
            subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            agent = next((p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
            if agent is None or subject is None or lemma(subject.text) not in cues.REPORTED_AS:
                continue
            name = speakers.identity(n, agent).name
            if name is not None and any(
                c.lower_ in ("the", "this", "that", "his", "her", "their") for c in subject.children
            ):
                found[n - 1] = name
    return found
