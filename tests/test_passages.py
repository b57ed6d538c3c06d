"""Passages hold every sentence once, whole, and are as few and as well cut as their length allows."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.passages import PASSAGE_LENGTH, passages
from index.sentences import Sentence, split


@st.composite
def articles(draw: st.DrawFn) -> list[Sentence]:
    """Sentences as an article may have them: some tiny, some longer than a passage, in paragraphs of any length."""
    lengths = draw(st.lists(st.integers(1, 700) | st.integers(900, 100_000), max_size=30))
    sentences, at, paragraph = [], 0, 1
    for length in lengths:
        sentences.append(Sentence(at, at + length, paragraph))
        starts_paragraph = draw(st.booleans())
        paragraph += starts_paragraph
        at += length + 1 + starts_paragraph
    return sentences


def fewest(sentences: list[Sentence]) -> int:
    """How many passages it takes when each is filled before the next begins, which no other way can beat."""
    count, start = 0, None
    for sentence in sentences:
        if start is None or sentence.end - start > PASSAGE_LENGTH:
            count, start = count + 1, sentence.start
    return count


@given(articles())
def test_every_sentence_is_in_exactly_one_passage_in_order(sentences: list[Sentence]) -> None:
    held = [i for passage in passages(sentences) for i in range(passage.first, passage.last + 1)]
    assert held == list(range(len(sentences)))


@given(articles())
def test_a_passage_begins_and_ends_with_its_sentences(sentences: list[Sentence]) -> None:
    for passage in passages(sentences):
        assert (passage.start, passage.end) == (sentences[passage.first].start, sentences[passage.last].end)


@given(articles())
def test_passages_do_not_overlap(sentences: list[Sentence]) -> None:
    assert all(a.end <= b.start for a, b in pairwise(passages(sentences)))


@given(articles())
def test_only_a_single_sentence_may_be_too_long(sentences: list[Sentence]) -> None:
    for passage in passages(sentences):
        assert passage.end - passage.start <= PASSAGE_LENGTH or passage.first == passage.last


@given(articles())
def test_there_are_as_few_passages_as_can_be(sentences: list[Sentence]) -> None:
    assert len(passages(sentences)) == fewest(sentences)


def test_no_sentences_make_no_passages() -> None:
    assert passages([]) == []


def test_no_passage_is_too_long_even_where_no_sentence_ends() -> None:
    text = "It fell.\n\n" + "water " * 17_000 + "end.\n\nWe ran."
    found = passages(split(text))
    assert all(p.end - p.start <= PASSAGE_LENGTH for p in found)
    assert "".join("".join(text[p.start : p.end] for p in found).split()) == "".join(text.split())


def test_a_cut_between_paragraphs_is_taken_when_it_costs_no_passage() -> None:
    lengths = [(400, 1), (400, 2), (150, 2), (400, 2)]
    assert [(p.first, p.last) for p in passages(laid_out(lengths))] == [(0, 0), (1, 3)]


def test_a_paragraph_is_cut_when_sparing_it_would_cost_a_passage() -> None:
    lengths = [(400, 1), (400, 2), (150, 2), (600, 2)]
    assert [(p.first, p.last) for p in passages(laid_out(lengths))] == [(0, 2), (3, 3)]


def test_a_short_article_is_one_passage() -> None:
    assert [(p.first, p.last) for p in passages(split("It fell. We ran.\n\nNobody was hurt."))] == [(0, 2)]


def laid_out(lengths: list[tuple[int, int]]) -> list[Sentence]:
    """Sentences of these lengths in these paragraphs, one space apart."""
    sentences, at = [], 0
    for length, paragraph in lengths:
        sentences.append(Sentence(at, at + length, paragraph))
        at += length + 1
    return sentences
