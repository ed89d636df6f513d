"""What a drawing becomes on its way to a page."""

from xml.etree import ElementTree as ET

import pytest

from policing_indicators.charts.svg import Naming, named, with_fonts

SPACE = "{http://www.w3.org/2000/svg}"
RAW = """<svg xmlns="http://www.w3.org/2000/svg" version="1.1" class="marks" width="20"
height="10" viewBox="0 0 20 10"><g fill="none" transform="translate(0,0)">
<g class="mark-group" role="graphics-object" aria-roledescription="a group"><g>
<path class="background" aria-hidden="true" d="M0,0h20v10h-20Z"/>
<g class="empty"></g>
<path d="" display="none" stroke="#ddd"/>
<path d="M0,133.33333L-0.001,1e-7" stroke="#12436D" opacity="1"/>
<text transform="translate(1.239,2)" font-family="Arial, Helvetica, sans-serif">a &lt; b
</text></g></g></g></svg>"""
NAMING = Naming(id="p1", name="Up & <down>", description="A line.")


def drawn(*, is_fluid: bool = False) -> ET.Element:
    return ET.fromstring(named(RAW, NAMING, is_fluid=is_fluid))  # noqa: S314 - our own


def test_a_drawing_is_an_image_with_a_name_and_a_description() -> None:
    root = drawn()
    title, description = root[0], root[1]
    assert (root.get("role"), root.get("aria-labelledby")) == (
        "img",
        "p1-title p1-desc",
    )
    assert (title.tag, title.get("id")) == (f"{SPACE}title", "p1-title")
    assert (description.tag, description.get("id")) == (f"{SPACE}desc", "p1-desc")
    assert (title.text, description.text) == ("Up & <down>", "A line.")


@pytest.mark.parametrize(
    ("is_fluid", "width", "height"), [(False, "20", "10"), (True, "100%", None)]
)
def test_a_drawing_is_as_wide_as_drawn_or_as_what_it_stands_in(
    *, is_fluid: bool, width: str, height: str | None
) -> None:
    root = drawn(is_fluid=is_fluid)
    assert (root.get("width"), root.get("height")) == (width, height)
    assert root.get("viewBox") == "0 0 20 10"


def test_what_a_page_does_not_need_goes() -> None:
    text = named(RAW, NAMING, is_fluid=False)
    for useless in (
        "class=",
        "roledescription",
        "aria-hidden",
        "background",
        "display",
    ):
        assert useless not in text
    assert text.count("<g") == 1
    assert text.count("<path") == 1
    assert 'opacity="1"' not in text


def test_numbers_are_as_fine_as_can_be_seen() -> None:
    text = named(RAW, NAMING, is_fluid=False)
    assert 'd="M0,133.3L0,1e-7"' in text
    assert 'transform="translate(1.24,2)"' in text


def test_letters_are_of_fonts_that_every_machine_has_or_of_the_bundled_one() -> None:
    text = named(RAW, NAMING, is_fluid=False)
    assert text.count("font-family") == 1
    assert 'font-family="Arial, Helvetica, sans-serif"' in text
    assert 'font-family="Liberation Sans, Arial' in with_fonts(text)
