"""The verbs by which English gives a claim to somebody, in the form a dictionary has them, by what may follow them.

The lists are written from knowledge of the language.
"""

from __future__ import annotations

SPEECH = frozenset(
    """
    acknowledge add admit advise affirm agree allege announce answer argue ask assert assure attest aver avow bark
    bellow bemoan blog blurt boast boo boom brag bristle calculate carp caution certify chant charge cheer chorus
    claim clarify comment complain concede conclude concur confess confide confirm conjecture contend corroborate
    counsel counter crow cry deadpan declare decree demur deny disagree disclaim disclose dispute divulge
    editorialise editorialize elaborate email emphasise emphasize enquire enthuse estimate exclaim explain expound
    find flag forecast forewarn fret fume gasp gloat gripe grouse growl grumble guarantee gush hazard heckle hint
    hiss impart implore inform inquire insist interject intimate intone jeer jest joke kid lament maintain marvel
    mention moan mumble murmur muse mutter note notify object observe opine parry plead pledge post preach predict
    proclaim profess promise pronounce protest quip rail rant reaffirm reason reassure rebut recall recount refute
    reiterate rejoice relate remark remind repeat reply report respond retort roar rule say scoff scold scream shout
    signal sing snarl sneer sniff specify speculate stammer state stress stutter summarise summarize swear taunt
    tease tell testify thank threaten thunder tweet underline underscore urge utter vent venture verify vouch vow
    wail warn whine whinge whisper wonder write yell
    """.split()
)
"""Verbs of saying, which make their subject a speaker whatever it is (bare pronouns such as "this" apart)."""

QUOTING = frozenset(
    """
    agree bark beam begin boo boom cable cheer chime chuckle continue coo crack croak drawl end erupt explode finish
    fire go grin growl huff interrupt intone laugh message nod persist philosophize pipe press put quip radio read
    recite reminisce ring roar scowl shrug sigh sing smile snap sniff sob spit splutter sputter squeal start text
    venture volunteer weep whimper yelp
    """.split()
)
"""Verbs that say something only beside a quotation: "he shrugged"."""

TELLING = frozenset(
    """
    add admit advise allege announce answer argue ask assert assure claim confess confirm deny explain inform insist
    mention order pledge promise recount remind reply report say state suggest swear tell threaten urge vow warn
    write
    """.split()
)
"""Verbs of telling."""

QUESTIONS = frozenset("ask debate doubt enquire inquire query question wonder".split())
"""Verbs after which a clause with a question word is what is claimed: "wondered why"."""

ADDRESSEE = frozenset(
    """
    advise ask assure beg beseech brief call caution challenge command convince dare direct encourage exhort implore
    inform instruct invite lecture notify order persuade press pressure promise push reassure remind request show
    teach tell urge warn
    """.split()
)
"""Verbs whose object is spoken to, not spoken of, when a clause or "to" follows: "told voters that"."""

DISCLOSING = frozenset(
    """
    answer comment confirm disclose discuss elaborate explain respond reveal say speak specify speculate tell
    """.split()
)
"""What somebody who keeps silent refuses to do: "declined to comment", "would not say which"."""

ATTITUDE = frozenset(
    """
    accept agree anticipate applaud appreciate assume believe care caution challenge consider decide deduce deem
    demand demonstrate desire determine disagree discover dislike doubt dream endorse envisage envision expect favor
    favour fear feel figure foresee forget gather guess hate hear hold hope hypothesise hypothesize imagine imply
    indicate infer insist intend judge know learn like love mean notice oppose plan posit postulate praise prefer
    presume project propose prove question realise realize reckon recognise recognize recommend regret remember
    request require reveal see sense show stipulate suggest support suppose surmise suspect theorise theorize think
    trust understand view vote want welcome wish worry
    """.split()
)
"""Verbs of thought, attitude and evidence: a claim only when the subject is somebody or a document that can speak."""

INFINITIVE = frozenset(
    """
    aim claim demand expect hope intend plan pledge prefer profess promise propose purport swear threaten vow want
    wish
    """.split()
)
"""Verbs followed by "to" and what is held out, wanted or held to be; refusals and attempts are acts, not claims."""

OBJECT = frozenset(
    """
    abhor accept accuse acknowledge admire admit admonish adore advocate affirm allege announce applaud appreciate
    articulate ascribe assail assert attribute back bash believe belittle bemoan berate blame blast boo brand
    brush-off call call-out caricature castigate censure certify challenge champion characterise characterize
    chastise cheer chide chronicle cite claim commemorate commend communicate compare concede condemn confirm
    congratulate consider contemplate contest contradict convey corroborate credit criticise criticize critique
    debunk declare decry deem defame defend define defy demand demonise demonize denounce deny depict deplore deride
    describe despise detail detest disapprove disavow disclose dislike dismiss disown disparage dispute distrust
    document doubt downplay dread dub emphasise emphasize endorse envisage envision equate estimate eulogize
    exaggerate excuse exemplify exonerate expect explain express extol fault favor favour fear forecast foresee
    glorify hail hate heckle herald highlight hint idolize illustrate imagine impugn insult interpret invoke jeer
    justify label lambaste lament laud leak like liken lionize loathe love malign memorialize mention minimise
    minimize mischaracterise mischaracterize misrepresent misstate mistrust mock mourn mull note oppose outline
    overstate paint pan perceive pinpoint play-down plead pledge ponder portray praise predict prefer prescribe
    prioritise prioritize proclaim profess project promise promote pronounce propose protest question quote rap
    reaffirm rebuke rebut recall recommend recount reference refute regard regret reiterate reject renounce report
    repudiate resent respect reveal ridicule romanticize satirise satirize scold second signal skewer slam slander
    smear spotlight stipulate stress substantiate suggest support suspect taunt tease term thank threaten tout
    trivialise trivialize trumpet trust tweet underestimate underline underscore unveil upbraid urge validate verify
    vilify vindicate voice vow want warn welcome
    """.split()
)
"""Verbs whose object, with what is said of it, is the claim: "dismissed the fears", "called him a liar"."""

OBJECT_AS = frozenset(
    """
    bill cast frame identify know name peg pitch present quote recall regard remember represent see style treat view
    """.split()
)
"""Verbs whose object is the claim only with "as": "framed it as a triumph"."""

OF_OBJECTS = frozenset("about against as for of over to with".split())
"""Prepositions after the object that belong to what is said of it: "accused him of lying", "hailed it as a triumph"."""

PREPOSITIONS = {
    verb: frozenset(prepositions.split())
    for verb, prepositions in {
        "accuse": "of",
        "admit": "to",
        "advocate": "against for",
        "agree": "on to with",
        "allude": "to",
        "apologise": "for",
        "apologize": "for",
        "appeal": "for to",
        "approve": "of",
        "argue": "about against for over",
        "beg": "for",
        "believe": "in",
        "boast": "about of",
        "brag": "about of",
        "call": "for on upon",
        "campaign": "against for",
        "care": "about",
        "caution": "about against",
        "comment": "about on",
        "complain": "about of",
        "confess": "to",
        "cry": "for",
        "decide": "against on",
        "disagree": "about on with",
        "disapprove": "of",
        "dream": "about of",
        "elaborate": "on",
        "enquire": "about into",
        "gripe": "about",
        "grumble": "about",
        "hint": "at",
        "hope": "for",
        "inquire": "about into",
        "insist": "on upon",
        "inveigh": "against",
        "joke": "about",
        "lash": "at",
        "lobby": "against for",
        "object": "to",
        "opine": "about on",
        "plead": "for with",
        "point": "out to",
        "preach": "about",
        "press": "for",
        "protest": "against",
        "push": "for",
        "rage": "about against",
        "rail": "about against",
        "rant": "about against",
        "rave": "about",
        "react": "to",
        "refer": "to",
        "reflect": "on",
        "remark": "on upon",
        "respond": "to",
        "speak": "about against of on",
        "speculate": "about on",
        "talk": "about of up",
        "tell": "about of",
        "testify": "about to",
        "think": "about of",
        "vote": "against for",
        "vouch": "for",
        "warn": "about against of",
        "wonder": "about at",
        "worry": "about over",
        "write": "about of",
    }.items()
}
"""Verbs that reach what is claimed through a preposition: "warned of floods", "called for calm"."""

PHRASAL = frozenset(
    tuple(pair.split("-"))
    for pair in """
    back-up bring-up brush-aside brush-off call-out chime-in come-out cut-in double-down fight-back fire-back
    give-away hit-back hit-out lash-out laugh-off lay-out let-on make-out own-up play-down play-up point-out
    push-back put-down put-forward rule-out set-forth set-out shoot-back shrug-off sign-off speak-out speak-up
    spell-out stand-by sum-up talk-down talk-up turn-down wave-off weigh-in write-down write-off
    """.split()
)
"""Verbs with a particle that say something, whatever the verb alone does: "ruled out", "hit back"."""

MAKING = frozenset(
    """
    add air announce cast cite convey deliver draw drop evince express file give have hold issue keep launch level
    maintain make mount offer pay post pour press publish push put raise reiterate release renew repeat retract send
    share sound stand take unleash voice withdraw write
    """.split()
)
"""What somebody does with a claim who makes it: "issued a statement that"."""

BLAMING = frozenset("lay pin place put".split())
"""What somebody does with the blame who says whose it is: "pinned the blame on the contractor"."""

SHOWING = frozenset(
    """
    count describe detail estimate find give identify indicate list put record reveal show suggest
    """.split()
)
"""What a poll, a study or a paper does with what it holds: "a poll found 40 percent in favour"."""

SEEN = frozenset(
    """
    cause chance danger evidence future hope merit need point prospect reason risk room sense sign
    """.split()
)
"""What somebody sees, or sees no, who judges: "sees no reason why"."""

RELAYS = frozenset(
    """
    air broadcast carry circulate cite disseminate distribute publish quote relay release repeat report
    """.split()
)
"""What a news agency does to somebody else's claim: "The claim was relayed by the agency"."""

EMERGING = frozenset("emerge transpire".split())
"""What "it" does when something comes out that nobody is named for: "it emerged that"."""

COMING = frozenset(
    """
    abound appear arise arrive circulate come do emerge fly follow go grow mount persist spread surface swirl
    """.split()
)
"""What reports and rumours do: "word came that", "rumours swirled that"."""

RAISED = frozenset("air express grow linger mount persist raise remain voice".split())
"""What is done with doubts, or what they do: "concerns have been raised about"."""

HEDGED_PASSIVE = frozenset(
    """
    accuse acknowledge allege anticipate assume attribute believe blame brand call characterise characterize charge
    cite claim condemn consider credit criticise criticize deem denounce depict describe dub estimate expect fault
    fear feel hail hint hope identify know label laud mock name perceive portray praise predict presume project put
    quote reckon regard remember report rumor rumour say see speculate suggest suppose suspect think tip treat
    understand view
    """.split()
)
"""Verbs whose passive without "by" leaves the claim to nobody in particular: "is believed to have fled"."""

PASSIVE_OVER = {
    verb: frozenset(prepositions.split())
    for verbs, prepositions in {
        "accuse suspect": "of",
        "condemn credit criticise criticize denounce fault praise": "for with",
        "blame laud mock": "for",
        "charge": "with",
        "attribute": "to",
    }.items()
    for verb in verbs.split()
}
"""Prepositions of such passives that lead to what is said: "is accused of theft", "was charged with theft"."""

PASSIVE_NEEDS_AS = frozenset("brand cite hail identify label name quote remember see tip treat view".split())
"""Of these, the passive is a claim only with "as", "for" or "to" and what follows."""

HEDGED_ALONE = frozenset("allege believe expect fear presume rumor rumour suspect think".split())
"""Of these, the passive is a claim with nothing after it: "is expected on Monday", "as first feared"."""

HEDGED_TO = frozenset("believe know say think".split())
"""Verbs that "to" follows in the passive alone: "the two are on the run and thought to be abroad"."""
