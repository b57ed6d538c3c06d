"""The words for those who can make a claim: people, their offices and titles, bodies, outlets, and what is none."""

from __future__ import annotations

HE = frozenset("he him himself his".split())
SHE = frozenset("her hers herself she".split())
HE_OR_SHE = HE | SHE
THEY = frozenset("their theirs them themselves they".split())
PRONOUNS = HE_OR_SHE | THEY | {"it", "its"}
"""What stands for somebody named elsewhere."""

HEARING = frozenset("court hearing inquest inquiry jury panel trial tribunal".split())
"""Those who hear what is said before them: "a jury heard"."""

MASCULINE = frozenset(
    """
    actor boy brother businessman chairman congressman councilman father fisherman gentleman grandfather husband king
    lord man mr policeman prince sir son spokesman uncle
    """.split()
)
"""Words beside a name that tell that "he" fits it."""

FEMININE = frozenset(
    """
    actress aunt businesswoman chairwoman congresswoman councilwoman dame daughter girl grandmother lady miss mother mrs
    ms policewoman princess queen sister spokeswoman wife woman
    """.split()
)
"""Words beside a name that tell that "she" fits it."""

KIN = frozenset(
    """
    agent aunt boyfriend brother child cousin daughter father fiance fiancee fiancé fiancée friend girlfriend
    grandfather grandmother grandson husband mother neighbor neighbour nephew niece parent partner sister son uncle
    widow widower wife
    """.split()
)
"""What people are to others, who are told by no more than that."""

PEOPLE = frozenset(
    """
    abbess abbot absentee academic accomplice accountant acquaintance activist actor actress adherent admiral
    adolescent adult adversary adviser advisor advocate agent aide alderman all ally alumna alumnus ambassador
    american analyst anchor angler another anybody anyone apologist apothecary applicant appointee apprentice
    archbishop archdeacon architect aristocracy aristocrat artist assailant assistant astronaut athlete attache
    attaché attendant attendee attorney audience auditor aunt author autocrat backer bailiff ballerina banker bargee
    barista baron baroness barrister beadle beekeeper beneficiary billionaire biographer bishop blacksmith blogger
    bloke boatswain boss bosun both boy boyfriend bride bridegroom brigadier briton broker brother bureaucrat bursar
    butler buyer bystander cabbie cabby cadet caller campaigner camper candidate captain captive cardinal carer
    caretaker carpenter celebrity centrist ceo chair chairman chairperson chairwoman champion chancellor chap
    chaplain chauffeur cheerleader chef chief chieftain child churchgoer citizen civilian claimant clan clergy
    cleric clerk client climber clinician clown co-author co-founder co-worker coach colleague colonel columnist
    combatant commandant commander commentator commissioner commodore commoner communist community commuter
    complainant comrade conductor confidant confidante congregation congressman congressperson congresswoman
    connoisseur conservative constable constituent consultant consumer convict cook cop coroner corporal
    correspondent cosmonaut councillor councilman councilor councilwoman counsel counterpart counterparty countess
    couple courtier cousin coworker craftsman creditor criminal critic crowd curate curator customer cyclist cynic
    czar dad daughter deacon dean debtor deckhand defendant defender delegate delegation democrat demographer
    demonstrator dentist deputy descendant designer detainee detective detractor developer devotee diaspora
    dignitary diplomat director disciple dissident dockworker doctor donor dozen drinker driver duchess duke duo
    each earl economist editor eight elder electorate electrician eleven emir emissary emperor employee employer
    empress engineer enthusiast entrepreneur envoy european evacuee everybody everyone examiner exec executive exile
    expat expatriate expert extremist eyewitness faithful family fan farmer farmhand father few fiance fiancé
    fiancee fiancée fifth fighter financier firebrand firefighter first fisherman five flatmate flier foe folk folks
    follower forecaster foreman founder four foursome fourth friar friend fugitive functionary fundraiser gamekeeper
    gang gardener general generation gentleman ghostwriter girl girlfriend go-between goalie goalkeeper goalscorer
    godfather godmother governor gp graduate gran grandchild granddaughter grandfather grandmother grandparent
    grandson granny groom group guard guest guide gunman guy gymnast hacker hairdresser half half-brother
    half-sister hardliner head headmaster headmistress headteacher heir heiress hero hiker historian host hostage
    hostess household housemate housewife hundred hunter husband hustler imam immigrant in-law incumbent infant
    informant inhabitant inmate innkeeper insider inspector insurgent intellectual intern interpreter interviewee
    inventor investigator investor islander jailer janitor jihadist jockey journalist judge juror juryman justice
    kid kidnapper king knight laborer labourer lad lady laird landlady landlord landowner lass last latter laureate
    lawmaker lawyer layman leader lecturer legislator liberal lieutenant lifeguard listener litigant lobbyist local
    lodger lord loyalist luminary luthier maestro magistrate magnate maid majority man manager manageress many
    marchioness marine marquess marshal mason masseur mate mathematician matriarch mayor mayoress mechanic mediator
    medic member mentor mep merchant midfielder midwife migrant militant millennial million millionaire minister
    minority missionary mistress mob mogul mom monarch monk most mother motorist mp mps msp mum murderer musician
    mystic namesake nanny narrator nation nationalist native naturalist neighbor neighbour neither nephew
    neurologist newcomer ngo niece nine nobleman nominee none notary novelist novice nun nurse nurseryman observer
    occupant octogenarian officer official old-timer oligarch ombudsman ombudswoman onlooker operative opponent
    opposition optimist organiser organizer orphan other others outsider owner pair pal paramedic parent parishioner
    parliamentarian participant partner passenger passer-by passers-by pastor patient patriarch patrolman patron
    peacekeeper peasant pedestrian pedlar peer pensioner people percent performer perpetrator person pessimist
    pharmacist philosopher photographer physician physicist physio pilgrim pilot pirate plaintiff player playwright
    plumber poet policeman politician pollster pope porter postman postmaster postmistress preacher predecessor
    prefect prelate premier presenter preservationist president priest prince princess principal prioress prisoner
    probationer producer professional professor prophet proponent proprietor prosecutor protagonist protégé
    protester protesters protestor provost psychiatrist psychologist public publican publicist pundit punter pupil
    purist quarter quarterback quartermaster quartet queen rabbi ranger reader rebel recipient recruit rector
    referee reformer reformist refugee regent registrant registrar regulator relative renter rep reporter
    representative republican rescuer researcher reservist resident respondent restaurateur retiree returnee
    reviewer revolutionary rioter rival robber rookie roommate sacristan sailor salesman saleswoman sceptic scholar
    schoolboy schoolgirl schoolteacher scientist scout sculptor seaman seamstress second secretariat secretary
    self-employed seller senator sentry separatist sergeant servant seven several sexton shareholder sheikh shepherd
    sheriff shipowner shipwright shopkeeper showman sibling signaller signatory singer sister six sixth skeptic
    skipper skydiver sleuth smuggler sniper socialist society soldier solicitor some somebody someone son songwriter
    soprano source speaker specialist spokesman spokesperson spokeswoman spouse spy squad staffer stalwart
    standard-bearer statesman stepdaughter stepfather stepmother stepson steward stewardess stockbroker stonemason
    stranger strategist striker strongman student subordinate subscriber successor sultan superintendent supporter
    surgeon surrogate surveyor survivor suspect swimmer sympathiser sympathizer taxpayer teacher team technician
    technocrat teen teenager ten tenant tenor terrorist theologian therapist thief third those thousand three
    toddler tourist townsfolk townspeople trader traditionalist trainee translator traveler traveller trio troop
    trooper trustee tsar tutor twelve twin two tycoon uncle undergraduate undersecretary undertaker underwriter user
    usher valet vassal vet veteran veterinarian vicar vice-chancellor victim viewer vigilante villager visitor voter
    waiter waitress walker warden warlord warrior watchdog watchman weaver wheelwright whistleblower widow widower
    wife witness woman woodcutter worker workforce world writer youngster youth zealot
    """.split()
)
"""Common nouns for those who can speak, people and groups of them."""

THINGS = frozenset(
    """
    abdomen acumen after another answer armor armour banner barrier behavior bestseller bladder blockbuster bluster
    boiler bomber border buffer butter cancer career carryover cater cedar center chamber chapter charger charter
    chopper cider clover cluster color colour computer consist container copper corner corridor counter cover crater
    crossover cyber cylinder danger december demeanor detector differ dinner disaster discover disorder easter either
    elevator empower encounter endeavor error escalator exterior factor favor fever fiber filler filter flavor flavour
    flier floor flower flyer folder former freezer freighter further gender generator ginger handover hangover harbor
    helicopter honor horror however humor humour indicator inner interior joker labor labour ladder lager laser later
    latter layer layover leftover letter lever liter litre liver lower lumber major makeover manner marker matter
    metaphor meteor meter minor mirror monitor murder neither never november number october odor offer order other outer
    paper parlor pepper platter pointer poker poster powder power prayer predictor printer processor pushover quarter
    rather razor reactor recover regimen register remainder reminder reorder river roller rollover router rubber ruler
    rumor rumour scanner scooter sector semester sensor september server sewer shelter shower shutter silver slipper
    specimen spillover splendor stamen steamer suffer sugar summer super supper takeover tanker tender tenor terror
    theater thriller thunder tiger timber timer together tower tractor trailer transfer transformer trigger tumor
    turnover under undercover upper usher vapor vapour vector veneer vigor visor wallpaper water weather whatever
    wherever whether winter wonder zipper
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
    brigadier brother candidate capt captain cardinal ceo chairman chairwoman chancellor chief clerk cllr coach col
    colonel columnist commander commissioner commodore comptroller congressman congresswoman constable corporal
    correspondent councillor councilman councilwoman dame deputy detective director doctor dr economist editor engineer
    envoy ex-president executive father forecaster foreign former founder gen general gov governor head historian host
    imam inspector judge justice king lady lawmaker lawyer leader lieutenant lord lt maj major manager marshal mayor
    minister miss mr mrs ms nominee officer ombudsman ombudswoman pope premier president prime prince princess private
    prof professor prosecutor queen rabbi rep reporter representative researcher rev reverend scientist secretary sen
    senator
    sergeant sgt sheriff singer sir sister speaker spokesman spokesperson spokeswoman strategist superintendent teacher
    trader treasurer vice writer
    """.split()
)
"""Words before a person's name that tell their office, not part of the name (compared without a full stop)."""

NATIVES = frozenset(
    """
    african american arab argentine bangladeshi briton chilean croat cuban czech dane european finn german greek iraqi
    israeli jamaican korean kurd mexican moroccan norman pakistani pole scot serb slovak slovene spaniard swede swiss
    thai turk
    """.split()
)
NATIVE_ENDINGS = ("chman", "chwoman", "ese", "ian", "ishman", "ishwoman", "lander")
"""Nouns for people by where they are from, and how most others end."""

SPOKEN_FOR = frozenset("spokesman spokesperson spokeswoman".split())
"""Those whose words are the body's that they speak for."""

TRADERS = frozenset(
    """
    bookmaker brewer builder buyer carmaker carrier contractor developer distributor employer exporter importer insurer
    lender maker manufacturer operator owner producer publisher retailer rival seller sponsor supplier
    """.split()
)
"""Words that fit a person as well as a firm: "the owner, Orlo Shipping"."""

BODIES = frozenset(
    """
    academy administration admiralty agency airline airport alliance aquarium archdiocese army assembly association
    auditor authority bank bloc board body bookmaker bookshop brewery brigade broadcaster broker bureau business
    cabinet camp campaign carmaker carrier center centre chamber chancellery channel charity choir church city
    clinic club co-operative coalition coastguard college command commission committee commonwealth company
    confederation conglomerate congress consortium constabulary consulate cooperative coroner corporation council
    country county court crew defence defense delegation department developer diocese directorate district duma
    embassy establishment exchequer faction faculty federation firm force foundation foundry gallery garrison
    government group guild hall headquarters hospice hospital house hq industry inspectorate institute institution
    insurer intelligence judiciary junta jury kremlin lab laboratory leadership league legislature lender lobby
    magazine maker management manufacturer mayoralty media military militia ministry mission monarchy monastery
    mosque movement municipality museum navy network newspaper newsroom nunnery observatory office ombudsman
    operator orchestra organisation organization outlet panel parish parliament partnership party pentagon police
    portal prefecture presidency press producer prosecution province publisher quango railway refinery regime
    registry regulator republic retailer school secretariat seminary senate service shipyard side society squadron
    staff start-up startup state station supermarket supplier synagogue synod task-force taskforce team theater
    theatre think-tank treasury tribe tribunal trust union university utility vatican watchdog website workforce zoo
    """.split()
)
"""Common nouns for bodies that speak as one."""

CROWDS = frozenset(
    """
    airline bank business carrier city company country county crew defence defense delegation developer establishment
    firm group industry insurer lender lobby magazine maker manufacturer media newspaper operator party police press
    publisher regulator retailer side staff startup state supplier team utility watchdog website
    """.split()
)
"""Bodies that a noun and no more than an article does not name: "the company"."""

WITNESSES = frozenset(
    """
    bystander correspondent eyewitness journalist local motorist neighbor neighbour observer onlooker passenger
    passer-by photographer reporter resident survivor villager visitor witness
    """.split()
)
"""Those who tell of what they say they saw."""

INSTITUTIONS = frozenset(
    """
    army cabinet church congress council court diocese government kremlin navy parliament senate
    """.split()
)
"""Bodies of which there is one at hand: "the government" names it."""

COMPANIES = frozenset(
    """
    airline app bank brand brewer brewery builder business carmaker carrier chain club company conglomerate contractor
    developer enterprise exchange firm giant group hotel insurer label laboratory lender maker manufacturer mine
    operator plant platform port producer publisher refiner refinery retailer side start-up startup studio supplier team
    theatre utility yard
    """.split()
)
"""What a firm may be called once it is named: "the company"."""

SOCIETIES = frozenset("association charity club federation guild league society union".split())
"""What a society may be called once it is named: "the union"."""

PARTIES = frozenset("bloc coalition faction front movement party".split())
"""What a party may be called once it is named."""

PARTY_NAMES = frozenset(
    """
    alliance alternative bloc coalition congress conservative conservatives democratic democrats forum front green
    greens labour league liberal liberals list movement national party people progress renewal republican republicans
    social socialist socialists union unity
    """.split()
)
"""Words of the names that "the party" may stand for."""

SOCIETY_NAMES = frozenset(
    """
    association athletic brotherhood charity city club driver drivers farmer farmers federation fisherman foundation
    guild league miner miners nurse nurses rovers society teacher teachers town trust union united worker workers
    """.split()
)
"""Words of the names that "the union" may stand for, and "the company" may not."""

OFFICIAL_NAMES = frozenset(
    """
    agency army assembly authority bureau church commission committee congress council court department diocese force
    front government hospital institute kingdom kremlin ministry navy office parliament party pentagon police republic
    school senate state treasury university
    """.split()
)
"""Words of the names that neither "the union" nor "the company" stands for."""

OUTLET_WORDS = frozenset(
    """
    abc advertiser afp agency anadolu ansa ap argus axios bbc beacon bloomberg broadcaster broadcasting bugle bulletin
    cbs channel chronicle clarion cnbc cnn courier daily dispatch dpa echo efe enquirer examiner figaro fox gazeta
    gazette globe guardian herald independent inquirer interfax izvestia journal kommersant kyodo ledger magazine mail
    mirror monde msnbc nbc network news newsletter newspaper novosti npr nyt observer outlet pbs podcast politico portal
    post pravda press radio reuters review rt sentinel spiegel sputnik standard sun tass telegraph television times
    tribune tv ukrinform weekly wire wsj xinhua yonhap zeitschrift zeitung
    """.split()
)
"""Words in the names of those who relay what others say."""

OUTLET_NOUNS = frozenset(
    """
    agency broadcaster channel daily magazine network newspaper outlet paper podcast portal site station website weekly
    """.split()
)
"""What an outlet named before may be called: "told the paper"."""

NOT_PEOPLE = frozenset(
    """
    abbey academy accord act ag agreement air airbus airlines airways alliance amazon american apple april arena asset
    athletic athletics august avenue award bancorp bank bay belt boeing border brewery brewing brexit bridge british
    capital care cathedral catholic central chinese christian christianity christmas city clinic co college
    conservatives corp county covid crescent cricket cross cup dam day deal december democrats desert district east
    easter eastern electric emirates energy entertainment european exchange exxon facebook far fatah february federal
    festival finance financial first foods football forest fort foundation french friday front fund gallery games
    gardens gas general german global gmbh google great greater greens group gulf hall hamas harbor harbour health
    healthcare hezbollah hill hills holdings hospital hotel house human inc industries instagram institute insurance
    international internet investment investments isis islam islamic island islands isle january jewish july june
    kingdom labour labs lake law liberals library likud line lines llc logistics lower ltd mall management march market
    media medical metro microsoft middle minerals mining monday month mosque motors mount mountains museum muslim
    national nations near network new nokia north northern november ocean october oil olympics orthodox palace park
    partners peace peninsula pharma pharmaceuticals pictures pier plant plc port power prize province public qaeda
    racing rail railways ramadan rangers records region republic republicans research resort resources rights river road
    rovers royal rugby russian sa saint samsung santa saturday school science sciences sea securities september services
    shell shipping society software solutions sony south southern sports square stadium state states station steel stock
    stores street strip studios summit sunday synagogue systems taliban technologies technology telegram temple terminal
    tesla theater theatre thursday tiktok tories tower town toyota transport treaty trust tuesday twitter union united
    university upper valley ventures village volkswagen wall walmart wanderers war watch water wednesday week west
    western whatsapp white works world year youtube zone
    """.split()
)
"""Words of a name, in lower case, that tell that it is no person's: "Wall Street", "Orlo Motors"."""
