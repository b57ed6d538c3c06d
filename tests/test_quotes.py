"""Hits become quotes: whole sentences, with who says them, each saying something of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.articles import Article
from index.library import Library
from index.quotes import Findings, Speaker, find_quotes, score_sentences, speaker_of

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
        shown = [quote.article.origins[0] for quote in ask(library, "How many people died in the fire?", k=5).quotes]
    assert "rebels" in shown
    assert len(shown) == 2


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


def test_no_more_quotes_than_asked_for(news: Library) -> None:
    assert len(ask(news, "What happened at the depot near Lomnik?", k=1).quotes) == 1


def test_off_topic_is_refused_as_such(news: Library) -> None:
    assert ask(news, "How do I tune a violin?").reason == "nothing_relevant"


def test_on_topic_but_not_said_names_the_words_that_no_quote_covers(news: Library) -> None:
    found = ask(news, "What is the name of the drone pilot?")
    assert found.reason is not None
    assert "pilot" in found.missing


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
