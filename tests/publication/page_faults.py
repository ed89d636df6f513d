"""What keeps a page of HTML from being valid, accessible and sufficient to itself."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import html5lib
from html5lib.html5parser import ParseError

_HEADING = re.compile(r"h[1-6]")
_LOADS = ("script", "img", "link", "iframe", "object", "embed", "audio", "video")
_LEADS = re.compile(r"#|https?://|mailto:")
_LANDMARKS = ["header", "nav", "main", "footer"]


def faults(page: str) -> list[str]:
    """Name every fault of a page."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        root: Any = parser.parse(page)
    except ParseError as error:
        return [f"not valid: {error}"]
    checks = (_head, _headings, _references, _landmarks, _tables, _lists, _loads)
    return [fault for check in checks for fault in check(root)]


def _text(element: Any) -> str:  # noqa: ANN401 - an element of an untyped library
    return "".join(element.itertext()).strip()


def _head(root: Any) -> Iterator[str]:  # noqa: ANN401
    if not root.get("lang"):
        yield "no language"
    title = root.find("head/title")
    if title is None or not _text(title):
        yield "no title"


def _headings(root: Any) -> Iterator[str]:  # noqa: ANN401
    found = [each for each in root.iter() if _HEADING.fullmatch(str(each.tag))]
    levels = [int(each.tag[1]) for each in found]
    if levels.count(1) != 1 or levels[0] != 1:
        yield "not one heading of the first level, before all others"
    for higher, lower in pairwise(levels):
        if lower > higher + 1:
            yield f"a heading of level {lower} under one of {higher}"
    yield from ("an empty heading" for each in found if not _text(each))


def _references(root: Any) -> Iterator[str]:  # noqa: ANN401
    ids = Counter(each.get("id") for each in root.iter() if each.get("id"))
    yield from (f"the id {name} twice" for name, times in ids.items() if times > 1)
    for each in root.iter():
        named = (each.get("aria-labelledby") or "").split()
        href = each.get("href") or ""
        if href.startswith("#"):
            named.append(href[1:])
        yield from (f"nothing has the id {name}" for name in named if name not in ids)
        if each.tag == "a" and not _LEADS.match(href):
            yield f"a link to {href}"
        if each.tag == "a" and not _text(each):
            yield "a link without text"


def _landmarks(root: Any) -> Iterator[str]:  # noqa: ANN401
    skip, *rest = list(root.find("body"))
    if [each.tag for each in rest] != _LANDMARKS:
        yield "not a header, a nav, a main and a footer alone"
    main = root.find("body/main")
    if main is None or skip.tag != "a" or skip.get("href") != f"#{main.get('id')}":
        yield "no link that skips to the main part, before all else"
    for each in root.iter("nav"):
        if not each.get("aria-labelledby"):
            yield "a nav without a label"


def _tables(root: Any) -> Iterator[str]:  # noqa: ANN401
    for region in root.iter():
        for table in region.findall("table"):
            if not (region.get("tabindex") == "0" and region.get("aria-labelledby")):
                yield "a table that scrolls in no labelled region that takes the focus"
            yield from _table(table)


def _table(table: Any) -> Iterator[str]:  # noqa: ANN401
    caption = table.find("caption")
    if caption is None or not _text(caption):
        yield "a table without a caption"
    if any(each.get("scope") not in ("col", "row") for each in table.iter("th")):
        yield "a header of a table without a scope"
    rows = [list(each) for each in table.iter("tr")]
    if len({len(cells) for cells in rows}) != 1:
        yield "a table whose rows are not of one length"
    if any(cells[0].tag != "th" for cells in rows):
        yield "a row of a table without a header"


def _lists(root: Any) -> Iterator[str]:  # noqa: ANN401
    for kind in ("ul", "ol"):
        for each in root.iter(kind):
            if not len(each) or any(item.tag != "li" for item in each):
                yield "a list of anything but items"


def _loads(root: Any) -> Iterator[str]:  # noqa: ANN401
    for each in root.iter():
        if each.tag in _LOADS or each.get("src"):
            yield f"a page that loads: {each.tag}"
        for name in each.attrib:
            if name.startswith("on") or name == "style":
                yield f"an attribute {name}"
    for style in root.iter("style"):
        if re.search(r"@import|url\(", _text(style)):
            yield "a style that loads"
