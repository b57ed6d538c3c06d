"""A slice of an article -> whose voice it is in, by the article's attributions."""

from __future__ import annotations

from dataclasses import dataclass

from index.attribution import Attribution, Kind, Span
from index.catalog import StoredArticle


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quote. For the article's own voice all but `kind` is None or empty.

    `name` is a person or body, or for an unnamed speaker the article's words ("unnamed American officials"; None when
    there are none, as for "reportedly"). `span` is where the speaker's words, else the cue, stand in the article.
    """

    kind: Kind = "article"
    name: str | None = None
    role: str | None = None
    via: tuple[str, ...] = ()
    cue: str | None = None
    span: Span | None = None


def speaker_of(article: StoredArticle, start: int, end: int) -> Speaker:
    """Who says most of `text[start:end]` of an article, by the outermost attribution; else the article itself."""
    best: Attribution | None = None
    most = 0
    for attribution in article.attributions:
        shared = sum(max(0, min(end, e) - max(start, s)) for s, e in attribution.content)
        if attribution.within is None and shared > most:
            best, most = attribution, shared
    if best is None:
        return Speaker()
    marked = best.speaker or best.cue
    return Speaker(
        kind=best.kind,
        name=best.name,
        role=best.role,
        via=best.via,
        cue=" … ".join(article.text[s:e] for s, e in best.cue) or None,
        span=(marked[0][0], marked[-1][1]) if marked else None,
    )
