"""Every update first passes here: groups that move, and people who have not been let in."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Chat, Update
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.telegram_desk import Desk


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets through what is to be answered."""

    desk: Desk

    async def enter(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Stop an update that no handler is to see."""
        message = update.message
        if message and (message.migrate_to_chat_id or message.migrate_from_chat_id):
            # Telegram says it in the old chat and in the new one; either may come first.
            old, new = message.migrate_from_chat_id or message.chat_id, message.migrate_to_chat_id or message.chat_id
            self.desk.state.move_chat(old, new)
            raise ApplicationHandlerStop
        if message and message.via_bot and message.via_bot.id == context.bot.id:
            # A card of the bot's own that somebody chose is an answer, and no question.
            raise ApplicationHandlerStop
        if not self._is_let_in(update):
            await self._refuse(update)
            raise ApplicationHandlerStop

    def _is_let_in(self, update: Update) -> bool:
        """Whether somebody may ask: the bot is open, or they or the chat are on a list."""
        settings, user, chat = self.desk.settings, update.effective_user, update.effective_chat
        if not settings.users and not settings.chats:
            return True
        known = user is not None and user.id in settings.users | settings.admins
        return known or (chat is not None and not settings.chats.isdisjoint(self._ids_of(chat)))

    def _ids_of(self, chat: Chat) -> set[int]:
        """The id of a chat, and the one that it was let in by if it was a group before it became a supergroup."""
        before = self.desk.state.moved_from(chat.id)
        return {chat.id} if before is None else {chat.id, before}

    async def _refuse(self, update: Update) -> None:
        """Say in private how to be let in; in groups stay silent."""
        user = update.effective_user
        said = self.desk.words(user).not_allowed.format(user.id) if user else ""
        if update.callback_query:
            await update.callback_query.answer(said)
        elif update.inline_query:
            await update.inline_query.answer([], is_personal=True)
        elif update.message and update.message.chat.type == "private":
            await self.desk.reply(update.message, said)
