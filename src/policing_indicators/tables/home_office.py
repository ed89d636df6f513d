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

from collections.abc import Callable, Iterable
from datetime import date
from os import PathLike
from typing import TypeVar

from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.registry.mapping import OffenceMapping
from policing_indicators.registry.mappings import mapping as registered_mapping
from policing_indicators.tables import offence_table
from policing_indicators.tables.offence_figures import Asked, OffenceFigures
from policing_indicators.tables.offence_sums import OffenceContents, summed
from policing_indicators.tables.reading import Reading
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import AreaKind, Areas
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period

_Given = TypeVar("_Given")
_Found = TypeVar("_Found")

_MAPPING = "home-office"
_FORCES = (AreaKind.POLICE_FORCE_AREA, AreaKind.NON_GEOGRAPHIC_FORCE)


def read(  # noqa: PLR0913 - what is asked for, each by its name
    path: str | PathLike[str],
    *,
    areas: Iterable[str] | None = None,
    indicators: Iterable[str] | None = None,
    periods: Iterable[Period] | None = None,
    mapping: OffenceMapping | None = None,
    as_at: date | None = None,
    source: str = "",
) -> Reading:
    r"""Read the table from a CSV file in UTF-8.

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
        InvalidValueError: A period is not of whole quarters.

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
    offences = registered_mapping(_MAPPING) if mapping is None else mapping
    forces = Areas([area for area in registered_areas() if area.kind in _FORCES])
    some_areas = _each(areas, lambda name: forces.find(name).id)
    some_indicators = _each(indicators, lambda name: _indicator(name, offences))
    some_periods = _each(periods, _of_quarters)

    sums = summed(offence_table.read(path, forces), offences)
    there = OffenceContents.of(sums, forces, offences)
    _hold_to_subgroups(there, some_indicators or (), offences, str(path))
    asked = Asked(
        there.areas if some_areas is None else some_areas,
        there.indicators if some_indicators is None else some_indicators,
        _quarters_of(some_periods),
    )
    figures = OffenceFigures(sums, offences)
    observations = [
        figures.observation(
            (area, indicator, period),
            as_at=as_at,
            source=source,
            origin=Origin(str(path)),
        )
        for area in asked.areas
        for indicator in asked.indicators
        for period in (
            figures.periods[indicator] if some_periods is None else some_periods
        )
    ]
    return Reading(observations, figures.left_out(asked, observations))


def _each(
    given: Iterable[_Given] | None, found: Callable[[_Given], _Found]
) -> tuple[_Found, ...] | None:
    if given is None:
        return None
    return tuple(dict.fromkeys(map(found, requirement.items(given))))


def _indicator(name: str, mapping: OffenceMapping) -> str:
    if not requirement.is_text(name):
        raise InvalidValueError("an indicator asked for", name, "its id, as text")
    known = mapping.indicators
    if name not in known and not _is_subgroup(name, mapping):
        raise UnknownNameError(f"indicator of the mapping {mapping.id}", name, known)
    return name


def _is_subgroup(indicator: str, mapping: OffenceMapping) -> bool:
    return indicator.startswith(f"{mapping.id}/")


def _of_quarters(period: Period) -> Period:
    if type(period) is not Period:
        allowed = "a Period, such as Period.financial_year(2024)"
        raise InvalidValueError("a period asked for", period, allowed)
    _ = period.quarters  # refuses a period that is not made of whole quarters
    return period


def _quarters_of(periods: tuple[Period, ...] | None) -> frozenset[Period] | None:
    if periods is None:
        return None
    return frozenset(quarter for period in periods for quarter in period.quarters)


def _hold_to_subgroups(
    there: OffenceContents,
    indicators: Iterable[str],
    mapping: OffenceMapping,
    where: str,
) -> None:
    for name in indicators:
        if _is_subgroup(name, mapping) and name not in there.subgroups:
            raise UnknownNameError(f"subgroup in {where}", name, there.subgroups)
