from pathlib import Path

import pytest

from bot.settings import MAX_BYTES, Settings, Webhook, load_settings
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
        ("QUOTH_TELEGRAM_USERS", "1,Ada"),
        ("QUOTH_TELEGRAM_DAILY", "0"),
        ("QUOTH_TELEGRAM_PER_MINUTE", "many"),
        ("QUOTH_TELEGRAM_METRICS_PORT", "70000"),
        ("QUOTH_TELEGRAM_SHARED_BUTTONS", "perhaps"),
        ("QUOTH_TELEGRAM_WEBHOOK", "http://bot.example/quoth"),
        ("QUOTH_TELEGRAM_WEBHOOK", "https://bot.example"),
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


# The bot's own settings, and the file.

SECRET = "only-telegram-and-we-know-this"
WEBHOOK = {"QUOTH_TELEGRAM_WEBHOOK": "https://bot.example/quoth/", "QUOTH_TELEGRAM_WEBHOOK_SECRET": SECRET}
FILE = f"""
library = "/news"
max_bytes = 1000

[telegram]
token = "{TOKEN}"
users = [1, 2]
chats = [-1005]
shared_buttons = true
"""


def test_who_may_ask_and_how_much():
    names = {"USERS": "1, 2", "CHATS": "-1005", "ADMINS": "3", "DAILY": "50", "PER_MINUTE": "5", "METRICS_PORT": "9100"}
    found = load_settings({f"QUOTH_TELEGRAM_{name}": value for name, value in names.items()}, Path("/news")).telegram
    assert (found.users, found.chats, found.admins) == ({1, 2}, {-1005}, {3})
    assert (found.daily, found.per_minute, found.metrics_port) == (50, 5, 9100)


def test_a_webhook_listens_on_loopback_for_a_proxy_unless_set_otherwise():
    found = load_settings(WEBHOOK, Path("/news")).telegram.webhook
    assert found == Webhook("https://bot.example/quoth", SECRET, "127.0.0.1", 8443)
    elsewhere = load_settings({**WEBHOOK, "QUOTH_TELEGRAM_WEBHOOK_LISTEN": "0.0.0.0:80"}, Path("/news"))
    assert (elsewhere.telegram.webhook.host, elsewhere.telegram.webhook.port) == ("0.0.0.0", 80)
    assert SECRET not in repr(elsewhere)


@pytest.mark.parametrize(
    ("name", "value"), [("_SECRET", ""), ("_SECRET", "short"), ("_SECRET", SECRET + "!"), ("_LISTEN", "8443")]
)
def test_a_webhook_needs_a_secret_and_a_place(name, value):
    with pytest.raises(SettingError, match=f"^QUOTH_TELEGRAM_WEBHOOK{name}"):
        load_settings({**WEBHOOK, f"QUOTH_TELEGRAM_WEBHOOK{name}": value}, Path("/news"))


def test_a_file_sets_what_the_environment_does_not(tmp_path):
    (tmp_path / "quoth.toml").write_text(FILE)
    config = {"QUOTH_CONFIG": str(tmp_path / "quoth.toml")}
    found = load_settings(config)
    assert (found.library, found.max_bytes, found.telegram_token) == (Path("/news"), 1000, TOKEN)
    assert (found.telegram.users, found.telegram.chats, found.telegram.shared_buttons) == ({1, 2}, {-1005}, True)
    assert load_settings({**config, "QUOTH_MAX_BYTES": "7"}).max_bytes == 7
    assert load_settings({**config, "QUOTH_TELEGRAM_TOKEN": "1:other"}).telegram_token == "1:other"


@pytest.mark.parametrize("content", ["libary = '/news'", "library = ", "[telegram]\nuser = [1]"])
def test_a_file_that_cannot_be_used_is_refused(tmp_path, content):
    (tmp_path / "quoth.toml").write_text(content)
    with pytest.raises(SettingError, match=r"quoth\.toml.*name\.|mend or rename it\."):
        load_settings({"QUOTH_CONFIG": str(tmp_path / "quoth.toml")})
