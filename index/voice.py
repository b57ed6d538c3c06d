"""A slice of an article -> whose voice it is in, by the article's attributions; a question -> whose it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.attribution import Attribution, Kind, Span
from index.catalog import StoredArticle
from index.terms import STOP_TERMS, forms

_SAY = (
    r"(?:says?|saying|said|stat(?:e|ed|ing)|tell|telling|told|think|thinking|thought"
    r"|(?:accus|acknowledg|alleg|announc|argu|attribut|believ|blam|claim|comment|conced|confirm|criticis|criticiz|defend"
    r"|demand|describ|dismiss|disput|doubt|estimat|expect|explain|fear|hop|insist|justif|object|point|predict|promis"
    r"|propos|question|react|recommend|reject|report|respond|suggest|want|warn)(?:e|y|ed|ied|ing|ying)?"
    r"|admit(?:ted|ting)?|call(?:ed|ing)?|den(?:y|ied|ying)|feel|feeling|felt|not(?:e|ed|ing)|put(?:ting)? it"
    r"|repl(?:y|ied|ying)|see|seeing|view(?:ed|ing)?)\b"
)
_ADVERB = r"(?:(?:\w+ly|already|also|ever|not|now|still) )?"
_DID_SAY = rf"{_ADVERB}(?!\w+(?:ing|ed)\b){_SAY}"
_HAS_SAID = rf"(?<!\bbeen ){_ADVERB}(?=\w+ed\b|(?:said|told|thought|felt|put)\b){_SAY}"
_IS_SAYING = rf"{_ADVERB}(?=\w+ing\b){_SAY}"
_WORDS = (
    r"(?:accounts?|answers?|arguments?|assessments?|claims?|comments?|complaints?|criticism|demands?|denials?"
    r"|defen[cs]e(?=\W*$| (?:against|for|in|of|to)\b)|estimates?|explanations?|objections?|opinions?|positions?"
    r"|reactions?|reasons?|repl(?:y|ies)|responses?|stance|statements?|theory|version|views?|warnings?|words)\b"
)
_THE = r"(?:(?:the|an?|his|her|its|their|our|this|that|these|those) )?+"
_SOMEBODY = rf"{_THE}((?:[^\s,?]+ ){{1,10}}?)"
_END = (
    r"(?:about|on|over|to|regarding|concerning|who|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have"
    r"|had)\b"
)
_SOMEBODY_LAST = rf"((?:(?!{_END})[^\s,?]++ ?){{1,10}})"
_ASKS_WORDS_OF = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:did|do|does|will|would) {_SOMEBODY}{_DID_SAY}",
        rf"\b(?:has|have|had) {_SOMEBODY}{_HAS_SAID}",
        rf"\b(?:is|are|was|were) (?!there\b){_SOMEBODY}{_IS_SAYING}",
        rf"\bwhat {_SOMEBODY}(?:says?|said|thinks?|thought)\b",
        rf"\baccording to {_SOMEBODY_LAST}",
        rf"((?:\b[\w’'.-]+ ){{0,4}}\b[\w.-]+)['’]s? (?:own )?{_WORDS}",
        rf"\b{_WORDS} (?:by|from) {_SOMEBODY_LAST}",
        rf"\b(?:opinions?|positions?|stance|statements?|views?|words) of {_SOMEBODY_LAST}",
    )
]
"""Words around somebody whose words are asked for. Who "was told" or "is blamed" is not asked for words."""
_BODY = re.compile(r"the\b|.*['’]s\b", re.IGNORECASE)
"""What the name of a body is like, and a person's is not: ministries share their last word as kin their surname."""


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
    question = " ".join(question.split())
    named = next((found[1] for pattern in _ASKS_WORDS_OF if (found := pattern.search(question))), "")
    return tuple(form for form in forms(named) if form not in STOP_TERMS)


def suits(speaker: Speaker, asked: tuple[str, ...]) -> float:
    """How well somebody's words suit a question for those of `asked`, from -1 to 1; 0 when it asks for no one's."""
    if not asked:
        return 0.0
    if speaker.kind == "article":
        return -1.0
    name = forms(speaker.name or "")
    if name and name[-1] == asked[-1] and not _BODY.match(speaker.name or ""):
        return 1.0
    known = {*name, *forms(" ".join((speaker.role or "", *speaker.via)))}
    return 2 * sum(term in known for term in asked) / len(asked) - 1
