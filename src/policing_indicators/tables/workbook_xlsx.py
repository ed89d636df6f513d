"""A first look at a workbook in Office Open XML (XLSX).

Source: ECMA-376, Office Open XML File Formats, part 1, SpreadsheetML.
"""

import re
from typing import Final

from policing_indicators.tables.workbook_archive import Archive
from policing_indicators.tables.workbook_limits import refusal
from policing_indicators.tables.workbook_place import position_of
from policing_indicators.tables.workbook_scan import Attributes, Budget, Scan
from policing_indicators.tables.workbook_shape import SheetShape

WORKBOOK_PART: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedstrings.xml"
_STYLES: Final = "xl/styles.xml"
_OTHERS: Final = ("[content_types].xml", "_rels/.rels")
_PER_CENT = frozenset(("9", "10"))
"""The numbers of the formats in per cent that need not be written down. Source: the
same, 18.8.30."""
_LITERAL = re.compile(r'"[^"]*"|\\.')
"""What a format shows as it stands. Source: the same, 18.8.31."""
_NUMBERS = ("", "n")

_PLACE = "the place of each cell, such as B7"
_NUMBER = "the number of a text that the workbook holds"
_VALUES = ("v", "is")


def look_at(archive: Archive) -> dict[str, SheetShape]:
    """Look at all that the reader will read, and give the shape of each sheet.

    Raises:
        InvalidContentError: Something in it is not what spreadsheets save, or too much.
    """
    budget = Budget(archive.where)
    parts = {name.lower(): name for name in archive.names}
    strings = _Strings(_STRINGS, budget)
    workbook = _Workbook(WORKBOOK_PART, budget)
    relations = _Relations(_RELATIONS, budget)
    styles = _Styles(_STYLES, budget)
    for scan in (strings, workbook, relations, styles):
        if scan.name in parts:
            scan.see(archive.unpack(parts[scan.name]))
    for name in _OTHERS:
        if name in parts:
            Scan(name, budget).see(archive.unpack(parts[name]))
    shapes: dict[str, SheetShape] = {}
    seen: dict[str, SheetShape] = {}
    for sheet, relation in workbook.sheets:
        target = relations.targets.get(relation, "").lower()
        if target not in parts:
            raise refusal(archive.where, f"no part that holds the sheet {sheet!r}")
        if target not in seen:
            scan_of_sheet = _Sheet(target, budget, strings.lengths, styles)
            scan_of_sheet.see(archive.unpack(parts[target]))
            seen[target] = scan_of_sheet.shape
        budget.cells(seen[target].cells)
        shapes[sheet] = seen[target]
    return shapes


class _Strings(Scan):
    """The texts that cells refer to by their number: how long each is."""

    __slots__ = ("lengths",)

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget, starts=["si"])
        self.lengths: list[int] = []

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002
        self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _Workbook(Scan):
    """The sheets: the name of each, and the relation that leads to its part."""

    __slots__ = ("sheets",)

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget, starts=["sheet"])
        self.sheets: list[tuple[str, str]] = []

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002
        relation = next(
            (each for key, each in attributes.items() if key.endswith(":id")), ""
        )
        self.sheets.append((attributes.get("name", ""), relation))


class _Relations(Scan):
    """The parts that relations lead to."""

    __slots__ = ("targets",)

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget, starts=["Relationship"])
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002
        target = attributes.get("Target", "")
        within = target[1:] if target.startswith("/") else f"xl/{target}"
        self.targets[attributes.get("Id", "")] = within


class _Styles(Scan):
    """The styles of cells: which of them show a number in per cent."""

    __slots__ = ("_formats", "_in_cells", "_seen", "per_cent")

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget, ["numFmt", "cellXfs", "xf"], ["cellXfs"])
        self.per_cent: set[str] = set()
        self._formats: set[str] = set(_PER_CENT)
        self._in_cells = False
        self._seen = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            if "%" in _LITERAL.sub("", attributes.get("formatCode", "")):
                self._formats.add(attributes.get("numFmtId", ""))
        elif name == "cellXfs":
            self._in_cells = True
        elif self._in_cells:
            if attributes.get("numFmtId") in self._formats:
                self.per_cent.add(str(self._seen))
            self._seen += 1

    def end(self, name: str) -> None:  # noqa: ARG002
        self._in_cells = False


class _Sheet(Scan):
    """The cells of a sheet."""

    __slots__ = (
        "_column",
        "_columns",
        "_lengths",
        "_named_row",
        "_number",
        "_per_cent",
        "_row",
        "_row_name",
        "_shared",
        "_styles",
        "shape",
    )

    def __init__(
        self, name: str, budget: Budget, lengths: list[int], styles: _Styles
    ) -> None:
        super().__init__(name, budget, [*_VALUES, "c", "row", "f", "mergeCell"], ["v"])
        self.shape = SheetShape()
        self._lengths = lengths
        self._styles = styles.per_cent
        self._per_cent = False
        self._row = self._column = self._named_row = -1
        self._row_name = ""
        self._columns: dict[str, int] = {}
        self._shared = False
        self._number: str | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._go_to(attributes.get("r"))
            kind = attributes.get("t", "")
            self._shared = kind == "s"
            shown = attributes.get("s") in self._styles
            self._per_cent = kind in _NUMBERS and shown
        elif name in _VALUES:
            self.shape.reach(self._row, self._column)
            self._number = "" if self._shared else None
            if self._per_cent:
                self.shape.add_percentage(self._row, self._column)
        elif name == "row":
            self._begin_row(attributes.get("r"))
        elif name == "f":
            self.shape.add_formula(self._row, self._column)
        else:
            self.shape.add_merged(attributes.get("ref", ""))

    def end(self, name: str) -> None:  # noqa: ARG002
        if self._number is not None:
            number = self._number.strip()
            if not (number.isdecimal() and int(number) < len(self._lengths)):
                raise self.error(f"{number!r} for a text", _NUMBER)
            self.characters += self._lengths[int(number)]
            self._number = None

    def text(self, text: str) -> None:
        if self._number is not None:
            self._number += text[:10]
        else:
            self.characters += len(text)

    def _begin_row(self, name: str | None) -> None:
        self._column = -1
        position = (self._row + 1, 0) if name is None else position_of(f"A{name}")
        if position is None:
            raise self.error(f"{name!r} for a row", "the number of each row, such as 7")
        self._row = self._named_row = position[0]
        self._row_name = str(self._row + 1)

    def _go_to(self, name: str | None) -> None:
        if name is None:
            self._column += 1
            return
        letters = name.removesuffix(self._row_name)
        column = self._columns.get(letters)
        if column is not None and letters is not name:
            self._row, self._column = self._named_row, column
            return
        position = position_of(name)
        if position is None:
            raise self.error(f"{name!r} for a cell", _PLACE)
        self._row, self._column = position
        if letters.isalpha():
            self._columns[letters] = self._column
