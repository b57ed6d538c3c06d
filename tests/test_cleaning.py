import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning import Cleaned, clean, one_line

SEEDS = Path(__file__).parent.parent / "seeds"
BODY = [
    "The ferry Northern Star returned to Loy Island on Friday, the harbour office said.",
    "“We waited until midnight,” said Ann Marlow, the harbour master, who had no time to read the summary.",
    "Repairs to the quay will cost 4.2 million crowns, according to the island council.",
]


def paragraphs(text, title=None):
    return clean(text, title).text.split("\n\n")


def page(*lines):
    return "\n\n".join(lines)


# The first articles of the project.


def test_the_first_seed_has_no_title_and_keeps_each_line_as_a_paragraph():
    found = clean((SEEDS / "000_59a9151908838098.txt").read_text("utf-8"))
    assert found.title is None
    assert found.text.split("\n\n") == (SEEDS / "000_59a9151908838098.txt").read_text("utf-8").split("\n")
    assert len(found.text.split("\n\n")) == 6


def test_the_second_seed_gives_its_title_and_loses_its_navigation():
    raw = (SEEDS / "002_887d0893e052fc53.txt").read_text("utf-8")
    found = clean(raw)
    assert found.title == "Lavrov on Western distrust and the Belgorod Il-76 incident"
    assert found.text.split("\n\n") == [line for line in raw.split("\n") if len(line) > 200]
    assert len(found.text.split("\n\n")) == 6
    for leftover in ("No time to read?", "Get a summary", "Previous Article", "Next Article", "Pirate", "Budget"):
        assert leftover not in found.text


# Characters and paragraphs.


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\v", "\f", "\x85"])
def test_any_line_end_parts_paragraphs(end):
    assert paragraphs(end.join(BODY)) == BODY


def test_blank_lines_become_one():
    assert clean("\n\n \n".join(BODY)).text == "\n\n".join(BODY)


def test_white_space_and_invisible_characters():
    assert one_line(" a\u00a0b\tc\u2009d \u200be\u00ad\ufefff\x00\x07 ") == "a b c d ef"


def test_joiners_of_emoji_and_scripts_stay():
    assert one_line("👩‍🚒 می‌خواهم") == "👩‍🚒 می‌خواهم"


def test_half_a_surrogate_pair_can_be_stored():
    clean("The office said \ud83d so on Friday.").text.encode("utf-8")


def test_composed_and_decomposed_letters_are_the_same():
    assert one_line("Йосип Café") == "Йосип Café"


def test_wrapped_text_becomes_paragraphs():
    long = [" ".join(BODY), " ".join(reversed(BODY))]
    for width in (60, 72, 78, 100):
        assert paragraphs("\n\n".join(textwrap.fill(p, width) for p in long)) == long


def test_wrapped_text_without_blank_lines_keeps_paragraphs_that_end_short():
    assert paragraphs("\n".join(textwrap.fill(p, 60) for p in BODY)) == BODY


def test_a_word_with_a_hyphen_is_whole_again():
    text = "The council counted the sixty-five boats again, and the harbour master of the island agreed with it."
    assert paragraphs(textwrap.fill(text, 47)) == [text]


def test_lists_keep_their_items_apart():
    items = ["- The quay will be repaired before the next winter sets in.", "- The fare will rise by a crown."]
    assert paragraphs("\n".join(textwrap.fill(BODY[0] + " " + BODY[2], 60).split("\n") + items))[-2:] == items


def test_verse_keeps_its_lines():
    verse = [
        "The sea was grey, the wind was cold,",
        "and nobody came home,",
        "the bells rang out as they of old",
        "rang",
    ]
    assert paragraphs(page(BODY[0], "\n".join(verse), BODY[1])) == [BODY[0], *verse, BODY[1]]


# Titles.


def test_a_title_line_is_the_title_and_no_part_of_the_text():
    assert clean(page("Ferry returns to Loy Island", *BODY)) == Cleaned("Ferry returns to Loy Island", page(*BODY))


def test_a_title_directly_above_the_text():
    assert clean("\n".join(["Ferry returns to Loy Island", *BODY])).title == "Ferry returns to Loy Island"


@pytest.mark.parametrize(
    "opening",
    [
        "The ferry is back.",
        "Where is the ferry?",
        "“We will not stop”",
        "Ann Marlow",
        "By Ann Marlow and Egor Lapin",
        "NORTHBRIDGE —",
        "The council has three plans:",
        "- The first of the plans",
        "Photo: Egor Lapin for the Courier",
    ],
)
def test_what_is_no_title_stays_in_the_text(opening):
    assert clean(page(opening, *BODY)) == Cleaned(None, page(opening, *BODY))


def test_a_title_alone_is_the_text():
    assert clean("Ferry returns to Loy Island") == Cleaned(None, "Ferry returns to Loy Island")


def test_a_given_title_wins_and_is_not_repeated_in_the_text():
    assert clean(page("FERRY RETURNS TO LOY ISLAND", *BODY), "Ferry returns to Loy Island") == Cleaned(
        "Ferry returns to Loy Island", page(*BODY)
    )


def test_what_stands_above_a_repeated_title_is_the_head_of_the_page():
    assert paragraphs(page("Home", "Ferry returns", "Ferry returns", *BODY), "Ferry returns") == BODY
    assert paragraphs(page(BODY[0], "Ferry returns", *BODY[1:]), "Ferry returns") == [
        BODY[0],
        "Ferry returns",
        *BODY[1:],
    ]


def test_another_line_below_a_given_title_stays():
    assert (
        paragraphs(page("Storm kept it away for a week", *BODY), "Ferry returns")[0] == "Storm kept it away for a week"
    )


# Navigation. Each line stands amid an article, and at its end.

LEFTOVERS = (
    """
Read more|Read More »|READ MORE:|Read more...|[Read more]|Continue reading|Show more|View all comments|Load more stories
Advertisement|- Advertisement -|ADVERTISEMENT|Story continues below advertisement|Skip advertisement|Sponsored content
Share this article|Share on Facebook|Share via WhatsApp|Tweet|Copy link|Print this page|Email this article
Save for later|Subscribe to our newsletter|Sign up for our free daily newsletter
Sign up for our newsletter.|Join our Telegram channel
Subscribe now|Sign in to continue reading|Already a subscriber?|Start your free trial|Log in|Create an account
Follow us on Twitter|Follow us on Facebook and Instagram|Follow Ann Marlow on Twitter: @annmarlow.|Download our app
12 comments|Comments (12)|Leave a comment|Comments are closed.|Be the first to comment|Join the conversation
3 min read|Reading time: 4 minutes|No time to read?|Get a summary|Summarize this article|Listen to this article
Accept all cookies|Cookie settings|Privacy policy|Terms of use|We use cookies to improve your experience on our site.
We use cookies to improve your visit. By continuing to browse you agree to our cookie policy.
By signing up, you agree to our terms of use and privacy policy.|Please enable JavaScript to view the comments.
© 2024 Northbridge Courier|© 2019-2024 Courier Media Ltd. All rights reserved.|All rights reserved.|(c) 2023 The Courier
Copyright 2024 Northbridge Courier. All rights reserved.|Copyright © 2024 Courier Media|Powered by Presswork
Back to top|Skip to main content|Home > News > Islands|Toggle navigation|Contact us|View gallery|Video loading...
Related: Mayor quits over flood report|Read also: Storm nears the coast|See also: Who owns the river?|← Mayor quits
Читайте также|Читать далее|Подписывайтесь на наш Telegram-канал|Реклама|Поделиться|Комментарии (5)|Все права защищены.
Читайте також|Читати далі|Підписуйтесь на наш канал|Поділитися в Facebook|Усі права захищені|Читайте також: Шторм іде
Предыдущая статья|Следующая статья|Новости партнёров|По теме|Новини за темою|Наступна стаття|Нет времени читать?
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("leftover", LEFTOVERS)
def test_leftovers_of_pages_go(leftover):
    assert paragraphs(page(BODY[0], leftover, *BODY[1:], leftover)) == BODY
    assert paragraphs("\n".join([BODY[0], leftover, *BODY[1:], leftover])) == BODY


TITLES_OF_OTHERS = ["Mayor quits over flood report", "Why the bells of Northbridge rang for a week", "Storm nears U.S."]


@pytest.mark.parametrize(
    "heading",
    [
        "Previous Article",
        "Next article",
        "Related",
        "Related articles",
        "Read more",
        "You may also like",
        "Most popular",
        "More from the Courier",
        "Читайте также",
        "Схожі новини",
    ],
)
def test_titles_under_a_heading_at_the_end_go_with_it(heading):
    assert paragraphs(page(*BODY, heading, *TITLES_OF_OTHERS)) == BODY


def test_the_title_under_a_heading_amid_the_article_goes_with_it():
    assert paragraphs(page(BODY[0], "Related article", TITLES_OF_OTHERS[0], *BODY[1:])) == BODY


def test_previous_and_next_at_the_end():
    assert paragraphs(page(*BODY, "Previous Article", TITLES_OF_OTHERS[0], "Next Article", TITLES_OF_OTHERS[1])) == BODY


def test_a_sentence_under_a_heading_stays():
    for last in (
        "And who will pay for it?",
        "It rained.",
        "“We will not stop”",
        "Nobody came home!",
        "She left. With files from M. Egor",
    ):
        assert paragraphs(page(*BODY, "Read more", last)) == [*BODY, last]


def test_a_call_that_is_repeated_goes():
    assert paragraphs(page("Try the reader app", BODY[0], "Try the reader app", *BODY[1:])) == BODY


def test_a_menu_above_and_buttons_around_the_article_go():
    menu, buttons = ["Home", "News", "Sport"], ["Share", "Tweet", "Print", "Email"]
    assert paragraphs(page(*menu, *buttons, *BODY, *buttons, "Tags: ferry, island")) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "What next?",
        "Read the room",
        "Share the load",
        "Follow the money",
        "Subscribe or perish",
        "Related-party deals under scrutiny",
        "Advertisement spending fell 3 percent.",
        "Advertisement spending fell 3 percent",
        "Comments came quickly.",
        "Newsletters are back",
        "Sign up for the army",
        "The newsletter",
        "“Read more”",
        "“No comment”",
        "No comment",
        "Yes",
        "- 2,000 shares",
        "Home/away results",
        "Search and rescue",
        "Cookies",
        "Copyright law was changed in May.",
        "He objected. All rights reserved.",
        "We use cookies to bribe the children, the baker said.",
        "By using the ferry, you accept the risk of a storm, the captain said.",
        "Subscribe to our newsletter, the page told its readers.",
        "More from the sea than from the land",
        "Print is dead",
        "Summary",
        "It was over.",
        "* * *",
    ],
)
def test_lines_of_articles_stay(line):
    assert paragraphs(page(BODY[0], line, *BODY[1:])) == [BODY[0], line, *BODY[1:]]


@pytest.mark.parametrize("items", [["Facebook", "Twitter", "Instagram"], ["Print", "Radio", "Advertisements"]])
def test_lists_of_words_that_are_also_buttons_stay(items):
    lines = [BODY[0], "The law names three of them:", *items, BODY[1]]
    assert paragraphs(page(*lines)) == lines


def test_an_article_about_navigation_stays_whole():
    lines = [
        "The Courier will drop its “Read more” button, its editor Ann Marlow said on Monday.",
        "“Subscribe to our newsletter” was the phrase that readers hated most, a survey found.",
        "Readers who click “Get a summary” leave after nine seconds, and no time to read is no excuse, she said.",
        "What the survey asked",
        "Do you share articles with friends? Do you leave comments? Do you accept all cookies?",
        "Advertisement was named by a third of them.",
        "The previous article on this was read by nobody.",
    ]
    assert paragraphs(page(*lines)) == lines


# What holds for every text.

NAVIGATION_WORDS = (
    "read more subscribe newsletter advertisement summary share this article articles comments cookies related "
    "previous next follow us on twitter our terms copyright 2024 sign up to the of click here "
    "home and all rights reserved"
).split()
word = st.one_of(
    st.sampled_from(NAVIGATION_WORDS), st.text(st.sampled_from("abcdefghijклмнопрїєéü’"), min_size=1, max_size=9)
)
subject = st.sampled_from(["The mayor", "She", "Officials", "Мэр города", "Nobody", "“We"])
sentence = st.builds(
    lambda who, words, end: " ".join([who, *words]) + end,
    subject,
    st.lists(word, min_size=4, max_size=40),
    st.sampled_from([".", ".", "?", "!", "…", ".”"]),
)


@given(st.lists(st.one_of(sentence, st.sampled_from(LEFTOVERS)), max_size=12))
def test_every_sentence_survives_and_no_leftover_does(lines):
    sentences = [line for line in lines if line not in LEFTOVERS]
    assert clean("\n\n".join(lines)).text == "\n\n".join(sentences)


prose = st.builds(
    lambda who, words: " ".join([who, *words]) + ".",
    subject,
    st.lists(st.sampled_from([w for w in NAVIGATION_WORDS if w.isalpha()]), min_size=9, max_size=40),
)


@given(st.lists(st.lists(prose, min_size=1, max_size=5).map(" ".join), min_size=1), st.integers(50, 110))
def test_every_word_survives_in_order_when_lines_are_wrapped(wanted, width):
    wrapped = "\n\n".join(textwrap.fill(p, width, break_long_words=False, break_on_hyphens=False) for p in wanted)
    assert clean(wrapped).text.split() == " ".join(wanted).split()


line = st.one_of(
    sentence,
    st.sampled_from(
        LEFTOVERS + TITLES_OF_OTHERS + ["Share", "Print", "Home", "More from X", "Related articles:", "“A”"]
    ),
    st.text(max_size=60),
    st.lists(word, min_size=1, max_size=8).map(" ".join),
)


@given(st.lists(st.tuples(line, st.sampled_from(["\n", "\n\n", "\r\n"])).map("".join), max_size=12).map("".join))
def test_cleaning_again_changes_nothing(text):
    once = clean(text)
    assert clean(once.text, once.title) == once


@given(st.text())
def test_paragraphs_are_single_lines_parted_by_one_blank_line(text):
    for paragraph in clean(text).text.split("\n\n"):
        assert paragraph == " ".join(paragraph.split())
