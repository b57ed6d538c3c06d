"""Common given names that one of "he" and "she" fits; a name in neither list leaves both open."""

from __future__ import annotations

MEN = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmed alan albert alejandro aleksandr alex alexander alexei
    alexey alfred ali allan allen amir anatoly anders andre andrei andrew andrey angus anthony anton antonio
    antony arjun arnold arthur barack barry ben benjamin bernard bernie bill billy bob bobby boris brad
    bradley brandon brendan brent brian bruce bruno bryan calvin carl carlos cesar charles charlie chris
    christian christopher chuck clark clive colin conor craig curtis cyril dale dan daniel darren dave david
    dean denis dennis derek diego dimitri dirk dmitri dmitry dominic don donald doug douglas duncan earl ed
    eddie edgar eduardo edward edwin elias elijah emil emmanuel eric erik ernest ethan eugene evan felix
    fernando francis francisco frank fred frederick gabriel gareth gary gavin geoff geoffrey george gerald
    gerard gerhard giorgio giovanni glen glenn gordon graham greg gregory guillermo gustavo guy hans harold
    harry harvey hassan hector henri henry herbert hiroshi howard hugh hugo ian ibrahim igor ilya isaac ivan
    jack jacob jacques jake jakob jamal james jamie jan jason javier jean jeff jeffrey jeremy jerome jerry jim
    jimmy joe joel johan johann john johnny jon jonas jonathan jorge jose josef joseph josh joshua juan julian
    julio justin karl keith ken kenji kenneth kevin kirill klaus konstantin kurt kyle larry lars laurence
    lawrence lee leo leon leonard leonid liam lloyd logan louis luca lucas luis lukas luke magnus malcolm
    manuel marc marcel marco marcus mario mark marshall martin marvin mateo matt matteo matthew maurice max
    maxim michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad nathan neil nelson
    nicholas nick nicolas nigel nikolai noah norman oleg oleksandr oliver olivier omar oscar otto owen pablo
    pascal patrick paul pavel pedro pete peter petr phil philip philippe pierre piotr rafael raj rajesh ralph
    ramon raphael ravi ray raymond ricardo richard rick rob robert roberto robin rodrigo roger roland roman
    ron ronald ross roy ruben rupert russell ryan salman sam samuel santiago scott sean sebastian serge sergei
    sergey sergio seth shane shaun sidney simon stanley stefan stephen steve steven stewart stuart sven taylor
    ted terry theo theodore thomas tim timothy tobias todd tom tomas tommy tony travis trevor tyler umar vadim
    valentin vasily victor viktor vincent vitaly vladimir volodymyr wade walter warren wayne wesley wilhelm
    will william winston xavier yuri yusuf zachary
    """.split()
)
WOMEN = frozenset(
    """
    abigail ada adele agatha agnes aisha alexandra alice alicia alison allison amanda amelia amy ana anastasia
    andrea angela angelina anita ann anna anne annette annie antonia april ashley astrid audrey barbara
    beatrice becky bella bernadette bertha beth bethany betty beverly bianca bonnie brenda bridget brigitte
    camila camilla carla carmen carol carolina caroline carolyn catherine cathy cecilia celia charlotte
    chelsea cheryl chloe christina christine cindy claire clara claudia colleen condoleezza connie constance
    cynthia daisy dana daniela danielle daria debbie deborah denise diana diane dolores donna dora doris
    dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen elsa emily emma erica
    erika erin esther eva eve evelyn fatima felicia fiona florence frances gabriela gabrielle gail gemma
    georgia gina giulia gloria grace greta gretchen hanna hannah harriet heather heidi helen helena hilary hillary
    ida ilse ines ingrid irene irina iris isabel isabella ivana ivanka jacqueline jane janet janice jasmine
    jeanne jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith judy julia
    juliana julie kamala karen karin kate katherine kathleen kathryn kathy katie katrina katya kelly kerry kim
    kimberly kirsten kristen kristin larisa laura lauren leah leila lena leslie lidia lillian lily linda lisa
    liz lois lorraine louise lucia lucy ludmila lydia lynn mabel madeleine madeline magdalena maggie malala
    mara margaret margarita maria mariam marianne marie marilyn marina marion marissa marjorie martha martina
    mary matilda maureen maya megan melania melanie melinda melissa mercedes michelle mildred miranda miriam
    mollie molly monica muriel nadia nancy naomi natalia natalie natasha nicole nina nora norma odessa olena
    olga olivia ophelia pamela patricia paula pauline peggy penelope petra phyllis priya rachel rebecca regina
    renee rhonda rita roberta rosa rosalind rose rosemary ruth sabrina sally samantha sandra sara sarah selena
    shannon sharon sheila shirley simone sofia sonia sophia sophie stacy stella stephanie sue susan susanna
    suzanne svetlana sylvia tamara tanya tara tatiana teresa thelma theresa tina tracy ursula valentina
    valeria vanessa vera veronica victoria viola violet virginia wanda wendy winifred yasmin yolanda yulia
    yvonne zoe
    """.split()
)
GIVEN_NAMES = MEN | WOMEN
