"""Questions and a system's replies -> figures, nearly all the mean of one score a question over the questions it fits.

    recall@1 @5 @10, mrr@10, ndcg@10   articles: answerable questions with `articles`
    quote_hit@1 @3 @5                  one of the first quotes holds some of the listed words: answerable, with `quotes`
    quote_recall                       share of the listed words that stand in the quotes shown: the same questions
    speaker_accuracy                   the quote that hits names the right speaker: questions with `speaker` that hit
    refusal_precision                  a refused question can't be answered
    refusal_recall                     a question that can't be answered is refused
    answer_rate                        an answerable question is not refused
    refusal_balanced_accuracy          the mean of refusal_recall and answer_rate
    confidence_auroc                   area under the ROC curve: is confidence higher where there is an answer?

The measures of articles are trec_eval's, through ir_measures: it reads in 0.2 s where ranx compiles for seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from index.questions import ARTICLE_VOICE, KnownQuestion
from index.voice import Speaker

RANKING_LENGTH = 10
"""Articles a system is asked to rank."""

QUOTE_RANKS = (1, 3, 5)

RESAMPLES = 5000
"""Bootstrap resamples behind each interval."""

Scores = dict[str, dict[str, float]]
"""Figure name -> question id -> score from 0 to 1, for the questions that the figure is over."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The words a system shows for an answer, the id of their article, and their speaker where the system names one."""

    text: str
    article: str
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system gives for one question: article ids, best first, and quotes, None when it only finds articles.

    A refusal holds the quotes that it does not show. `confidence`, from 0 to 1, is None for a system that has none.
    """

    ranking: tuple[str, ...]
    quotes: tuple[Shown, ...] | None = None
    refused: bool = False
    confidence: float | None = None

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The quotes that a person sees: none with a refusal."""
        return () if self.refused else self.quotes or ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over `n` questions, None over none, with 95 % intervals of it and of its difference from ours."""

    value: float | None
    n: int
    interval: tuple[float, float] | None = None
    minus_ours: tuple[float, float] | None = None


def score(questions: Sequence[KnownQuestion], replies: Sequence[Reply], k: int) -> Scores:
    """Score each reply by each figure that fits its question; `k` quotes were asked for."""
    scores = _article_scores(questions, replies)
    has_unanswerable = any(question.answerable is False for question in questions)
    for name, judge in _judges(k).items():
        judged = {question.id: judge(question, reply) for question, reply in zip(questions, replies, strict=True)}
        fits = has_unanswerable or not name.startswith("refusal")
        scores[name] = {id: value for id, value in judged.items() if fits and value is not None}
    return scores


def figures(scores: Scores, ours: Scores | None = None) -> dict[str, Figure]:
    """Each figure's mean and interval, and the paired one where it is over the same questions as in `ours`."""
    found = {}
    for name, values in scores.items():
        pairs = None
        if ours is not None and ours[name].keys() == values.keys():
            pairs = [values[id] - ours[name][id] for id in sorted(values)]
        found[name] = Figure(
            _mean(values.values()), len(values), _interval([values[id] for id in sorted(values)]), _interval(pairs)
        )
    recall, rate = found["refusal_recall"], found["answer_rate"]
    both = None if recall.value is None or rate.value is None else (recall.value + rate.value) / 2
    found["refusal_balanced_accuracy"] = Figure(both, 0 if both is None else recall.n + rate.n)
    return found


def confidence_auroc(questions: Sequence[KnownQuestion], replies: Sequence[Reply]) -> Figure:
    """How well confidence tells answerable questions from the others; None unless there are some of both."""
    import numpy as np

    judged = [(question.answerable, reply.confidence) for question, reply in zip(questions, replies, strict=True)]
    right, wrong = (
        np.array([confidence for answerable, confidence in judged if answerable is wanted and confidence is not None])
        for wanted in (True, False)
    )
    if not (len(right) and len(wrong)):
        return Figure(None, 0)
    above, level = right[:, None] > wrong, right[:, None] == wrong
    return Figure(float(above.mean() + level.mean() / 2), len(right) + len(wrong))


def is_right(question: KnownQuestion, reply: Reply) -> bool | None:
    """Whether the quotes answer, shown or not, by the question's words, else by its articles; None without either."""
    if question.answerable is False:
        return False
    if reply.quotes is None or not (question.quotes or question.relevance):
        return None
    if question.quotes:
        return _hit(question, reply.quotes) is not None
    return any(shown.article in question.relevance for shown in reply.quotes)


def same_speaker(expected: str, speaker: Speaker) -> bool:
    """Whether the speaker shown is the one expected, `ARTICLE_VOICE` being the article's own voice.

    Case and punctuation don't count. The expected name may be part of the shown one ("Orlov" of "Gen. Ivan Orlov"),
    or end with it ("Ivan Orlov" for "Orlov"), so that a first name alone is not enough.
    """
    if expected == ARTICLE_VOICE or speaker.kind == "article":
        return expected == ARTICLE_VOICE and speaker.kind == "article"
    wanted, shown = (re.findall(r"\w+", name.casefold()) for name in (expected, speaker.name or ""))
    is_part = any(shown[start : start + len(wanted)] == wanted for start in range(len(shown)))
    return is_part or (bool(shown) and wanted[-len(shown) :] == shown)


def _article_scores(questions: Sequence[KnownQuestion], replies: Sequence[Reply]) -> Scores:
    from ir_measures import RR, R, iter_calc, nDCG

    names = {R @ 1: "recall@1", R @ 5: "recall@5", R @ 10: "recall@10", RR @ 10: "mrr@10", nDCG @ 10: "ndcg@10"}
    scores: Scores = {name: {} for name in names.values()}
    judged = [pair for pair in zip(questions, replies, strict=True) if pair[0].answerable and pair[0].relevance]
    # Falling scores keep the order of the ranking: trec_eval would sort ties by article id.
    run = {
        question.id: {id: float(-place) for place, id in enumerate(reply.ranking[:RANKING_LENGTH])}
        for question, reply in judged
    }
    relevance = {question.id: dict(question.relevance) for question, _ in judged}
    for metric in iter_calc(list(names), relevance, run) if judged else ():
        scores[names[metric.measure]][metric.query_id] = float(metric.value)
    return scores


def _judges(k: int) -> dict[str, Callable[[KnownQuestion, Reply], float | None]]:
    return {
        **{f"quote_hit@{rank}": partial(_quote_hit, rank=rank) for rank in QUOTE_RANKS if rank <= k},
        "quote_recall": _quote_recall,
        "speaker_accuracy": _speaker_accuracy,
        "refusal_precision": lambda question, reply: _unanswerable(question, reply) if reply.refused else None,
        "refusal_recall": lambda question, reply: float(reply.refused) if _unanswerable(question, reply) else None,
        "answer_rate": lambda question, reply: (
            float(not reply.refused) if _unanswerable(question, reply) == 0 else None
        ),
    }


def _quote_hit(question: KnownQuestion, reply: Reply, rank: int) -> float | None:
    if reply.quotes is None or not question.quotes:
        return None
    place = _hit(question, reply.shown)
    return float(place is not None and place < rank)


def _quote_recall(question: KnownQuestion, reply: Reply) -> float | None:
    if reply.quotes is None or not question.quotes:
        return None
    shown = [_fold(shown.text) for shown in reply.shown]
    return sum(any(_fold(words) in text for text in shown) for words in question.quotes) / len(question.quotes)


def _speaker_accuracy(question: KnownQuestion, reply: Reply) -> float | None:
    """The speaker of the quote that hits; where the row lists no words, of the first quote shown."""
    place = _hit(question, reply.shown) if question.quotes else 0
    if question.speaker is None or place is None or not reply.shown:
        return None
    speaker = reply.shown[place].speaker
    return None if speaker is None else float(same_speaker(question.speaker, speaker))


def _unanswerable(question: KnownQuestion, reply: Reply) -> float | None:
    """1 or 0, or None where the row doesn't say or the system gives no answers that it could refuse."""
    if reply.quotes is None or question.answerable is None:
        return None
    return float(not question.answerable)


def _hit(question: KnownQuestion, quotes: Sequence[Shown]) -> int | None:
    """The place, from 0, of the first quote that holds any of the question's listed words."""
    wanted = [_fold(words) for words in question.quotes]
    texts = [_fold(shown.text) for shown in quotes]
    return next((place for place, text in enumerate(texts) if any(words in text for words in wanted)), None)


def _fold(text: str) -> str:
    """The words without what a typist changes: white space, case and the shape of quotation marks."""
    return " ".join(text.casefold().translate(str.maketrans("“”‘’", "\"\"''")).split())


def _mean(values: Collection[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _interval(values: Sequence[float] | None) -> tuple[float, float] | None:
    """The middle 95 % of the means of seeded resamples of the values."""
    import numpy as np

    if not values:
        return None
    picks = np.random.default_rng(0).integers(0, len(values), (RESAMPLES, len(values)))
    low, high = np.percentile(np.asarray(values)[picks].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)
