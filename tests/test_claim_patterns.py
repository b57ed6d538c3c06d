"""Whoever says it, with whatever verb, wherever they stand: the claim is theirs, and all of it is found."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.attribution import attribute
from index.sentences import split

SPEAKERS = {
    # how the article tells of them: a part of their name
    "Ines Calder": "Ines Calder",
    "Dr Ines Calder": "Ines Calder",
    "Ines Calder, 46,": "Ines Calder",
    "Ines Calder, the chair of the council,": "Ines Calder",
    "Ines Calder, who leads the council,": "Ines Calder",
    "Ines Calder, a retired engineer from Orlo,": "Ines Calder",
    "Ines Calder, Karl Oduya’s lawyer,": "Ines Calder",
    "Council leader Ines Calder": "Ines Calder",
    "Prime Minister Ines Calder": "Ines Calder",
    "Orlo’s mayor, Karl Oduya,": "Karl Oduya",
    "Professor Karl Oduya of Orlo University": "Karl Oduya",
    "Two officials": "officials",
    "An official who asked not to be named": "official",
    "The health ministry": "ministry",
    "The ministry’s spokesman, Karl Oduya,": "Karl Oduya",
    "A spokeswoman for the health ministry": "ministry",
    "The Orlo Rail Union": "Orlo Rail Union",
    "Halden Marine, the operator,": "Halden Marine",
    "Human rights groups": "groups",
}
CUES = (
    "said",
    "told reporters",
    "warned",
    "insisted",
    "wrote on Friday",
    "added",
    "claimed",
    "argued",
    "conceded",
    "recalled",
    "testified",
    "explained",
    "confirmed",
    "complained",
    "told the Orlo Courier",
    "said in a statement",
    "stressed",
    "noted",
    "alleged",
    "acknowledged",
    "declared",
    "told a press conference on Friday",
)
PLACES = (
    "{Who} {said} that the dam was dry.",
    "On Tuesday, {who} {said} that the dam was dry.",
    "But {who} {said} that the dam was dry.",
    "“The dam was dry,” {who} {said}.",
    '"The dam was dry," {who} {said}.',
    "{Who} {said}: “The dam was dry.”",
)


@settings(deadline=None)
@given(st.sampled_from(sorted(SPEAKERS)), st.sampled_from(CUES), st.sampled_from(PLACES))
def test_a_claim_is_whole_and_its_speakers_own(who: str, said: str, place: str) -> None:
    inside = who[0].lower() + who[1:] if who.startswith(("A ", "An ", "The ", "Two ", "Human ")) else who
    text = place.format(Who=who, who=inside, said=said)
    (claim,) = (found for found in attribute(text, split(text)) if found.within is None)
    content = " ".join(text[start:end] for start, end in claim.content)
    assert SPEAKERS[who] in (claim.name or "")
    assert "dam was dry" in content
    assert SPEAKERS[who] not in content
