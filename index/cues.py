"""The words by which English gives a claim to somebody: verbs, nouns and adverbs, and who or what can speak.

The lists are written from knowledge of the language. A verb's list says what may follow it as what is claimed.
"""

from __future__ import annotations

from functools import cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEECH = _words(
    "confide intimate aver conjecture impart hazard chorus editorialize editorialise specify flag forewarn taunt "
    "heckle bristle deadpan email kid whinge grouse carp whine wail snarl hiss mumble stutter say state tell claim "
    "assert declare announce argue add note observe remark comment reply respond answer insist maintain contend "
    "allege affirm reaffirm reiterate repeat stress emphasize emphasise underline underscore explain clarify concede "
    "acknowledge admit confess deny warn caution complain charge counter retort quip joke write tweet post report "
    "proclaim profess testify swear vouch conclude recall recount relate mention disclose divulge confirm predict "
    "forecast estimate calculate boast brag vow pledge promise threaten guarantee assure reassure inform notify "
    "advise remind exclaim shout yell scream cry whisper murmur mutter grumble chant sing intone interject opine muse "
    "speculate ask inquire enquire wonder lament bemoan moan gripe protest object marvel rejoice gush tease plead "
    "urge agree disagree disclaim signal hint elaborate summarize summarise rule find decree blog rail rant thunder "
    "fume pronounce avow attest certify dispute refute rebut scoff sneer jeer demur utter bark growl boom roar bellow "
    "venture reason expound enthuse crow gloat fret vent sniff scold verify corroborate counsel implore jest gasp "
    "stammer blurt preach parry concur thank cheer boo"
)
"""Verbs of saying, which make their subject a speaker whatever it is (bare pronouns such as "this" apart)."""

QUOTING = _words(
    "interrupt persist beam coo crack drawl huff quip scowl spit splutter squeal sputter whimper yelp explode erupt "
    "pipe reminisce philosophize text message cable radio ring begin start continue go read snap fire bark growl boom "
    "roar shrug laugh sigh chuckle smile grin nod cheer boo sing recite sob weep croak sniff intone chime agree "
    "volunteer venture finish end put interrupt press"
)
"""Verbs that say something only beside a quotation: "he shrugged"."""

ATTITUDE = _words(
    "believe think feel expect hope fear doubt suspect assume presume suppose consider reckon guess imagine know "
    "understand realize realise recognize recognise accept anticipate foresee worry regret wish dream trust suggest "
    "imply indicate show reveal demonstrate prove mean propose recommend decide determine judge deem figure see view "
    "learn discover hear gather envision envisage intend demand request require insist prefer favor favour support "
    "oppose endorse question challenge love hate like dislike appreciate welcome applaud praise vote agree disagree "
    "care remember forget notice sense desire want plan hold intend stipulate hypothesize hypothesise theorize "
    "theorise postulate posit surmise infer deduce caution project"
)
"""Verbs of thought, attitude and evidence: a claim only when the subject is somebody or a document that can speak."""

INFINITIVE = _words(
    "plan intend aim want wish prefer promise vow pledge threaten claim hope expect demand swear profess purport "
    "propose"
)
"""Verbs followed by "to" and what is held out, wanted or held to be; refusals and attempts are acts, not claims."""

OBJECT = _words(
    "describe dismiss reject deny question criticize criticise praise condemn denounce accuse blame slam blast mock "
    "ridicule deride defend support oppose endorse back welcome applaud hail laud commend decry deplore rebuke "
    "chastise castigate lambaste assail rap fault censure admonish scold belittle disparage disavow renounce "
    "repudiate refute rebut dispute challenge contest contradict confirm announce declare propose recommend suggest "
    "demand advocate favor favour reiterate stress emphasize emphasise underscore underline highlight acknowledge "
    "admit concede mention note explain outline detail portray characterize characterise depict paint brand label "
    "call term dub deem consider regard credit thank congratulate compare liken predict forecast foresee expect fear "
    "doubt regret lament bemoan mourn estimate claim promise pledge threaten vow urge warn invoke recall reference "
    "tout promote champion trumpet downplay underestimate exaggerate overstate misrepresent brush-off reveal disclose "
    "report allege assert reaffirm affirm protest believe trust distrust mistrust hate love like dislike respect "
    "admire appreciate want prefer accept imagine envision envisage signal attribute ascribe justify excuse vilify "
    "demonize demonise smear insult taunt skewer bash chide upbraid impugn malign slander defame vindicate exonerate "
    "tweet critique berate pan extol stipulate debunk satirize satirise caricature equate mischaracterize "
    "mischaracterise misstate verify corroborate substantiate validate pinpoint jeer boo cheer heckle disown "
    "suspect disapprove minimize minimise play-down second defy tease hint leak plead perceive prioritize prioritise "
    "call-out "
    "express voice cite quote resent dread adore despise detest abhor loathe contemplate ponder mull interpret define "
    "articulate convey communicate chronicle document recount spotlight illustrate exemplify herald unveil trivialize "
    "trivialise glorify romanticize lionize idolize eulogize memorialize commemorate project pronounce proclaim "
    "profess certify prescribe"
)
"""Verbs whose object, with what is said of it, is the claim: "dismissed the fears", "called him a liar"."""

OBJECT_AS = _words(
    "remember recall name identify peg frame present cast treat see view regard know quote represent pitch bill style"
)
"""Verbs whose object is the claim only with "as": "framed it as a triumph"."""

MAKING = _words(
    "make issue give offer express voice have hold raise deliver release publish post write send share repeat file "
    "put cast take pour pay sound draw evince convey cite launch level mount unleash renew reiterate announce "
    "add drop withdraw retract stand press push keep maintain air"
)
"""What somebody does with a claim who makes it: "issued a statement that"."""

OF_OBJECTS = _words("as of for over about against to with")
"""Prepositions after the object that belong to what is said of it: "accused him of lying", "hailed it as a triumph"."""

ADDRESSEE = _words(
    "tell inform notify advise remind assure reassure warn caution urge ask beg implore exhort encourage press "
    "persuade convince order instruct command direct request invite challenge dare promise call brief show teach "
    "lecture beseech pressure push"
)
"""Verbs whose object is spoken to, not spoken of, when a clause or "to" follows: "told voters that"."""

PREPOSITIONS: dict[str, frozenset[str]] = {
    "accuse": _words("of"),
    "admit": _words("to"),
    "advocate": _words("for against"),
    "agree": _words("with on to"),
    "allude": _words("to"),
    "apologize": _words("for"),
    "apologise": _words("for"),
    "appeal": _words("for to"),
    "approve": _words("of"),
    "argue": _words("for against about over"),
    "beg": _words("for"),
    "believe": _words("in"),
    "boast": _words("of about"),
    "brag": _words("of about"),
    "call": _words("for on upon"),
    "campaign": _words("for against"),
    "care": _words("about"),
    "caution": _words("against about"),
    "comment": _words("on about"),
    "complain": _words("of about"),
    "confess": _words("to"),
    "cry": _words("for"),
    "decide": _words("on against"),
    "disagree": _words("with about on"),
    "disapprove": _words("of"),
    "dream": _words("of about"),
    "elaborate": _words("on"),
    "enquire": _words("about into"),
    "gripe": _words("about"),
    "grumble": _words("about"),
    "hint": _words("at"),
    "hope": _words("for"),
    "inquire": _words("about into"),
    "insist": _words("on upon"),
    "inveigh": _words("against"),
    "joke": _words("about"),
    "lash": _words("at"),
    "lobby": _words("for against"),
    "object": _words("to"),
    "opine": _words("on about"),
    "plead": _words("for with"),
    "point": _words("to out"),
    "predict": _words(""),
    "press": _words("for"),
    "preach": _words("about"),
    "protest": _words("against"),
    "push": _words("for"),
    "rage": _words("against about"),
    "rail": _words("against about"),
    "rant": _words("about against"),
    "rave": _words("about"),
    "refer": _words("to"),
    "reflect": _words("on"),
    "respond": _words("to"),
    "react": _words("to"),
    "remark": _words("on upon"),
    "speak": _words("of about against on"),
    "speculate": _words("about on"),
    "talk": _words("of about up"),
    "tell": _words("of about"),
    "testify": _words("about to"),
    "think": _words("of about"),
    "vote": _words("for against"),
    "vouch": _words("for"),
    "warn": _words("of against about"),
    "wonder": _words("about at"),
    "worry": _words("about over"),
    "write": _words("of about"),
}
"""Verbs that reach what is claimed through a preposition: "warned of floods", "called for calm"."""

SEEN = _words("reason need point sign evidence chance prospect risk danger hope merit future room sense cause")
"""What somebody sees, or sees no, who judges: "sees no reason why"."""

SAYS_OR_SAYINGS = _words(
    "recall recalls show forecasts "
    "claims reports fears hopes doubts estimates promises argues notes says counters warns believes disputes "
    "questions demands calls requests"
)
"""Words that are verbs of saying or nouns for what is said."""

PHRASAL = frozenset(
    (pair.partition("-")[0], pair.partition("-")[2])
    for pair in _words(
        "put-down rule-out lay-out spell-out set-out call-out point-out write-off laugh-off shrug-off brush-off "
        "brush-aside wave-off play-down play-up talk-up talk-down bring-up sum-up put-forward set-forth "
        "lash-out speak-out speak-up come-out double-down weigh-in hit-back hit-out push-back fire-back "
        "shoot-back fight-back chime-in cut-in sign-off write-down turn-down back-up stand-by own-up let-on "
        "give-away make-out"
    )
)
"""Verbs with a particle that say something, whatever the verb alone does: "ruled out", "hit back"."""

ADJECTIVES = _words(
    "interested confident convinced sure certain positive afraid aware unaware glad happy unhappy proud sorry hopeful "
    "optimistic pessimistic skeptical sceptical critical supportive doubtful adamant insistent worried concerned "
    "anxious fearful nervous wary suspicious dismissive disappointed angry furious outraged upset surprised shocked "
    "stunned appalled alarmed troubled frustrated annoyed grateful thankful eager keen willing unwilling reluctant "
    "hesitant determined excited enthusiastic delighted pleased thrilled satisfied dissatisfied opposed committed "
    "open mindful conscious persuaded unconvinced undecided unsure uncertain emphatic clear explicit outspoken vocal "
    "ready scared curious jealous envious resentful sympathetic comfortable uncomfortable fond sad relieved horrified "
    "dismayed incensed scathing contemptuous complimentary unimpressed lukewarm bullish dubious disdainful"
)
"""Adjectives of attitude: "is confident that", "are critical of"."""

ATTITUDE_PREPOSITIONS = _words("of about at by on to toward towards for with against over in")
"""Prepositions that lead from a word of attitude to what it is about."""

HEDGED_PASSIVE = _words(
    "believe think say report allege expect describe accuse suspect rumor rumour understand consider estimate claim "
    "suppose presume assume fear feel deem regard view perceive portray characterize characterise depict label brand "
    "dub acknowledge blame criticize criticise quote cite hope predict project anticipate speculate hint suggest "
    "reckon call hail tip know see name identify charge attribute condemn praise credit denounce fault mock laud "
    "remember treat put"
)
"""Verbs whose passive without "by" leaves the claim to nobody in particular: "is believed to have fled"."""

PASSIVE_OVER: dict[str, frozenset[str]] = {
    **dict.fromkeys(("accuse", "suspect"), _words("of")),
    **dict.fromkeys(("criticize", "criticise", "praise", "condemn", "credit", "denounce", "fault"), _words("for with")),
    **dict.fromkeys(("mock", "laud", "blame"), _words("for")),
    "charge": _words("with"),
    "attribute": _words("to"),
}
"""Prepositions of such passives that lead to what is said: "is accused of theft", "was charged with theft"."""

PASSIVE_NEEDS_AS = _words("remember treat see view quote cite hail label brand tip name identify")
"""Of these, the passive is a claim only with "as", "for" or "to" and what follows."""

HEDGED_ALONE = _words("expect fear believe think suspect allege rumor rumour presume")
"""Of these, the passive is a claim with nothing after it: "is expected on Monday", "as first feared"."""

HEDGED_TO = _words("think believe say know")
"""Verbs that "to" follows in the passive alone: "the two are on the run and thought to be abroad"."""

HEDGED_THINGS = _words("so-called alleged purported supposed suspected presumed rumored rumoured")
"""Adjectives that give what they stand before to nobody in particular: "the alleged bribe"."""

QUESTIONS = _words("ask wonder question enquire inquire doubt debate query")
"""Verbs after which a clause with a question word is what is claimed: "wondered why"."""

DISCLOSING = _words(
    "comment say tell disclose reveal discuss elaborate answer respond explain speculate specify confirm speak"
)
"""What somebody who keeps silent refuses to do: "declined to comment", "would not say which"."""

POINTS = _words("fact point claim charge accusation allegation assertion view conclusion verdict")
"""What a whole sentence may be called after it: "…, a fact both sides acknowledge"."""

CLAIM_NOUNS = _words(
    "version line message verdict claim statement assertion allegation accusation argument contention declaration "
    "announcement report suggestion belief view opinion fear hope concern doubt suspicion warning promise pledge vow "
    "threat denial admission acknowledgment acknowledgement insistence conclusion prediction forecast estimate "
    "expectation charge complaint call demand request plea appeal proposal recommendation criticism praise "
    "condemnation remark comment observation notion idea theory hypothesis rumor rumour speculation account testimony "
    "confession conviction assurance reassurance explanation assessment judgment judgement finding ruling decision "
    "desire wish intention intent plan vision commitment effort attempt refusal reluctance willingness determination "
    "offer question reminder hint indication feeling sense impression dismissal rejection endorsement description "
    "characterization characterisation depiction portrayal tweet message post remarks comments rhetoric stance "
    "position attack support opposition issue aim scorn tribute alarm skepticism scepticism optimism pessimism worry "
    "anger outrage frustration disappointment confidence faith trust distrust regret disdain contempt admiration "
    "preference approval disapproval objection resistance enthusiasm swipe jab dig tirade rant diatribe broadside "
    "mockery apology defense defence interpretation insult slur joke thought embrace critique rebuke rebuttal retort "
    "reply response reaction reference allusion nod disagreement agreement talk word"
)
"""Nouns that name a claim, with "that", "to" or "of" before what is claimed: "their claim that", "his call to"."""

REPORTS = _words("report claim allegation accusation rumour rumor suggestion charge finding complaint fear speculation")
"""Of these, those that are claims of nobody named wherever a clause follows: "denied reports that"."""

STATED = _words("case version logic")
"""Nouns that tell what somebody holds where "is that" follows: "the defence case is that"."""

RAISED = _words("raise voice express remain linger grow mount persist air")
"""What is done with doubts, or what they do: "concerns have been raised about"."""

CHARGES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_words("claim report allegation accusation suspicion charge rumour rumor threat"), _words("of")),
    **dict.fromkeys(_words("talk speculation prediction prophecy hint promise complaint warning"), _words("of about")),
    **dict.fromkeys(_words("fear concern worry doubt anxiety scepticism skepticism"), _words("of for about over")),
}
"""Nouns that give what a preposition leads to, though nobody is named, to somebody: "reports of gunfire"."""

COMING = _words(
    "come emerge spread swirl circulate surface arrive mount grow go persist abound follow arise appear do fly"
)
"""What reports and rumours do: "word came that", "rumours swirled that"."""

HEARSAY = _words("argument legend tradition rumour rumor wisdom theory lore story word orthodoxy doctrine")
"""What is told without anybody who tells it: "legend has it that", "the story goes"."""

BLAMING = _words("put pin lay place")
"""What somebody does with the blame who says whose it is: "pinned the blame on the contractor"."""

EMERGING = _words("emerge transpire")
"""What "it" does when something comes out that nobody is named for: "it emerged that"."""

SHOWING = _words("find show put give reveal detail list estimate identify indicate suggest record count describe")
"""What a poll, a study or a paper does with what it holds: "a poll found 40 percent in favour"."""

UTTERANCES = _words(
    "statement report account letter email e-mail post tweet message memo document filing lawsuit complaint suit "
    "article story column editorial op-ed essay book paper study survey poll interview speech address remarks "
    "comments testimony indictment affidavit transcript ruling verdict opinion press-release release dispatch "
    "bulletin review analysis assessment audit investigation inquiry dossier note blog ad advertisement video caption "
    "headline website site record figures data statistics research newspaper magazine tabloid network channel agency "
    "outlet broadcaster media press obituary manifesto communique briefing notice order resolution bill claim "
    "allegation accusation argument text fact-check exclusive evidence test footage imagery image photograph photo "
    "picture result finding sign banner placard poster leaflet label inscription graffiti log diary memoir biography "
    "database census index tally count"
)
"""Things made of words, which can be said to say: "the report suggests"."""

RELAYS = _words("relay report carry publish quote cite distribute broadcast circulate disseminate repeat release air")
"""What a news agency does to somebody else's claim: "The claim was relayed by the agency"."""

VIEWS = _words(
    "perspective standpoint viewpoint view opinion word eye mind estimation judgment judgement assessment telling "
    "account reckoning phrase"
)
"""What a claim may be "in" when it is somebody's: "in the view of the court"."""

OWN_WORDS = _words("claim statement remark comment assertion allegation announcement denial declaration")
"""What the words of the speaker in the sentence before may be called: "the statement added that"."""

REPORTED_AS = _words("claim statement remark comment assertion allegation account announcement report quote news word")
"""What a relayed claim may be called in the sentence after it."""

TELLING = _words(
    "say tell ask assure promise explain warn claim state assert announce reply answer add insist inform advise admit "
    "confess vow pledge threaten suggest argue mention recount write urge remind order report allege swear deny "
    "confirm"
)
"""Verbs of telling."""

HEDGES = _words("apparently reportedly allegedly supposedly purportedly ostensibly rumoredly")
"""Adverbs that give the clause to nobody in particular."""

PEOPLE = _words(
    "gang squad couple pair trio duo clan mob household clergy electorate "
    "merchant servant aunt uncle niece nephew cousin widow widower midwife chef monk nun mechanic architect "
    "accountant attendant applicant complainant claimant informant participant combatant occupant lieutenant sergeant "
    "agent dissident correspondent respondent recipient patient bureaucrat aristocrat technocrat autocrat spouse "
    "girlfriend boyfriend hero heir cook guard scout spy thief recruit cadet pirate prophet poet playwright gymnast "
    "champion magistrate graduate undergraduate comrade captive hostage fugitive native intellectual professional "
    "criminal admiral corporal colonel counsel apprentice novice accomplice referee evacuee detainee trainee returnee "
    "retiree attendee appointee goalie rookie vet medic academic convict archdeacon deacon surgeon patron bursar "
    "vicar registrar friar twin chieftain chaplain warden duchess countess baroness waitress hostess mum mom dad gran "
    "granny grandmother grandfather teen juror signatory luminary plaintiff celebrity dignitary emissary missionary "
    "revolutionary functionary secretariat veterinarian statesman envoy maid butler tutor nanny acquaintance flatmate "
    "housemate trader counterparty carer caretaker janitor beekeeper shopkeeper innkeeper gamekeeper newcomer "
    "outsider official analyst expert source person people man woman child resident witness critic supporter opponent "
    "observer spokesperson spokesman spokeswoman minister president premier governor mayor senator congressman "
    "congresswoman representative lawmaker legislator politician diplomat ambassador envoy judge justice lawyer "
    "attorney prosecutor defendant plaintiff victim suspect investigator detective officer policeman commander "
    "general soldier troop fighter veteran aide adviser advisor assistant secretary chief head chair chairman "
    "chairwoman chairperson leader director manager executive ceo founder owner boss worker employee employer teacher "
    "professor student pupil parent mother father son daughter brother sister wife husband friend neighbor neighbour "
    "colleague doctor nurse physician scientist researcher scholar economist historian author writer journalist "
    "reporter editor columnist commentator pundit blogger host anchor candidate voter delegate member activist "
    "campaigner demonstrator protester protestor protesters organizer organiser delegation opposition group team "
    "crowd audience consumer customer client investor trader buyer seller broker banker farmer fisherman driver pilot "
    "passenger captain coach player athlete fan striker goalkeeper actor actress singer producer artist musician "
    "priest bishop cardinal pope rabbi imam pastor preacher cleric king queen prince princess monarch democrat "
    "republican conservative liberal socialist communist nationalist separatist rebel militant terrorist insider "
    "operative strategist consultant pollster surrogate nominee incumbent rival foe ally partner specialist engineer "
    "technician developer designer inspector regulator auditor ombudsman watchdog whistleblower rescuer firefighter "
    "paramedic survivor relative family everyone everybody someone somebody anyone anybody many some most several few "
    "others those all both other tenant landlord villager townspeople local citizen public nation american briton "
    "european caller user viewer reader listener follower guest speaker narrator self-employed coroner sheriff "
    "superintendent principal dean chancellor councillor councilor councilman councilwoman commissioner deputy "
    "counterpart successor predecessor inmate prisoner refugee migrant immigrant eyewitness bystander onlooker "
    "skeptic sceptic cynic proponent backer detractor advocate defender donor fundraiser staffer clerk trustee "
    "shareholder half majority minority percent third quarter dozen hundred thousand million girl boy guy lady "
    "gentleman kid adult youth millennial generation community society world"
)
"""Common nouns for those who can speak, people and groups of them."""

BODIES = _words(
    "ministry government administration department agency bureau office council committee commission parliament "
    "congress senate assembly duma house court tribunal jury police military army navy force service authority regime "
    "company firm corporation business bank airline airport manufacturer maker carrier operator union party campaign "
    "organization organisation institute institution university college school hospital church foundation charity "
    "association federation league club board panel team group coalition alliance movement faction side embassy "
    "consulate city county state country kremlin headquarters leadership cabinet task-force newspaper magazine "
    "network broadcaster channel station outlet publisher website developer retailer supplier utility lender insurer "
    "startup watchdog regulator staff crew industry press media establishment intelligence delegation body defense "
    "defence prosecution command directorate municipality district province camp chamber lobby think-tank lab "
    "laboratory centre center mission diocese authority agency bureau parish portal observatory museum theatre "
    "theater zoo"
)
"""Common nouns for bodies that speak as one."""

CROWDS = _words(
    "police team group staff crew side press media industry party establishment lobby country state county city "
    "company firm business manufacturer maker developer retailer supplier utility lender insurer startup carrier "
    "operator bank airline publisher watchdog regulator newspaper magazine website defence defense delegation"
)
"""Bodies that a noun and no more than an article does not name: "the company"."""

COMPANIES = _words(
    "company firm business group manufacturer maker developer retailer supplier utility lender insurer startup "
    "carrier operator bank airline publisher contractor builder brewer carmaker"
)
SOCIETIES = _words("union federation association charity club league guild society")
SOCIETY_NAMES = _words(
    "union federation association charity club league guild society brotherhood nurse worker teacher driver farmer "
    "fisherman workers nurses teachers drivers farmers miner miners trust foundation rovers united city town athletic"
)
OFFICIAL_NAMES = _words(
    "ministry government council parliament court police army navy force front university school hospital office "
    "commission committee senate congress assembly department agency bureau institute party church diocese authority "
    "treasury kremlin pentagon state republic kingdom"
)
"""What "the union" and "the company" may, and may not, stand for by the words of a name."""

INSTITUTIONS = _words("government parliament diocese council church army navy kremlin cabinet senate congress court")
"""Bodies of which there is one at hand: "the government" names it."""

TRADERS = _words(
    "owner contractor manufacturer maker operator supplier developer publisher employer buyer seller rival sponsor "
    "insurer lender carrier producer distributor builder importer exporter retailer bookmaker brewer carmaker"
)
"""Words that fit a person as well as a firm: "the owner, Orlo Shipping"."""

SPOKEN_FOR = _words("spokesman spokeswoman spokesperson")
"""Those whose words are the body's that they speak for."""

THINGS = _words(
    "water river paper power tower order offer layer cover fever liver lever super later never other under after "
    "sugar floor color colour odor honor humor labor minor major error favor armor razor tumor vigor meter liter "
    "litre cyber fiber timer outer inner upper lower laser poker joker cider tiger lager super armour humour labour "
    "flavour rumour rumor vapor vapour visor tenor sewer shower flier flyer freezer buffer filler paper roller ruler "
    "cater cedar usher abdomen acumen another answer banner barrier behavior bestseller bladder blockbuster bluster "
    "boiler bomber border buffer butter cancer career carryover center chamber chapter charger charter chopper clover "
    "cluster computer consist container copper corner corridor counter crater crossover cylinder danger december "
    "demeanor detector differ dinner disaster discover disorder easter either elevator empower encounter endeavor "
    "escalator exterior factor filter flavor flower folder former freighter further gender generator ginger handover "
    "hangover harbor helicopter horror however indicator interior ladder latter layover leftover letter lumber "
    "makeover manner marker matter metaphor meteor mirror monitor murder neither november number october parlor "
    "pepper platter pointer poster powder prayer predictor printer processor pushover quarter rather reactor recover "
    "regimen register remainder reminder reorder rollover router rubber scanner scooter sector semester sensor "
    "september server shelter shower shutter silver slipper specimen spillover splendor stamen steamer suffer summer "
    "supper takeover tanker tender terror theater thriller thunder timber together tractor trailer transfer "
    "transformer trigger turnover undercover vector veneer wallpaper weather whatever wherever whether winter wonder "
    "zipper"
)
"""Nouns that look like words for people and are none."""

OFFICES = _words(
    "spokesperson spokesman spokeswoman head director president minister chief chair chairman chairwoman chairperson "
    "mayor governor ambassador secretary commander leader ceo founder premier chancellor king queen prince editor "
    "owner boss captain coach dean principal superintendent commissioner envoy lawyer attorney"
)
"""Offices that one person holds: with the body they are held in, the speaker is named."""

ALSO_CALLED = {"gaffer": "manager", "boss": "manager", "skipper": "captain"}
"""What the holder of an office is called in other words."""

TITLES = _words(
    "mr mrs ms miss dr sir dame lord lady prof professor president minister premier chancellor secretary senator sen "
    "rep representative congressman congresswoman gov governor mayor gen general col colonel lt lieutenant maj major "
    "capt captain sgt sergeant adm admiral judge justice chief director chairman chairwoman king queen prince "
    "princess pope cardinal bishop archbishop rev reverend father sister brother rabbi imam coach officer detective "
    "sheriff commissioner ambassador spokesman spokeswoman spokesperson deputy prime foreign vice attorney leader ceo "
    "analyst economist strategist adviser advisor manager speaker nominee candidate councilman councilwoman "
    "councillor superintendent commander envoy lawmaker prosecutor lawyer author writer actor actress singer activist "
    "inspector constable archbishop doctor lawyer engineer teacher trader historian scientist researcher forecaster "
    "spokeswoman ombudsman ombudswoman comptroller treasurer premier private corporal brigadier marshal commodore "
    "head former ex-president editor columnist reporter correspondent host anchor founder"
)
"""Words before a person's name that tell their office, not part of the name (compared without a full stop)."""

NOT_PEOPLE = _words(
    "new north south east west northern southern eastern western central upper lower great greater united saint santa "
    "fort port mount lake river bay valley hill hills island islands isle peninsula republic kingdom emirates states "
    "house street road avenue square bridge park gardens tower wall hall palace white city town village county state "
    "province region district international national global world american european british russian chinese french "
    "german royal federal public general first human rights watch cross crescent nations union alliance trust fund "
    "foundation institute society network systems solutions technologies technology industries holdings capital "
    "partners ventures energy oil gas power steel motors electric airlines airways air bank bancorp financial finance "
    "insurance securities asset management investment investments pharmaceuticals pharma health healthcare medical "
    "care science sciences research labs software media entertainment studios pictures records sports football "
    "cricket rugby racing athletic athletics rovers rangers wanderers united town stores foods brewing brewery mining "
    "minerals resources logistics shipping lines transport railways rail metro water works services group inc corp "
    "ltd llc plc co ag gmbh sa day week month year war peace act law treaty agreement accord deal summit olympics cup "
    "games prize award festival week january february march april june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan christian muslim "
    "jewish catholic orthodox islamic islam christianity google facebook twitter instagram youtube tiktok whatsapp "
    "telegram microsoft amazon apple boeing airbus toyota volkswagen samsung sony nokia walmart tesla exxon shell "
    "hamas hezbollah taliban isis qaeda democrats republicans labour tories conservatives liberals greens fatah likud "
    "brexit covid internet middle far near gulf strip front line zone belt border sea ocean desert mountains forest "
    "dam plant station harbour harbor pier terminal stadium arena theatre theater cathedral abbey temple mosque "
    "synagogue school academy college university hospital clinic library gallery museum hotel resort mall market "
    "exchange stock"
)
"""Words of a name, in lower case, that tell that it is no person's: "Wall Street", "Orlo Motors"."""

OUTLET_WORDS = _words(
    "times post news journal herald tribune guardian agency tv radio channel press gazette telegraph daily magazine "
    "mail mirror sun observer chronicle globe independent standard review weekly broadcaster newspaper reuters tass "
    "bbc cnn nbc abc cbs msnbc fox npr pbs afp ap bloomberg politico axios interfax novosti ukrinform xinhua kyodo "
    "yonhap anadolu dpa efe ansa sputnik rt cnbc wsj nyt pravda kommersant izvestia spiegel monde figaro zeitung wire "
    "network podcast outlet courier echo examiner inquirer enquirer bulletin dispatch argus portal newsletter "
    "sentinel gazeta zeitschrift broadcasting advertiser"
)
"""Words in the names of those who relay what others say."""

OUTLET_NOUNS = _words(
    "newspaper paper broadcaster station channel network website site portal agency magazine daily weekly podcast "
    "outlet"
)
"""What an outlet named before may be called: "told the paper"."""

HE = _words("he him his himself")
SHE = _words("she her hers herself")
THEY = _words("they them their theirs themselves")
MASCULINE = _words(
    "mr sir lord king prince father brother son husband spokesman chairman congressman councilman businessman man "
    "policeman boy actor uncle grandfather fisherman gentleman"
)
FEMININE = _words(
    "mrs ms miss dame lady queen princess mother sister daughter wife spokeswoman chairwoman congresswoman "
    "councilwoman businesswoman woman girl actress aunt grandmother policewoman"
)
"""Words beside a name that tell whether "he" or "she" fits it."""

_IRREGULAR = {
    "said": "say", "told": "tell", "thought": "think", "wrote": "write", "written": "write", "knew": "know",
    "known": "know", "felt": "feel", "meant": "mean", "saw": "see", "seen": "see", "held": "hold", "found": "find",
    "swore": "swear", "sworn": "swear", "understood": "understand", "foresaw": "foresee", "foreseen": "foresee",
    "heard": "hear", "learnt": "learn", "dreamt": "dream", "sang": "sing", "sung": "sing", "began": "begin",
    "begun": "begin", "went": "go", "gone": "go", "read": "read", "spoke": "speak", "spoken": "speak",
    "sought": "seek", "chose": "choose", "chosen": "choose", "forgot": "forget", "forgotten": "forget",
    "showed": "show", "shown": "show", "taught": "teach", "undertook": "undertake", "undertaken": "undertake",
    "lied": "lie", "overstated": "overstate", "shot": "shoot", "has": "have", "had": "have",
    "is": "be", "was": "be", "were": "be", "been": "be", "gave": "give", "given": "give", "made": "make",
    "put": "put", "ran": "run", "led": "lead", "men": "man", "women": "woman", "children": "child",
    "people": "people", "wives": "wife", "media": "media", "data": "data", "policemen": "policeman",
    "congressmen": "congressman", "spokesmen": "spokesman", "businessmen": "businessman", "series": "series",
    "analyses": "analysis", "hypotheses": "hypothesis", "news": "news", "police": "police", "remarks": "remark",
    "comments": "comment", "bias": "bias", "press": "press", "premises": "premise",
}  # fmt: skip


@cache
def lemma(word: str) -> str:
    """The dictionary form of a verb or noun, for those in the lists here; other words as they are, in lower case."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    known = _known()
    if word in known:
        return word
    for ending, replacements in (
        ("ies", ("y",)),
        ("es", ("e", "")),
        ("s", ("",)),
        ("ied", ("y",)),
        ("ed", ("e", "")),
        ("ing", ("", "e")),
    ):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            candidates = [stem + r for r in replacements]
            if ending in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2]:
                candidates.append(stem[:-1])
            for candidate in candidates:
                if candidate in known:
                    return candidate
    return word


def is_unknown(word: str) -> bool:
    """Whether a word is in none of the lists here that hold common words."""
    return lemma(word) not in _known() and word.lower() not in NOT_PEOPLE | OUTLET_WORDS | UTTERANCES | TITLES


@cache
def _known() -> frozenset[str]:
    return frozenset().union(
        *(SPEECH, QUOTING, ATTITUDE, INFINITIVE, OBJECT, OBJECT_AS, ADDRESSEE, PREPOSITIONS, HEDGED_PASSIVE),
        *(
            COMING,
            HEARSAY,
            BLAMING,
            EMERGING,
            SHOWING,
            CLAIM_NOUNS,
            VIEWS,
            UTTERANCES,
            MAKING,
            RELAYS,
            ADJECTIVES,
            REPORTED_AS,
            PEOPLE,
            BODIES,
            OFFICES,
        ),
        (verb for verb, _ in PHRASAL),
    )
