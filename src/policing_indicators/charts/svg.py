"""A drawing as it goes onto a page: named and described, small, and apart from others.

What the library that draws writes is complete and long. Here everything goes that a
page does not need, and what a reader who does not see the picture needs comes in.
"""

import re
from xml.etree import ElementTree as ET

from attrs import frozen

_SPACE = "http://www.w3.org/2000/svg"
_FAMILY = "font-family"
_USELESS = frozenset(
    {
        "class",
        "role",
        "aria-hidden",
        "aria-roledescription",
        "pointer-events",
        _FAMILY,
    }
)
_ORDINARY = {
    "transform": "translate(0,0)",
    "opacity": "1",
    "stroke-opacity": "1",
    "fill-opacity": "1",
    "stroke-width": "1",
    "text-anchor": "start",
    "x2": "0",
    "y2": "0",
}
"""What an attribute is where nothing is said; it need not be said."""

_LONG_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_PLACES = 2
_PLACES_OF_A_LINE = 1
"""A line is of many places, each of which is there for a tenth of a pixel."""

_OUTLINE = 0.035
"""How wide the outline is that makes letters bold, by their size."""

_FONTS = "Arial, Helvetica, sans-serif"
_BUNDLED = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The font that comes with what turns drawings into pixels, as wide as Arial.
With it first, the pixels are the same on every machine."""


@frozen(kw_only=True)
class Naming:
    """What a drawing is called for those who do not see it.

    Attributes:
        id: What its own ids begin with; no two drawings of one page may share it.
        name: Its name.
        description: What it shows, in words.
    """

    id: str
    name: str
    description: str


def named(drawing: str, naming: Naming, *, is_fluid: bool) -> str:
    """Make a drawing fit for a page.

    Args:
        drawing: The drawing, as the library writes it.
        naming: What it is called.
        is_fluid: Whether it is as wide as what it stands in, and not as it was drawn.
    """
    root = ET.fromstring(drawing)  # noqa: S314 - the library's own output
    _tidy(root)
    ids = {each: f"{naming.id}-{each}" for each in ("title", "desc")}
    width, height = root.attrib["width"], root.attrib["height"]
    size = {"width": "100%"} if is_fluid else {"width": width, "height": height}
    root.attrib.clear()
    root.attrib.update(
        {
            "role": "img",
            "aria-labelledby": " ".join(ids.values()),
            "viewBox": f"0 0 {width} {height}",
            **size,
            _FAMILY: _FONTS,
        }
    )
    texts = {"title": naming.name, "desc": naming.description}
    for place, (tag, text) in enumerate(texts.items()):
        element = ET.Element(f"{{{_SPACE}}}{tag}", {"id": ids[tag]})
        element.text = text
        root.insert(place, element)
    ET.register_namespace("", _SPACE)
    return ET.tostring(root, encoding="unicode")


def with_fonts(svg: str) -> str:
    """Put the bundled font first, for a picture of pixels."""
    return svg.replace(f'{_FAMILY}="{_FONTS}"', f'{_FAMILY}="{_BUNDLED}"', 1)


def of_one_font(svg: str) -> str:
    """Draw bold letters as ordinary ones with an outline.

    What makes a document of a drawing writes several fonts in an order that differs
    from run to run; of one font every run writes the same.
    """
    ET.register_namespace("", _SPACE)
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    for text in root.iter(f"{{{_SPACE}}}text"):
        if text.attrib.pop("font-weight", None) and "stroke" not in text.attrib:
            size = float(text.attrib["font-size"].removesuffix("px"))
            text.set("stroke", text.attrib["fill"])
            text.set("stroke-width", f"{_OUTLINE * size:.2f}")
    return ET.tostring(root, encoding="unicode")


def _tidy(element: ET.Element) -> None:
    for child in list(element):
        _tidy(child)
        if _is_empty(child):
            element.remove(child)
    for name, value in tuple(element.attrib.items()):
        if name in _USELESS or _ORDINARY.get(name) == value:
            del element.attrib[name]
        else:
            shortened = _shortened_line if name == "d" else _shortened
            element.attrib[name] = _LONG_NUMBER.sub(shortened, value)
    _unwrap(element)


def _is_empty(element: ET.Element) -> bool:
    if element.get("display") == "none":
        return True
    tag = element.tag.rpartition("}")[2]
    if tag == "path":
        return not {"fill", "stroke"} & set(element.attrib)
    return tag == "g" and len(element) == 0


def _unwrap(element: ET.Element) -> None:
    """Put what stands in a group that says nothing into the group around it."""
    kept: list[ET.Element] = []
    for child in element:
        says_nothing = child.tag == f"{{{_SPACE}}}g" and not child.attrib
        kept.extend(child if says_nothing else [child])
    element[:] = kept


def _shortened(number: re.Match[str], places: int = _PLACES) -> str:
    rounded = f"{float(number[0]):.{places}f}".rstrip("0").rstrip(".")
    return "0" if rounded == "-0" else rounded


def _shortened_line(number: re.Match[str]) -> str:
    return _shortened(number, _PLACES_OF_A_LINE)
