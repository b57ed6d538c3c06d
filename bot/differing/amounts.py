"""A question for a number, and two quotes -> whether they answer it with different ones."""

from __future__ import annotations

from bot.differing.asked import Asked
from bot.differing.clauses import clauses, stale
from bot.differing.events import names, told
from bot.differing.figures import Figure, figures
from bot.differing.meanings import DEEDS, PEOPLE, meanings
from bot.differing.units import excluding, is_measure_for, kind_of, rates
from index.quotes import Quote

BESIDE = 0.6
"""The share of the question's telling words that stand around a measure of what is asked."""


def differing_amounts(asked: Asked, one: Quote, other: Quote) -> bool:
    """Whether two quotes give numbers for what is asked that can't both be right."""
    ours, theirs = (figures(quote.text) for quote in (one, other))
    if _follows(one, other) or _follows(other, one):
        first, second = (ours, theirs) if one.start < other.start else (theirs, ours)
        bare = [figure for figure in second if figure.bare]
        told_before = [figure for figure in first if not figure.bare and figure.counted]
        if len(bare) == 1 and len(told_before) == 1 and _is_asked(asked, told_before[0], one):
            return bare[0].excludes(told_before[0])
    for kind in {kind_of(figure) for figure in ours + theirs if figure.counted}:
        our, their = (_the_one(asked, kind, *given) for given in ((ours, one), (theirs, other)))
        if our and their and excluding(our, their):
            return _same_thing(asked, (one, our), (other, their))
    return False


def _the_one(asked: Asked, kind: str, given: list[Figure], quote: Quote) -> Figure | None:
    """The figure of a kind that a quote gives for what is asked; None where nobody can tell which one is meant."""
    meant = [figure for figure in given if _is_asked(asked, figure, quote) and kind_of(figure) == kind]
    return meant[0] if meant and not any(excluding(meant[0], figure) for figure in meant) else None


def _follows(one: Quote, other: Quote) -> bool:
    """Whether a quote stands right after another one, in its paragraph."""
    between = one.article.text[other.end : one.start]
    return one.article.key == other.article.key and one.start >= other.end and between in ("", " ")


def _is_asked(asked: Asked, figure: Figure, quote: Quote) -> bool:
    """Whether a figure counts what is asked for, of those of whom it is asked, in a quote about what is asked."""
    if figure.bare or not figure.counted or not is_measure_for(asked.how, asked.noun, figure):
        return False
    told_of = figure.states - {"aboard", "present"}
    if asked.states and (not asked.states & figure.states or told_of - asked.states):
        return False
    if not asked.states and (told_of or not _is_about(asked, figure, quote)):
        return False
    return asked.noun is None or asked.noun in (PEOPLE, *figure.counted) or kind_of(figure) == asked.noun


def _is_about(asked: Asked, figure: Figure, quote: Quote) -> bool:
    """Whether what is asked is told beside a measure or in its clause, or half of it in a count’s quote or title."""
    if asked.noun:
        words = {*meanings(f"{quote.text} {quote.article.title or ''}")}
        return 2 * len(asked.about & words) >= len(asked.about)
    return len(asked.about & figure.around) >= BESIDE * len(asked.about) or asked.is_told_in(_clause(quote, figure))


def _same_thing(asked: Asked, one: tuple[Quote, Figure], other: tuple[Quote, Figure]) -> bool:
    """Whether two figures count the same, of the same event, at the same time, as far as their words tell."""
    (our_quote, ours), (their_quote, theirs) = one, other
    if (_kinds(asked, ours) ^ _kinds(asked, theirs)) - asked.about or rates(ours) ^ rates(theirs):
        return False
    if (stale(_clause(our_quote, ours)) ^ stale(_clause(their_quote, theirs))) - asked.years:
        return False
    done, their_done = ours.around & DEEDS, theirs.around & DEEDS
    if (done and their_done and not done & their_done) or _elsewhere(asked, our_quote, ours, their_quote, theirs):
        return False
    shared = (ours.around & theirs.around) - {*ours.counted, *theirs.counted} - asked.names
    known = asked.states or "aboard" in ours.states & theirs.states
    return bool(known or shared or asked.about & told(our_quote) & told(their_quote))


def _kinds(asked: Asked, figure: Figure) -> set[str]:
    """What tells those counted from others: the words before the noun asked for, else what is counted."""
    if asked.noun in figure.counted:
        return {*figure.counted[: figure.counted.index(asked.noun)]}
    return set() if kind_of(figure) == asked.noun else {kind_of(figure)}


def _clause(quote: Quote, figure: Figure) -> str:
    """The clause that a figure stands in."""
    return next(clause for start, clause in reversed(list(clauses(quote.text))) if start <= figure.start)


def _elsewhere(asked: Asked, one: Quote, ours: Figure, other: Quote, theirs: Figure) -> bool:
    """Whether each of two figures has names of its own beside it, as of two places."""
    our_names, their_names = (
        frozenset(names(quote)) & figure.around - asked.names for quote, figure in ((one, ours), (other, theirs))
    )
    return bool(our_names and their_names and not our_names & their_names)
