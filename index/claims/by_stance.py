"""A sentence whose verbs claim nothing -> the claim of its turn of phrase: "The dam, Lee is sure, will hold"."""

from __future__ import annotations

from index.claims import cues, verbs
from index.claims.claim import Claim, Cue, claim_from
from index.claims.grammar import child_of, is_finite, subject_of
from index.claims.lemmas import lemma, verb_lemma
from index.claims.parsing import Parse
from index.claims.speakable import can_speak

SIDES = frozenset("defence defense favor favour opposition praise support".split())
"""What somebody is or comes out "in" who takes a side."""
TAKING = frozenset("be come speak stand vote argue write lean".split())
"""What they do in it."""
GOING = frozenset("go goes went has had".split())
"""What legend does: "legend has it", "the story goes"."""
NEAR = 5
"""Words after a comma among which the noun stands of which that is told."""
TURNS = ("none of it", "to her guns", "to his guns", "to their guns", "this to say", "bones about it", "no illusions")
"""How a clause ends before a colon, where what follows it is what somebody says."""
STANCES = (cues.CLAIM_NOUNS | cues.POINTS | {"advice", "caution", "hunch", "mantra", "motto"}) - frozenset(
    "call idea issue line message offer order plan post reference report talk fact something label".split()
)
"""What somebody has or gives, where what follows a colon is what they say: "Lee has a theory: …"."""


def by_stance(parse: Parse) -> Claim | None:
    """The claim of a sentence by what somebody is or has, inserted, before a colon or by the side they take."""
    text = parse.text
    explained = by_colon(parse) if ": " in text else None
    inserted = (by_hearsay(parse) or by_inserted(parse)) if "," in text else None
    return explained or inserted or by_side(parse)


def by_colon(parse: Parse) -> Claim | None:
    """ "Lee has a theory: the dam was cursed", "Lee is having none of it: the dam is sound"."""
    doc = parse.doc
    colon = next((t.i for t in doc if t.text == ":"), 0)
    after = doc[colon + 1 :]
    subject = next((t for t in doc[:colon] if t.dep_ == "nsubj" and t.head.i < colon), None)
    if colon < 3 or subject is None or not can_speak(subject) or not any(is_finite(t) for t in after):
        return None
    last = doc[colon - 1]
    nouns = [t for t in doc[subject.i + 1 : colon] if t.dep_ in ("dobj", "attr", "pobj") and lemma(t.text) in STANCES]
    is_turn = doc[:colon].text.lower().endswith(TURNS) or verb_lemma(last) in verbs.QUOTING  # "He nodded: it was so"
    if not is_turn and not (nouns and nouns[-1].right_edge.i >= last.i):
        return None
    return claim_from(parse, after, Cue([nouns[-1] if nouns else subject.head], subject.head), subject)


def by_hearsay(parse: Parse) -> Claim | None:
    """ "The mine, legend has it, is cursed": nobody in particular says so."""
    doc = parse.doc
    for noun in doc[2:-2]:
        verb = noun.nbor()
        end = verb.i + 1 + (verb.nbor().lower_ == "it")
        if lemma(noun.text) not in cues.HEARSAY or verb.lower_ not in GOING or end >= len(doc) or not doc[end].is_punct:
            continue
        comma = next((t.i for t in reversed(doc[: noun.i]) if t.text == ","), 0)
        if comma > 0 and noun.i - comma < NEAR:
            return claim_from(parse, [t for t in doc if not comma <= t.i <= end], Cue([verb], verb), None)
    return None


def by_inserted(parse: Parse) -> Claim | None:
    """ "The dam, Lee is convinced, will fail", "The dam will fail, Lee is sure"."""
    doc = parse.doc
    for word in doc[3:]:
        be = word.head if word.dep_ == "acomp" else child_of(word, "auxpass") if word.tag_ == "VBN" else None
        if word.lower_ not in cues.ADJECTIVES or be is None or verb_lemma(be) != "be":
            continue
        subject = next((c for t in (be, word) for c in t.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        start = subject.left_edge.i if subject is not None else 0
        if subject is None or start < 2 or doc[start - 1].text != "," or not can_speak(subject) or subject.i > word.i:
            continue
        end = word.i + 1
        is_last = all(t.is_punct for t in doc[end:])
        said = list(doc[: start - 1]) if is_last else [t for t in doc if not start - 1 <= t.i <= end]
        if (is_last or doc[end].text == ",") and any(is_finite(t) for t in said):
            return claim_from(parse, said, Cue([be, word], word), subject)
    return None


def by_side(parse: Parse) -> Claim | None:
    """ "Lee came out in favour of the plan": the plan is what Lee judges."""
    for noun in parse.doc:
        if noun.lower_ not in SIDES or noun.dep_ != "pobj" or noun.head.lower_ != "in":
            continue
        verb = noun.head.head
        about = next((c for c in noun.children if c.lower_ in ("of", "to", "for")), None)
        subject = subject_of(verb) if verb_lemma(verb) in TAKING else None
        if about is not None and subject is not None and can_speak(subject):
            return claim_from(parse, about.subtree, Cue([noun.head, noun], verb), subject)
    return None
