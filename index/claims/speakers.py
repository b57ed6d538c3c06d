"""Claims in the order of an article -> whom each speaker's words stand for, by what all of the article says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from index.claims import cues, people
from index.claims.antecedents import Antecedents
from index.claims.cast import Cast
from index.claims.claim import Claim
from index.claims.describing import is_told
from index.claims.grammar import child_of
from index.claims.identities import NOBODY, Identity, as_speaker, together
from index.claims.lemmas import lemma
from index.claims.makers import maker_in, text_makers
from index.claims.names import Name, is_someone, name_of
from index.claims.parsing import Parse
from index.claims.phrases import surface
from index.claims.pronouns import NEAR, Pronouns
from index.claims.referents import key_of
from index.claims.roles import described_by
from index.claims.speakable import can_speak, is_outlet, names_body
from index.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SOON = 2
"""Sentences ahead in which the holder of an office may be named."""
OUTLETS = people.OUTLET_NOUNS | {"television", "radio"}
"""Nouns for outlets: "state television", "the newspaper"."""
HOLDERS = people.OFFICES | people.PEOPLE | people.TITLES | people.ALSO_CALLED.keys()
"""Nouns for people that "the" may lead back to one of those named."""


class Speakers:
    """Tells whom speakers' words stand for. It learns from the claims it is given, which come in the text's order.

    `article` is its text and sentences, for the model to read; without them the rules alone tell.
    """

    def __init__(
        self, parses: Sequence[Parse], cast: Cast, article: tuple[str, Sequence[Sentence]] | None = None
    ) -> None:
        self.parses = parses
        self.cast = cast
        self.said: dict[int, list[tuple[Token, Identity]]] = defaultdict(list)
        self.said_as: dict[str, dict[str, Identity]] = defaultdict(dict)
        self.makers = text_makers(parses)
        self.being_asked: set[tuple[int, int]] = set()
        self.pronouns = Pronouns(parses, cast, self.said, self.identity)
        self.antecedents = Antecedents(*article, parses, cast, self.said) if article else None

    def identify(self, claim: Claim) -> Identity:
        """The identity of a claim's speaker."""
        if claim.head is None or is_hearing(claim):
            return NOBODY
        first = self.source_of(claim) or claim.head
        heads = [first, *(t for t in first.conjuncts if t.i > first.i and t.head.i < t.i)]
        found = [self.meant(claim.sentence, head) for head in heads]
        who = found[0] if len(found) == 1 else together(found)
        self.said[claim.sentence].append((claim.head, who))
        if who.name:
            self.said_as[lemma(claim.head.text)].setdefault(who.name, who)
        return who

    def meant(self, sentence: int, head: Token) -> Identity:
        """Whom the phrase around one word stands for, by the rules, or by the model where they name nobody."""
        who = self.identity(sentence, head)
        if self.antecedents is None or not (who.name or "").lower().endswith(head.lower_):
            return who
        is_left_open = all(key_of(who) != key_of(each.who) for each in self.antecedents.named)
        return (self.antecedents.meant(sentence, head) if is_left_open else None) or who

    def with_speaker(self, claim: Claim) -> Claim:
        """A claim with the words for whom an outlet quotes, or for nobody where its own are for those who heard it."""
        if claim.head is None:
            return claim
        if is_hearing(claim):
            return replace(claim, speaker=())
        source = self.source_of(claim)
        words = self.parses[claim.sentence].spans(source.subtree) if source is not None else claim.speaker
        return replace(claim, speaker=words)

    def source_of(self, claim: Claim) -> Token | None:
        """Whom an outlet quotes: "state television, quoting a general, said"."""
        if claim.head is None or claim.verb is None:
            return None
        is_report = lemma(claim.verb.text) == "report" and not is_someone(claim.head)
        if not (is_report or self.cast.is_outlet(claim.head) or lemma(claim.head.text) in OUTLETS):
            return None
        for clause in (*claim.head.children, *claim.verb.children):
            is_citing = lemma(clause.text) in ("cite", "quote") and clause.tag_ != "VBN"
            source = child_of(clause, "dobj") if is_citing and clause.dep_ in ("acl", "relcl", "advcl") else None
            if source is not None and can_speak(source):
                return source
        return None

    def identity(self, sentence: int, head: Token) -> Identity:
        """Whom the phrase around one word stands for.

        Words that stand for each other ("she" for "her lawyer", who is hers) stand for nobody that is named.
        """
        if (sentence, head.i) in self.being_asked:
            return Identity("unnamed", head.text)
        self.being_asked.add((sentence, head.i))
        try:
            return self._identity(sentence, head)
        finally:
            self.being_asked.remove((sentence, head.i))

    def _identity(self, sentence: int, head: Token) -> Identity:
        person = self.cast.by_token.get((sentence, head.i))
        if person is not None:
            return as_speaker(person)
        if head.lower_ in people.PRONOUNS:
            return self.pronouns.stand_for(sentence, head) or Identity("unnamed", head.text)
        name = name_of(head)
        if name is not None:
            return self.named(name)
        if head.lower_ == "both" and head.left_edge == head.right_edge:
            return self.pair_before(sentence, head) or Identity("unnamed", head.text)
        return self.common(sentence, head)

    def named(self, name: Name) -> Identity:
        """The identity of a name, as a person already cast where it is one."""
        person = self.cast.known(name) if name.person else None
        if person is not None or name.person:
            return as_speaker(person) if person else Identity("named", name.text, name.role)
        name = self.cast.fullest(name)
        return Identity("named", name.text, name.role, name.outlet)

    def common(self, sentence: int, head: Token) -> Identity:
        """Whom a phrase with a common noun stands for: "the ministry", "a spokesman for the court", "officials"."""
        word = lemma(head.text)
        earlier = self.aged(sentence, head) if word == "old" else None
        if is_bare_definite(head):
            earlier = self.definite(sentence, head, word)
        told = self.cast.by_role.get(described_by(head)) if is_told(head) else None
        earlier = (
            earlier
            or (as_speaker(told) if told else None)
            or self.body_described(head)
            or self.in_office(sentence, head, word)
            or self.owned(sentence, head, word)
        )
        if earlier is not None:
            return earlier
        maker = self.maker(sentence, head, word)
        if maker is not None:
            return self.identity(*maker)
        kind: Literal["named", "unnamed"] = "named" if names_body(head) else "unnamed"
        return Identity(kind, surface(head), None, kind == "named" and is_outlet(head), head.tag_ == "NNS")

    def pair_before(self, sentence: int, head: Token) -> Identity | None:
        """The two named subjects of this sentence or the one before: "Lee and Vance agree. Both say …"."""
        for n in (sentence, sentence - 1):
            doc = self.parses[n].doc if n >= 0 else ()
            for token in doc:
                is_before = n < sentence or token.i < head.i
                if (
                    is_before
                    and token.dep_ in ("nsubj", "nsubjpass")
                    and token.tag_ == "NNP"
                    and len(token.conjuncts) == 1
                ):
                    found = [self.identity(n, each) for each in (token, *token.conjuncts)]
                    return together(found) if all(who.kind == "named" for who in found) else None
        return None

    def maker(self, sentence: int, head: Token, word: str) -> tuple[int, Token] | None:
        """Whose a text is, by its own phrase or the only one elsewhere that gives one: "the report, by Lee"."""
        if word not in cues.UTTERANCES:
            return None
        own = maker_in(head)
        if own is not None:
            return sentence, own
        makers = self.makers.get(word, [])
        is_its = len(makers) == 1 and (is_bare_definite(head) or sentence < makers[0][0])
        return makers[0] if is_its else None

    def owned(self, sentence: int, head: Token, word: str) -> Identity | None:
        """Whom words stand for that tell whose they are: "a spokesman for the court", "her team"."""
        owner = owner_of(head)
        if word in people.SPOKEN_FOR:
            return self.spoken_for(sentence, head, owner)
        if word == "client" and owner is not None and owner.tag_ == "PRP$" and len(self.cast.defended) == 1:
            return as_speaker(self.cast.defended[0])  # "my client", as lawyers say
        if owner is None or owner.lower_ in ("our", "my", "your"):
            return None
        if owner.tag_ == "PRP$" or head.left_edge.lower_ == "whose":
            return self.of_theirs(sentence, head, owner)
        if word not in people.OFFICES:
            return None
        bodies = [self.named(name) for name in self.cast.described.get(word, {}).values()]
        found = [as_speaker(p) for p in self.cast.by_office.get(word, ())] + bodies
        found = [w for w in found if lemma(owner.text) in (w.role or "").lower() or len((w.role or "").split()) == 1]
        return found[0] if len(found) == 1 else None

    def of_theirs(self, sentence: int, head: Token, owner: Token) -> Identity | None:
        """Somebody who is known by whose they are: "her team", "its operations manager"."""
        is_body = lemma(head.text) in people.BODIES
        is_one = head.tag_ == "NN" and (is_body or is_someone(head))
        is_whose = owner.tag_ != "PRP$"
        who = (self.identity if is_whose else self.pronouns.stand_for)(sentence, owner) if is_one else None
        is_personal = owner.lower_ in people.HE_OR_SHE
        is_nobody = is_personal and who is not None and who.name not in self.cast.by_name
        if who is None or who.kind == "unnamed" or is_nobody or lemma(head.text) in people.KIN:
            return None  # "her doctor" is no firm’s, "her father" nobody named
        words = surface(head).partition(" ")[2].removeprefix("own ")
        is_kin = head.lower_ in people.MASCULINE | people.FEMININE
        role = words if lemma(head.text) in people.OFFICES | people.TITLES and not is_kin else None
        if is_personal and not is_body:
            return Identity("unnamed", surface(head), role)  # "her lawyer"
        return Identity("named", f"{who.name}’s {words}", role)

    def spoken_for(self, sentence: int, head: Token, owner: Token | None) -> Identity | None:
        """The body whose spokesman somebody is, with that as the role."""
        of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ in ("for", "of", "at", "from")), None)
        body = owner or (child_of(of, "pobj") if of is not None else None) or child_of(head, "compound")
        meant = self.body_meant(sentence, head, lemma(body.text)) if body is not None and is_bare_noun(body) else None
        if meant is not None:
            return Identity("named", self.named(meant).name, head.text.lower())
        who = self.identity(sentence, body) if body is not None else self.body_at_hand(sentence, head)
        if who is None or who.name is None or who.name.lower() in people.PRONOUNS:
            return None
        return Identity(who.kind, who.name, head.text.lower(), False)

    def body_at_hand(self, sentence: int, head: Token) -> Identity | None:
        """The one body that acts in this sentence or the one before, else in one more: whose "a spokesman" is."""
        found: dict[str, Name] = {}
        for first in (sentence - 1, sentence - 2):
            found = found or {name.text: name for name in self.cast.acting_between(first, (sentence, head.i))}
        return self.named(next(iter(found.values()))) if len(found) == 1 else None

    def definite(self, sentence: int, head: Token, word: str) -> Identity | None:
        """Whom "the ministry", "the minister" or "the statement" stands for, when the article has told before."""
        body = self.body_meant(sentence, head, word)
        if body is not None:
            return self.named(body)
        if word in ("defendant", "accused"):
            return as_speaker(self.cast.accused[0]) if len(self.cast.accused) == 1 else None
        if (word in HOLDERS or word in self.cast.by_noun) and head.tag_ == "NN":
            return self.holder_before(sentence, head, word)
        return self.speaker_before(sentence, word) if word in cues.OWN_WORDS | {"article", "story"} else None

    def body_meant(self, sentence: int, head: Token, word: str) -> Name | None:
        """The body that "the trust", "the developer", "the company" or "the paper" stands for."""
        body = self.cast.body_before(word, (sentence, head.i))
        described = [n for n in self.cast.described.get(word, {}).values() if not n.person]
        if body is None and len(described) == 1:
            body = described[0]
        if body is None and word in people.COMPANIES:
            firms = {n.text: n for firm in people.COMPANIES for n in self.cast.described.get(firm, {}).values()}
            body = next(iter(firms.values())) if len(firms) == 1 else None
        if body is None and word in people.COMPANIES | people.SOCIETIES | people.PARTIES:
            body = self.cast.acting_before(word, (sentence, head.i))
        is_paper = word in people.OUTLET_NOUNS and word not in HOLDERS
        return body or (self.cast.outlet_before(sentence) if is_paper else None)

    def aged(self, sentence: int, head: Token) -> Identity | None:
        """Whom "the 43-year-old" stands for: the one person of that age, or the one named last."""
        age = next((t.text for t in head.subtree if t.text.isdigit()), None)
        if head.left_edge.lower_ != "the" or age is None:
            return None
        found = {p.name: p for p in self.cast.by_name.values() if p.age == age}
        for n in range(sentence, max(-1, sentence - NEAR - 1), -1):
            found = found or {p.name: p for t, p in self.cast.mentions.get(n, ()) if n < sentence or t.i < head.i}
        return as_speaker(next(iter(found.values()))) if len(found) == 1 else None

    def body_described(self, head: Token) -> Identity | None:
        """The one body that is told to be just what a phrase says: "the biscuit maker"."""
        words = surface(head).lower()
        names = [name for name, role in self.cast.roles.items() if f"the {role.lower()}" == words]
        told = {self.named(Name(name, False)) for name in names}
        return told.pop() if len(told) == 1 else None

    def in_office(self, sentence: int, head: Token, word: str) -> Identity | None:
        """The one person in the office that "the prime minister", or a headline's "Treasurer", tells in full."""
        is_headline = sentence <= self.cast.opening and is_headless(head)
        told = [t for t in head.children if t.dep_ in ("compound", "amod") and t.i < head.i]
        is_whole = head.left_edge.lower_ == "the" and len(list(head.subtree)) == len(told) + 2
        if head.tag_ != "NN" or not (is_headline or (told and is_whole)):
            return None
        holders = [p for p in self.cast.by_office.get(word, ()) if is_headline or p.first[0] <= sentence + SOON]
        fitting = [p for p in holders if {t.lower_ for t in told} <= words_of(p.role)]
        return as_speaker(fitting[0]) if len(fitting) == 1 else None

    def holder_before(self, sentence: int, head: Token, word: str) -> Identity | None:
        """The one person named earlier in this office, or the one earlier speaker described by this noun."""
        holders = self.cast.by_office.get(word) or self.cast.by_office.get(people.ALSO_CALLED.get(word, ""), [])
        found = [as_speaker(p) for p in holders if p.first < (sentence, head.i)]
        found = found or list(self.said_as.get(word, {}).values())
        if not found and len(holders) == 1:
            found = [as_speaker(p) for p in holders if p.first[0] <= sentence + SOON]
        return found[0] if len(found) == 1 else None

    def speaker_before(self, sentence: int, word: str) -> Identity | None:
        """The one speaker in the sentence before, whose statement "the statement" is; "the article" is its outlet's."""
        if word in ("article", "story"):
            outlets = {self.named(name) for name in self.cast.outlets.get(sentence - 1, ())}
            return outlets.pop() if len(outlets) == 1 else None
        found = {who for _, who in self.said.get(sentence - 1, ()) if who.name}
        if not found and sentence:
            subjects = (t for t in self.parses[sentence - 1].doc if t.dep_ == "nsubj" and t.head.dep_ == "ROOT")
            found = {self.identity(sentence - 1, t) for t in subjects if lemma(t.text) in people.OFFICES}
        return found.pop() if len(found) == 1 else None


def owner_of(head: Token) -> Token | None:
    """Whose somebody is: "its spokesman", and Halden’s in "Halden, whose spokesman said"."""
    owner = child_of(head, "poss")
    if owner is None or owner.lower_ != "whose":
        return owner
    return next((above.head for above in owner.ancestors if above.dep_ == "relcl"), None)


def is_headless(head: Token) -> bool:
    """Whether a phrase has no article, as in a heading: "council leader says"."""
    return all(t.dep_ in ("compound", "amod", "poss", "case") or t == head for t in head.subtree)


def words_of(role: str | None) -> set[str]:
    """The words of a role in small letters, without possessives."""
    return {word.removesuffix("’s").removesuffix("'s") for word in (role or "").lower().split()}


def is_hearing(claim: Claim) -> bool:
    """Whether the speaker's words are for those who heard the claim: "a jury heard", "the trial was told"."""
    if claim.head is None or claim.verb is None or claim.verb.head == claim.head:
        return False
    word, listener = lemma(claim.verb.text), lemma(claim.head.text)
    is_last = all(t.is_punct for t in claim.verb.doc[claim.verb.i + 1 :])
    if claim.sentence == 0 and is_last and claim.verb.lower_ in ("told", "hears") and is_headless(claim.head):
        return True  # "Boil your water, 30,000 told"
    is_told = word == "hear" or (word == "tell" and claim.verb.tag_ == "VBN")
    return is_told and listener in people.HEARING


def is_bare_noun(token: Token) -> bool:
    """Whether a common noun stands alone before another: "a council spokeswoman"."""
    return token.tag_ == "NN" and token.dep_ == "compound" and not list(token.children)


def is_bare_definite(head: Token) -> bool:
    """Whether a phrase is "the ministry" and nothing more."""
    children = [c for c in head.children if not c.is_punct and c.dep_ not in ("relcl", "case") and c.lower_ != "same"]
    children = [c for c in children if c.dep_ != "acl" or c.tag_ != "VBG"]
    return len(children) == 1 and children[0].lower_ in ("the", "this", "that")
