"""The name of a person or a body in its phrase -> the office that the words around it tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import people, verbs
from index.claims.grammar import HOLDERS, child_of
from index.claims.lemmas import lemma
from index.claims.phrases import is_title, plain
from index.claims.speakable import is_for_people

if TYPE_CHECKING:
    from spacy.tokens import Token

HONORIFICS = frozenset("dr lady lord miss mr mrs ms mx sir".split())
"""Titles that tell no office."""
RANKS = frozenset(
    """
    admiral brigadier canon captain cllr colonel commander constable corporal dame father general inspector judge
    justice lieutenant major prof professor rabbi rev reverend sen senator sergeant
    """.split()
)
"""Titles that tell less than an office does: "General Ana Lee, the mission’s commander"."""
ANYBODY = frozenset("body boy charity company firm girl group man one people person woman".split())
"""Nouns that tell what somebody is only with the clause after them."""
DESCRIBING = people.BODIES | people.PEOPLE
"""Nouns that tell what a body is: "the Orlo Trust, the charity", "…, organiser of the race"."""
CUES = verbs.SPEECH | verbs.ATTITUDE
"""Verbs that give away a claim, and so no office."""
COURT_SIDES = ("defence", "defense", "prosecution", "Crown", "state", "plaintiff", "family", "union")
"""Those for whom somebody speaks in court."""
OFFICE_VERBS = frozenset(
    """
    built captained chaired chairs coached coaches commanded commands covers designed directs edited edits founded
    headed heads held holds leads led made managed manages organised organises organized organizes oversees owns ran
    represented represents runs sat served serves specialises specializes studies teaches worked works
    """.split()
)
"""Verbs of a clause that tells somebody's office: "who leads the council"."""


def office(head: Token, before: list[Token]) -> str | None:
    """The office that stands beside a person's name: "Mayor …", "…, head of the council", "…, who leads it"."""
    title = title_before(head, before)
    if title is not None and not (is_rank(title) or title.endswith(("’s", "'s"))):
        return title
    if title is not None and title.endswith(("’s", "'s")):
        title = None  # "Labour’s Amir Sadiq"
    clause = next((c for c in head.children if c.dep_ == "relcl" and tells_office(c)), None)
    return office_beside(head) or (standing(head) if clause is not None else title) or title or standing(head)


def title_before(head: Token, before: list[Token]) -> str | None:
    """The office before a person's name: "Mayor …", "Co-founder …", "the baker …"."""
    titles = [t for t in before if t.lower_.rstrip(".") not in HONORIFICS and not t.is_punct]
    titles = [t for t in titles if not t.text[0].isdigit()]
    if not any(is_title(t) or t.tag_ == "NN" for t in titles):
        return None
    start = titles[0].i
    while start > 1 and head.doc[start - 1].text == "-":  # "Co-founder"
        start -= 2
    return str(head.doc[start : titles[-1].i + 1].text)


def is_rank(role: str) -> bool:
    """Whether a role is no more than a rank: "Captain"."""
    return role.lower().rstrip(".") in RANKS or role.lower().endswith("author")


def office_beside(head: Token) -> str | None:
    """The office in apposition to a name: "…, head of the council"."""
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and child.tag_ in ("NN", "NNS"):
            return described_by(child)
        is_noun_after = child.dep_ == "appos" and child.i > head.i and child.tag_[0] == "N"
        if is_noun_after and (lemma(child.text) in HOLDERS or is_title(child)):
            return plain(child)
    return None


def standing(head: Token) -> str | None:
    """What only a clause or a phrase after a name tells of it: "who farms 23 hectares", "of the Rail Bureau"."""
    for child in head.children:
        if child.dep_ == "relcl" and tells_office(child):
            return (being(child) if child.left_edge.lower_ != "whose" else None) or plain(child, before_next(child))
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "with", "at") and child.left_edge.i == head.i + 1:
            return plain(child)
        if child.dep_ == "prep" and child.lower_ == "for" and child.left_edge.i == head.i + 2:
            return plain(child)  # "Dominic Ward, for the defence,"
    after = head.doc[head.i + 1 : head.i + 5].text
    return after.removeprefix(", ") if after.startswith(", for the ") and after.endswith(COURT_SIDES) else None


def before_next(clause: Token) -> Token | None:
    """The last word of a clause before "and" begins another: "who farms next door and whose sons left"."""
    after = next((c for c in clause.children if c.dep_ == "cc" and c.i > clause.i), None)
    is_clause = any(c.dep_ == "conj" and c.tag_[:2] == "VB" for c in clause.children)
    return after.nbor(-1) if after is not None and is_clause else None


def being(clause: Token) -> str | None:
    """The office in a clause with "is": "who has been its attendant for 26 years"."""
    verbs_of_it = [clause, *(v for v in clause.conjuncts if lemma(v.text) == "be")]
    now = next((v for v in verbs_of_it if v.tag_ != "VBD"), clause)
    noun = child_of(now, "attr")
    return described_by(noun) if noun is not None and noun.tag_ == "NN" else None


def tells_office(clause: Token) -> bool:
    """Whether a relative clause tells what somebody is, not what they did: "who leads the council"."""
    is_relative = clause.left_edge.lower_ in ("who", "which", "whose")
    if lemma(clause.text) == "be":
        return is_relative and being(clause) is not None
    if clause.lower_ in OFFICE_VERBS and child_of(clause, "ccomp") is None:
        return is_relative
    is_passing = clause.lower_ in ("lives", "takes", "uses", "wants")
    return is_relative and clause.tag_ in ("VBZ", "VBP") and not is_cue(clause) and not is_passing


def is_cue(verb: Token) -> bool:
    """Whether a verb gives away a claim itself."""
    return lemma(verb.text) in CUES


def body_office(head: Token) -> str | None:
    """What a body is by the words after its name: "…, the charity that organised it", "…, which owns the track"."""
    last = next((p for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children), head)
    for child in (*head.children, *last.children):
        is_noun_after = child.dep_ == "appos" and child.i > head.i and child.tag_ == "NN"
        if is_noun_after and (lemma(child.text) in DESCRIBING or is_for_people(child)):
            return described_by(child)
    return None


def is_since(preposition: Token) -> bool:
    """Whether a phrase tells since when, or how long: "treasurer since 2021", "attendant for 26 years"."""
    time = child_of(preposition, "pobj")
    is_long = time is not None and preposition.lower_ == "for" and child_of(time, "nummod") is not None
    return preposition.lower_ == "since" or is_long


def described_by(noun: Token) -> str:
    """An apposition as a role, without the clauses after it, which tell what somebody did."""
    clauses = [c for c in noun.children if c.left_edge.i > noun.i and (c.dep_ in ("relcl", "acl") or is_since(c))]
    inner = next((t for t in noun.subtree if t.i > noun.i and t.tag_ == "WP"), None)  # "a nurse in Orlo who left"
    if inner is not None and not clauses:
        return plain(noun, inner.nbor(-1))
    if clauses and not (noun.lower_ in ANYBODY and clauses[0].dep_ == "relcl"):
        return plain(noun, clauses[0].left_edge.nbor(-1))
    return plain(noun)
