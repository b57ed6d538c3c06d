from pathlib import Path

import pytest

from bot.settings import MAX_BYTES, Settings, load_settings
from index import reading
from index.errors import SettingError

TOKEN = "123456:AAinventedinventedinventedinvented0"


def test_nothing_set_means_the_users_data_folder_and_no_server(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    settings = load_settings({})
    assert settings.library.name == "quoth"
    assert settings == Settings(library=settings.library, max_bytes=MAX_BYTES)


def test_a_file_may_take_as_much_as_reading_allows_by_itself():
    assert MAX_BYTES == reading.MAX_BYTES


def test_the_command_line_goes_before_the_environment():
    environment = {"QUOTH_LIBRARY": "/from/environment"}
    assert load_settings(environment).library == Path("/from/environment")
    assert load_settings(environment, Path("/given")).library == Path("/given")


def test_a_tilde_in_the_environment_is_the_home_folder():
    assert load_settings({"QUOTH_LIBRARY": "~/news"}).library == Path.home() / "news"


def test_all_variables_are_read():
    settings = load_settings(
        {
            "QUOTH_LIBRARY": "/news",
            "QUOTH_CHROMA": "http://127.0.0.1:8000/",
            "QUOTH_MODEL": "some/model",
            "QUOTH_MAX_BYTES": "1000",
            "QUOTH_TELEGRAM_TOKEN": TOKEN,
            "QUOTH_TELEGRAM_API": "http://127.0.0.1:8081/",
        }
    )
    assert settings == Settings(
        Path("/news"), "http://127.0.0.1:8000", "some/model", 1000, TOKEN, "http://127.0.0.1:8081"
    )


def test_an_empty_variable_is_not_set():
    names = ["CHROMA", "MODEL", "MAX_BYTES", "TELEGRAM_TOKEN", "TELEGRAM_TOKEN_FILE", "TELEGRAM_API"]
    environment = {f"QUOTH_{name}": " " for name in names}
    assert load_settings(environment, Path("/news")) == Settings(Path("/news"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QUOTH_MAX_BYTES", "abc"),
        ("QUOTH_MAX_BYTES", "0"),
        ("QUOTH_MAX_BYTES", "-5"),
        ("QUOTH_CHROMA", "localhost:8000"),
        ("QUOTH_CHROMA", "ftp://localhost:8000"),
        ("QUOTH_CHROMA", "http://localhost"),
        ("QUOTH_CHROMA", "http://localhost:99999"),
        ("QUOTH_CHROMA", "http://:8000"),
        ("QUOTH_CHROMA", "http://localhost:8000/somewhere"),
        ("QUOTH_CHROMA", "http://[::1:8000"),
        ("QUOTH_TELEGRAM_API", "not a url"),
        ("QUOTH_TELEGRAM_TOKEN", "no-colon"),
        ("QUOTH_TELEGRAM_TOKEN", "123: 456"),
        ("QUOTH_TELEGRAM_TOKEN_FILE", "/nowhere/token"),
    ],
)
def test_a_bad_value_is_refused_by_the_name_of_its_variable(name, value):
    with pytest.raises(SettingError, match=rf"^{name}\b[^\n]*\.$"):
        load_settings({name: value}, Path("/news"))


def test_the_token_may_come_from_a_file(tmp_path):
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    assert load_settings({"QUOTH_TELEGRAM_TOKEN_FILE": str(file)}).telegram_token == TOKEN


@pytest.mark.parametrize("content", [b"", b"two words: here", b"\xff\xfe\x00"])
def test_a_file_without_a_token_is_refused(tmp_path, content):
    file = tmp_path / "token"
    file.write_bytes(content)
    with pytest.raises(SettingError, match="QUOTH_TELEGRAM_TOKEN_FILE"):
        load_settings({"QUOTH_TELEGRAM_TOKEN_FILE": str(file)})


def test_two_tokens_are_refused_without_showing_either(tmp_path):
    with pytest.raises(SettingError, match="unset one") as caught:
        load_settings({"QUOTH_TELEGRAM_TOKEN": TOKEN, "QUOTH_TELEGRAM_TOKEN_FILE": str(tmp_path)})
    assert TOKEN not in str(caught.value)


def test_the_token_is_never_printed(tmp_path):
    settings = load_settings({"QUOTH_TELEGRAM_TOKEN": TOKEN})
    assert TOKEN not in repr(settings) + str(settings)
    with pytest.raises(SettingError) as caught:
        load_settings({"QUOTH_TELEGRAM_TOKEN": TOKEN + " oops"})
    assert TOKEN not in str(caught.value)
