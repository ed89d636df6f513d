"""What every picture is, whatever it is of and however awkward its figures are."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pytest
from attrs import frozen
from jsonschema import ValidationError
from tests.charts.made import PICTURES

from policing_indicators.charts import Picture
from policing_indicators.charts.colour import GRID, PAPER, Colour
from policing_indicators.charts.text_width import width

SPACE = "{http://www.w3.org/2000/svg}"
MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
LARGEST = 40_000
"""How many characters of a page a picture may take."""

EVERY = pytest.mark.parametrize("name", PICTURES)


@frozen
class Text:
    """A text of a drawing, with the paper that it takes."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Text") -> bool:
        apart = (
            self.right <= other.left
            or other.right <= self.left
            or self.bottom <= other.top
            or other.bottom <= self.top
        )
        return not apart


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


def texts_of(element: ET.Element, across: float = 0, down: float = 0) -> list[Text]:
    """Give every text of a drawing but the halos, which stand behind the same text."""
    moved = MOVED.search(element.get("transform", ""))
    if moved:
        across, down = across + float(moved[1]), down + float(moved[2])
    if element.tag == f"{SPACE}text" and element.get("stroke") is None:
        return [boxed(element, across, down)]
    return [text for child in element for text in texts_of(child, across, down)]


def boxed(element: ET.Element, across: float, down: float) -> Text:
    text = element.text or ""
    size = float(element.get("font-size", "").removesuffix("px"))
    wide = width(text, size, bold=element.get("font-weight") == "bold")
    anchor = element.get("text-anchor", "start")
    left = across - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    return Text(text, left, down - 0.72 * size, left + wide, down + 0.2 * size)


def in_brief(spec: dict[str, Any]) -> dict[str, Any]:
    """Keep of a specification each form of a layer once, with one row of its data.

    Rows and layers of one form are valid together or not at all, and a thousand of
    them take long to look at.
    """
    forms: dict[tuple[str, ...], dict[str, Any]] = {}
    for layer in spec["layer"]:
        row = layer["data"]["values"][0]
        form = (*layer["mark"], *layer["encoding"], *row, layer["mark"]["type"])
        forms[form] = {**layer, "data": {"values": [row]}}
    return {**spec, "layer": list(forms.values())}


@EVERY
def test_the_specification_is_valid(pictures: dict[str, Picture], name: str) -> None:
    spec = in_brief(pictures[name].spec)
    assert alt.LayerChart.from_dict(spec).to_dict()["layer"]


def test_an_invalid_specification_would_be_found(pictures: dict[str, Picture]) -> None:
    spec = in_brief(pictures["trend of one"].spec)
    spec["layer"][0]["mark"]["strokeWidht"] = 3
    with pytest.raises(ValidationError):
        alt.LayerChart.from_dict(spec)


def test_a_picture_goes_on_as_a_chart_of_altair(pictures: dict[str, Picture]) -> None:
    picture = pictures["trend of one"]
    chart = picture.altair()
    assert isinstance(chart, alt.LayerChart)
    assert chart.to_dict()["height"] == picture.spec["height"]


@EVERY
def test_no_text_is_off_the_paper(drawings: dict[str, str], name: str) -> None:
    root = parsed(drawings[name])
    wide, high = (float(root.get(each, "")) for each in ("width", "height"))
    off = [
        each
        for each in texts_of(root)
        if each.left < 0 or each.right > wide or each.top < 0 or each.bottom > high
    ]
    assert off == []


@EVERY
def test_no_text_covers_another(drawings: dict[str, str], name: str) -> None:
    texts = texts_of(parsed(drawings[name]))
    covered = [
        (one, other)
        for place, one in enumerate(texts)
        for other in texts[place + 1 :]
        if one.covers(other)
    ]
    assert covered == []


@EVERY
def test_its_words_stand_in_the_drawing(
    pictures: dict[str, Picture], drawings: dict[str, str], name: str
) -> None:
    picture = pictures[name]
    written = "".join(text.text for text in texts_of(parsed(drawings[name])))
    compact = "".join(written.split())
    for words in (picture.title, picture.subtitle, picture.footer, *picture.notes):
        assert "".join(words.split()) in compact


@EVERY
def test_it_is_named_and_described_for_those_who_do_not_see_it(
    pictures: dict[str, Picture], drawings: dict[str, str], name: str
) -> None:
    picture = pictures[name]
    root = parsed(drawings[name])
    said = [root.findtext(f"{SPACE}{tag}") for tag in ("title", "desc")]
    assert said == [picture.title, picture.description]
    assert len(picture.description) > 20
    assert picture.table.rows
    assert {len(row) for row in picture.table.rows} == {len(picture.table.columns)}


@EVERY
def test_it_asks_for_nothing_and_runs_nothing(
    drawings: dict[str, str], name: str
) -> None:
    root = parsed(drawings[name])
    tags = {each.tag.removeprefix(SPACE) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "g", "path", "line", "text"}
    attributes = {key for each in root.iter() for key in each.attrib}
    assert not {key for key in attributes if key.startswith("on") or "href" in key}
    assert "url(" not in drawings[name]


@EVERY
def test_it_is_of_the_published_colours(drawings: dict[str, str], name: str) -> None:
    allowed = {each.value for each in Colour} | {GRID, PAPER, "transparent", "none"}
    found = {
        each.attrib[key]
        for each in parsed(drawings[name]).iter()
        for key in ("fill", "stroke")
        if key in each.attrib
    }
    assert {each.upper() for each in found} <= {each.upper() for each in allowed}


@EVERY
def test_on_a_page_it_is_light_and_fits_any_width(
    pictures: dict[str, Picture], name: str
) -> None:
    inline = pictures[name].inline("chart-1")
    assert len(inline.encode()) < LARGEST
    root = parsed(inline)
    assert root.get("width") == "100%"
    ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
    assert ids == ["chart-1-title", "chart-1-desc"]


def test_the_pictures_of_one_page_have_ids_of_their_own(
    drawings: dict[str, str],
) -> None:
    ids = [
        each.attrib["id"]
        for svg in drawings.values()
        for each in parsed(svg).iter()
        if "id" in each.attrib
    ]
    assert len(set(ids)) == len(ids)


def test_the_colours_are_those_of_the_analysis_function() -> None:
    published = "#12436D #28A197 #801650 #F46A25 #3D3D3D #A285D1"
    assert " ".join(each.value for each in Colour) == published


NEVER = (
    "significance",
    "significant",
    "better",
    "worse",
    "deteriorat",
    "success",
    "fail",
)


@EVERY
def test_no_word_praises_or_blames_or_speaks_of_significance(
    pictures: dict[str, Picture], name: str
) -> None:
    picture = pictures[name]
    every: list[Any] = [picture.title, picture.subtitle, picture.description]
    said = " ".join([*every, *picture.notes]).lower()
    assert [word for word in NEVER if word in said] == []
