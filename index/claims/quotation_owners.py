"""Quotations -> the claims that each belongs to, or new claims for those that no cue reaches."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.claims import cues
from index.claims.claim import Claim, is_first_person
from index.claims.grammar import children_of, holder_of, root_of
from index.claims.lemmas import lemma
from index.claims.names import is_someone
from index.claims.parsing import Parse, Span
from index.claims.quotations import MARKS, Quotation, quotations
from index.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

BULLET = re.compile(r"\s*(?:[-–—•*▪·]|\d{1,2}[.)])\s")
READ = cues.UTTERANCES | {"line", "sign", "text", "words"}
"""What holds words that somebody else may have written."""
SHORT = 10
"""Characters of a quotation that may be no more than a title."""
REMARK_ENDS = ",.?!…—-"
"""What stands before the closing mark of somebody's full words, as against a few borrowed ones."""


def with_quotations(
    claims: Sequence[Claim], parses: Sequence[Parse], text: str, sentences: Sequence[Sentence]
) -> list[Claim]:
    """The claims, each with all quotations that belong to it, but not the cues that nothing is said by."""
    return _Owners(claims, parses, text, sentences).claims_with_quotations()


class _Owners:
    """Gives each quotation to the claims that it belongs to, in the order of the text.

    A claim's own words lie in its sentence, so only the claims of the sentences around a quotation are looked at:
    the time grows with the text, not with its square.
    """

    def __init__(
        self, claims: Sequence[Claim], parses: Sequence[Parse], text: str, sentences: Sequence[Sentence]
    ) -> None:
        self.claims = list(claims)
        self.parses = parses
        self.text = text
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.quoted = quotations(text)
        self.contents: list[list[Span]] = [list(c.content) for c in claims]
        self.in_sentence: dict[int, list[int]] = {}
        for i, claim in enumerate(claims):
            self.in_sentence.setdefault(claim.sentence, []).append(i)
        self.is_quoted = [any(self.is_in_quotation(cue) for cue in c.cue) for c in claims]

    def claims_with_quotations(self) -> list[Claim]:
        for i, claim in enumerate(self.claims):
            self.contents[i] += self.listed(claim) or self.turn(claim)
        latest: tuple[Quotation, int] | None = None
        for quotation in self.quoted:
            owners = self.touching(quotation) or self.framing(quotation)
            if not owners and latest is not None:
                owners = self.continuing(quotation, *latest)
            if not owners:
                owners = self.announcing(quotation) or self.in_writing(quotation) or self.in_scene(quotation)
                owners = owners or self.borrowed(quotation)
            for i in owners:
                self.contents[i].append(quotation.span)
            if owners:
                latest = quotation, owners[0]
        return [
            replace(claim, content=joined(spans))
            for claim, spans in zip(self.claims, self.contents, strict=True)
            if spans
        ]

    def listed(self, claim: Claim) -> list[Span]:
        """The points of a list after "She said:"."""
        end = self.sentences[claim.sentence].end
        found: list[Span] = []
        if not claim.says or claim.content or self.text[end - 1] != ":":
            return found
        for n in range(claim.sentence + 1, len(self.sentences)):
            sentence = self.sentences[n]
            if not BULLET.match(self.text, sentence.start):
                break
            found.append((sentence.start, sentence.end))
        return found

    def turn(self, claim: Claim) -> list[Span]:
        """The rest of the paragraph after "Karl Oduya:" at its start, as interviews are written down."""
        here = self.sentences[claim.sentence]
        is_label = claim.verb is not None and claim.verb.text == ":"
        if not is_label or (claim.sentence and self.sentences[claim.sentence - 1].paragraph == here.paragraph):
            return []
        found = []
        for n in range(claim.sentence + 1, len(self.sentences)):
            sentence = self.sentences[n]
            if sentence.paragraph != here.paragraph:
                break
            found.append((sentence.start, sentence.end))
        return found

    def touching(self, quotation: Quotation) -> list[int]:
        """The claims made outside the quotation whose content lies in part inside it."""
        return [
            i
            for i in self.near(quotation)
            if any(touches(quotation.span, part) for part in self.contents[i])
            and not any(touches(quotation.span, cue) for cue in self.claims[i].cue)
        ]

    def framing(self, quotation: Quotation) -> list[int]:
        """The cue nearest to a quotation in the sentence it stands in, when nothing else is claimed by that cue."""
        near = [
            i
            for i in self.near(quotation)
            if self.claims[i].says
            and not self.is_quoted[i]
            and (
                (not self.contents[i] and not self.is_told(i))
                or (self.is_remark(quotation) and self.is_beside(quotation, self.claims[i]))
                or self.is_going_on(quotation, i)
            )
        ]
        return sorted(near, key=lambda i: distance(quotation.span, self.claims[i].cue[0]))[:1]

    def is_told(self, i: int) -> bool:
        """Whether a claim is itself what another of its sentence says: "It would report, she said, “in May”"."""
        cue = self.claims[i].cue[0]
        others = (self.contents[j] for j in self.in_sentence[self.claims[i].sentence] if j != i)
        return any(touches(cue, part) for content in others for part in content)

    def is_going_on(self, quotation: Quotation, i: int) -> bool:
        """Whether quoted words end the sentence that a cue stands within: "It would rain, she said, “in May”"."""
        claim, first = self.claims[i], self.text[quotation.start : quotation.end].lstrip(MARKS)[:1]
        is_inside = bool(self.contents[i]) and self.contents[i][-1][1] <= claim.cue[0][0] < quotation.start
        return is_inside and first.islower() and self.text[: quotation.start].rstrip().endswith((",", ", and", ", but"))

    def continuing(self, quotation: Quotation, before: Quotation, owner: int) -> list[int]:
        """The owner of the quotation before, when this one goes on with it: nothing but quoted sentences between."""
        if not self.is_whole(quotation):
            return []
        between = self.text[before.end : quotation.start]
        if "\n" in between:
            is_next = between.strip("\n").count("\n") == 0 or not between.strip()
            return [owner] if is_next and between[-1] == "\n" and self.fills_paragraph(quotation) else []
        said = max(before.end, self.claims[owner].cue[-1][1])
        first = bisect_left(self.starts, said)
        return [] if first < len(self.starts) and self.starts[first] < quotation.start else [owner]

    def announcing(self, quotation: Quotation) -> list[int]:
        """The last claim of the sentence before, when that ends with a colon: "He put it plainly:"."""
        before = self.sentence_at(quotation.start) - 1
        if before < 0 or not self.is_whole(quotation) or self.text[self.sentences[before].end - 1] != ":":
            return []
        return [i for i in self.in_sentence.get(before, ()) if self.claims[i].says][-1:]

    def in_writing(self, quotation: Quotation) -> list[int]:
        """A new claim, of nobody named, for what stands after a colon: "a typed note: …"."""
        here = self.sentence_at(quotation.start)
        colon = quotation.start - 1
        while colon > 0 and self.text[colon] == " ":
            colon -= 1
        if here < 0 or colon < 0 or self.text[colon] != ":" or quotation.end - quotation.start < SHORT:
            return []
        scene = here if self.starts[here] <= colon else here - 1
        self.claims.append(claim_in_writing(self.parses[scene], quotation.span, colon))
        self.contents.append([])
        return [len(self.claims) - 1]

    def in_scene(self, quotation: Quotation) -> list[int]:
        """A new claim for a remark without words of saying: of whom the sentence before is about, else of nobody."""
        if not (self.is_whole(quotation) and self.is_remark(quotation) and quotation.end - quotation.start > 20):
            return []
        here = self.sentence_at(quotation.start)
        is_first = here == 0 or self.sentences[here - 1].paragraph != self.sentences[here].paragraph
        scene = here if is_first and not (here and is_announcing(self.parses[here - 1])) else here - 1
        self.claims.append(claim_of_scene(self.parses[scene], quotation.span))
        self.contents.append([])
        return [len(self.claims) - 1]

    def borrowed(self, quotation: Quotation) -> list[int]:
        """A new claim for several words in the middle of a sentence that nothing else says somebody said."""
        words = self.text[quotation.start : quotation.end].strip(MARKS).split()
        here = self.sentence_at(quotation.start)
        if here < 0 or len(words) < 4 or not words[0][:1].islower():
            return []
        self.claims.append(claim_of_scene(self.parses[here], quotation.span))
        self.contents.append([])
        return [len(self.claims) - 1]

    def near(self, quotation: Quotation) -> list[int]:
        """The claims of the sentences that a quotation stands in."""
        first, last = self.sentence_at(quotation.start), self.sentence_at(quotation.end - 1)
        return [i for n in range(max(first, 0), last + 1) for i in self.in_sentence.get(n, ())]

    def sentence_at(self, place: int) -> int:
        """The sentence that stands at a place, or the last one before it; -1 when there is none."""
        return bisect_right(self.starts, place) - 1

    def is_in_quotation(self, span: Span) -> bool:
        """Whether a span touches a quotation."""
        n = bisect_right(self.quoted, span[1] - 1, key=lambda q: q.start) - 1
        return n >= 0 and touches(self.quoted[n].span, span)

    def fills_paragraph(self, quotation: Quotation) -> bool:
        """Whether a paragraph is the quotation and nothing else."""
        return quotation.open or self.text[quotation.end : quotation.end + 1] in ("", "\n")

    def is_remark(self, quotation: Quotation) -> bool:
        """Whether the quotation is somebody's full words, as against a few borrowed ones."""
        return quotation.open or self.text[quotation.start : quotation.end].rstrip(MARKS)[-1:] in REMARK_ENDS

    def is_whole(self, quotation: Quotation) -> bool:
        """Whether the quotation begins where a sentence does."""
        here = self.sentence_at(quotation.start)
        return here >= 0 and self.starts[here] == quotation.start

    def is_beside(self, quotation: Quotation, claim: Claim) -> bool:
        """Whether only a comma stands between the quotation and the words of who says it, or the cue."""
        for start, end in (*claim.cue, *claim.speaker):
            between = self.text[quotation.end : start] if start >= quotation.end else self.text[end : quotation.start]
            if not between.strip(" ,:"):
                return True
        return False


def is_announcing(parse: Parse) -> bool:
    """Whether a sentence leads to what somebody says, as against what they read: "He turned to the hall:"."""
    return parse.text.endswith(":") and not any(lemma(token.text) in READ for token in parse.doc)


def claim_of_scene(parse: Parse, quotation: Span) -> Claim:
    """A quotation beside a sentence that tells what somebody does, as theirs: "She shook her head. “Never.”"."""
    subject = somebody_in(parse)
    source = parse.spans(subject.subtree) if subject is not None else ()
    return Claim(parse.sentence, (quotation,), ((quotation[0], quotation[0] + 1),), source, subject)


def claim_in_writing(parse: Parse, quotation: Span, colon: int) -> Claim:
    """A quotation after a colon as the claim of whose note, letter or message is named before it, or of nobody."""
    before = [t for t in parse.doc if parse.start + t.idx < colon]
    noun = before[-1] if before and lemma(before[-1].text) in cues.UTTERANCES else None
    holder = holder_of(noun) if noun is not None else somebody_in(parse)
    source = parse.spans(holder.subtree) if holder is not None else ()
    cue = parse.span(noun, noun) if noun is not None else (colon, colon + 1)
    return Claim(parse.sentence, (quotation,), (cue,), source, holder)


def somebody_in(parse: Parse) -> Token | None:
    """Whom a sentence is about, when that is somebody and not the writer."""
    root = root_of(parse.doc[0])
    clauses = [c for c in reversed(root.conjuncts) if c.i > root.i]
    subjects = (c for verb in (*clauses, root) for c in children_of(verb, "nsubj", "nsubjpass"))
    subject = next(subjects, None)
    is_named = subject is not None and (is_someone(subject) or subject.tag_ == "NNP")
    return subject if subject is not None and is_named and not is_first_person(subject) else None


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that meet made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def touches(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def distance(a: Span, b: Span) -> int:
    """Characters between two spans."""
    return max(a[0] - b[1], b[0] - a[1], 0)
