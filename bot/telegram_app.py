"""A library -> a Telegram bot that answers in chats: `run(settings)` polls until it is told to stop.

Telegram's updates -> one table of handlers -> bot.answer in a worker thread -> bot.telegram_html -> the chat.
Questions of different chats are answered side by side, those of one chat in the order they were asked.
"""

from __future__ import annotations

import asyncio
import logging
import re
import traceback
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, BotCommand, LinkPreviewOptions, Message, MessageEntity, Update
from telegram.constants import ChatAction, ParseMode
from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    BaseUpdateProcessor,
    CommandHandler,
    ContextTypes,
    Defaults,
    MessageHandler,
    filters,
)

from bot.answer import Answer, Conversation, answer
from bot.settings import Settings
from bot.telegram_html import escaped, messages
from index.errors import QuestionError, SettingError
from index.library import Library

TelegramBot = Application[Any, Any, Any, Any, Any, Any]
Ask = Callable[[str, Conversation], Answer]
"""What answers a question in a conversation. It may block: it is called in a worker thread."""

Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
"""What deals with an update."""

SIDE_BY_SIDE = 256
"""Updates that may be worked on at once."""
RETRIES = 10
"""How often a message is sent again when Telegram says that there were too many."""
TYPING_SECONDS = 4.0
"""How often "typing" is renewed: Telegram shows it for five seconds."""
BOT_API = "https://api.telegram.org"

COMMANDS = (
    BotCommand("ask", "Ask a question, in a group for instance"),
    BotCommand("help", "How to ask, and how to read an answer"),
)
WELCOME = """<b>Quoth answers from news articles, in the articles’ own words.</b>

Ask me anything that the articles may tell. I show what they say word for word, and with each quote who says it and in \
which article. When they don’t say, I tell you so.

Just write your question."""
HELP = """<b>How to ask</b>
Write a question in your own words. A follow-up, such as “and who said that?”, goes on from the question before. In a \
group, write /ask and the question, mention me, or reply to one of my messages.

<b>How to read an answer</b>
Each block is an article’s exact words. Under it stands who says them: a person or a body that the article names, \
somebody it leaves unnamed, or the article’s own voice. Then comes the article itself. What somebody says is theirs: I \
don’t judge whether it is true.

When the articles don’t say, there are no quotes."""
NO_QUESTION = "Write your question after /ask, such as: /ask What happened yesterday?"
NO_WORDS = "I can only read text so far: please write your question in words."
UNKNOWN_COMMAND = "I don’t know this command. Write your question in your own words, or /help."
FAILED = "Something went wrong here, and your question is not answered. Please ask it again in a moment."

log = logging.getLogger(__name__)


def run(settings: Settings) -> None:
    """Answer questions from the library in Telegram until SIGTERM or SIGINT, and finish what was asked till then.

    Raises SettingError when there is no token, Telegram refuses it or the Bot API server doesn't answer, and
    LibraryError when there is no library.
    """
    token, api = settings.telegram_token, settings.telegram_api or BOT_API
    if not token:
        raise SettingError("There is no Telegram token: set QUOTH_TELEGRAM_TOKEN to the one that @BotFather gave you.")
    write_log(token)
    with Library.open(settings.library, chroma_url=settings.chroma_url, model=settings.model) as library:

        def ask(question: str, conversation: Conversation) -> Answer:
            return answer(library, question, conversation=conversation)

        try:
            telegram_bot(token, api, ask).run_polling(allowed_updates=[Update.MESSAGE])
        except InvalidToken:
            raise SettingError(
                f"{api} refuses the token: set QUOTH_TELEGRAM_TOKEN to the one that @BotFather gave you."
            ) from None
        except TelegramError as error:
            raise SettingError(
                f"{api} doesn't answer as Telegram does ({type(error).__name__}):"
                " check the network and QUOTH_TELEGRAM_API, and start again."
            ) from None


def telegram_bot(token: str, api: str, ask: Ask) -> TelegramBot:
    """The bot with its table of handlers, ready to run. `ask` answers the questions."""
    chats = Chats(ask)
    defaults = Defaults(
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        do_quote=True,
        allow_sending_without_reply=True,
    )
    bot: TelegramBot = (
        Application.builder()
        .token(token)
        .base_url(f"{api}/bot")
        .base_file_url(f"{api}/file/bot")
        .defaults(defaults)
        .rate_limiter(Pace(max_retries=RETRIES))
        .concurrent_updates(OneByOneInAChat(SIDE_BY_SIDE))
        .job_queue(None)
        .post_init(introduce)
        .build()
    )
    private, group, command = filters.ChatType.PRIVATE, filters.ChatType.GROUPS, filters.COMMAND
    bot.add_handlers(
        [
            CommandHandler("start", saying(WELCOME)),
            CommandHandler("help", saying(HELP)),
            CommandHandler("ask", chats.ask_command),
            MessageHandler(private & command, saying(UNKNOWN_COMMAND)),
            MessageHandler(private & filters.TEXT, chats.private_text),
            MessageHandler(private & ~filters.StatusUpdate.ALL, saying(NO_WORDS)),
            MessageHandler(group & filters.TEXT & ~command, chats.group_text),
        ]
    )
    bot.add_error_handler(report)
    return bot


async def introduce(bot: TelegramBot) -> None:
    """Set the menu of commands, and tell the operator that the bot is ready."""
    await bot.bot.set_my_commands(COMMANDS)
    log.info("Answering in Telegram as @%s; Ctrl-C stops.", bot.bot.username)


async def report(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Tell the operator of an error that nothing else has dealt with; the bot goes on."""
    what = "A message was not dealt with" if update else "Telegram is asked for messages again"
    log.error(what, exc_info=context.error)


def saying(text: str) -> Handler:
    """What handles a message by replying with a text."""

    async def say(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await reply(received(update), text)

    return say


class Chats:
    """Answers the questions in chats, and holds the conversations that they belong to, one per chat and person."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.conversations: defaultdict[tuple[int, int], Conversation] = defaultdict(Conversation)

    async def ask_command(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question after /ask."""
        message = received(update)
        await self.answer(message, re.sub(r"^\S+", "", message.text or ""), context.application)

    async def private_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer: whatever a person writes to the bot alone is a question."""
        message = received(update)
        await self.answer(message, message.text or "", context.application)

    async def group_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer what is said to the bot in a group, and leave the rest alone."""
        message = received(update)
        if is_for(context.bot, message):
            mention = re.escape(f"@{context.bot.username}")
            question = re.sub(mention, "", message.text or "", flags=re.IGNORECASE)
            await self.answer(message, question, context.application)

    async def answer(self, message: Message, question: str, bot: TelegramBot) -> None:
        """Reply to a message with the answer to its question, "typing" till it is found."""
        asker = message.from_user.id if message.from_user else message.chat_id
        async with typing(message, bot):
            found = await self.found(question.strip(), self.conversations[message.chat_id, asker])
        await reply(message, *found)

    async def found(self, question: str, conversation: Conversation) -> list[str]:
        """The messages that answer a question, or say kindly why it can't be answered."""
        if not question:
            return [NO_QUESTION]
        try:
            return messages(await asyncio.to_thread(self.ask, question, conversation))
        except QuestionError as error:
            return [escaped(str(error))]
        except Exception:
            log.exception("A question failed")
            return [FAILED]


def received(update: Update) -> Message:
    """The message of an update: the bot asks Telegram for no other updates."""
    if update.message is None:
        raise TypeError("an update without a message")
    return update.message


def is_for(bot: Bot, message: Message) -> bool:
    """Whether a group's message mentions the bot or replies to it."""
    replied_to = message.reply_to_message and message.reply_to_message.from_user
    mentions = message.parse_entities([MessageEntity.MENTION]).values()
    return bool(replied_to and replied_to.id == bot.id) or bot.name.lower() in map(str.lower, mentions)


async def reply(message: Message, *texts: str) -> None:
    """Reply to a message with HTML, in its topic; also when it has been deleted in the meantime."""
    for text in texts:
        await message.reply_text(text)


@asynccontextmanager
async def typing(message: Message, bot: TelegramBot) -> AsyncIterator[None]:
    """Show "typing" in a message's chat until the block ends. Nothing waits for it, nor minds that it fails."""
    done = asyncio.Event()

    async def show() -> None:
        while not done.is_set():
            with suppress(TelegramError):
                await message.reply_chat_action(ChatAction.TYPING)
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), TYPING_SECONDS)

    bot.create_task(show())
    try:
        yield
    finally:
        done.set()


class Pace(AIORateLimiter):
    """Telegram's limits for messages; "typing", which isn't one, neither waits for its turn nor is repeated."""

    async def process_request(  # noqa: PLR0913, PLR0917
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """The result of the call, at the pace that Telegram allows."""
        if endpoint == "sendChatAction":
            return await callback(*args, **kwargs)
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)


class OneByOneInAChat(BaseUpdateProcessor):
    """Works on the updates of one chat in their order, on those of different chats side by side."""

    def __init__(self, side_by_side: int) -> None:
        super().__init__(side_by_side)
        self.turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then work on the update."""
        chat = update.effective_chat if isinstance(update, Update) else None
        async with self.turns.setdefault(chat.id if chat else 0, asyncio.Lock()):
            await coroutine

    async def initialize(self) -> None:
        """Do nothing: there is nothing to prepare."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to free."""


class OneLine(logging.Formatter):
    """A log line for the operator: an error in one line, with where it arose, and never the token."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.secret = token.rpartition(":")[2] or token

    def format(self, record: logging.LogRecord) -> str:
        """The record in one line."""
        line = f"{self.formatTime(record)} {record.levelname} {record.getMessage()}"
        if record.exc_info and (error := record.exc_info[1]):
            frames = traceback.extract_tb(error.__traceback__)
            place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
            line += f": {type(error).__name__}: {error}{place}"
        return " ".join(line.replace(self.secret, "…").split())


def write_log(token: str) -> None:
    """Send the log to standard error. What libraries say below a warning is left out: httpx would name the token."""
    to_standard_error = logging.StreamHandler()
    to_standard_error.setFormatter(OneLine(token))
    logging.basicConfig(level=logging.WARNING, handlers=[to_standard_error], force=True)
    log.setLevel(logging.INFO)
    # Telegram's library raises all that it logs, and `report` and `run` tell of it.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
