"""A question -> whose words it asks for ("What did Lavrov say?"), and how well a speaker's words suit it."""

from __future__ import annotations

import re

from index.terms import STOP_TERMS, forms
from index.voice import Speaker

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


def asked_speaker(question: str) -> tuple[str, ...]:
    """The terms of the person or body whose words a question asks for, () when of none."""
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
