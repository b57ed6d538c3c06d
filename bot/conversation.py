"""What was asked and shown before, so that a follow-up question can be completed without a language model."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.quotes import Quote
from index.terms import STOP_TERMS, forms, terms

REMEMBERED_TURNS = 5

_WHO_SAID_IT = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay)\W+)?(?:who\W+(?:exactly\W+|actually\W+)?"
    r"(?:said|says|say|claims?|claimed|stated|told|reported|wrote)\W+(?:that|this|it|so|them|those)"
    r"|(?:according to|says|said) who(?:m)?|who is (?:saying|claiming) (?:that|this|it|so)"
    r"|whose (?:claim|words?|statement)s? (?:is|are|was|were) (?:that|this|it|those)"
    # In Russian, which needs nothing to be looked for in the articles: "а кто это сказал?", "чьи это слова?"
    r"|(?:[аи]\W+)?(?:кто\W+(?:это|так)\W+(?:сказал|говорит|утверждает|заявил|сообщил)|чьи\W+это\W+слова))\W*$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"^\W*(?:and|but|so|also|or|then|what about|how about|what of)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:what|who|anything|anybody|anyone|something) else\b"
    r"|\b(?:tell|show) me more\b|\bany(?:thing)? more\b|\bany others?\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(he|she|him|his|her|hers)\b", re.IGNORECASE)
_THING = re.compile(r"\b(it|its|they|them|their|theirs|this|that|these|those)\b", re.IGNORECASE)
_OTHER_NAME = re.compile(r"(?<=\w )[^\W\d_a-zа-я]\w+")
_QUESTION_WORD = re.compile(r"^\W*(?:who|whom|whose|what|which|when|where|why|how)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was searched, and the quotes that were shown, perhaps read when they are first looked at."""

    asked: str
    quotes: Sequence[Quote]


@dataclass(slots=True)
class Conversation:
    """The last few turns with one person."""

    turns: deque[Turn] = field(default_factory=lambda: deque(maxlen=REMEMBERED_TURNS))

    def remember(self, asked: str, quotes: Sequence[Quote]) -> None:
        """Add a turn."""
        self.turns.append(Turn(asked, quotes))

    @property
    def shown(self) -> Sequence[Quote]:
        """The quotes of the last answer, () when it was a refusal."""
        return self.turns[-1].quotes if self.turns else ()

    def asks_who_said_it(self, question: str) -> bool:
        """Whether a question asks only who made the claims that were shown last ("and who said that?")."""
        return bool(_WHO_SAID_IT.match(question) and self.shown)

    def asks_of_nothing(self, question: str) -> bool:
        """Whether a question asks who made claims in a conversation in which nothing has been asked yet."""
        return bool(_WHO_SAID_IT.match(question)) and not self.turns

    def wants_more(self, question: str) -> bool:
        """Whether a question asks for what was not shown yet ("What else did she say?")."""
        return bool(_MORE.search(question) and self.shown)

    def complete(self, question: str) -> str:
        """A question that can be understood alone: "What about the crew?" comes with the question it follows."""
        if not self.turns:
            return question
        asks_of_somebody = _PERSON.search(question) and not _OTHER_NAME.search(question)
        if asks_of_somebody and (speaker := _last_speaker(self.turns)):
            return _PERSON.sub(lambda pronoun: _named(pronoun.group(), speaker), question)
        own = [term for term in terms(question) if term.form not in STOP_TERMS]
        leans_back = _THING.search(question) and len(own) <= 2
        bare = not own and self.wants_more(question)
        if _CONTINUES.match(question) or _QUESTION_WORD.match(question) or leans_back or bare:
            return f"{self._topic()} {question}"
        return question

    def _topic(self) -> str:
        """The last question that stood alone, without the follow-ups that were put behind it."""
        topic = self.turns[-1].asked
        for turn in reversed(self.turns):
            if topic.startswith(f"{turn.asked} "):
                topic = turn.asked
        return topic


def _last_speaker(turns: deque[Turn]) -> str | None:
    """The person or body whose words were shown last, or else the one speaker in their articles who was asked about."""
    for turn in reversed(turns):
        if turn.quotes and turn.quotes[0].speaker.kind == "named":
            return turn.quotes[0].speaker.name
        asked = set(forms(turn.asked))
        heard = {a.name for quote in turn.quotes for a in quote.article.attributions if a.kind == "named" and a.name}
        meant = [name for name in heard if asked & set(forms(name.split()[-1]))]
        if len(meant) == 1:
            return meant[0]
    return None


def _named(pronoun: str, name: str) -> str:
    return f"{name}’s" if pronoun.lower() in ("his", "her", "hers") else name
