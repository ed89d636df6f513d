"""The gallery shows every picture, and its command draws them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from policing_indicators import charts

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
COMMAND = [sys.executable, "docs/draw_gallery.py"]
WORDS = {"Labelling", "Picture", "PictureTable"}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_command_draws_what_the_page_shows(tmp_path: Path, form: str) -> None:
    ran = run(str(tmp_path / "new"), form)
    assert ran.returncode == 0, ran.stderr
    drawn = sorted(path.name for path in (tmp_path / "new").iterdir())
    shown = re.findall(r"\(_pictures/(\S+)\.svg\)", PAGE)
    assert drawn == sorted(f"{name}.{form}" for name in shown)


def test_there_is_a_picture_of_every_kind() -> None:
    shown = re.findall(r"\(_pictures/(\S+)\.svg\)", PAGE)
    assert {name.replace("-", "_") for name in shown} == set(charts.__all__) - WORDS


def test_every_picture_of_the_page_has_words_for_those_who_do_not_see_it() -> None:
    words = re.findall(r"!\[(.*?)\]", PAGE)
    assert len(words) == len(charts.__all__) - len(WORDS)
    assert all(len(each) > 40 for each in words)


def test_the_command_says_how_it_is_used() -> None:
    ran = run()
    assert ran.returncode == 1
    assert "python docs/draw_gallery.py FOLDER [png]" in ran.stderr
