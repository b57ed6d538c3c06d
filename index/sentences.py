"""Article text -> sentence spans, exact to the code point.

A text is read as paragraphs (blank lines between them), lines and words. A sentence ends with its paragraph, with a
line that was broken on purpose (a heading, a list item, a verse), and after a word that carries a stop, unless the
word is an abbreviation or what follows goes on with the sentence. Sentences inside a quotation are sentences of their
own; closing quotation marks, brackets and footnote marks stay with the sentence they close. A run that does not end
is broken, so that whatever is quoted can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

SENTENCE_LENGTH = 1000
"""Characters a sentence may have; a longer run is broken at a semicolon, else a comma, a space, or anywhere."""
STOPS = ".!?…。！？"
CLOSERS = "\"'”’»›」』)]}）"
"""Marks that stay with the sentence they close, after its stop."""
CLOSING_QUOTES = ('"', "''", "”", "’”", "»")
OPENING_QUOTES = "\"'“„«‹‘"
SPACES = " \u00a0\u202f"
DASHES = "-–—―"
BULLETS = "•▪◦●■▶►✓·"

TITLES = frozenset(
    """Adm Amb Ald Assoc Asst Atty Brig Bros Capt Cmdr Col Cpl Del Det Dr Drs Fr Gen Gov Hon Insp Lt Maj Messrs Mlle
    Mme Mr Mrs Ms Msgr Mx Ofc Pfc Pres Prof Pvt Reps Rep Rev Sen Sens Sgt Sra Supt Ven eg ie e.g i.e cf vs v
    viz ca approx т.е акад ген гр доц зам им ул пл просп пер напр проф тов св полк кап лейт""".split()
)
"""Abbreviations that always lean on the word after them."""
BEFORE_FIGURES = frozenset("No Nos no nos p pp Art art sec Fig fig Vol vol Ch ch para стр ст рис гл п №".split())
"""Abbreviations before a figure, and words or ends of sentences before anything else."""
MAY_END = frozenset(
    """Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Inc Corp Co Cos Ltd Jr Sr St Ste Mt Ft Ave Blvd Rd Hwy Dept Univ
    Assn Bros Ph Phil Esq Intl Natl Govt Sec Dir корп обл респ""".split()
)
"""Abbreviations in the middle or at the end of a sentence: the word after them decides."""
PLACES = frozenset(
    """Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
    Tenn Tex Va Vt Wash Wis Wisc Wyo N.Y N.J N.C N.D N.H N.M S.C S.D R.I D.C W.Va B.C P.R""".split()
)
"""Places after a town or a party ("Elm Falls, N.Y."); they lean on nothing but the dash or bracket of a dateline."""
STARTERS = frozenset(
    """The A An He She It They We You I This That These Those His Her Its Their Our My There Here But And Or So Yet If
    When While After Before Although Though Because Since As At By For From In On To With Under Over During Until
    Despite Instead However Meanwhile Also Then Now Still Even Not Once Both Some Many Most Other Others Another Such
    What Why How Who Where Which Last Earlier Later More Nearly About According Among Since Only
    Initially Finally Recently Currently Eventually Ultimately Separately It’s It's He’s
    He's She’s She's That’s That's There’s There's We’re We're They’re They're I’m I'm Just
    В На Он Она Они Оно Это Эти По Но И А С У К О За Из От До Для Как Так Мы Вы Я Что Если Когда После При Также
    Однако Все Его Её Их Там Здесь""".split()
)
"""Capitalised words that open a sentence and hardly ever follow an abbreviation inside one."""
TIMES_AND_LISTS = frozenset("a.m p.m A.M P.M т.д т.п".split())
"""They end a sentence unless a word of time follows."""
TIME_WORDS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST CET
    UTC IST Jan Feb March April May June July Aug Sept Oct Nov Dec January February August September October November
    December Eastern Central Mountain Pacific Greenwich Moscow""".split()
)
"""What goes on with a sentence after "a.m." and "p.m."."""
LABELS = frozenset("war part act plan vitamin type class grade phase title chapter section group category".split())
"""Words whose single letter is a label, not somebody's initial: "Plan B." """
CUES = frozenset(
    """said says asked asks told wrote writes replied added shouted cried exclaimed wondered joked quipped tweeted
    recalled explained continued demanded responded answered declared""".split()
)
LAST_CUES = frozenset(
    """enquired inquired marvelled mused muttered queried questioned remarked retorted scoffed screamed shrugged
    whispered yelled""".split()
)
"""Those after which nothing may follow: "Brandt shrugged and left" stands by itself."""
NAME_LENGTH = 5
"""Words that a name between a quotation and its cue may have."""

_BLANK_LINE = re.compile(r"\n\s*\n")
_LINE = re.compile(r"\S[^\n]*+")
_ITEM = re.compile(rf"[{BULLETS}]|[-–—*+]\s|\(?\d{{1,3}}[.)]\s|\(?[a-z]\)\s")
_TOKEN = re.compile(r"""\S++(?:[^\S\n]++(?:[.!?…”»›)\]][.!?…"'”’»›)\]]*+|\[\d{1,3}\])(?!\S))*+""")
_CLOSED = rf"[{re.escape(CLOSERS)}]*+"
_GLUED = re.compile(
    rf"(?<![{STOPS}])[.!?…]++{_CLOSED}(?=[“«‘„(\[]{{0,2}}[^\W\da-zа-я_][^\W\dA-ZА-Я_])"
    rf"|(?<=[a-zа-я]{{2}})[.!?…]{_CLOSED}(?=[“«‘„(\[]{{0,2}}[AIЯ]\b)|[。！？]++{_CLOSED}"
)
"""A stop without the space that should follow it."""
_ADDRESS = re.compile(r"://|[@_=/\\]|\bwww\.|\.[a-z0-9]|\.(?:Com|Org|Net|Gov|Edu|Io|Js|Pdf|Docx?|Txt|Html?)\b")
"""What stands in web and mail addresses and in the names of files and programs, where a stop is only a dot."""
_NOTES = re.compile(r"\s*(?:\[\d{1,3}\]|[¹²³⁰-⁹])+$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|Ph\.D")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,3}")
_MARKER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]")
_BREAKS = tuple(
    re.compile(pattern) for pattern in (rf";{_CLOSED}\s|；", rf"[,:]{_CLOSED}\s|[，、：]|\s(?=[{DASHES}]\s)", r"\s")
)
"""After what a run is broken, the best first."""
_FIGURE = re.compile(r"\d.*|[IVXLC]+")


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence as a slice `text[start:end]`, without surrounding white space, in the given 1-based paragraph."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with the marks around it: `text[start:end]`, and it reads `opening core stops closing`.

    `stops` is empty, or runs from the core's end to the last stop: ".", "?!", "…", ").". `comma`: it ends with one.
    """

    start: int
    end: int
    opening: str = ""
    core: str = ""
    stops: str = ""
    closing: str = ""
    comma: bool = False


def split(text: str) -> list[Sentence]:
    """The sentences of a cleaned article text, in order, never overlapping; together they hold all its words."""
    return [
        Sentence(start, end, number)
        for number, paragraph in enumerate(_paragraphs(text), 1)
        for block in _blocks(text, *paragraph)
        for sentence in _sentences(_words(text, *block))
        for start, end in _broken(text, *sentence)
    ]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        if text[start : blank.start()].strip():
            yield start, blank.start()
        start = blank.end()
    if text[start:].strip():
        yield start, len(text)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph, joined again where a line goes on in the next."""
    lines = [line.span() for line in _LINE.finditer(text, start, end)]
    contents = [text[a:b].rstrip() for a, b in lines]
    wrapped = _is_wrapped(contents)
    first = start
    for (_, here), (line, line_after) in zip(lines, pairwise(contents), strict=False):
        goes_on = wrapped or line_after[0].islower() or line.endswith(",")
        if not goes_on or _ITEM.match(line_after):
            yield first, here
            first = here
    yield first, end


def _is_wrapped(lines: list[str]) -> bool:
    """Whether running text was broken into lines of one width: each break stands where the next word had no room."""
    width = max(map(len, lines))
    return 50 <= width <= 120 and all(len(a) + 1 + len(b.split(maxsplit=1)[0]) > width for a, b in pairwise(lines))


def _sentences(words: list[_Word]) -> Iterator[tuple[int, int]]:
    first = 0
    for i, word in enumerate(words):
        if i + 1 == len(words) or _ends(words, i, first):
            yield words[first].start, word.end
            first = i + 1


def _broken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the parts of one that is too long."""
    while end - start > SENTENCE_LENGTH:
        cut = _best_break(text, start, start + SENTENCE_LENGTH)
        yield start, start + len(text[start:cut].rstrip())
        while text[cut].isspace():
            cut += 1
        start = cut
    yield start, end


def _best_break(text: str, start: int, last: int) -> int:
    """Where to break a run that begins at `start`: in its second half up to `last`, and inside no character."""
    for pattern in _BREAKS:
        places = [found.end() for found in pattern.finditer(text, (start + last) // 2, last)]
        if places:
            return places[-1]
    import regex  # type: ignore[import-untyped]

    # What people see as one character may be several code points; enough are read to see the last one whole.
    seen = [found.start() for found in regex.compile(r"\X").finditer(text, start, last + 50)]
    return max((place for place in seen if start < place <= last), default=last)


def _words(text: str, start: int, end: int) -> list[_Word]:
    """The words of a block. Marks that stand alone belong to the word after them, at the end to the word before."""
    words: list[_Word] = []
    waiting = None
    for a, b in _pieces(text, start, end):
        begin = a if waiting is None else waiting
        waiting = begin
        if any(map(str.isalnum, text[a:b])):
            words.append(_take_apart(text[begin:b], begin))
            waiting = None
    if waiting is not None:
        begin = words.pop().start if words else waiting
        words.append(_take_apart(text[begin:b], begin))
    return words


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between spaces, cut once more where the space after a stop is missing ("incidents.Brandt")."""
    for token in _TOKEN.finditer(text, start, end):
        cuts = [] if _ADDRESS.search(token[0]) else [glued.end() for glued in _GLUED.finditer(token[0])]
        for a, b in pairwise([0, *cuts, len(token[0])]):
            if a < b:
                yield token.start() + a, token.start() + b


def _take_apart(word: str, start: int) -> _Word:
    without_notes = word[:-24] + _NOTES.sub("", word[-24:])
    body = without_notes.rstrip(CLOSERS + "“" + SPACES)  # “ closes a German quotation
    stem = body.rstrip(STOPS + SPACES)
    at = next((i for i, letter in enumerate(stem) if letter.isalnum() or letter in "$€£#@"), len(stem))
    core = stem[at:].rstrip(CLOSERS + ",;:")
    stops = body[at + len(core) :].strip() if len(stem) < len(body) else ""
    return _Word(start, start + len(word), stem[:at], core, stops, word[len(body) :].strip(), word.endswith(","))


def _ends(words: list[_Word], i: int, first: int) -> bool:
    """Whether the sentence that begins with the word `first` ends after the word `i`, which is not the last one."""
    word, after = words[i], words[i + 1]
    if not word.stops or (i == first and _MARKER.fullmatch(word.core + word.stops)):
        return False
    if after.opening.startswith(tuple(BULLETS)):
        return True
    if word.stops == "." and _leans(words[i - 1] if i > first else None, word, after):
        return False
    if after.core[:1].islower() and not after.core[1:2].isupper():
        return any(mark in OPENING_QUOTES for mark in after.opening)
    if "…" in word.stops or ".." in word.stops:
        return word.core.lower() != after.core.lower()
    return word.stops == "." or not word.closing or not _cue_follows(words, i)


def _leans(before: _Word | None, word: _Word, after: _Word) -> bool:
    """Whether a full stop only marks an abbreviation that goes on: "Gen. Brandt", "Jan. 24", "U.S. Senate"."""
    core = re.split(r"[-–—/:]", word.core)[-1]
    known = core.capitalize() if core.isupper() and after.core.isupper() and len(core) > 1 else core
    in_brackets = word.opening.endswith(("(", "[")) and word.closing.startswith((")", "]"))
    dateline = after.opening.startswith((*DASHES, "("))
    if in_brackets or known in TITLES:
        return True
    if known in BEFORE_FIGURES:
        return _FIGURE.fullmatch(after.core) is not None
    is_place = core in PLACES and before is not None and before.comma
    if is_place or core in TIMES_AND_LISTS:
        return dateline or after.core.split("/")[0] in TIME_WORDS
    ended = word.closing.startswith(CLOSING_QUOTES) or after.core.startswith(("$", "€", "£"))
    if ended or not (known in MAY_END or _is_short(before, core)):
        return False
    is_initial = len(after.core) == 1 and after.stops != ""
    return dateline or is_initial or after.core not in STARTERS


def _is_short(before: _Word | None, core: str) -> bool:
    """Whether it looks like an abbreviation: an initial ("J.", but not "Plan B."), "U.S.", or no vowel ("Blvd.")."""
    if len(core) == 1 and before and (before.core.lower() in LABELS or (core.islower() and before.core[-1:].isdigit())):
        return False
    return bool(_DOTTED.fullmatch(core) or _NO_VOWEL.fullmatch(core) or (len(core) == 1 and core.isalpha()))


def _cue_follows(words: list[_Word], i: int) -> bool:
    """Whether a name and a cue follow the quotation that closes with the word `i`: "“Why?” Brandt asked." """
    for word in words[i + 1 : i + 2 + NAME_LENGTH]:
        if word.core in CUES or (word.core in LAST_CUES and word.stops):
            return True
        if not word.core[:1].isupper() or (word.core in STARTERS and word.core != "I"):
            return False
    return False
