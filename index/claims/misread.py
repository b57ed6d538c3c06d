"""A verb of saying that the parser took for something else -> the claim all the same."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from index.claims import cues, verbs
from index.claims.claim import Claim, Cue, claim_from
from index.claims.clauses import words_of
from index.claims.grammar import NOUNS, RELATIVE, child_of, children_of, is_finite
from index.claims.lemmas import verb_lemma
from index.claims.names import is_someone
from index.claims.parsing import Parse
from index.claims.speakable import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""What tells when, wherever it stands."""


def by_tail(parse: Parse, verb: Token) -> Claim | None:
    """ "…, explained Karl Oduya of the bureau.": at the end of a sentence, where the grammar missed the verb."""
    doc, last = parse.doc, len(parse.doc) - 1
    if verb_lemma(verb) not in verbs.SPEECH or verb.i < 2 or doc[verb.i - 1].text not in (",", "”", '"'):
        return None
    told_before = by_phrase_between(parse, verb)
    if told_before is not None:
        return told_before
    aside = next((t.i for t in doc[verb.i + 2 :] if t.lower_ == "who" and doc[t.i - 1].text == ","), len(doc))
    after = [t for t in doc[verb.i + 1 : aside] if not t.is_punct]
    if not after or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "CC") or t.text == ";" for t in after):
        return None
    first = next((t for t in after if t.tag_ in NOUNS), None)
    speaker = first
    while speaker is not None and speaker.i < last and doc[speaker.i + 1].tag_ in NOUNS:
        speaker = doc[speaker.i + 1]
    if (
        first is None
        or speaker is None
        or not can_speak(speaker)
        or speaker.lower_ in DAYS
        or not (any(is_finite(t) or t.tag_ == "WP" for t in doc[: verb.i]) or verb.i == 2)
    ):
        return None
    content, source = list(doc[: verb.i]), parse.spans(doc[verb.i + 1 : aside])
    return Claim(parse.sentence, parse.spans(content), parse.spans([verb]), source, speaker, verb, True)


def by_phrase_between(parse: Parse, verb: Token) -> Claim | None:
    """ "“…,” Ann Lee, who leads the party, posted from Orlo.": whoever stands between a quotation and the verb."""
    doc = parse.doc
    end = next((t.i for t in reversed(doc[: verb.i]) if t.is_quote), 0)
    phrase = list(doc[end + 1 : verb.i - 1])
    first = list(takewhile(lambda t: t.text != ",", phrase))
    if not first or not doc[0].is_quote or not doc[end - 1].is_punct:
        return None
    speaker = first[-1]
    if speaker.tag_ not in NOUNS or not can_speak(speaker) or any(is_finite(t) for t in first):
        return None
    content, source = parse.spans(doc[: end + 1]), parse.spans(phrase)
    return Claim(parse.sentence, content, parse.spans([verb]), source, speaker, verb, True)


def by_late_speaker(parse: Parse, verb: Token) -> Claim | None:
    """ "…, their ministers announced in Geneva.": where the verb was read as a participle of its subject."""
    noun, doc = verb.head, parse.doc
    start = noun.left_edge.i
    if verb_lemma(verb) not in verbs.SPEECH or verb.dep_ != "acl" or verb.i != noun.i + 1 or start < 5:
        return None
    if doc[start - 1].text != "," or any(c.dep_ not in ("prep", "npadvmod", "punct") for c in verb.children):
        return None
    is_last = all(t.is_punct or verb.is_ancestor(t) for t in doc[verb.i + 1 :])
    if not is_last or not is_someone(noun) or noun.dep_ not in ("npadvmod", "appos", "dep", "conj"):
        return None
    source = parse.spans(doc[start : verb.i])
    return Claim(parse.sentence, parse.spans(doc[: start - 1]), parse.spans([verb]), source, noun, verb, True)


def by_misread(parse: Parse, noun: Token) -> Claim | None:
    """ "The paper claims Oduya was warned", "The dam, Oduya claims, is old": where the verb was read as a noun."""
    doc = parse.doc
    named = child_of(noun, "compound")
    if noun.lower_ not in cues.SAYS_OR_SAYINGS or noun.dep_ not in ("ROOT", "appos", "npadvmod"):
        return None
    shown, subject = child_of(noun, "ccomp"), child_of(noun, "nsubj")
    if noun.lower_ == "show" and shown is not None and subject is not None and can_speak(subject):
        return claim_from(parse, words_of([shown]), Cue([noun], noun, True), subject)
    if named is None or named.i != noun.i - 1 or not can_speak(named):
        return None
    first, after = noun.left_edge.i, noun.i + 1
    clauses = [c for c in children_of(noun, "relcl", "ccomp", "acl") if children_of(c, "nsubj", "nsubjpass")]
    if noun.dep_ == "ROOT" and clauses and clauses[0].left_edge.i == after:
        said = list(clauses[0].subtree) if clauses[0].left_edge.tag_ not in RELATIVE else []
    else:
        is_between = first > 1 and after < len(doc) and doc[first - 1].text == "," and doc[after].text in (",", ".")
        said = [t for t in doc if is_between and not first - 1 <= t.i <= after]
    source = parse.spans(doc[first : noun.i])
    return Claim(parse.sentence, parse.spans(said), parse.spans([noun]), source, named, noun, True) if said else None
