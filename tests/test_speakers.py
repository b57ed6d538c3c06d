"""Whom speakers' words stand for, in what office, and through whom, on invented articles: the last claim of each."""

from __future__ import annotations

import pytest

from index.attribution import Attribution, attribute
from index.sentences import split


def last_claim(text: str) -> Attribution:
    return max(attribute(text, split(text)), key=lambda a: a.cue)


NAMES = [
    # the article, who makes its last claim
    ("Ann Corde-Vail, 34, left. Miss Corde-Vail said it was over.", "Ann Corde-Vail"),
    ("The case is old, Ines Calder KC alleged.", "Ines Calder"),
    ("The mayor of Lower Drum, Inés Calder, was there. She said it rained.", "Inés Calder"),
    ("Halden Drive stopped work on Monday. Halden denied it.", "Halden Drive"),
    ("The Coast Guard of Norland came. The Coast Guard denied it.", "The Coast Guard of Norland"),
    ("The Orlo Hospitals Trust was told. The trust contends that it was late.", "The Orlo Hospitals Trust"),
    ("Lan Yue came on Monday. Lan said it was late.", "Lan Yue"),
    ("Karl Oduya came on Monday. Sir Karl said it was late.", "Karl Oduya"),
    ("A spokesperson at Orlo General Hospital said it was late.", "Orlo General Hospital"),
    ("Ines Calder left the show. The 43-year-old said it was over.", "Ines Calder"),
    ("Karl Oduya, 46, is charged with theft. The defendant said it was over.", "Karl Oduya"),
    ("A dentist called Anton said it was over.", "Anton"),
    ("The review, by Ines Calder, came out. The review found that it was late.", "Ines Calder"),
    ("Minutes of the Orlo Council show that it was late.", "the Orlo Council"),
    ("Orlo Town Council met on Monday. A council spokeswoman said it was late.", "Orlo Town Council"),
    ("Ann Lee and Karl Oduya agree for once. Both say a bill is coming.", "Ann Lee and Karl Oduya"),
    ("Selwyn Terminals, the operator, took no side. It said its losses were small.", "Selwyn Terminals"),
    ("10.30 Orlo Motors denied it.", "Orlo Motors"),
    ("Its director, Karl Oduya, left. Ann Lee was wrong, he said.", "Karl Oduya"),
    ("A locksmith helped the burglars, a jury heard.", None),
    ("Yuki Amund came on Monday. She said it was late.", "Yuki Amund"),
    ("Yuki Amund came on Monday. He said it was late.", "Yuki Amund"),
    ("The Orlo Trust is late. Our correspondent said it was over.", "Our correspondent"),
    ("Karl Oduya’s lawyer rose. Ines Calder said her client believed it was over.", "Karl Oduya"),
    ("Foreign Minister Ines Calder left. The Foreign Minister said it was late.", "Ines Calder"),
    ("President Karl Oduya left. The President said it was late.", "Karl Oduya"),
    ("The Prime Minister, Ines Calder, said it was late.", "Ines Calder"),
    ("Orlo’s MP, Ines Calder, said it was late.", "Ines Calder"),
    ("Her daughter, the cellist Ines Calder, said it was late.", "Ines Calder"),
    ("Her first teacher, a retired bandmaster called Karl Oduya, said it was late.", "Karl Oduya"),
    ("“It is late,” warned a spokeswoman for the health ministry.", "the health ministry"),
    ("His lawyer, Ms Ines Bar-Calder, said it was late.", "Ines Bar-Calder"),
    ("Her sister-in-law said it was late.", "Her sister-in-law"),
    ("An officer of the Orlo Guard identified only as Witness B said it was late.", "Witness B"),
    ("One of them, who gave his name only as Karl, said it was late.", "Karl"),
    ("The dentist said that a man named Karl was late.", "The dentist"),
    ("The film, “The Dam,” a study of grief, argued for peace.", "The film"),
    ("The judge called Karl Oduya to the stand and said he was late.", "The judge"),
    ("The nurse, who called Ann Lee a liar, said it was late.", "The nurse"),
    ("Her son, a pupil of the cellist Ann Lee, said it was late.", "Her son"),
    ("The Vatican said it was late.", "The Vatican"),
    ("The Economist said it was late.", "The Economist"),
    ("A letter from Orlo University said it was late.", "Orlo University"),
    ("The breakaway Republic of the Skerries said it was late.", "Republic of the Skerries"),
    ("The board of Halden, the biscuit maker, said it was late.", "The board of Halden"),
    ("Halden Marine, which runs the dam, closed. The company said it was late.", "Halden Marine"),
    ("Halden Marine, whose spokesman said it was late, has closed.", "Halden Marine"),
    ("Halden Marine, whose engineer said it was late, has closed.", "Halden Marine’s engineer"),
    ("A survey released on Monday by Orlo University found that it was late.", "Orlo University"),
    ("A review commissioned by the City Council found that it was late.", "A review"),
    ("A survey from 1998 found that it was late.", "A survey from 1998"),
    ("A memo of 6 February 2023 says that it was late.", "A memo of 6 February 2023"),
    ("President Karl Oduya left. An aide tells the paper that the president suspects the firm.", "Karl Oduya"),
]
ROLES = [
    ("General Ana Lee, commander of the mission, said it was late.", "commander of the mission"),
    ("The mission’s commander left. General Ana Lee said it was late.", "mission’s commander"),
    ("Presenter Ann Lee sacked, she says\n\nThe diver Ann Lee left on Monday. Lee said it was late.", "diver"),
    ("Ann Lee, who has been its attendant for 26 years, said it was late.", "attendant"),
    ("Ann Lee, a nurse in Orlo who has worked abroad, said it was late.", "nurse in Orlo"),
    ("Ann Lee came on Monday. She is a retired nurse. Lee said it was late.", None),
    ("Ann Lee is a retired nurse. Lee said it was late.", "retired nurse"),
    (
        "A locksmith who helped burglars was caught on Monday. Karl Oduya, 46, of Mill Street, denies theft.",
        "locksmith",
    ),
    ("Dominic Ward, for the defence, said it was late.", "for the defence"),
    ("Prof Ann Lee of Orlo University said it was late.", "Prof"),
    ("The operator, Orlo Rail, said it was late.", "operator"),
]
RELAYED = [
    ("Orlo state television, quoting a general, said it was over.", "a general", ("Orlo state television",)),
    ("According to the Orlo Herald, which cited a nurse, it was late.", "a nurse", ("the Orlo Herald",)),
    ("Karl Oduya told public television that it was over.", "Karl Oduya", ("public television",)),
    ("The Orlo Herald asked. Karl Oduya told this newspaper that it was over.", "Karl Oduya", ()),
    ("Ann Lee told the Orlo Whistle. Karl Oduya told the paper that it was over.", "Karl Oduya", ("the Orlo Whistle",)),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_speaker_is_who_the_article_says(text: str, name: str | None) -> None:
    assert last_claim(text).name == name


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_role_is_taken_from_where_it_is_told_best(text: str, role: str | None) -> None:
    assert last_claim(text).role == role


@pytest.mark.parametrize(("text", "name", "via"), RELAYED)
def test_an_outlet_passes_on_what_it_was_told(text: str, name: str, via: tuple[str, ...]) -> None:
    claim = last_claim(text)
    assert (claim.name, claim.via) == (name, via)


@pytest.mark.parametrize("who", ["Her father", "Her lawyer", "Her former boss"])
def test_whoever_is_only_told_to_be_somebodys_has_no_name(who: str) -> None:
    claim = last_claim(f"Ines Calder left on Monday. {who} said it was over.")
    assert (claim.kind, claim.name) == ("unnamed", who)
