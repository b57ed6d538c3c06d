"""The nouns, adjectives and adverbs by which English gives a claim to somebody; the verbs are in verbs.py."""

from __future__ import annotations

CLAIM_NOUNS = frozenset(
    """
    account accusation acknowledgement acknowledgment admiration admission agreement aim alarm allegation allusion
    anger announcement apology appeal approval argument assertion assessment assurance attack attempt belief
    broadside call characterisation characterization charge claim comment comments commitment complaint concern
    conclusion condemnation confession confidence contempt contention conviction criticism critique decision
    declaration defence defense demand denial depiction description desire determination diatribe dig disagreement
    disappointment disapproval disdain dismissal distrust doubt effort embrace endorsement enthusiasm estimate
    expectation explanation faith fear feeling finding forecast frustration hint hope hypothesis idea impression
    indication insistence insult intent intention interpretation issue jab joke judgement judgment line message
    mockery nod notion objection observation offer opinion opposition optimism outrage pessimism plan plea pledge
    portrayal position post praise prediction preference promise proposal question rant reaction reassurance rebuke
    rebuttal recommendation reference refusal regret rejection reluctance remark remarks reminder reply report
    request resistance response retort rhetoric ruling rumor rumour scepticism scorn sense skepticism slur
    speculation stance statement suggestion support suspicion swipe talk testimony theory thought threat tirade
    tribute trust tweet verdict version view vision vow warning willingness wish word worry
    """.split()
)
"""Nouns that name a claim, with "that", "to" or "of" before what is claimed: "their claim that", "his call to"."""

REPORTS = frozenset(
    """
    accusation allegation charge claim complaint fear finding report rumor rumour speculation suggestion
    """.split()
)
"""Of these, those that are claims of nobody named wherever a clause follows: "denied reports that"."""

STATED = frozenset("case logic version".split())
"""Nouns that tell what somebody holds where "is that" follows: "the defence case is that"."""

CHARGES = {
    noun: frozenset(prepositions.split())
    for nouns, prepositions in {
        "accusation allegation charge claim report rumor rumour suspicion threat": "of",
        "complaint hint prediction promise prophecy speculation talk warning": "about of",
        "anxiety concern doubt fear scepticism skepticism worry": "about for of over",
    }.items()
    for noun in nouns.split()
}
"""Nouns that give what a preposition leads to, though nobody is named, to somebody: "reports of gunfire"."""

HEARSAY = frozenset("argument doctrine legend lore orthodoxy rumor rumour story theory tradition wisdom word".split())
"""What is told without anybody who tells it: "legend has it that", "the story goes"."""

POINTS = frozenset("accusation allegation assertion charge claim conclusion fact point verdict view".split())
"""What a whole sentence may be called after it: "…, a fact both sides acknowledge"."""

SAYS_OR_SAYINGS = frozenset(
    """
    argues believes calls claims counters demands disputes doubts estimates fears forecasts hopes notes promises
    questions recall recalls reports requests says show warns
    """.split()
)
"""Words that are verbs of saying or nouns for what is said."""

UTTERANCES = frozenset(
    """
    account accusation ad address advertisement affidavit agency allegation analysis argument article assessment
    audit banner bill biography blog book briefing broadcaster bulletin caption census channel claim column comments
    communique complaint count data database diary dispatch document dossier e-mail editorial email essay evidence
    exclusive fact-check figures filing finding footage graffiti headline image imagery index indictment inquiry
    inscription interview investigation label lawsuit leaflet letter log magazine manifesto media memo memoir
    message network newspaper note notice obituary op-ed opinion order outlet paper photo photograph picture placard
    poll post poster press press-release record release remarks report research resolution result review ruling sign
    site speech statement statistics story study suit survey tabloid tally test testimony text transcript tweet
    verdict video website
    """.split()
)
"""Things made of words, which can be said to say: "the report suggests"."""

OWN_WORDS = frozenset("allegation announcement assertion claim comment declaration denial remark statement".split())
"""What the words of the speaker in the sentence before may be called: "the statement added that"."""

REPORTED_AS = frozenset(
    """
    account allegation announcement assertion claim comment news quote remark report statement word
    """.split()
)
"""What a relayed claim may be called in the sentence after it."""

VIEWS = frozenset(
    """
    account assessment estimation eye judgement judgment mind opinion perspective phrase reckoning standpoint
    telling view viewpoint word
    """.split()
)
"""What a claim may be "in" when it is somebody's: "in the view of the court"."""

ADJECTIVES = frozenset(
    """
    adamant afraid alarmed angry annoyed anxious appalled aware bullish certain clear comfortable committed
    complimentary concerned confident conscious contemptuous convinced critical curious delighted determined
    disappointed disdainful dismayed dismissive dissatisfied doubtful dubious eager emphatic enthusiastic envious
    excited explicit fearful fond frustrated furious glad grateful happy hesitant hopeful horrified incensed
    insistent interested jealous keen lukewarm mindful nervous open opposed optimistic outraged outspoken persuaded
    pessimistic pleased positive proud ready relieved reluctant resentful sad satisfied scared scathing sceptical
    shocked skeptical sorry stunned supportive sure surprised suspicious sympathetic thankful thrilled troubled
    unaware uncertain uncomfortable unconvinced undecided unhappy unimpressed unsure unwilling upset vocal wary
    willing worried
    """.split()
)
"""Adjectives of attitude: "is confident that", "are critical of"."""

ATTITUDE_PREPOSITIONS = frozenset("about against at by for in of on over to toward towards with".split())
"""Prepositions that lead from a word of attitude to what it is about."""

HEDGES = frozenset("allegedly apparently ostensibly purportedly reportedly rumoredly supposedly".split())
"""Adverbs that give the clause to nobody in particular."""

HEDGED_THINGS = frozenset("alleged presumed purported rumored rumoured so-called supposed suspected".split())
"""Adjectives that give what they stand before to nobody in particular: "the alleged bribe"."""
