"""What may be said: the figures that a publication's rules permit."""

from fractions import Fraction

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.small_base import SmallBaseRule


def permitted_percent(change: Change, small_base: SmallBaseRule) -> Fraction | None:
    """Give a change's percentage, unless it is undefined or its base too small.

    Args:
        change: The change.
        small_base: The rule that withholds percentages on small counts.

    Returns:
        The percentage, exactly; ``None`` where none may be printed.
    """
    if small_base.withholds(change.earlier, change.later):
        return None
    return change.exact_percent
