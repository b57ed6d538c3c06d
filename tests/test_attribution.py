"""Who says what, on invented sentences and short articles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.attribution import Attribution, attribute
from index.sentences import split

VANCE = "Dmitri Vance, head of the Orlo Port Authority, said the harbour was safe. "
CALDER = "Mayor Ines Calder opened the bridge on Monday. "
RELAYED = VANCE + "The claim was relayed by the Westland news agency Orbis."
CRANE = "Dmitri Vance said the crane was old. "
QUARREL = "Engineer Karl Oduya and lawyer Dmitri Vance said the crane was old. "
MINISTRY = "The Norland Defence Ministry said the convoy had left. "
TWO_MINISTRIES = MINISTRY + "The Norland Health Ministry said nobody was hurt. "


def claims(text: str) -> list[Attribution]:
    return attribute(text, split(text))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def last_claim(text: str) -> Attribution:
    return max(claims(text), key=lambda a: a.cue)


SPEAKERS = [
    # what the article says, who says it, the cue
    ("Karl Oduya planned to sell the boat.", "named", "Karl Oduya", "planned"),
    ("Karl Oduya wants to sell the boat.", "named", "Karl Oduya", "wants"),
    ("The firm would close, Karl Oduya said.", "named", "Karl Oduya", "said"),
    ("Karl Oduya said that the firm would close.", "named", "Karl Oduya", "said"),
    ("According to Karl Oduya, the firm would close.", "named", "Karl Oduya", "According to"),
    ("The firm would close, according to Karl Oduya.", "named", "Karl Oduya", "according to"),
    ("“The firm will close,” said Karl Oduya.", "named", "Karl Oduya", "said"),
    ("“The firm,” Karl Oduya said, “will close.”", "named", "Karl Oduya", "said"),
    ("Karl Oduya dismissed the reports as gossip.", "named", "Karl Oduya", "dismissed"),
    ("Karl Oduya accused the firm of lying.", "named", "Karl Oduya", "accused"),
    ("The plan was described as reckless by Karl Oduya.", "named", "Karl Oduya", "was described"),
    ("Karl Oduya wondered whether he should run.", "named", "Karl Oduya", "wondered"),
    ("One of them has said it will close.", "unnamed", "One of them", "has said"),
    ("Karl Oduya has admitted to the theft; the woman was freed.", "named", "Karl Oduya", "has admitted"),
    ("Karl Oduya blamed the fire on a faulty heater.", "named", "Karl Oduya", "blamed"),
    ("The trees are old and ill, explained the botanist Karl Oduya.", "named", "Karl Oduya", "explained"),
    ("The man was named as Karl Oduya.", "unnamed", None, "was named"),
    ("The silence was due to rain and not, as first feared, to a leak.", "unnamed", None, "feared"),
    ("Pinned to it was a typed note: “Too heavy.”", "unnamed", None, "note"),
    ("Karl Oduya seized the files, “including those in the bin”.", "named", "Karl Oduya", "“"),
    ("Karl Oduya told reporters of a blue light.", "named", "Karl Oduya", "told"),
    ("The bridge runs over a mill, a fact Karl Oduya acknowledges.", "named", "Karl Oduya", "acknowledges"),
    ("It owes nine million, a figure Karl Oduya denies.", "named", "Karl Oduya", "denies"),
    ("He wore a hat which Karl Oduya swore held a radio.", "named", "Karl Oduya", "swore"),
    ("Karl Oduya held the firm responsible for the fire.", "named", "Karl Oduya", "held"),
    ("Karl Oduya took her for a piano teacher.", "named", "Karl Oduya", "took"),
    ("Karl Oduya put the fire down to a faulty heater.", "named", "Karl Oduya", "put … down"),
    ("Karl Oduya distanced himself from the leaflet.", "named", "Karl Oduya", "distanced"),
    ("The market doubts the figures.", "unnamed", "The market", "doubts"),
    ("The last of the three spoke of a large crowd.", "unnamed", "The last of the three", "spoke"),
    ("To her admirers, she saved the harbour.", "unnamed", "her admirers", "To"),
    ("Rents fell in June, figures from the harbour office show.", "named", "the harbour office", "show"),
    ("The bell appears undamaged.", "unnamed", None, "appears"),
    ("Karl Oduya floated the idea of a tax on tutors.", "named", "Karl Oduya", "idea"),
    ("The union stands by its figures.", "unnamed", "The union", "stands"),
    ("Karl Oduya brushed such worries aside.", "named", "Karl Oduya", "brushed"),
    ("No flowers, the family has let it be known, but come.", "unnamed", "the family", "has let … known"),
    ("Hopes are high that the bridge will hold.", "unnamed", None, "Hopes"),
    ("A poll put the party on 44 per cent.", "unnamed", "A poll", "put"),
    ("A Quorum poll found the party was ahead.", "named", "Quorum", "found"),
    ("ORLO, Oct 4 (Orbis) - The firm would close, Karl Oduya said.", "named", "Karl Oduya", "said"),
    ("Boil your water, 30,000 told", "unnamed", None, "told"),
    ("Karl Oduya is convinced that the dam will hold.", "named", "Karl Oduya", "convinced"),
    ("Karl Oduya’s claim that the dam was leaking spread quickly.", "named", "Karl Oduya", "claim"),
    ("Karl Oduya made it clear that the firm would close.", "named", "Karl Oduya", "made"),
    ("In the view of Karl Oduya, the firm is doomed.", "named", "Karl Oduya", "In … view"),
    ("Harbour fees will fall, sooner than expected, Karl Oduya said on Monday.", "named", "Karl Oduya", "said"),
    ("The carmaker warned that prices would rise.", "unnamed", "The carmaker", "warned"),
    ("Karl Oduya: no plan to resign", "named", "Karl Oduya", ":"),
    ("The Defence Ministry of Norland reported a raid.", "named", "The Defence Ministry of Norland", "reported"),
    ("A spokesman for the Orlo Bank said it was safe.", "named", "the Orlo Bank", "said"),
    ("The Norland side argues that the border is closed.", "named", "The Norland side", "argues"),
    ("Officials said the road was open.", "unnamed", "Officials", "said"),
    ("Norland officials said the road was open.", "unnamed", "Norland officials", "said"),
    ("Two people near the talks said they had failed.", "unnamed", "Two people near the talks", "said"),
    ("Early accounts indicated that the bus had skidded.", "unnamed", "Early accounts", "indicated"),
    ("Investigators suggested that the lock had been forced.", "unnamed", "Investigators", "suggested"),
    ("The bus reportedly skidded.", "unnamed", None, "reportedly"),
    ("The thieves allegedly fled by boat.", "unnamed", None, "allegedly"),
    ("The bus is believed to have skidded.", "unnamed", None, "is believed"),
    ("The attack was described as deliberate.", "unnamed", None, "was described"),
    ("The two are on the run and thought to be abroad.", "unnamed", None, "thought"),
    ("The ferry is not expected before Sunday.", "unnamed", None, "is not expected"),
    ("He was accused of stealing the boat.", "unnamed", None, "was accused"),
    ("Police held three men suspected of stealing the boat.", "unnamed", None, "suspected"),
    ("The mayor took the alleged bribe.", "unnamed", None, "alleged"),
    ("The storm killed an estimated 40 seals.", "unnamed", None, "estimated"),
    ("They were told that the ferry had sunk.", "unnamed", None, "were told"),
    ("It emerged that the bank had hidden the losses.", "unnamed", None, "emerged"),
    ("Rumours swirled that the queen was ill.", "unnamed", None, "Rumours"),
    ("Reports of looting spread through the town.", "unnamed", None, "Reports"),
    ("Legend has it that a giant built the bridge.", "unnamed", None, "has it"),
    ("The bank apparently knew of the losses.", "unnamed", None, "apparently"),
    ("By all accounts, the concert was a disaster.", "unnamed", None, "By all accounts"),
    ("He was charged with stealing the boat.", "unnamed", None, "was charged"),
    ("The plan has been condemned as cruel.", "unnamed", None, "has been condemned"),
    ("It was announced that the road was open.", "unnamed", None, "was announced"),
    ("As Karl Oduya put it, the town was broke.", "named", "Karl Oduya", "put"),
    ("To hear Karl Oduya tell it, the town was rich.", "named", "Karl Oduya", "hear … tell"),
    ("In the words of Karl Oduya, the lake was a graveyard.", "named", "Karl Oduya", "In … words"),
    ("For Karl Oduya, the vote was a betrayal.", "named", "Karl Oduya", "For"),
    ("Karl Oduya’s position is that the vote was legal.", "named", "Karl Oduya", "position"),
    ("Karl Oduya pinned the blame on the contractor.", "named", "Karl Oduya", "pinned"),
    ("Karl Oduya sees no reason why he should go.", "named", "Karl Oduya", "sees"),
    ("The paper had what Karl Oduya says is a bill.", "named", "Karl Oduya", "says"),
    ("The quote is attributed to Karl Oduya.", "named", "Karl Oduya", "is attributed"),
    ("The dam, Oduya claims, was never safe.", "named", "Oduya", "claims"),
    ("The dam was never safe, former workers recall.", "unnamed", "former workers", "recall"),
    ("The defence case is that the money was a loan.", "unnamed", "defence", "case"),
    ("The island’s version is that the boat was unarmed.", "unnamed", "The island", "version"),
    ("It was, in Karl Oduya’s phrase, a city of ghosts.", "named", "Karl Oduya", "in … phrase"),
    ("Figures released by the ministry show that trade fell.", "unnamed", "Figures", "show"),
    ("The bank is for sale, or so Karl Oduya thinks.", "named", "Karl Oduya", "thinks"),
    ("Not so, says Karl Oduya.", "named", "Karl Oduya", "says"),
    ("Karl Oduya argues otherwise.", "named", "Karl Oduya", "argues"),
    ("Karl Oduya is adamant: the lift was too small.", "named", "Karl Oduya", "adamant"),
    ("Karl Oduya let slip that he would sign.", "named", "Karl Oduya", "slip"),
    ("Karl Oduya has always maintained his innocence.", "named", "Karl Oduya", "has … maintained"),
    ("Karl Oduya has asked the bank to publish the letters.", "named", "Karl Oduya", "has asked"),
    ("Karl Oduya remembers her as strict.", "named", "Karl Oduya", "remembers"),
    ("Die Glocke, citing Karl Oduya, reported that the bank was sold.", "named", "Karl Oduya", "citing"),
    ("The bank, it is understood, is for sale.", "unnamed", None, "is understood"),
    ("The cost is put at 40 million.", "unnamed", None, "is put"),
    ("Karl Oduya stands accused of selling the boat twice.", "unnamed", None, "stands accused"),
    ("Concerns have been raised about the pitch.", "unnamed", None, "Concerns"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "name", "cue"), SPEAKERS)
def test_a_claim_has_its_speaker_and_its_cue(text: str, kind: str, name: str | None, cue: str) -> None:
    (claim,) = [a for a in claims(text) if a.within is None]
    assert (claim.kind, claim.name, words(text, claim.cue)) == (kind, name, cue)


@pytest.mark.parametrize(
    "text",
    [
        "The bus skidded on ice.",
        "The incident highlights the friction between the two towns.",
        "This description frames the event as an accident.",
        "The storm threatens to flood the valley.",
        "The stance of the moon that night was striking.",
        "The bridge was opened by the mayor.",
        "Karl Oduya declined to say whether he would run.",
        "Karl Oduya would not comment on the loss.",
        "Karl Oduya tried to sell the boat.",
        "Karl Oduya decided who would go.",
        "Norland called the race off.",
        "Mayor Ines Calder dismissed Karl Oduya in May.",
        "",
    ],
)
def test_what_nobody_claims_stays_the_articles_own(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The firm, Karl Oduya said, would close in May.", "The firm … would close in May."),
        ("As Karl Oduya noted, the firm is old.", "the firm is old."),
        ("“We won,” said Karl Oduya. “We won twice.”", "“We won,” … “We won twice.”"),
        ("‘We won,’ said Karl Oduya.", "‘We won,’"),
        ("Karl Oduya said:\n\n- The dam holds.\n\n- The lake rises.", "- The dam holds. … - The lake rises."),
        ("Karl Oduya: We lost. Nobody came.\n\nIt rained.", "We lost. … Nobody came."),
        ("Q: Who won? Who lost?\n\nA: Nobody won.", "Who won? … Who lost?"),
        ("Karl Oduya put it plainly: “We lost.”", "“We lost.”"),
        ("Karl Oduya said: “We lost. Nobody came.\n\n“Nobody cared.”", "“We lost. Nobody came. … “Nobody cared.”"),
    ],
)
def test_what_is_claimed_is_found_whole(text: str, content: str) -> None:
    assert words(text, claims(text)[0].content) == content


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Mayor Ines Calder said the road was open.", "Ines Calder", "Mayor"),
        ("Norland Foreign Minister Ines Calder said the road was open.", "Ines Calder", "Norland Foreign Minister"),
        ("Ines Calder, head of the Orlo Bank, said it was open.", "Ines Calder", "head of the Orlo Bank"),
        ("The bank’s director, Ines Calder, said it was open.", "Ines Calder", "bank’s director"),
        ("Ines Calder, who leads the Orlo Bank, said it was open.", "Ines Calder", "who leads the Orlo Bank"),
        ("Ms. Ines Calder said the road was open.", "Ines Calder", None),
        ("Chief Executive Ines Calder said the road was open.", "Ines Calder", "Chief Executive"),
        (CALDER + "Calder said the road was open.", "Ines Calder", "Mayor"),
        (CALDER + "She said the road was open.", "Ines Calder", "Mayor"),
        (CALDER + "The mayor said the road was open.", "Ines Calder", "Mayor"),
        (
            "The prime minister, Ines Calder, left. The prime minister said it was open.",
            "Ines Calder",
            "prime minister",
        ),
        ("Manager Ines Calder left. The gaffer said it was open.", "Ines Calder", "Manager"),
        ("The bishop said it was open. Ines Calder, the bishop, left.", "Ines Calder", "bishop"),
        ("Passenger blames driver. Ines Calder, a passenger, left.", "Ines Calder", "passenger"),
        (CALDER + "Her claim that the road was open spread quickly.", "Ines Calder", "Mayor"),
        (CRANE + "He added that it was rusty.", "Dmitri Vance", None),
        (MINISTRY + "The ministry added that it was late.", "The Norland Defence Ministry", None),
        ("Microbiologist Awa Lunde said the cheese was safe.", "Awa Lunde", "Microbiologist"),
        ("Ines Calder, who farms 9 hectares, said it was dry.", "Ines Calder", "who farms 9 hectares"),
        ("Ines Calder of the Orlo Bureau said it was dry.", "Ines Calder", "of the Orlo Bureau"),
        ("Ines Calder, a diver from Orlo, said it was deep.", "Ines Calder", "diver from Orlo"),
        ("A mediator from Orlo, former judge Ines Calder, said it was deep.", "Ines Calder", "mediator from Orlo"),
        ("According to the chief of the staff, General Ines Calder, it was deep.", "Ines Calder", "chief of the staff"),
        ("The contractor, Holm & Vance, said it was paid.", "Holm & Vance", "contractor"),
        ("A spokesman for the Orlo Bank said it was safe.", "the Orlo Bank", "spokesman"),
        ("The drivers’ union said nobody was hurt.", "The drivers’ union", None),
        (CALDER + "Her team said it was safe.", "Ines Calder’s team", None),
        ("Ines Calder, a diver who lives in Orlo, said it was deep.", "Ines Calder", "diver"),
        ("Ines Calder, a retired diver who lives in Orlo, said it was deep.", "Ines Calder", "retired diver"),
        (MINISTRY + "A spokesman said it was late.", "The Norland Defence Ministry", "spokesman"),
        ("In his report, Karl Oduya warned of floods. ", "Karl Oduya", None),
    ],
)
def test_a_speaker_is_known_by_the_full_name_and_office_given_in_the_article(
    text: str, name: str, role: str | None
) -> None:
    claim = last_claim(text)
    assert (claim.kind, claim.name, claim.role) == ("named", name, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (QUARREL + "He added that it was rusty.", "He"),
        (CRANE + "She added that it was rusty.", "She"),
        ("He added that it was rusty.", "He"),
        (TWO_MINISTRIES + "The ministry added that it was late.", "The ministry"),
        (CALDER + "Her brother said it was safe.", "Her brother"),
        ("The ministry added that it was late.", "The ministry"),
    ],
)
def test_words_that_fit_nobody_or_two_stay_as_they_are(text: str, name: str) -> None:
    claim = last_claim(text)
    assert (claim.kind, claim.name, claim.role) == ("unnamed", name, None)


@pytest.mark.parametrize(
    ("text", "name", "via"),
    [
        (RELAYED, "Dmitri Vance", ("Orbis",)),
        ("Dmitri Vance told the Orlo Herald that it was safe.", "Dmitri Vance", ("the Orlo Herald",)),
        ("Dmitri Vance said in an interview with Orlo Radio that it was safe.", "Dmitri Vance", ("Orlo Radio",)),
        ("Dmitri Vance was quoted by the Orlo Herald as saying it was safe.", "Dmitri Vance", ("the Orlo Herald",)),
        ("The Orlo Herald reported, citing two officials, that it would close.", "two officials", ("The Orlo Herald",)),
        (
            "The Orlo Herald published a report based on unnamed officials who stated that the mine would close.",
            "unnamed officials",
            ("The Orlo Herald",),
        ),
        ("The Orlo Herald quoted Dmitri Vance as saying that it was safe.", "Dmitri Vance", ("The Orlo Herald",)),
        ("“It is safe,” he told the Orlo Whistle, adding that it was new.", "he", ("the Orlo Whistle",)),
        ("Dmitri Vance denied it in an interview with the portal Istra.", "Dmitri Vance", ("Istra",)),
        ("Dmitri Vance told the Norland Council that it was safe.", "Dmitri Vance", ()),
        ("Dmitri Vance told his sister that it was safe.", "Dmitri Vance", ()),
        ("A source, quoted by the Orlo Herald, said it was safe.", "A source", ("the Orlo Herald",)),
        ("Speaking to the Orlo Herald, Dmitri Vance said it was safe.", "Dmitri Vance", ("the Orlo Herald",)),
        ("Writing in the Orlo Herald, Dmitri Vance said it was safe.", "Dmitri Vance", ("the Orlo Herald",)),
        ("Dmitri Vance was quoted as saying by Orlo Radio that it was safe.", "Dmitri Vance", ("Orlo Radio",)),
        ("Dmitri Vance told the website Chelm that it was safe.", "Dmitri Vance", ("Chelm",)),
        (
            "In a note posted online and seen by the Orlo Herald, Dmitri Vance said it was safe.",
            "Dmitri Vance",
            ("the Orlo Herald",),
        ),
        (
            CALDER + "She met the Orlo Herald. It was safe, she said in the interview.",
            "Ines Calder",
            ("the Orlo Herald",),
        ),
        ("In remarks carried by the agency Orbis, Dmitri Vance said it was safe.", "Dmitri Vance", ("Orbis",)),
    ],
)  # fmt: skip
def test_who_relayed_a_claim_is_told(text: str, name: str, via: tuple[str, ...]) -> None:
    claim = claims(text)[0]
    assert (claim.name, claim.via) == (name, via)


def test_who_tells_what_another_told_makes_the_claim_around_it() -> None:
    _, inner = claims("Karl Oduya said Ines Calder had assured him that it was safe.")
    assert (inner.name, inner.via, inner.within) == ("Ines Calder", (), 0)


def test_an_outlet_that_tells_what_another_told_passes_it_on() -> None:
    _, inner = claims("The Orlo Herald said Ines Calder had assured the town that it was safe.")
    assert (inner.name, inner.via, inner.within) == ("Ines Calder", ("The Orlo Herald",), 0)


def test_who_is_accused_of_claiming_claims_it() -> None:
    _, inner = claims("Karl Oduya accused Ines Calder of claiming that it was safe.")
    assert (inner.name, inner.within) == ("Ines Calder", 0)


def test_what_a_speaker_says_next_is_not_in_what_they_said_first() -> None:
    text = "Karl Oduya said the bridge was old, but conceded that it held."
    assert [(a.name, words(text, a.content), a.within) for a in claims(text)] == [
        ("Karl Oduya", "the bridge was old", None),
        ("Karl Oduya", "that it held", None),
    ]


def test_what_another_says_in_the_same_sentence_is_theirs_alone() -> None:
    text = "The Orlo Bank said it was safe, and the Norland Council said that it was not."
    assert [(a.name, a.within) for a in claims(text)] == [("The Orlo Bank", None), ("the Norland Council", None)]


def test_he_in_somebodys_own_words_is_not_that_speaker() -> None:
    inner = next(a for a in claims("“He said it was safe,” Karl Oduya told the court.") if a.within is not None)
    assert (inner.kind, inner.name) == ("unnamed", "He")


def test_he_after_an_unnamed_subject_is_nobody_else() -> None:
    inner = last_claim("Asked by Karl Oduya, the merchant accepted that he had denied the theft.")
    assert inner.name != "Karl Oduya"


def test_two_claims_parted_by_a_semicolon_stay_apart() -> None:
    text = "Norland said it shot down two drones; Westland said it lost none."
    assert [(a.name, words(text, a.content), a.within) for a in claims(text)] == [
        ("Norland", "it shot down two drones", None),
        ("Westland", "it lost none", None),
    ]


def test_a_claim_inside_a_claim_is_within_it() -> None:
    outer, inner = claims("According to Karl Oduya, the witnesses believe that the lock was forced.")
    assert (outer.name, outer.within) == ("Karl Oduya", None)
    assert (inner.name, inner.within) == ("the witnesses", 0)


def test_a_clause_that_follows_from_somebody_else_keeps_its_subject() -> None:
    outer, inner = claims("The gang robbed nine houses, claiming that it sold brushes, said Ines Calder.")
    assert (outer.name, inner.name, inner.within) == ("Ines Calder", "The gang", 0)


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("Karl Oduya denied reports that it was leaking.", None, "that it was leaking"),
        ("Karl Oduya rejected the accusation that it was leaking.", None, "that it was leaking"),
        ("Karl Oduya dismissed suggestions that she would go.", None, "that she would go"),
        ("Karl Oduya said he had been told by officials that it was safe.", "officials", "that it was safe"),
        ("Karl Oduya said the bank had been warned by the union that it was late.", "the union", "that it was late"),
        ("Karl Oduya said that the ferry had reportedly sunk.", None, "that the ferry had … sunk"),
    ],
)
def test_what_another_said_inside_a_claim_is_a_claim(text: str, name: str | None, content: str) -> None:
    outer, inner = claims(text)
    assert (outer.name, inner.name, words(text, inner.content)) == ("Karl Oduya", name, content)


def test_what_several_do_is_not_in_what_they_believe_of_one() -> None:
    text = "The rebels believe that the army is gathering and are trying to flee."
    assert words(text, claims(text)[0].content) == "that the army is gathering"


def test_a_report_inside_a_claim_is_a_claim() -> None:
    outer, inner = claims("Karl Oduya denied the union’s claim that the dam was leaking.")
    assert (outer.name, inner.name, inner.within) == ("Karl Oduya", "the union", 0)


def test_a_semicolon_parts_what_two_say() -> None:
    text = "The north holds nine, according to Karl Oduya; the ministry puts the number at six."
    assert [words(text, a.content) for a in claims(text)] == ["The north holds nine", "the number at six"]


def test_a_colon_parts_what_the_article_tells_from_what_somebody_says() -> None:
    text = "The sides differ on the number: the union counts on 300, and Karl Oduya says nobody came."
    assert words(text, last_claim(text).content) == "nobody came"


def test_a_clause_that_a_cue_cuts_in_two_is_claimed_whole() -> None:
    text = "Votes from abroad, Karl Oduya believes, could still decide it."
    assert words(text, last_claim(text).content).rstrip(".") == "Votes from abroad … could still decide it"


def test_what_another_says_of_it_is_not_in_what_is_said() -> None:
    text = "Karl Oduya said the bridge was old, a charge that the firm has called absurd."
    first, second = claims(text)
    assert words(text, first.content) == "the bridge was old"
    assert words(text, second.content) == "a charge … absurd"


def test_what_is_told_again_in_the_past_goes_on_with_whose_it_was() -> None:
    text = "Ines Calder said the film was withdrawn. She had not enjoyed it. The hall was empty."
    assert [(a.name, words(text, a.content)) for a in claims(text)] == [
        ("Ines Calder", "the film was withdrawn"),
        ("Ines Calder", "She had not enjoyed it."),
    ]


def test_what_a_speaker_said_before_is_a_claim_within_and_what_they_think_is_not() -> None:
    assert len(claims("Ines Calder said she had warned the firm that it was old.")) == 2
    assert len(claims("Ines Calder said she hoped that it was old.")) == 1


def test_he_in_somebodys_own_words_is_another_who_was_named() -> None:
    text = "The referee, Karl Oduya, went home. “He told me it was late,” said Dmitri Vance."
    assert [a.name for a in claims(text)] == ["Dmitri Vance", "Karl Oduya"]


def test_a_question_whether_somebody_thinks_so_is_the_articles_own() -> None:
    assert not claims("Does Ines Calder think that the bridge will hold?")


def test_who_said_what_would_be_goes_on_in_the_past() -> None:
    text = "Karl Oduya warned that the firm would close and blamed the council."
    assert [(a.name, words(text, a.content)) for a in claims(text)] == [
        ("Karl Oduya", "that the firm would close"),
        ("Karl Oduya", "the council"),
    ]


def test_a_verb_of_saying_read_as_a_noun_gives_its_claim_away() -> None:
    text = "Analysts at Pryor reckon that 800p would do it."
    (claim,) = claims(text)
    assert (words(text, claim.speaker), words(text, claim.cue)) == ("Analysts at Pryor", "reckon")


def test_the_pronouns_of_an_article_tell_whether_somebody_is_he_or_she() -> None:
    text = "A driver, Zelk Broz, said it fell. Zelk Broz hid her car. Her boss was ill. “Never,” she said."
    assert last_claim(text).name == "Zelk Broz"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Zelk Broz opens the door. The novelist is 84. “It was cold,” says Broz.", "novelist"),
        ("A former foreman spoke on Monday. Zelk Broz said it was cold.", "former foreman"),
        ("Co-founder Zelk Broz said it was cold.", "Co-founder"),
        ("One of the keepers, Zelk Broz, said it was cold.", "One of the keepers"),
        ("Cllr Zelk Broz, who chairs the council, said it was cold.", "who chairs the council"),
    ],
)
def test_what_somebody_is_may_be_told_beside_the_name(text: str, role: str) -> None:
    assert (last_claim(text).name, last_claim(text).role) == ("Zelk Broz", role)


def test_a_month_is_nobody() -> None:
    assert last_claim("Ann Lee found in April that the bell was old. She says it is safe.").name == "Ann Lee"


def test_she_stays_with_whom_the_article_is_about() -> None:
    text = "Ines Calder kept bees. She sold the house. To her niece, Anna Lee, she said that she was tired."
    assert last_claim(text).name == "Ines Calder"


def test_the_party_is_the_one_that_was_named() -> None:
    text = "The Liberal Union met in Orlo on Monday. The party called the figures invented."
    assert last_claim(text).name == "The Liberal Union"


def test_the_agency_of_a_dateline_is_known() -> None:
    text = "ORLO, Oct 4 (Orbis News Agency) - The harbour froze. The agency learned that it would stay shut."
    assert last_claim(text).name == "Orbis News Agency"


def test_what_somebody_thinks_in_their_own_words_is_no_claim_apart() -> None:
    (claim,) = claims("Karl Oduya said he hoped that it would rain.")
    assert claim.name == "Karl Oduya"


def test_an_unnamed_speaker_goes_on_as_he() -> None:
    claim = last_claim("A naval officer said he had seen a light. “It was green,” he added.")
    assert (claim.kind, claim.name) == ("unnamed", "A naval officer")


def test_a_remark_without_words_of_saying_is_not_the_articles_own() -> None:
    text = "Ines Calder shook her head. “The bridge was never safe.”"
    (claim,) = claims(text)
    assert (claim.kind, claim.name, words(text, claim.cue)) == ("named", "Ines Calder", "“")


ARTICLE_TEXT = st.lists(
    st.sampled_from(
        [
            *(text for text, *_ in SPEAKERS),
            RELAYED,
            QUARREL,
            TWO_MINISTRIES,
            "“",
            "”",
            '"',
            ":",
            "\n\n",
            "He said “that",
            "🚢 said",
            "قال الوزير إن الميناء آمن.",
        ]
    )
).map(" ".join)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), ARTICLE_TEXT))
@example("")
@example("said")
@example(":::")
@example("“" * 50)
@example("\u202eقال الوزير: «الميناء آمن»\u202c")
def test_any_text_gives_spans_inside_it_and_layers_without_a_circle(text: str) -> None:
    found = claims(text)
    for i, claim in enumerate(found):
        assert claim.content
        assert claim.cue or claim.speaker or i  # what has neither goes on with a claim before it
        for part in (claim.content, claim.cue, claim.speaker):
            assert list(part) == sorted(part)
            assert all(0 <= start < end <= len(text) for start, end in part)
        assert claim.within is None or 0 <= claim.within < i
    assert [a.content[0][0] for a in found] == sorted(a.content[0][0] for a in found)


def test_a_long_text_on_one_line_is_no_trouble() -> None:
    claims("Karl Oduya said the firm would close and " * 2500)


def test_reading_who_says_what_does_not_import_torch() -> None:
    program = (
        "import sys; from index.attribution import attribute; from index.sentences import split\n"
        "assert not {'spacy', 'torch'} & set(sys.modules)\n"
        "text = 'Karl Oduya said no.'; attribute(text, split(text)); assert 'torch' not in sys.modules\n"
        "import importlib.util; assert importlib.util.find_spec('torch')"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parent.parent)


def test_threads_that_read_the_first_article_at_once_both_find_the_speaker() -> None:
    program = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from index.attribution import attribute; from index.sentences import split\n"
        "text = 'Karl Oduya said no.'; import sys\n"
        "with ThreadPoolExecutor(4) as pool: found = list(pool.map(lambda _: attribute(text, split(text)), range(4)))\n"
        "assert [[a.name for a in each] for each in found] == [['Karl Oduya']] * 4\n"
        "assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parent.parent)


def test_words_that_stand_for_each_other_name_nobody() -> None:
    text = "In a written statement, a spokesman for her said she had told the harbour board that she was ready to go."
    assert {claim.name for claim in attribute(text, split(text))} <= {None, "a spokesman for her", "spokesman", "she"}


def test_a_sentence_that_begins_with_that_in_broken_quotation_marks_is_read() -> None:
    text = (
        'That we do not want to go back to the old dam, I guess of today, what is the dam, is a lie," Calder said, '
        'going on to say that the town has spent "years on it, to have that talk again, people do not want to see that.'
    )
    assert claims(text)
