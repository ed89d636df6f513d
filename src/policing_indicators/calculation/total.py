"""The change of a total over areas, and which areas it could not take in."""

from collections.abc import Iterable, Mapping
from typing import Self

from attrs import evolve, field, frozen

from policing_indicators.calculation.area_rows import by_area, why_no_count
from policing_indicators.calculation.change import Change
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.observation import Observation


@frozen
class AreaLeftOut:
    """An area that a total does not take in.

    Attributes:
        area: The area's id.
        reason: Why not: which figure is not there, and the reason for that.

    >>> AreaLeftOut("essex", "no figure for 2024/25").reason
    'no figure for 2024/25'
    """

    area: str = field(validator=requirement.identifier)
    reason: str = field(validator=requirement.line)


@frozen(kw_only=True)
class TotalChange:
    """The change of a total over the areas that have a count in both periods.

    Attributes:
        change: The total's change.
        areas: The ids of the areas it is over, in the order of the earlier figures.
        left_out: The areas it is not over, and why.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> from policing_indicators.vocabulary.period import Period
    >>> counts = {2023: {"kent": 80, "essex": 60}, 2024: {"kent": 72}}
    >>> earlier, later = (
    ...     [
    ...         Observation(
    ...             "knife-crime", area, Period.financial_year(year), count=count
    ...         )
    ...         for area, count in counts[year].items()
    ...     ]
    ...     for year in (2023, 2024)
    ... )
    >>> total = TotalChange.between(earlier, later)
    >>> total.change.absolute
    -8
    >>> print(total.left_out[0].area, "-", total.left_out[0].reason)
    essex - no figure for 2024/25
    """

    change: Change = field(validator=requirement.kind(Change))
    areas: tuple[str, ...] = field(
        validator=[requirement.kind(tuple), requirement.each(requirement.identifier)]
    )
    left_out: tuple[AreaLeftOut, ...] = field(
        default=(),
        validator=[
            requirement.kind(tuple),
            requirement.each(requirement.kind(AreaLeftOut)),
        ],
    )

    @classmethod
    def between(
        cls,
        earlier: Iterable[Observation],
        later: Iterable[Observation],
        *,
        areas: Iterable[str] = (),
        rolling: bool = False,
        baseline: bool = False,
    ) -> Self:
        """Add up the areas that are complete in both periods, in one vintage.

        Args:
            earlier: One observation an area, all of one indicator, period and vintage.
            later: The same for the later period.
            areas: The ids of areas that should be there; one without any observation
                is named as left out.
            rolling: As for :meth:`Change.between`.
            baseline: As for :meth:`Change.between`.

        Raises:
            DuplicateError: An area is there twice in one period.
            IncomparableError: Two are of different indicators, periods or vintages
                where they should not be, or the periods do not compare.
            InvalidValueError: There is no observation for one of the periods.
            MissingDataError: No area is complete.
        """
        before, after = _by_area("earlier", earlier), _by_area("later", later)
        changes: dict[str, Change] = {}
        left_out: list[AreaLeftOut] = []
        for area in dict.fromkeys((*before, *after, *requirement.items(areas))):
            gaps = [gap for rows in (before, after) if (gap := _gap(rows, area))]
            if gaps:
                left_out.append(AreaLeftOut(area, "; ".join(gaps)))
            else:
                changes[area] = Change.between(
                    before[area], after[area], rolling=rolling, baseline=baseline
                )
        return cls(
            change=_sum(changes, left_out),
            areas=tuple(changes),
            left_out=tuple(left_out),
        )


def _by_area(side: str, observations: Iterable[Observation]) -> dict[str, Observation]:
    reason = "a total is of one indicator, one period and one vintage a side"
    return by_area(f"{side} observations", observations, reason=reason)


def _gap(rows: Mapping[str, Observation], area: str) -> str | None:
    """Say why an area has no count among the rows of a period, if it has none."""
    period = next(iter(rows.values())).period
    row = rows.get(area)
    return f"no figure for {period}" if row is None else why_no_count(row)


def _sum(changes: Mapping[str, Change], left_out: Iterable[AreaLeftOut]) -> Change:
    if not changes:
        gaps = ", ".join(f"{each.area} ({each.reason})" for each in left_out)
        raise MissingDataError("a change over any area", f"none is complete: {gaps}")
    return evolve(
        next(iter(changes.values())),
        earlier=sum(change.earlier for change in changes.values()),
        later=sum(change.later for change in changes.values()),
    )
