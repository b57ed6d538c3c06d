"""Lines of a page -> the lines that belong to the article: what surrounds articles on web pages is left out.

Only whole lines go, and only short ones that say nothing by themselves: calls to the reader, headings of link lists and
the titles under them. A line that is a sentence stays, unless it is one of a few closed formulas such as a copyright
line. In doubt a line stays: a left-over button is a blemish, a lost sentence is a lie.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

MOST_WORDS = 14
"""Words a line of navigation may have; a formula (a cookie notice, a copyright line) may be longer."""

MOST_TITLE_WORDS = 30
"""Words the title of another article may have."""

_SITE = (
    r"(facebook|twitter|x|instagram|linkedin|whatsapp|telegram|reddit|pinterest|youtube|tiktok|threads|bluesky|viber"
    r"|google news|apple news|flipboard)"
)
_STORY = (
    r"(articles?|stor(y|ies)|posts?|news|pieces?|reports?|content|coverage|reading|topics?|videos?|links?|headlines?)"
)
_OTHER = (
    r"(related|similar|recommended|other|further|recent|popular|trending|top|latest|featured|sponsored|promoted|paid"
    r"|partner|suggested|must|most|additional|breaking)"
)
_OUR = r"(our|the|a|your|this)"
_KIND = (
    r"(free|daily|weekly|morning|evening|weekday|weekend|latest|breaking|top|best|biggest|most important|news|sports?"
    r"|politics|business|world|science)"
)
_LETTERS = (
    r"(e-?mails?|(e-?mail )?(newsletters?|updates)|briefings?|(mailing|email) list|alerts|notifications|podcasts?"
    r"|(telegram )?channel)"
)
_JOIN = r"(subscribe|register|sign ?up|log ?in|sign ?in)"
_RU_STORY = r"(новост[иь]|стать[ия]|материалы?|записи?|запись|публикации)"
_UK_STORY = r"(новин[иа]|статт[іяю]|матеріали?|записи?|запис)"

# Buttons, calls and labels. They must fill the whole line, which may end in "?", "!", ":" or an arrow, not a full stop.
_CALLS = rf"""
(click here to |tap to |tap here to )?(read|see|show|view|load|learn|discover|find out) (more|less|all|the rest|on)
(read|see|show|view|load|find out) more( {_STORY}| here| below| comments)?( (about|on) this( {_STORY})?)?
(read|view|see|open) (the )?(full|whole|entire|complete|original) {_STORY}
(continue|keep) reading( {_OUR}? ?(main )?{_STORY})?( below)?
(read|save|bookmark|print|gift|e-?mail|copy|rate|like|report|download) (this|the) ({_STORY}|page|link)
(read|save|bookmark) (this |the )?({_STORY} )?(later|for later)
(listen to|watch|read) (this|the) {_STORY}( now| aloud| here)?
((no|not enough|short on|don’t have|out of|running out of) time( to read)?|in a (hurry|rush)|too long to read)
(get|read|see|show|hide|view|want|need)( {_OUR})?( quick| short| ai| brief)? (summary|tl;?dr|key points|highlights)
(summari[sz]e|translate)( {_OUR})? ({_STORY}|page)( with ai)?
(ai|quick)[- ](generated )?(summary|overview)( of {_OUR} {_STORY})?
share( {_OUR}| now)?( {_STORY}| page| link)?( (on|via|to|by|with) ({_SITE}|e-?mail|(your )?friends|social media))
share( {_OUR}| now)( {_STORY}| page| link)?|share ({_STORY}|page|link)
(share|send|post|tweet|save|pin|forward) (it|this)( (on|to|via|by|with) ({_SITE}|e-?mail|a friend))?
share (your thoughts|your opinion|options|buttons?|full article)
tweet|retweet|pin it|copy (link|url)|link copied|cop(y|ied) to clipboard|print page|print friendly|e-?mail link
{_JOIN}( now| today| here)( for free)?|subscribe( free| for free)?
{_JOIN}( now| today| here)?( to| for| via)?( {_OUR})?( {_KIND}){{0,3}} {_LETTERS}( now| today| here| below)?
{_JOIN}( or {_JOIN})? (to|and) (continue|read|comment|keep|unlock|join|view|access|post)( [^,]{{0,40}})?
(get|receive)( {_OUR})?( {_KIND}){{1,3}}( {_STORY}| {_LETTERS})?( (straight|sent|right|every|in|to|by) .{{0,40}})?
(newsletter|e-?mail) sign-?up|join our (newsletter|mailing list|community|channel|telegram( channel)?)|unsubscribe
manage (subscriptions?|preferences|cookies|consent)
(enter )?your e-?mail( address)?|e-?mail address|stay (informed|up to date|connected|in the loop)
never miss a (story|thing|beat|headline)|thank you for subscribing|thanks for (reading|signing up|subscribing)
(already|not yet) (a )?(subscriber|member|subscribed|registered)|(become|be) a (member|subscriber|supporter)
(start|try) your (free )?trial|subscribers? only|for subscribers|premium content
(support|donate to) (us|our (work|journalism|newsroom)|independent journalism|local journalism)|donate( now)?
buy (us|me) a coffee
(previous|next|prev|older|newer) ({_STORY}|page|entry)
{_OTHER} ({_STORY}|{_STORY} {_STORY}|picks|partner content|stories from .{{0,30}})
(most|must) (reads?|watched|viewed|popular|commented|shared|e-?mailed)
(more )?(from|by) (the|this|our) (web|author|site|section|network|partners)|from around the web|around the web
more (from|by|in|on) (this |the |our )?(author|section|site|category|topic|series)
(you )?(may|might|could|will|ll) (also )?(like|enjoy|be interested( in)?)( these?| this)?( {_STORY})?
recommended( for you)?|we recommend|people also (read|viewed)|readers also liked|what to read next|read (this )?next
watch next
(also|see also|read also|also read|see more|more like this|more to read|more stories|more news|more articles|related)
don[’']t miss( this| these)?|in case you missed it|editor[’']?s (choice|picks?)|what others are reading|trending now
now trending|popular now|popular this week|hot topics
(continue |skip |close |remove )?(advertisement|advertising|sponsored|ad feedback|advertorial)
ads? by .{{0,20}}|paid (post|content|for by .{{0,30}})
skip (ad|advertisement|ads|to (main |the )?(content|navigation|footer|comments))
(story|article|content) continues (after|below)( the| this)?( ad| advert| advertisement)?
(scroll|keep scrolling) (down )?(for|to continue)( .{{0,30}})?|why (am i seeing|this) (this )?ad
(we|this (web)?site|our site) uses? cookies|accept( all)?( cookies)?( and (continue|close))?|reject all( cookies)?
cookie (settings|policy|preferences|notice)|allow all cookies|(your )?privacy (policy|settings|choices|notice)
terms (of (use|service)|and conditions|& conditions)|do not sell (or share )?my (personal )?info(rmation)?
ad choices|adchoices
(show|hide|view|see|load|read|post|leave|add|write)( your| a| the| all| more| \d+)? (comments?|replies)
(all|no|\d[\d,.]*k?) (comments|replies)( yet| \(?\d+\)?)?|1 (comment|reply)
be the first to comment
comments? \(?\d[\d,.]*\)?|comments? (are )?(closed|disabled|off|section|policy|guidelines)
join the (conversation|discussion|debate)|have your say|log ?in to comment|comment on this {_STORY}
\d+[- ]?(min|minutes?|mins)( |-)?(read|of reading|reading time)
(estimated )?(reading|read) time ?:? (about |~)?\d+ ?(min|minutes?|mins)?
follow( us| me)?( (on|at|via) )({_SITE}|social media)((,| and|, and| &| or|/| \|) {_SITE})*|follow us
(find|like|join|add) us (on|at) {_SITE}((,| and|, and| &| or|/| \|) {_SITE})*
(download|get|install|try) (our|the) (mobile |free |news )*app( now| today| here| for .{{0,30}})?
available on (the )?(app store|google play)
back to (top|the top|home|homepage|news|all .{{0,20}})|(return|go) to (the )?(home ?page|top|previous page)
top of page|skip navigation|main (menu|navigation)|toggle (menu|navigation|search)
(open|close|show|hide) (menu|navigation|search|sidebar)|all (categories|sections|topics|news)|site ?map
about (us|the author)|contact us|advertise with us|work with us|our team|all rights reserved|powered by \w+
(log|sign) ?(in|out|up)|my account|create (an |a free )?account|(forgot|reset)( your)? password|remember me
search (this site|site|for:?)|type (and hit|your) .{{0,30}}
((video|image|content|page|ad|poll|player|gallery) )?(is )?(loading|buffering|failed to load)( video| player| more)?
view (gallery|slideshow|photos|all photos|comments|\d+ images?)|(watch|play) (the |this )?(full )?video
play (video|audio)|scroll to top|enlarge (image|this image)|(open|view) image in (full ?screen|gallery)|hide caption
toggle caption|unmute|now playing
(show|view|more|see) (more )?(tags|topics)|(more )?(on|about) this (topic|story)|in this (article|story)
table of contents|jump to (content|section|comments)|on this page
читайте? (также|ещ[её]|далее|больше|полностью|дальше|по теме|нас (в|на) .{{0,40}})
(похожие|другие|последние|главные|свежие|популярные) {_RU_STORY}
(материалы|новости|ещ[её]) по теме|новости (партн[её]ров|по теме)|по теме
(предыдущ|следующ)(ая|ий) ({_RU_STORY}|материал|пост|страница)
подпис(аться|ывайтесь|ывайся|ка)( на (наш|наши|нас|рассылку|новости|канал)( .{{0,40}})?)?
поделиться( (в|с|новостью|статьей|статьёй|ссылкой)( .{{0,30}})?)?
(реклама|на правах рекламы|загрузка|скопировать ссылку|ссылка скопирована)
(все|показать|оставить|добавить|читать|нет) (все )?комментари(и|й|ев|я)|комментари(и|ев) \(?\d+\)?
мы (в|на) (телеграм|telegram|вконтакте|facebook|youtube|соцсетях)|все права защищены|нет времени читать
краткое содержание|читать далее|наверх|в закладки|версия для печати
читайте? (також|ще|далі|більше|повністю|нас (в|у|на) .{{0,40}})|читати далі
(схожі|інші|останні|головні|популярні) {_UK_STORY}|(матеріали|новини) за темою|новини партнерів
за темою|(попередн|наступн)(я|ій|а|ий) ({_UK_STORY}|сторінка|матеріал)
під(писатися|писуйтесь|пишіться|писка)( на (наш|наші|нас|розсилку|новини|канал)( .{{0,40}})?)?
поділитися( .{{0,30}})?|завантаження|скопіювати посилання
(всі|усі|показати|залишити|додати|немає) (всі )?коментар(і|ів)|коментарі \(?\d+\)?|(всі|усі) права захищен[оі]
немає часу читати|нагору
"""

_COOKIES = r"(we|this (web)?site|our (web)?site) uses? cookies (and [\w ]{1,30} )?(to|so that|for) [^,.“”«»]{3,90}\."
_CONSENT = (
    r"(by (continuing|using|browsing|signing up|subscribing|clicking|registering|entering)|if you continue)"
    r"[^,.“”«»]{0,60},? you (agree|consent|accept)[^,.“”«»]{0,50}(terms|privacy|cookie|polic)[^,.“”«»]{0,80}\."
)

# Closed formulas addressed to the reader, as long as a sentence and with its full stop.
_FORMULAS = rf"""
(copyright )?(©|\(c\)|&copy;) ?(copyright )?(\d{{4}}( ?[-–] ?\d{{4}})?,? ?)?[\w .,&’'|/-]{{0,80}}
(?-i:([A-Z][\w&’'-]*,? ){{1,5}}([A-Z][\w&’'-]*[.,]* ))?all rights reserved( worldwide)?\.?
all rights reserved\. [\w ,]{{0,60}} may not be (published|reproduced|copied|broadcast)[\w ,]{{0,80}}\.?
copyright( ©)? \d{{4}}( ?[-–] ?\d{{4}})?(?-i:,? [A-Z][\w&’'-]*){{1,5}}\.?( all rights reserved\.?)?
{_COOKIES}( {_CONSENT})?( (read|learn|find out|see|accept|you can) [^,.“”«»]{{0,60}}\.?)?|{_CONSENT}
(please )?{_JOIN}( now| today| here)? (to|for) (our|the free)[^,.“”«»]{{0,40}} {_LETTERS}( here| today)?[.!]
(please )?{_JOIN} to (continue reading|leave a comment|comment|post a comment|read the full (article|story))[.!]
(please )?follow (us|me|[^\W\d_]+( [^\W\d_]+){{1,5}}) on {_SITE},?:? ?@\w+( and (instagram|{_SITE}) @\w+)?\.?
(please )?(follow|like|find|join) us on {_SITE}((,| and|, and| or) {_SITE})*[.!]
support local journalism[.:] subscribe to [\w. ]{{1,40}}( today)?\.?
(please )?(enable|turn on|allow) (javascript|cookies)( to .{{3,60}}| in your browser)?\.?
(please )?enable javascript .{{0,60}}|your browser does not support [^.,“”"]{{3,60}}\.?
(sorry,? )?(we are|comments are) (not currently accepting comments|currently closed|closed)( on this article)?\.
(please )?(click|tap) here to [^,.“”"]{{3,60}}\.?|thank you for (subscribing|signing up|reading)[.!]
you (must|need to) be logged in to [^,.“”"]{{3,40}}\.
your e-?mail address will not be published\.( required fields are marked ?\*?\.?)?
this (article|story|content) is (only )?(available )?(for|to) subscribers( only)?\.|all rights reserved\.
все права защищены\.( .{{0,120}})?|(всі|усі) права захищен[оі]\.( .{{0,120}})?
подписывайтесь на наш [^,.«»“”"]{{3,50}}[.!]|підписуйтесь на наш [^,.«»“”"]{{3,50}}[.!]
(мы используем|наш сайт использует|сайт использует) (файлы )?cookies?[^.«»“”"]{{0,80}}\.
(ми використовуємо|наш сайт використовує) (файли )?cookies?[^.«»“”"]{{0,80}}\.
"""

_POINTER = (
    rf"(read (more|also|next)|also read|see also|related( {_STORY})?|recommended|more on this|don[’']t miss"
    rf"|(previous|next) {_STORY}|just for subscribers|для подписчиков|читайте? (также|ещ[её]|далее|також|ще)"
    rf"|(предыдущая|следующая) {_RU_STORY}|(попередня|наступна) {_UK_STORY}|по теме|за темою)"
)

# A label and what it points at, in one line without a full stop: "Read also: Mayor quits over flood report".
_POINTING = rf"""
{_POINTER} ?(:|\||→|»| –| —| -) ?.{{3,200}}
←.{{3,200}}|.{{3,200}}→
(home|main|homepage|front page|главная|головна)( (>|›|»|/|→|\|) [^>›»/|.]{{2,40}}){{2,5}}
"""

# Headings whose following lines are the titles of other articles.
_HEADINGS = rf"""
more from (the )?(?-i:[A-ZА-ЯҐЄІЇ][\w.&’-]*)(?-i: [A-ZА-ЯҐЄІЇ][\w.&’-]*){{0,3}}
(previous|next|prev|older|newer) ({_STORY})
{_OTHER} {_STORY}( {_STORY})?
(most|must) (read|reads|popular|watched|viewed|shared|commented)|read (more|also|next|this next)|also read|see also
more (stories|news|articles|like this|to read|on this( {_STORY})?)|related|recommended( for you)?
we recommend|what to read next|don[’']t miss( this| these)?|in case you missed it
editor[’']?s (choice|picks?)|trending now|from around the web
you (may|might|could|will) (also )?(like|enjoy|be interested( in)?)( these?| this)?( {_STORY})?
читайте? (также|ещ[её]|далее|по теме)
(похожие|другие|последние|главные|свежие|популярные) {_RU_STORY}
новости партн[её]ров|по теме|(предыдущая|следующая) (статья|запись|новость)
читайте? (також|ще|далі)|(схожі|інші|останні|головні|популярні) (новини|статті|матеріали)
(матеріали|новини) за темою|новини партнерів|за темою|(попередня|наступна) (стаття|новина)
"""

# Words that may as well be a list item or a heading of the article: they go only beside certain navigation.
_WEAK = rf"""
{_SITE}|share|print|e-?mail|comments?|home|search|menu|close|login|register|subscribe|newsletters?|video|videos
photos?|gallery|trending|popular|tags?|topics?|promoted|reply|like|save|help|faq|contacts?|more|next|previous|top
loading|listen|advertise|careers|rss|news|sports?|about|summary|highlights|комментарии|коментарі|видео|відео|фото|главная|головна|меню
поиск|пошук|печать|друк|теги
\d[\d,.]*k? ?(shares?|likes?|views?|reads|retweets|followers|reactions)|(views?|shares?|likes?) ?:? \d[\d,.]*k?
(tags|topics|keywords|tagged( with| as)?|filed under|categories|теги|метки|ключові слова) ?: ?.{{2,150}}
"""


def _whole_line(patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in patterns.strip().splitlines()), re.IGNORECASE)


_CALL, _FORMULA, _POINTS, _HEADING, _WEAK_WORD = map(_whole_line, (_CALLS, _FORMULAS, _POINTING, _HEADINGS, _WEAK))
_CALL_WORD = re.compile(
    r"\b(read(er|ing)?|subscri\w+|sign ?up|share|summary|newsletter|click|tap|follow|app|download|comments?|join|login"
    r"|подпи\w+|читай\w*|підпи\w+)\b",
    re.IGNORECASE,
)
_ORNAMENTS = " •·*►▶▼▸▾➤➜→←›‹»|>+#✕×✖–—-_=[](){}…:!?"
_SENTENCE_END = re.compile(r"(?<![.])([.!?…]|\.{2,})[\"'”’»)\]*]*$")
_INITIALS_AT_END = re.compile(r"\b(?:[^\W\d_]\.){2,}$")
_SENTENCE_AMID = re.compile(r"[^\W\d_A-ZА-Я]{3}[.!?][\"'”’»)]*\s+[A-ZА-ЯҐЄІЇ\"“«‘]")
_QUOTATION = re.compile(r"[\"“«‘'„].*[\"”»’'“]")


def without_navigation(lines: Sequence[str]) -> list[str]:
    """The lines of a page, one paragraph each, without navigation; doing it again changes nothing."""
    kept = list(lines)
    while leftover := _leftover(kept):
        kept = [line for i, line in enumerate(kept) if i not in leftover]
    return kept


def is_navigation(line: str) -> bool:
    """Whether the line, seen alone, is certainly navigation."""
    if _FORMULA.fullmatch(line.replace("'", "’")):
        return True
    if ends_sentence(line, "."):
        return False
    if len(line.split()) <= MOST_WORDS and _CALL.fullmatch(_bare(line)):
        return True
    return bool(_POINTS.fullmatch(line.replace("'", "’")))


def ends_sentence(line: str, marks: str = ".!?…") -> bool:
    """Whether the line ends in one of the marks, before closing quotes and brackets; "U.S." is no end."""
    end = _SENTENCE_END.search(line)
    return bool(end and ("…" if ".." in end[1] else end[1]) in marks and not _INITIALS_AT_END.search(line))


def is_prose(line: str) -> bool:
    """Whether the line says something: a sentence, or longer than any title."""
    words = len(line.split())
    return words > MOST_TITLE_WORDS or (words > 3 and ends_sentence(line) and not is_navigation(line))


def is_quotation(line: str) -> bool:
    """Whether the whole line stands in quotation marks."""
    return bool(_QUOTATION.fullmatch(line))


def _bare(line: str) -> str:
    """The line without the arrows, bullets and marks around its words."""
    return line.replace("...", "…").strip(_ORNAMENTS).replace("'", "’")


def _leftover(lines: list[str]) -> set[int]:
    """The positions of the lines that are navigation, with the titles that belong to them."""
    certain = {i for i, line in enumerate(lines) if is_navigation(line)}
    certain |= _repeated_calls(lines) | _titles_of_others(lines)
    return certain | _weak_words(lines, certain)


def _repeated_calls(lines: list[str]) -> set[int]:
    """Short calls to the reader that stand on the page more than once."""
    times = Counter(lines)
    return {
        i
        for i, line in enumerate(lines)
        if times[line] > 1 and len(line.split()) <= 6 and _CALL_WORD.search(line) and _can_go(line)
    }


def _titles_of_others(lines: list[str]) -> set[int]:
    """Headings such as "Related articles" with the titles under them: after the article's last statement all of them,
    amid the article only the next line, before its first sentence none, for that may be its own title.
    """
    prose = [i for i, line in enumerate(lines) if is_prose(line)]
    statements = [i for i in prose if ends_sentence(lines[i], ".…") or not ends_sentence(lines[i])]
    found: set[int] = set()
    for i, line in enumerate(lines):
        if not prose or i < prose[0] or ends_sentence(line, ".") or not _HEADING.fullmatch(_bare(line)):
            continue
        under = range(i + 1, len(lines)) if not statements or i > statements[-1] else range(i + 1, i + 2)
        amid = len(under) == 1 and under[0] < len(lines) - 1
        found.add(i)
        found |= {j for j in under if _can_go(lines[j]) and not (amid and len(lines[j].split()) < 4)}
    return found


def _can_go(line: str) -> bool:
    """Whether losing the line loses no words of the article: it is no sentence, quotation or introduction of a list."""
    says = is_prose(line) or ends_sentence(line) or is_quotation(line) or _SENTENCE_AMID.search(line)
    return not (says or line.endswith((":", ";", ",")))


def _weak_words(lines: list[str], certain: set[int]) -> set[int]:
    """Words such as "Print" or "Comments" in a run of such words and certain navigation, unless a list may hold them:
    the run begins the page or follows prose that introduces no list, and ends the page or is followed by prose.
    Two of them at the very top of the page are a menu.
    """
    weak = {i for i, line in enumerate(lines) if _WEAK_WORD.fullmatch(_bare(line))} - certain
    first_prose = next((i for i, line in enumerate(lines) if is_prose(line)), len(lines))
    found: set[int] = set()
    for _, group in groupby(range(len(lines)), key=lambda i: i in certain or i in weak):
        run = list(group)
        start, end = run[0], run[-1] + 1
        after_prose = start <= first_prose or (is_prose(lines[start - 1]) and not lines[start - 1].endswith(":"))
        before_prose = start < first_prose or end == len(lines) or is_prose(lines[end])
        is_menu = start == 0 and end > 1
        if (is_menu or not certain.isdisjoint(run)) and after_prose and before_prose:
            found |= weak.intersection(run)
    return found
