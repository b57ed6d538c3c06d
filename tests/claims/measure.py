"""How well the program finds who says what: `python -m tests.claims.measure [PART] [--errors]`.

The parts, of which `building` is the first, are told in the README beside this file.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from index.attribution import attribute
from index.catalog import StoredArticle
from index.sentences import Sentence, split
from index.voice import speaker_of
from tests.claims.check import articles
from tests.claims.matching import (
    Claim,
    Words,
    annotated,
    matched,
    overlap,
    predicted,
    read,
    same_role,
    same_speaker,
    same_via,
)


@dataclass(slots=True)
class Score:
    """Right of what is there to be found (`gold`) and right of what the program says (`guess`)."""

    found: int = 0
    gold: int = 0
    right: int = 0
    guess: int = 0

    def count(self, golds: Iterable[bool], guesses: Iterable[bool]) -> None:
        """Add what was found and what was said, each True where it is right."""
        golds, guesses = list(golds), list(guesses)
        self.found += sum(golds)
        self.gold += len(golds)
        self.right += sum(guesses)
        self.guess += len(guesses)

    @property
    def recall(self) -> float:
        """Percent of what there is."""
        return 100 * self.found / self.gold if self.gold else 100.0

    @property
    def precision(self) -> float:
        """Percent of what was said."""
        return 100 * self.right / self.guess if self.guess else 100.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1.0)


SPANS = ("sentence", "source", "exact", "tuple")
SHARES = ("name", "kind", "role", "some role", "via", "some via", "nesting", "shown")
"""Shares of claims found, "some" where there is a role or via at all; of nested pairs; of reported sentences."""


@dataclass(slots=True)
class Measures:
    """`spans`: F1 by measure; `shares`: how many of how many; `errors`: what went wrong, by article and kind."""

    spans: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in SPANS})
    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Every measure in percent."""
        shares = {name: 100 * self.right[name] / (self.total[name] or 1) for name in SHARES}
        return {name: round(value, 1) for name, value in {**{n: s.f1 for n, s in self.spans.items()}, **shares}.items()}

    def share(self, name: str, is_right: bool) -> None:
        """Count one more, right or wrong."""
        self.right[name] += is_right
        self.total[name] += 1


@cache
def stored(name: str, text: str) -> StoredArticle:
    """An article as the library would hold it."""
    sentences = tuple(split(text))
    attributions = tuple(attribute(text, sentences))
    return StoredArticle(
        0, name, "0" * 64, name, None, None, None, (f"{name}.txt",), True, text, sentences, attributions, ()
    )


def annotated_articles(part: str, step: int = 1) -> Iterator[tuple[StoredArticle, list[Claim]]]:
    """Every so many articles of a file as the library would hold them, with the claims annotated in them."""
    texts = articles()
    for name, claims in islice(read(part).items(), 0, None, step):
        yield stored(name, texts[name]), annotated(texts[name], claims)


def measure(part: str, step: int = 1) -> Measures:
    """All measures over every so many articles of a file."""
    measures = Measures()
    for article, golds in annotated_articles(part, step):
        compare(measures, article, golds, predicted(article.text, article.attributions))
        for sentence in reported(article, golds):
            is_shown = speaker_of(article, sentence.start, sentence.end).kind != "article"
            measures.share("shown", is_shown)
            if not is_shown:
                measures.errors.append((article.id, "laundered", article.text[sentence.start : sentence.end]))
    return measures


def compare(measures: Measures, article: StoredArticle, golds: Sequence[Claim], guesses: Sequence[Claim]) -> None:
    """Count how far the claims guessed for an article are the annotated ones."""
    words = Words(article.text)
    _measure_sentences(measures, [words.within([(s.start, s.end)]) for s in article.sentences], golds, guesses)
    measures.spans["tuple"].count(*_tuples(golds, guesses))
    _measure_claims(measures, article, golds, guesses)
    _measure_nesting(measures, golds, guesses)


def is_attributed(sentence: frozenset[int], claims: Iterable[Claim]) -> bool:
    """Whether two words of a sentence, or half of them, are claimed by somebody."""
    claimed = len(sentence & frozenset().union(*(claim.content for claim in claims)))
    return bool(sentence) and (claimed >= 2 or 2 * claimed >= len(sentence))


def reported(article: StoredArticle, golds: Sequence[Claim]) -> list[Sentence]:
    """The sentences of an article in which somebody claims something."""
    words = Words(article.text)
    return [s for s in article.sentences if is_attributed(words.within([(s.start, s.end)]), golds)]


def _measure_sentences(
    measures: Measures, sentences: Sequence[frozenset[int]], golds: Sequence[Claim], guesses: Sequence[Claim]
) -> None:
    """Which sentences are attributed at all, and to which words: some in common (source), or the same (exact)."""
    for sentence in sentences:
        in_gold, in_guess = is_attributed(sentence, golds), is_attributed(sentence, guesses)
        measures.spans["sentence"].count([in_guess] if in_gold else [], [in_gold] if in_guess else [])
        ours, theirs = ([c for c in cs if c.speaker and c.content & sentence] for cs in (golds, guesses))
        pairs = [(g, p) for g in ours for p in theirs if g.content & p.content]
        for name, same in (
            ("source", [(g, p) for g, p in pairs if g.speaker & p.speaker]),
            ("exact", [(g, p) for g, p in pairs if g.speaker == p.speaker]),
        ):
            found, right = ({id(pair[side]) for pair in same} for side in (0, 1))
            measures.spans[name].count((id(g) in found for g in ours), (id(p) in right for p in theirs))


def _tuples(golds: Sequence[Claim], guesses: Sequence[Claim]) -> tuple[list[bool], list[bool]]:
    """Claims of which half of the content and a word of the speaker are found, in the order of the article."""
    used: dict[int, int] = {}
    for i, gold in enumerate(golds):
        for j, guess in enumerate(guesses):
            same = gold.speaker & guess.speaker or not (gold.speaker or guess.speaker)
            if j not in used and same and overlap(gold.content, guess.content) >= 0.5:
                used[j] = i
                break
    return [i in used.values() for i in range(len(golds))], [j in used for j in range(len(guesses))]


def _measure_claims(
    measures: Measures, article: StoredArticle, golds: Sequence[Claim], guesses: Sequence[Claim]
) -> None:
    """On the claims found: name, kind, role and via."""
    pairs = matched(golds, guesses)
    text, spots = article.text, Words(article.text).spans

    def note(error: str, claim: Claim, detail: str = "") -> None:
        first, last = spots[min(claim.content)][0], spots[max(claim.content)][1]
        measures.errors.append((article.id, error, f"{' '.join(text[first:last].split())[:90]} {detail}"))

    for i, gold in enumerate(golds):
        if i not in pairs:
            note("missed", gold, f"[{gold.name}]")
            continue
        guess = guesses[pairs[i]]
        for part, is_right, said in (
            ("name", same_speaker(gold, guess), (gold.name, guess.name)),
            ("kind", gold.kind == guess.kind, (gold.kind, guess.kind)),
            ("role", same_role(gold.role, guess.role), (gold.role, guess.role)),
            ("via", same_via(gold.via, guess.via), (gold.via, guess.via)),
        ):
            measures.share(part, is_right)
            if part in ("role", "via") and any(said):
                measures.share(f"some {part}", is_right)
            if not is_right:
                note(part, gold, f"[{said[0]} <> {said[1]}]")
    for j, guess in enumerate(guesses):
        if j not in pairs.values() and guess.content:
            note("invented", guess, f"[{guess.name}]")


def _measure_nesting(measures: Measures, golds: Sequence[Claim], guesses: Sequence[Claim]) -> None:
    """Pairs of an outer and an inner claim, both found, one in the other, with their speakers."""
    pairs = matched(golds, guesses)
    for i, gold in enumerate(golds):
        if gold.within is not None:
            inner, outer = pairs.get(i), pairs.get(gold.within)
            is_right = inner is not None and outer is not None and guesses[inner].within == outer
            measures.share(
                "nesting",
                is_right
                and same_speaker(gold, guesses[pairs[i]])
                and same_speaker(golds[gold.within], guesses[pairs[gold.within]]),
            )


def main(part: str, with_errors: bool) -> None:
    """Print the measures, and with errors also what went wrong, the worst article first."""
    measures = measure(part)
    for name, score in measures.spans.items():
        of = f"P {score.precision:5.1f} of {score.guess:3}, R {score.recall:5.1f} of {score.gold:3}"
        print(f"{name:10} F1 {score.f1:5.1f}  {of}")
    for name in SHARES:
        share = 100 * measures.right[name] / (measures.total[name] or 1)
        print(f"{name:10}    {share:5.1f}  {measures.right[name]} of {measures.total[name]}")
    lost = measures.total["shown"] - measures.right["shown"]
    print(f"laundered     {100 * lost / measures.total['shown']:5.1f}  {lost} of {measures.total['shown']}")
    if with_errors:
        kinds = Counter(error for _, error, _ in measures.errors)
        print("\n" + ", ".join(f"{kind} {number}" for kind, number in kinds.most_common()))
        for name, number in Counter(article for article, _, _ in measures.errors).most_common():
            print(f"\n{name}: {number}")
            print("\n".join(f"  {error:9} {what}" for article, error, what in measures.errors if article == name))


if __name__ == "__main__":
    chosen = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    main(chosen[0] if chosen else "building", "--errors" in sys.argv)
