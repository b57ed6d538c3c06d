"""The nouns, adjectives and adverbs by which English gives a claim to somebody; the verbs are in verbs.py."""

from __future__ import annotations

CLAIM_NOUNS = frozenset(
    """
    abhorrence account accusation acknowledgement acknowledgment admiration admission admonition affirmation agreement
    aim alarm alert allegation allusion anger announcement answer anxiety apology appeal apprehension approval argument
    aspiration assertion assessment assurance attack attempt attestation averment avowal belief boast bombast broadside
    call caveat censure characterisation characterization charge claim clarification comment comments commitment
    complaint concern conclusion condemnation confession confidence conjecture consensus consternation contempt
    contention conviction countercharge counterclaim criticism critique decision declaration defence defense demand
    denial depiction description desire determination diatribe dig disagreement disappointment disapproval disbelief
    disdain dismay dismissal dissent distrust doubt dread effort embrace endorsement enthusiasm estimate eulogy excuse
    exhortation expectation explanation faith fear feeling finding forecast frustration fury gibe grievance griping
    grumble grumbling guess hint hope hunch hypothesis idea impression incredulity indication indignation insinuation
    insistence insult intent intention interpretation intuition irritation issue jab jibe joke judgement judgment lament
    lamentation line mantra maxim message misgiving mockery narrative nod notion oath objection observation offer
    opinion opposition optimism outburst outcry outrage pessimism plaint plan plea pledge portrayal position post praise
    prediction preference premonition presentiment presumption pretence prognosis projection promise prophecy proposal
    protest protestation proviso put-down question quibble quip rant rationale reaction reassurance rebuke rebuttal
    reckoning recollection recommendation reference refusal regret rejection reluctance remark remarks reminder reply
    report reproach request resentment reservation resistance response retort rhetoric riposte ruling rumor rumour
    scepticism scorn self-assessment sense skepticism slur sneer soundbite speculation stance statement stipulation
    suggestion support surmise suspicion swipe talk taunt testimonial testimony theory thesis thought threat tip-off
    tirade tribute trust tweet unease verdict version view vision vow warning whisper willingness wisecrack wish word
    worry yearning
    """.split()
)
"""Nouns that name a claim, with "that", "to" or "of" before what is claimed: "their claim that", "his call to"."""

REPORTS = frozenset(
    """
    accusation allegation belief charge claim complaint concern conjecture doubt fear finding forecast hint insinuation
    misgiving prediction prophecy report rumor rumour speculation suggestion suspicion theory warning whisper
    """.split()
)
"""Of these, those that are claims of nobody named wherever a clause follows: "denied reports that"."""

STATED = frozenset("belief case conclusion consensus feeling hope impression logic thinking version".split())
"""Nouns that tell what somebody holds where "is that" follows: "the defence case is that"."""

CHARGES = {
    noun: frozenset(prepositions.split())
    for nouns, prepositions in {
        "accusation allegation charge claim report rumor rumour suspicion threat": "of",
        "chance hope prospect": "of",
        "complaint hint prediction promise prophecy speculation talk warning": "about of",
        "anxiety concern doubt fear scepticism skepticism worry": "about for of over",
    }.items()
    for noun in nouns.split()
}
"""Nouns that give what a preposition leads to, though nobody is named, to somebody: "reports of gunfire"."""

HEARSAY = frozenset(
    """
    argument assumption belief claim consensus doctrine gossip joke legend line lore orthodoxy rumor rumour saying story
    superstition suspicion theory thinking tradition view wisdom word
    """.split()
)
"""What is told without anybody who tells it: "legend has it that", "the story goes"."""

POINTS = frozenset(
    """
    accusation allegation assertion assessment assumption belief characterisation characterization charge claim
    conclusion contention description fact idea insinuation interpretation label narrative notion phrase point
    prediction reading something suggestion theory verdict version view
    """.split()
)
"""What a whole sentence may be called after it: "…, a fact both sides acknowledge"."""

SAYS_OR_SAYINGS = frozenset(
    """
    alleges argues asserts believes calls claims concludes contends counters demands disputes doubts estimates fears
    forecast forecasts guesses hints hopes insists notes predicts promises questions recall recalls reckons remembers
    reports requests says show suggests suspects thinks warns wonders worries
    """.split()
)
"""Words that are verbs of saying or nouns for what is said."""

LAST_WORDS = frozenset(
    """
    argued argues claimed claims finds found indicate indicated indicates read reads reported reports reveal revealed
    reveals said say says show showed shows stated states suggest suggested suggests warned warns
    """.split()
)
"""Forms of verbs of saying that may end a sentence: "…, figures show."."""

UTTERANCES = frozenset(
    """
    abstract account accusation ad address advertisement affidavit agency agenda allegation almanac analysis annals
    annex appendix argument article assay assessment atlas audio audit autopsy backgrounder banner barometer bill
    biography blog blueprint bodycam book briefing broadcaster broadsheet brochure bulletin bylaw cable calendar caption
    catalog catalogue cctv census certificate channel chapter chart charter chronicle circular citation claim clause
    clip column commentary comments communique complaint constitution contract copy core correspondence count covenant
    coverage credo crossword daily dashboard data database declaration decree deed diagnosis diagram diary dictionary
    directive directory disclaimer dispatch document documentary dossier e-mail edict editorial email encyclopaedia
    encyclopedia entry epitaph essay eulogy evidence excerpt exclusive experiment extract fact-check feature figures
    file filing film finding flyer footage forecast gazette glossary graffiti graph graphic guidebook guideline handbook
    handout headline herald history illustration image imagery index indictment infographic inquiry inscription insert
    instruction interview inventory investigation invitation invoice label lawsuit leaflet ledger legislation letter
    list listing log logbook lyrics magazine manifest manifesto manual manuscript map measurement media memo memoir
    memorandum menu message minutes model modeling modelling monograph mortem narrative network newsletter newspaper
    newsreel notation note notebook notice obituary op-ed opinion order outlet pamphlet paper paperwork paragraph
    passage passport petition photo photograph picture placard plaque poem poll polling portrait post post-mortem
    postcard poster postmortem preamble preface press press-release primer printout proclamation profile program
    programme projection proposal prospectus protocol publication questionnaire quotation reading receipt recommendation
    record recording register regulation release remarks reminder report reporting research resolution result review
    roll rota rulebook ruling sample sampling scan schedule scorecard script scripture scroll sheet sign signage
    simulation site slip slogan snapshot sonogram sounding spectrogram speech spreadsheet statement statistics statute
    sticker story study subtitle suit summary summons survey syllabus synopsis tabloid tally tape teardown telegram
    telegraph telemetry template test testimonial testimony text textbook thesis thread tombstone tracker tract
    transcript transcription translation treatise treaty trial tweet update verdict verse video vlog warrant website
    weekly whitepaper wiretap x-ray yearbook
    """.split()
)
"""Things made of words, which can be said to say: "the report suggests"."""

OWN_WORDS = frozenset(
    """
    allegation announcement assertion assessment claim comment complaint declaration denial filing letter memo message
    note notice petition remark ruling statement suit verdict
    """.split()
)
"""What the words of the speaker in the sentence before may be called: "the statement added that"."""

REPORTED_AS = frozenset(
    """
    account allegation announcement assertion claim comment news quote remark report statement word
    """.split()
)
"""What a relayed claim may be called in the sentence after it."""

VIEWS = frozenset(
    """
    account admission assessment blueprint calculation conviction count description estimate estimation eye figures
    interpretation judgement judgment language lexicon memory mind opinion parlance perspective phrase plan proposal
    reckoning recollection scheme standpoint telling terminology thinking version view viewpoint word
    """.split()
)
"""What a claim may be "in" when it is somebody's: "in the view of the court"."""

RECKONINGS = frozenset("account calculation consent count estimate reckoning report tally".split())
"""What something is so "by" when nobody in particular holds it: "by all accounts", "by one estimate"."""

ADJECTIVES = frozenset(
    """
    adamant afraid aggrieved aghast agitated agnostic alarmed amazed ambivalent amused angry annoyed antagonistic
    anxious appalled apprehensive ashamed assured astonished astounded aware baffled bemused bitter bothered bullish
    buoyant cagey caustic cautious certain cheered circumspect clear clear-eyed comfortable committed complimentary
    concerned confident conscious contemptuous convinced coy critical curious curt cynical dead-set defiant delighted
    desperate determined disappointed disdainful disgusted disillusioned dismayed dismissive dissatisfied distraught
    distressed disturbed doubtful downbeat dubious dumbfounded eager elated embarrassed emphatic encouraged enraged
    enthusiastic envious exasperated excited explicit fatalistic fearful flattered fond forthright frustrated furious
    galled glad gloomy grateful gratified gutted happy hawkish heartbroken heartened hell-bent hesitant honest hopeful
    horrified hostile impatient impressed incensed inclined incredulous indignant infuriated insistent interested
    intrigued irate irked irritated jealous jubilant keen leery livid lukewarm mindful miserable mystified nervous
    non-committal noncommittal open opposed optimistic outraged outspoken overjoyed perplexed persuaded perturbed
    pessimistic philosophical phlegmatic pleased positive proud puzzled ready regretful relieved reluctant remorseful
    repentant resentful resolute sad saddened sanguine satisfied scared scathing sceptical shocked sickened skeptical
    sorry stoical stunned supportive sure surprised suspicious sympathetic tentative thankful thrilled troubled
    unabashed unanimous unapologetic unaware unbending unbowed uncertain uncomfortable unconcerned unconvinced undecided
    uneasy unequivocal unfazed unhappy unimpressed unmoved unperturbed unrepentant unsure unsympathetic unwilling
    unworried upset vehement vexed vocal vociferous wary willing wistful worried
    """.split()
)
"""Adjectives of attitude: "is confident that", "are critical of"."""

OF_SOMEBODY = frozenset(
    "adamant confident convinced determined hopeful insistent keen optimistic satisfied unaware unhappy willing".split()
)
"""Of these, those that tell of "it" only where that is somebody: "it was adamant that", not "it was clear that"."""

ATTITUDE_PREPOSITIONS = frozenset("about against at by for in of on over to toward towards with".split())
"""Prepositions that lead from a word of attitude to what it is about."""

HEDGES = frozenset("allegedly apparently ostensibly purportedly putatively reportedly rumoredly supposedly".split())
"""Adverbs that give the clause to nobody in particular."""

HEDGED_THINGS = frozenset("alleged presumed purported putative rumored rumoured so-called supposed suspected".split())
"""Adjectives that give what they stand before to nobody in particular: "the alleged bribe"."""
