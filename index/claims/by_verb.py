"""A verb -> the claim of its subject, or of nobody: "X said that …", "as X put it", "it emerged that …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.claims import cues, people, phrasal, verbs
from index.claims.claim import Claim, Cue, claim_from, cue_of, cue_words
from index.claims.clauses import is_that_clause, words_of
from index.claims.contents import said_by
from index.claims.grammar import QUOTE, RELATIVE, child_of, children_of, is_as, is_finite, noun_before, subject_of
from index.claims.lemmas import lemma, verb_lemma
from index.claims.names import is_someone
from index.claims.parsing import Parse
from index.claims.speakable import can_speak, is_outlet, is_share

if TYPE_CHECKING:
    from spacy.tokens import Token


FORESEEN = frozenset("anticipate expect forecast predict project schedule set tip".split())
"""Verbs whose passive tells what is to come."""


def by_verb(parse: Parse, verb: Token) -> Claim | None:
    """ "X said that …", "…, X said", "X dismissed …"."""
    word = verb_lemma(verb)
    if (verb.dep_ == "xcomp" and is_foreseen(verb.head) and not is_past(verb)) or (
        word in QUOTE and verb.tag_ == "VBG"
    ):
        return None  # "is expected to announce"
    if is_asked(verb):
        return None
    content = said_by(verb)
    particle = child_of(verb, "prt")
    is_phrasal = particle is not None and (word, particle.lower_) in phrasal.PHRASAL
    says = is_phrasal or word in verbs.SPEECH or word in verbs.QUOTING
    subject = subject_of(verb) or (noun_before(verb) if word in verbs.SPEECH else None)
    if subject is None or not (content or says) or is_expletive(subject, verb):
        return None
    is_clause = is_phrasal and child_of(verb, "ccomp") is not None and subject.tag_ != "DT"
    if not (is_clause or can_say(subject, verb)):  # "Old hands point out that …"
        return None
    return claim_from(parse, content, cue_of(verb, says), subject)


def is_asked(verb: Token) -> bool:
    """Whether a whole sentence asks if somebody says or thinks something: "Does he regret it?"."""
    is_question = verb.dep_ == "ROOT" and verb.doc[-1].text == "?"
    return is_question and verb.doc[0].dep_ == "aux" and verb.doc[0].head == verb


def can_say(subject: Token, verb: Token) -> bool:
    """Whether a subject makes a claim with this verb: a clause of saying is anybody's, a thought is not."""
    is_one = subject.lower_ == "one" and verb.tag_ == "VBD"
    if subject.tag_ == "CD" and (is_one or children_of(subject, "prep", "relcl")):
        return True  # "one of them warned", "one dismissed it"
    if is_share(subject) and children_of(verb, "ccomp", "xcomp"):
        return True
    word = verb_lemma(verb)
    if word == "hear" and subject.lower_ in people.HEARING:
        return True
    if word in verbs.ONLY_PEOPLE and subject.tag_[0] == "N" and is_finite(verb) and subject.lower_ != "nobody":
        return True
    only_speech = word in verbs.SPEECH and word not in verbs.OBJECT and word not in verbs.ATTITUDE
    if only_speech or (word in verbs.SPEECH - verbs.ATTITUDE and child_of(verb, "ccomp") is not None):
        return subject.lower_ not in ("this", "that", "these", "which", "what", "there")
    # "…, each aiming to win the most" adds to what the article tells.
    is_added = verb.tag_ == "VBG" and subject.lower_ in ("each", "all", "some") and child_of(verb, "ccomp") is None
    return can_speak(subject) and not is_added


def is_expletive(subject: Token, verb: Token) -> bool:
    """Whether "it" is nobody: "it is hard to say that"."""
    return subject.lower_ == "it" and verb.dep_ != "ROOT" and subject.head != verb


def is_foreseen(verb: Token) -> bool:
    """Whether a passive tells what nobody in particular holds: what follows is said in time to come."""
    return verb_lemma(verb) in FORESEEN and child_of(verb, "auxpass") is not None


def is_past(infinitive: Token) -> bool:
    """Whether an infinitive tells what was: "is said to have answered"."""
    return any(c.lower_ == "have" for c in children_of(infinitive, "aux"))


def by_seeming(parse: Parse, verb: Token) -> Claim | None:
    """ "The bell seems to be older", "The market, it seems, doubts it": nobody says that it is so."""
    subject = child_of(verb, "nsubj")
    if verb.dep_ == "parataxis" and subject is not None and subject.lower_ == "it":
        return claim_from(
            parse, [t for t in verb.head.subtree if t not in (verb, subject)], Cue(cue_words(verb), verb), None
        )
    complement = [c for c in children_of(verb, "xcomp", "ccomp", "oprd", "acomp") if c.i > verb.i]
    if subject is None or not complement:
        return None
    thing = verb.head if subject.tag_ in RELATIVE and verb.dep_ == "relcl" else subject
    is_empty = thing.lower_ in ("it", "what")
    words = [] if is_empty else [t for t in thing.subtree if t == thing or t.i < subject.i]
    return claim_from(parse, [*words, *words_of(complement)], Cue(cue_words(verb), verb), None)


def by_framing(parse: Parse, verb: Token) -> Claim | None:
    """ "as X put it", "legend has it that", "it emerged that", "…, citing X"."""
    framed = put_by(verb)
    if framed is not None:
        (content, cue), subject = framed, subject_of(verb)
        return claim_from(parse, content, Cue(cue, verb), subject) if subject and can_speak(subject) else None
    heard = heard_from(verb)
    if heard is not None:
        return told_from(parse, verb, heard)
    has_it = by_having(parse, verb)
    if has_it is not None:
        return has_it
    told = emerged(verb) if verb_lemma(verb) in verbs.EMERGING else hearsay(verb)
    if told:
        teller = child_of(verb, "nsubj")
        is_whose = teller is not None and teller.lower_ != "it" and child_of(teller, "compound") is not None
        words = [*cue_words(verb), *children_of(verb, "dobj")]
        return claim_from(parse, told, Cue(words, verb), teller if is_whose else None)  # "Family legend has it that …"
    is_citing = verb_lemma(verb) in QUOTE and verb.tag_ == "VBG" and not any(is_as(c) for c in verb.children)
    return by_citing(parse, verb) if is_citing else None


def heard_from(verb: Token) -> Token | None:
    """Whose words somebody hears: "We are hearing, from a farmer, that …"."""
    if verb_lemma(verb) not in ("hear", "learn", "understand", "gather"):
        return None
    tellers = (child_of(c, "pobj") for c in children_of(verb, "prep") if c.lower_ == "from")
    teller = next(tellers, None)
    return teller if teller is not None and told_by(verb, teller) else None


def told_from(parse: Parse, verb: Token, teller: Token) -> Claim | None:
    """The claim of the teller from whom somebody hears it, without the clause among the words for the teller."""
    said = words_of(told_by(verb, teller))
    claim = claim_from(parse, said, cue_of(verb), None)
    return replace(claim, head=teller, speaker=parse.spans(set(teller.subtree) - set(said))) if claim else None


def told_by(verb: Token, teller: Token) -> list[Token]:
    """The clause that somebody hears from a teller, also where it was read as the teller's own."""
    said = children_of(verb, "ccomp")
    return said or [c for c in children_of(teller, "relcl", "acl") if c.left_edge.lower_ == "that"]


def put_by(verb: Token) -> tuple[list[Token], list[Token]] | None:
    """What "as X put it" and "to hear X tell it" are about, and the cue."""
    it = child_of(verb, "dobj")
    if it is None or it.lower_ != "it" or verb_lemma(verb) not in ("put", "tell", "see", "describe", "phrase", "have"):
        return None
    mark = child_of(verb, "mark")
    if verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as":
        return [t for t in verb.head.subtree if t != verb and not verb.is_ancestor(t)], [verb]
    hear = verb.head
    if verb.dep_ == "ccomp" and hear.lower_ == "hear" and hear.dep_ == "advcl":
        return [t for t in hear.head.subtree if t != hear and not hear.is_ancestor(t)], [hear, verb]
    return None


def by_letting(parse: Parse, known: Token) -> Claim | None:
    """ "The family let it be known that …", "…, the family has let it be known": the family’s."""
    let = known.head
    subject = subject_of(let)
    said = words_of([*children_of(known, "ccomp"), *(c for c in children_of(let, "ccomp", "advcl") if c.i > known.i)])
    first = subject.left_edge.i if subject is not None else 0
    is_inserted = first > 1 and known.doc[first - 1].text == ","
    around = [t for t in known.doc if is_inserted and not first - 1 <= t.i <= known.i + 1]
    said = around if is_inserted else said
    if subject is None or not can_speak(subject):
        return None
    return claim_from(parse, said, Cue([*cue_words(let), known], let), subject)


def by_having(parse: Parse, verb: Token) -> Claim | None:
    """ "The union has it that …" is the union’s; "she has it from the cook that …" the cook’s."""
    it, clause, subject = child_of(verb, "dobj"), child_of(verb, "ccomp"), child_of(verb, "nsubj")
    if verb_lemma(verb) != "have" or it is None or it.lower_ != "it" or clause is None or subject is None:
        return None
    teller = next((child_of(c, "pobj") for c in verb.children if c.lower_ in ("from", "on")), None) or subject
    is_hearsay = lemma(subject.text) in cues.HEARSAY
    if is_hearsay or not is_that_clause(clause) or not can_speak(teller):
        return None
    return claim_from(parse, words_of([clause]), Cue([*cue_words(verb), it], verb), teller)


def held_by(parse: Parse, verb: Token) -> Claim | None:
    """ "If the mayor is to be believed, …", "as far as the mayor is concerned, …": the mayor’s."""
    clause = verb.head if verb.dep_ in ("xcomp", "acomp") else verb
    subject = child_of(clause, "nsubj") or child_of(clause, "nsubjpass")
    opening = clause.doc[clause.left_edge.i : clause.i].text.lower()
    is_holder = (
        opening.startswith("if ") if verb.lower_ != "concerned" else opening.startswith(("as far as", "so far as"))
    )
    if not is_holder or subject is None or not is_someone(subject) or clause.dep_ != "advcl":
        return None
    content = [t for t in clause.head.subtree if not clause.left_edge.i <= t.i <= clause.right_edge.i]
    return claim_from(parse, content, Cue([verb], verb), subject)


def hearsay(verb: Token) -> list[Token]:
    """What is told by "legend has it that …", "the theory goes that …", "…, the story goes, …"."""
    subject, word = child_of(verb, "nsubj"), verb_lemma(verb)
    if subject is None or word not in ("have", "hold", "go") or lemma(subject.text) not in cues.HEARSAY:
        return []
    start = subject.left_edge.i
    if word == "go" and start > 1 and verb.doc[start - 1].lower_ == "so":  # "The mine, so the argument goes, pays"
        return [t for t in verb.doc if not start - 1 <= t.i <= verb.i]
    if word in ("go", "have") and verb.dep_ == "parataxis":
        return [t for t in verb.head.subtree if t != verb and not verb.is_ancestor(t)]
    return words_of(c for c in children_of(verb, "ccomp") if c.i > verb.i)


def emerged(verb: Token) -> list[Token]:
    """What is told by "it emerged that"."""
    subject = child_of(verb, "nsubj")
    is_empty = subject is not None and subject.lower_ == "it"
    if subject is not None and is_empty and 1 < subject.i == verb.i - 1 and subject.nbor(-1).text == ",":
        is_inserted = verb.i + 1 < len(verb.doc) and verb.nbor().is_punct
        return [t for t in verb.doc if is_inserted and not subject.i - 1 <= t.i <= verb.i + 1]  # "Lee, it emerged, …"
    return words_of(c for c in children_of(verb, "ccomp") if c.i > verb.i) if is_empty else []


def by_citing(parse: Parse, citing: Token) -> Claim | None:
    """ "The Herald reported, citing X, that …": the claim is X's."""
    speaker, subject = child_of(citing, "dobj"), subject_of(citing) or name_before(citing)
    if verb_lemma(citing.head) == "report" and said_by(citing.head):
        return None  # the claim of "reported", with its source as its speaker
    if speaker is None or subject is None or not can_speak(speaker) or is_someone(subject):
        return None
    is_reporting = verb_lemma(citing.head) in ("report", "say", "write") or subject == name_before(citing)
    if not (is_outlet(subject) or is_reporting):
        return None
    telling = (citing.head, citing, *children_of(citing.head, "advcl"))
    clauses = [c for verb in telling for c in children_of(verb, "ccomp")]
    aside = set(citing.subtree) - {t for c in clauses for t in c.subtree}
    said = words_of(clauses) or list(citing.head.subtree)
    return claim_from(parse, [t for t in said if t not in aside], Cue([citing], citing), speaker)


def name_before(verb: Token) -> Token | None:
    """The name that a comma parts from a participle: "Die Glocke, citing …", where "Die" was read as a verb."""
    before = verb.doc[max(verb.i - 2, 0) : verb.i]
    return before[0] if len(before) == 2 and before[0].tag_ == "NNP" and before[1].text == "," else None
