"""A Telegram of one bot, on loopback: it speaks the Bot API over HTTP, and judges what it is sent as Telegram does.

What Telegram would refuse is refused in its words, and kept in `refused`, so that a test can hold that there is none.

    with TelegramServer() as telegram:
        ...                                     # start a bot with telegram.url and telegram.token
        chat = telegram.private_chat()
        question = chat.says("How high was the tide?")
        assert chat.hears().reply_to == question
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web

from tests.telegram_chat import PATIENCE, Chat, Message, Person
from tests.telegram_judge import Refused, bot_api, read_call, read_commands, read_keyboard, read_message

SUPERGROUP = -1_000_000_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one call: it waits `hang` seconds, is carried out if `performed`, and then fails.

    `reset` breaks the connection instead of answering.
    """

    status: int = 500
    description: str = "Internal Server Error"
    retry_after: int | None = None
    hang: float = 0.0
    performed: bool = False
    reset: bool = False


class TelegramServer:
    """Telegram's side of the Bot API, at `url` while it is entered, for the one bot that has `token`."""

    username = "quoth_test_bot"
    bot_id = 7001

    def __init__(self) -> None:
        self.token = f"{self.bot_id}:AAtest-Only_0123456789abcdefghijklmno"
        self.changed = threading.Condition()
        self.refused: list[str] = []
        self.calls: list[str] = []
        self.menus: dict[tuple[str, str | None], tuple[str, ...]] = {}
        self.descriptions: dict[tuple[str, str | None], str] = {}
        self.faults: defaultdict[str, deque[Fault | None]] = defaultdict(deque)
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Person] = {}
        self.files: dict[str, bytes] = {}
        self.updates: list[dict[str, Any]] = []
        self.all_updates: list[dict[str, Any]] = []
        self._again: list[dict[str, Any]] = []
        self.answered: dict[str, Any] = {}
        self.expected: set[str] = set()
        self.last_update = 0
        self.last_message = 0
        self.polls = 0
        self.webhook: Any = None
        self.webhook_at: str | None = None
        self.webhook_error: str | None = None

    # What tests do.

    def private_chat(self, name: str = "Ada", language: str = "en") -> Chat:
        """A new person's chat with the bot."""
        number = 100 + len(self.chats)
        return self._chat(number, "private", Person(number, name, language))

    def group(self, *names: str, supergroup: bool = False) -> Chat:
        """A new group with new people."""
        number = 100 + len(self.chats)
        people = [Person(1000 * number + i, name) for i, name in enumerate(names or ("Ada", "Bela"))]
        return self._chat(
            SUPERGROUP - number if supergroup else -number, "supergroup" if supergroup else "group", *people
        )

    def queries(self, person: Person, text: str) -> Any:
        """Somebody types `@bot text` anywhere; the bot's answer, waited for."""
        with self.changed:
            number = f"inline{self.last_update}"
            self.expected.add(number)
            query = {"id": number, "from": person.as_json(), "query": text, "offset": ""}
            self.update({"inline_query": query})
            return self.wait(lambda: self.answered.get(number), "an inline query without an answer")

    def fails(self, method: str, *faults: Fault | None) -> None:
        """The next calls of a method fail like this, one after the other; None is one that goes well."""
        self.faults[method].extend(faults)

    def awaits(self, method: str, times: int = 1) -> None:
        """Wait until the bot has called a method."""
        with self.changed:
            self.wait(lambda: self.calls.count(method) >= times, f"no call of {method}")

    def delivered(self) -> None:
        """Wait until the bot has confirmed all updates."""
        with self.changed:
            self.wait(lambda: not self.updates, "unconfirmed updates")

    def wait(self, condition: Any, otherwise: str) -> Any:
        """Wait, with `changed` held, until something is true, which is given."""
        if not self.changed.wait_for(condition, PATIENCE):
            raise AssertionError(f"After {PATIENCE:.0f} s: {otherwise}; refused: {self.refused}")
        return condition()

    def revoke_token(self) -> None:
        """Somebody asks @BotFather for a new token."""
        self.token = f"{self.bot_id}:AAnew-token_0123456789abcdefghijklmno"
        self.loop.call_soon_threadsafe(self.news.set)

    def repeats(self, last: int = 1) -> None:
        """The last updates come once more, with the numbers that they had."""
        with self.changed:
            self._again = self.all_updates[-last:]
            self.updates += self._again
            self.loop.call_soon_threadsafe(self.news.set)

    def _chat(self, number: int, kind: str, *people: Person) -> Chat:
        self.chats[number] = Chat(self, number, kind, people)
        self.people |= {person.id: person for person in people}
        return self.chats[number]

    # What Telegram does.

    def update(self, content: dict[str, Any]) -> None:
        """Keep an update until the bot confirms it."""
        self.last_update += 1
        update = {"update_id": self.last_update, **content}
        self.updates.append(update)
        self.all_updates.append(update)
        self.loop.call_soon_threadsafe(self.news.set)

    def bot_json(self) -> dict[str, Any]:
        """The bot as Telegram describes it."""
        known = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
        return {"id": self.bot_id, "is_bot": True, "first_name": "Quoth", "username": self.username, **known}

    def _get_me(self, call: Any) -> dict[str, Any]:
        return self.bot_json()

    def _get_webhook_info(self, call: Any) -> dict[str, Any]:
        url = self.webhook.url if self.webhook else ""
        trouble = {"last_error_date": 1, "last_error_message": self.webhook_error} if self.webhook_error else {}
        return {"url": url, "has_custom_certificate": False, "pending_update_count": len(self.updates), **trouble}

    def _delete_webhook(self, call: Any) -> bool:
        self.webhook = None
        return True

    def _set_webhook(self, call: Any) -> bool:
        if not call.url.startswith("https://"):
            raise Refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if not re.fullmatch("[A-Za-z0-9_-]{1,256}", call.secret_token or "-"):
            raise Refused(400, "Bad Request: secret token contains unallowed characters")
        self.webhook = call
        self.loop.call_soon_threadsafe(self.news.set)
        return True

    def _set_my_commands(self, call: Any) -> bool:
        scope = call.scope.type if call.scope else "default"
        if scope == "chat":
            self._find_chat(call.scope.chat_id)
        self.menus[scope, call.language_code] = read_commands(call.commands)
        return True

    def _set_my_description(self, call: Any) -> bool:
        return self._describe("description", call.language_code, call.description, 512)

    def _set_my_short_description(self, call: Any) -> bool:
        return self._describe("short", call.language_code, call.short_description, 120)

    def _describe(self, kind: str, language: str | None, text: str, longest: int) -> bool:
        if len(text) > longest:
            raise Refused(400, "Bad Request: description is too long")
        self.descriptions[kind, language] = text
        return True

    def _send_chat_action(self, call: Any) -> bool:
        self._find_chat(call.chat_id).actions.append(call.action)
        return True

    def _send_message(self, call: Any) -> dict[str, Any]:
        chat = self._find_chat(call.chat_id)
        reply_to = self._reply_to(chat, call.reply_parameters)
        if call.message_thread_id and call.message_thread_id not in chat.topics:
            raise Refused(400, "Bad Request: message thread not found")
        return chat.message_json(chat.put(self._read(call, chat.new_id(), reply_to, call.message_thread_id)))

    def _send_message_draft(self, call: Any) -> bool:
        chat = self._find_chat(call.chat_id)
        if chat.type != "private":
            raise Refused(400, "Bad Request: TEXTDRAFT_PEER_INVALID")
        if not call.draft_id:
            raise Refused(400, "Bad Request: TEXTDRAFT_ID_INVALID")
        chat.drafts.append(read_message(call.text, None)[0] if call.text else "")
        return True

    def _get_chat_member(self, call: Any) -> dict[str, Any]:
        chat = self._find_chat(call.chat_id)
        if call.user_id not in self.people:
            raise Refused(400, "Bad Request: PARTICIPANT_ID_INVALID")
        user = self.people[call.user_id].as_json()
        if call.user_id in chat.owners:
            return {"status": "creator", "user": user, "is_anonymous": True}
        return {"status": "member" if user["id"] in [p.id for p in chat.people] else "left", "user": user}

    def _edit_message_text(self, call: Any) -> dict[str, Any]:
        chat = self._find_chat(call.chat_id)
        if call.message_id not in chat.messages:
            raise Refused(400, "Bad Request: message to edit not found")
        old = chat.messages[call.message_id]
        if old is None:
            raise Refused(400, "Bad Request: message can't be edited")
        new = self._read(call, old.id, old.reply_to, old.thread)
        if (new.text, new.entities, new.buttons) == (old.text, old.entities, old.buttons):
            raise Refused(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the"
                " same as a current content and reply markup of the message",
            )
        return chat.message_json(chat.change(new))

    def _delete_message(self, call: Any) -> bool:
        chat = self._find_chat(call.chat_id)
        if call.message_id not in chat.messages:
            raise Refused(400, "Bad Request: message to delete not found")
        del chat.messages[call.message_id]
        return True

    @staticmethod
    def _read(call: Any, number: int, reply_to: int | None, thread: int | None) -> Message:
        parse_mode = call.parse_mode if isinstance(call.parse_mode, str) else None
        text, entities = read_message(call.text, parse_mode)
        options = call.link_preview_options
        preview = options.url if options and hasattr(options, "url") and options.is_disabled is not True else None
        return Message(number, text, entities, reply_to, thread, read_keyboard(call.reply_markup), preview)

    def _answer_callback_query(self, call: Any) -> bool:
        if len(call.text or "") > 200:
            raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
        return self._answer_query(call.callback_query_id, call.text or "")

    def _answer_inline_query(self, call: Any) -> bool:
        ids = [result.id for result in call.results]
        if len(ids) > 50 or len(set(ids)) < len(ids) or not all(1 <= len(one.encode()) <= 64 for one in ids):
            raise Refused(400, "Bad Request: RESULT_ID_INVALID")
        for result in call.results:
            read_keyboard(result.reply_markup)
            read_message(result.input_message_content.message_text, result.input_message_content.parse_mode)
        if call.button and not re.fullmatch("[A-Za-z0-9_-]{1,64}", call.button.start_parameter):
            raise Refused(400, "Bad Request: START_PARAM_INVALID")
        return self._answer_query(call.inline_query_id, call)

    def _answer_query(self, number: str, answer: Any) -> bool:
        if number not in self.expected:
            raise Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.expected.remove(number)
        self.answered[number] = (answer,)
        return True

    def _get_file(self, call: Any) -> dict[str, Any]:
        if call.file_id not in self.files:
            raise Refused(400, "Bad Request: invalid file_id")
        size = len(self.files[call.file_id])
        return {
            "file_id": call.file_id,
            "file_unique_id": "u",
            "file_size": size,
            "file_path": f"documents/{call.file_id}",
        }

    def _find_chat(self, chat_id: int | str) -> Chat:
        if int(chat_id) not in self.chats:
            raise Refused(400, "Bad Request: chat not found")
        chat = self.chats[int(chat_id)]
        if chat.moved_to:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refused(400, description, migrate_to_chat_id=chat.moved_to.id)
        return chat

    def _reply_to(self, chat: Chat, parameters: Any) -> int | None:
        if parameters is None:
            return None
        if parameters.message_id in chat.messages:
            return int(parameters.message_id)
        if parameters.allow_sending_without_reply is True:
            return None
        raise Refused(400, "Bad Request: message to be replied not found")

    async def _get_updates(self, call: Any) -> list[dict[str, Any]]:
        """Wait for updates from `offset` on, and forget those before it, as they are confirmed."""
        self.polls += 1
        this_poll, token = self.polls, self.token
        self.news.set()
        until = self.loop.time() + (call.timeout or 0)
        while True:
            with self.changed:
                self.updates = [u for u in self.updates if u["update_id"] >= (call.offset or 0) or u in self._again]
                self._again = []
                self.changed.notify_all()
            if self.token != token:
                raise Refused(401, "Unauthorized")
            if self.polls != this_poll:
                raise Refused(409, "Conflict: terminated by other getUpdates request")
            wait = until - self.loop.time()
            if self.updates or wait <= 0:
                return self.updates[: call.limit or 100]
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), wait)
            except TimeoutError:
                continue

    async def _deliver(self) -> None:
        """Bring updates to the webhook, one after the other, until each is taken."""
        async with aiohttp.ClientSession() as session:
            while True:
                while self.webhook and self.webhook_at and self.updates:
                    secret = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.secret_token or ""}
                    try:
                        async with session.post(self.webhook_at, json=self.updates[0], headers=secret) as taken:
                            if taken.status == 200:
                                with self.changed:
                                    self.updates.pop(0)
                                    self.changed.notify_all()
                    except aiohttp.ClientError:
                        await asyncio.sleep(0.05)
                await asyncio.sleep(0.01)

    # HTTP.

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = {name: str(value) for name, value in {**request.query, **await request.post()}.items()}
        fault = self.faults[method].popleft() if self.faults[method] else None
        with self.changed:
            self.calls.append(method)
            self.changed.notify_all()
        try:
            if request.match_info["token"] != self.token:
                raise Refused(401, "Unauthorized")
            if fault and not fault.performed:
                await self._fail(fault, request)
            result = await self._perform(method, given)
            if fault:
                await self._fail(fault, request)
        except Refused as refusal:
            # Telegram has no other way to tell that a message is there than to say that it would be the same.
            kind = "not modified" in refusal.description or "migrate_to_chat_id" in refusal.parameters
            if not fault and refusal.status in (400, 404) and not kind:
                self.refused.append(f"{method}: {refusal.description}")
            return self._refusal(refusal)
        return web.json_response({"ok": True, "result": result})

    async def _fail(self, fault: Fault, request: web.Request) -> None:
        await asyncio.sleep(fault.hang)
        if fault.reset and request.transport:
            request.transport.abort()
        raise Refused(fault.status, fault.description, retry_after=fault.retry_after)

    async def _perform(self, method: str, given: Mapping[str, str]) -> Any:
        call = read_call(method, given)
        if method == "getUpdates":
            return await self._get_updates(call)
        with self.changed:
            result = getattr(self, re.sub("([A-Z])", lambda found: "_" + found[1].lower(), f"_{method}"))(call)
            self.changed.notify_all()
        return result

    @staticmethod
    def _refusal(refusal: Refused) -> web.Response:
        answer: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
        if refusal.parameters:
            answer["parameters"] = refusal.parameters
        return web.json_response(answer, status=refusal.status)

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]])

    # The thread in which it runs.

    def __enter__(self) -> TelegramServer:
        bot_api()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _serve(self) -> None:
        self.loop, self.news, self._stop = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
        application = web.Application()
        application.router.add_get("/file/bot{token}/documents/{name}", self._file)
        application.router.add_route("*", "/bot{token}/{method}", self._answer)
        runner = web.AppRunner(application, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        delivery = asyncio.create_task(self._deliver())
        self._ready.set()
        await self._stop.wait()
        delivery.cancel()
        await runner.cleanup()
