"""A question's text -> what it asks, and which articles it asks of: "What did The Gull say last week about the ferry?"

Two kinds of words narrow a question. An outlet does when the library has it and the question's grammar makes it the
one that reports; a body in the news that is called like an outlet stays what the question is about. Days do when they
say when something was reported, or are told from the day of asking ("last week"). The day of an event leaves no article
out, since events are told of afterwards and announced before: it only makes some articles fit better. What happened
"this week" is told in the articles of these days, or in ones whose day nobody knows. Where no article says what
happened on a day, the articles of that day are asked what happened (`scope_then`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from index.catalog import Among, StoredArticle
from index.days import Days, days_in
from index.outlets import outlets_in
from index.terms import STOP_TERMS, forms

LATEST_DAYS = 7
"""How old the news may be that somebody expects who asks for the latest, or for what happened recently."""
LOOSE_DAYS = 3
"""How many days before a week people may still mean by it, and for how many an event is news."""

# The grammar is read with each outlet and each date replaced by a private character; a third one marks what was cut.
_FIRST_OUTLET, _FIRST_DATE, _CUT = 0xE000, 0xE100, "\ue200"
_MARKS = re.compile("[\ue000-\ue200]")
_OUTLET, _DATE = "[\ue000-\ue0ff]", "[\ue100-\ue1ff]"
_ONE = r"(?:(?:the|a|an|another|one|both)\s+)?"
_OUTLETS = rf"{_ONE}{_OUTLET}(?:(?:\s*,|\s+and|\s+or)\s+{_ONE}{_OUTLET})*"
_THE = r"(?:(?:the|a|an|another|one|both|any|all|some|recent)\s+)*(?:news\s+)?"
_PUBLISHED = r"(?:(?:published|written|printed|that\s+appeared)\s+)?"
_NOUN = r"(?:articles?|accounts?|reports?|stor(?:y|ies)|coverage|pieces?|reporting|versions?|interviews?)\b"
_REPORT = rf"report(?=\s+(?:on|about|of|from|published|{_DATE}))"
_PIECE = rf"(?:articles?|stor(?:y|ies)|coverage|pieces?|interviews?|{_REPORT})\b"
_ARTICLES = (
    rf"(?:{_OUTLETS}(?:['’]s?\s+(?:(?:own|latest|recent|first|news|{_DATE})\s+)*{_NOUN}|\s+{_PIECE})(?:\s*,?\s*{_DATE})?"
    rf"|{_THE}{_NOUN}\s+{_PUBLISHED}(?:by|from|in|of)\s+{_OUTLETS}(?:\s*,?\s*{_DATE})?"
    rf"|{_THE}(?:articles?|stories|coverage|pieces|newspapers|papers|news)\s+{_PUBLISHED}{_DATE})"
)
_REPORTER = rf"(?:{_ARTICLES}|{_OUTLETS}(?:\s*,?\s*{_DATE})?)"
_OF_ITSELF = r"(?!\s+(?:\S+\s+){0,3}(?:loss|losses|profits?|earnings|revenues?|results|sales|income)\b)"
_SAYS = (
    r"(?:(?:says?|said|writes?|wrote|written|claim(?:s|ed)?|state[sd]?|tells?|told|note[sd]?|describe[sd]?|call(?:s|ed)?"
    r"|argue[sd]?|mention(?:s|ed)?|explain(?:s|ed)?|suggest(?:s|ed)?|reveal(?:s|ed)?|allege[sd]?|cover(?:s|ed)?"
    r"|quote[sd]?|cite[sd]?|conclude[sd]?|name[sd]?|discuss(?:es|ed)?|indicate[sd]?|impl(?:y|ies|ied))\b"
    rf"|report(?:s|ed)?\b{_OF_ITSELF}|(?:publish|print)(?:es|s|ed)?\b(?=\s*(?:\?|$|about\b|on\b|{_DATE})))"
)
_SO = rf"(?:\s+(?:us|readers)\b)?(?:\s*,?\s*{_DATE})?(?:\s+(?:that|whether|if)\b)?"
_REPORTED = (
    r"(?:reported|written|published|printed|said|stated|told|claimed|described|covered|quoted|mentioned|named"
    r"|featured|discussed)"
)
_IS = r"(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)"
_WHAT = r"(?:(?<=\bwhat)|(?<=\banything)|(?<=\bsomething)|(?<=\bnothing))"
_CLAUSE = (
    r"(?:^|(?<=,)|(?<=\bas)|(?<=\bwho)|(?<=\bhow)|(?<=\bwhy)|(?<=\bwhat)|(?<=\bwhen)|(?<=\bwhere)|(?<=\bwhich)"
    r"|(?<=\bwhile)|(?<=\bwhereas)|(?<=\bafter)|(?<=\bbefore))"
)

_REPORTING = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # did The Gull say that · is The Gull saying
        rf"\b(?:do|does|did|has|have|had|would|could)\s+{_REPORTER}\s+(?:\w+ly\s+)?{_SAYS}{_SO}",
        rf"(?:\b(?:is|are|was)|['’]s)\s+{_REPORTER}\s+(?:saying|reporting|writing|claiming)\b{_SO}",
        # what The Gull says · who, The Gull reported, was
        rf"{_CLAUSE}\s*{_REPORTER}\s+(?:(?:has|have|had)\s+)?{_SAYS}{_SO}(?:\s*,)?",
        # according to The Gull · as was reported by The Gull · quoted in articles from May
        rf"(?:,\s*)?\b(?:according\s+to|per)\s+{_REPORTER}(?:\s*,)?",
        rf"(?:,\s*)?\b(?:as\s+)?{_IS}?{_REPORTED}\s+(?:by|in|from)\s+{_REPORTER}(?:\s*,)?",
        rf"{_WHAT}\s+(?:in|by|from)\s+{_REPORTER}",
        rf"^\W*(?:in|from)\s+{_REPORTER}\s*,",
        # The Gull's account · articles from May · what was reported last week
        rf"(?:(?<=what)(?:['’]s|\s+{_IS})\s*|\b(?:do|does|did|in|from|by|of|per)\s+)?{_ARTICLES}",
        rf"{_WHAT}\s+{_IS}?(?:reported|published|written|printed)\s+{_DATE}",
    )
]
"""Words that make outlets or articles the ones that report, and dates the ones of their reports."""
_BESIDE = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:what|how)\s+about\s+{_OUTLETS}\W*$",
        rf"\b(?:while|whereas|than|from|by|as|and|but)\s+{_ONE}{_OUTLET}",
        rf"\b(?:published|printed|the\s+one|another)\s+{_DATE}",
        rf"^\W*{_DATE}\s*,?",
    )
]
"""Words that do so beside such words."""
_WHAT_OF = re.compile(
    rf"\b(what(?:\s+else)?)[\s{_CUT}]*{_CUT}[\s,]*(?:about|on|of|regarding|concerning)\b", re.IGNORECASE
)
_AND_WHO = re.compile(
    r"(?:\s*[,;–—-]\s*(?:and\s+)?|\s+and\s+)(?:according\s+to\s+whom|who\s+(?:exactly\s+)?(?:says?|said|claims?|claimed"
    r"|tells?|told|reports?|reported)(?:\s+(?:so|it|that|this|us))?)\W*$",
    re.IGNORECASE,
)
"""The end of a question that asks for what every quote tells: ", and who says so?"."""
_WEEK = re.compile(r"\b(?:this|last|past|previous)\s+week", re.IGNORECASE)
_LATEST = re.compile(r"\b(?:latest|newest|recent(?:ly)?)\b", re.IGNORECASE)
_AFTER_DAYS = re.compile(r"^(?: (?:morning|afternoon|evening|night)\b)?[ ,]*", re.IGNORECASE)
"""What goes with the name of a day."""


@dataclass(frozen=True, slots=True)
class Event:
    """The day from which on articles can tell of an event, and the words that name it in any others, as a pattern."""

    first: str
    named: str

    def suits(self, article: StoredArticle) -> bool:
        """Whether an article may well tell of the event: it has no date, was published since, or names the day."""
        published = article.published or ""
        if not re.match(r"\d{4}-", published) or published[:10] >= self.first:
            return True
        return bool(self.named and re.search(self.named, f"{article.title}\n{article.text}"))


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question asks, and of which articles.

    `understood` tells whether the question itself narrowed them. `event` lets some of them fit better. `empty` are the
    ones that the question asked for when the library has none, so that it was asked of more.
    """

    question: str
    among: Among = field(default_factory=Among)
    understood: bool = False
    event: Event | None = None
    empty: Among | None = None

    def under(self, given: Among) -> Scope:
        """The scope when somebody has chosen articles by hand, which goes before what was understood."""
        if given == Among():
            return self
        outlets = () if given.outlet or given.outlets or given.article else self.among.outlets
        by_hand = given.after or given.before or given.article
        after, before = (given.after, given.before) if by_hand else (self.among.after, self.among.before)
        undated = self.among.undated and not by_hand
        among = replace(given, outlets=given.outlets or outlets, after=after, before=before, undated=undated)
        return replace(self, among=among, understood=among != given)


def scope_among(
    question: str, outlets: frozenset[str], today: date, given: Among, exist: Callable[[Among], bool]
) -> Scope:
    """What a question asks of the articles that are there: what narrows it to none of them is not heeded.

    `given` was chosen by hand; `exist` tells whether there are such articles.
    """
    scope = scope_of(question, outlets, today).under(given)
    # That some article has no date does not make it one of these days.
    dated = replace(scope.among, undated=False)
    if not scope.understood or exist(dated):
        return scope
    of_any_day = replace(scope.among, after=given.after, before=given.before, undated=False)
    if of_any_day.outlets and exist(of_any_day):
        return replace(scope, among=of_any_day, empty=dated)
    return Scope(question, given, event=scope.event, empty=dated)


def scope_then(scope: Scope, today: date, exist: Callable[[Among], bool]) -> Scope | None:
    """What a question that gives the day of an event asks of the articles of that day, None when there are none.

    The day is cut from the question: an article seldom names the day on which it appears. Days that articles were
    narrowed to already, by hand or by the question, stay.
    """
    days = next((days for days in days_in(scope.question, today) if days.first and not days.recent), None)
    if days is None or days.first is None or scope.empty or scope.among.after or scope.among.before:
        return None
    before = (days.last + timedelta(LOOSE_DAYS)).isoformat() if days.last else None
    among = replace(scope.among, after=days.first.isoformat(), before=before)
    question = f"{scope.question[: days.start].rstrip(' ,')} {_AFTER_DAYS.sub('', scope.question[days.end :])}".strip()
    question = re.sub(r" (?=[?.!]*$)", "", question)
    return Scope(question, among, understood=True) if _asks(question) and exist(among) else None


def scope_of(question: str, outlets: frozenset[str], today: date) -> Scope:
    """What a question asks, and of which articles, in a library with these outlets, on a day."""
    if _MARKS.search(question):
        return Scope(question)
    rest = _AND_WHO.sub("?", question)
    question = rest if _asks(rest) else question
    marked = _Marked(question, outlets, today)
    marked.cut_reporting()
    event = marked.event() or _latest(question, today)
    among = marked.among()
    if among == Among():
        return Scope(question, event=event)
    rest = marked.rest()
    # "What did The Gull say?" leaves nothing to search for.
    return Scope(rest if _asks(rest) else question, among, understood=True, event=event)


def _asks(text: str) -> bool:
    """Whether there is anything to search for."""
    return any(form not in STOP_TERMS for form in forms(text))


@dataclass(frozen=True, slots=True)
class _Mention:
    """Outlets and days of reports that a question mentions together, in its sentence of that number."""

    outlets: frozenset[str]
    days: tuple[Days, ...]
    sentence: int


class _Marked:
    """A question with its outlets and dates marked, from which those that narrow it are cut."""

    def __init__(self, question: str, outlets: frozenset[str], today: date) -> None:
        self.question = self.text = question
        self.today = today
        self.outlets = list(outlets_in(question, outlets))[:256]
        hidden = question
        for start, end, _ in self.outlets:
            hidden = hidden[:start] + _CUT * (end - start) + hidden[end:]
        self.days = days_in(hidden, today)[:256]
        self.mentions: list[_Mention] = []
        spans = [(start, end, chr(_FIRST_OUTLET + i)) for i, (start, end, _) in enumerate(self.outlets)]
        spans += [(days.start, days.end, chr(_FIRST_DATE + i)) for i, days in enumerate(self.days)]
        for start, end, mark in sorted(spans, reverse=True):
            self.text = self.text[:start] + mark + self.text[end:]

    def cut_reporting(self) -> None:
        """Cut what says who reported, and when."""
        for pattern in _REPORTING if self.outlets or self.days else []:
            self.text = pattern.sub(self._cut, self.text)
        for pattern in _BESIDE if self.mentions else []:
            self.text = pattern.sub(self._cut, self.text)

    def _cut(self, found: re.Match[str]) -> str:
        outlets = [self.outlets[ord(mark) - _FIRST_OUTLET] for mark in re.findall(_OUTLET, found[0])]
        days = self._days(found[0])
        sentence = self._sentence(*(start for start, _, _ in outlets), *(told.start for told in days))
        names = frozenset(name for _, _, names in outlets for name in names)
        self.mentions.append(_Mention(names, tuple(days), sentence))
        return f" {_CUT} "

    def _sentence(self, *places: int) -> int:
        return self.question.count("?", 0, min(places))

    def _days(self, text: str) -> list[Days]:
        return [self.days[ord(mark) - _FIRST_DATE] for mark in re.findall(_DATE, text)]

    def among(self) -> Among:
        """The articles that the question asks of. A follow-up's words, in a last sentence, go before earlier ones."""
        reporters = self._reporters()
        outlets = frozenset(name for mention in reporters for name in mention.outlets)
        dated = [mention for mention in self.mentions if mention.days]
        # Of several outlets each must have its days: else some are asked for whatever they ever said.
        reported = [days for mention in dated for days in mention.days] if len(dated) >= len(reporters) else []
        happened = [self._until_today(days) for days in self._days(self.text) if days.recent and days.first]
        latest = max((self._sentence(days.start) for days in [*reported, *happened]), default=0)
        told = [days for days in [*reported, *happened] if self._sentence(days.start) == latest]
        first, last = [days.first for days in told if days.first], [days.last for days in told if days.last]
        return Among(
            outlets=tuple(sorted(outlets)),
            after=min(first).isoformat() if first and len(first) == len(told) else None,
            before=max(last).isoformat() if last and len(last) == len(told) else None,
            undated=bool(told) and all(days in happened for days in told),
        )

    def _until_today(self, days: Days) -> Days:
        """The days on which articles tell of what happened "this week": till now, and weeks begin where one likes."""
        assert days.first is not None
        early = LOOSE_DAYS if _WEEK.search(self.question, days.start, days.end) else 0
        return replace(days, first=days.first - timedelta(early), last=self.today)

    def _reporters(self) -> list[_Mention]:
        named = [mention for mention in self.mentions if mention.outlets]
        return [mention for mention in named if mention.sentence == max(other.sentence for other in named)]

    def event(self) -> Event | None:
        """The first event whose day the question gives."""
        told = (days for days in self._days(self.text) if days.first and not days.recent)
        return next((Event(days.first.isoformat(), days.named) for days in told if days.first), None)

    def rest(self) -> str:
        """The question without what narrows it; one that sets outlets against each other stays as it is."""
        if len(self._reporters()) > 1:
            return self.question
        text = _WHAT_OF.sub(r"\1 about", self.text)
        text = " ".join(_MARKS.sub(self._restored, text).split())
        text = re.sub(r"\s+(?=[,.?!;:])", "", text).lstrip(" ,.?!;:")
        return text[:1].upper() + text[1:] if self.question[:1].isupper() else text

    def _restored(self, mark: re.Match[str]) -> str:
        if mark[0] == _CUT:
            return " "
        if re.match(_OUTLET, mark[0]):
            start, end, _ = self.outlets[ord(mark[0]) - _FIRST_OUTLET]
            return self.question[start:end]
        (days,) = self._days(mark[0])
        return " " if days.recent and days.first else self.question[days.start : days.end]


def _latest(question: str, today: date) -> Event | None:
    """For somebody who asks for the latest or what happened recently, the last few days."""
    return Event((today - timedelta(LATEST_DAYS)).isoformat(), "") if _LATEST.search(question) else None
