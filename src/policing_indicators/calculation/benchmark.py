"""What a rate is held against: an average of areas, or a figure set otherwise."""

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Self

from attrs import field, frozen

from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.rounding import as_written
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area_group import GroupAverage


def _exact(value: float | Fraction) -> Fraction:
    """Take a number as the decimal that it is written as, and require it above zero."""
    plain = value if isinstance(value, Fraction) else requirement.as_number(value)
    if type(plain) in (int, float) and math.isfinite(plain):
        plain = as_written(plain)
    if not isinstance(plain, Fraction) or plain <= 0:
        allowed = "a finite number above zero"
        raise InvalidValueError("Benchmark.exact_value", value, allowed)
    return plain


@frozen
class Benchmark:
    """A rate or a proportion that areas are held against.

    Attributes:
        exact_value: How high it is, per the same as the rates: an exact fraction above
            zero. A decimal number is taken as it is written.
        name: Its name, as printed.
        average: Which average it is; none where it was set otherwise.
        areas: The ids of the areas that it is an average of.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> from policing_indicators.calculation.rate import Rate
    >>> rates = AreaRates({"kent": Rate(30, 1_900_000), "essex": Rate(24, 1_880_000)})
    >>> both = Benchmark.average_of(rates, GroupAverage.POOLED, name="the two")
    >>> print(f"{both.value:.2f}", both.areas)
    1.43 ('kent', 'essex')
    >>> Benchmark(1.5, name="the plan").value
    1.5
    """

    exact_value: Fraction = field(converter=_exact)
    name: str = field(kw_only=True, validator=requirement.line)
    average: GroupAverage | None = field(
        default=None,
        kw_only=True,
        validator=requirement.optional(requirement.kind(GroupAverage)),
    )
    areas: tuple[str, ...] = field(
        default=(),
        kw_only=True,
        converter=requirement.texts,
        validator=requirement.each(requirement.identifier),
    )

    @classmethod
    def average_of(
        cls,
        rates: AreaRates,
        average: GroupAverage = GroupAverage.POOLED,
        *,
        name: str,
        areas: Iterable[str] | None = None,
    ) -> Self:
        """Make the average of areas' rates.

        Args:
            rates: The rates of the areas.
            average: Which of the two averages is meant.
            name: Its name, as printed.
            areas: The ids of the areas it includes; all that have a rate where none
                are named.

        Raises:
            InvalidValueError: The average is zero: no area has an event.
            MissingDataError: There is no area, one of those named has no rate, or a
                denominator is zero.
        """
        names = tuple(rates.rates) if areas is None else requirement.items(areas)
        value = rates.average(average, names)
        return cls(value, name=name, average=average, areas=names)

    @property
    def value(self) -> float:
        """How high it is, per the same as the rates."""
        return float(self.exact_value)
