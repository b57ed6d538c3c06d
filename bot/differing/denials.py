"""Two quotes -> what one of them denies and the other one asserts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.differing.clauses import clauses
from bot.differing.events import names
from index.quotes import Quote
from index.terms import STOP_TERMS, Term, forms, terms

_CLAIM = (
    r"(?:account|claim|allegation|accusation|charge|report|version|suggestion|assertion|statement|idea|notion|story)s?"
)
_DENIES = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|disput|refut|rebut)(?:s|es|ed|e|ing|ted)?\s+(?:\w+['’]?s?\s+){{0,3}}?"
    rf"{_CLAIM}\b)(?:\s+(?:that|of|about))?\s*(?P<denied>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CALLS_FALSE = re.compile(
    rf"\b(?:call|brand|label|describ)(?:s|ed|es|led)?\s+(?:it|that|this|the\s+{_CLAIM})\s+(?:as\s+)?[“\"‘']?(?:an?\s+)?(?:\w+\s+)?"
    r"(?:lie|false|untrue|nonsense|fairy|fabricat\w+|baseless|unfounded|invent\w+|rubbish)\b",
    re.IGNORECASE,
)
_IT = re.compile(rf"^\W*(?:it|this|that|them|(?:the\s+)?{_CLAIM}|)\W*(?:$|[.,;])", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|nobody|none|neither|nor|no)\b|n[’']t\b", re.IGNORECASE)
_NOT_A_DENIAL = re.compile(
    r"\b(?:not (?:only|just|yet|even|necessarily|always|all|every\w*|less|more|until|immediately|sure|clear)"
    r"|no (?:longer|more|less|fewer|doubt|one else|comment|word|evidence|proof|sign)"
    r"|(?:did|do|does|would|could|will|can|has|have|had)(?:\s+not|n[’']t)\s+(?:\w+ly\s+)?(?:comment\w*|sa(?:y|id)|know\w*"
    r"|confirm\w*|answer\w*|respond\w*|repl(?:y|ied)|give|given|name|specify|elaborate|think|believe|rule|want)"
    r"|neither confirm|if|whether|unless|without)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r",\s+|\s+because\s+", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:[Ii]f|[Ww]hether|[Uu]nless|would|could|may|might|should|asked|accus\w+|alleged\w*|investigat\w+)\b|\?"
)
_SAYING = frozenset(
    forms(
        "said says say told tell stated state claimed claim asserted assert insisted insist reported report added "
        "denied deny rejected reject dismissed dismiss called according statement spokesman spokeswoman spokesperson"
    )
)
SHARED = 0.6
"""The share of a denial's telling words that an assertion must hold."""
LONGEST = 9
"""Words of a quote that are repeated to say what the accounts differ on."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause of a quote says, by the terms that tell something; `denied` when it says that it isn't so."""

    text: str
    words: tuple[Term, ...]
    denied: bool
    cued: bool = False

    @property
    def forms(self) -> frozenset[str]:
        """The normal forms of the words."""
        return frozenset(word.form for word in self.words)


def denied(one: Quote, other: Quote) -> str | None:
    """What one of two quotes denies and the other asserts, as a phrase that begins with "whether"; None if nothing."""
    for denier, teller in ((one, other), (other, one)):
        if _denies_the_last(denier, teller):
            return _whether(_last(teller))
        for no in _clauses(denier):
            if no.denied:
                for yes in _clauses(teller):
                    if _contradict(no, yes, denier, teller):
                        return _whether(yes, no)
    return None


def _clauses(quote: Quote) -> Iterator[Clause]:
    for _, text in clauses(quote.text):
        cue = _DENIES.search(text)
        if cue and not _IT.match(cue["denied"]):
            yield Clause(cue["denied"], _telling(cue["denied"], quote), denied=True, cued=True)
        elif not cue and not _NOT_A_DENIAL.search(text):
            negated = bool(_NOT.search(text))
            for part in {text: None} | dict.fromkeys(_BREAK.split(text)):
                if bool(_NOT.search(part)) == negated:
                    yield Clause(part, _telling(part, quote), denied=negated)


def _telling(text: str, quote: Quote) -> tuple[Term, ...]:
    own = {*forms(" ".join(filter(None, (quote.speaker.name, quote.speaker.role, quote.speaker.cue))))}
    return tuple(word for word in terms(text) if word.form not in STOP_TERMS | _SAYING | own)


def _contradict(no: Clause, yes: Clause, denier: Quote, teller: Quote) -> bool:
    """Whether an assertion says what a denial denies: nearly the same words, of the same year."""
    if yes.denied or _UNSURE.search(yes.text) or _UNSURE.search(no.text):
        return False
    shared = no.forms & yes.forms
    plain = shared - names(denier) - names(teller)
    ours, theirs = ({form for form in forms if form[0].isdigit()} for forms in (no.forms - shared, yes.forms - shared))
    years = any(len(form) == 4 for form in ours | theirs)
    if years or (ours and theirs) or len(shared) < SHARED * len(no.forms):
        return False
    if no.cued:
        return len(shared) >= 2 and bool(plain)
    return len(shared) >= 3 and len(plain) >= 2 and len(shared) >= SHARED * len(yes.forms)


def _denies_the_last(denier: Quote, teller: Quote) -> bool:
    """Whether a quote denies "it" or "the account" right after somebody else's words in its article."""
    if denier.article.key != teller.article.key or teller.end > denier.start or teller.speaker.kind == "article":
        return False
    if denier.article.text[teller.end : denier.start].strip() or _UNSURE.search(_last(teller).text):
        return False
    opening = next(clauses(denier.text))[1]
    cue = _DENIES.search(opening)
    return bool(_CALLS_FALSE.search(opening) or (cue and _IT.match(cue["denied"])))


def _last(quote: Quote) -> Clause:
    text = [clause for _, clause in clauses(quote.text) if clause.strip()][-1]
    return Clause(text, _telling(text, quote), denied=False)


def _whether(yes: Clause, no: Clause | None = None) -> str:
    """What is asserted, in its own words where they are few."""
    kept = [word for word in yes.words if no is None or word.form in no.forms]
    words = " ".join(yes.text[kept[0].start : kept[-1].end].split()) if kept else ""
    return f"whether “{words}”" if words and len(words.split()) <= LONGEST else "whether this is so"
