"""A layout: what the tables of a publisher's workbook and their columns are called."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.source import Source


class ColumnMeasure(ClosedSet):
    """What the figures of a column are."""

    COUNT = "count"
    VALUE = "value"
    PEOPLE = "people"
    HOUSEHOLDS = "households"


_NAMES = [requirement.each(requirement.line), requirement.distinct]


@frozen(kw_only=True)
class OffenceNames:
    """What the columns of an offence are called.

    Attributes:
        indicator: The id of the indicator that its counts are of.
        names: What the columns are called.
    """

    indicator: str = field(validator=requirement.identifier)
    names: tuple[str, ...] = field(converter=requirement.texts, validator=_NAMES)


@frozen(kw_only=True)
class LayoutColumn:
    """A column of a table.

    Attributes:
        names: What it is called. ``{period}`` stands for a period.
        indicator: The id of the indicator that its figures are of; none where they are
            populations.
        measure: What they are.
    """

    names: tuple[str, ...] = field(converter=requirement.texts, validator=_NAMES)
    indicator: str | None = field(
        default=None, validator=requirement.optional(requirement.identifier)
    )
    measure: ColumnMeasure


def _columns(columns: Iterable[LayoutColumn]) -> tuple[LayoutColumn, ...]:
    return requirement.items(columns)


@frozen(kw_only=True)
class LayoutTable:
    """A table.

    Attributes:
        id: Its identifier.
        titles: What it is called, without its number, its period and its notes.
        offences: What its columns of offences hold, if it has any.
        suffix: What is added to an offence's id where that is no count.
        columns: Its other columns.
        national_note: What figures of England and Wales in it include.
        no_figures: Why it holds no figures, if it holds none.
    """

    id: str = field(validator=requirement.identifier)
    titles: tuple[str, ...] = field(converter=requirement.texts, validator=_NAMES)
    offences: ColumnMeasure | None = None
    suffix: str = field(default="", validator=requirement.text)
    columns: tuple[LayoutColumn, ...] = field(default=(), converter=_columns)
    national_note: str = field(default="", validator=requirement.text)
    no_figures: str = field(default="", validator=requirement.text)


@frozen(kw_only=True)
class OtherArea:
    """A row that is of no area with a code.

    Attributes:
        id: The id of its figures' area.
        names: What it is called.
    """

    id: str = field(validator=requirement.identifier)
    names: tuple[str, ...] = field(converter=requirement.texts, validator=_NAMES)


@frozen(kw_only=True)
class Edition:
    """An edition of the tables, and the day it was released."""

    period: Period
    released: date


def _offences(offences: Iterable[OffenceNames]) -> tuple[OffenceNames, ...]:
    return requirement.items(offences)


def _tables(tables: Iterable[LayoutTable]) -> tuple[LayoutTable, ...]:
    return requirement.items(tables)


def _others(others: Iterable[OtherArea]) -> tuple[OtherArea, ...]:
    return requirement.items(others)


def _editions(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    return requirement.items(editions)


@frozen(kw_only=True)
class Layout:
    """What the tables of a publisher's workbook are called.

    Attributes:
        id: Its identifier.
        source: Whose tables they are.
        editions: The editions whose day of release is known.
        others: The rows that are of no area with a code.
        offences: The offences that are columns of several tables.
        tables: The tables.
    """

    id: str = field(validator=requirement.identifier)
    source: Source
    editions: tuple[Edition, ...] = field(default=(), converter=_editions)
    others: tuple[OtherArea, ...] = field(default=(), converter=_others)
    offences: tuple[OffenceNames, ...] = field(default=(), converter=_offences)
    tables: tuple[LayoutTable, ...] = field(converter=_tables)
