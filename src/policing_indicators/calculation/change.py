"""The change from one count to another."""

from datetime import date
from fractions import Fraction
from typing import Self

from attrs import field, frozen

from policing_indicators.calculation.comparison import compare
from policing_indicators.calculation.kernels import changes
from policing_indicators.calculation.rate_ratio import RateRatio
from policing_indicators.calculation.significance import Significance
from policing_indicators.calculation.single import array_of, figure
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Comparability, Period


@frozen(kw_only=True)
class Change:
    """How a count changed, and how the change was made.

    Earlier and later are given by name: a published statement had its years reversed.

    Attributes:
        earlier: The earlier count. It may be negative, as transferred offences make it.
        later: The later count, likewise.
        earlier_period: The earlier count's period, if known.
        later_period: The later count's period, if known.
        earlier_as_at: The earlier count's vintage, if known.
        as_at: The later count's vintage, if known: the same, unless a comparison
            across vintages was asked for.
        comparability: How the two periods lie to each other, if known.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> homicide = Change(earlier=45, later=31)
    >>> homicide.absolute
    -14
    >>> round(homicide.percent, 1)
    -31.1
    >>> print(f"{homicide.significance().p_value:.2f}")
    0.14
    """

    earlier: int = field(converter=requirement.as_whole, validator=requirement.whole)
    later: int = field(converter=requirement.as_whole, validator=requirement.whole)
    earlier_period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    later_period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    earlier_as_at: date | None = field(
        default=None, validator=requirement.optional(requirement.kind(date))
    )
    as_at: date | None = field(
        default=None, validator=requirement.optional(requirement.kind(date))
    )
    comparability: Comparability | None = field(
        default=None, validator=requirement.optional(requirement.kind(Comparability))
    )

    @classmethod
    def between(
        cls,
        earlier: Observation,
        later: Observation,
        *,
        rolling: bool = False,
        baseline: bool = False,
        across_vintages: bool = False,
    ) -> Self:
        """Make the change from one observation to a later one.

        Args:
            earlier: The earlier observation, with a count.
            later: The later one, with a count.
            rolling: Allow two runs of twelve months with any start months, which may
                overlap.
            baseline: The earlier period is a declared baseline of twelve months.
            across_vintages: Allow two vintages.

        Raises:
            IncomparableError: They are of different indicators, areas or vintages, or
                of periods that do not compare.
            MissingDataError: One is missing, or was published without its count.
        """
        comparability = compare(
            earlier,
            later,
            rolling=rolling,
            baseline=baseline,
            across_vintages=across_vintages,
        )
        return cls(
            earlier=earlier.required_count(),
            later=later.required_count(),
            earlier_period=earlier.period,
            later_period=later.period,
            earlier_as_at=earlier.as_at,
            as_at=later.as_at,
            comparability=comparability,
        )

    @property
    def absolute(self) -> int:
        """The later count less the earlier one."""
        return self.later - self.earlier

    @property
    def percent(self) -> float | None:
        """The change in per cent; none where the earlier count is zero or negative."""
        return figure(
            changes.percent_change(array_of(self.earlier), array_of(self.later))
        )

    @property
    def exact_percent(self) -> Fraction | None:
        """The change in per cent without any rounding, for printing.

        None where the earlier count is zero or negative.
        """
        return Fraction(100 * self.absolute, self.earlier) if self.earlier > 0 else None

    def significance(
        self,
        *,
        confidence: float = 0.95,
        earlier_exposure: float = 1.0,
        later_exposure: float = 1.0,
    ) -> Significance:
        """Work out how often chance alone makes a change at least as large.

        The exact conditional test of :class:`RateRatio`. It is calibrated for rare
        independent events only, and is a test of rates: where the exposures are not
        equal, give them.

        Args:
            confidence: The confidence of the limits of the ratio.
            earlier_exposure: Months, people or other units that the earlier count
                arose in, above zero.
            later_exposure: The same for the later count, in the same unit.

        Raises:
            InvalidValueError: The confidence or an exposure is not such.
            MissingDataError: A count is negative.
        """
        if min(self.earlier, self.later) < 0:
            counts = f"{self.earlier} and {self.later}"
            what = f"the significance of a change between {counts}"
            raise MissingDataError(what, "a negative count is no number of events")
        ratio = RateRatio(
            earlier=self.earlier,
            later=self.later,
            earlier_exposure=earlier_exposure,
            later_exposure=later_exposure,
        )
        return ratio.significance(confidence=confidence)
