"""When a count is too small to print a percentage change from."""

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet

ONS_THRESHOLD = 50
"""The Office for National Statistics prints no percentage on a base under fifty
(Police force area data tables, year ending December 2024, shorthand ``[u]``)."""


class SmallBase(ClosedSet):
    """Which counts decide."""

    EARLIER = "earlier"
    """The earlier count alone, the base, as in the editions of 2018 and 2019."""

    EITHER = "either"
    """The earlier count or the later one."""


@frozen
class SmallBaseRule:
    """A rule of publication, and no test of significance: the figure stays there.

    Attributes:
        threshold: Counts below it are small; zero or more.
        decided_by: Which counts decide.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> SmallBaseRule().withholds(earlier=44, later=32)
    True
    """

    threshold: int = field(default=ONS_THRESHOLD, validator=requirement.natural)
    decided_by: SmallBase = field(
        default=SmallBase.EITHER, validator=requirement.kind(SmallBase), kw_only=True
    )

    def withholds(self, earlier: int, later: int) -> bool:
        """Say whether the percentage between two counts is not printed."""
        by_earlier = self.decided_by is SmallBase.EARLIER
        return (earlier if by_earlier else min(earlier, later)) < self.threshold
