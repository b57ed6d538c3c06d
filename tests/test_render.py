import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.console import Console

from bot.among import among_line
from bot.answer import Account, Answer
from bot.render import around, markdown, plain, refusal_line, speaker_line, terminal, to_json
from index.catalog import Among, StoredArticle
from index.quotes import Quote
from index.scope import Event, Scope
from index.sentences import Sentence
from index.voice import Speaker

GOLDEN = Path(__file__).parent / "golden"
FIRST = "The ferry Astrid ran aground off Marrow Point on Tuesday."
SECOND = "“Nobody was hurt,” said Ada Veil, head of the harbour office, according to Coast News."
THIRD = "Officials said the captain had slept; the owner, Bram Oort, denied it [sic]."
TEXT = f"{FIRST} {SECOND}\n\n{THIRD}"


def stored(text=TEXT, **changes):
    second, third = text.find(SECOND), text.find(THIRD)
    article = StoredArticle(
        key=1,
        id="ferry-1",
        version="ab" * 32,
        title="Ferry aground off Marrow Point",
        outlet="The Marrow Post",
        author=None,
        published="2031-05-06T08:00:00+00:00",
        origins=("https://post.example/ferry", "ferry.txt"),
        current=True,
        text=text,
        sentences=(
            Sentence(0, len(FIRST), 1),
            Sentence(second, second + len(SECOND), 1),
            Sentence(third, len(text), 2),
        ),
        attributions=(),
        passages=(),
    )
    return replace(article, **changes)


OWN_VOICE = Speaker()


def quote(words, speaker=OWN_VOICE, article=None, score=0.90625):
    article = article or stored()
    start = article.text.index(words)
    return Quote(article, start, start + len(words), speaker, score)


VEIL = Speaker("named", "Ada Veil", "head of the harbour office", ("Coast News",), "said", (TEXT.index("Ada"), 84))
OFFICIALS = Speaker("unnamed", "Officials", None, (), "said", (TEXT.index("Officials"), 153))


def answered(*quotes, **changes):
    answer = Answer(
        question="Was anybody hurt?",
        asked="Was anybody hurt?",
        answered=True,
        reason=None,
        quotes=quotes,
        confidence=0.912345,
        accounts=(Account(tuple(range(len(quotes)))),),
        took_ms={"search": 3.14159, "total": 41.0},
    )
    return replace(answer, **changes)


def refused(reason, *missing):
    return Answer("Who won?", "Who won?", False, reason, (), 0.1, missing, took_ms={"total": 2.0})


ANSWERS = {
    "one": answered(quote(SECOND, VEIL)),
    "several": answered(
        quote(SECOND, VEIL),
        quote(FIRST, article=stored(title=None, outlet=None, published=None, current=False)),
        quote("Officials said the captain had slept;", OFFICIALS),
        asked="Was anybody hurt when the ferry Astrid ran aground?",
    ),
    "differing": answered(
        quote("Officials said the captain had slept;", OFFICIALS),
        quote("the owner, Bram Oort, denied it [sic].", Speaker("named", "Bram Oort", "the owner", (), "denied")),
        accounts=(Account((0,)), Account((1,))),
        differs_on="whether the captain slept",
    ),
    "refused": refused("nothing_relevant", "regatta", "trophy", "won"),
    "syndicated": answered(
        replace(
            quote(SECOND, VEIL),
            also=(
                quote(SECOND, VEIL, stored(key=2, outlet="The Gull", title="No one hurt on *Astrid*")),
                quote(SECOND, VEIL, stored(key=3, outlet="Orlo Post", title="No one hurt on *Astrid*")),
                quote(SECOND, VEIL, stored(key=4, outlet=None)),
            ),
        ),
    ),
    "narrowed": answered(
        quote(SECOND, VEIL),
        scope=Scope(
            "Was anybody hurt?",
            Among(outlets=("The Marrow Post",), after="2031-05-05", before="2031-05-11"),
            understood=True,
            event=Event("2031-05-05", ""),
        ),
    ),
}
MIDDLE = answered(quote("the owner, Bram Oort, denied", Speaker("named", "Bram Oort", "the owner", (), "denied")))


def on_a_terminal(answer, context=False, **options):
    out = io.StringIO()
    Console(file=out, width=72, force_terminal=True, **options).print(terminal(answer, context=context))
    return out.getvalue()


RENDERINGS = {
    "txt": plain,
    "md": markdown,
    "json": lambda answer, context=False: (
        json.dumps(to_json(answer, context=context), ensure_ascii=False, indent=2) + "\n"
    ),
    "terminal": lambda answer, context=False: on_a_terminal(answer, context, color_system=None),
}


@pytest.mark.parametrize("kind", RENDERINGS)
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_looks_as_it_did(name, kind):
    assert RENDERINGS[kind](ANSWERS[name]) == (GOLDEN / f"{name}.{kind}").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", RENDERINGS)
def test_a_quote_in_its_paragraph_looks_as_it_did(kind):
    assert RENDERINGS[kind](MIDDLE, context=True) == (GOLDEN / f"context.{kind}").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("speaker", "line"),
    [
        (Speaker(), "the article’s own voice"),
        (Speaker("named", "Ada Veil"), "Ada Veil"),
        (VEIL, "Ada Veil, head of the harbour office, via Coast News"),
        (
            Speaker("named", "Ada Veil", via=("Coast News", "Radio Marrow")),
            "Ada Veil, via Coast News, via Radio Marrow",
        ),
        (OFFICIALS, "“Officials” (nobody named)"),
        (Speaker("unnamed", cue="reportedly"), "“reportedly” (nobody named)"),
        (Speaker("unnamed"), "nobody named"),
    ],
)
def test_the_speaker_line_says_who_speaks(speaker, line):
    assert speaker_line(speaker) == line


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (refused("empty_library"), "The library holds no articles yet: add some first."),
        (refused("nothing_relevant"), "The articles don’t say."),
        (refused("not_stated"), "The articles touch on this but don’t say."),
        (refused("nothing_relevant", "regatta"), "The articles don’t say. No quote covers: regatta."),
        (
            refused("not_stated", "a", "b"),
            "The articles touch on this but don’t say. No quote covers: a, b.",
        ),
    ],
)
def test_a_refusal_says_why(answer, sentence):
    assert refusal_line(answer) == sentence


OUTLETS = ("The Gull", "gull.example")


@pytest.mark.parametrize(
    ("scope", "line"),
    [
        (None, None),
        (Scope("Who?"), None),
        (Scope("Who?", Among(outlet="gull", after="2031-05-05")), None),
        (Scope("Who?", Among(outlets=OUTLETS), True), "Only articles by The Gull or gull.example"),
        (Scope("Who?", Among(after="2031-05-05"), True), "Only articles published since 5 May 2031"),
        (Scope("Who?", Among(before="2031-05-05"), True), "Only articles published until 5 May 2031"),
        (
            Scope("Who?", Among("Gull", "2031-05-05", "2031-05-05"), True),
            "Only articles by Gull, published on 5 May 2031",
        ),
        (Scope("Who?", Among(None, "2031-05-01", "2031-05-31"), True), "Only articles published in May 2031"),
        (Scope("Who?", Among(None, "2031-01-01", "2031-12-31"), True), "Only articles published in 2031"),
        (
            Scope("Who?", Among(None, "2031-05-01", "2031-05-30"), True),
            "Only articles published 1 to 30 May 2031",
        ),
        (
            Scope("Who?", Among(None, "2031-04-28", "2031-05-03"), True),
            "Only articles published 28 April to 3 May 2031",
        ),
        (
            Scope("Who?", Among(None, "2030-12-30", "2031-01-05"), True),
            "Only articles published 30 December 2030 to 5 January 2031",
        ),
        (
            Scope("Who?", empty=Among(after="2031-05-05")),
            "There are no articles published since 5 May 2031: all articles were searched.",
        ),
        (
            Scope("Who?", Among(outlets=("The Gull",)), True, empty=Among(after="2031-05-05", outlets=("The Gull",))),
            "There are no articles by The Gull, published since 5 May 2031: all of theirs were searched.",
        ),
    ],
)
def test_what_was_understood_of_the_articles_asked_is_said_in_one_line(scope, line):
    assert among_line(answered(scope=scope)) == line


def test_the_words_around_a_quote_end_at_its_paragraph():
    assert around(quote(SECOND)) == (f"{FIRST} ", "")
    assert around(quote("the owner, Bram Oort,")) == ("Officials said the captain had slept; ", " denied it [sic].")


def test_around_a_quote_over_two_paragraphs_both_are_shown():
    start, end = TEXT.index("according"), TEXT.index("said the captain")
    before, after = around(Quote(stored(), start, end, Speaker(), 0.5))
    assert before + TEXT[start:end] + after == TEXT


def test_an_old_version_is_shown_by_its_version():
    assert f"quoth show {'ab' * 6}\n" in plain(answered(quote(FIRST, article=stored(current=False))))


def test_an_id_with_spaces_is_quoted_for_the_shell():
    assert "quoth show 'my ferry'\n" in plain(answered(quote(FIRST, article=stored(id="my ferry"))))


def test_a_quote_is_bold_in_its_paragraph():
    shown = on_a_terminal(answered(quote(FIRST, article=stored())), context=True, color_system="standard")
    assert "\x1b[1mThe ferry Astrid" in shown


def test_an_escape_sequence_in_an_article_never_reaches_the_terminal():
    text = "The \x1b[31mferry\x9b2J Astrid ran aground\x07."
    answer = answered(
        Quote(stored(text, title="A\x1b[2J", sentences=(Sentence(0, len(text), 1),)), 0, len(text), VEIL, 1)
    )
    for shown in (plain(answer), markdown(answer), on_a_terminal(answer, color_system=None)):
        assert not set(shown) & {"\x1b", "\x9b", "\x07"}
    assert to_json(answer)["quotes"][0]["text"] == text


@st.composite
def slices(draw):
    """An answer that quotes a random slice of a random text."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    article = stored(text, sentences=(Sentence(0, len(text), 1),))
    return answered(Quote(article, start, end, draw(st.sampled_from([VEIL, OFFICIALS, Speaker()])), 0.5))


@given(slices())
def test_a_quote_in_json_is_its_slice_of_the_article(answer):
    read = json.loads(json.dumps(to_json(answer, context=True), ensure_ascii=False))["quotes"][0]
    text = answer.quotes[0].article.text
    assert read["text"] == text[read["start"] : read["end"]]
    assert read["before"] + read["text"] + read["after"] in text


PRINTED = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" *_[]<>#&`\\1.-+=|~$!"), min_size=1)


@given(PRINTED.map(lambda words: f"a{words}z"))
def test_markdown_shows_the_words_of_a_quote_unchanged(words):
    article = stored(words, sentences=(Sentence(0, len(words), 1),))
    tokens = MarkdownIt().enable("strikethrough").parse(markdown(answered(Quote(article, 0, len(words), VEIL, 0.5))))
    inside = next(token for token in tokens if token.type == "inline")
    assert "".join(child.content for child in inside.children) == words


@given(st.sampled_from(["1. ", "- ", "+ ", "# ", "> ", "12) ", "==", "--- ", "* ", "    "]), PRINTED)
def test_a_quote_that_opens_like_a_list_or_a_heading_stays_a_paragraph(mark, words):
    text = f"{mark}a{words}z"
    article = stored(text, sentences=(Sentence(0, len(text), 1),))
    shown = MarkdownIt().render(markdown(answered(Quote(article, 0, len(text), VEIL, 0.5))))
    assert shown.startswith("<blockquote>\n<p>")
