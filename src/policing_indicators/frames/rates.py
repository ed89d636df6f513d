"""Rates, and limits of counts, rates and proportions, beside the counts of a frame."""

from collections.abc import Mapping
from typing import Literal

import numpy as np
from narwhals.typing import IntoFrameT

from policing_indicators.calculation.area_rates import RATES_WITHHELD
from policing_indicators.calculation.kernels import counts as count_kernel
from policing_indicators.calculation.kernels import proportions, rates
from policing_indicators.calculation.kernels.arguments import (
    Array,
    amounts,
    base_of_rate,
    confidence_level,
    require,
)
from policing_indicators.calculation.kernels.counts import CountMethod, Limits
from policing_indicators.errors import InvalidValueError, MissingDataError, Problem
from policing_indicators.frames.working_table import (
    Column,
    WorkingTable,
    require_none,
)
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)

LimitsOf = Literal["count", "rate", "proportion"]
"""What limits are of."""

_LIMITS_OF = ("count", "rate", "proportion")
_ROLES = ("area", "period", "count", "denominator")
_ALLOWED_POPULATIONS = (
    "populations to choose from, such as populations() gives, or a frame with a column "
    "denominator"
)


def with_rates(  # noqa: PLR0913 - all but one are given by name
    frame: IntoFrameT,
    *,
    per: float = 100_000,
    populations: Populations | None = None,
    kind: DenominatorKind = DenominatorKind.PEOPLE,
    edition: str | None = None,
    areas: Areas | None = None,
    columns: Mapping[str, str] | None = None,
    prefix: str = "",
) -> IntoFrameT:
    """Add a column ``rate``: count x per / denominator.

    The denominator is a column of the frame, or is chosen from populations by area
    and period. Then columns ``denominator``, ``population`` and ``edition`` say over
    how many the rate is, as of which day and by which edition. Where no population
    serves (British Transport Police has none), and for the City of London, where few
    live and many work, the rate is missing.

    Args:
        frame: A column ``count``, and ``denominator``, or ``area`` and ``period``.
        per: The rate's base, above zero: 100,000 gives a rate per 100,000.
        populations: What to choose from; none where the frame has a denominator.
        kind: Which population to count over.
        edition: Take from this edition alone.
        areas: The areas; by default those of the registry.
        columns: The columns that bear another name, after their role.
        prefix: What the names of the new columns begin with.

    Raises:
        InvalidArrayError: A count is no number, or a denominator none of zero or more.
        InvalidContentError: An area or period cannot be read, or a name of a new
            column is taken; all of it is named.
        InvalidValueError: An argument is not what it must be, there is neither a
            denominator nor populations, or two editions have the day and none is named.
        UnknownNameError: A column is not there.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"count": [31, None], "denominator": [2_980_936, 1_000]})
    >>> rated = with_rates(frame)
    >>> print(rated["rate"].round(2).to_list())
    [1.04, None]
    """
    table = WorkingTable.of(frame, columns, _ROLES)
    count, base = table.figures("count"), base_of_rate(per)
    made: dict[str, Column] = {}
    if populations is None and "denominator" not in table.roles:
        raise InvalidValueError("populations", None, _ALLOWED_POPULATIONS)
    if populations is None:
        size = _denominators(table)
    else:
        chosen = _Choice(populations, kind, edition).for_rows(table, areas)
        size = np.array([each.value if each else np.nan for each in chosen])
        made["denominator"] = size
        made["population"] = [each.label if each else None for each in chosen]
        made["edition"] = [each.edition if each else None for each in chosen]
    made["rate"] = rates.rate(count, size, base)
    result: IntoFrameT = table.with_columns(prefix, made)
    return result


def with_limits(  # noqa: PLR0913 - all but one are given by name
    frame: IntoFrameT,
    *,
    of: LimitsOf,
    per: float = 100_000,
    confidence: float = 0.95,
    method: CountMethod = "exact",
    columns: Mapping[str, str] | None = None,
    prefix: str = "",
) -> IntoFrameT:
    """Add columns ``lower`` and ``upper``: confidence limits.

    Those of a count or a rate are of a Poisson count; those of a proportion, from 0 to
    1, are Wilson's. See :func:`policing_indicators.arrays.rate_limits` and
    :func:`policing_indicators.arrays.proportion_limits`.

    Args:
        frame: A column ``count``; for a rate or a proportion ``denominator`` as well,
            which :func:`with_rates` adds where it chooses one.
        of: ``count``, ``rate`` or ``proportion``.
        per: The base of a rate.
        confidence: Strictly between 0 and 1.
        method: ``exact`` or ``byar``, for a count or a rate.
        columns: The columns that bear another name, after their role.
        prefix: What the names of the new columns begin with.

    Raises:
        InvalidArrayError: A count is no number, or a denominator none of zero or more;
            for a proportion, a count lies outside its denominator.
        InvalidContentError: A name of a new column is taken.
        InvalidValueError: An argument is not what it must be.
        UnknownNameError: A column is not there.

    >>> import polars as pl
    >>> limits = with_limits(pl.DataFrame({"count": [0, 31]}), of="count")
    >>> print(limits["upper"].round(2).to_list())
    [3.69, 44.0]
    """
    if of not in _LIMITS_OF:
        allowed = " or ".join(map(repr, _LIMITS_OF))
        raise InvalidValueError("of", of, allowed)
    level, base = confidence_level(confidence), base_of_rate(per)
    table = WorkingTable.of(frame, columns, ("count", "denominator"))
    lower, upper = _limits(table, of, base, (level, method))
    made: dict[str, Column] = {"lower": lower, "upper": upper}
    result: IntoFrameT = table.with_columns(prefix, made)
    return result


def _limits(
    table: WorkingTable, of: LimitsOf, base: float, how: tuple[float, CountMethod]
) -> Limits:
    count = table.figures("count")
    if of == "count":
        return count_kernel.count_limits(count, *how)
    size = _denominators(table)
    if of == "rate":
        return rates.rate_limits(count, size, base, *how)
    noun = table.roles["count"]
    require(noun, count, count < 0, "zero or more")
    require(noun, count, count > size, f"at most its {table.roles['denominator']}")
    return proportions.proportion_limits(count, size, how[0])


def _denominators(table: WorkingTable) -> Array:
    noun = table.roles.get("denominator", "denominator")
    return amounts(noun, table.figures("denominator"))


class _Choice:
    """Chooses the population of an area and period, once for each pair of them."""

    __slots__ = ("_edition", "_kind", "_populations")

    def __init__(
        self, populations: Populations, kind: DenominatorKind, edition: str | None
    ) -> None:
        requirement.all_of_kind("populations", (populations,), Populations)
        requirement.all_of_kind("kind", (kind,), DenominatorKind)
        self._populations = populations
        self._kind = kind
        self._edition = edition

    def for_rows(
        self, table: WorkingTable, areas: Areas | None
    ) -> list[Population | None]:
        """Choose for each row of a frame."""
        problems: list[Problem] = []
        known = registered_areas() if areas is None else areas
        cells = TidyCells.of(known)
        found: Memory[tuple[str, Period], Population | None] = Memory(self._of)
        places: list[str] = table.read("area", cells.area, problems)
        periods: list[Period] = table.read("period", cells.period, problems)
        require_none(problems)
        return [found[pair] for pair in zip(places, periods, strict=True)]

    def _of(self, pair: tuple[str, Period]) -> Population | None:
        area, period = pair
        if area in RATES_WITHHELD:
            return None
        try:
            return self._populations.for_period(
                area, period, kind=self._kind, edition=self._edition
            )
        except MissingDataError:
            return None
