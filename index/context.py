"""A sentence of an article -> where a quote of it must begin so that it can be understood by itself."""

from __future__ import annotations

import re

from index.attribution import Kind
from index.catalog import StoredArticle
from index.sentences import Sentence
from index.terms import forms

_POINTS_BACK = re.compile(
    r"""[“"‘'(\[]*(?:
    # Somebody or something that was named before.
    (?:He|She|They|It|Him|His|Her|Hers|Their|Theirs|Its|Such)\b
    |(?:This|That|These|Those)\b(?!\ (?:week|weekend|month|year|spring|summer|autumn|winter|morning|evening|who|with)\b)
    |The\ (?:former|latter|pair|duo|trio|two|three|others?|same)\b
    |Both\b(?!\ (?:the\ )?\w+(?:\ [A-Z]\w+)?\ and\b)
    |Neither\b(?!\ (?:the\ )?\w+(?:\ [A-Z]\w+)?\ nor\b)
    |(?:Another|Others?|None)\b
    |(?:One|Two|Three|Four|Five|Each|Some|Many|Most|Several|All|Half|Few|A\ few|Dozens|Hundreds|Part)\ (?:
        of\ (?:them|these|those|it|this|that)|was|were|is|are|had|has|have)\b
    # Something that was told before.
    |(?:But|And|Or|Nor|Thus|Hence|Therefore|However|Otherwise|Nevertheless|Nonetheless|Moreover|Furthermore|Similarly
        |Likewise|Consequently|Accordingly|Conversely|Yet|Indeed|Even\ so|If\ so|Only\ then|Not\ so|Either\ way)\b
    |So\b(?!-|\ (?:far|many|much|few)\b)|Then\b(?!-)|Instead\b(?!\ of\b)
    |(?:There|Here|Still|Rather|Later|Earlier|Afterwards?|Meanwhile|Again|Now|Also|Besides|After\ all),
    |(?:At\ (?:the\ same|that|the)\ (?:time|moment)|By\ (?:then|contrast|comparison)|As\ a\ (?:result|consequence)
        |In\ (?:contrast|response|return|reply|turn|addition|fact|doing\ so|other\ words|th(?:is|at)\ (?:case|way))
        |On\ the\ (?:contrary|other\ hand)|For\ (?:example|instance|th(?:is|at)\ reason))\b(?!\ (?:to|of|for|when)\b)
    |(?:After|Before|Despite|Since|Until|From|To|With|Like|Beyond|Under|Because\ of|More\ than)\ (?:that|this|these
        |those|then|there)\b
    )""",
    re.VERBOSE,
)
"""The opening of a sentence that can't be understood without the one before it."""
_ANSWERS = re.compile(
    r"[“\"‘']?(?:Yes|No|Not|Never|Nothing|None|Because|Exactly|Certainly|Absolutely|Definitely|Sure|Maybe|Perhaps|Hardly"
    r"|Possibly|Probably|Of course|Far from it|By no means|On the contrary|We do|We did|I do|I did|I have|I am)\b"
)
"""The opening of a sentence that answers the question before it."""


def first_place(article: StoredArticle, place: int, speaker: tuple[Kind, str | None], joined: int) -> int:
    """The place of the sentence with which a quote of the sentence at `place` begins: at most `joined` before it.

    `speaker` is the kind and the name of who says it: nobody else's words are joined to it.
    """
    first = place
    while place - first < joined and _leans_back(article, first) and _may_be_joined(article, first - 1, speaker):
        first -= 1
    return first


def _leans_back(article: StoredArticle, place: int) -> bool:
    """Whether a sentence needs the one before it.

    It points back, stands within a quotation, answers a question, or goes on with words whose speaker stands there.
    """
    if not place:
        return False
    text, sentence, before = article.text, article.sentences[place], article.sentences[place - 1]
    if before.paragraph != sentence.paragraph:
        return _asks(text[before.start : before.end]) and bool(_ANSWERS.match(text, sentence.start))
    is_part = _within_quotation(text, sentence.start) or _goes_on(article, sentence)
    return is_part or bool(_POINTS_BACK.match(text, sentence.start))


def _goes_on(article: StoredArticle, sentence: Sentence) -> bool:
    """Whether somebody claims a sentence who is only named before it."""
    return any(
        attribution.within is None
        and not (attribution.cue or attribution.speaker)
        and sentence.start <= attribution.content[0][0] < sentence.end
        for attribution in article.attributions
    )


def _within_quotation(text: str, at: int) -> bool:
    """Whether quotation marks that were opened earlier in the paragraph are still open."""
    before = text[text.rfind("\n\n", 0, at) + 1 : at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _may_be_joined(article: StoredArticle, place: int, speaker: tuple[Kind, str | None]) -> bool:
    """Whether a sentence is the speaker's alone, or the article's own and leads in what the speaker says."""
    sentence = article.sentences[place]
    heard = {
        (attribution.kind, attribution.name)
        for attribution in article.attributions
        if attribution.within is None
        and any(start < sentence.end and sentence.start < end for start, end in attribution.content)
    }
    if heard or speaker[0] == "article":
        return heard <= {speaker}
    # The article's own words may only lead in the speaker, whom they name or ask; what else they tell isn't theirs.
    words = article.text[sentence.start : sentence.end]
    named = forms(speaker[1] or "")[-1:]
    return _asks(words) or (bool(named) and named[0] in forms(words))


def _asks(words: str) -> bool:
    return words.rstrip("”\"’' ").endswith("?")
