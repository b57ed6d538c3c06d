"""What a sentence claims by one cue: its words, the words of the cue, and those for who claims it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.claims import verbs
from index.claims.grammar import RELATIVE, child_of, children_of, is_as, is_finite, is_passive
from index.claims.lemmas import verb_lemma
from index.claims.names import apposed
from index.claims.others import without_others
from index.claims.parsing import Parse, Span
from index.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as the grammar has it: spans of the article's text, and the word at the head of the speaker's.

    `says` marks a verb of saying: it may own a quotation that its grammar does not reach, and then has no content yet.
    `slight` claims, by a noun or an adjective, count only where no other claim is around them.
    """

    sentence: int
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    head: Token | None
    verb: Token | None = None
    says: bool = False
    slight: bool = False


def places_of(claim: Claim, sentences: Sequence[Sentence]) -> Iterator[int]:
    """The numbers of the sentences in which some of what is claimed stands."""
    for start, end in claim.content:
        first = bisect_right(sentences, start, key=lambda sentence: sentence.end)
        yield from range(first, bisect_left(sentences, end, first, key=lambda sentence: sentence.start))


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that give a claim away, and the one that they hang on; `says` when that is a verb of saying."""

    words: Sequence[Token]
    verb: Token
    says: bool = False


def cue_of(verb: Token, says: bool = False) -> Cue:
    """A verb as a cue, with the small words around it."""
    return Cue(cue_words(verb), verb, says)


def claim_from(parse: Parse, content: Iterable[Token], cue: Cue, speaker: Token | None) -> Claim | None:
    """A claim from the words of its parts, unless it is the writer's or without content."""
    if speaker is not None and is_first_person(speaker):
        return None
    source = speaker_words(speaker, cue.verb) if speaker is not None else []
    content = with_antecedent(without_others(within_marks(list(content), cue.verb), cue.verb))
    said = parse.spans(set(content) - set(source) - set(cue.words))
    if not said and not cue.says:
        return None
    return Claim(parse.sentence, said, parse.spans(cue.words), parse.spans(source), speaker, cue.verb, cue.says)


def with_antecedent(content: list[Token]) -> list[Token]:
    """The words claimed, the noun in place of the pronoun: "summits, which he calls a waste" is of summits."""
    found = []
    for token in content:
        clause = token.head
        is_pronoun = (token.tag_ == "WDT" or token.lower_ == "whom") and token.dep_ in (
            "dobj",
            "nsubj",
            "nsubjpass",
            "dative",
        )
        while is_pronoun and clause.dep_ in ("ccomp", "xcomp") and clause.head not in content:
            clause = clause.head
        is_lone = is_pronoun and clause.dep_ == "relcl" and clause.head not in content
        found += [t for t in clause.head.subtree if t.i < token.i] if is_lone else [token]
    return found


def within_marks(content: list[Token], centre: Token) -> list[Token]:
    """The words claimed, without what a semicolon parts from the cue when somebody else speaks there."""
    for mark in [t for t in content if t.text == ";"]:
        other = [t for t in content if (t.i > mark.i) != (centre.i > mark.i) and t != mark]
        if any((is_finite(t) and verb_lemma(t) in verbs.SPEECH | {"put"}) or t.lower_ == "according" for t in other):
            content = [t for t in content if t not in other and t != mark]
    return content


def speaker_words(speaker: Token, centre: Token) -> list[Token]:
    """The noun phrase of the speaker, or the "who" that stands for it, without a clause that holds the cue."""
    pronoun = child_of(centre, "nsubj")
    if pronoun is not None and pronoun.tag_ in RELATIVE and pronoun.i > speaker.i:
        return [pronoun]
    later = [c for c in speaker.children if is_as(c) and speaker.head.dep_ == "agent"]
    words = [t for t in speaker.subtree if not any(c == t or c.is_ancestor(t) for c in later)]
    name = apposed(speaker)
    if name is not None and name not in words:
        words += speaker.doc[max(t.i for t in words if t.i < name.i) + 1 : name.i + 1]
    if centre in words and centre.i > speaker.i:
        return [t for t in words if t.i < centre.i]
    around = [c for c in speaker.children if c.left_edge.i <= centre.i <= c.right_edge.i and centre != speaker]
    return [t for t in words if not any(c.left_edge.i <= t.i <= c.right_edge.i for c in around)]


def cue_words(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation and particle, and a verb just before it: "declined to say"."""
    near = [c for c in children_of(verb, "aux", "auxpass", "neg", "prt") if abs(c.i - verb.i) <= 3]
    is_one_cue = verb.dep_ == "xcomp" and verb.head.tag_.startswith("VB") and not is_passive(verb.head)
    if is_one_cue and 0 < verb.i - verb.head.i <= 3:
        near += cue_words(verb.head)
    return sorted([verb, *near], key=lambda t: t.i)


def as_slight(claim: Claim | None) -> Claim | None:
    """The claim, marked as one that counts only where no other is around it."""
    return replace(claim, slight=True) if claim is not None else None


def is_first_person(token: Token) -> bool:
    """Whether the speaker is the writer, or the reader."""
    is_any = token.lower_ == "one" and token.head.tag_ != "VBD"  # "one hopes", not "one dismissed him"
    alone = is_any and token.left_edge == token.right_edge
    return alone or token.lower_ in ("i", "we", "you", "me", "us", "my", "our", "your")
