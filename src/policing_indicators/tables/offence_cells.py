"""What the cells of the Home Office's table of offences read as."""

import re
from typing import NamedTuple, Self

from attrs import field, frozen

from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.tables import number
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.nearest import Nearest
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.names import folded
from policing_indicators.vocabulary.spelling import FIRST_YEAR, LAST_YEAR

FRAUD_BODIES = ("Action Fraud", "CIFAS", "Financial Fraud Action UK", "UK Finance")
"""What stands under Force Name and is no force: bodies that report fraud for the whole
country. Source: Home Office, Police recorded crime open data tables."""

_BODIES = {folded(body): body for body in FRAUD_BODIES}
_YEAR = re.compile(r"(\d{4}) ?[/\-\u2010-\u2015] ?((?:\d{2})?\d{2})", re.ASCII)
_QUARTER = re.compile(r"(?:q|quarter )?([1-4])", re.ASCII | re.IGNORECASE)

_LETTER_OR_DIGIT = re.compile(r"[a-z0-9]", re.ASCII | re.IGNORECASE)

_ALLOWED_YEAR = "a financial year such as 2024/25"
_ALLOWED_QUARTER = "a quarter of the financial year: 1, 2, 3 or 4"
_ALLOWED_CODE = "the nine-character code of a police force area, or a blank cell"
_ALLOWED_NAME = "a name or code of letters or digits"


class Holder(NamedTuple):
    """Who recorded offences.

    Attributes:
        name: What it is called.
        area: The id of the force's area; ``None`` where it is no force.
    """

    name: str
    area: str | None


@frozen(cache_hash=True)
class Offence:
    """A line of the list of offences, told apart by its subgroup and code.

    Attributes:
        group: The group it stands in.
        subgroup: The subgroup: some codes changed theirs from one year to another.
        code: Its code, which is text: 4.1 is not 4.10.
    """

    group: str = field(eq=False)
    subgroup: str = field(eq=folded)
    code: str


@frozen
class OffenceCells:
    """The reader of each column, or of columns that go together.

    Each is a memory of what it read, and raises an InvalidValueError whose noun is the
    column. A year is the calendar year in which the financial year starts.

    >>> OffenceCells.of(Areas(())).year["2018/19"]
    2018
    """

    year: Memory[str, int]
    quarter: Memory[str, int]
    holder: Memory[tuple[str, str], Holder]
    offence: Memory[tuple[str, str, str], Offence]
    count: Memory[str, int]

    @classmethod
    def of(cls, forces: Areas) -> Self:
        """Make readers that find forces by their code, or by name where it is blank."""
        return cls(
            year=Memory(_year),
            quarter=Memory(_quarter),
            holder=Memory(_Holders(forces).find),
            offence=Memory(_offence),
            count=Memory(_count),
        )


class _Holders:
    __slots__ = ("_codes", "_forces", "_nearest")

    def __init__(self, forces: Areas) -> None:
        self._forces = forces
        self._codes = {force.code: force for force in forces}
        self._nearest = Nearest()

    def find(self, cells: tuple[str, str]) -> Holder:
        code, name = (cell.strip() for cell in cells)
        body = _BODIES.get(folded(name))
        if body:
            return Holder(body, None)
        if not code:
            return self._named(name)
        force = self._codes.get(code.upper())
        if force is None:
            raise InvalidValueError("area_code", code, _ALLOWED_CODE)
        return Holder(force.name, force.id)

    def _named(self, name: str) -> Holder:
        try:
            force = self._forces.find(name)
        except UnknownNameError as error:
            allowed = (
                f"the name of a police force{self._nearest.hint(name, error.known)}"
            )
            raise InvalidValueError("force_name", name, allowed) from error
        return Holder(force.name, force.id)


def _year(text: str) -> int:
    found = _YEAR.fullmatch(text.strip())
    if found:
        year, following = int(found[1]), found[2]
        follows = (year + 1) % 10 ** len(following) == int(following)
        if follows and FIRST_YEAR <= year < LAST_YEAR:
            return year
    raise InvalidValueError("financial_year", text, _ALLOWED_YEAR)


def _quarter(text: str) -> int:
    found = _QUARTER.fullmatch(text.strip())
    if not found:
        raise InvalidValueError("financial_quarter", text, _ALLOWED_QUARTER)
    return int(found[1])


def _count(text: str) -> int:
    return number.whole("number_of_offences", text.strip())


def _offence(cells: tuple[str, str, str]) -> Offence:
    group, subgroup, code = (" ".join(cell.split()) for cell in cells)
    for column, text in (
        ("offence_group", group),
        ("offence_subgroup", subgroup),
        ("offence_code", code),
    ):
        if not (text.isprintable() and _LETTER_OR_DIGIT.search(text)):
            raise InvalidValueError(column, text, _ALLOWED_NAME)
    return Offence(group, subgroup, code)
