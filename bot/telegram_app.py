"""A library -> a Telegram bot that answers in chats: `run(settings)` goes on until it is told to stop.

Telegram's updates -> the inbox -> one table of handlers -> bot.answer in a thread -> bot.telegram_html -> the chat.
Questions of different chats are answered side by side, those of one chat in the order they were asked.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from telegram import Update
from telegram.constants import ChatType
from telegram.error import Forbidden, InvalidToken, TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import telegram_metrics
from bot.answer import Answer, Conversation, answer
from bot.settings import Settings, Webhook
from bot.state import State
from bot.telegram_admin import LINKS, Admin, IsAdmin
from bot.telegram_chats import SLOW_SECONDS, Chats
from bot.telegram_check import BOT_API, LOCK_FILE, STATE_FILE, refusal, token_of
from bot.telegram_commands import Commands
from bot.telegram_desk import Ask, Desk
from bot.telegram_gate import Gate
from bot.telegram_inbox import Inbox, OneByOneInAChat
from bot.telegram_inline import Inline
from bot.telegram_line import Outage, reach, watch
from bot.telegram_log import write_log
from bot.telegram_menus import introduce
from bot.telegram_presses import Presses
from bot.telegram_request import READ_SECONDS, Request, Updates
from bot.telegram_sending import Pace, Sender, may_not_write
from bot.telegram_topic import warm
from index.errors import SettingError
from index.library import Library

TelegramBot = Application[Any, Any, Any, Any, Any, Any]

UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
START_TRIES = 3
"""How often again Telegram is asked at the start for what it fails to do."""
GRACE_SECONDS = 60.0
"""How long what is running may take when the bot is told to stop; the rest is done at the next start."""

log = logging.getLogger(__name__)


def run(settings: Settings) -> None:
    """Answer questions from the library in Telegram until SIGTERM or SIGINT, and finish what was asked till then.

    Raises SettingError when there is no token, Telegram refuses it or the Bot API server doesn't answer, and
    LibraryError when there is no library.
    """
    secrets = [token_of(settings), *([settings.telegram.webhook.secret] if settings.telegram.webhook else [])]
    write_log(*secrets)
    with (
        Library.open(settings.library, chroma_url=settings.chroma_url, model=settings.model) as library,
        alone(settings.library / LOCK_FILE),
        closing(State(settings.library / STATE_FILE)) as state,
    ):
        warm(library)
        _collect_seldom()
        asyncio.run(_run(settings, library, state))


def _collect_seldom() -> None:
    """Leave what was read at the start out of garbage collections, and have fewer of them.

    At Python's own thresholds they take a fifth of the processor time that a question takes beside the models.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Keep other bots from a library, whose memory only one can have. Raises SettingError when there is one."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(file, timeout=0):
            yield
    except Timeout:
        raise SettingError(
            "Another bot answers from this library: stop it, or give this one a library of its own."
        ) from None


async def _run(settings: Settings, library: Library, state: State) -> None:
    def ask(question: str, conversation: Conversation, quotes: int) -> Answer:
        return answer(library, question, k=quotes, conversation=conversation)

    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has no such handlers; there Ctrl-C ends the process.
            loop.add_signal_handler(sign, stop.set)
    await serve(settings, library, state, ask, stop)


async def serve(  # noqa: PLR0913 - what the bot is made of, and what tests hasten
    settings: Settings,
    library: Library,
    state: State,
    ask: Ask,
    stop: asyncio.Event,
    *,
    on_ready: Callable[[], None] = lambda: None,
    read_seconds: float = READ_SECONDS,
    slow_seconds: float = SLOW_SECONDS,
) -> None:
    """Run the bot until `stop` is set or Telegram refuses the token; `on_ready` is called when it takes updates."""
    refused = asyncio.Event()

    def refuse() -> None:
        refused.set()
        stop.set()

    api = settings.telegram_api or BOT_API
    outage = Outage()
    requests = Request(refuse, read_seconds), Updates(refuse, read_seconds, outage.ends)
    asyncio.get_running_loop().set_exception_handler(_left_over)
    bot = ExtBot(
        token_of(settings),
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
        rate_limiter=Pace(),
    )
    desk = Desk(library, ask, state, settings.telegram, Sender(bot, state))
    app = telegram_bot(bot, desk, settings, slow_seconds)
    port = settings.telegram.metrics_port
    stop_metrics = telegram_metrics.start(port, state) if port else lambda: None
    try:
        await reach(bot)
        async with app:
            await _work(app, desk, settings, stop, outage, on_ready)
    except TelegramError as error:
        raise refusal(error, api) from None
    finally:
        stop_metrics()
        for request in requests:
            await request.shutdown()
    if refused.is_set():
        raise refusal(InvalidToken(), api)


async def _work(  # noqa: PLR0913, PLR0917 - what it works with, and what tells it when
    app: TelegramBot, desk: Desk, settings: Settings, stop: asyncio.Event, outage: Outage, on_ready: Callable[[], None]
) -> None:
    """Take updates and deal with them until told to stop, then finish what is running."""
    inbox, webhook = app.update_queue, settings.telegram.webhook
    assert isinstance(inbox, Inbox)
    await inbox.resume(app.bot)
    await app.start()
    errands: list[asyncio.Task[None]] = []
    try:
        await _take_updates(app, webhook, outage)
        log.info("Answering in Telegram as @%s; Ctrl-C stops.", app.bot.username)
        errands.append(asyncio.create_task(introduce(app.bot, desk.state, settings.telegram.admins)))
        if webhook:
            errands.append(asyncio.create_task(watch(app.bot, webhook.url)))
        on_ready()
        await stop.wait()
    finally:
        for errand in errands:
            errand.cancel()
        await _finish(app)


async def _take_updates(app: TelegramBot, webhook: Webhook | None, outage: Outage) -> None:
    """Begin to fetch updates, or to await them where a proxy brings them. Raises SettingError where that can't be."""
    updater = app.updater
    assert updater is not None
    if webhook is None:
        await updater.start_polling(
            allowed_updates=UPDATES, bootstrap_retries=START_TRIES, error_callback=outage.begins
        )
        return
    try:
        await updater.start_webhook(
            webhook.host,
            webhook.port,
            urlsplit(webhook.url).path,
            webhook_url=webhook.url,
            secret_token=webhook.secret,
            allowed_updates=UPDATES,
            bootstrap_retries=START_TRIES,
        )
    except OSError as error:
        raise SettingError(
            f"Webhooks can't be awaited at {webhook.host}:{webhook.port} ({error}): set QUOTH_TELEGRAM_WEBHOOK_LISTEN"
            " to an address that is free."
        ) from None


async def _finish(app: TelegramBot) -> None:
    """Take no more updates, and finish what is running."""
    if app.updater and app.updater.running:
        await app.updater.stop()
    try:
        await asyncio.wait_for(app.stop(), GRACE_SECONDS)
    except TimeoutError:
        log.warning("What is not finished is done at the next start.")


def telegram_bot(bot: ExtBot[Any], desk: Desk, settings: Settings, slow_seconds: float = SLOW_SECONDS) -> TelegramBot:
    """The bot with its table of handlers, ready to run."""
    app: TelegramBot = (
        Application.builder()
        .bot(bot)
        .update_queue(Inbox(desk.state))
        .concurrent_updates(OneByOneInAChat(desk.state, desk.sender.saw))
        .job_queue(None)
        .build()
    )
    chats = Chats(desk, slow_seconds)
    commands, inline, admin = Commands(desk, chats), Inline(desk, chats), Admin(desk, settings.max_bytes)
    new, written = filters.UpdateType.MESSAGE, filters.TEXT | filters.CAPTION
    private, group, command = filters.ChatType.PRIVATE, filters.ChatType.GROUPS, filters.COMMAND
    by_admin = private & IsAdmin(settings.telegram.admins)
    admins, links = by_admin & new, filters.Regex(LINKS)
    to_add = by_admin & (filters.FORWARDED | filters.Document.ALL | links)
    only_new = partial(CommandHandler, filters=new)
    app.add_handler(TypeHandler(Update, Gate(desk).enter), group=-1)
    app.add_handlers(
        [
            only_new("start", commands.start),
            only_new("help", commands.help),
            CommandHandler("ask", chats.ask_command),
            only_new("cancel", chats.cancel),
            only_new("new", commands.new),
            only_new("sources", commands.sources),
            only_new("latest", commands.latest),
            only_new("article", commands.article),
            only_new("who", commands.who),
            only_new("settings", commands.settings),
            only_new("forget", commands.forget),
            only_new("about", commands.about),
            CommandHandler("remove", admin.remove, admins),
            CommandHandler("stats", admin.stats, admins),
            CommandHandler("users", admin.users, admins),
            MessageHandler(admins & filters.FORWARDED & ~filters.Document.ALL, admin.forwarded),
            MessageHandler(admins & filters.Document.ALL, admin.document),
            MessageHandler(admins & links, admin.links),
            MessageHandler(private & new & command, commands.saying(lambda words: words.unknown_command)),
            # What administrators sent to be added is no question when Telegram tells of a change to it.
            MessageHandler(private & written & ~command & ~to_add, chats.private_text),
            MessageHandler(private & new & ~command & ~filters.StatusUpdate.ALL, chats.no_words),
            MessageHandler(group & written & ~command, chats.group_text),
            CallbackQueryHandler(Presses(desk, chats, admin).press),
            InlineQueryHandler(inline.query),
        ]
    )
    app.add_error_handler(partial(report, desk))
    return app


async def report(desk: Desk, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Tell the operator, and who wrote, of an error that nothing else has dealt with; the bot goes on."""
    found = update if isinstance(update, Update) else None
    if may_not_write(context.error):
        chat = found.effective_chat if found else None
        if chat is not None and chat.type == ChatType.PRIVATE and isinstance(context.error, Forbidden):
            desk.state.block(chat.id)
        log.info("The bot may not write there: %s", context.error)
        return
    log.error("An update was not dealt with", exc_info=context.error)
    if found and found.message and not isinstance(context.error, TelegramError):
        await desk.reply(found.message, desk.words(found.effective_sender).failed)


def _left_over(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Tell of errors that nobody waited for, but for Telegram's, which are told of where they end something."""
    if not isinstance(context.get("exception"), TelegramError):
        loop.default_exception_handler(context)
