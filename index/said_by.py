"""A speaker's name -> what the whole library quotes this person or body as saying."""

from __future__ import annotations

from index.library import Library
from index.quotes import Quote
from index.terms import STOP_TERMS, forms
from index.voice import speaker_of


def said_by(library: Library, name: str, about: str = "") -> list[Quote]:
    """All sentences that somebody of this name says, newest article first; `about` keeps those with one of its words.

    Any part of a name will do: "Lavrov" finds Sergei Lavrov. The quotes of an article stand in its order.
    """
    wanted, topic = set(forms(name)), set(forms(about)) - STOP_TERMS
    found = []
    for article in library.mentioning_speaker(name):
        for sentence in article.sentences:
            speaker = speaker_of(article, sentence.start, sentence.end)
            said = set(forms(article.text[sentence.start : sentence.end]))
            if wanted and wanted <= set(forms(speaker.name or "")) and (not about or topic & said):
                found.append(Quote(article, sentence.start, sentence.end, speaker, 1.0))
    return found
