"""A first look at a workbook in the OpenDocument format (ODS).

Source: OASIS, Open Document Format for Office Applications, part 3, section 9.
"""

from typing import Final

from policing_indicators.tables.workbook_archive import Archive
from policing_indicators.tables.workbook_limits import refusal
from policing_indicators.tables.workbook_place import cell_name
from policing_indicators.tables.workbook_scan import Attributes, Budget, Scan
from policing_indicators.tables.workbook_shape import SheetShape

CONTENT: Final = "content.xml"
MIMETYPE: Final = "mimetype"
_MANIFEST: Final = "META-INF/manifest.xml"
_KIND = b"application/vnd.oasis.opendocument.spreadsheet"

_CELLS = ("table-cell", "covered-table-cell")
_REPEATED_ROWS = "table:number-rows-repeated"
_REPEATED_COLUMNS = "table:number-columns-repeated"
_SPANNED_ROWS = "table:number-rows-spanned"
_SPANNED_COLUMNS = "table:number-columns-spanned"
_TEXTS = (
    "office:value-type",
    "office:string-value",
    "office:value",
    "table:formula",
)
_MOST_DIGITS = 9
_SHOWN = 80
_WHOLE = "a whole number of times"


def look_at(archive: Archive) -> dict[str, SheetShape]:
    """Look at all that the reader will read, and give the shape of each sheet.

    Raises:
        InvalidContentError: Something in it is not what spreadsheets save, or too much.
    """
    budget = Budget(archive.where)
    for name in (MIMETYPE, _MANIFEST, CONTENT):
        if name not in archive.names:
            raise refusal(archive.where, f"no part named {name}")
    kind = b"".join(archive.unpack(MIMETYPE))
    if not kind.startswith(_KIND):
        found = f"a document of the kind {kind[:_SHOWN].decode(errors='replace')!r}"
        raise refusal(archive.where, found)
    _Manifest(_MANIFEST, budget, ["encryption-data"]).see(archive.unpack(_MANIFEST))
    content = _Content(CONTENT, budget)
    content.see(archive.unpack(CONTENT))
    return content.shapes


class _Manifest(Scan):
    """The list of parts, which says of a part that it is encrypted."""

    __slots__ = ()

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002
        raise self.error("encryption", "a workbook saved without a password")


class _Content(Scan):
    """The sheets, of which equal cells and rows that follow each other stand once."""

    __slots__ = (
        "_characters",
        "_column",
        "_filled",
        "_repeated_cell",
        "_repeated_row",
        "_row",
        "_shape",
        "shapes",
    )

    def __init__(self, name: str, budget: Budget) -> None:
        ends = (*_CELLS, "table-row", "table")
        super().__init__(name, budget, (*ends, "p", "s"), ends)
        self.shapes: dict[str, SheetShape] = {}
        self._shape: SheetShape | None = None
        self._row = self._column = self._characters = 0
        self._repeated_row = self._repeated_cell = 1
        self._filled = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self._begin_table(attributes.get("table:name", ""))
        elif self._shape is None:
            return
        elif name in _CELLS:
            self._begin_cell(self._shape, attributes)
        elif name == "table-row":
            self._repeated_row = self._times(attributes, _REPEATED_ROWS)
            self._column = 0
        elif name == "p":
            self._filled = True
            self._characters += 1
        else:
            self._characters += self._times(attributes, "text:c")

    def end(self, name: str) -> None:
        if self._shape is None:
            return
        if name in _CELLS:
            self._end_cell(self._shape)
        elif name == "table-row":
            self._row += self._repeated_row
        else:
            self.budget.cells(self._shape.cells)
            self._shape = None

    def text(self, text: str) -> None:
        self._characters += len(text)

    def _begin_table(self, name: str) -> None:
        if self._shape is not None or name in self.shapes:
            found = f"a sheet {name!r} inside another, or twice,"
            raise self.error(found, "sheets beside each other, each with its own name")
        self._shape = self.shapes[name] = SheetShape()
        self._row = 0

    def _begin_cell(self, shape: SheetShape, attributes: Attributes) -> None:
        self._repeated_cell = self._times(attributes, _REPEATED_COLUMNS)
        texts = [attributes[key] for key in _TEXTS if key in attributes]
        self._characters = sum(map(len, texts))
        self._filled = bool(texts)
        if "table:formula" in attributes:
            shape.add_formula(self._row, self._column)
        if attributes.get("office:value-type") == "percentage":
            shape.add_percentage(self._row, self._column)
        down = self._times(attributes, _SPANNED_ROWS) - 1
        across = self._times(attributes, _SPANNED_COLUMNS) - 1
        if down or across:
            first = cell_name(self._row, self._column)
            last = cell_name(self._row + down, self._column + across)
            shape.add_merged(f"{first}:{last}")

    def _end_cell(self, shape: SheetShape) -> None:
        last = self._column + self._repeated_cell
        if self._filled:
            shape.reach(self._row + self._repeated_row - 1, last - 1)
            self.budget.characters(
                self._characters * self._repeated_cell * self._repeated_row
            )
        self._column, self._filled = last, False

    def _times(self, attributes: Attributes, key: str) -> int:
        text = attributes.get(key, "1")
        if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS:
            return int(text)
        raise self.error(f"{text!r} for {key}", _WHOLE)
