"""How often chance alone would offer an explanation as good.

Measured on the Home Office's table of police recorded crime, release of April 2026:
10,674 yearly changes from 2012/13 to 2024/25 of 43 forces in every subgroup of
offences, both counts 50 or more. See docs/methods.md, "Chance agreement".
"""

from collections.abc import Iterable
from fractions import Fraction

from policing_indicators.audit.explanation import ExplanationKind

LEVEL_NEARNESS = Fraction(5, 10_000)
"""How near a level elsewhere must be to be proposed: five in ten thousand of it."""

CHANGE_NEARNESS = Fraction(1, 2)
"""How near the change beside it must be, in points, to count as fitting too."""

LEVEL_ALONE = {
    ExplanationKind.ANOTHER_ROW: 0.007,
    ExplanationKind.ANOTHER_PERIOD: 0.020,
    ExplanationKind.ANOTHER_AREA: 0.025,
}
"""How often a count has another so near: in the same force and year, in its own series,
and in the other forces' same row and year."""

LEVEL_AND_CHANGE = {
    ExplanationKind.ANOTHER_ROW: 0.0002,
    ExplanationKind.ANOTHER_PERIOD: 0.0004,
    ExplanationKind.ANOTHER_AREA: 0.0011,
}
"""How often the change on the year before is then as near as well."""

OTHER_CHANGE = (
    (Fraction(5, 100), 0.0015),
    (Fraction(25, 100), 0.0075),
    (Fraction(50, 100), 0.015),
    (Fraction(1), 0.030),
    (Fraction(2), 0.060),
    (Fraction(4), 0.120),
)
"""How often another row's change, of the same force and year, lies so near (in points)
to a row's change with its years or its sign reversed."""

SAME_CHANGE = (
    (Fraction(5, 100), 0.0017),
    (Fraction(25, 100), 0.0093),
    (Fraction(50, 100), 0.019),
    (Fraction(1), 0.038),
    (Fraction(2), 0.078),
    (Fraction(4), 0.153),
    (Fraction(8), 0.295),
)
"""How often another row's change, of the same force and year, lies so near (in points)
to a row's own change."""

TRUNCATION = 0.0015
"""How often another row's change lies in the one step of 0.1 that prints so when the
decimals are left off: as often as within 0.05 of it."""


def of_changes(distances: Iterable[Fraction]) -> float:
    """Give how often so many other changes would all lie so near.

    The changes are taken as independent of each other.

    >>> round(of_changes([Fraction(2, 10), Fraction(1, 10)]), 6)
    5.6e-05
    """
    chance = 1.0
    for distance in distances:
        chance *= _within(OTHER_CHANGE, distance)
    return chance


def of_change_beside(distance: Fraction) -> float:
    """Give how often another row's change would lie so near to a row's own.

    >>> of_change_beside(Fraction(67, 100))
    0.038
    """
    return _within(SAME_CHANGE, distance)


def _within(measured: tuple[tuple[Fraction, float], ...], distance: Fraction) -> float:
    return next((often for near, often in measured if distance <= near), 1.0)
