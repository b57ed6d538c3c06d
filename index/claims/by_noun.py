"""A noun or an adjective -> the claim of whose it is: "X’s claim that …", "reports of gunfire", "X is sure that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import cues, verbs
from index.claims.claim import Claim, Cue, as_slight, claim_from, cue_words
from index.claims.clauses import is_that_clause, words_of
from index.claims.grammar import child_of, children_of, holder_of, maker_of, subject_of
from index.claims.lemmas import lemma, verb_lemma
from index.claims.parsing import Parse
from index.claims.speakable import can_speak, is_definite, outlet_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_noun(parse: Parse, noun: Token) -> Claim | None:
    """ "X’s claim that …", "rumours that …"."""
    holder = holder_of(noun) or outlet_of(noun) or teller_in(noun)
    is_case = lemma(noun.text) in cues.STATED and noun.dep_ == "nsubj"
    content = said_in_noun(noun, holder) if is_case or lemma(noun.text) in cues.CLAIM_NOUNS else []
    if is_case and content and lemma(noun.head.text) == "be":
        return claim_from(parse, content, Cue([noun], noun), holder or child_of(noun, "compound"))
    if lemma(noun.text) not in cues.CLAIM_NOUNS or (holder is not None and not can_speak(holder)):
        return None
    is_told = any(t.lower_ == "that" and t.dep_ in ("mark", "dobj") for t in content[:1]) or noun.dep_ == "nsubj"
    if holder is not None and not content:
        content = words_of(c for c in about(noun) if not c.is_ancestor(holder))
    if holder is not None and not content and noun.dep_ == "dobj" and lemma(noun.head.text) in verbs.MAKING:
        beside = (c for c in children_of(noun.head, "prep") if c.left_edge.i == noun.right_edge.i + 1)
        content = words_of(beside)
    content = content or (charged(noun) if holder is None else [])
    claim = claim_from(parse, content, Cue([noun], noun), holder)
    is_report = lemma(noun.text) in cues.REPORTS or is_denied(noun)
    return claim if is_told and (holder is not None or is_report) else as_slight(claim)


def is_denied(noun: Token) -> bool:
    """Whether somebody says something of a notion, which others hold then: "disputes the notion that"."""
    return noun.dep_ == "dobj" and verb_lemma(noun.head) in verbs.DENYING


def teller_in(noun: Token) -> Token | None:
    """Who says something "in a statement that …" or "is in no doubt that …", its clause read as the noun's."""
    verb, clauses = noun.head.head, children_of(noun, "acl", "ccomp", "relcl")
    is_within = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "under", "with") and clauses
    is_held = verb_lemma(verb) == "be" and noun.lower_ in ("doubt", "impression")
    if not is_within or not (is_held or verb_lemma(verb) in verbs.SPEECH):
        return None
    return child_of(verb, "nsubj") if not children_of(verb, "ccomp", "dobj") else None


def said_in_noun(noun: Token, holder: Token | None) -> list[Token]:
    """What a noun of saying tells by the clause on it, or by the verb whose subject it is; empty when nothing."""
    told = [c for c in children_of(noun, "acl", "ccomp", "relcl") if says_what(c, holder is not None)]
    if told:
        return words_of(told)
    verb = noun.head
    if noun.dep_ in ("nsubj", "attr") and verb_lemma(verb) in verbs.COMING | {"be"}:
        return said_of_noun(noun, verb)
    return []


def says_what(clause: Token, held: bool) -> bool:
    """Whether a noun's clause says what is claimed, as against telling which one is meant."""
    mark = child_of(clause, "mark")
    if verb_lemma(clause) in verbs.OF_THINGS and not children_of(clause, "dobj", "ccomp", "xcomp", "prep"):
        return False  # "a charge that the firm has called absurd"
    if mark is not None and mark.lower_ in ("that", "whether"):
        return True
    first = clause.left_edge
    if clause.dep_ == "acl" and first.lower_ == "that" and first.tag_ == "IN":
        return True
    if clause.dep_ == "relcl" and first.lower_ == "that" and first.dep_ == "dobj":
        # "a warning that prices would rise": nothing is missing in it that "that" could stand for.
        is_certain = any(c.tag_ == "MD" for c in clause.children) or child_of(clause, "auxpass") is not None
        is_whole = is_certain and len(children_of(clause, "nsubj", "nsubjpass")) > 0
        return is_whole and not (verb_lemma(clause) in verbs.MAKING or verb_lemma(clause) in verbs.SPEECH)
    return held and any(c.tag_ == "TO" for c in clause.children)


def said_of_noun(noun: Token, verb: Token) -> list[Token]:
    """For "the position is that …", "the message was clear: …" and "word came that …": the clause."""
    rife = [clause for c in children_of(verb, "acomp") for clause in children_of(c, "ccomp")]  # "hopes are high that"
    for clause in (*children_of(verb, "ccomp", "advcl", "xcomp"), *rife):
        mark = child_of(clause, "mark")
        is_that = mark is not None and mark.lower_ in ("that", "whether") and mark.i < clause.i
        if clause.i > verb.i and (is_that or (verb_lemma(verb) == "be" and clause.dep_ != "advcl")):
            return words_of([clause])
    colon = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.text == ":"), None)
    is_whose = maker_of(noun) is not None
    if colon is not None and is_whose and noun.dep_ == "nsubj" and verb_lemma(verb) == "be":
        return list(verb.doc[colon.i + 1 :])
    return []


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


def by_adjective(parse: Parse, adjective: Token) -> Claim | None:
    """ "X is confident that …"."""
    if adjective.lower_ not in cues.ADJECTIVES:
        return None
    be = adjective.head if adjective.dep_ in ("acomp", "conj") else adjective
    complement = [c for c in children_of(adjective, "ccomp", "xcomp") if c.i > adjective.i]
    if be != adjective and verb_lemma(be) == "be":
        complement += [c for c in children_of(be, "ccomp") if c.i > adjective.i and child_of(c, "mark") is not None]
    complement += about(adjective)
    if be.dep_ == "ccomp" and be.head.i > adjective.i and parse.doc[adjective.i + 1].text == ":":
        content = parse.doc[adjective.i + 2 :]
        return as_slight(claim_from(parse, content, Cue(cue_words(adjective), be), child_of(be, "nsubj")))
    subject = child_of(be, "nsubj") or child_of(be, "nsubjpass") or subject_of(be)
    is_nothing = subject is not None and subject.lower_ == "it" and adjective.lower_ not in cues.OF_SOMEBODY
    if not complement or subject is None or is_nothing or not can_speak(subject):
        return None
    claim = claim_from(parse, words_of(complement), Cue(cue_words(adjective), be), subject)
    return claim if any(is_that_clause(c) or c.dep_ == "ccomp" for c in complement) else as_slight(claim)


def about(word: Token) -> list[Token]:
    """What a noun or an adjective of attitude is about: "critical of the plan"."""
    return [c for c in children_of(word, "prep") if c.i > word.i and c.lower_ in cues.ATTITUDE_PREPOSITIONS]
