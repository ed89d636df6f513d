"""The Home Office's open data table of police recorded crime, read as observations.

The table counts the offences of each code that each force recorded in each quarter of
the financial year. It is read in its own headers, and in others' (area_code, quarter,
count and so on); columns that are not needed are passed over.

* A mapping says which offences count towards which indicator. A subgroup that it does
  not map is an indicator by itself, such as ``home-office/shoplifting``.
* Negative cells, offences transferred or cancelled, are summed as they stand.
* A quarter's figure is made only where the force has every row that any force of the
  table has of it, and there is a row of all that the mapping says it consists of; a
  year's only from its four quarters. What is lacking is named. A table of one force
  alone can therefore show that a subgroup is lacking, but not that a code is.
* A force is known by its area's code where the table has one, and else by its name.

Source: Home Office, "Police recorded crime and outcomes open data tables", and the user
guide to them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from os import PathLike

from attrs import evolve

from policing_indicators.registry.mapping import OffenceMapping
from policing_indicators.tables.columns import offence_columns
from policing_indicators.tables.offence_question import OffenceQuestion
from policing_indicators.tables.offence_sums import OffenceContents, summed
from policing_indicators.tables.offence_table import OffenceFile
from policing_indicators.tables.reading import Reading
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.period import Period


def read(  # noqa: PLR0913 - what is asked for, each by its name
    path: str | PathLike[str],
    *,
    areas: Iterable[str] | None = None,
    indicators: Iterable[str] | None = None,
    periods: Iterable[Period] | None = None,
    framework: Framework | None = None,
    mapping: OffenceMapping | None = None,
    as_at: date | None = None,
    source: str = "",
) -> Reading:
    r"""Read the table from CSV in UTF-8, from a workbook (XLSX, ODS), or from Parquet.

    Which of them a file is, its content says and not its name. In a workbook every
    sheet with the table's columns is read, such as one for each financial year; a cover
    and notes are left out, and listed so.

    Args:
        path: The file.
        areas: The forces asked for, by id, code, name or alias; by default all in the
            table.
        indicators: The indicators asked for, by id: those of the mapping, and any
            subgroup, such as ``home-office/shoplifting``. By default all that the
            table's rows count towards.
        periods: The periods asked for, of whole quarters of the financial year. By
            default every quarter, and every financial year, that the table has whole
            for at least one force.
        framework: The indicators asked for where none are named: those that the mapping
            knows, in the framework's order. Those that are named are then found by id,
            name or alias in it; subgroups are taken as well.
        mapping: Which offences count towards which indicator; by default that of the
            registry.
        as_at: The vintage of the table, for every observation.
        source: The table as a citation, for every observation.

    Returns:
        An observation for each area, indicator and period asked for, in that order. It
        is a count, or not available and says in its note what the table lacks. And all
        the rows that are in no count, with the reason.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in it is not right: a force, year, quarter or
            count that cannot be read, a row that is there twice. All of it is named.
        UnknownNameError: A force or indicator that was asked for is not known, or a
            subgroup is not in the table.
        InvalidValueError: A period is not of whole quarters, or the framework is none.
        MissingLibraryError: What reads the file's form is not installed: the extra
            ``workbooks`` brings it for workbooks, ``parquet`` for Parquet.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> lines = [
    ...     "Financial Year,Financial Quarter,Force Name,Offence Group,"
    ...     "Offence Subgroup,Offence Code,Number of Offences",
    ...     "2024/25,1,Kent,Violence against the person,Homicide,1,3",
    ...     "2024/25,1,Kent,Violence against the person,Homicide,4.1,1",
    ... ]
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "offences.csv")
    ...     written = path.write_text("\n".join(lines))
    ...     (homicide,) = read(path).observations
    >>> print(f"{homicide}: {homicide.count}")
    homicide in kent, 2024/25 Q1: 4
    """
    question = OffenceQuestion.of(
        areas, indicators, periods, mapping, framework=framework
    )
    file = OffenceFile(path, question.forces)
    columns = offence_columns.read(path, question.forces)
    whole = file.whole() if columns is None else columns.places()
    sums = summed(whole, question.mapping)
    there = OffenceContents.of(sums, question.forces, question.mapping)
    question.hold_to_subgroups(there, str(path))
    reading = question.answer(sums, there, str(path), as_at=as_at, source=source)
    return evolve(reading, left_out=(*file.left_out, *reading.left_out))


def read_years(  # noqa: PLR0913 - what is asked for, each by its name
    path: str | PathLike[str],
    *,
    areas: Iterable[str] | None = None,
    indicators: Iterable[str] | None = None,
    framework: Framework | None = None,
    mapping: OffenceMapping | None = None,
    as_at: date | None = None,
    source: str = "",
) -> Iterator[Reading]:
    r"""Read the table a financial year at a time, however large the file.

    No more than the rows of one year are held. They must follow each other, as they do
    in what is published; a file in another order is to be sorted by year first.

    Args:
        path: The file.
        areas: The forces asked for, as for :func:`read`.
        indicators: The indicators asked for, likewise. Where a year has none of a
            subgroup's rows, it has no figure of it.
        framework: The indicators asked for where none are named, likewise.
        mapping: Which offences count towards which indicator.
        as_at: The vintage of the table.
        source: The table as a citation.

    Yields:
        For each year its quarters and, where it has four, the year itself.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in a year is not right, or its rows do not follow
            each other. The years before it were given.
        UnknownNameError: A force or indicator that was asked for is not known.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> lines = [
    ...     "Financial Year,Financial Quarter,Force Name,Offence Group,"
    ...     "Offence Subgroup,Offence Code,Number of Offences",
    ...     "2023/24,4,Kent,Violence against the person,Homicide,1,2",
    ...     "2024/25,1,Kent,Violence against the person,Homicide,1,3",
    ... ]
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "offences.csv")
    ...     written = path.write_text("\n".join(lines))
    ...     [len(year.observations) for year in read_years(path)]
    [1, 1]
    """
    question = OffenceQuestion.of(areas, indicators, None, mapping, framework=framework)
    for table in OffenceFile(path, question.forces).years():
        sums = summed(table, question.mapping)
        there = OffenceContents.of(sums, question.forces, question.mapping)
        yield question.answer(sums, there, str(path), as_at=as_at, source=source)
