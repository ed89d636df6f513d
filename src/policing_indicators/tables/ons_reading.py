"""What came of reading the tables of the Office for National Statistics."""

from collections.abc import Iterable

from attrs import field, frozen

from policing_indicators.tables.reading import Reading
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Population


@frozen
class OnsNote:
    """A note of the tables, and the headings and rows that refer to it.

    Attributes:
        number: Its number.
        text: What it says; nothing where the workbook does not have it.
        places: The cells that refer to it.
    """

    number: int
    text: str
    places: tuple[str, ...]


def _tallies(
    tallies: Iterable[tuple[MissingReason, int]],
) -> tuple[tuple[MissingReason, int], ...]:
    return requirement.items(tallies)


@frozen(kw_only=True)
class OnsSheet:
    """A sheet that was read, cell by cell.

    Attributes:
        name: Its name, such as ``Table P1``.
        title: What the table is called, as it stands there.
        period: The year that the title names; the last of several.
        values: How many cells became figures.
        populations: How many became populations.
        missing: How many cells say why there is no figure, by reason.
        left_out: How many cells with figures were left out.
        notes: The notes that its cells refer to.
    """

    name: str
    title: str
    period: Period | None
    values: int
    populations: int
    missing: tuple[tuple[MissingReason, int], ...] = field(converter=_tallies)
    left_out: int
    notes: tuple[OnsNote, ...]


@frozen
class OnsReading(Reading):
    """The observations of a workbook or sheet, and what was left out of them.

    Attributes:
        observations: The observations.
        left_out: Every row that is in none of them, by what it is of and why.
        sheets: What each sheet held.
        areas: The areas of the observations, those among them that are not on the
            shelf too: regions and community safety partnerships.
        populations: The populations and households that rates are over, rounded as the
            tables print them, as an edition of their own.
        corrections: What a sheet of corrections says, if there is one, line by line.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> OnsReading([]).sheets
    ()
    """

    sheets: tuple[OnsSheet, ...] = field(
        default=(),
        converter=requirement.items,
        validator=requirement.each(requirement.kind(OnsSheet)),
    )
    areas: tuple[Area, ...] = field(
        default=(),
        converter=requirement.items,
        validator=requirement.each(requirement.kind(Area)),
    )
    populations: tuple[Population, ...] = field(
        default=(),
        converter=requirement.items,
        validator=requirement.each(requirement.kind(Population)),
    )
    corrections: tuple[str, ...] = field(default=(), converter=requirement.texts)
