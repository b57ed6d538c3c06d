"""What the bot says, in English."""

from __future__ import annotations

from bot.among import ENGLISH_AMONG
from bot.telegram_phrases import Words

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
which article. When they don’t say, I tell you so.""",
    just_write="Just write your question.",
    write_in_group="Write /ask and your question, mention me, or reply to one of my messages.",
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
    admin_help="""<b>For administrators</b>
Send me a .txt, .md, .html or .json file, links, or forward a message: I add the articles and show what I read, with a \
button to undo it. /remove takes an article out; /stats and /users tell how I am used.""",
    about="""<b>What is stored</b>
Your Telegram id and first name, your settings, how many questions you asked and when, your last few questions in each \
chat, the answers whose buttons should work, and your 👍 and 👎. /forget deletes all of it.

<b>What leaves the machine</b>
Nothing but my messages to you, which go through Telegram. Questions are answered on the machine where I run, without \
any other service. Articles in the library: {}.""",
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
    and_also=" and ",
    among=ENGLISH_AMONG,
    asked_as="Asked as: {}",
    also_in="Also in: {}",
    looked_for="I looked for: {}",
    dont_say="The articles don’t say.",
    dont_say_about="The articles don’t say. No quote covers: {}.",
    not_stated="The articles touch on this but don’t say.",
    not_stated_about="The articles touch on this but don’t say. No quote covers: {}.",
    empty_library="The library holds no articles yet: an administrator can send me some.",
    nearest="The nearest articles:",
    not_translated="Please ask in the language of the articles: I don’t translate.",
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
    hello="Hello! Ask me about something in the articles, such as: What happened yesterday?",
    thanked="You’re welcome.",
    no_words="I can only read text so far: please write your question in words.",
    unknown_command="I don’t know this command. Write your question in your own words, or /help.",
    failed="Something went wrong here. Please try again in a moment.",
    looking="Still looking…",
    stopped="Stopped. Questions that were waiting are dropped.",
    nothing_runs="No question of yours is being answered right now. If one was waiting, it is dropped.",
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
    and_more="… and more: {}",
    undo="Undo",
    undone="Undone",
    not_undone="It has been changed or removed since: there is nothing to undo.",
    too_big="The file has more than {} MB, which is as much as I can take: split it.",
    not_readable="Send a .txt, .md, .html or .json file, links, or forward a message.",
    refused="Not added",
    because="{}",
    remove_usage="Write the article’s number after /remove, such as: /remove 1. /sources lists them.",
    remove_ask="Take this article out of the library?",
    removed="Removed",
    stats="""<b>Since the beginning</b>
Articles: {articles}
People: {people}
Questions: {questions}, of which answered {answered}, refused {refused}, stopped {stopped}
Errors: {failed}
Seconds per question: {seconds:.2f}
👍 {liked} · 👎 {disliked}
Updates waiting: {waiting}""",
    users_title="People, the latest first",
    user="{} · {} · questions: {} · {}",
    ask_in_private="Ask in private",
    nothing_found="The articles don’t say",
    open_article="Open the article",
    library=None,
)
