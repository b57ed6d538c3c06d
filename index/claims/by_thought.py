"""Claims -> those inside them by turns that alone are nobody's: "Lee said the crew knew as much", "… saw no way out".

Outside of what somebody claims, such words tell what the article itself holds to be so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.claims.claim import Claim, claim_from, cue_of
from index.claims.clauses import words_of
from index.claims.grammar import child_of, subject_of
from index.claims.lemmas import verb_lemma
from index.claims.nesting import holds
from index.claims.parsing import Parse
from index.claims.speakable import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token


def thoughts_in(claims: Sequence[Claim], parses: Sequence[Parse]) -> list[Claim]:
    """What others think by what these claims tell of them, apart from what is among the claims already."""
    told = {claim.cue for claim in claims}
    found = (by_thought(parse, token) for parse in parses for token in parse.doc if token.tag_.startswith("VB"))
    apart = (claim for claim in found if claim is not None and claim.cue not in told)
    return [claim for claim in apart if any(holds(outer, claim) for outer in claims)]


def by_thought(parse: Parse, verb: Token) -> Claim | None:
    """ "saw no way out", "knew as much": the claim of the subject."""
    thing = child_of(verb, "dobj")
    if thing is None or thing.i < verb.i:
        return None
    is_none = thing.lower_ == "nothing" or thing.left_edge.lower_ in ("no", "little")
    is_thought = is_none and verb_lemma(verb) in ("see", "find")
    is_told = thing.lower_ == "much" and thing.left_edge.lower_ == "as"
    subject = subject_of(verb) if is_thought or is_told else None
    if subject is None or not can_speak(subject):
        return None
    return claim_from(parse, words_of([thing]), cue_of(verb), subject)
