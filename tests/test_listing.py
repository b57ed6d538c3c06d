import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.listing import (
    addition_json,
    addition_plain,
    article_json,
    article_plain,
    article_terminal,
    entries_json,
    entries_plain,
    entries_terminal,
    status_json,
    status_plain,
    voices,
)
from index.attribution import Attribution
from index.catalog import Entry, StoredArticle
from index.library import Receipt, Status
from index.reading import Refusal
from index.sentences import Sentence
from index.voice import Speaker

GOLDEN = Path(__file__).parent / "golden"
TEXT = (
    "Coast News reported that Ada Veil, head of the harbour office, said the pier was safe. "
    "It was reportedly painted.\n\n"
    "“Nobody warned us,” complained Bram Oort. He added that he would sue."
)


def spans(*words):
    return tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in words)


OUTER = "Ada Veil, head of the harbour office, said the pier was safe"
ARTICLE = StoredArticle(
    key=1,
    id="pier-1",
    version="cd" * 32,
    title="Quarrel over the pier",
    outlet="The Marrow Post",
    author="Ina Holt",
    published="2031-05-07",
    origins=("pier.txt", "https://post.example/pier"),
    current=True,
    text=TEXT,
    sentences=tuple(
        Sentence(start, end, paragraph)
        for (start, end), paragraph in zip(
            spans(
                TEXT[:86],
                "It was reportedly painted.",
                "“Nobody warned us,” complained Bram Oort.",
                "He added that he would sue.",
            ),
            (1, 1, 2, 2),
            strict=True,
        )
    ),
    attributions=(
        Attribution(spans(OUTER), spans("reported"), spans("Coast News"), "named", "Coast News"),
        Attribution(
            spans("the pier was safe"),
            spans("said"),
            spans("Ada Veil"),
            "named",
            "Ada Veil",
            "head of the harbour office",
            ("Coast News",),
            within=0,
        ),
        Attribution(spans("It was", "painted"), spans("reportedly"), (), "unnamed"),
        Attribution(spans("“Nobody warned us,”"), spans("complained"), spans("Bram Oort"), "named", "Bram Oort"),
        Attribution(spans("he would sue"), spans("added"), spans("He"), "named", "Bram Oort"),
    ),
    passages=(),
)
ENTRIES = [
    Entry(
        "pier-1",
        "cd" * 32,
        "Quarrel over the pier",
        "Quarrel over the pier",
        "The Marrow Post",
        None,
        "2031-05-07T09:00:00",
        ("pier.txt",),
        len(TEXT),
        4,
        1,
        "2031-05-08T10:00:00+00:00",
    ),
    Entry("ab12", "ab" * 32, None, "A tab\tand…", None, None, None, ("b.txt",), 9, 1, 1, "2031-05-08T10:00:00+00:00"),
]
STATUS = Status(Path("/news"), 1200, 3, 9000, 40000, "a-model", "/news/vectors", 7, 12_345_678)
RECEIPTS = [
    Receipt("added", "pier-1", "cd" * 32, "Quarrel over the pier", "pier.txt"),
    Receipt("same_text", "ab12", "ab" * 32, "A tab and…", "copy.txt"),
]
REFUSALS = [Refusal("photo.jpg", "It is no text: give the article as text.")]


def on_a_terminal(shown, **options):
    out = io.StringIO()
    Console(file=out, width=72, force_terminal=True, **options).print(shown)
    return out.getvalue()


LISTINGS = {
    "article.txt": lambda: article_plain(ARTICLE),
    "article.terminal": lambda: on_a_terminal(article_terminal(ARTICLE), color_system=None),
    "entries.txt": lambda: entries_plain(ENTRIES),
    "entries.terminal": lambda: on_a_terminal(entries_terminal(ENTRIES), color_system=None),
    "status.txt": lambda: status_plain(STATUS),
    "addition.txt": lambda: addition_plain(RECEIPTS, REFUSALS),
}


@pytest.mark.parametrize("name", LISTINGS)
def test_a_listing_looks_as_it_did(name):
    assert LISTINGS[name]() == (GOLDEN / name).read_text(encoding="utf-8")


def test_an_article_in_json_has_the_documented_keys_in_order():
    shown = article_json(ARTICLE)
    assert list(shown) == [
        *("id", "version", "title", "outlet", "author", "published", "origins", "text", "sentences", "attributions")
    ]
    keys = ["content", "cue", "speaker", "kind", "name", "role", "via", "within"]
    assert [list(claim) for claim in shown["attributions"]] == [keys] * 5
    assert shown["attributions"][1]["within"] == 0


def test_an_articles_spans_in_json_are_slices_of_its_text():
    shown = article_json(ARTICLE)
    assert [shown["text"][start:end] for start, end in shown["sentences"]][1] == "It was reportedly painted."
    assert [TEXT[start:end] for start, end in shown["attributions"][2]["content"]] == ["It was", "painted"]


def test_each_speaker_is_counted_once_with_all_their_claims():
    assert [(voice.speaker, len(voice.claims)) for voice in voices(ARTICLE)] == [
        (Speaker("named", "Coast News", cue="reported"), 1),
        (Speaker("named", "Ada Veil", "head of the harbour office", cue="said"), 1),
        (Speaker("unnamed", cue="reportedly"), 1),
        (Speaker("named", "Bram Oort", cue="complained"), 2),
    ]


def test_a_claim_inside_a_claim_has_the_colour_of_its_own_speaker():
    shown = on_a_terminal(article_terminal(ARTICLE), color_system="standard")
    assert "\x1b[32mthe pier was safe" in shown.replace("\n", " ")


def test_an_empty_list_is_empty():
    assert (entries_json([]), entries_plain([])) == ([], "")


def test_problems_stand_in_the_json_status_only_when_they_were_looked_for():
    assert "problems" not in status_json(STATUS, None)
    assert status_json(STATUS, ["One passage has no vector."])["problems"] == ["One passage has no vector."]
    assert status_json(STATUS, [])["folder"] == "/news"


def test_an_addition_in_json_counts_every_outcome_and_names_every_article():
    shown = addition_json(RECEIPTS, REFUSALS, interrupted=False)
    assert {name: shown[name] for name in ("added", "updated", "unchanged", "same_text", "refused", "interrupted")} == {
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "same_text": 1,
        "refused": 1,
        "interrupted": False,
    }
    assert [receipt["origin"] for receipt in shown["articles"]] == ["pier.txt", "copy.txt"]
    assert shown["refusals"] == [{"origin": "photo.jpg", "reason": "It is no text: give the article as text."}]


def test_of_many_articles_only_the_numbers_are_told():
    assert addition_plain(RECEIPTS[:1] * 1000, []) == "1,000 added.\n"
