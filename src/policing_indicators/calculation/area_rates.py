"""The rates of several areas in one period, and which areas have none."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Self

from attrs import evolve, field, frozen

from policing_indicators.calculation.area_rows import by_area, why_no_count
from policing_indicators.calculation.group_average import base_of, group_average
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.total import AreaLeftOut
from policing_indicators.errors import (
    InvalidValueError,
    MissingDataError,
    UnknownNameError,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import DenominatorKind, Populations

RATES_WITHHELD = frozenset({"city-of-london"})
"""Areas whose rates per head mislead: few people live there and many work there.

Source: ONS, Police force area data tables, year ending December 2024, Table P3, which
withholds them as ``[u1]``.
"""

_WITHHELD = "few people live there and many work there, so its rate per head misleads"


def _rates(
    rates: Mapping[str, Rate | Proportion],
) -> dict[str, Rate | Proportion]:
    given: Any = rates
    if not isinstance(given, Mapping):
        allowed = "a mapping from the ids of areas to their rates"
        raise InvalidValueError("AreaRates.rates", given, allowed)
    return dict(rates)


@frozen
class AreaRates:
    """One rate an area, all of one indicator and period; or one proportion an area.

    Attributes:
        rates: The rate or the proportion of each area, by the area's id.
        left_out: The areas that have none, and why.

    Raises:
        InvalidValueError: A field is not what it must be, or the rates are not per the
            same, or some are proportions and some are not.

    >>> rates = AreaRates({"kent": Rate(30, 1_900_000), "essex": Rate(24, 1_880_000)})
    >>> [area for area, _ in rates]
    ['kent', 'essex']
    >>> round(float(rates.average(GroupAverage.POOLED)), 2)
    1.43
    """

    rates: dict[str, Rate | Proportion] = field(converter=_rates)
    left_out: tuple[AreaLeftOut, ...] = field(
        default=(),
        kw_only=True,
        validator=[
            requirement.kind(tuple),
            requirement.each(requirement.kind(AreaLeftOut)),
        ],
    )

    def __attrs_post_init__(self) -> None:
        """Hold the rates to one kind and one base."""
        for area, rate in self.rates.items():
            if type(rate) not in (Rate, Proportion):
                allowed = "a Rate or a Proportion for each area"
                raise InvalidValueError(f"AreaRates.rates[{area!r}]", rate, allowed)
        if len({base_of(rate) for rate in self.rates.values()}) > 1:
            allowed = "rates that are all per the same, or proportions alone"
            requirement.refuse(self, "rates", tuple(self.rates.values()), allowed)

    @classmethod
    def of(
        cls,
        observations: Iterable[Observation],
        *,
        populations: Populations | None = None,
        kind: DenominatorKind = DenominatorKind.PEOPLE,
        edition: str | None = None,
        per: float = 100_000,
    ) -> Self:
        """Make the rates of areas from their observations.

        Args:
            observations: One an area, all of one indicator, period and vintage. A
                denominator that an observation states is taken before any other.
            populations: What the others are counted over.
            kind: Which of the populations: people, households and so on.
            edition: The edition of the populations; the latest where none is named.
            per: The base of the rates.

        Raises:
            DuplicateError: An area is there twice.
            IncomparableError: Two are of different indicators, periods or vintages.
            InvalidValueError: There is none, or ``per`` is not above zero.
        """
        reason = "areas are compared in one indicator, one period and one vintage"
        rates: dict[str, Rate | Proportion] = {}
        left_out: list[AreaLeftOut] = []
        rows = by_area("observations of areas", observations, reason=reason)
        for area, row in rows.items():
            try:
                rates[area] = _rate(row, populations, kind, edition, per)
            except MissingDataError as error:
                left_out.append(AreaLeftOut(area, error.reason))
        return cls(rates, left_out=tuple(left_out))

    def fit_to_compare(
        self,
        leave_out: Collection[str] = RATES_WITHHELD,
        *,
        whole: bool = False,
    ) -> Self:
        """Give the rates that can stand beside each other, and name all others.

        Left out are a rate over nothing, a negative count, and the rates per head of
        areas that are named; a proportion of such an area stays.

        Args:
            leave_out: The ids of the areas whose rates per head are left out.
            whole: Leave out proportions that are not of a whole number, too: an
                effective base has no exact limits.

        Raises:
            InvalidValueError: A lone text stands where the ids of areas should.
        """
        if isinstance(leave_out, str):
            raise InvalidValueError("leave_out", leave_out, "a list of ids of areas")
        reasons = {
            area: reason
            for area, rate in self
            if (reason := _why_unfit(area, rate, leave_out, whole=whole)) is not None
        }
        unfit = tuple(AreaLeftOut(area, why) for area, why in reasons.items())
        return evolve(
            self,
            rates={area: rate for area, rate in self if area not in reasons},
            left_out=(*self.left_out, *unfit),
        )

    @property
    def per(self) -> float:
        """The base of the rates; 1 for proportions."""
        return next(map(base_of, self.rates.values()), None) or 1.0

    @property
    def are_proportions(self) -> bool:
        """Whether they are parts of a whole."""
        return any(isinstance(rate, Proportion) for rate in self.rates.values())

    @property
    def why_none(self) -> str:
        """Why there is no rate, where there is none."""
        reasons = ", ".join(f"{each.area} ({each.reason})" for each in self.left_out)
        return f"no area has a rate: {reasons or 'none is given'}"

    def average(
        self, average: GroupAverage, areas: Iterable[str] | None = None
    ) -> Fraction:
        """Work out an average of the areas, or of some of them, without any rounding.

        Args:
            average: Which of the two averages is meant.
            areas: The ids of the areas; all of them where none are named.

        Raises:
            MissingDataError: There is no area, one of those named has no rate, or a
                denominator is zero.
        """
        names = tuple(self.rates) if areas is None else requirement.items(areas)
        lacking = [name for name in names if name not in self.rates]
        if lacking or not names:
            reason = f"no rate for {', '.join(lacking)}" if lacking else "no area"
            raise MissingDataError("the average of the areas", reason)
        return group_average([self.rates[name] for name in names], average)

    def __getitem__(self, area: str) -> Rate | Proportion:
        """Give an area's rate.

        Raises:
            UnknownNameError: It is not among the areas that have one.
        """
        if area not in self.rates:
            raise UnknownNameError("area with a rate", area, tuple(self.rates))
        return self.rates[area]

    def __iter__(self) -> Iterator[tuple[str, Rate | Proportion]]:
        """Give each area and its rate."""
        return iter(self.rates.items())

    def __len__(self) -> int:
        """Count the areas that have a rate."""
        return len(self.rates)


def _why_unfit(
    area: str, rate: Rate | Proportion, withheld: Collection[str], *, whole: bool
) -> str | None:
    if rate.denominator == 0:
        return "the denominator is zero"
    if rate.count < 0:
        return f"the count is negative ({rate.count})"
    if isinstance(rate, Rate):
        return _WITHHELD if area in withheld else None
    parts = Fraction(rate.count), Fraction(rate.denominator)
    if whole and not all(part.denominator == 1 for part in parts):
        return "an effective base has no exact limits"
    return None


def _rate(
    row: Observation,
    populations: Populations | None,
    kind: DenominatorKind,
    edition: str | None,
    per: float,
) -> Rate:
    lacking = why_no_count(row)
    if row.count is None or lacking is not None:
        raise MissingDataError(str(row), str(lacking))
    if row.denominator is not None:
        return Rate(row.count, row.denominator, per=per)
    if populations is None:
        raise MissingDataError(str(row), "no denominator, and no population is given")
    found = populations.for_period(row.area, row.period, kind=kind, edition=edition)
    return Rate(row.count, found.value, per=per)
