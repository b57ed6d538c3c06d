"""Sentences in which no rule finds a claim -> the claims in them, by a small tagger that ships with Quoth.

The tagger reads a sentence after the one before it. It gives the log-odds that somebody else than the article claims
it, and for each token those that it belongs to what is claimed, to the cue and to the words for the speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.claims.claim import Claim, places_of
from index.claims.grammar import NOUNS
from index.claims.parsing import Parse, Span
from index.onnx_model import ShippedModel
from index.sentences import Sentence

if TYPE_CHECKING:
    import tokenizers
    from spacy.tokens import Token

FOLDER = Path(__file__).parent.parent / "tagger"
BEFORE_TOKENS, SENTENCE_TOKENS = 24, 96
"""Of the sentence before, the end is read; of a longer sentence, the beginning."""
INPUTS = ("input_ids", "token_type_ids")
PARTS = ("content", "cue", "speaker")
CLAIMED, GOES_ON = 0.5, 2.5
"""Log-odds from which a sentence with a cue is somebody's claim, and one without, which may well be the article's."""
GAP = 4
"""Words between two parts of a claim that belong to it too."""


@dataclass(frozen=True, slots=True)
class Tags:
    """Of a sentence, the log-odds that it is claimed, and the words of each part of the claim."""

    odds: float
    content: list[Token]
    cue: list[Token]
    speaker: list[Token]


class Tagger:
    """Finds claims without rules. Reads its model when first asked; safe to use from several threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._model = ShippedModel(folder, 1, "tagger")

    def tag(self, parse: Parse, before: str, is_new_paragraph: bool) -> Tags | None:
        """What the tagger says of a sentence after the one `before`; None when nobody else claims it, or it is no text.

        Raises SettingError when the model can't be read.
        """
        tokenizer, session = self._model.read()
        ids, kinds, places = encoded(tokenizer, before, parse.text, is_new_paragraph)
        if not places:
            return None
        rows = (np.array([row], dtype=np.int64) for row in (ids, kinds))
        odds, scores = session.run(["odds", "tags"], dict(zip(INPUTS, rows, strict=True)))
        if odds[0] < CLAIMED:
            return None
        of_sentence = scores[0][np.array(kinds) == 1]
        tagged = [words_at(parse, places, of_sentence[:, part]) for part in range(len(PARTS))]
        return Tags(float(odds[0]), *tagged)

    def claim(self, parse: Parse, before: str, is_new_paragraph: bool) -> Claim | None:
        """The claim of a sentence in which somebody else claims something; all of it where it names nobody."""
        tags = self.tag(parse, before, is_new_paragraph)
        if tags is None or (not tags.cue and tags.odds < GOES_ON) or asks_whether(parse, tags):
            return None
        head = next((t for t in tags.speaker if t.head == t or t.head not in tags.speaker), None)
        if head is None or not may_speak(head):
            return Claim(parse.sentence, parse.spans(parse.doc), parse.spans(tags.cue), (), None)
        given_away = {*tags.cue, *tags.speaker}
        content = closed(parse, tags.content, given_away) or [t for t in parse.doc if t not in given_away]
        return Claim(parse.sentence, parse.spans(content), parse.spans(tags.cue), parse.spans(tags.speaker), head)


def encoded(
    tokenizer: tokenizers.Tokenizer, before: str, sentence: str, is_new_paragraph: bool
) -> tuple[list[int], list[int], list[Span]]:
    """The tokens that the model reads, what each is part of (1 the sentence, 0 all else), and where the 1s stand in it.

    Two marks of an end, not one, part the sentence before from one that begins a paragraph.
    """
    first, end = tokenizer.encode("").ids
    context, own = tokenizer.encode_batch([before, sentence], add_special_tokens=False)
    led = [first, *context.ids[-BEFORE_TOKENS:], end, *([end] if is_new_paragraph else [])]
    read = own.ids[:SENTENCE_TOKENS]
    return [*led, *read, end], [0] * len(led) + [1] * len(read) + [0], own.offsets[: len(read)]


def asks_whether(parse: Parse, tags: Tags) -> bool:
    """Whether the article asks if somebody claims something: "Does Lee think that the dam will hold?"."""
    return bool(tags.cue) and parse.text.rstrip("”’\"' ").endswith("?")


def may_speak(head: Token) -> bool:
    """Whether a word may stand for who claims something: not for who hears it, as in "They had been warned"."""
    return (head.tag_ in NOUNS or head.tag_ == "PRP") and head.dep_ not in ("nsubjpass", "dobj", "dative")


def words_at(parse: Parse, places: Sequence[Span], scores: NDArray[np.float32]) -> list[Token]:
    """The words in which a token begins whose score is above even odds, given where in the sentence each stands."""
    tagged = {start for (start, _), score in zip(places, scores, strict=True) if score > 0}
    return [t for t in parse.doc if any(place in tagged for place in range(t.idx, t.idx + len(t)))]


def closed(parse: Parse, content: Sequence[Token], given_away: set[Token]) -> list[Token]:
    """What is claimed with the few words left out in between that give nothing away."""
    found = list(content)
    for before, after in pairwise(content):
        between = parse.doc[before.i + 1 : after.i]
        if len(between) <= GAP and not any(t in given_away for t in between):
            found += between
    return found


TAGGER = Tagger()


def tagged(claims: Sequence[Claim], parses: Sequence[Parse], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims of the sentences that have none yet, in order."""
    told = {n for claim in claims for n in places_of(claim, sentences)}
    found = []
    for n, parse in enumerate(parses):
        if len(parse.doc) and n not in told:
            is_new = n == 0 or sentences[n - 1].paragraph != sentences[n].paragraph
            claim = TAGGER.claim(parse, parses[n - 1].text if n else "", is_new)
            found += [claim] if claim is not None and claim.content else []
    return found
