"""Which words of an invented sentence claim something, by the phrase that gives it away, and for whom."""

from __future__ import annotations

import pytest

from index.attribution import Attribution, attribute
from index.sentences import split


def claims(text: str) -> list[Attribution]:
    return attribute(text, split(text))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


FOUND = [
    # what the article says, the words of who says it, the words claimed
    ("The panel sided with nobody, finding that the dam was dry.", "The panel", "that the dam was dry"),
    ("Ines Calder opposed the dam.", "Ines Calder", "the dam"),
    ("Ines Calder determined that the dam was dry.", "Ines Calder", "that the dam was dry"),
    ("In a note headed “Rain”, Ines Calder warned that it was dry.", "Ines Calder", "that it was dry"),
    ("It had rained; it is said that the dam broke.", "", "that the dam broke"),
    ("His wife, answering the door, said he was fishing.", "His wife, answering the door", "he was fishing"),
    ("The dam broke, though Ines Calder warned of floods.", "Ines Calder", "of floods"),
    ("Had anyone looked, asked Ines Calder.", "Ines Calder", "Had anyone looked"),
    ("Sixty, Ines Calder said.", "Ines Calder", "Sixty"),
    ("Not yet, said Ines Calder.", "Ines Calder", "Not yet"),
    ("Never mind, Ines Calder said, the dam was dry.", "Ines Calder", "Never mind … the dam was dry."),
    ("Diaries can be forged, retorted Ms Calder, and goats can be lent.", "Ms Calder", "Diaries can be forged"),
    ("The 22-year-old says she swam with a cracked rib.", "The 22-year-old", "she swam with a cracked rib"),
    ("The bloc expressed serious concern.", "The bloc", "serious concern"),
    ("Per the harbour office, three boats sank.", "the harbour office", "three boats sank."),
    ("By one estimate, the flood cost nine million.", "", "the flood cost nine million."),
    ("For the Norland Union, the order came too late.", "the Norland Union", "the order came too late."),
    ("“No,” Ines Calder, who leads the party, posted from Orlo.", "Ines Calder, who leads the party", "“No,”"),
    ("Ines Calder was at pains to stress that it was dry.", "Ines Calder", "that it was dry"),
    ("Ines Calder, whose lawyer says she is ill, has gone.", "whose lawyer", "she is ill"),
    ("Ines Calder made no secret of her doubts.", "Ines Calder", "of her doubts"),
    ("Ines Calder poured scorn on the plan.", "Ines Calder", "on the plan"),
    ("Ines Calder ruled out resigning.", "Ines Calder", "resigning"),
    ("Ines Calder waved the idea away.", "Ines Calder", "the idea"),
    ("The firm put the losses down to the weather.", "The firm", "the losses … to the weather"),
    ("The surveyors say £640,000.", "The surveyors", "£640,000"),
    ("The union has it that there was no order.", "The union", "that there was no order"),
    ("Ines Calder has it from the cook that there was no order.", "the cook", "that there was no order"),
    ("“It is dry,” Ines Calder told guests, “and will stay so.”", "Ines Calder", "“It is dry,” … “and will stay so.”"),
    ("It would come, Ines Calder said, “before the rain.”", "Ines Calder", "It would come … “before the rain.”"),
    ("Ines Calder has no time for summits, which she calls “outings”.", "she", "summits … “outings”"),
    ("Rain fell: the dam, Ines Calder said, was dry.", "Ines Calder", "the dam … was dry."),
    ("They shared a room, Ines Calder explains; nobody slept.", "Ines Calder", "They shared a room … nobody slept."),
    ("She was ill, Ines Calder said, and would not go.", "Ines Calder", "She was ill … would not go"),
    ("A reporter saw a shallow crater.", "A reporter", "a shallow crater"),
    ("Ines Calder had logged 41 of them.", "Ines Calder", "41 of them"),
    ("The hospital has registered 64 cases.", "The hospital", "64 cases"),
    ("Nine left, it was learned from the bank’s director.", "the bank’s director", "Nine left"),
    ("The fog, I was warned, can last a week.", "", "The fog … can last a week."),
    ("Ines Calder agreed on one thing: the hall is cold.", "Ines Calder", "the hall is cold."),
    ("The game ended with what she told the town was a joke.", "she", "a joke"),
    ("Ines Calder told the buyer it had made her weep.", "Ines Calder", "it had made her weep"),
    ("The panel found no evidence of fraud.", "The panel", "no evidence of fraud"),
    ("Nobody was hurt, or so the firm says.", "the firm", "Nobody was hurt"),
    ("Ines Calder left, calling them a betrayal.", "Ines Calder", "them a betrayal"),
    ("Prices will rise by June, the bank forecast.", "the bank", "Prices will rise by June"),
    ("Thousands feared dead", "", "Thousands … dead"),
    ("The mayor’s verdict: the dam is dry.", "The mayor’s", "the dam is dry."),
    ("If the mayor is to be believed, the dam is dry.", "the mayor", "the dam is dry."),
    ("Asked why it broke, she replied: “Never.”", "she", "“Never.”"),
    ("One of them cautioned that the dam was dry.", "One of them", "that the dam was dry"),
    ("It was, Ines Calder told the court, a light.", "Ines Calder", "It was … a light."),
    ("Her answer: it leaks.", "Her", "it leaks."),
    ("A petition calling for the mayor to resign drew crowds.", "A petition", "for the mayor to resign"),
    ("Ines Calder advised going early.", "Ines Calder", "going early"),
    ("Opinion is divided: some say the dam is dry.", "some", "the dam is dry"),
    ("The mayor, whom farmers call a liar, left.", "farmers", "The mayor … a liar"),
    ("It was dry, one of the divers insisted.", "one of the divers", "It was dry"),
    ("It was dry, according to local reports.", "local reports", "It was dry"),
    ("The court rejected the latest claims.", "The court", "the latest claims"),
    ("The company denied the media reports.", "The company", "the media reports"),
    ("“It was dry,” the editorial read.", "the editorial", "“It was dry,”"),
    ("“It was dry,” the document states.", "the document", "“It was dry,”"),
    ("“They know it was dry,” a voice-over in the ad states.", "a voice-over in the ad", "“They know it was dry,”"),
    ("Karl Oduya, its leader, asked in parliament who had paid.", "Karl Oduya, its leader", "who had paid"),
    ("Hebdo, the news agency, reported in June that it was dry.", "Hebdo, the news agency", "that it was dry"),
    ("It was dry, Ines Calder, the governor, told a panel on Friday.", "Ines Calder, the governor", "It was dry"),
    ("It was dry, Ines Calder, 46, announced on Monday.", "Ines Calder, 46", "It was dry"),
    ("The dam, Ines Calder, 46, claimed, was dry.", "Ines Calder, 46", "The dam … was dry."),
    ("Ines Calder told the Orlo Courier the dam was dry.", "Ines Calder", "the dam was dry"),
    ("“The dam,” Orlo’s mayor, Karl Oduya, said, “leaks.”", "Orlo’s mayor, Karl Oduya", "“The dam,” … “leaks.”"),
    ("“It,” Orlo’s mayor, Karl Oduya, said, “was dry.”", "Orlo’s mayor, Karl Oduya", "“It,” … “was dry.”"),
    ("It was dry, a man who asked not to be named argued.", "a man who asked not to be named", "It was dry"),
    ("Ines Calder rose. Then she turned to all:\n\n“It was never dry at all.”", "she", "“It was never dry at all.”"),
    ("Ines Calder called it “odd,” denounced the firm and said it was dry.", "Ines Calder", "it was dry"),
    ("Karl Oduya said she was soft on the United States.", "Karl Oduya", "she was soft on the United States"),
    ("Later, a woman asked for a map and Calder said, “as soon as I find one.”", "Calder", "“as soon as I find one.”"),
    ("She went on to say that, because the wall was dry, the dam was safe.", "She",
     "that, because the wall was dry, the dam was safe."),
    ("She went on to say that, because it was dry, it was safe, but Karl Oduya said it was not.", "She",
     "that, because it was dry, it was safe"),
    ("By then, the firm claimed and the court accepted, the dam was dry.", "the firm", "By then … the dam was dry."),
    ("Ines Calder got a letter from the firm:\n\n“Your pay will stop at noon.”", "", "“Your pay will stop at noon.”"),
    ("Ines Calder asked: “Is he guilty?” Karl Oduya insisted he was not.", "Karl Oduya", "he was not"),
    ("Many have said it was dry and others have said it was old.", "Many", "it was dry"),
    ("It will be dry in May, sooner than thought, the bank said -- a sign that worries us.", "the bank",
     "It will be dry in May, sooner than thought"),
    ("“Who would want a dry dam?” Karl Oduya questioned.", "Karl Oduya", "“Who would want a dry dam?”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content"), FOUND)
def test_what_is_claimed_is_found_by_the_phrase_that_gives_it_away(text: str, speaker: str, content: str) -> None:
    found = [(words(text, a.speaker), words(text, a.content)) for a in claims(text) if a.within is None]
    assert (speaker, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "Residents were told to leave.",
        "The mayor did not respond to a request for comment.",
        "The judge dismissed the case.",
        "The mayor called a meeting.",
        "The band recorded two albums.",
        "The mayor spoke on local radio.",
        "Karl Oduya saw a doctor.",
        "The mayor met cheering supporters.",
        "There is no reason to believe that the dam will break.",
        "The quarrel drew in three towns, each aiming to win the most visitors.",
    ],
)
def test_acts_silence_and_what_only_looks_like_a_cue_claim_nothing(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Ines Calder is said to have answered that it was dry.", None, "Ines Calder"),
        ("The mayor is reported to have told the town that it was dry.", None, "The mayor"),
        ("Ines Calder said Karl Oduya had warned that it was dry.", "Ines Calder", "Karl Oduya"),
        ("Ines Calder rejected experts’ claim that it was dry.", "Ines Calder", "experts"),
        (
            "According to the mayor of Orlo, the firm’s engineers knew that it was dry.",
            "the mayor of Orlo",
            "the firm’s engineers",
        ),
    ],
)
def test_what_is_said_to_have_been_said_is_within_what_is_said(text: str, outer: str | None, inner: str) -> None:
    found = claims(text)
    assert [(a.name, a.within) for a in found] == [(outer, None), (inner, 0)]


def test_what_another_says_after_a_semicolon_is_not_gone_on_with() -> None:
    text = "“It is dry,” said Ines Calder; Karl Oduya was less sure."
    assert words(text, claims(text)[0].content) == "“It is dry,”"


def test_what_another_holds_against_a_claim_is_theirs() -> None:
    text = "The bank said it was safe, though Karl Oduya warned that it was not."
    assert [(a.name, words(text, a.content), a.within) for a in claims(text)] == [
        ("The bank", "it was safe", None),
        ("Karl Oduya", "that it was not", None),
    ]
