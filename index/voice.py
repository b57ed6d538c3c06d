"""A slice of an article -> whose voice it is in, by the article's attributions; a question -> whose it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.attribution import Attribution, Kind, Span
from index.catalog import StoredArticle
from index.terms import STOP_TERMS, forms

_SAY = (
    r"(?:\w+ly\s+)?(?:sa(?:y|ys|id|ying)|state[sd]?|stating|t(?:ell|ells|old|elling)|th(?:ink|inks|ought|inking)"
    r"|(?:accus|acknowledg|alleg|announc|argu|attribut|believ|blam|claim|comment|conced|confirm|criticis|criticiz|defend"
    r"|demand|describ|dismiss|disput|doubt|estimat|expect|explain|fear|hop|insist|justif|object|point|predict|promis"
    r"|propos|question|react|recommend|reject|report|respond|suggest|want|warn)\w*|admit\w*|call(?:s|ed|ing)?"
    r"|den(?:y|ies|ied|ying)|feels?|felt|notes?|noted|put\s+it|repl(?:y|ies|ied|ying)|see|sees|view(?:s|ed)?)\b"
)
_SAYING = (
    r"(?:accounts?|answers?|arguments?|assessments?|claims?|comments?|complaints?|criticism|defen[cs]e|demands?|denials?"
    r"|estimates?|explanations?|objections?|opinions?|positions?|reactions?|reasons?|repl(?:y|ies)|responses?|stance"
    r"|statements?|theory|version|views?|warnings?|words)\b"
)
_ASKS_WORDS_OF = [
    re.compile(rf"\b(?:did|do|does|has|have|had|would|will|is|are|was|were)\s+([^,?]+?)\s+{_SAY}", re.IGNORECASE),
    re.compile(r"\baccording\s+to\s+([^,?]+)", re.IGNORECASE),
    re.compile(rf"((?:\b[\w’'.-]+\s+){{0,4}}\b[\w.-]+)['’]s?\s+(?:own\s+)?{_SAYING}", re.IGNORECASE),
    re.compile(rf"\b{_SAYING}\s+(?:by|from|of)\s+([^,?]+)", re.IGNORECASE),
]


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


def asked_speaker(question: str) -> tuple[str, ...]:
    """The terms of the person or body whose words a question asks for ("What did Lavrov say?"), () when of none."""
    named = next((found[1] for pattern in _ASKS_WORDS_OF if (found := pattern.search(question))), "")
    return tuple(form for form in forms(named) if form not in STOP_TERMS)


def suits(speaker: Speaker, asked: tuple[str, ...]) -> float:
    """How well somebody's words suit a question for those of `asked`, from -1 to 1; 0 when it asks for no one's."""
    if not asked:
        return 0.0
    if speaker.kind == "article":
        return -1.0
    name = forms(speaker.name or "")
    if name and name[-1] == asked[-1]:
        return 1.0
    known = {*name, *forms(" ".join((speaker.role or "", *speaker.via)))}
    return 2 * sum(term in known for term in asked) / len(asked) - 1
