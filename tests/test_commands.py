"""The pages name every command, option, exit code and extra, and no other."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.test_docs import page, rows, sections

from policing_indicators.cli.main import main

ROOT = Path(__file__).parents[1]
PAGE = sections(page("commands"))
COMMANDS = rows(PAGE["The command"])


@pytest.fixture(name="helped")
def says_of_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Give what the command, or one of its commands, says of itself."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def helped(*command: str) -> str:
        with pytest.raises(SystemExit):
            main([*command, "--help"])
        return capsys.readouterr().out

    return helped


def options(text: str) -> list[str]:
    """Give the options that a help describes, in its order, each once."""
    found = re.findall(r"^  (?:-h, )?(--[\w-]+)", text, re.MULTILINE)
    return [each for each in found if each != "--help"]


def explained(command: str) -> list[str]:
    """Give the options that the page explains of a command, in its order."""
    return list(rows(PAGE.get(f"`{command}`", "")))


def test_every_command_is_on_the_page_with_what_it_does(
    helped: Callable[..., str],
) -> None:
    told = re.findall(r"^    (\w+)(?:  |$)", helped(), re.MULTILINE)
    assert sorted(COMMANDS) == sorted(told)
    assert all(meaning for (meaning,) in COMMANDS.values())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_explained_and_no_other(
    helped: Callable[..., str], command: str
) -> None:
    assert sorted(explained(command)) == sorted(options(helped(command)))


def test_the_page_of_the_audit_explains_every_option_too(
    helped: Callable[..., str],
) -> None:
    told = re.findall(r"^\| `(--[\w-]+)[^|]*` \|", page("audit"), re.MULTILINE)
    assert sorted(told) == sorted(options(helped("audit")))


def test_every_extra_for_users_is_explained_with_all_that_it_brings() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    brought: dict[str, list[str]] = pyproject["project"]["optional-dependencies"]
    ours = {"test", "engines", "benchmarks"}
    told = rows(page("installing"))
    assert set(told) == set(brought) - ours
    for extra, (needed, brings) in told.items():
        assert needed
        names = [re.split(r"[<>=\[]", each)[0] for each in brought[extra]]
        assert re.findall(r"[\w-]+", brings.split(";")[0].replace(", ", " ")) == names
    assert all(f"`{each}`" in page("installing") for each in ours)
