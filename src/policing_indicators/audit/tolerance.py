"""How far a printed figure may be from a table's and be within usual revision."""

from fractions import Fraction
from functools import cache

from attrs import frozen

from policing_indicators.registry.revisions import revision_tolerance
from policing_indicators.vocabulary.revision import SMALL_COUNT, RevisionTolerance

_PER_CENT = 100


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
