import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.accounts import Account, accounts_of
from bot.differing.figures import figures
from index.articles import Article
from index.catalog import StoredArticle
from index.library import Library
from index.quotes import Quote
from index.sentences import Sentence
from index.voice import Speaker

VEIL, OORT = Speaker("named", "Ada Veil"), Speaker("named", "Bram Oort")
BLAME = "who is responsible"
OFFICIALS, OWN_VOICE = Speaker("unnamed", "Officials", cue="said"), Speaker()


def article(text, key=1, published="2031-05-06"):
    about = ("Ferry Astrid aground off Marrow Point", "The Gull", None, published, ("ferry.txt",), True, text)
    return StoredArticle(key, str(key), f"{key:064}", *about, (Sentence(0, len(text), 1),), (), ())


def quote(text, speaker=OWN_VOICE, source=None):
    source = source or article(text)
    start = source.text.index(text)
    return Quote(source, start, start + len(text), speaker, 0.9)


def told(*sentences):
    """Quotes of one article, each a sentence and its speaker."""
    source = article(" ".join(text for text, _ in sentences))
    return [quote(text, speaker, source) for text, speaker in sentences]


def differs_on(question, *quotes):
    return accounts_of(question, quotes)[1]


@pytest.mark.parametrize(
    ("question", "one", "other", "on"),
    [
        ("How many people died?", "Twelve people were killed.", "No more than 4 people died.", "how many people"),
        ("How many people died?", "65 people died.", "Between seventy and 80 people died.", "how many people"),
        ("How many people were killed?", "65 people were killed.", "Seventy people died.", "how many people"),
        ("number of arrests", "27 people were arrested.", "41 people were arrested, not 27.", "how many arrests"),
        ("How many people were aboard?", "It carried 65 passengers.", "80 passengers were on it.", "how many people"),
        ("How big was the march?", "About 4,000 people marched.", "Fifteen thousand people took part.", "how big"),
        ("When was he arrested?", "He was arrested on Monday.", "Police arrested him on Tuesday.", "when"),
        ("What year did the bridge open?", "The bridge opened in 1958.", "In 1962 the bridge opened.", "the year"),
        ("Was it hit?", "The ferry hit the rock.", "The ferry did not hit the rock.", "whether “ferry hit the rock”"),
        ("Was he asleep?", "The captain slept.", "Oort denied that the captain had slept.", "whether “captain slept”"),
        ("Who lit the fire?", "He accused police of the fire.", "She blamed rebels for the fire.", BLAME),
        ("Who fired it?", "Drevland fired it.", "The shell was fired by Velonian troops.", BLAME),
    ],
)  # fmt: skip
def test_two_speakers_differ(question, one, other, on):
    assert differs_on(question, quote(one, VEIL), quote(other, OORT)) == on


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        # The same number, or one that fits.
        ("How many people were aboard?", "It carried sixty-five prisoners.", "It carried 65 captives."),
        ("How many prisoners were aboard?", "It carried at least 60 prisoners.", "It carried 65 prisoners."),
        ("How many people died?", "About 60 people died.", "65 people died."),
        ("How many people died?", "Between sixty and 80 people died.", "65 people died."),
        ("How much did it cost?", "It cost 2.4 million crowns.", "It cost 2,380,000 crowns."),
        # Others are counted, or a part, or at another time.
        ("How many people were aboard?", "It carried 65 prisoners.", "It carried six crew members."),
        ("How many people were killed?", "Seven drivers were killed.", "Twelve people were killed."),
        ("How many people were killed?", "Seven people were killed.", "Twelve people were injured."),
        ("How many people were killed?", "Seven people were killed.", "Five more people died later."),
        ("How many people were killed?", "Seven people were killed.", "Two of the people died at once."),
        ("How many people died?", "Seven people died.", "An earlier count of nine dead people was withdrawn."),
        ("How many people died?", "Seven people died in Orlo.", "Nine people died in Tarn."),
        ("How many days was it shut?", "It was shut for six days.", "It is shut nineteen days a winter."),
        ("How many people live there?", "People call it Astrid-76.", "People say that 80 people live there."),
        # The day on which something was said; days that need not be the same week's.
        ("When was he arrested?", "He was arrested, police said on Thursday.", "He was arrested on Monday."),
        ("When was he arrested?", "He must be arrested by Thursday.", "He was arrested on Monday."),
        ("When did Oort sail?", "Oort sailed in 1996.", "The ferry sailed in 2005."),
        # Blame for something else.
        ("Who lit the fire?", "He accused police of lies.", "She blamed rebels for the fire."),
        # A country, its people and its capital are one.
        ("Who attacked the ship?", "Kiev attacked the ship.", "Ukrainian forces attacked the ship."),
        # Not a denial of the same.
        ("Is the dam safe?", "The dam was safe.", "The dam was not safe in 1996."),
        ("Was it the captain?", "The captain was asleep.", "Oort would not say whether the captain was asleep."),
        ("Was the ferry full?", "The ferry was not only full.", "The ferry was full."),
        ("Did they agree?", "The board rejected the offer for the ferry.", "The offer for the ferry was good."),
        # Nothing was asked that the numbers answer.
        ("What happened?", "65 people died.", "70 people died."),
    ],
)
def test_two_speakers_do_not_differ(question, one, other):
    assert differs_on(question, quote(one, VEIL), quote(other, OORT)) is None


def test_a_speaker_does_not_differ_from_themselves_in_one_article():
    assert differs_on("How many died?", *told(("65 people died.", VEIL), ("In all 70 people died.", VEIL))) is None


def test_articles_differ_only_when_they_tell_of_the_same_event():
    def in_article(key, text, published):
        whole = f"{text} It ran aground off Marrow Point near Orlo, said the Astrid’s owner, Bram Oort."
        return quote(text, OWN_VOICE, article(whole, key, published))

    first = in_article(1, "65 people died.", "2031-05-06")
    question = "How many people died on the Astrid?"
    assert differs_on(question, first, in_article(2, "70 people died.", "2031-05-08")) == "how many people"
    assert differs_on(question, first, in_article(2, "70 people died.", "2033-05-08")) is None
    elsewhere = replace(article("70 people died.", 2), title="Bus in the river at Tarn")
    assert differs_on(question, first, quote("70 people died.", OWN_VOICE, elsewhere)) is None


def test_a_figure_without_a_noun_is_of_what_was_counted_just_before():
    quotes = told(
        ("The road was closed on nineteen days, Veil said.", VEIL), ("The council’s own figure is six.", OWN_VOICE)
    )
    assert differs_on("How many days was the road closed?", *quotes) == "how many days"


def test_it_is_denied_by_who_speaks_next():
    quotes = told(("Officials said the captain had slept.", OFFICIALS), ("The owner, Bram Oort, denied it.", OORT))
    assert differs_on("Had he slept?", *quotes) == "whether “captain had slept”"


def test_what_is_said_on_a_condition_is_not_denied_by_who_speaks_next():
    quotes = told(("If the captain slept, he must go, Veil said.", VEIL), ("The owner, Bram Oort, denied it.", OORT))
    assert differs_on("Had he slept?", *quotes) is None


def test_somebody_named_may_give_a_later_figure_in_another_article():
    first, later = (quote(text, VEIL, article(text, key)) for key, text in ((1, "Nine people died."), (2, "Ten died.")))
    assert differs_on("How many people died?", first, later) is None


def test_a_quote_in_no_conflict_stands_with_its_speaker_or_beside_the_others():
    quotes = told(
        ("It was a warm night.", OFFICIALS),
        ("65 people died.", VEIL),
        ("80 people died.", OORT),
        ("We mourn them.", OORT),
        ("In all 65 people were dead.", OWN_VOICE),
    )
    accounts, on = accounts_of("How many people died?", quotes)
    assert accounts == (Account((1, 4)), Account((2, 3)), Account((0,), beside=True))
    assert on == "how many people"


def test_quotes_that_do_not_differ_are_one_account():
    assert accounts_of("Who?", told(("It was night.", VEIL), ("It was dark.", OORT))) == ((Account((0, 1)),), None)
    assert accounts_of("Who?", []) == ((), None)


WORDS = "not at least 12 65 1962 people ferry killed denied that the Orlo on Monday was blamed for and , . it".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join) | st.text(min_size=1)
SPEAKERS = st.sampled_from([VEIL, OORT, OFFICIALS, OWN_VOICE])
QUESTIONS = st.sampled_from(["How many people were killed?", "When?", "Who was killed by the ferry?", "how much", ""])


@given(st.lists(st.tuples(TEXTS, SPEAKERS, st.integers(1, 2)), max_size=5), QUESTIONS)
def test_every_quote_is_in_exactly_one_account_in_order(sentences, question):
    quotes = [quote(text, speaker, article(text, key)) for text, speaker, key in sentences]
    accounts, on = accounts_of(question, quotes)
    assert sorted(i for account in accounts for i in account.quotes) == list(range(len(quotes)))
    assert all(list(account.quotes) == sorted(account.quotes) for account in accounts)
    assert (sum(not account.beside for account in accounts) > 1) == (on is not None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two hundred and six men", 206, 206),
        ("12-15 men", 12, 15),
        ("between 64 and 68 million marks", 64_000_000, 68_499_500),
        ("at least a dozen men", 12, float("inf")),
        ("no fewer than 12 men", 12, float("inf")),
        ("up to 12 men", 0, 12),
        ("about 100 men", 80, 120),
    ],
)
def test_a_figure_may_be_any_number_that_its_words_allow(text, low, high):
    (figure,) = figures(text)
    assert (figure.low, figure.high) == pytest.approx((low, high), rel=1e-4)


@pytest.mark.parametrize(
    "text", ["on 21 June", "in 1962", "at 3 p.m.", "two of them", "five more men", "the COVID-19 ward"]
)
def test_dates_parts_and_names_are_no_figures(text):
    assert figures(text) == []


FERRY = (
    Article(
        "The ferry Astrid ran aground off Marrow Point on Tuesday.\n\n"
        "The Astrid carried 65 passengers, said her owner, Bram Oort.",
        "first.txt",
        title="Ferry Astrid aground off Marrow Point",
        outlet="The Gull",
        published="2031-05-06",
    ),
    Article(
        "Divers searched the ferry Astrid off Marrow Point.\n\n"
        "The Astrid carried 80 passengers, said the harbour master, Ada Veil. Bram Oort did not answer questions.",
        "second.txt",
        title="Divers search ferry Astrid",
        outlet="Orlo Post",
        published="2031-05-07",
    ),
)


def test_asking_shows_both_accounts(empty_library, quoth):
    folder = empty_library()
    with Library.open(folder) as library:
        list(library.add(FERRY))
    done = quoth("ask", "How many passengers did the ferry Astrid carry?", "--json", library=folder)
    found = json.loads(done.stdout)
    assert found["differs_on"] == "how many passengers"
    sides = [account for account in found["accounts"] if "beside" not in account]
    said = [{found["quotes"][i]["speaker"]["name"] for i in account["quotes"]} for account in sides]
    assert sorted(map(sorted, said)) == [["Ada Veil"], ["Bram Oort"]]
