"""What the bot says of itself, in English and in Russian. The articles' words are never translated."""

from __future__ import annotations

from dataclasses import dataclass

COMMANDS = ("ask", "latest", "sources", "article", "who", "new", "cancel", "settings", "forget", "about", "help")
GROUP_COMMANDS = ("ask", "latest", "sources", "article", "who", "new", "cancel", "help")
ADMIN_COMMANDS = (*COMMANDS, "remove", "stats", "users")


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language. `{}` stands for what is filled in."""

    language: str
    description: str
    short_description: str
    menu: dict[str, str]
    welcome: str
    help: str
    about: str
    # Under a quote and above an answer
    own_voice: str
    unnamed: str
    nobody: str
    via: str
    paragraph: str
    part: str
    account: str
    beside: str
    differ: str
    differ_on: str
    asked_as: str
    also_in: str
    looked_for: str
    dont_say: str
    dont_say_about: str
    not_stated: str
    not_stated_about: str
    empty_library: str
    nearest: str
    # Buttons and what they show
    in_context: str
    more: str
    others: str
    sources: str
    back: str
    wider: str
    thanks: str
    no_more: str
    no_others: str
    more_title: str
    others_title: str
    sources_title: str
    not_yours: str
    gone: str
    article_gone: str
    # Answers to commands
    no_question: str
    bad_question: str | None
    no_words: str
    unknown_command: str
    failed: str
    looking: str
    stopped: str
    nothing_runs: str
    new: str
    library_title: str
    latest_title: str
    article_usage: str
    no_article: str
    speakers: str
    says_nobody: str
    sizes: str
    who_usage: str
    who_title: str
    who_none: str
    settings: str
    quotes_each: str
    context_on: str
    context_off: str
    forget_ask: str
    yes: str
    no: str
    kept: str
    forgotten: str
    # Limits
    a_day: str
    a_minute: str
    not_allowed: str
    # Administrators
    reading: str
    added: str
    updated: str
    unchanged: str
    undo: str
    undone: str
    too_big: str
    not_readable: str
    refused: str
    because: str
    remove_usage: str
    remove_ask: str
    removed: str
    stats: str
    users_title: str
    # Inline mode
    ask_in_private: str
    nothing_found: str
    open_article: str


ENGLISH = Words(
    language="en",
    description=(
        "Ask about the news. I answer in the articles’ own words, with who says them and in which article; when the "
        "articles don’t say, I tell you so."
    ),
    short_description="Answers from news articles, in their own words, with who says them.",
    menu={
        "ask": "Ask a question, in a group for instance",
        "latest": "The newest articles",
        "sources": "All articles",
        "article": "An article and who speaks in it: /article 3",
        "who": "What somebody says: /who and a name",
        "new": "Begin a new conversation",
        "cancel": "Stop the question that is being answered",
        "settings": "Quotes per answer, context, language",
        "forget": "Delete what is stored about me",
        "about": "What is stored, and what leaves the machine",
        "help": "How to ask, and how to read an answer",
        "remove": "Take an article out of the library",
        "stats": "Questions, refusals, seconds, errors",
        "users": "Who uses the bot",
    },
    welcome="""<b>Quoth answers from news articles, in the articles’ own words.</b>

Ask me anything that the articles may tell. I show what they say word for word, and with each quote who says it and in \
which article. When they don’t say, I tell you so.

Just write your question.""",
    help="""<b>How to ask</b>
Write a question in your own words. A follow-up, such as “and who said that?”, goes on from the question before; /new \
begins anew. In a group, write /ask and the question, mention me, or reply to one of my messages. Edit a question, and \
I answer it again.

<b>How to read an answer</b>
Each block is an article’s exact words. Under it stands who says them: a person or a body that the article names, \
somebody it leaves unnamed, or the article’s own voice. Then comes the article itself. What somebody says is theirs: I \
don’t judge whether it is true.

When the articles don’t say, there are no quotes.

<b>What else there is</b>
/latest, /sources, /article 3, /who and a name, /settings, /about, /forget""",
    about="""<b>What is stored</b>
Your Telegram id and first name, your settings, how many questions you asked and when, your last few questions in each \
chat, the answers whose buttons should work, and your 👍 and 👎. /forget deletes all of it.

<b>What leaves the machine</b>
Nothing but my messages to you, which go through Telegram. Questions are answered on the machine where I run, without \
any other service. Articles in its library: {}.""",
    own_voice="the article’s own voice",
    unnamed="“{}” (nobody named)",
    nobody="nobody named",
    via="via {}",
    paragraph="paragraph {}",
    part="part {} of {}",
    account="Account {}",
    beside="Beside that",
    differ="The accounts differ.",
    differ_on="The accounts differ on {}.",
    asked_as="Asked as: {}",
    also_in="Also in: {}",
    looked_for="I looked for: {}",
    dont_say="The articles don’t say.",
    dont_say_about="The articles don’t say. No quote covers: {}.",
    not_stated="The articles touch on this but don’t say.",
    not_stated_about="The articles touch on this but don’t say. No quote covers: {}.",
    empty_library="The library holds no articles yet: add some first.",
    nearest="The nearest articles:",
    in_context="In context",
    more="More quotes",
    others="Who else speaks",
    sources="Sources",
    back="« Back",
    wider="Show more around it",
    thanks="Thank you, noted.",
    no_more="There are no more quotes.",
    no_others="Nobody else speaks about this.",
    more_title="More quotes",
    others_title="Who else speaks about this",
    sources_title="Articles on this",
    not_yours="These buttons are for whoever asked. Ask a question of your own.",
    gone="I don’t have this any more: please ask again.",
    article_gone="This article has been taken out of the library.",
    no_question="Write your question after /ask, such as: /ask What happened yesterday?",
    bad_question=None,
    no_words="I can only read text so far: please write your question in words.",
    unknown_command="I don’t know this command. Write your question in your own words, or /help.",
    failed="Something went wrong here. Please try again in a moment.",
    looking="Still looking…",
    stopped="Stopped. Questions that were waiting are dropped.",
    nothing_runs="No question is being answered right now.",
    new="A new conversation: what I was asked before no longer matters.",
    library_title="All articles",
    latest_title="The newest articles",
    article_usage="Write the article’s number after /article, such as: /article 1. /sources lists them.",
    no_article="There is no such article: /sources lists them with their numbers.",
    speakers="Who speaks in it",
    says_nobody="Nobody is quoted in it.",
    sizes="Paragraphs: {}, sentences: {}",
    who_usage="Write a name after /who, such as: /who the mayor",
    who_title="What {} says",
    who_none="I find no words of “{}” in the articles: try a shorter or fuller name.",
    settings="<b>Settings</b>\nHow many quotes an answer may have, whether they come inside their paragraph, and the "
    "language in which I speak. The articles’ words stay as they are.",
    quotes_each="Quotes: {}",
    context_on="✓ In context",
    context_off="In context",
    forget_ask="Delete your settings, your conversations, your votes and the answers behind your buttons?",
    yes="Yes",
    no="No",
    kept="Nothing was changed.",
    forgotten="Deleted: nothing is stored about you any more.",
    a_day="That was as much as I may answer you in a day (questions: {}). Please go on in {} h.",
    a_minute="That was quick. Please ask your next question in {} s.",
    not_allowed="I answer only the people whom my operator has let in. Your id is {}: send it to them.",
    reading="Reading…",
    added="Added",
    updated="Updated",
    unchanged="It was here already",
    undo="Undo",
    undone="Undone: it is as it was before.",
    too_big="The file has more than 20 MB, which is as much as Telegram gives me: split it.",
    not_readable="Send a .txt, .md, .html or .json file, a link, or forward a message.",
    refused="Not added",
    because="{}",
    remove_usage="Write the article’s number after /remove, such as: /remove 1. /sources lists them.",
    remove_ask="Take this article out of the library?",
    removed="Removed.",
    stats="""<b>Since the beginning</b>
Articles: {articles}
People: {people}
Questions: {questions}, of which answered {answered}, refused {refused}, stopped {stopped}
Errors: {failed}
Seconds per question: {seconds:.2f}
👍 {liked} · 👎 {disliked}
Updates waiting: {waiting}""",
    users_title="People, the latest first",
    ask_in_private="Ask in private",
    nothing_found="The articles don’t say",
    open_article="Open the article",
)

RUSSIAN = Words(
    language="ru",
    description=(
        "Спросите о новостях. Я отвечаю словами самих статей и показываю, кто это говорит и в какой статье; если "
        "статьи молчат, я так и скажу."
    ),
    short_description="Отвечает словами новостных статей и показывает, кто это говорит.",
    menu={
        "ask": "Задать вопрос, например в группе",
        "latest": "Новые статьи",
        "sources": "Все статьи",
        "article": "Статья и кто в ней говорит: /article 3",
        "who": "Что говорит человек: /who и имя",
        "new": "Начать новый разговор",
        "cancel": "Остановить поиск ответа",
        "settings": "Число цитат, контекст, язык",
        "forget": "Удалить всё, что обо мне хранится",
        "about": "Что хранится и что передаётся наружу",
        "help": "Как спрашивать и как читать ответ",
        "remove": "Убрать статью из библиотеки",
        "stats": "Статистика: вопросы, отказы, время, ошибки",
        "users": "Кто пользуется ботом",
    },
    welcome="""<b>Quoth отвечает словами новостных статей.</b>

Спросите о том, что могут рассказать статьи. Я покажу, что в них сказано, слово в слово, и под каждой цитатой — кто \
это говорит и в какой статье. Если статьи молчат, я так и скажу.

Просто напишите вопрос.""",
    help="""<b>Как спрашивать</b>
Напишите вопрос своими словами. Следующий вопрос, например «а кто это сказал?», продолжает предыдущий; /new начинает \
разговор заново. В группе напишите /ask и вопрос, упомяните меня или ответьте на моё сообщение. Исправьте вопрос — и я \
отвечу снова.

<b>Как читать ответ</b>
Каждый блок — точные слова статьи. Под ним — кто это говорит: человек или организация, названные в статье, кто-то \
неназванный или сама статья. Затем сама статья. Чужие слова остаются чужими: я не сужу, правда ли это.

Если статьи молчат, цитат нет.

<b>Что ещё я умею</b>
/latest, /sources, /article 3, /who и имя, /settings, /about, /forget""",
    about="""<b>Что хранится</b>
Ваш id в Telegram и имя, ваши настройки, сколько вопросов вы задали и когда, последние вопросы в каждом чате, ответы, \
у которых должны работать кнопки, и ваши 👍 и 👎. /forget удалит всё это.

<b>Что передаётся наружу</b>
Ничего, кроме моих сообщений вам, которые идут через Telegram. Ответы я ищу на той же машине, где работаю, без \
сторонних служб. Статей в библиотеке: {}.""",
    own_voice="сама статья",
    unnamed="«{}» (имя не названо)",
    nobody="имя не названо",
    via="цит. по {}",
    paragraph="абзац {}",
    part="часть {} из {}",
    account="Версия {}",
    beside="Кроме того",
    differ="Версии расходятся.",
    differ_on="Версии расходятся: {}.",
    asked_as="Понято как: {}",
    also_in="То же самое: {}",
    looked_for="Я искал: {}",
    dont_say="В статьях об этом не говорится.",
    dont_say_about="В статьях ответа нет. Ни в одной цитате нет: {}.",
    not_stated="Эта тема в статьях есть, но ответа нет.",
    not_stated_about="Эта тема в статьях есть, но ответа нет. Ни в одной цитате нет: {}.",
    empty_library="В библиотеке пока нет статей: сначала добавьте их.",
    nearest="Ближе всего по теме:",
    in_context="В контексте",
    more="Ещё цитаты",
    others="Кто ещё говорит",
    sources="Источники",
    back="« Назад",
    wider="Больше контекста",
    thanks="Спасибо, учтено.",
    no_more="Больше цитат нет.",
    no_others="Больше никто об этом не говорит.",
    more_title="Ещё цитаты",
    others_title="Кто ещё об этом говорит",
    sources_title="Статьи об этом",
    not_yours="Эти кнопки для того, кто спросил. Задайте свой вопрос.",
    gone="Этого я уже не помню: спросите, пожалуйста, ещё раз.",
    article_gone="Эту статью убрали из библиотеки.",
    no_question="Напишите вопрос после /ask, например: /ask Что случилось вчера?",
    bad_question="Такой вопрос не подходит: задайте его словами, одним-двумя предложениями.",
    no_words="Пока я читаю только текст: напишите вопрос словами.",
    unknown_command="Такой команды нет. Напишите вопрос своими словами или посмотрите /help.",
    failed="Что-то пошло не так. Попробуйте ещё раз чуть позже.",
    looking="Ещё ищу…",
    stopped="Остановлено. Вопросы, которые ждали очереди, сняты.",
    nothing_runs="Сейчас ни один вопрос не обрабатывается.",
    new="Начинаем новый разговор: прежние вопросы больше не учитываются.",
    library_title="Все статьи",
    latest_title="Новые статьи",
    article_usage="Напишите номер статьи после /article, например: /article 1. Список статей: /sources.",
    no_article="Такой статьи нет. Список с номерами: /sources.",
    speakers="Кто в ней говорит",
    says_nobody="В ней никого не цитируют.",
    sizes="Абзацев: {}, предложений: {}",
    who_usage="Напишите имя после /who, например: /who мэр",
    who_title="Цитаты: {}",
    who_none="Слов «{}» в статьях не нашлось: попробуйте имя короче или полнее.",
    settings="<b>Настройки</b>\nСколько цитат может быть в ответе, показывать ли их внутри абзаца и на каком языке я "
    "говорю. Слова статей остаются как есть.",
    quotes_each="Цитат: {}",
    context_on="✓ В контексте",
    context_off="В контексте",
    forget_ask="Удалить ваши настройки, разговоры, оценки и ответы, которые хранятся ради кнопок?",
    yes="Да",
    no="Нет",
    kept="Ничего не изменилось.",
    forgotten="Удалено: о вас больше ничего не хранится.",
    a_day="На сегодня это предел (вопросов за сутки: {}). Продолжим через {} ч.",
    a_minute="Не так быстро, пожалуйста: следующий вопрос можно задать через {} с.",
    not_allowed="Я отвечаю только тем, кому разрешил мой оператор. Ваш id: {}. Пошлите его оператору.",
    reading="Читаю…",
    added="Добавлено",
    updated="Обновлено",
    unchanged="Такая статья уже есть",
    undo="Отменить",
    undone="Отменено: всё как прежде.",
    too_big="Файл больше 20 МБ, а таких Telegram мне не отдаёт: разделите его.",
    not_readable="Пришлите файл .txt, .md, .html или .json, ссылку или перешлите сообщение.",
    refused="Не добавлено",
    because="Причина, по-английски: {}",
    remove_usage="Напишите номер статьи после /remove, например: /remove 1. Список статей: /sources.",
    remove_ask="Убрать эту статью из библиотеки?",
    removed="Убрано.",
    stats="""<b>За всё время</b>
Статей: {articles}
Пользователей: {people}
Вопросов: {questions}, из них с ответом {answered}, без ответа {refused}, остановлено {stopped}
Ошибок: {failed}
Секунд на вопрос: {seconds:.2f}
👍 {liked} · 👎 {disliked}
Обновлений в очереди: {waiting}""",
    users_title="Пользователи, последние сверху",
    ask_in_private="Спросить в личном чате",
    nothing_found="В статьях об этом не говорится",
    open_article="Открыть статью",
)

LANGUAGES = {words.language: words for words in (ENGLISH, RUSSIAN)}


def words_in(*codes: str | None) -> Words:
    """The words in the first of these languages that there is, else in English; codes are Telegram's ("ru-RU")."""
    known = (LANGUAGES.get(code.partition("-")[0].lower()) for code in codes if code)
    return next((words for words in known if words), ENGLISH)
