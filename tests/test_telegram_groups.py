import threading

import pytest

from bot.telegram_words import ENGLISH
from tests.telegram_bot import TIDE, answering, eventually, harbour, harbour_folder, quoting, telegram

__all__ = ["harbour", "harbour_folder", "telegram"]


def test_in_a_group_it_answers_only_what_is_said_to_it(telegram, harbour, tmp_path):
    asked = []
    chat = telegram.group("Ada", "Bela")

    def ask(question, conversation, quotes):
        asked.append(question)
        return quoting(harbour, TIDE)(question, conversation)

    with answering(telegram, harbour, tmp_path, ask):
        chat.says("Nice weather today.")
        chat.says("@another_bot what do you think?")
        chat.says("/dance")
        mention = chat.says(f"@{telegram.username.upper()} how high was the tide?")
        answer = chat.hears()
        follow_up = chat.says("And who said that?", by=chat.people[1], reply_to=answer)
        assert (answer.reply_to, chat.hears().reply_to) == (mention, follow_up)
        chat.says(f"/ask@{telegram.username} Where was that?")
        assert chat.hears().quotes == [TIDE]
    assert asked == ["how high was the tide?", "And who said that?", "Where was that?"]


def test_a_reply_to_somebody_elses_answer_goes_on_from_it(telegram, harbour, tmp_path):
    group = telegram.group("Ada", "Bela")
    with answering(telegram, harbour, tmp_path):
        group.says(f"/ask@{telegram.username} How high did the tide rise at Osterby?")
        answer = group.hears()
        group.says("And who said that?", by=group.people[1], reply_to=answer)
        assert group.hears().quotes == answer.quotes
        group.says(f"/ask@{telegram.username} And why?", by=group.people[1])
        assert "How high did the tide rise at Osterby? And why?" in group.hears().text


def test_a_reply_to_an_earlier_answer_goes_on_from_that_one(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path):
        chat.says("How high did the tide rise at Osterby?")
        tide = chat.hears()
        chat.says("Who came with a cart?")
        assert chat.hears().quotes != tide.quotes
        chat.says("And who said that?", reply_to=tide)
        assert chat.hears().quotes == tide.quotes


def test_in_a_group_the_greeting_says_how_to_ask_there(telegram, harbour, tmp_path):
    chat = telegram.group("Ada")
    with answering(telegram, harbour, tmp_path):
        chat.says(f"/start@{telegram.username}")
        assert chat.hears().text.endswith(ENGLISH.write_in_group)


def test_a_question_in_a_topic_is_answered_in_that_topic(telegram, harbour, tmp_path):
    forum = telegram.group("Ada", supergroup=True)
    with answering(telegram, harbour, tmp_path, quoting(harbour, TIDE)):
        question = forum.says(f"/ask@{telegram.username} How high?", topic=77)
        answer = forum.hears()
    assert (answer.thread, answer.reply_to) == (77, question)


def test_a_topic_that_was_deleted_meanwhile_does_not_lose_the_answer(telegram, harbour, tmp_path):
    forum = telegram.group("Ada", supergroup=True)

    def ask(question, conversation, quotes):
        forum.topics.clear()
        return quoting(harbour, TIDE)(question, conversation)

    with answering(telegram, harbour, tmp_path, ask):
        forum.says(f"/ask@{telegram.username} How high?", topic=77)
        assert forum.hears().thread is None
    assert telegram.refused.pop() == "sendMessage: Bad Request: message thread not found"


@pytest.mark.parametrize("told_by_group", [True, False])
def test_a_conversation_goes_on_in_the_supergroup_that_a_group_becomes(telegram, harbour, tmp_path, told_by_group):
    turns = []
    group = telegram.group("Ada")

    def ask(question, conversation, quotes):
        turns.append([turn.asked for turn in conversation.turns])
        return quoting(harbour, TIDE)(question, conversation)

    with answering(telegram, harbour, tmp_path, ask) as state:
        group.says(f"/ask@{telegram.username} One?")
        group.hears()
        eventually(lambda: state.turns(group.id, group.people[0].id))
        supergroup = group.becomes_supergroup(told_by_group=told_by_group)
        eventually(lambda: state.turns(supergroup.id, group.people[0].id))
        supergroup.says(f"/ask@{telegram.username} Two?")
        supergroup.hears()
    assert turns == [[], ["One?"]]


def test_a_group_that_was_let_in_stays_so_as_a_supergroup(telegram, harbour, tmp_path):
    group, other = telegram.group("Ada"), telegram.group("Bela")
    question, tide = f"/ask@{telegram.username} How high?", quoting(harbour, TIDE)
    with answering(telegram, harbour, tmp_path, tide, chats=frozenset([group.id])) as state:
        supergroup, stranger = group.becomes_supergroup(), other.becomes_supergroup()
        eventually(lambda: state.moved_from(supergroup.id) and state.moved_from(stranger.id))
        stranger.says(question)
        supergroup.says(question)
        assert supergroup.hears().quotes == [TIDE]
    with answering(telegram, harbour, tmp_path, tide, chats=frozenset([group.id])):
        supergroup.says(question)
        assert supergroup.hears().quotes == [TIDE]
    assert not stranger.unheard


def test_an_answer_follows_a_group_that_moves_while_it_is_sought(telegram, harbour, tmp_path):
    group = telegram.group("Ada")
    moved = []

    def ask(question, conversation, quotes):
        moved.append(group.becomes_supergroup())
        return quoting(harbour, TIDE)(question, conversation)

    with answering(telegram, harbour, tmp_path, ask):
        group.says(f"/ask@{telegram.username} How high?")
        telegram.awaits("sendMessage", times=2)
    assert moved[0].hears().quotes == [TIDE]


def test_a_question_that_waits_for_somebody_elses_can_be_cancelled(telegram, harbour, tmp_path):
    group = telegram.group("Ada", "Bela")
    ada, bela = group.people
    asked, go_on = threading.Event(), threading.Event()

    def ask(*question):
        asked.set()
        assert go_on.wait(20)
        return quoting(harbour, TIDE)(*question)

    with answering(telegram, harbour, tmp_path, ask):
        first = group.says(f"/ask@{telegram.username} How high?", by=ada)
        asked.wait(20)
        group.says(f"/ask@{telegram.username} Where?", by=bela)
        group.says(f"/cancel@{telegram.username}", by=bela)
        assert "If one was waiting, it is dropped." in group.hears().text
        go_on.set()
        assert group.hears().reply_to == first
        last = group.says(f"/ask@{telegram.username} When?", by=bela)
        assert group.hears().reply_to == last


def test_inline_it_offers_quotes_as_cards(telegram, harbour, tmp_path):
    person = telegram.private_chat().people[0]
    two = quoting(harbour, TIDE, "“Somebody came with a cart,” said Ada Veil, who keeps the kiln.")
    with answering(telegram, harbour, tmp_path, two):
        (offered,) = telegram.queries(person, "How high was the tide?")
    assert [card.title for card in offered.results] == ["Ilse Brandt", "Ada Veil"]
    assert offered.results[0].description == TIDE
    assert f"<blockquote>{TIDE}</blockquote>" in offered.results[0].input_message_content.message_text
    assert (offered.button.text, offered.is_personal) == (ENGLISH.ask_in_private, True)


def test_the_button_of_a_card_opens_its_article_in_private(telegram, harbour, tmp_path):
    chat = telegram.private_chat()
    with answering(telegram, harbour, tmp_path, quoting(harbour, TIDE)):
        (offered,) = telegram.queries(chat.people[0], "How high was the tide?")
        ((button,),) = offered.results[0].reply_markup.inline_keyboard
        assert button.text == ENGLISH.open_article
        address, _, parameter = button.url.partition("?start=")
        chat.says(f"/start {parameter}")
        assert chat.hears().text.startswith("High water at Osterby")
    assert address == f"https://t.me/{telegram.username}"


def test_inline_it_says_when_there_is_nothing(telegram, harbour, tmp_path):
    person = telegram.private_chat().people[0]
    with answering(telegram, harbour, tmp_path):
        (unanswered,) = telegram.queries(person, "Who won the chess championship in Reykjavik?")
        (empty,) = telegram.queries(person, "")
    assert (unanswered.results, unanswered.button.text) == ([], ENGLISH.nothing_found)
    assert (empty.results, empty.button.text) == ([], ENGLISH.ask_in_private)
