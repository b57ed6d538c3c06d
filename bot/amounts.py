"""A question for a number or a time, and two quotes -> whether they answer it with different ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.figures import PEOPLE, STATES, Figure, clauses, figures, meanings
from index.quotes import Quote
from index.terms import STOP_TERMS, forms

_HOW_MANY = re.compile(
    r"\b(?:how many|(?:the )?(?:number|count|death toll|toll) of)\s+(?P<counted>[^?.,]*)", re.IGNORECASE
)
_HOW_MUCH = re.compile(
    r"\b(?P<how>how (?:much|long|high|deep|big|large|old|fast|far|tall|strong|wide|heavy|expensive|often))\b"
    r"|\bwhat (?:was |is |were )?(?:the )?"
    r"(?P<what>share|percentage|magnitude|price|height|depth|size|area|cost|speed|length)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:(?P<when>when)|(?:what|which) (?P<unit>day|date|year|time|month))\b", re.IGNORECASE)
_FAINT = frozenset(
    forms("take took part make made get got give gave put set go went come came say said happen have total")
)
"""Verbs that say too little of what happened to tell it from something else."""
_STALE = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|withdrawn|corrected|at first|last (?:year|month|week)"
    r"|ago|so far|expect\w*|plan(?:s|ned)? to|forecast\w*|predict\w*|could|may|might|will|hop(?:es?|ed) to|licen[sc]ed"
    r"|capacity|average|normally|usually)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(r"(?<![.!?…”\"“]\s)(?<!^)(?<![“\"])\b[^\W\d_a-zа-я][\w’'-]+")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_TIME = re.compile(
    rf"""\b(?P<before>(?:until|till|by|before|after|from|since|than|to)\s+(?:\w+\s+)?)?(?:
    (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{"|".join(_MONTHS)})
    |(?P<month2>{"|".join(_MONTHS)})\s+(?P<day2>\d{{1,2}})(?!\d)
    |(?P<weekday>{"|".join(_DAYS)})
    |(?<=[Ii]n\s)(?P<year>(?:1[5-9]|20)\d\d)\b)""",
    re.VERBOSE,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|reported|wrote|writes|stated|confirmed|claimed|added|according|published|statement)\b"
)
SAME_EVENT = 0.75
"""The share of the words for an event that a clause must have for its day to be the event's."""
DAYS_BETWEEN = 4
"""Days between two articles for which the same weekday is surely the same day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A number or a time that is asked for, in the question's words `how`.

    `noun` is what is counted, if that is said; `states` are what became of it; `names`, `years` and `about`
    are the question's other telling words.
    """

    how: str
    noun: str | None
    states: frozenset[str]
    about: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]


def asked_amount(question: str) -> Asked | None:
    """What number a question asks for, None when it asks for none."""
    if found := _HOW_MANY.search(question):
        counted = _noun(found["counted"])
        return _asked(question, f"how many {counted[0]}" if counted else "how many", counted[1] if counted else None)
    if found := _HOW_MUCH.search(question):
        return _asked(question, (found["how"] or f"the {found['what']}").lower(), None)
    return None


def _noun(text: str) -> tuple[str, str] | None:
    """The noun that "how many" asks for, as written and in its normal form: the first plural, else the first word."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    plural = re.compile(r".*[^s]s|people|men|women|children|police|soldiery|crew", re.IGNORECASE)
    found = next((word for word in words[:4] if plural.fullmatch(word)), None) or next(iter(words), None)
    meant = meanings(found) if found else []
    return (found, meant[0]) if found and meant else None


def _asked(question: str, how: str, noun: str | None) -> Asked:
    question = next(
        (part for part in re.split(r"(?<=[.!?])\s+", question) if how.rsplit(maxsplit=1)[-1].lower() in part.lower()),
        question,
    )
    meant = frozenset(meanings(question)) - STOP_TERMS
    noun = PEOPLE if noun in STATES - {"aboard"} else noun
    names = frozenset(forms(" ".join(_NAME.findall(question))))
    about = meant - STATES - names - _FAINT - {noun} - frozenset(meanings(how))
    return Asked(how, noun, meant & STATES, about, names, frozenset(_YEAR.findall(question)))


def differing_amounts(asked: Asked, one: Quote, other: Quote) -> bool:
    """Whether two quotes give numbers for what is asked that can't both be right."""
    ours, theirs = (figures(quote.text) for quote in (one, other))
    if _follows(one, other) or _follows(other, one):
        first, second = (ours, theirs) if one.start < other.start else (theirs, ours)
        bare = [figure for figure in second if figure.bare]
        told = [figure for figure in first if not figure.bare and figure.counted]
        if len(bare) == 1 and len(told) == 1 and _is_asked(asked, told[0], one):
            return bare[0].excludes(told[0])
    for counted in {_head(figure) for figure in ours + theirs if figure.counted}:
        our = [figure for figure in ours if _is_asked(asked, figure, one) and _head(figure) == counted]
        their = [figure for figure in theirs if _is_asked(asked, figure, other) and _head(figure) == counted]
        # Of several such figures in one quote, nobody can tell which one is meant.
        if len(our) == len(their) == 1 and our[0].excludes(their[0]):
            return _same_thing(asked, (one, our[0]), (other, their[0]))
    return False


def _follows(one: Quote, other: Quote) -> bool:
    """Whether a quote stands right after another one, in its paragraph."""
    between = one.article.text[other.end : one.start]
    return one.article.key == other.article.key and one.start >= other.end and between in ("", " ")


def _is_asked(asked: Asked, figure: Figure, quote: Quote) -> bool:
    """Whether a figure counts what is asked for, of those of whom it is asked, in a quote about what is asked."""
    if figure.bare or not figure.counted:
        return False
    if asked.states and not asked.states & figure.states:
        return False
    if not asked.states and (figure.states - {"aboard"} or not _is_about(asked, figure, quote)):
        return False
    return asked.noun is None or asked.noun in (PEOPLE, *figure.counted) or _head(figure) == asked.noun


def _is_about(asked: Asked, figure: Figure, quote: Quote) -> bool:
    """Whether half of the question's telling words stand around a measure, or in the quote or title of a count."""
    title = quote.article.title or ""
    words = {*meanings(f"{quote.text} {title}")} if asked.noun else figure.around
    return 2 * len(asked.about & words) >= len(asked.about)


def _head(figure: Figure) -> str:
    """What a figure counts: those who are "injured" are people."""
    first = figure.counted[0]
    return PEOPLE if first in STATES - {"aboard"} else first


def _same_thing(asked: Asked, one: tuple[Quote, Figure], other: tuple[Quote, Figure]) -> bool:
    """Whether two figures count the same, of the same event, at the same time, as far as their words tell."""
    (our_quote, ours), (their_quote, theirs) = one, other
    if asked.noun in ours.counted and asked.noun in theirs.counted:
        kinds = {*ours.counted[: ours.counted.index(asked.noun)]} ^ {
            *theirs.counted[: theirs.counted.index(asked.noun)]
        }
    else:
        kinds = {_head(ours)} ^ {_head(theirs)}
    rates = {word for word in ours.counted if word[0] == "/"} ^ {word for word in theirs.counted if word[0] == "/"}
    if (kinds - {*asked.about}) or rates or (_stale(our_quote, ours) ^ _stale(their_quote, theirs)) - asked.years:
        return False
    if _elsewhere(asked, our_quote, ours, their_quote, theirs):
        return False
    shared = (ours.around & theirs.around) - {*ours.counted, *theirs.counted} - asked.names
    known = asked.states or "aboard" in ours.states & theirs.states
    return bool(known or shared or len(asked.about & told(our_quote) & told(their_quote)) > 0)


def told(quote: Quote) -> frozenset[str]:
    """The normal forms of a quote's telling words."""
    return frozenset(meanings(quote.text)) - STOP_TERMS


def _stale(quote: Quote, figure: Figure) -> set[str]:
    """The words of a figure's clause that make it one of another time or of another kind of truth."""
    clause = next(c for start, c in reversed(list(clauses(quote.text))) if start <= figure.start)
    return {word.lower() for word in [*_STALE.findall(clause), *_YEAR.findall(clause)]}


def _elsewhere(asked: Asked, one: Quote, ours: Figure, other: Quote, theirs: Figure) -> bool:
    """Whether each of two figures has names of its own beside it, as of two places."""
    our_names, their_names = (
        frozenset(names(quote)) & figure.around - asked.names for quote, figure in ((one, ours), (other, theirs))
    )
    return bool(our_names and their_names and not our_names & their_names)


def names(quote: Quote) -> set[str]:
    """The normal forms of the names in a quote, but for its speaker's and those of days."""
    own = forms(" ".join(filter(None, (quote.speaker.name, quote.speaker.role, quote.speaker.cue, *_DAYS, *_MONTHS))))
    return {*forms(" ".join(_NAME.findall(quote.text)))} - {*own}


# Times.


def asked_time(question: str) -> Asked | None:
    """What time a question asks for, None when it asks for none."""
    found = _WHEN.search(question)
    return _asked(question, "when" if found["when"] else f"the {found['unit'].lower()}", None) if found else None


def differing_times(asked: Asked, one: Quote, other: Quote) -> bool:
    """Whether two quotes give one day, or one year, each for what is asked, and not the same."""
    event = asked.about | asked.states
    if asked.names & told(one) != asked.names & told(other):
        return False
    ours, theirs = _times(event, one), _times(event, other)
    return any(
        len(ours[kind]) == len(theirs[kind]) == 1
        and ours[kind] != theirs[kind]
        and (kind != "weekday" or days_apart(one, other) <= DAYS_BETWEEN)
        for kind in ours.keys() & theirs.keys()
    )


def _times(event: frozenset[str], quote: Quote) -> dict[str, set[str]]:
    """The days and years at which a quote puts the event, by their kind."""
    found: dict[str, set[str]] = {}
    for _, clause in clauses(quote.text):
        if not event or len(event & {*meanings(clause)}) < SAME_EVENT * len(event):
            continue
        for time in _TIME.finditer(clause):
            said = {*meanings(" ".join(_TOLD.findall(clause[max(0, time.start() - 30) : time.start()])))}
            if not time["before"] and said <= event:
                kind, value = _time(time)
                found.setdefault(kind, set()).add(value)
    return found


def _time(time: re.Match[str]) -> tuple[str, str]:
    if time["weekday"]:
        return "weekday", time["weekday"]
    if time["year"]:
        return "year", time["year"]
    return "day", f"{time['day'] or time['day2']} {time['month'] or time['month2']}"


def days_apart(one: Quote, other: Quote) -> float:
    """The days between the articles of two quotes, without end when a day isn't known."""
    if one.article.key == other.article.key:
        return 0
    try:
        ours, theirs = (date.fromisoformat((quote.article.published or "")[:10]) for quote in (one, other))
    except ValueError:
        return float("inf")
    return abs((ours - theirs).days)


def same_event(question: str, one: Quote, other: Quote) -> bool:
    """Whether the articles of two quotes tell of the same, by the names that they share, and the question's words."""
    if one.article.key == other.article.key:
        return True
    if 60 < days_apart(one, other) < float("inf"):
        return False
    ours, theirs = ({*_names_of(quote)} for quote in (one, other))
    wanted = {*forms(" ".join(_NAME.findall(question)))} - {*forms(" ".join((*_DAYS, *_MONTHS)))}
    return wanted <= ours & theirs and len(ours & theirs) >= 2


def _names_of(quote: Quote) -> Iterator[str]:
    article = quote.article
    skipped = {*forms(" ".join((*_DAYS, *_MONTHS)))} | STOP_TERMS
    yield from (
        form for form in forms(" ".join(_NAME.findall(f"{article.title or ''}. {article.text}"))) if form not in skipped
    )
