import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.answer import Account, Answer
from bot.telegram_html import LONG_QUOTE, MESSAGE_LENGTH, messages, pieces, shown_length, units
from bot.telegram_words import RUSSIAN
from index.catalog import Among, StoredArticle
from index.quotes import Quote
from index.scope import Scope
from index.sentences import Sentence
from index.voice import Speaker
from tests.telegram_judge import Refused, read_message

GOLDEN = Path(__file__).parent / "golden"

PLAIN = "The kiln in Osterby went cold on Friday."
SAID = "“We ran out of clay & wood,” said Ilse Brandt, who keeps the kiln."
REPORTED = "Neighbours <said> the wood was stolen."


def article(text, sentences=None, **changes):
    whole = (Sentence(0, len(text), 1),)
    about = ("b" * 64, "A cold kiln", "The Osterby Echo", None, "2031-04-02", ("https://echo.example/kiln?a=1&b=2",))
    stored = StoredArticle(1, "kiln", *about, True, text, sentences or whole, (), ())
    return replace(stored, **changes)


def sentences_of(*lines):
    """An article of one paragraph with these sentences."""
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    return article(" ".join(lines), tuple(Sentence(s, s + len(line), 1) for s, line in zip(starts, lines, strict=True)))


KILN = sentences_of(PLAIN, SAID, REPORTED)


def quote(words=None, speaker=None, source=KILN):
    words = words or source.text
    start = source.text.index(words)
    return Quote(source, start, start + len(words), speaker or Speaker(), 0.9)


def answered(*quotes, **changes):
    accounts = (Account(tuple(range(len(quotes)))),)
    return replace(Answer("Why is it cold?", "Why is it cold?", True, None, quotes, 0.9, (), accounts), **changes)


BRANDT = Speaker("named", "Ilse Brandt", "who keeps the kiln", ("Kiln & Clay",), "said")
NEIGHBOURS = Speaker("unnamed", "Neighbours", cue="said")
LONG = " ".join([SAID] * 9)

ANSWERS = {
    "named": answered(quote(SAID, BRANDT)),
    "own_voice": answered(
        quote(PLAIN, source=replace(KILN, title=None, outlet=None, origins=("/home/keeper/kiln.txt",)))
    ),
    "follow_up": answered(quote(REPORTED, NEIGHBOURS), asked="Why is the kiln in Osterby cold?"),
    "differing": answered(
        quote(SAID, BRANDT),
        quote(PLAIN),
        quote(REPORTED, NEIGHBOURS),
        accounts=(Account((0, 1)), Account((2,))),
        differs_on="why the wood is gone",
    ),
    "syndicated": answered(
        replace(
            quote(SAID, BRANDT), also=(quote(SAID, BRANDT, replace(KILN, title="Kiln <cold>", outlet="The Gull")),)
        ),
        scope=Scope("Why is it cold?", Among(after="2031-04-01"), understood=True),
    ),
    "long": answered(quote(source=article(LONG))),
    "refused": Answer("Who won?", "Who won?", False, "nothing_relevant", (), 0.1, ("<won>",)),
    "empty": Answer("Who won?", "Who won?", False, "empty_library", (), 0.0),
}


def quoted(answer):
    """The words in block quotes of each message, as Telegram keeps them."""
    return [re_read(text, entities) for text, entities in (read_message(m, "HTML") for m in messages(answer))]


def re_read(text, entities, *types):
    """The words in entities of the types given, else in block quotes."""
    found = text.encode("utf-16-le")
    quotes = [e for e in entities if e.type in (types or ("blockquote", "expandable_blockquote"))]
    return [found[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le") for e in quotes]


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_looks_as_it_did(name):
    shown = "\n\n-- the next message --\n\n".join(messages(ANSWERS[name])) + "\n"
    assert shown == (GOLDEN / f"telegram_{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ANSWERS)
def test_telegram_takes_it_and_gives_the_words_back(name):
    assert [words for found in quoted(ANSWERS[name]) for words in found] == [q.text for q in ANSWERS[name].quotes]


def test_no_path_of_the_operator_is_shown():
    assert not any("keeper" in message for message in messages(ANSWERS["own_voice"]))


def test_any_web_address_among_the_origins_is_linked():
    (message,) = messages(answered(quote(PLAIN, source=replace(KILN, origins=("kiln.txt", "http://echo.example/")))))
    assert '<a href="http://echo.example/">A cold kiln</a>' in message


def test_quotes_that_fill_a_message_go_on_in_the_next_uncut():
    quotes = [quote(source=article(f"{number} {'word ' * 300}end.")) for number in range(5)]
    assert quoted(answered(*quotes)) == [[q.text for q in quotes[:2]], [q.text for q in quotes[2:4]], [quotes[4].text]]


def test_a_quote_too_long_for_a_message_is_cut_between_sentences_and_each_part_names_its_source():
    lines = [f"Sentence {number} {'goes on ' * 100}to its end." for number in range(9)]
    long = quote(speaker=BRANDT, source=sentences_of(*lines))
    found = messages(answered(long))
    assert " ".join(words for message in quoted(answered(long)) for words in message) == long.text
    assert all(words.endswith("to its end.") for message in quoted(answered(long)) for words in message)
    assert all("Ilse Brandt" in message and "A cold kiln" in message for message in found)
    assert [re.search(r"part \d of \d", message)[0] for message in found] == [
        "part 1 of 3",
        "part 2 of 3",
        "part 3 of 3",
    ]


def test_words_without_any_space_are_cut_where_the_room_ends():
    emoji = quote(source=article("🌊" * 5000))
    assert "".join(words for message in quoted(answered(emoji)) for words in message) == emoji.text


def test_a_line_that_is_no_name_is_cut_short():
    rambling = replace(KILN, title="kiln " * 2000, outlet="echo " * 2000)
    (message,) = messages(answered(quote(PLAIN, replace(BRANDT, name="Brandt " * 2000), rambling)))
    assert quoted(answered(quote(PLAIN, source=rambling))) == [[PLAIN]]
    assert shown_length(message) < 1200


def test_a_letter_with_a_ring_keeps_it():
    """Telegram drops the combining ring, but not the letter that has one."""
    assert quoted(answered(quote(source=article("The A\u030asmund kiln.")))) == [["The Åsmund kiln."]]


# Any text: markup, emoji, right-to-left, zero-width, and lines without end.

ANY_LOAD = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no failure."""
MARKUP = ["<b>", "</blockquote>", "<a href='", "&amp;", "&lt", "&#0;", "<!--", '">', "*_`[", "]]>", "<blockquote>"]
ODD = [
    "👩‍👩‍👧",
    "שלום",
    "\u200b",
    "\u2067",
    "e\u0301",
    "Ω",
    "\n\n",
    "  ",
    "@harbour",
    "/start",
    "https://a.example/?b=<c>",
]
CHARACTERS = st.characters(exclude_categories=["Cs"])
ANY_TEXT = st.lists(st.sampled_from(MARKUP + ODD) | st.text(CHARACTERS, max_size=20), min_size=1, max_size=12).map(
    "".join
)
"""Texts as articles may have them; lone surrogates are in none, because they can't be stored."""
DROPPED = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e\u030a\u0333\u033f]|[\u200e\u200f]{2}")


@st.composite
def any_quotes(draw):
    text = draw(ANY_TEXT.filter(str.strip)).strip()
    text = text * draw(st.sampled_from([1, 1, 1, 9, 200]))
    other = draw(ANY_TEXT)
    url = f"https://{draw(ANY_TEXT)}"
    speaker = Speaker(draw(st.sampled_from(["named", "unnamed", "article"])), other, draw(ANY_TEXT), (other,), other)
    return quote(speaker=speaker, source=article(text, title=other, outlet=draw(ANY_TEXT), origins=(url, other)))


def kept(text):
    """Some words as Telegram keeps them when they are sent alone."""
    try:
        return read_message(f"|{text}|")[0][1:-1]
    except Refused:
        return None


@ANY_LOAD
@given(st.lists(any_quotes(), min_size=1, max_size=3), ANY_TEXT)
@example([quote(source=article("Cold.", origins=("https://\x00",)))], "Why?")
def test_any_article_makes_messages_that_telegram_takes(quotes, question):
    for message in messages(answered(*quotes, asked=question)):
        text, _ = read_message(message, "HTML")
        assert units(text) <= shown_length(message) <= MESSAGE_LENGTH


@ANY_LOAD
@given(ANY_TEXT, st.lists(ANY_TEXT, max_size=9), st.sampled_from(["nothing_relevant", "not_stated"]), ANY_TEXT)
def test_any_question_makes_messages_that_telegram_takes(asked, missing, reason, differs_on):
    refused = Answer(asked, asked, False, reason, (), 0.0, tuple(missing))
    both = (quote(SAID, BRANDT), quote(PLAIN))
    differing = answered(*both, asked=asked, accounts=(Account((0,)), Account((1,))), differs_on=differs_on)
    for message in [*messages(refused), *messages(refused, RUSSIAN), *messages(differing, RUSSIAN, context=True)]:
        assert units(read_message(message, "HTML")[0]) <= MESSAGE_LENGTH


@ANY_LOAD
@given(ANY_TEXT.filter(str.strip).filter(lambda text: not DROPPED.search(text)))
@example("<blockquote>&lt;</blockquote> 👩‍👩‍👧 שלום\u200b\u2067 e\u0301")
def test_the_words_come_back_exactly(text):
    text = text.strip()
    assert quoted(answered(quote(source=article(text)))) == [[text]]


@ANY_LOAD
@given(ANY_TEXT.filter(str.strip).filter(lambda text: "\u030a" not in text))
@example("\u202eבrevo \u200f\u200f\u200e\tA\u0333")
def test_words_that_telegram_takes_nowhere_come_back_as_it_keeps_them(text):
    text = text.strip()
    expected = kept(text)
    assert quoted(answered(quote(source=article(text)))) == [[expected] if expected else []]


@ANY_LOAD
@given(ANY_TEXT.filter(str.strip), st.integers(2, 60), st.integers(2, 40))
def test_the_parts_of_a_quote_are_its_words_in_order_and_fit(text, times, room):
    text = (text * times).strip()
    parts, rest = pieces(quote(source=article(text)), room), text
    for part in parts:
        assert units(part) <= room
        assert rest.startswith(part)
        rest = rest.removeprefix(part).lstrip()
    assert rest == ""


def test_a_long_quote_is_folded():
    short, long = quote(source=article("w" * LONG_QUOTE)), quote(source=article("w" * (LONG_QUOTE + 1)))
    assert "<blockquote>" in messages(answered(short))[0]
    assert "<blockquote expandable>" in messages(answered(long))[0]
