"""The phrases that a language needs for the bot to speak it. The articles’ words are never translated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.among import AmongWords


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language. `{}` stands for what is filled in.

    `library` translates what the library says in English, such as why a file is refused: a sentence or phrase of it
    -> the same in this language, with `{}` for what changes; None where nothing needs to be translated.
    """

    language: str
    description: str
    short_description: str
    menu: dict[str, str]
    welcome: str
    just_write: str
    write_in_group: str
    help: str
    admin_help: str
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
    and_also: str
    among: AmongWords
    asked_as: str
    also_in: str
    looked_for: str
    dont_say: str
    dont_say_about: str
    not_stated: str
    not_stated_about: str
    empty_library: str
    nearest: str
    not_translated: str
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
    hello: str
    thanked: str
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
    and_more: str
    undo: str
    undone: str
    not_undone: str
    too_big: str
    not_readable: str
    refused: str
    because: str
    remove_usage: str
    remove_ask: str
    removed: str
    stats: str
    users_title: str
    user: str
    # Inline mode
    ask_in_private: str
    nothing_found: str
    open_article: str
    # What the library says
    library: Mapping[str, str] | None

    def told(self, english: str) -> str | None:
        """What the library says in English, in this language; None where there are no words for it."""
        if self.library is None:
            return english
        for phrase, translated in self.library.items():
            if found := re.fullmatch(re.escape(phrase).replace(r"\{\}", "(.*)"), english):
                return translated.format(*(self.told(part) or part for part in found.groups()))
        return None
