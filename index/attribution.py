"""Sentences -> who says what: the spans of each claim, its cue and its speaker. Its rooms are in `index/claims/`.

text -> Parse          parsing.py: the grammar of each sentence, or of each of its parts (parts.py), headlines.py
                       with the capitals of sentences; mending.py puts right what it misread, lost_subjects.py who
                       says something behind an aside; grammar.py asks about one word of it
Parse -> Claim         finding.py asks each kind of cue: by_verb.py, by_relative.py, by_passive.py, by_noun.py,
                       by_phrase.py, misread.py, and where none is clear by_surface.py and by_stance.py; claim.py
                       makes a claim of the words they find, by_thought.py those that count only inside one;
                       tagging.py has the sentences read in which they find none
    what is said       contents.py: clauses.py, objects.py, interruptions.py, others.py
    the words          verbs.py, phrasal.py, cues.py, people.py, places.py, given_names.py; lemmas.py knows them in
                       any form
Claim -> with quotes   quotation_owners.py: quotations.py
Parse -> Cast          cast.py, all who are named: naming.py, names.py, phrases.py, speakable.py;
                       persons.py: roles.py, describing.py, genders.py
Claim -> Identity      speakers.py: pronouns.py, makers.py, identities.py; antecedents.py has the article read
                       (antecedent_model.py) to tell which of those named (referents.py) other words mean;
                       relays.py for who passed a claim on; going_on.py for the sentences that name nobody and go
                       on with the words before them
Claim -> Attribution   nesting.py: which claim lies in which, and which are the same claim told twice
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.claims.by_thought import thoughts_in
from index.claims.cast import Cast
from index.claims.claim import Claim
from index.claims.finding import find_claims
from index.claims.going_on import going_on
from index.claims.nesting import Spoken, nested
from index.claims.parsing import Parse, Span, parse
from index.claims.parts import parts
from index.claims.quotation_owners import with_quotations
from index.claims.quotations import quotations
from index.claims.relays import brief, outlet_in, relays
from index.claims.speakers import Speakers
from index.claims.tagging import tagged
from index.sentences import Sentence

__all__ = ["Attribution", "Kind", "Span", "attribute"]

Kind = Literal["named", "unnamed", "article"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One claim that the article gives to somebody. All spans are `(start, end)` code points of the article text.

    `content` is what is claimed, `cue` the words that give it away ("said", "according to"), `speaker` the words that
    name who claims it, each possibly in several parts, `speaker` possibly empty ("reportedly"). `name` is whom the
    speaker words stand for ("He" -> "Sergei Lavrov"), `role` their office, `via` who relayed it, outermost first.
    `within` is the index, in the article's list, of the attribution around this one, or None.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    kind: Kind
    name: str | None = None
    role: str | None = None
    via: tuple[str, ...] = ()
    within: int | None = None


def attribute(text: str, sentences: Sequence[Sentence]) -> list[Attribution]:
    """All attributions of an article, ordered by where their content starts; what none covers is the article's own."""
    claims, parses, sentences, quoted = found_by_rules(text, sentences)
    missed = tagged(claims, parses, sentences)
    speakers = Speakers(parses, Cast(parses, quoted), (text, sentences))
    said = identified([*claims, *(claim for claim in missed if claim.speaker)], speakers)
    of_nobody = [claim for claim in missed if not claim.speaker]
    told = nested([*said, *going_on(said, of_nobody, sentences, speakers)], quoted, speakers.pronouns.another)
    carried = relays(parses, speakers)
    found: list[Attribution] = []
    for each in told:
        claim, who, outer = each.claim, each.who, each.within
        above = [*found[outer].via, told[outer].passed_on] if outer is not None else []
        relayed = [*above, each.outlet, carried.get(claim.sentence) if outer is None else None]
        via = tuple(dict.fromkeys(brief(name) for name in relayed if name and name != who.name))
        found.append(Attribution(claim.content, claim.cue, claim.speaker, who.kind, who.name, who.role, via, outer))
    return found


def found_by_rules(
    text: str, sentences: Sequence[Sentence]
) -> tuple[list[Claim], list[Parse], Sequence[Sentence], list[Span]]:
    """The claims that the rules find, with the grammar of the sentences, as they are parted for it, and quotations."""
    quoted = [quotation.span for quotation in quotations(text)]
    sentences = parts(text, sentences, quoted)
    parses = parse(text, sentences)
    claims = with_quotations(find_claims(parses), parses, text, sentences)
    return claims + thoughts_in(claims, parses), parses, sentences, quoted


def identified(claims: Sequence[Claim], speakers: Speakers) -> list[Spoken]:
    """Claims with who makes each, in the same order; speakers are met in the order of the cues."""
    found: dict[int, Spoken] = {}
    for n, claim in sorted(enumerate(claims), key=lambda nth: (nth[1].sentence, nth[1].cue)):
        said = speakers.with_speaker(claim)
        found[n] = Spoken(said, speakers.identify(claim), outlet_in(claim, speakers))
    return [found[n] for n in range(len(claims))]
