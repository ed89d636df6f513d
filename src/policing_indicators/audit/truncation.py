"""How often decimals left off would explain a percentage that no count gives."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from policing_indicators.calculation.rounding import Rounding, round_as

LARGEST_FALL, LARGEST_RISE = Fraction(-50), Fraction(100)
"""The percentages that are looked at: a half to twice the earlier count."""

WEAK_FROM = 0.05
"""From which chance on a proposal is said to be weak."""

_PER_CENT = 100
_NEAREST = (Rounding.HALF_AWAY, Rounding.HALF_EVEN)


@lru_cache(maxsize=1_024)
def chance_of_truncation(count: int, decimals: int, *, is_later: bool) -> float:
    """Give how often a percentage that no count gives is one with its decimals cut off.

    Of the percentages from -50 to +100 that cannot stand beside a count, it is the part
    that could, were decimals left off instead of rounded.

    Args:
        count: The printed count, above zero.
        decimals: How many decimals the percentage is printed with.
        is_later: Whether the count is the later one.

    >>> round(chance_of_truncation(23, 0, is_later=True), 2)
    0.11
    """
    exact = list(_percentages(count, is_later=is_later))
    given = {round_as(each, decimals, way) for each in exact for way in _NEAREST}
    cut_off = {round_as(each, decimals, Rounding.TRUNCATION) for each in exact}
    every = int((LARGEST_RISE - LARGEST_FALL) * 10**decimals) + 1
    return len(cut_off - given) / max(every - len(given), 1)


def _percentages(count: int, *, is_later: bool) -> Iterator[Fraction]:
    for other in range(max(-(-count // 2), 1), 2 * count + 1):
        earlier, later = (other, count) if is_later else (count, other)
        yield Fraction(_PER_CENT * (later - earlier), earlier)
