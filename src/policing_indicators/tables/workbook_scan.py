"""A first look at the XML of a workbook: is it what its reader can take?

Every element is seen, by a parser that loads nothing from elsewhere and stops where a
document declares a type, which is how entities come in.
"""

from collections.abc import Iterable
from xml.parsers import expat

from policing_indicators.errors import InvalidContentError
from policing_indicators.tables.workbook_limits import (
    DEEPEST,
    LONGEST_PIECE,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_ELEMENTS,
    refusal,
)

Attributes = dict[str, str]

_LAST = True
_ORDINARY = "a workbook of an ordinary size"
_OUTERMOST = 3
_TOO_MANY = "too many elements, or too deep in each other,"
_ANNOUNCED = {"count", "uniqueCount"}


class Budget:
    """How much of a workbook was seen so far, held to what is allowed.

    Args:
        where: The file, as the caller named it.

    >>> budget = Budget("figures.xlsx")
    >>> budget.cells(12)
    """

    __slots__ = ("_cells", "_characters", "elements", "where")

    where: str
    """The file, as the caller named it."""
    elements: int
    """Elements that may still come."""

    def __init__(self, where: str) -> None:
        """Start with nothing seen."""
        self.where = where
        self.elements = MOST_ELEMENTS
        self._cells = MOST_CELLS
        self._characters = MOST_CHARACTERS

    def cells(self, many: int) -> None:
        """Take in a sheet's cells.

        Raises:
            InvalidContentError: They are too many.
        """
        self._cells -= many
        if self._cells < 0:
            found = f"more than {MOST_CELLS:,} cells between A1 and the last ones"
            raise refusal(self.where, found)

    def characters(self, many: int) -> None:
        """Take in the text of cells.

        Raises:
            InvalidContentError: It is too long.
        """
        self._characters -= many
        if self._characters < 0:
            found = f"more than {MOST_CHARACTERS:,} characters in its cells"
            raise refusal(self.where, found)


class Scan:
    """Sees the elements of a document, by their names without prefix.

    A workbook has millions of elements: what is done for each of them is short.

    Args:
        name: The part of the workbook that it is.
        budget: What is left of what is allowed.
        starts: The elements whose beginning is of interest.
        ends: The elements whose end is.

    Attributes:
        characters: How many characters of text were seen and not yet held to what is
            allowed.
    """

    __slots__ = (
        "_depth",
        "_elements",
        "_ends",
        "_starts",
        "budget",
        "characters",
        "name",
    )

    name: str
    budget: Budget
    characters: int

    def __init__(
        self,
        name: str,
        budget: Budget,
        starts: Iterable[str] = (),
        ends: Iterable[str] = (),
    ) -> None:
        """Start before the first element."""
        self.name = name
        self.budget = budget
        self.characters = 0
        self._starts = frozenset(starts)
        self._ends = frozenset(ends)
        self._depth = self._elements = 0

    def see(self, chunks: Iterable[bytes]) -> None:
        """See a document.

        Raises:
            InvalidContentError: It is no XML, declares a type, or holds too much.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self._refuse_type
        given = 0
        try:
            for chunk in chunks:
                parser.Parse(chunk)
                given += len(chunk)
                if given - parser.CurrentByteIndex > LONGEST_PIECE:
                    raise self.error("one very long tag", _ORDINARY)
                self._settle()
            parser.Parse(b"", _LAST)
        except expat.ExpatError as error:
            found = f"{self.name}, which is no XML ({error})"
            raise refusal(self.budget.where, found) from error

    def start(self, name: str, attributes: Attributes) -> None:
        """See an element of interest begin."""

    def end(self, name: str) -> None:
        """See an element of interest end."""

    def text(self, text: str) -> None:
        """See a text."""
        self.characters += len(text)

    def error(self, found: object, allowed: str) -> InvalidContentError:
        """Make the error that refuses the workbook for what the part holds."""
        return refusal(self.budget.where, f"{found} in {self.name}", allowed)

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST:
            raise self.error(_TOO_MANY, _ORDINARY)
        if self._depth <= _OUTERMOST:
            self._hold_announced(attributes)
        if ":" in name:
            name = name.rpartition(":")[2]
        if name in self._starts:
            self.start(name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if ":" in name:
            name = name.rpartition(":")[2]
        if name in self._ends:
            self.end(name)

    def _settle(self) -> None:
        """Hold what was seen so far to what is allowed."""
        self.budget.elements -= self._elements
        if self.budget.elements < 0:
            raise self.error(_TOO_MANY, _ORDINARY)
        self.budget.characters(self.characters)
        self._elements = self.characters = 0

    def _hold_announced(self, attributes: Attributes) -> None:
        """Hold what a list says of its length, for which its reader makes room."""
        for key in _ANNOUNCED & attributes.keys():
            many = attributes[key]
            if not (many.isdecimal() and len(many) <= len(str(MOST_CELLS))):
                raise self.error(f"{key} {many[:20]!r}", _ORDINARY)

    def _refuse_type(self, *_: object) -> None:
        found = "the declaration of a document's type, which can bring in other files,"
        raise self.error(found, "a workbook as spreadsheets save it, which has none")
