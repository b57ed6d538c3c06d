"""A sentence whose grammar shows no claim -> the claim that its words in their order show all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import cues, phrasal, verbs
from index.claims.claim import Claim, Cue, claim_from, is_first_person
from index.claims.grammar import NOUNS, RELATIVE, is_finite
from index.claims.interruptions import is_time
from index.claims.lemmas import lemma
from index.claims.parsing import Parse
from index.claims.speakable import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

CLEAR = (verbs.SPEECH | verbs.ONLY_PEOPLE) - frozenset("answer object post rail report rule state text".split())
"""Verbs that say something wherever they are verbs."""
RULING = frozenset("court jury judge ombudsman panel referee tribunal watchdog".split())
"""Who rules, where "rules" was read as a noun."""
LEADING = frozenset("as after although as because before but if since though until when while".split())
"""What leads a clause in which somebody says something."""
SHOWS = frozenset("give gives list lists name names put puts record records show shows showed".split())
"""What a text does with what it holds."""
FAR, NEAR = 12, 6
"""Words after a verb among which stands the "that" that begins what is said, or else the verb of that."""


def by_surface(parse: Parse) -> Claim | None:
    """ "Analysts at Pryor reckon that …", "Males, her author suspects, hum lower": whatever the parser made of it."""
    for verb in parse.doc:
        if not verb.i or not (is_saying(verb) or verb.lower_ in SHOWS):
            continue
        phrase = phrase_before(verb)
        speaker = head_of(phrase)
        is_first = bool(phrase) and (phrase[0].i == 0 or phrase[0].nbor(-1).lower_ in LEADING)
        said = said_after(verb) if is_first else said_around(verb, phrase)
        if not is_saying(verb):
            said = shown_after(verb, phrase) if is_first else []
        if speaker is None or not said or is_first_person(speaker):
            continue
        claim = claim_from(parse, said, Cue([verb], verb, True), speaker)
        if claim is not None:
            return Claim(claim.sentence, claim.content, claim.cue, parse.spans(phrase), speaker, verb, True)
    return None


def is_saying(verb: Token) -> bool:
    """Whether a word may be a verb of saying in the present or past, though it was read as something else."""
    if verb.lower_ == "rules" and verb.i < FAR and lemma(verb.nbor(-1).text) in RULING:
        return True
    is_clear = lemma(verb.text) in CLEAR or (lemma(verb.text) in verbs.SAYING and is_that_near(verb))
    if verb.tag_[:2] not in ("VB", "NN", "JJ") or not is_clear:
        return False
    if verb.tag_ in ("VBG", "VB") or verb.text[0].isupper():
        return False
    is_before_clause = verb.i + 1 < len(verb.doc) and (verb.nbor().tag_ == "PRP" or is_that_near(verb))
    is_form = verb.lower_ in cues.SAYS_OR_SAYINGS or verb.lower_.endswith("ed") or is_before_clause
    return verb.tag_[:2] == "VB" or is_form


def is_that_near(verb: Token) -> bool:
    """Whether "that" follows, right away or after what stands between commas: "consider, on the contrary, that"."""
    doc, after = verb.doc, verb.i + 1
    if after + 1 < len(doc) and doc[after].text == ",":
        after = next((t.i + 1 for t in doc[after + 1 : after + FAR] if t.text == ","), after)
    return after < len(doc) and doc[after].lower_ == "that" and doc[after].tag_ in ("IN", "WDT")


def phrase_before(verb: Token) -> list[Token]:
    """The words before a verb back to a comma, or to the start of the sentence over ", who …," after the first."""
    doc, start = verb.doc, verb.i
    while start > 0 and not is_break(doc[start - 1]):
        start -= 1
    if start > 1 and doc[start - 1].text in ("”", '"'):  # "sources quoted by the weekly “Karst” consider"
        start = 0 if not any(t.text in (",", ";", ":") for t in doc[:start]) else start
    if start == verb.i:  # "An editor, who was there, admits": the comma right before the verb
        who = next((t for t in doc[:start] if t.tag_ in RELATIVE and t.i > 1 and doc[t.i - 1].text == ","), None)
        return list(doc[: who.i - 1]) if who is not None else []
    end = verb.i - 1 if doc[verb.i - 1].lower_ in ("has", "have", "had") else verb.i
    return list(doc[start:end])


def is_break(token: Token) -> bool:
    """Whether a phrase begins after a word: after a comma and the like, or after "while" or "because"."""
    return token.text in (",", ";", ":", "—", "–") or token.is_quote or token.lower_ in LEADING


def head_of(phrase: list[Token]) -> Token | None:
    """The word of a phrase for who speaks, when it is a phrase that names somebody and no clause."""
    is_clause = any(is_finite(t) and t.lower_ not in ("has", "have", "had") for t in phrase) or len(phrase) > FAR
    if not phrase or is_clause or phrase[0].tag_ in ("IN", "TO", "WDT", "WP", "WRB", "CC", "RB", "VBG"):
        return None
    nouns = [t for t in phrase if t.tag_ in NOUNS or t.tag_ == "PRP" or (t.i == phrase[-1].i and can_speak(t))]
    head = next((t for t in nouns if t.i == phrase[-1].i or t.nbor().tag_ not in (*NOUNS, "POS", "HYPH")), None)
    return head if head is not None and (can_speak(head) or head.tag_ == "NNS") else None


def shown_after(verb: Token, phrase: list[Token]) -> list[Token]:
    """What a text shows, lists or puts at a figure, where the verb was read as a noun: "Hospital records list nine"."""
    rest = list(verb.doc[verb.i + 1 :])
    is_text = any(lemma(t.text) in cues.UTTERANCES for t in phrase)
    is_object = len(rest) > 2 and rest[0].tag_ in ("CD", "DT", "NNP", "PRP$", "PRP", "JJ", "NNS")
    is_whole = not any(is_finite(t) for t in rest[:NEAR])
    return rest if is_text and is_object and is_whole else []


def said_after(verb: Token) -> list[Token]:
    """What follows the verb: from "that" on, or a clause right after it."""
    doc = verb.doc
    that = next((t.i for t in doc[verb.i + 1 : verb.i + FAR] if t.lower_ == "that" and t.tag_ == "IN"), None)
    rest = list(doc[that if that is not None else verb.i + 1 :])
    word = lemma(verb.text)
    is_whole = that is not None or (rest and rest[0].lower_ in phrasal.PREPOSITIONS.get(word, ()) and verb.tag_ != "NN")
    if is_whole or word in verbs.ADDRESSEE or len(rest) < 3:
        return rest if is_whole else []
    if rest[0].tag_ == "VBG" and word in verbs.OBJECT:
        return rest  # "disputes having given any assurance"
    start = next((n for n, t in enumerate(rest[:NEAR]) if is_finite(t) or t.tag_ == "CC" or t.text == ","), 0)
    return rest if start and is_finite(rest[start]) else []


def said_around(verb: Token, phrase: list[Token]) -> list[Token]:
    """The words around ", she suspects,"."""
    doc, after = verb.doc, verb.i + 1
    if not phrase or after >= len(doc) or doc[phrase[0].i - 1].text != ",":
        return []
    if all(t.is_punct or t.lower_ in ("this", "last") or is_time(t) for t in doc[after:]):
        before = list(doc[: phrase[0].i - 1])
        return before if any(is_finite(t) for t in before) else []
    if doc[after].text != ",":
        return []
    return [t for t in doc if not phrase[0].i - 1 <= t.i <= after]
