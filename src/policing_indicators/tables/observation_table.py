"""Many observations as columns, found by what they are of."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from os import PathLike
from typing import Self, overload

from attrs import frozen

from policing_indicators.errors import MissingDataError
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.tables import home_office, tidy
from policing_indicators.tables.columns import csv_columns, tidy_columns
from policing_indicators.tables.columns.columns import Columns
from policing_indicators.tables.columns.series_index import SeriesIndex
from policing_indicators.tables.columns.text_table import TextTable
from policing_indicators.tables.file_form import is_parquet
from policing_indicators.tables.lines import lines_of_text
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.tables.workbook import is_workbook
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries

_ARROW = "policing_indicators.tables.columns.arrow_columns"


@frozen(eq=False, repr=False)
class ObservationTable(Sequence[Observation]):  # noqa: PLW1641 - too long to hash
    """Observations, as many as fit in memory, as columns of numbers and codes.

    It is a sequence of its observations, each made when it is asked for, and finds
    those of an indicator and area without looking at the others. Two tables are equal
    where their observations are.

    >>> from policing_indicators.vocabulary.period import Period
    >>> year = Period.financial_year(2024)
    >>> counts = {"kent": 9, "essex": 14}
    >>> table = ObservationTable.of(
    ...     [Observation("homicide", area, year, count=n) for area, n in counts.items()]
    ... )
    >>> table.series("homicide", "essex", as_at=None)[year].count
    14
    """

    _columns: Columns
    _index: SeriesIndex

    @classmethod
    def of(cls, observations: Iterable[Observation]) -> Self:
        """Put observations into a table, in their order.

        Raises:
            InvalidValueError: One of them is no observation.
        """
        rows = requirement.items(observations)
        requirement.all_of_kind("observations", rows, Observation)
        return cls._indexed(Columns.of(rows))

    @classmethod
    def read(
        cls,
        path: str | PathLike[str],
        *,
        framework: Framework | None = None,
        areas: Areas | None = None,
    ) -> Self:
        """Read a tidy table from a file: CSV in UTF-8, Parquet, or a workbook.

        Which it is, its content says. The table holds the same observations as
        :func:`policing_indicators.tables.tidy.read` gives, and the same tables are
        refused in the same words, in a fraction of the time and room. Rows of Parquet
        are numbered like lines: the first is line 2.

        Args:
            path: The file.
            framework: The indicators, found by id, name or alias; ids that begin with
                ``home-office/`` are taken as well. Without it any id is taken.
            areas: The areas, found by id, code, name or alias; by default those of the
                registry.

        Raises:
            FileAccessError: The file cannot be read.
            InvalidContentError: Something in it is not right; all of it is named.
            MissingLibraryError: What reads it is not installed: the extra ``parquet``
                brings it for Parquet, ``workbooks`` for workbooks.

        >>> from policing_indicators.publication.example import example
        >>> print(ObservationTable.read(example() / "figures.csv")[0])
        homicide in west-midlands, year ending June 2019
        """
        if is_parquet(path):
            table = import_module(_ARROW).read_parquet(path, tidy_columns.LAYOUT)
        elif is_workbook(path):
            return cls.of(tidy.read(path, framework=framework, areas=areas))
        else:
            table = csv_columns.read(path, tidy_columns.LAYOUT)
        return cls.of_texts(table, str(path), framework=framework, areas=areas)

    @classmethod
    def read_home_office(
        cls,
        path: str | PathLike[str],
        *,
        framework: Framework | None = None,
        as_at: date | None = None,
        source: str = "",
    ) -> Self:
        """Read the Home Office's open data table of recorded crime.

        It holds what :func:`policing_indicators.tables.home_office.read` gives of all
        forces and periods. That function's answer says as well what was left out.

        Args:
            path: The file, in any form which that function reads.
            framework: The indicators, as that function takes them; by default all.
            as_at: The vintage of the table, for every observation.
            source: The table as a citation, for every observation.

        Raises:
            FileAccessError: The file cannot be read.
            InvalidContentError: Something in it is not right; all of it is named.
            InvalidValueError: The framework is none.
            MissingLibraryError: What reads the file's form is not installed.
        """
        read = home_office.read(path, framework=framework, as_at=as_at, source=source)
        return cls.of(read.observations)

    @classmethod
    def parse(
        cls,
        text: str,
        *,
        name: str = "table",
        framework: Framework | None = None,
        areas: Areas | None = None,
    ) -> Self:
        r"""Read a tidy table from text; see :meth:`read`.

        Args:
            text: The table as CSV.
            name: What errors call the table.
            framework: The indicators, as for :meth:`read`.
            areas: The areas, as for :meth:`read`.

        Raises:
            InvalidValueError: The text is none.
            InvalidContentError: Something in it is not right; all of it is named.

        >>> text = "indicator,area,period,count\nhomicide,Kent,2024/25,9\n"
        >>> ObservationTable.parse(text).areas
        ('kent',)
        """
        table = csv_columns.by_rows(lines_of_text(text, name), tidy_columns.LAYOUT)
        return cls.of_texts(table, name, framework=framework, areas=areas)

    @classmethod
    def joined(cls, tables: Iterable["ObservationTable"]) -> Self:
        """Put tables one under another.

        Raises:
            InvalidValueError: One of them is none.

        >>> len(ObservationTable.joined([]))
        0
        """
        several = requirement.items(tables)
        requirement.all_of_kind("tables", several, ObservationTable)
        columns: list[Columns] = [each._columns for each in several]  # noqa: SLF001 - its own kind
        return cls._indexed(Columns.joined(columns or [Columns.of([])]))

    @property
    def areas(self) -> tuple[str, ...]:
        """The ids of the areas that it has observations of, as they first come."""
        return self._columns.area.present

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators that it has observations of, as they first come."""
        return self._columns.indicator.present

    @property
    def nbytes(self) -> int:
        """How many bytes its columns take, apart from the distinct texts in them."""
        return self._columns.nbytes + self._index.nbytes

    def holds(self, indicator: str, area: str) -> bool:
        """Say whether it has any observation of an indicator in an area.

        Args:
            indicator: The indicator's id.
            area: The area's id.
        """
        return self._index.holds(indicator, area)

    def rows(
        self, indicator: str, area: str, *, period: Period | None = None
    ) -> tuple[Observation, ...]:
        """Give the observations of an indicator in an area, in the table's order.

        Args:
            indicator: The indicator's id.
            area: The area's id.
            period: The period; every one that there is if none is named.
        """
        return tuple(map(self._columns.row, self._index.rows(indicator, area, period)))

    def rows_of_area(self, area: str) -> tuple[Observation, ...]:
        """Give the observations of an area, in the table's order.

        Args:
            area: The area's id.
        """
        return tuple(map(self._columns.row, self._index.rows_of_area(area)))

    def vintages(self, indicator: str, area: str) -> tuple[date | None, ...]:
        """Give the vintages of an indicator in an area, the newest last.

        Those without a vintage, if there are any, come first.

        Args:
            indicator: The indicator's id.
            area: The area's id.
        """
        as_at = self._columns.as_at
        found = {as_at[row] for row in self._index.rows(indicator, area)}
        return tuple(sorted(found, key=lambda day: day or date.min))

    def series(self, indicator: str, area: str, *, as_at: date | None) -> TimeSeries:
        """Give the series of an indicator in an area, as one vintage has it.

        Args:
            indicator: The indicator's id.
            area: The area's id.
            as_at: The vintage; ``None`` for the observations that have none.

        Raises:
            MissingDataError: The table has no such observation.
            DuplicateError: Two of them are of one period, from different sources.
        """
        rows = self._index.rows(indicator, area)
        own = [row for row in rows if self._columns.as_at[row] == as_at]
        if not own:
            what = f"{indicator} in {area} as at {as_at or 'an unknown day'}"
            raise MissingDataError(what, "the table has no such observation")
        return TimeSeries(map(self._columns.row, own))

    def __len__(self) -> int:
        """Count the observations."""
        return len(self._columns)

    @overload
    def __getitem__(self, row: int) -> Observation: ...

    @overload
    def __getitem__(self, row: slice) -> Self: ...

    def __getitem__(self, row: int | slice) -> Observation | Self:
        """Give an observation, or the table of some of them."""
        if isinstance(row, slice):
            return self._indexed(self._columns.taken(row))
        return self._columns.row(range(len(self))[row])

    def __iter__(self) -> Iterator[Observation]:
        """Give the observations, in their order."""
        return map(self._columns.row, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Say whether another table has the same observations, in the same order."""
        if not isinstance(other, ObservationTable):
            return NotImplemented
        return len(self) == len(other) and all(map(Observation.__eq__, self, other))

    def __repr__(self) -> str:
        """Say what it is of: the observations are too many to write."""
        return (
            f"<ObservationTable of {len(self):,} observations, "
            f"{len(self.indicators):,} indicators, {len(self.areas):,} areas>"
        )

    @classmethod
    def _indexed(cls, columns: Columns) -> Self:
        return cls(columns, SeriesIndex.of(columns))

    @classmethod
    def of_texts(
        cls,
        table: TextTable,
        where: str,
        *,
        framework: Framework | None = None,
        areas: Areas | None = None,
    ) -> Self:
        """Read a table whose texts were taken from a file; see :meth:`read`."""
        known = registered_areas() if areas is None else areas
        return cls(*tidy_columns.checked(table, TidyCells.of(known, framework), where))
