"""The README's unit file and container file: they name what is there, and nothing else."""

import configparser
import re
import shutil
import subprocess
import tomllib

import pytest

from bot.settings import NAMES
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
UNIT = re.search(r"^```ini\n(.*?)^```", README, re.M | re.S)[1]
CONTAINER = re.search(r"^```dockerfile\n(.*?)^```", README, re.M | re.S)[1]
SETTINGS = {f"QUOTH_{name.upper()}" for name in NAMES} | {"QUOTH_CONFIG"}


def unit():
    """The unit's sections; of a key that stands twice, the last value."""
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str
    parser.read_string(UNIT)
    return parser


def instructions():
    return [line.split(maxsplit=1) for line in CONTAINER.splitlines() if line]


def test_the_unit_checks_and_runs_the_bot_and_gives_it_settings_that_there_are():
    service = unit()["Service"]
    assert set(unit()) == {"DEFAULT", "Unit", "Service", "Install"}
    assert service["ExecStart"].split("/")[-1] == "quoth telegram"
    assert service["ExecStartPre"] == f"{service['ExecStart']} --check"
    assert set(re.findall("QUOTH_[A-Z_]+", UNIT)) <= SETTINGS
    assert int(service["TimeoutStopSec"]) > 60
    assert service["RestartPreventExitStatus"] == "2"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_understands_the_unit(tmp_path):
    file = tmp_path / "quoth.service"
    file.write_text(UNIT.replace("/opt/quoth/bin/quoth", "/bin/true"))
    found = subprocess.run(["systemd-analyze", "verify", file], capture_output=True, text=True, check=False)
    assert "quoth.service" not in found.stderr
    assert found.returncode == 0


def test_the_container_is_made_of_what_is_in_the_repository_and_runs_the_bot():
    known = set("FROM COPY RUN USER ENV VOLUME STOPSIGNAL ENTRYPOINT CMD".split())
    assert {name for name, _ in instructions()} <= known
    assert instructions()[0][0] == "FROM"
    assert [rest for name, rest in instructions() if name in ("ENTRYPOINT", "CMD")] == ['["quoth"]', '["telegram"]']
    sources = [source for name, rest in instructions() if name == "COPY" for source in rest.split()[:-1]]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert set(re.findall("QUOTH_[A-Z_]+", CONTAINER)) <= SETTINGS


def test_each_step_of_the_container_is_a_command_of_the_shell_that_asks_for_extras_that_there_are():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for name, rest in instructions():
        if name == "RUN":
            subprocess.run(["sh", "-n", "-c", rest], check=True)
            assert set(re.findall(r"\[(\w+)\]", rest)) <= set(extras)


def test_every_setting_of_the_bot_is_in_the_readme_and_none_that_is_not_there():
    told = set(re.findall("QUOTH_[A-Z_]*[A-Z]", README)) | {
        f"QUOTH_TELEGRAM{name}" for name in re.findall("…(_[A-Z_]+)`", README)
    }
    assert told == SETTINGS


def test_the_picture_is_there_and_small():
    (picture,) = re.findall(r"!\[[^]]*\]\(([^)]*)\)", README)
    assert 10_000 < (ROOT / picture).stat().st_size < 200_000
