"""A noun for a text -> who made it: "a study published by Orlo", "minutes of the Orlo Council", "a Quorum poll"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.claims import cues
from index.claims.grammar import child_of, children_of, maker_of
from index.claims.lemmas import lemma
from index.claims.names import name_of
from index.claims.parsing import Parse
from index.claims.places import PLACES
from index.claims.speakable import outlet_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PAPERS = frozenset("memo minutes paper document report letter statement email figures".split())
"""Texts that "of" gives to a body."""
POLLS = frozenset("analysis poll report research study survey".split())
"""Texts that bear the name of who made them."""
MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""How the names of months begin."""
MADE = frozenset("carried compiled conducted drafted drawn issued prepared produced published released written".split())
"""What a text is, by whom it is."""


def maker_in(text: Token) -> Token | None:
    """Who made a text by its own phrase: "the report, by Lee", "an article in the Herald"."""
    makers = (find(text) for find in (maker_of, outlet_of, body_of, made_by))
    return next((maker for maker in makers if maker is not None and not is_date(maker)), None)


def is_date(word: Token) -> bool:
    """Whether a word tells when something was written, not by whom: "a survey from 1998", "a memo of 6 May"."""
    is_year = word.text.isdigit() and len(word) == len("1998")
    return is_year or (word.lower_[:3] in MONTHS and child_of(word, "nummod") is not None)


def made_by(text: Token) -> Token | None:
    """Who made a text by a participle after it or the name before it: "a study published by Orlo", "a Quorum poll"."""
    for clause in children_of(text, "acl"):
        by = next((c for c in clause.children if c.lower_ == "by" and c.dep_ in ("agent", "prep")), None)
        if by is not None and clause.lower_ in MADE:
            return child_of(by, "pobj")
    named = next((c for c in children_of(text, "compound") if c.tag_ == "NNP" and c.lower_ not in PLACES), None)
    return named if named is not None and lemma(text.text) in POLLS else None


def body_of(text: Token) -> Token | None:
    """The body whose a text is: "minutes of the Orlo Council", not "a report of the fire"."""
    for preposition in text.children:
        body = child_of(preposition, "pobj") if preposition.lower_ == "of" else None
        if body is not None and body.tag_ in ("NNP", "NNPS") and lemma(text.text) in PAPERS:
            name = name_of(body)
            return body if name is not None and not name.person and body.lower_ not in PLACES else None
    return None


def text_makers(parses: Sequence[Parse]) -> dict[str, list[tuple[int, Token]]]:
    """For a noun for texts, all who are told to have made one, each with the sentence."""
    found: dict[str, list[tuple[int, Token]]] = defaultdict(list)
    for n, parse in enumerate(parses):
        for token in parse.doc:
            word = lemma(token.text) if token.tag_ == "NN" else ""
            maker = maker_of(token) if word in cues.UTTERANCES else None
            if maker is not None and maker.tag_ not in ("PRP", "PRP$"):
                found[word].append((n, maker))
    return found
