"""How areas' changes scatter, measured, and a change beside those of other areas."""

from collections.abc import Iterable
from typing import Self

import numpy as np
from attrs import evolve, field, frozen

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_test import beside_others
from policing_indicators.calculation.kernels import dispersions
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.total import AreaLeftOut, TotalChange
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.observation import Observation

NO_EVENT = "no event in either period"
"""Why an area that counted none in both periods is not measured."""

_FEWEST = 2
"""One area scatters around nothing."""


@frozen(kw_only=True)
class Dispersion:
    """How areas' changes in one indicator scatter around the change of their total.

    Attributes:
        ratio: The mean of (later - n p)^2 / (n p q) over areas, where n is an area's
            count in both periods, p the later period's part of the total in both, and
            q = 1 - p. Near 1, changes scatter as rare independent events would.
        spread: How far they scatter beyond chance: a standard deviation on the scale
            of the arcsine of the root of the later period's share (Paule and Mandel
            1982). Four times it is nearly that of the logarithm of later over earlier.
        total: The change of the total of the areas that were measured.
        areas: Their ids, two or more.
        left_out: The areas that were not, and why.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> from policing_indicators.vocabulary.period import Period
    >>> counts = {
    ...     2023: {"kent": 40, "essex": 60, "surrey": 100},
    ...     2024: {"kent": 30, "essex": 70, "surrey": 90},
    ... }
    >>> earlier, later = (
    ...     [
    ...         Observation(
    ...             "knife-crime", area, Period.financial_year(year), count=count
    ...         )
    ...         for area, count in counts[year].items()
    ...     ]
    ...     for year in counts
    ... )
    >>> found = Dispersion.of(earlier, later)
    >>> round(found.ratio, 2)
    0.82
    >>> kent = Change.between(earlier[0], later[0])
    >>> found.significance(kent).method.value
    'spread-adjusted test of a change'
    """

    ratio: float = field(converter=requirement.as_number, validator=requirement.measure)
    spread: float = field(
        converter=requirement.as_number, validator=requirement.measure
    )
    total: Change = field(validator=requirement.kind(Change))
    areas: tuple[str, ...] = field(
        validator=[
            requirement.kind(tuple),
            requirement.each(requirement.identifier),
            requirement.must(lambda areas: len(areas) >= _FEWEST, "two areas or more"),
        ]
    )
    left_out: tuple[AreaLeftOut, ...] = field(
        default=(),
        validator=[
            requirement.kind(tuple),
            requirement.each(requirement.kind(AreaLeftOut)),
        ],
    )

    @classmethod
    def of(
        cls,
        earlier: Iterable[Observation],
        later: Iterable[Observation],
        *,
        areas: Iterable[str] = (),
        rolling: bool = False,
        baseline: bool = False,
    ) -> Self:
        """Measure the areas of which a :class:`TotalChange` is made.

        Areas that overlap, such as a country beside its forces, make the measure wrong.

        Args:
            earlier: As for :meth:`TotalChange.between`.
            later: As for :meth:`TotalChange.between`.
            areas: As for :meth:`TotalChange.between`.
            rolling: As for :meth:`Change.between`.
            baseline: As for :meth:`Change.between`.

        Raises:
            DuplicateError: As for :meth:`TotalChange.between`.
            IncomparableError: As for :meth:`TotalChange.between`.
            InvalidValueError: As for :meth:`TotalChange.between`.
            MissingDataError: Fewer than two areas can be measured, or one of the
                periods has no event in any.
        """
        before, after = requirement.items(earlier), requirement.items(later)
        total = TotalChange.between(
            before, after, areas=areas, rolling=rolling, baseline=baseline
        )
        pairs = _pairs(total.areas, before, after)
        unmeasured = [
            AreaLeftOut(area, reason)
            for area, pair in pairs.items()
            if (reason := _why_not(pair)) is not None
        ]
        for each in unmeasured:
            del pairs[each.area]
        change = _sum(total.change, pairs)
        ratio, spread = _measures(pairs, change)
        return cls(
            ratio=ratio,
            spread=spread,
            total=change,
            areas=tuple(pairs),
            left_out=(*total.left_out, *unmeasured),
        )

    def measured(self, *, source: str) -> MeasuredDispersion:
        """Give the measure as an indicator carries it.

        Args:
            source: The table that was measured, with its edition.

        Raises:
            InvalidValueError: The source is no line of text.
            MissingDataError: The periods that were measured are not known.
        """
        earlier, later = self.total.earlier_period, self.total.later_period
        if earlier is None or later is None:
            what = "the periods of a dispersion"
            raise MissingDataError(what, "the change of the total names none")
        return MeasuredDispersion(
            ratio=self.ratio,
            areas=len(self.areas),
            earlier=earlier,
            later=later,
            source=source,
            earlier_total=self.total.earlier,
            later_total=self.total.later,
            spread=self.spread,
        )

    def significance(
        self,
        change: Change,
        *,
        method: SignificanceMethod = SignificanceMethod.SPREAD_ADJUSTED,
        confidence: float = 0.95,
    ) -> Significance:
        """Work out how unusual an area's change is beside the changes of all areas.

        Args:
            change: The area's change, between the periods that were measured.
            method: ``SPREAD_ADJUSTED``, or ``DISPERSION_ADJUSTED``: z^2 over the ratio
                against F with 1 and areas - 1 degrees of freedom, which is calibrated
                on average over areas, and calls large ones too often.
            confidence: The confidence of the limits of the ratio.

        Returns:
            The evidence; its ratio is the area's later count over its earlier one,
            over the same of the total.

        Raises:
            InvalidValueError: The method or the confidence is not one of those.
            IncomparableError: The change is between other periods.
            MissingDataError: A count is negative, or there is no event in either.
        """
        return beside_others(
            change, self._as_measured, method=method, confidence=confidence
        )

    @property
    def _as_measured(self) -> MeasuredDispersion:
        return self.measured(source="measured here")


def _pairs(
    areas: Iterable[str],
    earlier: Iterable[Observation],
    later: Iterable[Observation],
) -> dict[str, tuple[int, int]]:
    before = {row.area: row for row in earlier}
    after = {row.area: row for row in later}
    return {
        area: (before[area].required_count(), after[area].required_count())
        for area in areas
    }


def _why_not(pair: tuple[int, int]) -> str | None:
    if min(pair) < 0:
        return f"a negative count is no number of events: {min(pair)}"
    return None if any(pair) else NO_EVENT


def _sum(change: Change, pairs: dict[str, tuple[int, int]]) -> Change:
    return evolve(
        change,
        earlier=sum(earlier for earlier, _ in pairs.values()),
        later=sum(later for _, later in pairs.values()),
    )


def _measures(pairs: dict[str, tuple[int, int]], total: Change) -> tuple[float, float]:
    what = "the dispersion of areas' changes"
    if len(pairs) < _FEWEST:
        reason = f"{len(pairs)} of them can be measured, and it takes two"
        raise MissingDataError(what, reason)
    if not total.earlier or not total.later:
        period = total.later_period if total.earlier else total.earlier_period
        raise MissingDataError(what, f"no area has an event in {period}")
    earlier, later = np.array(list(pairs.values()), dtype=np.float64).T
    share = dispersions.later_share(earlier, later)
    deviates = dispersions.change_deviates(earlier, later, share)
    ratio = dispersions.dispersion(deviates)
    return ratio.item(), dispersions.spread(earlier, later, share).item()
