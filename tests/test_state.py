import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from bot.state import ATTEMPTS, Person, State
from index.errors import LibraryError
from tests.conftest import ROOT


@pytest.fixture
def state(tmp_path):
    with closing(State(tmp_path / "state.sqlite")) as opened:
        yield opened


def test_an_update_is_received_once_and_kept_until_it_is_finished(state):
    assert state.receive(7, '{"update_id": 7}')
    assert not state.receive(7, '{"update_id": 7}')
    assert state.unfinished() == ['{"update_id": 7}']
    state.finish(7)
    assert state.unfinished() == []
    assert not state.receive(7, '{"update_id": 7}')


def test_an_update_that_ends_every_process_is_given_up(state):
    state.receive(7, "{}")
    assert [len(state.unfinished()) for _ in range(ATTEMPTS + 1)] == [*[1] * ATTEMPTS, 0]


def test_a_process_that_is_killed_loses_nothing_it_had_written(tmp_path):
    file = tmp_path / "state.sqlite"
    write = (
        "import sys, time, pathlib; from bot.state import State\n"
        f"state = State(pathlib.Path({str(file)!r}))\n"
        "for number in range(100): state.receive(number, str(number))\n"
        "state.finish(0); print('written', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", write], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"written\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with closing(State(file)) as state:
        assert state.unfinished() == [str(number) for number in range(1, 100)]


def test_a_persons_settings_are_kept(state):
    person = state.meet(1, "Ada")
    assert person == replace(Person(1, "Ada"), last=person.last)
    state.prefer(replace(person, language="ru", quotes=5, context=True))
    again = state.meet(1, "Ada Veil")
    assert (again.name, again.language, again.quotes, again.context) == ("Ada Veil", "ru", 5, True)
    assert state.person(2) == Person(2)


def test_forgetting_a_person_leaves_no_trace_of_them_but_counts(state, tmp_path):
    state.meet(424242, "Ada")
    state.keep_turns(5, 424242, [["Why?", []]])
    shown = state.show("answer", 5, 424242, 1, {"question": "Why?"})
    state.vote(shown, 424242, 1)
    state.count(424242, "answered", 0.5)
    state.forget(424242)
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as db:
        assert not [line for line in db.iterdump() if "424242" in line or "Ada" in line or "Why" in line]
    assert state.totals().outcomes == {"answered": 1}


def test_what_is_shown_is_found_by_its_key_and_by_its_question(state):
    shown = state.show("answer", -5, 1, 77, {"quotes": [["v", 0, 9]]})
    state.change(shown.key, messages=(78, 79))
    assert len(shown.key.encode()) <= 16
    assert state.shown(shown.key) == replace(shown, messages=(78, 79))
    assert state.reply_to(-5, 77) == state.shown(shown.key)
    assert state.shown("unknown") is None


def test_a_conversation_moves_with_its_group(state):
    state.keep_turns(-5, 1, [["Why?", []]])
    state.move_chat(-5, -1005)
    assert (state.turns(-5, 1), state.turns(-1005, 1)) == ([], [["Why?", []]])


def test_questions_and_votes_are_counted(state):
    for outcome, seconds in (("answered", 1.0), ("refused", 2.0), ("answered", 3.0)):
        state.count(1, outcome, seconds)
    shown = state.show("answer", 5, 1, 1, {})
    state.vote(shown, 1, 1)
    state.vote(shown, 1, -1)
    totals = state.totals()
    assert (totals.outcomes, totals.seconds) == ({"answered": 2, "refused": 1}, 6.0)
    assert (totals.liked, totals.disliked, totals.questions) == (0, 1, 3)
    assert state.asked(1, 60)[0] == 3
    assert state.asked(2, 60) == (0, 0)


def test_a_file_that_is_no_database_is_refused_with_what_to_do(tmp_path):
    (tmp_path / "state.sqlite").write_text("Not a database, but a text that is long enough to be taken for one." * 9)
    with pytest.raises(LibraryError, match="check its permissions, or move it away"):
        State(tmp_path / "state.sqlite")
