"""A picture as a file, on a page and in a notebook."""

import builtins
import hashlib
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from attrs import evolve
from tests.charts.made import PICTURES, charted, waves

from policing_indicators.charts import Picture
from policing_indicators.errors import (
    FileAccessError,
    InvalidValueError,
    MissingLibraryError,
)

ROOT = Path(__file__).parents[2]
DIGESTS = """
import hashlib
from tests.charts.made import PICTURES
picture = PICTURES["control chart"]()
for content in (picture.svg().encode(), picture.png(), picture.pdf()):
    print(hashlib.sha256(content).hexdigest())
"""


@pytest.fixture(scope="module")
def picture() -> Picture:
    return charted(waves(14))


def test_the_same_figures_give_the_same_bytes_in_another_process() -> None:
    made = PICTURES["control chart"]()
    own = [made.svg().encode(), made.png(), made.pdf()]
    ran = subprocess.run(
        [sys.executable, "-c", DIGESTS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == [hashlib.sha256(each).hexdigest() for each in own]


def test_drawing_twice_gives_the_same(picture: Picture) -> None:
    assert picture.svg() == picture.svg()
    assert picture.png() == picture.png()


def test_a_picture_of_pixels_is_as_large_as_it_is_asked_for(picture: Picture) -> None:
    def across(scale: float) -> int:
        return int.from_bytes(picture.png(scale=scale)[16:20])

    assert (across(1), across(2), across(0.5)) == (360, 720, 180)


@pytest.mark.parametrize("scale", [0, -1, 11, True, "2"])
def test_a_scale_is_a_number_of_reasonable_size(picture: Picture, scale: float) -> None:
    with pytest.raises(InvalidValueError, match="a number above 0, at most 10"):
        picture.png(scale=scale)


@pytest.mark.parametrize("identifier", ["", "1st", "a b", "a/b", "A", None])
def test_an_id_is_one_that_a_page_takes(picture: Picture, identifier: str) -> None:
    with pytest.raises(InvalidValueError, match="small letters, digits and hyphens"):
        picture.inline(identifier)


@pytest.mark.parametrize(
    ("name", "start"), [("a.svg", b"<svg "), ("a.PNG", b"\x89PNG"), ("a.pdf", b"%PDF-")]
)
def test_it_is_written_in_the_form_that_the_name_ends_in(
    picture: Picture, tmp_path: Path, name: str, start: bytes
) -> None:
    picture.save(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_file_of_another_form_is_not_written(
    picture: Picture, tmp_path: Path
) -> None:
    with pytest.raises(InvalidValueError, match=r"\.svg, \.png or \.pdf"):
        picture.save(tmp_path / "a.gif")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_whole_or_absent(picture: Picture, tmp_path: Path) -> None:
    with pytest.raises(FileAccessError):
        picture.save(tmp_path / "no-such-folder" / "a.svg")
    assert list(tmp_path.iterdir()) == []


def test_a_notebook_shows_the_drawing(picture: Picture) -> None:
    assert picture._repr_svg_() == picture.svg()  # pyright: ignore[reportPrivateUsage] - what IPython calls


def test_a_document_holds_its_text(picture: Picture) -> None:
    assert b"LiberationSans" in picture.pdf()


def test_what_is_done_to_a_specification_changes_nothing_of_the_picture(
    picture: Picture,
) -> None:
    before = picture.spec
    before["layer"][0]["mark"]["stroke"] = "red"
    assert picture.spec["layer"][0]["mark"]["stroke"] != "red"


def test_another_title_is_another_name(picture: Picture) -> None:
    other = evolve(picture, title="Another title")
    assert other.svg() != picture.svg()
    assert "Another title" in other.svg()


def test_words_around_it_are_left_to_the_page(picture: Picture) -> None:
    inline = picture.inline("chart")
    assert inline.count(picture.footer) == 0
    assert picture.spec["description"] == picture.description


def without(library: str) -> Callable[..., object]:
    found = builtins.__import__

    def imported(
        name: str,
        scope: Mapping[str, object] | None = None,
        local: Mapping[str, object] | None = None,
        wanted: Sequence[str] = (),
        level: int = 0,
    ) -> object:
        if name == library:
            raise ImportError(name)
        return found(name, scope, local, wanted, level)

    return imported


@pytest.mark.parametrize(
    ("library", "asked"), [("vl_convert", "svg"), ("altair", "altair")]
)
def test_what_is_not_installed_is_named_by_its_extra(
    picture: Picture, monkeypatch: pytest.MonkeyPatch, library: str, asked: str
) -> None:
    monkeypatch.setattr(builtins, "__import__", without(library))
    with pytest.raises(MissingLibraryError, match=r"policing-indicators\[charts\]"):
        getattr(picture, asked)()


def test_pictures_are_made_without_what_draws_them() -> None:
    code = (
        "import sys; from tests.charts.made import charted; charted([5, 9])\n"
        "print({'altair', 'vl_convert'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "set()"


def test_a_picture_says_its_title_and_not_all_that_it_holds(picture: Picture) -> None:
    assert repr(picture) == f"<Picture: {picture.title}>"
