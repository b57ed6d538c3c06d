"""The words for those who can make a claim: people, their offices and titles, bodies, outlets, and what is none."""

from __future__ import annotations

HE = frozenset("he him himself his".split())
SHE = frozenset("her hers herself she".split())
HE_OR_SHE = HE | SHE
THEY = frozenset("their theirs them themselves they".split())
PRONOUNS = HE_OR_SHE | THEY | {"it", "its"}
"""What stands for somebody named elsewhere."""

MASCULINE = frozenset(
    """
    actor boy brother businessman chairman congressman councilman father fisherman gentleman grandfather husband
    king lord man mr policeman prince sir son spokesman uncle
    """.split()
)
"""Words beside a name that tell that "he" fits it."""

FEMININE = frozenset(
    """
    actress aunt businesswoman chairwoman congresswoman councilwoman dame daughter girl grandmother lady miss mother
    mrs ms policewoman princess queen sister spokeswoman wife woman
    """.split()
)
"""Words beside a name that tell that "she" fits it."""

PEOPLE = frozenset(
    """
    academic accomplice accountant acquaintance activist actor actress admiral adult adviser advisor advocate agent
    aide all ally ambassador american analyst anchor anybody anyone applicant appointee apprentice archdeacon
    architect aristocrat artist assistant athlete attendant attendee attorney audience auditor aunt author autocrat
    backer banker baroness beekeeper bishop blogger boss both boy boyfriend briton broker brother bureaucrat bursar
    butler buyer bystander cadet caller campaigner candidate captain captive cardinal carer caretaker celebrity ceo
    chair chairman chairperson chairwoman champion chancellor chaplain chef chief chieftain child citizen claimant
    clan clergy cleric clerk client coach colleague colonel columnist combatant commander commentator commissioner
    communist community complainant comrade congressman congresswoman conservative consultant consumer convict cook
    coroner corporal correspondent councillor councilman councilor councilwoman counsel counterpart counterparty
    countess couple cousin criminal critic crowd customer cynic dad daughter deacon dean defendant defender delegate
    delegation democrat demonstrator deputy designer detainee detective detractor developer dignitary diplomat
    director dissident doctor donor dozen driver duchess duo economist editor electorate emissary employee employer
    engineer envoy european evacuee everybody everyone executive expert eyewitness family fan farmer father few
    fighter firefighter fisherman flatmate foe follower founder friar friend fugitive functionary fundraiser
    gamekeeper gang general generation gentleman girl girlfriend goalie goalkeeper governor graduate gran
    grandfather grandmother granny group guard guest guy gymnast half head heir hero historian host hostage hostess
    household housemate hundred husband imam immigrant incumbent informant inmate innkeeper insider inspector
    intellectual investigator investor janitor journalist judge juror justice kid king lady landlord lawmaker lawyer
    leader legislator liberal lieutenant listener local luminary magistrate maid majority man manager many mayor
    mechanic medic member merchant midwife migrant militant millennial million minister minority missionary mob mom
    monarch monk most mother mum musician nanny narrator nation nationalist native neighbor neighbour nephew
    newcomer niece nominee novice nun nurse observer occupant officer official ombudsman onlooker operative opponent
    opposition organiser organizer other others outsider owner pair paramedic parent participant partner passenger
    pastor patient patron people percent person physician pilot pirate plaintiff player playwright poet policeman
    politician pollster pope preacher predecessor premier president priest prince princess principal prisoner
    producer professional professor prophet proponent prosecutor protester protesters protestor public pundit pupil
    quarter queen rabbi reader rebel recipient recruit referee refugee registrar regulator relative reporter
    representative republican rescuer researcher resident respondent retiree returnee revolutionary rival rookie
    sceptic scholar scientist scout secretariat secretary self-employed seller senator separatist sergeant servant
    several shareholder sheriff shopkeeper signatory singer sister skeptic socialist society soldier some somebody
    someone son source speaker specialist spokesman spokesperson spokeswoman spouse spy squad staffer statesman
    strategist striker student successor superintendent supporter surgeon surrogate survivor suspect teacher team
    technician technocrat teen tenant terrorist thief third those thousand townspeople trader trainee trio troop
    trustee tutor twin uncle undergraduate user vet veteran veterinarian vicar victim viewer villager voter waitress
    warden watchdog whistleblower widow widower wife witness woman worker world writer youth
    """.split()
)
"""Common nouns for those who can speak, people and groups of them."""

THINGS = frozenset(
    """
    abdomen acumen after another answer armor armour banner barrier behavior bestseller bladder blockbuster bluster
    boiler bomber border buffer butter cancer career carryover cater cedar center chamber chapter charger charter
    chopper cider clover cluster color colour computer consist container copper corner corridor counter cover crater
    crossover cyber cylinder danger december demeanor detector differ dinner disaster discover disorder easter
    either elevator empower encounter endeavor error escalator exterior factor favor fever fiber filler filter
    flavor flavour flier floor flower flyer folder former freezer freighter further gender generator ginger handover
    hangover harbor helicopter honor horror however humor humour indicator inner interior joker labor labour ladder
    lager laser later latter layer layover leftover letter lever liter litre liver lower lumber major makeover
    manner marker matter metaphor meteor meter minor mirror monitor murder neither never november number october
    odor offer order other outer paper parlor pepper platter pointer poker poster powder power prayer predictor
    printer processor pushover quarter rather razor reactor recover regimen register remainder reminder reorder
    river roller rollover router rubber ruler rumor rumour scanner scooter sector semester sensor september server
    sewer shelter shower shutter silver slipper specimen spillover splendor stamen steamer suffer sugar summer super
    supper takeover tanker tender tenor terror theater thriller thunder tiger timber timer together tower tractor
    trailer transfer transformer trigger tumor turnover under undercover upper usher vapor vapour vector veneer
    vigor visor wallpaper water weather whatever wherever whether winter wonder zipper
    """.split()
)
"""Nouns that look like words for people and are none."""

OFFICES = frozenset(
    """
    ambassador attorney boss captain ceo chair chairman chairperson chairwoman chancellor chief coach commander
    commissioner dean director editor envoy founder governor head king lawyer leader mayor minister owner premier
    president prince principal queen secretary spokesman spokesperson spokeswoman superintendent
    """.split()
)
"""Offices that one person holds: with the body they are held in, the speaker is named."""

ALSO_CALLED = {"gaffer": "manager", "boss": "manager", "skipper": "captain"}
"""What the holder of an office is called in other words."""

TITLES = frozenset(
    """
    activist actor actress adm admiral adviser advisor ambassador analyst anchor archbishop attorney author bishop
    brigadier brother candidate capt captain cardinal ceo chairman chairwoman chancellor chief coach col colonel
    columnist commander commissioner commodore comptroller congressman congresswoman constable corporal
    correspondent councillor councilman councilwoman dame deputy detective director doctor dr economist editor
    engineer envoy ex-president father forecaster foreign former founder gen general gov governor head historian
    host imam inspector judge justice king lady lawmaker lawyer leader lieutenant lord lt maj major manager marshal
    mayor minister miss mr mrs ms nominee officer ombudsman ombudswoman pope premier president prime prince princess
    private prof professor prosecutor queen rabbi rep reporter representative researcher rev reverend scientist
    secretary sen senator sergeant sgt sheriff singer sir sister speaker spokesman spokesperson spokeswoman
    strategist superintendent teacher trader treasurer vice writer
    """.split()
)
"""Words before a person's name that tell their office, not part of the name (compared without a full stop)."""

SPOKEN_FOR = frozenset("spokesman spokesperson spokeswoman".split())
"""Those whose words are the body's that they speak for."""

TRADERS = frozenset(
    """
    bookmaker brewer builder buyer carmaker carrier contractor developer distributor employer exporter importer
    insurer lender maker manufacturer operator owner producer publisher retailer rival seller sponsor supplier
    """.split()
)
"""Words that fit a person as well as a firm: "the owner, Orlo Shipping"."""

BODIES = frozenset(
    """
    administration agency airline airport alliance army assembly association authority bank board body broadcaster
    bureau business cabinet camp campaign carrier center centre chamber channel charity church city club coalition
    college command commission committee company congress consulate corporation council country county court crew
    defence defense delegation department developer diocese directorate district duma embassy establishment faction
    federation firm force foundation government group headquarters hospital house industry institute institution
    insurer intelligence jury kremlin lab laboratory leadership league lender lobby magazine maker manufacturer
    media military ministry mission movement municipality museum navy network newspaper observatory office operator
    organisation organization outlet panel parish parliament party police portal press prosecution province
    publisher regime regulator retailer school senate service side staff startup state station supplier task-force
    team theater theatre think-tank tribunal union university utility watchdog website zoo
    """.split()
)
"""Common nouns for bodies that speak as one."""

CROWDS = frozenset(
    """
    airline bank business carrier city company country county crew defence defense delegation developer
    establishment firm group industry insurer lender lobby magazine maker manufacturer media newspaper operator
    party police press publisher regulator retailer side staff startup state supplier team utility watchdog website
    """.split()
)
"""Bodies that a noun and no more than an article does not name: "the company"."""

INSTITUTIONS = frozenset(
    """
    army cabinet church congress council court diocese government kremlin navy parliament senate
    """.split()
)
"""Bodies of which there is one at hand: "the government" names it."""

COMPANIES = frozenset(
    """
    airline bank brewer builder business carmaker carrier company contractor developer firm group insurer lender
    maker manufacturer operator publisher retailer startup supplier utility
    """.split()
)
"""What a firm may be called once it is named: "the company"."""

SOCIETIES = frozenset("association charity club federation guild league society union".split())
"""What a society may be called once it is named: "the union"."""

SOCIETY_NAMES = frozenset(
    """
    association athletic brotherhood charity city club driver drivers farmer farmers federation fisherman foundation
    guild league miner miners nurse nurses rovers society teacher teachers town trust union united worker workers
    """.split()
)
"""Words of the names that "the union" may stand for, and "the company" may not."""

OFFICIAL_NAMES = frozenset(
    """
    agency army assembly authority bureau church commission committee congress council court department diocese
    force front government hospital institute kingdom kremlin ministry navy office parliament party pentagon police
    republic school senate state treasury university
    """.split()
)
"""Words of the names that neither "the union" nor "the company" stands for."""

OUTLET_WORDS = frozenset(
    """
    abc advertiser afp agency anadolu ansa ap argus axios bbc bloomberg broadcaster broadcasting bulletin cbs
    channel chronicle cnbc cnn courier daily dispatch dpa echo efe enquirer examiner figaro fox gazeta gazette globe
    guardian herald independent inquirer interfax izvestia journal kommersant kyodo magazine mail mirror monde msnbc
    nbc network news newsletter newspaper novosti npr nyt observer outlet pbs podcast politico portal post pravda
    press radio reuters review rt sentinel spiegel sputnik standard sun tass telegraph times tribune tv ukrinform
    weekly wire wsj xinhua yonhap zeitschrift zeitung
    """.split()
)
"""Words in the names of those who relay what others say."""

OUTLET_NOUNS = frozenset(
    """
    agency broadcaster channel daily magazine network newspaper outlet paper podcast portal site station website
    weekly
    """.split()
)
"""What an outlet named before may be called: "told the paper"."""

NOT_PEOPLE = frozenset(
    """
    abbey academy accord act ag agreement air airbus airlines airways alliance amazon american apple april arena
    asset athletic athletics august avenue award bancorp bank bay belt boeing border brewery brewing brexit bridge
    british capital care cathedral catholic central chinese christian christianity christmas city clinic co college
    conservatives corp county covid crescent cricket cross cup dam day deal december democrats desert district east
    easter eastern electric emirates energy entertainment european exchange exxon facebook far fatah february
    federal festival finance financial first foods football forest fort foundation french friday front fund gallery
    games gardens gas general german global gmbh google great greater greens group gulf hall hamas harbor harbour
    health healthcare hezbollah hill hills holdings hospital hotel house human inc industries instagram institute
    insurance international internet investment investments isis islam islamic island islands isle january jewish
    july june kingdom labour labs lake law liberals library likud line lines llc logistics lower ltd mall management
    march market media medical metro microsoft middle minerals mining monday month mosque motors mount mountains
    museum muslim national nations near network new nokia north northern november ocean october oil olympics
    orthodox palace park partners peace peninsula pharma pharmaceuticals pictures pier plant plc port power prize
    province public qaeda racing rail railways ramadan rangers records region republic republicans research resort
    resources rights river road rovers royal rugby russian sa saint samsung santa saturday school science sciences
    sea securities september services shell shipping society software solutions sony south southern sports square
    stadium state states station steel stock stores street strip studios summit sunday synagogue systems taliban
    technologies technology telegram temple terminal tesla theater theatre thursday tiktok tories tower town toyota
    transport treaty trust tuesday twitter union united university upper valley ventures village volkswagen wall
    walmart wanderers war watch water wednesday week west western whatsapp white works world year youtube zone
    """.split()
)
"""Words of a name, in lower case, that tell that it is no person's: "Wall Street", "Orlo Motors"."""
