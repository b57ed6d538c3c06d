"""A library's stores stay together: what adding, changing, removing and rebuilding do."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.articles import Article
from index.errors import LibraryError, NoSuchArticle, SettingError, VectorStoreError
from index.library import Library, Receipt
from tests.conftest import ROOT

FERRY = "The ferry Alba ran aground near Port Sorrel on Monday, the harbour office said.\n\nNobody was hurt."
STRIKE = "Bakers in Ulmen went on strike on Tuesday. They want shorter nights, their union said."


@pytest.fixture
def folder(empty_library: Callable[[], Path]) -> Path:
    return empty_library()


@pytest.fixture
def fresh(folder: Path) -> Iterator[Library]:
    with Library.open(folder) as library:
        yield library


def add(library: Library, text: str, origin: str, **fields: str) -> Receipt:
    (receipt,) = library.add([Article(text, origin, **fields)])
    return receipt


def found(library: Library, term: str) -> int:
    """How many passages hold a term, by the word index itself."""
    with library.reading() as stores:
        return stores.words.frequency(term)


def test_an_added_article_is_found_by_words_and_by_meaning(fresh: Library) -> None:
    receipt = add(fresh, FERRY, "ferry.txt")
    assert receipt.outcome == "added"
    with fresh.reading() as stores:
        assert stores.words.search(["ferri"], 5)[0][:2] == (1, 0)
        assert stores.vectors.search(fresh.encoder.encode_query("Which ship was stranded?"), 5)[0][:2] == (1, 0)


def test_the_same_article_again_changes_nothing(fresh: Library) -> None:
    add(fresh, FERRY, "ferry.txt")
    before = fresh.status()
    assert add(fresh, FERRY, "ferry.txt").outcome == "unchanged"
    assert (fresh.status().articles, fresh.status().passages) == (before.articles, before.passages)


def test_changed_text_becomes_a_new_version_and_the_old_one_can_still_be_opened(fresh: Library) -> None:
    old = add(fresh, FERRY, "ferry.txt")
    new = add(fresh, FERRY.replace("Monday", "Sunday"), "ferry.txt")
    assert new.outcome == "updated"
    assert fresh.get(new.id).current
    assert fresh.get(old.id).text == FERRY
    assert not fresh.get(old.id).current
    assert (found(fresh, "sunday"), found(fresh, "monday")) == (1, 0)
    assert fresh.verify() == []


def test_a_given_id_names_the_newest_version_and_digits_of_a_version_name_that_one(fresh: Library) -> None:
    old = add(fresh, FERRY, "feed.jsonl#ferry", given_id="ferry")
    add(fresh, FERRY.replace("Monday", "Sunday"), "other.jsonl#ferry", given_id="ferry")
    assert "Sunday" in fresh.get("ferry").text
    assert fresh.get(old.version[:8]).text == FERRY
    assert len(fresh.entries()) == 1


def test_a_text_that_comes_back_is_current_again(fresh: Library) -> None:
    first = add(fresh, FERRY, "ferry.txt")
    add(fresh, FERRY.replace("Monday", "Sunday"), "ferry.txt")
    assert add(fresh, FERRY, "ferry.txt").outcome == "updated"
    assert fresh.get(first.id).current
    assert fresh.status().old_versions == 1
    assert fresh.verify() == []


def test_the_same_text_from_elsewhere_is_one_article_with_both_origins(fresh: Library) -> None:
    first = add(fresh, FERRY, "ferry.txt")
    second = add(fresh, FERRY, "https://news.example/ferry", given_id="n-7")
    assert second.outcome == "same_text"
    assert fresh.get(first.id).origins == ("ferry.txt", "https://news.example/ferry")
    assert fresh.get("n-7").id == first.id
    assert len(fresh.entries()) == 1


def test_one_of_two_origins_may_change_while_the_other_keeps_the_text(fresh: Library) -> None:
    add(fresh, FERRY, "a.txt")
    add(fresh, FERRY, "b.txt")
    add(fresh, STRIKE, "a.txt")
    assert sorted((entry.origins, entry.headline[:9]) for entry in fresh.entries()) == [
        (("a.txt",), "Bakers in"),
        (("b.txt", "a.txt"), "The ferry"),
    ]
    assert fresh.verify() == []


def test_a_text_under_titles_that_tell_of_other_things_is_as_many_articles(fresh: Library) -> None:
    copies = [
        Article(FERRY, "https://zeta.example/1", title="Ship in trouble", outlet="Zeta"),
        Article(FERRY, "https://alpha.example/1", title="Gull rescued from a deck", outlet="Alpha"),
    ]
    first, second = fresh.add(copies)
    assert [first.outcome, second.outcome] == ["added", "added"]
    assert [fresh.get(receipt.id).title for receipt in (first, second)] == [copy.title for copy in copies]
    assert [(receipt.outcome, receipt.id) for receipt in fresh.add(copies)] == [
        ("unchanged", first.id),
        ("unchanged", second.id),
    ]
    assert fresh.verify() == []


def test_a_copy_whose_title_only_adds_its_outlet_is_the_same_article(fresh: Library) -> None:
    copies = [
        Article(FERRY, "https://zeta.example/1", title="Ship in trouble", outlet="Zeta"),
        Article(FERRY, "https://alpha.example/1", title="Ship in Trouble | The Alpha", outlet="Alpha"),
    ]
    assert [receipt.outcome for receipt in fresh.add(copies)] == ["added", "same_text"]
    assert [receipt.outcome for receipt in fresh.add(copies)] == ["unchanged", "unchanged"]
    (entry,) = fresh.entries()
    assert (entry.title, entry.outlet, entry.origins[0]) == ("Ship in trouble", "Zeta", "https://zeta.example/1")


def test_a_title_that_changes_leaves_the_other_article_of_its_text_alone(fresh: Library) -> None:
    add(fresh, FERRY, "a.txt", title="Ship in trouble")
    second = add(fresh, FERRY, "b.txt", title="Gull rescued from a deck")
    changed = add(fresh, FERRY, "b.txt", title="Gull saved")
    assert (changed.outcome, changed.id) == ("updated", second.id)
    assert sorted(entry.title or "" for entry in fresh.entries()) == ["Gull saved", "Ship in trouble"]
    assert fresh.verify() == []


def test_an_id_names_a_current_text_before_a_replaced_one(fresh: Library) -> None:
    add(fresh, FERRY, "a#x", given_id="x")
    add(fresh, STRIKE, "a#y", given_id="y")
    add(fresh, STRIKE, "a#x", given_id="x")
    assert fresh.get("x").text == STRIKE


def test_a_new_title_for_the_same_text_is_shown_and_searched(fresh: Library) -> None:
    add(fresh, FERRY, "ferry.txt", title="Ship in trouble")
    assert add(fresh, FERRY, "ferry.txt", title="Stranded on a Monday").outcome == "updated"
    assert [entry.title for entry in fresh.entries()] == ["Stranded on a Monday"]
    assert fresh.verify() == []


def test_copies_and_versions_in_one_call_are_told_apart(fresh: Library) -> None:
    articles = [Article(FERRY, "a"), Article(FERRY, "b"), Article(STRIKE, "a"), Article(STRIKE, "a")]
    assert [receipt.outcome for receipt in fresh.add(articles)] == ["added", "same_text", "updated", "unchanged"]
    assert fresh.verify() == []


def test_a_removed_article_is_gone_from_every_store(fresh: Library) -> None:
    old = add(fresh, FERRY, "ferry.txt")
    new = add(fresh, FERRY.replace("Monday", "Sunday"), "ferry.txt")
    add(fresh, STRIKE, "strike.txt")
    assert fresh.remove(new.id).id == new.id
    for gone in (old.id, new.id):
        with pytest.raises(NoSuchArticle, match="quoth list"):
            fresh.get(gone)
    assert (found(fresh, "ferri"), found(fresh, "baker")) == (0, 1)
    assert fresh.verify() == []


def test_a_word_index_that_was_lost_is_noticed_and_rebuilt(fresh: Library, folder: Path) -> None:
    add(fresh, FERRY, "ferry.txt")
    fresh.close()
    shutil.rmtree(folder / "words")
    with Library.open(folder) as opened:
        with pytest.raises(LibraryError, match="quoth rebuild"), opened.reading():
            pass
        assert any("quoth rebuild" in problem for problem in opened.verify())
        assert opened.rebuild() == 1
        assert opened.verify() == []
        assert found(opened, "ferri") == 1


def test_verify_tells_of_a_text_that_was_changed_behind_its_back(fresh: Library, folder: Path) -> None:
    receipt = add(fresh, FERRY, "ferry.txt")
    fresh.close()
    database = sqlite3.connect(folder / "articles.sqlite")
    with database:
        database.execute("UPDATE article SET text = replace(text, 'Nobody', 'Anybody')")
    database.close()
    with Library.open(folder) as opened:
        assert [receipt.id in problem for problem in opened.verify()] == [True]


def test_a_vector_folder_that_was_lost_is_noticed(fresh: Library, folder: Path) -> None:
    add(fresh, FERRY, "ferry.txt")
    fresh.close()
    (folder / "vectors").rename(folder / "elsewhere")
    with Library.open(folder) as opened, pytest.raises(LibraryError, match="QUOTH_CHROMA"), opened.reading():
        pass


def test_a_rebuild_that_cannot_reach_the_vectors_costs_nothing(fresh: Library, folder: Path) -> None:
    add(fresh, FERRY, "ferry.txt")
    fresh.close()
    unreachable = Library.open(folder, chroma_url="http://127.0.0.1:9")
    with unreachable, pytest.raises(VectorStoreError):
        unreachable.rebuild()
    with Library.open(folder) as opened:
        assert opened.verify() == []


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        ("encoder.json", "{}"),
        ("encoder.json", None),
        ("model.onnx", "x"),
        ("model.onnx", None),
        ("tokenizer.json", None),
    ],
)
def test_a_damaged_encoder_is_told_to_be_rebuilt(fresh: Library, folder: Path, file: str, damage: str | None) -> None:
    fresh.close()
    (folder / "encoder" / file).unlink()
    if damage is not None:
        (folder / "encoder" / file).write_text(damage)
    with Library.open(folder) as opened, pytest.raises(LibraryError, match=r"encoder .* run `quoth rebuild`"):
        add(opened, FERRY, "ferry.txt")


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another encoder: a sentence-transformers model of 32 dimensions, never trained."""
    folder = tmp_path_factory.mktemp("models") / "small"
    make = """
import sys
from pathlib import Path
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.models import Pooling, Transformer
from transformers import BertConfig, BertModel
from index.encoder import _load
torch.manual_seed(7)
folder = Path(sys.argv[1])
shape = dict(hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64)
BertModel(BertConfig(vocab_size=30522, **shape)).save_pretrained(folder / "words")
_load(None).tokenizer.save_pretrained(folder / "words")
words = Transformer(str(folder / "words"), max_seq_length=64)
SentenceTransformer(modules=[words, Pooling(32)], device="cpu").save(str(folder / "model"))
"""
    subprocess.run([sys.executable, "-c", make, str(folder)], check=True, cwd=ROOT, capture_output=True)
    return folder / "model"


REBUILDER = """
import sys
from pathlib import Path
from index.library import Library
with Library.open(Path(sys.argv[1])) as library:
    library.rebuild(model=sys.argv[2])
"""


def test_another_model_is_noticed_by_those_who_have_the_library_open(
    fresh: Library, folder: Path, other_model: Path
) -> None:
    add(fresh, FERRY, "ferry.txt")
    assert nearest(fresh, "Which ship was stranded?") == [(1, 0)]
    with Library.open(folder) as idle:
        run = [sys.executable, "-c", REBUILDER, str(folder), str(other_model)]
        subprocess.run(run, check=True, cwd=ROOT, capture_output=True)
        # The one has used the old encoder already; the other one adds before it has read anything.
        assert nearest(fresh, "Which ship was stranded?") == [(1, 0)]
        assert fresh.encoder.card.dimensions == 32
        assert add(idle, STRIKE, "strike.txt").outcome == "added"
        assert nearest(fresh, "Who went on strike?") and fresh.verify() == []
    assert fresh.status().model == str(other_model)


def nearest(library: Library, question: str) -> list[tuple[int, int]]:
    with library.reading() as stores:
        return [name[:2] for name in stores.vectors.search(library.encoder.encode_query(question), 1)]


def test_a_lost_encoder_is_made_anew_from_the_model_that_the_library_had(
    fresh: Library, folder: Path, other_model: Path
) -> None:
    add(fresh, FERRY, "ferry.txt")
    fresh.rebuild(model=str(other_model))
    shutil.rmtree(folder / "encoder")
    fresh.rebuild()
    assert fresh.status().model == str(other_model)
    assert fresh.verify() == []


def test_a_rebuild_with_a_model_that_is_not_there_changes_nothing(fresh: Library, folder: Path) -> None:
    add(fresh, FERRY, "ferry.txt")
    with pytest.raises(SettingError, match="no-such-model"):
        fresh.rebuild(model="no-such-model")
    assert nearest(fresh, "Which ship was stranded?") == [(1, 0)]
    assert fresh.verify() == []
    assert sorted(path.name for path in folder.iterdir() if "encoder" in path.name) == ["encoder"]


def test_a_damaged_vector_folder_is_rebuilt(fresh: Library, folder: Path) -> None:
    add(fresh, FERRY, "ferry.txt")
    fresh.close()
    (folder / "vectors" / "chroma.sqlite3").write_bytes(bytes(range(256)) * 80)
    with Library.open(folder) as opened:
        with pytest.raises(VectorStoreError, match="quoth rebuild"), opened.reading():
            pass
        opened.rebuild()
        assert opened.verify() == []


def test_without_a_library_one_is_told_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="quoth add"):
        Library.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_is_no_catalog_is_refused_and_left_alone(folder: Path) -> None:
    (folder / "articles.sqlite").write_bytes(b"no database at all, just words" * 100)
    with pytest.raises(LibraryError, match="not a Quoth catalog"):
        Library.open(folder)
    assert (folder / "articles.sqlite").read_bytes().startswith(b"no database")


def test_a_chroma_server_that_does_not_answer_loses_nothing(fresh: Library, folder: Path) -> None:
    add(fresh, FERRY, "ferry.txt")
    fresh.close()
    unreachable = Library.open(folder, chroma_url="http://127.0.0.1:9")
    with unreachable, pytest.raises(VectorStoreError, match="does not answer"):
        add(unreachable, STRIKE, "strike.txt")
    with Library.open(folder) as opened:
        assert [entry.origins for entry in opened.entries()] == [("ferry.txt",)]
        assert opened.verify() == []
