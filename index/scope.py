"""A question's text -> what it asks, and which articles it asks of: "What did The Gull say last week about the ferry?"

Two kinds of words narrow a question. An outlet does when the library has it and the question's grammar makes it the
one that reports; a body in the news that is called like an outlet stays what the question is about. Days do when they
say when something was reported, or are told from the day of asking ("last week"). The day of an event leaves no article
out, since events are told of afterwards and announced before: it only makes some articles fit better.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from index.catalog import Among, StoredArticle
from index.days import Days, days_in
from index.terms import STOP_TERMS, forms

LATEST_DAYS = 7
"""How old the news may be that somebody expects who asks for the latest."""

# The grammar is read with each outlet and each date replaced by a private character; a third one marks what was cut.
_FIRST_OUTLET, _FIRST_DATE, _CUT = 0xE000, 0xE100, "\ue200"
_MARKS = re.compile("[\ue000-\ue200]")
_OUTLET, _DATE = "[\ue000-\ue0ff]", "[\ue100-\ue1ff]"
_OUTLETS = rf"(?:the\s+)?{_OUTLET}(?:(?:\s*,|\s+and|\s+or)\s+(?:the\s+)?{_OUTLET})*"
_THE = r"(?:(?:the|any|all|some|recent)\s+)*(?:news\s+)?"
_PUBLISHED = r"(?:(?:published|written|printed|that\s+appeared)\s+)?"
_NOUN = r"(?:articles?|accounts?|reports?|stor(?:y|ies)|coverage|pieces?|reporting|versions?|interviews?)\b"
_PIECE = r"(?:articles?|stor(?:y|ies)|coverage|pieces?|interviews?)\b"
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
    r"|quote[sd]?|cite[sd]?|conclude[sd]?|name[sd]?)\b"
    rf"|report(?:s|ed)?\b{_OF_ITSELF}|(?:publish|print)(?:es|s|ed)?\b(?=\s*(?:\?|$|about\b|on\b|{_DATE})))"
)
_SO = rf"(?:\s+(?:us|readers)\b)?(?:\s*,?\s*{_DATE})?(?:\s+(?:that|whether|if)\b)?"
_REPORTED = r"(?:reported|written|published|printed|said|stated|told|claimed|described|covered|quoted|mentioned|named)"
_IS = r"(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)"
_WHAT = r"(?:(?<=\bwhat)|(?<=\banything)|(?<=\bsomething)|(?<=\bnothing))"
_CLAUSE = r"(?:^|(?<=,)|(?<=\bas)|(?<=\bwho)|(?<=\bhow)|(?<=\bwhy)|(?<=\bwhat)|(?<=\bwhen)|(?<=\bwhere)|(?<=\bwhich))"

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
_INSTEAD = re.compile(rf"\b(?:what|how)\s+about\s+{_OUTLETS}\W*$", re.IGNORECASE)
_LATEST = re.compile(r"\b(?:latest|newest|most recent(?:ly)?)\b", re.IGNORECASE)

_WORD = re.compile(r"[^\W_]+(?:[.’'-](?!s\b)[^\W_]+)*|&")
_SITE = re.compile(r"\.(?:com|org|net|info|news|example|co\.[a-z]{2}|[a-z]{2})$")
_PAPER_WORDS = frozenset(
    "argus bulletin chronicle courier dispatch echo enquirer examiner express gazette globe guardian herald inquirer "
    "journal mail mirror observer post record register review sentinel standard star sun telegraph times tribune "
    "voice".split()
)
"""Last words of an outlet's name that may stand for all of it: "the Gazette"."""
_SMALL_WORDS = frozenset("the and of for in on".split())
_OPTIONAL_WORDS = frozenset("news online newspaper newspapers website magazine".split())


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
        among = replace(given, outlets=given.outlets or outlets, after=after, before=before)
        return replace(self, among=among, understood=among != given)


def scope_among(
    question: str, outlets: frozenset[str], today: date, given: Among, exist: Callable[[Among], bool]
) -> Scope:
    """What a question asks of the articles that are there: what narrows it to none of them is not heeded.

    `given` was chosen by hand; `exist` tells whether there are such articles.
    """
    scope = scope_of(question, outlets, today).under(given)
    if not scope.understood or exist(scope.among):
        return scope
    of_any_day = replace(scope.among, after=given.after, before=given.before)
    if of_any_day.outlets and exist(of_any_day):
        return replace(scope, among=of_any_day, empty=scope.among)
    return Scope(question, given, event=scope.event, empty=scope.among)


def scope_of(question: str, outlets: frozenset[str], today: date) -> Scope:
    """What a question asks, and of which articles, in a library with these outlets, on a day."""
    if _MARKS.search(question):
        return Scope(question)
    marked = _Marked(question, outlets, today)
    marked.cut_reporting()
    event = marked.event() or _latest(question, today)
    among = marked.among()
    if among == Among():
        return Scope(question, event=event)
    rest = marked.rest()
    # "What did The Gull say?" leaves nothing to search for.
    asks = any(form not in STOP_TERMS for form in forms(rest))
    return Scope(rest if asks else question, among, understood=True, event=event)


class _Marked:
    """A question with its outlets and dates marked, from which those that narrow it are cut."""

    def __init__(self, question: str, outlets: frozenset[str], today: date) -> None:
        self.question = question
        self.outlets = list(_outlets_in(question, _names(outlets)))
        hidden = question
        for start, end, _ in self.outlets:
            hidden = hidden[:start] + "\ue200" * (end - start) + hidden[end:]
        self.days = days_in(hidden, today)
        self.reporters: frozenset[str] = frozenset()
        self.reported: list[Days] = []
        spans = [(start, end, chr(_FIRST_OUTLET + i)) for i, (start, end, _) in enumerate(self.outlets[:256])]
        spans += [(days.start, days.end, chr(_FIRST_DATE + i)) for i, days in enumerate(self.days[:256])]
        self.text = question
        for start, end, mark in sorted(spans, reverse=True):
            self.text = self.text[:start] + mark + self.text[end:]

    def cut_reporting(self) -> None:
        """Cut what says who reported, and when."""
        if not self.outlets and not self.days:
            return
        last = -1
        for pattern in [*_REPORTING, _INSTEAD]:
            if pattern is _INSTEAD and not self.reporters:
                continue
            for found in pattern.findall(self.text):
                outlets = self._outlets(found)
                # Of several, the last is meant: a follow-up stands behind the question that it follows.
                if outlets and max(outlets) > last:
                    last, self.reporters = max(outlets), frozenset().union(*(self.outlets[i][2] for i in outlets))
                self.reported += self._days(found)
            self.text = pattern.sub(f" {_CUT} ", self.text)
        opening = re.match(rf"\W*({_DATE})\s*,?\s*", self.text)
        if opening and self.reporters:
            self.reported += self._days(opening[1])
            self.text = self.text[opening.end() :]

    @staticmethod
    def _outlets(text: str) -> list[int]:
        return [ord(mark) - _FIRST_OUTLET for mark in re.findall(_OUTLET, text)]

    def _days(self, text: str) -> list[Days]:
        return [self.days[ord(mark) - _FIRST_DATE] for mark in re.findall(_DATE, text)]

    def among(self) -> Among:
        """The articles that the question asks of."""
        recent = [days for days in self._days(self.text) if days.recent and days.first]
        first = [days.first for days in [*self.reported, *recent] if days.first]
        last = [days.last for days in self.reported if days.last]
        return Among(
            outlets=tuple(sorted(self.reporters)),
            after=first[-1].isoformat() if first else None,
            before=last[-1].isoformat() if last else None,
        )

    def event(self) -> Event | None:
        """The first event whose day the question gives."""
        told = (days for days in self._days(self.text) if days.first and not days.recent)
        return next((Event(days.first.isoformat(), days.named) for days in told if days.first), None)

    def rest(self) -> str:
        """The question without what narrows it."""
        text = re.sub(
            rf"\b(what(?:\s+else)?)[\s{_CUT}]*{_CUT}[\s,]*(?:about|on|of|regarding|concerning)\b",
            r"\1 about",
            self.text,
            flags=re.IGNORECASE,
        )
        text = " ".join(_MARKS.sub(self._restored, text).split())
        text = re.sub(r"\s+(?=[,.?!;:])", "", text).lstrip(" ,.?!;:")
        return text[:1].upper() + text[1:] if self.question[:1].isupper() else text

    def _restored(self, mark: re.Match[str]) -> str:
        at = ord(mark[0])
        if at < _FIRST_DATE:
            start, end, _ = self.outlets[at - _FIRST_OUTLET]
            return self.question[start:end]
        if mark[0] == _CUT or (self.days[at - _FIRST_DATE].recent and self.days[at - _FIRST_DATE].first):
            return " "
        days = self.days[at - _FIRST_DATE]
        return self.question[days.start : days.end]


def _latest(question: str, today: date) -> Event | None:
    """For somebody who asks for the latest, the last few days."""
    return Event((today - timedelta(LATEST_DAYS)).isoformat(), "") if _LATEST.search(question) else None


def _outlets_in(question: str, names: Names) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where outlets are named: start, end, and the outlets that are so called; the longest name that fits goes first.

    Names begin with capitals, unless the question has none but its first; then only whole names are recognised.
    """
    words = list(_WORD.finditer(question))
    keys = [_key(word[0]) for word in words]
    capitals = any(map(str.isupper, question[1:]))
    at = 0
    while at < len(words):
        for after in range(min(len(words), at + names.longest) if keys[at] else 0, at, -1):
            start, end = words[at].start(), words[after - 1].end()
            outlets = names.called(question[start:end], "".join(keys[at:after]), capitals) if keys[after - 1] else None
            if outlets:
                yield start, end, outlets
                at = after - 1
                break
        at += 1


@dataclass(frozen=True, slots=True)
class Names:
    """What outlets may be called -> the outlets: by their names in normal form, or by what is short for only one."""

    full: Mapping[str, frozenset[str]]
    short: Mapping[str, frozenset[str]]
    longest: int

    def called(self, words: str, key: str, capitals: bool) -> frozenset[str] | None:
        """The outlets of a name as it stands in a question, with its normal form; None when there are none."""
        outlets = self.full.get(key) or (self.short.get(key) or self.short.get(words) if capitals else None)
        if outlets and capitals and any(word[0].islower() and word not in _SMALL_WORDS for word in words.split()):
            return None
        return outlets


@lru_cache(maxsize=4)
def _names(outlets: frozenset[str]) -> Names:
    full, short = defaultdict(set), defaultdict(set)
    for outlet in outlets:
        if key := _key(outlet):
            full[key].add(outlet)
            for name in _short_names(outlet):
                short[name].add(key)
    known = {key: frozenset(same) for key, same in full.items()}
    unambiguous = {name: known[next(iter(keys))] for name, keys in short.items() if len(keys) == 1}
    return Names(known, unambiguous, max((len(_WORD.findall(outlet)) for outlet in outlets), default=0))


def _short_names(outlet: str) -> Iterator[str]:
    """Initials of three words or more (in capitals), the last word of a paper's name, a name without "News"."""
    words = [word for word in re.findall(r"[^\W_]+", outlet) if word.lower() != "the"]
    initials = "".join(word[0] for word in words)
    if len(words) > 2 and initials.isupper():
        yield initials
    if len(words) > 1 and words[-1].lower() in _PAPER_WORDS:
        yield _key(words[-1])
    if len(words) > 1 and words[-1].lower() in _OPTIONAL_WORDS:
        yield _key(" ".join(words[:-1]))


def _key(name: str) -> str:
    """The normal form of an outlet's name: "The Harbour-Gazette", "harbourgazette.com" -> "harbourgazette"."""
    folded = unicodedata.normalize("NFKD", name).casefold().strip()
    site = _SITE.sub("", folded.removeprefix("www."))
    if site != folded:
        site = site.removeprefix("the")
    words = re.findall(r"[^\W_]+", "".join(c for c in site if not unicodedata.combining(c)))
    return "".join(word for word in words if word not in ("the", "and"))
