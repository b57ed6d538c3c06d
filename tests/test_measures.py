from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.measures import Figure, Reply, Shown, confidence_auroc, figures, is_right, same_speaker, score
from index.questions import ARTICLE_VOICE, KnownQuestion
from index.voice import Speaker


def question(id: str = "q", answerable: bool | None = True, **known: object) -> KnownQuestion:
    return KnownQuestion(id, "Who?", **{"relevance": {}, "answerable": answerable, **known})  # type: ignore[arg-type]


def shows(*texts: str, speaker: Speaker | None = None) -> Reply:
    return Reply((), tuple(Shown(text, "a", speaker) for text in texts))


REFUSES = Reply((), (), refused=True)


def value(name: str, questions: list[KnownQuestion], replies: list[Reply], k: int = 5) -> tuple[float | None, int]:
    figure = figures(score(questions, replies, k))[name]
    return figure.value, figure.n


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("recall@1", (0 + 1 / 2) / 2),
        ("recall@5", (1 + 1) / 2),
        ("mrr@10", (1 / 2 + 1) / 2),
        # 1/log2(3) for an only article in second place; both articles in the best order give 1.
        ("ndcg@10", (0.6309 + 1) / 2),
    ],
)
def test_articles_are_measured_where_they_stand(name: str, expected: float) -> None:
    questions = [question("1", relevance={"a": 1}), question("2", relevance={"b": 1, "c": 1})]
    replies = [Reply(("x", "a")), Reply(("b", "c"))]
    assert value(name, questions, replies) == (pytest.approx(expected, abs=1e-4), 2)


def test_what_is_not_ranked_counts_as_not_found() -> None:
    assert value("mrr@10", [question(relevance={"a": 1})], [Reply(())]) == (0, 1)


def test_the_eleventh_article_comes_too_late() -> None:
    ranking = tuple(f"x{i}" for i in range(10))
    assert value("recall@10", [question(relevance={"a": 1})], [Reply((*ranking, "a"))]) == (0, 1)


def test_only_answerable_questions_with_articles_measure_a_ranking() -> None:
    questions = [question("1", relevance={"a": 1}), question("2", False, relevance={"a": 1}), question("3")]
    assert value("recall@1", questions, [Reply(("a",)), Reply(()), Reply(())]) == (1, 1)


@pytest.mark.parametrize(("rank", "hits"), [(1, 0), (3, 1)])
def test_a_quote_hits_when_any_of_the_words_stand_in_it(rank: int, hits: float) -> None:
    asked = question(quotes=("two ferries", "a tug"))
    assert value(f"quote_hit@{rank}", [asked], [shows("It rained.", "A storm sank two ferries.")]) == (hits, 1)


def test_white_space_case_and_the_shape_of_quotation_marks_dont_count() -> None:
    asked = question(quotes=("mayor's  “open door”",))
    assert value("quote_hit@1", [asked], [shows('The Mayor’s\n"open door" week')]) == (1, 1)


def test_quote_recall_is_the_share_of_the_words_shown() -> None:
    asked = question(quotes=("two ferries", "a tug", "six dead", "a storm"))
    assert value("quote_recall", [asked], [shows("A storm sank two ferries.", "And a tug.")]) == (3 / 4, 1)


@pytest.mark.parametrize("name", ["quote_hit@5", "quote_recall"])
def test_a_quote_that_a_refusal_holds_back_is_not_found(name: str) -> None:
    reply = replace(shows("These words."), refused=True)
    assert value(name, [question(quotes=("words",))], [reply]) == (0, 1)


def test_no_figure_for_more_quotes_than_were_asked_for() -> None:
    assert "quote_hit@5" not in figures(score([question()], [shows()], k=3))


def test_a_system_without_quotes_has_no_figures_of_quotes_and_refusals() -> None:
    questions = [question("1", quotes=("words",)), question("2", False)]
    measured = figures(score(questions, [Reply(("a",)), Reply(("a",))], 5))
    assert {name for name, figure in measured.items() if figure.n} == set()


@pytest.mark.parametrize(
    ("expected", "speaker", "same"),
    [
        ("Orlov", Speaker("named", "Gen. Ivan Orlov"), True),
        ("ivan orlov", Speaker("named", "Orlov"), True),
        ("Ivan Orlov", Speaker("named", "Ivan"), False),
        ("Li", Speaker("named", "Ali Reza"), False),
        ("the Harbour Board", Speaker("named", "Harbour Board"), True),
        ("officials", Speaker("unnamed", "unnamed port officials"), True),
        ("officials", Speaker("unnamed", None), False),
        ("Orlov", Speaker("article"), False),
        (ARTICLE_VOICE, Speaker("article"), True),
        (ARTICLE_VOICE, Speaker("unnamed", None), False),
    ],
)
def test_a_speaker_is_the_same_by_surname_or_full_name(expected: str, speaker: Speaker, same: bool) -> None:
    assert same_speaker(expected, speaker) is same


def test_speakers_are_judged_on_the_quote_that_hits() -> None:
    asked = question(quotes=("two ferries",), speaker="Orlov")
    reply = Reply((), (Shown("Rain.", "a", Speaker()), Shown("It sank two ferries.", "a", Speaker("named", "Orlov"))))
    assert value("speaker_accuracy", [asked], [reply]) == (1, 1)


def test_speakers_are_not_judged_where_no_quote_hits() -> None:
    asked = question(quotes=("two ferries",), speaker="Orlov")
    assert value("speaker_accuracy", [asked], [shows("Rain.", speaker=Speaker("named", "Orlov"))]) == (None, 0)


def test_without_listed_words_the_first_quotes_speaker_is_judged() -> None:
    assert value("speaker_accuracy", [question(speaker="Orlov")], [shows("Rain.", speaker=Speaker())]) == (0, 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("refusal_precision", (2 / 3, 3)),
        ("refusal_recall", (2 / 2, 2)),
        ("answer_rate", (3 / 4, 4)),
        ("refusal_balanced_accuracy", ((2 / 2 + 3 / 4) / 2, 6)),
    ],
)
def test_refusals_are_right_where_there_is_no_answer(name: str, expected: tuple[float, int]) -> None:
    answerable = [False, False, True, True, True, True, None]
    questions = [question(str(place), known) for place, known in enumerate(answerable)]
    replies = [REFUSES, REFUSES, REFUSES, shows("A"), shows("B"), shows("C"), REFUSES]
    assert value(name, questions, replies) == (pytest.approx(expected[0]), expected[1])


@pytest.mark.parametrize("name", ["refusal_precision", "refusal_recall", "refusal_balanced_accuracy"])
def test_without_unanswerable_questions_refusals_have_no_figures(name: str) -> None:
    assert value(name, [question()], [REFUSES]) == (None, 0)


def test_confidence_ranks_three_of_four_pairs_right() -> None:
    questions = [question(str(place), known) for place, known in enumerate([True, True, False, False])]
    replies = [Reply((), confidence=confidence) for confidence in (0.9, 0.5, 0.7, 0.1)]
    assert confidence_auroc(questions, replies) == Figure(3 / 4, 4)


def test_confidence_of_answerable_questions_alone_ranks_nothing() -> None:
    assert confidence_auroc([question()], [Reply((), confidence=0.5)]) == Figure(None, 0)


@pytest.mark.parametrize(
    ("asked", "reply", "right"),
    [
        (question(answerable=False), shows("Rain."), False),
        (question(quotes=("rain",), relevance={"b": 1}), shows("Rain."), True),
        (question(relevance={"a": 1}), shows("Rain."), True),
        (question(relevance={"b": 1}), shows("Rain."), False),
        (question(quotes=("rain",)), replace(shows("Rain."), refused=True), True),
        (question(), shows("Rain."), None),
        (question(quotes=("rain",)), Reply(("a",)), None),
    ],
)
def test_right_is_judged_by_words_else_by_articles(asked: KnownQuestion, reply: Reply, right: bool | None) -> None:
    assert is_right(asked, reply) is right


def test_a_system_that_is_always_a_half_worse_is_so_in_its_whole_interval() -> None:
    ours = {"mrr@10": {"1": 1.0, "2": 0.5}, "refusal_recall": {}, "answer_rate": {}}
    theirs = {"mrr@10": {"1": 0.5, "2": 0.0}, "refusal_recall": {}, "answer_rate": {}}
    assert figures(theirs, ours)["mrr@10"].minus_ours == (-0.5, -0.5)


def test_no_paired_interval_over_different_questions() -> None:
    ours = {"speaker_accuracy": {"1": 1.0}, "refusal_recall": {}, "answer_rate": {}}
    theirs = {"speaker_accuracy": {"2": 1.0}, "refusal_recall": {}, "answer_rate": {}}
    assert figures(theirs, ours)["speaker_accuracy"].minus_ours is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_an_interval_lies_within_the_scores_and_is_the_same_each_time(values: list[float]) -> None:
    scores = {
        "mrr@10": {str(place): value for place, value in enumerate(values)},
        "refusal_recall": {},
        "answer_rate": {},
    }
    interval = figures(scores)["mrr@10"].interval
    assert interval is not None
    assert min(values) - 1e-9 <= interval[0] <= interval[1] <= max(values) + 1e-9
    assert interval == figures(scores)["mrr@10"].interval
