"""Pairs of quotes by two speakers that answer a question differently, and pairs that only look as if they did."""

from dataclasses import replace

import pytest

from tests.test_accounts import OORT, VEIL, article, differs_on, quote

DEAD = "how many people"
DIFFERENT = [
    # The same number is asked for; other words, or none, name what is counted.
    ("How many people died at the Garron bridge?", "Eleven people died when the Garron bridge collapsed.",
     "The toll at the Garron bridge was nine dead.", DEAD),
    ("How many people died?", "The mine fire cost 14 lives.", "Nine were killed in the mine fire.", DEAD),
    ("How many died in the storm?", "The death toll of the storm stands at 31.", "The storm claimed 45 lives.",
     "how many died"),
    ("What was the death toll of the storm?", "The storm killed 31.", "The storm left 45 people dead.",
     "the death toll"),
    ("How many victims were there?", "There were eighteen victims.", "There were 22 fatalities.", "how many victims"),
    ("How many people were injured at the march?", "At the march thirty people were wounded.",
     "The march ended with 45 people hurt.", DEAD),
    ("How many people were arrested?", "Police detained 27 people.", "In all 41 were arrested.", DEAD),
    ("How many are missing after the flood?", "Nine people are missing after the flood.",
     "Fourteen are still unaccounted for after the flood.", "how many"),
    ("How many homes were destroyed?", "The fire destroyed 120 homes.", "Flames razed 200 houses.", "how many homes"),
    ("How many councillors voted for the budget?", "Nine councillors voted for the budget.",
     "Eleven councillors backed the budget.", "how many councillors"),
    ("How long did the talks last?", "The talks lasted six hours.", "The talks went on for two days.", "how long"),
    ("How old was the boy?", "The boy was 14 years old.", "The boy, aged 16, was shot.", "how old"),
    ("What percentage of pupils failed?", "12 per cent of pupils failed.", "20% of the students failed.",
     "the percentage"),
    ("How much did the bridge cost?", "The bridge cost 40 million marks.",
     "The bill for the bridge came to 55 million marks.", "how much"),
    ("How fast was the tram?", "The tram did 80 kilometres an hour.", "The tram was going at 110 km/h.", "how fast"),
    ("How far is the wreck from the shore?", "The wreck is 12 kilometres from the shore.",
     "The wreck lies 900 metres from the shore.", "how far"),
    # A time.
    ("When did the siege begin?", "The siege began on 4 May.", "The siege started on 9 May.", "when"),
    ("What time did the dam burst?", "The dam burst at 3 a.m.", "At 5.30 a.m. the dam burst.", "the time"),
    # A place, a name.
    ("Where was the missile fired from?", "The missile was fired from Lukovo.",
     "The missile was launched from Tarn.", "where"),
    ("Where did the plane come down?", "The plane came down near Orlo.", "The plane crashed near Tarn.", "where"),
    ("Who fired first?", "The guards fired first.", "The smugglers opened fire first.", "who is responsible"),
    ("Who won the regatta?", "Marsh won the regatta.", "The regatta was won by Lind.", "who it was"),
    # Opposites.
    ("Is the water safe?", "The water is safe to drink.", "The water is unsafe.", "whether it is safe or unsafe"),
    ("Was the fire an accident?", "The fire was an accident.", "Somebody started the fire deliberately.",
     "whether it was an accident or deliberate"),
    ("Was the walkout legal?", "The walkout was illegal.", "The walkout was perfectly lawful.",
     "whether it is legal or illegal"),
    ("Did rents in Tarn rise?", "Rents in Tarn rose.", "Rents in Tarn fell.", "whether it rose or fell"),
    ("Did the union take the offer?", "The union accepted the offer.", "The union refused the offer.",
     "whether it was accepted or refused"),
    ("What happened to the missile?", "The missile was intercepted.", "The missile hit its target.",
     "whether it was intercepted or hit"),
    ("Is Marsh guilty?", "Marsh is guilty.", "Marsh is innocent.", "whether it is guilty or innocent"),
    ("Was the depot military?", "The depot was a military store.", "The depot was civilian.",
     "whether it was military or civilian"),
    # Several figures in a sentence.
    ("How many people died?", "Nine people were killed and 40 injured.",
     "The blast killed twelve and wounded 30.", DEAD),
    ("How many people were injured?", "Nine people were killed and 40 injured.",
     "The blast killed twelve and wounded 30.", DEAD),
    ("How many people died?", "Twelve lives were lost.", "Aid workers put the number of dead at 19.", DEAD),
    ("What was the magnitude of the quake?", "The quake had a magnitude of 5.9.", "The magnitude of the quake was 6.2.",
     "the magnitude"),
    ("Who shot first?", "Police shot first.", "The protesters shot first.", "who is responsible"),
    ("Who wrote the letter?", "The letter was written by Ida Lind.", "Marsh wrote the letter.", "who it was"),
]  # fmt: skip
ALIKE = [
    # The same number, one that fits, or one that grew.
    ("How many people died?", "Eleven people died.", "The toll was 11."),
    ("How many people died?", "At least ten people died.", "Twelve were killed."),
    ("How many people died?", "About 40 people died.", "The storm claimed 41 lives."),
    ("How many people died?", "More than a dozen died.", "The fire killed 15."),
    ("How many people died?", "The toll rose to twelve.", "Nine people died."),
    ("How many people died?", "Nine people have died so far.", "Twelve people were killed."),
    ("How many people died?", "Nine people died.", "Four of the dead were children."),
    ("How many people died?", "Nine were killed.", "Nineteen victims were taken to hospital."),
    ("How many people died?", "Nine died.", "The storm of 1962 killed 118."),
    ("How many people died?", "The storm killed nine.", "The storm killed 200 sheep."),
    ("How long did the talks last?", "The talks lasted two hours.", "The talks lasted 120 minutes."),
    ("How long did the talks last?", "The talks lasted two hours.", "After the talks he slept for nine hours."),
    ("How far is the wreck?", "The wreck is one and a half kilometres away.", "The wreck is 1,500 metres away."),
    ("How old was the boy?", "The boy was 14 years old.", "The boy had lived there for six years."),
    ("How old was the boy?", "The boy was 14 years old.", "The boy’s father, aged 40, was shot."),
    ("What share of pupils failed?", "12 per cent of pupils failed.", "88 per cent of pupils passed."),
    ("How much did the bridge cost?", "The bridge cost 40 million marks.", "The bridge will earn 3 million marks."),
    ("How much did the bridge cost?", "The bridge cost 40 million marks.", "The bridge cost 60 million crowns."),
    ("How many homes burned?", "The fire burned 120 homes.", "The fire left 200 homes without power."),
    # The same time, or another event's.
    ("When did the siege begin?", "The siege began on 4 May.", "The siege started on Sunday, 4 May."),
    ("When did the siege begin?", "The siege began on 4 May.", "The siege ended on 9 May."),
    ("What time did the dam burst?", "The dam burst at 3 a.m.", "The dam burst at 03.00."),
    # A place within another, or of something else; the same one.
    ("Where was the missile fired from?", "The missile was fired from Lukovo in Tarn.",
     "The missile was fired from Tarn."),
    ("Where did the plane crash?", "The plane crashed near Orlo.", "The plane took off near Tarn."),
    ("Who won the regatta?", "Marsh won the regatta.", "The regatta was won by the student Ida Marsh."),
    # Opposites of something else, of another time, in a question, or that are denied.
    ("Is the water safe?", "The water is safe to drink.", "The water was unsafe last year."),
    ("Is the water safe?", "The water is safe to drink.", "The water is not unsafe."),
    ("Did rents in Tarn rise?", "Rents in Tarn rose.", "Rents in Orlo fell."),
    ("Was the fire an accident?", "The fire was an accident.", "Police ask whether the fire was deliberate."),
    ("Was the depot military?", "The depot was a military store.", "The fire killed a civilian at the depot."),
    ("How many people were hurt by the strike?", "The strike lasted five weeks.", "The strike lasted two weeks."),
    ("How many people does the strike cost?", "The strike lasts five weeks.", "The strike lasts two weeks."),
    ("How long was the strike?", "The strike of 40 drivers ended.", "The strike of 60 drivers ended."),
    ("How many people voted for the treaty?", "64 deputies voted for the treaty.",
     "31 deputies voted against the treaty."),
    ("How many drones were intercepted?", "Air defence intercepted five drones.", "Four drones hit the depot."),
    ("Did the company take the offer?", "The company accepted the second offer.",
     "The company rejected the first offer."),
    ("Did Marsh win?", "Marsh won the vote.", "Marsh lost his wife."),
    ("Where was Marsh born?", "Marsh was born in Lukovo.", "Marsh was born in Ukraine."),
    ("Where was Marsh held?", "Marsh was held in Moscow.", "Marsh was held in Russia."),
]  # fmt: skip


def in_article(key, text, names):
    whole = f"{text} The articles tell of {' and '.join(names.split())}."
    return quote(text, source=replace(article(whole, key), title="News of the day"))


@pytest.mark.parametrize(
    ("question", "names", "on"),
    [
        ("How many people died at the Garron bridge?", "Garron", DEAD),
        ("How many people died at the bridge?", "Garron Holt", DEAD),
        ("How many people died at the bridge?", "Garron", None),
        ("How many people died at the bridge?", "Holt Marsh Lind Tarn Orlo Aune Rask Bask Hallan Wiig", None),
    ],
)
def test_articles_tell_of_the_same_event_by_the_names_they_share(question, names, on):
    one = in_article(
        1, "Eleven people died when the Garron bridge collapsed.", "Garron Holt Lukovo Drev Veil Oort Ansa"
    )
    other = in_article(2, "The toll at the Garron bridge was nine dead.", names)
    assert differs_on(question, one, other) == on


@pytest.mark.parametrize(("question", "one", "other", "on"), DIFFERENT)
def test_two_speakers_answer_differently(question, one, other, on):
    assert differs_on(question, quote(one, VEIL), quote(other, OORT)) == on


@pytest.mark.parametrize(("question", "one", "other"), ALIKE)
def test_two_speakers_only_seem_to_differ(question, one, other):
    assert differs_on(question, quote(one, VEIL), quote(other, OORT)) is None
