"""Articles -> what is stored with each: sentences, who says what, passages and their vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.articles import Article
from index.attribution import attribute
from index.derived import Derived
from index.encoder import Encoder
from index.passages import passages
from index.sentences import split

BATCH_ARTICLES = 64
"""Articles stored at once: the more, the fewer commits; the fewer, the sooner each one is acknowledged."""
BATCH_CHARACTERS = 400_000
"""Characters after which a batch of articles is stored, however few they are."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is stored with an article: what was derived from its text, and its passages' unit vectors."""

    derived: Derived
    vectors: list[NDArray[np.float32]]


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Runs of articles to store at once; two that may be versions or copies of each other never share a run."""
    batch: list[Article] = []
    marks: set[tuple[str, str | None]] = set()
    characters = 0
    for article in articles:
        own = {("version", article.version), ("origin", article.origin), ("id", article.given_id or article.version)}
        if marks & own or len(batch) == BATCH_ARTICLES or characters > BATCH_CHARACTERS:
            yield batch
            batch, marks, characters = [], set(), 0
        batch.append(article)
        marks |= own
        characters += len(article.text)
    if batch:
        yield batch


def prepare(articles: Sequence[Article], encoder: Encoder) -> dict[Article, Prepared]:
    """What is stored with each article, the passages of all of them encoded together."""
    if not articles:
        return {}
    sentences = [split(article.text) for article in articles]
    cut = [passages(own) for own in sentences]
    texts = [
        _embedded(article.title, article.text[passage.start : passage.end])
        for article, own in zip(articles, cut, strict=True)
        for passage in own
    ]
    # The parser must be loaded before the encoder may import torch, which it hides from itself meanwhile.
    claims = [attribute(articles[0].text, sentences[0])]
    # One core encodes while another one parses.
    with ThreadPoolExecutor(1) as beside:
        encoding = beside.submit(encoder.encode, texts)
        claims += [attribute(a.text, own) for a, own in zip(articles[1:], sentences[1:], strict=True)]
        vectors = iter(encoding.result())
    return {
        article: Prepared(Derived(tuple(s), tuple(c), tuple(p)), list(islice(vectors, len(p))))
        for article, s, c, p in zip(articles, sentences, claims, cut, strict=True)
    }


def _embedded(title: str | None, passage: str) -> str:
    """A passage as it is encoded: its article's title helps to tell what "the crash" was."""
    return f"{title}\n{passage}" if title else passage
