"""A first look at a workbook in Office Open XML (XLSX).

Source: ECMA-376, Office Open XML File Formats, part 1, SpreadsheetML.
"""

from typing import Final

from policing_indicators.tables.workbook_archive import Archive
from policing_indicators.tables.workbook_limits import refusal
from policing_indicators.tables.workbook_place import position_of
from policing_indicators.tables.workbook_scan import Attributes, Budget, Scan
from policing_indicators.tables.workbook_shape import SheetShape

WORKBOOK_PART: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedstrings.xml"
_OTHERS: Final = ("[content_types].xml", "_rels/.rels", "xl/styles.xml")

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
    for scan in (strings, workbook, relations):
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
            scan_of_sheet = _Sheet(target, budget, strings.lengths)
            scan_of_sheet.see(archive.unpack(parts[target]))
            seen[target] = scan_of_sheet.shape
        budget.cells(seen[target].cells)
        shapes[sheet] = seen[target]
    return shapes


class _Strings(Scan):
    """The texts that cells refer to by their number: how long each is."""

    __slots__ = ("lengths",)

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget)
        self.lengths: list[int] = []

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002
        if name == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _Workbook(Scan):
    """The sheets: the name of each, and the relation that leads to its part."""

    __slots__ = ("sheets",)

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget)
        self.sheets: list[tuple[str, str]] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation = next(
                (each for key, each in attributes.items() if key.endswith(":id")), ""
            )
            self.sheets.append((attributes.get("name", ""), relation))


class _Relations(Scan):
    """The parts that relations lead to."""

    __slots__ = ("targets",)

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget)
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            within = target[1:] if target.startswith("/") else f"xl/{target}"
            self.targets[attributes.get("Id", "")] = within


class _Sheet(Scan):
    """The cells of a sheet."""

    __slots__ = ("_column", "_lengths", "_number", "_row", "_shared", "shape")

    def __init__(self, name: str, budget: Budget, lengths: list[int]) -> None:
        super().__init__(name, budget)
        self.shape = SheetShape()
        self._lengths = lengths
        self._row = self._column = -1
        self._shared = False
        self._number: str | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._go_to(attributes.get("r"))
            self._shared = attributes.get("t") == "s"
        elif name in _VALUES:
            self.shape.reach(self._row, self._column)
            self._number = "" if self._shared else None
        elif name == "row":
            self._begin_row(attributes.get("r"))
        elif name == "f":
            self.shape.add_formula(self._row, self._column)
        elif name == "mergeCell":
            self.shape.add_merged(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        if name == "v" and self._number is not None:
            number = self._number.strip()
            if not (number.isdecimal() and int(number) < len(self._lengths)):
                raise self.error(f"{number!r} for a text", _NUMBER)
            self.budget.characters(self._lengths[int(number)])
            self._number = None

    def text(self, text: str) -> None:
        if self._number is not None:
            self._number += text[:10]
        else:
            self.budget.characters(len(text))

    def _begin_row(self, name: str | None) -> None:
        self._column = -1
        position = (self._row + 1, 0) if name is None else position_of(f"A{name}")
        if position is None:
            raise self.error(f"{name!r} for a row", "the number of each row, such as 7")
        self._row = position[0]

    def _go_to(self, name: str | None) -> None:
        position = (self._row, self._column + 1) if name is None else position_of(name)
        if position is None:
            raise self.error(f"{name!r} for a cell", _PLACE)
        self._row, self._column = position
