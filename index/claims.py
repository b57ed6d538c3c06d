"""The grammar of a sentence -> the claims in it: what is claimed, the cue, and the words for who claims it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from index import cues, people, verbs
from index.contents import complement_of_passive, said_by, spoken_around, words_of
from index.framings import charged, hearsay, put_by, said_in_noun, seen_by, view_in
from index.grammar import (
    NOUNS,
    QUOTE,
    RELATIVE,
    agent_of,
    child_of,
    children_of,
    holder_of,
    is_as,
    is_aside,
    is_finite,
    is_passive,
    noun_before,
    root_of,
    subject_of,
)
from index.lemmas import lemma
from index.names import apposed, can_speak, is_outlet, is_someone, name_of, outlet_of
from index.parsing import Parse, Span
from index.places import PLACES

if TYPE_CHECKING:
    from spacy.tokens import Token

LABELS = frozenset("report poll study survey police court government ministry".split())
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl", "pcomp", "xcomp", "csubj"})
EDGES = frozenset(",;:-–—…")
"""Marks that are left out at the ends of a span; quotation marks and brackets stay."""


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


def find_claims(parses: Sequence[Parse]) -> list[Claim]:
    """All claims that the grammar of an article's sentences shows, in the order of their cues."""
    return [claim for i, parse in enumerate(parses) for claim in _Finder(i, parse).claims()]


def claim_of_scene(sentence: int, parse: Parse, quotation: Span) -> Claim:
    """A quotation without words of saying, as the claim of whom the given sentence is about, or of nobody named."""
    return _Finder(sentence, parse).by_scene(quotation)


def claim_in_writing(sentence: int, parse: Parse, quotation: Span, colon: int) -> Claim:
    """A quotation after a colon as the claim of whose note, letter or message is named before it, or of nobody."""
    before = [t for t in parse.doc if parse.start + t.idx < colon]
    noun = before[-1] if before and lemma(before[-1].text) in cues.UTTERANCES else None
    holder = holder_of(noun) if noun is not None else None
    subject = child_of(root_of(parse.doc[0]), "nsubj")
    if noun is None and subject is not None and is_someone(subject) and not is_first_person(subject):
        holder = subject
    source = _Finder(sentence, parse).spans(holder.subtree) if holder is not None else ()
    cue = parse.span(noun, noun) if noun is not None else (colon, colon + 1)
    return Claim(sentence, (quotation,), (cue,), source, holder)


class _Finder:
    """The claims of one sentence."""

    def __init__(self, sentence: int, parse: Parse) -> None:
        self.sentence = sentence
        self.parse = parse

    def claims(self) -> Iterator[Claim]:
        found = [self.by_label(), *(self.by_cue(token) for token in self.parse.doc)]
        yield from (claim for claim in found if claim is not None)

    def by_cue(self, token: Token) -> Claim | None:
        """The claim that one word gives away, if any."""
        if token.lower_ in cues.HEDGES:
            return self.by_hedge(token)
        if token.dep_ == "amod" and token.i < token.head.i and token.lower_ in cues.HEDGED_THINGS | {"estimated"}:
            return self.by_hedged_thing(token)
        if token.lower_ == "according" or token.dep_ == "prep":
            return self.by_according(token) or self.by_judge(token)
        if token.tag_.startswith("VB"):
            return self.by_any_verb(token)
        if token.tag_ in ("NN", "NNS") or (token.i == 0 and lemma(token.text) in cues.CLAIM_NOUNS):
            return self.by_misread(token) or self.by_view(token) or self.by_noun(token)
        return self.by_adjective(token) if token.tag_ == "JJ" else None

    def by_any_verb(self, verb: Token) -> Claim | None:
        """The claim of a verb, by its grammar or where that went wrong, or by its participle as an adjective."""
        claim = self.by_late_speaker(verb) if verb.dep_ == "acl" else None
        claim = claim or (self.by_passive(verb) if is_passive(verb) else self.by_framing(verb) or self.by_verb(verb))
        tail = self.by_tail(verb) if claim is None or not claim.content or claim.head is None else None
        return tail or claim or self.by_adjective(verb)

    def by_tail(self, verb: Token) -> Claim | None:
        """ "…, explained Karl Oduya of the bureau.": at the end of a sentence, where the grammar missed the verb."""
        doc, last = self.parse.doc, len(self.parse.doc) - 1
        if lemma(verb.text) not in verbs.SPEECH or verb.i < 5 or doc[verb.i - 1].text not in (",", "”", '"'):
            return None
        after = [t for t in doc[verb.i + 1 :] if not t.is_punct]
        if not after or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "CC") or t.text == ";" for t in after):
            return None
        first = next((t for t in after if t.tag_ in NOUNS), None)
        speaker = first
        while speaker is not None and speaker.i < last and doc[speaker.i + 1].tag_ in NOUNS:
            speaker = doc[speaker.i + 1]
        if first is None or speaker is None or not can_speak(speaker) or not any(is_finite(t) for t in doc[: verb.i]):
            return None
        content, source = list(doc[: verb.i]), self.spans(doc[verb.i + 1 :])
        return Claim(self.sentence, self.spans(content), self.spans([verb]), source, speaker, verb, True)

    def by_misread(self, noun: Token) -> Claim | None:
        """ "The paper claims Oduya was warned", "The dam, Oduya claims, is old": where the verb was read as a noun."""
        doc = self.parse.doc
        named = child_of(noun, "compound")
        if noun.lower_ not in cues.SAYS_OR_SAYINGS or noun.dep_ not in ("ROOT", "appos"):
            return None
        shown, subject = child_of(noun, "ccomp"), child_of(noun, "nsubj")
        if noun.lower_ == "show" and shown is not None and subject is not None and can_speak(subject):
            return self.claim(words_of([shown]), [noun], subject, noun, True)
        if named is None or named.i != noun.i - 1 or not can_speak(named):
            return None
        first, after = noun.left_edge.i, noun.i + 1
        clauses = [c for c in children_of(noun, "relcl", "ccomp", "acl") if children_of(c, "nsubj", "nsubjpass")]
        if noun.dep_ == "ROOT" and clauses and clauses[0].left_edge.i == after:
            said = list(clauses[0].subtree) if clauses[0].left_edge.tag_ not in RELATIVE else []
        else:
            is_between = first > 1 and after < len(doc) and doc[first - 1].text == "," and doc[after].text in (",", ".")
            said = [t for t in doc if is_between and not first - 1 <= t.i <= after]
        source = self.spans(doc[first : noun.i])
        return Claim(self.sentence, self.spans(said), self.spans([noun]), source, named, noun, True) if said else None

    def by_late_speaker(self, verb: Token) -> Claim | None:
        """ "…, their ministers announced in Geneva.": where the verb was read as a participle of its subject."""
        noun, doc = verb.head, self.parse.doc
        start = noun.left_edge.i
        if lemma(verb.text) not in verbs.SPEECH or verb.dep_ != "acl" or verb.i != noun.i + 1 or start < 5:
            return None
        if doc[start - 1].text != "," or any(c.dep_ not in ("prep", "npadvmod", "punct") for c in verb.children):
            return None
        is_last = all(t.is_punct or verb.is_ancestor(t) for t in doc[verb.i + 1 :])
        if not is_last or not is_someone(noun) or noun.dep_ not in ("npadvmod", "appos", "dep", "conj"):
            return None
        source = self.spans(doc[start : verb.i])
        return Claim(self.sentence, self.spans(doc[: start - 1]), self.spans([verb]), source, noun, verb, True)

    def by_label(self) -> Claim | None:
        """ "Minister: no plan to resign"."""
        doc = self.parse.doc
        colon = next((t for t in doc[1:9] if t.text == ":"), None)
        if colon is None or colon.i + 2 >= len(doc) or any(t.tag_[:2] in ("VB", "MD", "IN") for t in doc[: colon.i]):
            return None
        speaker = doc[colon.i - 1]
        while speaker.head.i < colon.i and speaker.dep_ != "ROOT":
            speaker = speaker.head
        name = name_of(speaker)
        named = name is not None and (name.person or name.outlet or speaker.lower_ in PLACES)
        is_turn = speaker.text in ("Q", "A") and colon.i == 1
        if not named and not is_turn and lemma(speaker.text) not in people.PEOPLE | people.OFFICES | LABELS:
            return None
        source = self.spans(doc[: colon.i])
        mark = self.parse.span(colon, colon)
        return Claim(self.sentence, self.spans(doc[colon.i + 1 :]), (mark,), source, speaker, colon)

    def by_scene(self, quotation: Span) -> Claim:
        """A quotation beside a sentence that tells what somebody does: "She shook her head. “Never.”"."""
        subject = child_of(root_of(self.parse.doc[0]), "nsubj")
        if subject is not None and (is_first_person(subject) or not is_someone(subject)):
            subject = None
        source = self.spans(subject.subtree) if subject is not None else ()
        return Claim(self.sentence, (quotation,), ((quotation[0], quotation[0] + 1),), source, subject)

    def by_verb(self, verb: Token) -> Claim | None:
        """ "X said that …", "…, X said", "X dismissed …"."""
        word = lemma(verb.text)
        if (verb.dep_ == "xcomp" and is_foreseen(verb.head)) or (word in QUOTE and verb.tag_ == "VBG"):
            return None  # "is expected to announce"
        content = said_by(verb)
        particle = child_of(verb, "prt")
        phrasal = particle is not None and (word, particle.lower_) in verbs.PHRASAL
        says = phrasal or word in verbs.SPEECH | verbs.QUOTING
        subject = subject_of(verb) or (noun_before(verb) if word in verbs.SPEECH else None)
        if subject is None or not (content or says) or is_expletive(subject, verb) or not can_say(subject, verb):
            return None
        return self.claim(content, cue_words(verb), subject, verb, says)

    def by_framing(self, verb: Token) -> Claim | None:
        """ "as X put it", "legend has it that", "it emerged that", "…, citing X"."""
        framed, told = put_by(verb), hearsay(verb)
        if framed is not None:
            subject = subject_of(verb)
            return self.claim(*framed, subject, verb) if subject is not None and can_speak(subject) else None
        if lemma(verb.text) in verbs.EMERGING:
            told = words_of(emerging(verb))
        if told:
            return self.claim(told, [*cue_words(verb), *children_of(verb, "dobj")], None, verb)
        is_citing = lemma(verb.text) in QUOTE and verb.tag_ == "VBG" and not any(is_as(c) for c in verb.children)
        return self.by_citing(verb) if is_citing else None

    def by_citing(self, citing: Token) -> Claim | None:
        """ "The Herald reported, citing X, that …": the claim is X's."""
        speaker, subject = child_of(citing, "dobj"), subject_of(citing) or name_before(citing)
        if speaker is None or subject is None or not can_speak(speaker) or is_someone(subject):
            return None
        is_reporting = lemma(citing.head.text) in ("report", "say", "write") or subject == name_before(citing)
        if not (is_outlet(subject) or is_reporting):
            return None
        verbs = (citing.head, citing, *children_of(citing.head, "advcl"))
        clauses = [c for verb in verbs for c in children_of(verb, "ccomp")]
        aside = set(citing.subtree) - {t for c in clauses for t in c.subtree}
        said = words_of(clauses) or list(citing.head.subtree)
        return self.claim([t for t in said if t not in aside], [citing], speaker, citing)

    def by_passive(self, verb: Token) -> Claim | None:
        """ "… was described as … by X"; without "by" nobody in particular says so."""
        word = lemma(verb.text)
        agent = agent_of(verb)
        known = verbs.SPEECH | verbs.ATTITUDE | verbs.OBJECT | verbs.HEDGED_PASSIVE
        known = known | verbs.ADDRESSEE if agent is not None else known
        is_bare = word in ("see", "know", "treat", "put") and not any(is_as(c) for c in verb.children)
        if word not in known or (agent is not None and (is_bare or not can_speak(agent))):
            return None  # "a letter seen by the Herald"
        if word in verbs.ADDRESSEE:
            return self.by_telling(verb, agent)
        if word == "attribute" and (attributed := self.by_attributed(verb)) is not None:
            return attributed
        if word in QUOTE and (verb.dep_ == "acl" or any(child_of(c, "pcomp") for c in verb.children if is_as(c))):
            return (
                None  # "was quoted as saying", "a source, quoted by the Herald, said": the claim is by the other verb
            )
        around = spoken_around(verb) if word in verbs.SPEECH else it_is_said(verb)
        if word in verbs.HEDGED_ALONE and verb.left_edge.lower_ == "as":
            around = [t for t in root_of(verb).subtree if t != verb and not verb.is_ancestor(t)]
        complement = complement_of_passive(verb, word, agent)
        is_told = word in verbs.SPEECH and any(c.lower_ == "it" for c in children_of(verb, "nsubjpass")) and complement
        if not (around or agent or is_told or is_hedged(verb, word, complement)):
            return None
        subject = child_of(verb, "nsubjpass") or child_of(verb, "nsubj") or hedged_subject(verb)
        content = [t for c in complement for t in c.subtree]
        if subject is not None and (subject.lower_ != "it" or (complement and complement[0].dep_ == "xcomp")):
            what = verb.head if subject.tag_ in RELATIVE and verb.dep_ == "relcl" else subject
            content += [t for t in what.subtree if what == subject or t.i < subject.left_edge.i]
        elif verb.dep_ == "acl":
            content += [t for t in verb.head.subtree if t.i < verb.i]
        return self.claim(around or content, cue_words(verb), agent, verb)

    def by_attributed(self, verb: Token) -> Claim | None:
        """ "remarks attributed to X": X’s, if what is attributed is something said."""
        what = verb.head if verb.dep_ == "acl" else child_of(verb, "nsubjpass")
        to = next((c for c in children_of(verb, "prep") if c.lower_ == "to"), None)
        speaker = child_of(to, "pobj") if to is not None else None
        said = cues.UTTERANCES | cues.CLAIM_NOUNS | {"quote", "word", "saying", "line", "phrase", "quotation"}
        if what is None or speaker is None or lemma(what.text) not in said or not can_speak(speaker):
            return None
        return self.claim([t for t in what.subtree if t.i < verb.i], cue_words(verb), speaker, verb)

    def by_telling(self, verb: Token, agent: Token | None) -> Claim | None:
        """ "They were told that …": the subject is spoken to, and claims nothing."""
        parts = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "prep" and c.lower_ == "about")]
        parts = parts or [c for c in verb.children if c.lower_ == "otherwise"]
        if not parts and agent is not None:
            parts = list(islice(told_by(agent), 1))
        claim = self.claim(words_of(parts), cue_words(verb), None, verb)
        if claim is None or agent is None:
            return claim
        aside = {t for part in parts for t in part.subtree}
        return replace(claim, head=agent, speaker=self.spans(t for t in agent.subtree if t not in aside))

    def by_according(self, according: Token) -> Claim | None:
        """ "According to X, …"."""
        to = next((c for c in according.children if c.lower_ == "to"), None)
        speaker = (child_of(to, "pobj") or child_of(to, "pcomp")) if to is not None else None
        if according.lower_ != "according" or to is None or speaker is None or to.i != according.i + 1:
            return None
        return self.claim(self.clause_around(according), [according, to], speaker, according)

    def by_view(self, noun: Token) -> Claim | None:
        """ "In the view of X, …", "in the words of X, …", "by all accounts, …"."""
        if noun.lower_ == "accounts" and noun.head.lower_ == "by" and noun.left_edge.lower_ == "all":
            return self.claim(self.clause_around(noun.head), [noun.head, *noun.subtree], None, noun)
        view = view_in(noun)
        if view is None or (lemma(root_of(noun).text) in verbs.SPEECH and child_of(root_of(noun), "ccomp") is not None):
            return None  # "In his judgment, the judge found that …"
        preposition, holder = view
        return self.claim(self.clause_around(preposition), [preposition, noun], holder, noun)

    def by_judge(self, preposition: Token) -> Claim | None:
        """ "For X, the vote was a betrayal"."""
        holder = seen_by(preposition)
        return self.claim(self.clause_around(preposition), [preposition], holder, preposition) if holder else None

    def clause_around(self, aside: Token) -> list[Token]:
        """The clause that a phrase such as "according to X" is about: all of the sentence, at either end of it."""
        clause = aside.head
        while clause.dep_ not in CLAUSES:
            clause = clause.head
        if aside.i == 0 or all(t.is_punct for t in self.parse.doc[aside.right_edge.i + 1 :]):
            clause = root_of(clause)
        return [t for t in clause.subtree if not aside.left_edge.i <= t.i <= aside.right_edge.i]

    def by_hedge(self, hedge: Token) -> Claim | None:
        """ "… was reportedly …": nobody in particular says the clause."""
        clause = hedge.head
        while clause.dep_ in ("amod", "advmod", "acomp", "aux", "auxpass"):
            clause = clause.head
        before = [c for c in children_of(clause, "advcl") if c.right_edge.i < hedge.i and hedge.i > 0]
        near = [t for t in clause.subtree if not any(c == t or c.is_ancestor(t) for c in before)]
        return self.claim([t for t in near if t != hedge], [hedge], None, hedge)

    def by_hedged_thing(self, hedge: Token) -> Claim | None:
        """ "the alleged bribe", "an estimated 2,600 people": nobody in particular says that it is one."""
        if hedge.lower_ == "estimated" and not any(c.tag_ == "CD" for c in hedge.head.subtree):
            return None
        words = [t for t in hedge.head.subtree if t.i >= hedge.i and not any(is_aside(c) for c in (t, t.head))]
        return self.claim([t for t in words if t != hedge], [hedge], None, hedge)

    def by_adjective(self, adjective: Token) -> Claim | None:
        """ "X is confident that …"."""
        if adjective.lower_ not in cues.ADJECTIVES:
            return None
        be = adjective.head if adjective.dep_ in ("acomp", "conj") else adjective
        complement = [c for c in children_of(adjective, "ccomp", "xcomp") if c.i > adjective.i]
        if be != adjective and lemma(be.text) == "be":
            complement += [c for c in children_of(be, "ccomp") if c.i > adjective.i and child_of(c, "mark") is not None]
        complement += about(adjective)
        if be.dep_ == "ccomp" and be.head.i > adjective.i and self.parse.doc[adjective.i + 1].text == ":":
            content = self.parse.doc[adjective.i + 2 :]
            return slight(self.claim(content, cue_words(adjective), child_of(be, "nsubj"), be))
        subject = child_of(be, "nsubj") or child_of(be, "nsubjpass") or subject_of(be)
        if not complement or subject is None or subject.lower_ == "it" or not can_speak(subject):
            return None
        return slight(self.claim(words_of(complement), cue_words(adjective), subject, be))

    def by_noun(self, noun: Token) -> Claim | None:
        """ "X’s claim that …", "rumours that …"."""
        holder = holder_of(noun) or outlet_of(noun)
        is_case = lemma(noun.text) in cues.STATED and noun.dep_ == "nsubj"
        content = said_in_noun(noun, holder) if is_case or lemma(noun.text) in cues.CLAIM_NOUNS else []
        if is_case and content and lemma(noun.head.text) == "be":
            return self.claim(content, [noun], holder or child_of(noun, "compound"), noun)
        if lemma(noun.text) not in cues.CLAIM_NOUNS or (holder is not None and not can_speak(holder)):
            return None
        is_told = any(t.lower_ == "that" and t.dep_ == "mark" for t in content[:1]) or noun.dep_ == "nsubj"
        if holder is not None and not content:
            content = words_of(c for c in about(noun) if not c.is_ancestor(holder))
        if holder is not None and not content and noun.dep_ == "dobj" and lemma(noun.head.text) in verbs.MAKING:
            beside = (c for c in children_of(noun.head, "prep") if c.left_edge.i == noun.right_edge.i + 1)
            content = words_of(beside)
        content = content or (charged(noun) if holder is None else [])
        claim = self.claim(content, [noun], holder, noun)
        is_report = lemma(noun.text) in cues.REPORTS
        return claim if is_told and (holder is not None or is_report) else slight(claim)

    def claim(
        self, content: Iterable[Token], cue: Sequence[Token], speaker: Token | None, centre: Token, says: bool = False
    ) -> Claim | None:
        """A claim from its parts, unless the writer's or without content."""
        if speaker is not None and is_first_person(speaker):
            return None
        source = speaker_words(speaker, centre) if speaker is not None else []
        content = within_marks(list(content), centre)
        spans = self.spans(set(content) - set(source) - set(cue))
        if not spans and not says:
            return None
        return Claim(self.sentence, spans, self.spans(cue), self.spans(source), speaker, centre, says)

    def spans(self, tokens: Iterable[Token]) -> tuple[Span, ...]:
        """Tokens as runs of text, each without commas and the like at its ends."""
        doc = self.parse.doc
        runs: list[list[int]] = []
        for i in sorted({t.i for t in tokens}):
            if runs and i == runs[-1][-1] + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        found = []
        for run in runs:
            while run and (doc[run[0]].text in EDGES or doc[run[0]].is_space):
                run.pop(0)
            while run and (doc[run[-1]].text in EDGES or doc[run[-1]].is_space):
                run.pop()
            if any(not doc[i].is_punct for i in run):
                found.append(self.parse.span(doc[run[0]], doc[run[-1]]))
        return tuple(found)


def within_marks(content: list[Token], centre: Token) -> list[Token]:
    """The words claimed, without what a semicolon parts from the cue when somebody else speaks there."""
    for mark in [t for t in content if t.text == ";"]:
        other = [t for t in content if (t.i > mark.i) != (centre.i > mark.i) and t != mark]
        if any((is_finite(t) and lemma(t.text) in verbs.SPEECH | {"put"}) or t.lower_ == "according" for t in other):
            content = [t for t in content if t not in other and t != mark]
    return content


def name_before(verb: Token) -> Token | None:
    """The name that a comma parts from a participle: "Die Glocke, citing …", where "Die" was read as a verb."""
    before = verb.doc[max(verb.i - 2, 0) : verb.i]
    return before[0] if len(before) == 2 and before[0].tag_ == "NNP" and before[1].text == "," else None


def it_is_said(verb: Token) -> list[Token]:
    """For "The bank, it is understood, is for sale": the words around the two commas."""
    it, doc = child_of(verb, "nsubjpass"), verb.doc
    if it is None or it.lower_ != "it" or it.i < 2 or doc[it.i - 1].text != "," or verb.i + 1 == len(doc):
        return []
    is_apart = verb.nbor().is_punct and verb.i - it.i < 4
    return [t for t in doc if not it.i - 1 <= t.i <= verb.i + 1] if is_apart else []


def told_by(agent: Token) -> Iterator[Token]:
    """The clauses of what is told that hang on who tells it: "told by colleagues across the border that …"."""
    for token in agent.subtree:
        if token.dep_ in ("acl", "relcl", "ccomp") and token.left_edge.lower_ == "that" and token.i > agent.i:
            yield token


def slight(claim: Claim | None) -> Claim | None:
    """The claim, marked as one that counts only where no other is around it."""
    return replace(claim, slight=True) if claim is not None else None


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
    if verb.dep_ == "xcomp" and 0 < verb.i - verb.head.i <= 3 and verb.head.tag_.startswith("VB"):
        near += cue_words(verb.head)
    return sorted([verb, *near], key=lambda t: t.i)


def about(word: Token) -> list[Token]:
    """What a noun or an adjective of attitude is about: "critical of the plan"."""
    return [c for c in children_of(word, "prep") if c.i > word.i and c.lower_ in cues.ATTITUDE_PREPOSITIONS]


def hedged_subject(verb: Token) -> Token | None:
    """The subject of a hedge that shares it with the verb before: "are on the run and thought to be abroad"."""
    return subject_of(verb) if verb.dep_ == "conj" else None


def is_hedged(verb: Token, word: str, complement: Sequence[Token]) -> bool:
    """Whether a passive without "by" leaves what it says to nobody in particular: "is believed to"."""
    if word in verbs.HEDGED_ALONE and child_of(verb, "auxpass") is not None:
        return True
    if any(is_as(c) for c in complement):
        return word in (verbs.HEDGED_PASSIVE | verbs.OBJECT) - {"know"}
    return word in verbs.HEDGED_PASSIVE - verbs.PASSIVE_NEEDS_AS and bool(complement)


def emerging(verb: Token) -> list[Token]:
    """The clauses after "it emerged that"."""
    subject = child_of(verb, "nsubj")
    is_empty = subject is not None and subject.lower_ == "it"
    return [c for c in children_of(verb, "ccomp") if c.i > verb.i] if is_empty else []


def is_foreseen(verb: Token) -> bool:
    """Whether a passive tells what nobody in particular holds: what follows is said in time to come."""
    return lemma(verb.text) in verbs.HEDGED_PASSIVE | {"set", "schedule"} and child_of(verb, "auxpass") is not None


def is_expletive(subject: Token, verb: Token) -> bool:
    """Whether "it" is nobody: "it is hard to say that"."""
    return subject.lower_ == "it" and verb.dep_ != "ROOT" and subject.head != verb


def is_first_person(token: Token) -> bool:
    """Whether the speaker is the writer, or the reader."""
    alone = token.lower_ == "one" and token.left_edge == token.right_edge
    return alone or token.lower_ in ("i", "we", "you", "me", "us")


def can_say(subject: Token, verb: Token) -> bool:
    """Whether a subject makes a claim with this verb: a clause of saying is anybody's, a thought is not."""
    word = lemma(verb.text)
    only_speech = word in verbs.SPEECH and word not in verbs.OBJECT and word not in verbs.ATTITUDE
    if only_speech or (word in verbs.SPEECH - verbs.ATTITUDE and child_of(verb, "ccomp") is not None):
        return subject.lower_ not in ("this", "that", "these", "which", "what", "there")
    return can_speak(subject)
