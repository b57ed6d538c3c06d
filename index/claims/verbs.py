"""The verbs by which English gives a claim to somebody, in the form a dictionary has them, by what may follow them.

The lists are written from knowledge of the language.
"""

from __future__ import annotations

SPEECH = frozenset(
    """
    acknowledge add admit advise affirm agree allege announce answer argue articulate ask assert assure attest aver avow
    babble bark bellow bemoan blog blurt bluster boast boo boom brag brief bristle burble calculate carp caution certify
    chant charge chatter cheer chorus claim clarify comment complain concede conclude concur confess confide confirm
    conjecture contend contest corroborate counsel counter crow cry deadpan declare decree demur deny disagree disclaim
    disclose dispute divulge editorialise editorialize elaborate email emphasise emphasize enquire enthuse estimate
    exclaim explain expostulate expound exult find flag forecast foretell forewarn fret fulminate fume gasp gloat gossip
    gripe grouse growl grumble guarantee gush hazard heckle hint hiss holler impart implore inform inquire insist
    interject intimate intone jabber jeer jest joke kid lament lisp maintain marvel mention moan mouth mumble murmur
    muse mutter narrate natter note notify object observe opine orate parry philosophise philosophize plead pledge
    pontificate post prate prattle preach predict proclaim profess promise pronounce prophesy protest quip rail rant
    rasp rave reaffirm reason reassure rebut recall recite reckon recount refute reiterate rejoice relate remark remind
    remonstrate repeat reply report respond retell retort rhapsodise rhapsodize riposte roar rule say scoff scold scrawl
    scream screech scribble sermonise sermonize shout shriek signal simper sing snarl sneer snicker sniff snigger
    specify speculate squawk squeak stammer state stress stutter summarise summarize surmise swear taunt tease telegraph
    tell testify text thank threaten thunder tweet underline underscore urge utter vent venture verify volunteer vouch
    vow wail warn whine whinge whisper wisecrack wonder write yammer yap yell
    """.split()
)
"""Verbs of saying, which make their subject a speaker whatever it is (bare pronouns such as "this" apart)."""

QUOTING = frozenset(
    """
    agree bark beam begin blast boo boom burst cable cackle chant cheer chime chip chuckle cluck continue coo crack
    croak crow drawl end erupt exhale explode finish fire gesture giggle go grin growl guffaw gulp gurgle hoot howl
    huff interpose interrupt intone laugh message mouth mutter nod pant persist philosophize pipe plead pout press
    purr put quaver question quip radio rasp read recite reminisce resume rhyme ring roar scowl shrill shrug sigh
    sing smile snap sniff snort sob spit splutter sputter squeal start stutter sulk text tut venture volunteer
    warble weep whimper wince wink yawn yelp yodel
    """.split()
)
"""Verbs that say something only beside a quotation: "he shrugged"."""

TELLING = frozenset(
    """
    add admit advise allege announce answer argue ask assert assure claim confess confirm deny explain inform insist
    mention order pledge promise recount remind reply report say state suggest swear tell threaten urge vow warn write
    """.split()
)
"""Verbs of telling."""

QUESTIONS = frozenset("ask debate doubt enquire inquire query question wonder".split())
"""Verbs after which a clause with a question word is what is claimed: "wondered why"."""

ADDRESSEE = frozenset(
    """
    advise ask assure beg beseech brief call caution challenge command convince dare direct encourage exhort implore
    inform instruct invite lecture notify order persuade press pressure promise push reassure remind request show teach
    tell urge warn
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
    accept adjudge agree anticipate applaud appreciate ascertain assess assume attest believe bet calculate care caution
    challenge conceive conjecture consider crave decide deduce deem demand demonstrate deplore desire despair determine
    disagree discover dislike dispute divine document doubt dream endorse envisage envision exclude expect fancy fathom
    favor favour fear feel figure foresee foretell forget gather guess hate hear hold hope hypothesise hypothesize
    imagine imply indicate infer insist intend judge know learn like long love mean notice oppose perceive plan posit
    postulate praise prefer presume project prophesy propose prove query question realise realize reckon recognise
    recognize recommend record regret remember repute request require resent reveal rue see sense show spot stipulate
    suggest support suppose surmise suspect theorise theorize think tip trust understand view visualise visualize vote
    wager want warrant welcome wish worry yearn
    """.split()
)
"""Verbs of thought, attitude and evidence: a claim only when the subject is somebody or a document that can speak."""

SAYING = SPEECH | ATTITUDE
"""Verbs that a clause with what is said or thought may follow."""

INFINITIVE = frozenset(
    """
    aim claim crave demand expect hope intend long mean plan pledge prefer profess promise propose purport swear
    threaten undertake vow want wish yearn
    """.split()
)
"""Verbs followed by "to" and what is held out, wanted or held to be; refusals and attempts are acts, not claims."""

OBJECT = frozenset(
    """
    abhor accept accuse acknowledge admire admit admonish adore advocate affirm allege announce anticipate applaud
    appreciate argue articulate ascribe assail assert assume attribute back bash believe belittle bemoan berate bewail
    blackball blame blast boo brand brush-off call call-out caricature castigate censure certify challenge champion
    characterise characterize chastise cheer chide chronicle cite claim commemorate commend communicate compare concede
    condemn condone confirm congratulate consider contemplate contest contradict convey corroborate credit criticise
    criticize critique curse debunk declare decry deem defame defend define defy demand demonise demonize denigrate
    denounce deny depict deplore deprecate deride describe despise detail detest disapprove disavow disclose dislike
    dismiss disown disparage dispute distrust document doubt downplay dread dub emphasise emphasize endorse envisage
    envision equate estimate eulogise eulogize exaggerate exalt excuse exemplify exonerate expect explain express extol
    fault favor favour fear flay forecast foresee glorify hail hate heckle herald highlight hint hymn idolise idolize
    illustrate imagine impugn impute insult interpret invoke jeer justify label lambast lambaste lament lampoon lash
    laud leak like liken lionise lionize loathe love malign memorialize mention minimise minimize mischaracterise
    mischaracterize misrepresent misstate mistrust mock moot mourn mull note oppose outline overestimate overstate paint
    pan perceive pinpoint play-down plead pledge ponder pooh-pooh portray postulate praise predict prefer prescribe
    prioritise prioritize proclaim profess project promise promote pronounce propose protest question quote rap reaffirm
    rebuke rebut recall recommend recount reference refute regard regret reiterate reject remember renounce report
    reprimand reproach reprove repudiate resent respect reveal revile ridicule romanticize rubbish satirise satirize
    savage scold scorn second signal skewer slam slander slate smear spotlight stigmatise stigmatize stipulate stress
    substantiate suggest support suspect taunt tease term threaten tout trash trivialise trivialize trumpet trust tweet
    underestimate underline underplay underrate underscore understate unveil upbraid urge validate verify vilify
    vindicate voice vow want warn welcome
    """.split()
)
"""Verbs whose object, with what is said of it, is the claim: "dismissed the fears", "called him a liar"."""

CALLING = frozenset("brand call declare deem dub label name pronounce term".split())
"""Of these, those that say what their object is: "called them a betrayal"."""

OBJECT_AS = frozenset(
    """
    acclaim appraise assess bill cast classify construe define depict diagnose dress envisage frame give hail identify
    interpret know label name paint peg perceive pitch portray present quote rate read recall reckon recognise recognize
    redefine regard remember represent see sell style summarise summarize tout treat view
    """.split()
)
"""Verbs whose object is the claim only with "as": "framed it as a triumph"."""

MAKING = frozenset(
    """
    add advance air announce cast cite convey deliver draw drop evince express file float give have hold issue keep
    launch level maintain make moot mount offer pay post pour press publish push put raise reiterate release renew
    repeat retract send share sound stand take unleash voice withdraw write
    """.split()
)
"""What somebody does with a claim who makes it: "issued a statement that"."""

ONLY_PEOPLE = frozenset(
    """
    accuse admit allege assume believe blame boast censure challenge complain concede condemn congratulate criticise
    criticize decry denounce deny deplore deride disagree dispute doubt expect fear fret hope insist lament loathe mock
    oppose praise question reckon regret reject repudiate resent ridicule scoff scold suspect think vow want wonder
    worry
    """.split()
)
"""Verbs whose subject is somebody, whatever word stands for them: "the market doubts it", "Corvane blames"."""

DENYING = frozenset(
    """
    accept acknowledge admit anticipate challenge condemn confirm contest criticise criticize decry denounce deny
    deplore dismiss dispute doubt envisage expect fear forecast foresee mock predict project promise question refute
    regret reject ridicule
    """.split()
)
"""Verbs that say something of the noun whose clause they stand in: "a figure the bank disputes"."""

OF_THINGS = DENYING | frozenset("brand call cost deem describe dub estimate label put term value want".split())
"""The same, and those that do so with a complement: "a time her rival described as slow"."""

SEEMING = frozenset("appear seem".split())
"""What something does of which nobody says that it is so: "appears undamaged", "the market, it seems, doubts it"."""

SHOWING = frozenset(
    """
    attribute confirm count date describe detail disclose document estimate find give identify indicate lay link list
    mention name note pin point put rank rate record register reveal show suggest tie trace
    """.split()
)
"""What a poll, a study or a paper does with what it holds: "a poll found 40 percent in favour"."""

RELAYS = frozenset(
    """
    air broadcast carry circulate cite disseminate distribute publish quote relay release repeat report
    """.split()
)
"""What a news agency does to somebody else's claim: "The claim was relayed by the agency"."""

WITNESSING = frozenset("hear notice observe see smell spot watch witness".split())
"""What a witness does who tells what there was: "a reporter saw a crater"."""

COUNTING = frozenset("count log record register tally".split())
"""What somebody does who tells how many there were: "she had logged 41 of them"."""

REGISTERING = frozenset("record register".split())
"""Of these, what others do with songs, firms and results: a claim only where a body does so."""

EMERGING = frozenset("emerge transpire".split())
"""What "it" does when something comes out that nobody is named for: "it emerged that"."""

COMING = frozenset(
    """
    abound appear arise arrive circulate come do emerge fade filter fly follow gain gather go grow leak mount multiply
    persist ripple rumble spread surface sweep swirl travel trickle
    """.split()
)
"""What reports and rumours do: "word came that", "rumours swirled that"."""

RAISED = frozenset("air express grow linger mount persist raise remain voice".split())
"""What is done with doubts, or what they do: "concerns have been raised about"."""

HEDGED_PASSIVE = frozenset(
    """
    acclaim accuse acknowledge allege anticipate assess assume attribute believe bill blame brand call caricature
    characterise characterize charge cite claim condemn conjecture consider construe credit criticise criticize decry
    deem denounce depict describe diagnose dub estimate expect fault fear feel forecast hail herald hint hope identify
    interpret judge know label laud mock mourn name perceive portray praise predict presume project prophesy put quote
    rate reckon regard remember report rumor rumour say see speculate suggest suppose suspect think tip tout treat
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

PASSIVE_NEEDS_AS = frozenset(
    """
    acclaim bill brand cite construe diagnose hail herald identify interpret judge label mourn name quote rate remember
    see tip tout treat view
    """.split()
)
"""Of these, the passive is a claim only with "as", "for" or "to" and what follows."""

HEDGED_ALONE = frozenset("allege believe expect fear presume rumor rumour suspect think".split())
"""Of these, the passive is a claim with nothing after it: "is expected on Monday", "as first feared"."""

HEDGED_TO = frozenset("allege believe forecast know reckon report rumor rumour say think tip".split())
"""Verbs that "to" follows in the passive alone: "the two are on the run and thought to be abroad"."""
