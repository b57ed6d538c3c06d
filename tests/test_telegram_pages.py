"""Pages that buttons show, of any article: valid for Telegram's parser, each one message, in the article's words."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from bot.state import Person
from bot.telegram_buttons import button, read_press
from bot.telegram_commands import question_of, start_parameter
from bot.telegram_html import escaped, units
from bot.telegram_inline import card
from bot.telegram_pages import (
    article_page,
    articles_page,
    context_page,
    list_block,
    more_around,
    plain,
    quotes_page,
    users_page,
)
from bot.telegram_words import ENGLISH, RUSSIAN
from index.articles import headline
from index.attribution import Attribution
from index.catalog import Entry
from index.quotes import Quote
from index.sentences import Sentence
from index.voice import Speaker
from tests.telegram_judge import MESSAGE_LENGTH, read_message
from tests.test_telegram_html import ANY_LOAD, ANY_TEXT, DROPPED, any_quotes, article, quote, re_read

PARAGRAPHS = "One stood here.\n\nTwo began. Two ended.\n\nThree was last."


def two_of_three():
    words = "Two ended."
    sentences = tuple(
        Sentence(PARAGRAPHS.index(s), PARAGRAPHS.index(s) + len(s), n)
        for n, s in enumerate(("One stood here.", "Two began.", "Two ended.", "Three was last."), start=1)
    )
    return quote(words, source=article(PARAGRAPHS, sentences))


def test_a_quote_is_bold_in_its_paragraph_and_wider_shows_the_ones_around_it():
    narrow, wide = context_page(two_of_three(), 0, ENGLISH), context_page(two_of_three(), 1, ENGLISH)
    assert narrow.startswith("<blockquote>Two began. <b>Two ended.</b></blockquote>")
    assert wide.startswith(
        "<blockquote>One stood here.\n\nTwo began. <b>Two ended.</b>\n\nThree was last.</blockquote>"
    )
    assert context_page(two_of_three(), 4, ENGLISH) == wide


def test_more_is_offered_around_a_quote_until_the_article_or_the_message_is_full():
    assert [more_around(two_of_three(), wide) for wide in (0, 1)] == [True, False]
    long_one = article(f"{'Before. ' * 300}\n\nTwo ended.\n\n{'After. ' * 300}\n\nLast.")
    assert [more_around(quote("Two ended.", source=long_one), wide) for wide in (0, 1)] == [True, False]


def test_a_long_article_opens_folded_and_those_it_leaves_unnamed_come_last():
    said = [("officials", "unnamed"), ("officials", "unnamed"), ("Ada Veil", "named")]
    claims = tuple(Attribution(((0, 1),), ((0, 1),), (), kind, name, None) for name, kind in said)
    page = article_page(replace(article("The kiln is cold. " * 200), attributions=claims), ENGLISH)
    assert "<blockquote expandable>The kiln is cold." in page
    assert page.endswith("• <b>Ada Veil</b> (1)\n• <i>officials</i> (2)")


def test_a_list_counts_all_its_lines_and_shows_the_first():
    assert list_block("Added", ["<A>", "B"], ENGLISH) == "<b>Added</b> (2)\n• &lt;A&gt;\n• B"
    assert list_block("Added", ["A"] * 12, ENGLISH).endswith("• A\n… and more: 2")


@ANY_LOAD
@given(st.lists(any_quotes(), min_size=1, max_size=5), st.integers(0, 4), ANY_TEXT)
def test_any_article_makes_pages_that_telegram_takes(quotes, wide, title):
    shown = [context_page(quotes[0], wide, RUSSIAN), quotes_page(title, quotes, ENGLISH)]
    shown.append(articles_page(title, enumerate((q.article for q in quotes), start=1)))
    said = Attribution(((0, 1),), ((0, 1),), (), "named", title, title)
    shown.append(article_page(replace(quotes[0].article, attributions=(said,) * 20), ENGLISH))
    for page in shown:
        assert units(read_message(page, "HTML")[0]) <= MESSAGE_LENGTH


@ANY_LOAD
@given(any_quotes(), ANY_TEXT, st.integers(1, 400))
def test_whatever_is_said_about_an_article_makes_pages_that_telegram_takes(quote, name, times):
    name = (name * times)[:2000]
    said = [Attribution(((0, 1),), ((0, 1),), (), "named", f"{n}{name}", name) for n in range(20)]
    stored = replace(quote.article, title=name, outlet=name, attributions=tuple(said))
    about = (name, headline(name, stored.text), name, None, name, (name,))
    entry = Entry("id", "b" * 64, *about, 1, 1, 1, "2031-04-02T09:00:00+00:00")
    shown = [article_page(stored, ENGLISH), article_page(stored, RUSSIAN, RUSSIAN.remove_ask)]
    shown.append(list_block(name, [name] * times, RUSSIAN))
    shown.append(articles_page(RUSSIAN.latest_title, enumerate([entry] * 5, start=1)))
    shown.append(users_page([Person(n, name) for n in range(300)], RUSSIAN))
    offered = card(quote, RUSSIAN, "quoth_bot")
    assert offered.title.strip()
    shown.append(offered.input_message_content.message_text)
    for page in shown:
        assert units(read_message(page, "HTML")[0]) <= MESSAGE_LENGTH


@ANY_LOAD
@given(*[ANY_TEXT.filter(lambda text: not DROPPED.search(text))] * 3, st.integers(0, 4))
@example("🌊" * 3000, "</b>Two ended.", "\u200d" * 3000, 0)
def test_the_words_come_back_exactly_from_inside_their_paragraph(before, words, after, wide):
    words = words.strip() or "Two ended."
    text = f"{before}|{words}|{after}"
    start = len(before) + 1
    shown = Quote(article(text), start, start + len(words), Speaker(), 0.9)
    kept, entities = read_message(context_page(shown, wide, RUSSIAN), "HTML")
    assert re_read(kept, entities, "bold")[0] == words
    assert words in re_read(kept, entities)[0]


@ANY_LOAD
@given(st.lists(ANY_TEXT.filter(str.strip).filter(lambda text: not DROPPED.search(text)), min_size=1, max_size=5))
def test_the_words_come_back_exactly_from_a_page_of_quotes_and_from_a_card(texts):
    texts = [text.strip() for text in texts]
    quotes = [quote(source=article(text)) for text in texts]
    assert re_read(*read_message(quotes_page("Quotes", quotes, RUSSIAN), "HTML")) == texts
    for offered, text in zip((card(one, RUSSIAN, "quoth_bot") for one in quotes), texts, strict=True):
        assert re_read(*read_message(offered.input_message_content.message_text, "HTML")) == [text]


@ANY_LOAD
@given(ANY_TEXT)
@example(" \n\u200b")
@example("\u202e")
def test_any_headline_and_any_name_make_a_label_that_can_be_seen(text):
    article_button, offered = button(text, "n", "key", 0), card(quote(speaker=Speaker("named", text)), RUSSIAN, "bot")
    for label in (article_button.text, offered.title):
        assert read_message(label)[0].strip()


@given(ANY_TEXT)
def test_markup_is_taken_from_a_page_for_plain_text(text):
    assert plain(f"<b>{escaped(text)}</b>") == plain(escaped(text))
    assert "<b>" not in plain(f"<b>{escaped(text.replace('<', ''))}</b>")


def test_of_many_people_the_latest_are_shown_and_all_are_counted():
    page = users_page([Person(n, "Ada") for n in range(3000)], ENGLISH)
    assert page.startswith(f"<b>{ENGLISH.users_title}</b> (3000)\nAda · 0 · questions: 0 · 1970-01-01\nAda · 1 · ")
    assert len(page) > MESSAGE_LENGTH - 50


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_a_question_comes_back_out_of_its_link(question):
    parameter = start_parameter(question)
    if parameter is None:
        assert len(question.encode()) > 40
    else:
        assert len(parameter) <= 64
        assert question_of(parameter) == question


def test_what_is_no_question_in_a_link_is_none():
    assert [question_of(linked) for linked in ("", "ask", "q_", "q_***", "q_AA", "q__w")] == [None] * 4 + ["\0", None]


def test_a_press_is_read_as_it_was_written():
    assert read_press("c:Zk3:1:-1") == ("c", "Zk3", (1, -1))
