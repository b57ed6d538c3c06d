"""Sentences are exact slices, lose no word, and end where a reader would end them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from index.sentences import SENTENCE_LENGTH, Sentence, split

CUTS = """
plain                  The bridge fell.| Nobody was hurt.| Why?| Engineers don't know!
no full stop           The bridge fell.| Engineers look for the
country at the end     She left the U.S.| The ministry said so.| He left the U.N.| In May he was back.
country inside         The U.S. Senate and the U.S. Secretary of State met U.N. observers.
country possessive     The U.S.’ Vale allies agreed.| The U.S.' Moor allies left the U.S.| Initially, nobody spoke.
country in quotation   “He moved to the U.S.”| Brandt agreed.
titles                 Gen. Ada Brandt, Lt. Col. Omar Reyes and Mr. and Mrs. Oakes met Dr. Lindqvist and Rep. Moor.
titles in capitals     GEN. BRANDT MEETS ST. ELMO MAYOR.
dates                  It fell on Jan. 24, not on Feb. 3, in Sept. 2019.
number sign            Engine No. 5 failed, see Fig. 2, Art. 7 and Vol. III of the report.
the word no            He said no.| Then he left.| Would he return?| No.| Brandt was sure.
clock                  It left at 5 a.m.| Brandt slept until 9 p.m. Monday and woke at 7 p.m. ET/PT.
latin                  Some towns, e.g. The Vale, i.e. the old ones, cf. Elm, vs. Moor, were flooded, etc.| Brandt wept.
firms                  Oakes Inc. and Vale Corp. sued Moor Ltd.| The court waited.| Brandt & Co. Chief Ada Brandt spoke.
junior                 Omar Reyes Jr. Bridge is closed.| So said Omar Reyes Jr.| He was sure.
saints and streets     St. Elmo lies near Mt. Vale.| She lives on Oak St.| The house is old.| Vale Bldg. Annex fell.
decimals and money     It grew by 3.5 percent to $1.25 million.| It cost €2.50.| 24 people came.
firm before a bracket  Vale Inc. (The Oakes firm) and the U.S. – The Union, that is – wept.
price after a street   Elmo Hall, 7 Oak Ave.| $15 at the door.
versions               Elmo 2.0.1 replaced v1.9.| Users cheered.
addresses              Read https://news.example.org/a.b?c=D.E&f=G today.| Booking.com fell.| Ask A.Brandt@a.org.
files                  Open Report.Final.pdf and java.lang.String with ASP.Net now.
initials               J. K. Brandt and J. A. Vale met Brandt, J. and George W. Oakes.| A. Reyes left.
labels, not initials   There is no Plan B.| Brandt knows.| It was World War I.| Elmo burned.
me                     It was Brandt and I.| We left.
ellipsis inside        He was… well, late ... and she . . . early.
ellipsis at the end    He waited…| Then he left...| She stayed . . .| Nobody came.
ellipsis and stammer   “I... I don't know,” he said.
both marks             You did what?!| Nothing!!| Really?...| Yes.
quotation of three     “We came.| We saw.| We left,” she said.| Nobody stayed.
quotation and after    She said: “It is over.”| Brandt agreed.| "It is over."| Brandt agreed.
quotation in the next  He was sure.| “It is over.”| “It is not.”| ''It may be.''| ‘Maybe.’
quotation that goes on He was cautious.| “...and yet it moves,” she said.| She saw.| “we did.”
cry and cue            "Stop!" he cried.| “Stop!” cried Brandt.
question and cue       “Will he come?” Gen. Ada Brandt asked.| “Will he?” I asked.| “Will he?” Ada Brandt shrugged.
question, no cue       “Will he come?”| The room was silent.| “Will he come?”| Brandt left.
question in a name     Her play “Who Goes There?” opens in Vale.
brackets               He left (at last).| (She had stayed.)| They met [in Vale].| Sen. Vale (D-Elmo.) Reyes wept.
bracketed state        Sen. Moor (R-Wis.) spoke with Brandt (Ret.) Monday.
footnotes              It fell.[1]| It rose.[2][3]| It stayed. [4]| It went.⁵| Done.
town and state         He lives in Elm Falls, N.Y.| Mr. Brandt left Tampa, Fla.| Reyes stayed.
dateline               ELM FALLS, N.Y. — The bridge fell.| RENO, Nev. (AP) - A bridge fell.
numbered list          1. The first was late.| 2. The second was not.| 3) Third.
bullets                • One came.| • two came.| ▪ Three came.
no space               They left.|Brandt said so.| It fell.|“We saw it,” he said.| It fell.|“[He] ran.”|Reyes agreed.
no space, small words  They went home.|I stayed.| It fell in 2019.|The rest stands.
no space, no end       Gen.Brandt went to St.Elmo in the U.S.A.
small trade names      It works.| iPhone sales fell.
one word after a stop  He is a prof. of law and an asst. coach at approx. noon.
french                 « Bonjour. »| Il partit.| «Arrêtez !»| Mme. Oakes partit.| M. Vale resta.
german marks           „Wir kommen.“| Brandt schwieg.
russian                Это г. Вязово, ул. Ленина.| В 2024 г. мост упал.| Он стоил 5 млн руб.| Кто виноват?
russian years          Мост построен в 1999 г.| Он упал в 2024 г.| Рейес ушёл.
russian lists          Там реки, озёра и т.д.| Потом ушёл А. С. Брандт, т.е. инженер, им. Ленина.
russian quotations     «Стой!» — крикнул он.| «Кто там?» — спросила она.| «Мост упал».| Все молчали.
chinese                桥塌了。|没有人受伤！|为什么？
spaced closing mark    He said: “It fell. ”| She left.| He said "it fell ."| It fell (twice ).| She left.
trailing marks         It fell.| It rose. ***
emoji                  It fell!| 🙂 We laughed.
"""


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text)]


def rows() -> list[tuple[str, str]]:
    return [(line[:23].strip(), line[23:]) for line in CUTS.strip("\n").splitlines()]


@pytest.mark.parametrize(("name", "marked"), rows(), ids=[name for name, _ in rows()])
def test_a_sentence_ends_where_the_bar_stands(name: str, marked: str) -> None:
    text = marked.replace("|", "")
    assert cut(text) == [part.strip() for part in marked.split("|") if part.strip()]


NEWS_WORDS = (
    'Brandt said U.S. Gen. e.g. No. 5 3.5 Jan. A. “We left.” "Why?" (yes.) it.He … . — • [1] » « г. Москва 1. is 🙂 '
    "https://a.b/C.De"
).split()
NEWS = st.lists(st.sampled_from([*NEWS_WORDS, "\n", "\n\n", " ", "\u00a0"]), max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=300), NEWS, st.text("aA.!?…\"“”'[1]() \n\t—•,", max_size=120))


@given(TEXTS)
@example("")
@example(" \n \n\n ")
@example("\u2028.\x1f.\x85A.")
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    covered = "".join(cut(text))
    assert "".join(covered.split()) == "".join(text.split())


@given(TEXTS)
def test_sentences_are_in_order_without_overlap_or_white_space_around(text: str) -> None:
    sentences = split(text)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert all(part and part == part.strip() for part in cut(text))


@given(TEXTS)
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    assert not any("\n\n" in part for part in cut(text))


@given(st.lists(TEXTS.map(lambda text: " ".join(text.split())).filter(bool), max_size=5))
def test_a_paragraph_is_split_as_if_it_stood_alone(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    alone = [(number, part) for number, paragraph in enumerate(paragraphs, 1) for part in cut(paragraph)]
    assert [(s.paragraph, text[s.start : s.end]) for s in split(text)] == alone


PARTS = ["so", "a", "、", ", ", "; ", ": ", " — ", " ", "\n", "é", "e\u0301", "👩🏽‍🚒", "🇳🇴"]
ENDLESS = st.lists(st.sampled_from(PARTS), max_size=30).map(lambda parts: "".join(parts * 99))


@given(ENDLESS)
@example("a" * (5 * SENTENCE_LENGTH))
@example("a" + "\u0301" * (3 * SENTENCE_LENGTH))
def test_no_sentence_is_too_long(text: str) -> None:
    assert all(len(part) <= SENTENCE_LENGTH and part == part.strip() for part in cut(text))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@given(ENDLESS)
@example("👩🏽‍🚒" * SENTENCE_LENGTH)
def test_no_sentence_breaks_what_is_seen_as_one_character(text: str) -> None:
    seen = {character.start() for character in regex.finditer(r"\X", text)}
    assert {sentence.start for sentence in split(text)} <= seen


@pytest.mark.parametrize("mark", ["; ", ", ", ": ", " ", "、", "；", ";” "])
def test_a_run_without_an_end_is_broken_after_the_best_mark(mark: str) -> None:
    clause = f"the river rose and the bridge fell{mark}"
    parts = cut(clause * 60)
    assert len(parts) > 1
    assert all(len(part) > SENTENCE_LENGTH / 2 for part in parts[:-1])
    assert all(part.endswith(clause.strip()) or mark == " " for part in parts)


def test_a_megabyte_without_a_full_stop_is_split_without_delay() -> None:
    assert len(split("the river rose, the bridge fell " * 32_000)) > 1000


def test_spans_and_paragraphs_of_a_small_text() -> None:
    assert split("It fell. We ran.\n\nWhy?") == [Sentence(0, 8, 1), Sentence(9, 16, 1), Sentence(18, 22, 2)]


def test_blank_lines_are_no_paragraphs() -> None:
    assert [s.paragraph for s in split("\n\nIt fell.\n \n\n\nWhy?\n\n")] == [1, 2]


def test_lines_broken_on_purpose_are_sentences() -> None:
    verse = "The river rose\nThe bridge, alas,\nFell down at night\nand no one saw"
    assert cut(verse) == ["The river rose", "The bridge, alas,\nFell down at night\nand no one saw"]


def test_a_heading_is_a_sentence_of_its_own() -> None:
    assert cut("Bridge falls\nThe old bridge in Vale fell on Monday.") == [
        "Bridge falls",
        "The old bridge in Vale fell on Monday.",
    ]


def test_list_items_are_sentences() -> None:
    assert cut("Seen in Vale:\n- two boats,\n- a car\n2. Cats") == [
        "Seen in Vale:",
        "- two boats,",
        "- a car",
        "2. Cats",
    ]


def test_wrapped_lines_are_joined() -> None:
    wrapped = (
        "The old bridge over the river in Elm Falls fell on Monday, said Mayor\n"
        "Ada Brandt, who had warned of it in a letter to the ministry in Vale.\n"
        "Nobody was hurt."
    )
    assert len(cut(wrapped)) == 2


def test_a_spaced_break_does_not_end_a_sentence() -> None:
    assert cut("It\u00a0cost 5\u00a0million.\u2003Why?\tNobody knows.") == [
        "It\u00a0cost 5\u00a0million.",
        "Why?",
        "Nobody knows.",
    ]


@pytest.mark.parametrize(("name", "count"), [("000_59a9151908838098.txt", 21), ("002_887d0893e052fc53.txt", 20)])
def test_the_seeds_have_the_sentences_counted_by_hand(name: str, count: int) -> None:
    lines = (Path(__file__).parent.parent / "seeds" / name).read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if len(line) > 200]
    assert len(split("\n\n".join(body))) == count


@pytest.mark.parametrize(
    "pattern",
    [
        "a",
        ".",
        "a.",
        "a.B",
        "a.Bc",
        "!",
        '"',
        ".(",
        "[1]",
        " ",
        "\n",
        " \n",
        "\n ",
        ". ",
        "— ",
        "A. ",
        "“Why?” Brandt ",
        "。",
        "1. ",
        ".\t",
    ],
)
def test_long_runs_of_anything_are_split_without_delay(pattern: str) -> None:
    text = "It fell. " + pattern * (200_000 // len(pattern)) + "\nend"
    assert split(text)[-1].end == len(text)
