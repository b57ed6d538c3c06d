"""Common given names that one of "he" and "she" fits; a name in neither list leaves both open."""

from __future__ import annotations

import unicodedata

MEN = frozenset(
    """
    aadesh aaron abbas abdel abdul abdullah abel abraham achim adam adolfo adrian adrien afonso agustin ahmed
    aiden ajay akash akira akram alain alan alasdair alastair albert albin aldo aldous alec alejandro aleko
    aleksandr alessandro alex alexander alexei alexey alfie alfonso alfred ali alisdair alistair allan allen
    alonso aloysius alun alvaro alvin amadou amal ambrose amir amit amos anand anatole anatoly anders andre andrei
    andrew andrey angus anil ansel anselm ansgar anthony antoine anton antonio antony anwar archibald archie aref
    ariel arjen arjun arkady arlo armand armando arnaud arne arno arnold arsene artem arthur artur arun arvid
    ashok asif aslan atanas attila aubrey augustin augusto aurelien aurelio avi axel aydin aziz babak balazs
    barack barnabas barnaby barry bart bartholomew basil bastian bayo ben benedict benedikt benito benjamin benno
    bernard bernie bertie bertrand bilal bill billy bjorn blaise blake bob bobby bogdan bohdan boris boyd brad
    bradley bram brandon brendan brent brett brian bronislaw bruce bruno bryan bryn burak burt byron caio calvin
    cameron carl carlo carlos carsten caspar casper cecil cedric cem cesar charles charlie chidi chike chinedu
    chris christian christophe christopher christos chuck clarence clark claude claudio clayton clifford clint
    clive clyde cody colin colm conal conor conrad constantin corey cormac cornelius corwin cosimo cosmo costas
    craig cristian curtis cuthbert cyril cyrus dale damian damien damir dan daniel danilo danny darius darragh
    darrell darren dave david davide davit davor dawid dean declan denis dennis denzil derek derrick desmond dev
    dexter diego dieter dilip dimitri dino dirk dmitri dmitry dmytro dominic dominik don donal donald donnie
    donovan dorian doug douglas dragan duane duarte duncan dusan dustin dylan eamon eamonn earl ebrahim ed eddie
    eddy edgar edmond edmund eduardo edvard edward edwin efraim egon eino eitan elias elijah elliot elmer emanuel
    emeka emil emilio emmanuel emre enrico enrique enzo ephraim ercan erdogan eric erich erik erling ernest
    ernesto errol erwin esteban ethan etienne ettore eugene eugenio evan evert ewan ezra fabian fabio fabrice fadi
    faisal farhad farid faruk federico felipe felix ferdinand fergus fernand fernando festus fidel filip filippo
    finbar finlay finn fintan flavio florian floyd francis francisco franco francois frank frans franz fred
    freddie frederic frederick frederik fredrik friedrich fritz fyodor gabriel gael gareth garrett garth gary
    gaspard gaston gavin gennadi gennady geoff geoffrey george geraint gerald gerard gerardo gerhard gerry gianni
    gideon gil gilbert gildas giles gilles gino giorgio giovanni giuseppe gleb glen glenn godfrey goran gordon
    graeme graham grant greg gregor gregory grigory guido guillermo gunnar gunther gustav gustavo guy gyorgy
    haakon habib hakan hakeem hakim hal hamid hamish hamza hank hans harald hari haris harold harrison harry
    hartmut haruki harun harvey hashim hassan hector heinrich heinz helmut hendrik henning henri henrik henry
    herbert heribert herman hermann hernan hideo hilario hilmar hiroshi horace horst howard howell hubert hugh
    hugo humberto humphrey hussein ian ibrahim ignacio ignatius igor ike ilan ilia ilya imran imre inigo iqbal
    isaac isak ishaan isidore ismail issa istvan ivan ivo ivor jaap jabari jack jacob jacques jago jake jakob
    jakub jamal james jamie jamil jan jared jarek jarvis jason jasper javid javier jean jed jeff jeffrey jeremiah
    jeremy jermaine jerome jerry jerzy jesper jesus jethro jibril jim jimi jimmy jiri joachim joao joaquim joaquin
    jochen joe joel joerg johan johann john johnny jon jonas jonathan jorg jorge joris jose josef joseph josh
    joshua josiah josip jost juan jude jules julian julio julius junaid jurgen justin kacper kamal kamil karel
    karim karl karol kaspar kasper katsumi kazuo keiji keir keiran keith kelvin kemal ken kendrick kenji kenneth
    kenny kenta kerem kevin khaled khalid khalil kieran kirill kit klaus kofi kojo kolya konrad konstantin kostas
    krishna kristian kristof krzysztof kurt kurtis kwabena kwaku kwame kwasi kyle kyrylo ladislav lamin larry lars
    laszlo laurence lauri lawrence lazar leander lee leif lemuel len lennart lennox leo leon leonard leonid
    leopold leroy lester lev levi lewis liam linus lionel lior lloyd logan lorcan lorenz lorenzo lothar louis
    lubomir luc luca lucan lucas lucian luciano lucien ludovic ludvig ludwig luigi luis luka lukas luke lutz lyle
    lyndon maciej magnar magnus mahmoud mahmud maksim malachi malcolm malik mamadou manfred manoj manolo mansour
    manuel marat marc marcel marcelo marcin marco marcus marek mariano marinus mario mark markus marlon marshall
    marten martin marty marvin masashi massimo mateo mateus mathias mathieu mats matt matteo matthew matthias
    mattias mattis maurice max maxim maxime maximilian maynard mehdi mehmet melvin menachem mervyn micah michael
    michal michel mick miguel mihai mikael mike mikel mikhail mikko milan miles milo milos milton mirko miroslav
    mitch mitt mohamed mohammad mohammed mohan mohsen moises monty mordecai morten mortimer moses moshe moussa
    muhammad mukesh munir murat murdo mustafa mykola myles naoki narendra nasser nate nathan nathaniel naveen ned
    neil nelson nestor neville niall niccolo nicholas nick nicolae nicolai nicolas nigel nikita niklas nikola
    nikolai nikolas nils nisar noah norbert norman obinna octavio odd okan olaf olav ole oleg oleksandr oleksiy
    oliver olivier oliviero olof olu oluwaseun omar omari orlando orson oscar oskar osman osvaldo oswald otis otto
    ottokar ousmane owen pablo padraig paolo parvez pascal pascoe pasquale patrice patricio patrick paul pavel
    pawel pedr pedro pelle percival percy peregrine pericles petar pete peter petr petro petros petter phil philip
    philippe pierre piers piet pieter pietro pino piotr piran pius porfirio prakash pranav prasad predrag primo
    quentin quincy radek rafa rafael rafal rafe rafi raheem rahim rahul raimund raj rajesh rajiv rakesh ralf ralph
    rama ramesh ramiro ramon randall randy raoul raphael rashid rasmus rauf raul ravi ravil ray raymond reggie
    reginald reinhard reinhold remi reuben rex reza rhodri rhys ricardo richard richie rick rico rikard rishi
    riyad roald rob robbie robert roberto robin rocco roderick rodney rodolfo rodrigo rogelio roger rohan rohit
    roland rolando rolf romain roman romeo ron ronald ronan ronnie roope rory ross rowan roy ruben rudi rudolf
    rudy rufus rui rupert rurik ruslan russ russell rustam ryan ryo ryszard saad sachin sadiq saeed salim salman
    salvador salvatore sam samir samuel sander sandor sandro sanjay sanjeev santiago santos sasha satoshi saul
    scott scotty seamus sean sebastian selim selwyn septimus serge sergei sergey sergio serhiy seth severin
    seymour shabir shafiq shahid shamil shane shankar shaun shinji shlomo sidney siegfried sigmund sigurd silas
    silvester silvio simeon simon sinan slavko slobodan solomon soren spencer stan stanislav stanley stavros
    stefan steffen sten stepan stephen steve steven stewart stig stuart subhash sudhir suleiman sunil sven syed
    sylvain sylvester tadeo tadeusz taher taiwo takashi taras tarek tariq tarquin tate taylor ted teddy teo teodor
    terence terrence terry thaddeus thanos theo theodor theodore theodoros thierry thomas thor thorsten tiago
    tiberius tibor tim timo timothy tobi tobias toby todd todor toivo tom tomas tomasz tomislav tommy tony toomas
    torben torsten toshiro travis trevor tristan tuomas tyler tyrone tyson ubaldo udo ugo ulf uli ulises ulrich
    umar umberto uri urs uwe vaclav vadim valdemar valentin valentino vasco vasil vasile vasily vasyl vaughn
    veikko vern vernon vic vicente victor vidar viggo vijay vikram viktor viliam ville vinay vince vincent virgil
    vitaly vito vittorio vlad vladimir vladislav vojtech volodymyr vyacheslav wade waldemar wallace wally walt
    walter warren wasim wayne wendell werner wesley wiktor wilbur wilfred wilfried wilhelm will willem willi
    william willie wilmer winfried winston winthrop wojciech wolfgang woodrow xander xavi xavier yahya yannick
    yannis yaroslav yaw yevgeny yiannis yitzhak yoshi youssef yuki yunus yuri yusuf yusuke yves zac zach zachary
    zahir zaid zakaria zane zdenek zeljko zeno zoltan zoran zubin
    """.split()
)
WOMEN = frozenset(
    """
    abebi abeni abigail ada adaeze adela adelaide adele adeline adina adriana adrienne agatha agathe agnes
    agnieszka ailsa aimee aino aisha alana alba alberta albertine alda alegra aleksandra alena alessandra alexa
    alexandra alexis alice alicia alina aline alison allegra allison alma althea alva alyssa amaka amalia amanda
    amara amelia amina aminata amira amita amparo amrita amy ana anabel anahit anais anastasia anastasiya andrea
    aneta angela angelina aniela anika anita anja anjali anke ann anna anne anneke anneliese annelise annemarie
    annette annie annika anouk ansa anthea antje antoinette antonella antonia anya aoife april araceli aria
    ariadne arlene ashley assia astrid audrey aurelia ava awa aya ayesha ayse azadeh babette barbara barbro
    bathsheba bea beata beate beatrice becky bella benedetta benedicte berit bernadeta bernadette bernice bertha
    beth bethany bettina betty beverley beverly bianca birgit birgitta birte blanca blanche bojana bonita
    bonnie bozena branka brenda brenna bridget brigitte bronwen bruna brynn caitlin callista camila camilla cara
    caridad carina carla carlotta carly carmel carmen carol carolina caroline carolyn carys cassandra catalina
    catarina caterina cath catherine cathleen cathy cecilia celeste celestine celia celina chanda chantal charlene
    charlotte chelsea cheryl chiara chioma chitra chloe chrissie christa christel christiane christina christine
    ciara cindy cinzia claire clara clarice clarissa claudette claudia claudine clementine cleo clotilde colette
    colleen comfort concepcion concetta condoleezza connie constance consuelo cora corazon cordelia corinna
    corinne cornelia cosima cressida cristina cynthia dagmar dagny dahlia daisy dana danica daniela danielle
    danuta daphne daria darlene darya dea deanna debbie debora deborah deepa deirdre delia della delphine demetra
    denisa denise desiree diana diane dima dina dinah ditte doina dolly dolores dominique donatella donna dora
    doreen doris dorota dorothea dorothy dorte dragana drusilla dulce dunja earlene ebba eda edda edie edina edith
    edna edwina effie eileen eilidh eimear eira ekaterina elaina elaine elba eleanor eleanora elena eleni elettra
    elif elina elisa elisabeth elisabetta elise eliza elizabeth elke ella ellen ellie elodie eloise elsa elspeth
    elvira emelia emilia emiliya emily emina emine emma emmeline ena enid enrica erica erika eriko erin erna
    ernestine esme esmeralda esperanza esra estela estelle esther etta eugenia eugenie eulalia eunice euphemia eva
    evangeline eve evelina evelyn evie ewa fabienne fadila faith faiza fanny fanta farah farida fatima fatma fatou
    fay faye federica felicia felicity fenella fern fernanda fflur fidelma filippa fiona fiorella flavia fleur
    flor flora florence florencia fola folasade fran franca frances francesca francine francoise franziska freda
    frederica freja freya frida fumiko gabriela gabrielle gail gaynor geeta gemma genevieve georgette georgia
    georgina geraldine gerda germaine gertrude gianna gilda gillian gina ginevra giorgia giovanna gisela giselle
    gita gitte giulia giuliana giuseppina glenda glenys gloria glynis graca grace graciela grazia greer greta
    gretchen guadalupe gudrun guinevere gunilla gwen gwenda gwendolen gwendolyn gwyneth hadiza halima halina hana
    hanan hanna hannah hanne hanneke harriet haruko hatice hattie hawa hazel heather hedda hedwig hedy heidi heike
    helen helena helga hella helle heloise henrietta hermine hermione hester hilary hilda hildegard hillary hiroko
    hoda hortense huda iben ida ilaria ildiko ilka ilona ilse imani imelda imogen inaya indira ines inez inga inge
    ingeborg ingela ingrid inka ioana iolanthe ione irene irina iris irja irma isabel isabella isadora isha isla
    isobel isolde ivana ivanka ivy iwona izabela jacinta jacqueline jacqui jada jadwiga jana jane janelle janet
    janette janice janina janine janna jasmin jasmine jayne jeanette jeanne jelena jemima jemma jenna jennie
    jennifer jenny jessica jessie jette jill jo joan joana joanna joanne jocasta jocelyn jodie johanna jolanta
    jordana josefina josephine josie josune jovana joy joya joyce juana juanita judi judith judy julia juliana
    julie juliet juliette june justina justine jutta kaja kajsa kamala karen karima karin karina karla karolina
    kasia katarina katarzyna kate kateryna katherine kathleen kathryn kathy katie katja katrin katrina katya
    kavita kay kayla keiko kelly kerry kerstin khadija kiersten kim kimberly kinga kirsi kirsten kirstie kirstin
    kirsty klara klavdia kornelia krista kristen kristin kristina krystyna lada laila lakshmi lale lalita lara
    larisa larissa latifa latoya laura lauren lavinia lea leah leanne leda leila leilani lena lene lenka lenora
    leocadia leona leonie leonora leslie leticia letitia letizia liana libby lidia lidija liesel lieselotte lila
    lilia lilian liliana lilith lillian lily lina linda linnea lisa lisbeth liselotte livia liz lois lola lone
    lorelei lorena loretta lori lorna lorraine lotta lotte lottie louisa louise luana luce lucia lucie lucille
    lucinda lucrezia lucy ludmila ludmilla luisa luiza lupe luz lydia lydie lynn lyudmila mabel madalena madeleine
    madeline madge madhuri maeve magda magdalena magdalene maggie mahnaz maia maire maisie maja malala malika
    malin mamie mandy manon manuela mara marcela marcella marcia marcy margaret margareta margarete margarita
    margaux margery margit margot margret margrethe marguerite maria mariam mariana marianna marianne marie
    marieke mariella marigold marije marika marilena marilou marilyn marina marion marisa marisol marissa marit
    marita marja marjan marjorie marlena marlene marnie marta marte martha marthe martina marwa mary maryam
    maryann marzena masha mathilda mathilde matilda maud maude maureen mavis maxine maya mechtild meera meg megan
    meghan mehwish melania melanie melina melinda melisande melissa mercedes mercy meredith merete merle merryn
    mette mia michaela michele micheline michelle mieke mihaela mika mila milagros mildred milena millicent millie
    mimi mina mindy minna minnie mira mirabel miranda mireille mirela miriam mirja mirjam mirna mitzi moira mollie
    molly mona monica monika montserrat morag morgana morwenna mukta muna muriel myfanwy myra myriam myrtle nada
    nadezhda nadia nadine nahid naila naima najwa nana nancy nanette naoko naomi narges nasreen nastassja natacha
    natalia natalie natalya natasha nathalie nawal nazanin neda neema neha nele nelly nerys nessa netta ngozi nia
    niamh nichola nicole nicoletta nicolette nieves niki nikki nilufer nimmi nina ninette nisha nkechi noelia
    noelle noemi nola noor noora nora norah noreen noriko norma nour nuala nuria octavia odessa odette odile
    ofelia oksana oktavia olena olga olive olivia olwen omolara oona ophelia oriana oriel orla orlaith ottilie
    ottoline padma paloma pam pamela paola paolina parvati pascale patience patricia patrizia patsy patty paula
    paulette pauliina paulina pauline pearl peggy penelope perpetua persis petra petronella phaedra philippa
    philomena phoebe phyllis pia pilar pippa polina polly pooja poppy portia prisca priscila priscilla priya
    priyanka prudence prunella purnima queenie rachel radha ragnhild rahel raisa ramona rana rani raquel rashida
    rebecca reem regan regina reina rena renata renate renee reyhan rhea rhiannon rhoda rhona rhonda ricarda rika
    rikke rina rita riva roberta robyn rochelle roisin roksana romana romilly romola romy ronja rosa rosalba
    rosaleen rosalia rosalie rosalind rosalyn rosamund rosanna rose roseanne rosella rosemary rosetta rosie rosina
    roslyn roswitha rowena roxana roxane roxanne roza ruby rukmini ruth ruthie ruxandra saba sabeen sabiha sabine
    sabrina sadie safiya sagal sahar saima sally salma salome samantha samina samira sanda sandra sanja sanna
    saoirse sara sarah saskia satu scarlett selena selina selma senta septima serafina seraphina serena shabnam
    shakira shalini shania shanice shannon sharon shauna shayla sheba sheena sheila shelagh shelley shereen sheryl
    shirin shirley shona shreya sian sibyl sidonie sigrid sigrun sile silje silke silvana silvia simona simone
    sinead siobhan siri sita siv sixtine snezana sofia soila solange soledad solveig sonia sonja sonya sophia
    sophie soraya soumaya stacey stacy stefania stefanie steffi stella steph stephanie stina sue suki sukie sunita
    sunniva susan susana susann susanna susannah susi suzan suzana suzanne suzette svenja svetlana swati sybil
    sylvia sylvie sylwia tabitha tahira taisia tala tale talia tallulah tamar tamara tamsin tania tansy tanya tara
    tarja tasha tatiana tatjana tatyana teresa tess tessa thalia thandi thandiwe thea theda thelma theodora
    theresa thora tiffany tilda tilly tina tirza titania toril tove tracy trish trisha trix trudi trudy tsering
    tuula tyra ulla ulrica ulrike uma ursa ursula uta ute valentina valeria valerie vanda vanessa vanja varvara
    vasilisa veerle velma venetia vera verena verity veronica vesna vicki vicky victoire victoria vida vigdis
    vilma viola violet violeta violette virginia virginie virpi vittoria vivian viviana vivien vivienne waltraud
    wanda wangari wanjiru wenche wendy wiebke wiktoria wilhelmina wilhelmine willa wilma winifred winnie xanthe
    xenia ximena yael yana yara yasemin yasmin yasmina yasmine yelena yetunde yevgenia ylva yoko yolanda yolande
    ysolde yulia yuliya yumi yvette yvonne zadie zahra zainab zaynab zdenka zelda zelma zena zeynep zhanna zilla
    zina zinaida zita zlata zoe zofia zola zora zsofia zuleika zuzana
    """.split()
)
EITHER = frozenset("akira ariel kit nikita noor nour remi robin sasha yuki".split())
"""Of these, those that women and men bear about alike."""

GIVEN_NAMES = MEN | WOMEN


def without_accents(word: str) -> str:
    """A name as the lists have it: "Inés" -> "ines"."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
