"""How much of a whole's change each of its parts makes up."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.kernels import rates
from policing_indicators.calculation.single import array_of, figure
from policing_indicators.errors import IncomparableError, InvalidValueError
from policing_indicators.vocabulary import requirement


@frozen(kw_only=True)
class Contribution:
    """One part's change as a share of the whole's.

    Attributes:
        part: The part's change.
        whole: The whole's change.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> vehicles = Change(earlier=100, later=60)
    >>> homes = Change(earlier=50, later=40)
    >>> both = Change(earlier=150, later=100)
    >>> shares = contributions(both, {"vehicles": vehicles, "homes": homes})
    >>> shares["vehicles"].percentage
    80.0
    """

    part: Change = field(validator=requirement.kind(Change))
    whole: Change = field(validator=requirement.kind(Change))

    @property
    def percentage(self) -> float | None:
        """The part's change over the whole's, in per cent.

        It is negative where the part moved against the whole, and may be above 100.
        None where the whole did not change.
        """
        part, whole = array_of(self.part.absolute), array_of(self.whole.absolute)
        return figure(rates.rate(part, whole, 100))

    @property
    def exact_percentage(self) -> Fraction | None:
        """The percentage without any rounding, for printing; none likewise."""
        if self.whole.absolute == 0:
            return None
        return Fraction(100 * self.part.absolute, self.whole.absolute)


def contributions(
    whole: Change, parts: Mapping[str, Change]
) -> dict[str, Contribution]:
    """Share a whole's change out among the parts that partition it.

    Args:
        whole: The whole's change.
        parts: Each part's change by its name, in the order wanted.

    Raises:
        IncomparableError: A part is of other periods or another vintage.
        InvalidValueError: The parts do not add to the whole in each period.

    >>> whole = Change(earlier=150, later=100)
    >>> parts = {
    ...     "vehicles": Change(earlier=100, later=60),
    ...     "homes": Change(earlier=50, later=40),
    ... }
    >>> [each.percentage for each in contributions(whole, parts).values()]
    [80.0, 20.0]
    """
    for name, part in parts.items():
        _require_same_making(whole, name, part)
    for side in ("earlier", "later"):
        total = sum(getattr(part, side) for part in parts.values())
        _require_sum(side, total, getattr(whole, side))
    return {name: Contribution(part=part, whole=whole) for name, part in parts.items()}


def _require_same_making(whole: Change, name: str, part: Change) -> None:
    for fact in ("earlier_period", "later_period", "earlier_as_at", "as_at"):
        expected, found = getattr(whole, fact), getattr(part, fact)
        if expected != found:
            reason = f"its {fact} is {found}, the whole's {expected}"
            raise IncomparableError("the whole", name, reason)


def _require_sum(side: str, total: int, whole: int) -> None:
    if total != whole:
        noun = f"the sum of the parts' {side} counts"
        allowed = f"the whole's {whole}, from which it differs by {total - whole:+}"
        raise InvalidValueError(noun, total, allowed)
