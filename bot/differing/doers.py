"""A question for who won, wrote or found something, and two quotes -> whether they name different ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.differing.asked import asked_for
from bot.differing.clauses import clauses
from bot.differing.events import NAMED
from index.quotes import Quote
from index.terms import STOP_TERMS, forms

_DEEDS = {
    "won": "won",
    "wrote": "wrote|written",
    "designed": "designed",
    "discovered": "discovered",
    "invented": "invented",
    "painted": "painted",
    "composed": "composed",
    "founded": "founded",
}
_ASKS = re.compile(rf"\bwho\s+(?P<deed>{'|'.join(_DEEDS)})\b", re.IGNORECASE)


def asks_who(question: str) -> bool:
    """Whether a question asks who did a deed that only one can have done."""
    return _ASKS.search(question) is not None


def differing_doers(question: str, one: Quote, other: Quote) -> bool:
    """Whether two quotes name different ones for the deed that is asked about."""
    ours, theirs = ({*_doers(question, quote)} for quote in (one, other))
    return bool(ours and theirs and not ours & theirs)


def _doers(question: str, quote: Quote) -> Iterator[str]:
    """The normal forms of the names of those who did the deed, as a quote has it."""
    asked, found = asked_for(question), _ASKS.search(question)
    did = rf"(?:{_DEEDS[found['deed'].lower()]})" if found else ""
    named = re.compile(rf"({NAMED})\s+{did}\b|\b{did}\s+by\s+(?:the\s+)?(?:[a-z]+\s+)?({NAMED})")
    for _, clause in clauses(quote.text):
        if asked.is_told_in(clause) and not re.search(r"\b(?:not|never)\b|n[’']t\b", clause):
            for doer in named.finditer(clause):
                yield from {*forms(doer[1] or doer[2])} - STOP_TERMS - asked.names
