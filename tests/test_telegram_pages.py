"""Pages that buttons show, of any article: valid for Telegram's parser, each one message, in the article's words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram_buttons import read_press
from bot.telegram_commands import question_of, start_parameter
from bot.telegram_html import escaped, units
from bot.telegram_pages import article_page, articles_page, context_page, plain, quotes_page
from bot.telegram_words import ENGLISH, RUSSIAN
from index.attribution import Attribution
from index.sentences import Sentence
from tests.telegram_judge import MESSAGE_LENGTH, read_message
from tests.test_telegram_html import ANY_LOAD, ANY_TEXT, any_quotes, article, quote

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


@ANY_LOAD
@given(st.lists(any_quotes(), min_size=1, max_size=5), st.integers(0, 4), ANY_TEXT)
def test_any_article_makes_pages_that_telegram_takes(quotes, wide, title):
    shown = [context_page(quotes[0], wide, RUSSIAN), quotes_page(title, quotes, ENGLISH)]
    shown.append(articles_page(title, enumerate((q.article for q in quotes), start=1)))
    said = Attribution(((0, 1),), ((0, 1),), (), "named", title, title)
    shown.append(article_page(replace(quotes[0].article, attributions=(said,) * 20), ENGLISH))
    for page in shown:
        assert units(read_message(page, "HTML")[0]) <= MESSAGE_LENGTH


@given(ANY_TEXT)
def test_markup_is_taken_from_a_page_for_plain_text(text):
    assert plain(f"<b>{escaped(text)}</b>") == plain(escaped(text))
    assert "<b>" not in plain(f"<b>{escaped(text.replace('<', ''))}</b>")


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
