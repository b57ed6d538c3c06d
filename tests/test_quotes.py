"""Hits become quotes: whole sentences, with who says them, each saying something of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.articles import Article
from index.asked_voice import asked_speaker, suits
from index.candidates import ranked_candidates
from index.catalog import Among
from index.confidence import grounds
from index.library import Library
from index.quotes import Findings, find_quotes, score_sentences
from index.voice import Speaker, speaker_of

DEPOT = """A fuel depot near Lomnik burned down on Monday night.

Irena Vost, the mayor of Lomnik, said that two drones had hit the depot. She noted that nobody was hurt in the fire.

The army of Drevland denied this. According to its spokesman, Karl Brenn, a pump had caught fire by itself.

Nine tanks were reportedly full. The price of petrol rose by four percent on Tuesday."""
COPY = "Two drones had hit the depot near Lomnik, said Irena Vost, the mayor of Lomnik. Shops stayed open."
BREAD = "Bakers in Ulmen went on strike on Tuesday. They want shorter nights, their union said."


@pytest.fixture(scope="module")
def news(empty_library: Callable[[], Path]) -> Iterator[Library]:
    with Library.open(empty_library()) as library:
        articles = {"depot": DEPOT, "copy": COPY, "bread": BREAD}
        list(library.add(Article(text, origin=name, given_id=name) for name, text in articles.items()))
        yield library


def ask(library: Library, question: str, k: int = 3) -> Findings:
    return find_quotes(library, question, k)


def test_a_quote_is_whole_sentences_of_its_article(news: Library) -> None:
    for quote in ask(news, "What hit the depot?").quotes:
        sentences = quote.article.sentences
        assert quote.start in {s.start for s in sentences}
        assert quote.end in {s.end for s in sentences}
        assert quote.text == quote.article.text[quote.start : quote.end]


def test_what_somebody_says_carries_the_name_and_office(news: Library) -> None:
    speaker = ask(news, "What does Karl Brenn say caused the fire?").quotes[0].speaker
    assert (speaker.kind, speaker.name) == ("named", "Karl Brenn")


def test_a_hedge_is_kept(news: Library) -> None:
    speaker = ask(news, "How many tanks were full?").quotes[0].speaker
    assert (speaker.kind, speaker.cue) == ("unnamed", "reportedly")


def test_the_articles_own_words_have_no_other_speaker(news: Library) -> None:
    assert ask(news, "By how much did the price of petrol rise?").quotes[0].speaker == Speaker()


def test_a_sentence_that_leans_back_brings_the_one_before_it(news: Library) -> None:
    best = ask(news, "Was anybody hurt in the fire?").quotes[0]
    assert best.text.startswith("Irena Vost, the mayor of Lomnik, said")
    assert best.text.endswith("She noted that nobody was hurt in the fire.")


TOLLS = {
    "army": "The army said that nine people died in the fire at the Lomnik depot.",
    "rebels": "The rebels said that forty people died in the fire at the Lomnik depot.",
    "copy": "The army said that nine people died in the fire at the big Lomnik depot.",
}


def test_accounts_that_differ_in_a_number_or_a_speaker_are_all_shown_and_copies_once(
    empty_library: Callable[[], Path],
) -> None:
    with Library.open(empty_library()) as library:
        list(library.add(Article(text, name) for name, text in TOLLS.items()))
        quotes = ask(library, "How many people died in the fire?", k=5).quotes
    shown = {quote.article.origins[0]: [copy.article.origins[0] for copy in quote.also] for quote in quotes}
    assert shown in ({"army": ["copy"], "rebels": []}, {"copy": ["army"], "rebels": []})


def test_a_denial_is_no_repeat(empty_library: Callable[[], Path]) -> None:
    texts = ("Two drones hit the fuel depot near Lomnik.", "Two drones did not hit the fuel depot near Lomnik.")
    with Library.open(empty_library()) as library:
        list(library.add(Article(text, text) for text in texts))
        quotes = ask(library, "Did drones hit the fuel depot near Lomnik?").quotes
    assert {quote.text for quote in quotes} == set(texts)


WIRE = (
    "The ferry Alba sank off Orlo on Sunday after a fire in the engine room. Nine people drowned, the coast guard of "
    "Orlo said. Divers will search the wreck for the ship's papers on Tuesday."
)
DIFFERING = "Eleven people drowned when the ferry Alba sank off Orlo on Sunday, its owner, Berit Lund, told reporters."


@pytest.fixture(scope="module")
def syndicated(empty_library: Callable[[], Path]) -> Iterator[Library]:
    """A story that twelve outlets took from the wire, each under a line of its own, one of them at two addresses."""
    texts = {f"Paper {i}": f"From the desk of paper number {i}.\n\n{WIRE}" for i in range(12)}
    articles = [Article(text, outlet, title="Ferry sinks", outlet=outlet) for outlet, text in texts.items()]
    articles.append(Article(texts["Paper 3"], "https://gull.example/1", title="Ferry sinks", outlet="The Gull"))
    articles.append(Article(texts["Paper 4"].replace("Nine", "Ten"), "ten", outlet="Paper Ten"))
    articles.append(Article(DIFFERING, "lund", outlet="Orlo Post"))
    with Library.open(empty_library()) as library:
        list(library.add(articles))
        yield library


def test_a_story_that_many_outlets_took_over_is_shown_once_with_all_of_them(syndicated: Library) -> None:
    quotes = ask(syndicated, "How many people drowned when the ferry Alba sank?", k=5).quotes
    nine = next(quote for quote in quotes if quote.text.startswith("Nine"))
    outlets = {nine.article.outlet, *(copy.article.outlet for copy in nine.also)}
    assert outlets == {"The Gull", *(f"Paper {i}" for i in range(12))}
    assert all(copy.text == nine.text and copy.speaker.name == nine.speaker.name for copy in nine.also)
    assert sum(quote.text == nine.text for quote in quotes) == 1


@pytest.mark.parametrize("among", [Among(outlet="gull"), Among(outlets=("The Gull",))])
def test_an_outlet_has_what_it_took_over_word_for_word(syndicated: Library, among: Among) -> None:
    (best, *_) = find_quotes(syndicated, "How many people drowned when the ferry Alba sank?", among=among).quotes
    assert "The Gull" in {copy.article.outlet for copy in best.also}


def test_copies_leave_room_for_other_accounts_and_for_what_a_copy_says_otherwise(syndicated: Library) -> None:
    shown = " ".join(quote.text for quote in ask(syndicated, "How many people drowned on the ferry?", k=5).quotes)
    assert "Nine people" in shown
    assert "Ten people" in shown
    assert "Eleven people" in shown


def test_no_two_quotes_share_words(news: Library) -> None:
    quotes = ask(news, "What did Irena Vost say about the fire?", k=5).quotes
    for i, one in enumerate(quotes):
        for other in quotes[:i]:
            assert one.article.key != other.article.key or one.end <= other.start or other.end <= one.start


MARTA = (
    "The ship Marta lay off Orlo with two others. It carried grain and fuel. This ship was sunk by a torpedo, the "
    "defence ministry of Varia claimed. It was built in 1998. He saw no torpedo, said Arno Lind, a fisherman."
)
MARTA_QUESTIONS = (
    "How was the ship Marta sunk?",
    "What did the Marta carry?",
    "When was the Marta built?",
    "Where did the Marta lie?",
    "Who says that a torpedo sank the Marta?",
    "Was there a torpedo?",
)


@pytest.mark.parametrize("question", MARTA_QUESTIONS)
def test_what_is_shown_as_the_articles_own_voice_holds_nobodys_claim(
    question: str, empty_library: Callable[[], Path]
) -> None:
    with Library.open(empty_library()) as library:
        list(library.add([Article(MARTA, "marta")]))
        for quote in ask(library, question, k=5).quotes:
            claimed = [span for attribution in quote.article.attributions for span in attribution.content]
            if quote.speaker.kind == "article":
                assert not [span for span in claimed if span[0] < quote.end and quote.start < span[1]]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What did Irena Vost say about the depot?", ("irena", "vost")),
        ("According to the army, what burned?", ("armi",)),
        ("How does Brenn explain the fire?", ("brenn",)),
        ("what is the union's account of the strike", ("union",)),
        ("Any statements by the mayor of Lomnik?", ("mayor", "lomnik")),
        ("Tell me what Vost said about the depot", ("vost",)),
        ("What has the State Department said?", ("state", "depart")),
        ("What did the United States say?", ("unit", "state")),
        ("Is Lomnik’s mayor still denying it?", ("lomnik", "mayor")),
        ("According to Brenn what burned?", ("brenn",)),
        ("Any comments by Vost on the fire?", ("vost",)),
        ("What did\n the mayor say?", ("mayor",)),
        ("Who said that?", ()),
        ("When did the depot burn down?", ()),
        ("Was Brenn blamed for the fire?", ()),
        ("Has Brenn been told?", ()),
        ("Is there criticism of Brenn?", ()),
        ("Who is Velonia’s defence minister?", ()),
    ],
)
def test_a_question_may_ask_for_somebodys_words(question: str, asked: tuple[str, ...]) -> None:
    assert asked_speaker(question) == asked


@pytest.mark.parametrize(
    ("name", "role", "suited"),
    [
        ("Irena Vost", None, {"Vost": 1.0, "Mayor Vost": 1.0, "Brenn": -1.0}),
        ("the Interior Ministry", None, {"Interior Ministry": 1.0, "Defence Ministry": 0.0}),
        ("Oda Brenn", "mayor of Lomnik", {"mayor of Lomnik": 1.0, "mayor of Harkel": 0.0}),
    ],
)
def test_words_suit_whose_they_are_by_surname_or_by_all_that_is_known(
    name: str, role: str | None, suited: dict[str, float]
) -> None:
    speaker = Speaker("named", name, role)
    assert {asked: suits(speaker, asked_speaker(f"What did {asked} say?")) for asked in suited} == suited


def test_somebodys_words_are_found_by_a_misspelt_name(news: Library) -> None:
    ranked = ranked_candidates(news, "What did Vosst say about the depot?")[2]
    assert {c.suits for c in ranked if c.speaker.name == "Irena Vost"} == {1.0}


# Each also names the other: by its words alone Marr's sentence answers a question for Finn's.
DYKE = (
    "The dyke at Pellen was inspected on Monday. "
    "Orla Finn, its warden, said that Jon Marr, its builder, knew nothing about the dyke. "
    "Jon Marr, its builder, said that Orla Finn, its warden, knew nothing about the dyke."
)


@pytest.mark.parametrize("name", ["Finn", "Marr"])
def test_the_words_of_whoever_is_asked_for_come_first(name: str, empty_library: Callable[[], Path]) -> None:
    with Library.open(empty_library()) as library:
        list(library.add([Article(DYKE, "dyke")]))
        best = ask(library, f"What did {name} say about the dyke at Pellen?").quotes[0]
    assert best.speaker.name is not None
    assert best.speaker.name.endswith(name)


def test_no_more_quotes_than_asked_for(news: Library) -> None:
    assert len(ask(news, "What happened at the depot near Lomnik?", k=1).quotes) == 1


def test_off_topic_is_refused_as_such(news: Library) -> None:
    assert ask(news, "How do I tune a violin?").reason == "nothing_relevant"


def test_on_topic_but_not_said_names_the_words_that_no_quote_covers(news: Library) -> None:
    found = ask(news, "What is the name of the drone pilot?")
    assert found.reason is not None
    assert "pilot" in found.missing


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What did Irena Vost say of two drones?", 1.0),
        ("What burned down on monday night?", 1.0),
        ("What did Harkel Mond say of two drones?", 0.0),
    ],
)
def test_names_and_numbers_that_no_passage_holds_count_against_an_answer(
    news: Library, question: str, named: float
) -> None:
    assert grounds(*ranked_candidates(news, question)).named == pytest.approx(named)


def test_the_best_sentences_together_hold_what_is_asked(news: Library) -> None:
    whole = grounds(*ranked_candidates(news, "Which mayor said that two drones had hit the depot?"))
    part = grounds(*ranked_candidates(news, "Which singer said that two trumpets had hit the depot?"))
    assert part.held < whole.held <= 1.0


def test_an_empty_library_says_that_it_is_empty(empty_library: Callable[[], Path]) -> None:
    with Library.open(empty_library()) as library:
        assert ask(library, "What hit the depot?").reason == "empty_library"


def test_every_attributed_sentence_shows_somebody_beside_the_article(news: Library) -> None:
    for entry in news.entries():
        article = news.get(entry.id)
        for attribution in article.attributions:
            for start, end in attribution.content:
                assert speaker_of(article, start, end).kind != "article"


def test_a_sentence_is_scored_by_its_words_whatever_stands_beside_it() -> None:
    question, answer, other = "When did the depot burn?", "The depot burned on Monday night.", "Shops stayed open."
    together = score_sentences(question, [other, answer])
    assert together == pytest.approx([score_sentences(question, [s])[0] for s in (other, answer)], abs=1e-4)
    assert together[1] > together[0]
    assert score_sentences(question, []) == []
