"""A verb of saying inside or after what is said -> the words that it interrupts: "The bridge, she said, is old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import verbs
from index.claims.grammar import NOUNS, child_of, children_of, is_finite, start_of_next
from index.claims.lemmas import verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

ADVERBIAL = frozenset("IN RB TO VBG VBN WRB CC".split())
"""How a phrase begins that only tells when or how: "On Monday, he said"."""
DASHES = ("-", "--", "–", "—")
"""Marks after which an aside may end a sentence."""


def spoken_around(verb: Token) -> list[Token]:
    """For "Y, X said, Z", "as X said, Y" and the like: the words of the sentence that those of saying interrupt."""
    return between_marks(words_interrupted(verb), verb)


def told_after(verb: Token) -> Token | None:
    """The clause of a verb of telling that the words of another part from it: "had been told, he said, that …"."""
    for other in children_of(verb, "parataxis"):
        clause = child_of(other, "ccomp")
        first = clause.left_edge if clause is not None else None
        if first is not None and first.i > 0 and first.lower_ == "that" and first.nbor(-1).text == ",":
            is_whole = bool(children_of(verb, "ccomp", "xcomp"))
            return clause if verb_lemma(verb) in verbs.ADDRESSEE and verb.i < other.i and not is_whole else None
    return None


def told_around(verb: Token) -> list[Token]:
    """The telling that words of saying interrupt, with its clause: "He had been told, Lee said, that it was over"."""
    clause = told_after(verb.head) if verb.dep_ == "parataxis" else None
    if clause is None or clause.head != verb:
        return []
    interrupting = set(verb.subtree) - set(clause.subtree)
    return [t for t in verb.head.subtree if t not in interrupting]


def between_marks(said: list[Token], verb: Token) -> list[Token]:
    """What is said, from the last colon or semicolon before its verb, and on after one that nobody else speaks after.

    "The north objects: Y, X said; Z" is Y and Z.
    """
    marks = [t.i for t in verb.doc[: verb.i] if t.text in (":", ";")]
    if marks and any(t.i > marks[-1] for t in said if t.i < verb.i and not t.is_punct):
        said = [t for t in said if t.i > marks[-1]]
    rest = list(verb.doc[verb.i + 1 :])
    while rest and rest[0].text != ";" and verb.is_ancestor(rest[0]):
        rest.pop(0)
    is_quoted = any(t.is_quote for t in verb.doc[: verb.i])
    if said and rest and rest[0].text == ";" and not is_quoted and not any(is_anothers(t) for t in rest):
        said = said + [t for t in rest[1:] if t not in said]
    return said + [t for t in said_after_all(verb) if t not in said] if said and said[-1].i < verb.i else said


def is_anothers(token: Token) -> bool:
    """Whether a word is a verb by which somebody says something."""
    return is_finite(token) and (verb_lemma(token) in verbs.SPEECH or verb_lemma(token) in verbs.OBJECT)


def ended_by(verb: Token) -> list[Token]:
    """What ends a clause that a cue parts: "a light" in "It was, he told the court, a light"."""
    around, doc = said_around_commas(verb), verb.doc
    rest = [t for t in around if t.i > verb.i]
    is_whole = not rest or rest[0].tag_ in ("CC", "WDT", "WP", "VBG", "IN") or any(is_finite(t) for t in rest)
    subject = children_of(verb, "nsubj")[-1:]
    is_cut = (
        subject and subject[0].left_edge.i > 1 and doc[subject[0].left_edge.i - 2].tag_ in ("VBZ", "VBD", "VBP", "MD")
    )
    return rest if is_cut and not is_whole else []


def said_after_all(verb: Token) -> list[Token]:
    """What goes on after the cue with the same subject: "She was ill, she said, and would not go"."""
    for clause in children_of(verb, "conj"):
        start = start_of_next(clause)
        is_apart = start > 0 and verb.doc[start - 1].text == "," and not children_of(clause, "nsubj", "nsubjpass")
        if is_apart and any(c.tag_ == "MD" or c.lower_ == "had" for c in children_of(clause, "aux")):
            return [t for t in clause.subtree if t.i >= start]
    return []


def words_interrupted(verb: Token) -> list[Token]:
    """The words of the sentence that those of saying interrupt, by its grammar or its commas."""
    mark = child_of(verb, "mark")
    is_as_clause = verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as"
    if verb.dep_ != "parataxis" and not is_as_clause:
        return said_before(verb) or said_around_commas(verb)
    said = set(verb.subtree)
    for stray in children_of(verb, "nsubj")[:-1]:
        said -= set(stray.subtree)
    whole, mark = verb.head, child_of(verb.head, "mark")
    if whole.dep_ == "ccomp" and mark is not None and verb.i < mark.i:
        whole = whole.head  # "It fears, diplomats say, that …"
    return [t for t in whole.subtree if t not in said]


def said_around_commas(verb: Token) -> list[Token]:
    """For "Y, X said, Z" that was not read so: the words around the two commas."""
    subject, doc = children_of(verb, "nsubj")[-1:], verb.doc
    has_tense = any(t.tag_ in ("VBD", "VBZ", "VBP") for t in (verb, *children_of(verb, "aux")))
    if not subject or not has_tense or subject[0].left_edge.tag_ in ("WP", "WDT", "WP$"):
        return []
    first = subject[0].left_edge.i
    last = next((t.i for t in doc[verb.i + 1 :] if t.text in (",", "“", "”", '"', ";", ":", "that")), 0)
    is_interrupted = bool(last) and doc[last].text in (",", ";") and subject[0].i < verb.i
    if any(is_anothers(t) for t in doc[verb.i + 1 : last]) and doc[last : last + 2].text.endswith(("“", '"')):
        return []  # "Then, she asked and Lee said, “No”"
    if first < 2 or doc[first - 1].text != "," or not is_interrupted:
        return []
    if doc[last].text == ";":
        return list(doc[: first - 1])
    rest = [t for t in doc if not first - 1 <= t.i <= last]
    whose = next((t.i for t in reversed(doc[: first - 1]) if t.text == "," or t.tag_ == "WP$"), 0)
    if doc[whose].tag_ == "WP$":  # "a volcano, whose plume, it said, reached the town"
        rest = [t for t in rest if t.i >= whose]
    if first > 3 and doc[first - 2].tag_ in ("WDT", "WP"):  # "a firm, which, he said, believes it"
        rest = [t for t in rest if t.i >= first - 2]
    return rest if any(is_finite(t) or t.tag_ == "VBN" for t in rest) and last + 2 < len(doc) else []


def is_time(noun: Token) -> bool:
    """Whether an object only tells when: "confirmed this week"."""
    return noun.lower_ in ("today", "yesterday", "week", "month", "year", "morning", "afternoon", "evening", "night")


def said_of_cut_clause(verb: Token) -> list[Token]:
    """The clause that a cue cuts in two: "Votes from abroad, she believes, could shift it", "It was, he adds, old"."""
    found = said_around_commas(verb)
    around = between_marks(found, verb) if found else []
    before, after = [t for t in around if t.i < verb.i], [t for t in around if t.i > verb.i]
    if not before or not after or before[0].tag_ in ADVERBIAL:
        return []
    is_cut = is_finite(before[-1]) and after[0].tag_ not in ("CC", "WDT", "WP")
    if not any(is_finite(t) for t in before) and any(t.tag_ in NOUNS | {"PRP"} for t in before):
        is_cut = after[0].tag_ not in ("CC", "VBG", "WDT", "WP", "DT")
    return around if is_cut else []


def said_before(verb: Token) -> list[Token]:
    """For "Y, X said on Monday.", where Y was not read as what is said: the words before the comma."""
    subject = children_of(verb, "nsubj")[-1:]
    is_tensed = verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "VBN" and not children_of(verb, "aux", "auxpass"))
    if not subject or not is_tensed or any(not is_time(c) for c in children_of(verb, "dobj")):
        return []
    first = min(subject[0].left_edge.i, verb.i)
    after = verb.doc[verb.right_edge.i + 1 :]
    is_end = all(t.is_punct for t in after) or any(t.text in DASHES for t in (verb.right_edge, after[0]))
    if first < 2 or verb.doc[first - 1].text != "," or not is_end:
        return []
    before = list(verb.doc[: first - 1])
    is_adjunct = before[0].tag_ in ADVERBIAL  # "On Monday, he said"
    is_answered = before[0].dep_ == "advcl" and before[0].tag_ in ("VBN", "VBG")  # "Asked why, she said: …"
    is_clause = any(t.dep_ in ("nsubj", "nsubjpass") for t in before) and not is_answered
    return before if is_clause or not is_adjunct else []
