"""The grammar of a sentence -> the claims in it: what is claimed, the cue, and the words for who claims it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index import cues
from index.cues import lemma
from index.names import is_outlet, name_of
from index.parsing import Parse, Span

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
    """

    sentence: int
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    head: Token | None
    verb: Token | None = None
    says: bool = False


def find_claims(parses: Sequence[Parse]) -> list[Claim]:
    """All claims that the grammar of an article's sentences shows, in the order of their cues."""
    return [claim for i, parse in enumerate(parses) for claim in _Finder(i, parse).claims()]


def claim_of_scene(sentence: int, parse: Parse, quotation: Span) -> Claim:
    """A quotation without words of saying, as the claim of whom the given sentence is about, or of nobody named."""
    return _Finder(sentence, parse).by_scene(quotation)


class _Finder:
    """The claims of one sentence."""

    def __init__(self, sentence: int, parse: Parse) -> None:
        self.sentence = sentence
        self.parse = parse

    def claims(self) -> Iterator[Claim]:
        label = self.by_label()
        if label:
            yield label
        for token in self.parse.doc:
            claim = None
            if token.lower_ == "according":
                claim = self.by_according(token)
            elif token.tag_.startswith("VB"):
                claim = self.by_passive(token) if is_passive(token) else self.by_verb(token)
                claim = claim or self.by_adjective(token)
            elif token.lower_ in cues.HEDGES:
                claim = self.by_hedge(token)
            elif token.tag_ in ("NN", "NNS"):
                claim = self.by_noun(token)
            elif token.tag_ == "JJ":
                claim = self.by_adjective(token)
            if claim:
                yield claim

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
        named = name is not None and (name.person or name.outlet or speaker.ent_type_ in ("ORG", "GPE"))
        if not named and lemma(speaker.text) not in cues.PEOPLE | cues.OFFICES | LABELS:
            return None
        source = self.spans(doc[: colon.i])
        return Claim(self.sentence, self.spans(doc[colon.i + 1 :]), self.spans_of(colon), source, speaker, colon)

    def by_scene(self, quotation: Span) -> Claim:
        """A quotation beside a sentence that tells what somebody does: "She shook her head. “Never.”"."""
        root = next((t for t in self.parse.doc if t.dep_ == "ROOT"), None)
        subject = next((c for c in root.children if c.dep_ == "nsubj"), None) if root else None
        someone = subject is not None and not is_first_person(subject) and is_someone(subject)
        source = self.spans(subject.subtree) if subject is not None and someone else ()
        mark = (quotation[0], quotation[0] + 1)
        return Claim(self.sentence, (quotation,), (mark,), source, subject if someone else None, None)

    def by_verb(self, verb: Token) -> Claim | None:
        """ "X said that …", "…, X said", "X dismissed …"."""
        word = lemma(verb.text)
        particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
        phrasal = (word, particle) in cues.PHRASAL
        content = said_by_phrasal(verb) if phrasal else claimed_by_verb(verb, word)
        if word == "cite" and verb.tag_ == "VBG":
            return self.by_citing(verb)
        says = phrasal or word in cues.SPEECH or word in cues.QUOTING
        if not content and not says:
            return None
        subject = subject_of(verb)
        if subject is not None and subject.lower_ == "it" and verb.dep_ != "ROOT" and subject.head != verb:
            return None
        subject = subject or (noun_before(verb) if word in cues.SPEECH else None)
        if subject is None:
            return None
        if not can_say(subject, word):
            return None
        return self.claim(content, self.cue_words(verb), subject, verb, says)

    def by_citing(self, citing: Token) -> Claim | None:
        """ "The Herald reported, citing X, that …": the claim is X's."""
        speaker = next((c for c in citing.children if c.dep_ == "dobj"), None)
        subject = subject_of(citing)
        if speaker is None or subject is None or not can_speak(speaker) or not is_outlet(subject):
            return None
        clauses = [c for verb in (citing.head, citing) for c in verb.children if c.dep_ == "ccomp"]
        mine = {t.i for t in citing.subtree} - {t.i for c in clauses for t in c.subtree}
        said = [t for c in clauses for t in c.subtree] or [t for t in citing.head.subtree if t.i not in mine]
        return self.claim([t for t in said if t.i not in mine], [citing], speaker, citing)

    def by_passive(self, verb: Token) -> Claim | None:
        """ "… was described as … by X"; without "by" nobody in particular says so."""
        word = lemma(verb.text)
        if word not in cues.SPEECH | cues.ATTITUDE | cues.OBJECT:
            return None
        agent = next((p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
        complement = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "oprd") or is_as(c)]
        if agent is None and word not in cues.ADDRESSEE:
            if word not in cues.HEDGED_PASSIVE or not complement:
                return None
            if word in cues.PASSIVE_NEEDS_AS and not any(is_as(c) for c in complement):
                return None
        if agent is not None and not can_speak(agent):
            return None
        if word in cues.ADDRESSEE:
            return self.by_telling(verb, agent)
        around = spoken_around(verb) if word in cues.SPEECH else []
        if around:
            return self.claim(around, self.cue_words(verb), agent, verb)
        subject = next((c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")), None)
        content = [t for c in complement for t in c.subtree]
        if subject is not None and subject.lower_ != "it":
            content += list(subject.subtree)
        elif verb.dep_ == "acl":
            content += [t for t in verb.head.subtree if t.i < verb.i]
        return self.claim(content, self.cue_words(verb), agent, verb)

    def by_telling(self, verb: Token, agent: Token | None) -> Claim | None:
        """ "They were told that …": the subject is spoken to, and claims nothing."""
        parts = (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "prep" and c.lower_ == "about"))
        content = [t for part in parts for t in part.subtree]
        return self.claim(content, self.cue_words(verb), agent, verb) if content else None

    def by_according(self, according: Token) -> Claim | None:
        """ "According to X, …"."""
        to = next((c for c in according.children if c.lower_ == "to"), None)
        speaker = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None) if to else None
        if to is None or speaker is None or to.i != according.i + 1:
            return None
        mine = {t.i for t in according.subtree}
        clause = according.head
        while clause.dep_ not in CLAUSES and clause.dep_ != "ROOT":
            clause = clause.head
        if according.i == 0 or self.ends_sentence(max(mine)):
            clause = next(t for t in clause.sent if t.dep_ == "ROOT")
        content = [t for t in clause.subtree if t.i not in mine]
        return self.claim(content, [according, to], speaker, according)

    def by_hedge(self, hedge: Token) -> Claim | None:
        """ "… was reportedly …": nobody in particular says the clause."""
        clause = hedge.head
        while clause.dep_ in ("amod", "advmod", "acomp", "aux", "auxpass") and clause.dep_ != "ROOT":
            clause = clause.head
        content = [t for t in clause.subtree if t != hedge]
        return self.claim(content, [hedge], None, hedge)

    def by_adjective(self, adjective: Token) -> Claim | None:
        """ "X is confident that …"."""
        if adjective.lower_ not in cues.ADJECTIVES:
            return None
        be = adjective.head if adjective.dep_ in ("acomp", "conj") else adjective
        complement = [
            c
            for c in adjective.children
            if c.i > adjective.i
            and (c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "prep" and c.lower_ in cues.ATTITUDE_PREPOSITIONS))
        ]
        subject = next((c for c in be.children if c.dep_ in ("nsubj", "nsubjpass")), None) or subject_of(be)
        if not complement or subject is None or subject.lower_ == "it" or not can_speak(subject):
            return None
        return self.claim([t for c in complement for t in c.subtree], self.cue_words(adjective), subject, be)

    def by_noun(self, noun: Token) -> Claim | None:
        """ "X’s claim that …", "rumours that …"."""
        if lemma(noun.text) not in cues.CLAIM_NOUNS:
            return None
        complement = [c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and is_that_clause(c)]
        holder = holder_of(noun)
        if holder is not None and not can_speak(holder):
            return None
        if holder is not None and not complement:
            complement = [
                c
                for c in noun.children
                if c.dep_ == "prep"
                and c.lower_ in cues.ATTITUDE_PREPOSITIONS
                and not holder.is_ancestor(c)
                and not c.is_ancestor(holder)
            ]
        if holder is not None and not complement and noun.dep_ == "dobj" and lemma(noun.head.text) in cues.MAKING:
            complement = [c for c in noun.head.children if c.dep_ == "prep" and c.left_edge.i == noun.right_edge.i + 1]
        if not complement or (holder is None and not any(c.dep_ == "mark" for c in complement[0].children)):
            return None
        return self.claim([t for c in complement for t in c.subtree], [noun], holder, noun)

    def claim(
        self, content: Iterable[Token], cue: Sequence[Token], speaker: Token | None, centre: Token, says: bool = False
    ) -> Claim | None:
        if speaker is not None and is_first_person(speaker):
            return None
        source = self.speaker_words(speaker, centre) if speaker is not None else []
        mine = {t.i for t in source} | {t.i for t in cue}
        spans = self.spans([t for t in content if t.i not in mine])
        if not spans and not says:
            return None
        return Claim(self.sentence, spans, self.spans(cue), self.spans(source), speaker, centre, says)

    def speaker_words(self, speaker: Token, verb: Token) -> list[Token]:
        """The noun phrase of the speaker, without a clause that holds the cue itself."""
        pronoun = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT")), None)
        if pronoun is not None and pronoun.i > speaker.i:
            return [pronoun]
        words = list(speaker.subtree)
        if verb in words and verb.i > speaker.i:
            words = [t for t in words if t.i < verb.i]
        inner = next(
            (c for c in speaker.children if verb.i != speaker.i and c.left_edge.i <= verb.i <= c.right_edge.i), None
        )
        if inner is not None:
            words = [t for t in words if not inner.left_edge.i <= t.i <= inner.right_edge.i]
        return words

    def cue_words(self, verb: Token) -> list[Token]:
        """The verb with its auxiliaries, negation and particle."""
        near = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 3]
        if verb.dep_ == "xcomp" and 0 < verb.i - verb.head.i <= 3 and verb.head.pos_ != "NOUN":
            near += self.cue_words(verb.head)
        return sorted([verb, *near], key=lambda t: t.i)

    def spans_of(self, token: Token) -> tuple[Span, ...]:
        return (self.parse.span(token, token),)

    def ends_sentence(self, last: int) -> bool:
        return all(t.is_punct for t in self.parse.doc[last + 1 :])

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


def claimed_by_verb(verb: Token, word: str) -> list[Token]:
    """The tokens of what an active verb says, empty when the verb claims nothing here."""
    children = list(verb.children)
    if word == "make":
        return made_clear(children)
    if word in ("quote", "cite") and any(c.lower_ == "as" and c.right_edge.i > c.i + 1 for c in children):
        return []
    if word in cues.SPEECH | cues.ATTITUDE and (that := that_after(verb)) is not None:
        return list(verb.doc[that.i : verb.right_edge.i + 1])
    objects = [c for c in children if c.dep_ == "dobj"]
    parts: list[Token] = []
    if word in cues.SPEECH or word in cues.ATTITUDE:
        parts += [c for c in children if c.dep_ == "ccomp"]
    if word in cues.INFINITIVE or (word in cues.ADDRESSEE and objects):
        # "declined to say whether" is one cue, and the claim is what follows it.
        saying = cues.SPEECH if word in cues.INFINITIVE else frozenset()
        parts += [c for c in children if c.dep_ == "xcomp" and (lemma(c.text) not in saying or not said_by(c))]
    if word in cues.ADDRESSEE and parts:
        return [t for part in parts for t in clause_words(part)]
    if not parts and word in cues.SPEECH:
        around = spoken_around(verb)
        if around:
            return around
    if word in cues.OBJECT or (word in cues.OBJECT_AS and any(is_as(c) for c in children)):
        parts += object_and_more(verb, children)
    reach = cues.PREPOSITIONS.get(word, ())
    parts += [c for c in children if c.dep_ == "prep" and c.lower_ in reach and c not in parts]
    return [t for part in parts for t in clause_words(part)]


def that_after(verb: Token) -> Token | None:
    """The "that" right after a verb whose clause was not read as one."""
    if verb.i + 1 >= len(verb.doc) or verb.nbor().lower_ != "that" or verb.nbor().tag_ != "IN":
        return None
    return None if any(c.dep_ == "ccomp" for c in verb.children) else verb.nbor()


def said_by(verb: Token) -> list[Token]:
    """What a verb claims, read on its own."""
    return claimed_by_verb(verb, lemma(verb.text))


def object_and_more(verb: Token, children: Sequence[Token]) -> list[Token]:
    """The object of a verb and what is said of it: "him", "of lying"."""
    found = [c for c in children if c.dep_ in ("dobj", "oprd", "acomp", "ccomp")]
    if not found and verb.dep_ == "relcl" and any(is_as(c) for c in children):
        found = [verb.head]
    if found:
        found += [
            c
            for c in children
            if c.i > verb.i
            and (c.dep_ == "xcomp" or (c.dep_ in ("prep", "advcl") and c.lower_ in cues.OF_OBJECTS) or is_as(c))
        ]
    return found


def clause_words(clause: Token) -> list[Token]:
    """The tokens of a clause, without a participle after it that goes back to the words of saying: ", arguing that"."""
    words = list(clause.subtree)
    for child in clause.children:
        if is_afterthought(child):
            words = [t for t in words if not child.left_edge.i <= t.i <= child.right_edge.i]
    return words


def is_afterthought(token: Token) -> bool:
    """Whether a clause is ", arguing …": a participle of saying that follows a finite clause."""
    return (
        token.dep_ == "advcl"
        and token.tag_ == "VBG"
        and token.i > token.head.i
        and token.left_edge.i == token.i
        and token.nbor(-1).text in (",", "—", "-", "–")
        and not any(c.dep_ in ("nsubj", "mark") for c in token.children)
        and lemma(token.text) in cues.SPEECH | cues.OBJECT | cues.OBJECT_AS
    )


def said_by_phrasal(verb: Token) -> list[Token]:
    """What is said by a verb with a particle: "ruled out a strike", "hit back at critics"."""
    parts = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "ccomp", "pcomp")]
    parts += [c for c in verb.children if c.dep_ == "prep" and c.lower_ in cues.ATTITUDE_PREPOSITIONS - {"in", "by"}]
    return [t for part in parts for t in clause_words(part)]


def made_clear(children: Sequence[Token]) -> list[Token]:
    """What is claimed by "made (it) clear that …"."""
    clear = next((c for c in children if c.lower_ in ("clear", "plain")), None)
    clauses = [c for c in (*children, *(clear.children if clear else ())) if c.dep_ in ("ccomp", "csubj", "acl")]
    return [t for c in clauses if c != clear for t in c.subtree] if clear else []


def spoken_around(verb: Token) -> list[Token]:
    """For "Y, X said, Z", "as X said, Y" and the like: the words of the sentence that those of saying interrupt."""
    is_aside = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if verb.dep_ != "parataxis" and not is_aside:
        return []
    said = {t.i for t in verb.subtree}
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    for stray in subjects[:-1]:
        said -= {t.i for t in stray.subtree}
    return [t for t in verb.head.subtree if t.i not in said]


def is_as(token: Token) -> bool:
    """Whether a child of a verb is "as …"."""
    return token.dep_ in ("prep", "advcl") and token.left_edge.lower_ == "as" and token.left_edge != token.right_edge


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is what is spoken of: "was described", "remarks attributed to X"."""
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if lemma(verb.text) in cues.ADDRESSEE and verb.left_edge == verb and verb.dep_ in ("advcl", "ccomp", "acl", "dep"):
        return True
    return verb.dep_ in ("acl", "amod") and not any(c.dep_ == "aux" for c in verb.children)


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says: its subject, a relative clause's noun, or the subject of the verb above it."""
    if is_afterthought(verb) and verb.head.dep_ == "ccomp" and lemma(verb.head.head.text) in cues.SPEECH:
        verb = verb.head.head
    said_as = verb.dep_ == "pcomp" and verb.head.lower_ == "as"
    for _ in range(8):
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        if subjects:
            subject = subjects[-1]
            if lemma(verb.text) in ("quote", "cite") and said_as and objects_of(verb):
                return objects_of(verb)[0]
            if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
                return verb.head
            return subject
        agent = next((p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
        if agent is not None:
            return agent
        if verb.dep_ in ("acl", "relcl"):
            return holder_of(verb.head) or verb.head if lemma(verb.head.text) in cues.UTTERANCES else verb.head
        if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "pobj", "dobj") and verb.head != verb:
            passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            if passive is not None:
                return passive
            verb = verb.head
            passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            if passive is not None:
                return passive
            continue
        return None
    return None


def noun_before(verb: Token) -> Token | None:
    """The head of the noun phrase right before a verb whose subject was not read as one."""
    i = verb.i - 1
    while i >= 0 and (verb.doc[i].tag_ in ("RB", "MD") or verb.doc[i].dep_ in ("aux", "neg")):
        i -= 1
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or i < 0:
        return None
    if verb.doc[i].text in (")", ",", "-", "—", "–"):
        root = next(t for t in verb.doc if t.dep_ == "ROOT")
        return root if root.tag_ in ("NNP", "NN", "NNS") and root.i < verb.i else None
    noun = verb.doc[i]
    if noun.tag_ not in ("NNP", "NNPS", "NN", "NNS", "PRP"):
        return None
    while (
        noun.dep_ in ("compound", "pobj", "prep")
        and noun.head.i < verb.i
        and noun.head.tag_ in ("NN", "NNP", "NNS", "IN")
    ):
        noun = noun.head
    return noun


def objects_of(verb: Token) -> list[Token]:
    """The direct objects of a verb."""
    return [c for c in verb.children if c.dep_ == "dobj"]


def holder_of(noun: Token) -> Token | None:
    """Whose a statement is: "X’s claim", "claims by X", or who made, issued or published it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.lower_ in ("by", "from") and child.dep_ in ("prep", "agent"):
            return next((p for p in child.children if p.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and lemma(noun.head.text) in cues.MAKING and not is_passive(noun.head):
        return subject_of(noun.head)
    return None


def is_that_clause(clause: Token) -> bool:
    """Whether a noun's clause says what is claimed, as against telling which one is meant."""
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in clause.children) or any(
        c.tag_ == "TO" for c in clause.children
    )


def is_first_person(token: Token) -> bool:
    """Whether the speaker is the writer, or the reader."""
    return token.lower_ in ("i", "we", "you", "me", "us", "one")


def can_say(subject: Token, word: str) -> bool:
    """Whether a subject makes a claim with this verb: of saying, anything named; of thought, only who can speak."""
    if word in cues.SPEECH and word not in cues.OBJECT and word not in cues.ATTITUDE:
        return subject.lower_ not in ("this", "that", "these", "which", "what", "there")
    return can_speak(subject)


def can_speak(token: Token) -> bool:
    """Whether a word stands for a person, a body, or a text that can say something."""
    if token.tag_ in ("NNP", "NNPS"):
        return True
    if token.lower_ in cues.HE | cues.SHE | cues.THEY | {"who", "it"}:
        return True
    word = lemma(token.text)
    return word in cues.PEOPLE or word in cues.BODIES or word in cues.UTTERANCES or is_for_people(token)


def is_someone(token: Token) -> bool:
    """Whether a word stands for one person or several, as against bodies and texts."""
    if token.tag_ in ("NNP", "NNPS"):
        name = name_of(token)
        return name is not None and name.person
    return token.lower_ in cues.HE | cues.SHE or lemma(token.text) in cues.PEOPLE


def is_for_people(token: Token) -> bool:
    """Whether a noun is made as English makes words for people: "climber", "aunt's biographer"."""
    if token.tag_ not in ("NN", "NNS"):
        return False
    word = token.lower_.removesuffix("s")
    return len(word) > 5 and word.endswith(("ist", "ian", "man", "men", "woman", "women", "eer", "ologer", "people"))
