"""A phrase beside a clause -> the claim of whom it names: "according to X", "in X’s view", "reportedly"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import cues, people, verbs
from index.claims.claim import Claim, Cue, claim_from
from index.claims.grammar import child_of, children_of, is_aside, maker_of, root_of
from index.claims.lemmas import lemma, verb_lemma
from index.claims.names import apposed, is_someone, name_of
from index.claims.parsing import Parse
from index.claims.places import PLACES
from index.claims.speakable import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

LABELS = people.PEOPLE | people.OFFICES | frozenset("report poll study survey police court government ministry".split())
"""What may stand before the colon of a label: "Police: two held"."""
LABELLED = (cues.CLAIM_NOUNS | cues.UTTERANCES) - {"note"}
"""What a label may tell of somebody: "The mayor’s verdict: no"."""
SOME = frozenset("all another common many most one other several some various".split())
"""What stands before an account of nobody named: "by some estimates"."""
TOO = frozenset("early enough far late little much soon too".split())
"""Words by which a clause judges: "For X, the order came too late"."""
CLAUSES = frozenset("ROOT ccomp conj advcl relcl parataxis acl pcomp xcomp csubj".split())
"""How the verb of a clause may hang on another word."""


def by_according(parse: Parse, according: Token) -> Claim | None:
    """ "According to X, …", "per X, …"."""
    source = child_of(according, "pobj")
    if according.lower_ == "per" and source is not None and can_speak(source) and source.left_edge != source:
        return claim_from(parse, clause_around(according), Cue([according], according), source)
    to = next((c for c in according.children if c.lower_ == "to"), None)
    speaker = (child_of(to, "pobj") or child_of(to, "pcomp")) if to is not None else None
    if according.lower_ != "according" or to is None or speaker is None or to.i != according.i + 1:
        return None
    return claim_from(parse, clause_around(according), Cue([according, to], according), speaker)


def by_view(parse: Parse, noun: Token) -> Claim | None:
    """ "In the view of X, …", "in the words of X, …", "by all accounts, …", "by one estimate, …"."""
    if noun.head.lower_ in ("by", "on") and lemma(noun.text) in cues.RECKONINGS and noun.left_edge.lower_ in SOME:
        return claim_from(parse, clause_around(noun.head), Cue([noun.head, *noun.subtree], noun), None)
    view = view_in(noun)
    if view is None or (lemma(root_of(noun).text) in verbs.SPEECH and child_of(root_of(noun), "ccomp") is not None):
        return None  # "In his judgment, the judge found that …"
    preposition, holder = view
    return claim_from(parse, clause_around(preposition), Cue([preposition, noun], noun), holder)


def view_in(noun: Token) -> tuple[Token, Token] | None:
    """The preposition of a phrase that tells in whose view a clause is so, and the one whose view it is."""
    own = noun.nbor(-1) if noun.i > 1 else noun
    if (
        noun.dep_ == "compound"
        and own.tag_ == "PRP$"
        and own.nbor(-1).lower_ == "in"
        and lemma(noun.text) in cues.VIEWS
    ):
        return own.nbor(-1), own  # "In her view robots will …", read as robots of view
    of_view = noun.lower_ == "point" and any(t.lower_ == "view" for t in noun.subtree)
    if noun.dep_ != "pobj" or (lemma(noun.text) not in cues.VIEWS and not of_view):
        return None
    if noun.head.lower_ not in ("in", "by", "to", "from", "on", "under"):
        return None
    of = next((c for c in noun.children if c.lower_ == "of" and not of_view), None)
    holder = child_of(noun, "poss") or (child_of(of, "pobj") if of is not None else None)
    return (noun.head, holder) if holder is not None and can_speak(holder) else None


def by_judge(parse: Parse, preposition: Token) -> Claim | None:
    """ "For X, the vote was a betrayal"."""
    holder = seen_by(preposition)
    return claim_from(parse, clause_around(preposition), Cue([preposition], preposition), holder) if holder else None


def seen_by(preposition: Token) -> Token | None:
    """Whose judgement a clause is: "For Karl Oduya, the vote was a betrayal"."""
    if preposition.lower_ not in ("for", "to") or preposition.i > 0 or preposition.dep_ != "prep":
        return None
    holder, clause = child_of(preposition, "pobj"), preposition.head
    after = preposition.right_edge.i + 1
    subject = child_of(clause, "nsubj")
    is_judge = holder is not None and (is_someone(holder) or names_society(holder) or holder.lower_ in people.THEY)
    is_judge = is_judge or (holder is not None and holder.tag_ == "NNS" and lemma(holder.text) in people.SOCIETIES)
    is_named = holder is not None and apposed(holder) is not None
    if holder is None or subject is None or not is_judge or (holder.tag_ == "NN" and not is_named):
        return None
    is_to, word = preposition.lower_ == "to" and verb_lemma(clause) not in verbs.SAYING, verb_lemma(clause)
    is_doing = any(c.tag_ in ("VBG", "VB") and c.i > clause.i for c in children_of(clause, "xcomp", "ccomp", "attr"))
    is_said = is_doing or child_of(clause, "attr") is not None or any(c.lower_ == "beside" for c in clause.children)
    is_it = subject.lower_ == "it" and not is_opening(clause)
    is_judged = word == "be" and (is_said or is_to) and (subject.lower_ != "it" or is_it)
    is_judged = is_judged or (word == "mean" and subject.lower_ != "it")
    is_judged = is_judged or (is_to and subject.tag_ in ("PRP", "NNP") and subject.lower_ != "it")
    is_judged = is_judged or (word in ("be", "come", "go") and any(t.lower_ in TOO for t in clause.subtree))
    is_parted = after < len(preposition.doc) and preposition.doc[after].text == ","
    is_bare = holder.lower_ in people.HE_OR_SHE | people.THEY or (is_to and is_said and holder.tag_ == "NNS")
    return holder if is_judged and (is_parted or is_bare) else None


def is_opening(clause: Token) -> bool:
    """Whether "it" is nothing yet: "it was hard to leave", "it was Lee who left"."""
    return any(c.dep_ in ("ccomp", "xcomp", "relcl", "advcl") for t in (clause, *clause.children) for c in t.children)


def names_society(holder: Token) -> bool:
    """Whether a name is that of people who hold views together: "the Norland Teachers’ Union"."""
    return holder.tag_ == "NNP" and lemma(holder.text) in people.SOCIETIES | {"alliance", "campaign", "party"}


def clause_around(aside: Token) -> list[Token]:
    """The clause that a phrase such as "according to X" is about: all of the sentence, at either end of it."""
    clause = aside.head
    while clause.dep_ not in CLAUSES:
        clause = clause.head
    if aside.i == 0 or all(t.is_punct for t in aside.doc[aside.right_edge.i + 1 :]):
        clause = root_of(clause)
    return [t for t in clause.subtree if not aside.left_edge.i <= t.i <= aside.right_edge.i]


def by_hedge(parse: Parse, hedge: Token) -> Claim | None:
    """ "… was reportedly …": nobody in particular says the clause."""
    clause = hedge.head
    while clause.dep_ in ("amod", "advmod", "acomp", "aux", "auxpass"):
        clause = clause.head
    before = [c for c in children_of(clause, "advcl") if c.right_edge.i < hedge.i and hedge.i > 0]
    near = [t for t in clause.subtree if not any(c == t or c.is_ancestor(t) for c in before)]
    return claim_from(parse, [t for t in near if t != hedge], Cue([hedge], hedge), None)


def by_hedged_thing(parse: Parse, hedge: Token) -> Claim | None:
    """ "the alleged bribe", "an estimated 2,600 people": nobody in particular says that it is one."""
    if hedge.lower_ == "estimated" and not any(c.tag_ == "CD" for c in hedge.head.subtree):
        return None
    words = [t for t in hedge.head.subtree if t.i >= hedge.i and not any(is_aside(c) for c in (t, t.head))]
    return claim_from(parse, [t for t in words if t != hedge], Cue([hedge], hedge), None)


def by_label(parse: Parse) -> Claim | None:
    """ "Minister: no plan to resign"."""
    doc = parse.doc
    colon = next((t for t in doc[1:9] if t.text == ":"), None)
    if colon is None or colon.i + 2 >= len(doc) or any(t.tag_[:2] in ("VB", "MD", "IN") for t in doc[: colon.i]):
        return None
    speaker = doc[colon.i - 1]
    while speaker.head.i < colon.i and speaker.dep_ != "ROOT":
        speaker = speaker.head
    name = name_of(speaker)
    named = name is not None and (name.person or name.outlet or speaker.lower_ in PLACES)
    is_quoted = speaker.tag_ == "NNP" and doc[colon.i + 1].is_quote
    is_turn = colon.i == 1 and (speaker.text in ("Q", "A") or is_quoted)
    content = parse.spans(doc[colon.i + 1 :])
    maker = maker_of(speaker) if lemma(speaker.text) in LABELLED else None
    if maker is not None and can_speak(maker):  # "The mayor’s verdict: no."
        cue, source = parse.span(speaker, speaker), parse.spans(maker.subtree)
        return Claim(parse.sentence, content, (cue,), source, maker, colon)
    is_label = lemma(speaker.text) in LABELS and (parse.sentence == 0 or speaker.left_edge.lower_ != "the")
    if not (named or is_turn or is_label):
        return None
    source = parse.spans(doc[: colon.i])
    return Claim(parse.sentence, content, (parse.span(colon, colon),), source, speaker, colon)
