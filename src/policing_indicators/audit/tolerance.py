"""How far a printed figure may be from a table's and be within usual revision."""

from fractions import Fraction
from functools import cache
from math import isqrt

from attrs import frozen

from policing_indicators.registry.revisions import revision_tolerance, was_measured
from policing_indicators.vocabulary.revision import SMALL_COUNT, RevisionTolerance
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR

_PER_CENT = 100
_FINE = 1_000


@frozen
class Tolerance:
    """How far figures usually move between two releases, as it was measured.

    Attributes:
        is_zero: Whether the printed figures and the tables are of one release, so that
            nothing is put down to revision.

    >>> Tolerance().level("homicide", Fraction(32))
    Fraction(6, 1)
    >>> Tolerance(is_zero=True).level("homicide", Fraction(32))
    Fraction(0, 1)
    """

    is_zero: bool = False

    def is_borrowed(self, indicator: str) -> bool:
        """Say whether an indicator is held to what was measured on others alone.

        >>> Tolerance().is_borrowed("gun-crime"), Tolerance().is_borrowed("homicide")
        (True, False)
        """
        return not self.is_zero and not was_measured(indicator)

    def of_months(self, months: int) -> Fraction:
        """Give how many times as far a figure of so many months may lie off.

        Years were measured. Were the revisions of a year's parts unconnected, that of
        a quarter would be twice as large beside its count as that of the year: the
        square root of how many such parts a year has.

        >>> Tolerance().of_months(3), Tolerance().of_months(12)
        (Fraction(2, 1), Fraction(1, 1))
        """
        parts = max(Fraction(MONTHS_IN_YEAR, months), Fraction(1))
        return Fraction(isqrt(int(parts * _FINE**2)), _FINE)

    def level(self, indicator: str, level: Fraction) -> Fraction:
        """Give how far a printed count may lie off a table's."""
        return Fraction(0) if self.is_zero else measured(indicator).of_level(level)

    def percentage(self, indicator: str, earlier: Fraction) -> Fraction:
        """Give how many points a printed change in per cent may lie off a table's.

        Percentages on a base under fifty were not measured: what the base itself may
        move by is then allowed for.
        """
        if self.is_zero:
            return Fraction(0)
        usual = measured(indicator).of_percentage
        if not 0 < earlier < SMALL_COUNT:
            return usual
        moved = measured(indicator).of_level(earlier)
        return max(usual, _PER_CENT * moved / earlier)


@cache
def measured(indicator: str) -> RevisionTolerance:
    """Give the measured revisions that an indicator is held to."""
    return revision_tolerance(indicator)
