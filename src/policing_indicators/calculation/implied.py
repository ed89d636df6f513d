"""What printed percentages of a whole and its parts say of what is not printed."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from policing_indicators.calculation.feasible import feasible_later
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement

_PER_CENT = 100
_FRACTION = requirement.kind(Fraction)


@frozen
class ImpliedPercentage:
    """The percentages that other printed figures leave open for one.

    Attributes:
        lowest: The lowest, exact.
        highest: The highest, exact; not below the lowest.

    Raises:
        InvalidValueError: An end is no fraction, or they are not in their order.

    >>> share = ImpliedPercentage(Fraction(79), Fraction(797, 10))
    >>> share.printed(decimals=1)
    '79.0 to 79.7'
    >>> Fraction(737, 10) in share
    False
    """

    lowest: Fraction = field(validator=_FRACTION)
    highest: Fraction = field(validator=_FRACTION)

    def __attrs_post_init__(self) -> None:
        """Hold the ends to their order."""
        if self.highest < self.lowest:
            requirement.refuse(self, "highest", self.highest, f"{self.lowest} or more")

    def __contains__(self, percentage: Fraction) -> bool:
        """Say whether a percentage is among them."""
        return self.lowest <= percentage <= self.highest

    def printed(self, decimals: int) -> str:
        """Write the ends with so many decimals, the lower one first.

        Raises:
            InvalidValueError: The decimals are no whole number of zero or more.
        """
        ends = [round_half_away(each, decimals) for each in (self.lowest, self.highest)]
        return " to ".join(str(end) for end in dict.fromkeys(ends))


def implied_share(
    *, whole: RoundedFigure, part: RoundedFigure, rest: RoundedFigure
) -> ImpliedPercentage | None:
    """Work out how much of a whole's base one part was, from three printed changes.

    The whole's change is the average of the two parts' changes, each weighted by its
    share of the base: whole = share x part + (1 - share) x rest.

    Args:
        whole: The whole's change in per cent, as printed.
        part: The change of the part in question.
        rest: The change of the other part; the two make up the whole.

    Returns:
        The part's share of the earlier count, in per cent; none where no share fits, so
        that the three cannot all hold.

    >>> possession = implied_share(
    ...     whole=RoundedFigure("-9.5", 1),
    ...     part=RoundedFigure("-15.8", 1),
    ...     rest=RoundedFigure("14.7", 1),
    ... )
    >>> possession.printed(decimals=1)
    '79.0 to 79.7'
    """
    lowest, highest = Fraction(0), Fraction(1)
    for slope, most in (
        (part.lowest - rest.lowest, whole.highest - rest.lowest),
        (rest.highest - part.highest, rest.highest - whole.lowest),
    ):  # share x slope is at most so much
        if slope > 0:
            highest = min(highest, most / slope)
        elif slope < 0:
            lowest = max(lowest, most / slope)
        elif most < 0:
            return None
    if highest < lowest:
        return None
    return ImpliedPercentage(_PER_CENT * lowest, _PER_CENT * highest)


def implied_change(
    bases: Mapping[str, int],
    *,
    whole: RoundedFigure,
    parts: Mapping[str, RoundedFigure],
) -> ImpliedPercentage | None:
    """Work out how the one part changed whose change is not printed.

    Args:
        bases: The earlier count of every part, by its name; they add to the whole's.
        whole: The whole's change in per cent, as printed.
        parts: The changes of all parts but one, by name.

    Returns:
        What the remaining part's change can be, in per cent; none where no whole counts
        fit, so that the printed changes cannot all hold with these bases.

    Raises:
        InvalidValueError: The changes are not of all parts but one, or a base is no
            whole number, or that of the remaining part is not above zero.

    >>> bases = {"homes": 1_000, "vehicles": 3_000}
    >>> change = implied_change(
    ...     bases,
    ...     whole=RoundedFigure("-10.0", 1),
    ...     parts={"vehicles": RoundedFigure("-20.0", 1)},
    ... )
    >>> change.printed(decimals=1)
    '19.8 to 20.3'
    """
    remaining = _remaining(bases, parts)
    total = _later(sum(bases.values()), whole)
    others = [_later(bases[name], change) for name, change in parts.items()]
    ends = [
        (each.lowest, each.highest)
        for each in (total, *others)
        if each.lowest is not None and each.highest is not None
    ]
    if len(ends) <= len(others):  # one of them is the change to no whole count
        return None
    (fewest, most), *known = ends
    lowest = max(fewest - sum(high for _, high in known), 0)
    highest = most - sum(low for low, _ in known)
    if highest < lowest:
        return None
    return ImpliedPercentage(
        _percent(bases[remaining], lowest), _percent(bases[remaining], highest)
    )


def _remaining(bases: Mapping[str, int], parts: Mapping[str, RoundedFigure]) -> str:
    left = [name for name in bases if name not in parts]
    if len(left) != 1 or len(bases) != len(parts) + 1:
        allowed = f"the changes of all but one of {', '.join(bases)}"
        raise InvalidValueError("parts", tuple(parts), allowed)
    [name] = left
    if bases[name] == 0:
        raise InvalidValueError(f"the base of {name}", 0, "a whole number above zero")
    return name


def _later(base: int, change: RoundedFigure) -> FeasibleRange:
    return feasible_later(base, change.value, change.decimals, change.rounding)


def _percent(earlier: int, later: int) -> Fraction:
    return Fraction(_PER_CENT * (later - earlier), earlier)
