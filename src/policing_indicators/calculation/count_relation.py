"""What a statement says of the counts behind it, as inequalities of whole numbers."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Self

from attrs import field, frozen

from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement

_PER_CENT = 100


_ALLOWED_WEIGHTS = "a whole number by each count's name"


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _weights(weights: Mapping[str, int]) -> Mapping[str, int]:
    if not _is_mapping(weights):
        raise InvalidValueError("Inequality.weights", weights, _ALLOWED_WEIGHTS)
    return dict(weights)


@frozen
class Inequality:
    """A sum of counts, each times a whole number, that is not under a whole number.

    Attributes:
        weights: What each count is multiplied by, by the count's name.
        least: What the sum is at least.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> no_larger_than_whole = Inequality({"whole": 1, "part": -1}, 0)
    >>> no_larger_than_whole.least
    0
    """

    weights: Mapping[str, int] = field(
        converter=_weights,
        validator=requirement.must(
            lambda weights: all(
                type(name) is str and type(weight) is int
                for name, weight in weights.items()
            ),
            _ALLOWED_WEIGHTS,
        ),
    )
    least: int = field(validator=requirement.whole)


def _inequalities(sides: Iterable[Inequality]) -> tuple[Inequality, ...]:
    return requirement.items(sides)


@frozen
class CountRelation:
    """What holds between counts if one statement is right.

    Counts are named as the caller likes. All are whole numbers of zero or more.

    Attributes:
        label: What the statement is called where it conflicts with others.
        sides: What it says, as inequalities that all hold.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> fall = CountRelation.percent_change(
    ...     "-9.6%", earlier="2023", later="2024", change=RoundedFigure("-9.6", 1)
    ... )
    >>> fall.counts
    ('2024', '2023')
    """

    label: str = field(validator=requirement.line)
    sides: tuple[Inequality, ...] = field(
        converter=_inequalities,
        validator=requirement.each(requirement.kind(Inequality)),
    )

    @property
    def counts(self) -> tuple[str, ...]:
        """The names of the counts that it is about, each once."""
        names = (name for side in self.sides for name in side.weights)
        return tuple(dict.fromkeys(names))

    @classmethod
    def within(cls, label: str, count: str, allowed: FeasibleRange) -> Self:
        """Say that a count is in a range.

        Args:
            label: What the statement is called.
            count: The count's name.
            allowed: The range.
        """
        if allowed.lowest is None:
            return cls(label, (Inequality({count: 0}, 1),))
        sides = [Inequality({count: 1}, allowed.lowest)]
        if allowed.highest is not None:
            sides.append(Inequality({count: -1}, -allowed.highest))
        return cls(label, sides)

    @classmethod
    def adds_up(cls, label: str, *, whole: str, parts: Iterable[str]) -> Self:
        """Say that parts add to a whole, as quarters do to a year.

        Args:
            label: What the statement is called.
            whole: The name of the whole.
            parts: The names of its parts.

        Raises:
            InvalidValueError: A name is there twice.
        """
        names = requirement.texts(parts)
        _hold_apart(*names, whole)
        weights = dict.fromkeys(names, 1) | {whole: -1}
        return cls(label, (Inequality(weights, 0), _opposite(weights, 0)))

    @classmethod
    def at_most(cls, label: str, *, part: str, whole: str) -> Self:
        """Say that a part, or a subset, is no larger than its whole.

        Args:
            label: What the statement is called.
            part: The name of the part.
            whole: The name of the whole.

        Raises:
            InvalidValueError: Both names are one.
        """
        _hold_apart(part, whole)
        return cls(label, (Inequality({whole: 1, part: -1}, 0),))

    @classmethod
    def absolute_change(
        cls, label: str, *, earlier: str, later: str, change: int
    ) -> Self:
        """Say that a later count is so many more than an earlier one.

        Args:
            label: What the statement is called.
            earlier: The name of the earlier count.
            later: The name of the later count.
            change: How many more, below zero for fewer.

        Raises:
            InvalidValueError: Both names are one, or the change is no whole number.
        """
        _hold_apart(earlier, later)
        weights = {later: 1, earlier: -1}
        return cls(label, (Inequality(weights, change), _opposite(weights, change)))

    @classmethod
    def percent_change(
        cls, label: str, *, earlier: str, later: str, change: RoundedFigure
    ) -> Self:
        """Say that the change from an earlier count to a later one prints so.

        Args:
            label: What the statement is called.
            earlier: The name of the earlier count, which is then above zero.
            later: The name of the later count.
            change: The change in per cent as printed.

        Raises:
            InvalidValueError: Both names are one.
        """
        return cls(label, _quotient(later, earlier, _PER_CENT, change, _PER_CENT))

    @classmethod
    def ratio(
        cls, label: str, *, count: str, denominator: str, per: int, rate: RoundedFigure
    ) -> Self:
        """Say that the rate of one count over another prints so.

        With ``per=100`` it is the share of a part in its whole.

        Args:
            label: What the statement is called.
            count: The name of the count.
            denominator: The name of the denominator, which is then above zero.
            per: The base of the rate.
            rate: The rate as printed.

        Raises:
            InvalidValueError: Both names are one.
        """
        return cls(label, _quotient(count, denominator, per, rate, 0))


def _quotient(
    numerator: str, denominator: str, per: int, printed: RoundedFigure, less: int
) -> tuple[Inequality, ...]:
    """Say that numerator times per over denominator, less so much, prints so."""
    _hold_apart(numerator, denominator)
    lowest, highest = printed.lowest + less, printed.highest + less
    return (
        _at_least(numerator, denominator, lowest / per, included=printed.has_lowest),
        _at_most(numerator, denominator, highest / per, included=printed.has_highest),
        Inequality({denominator: 1}, 1),
    )


def _at_least(
    numerator: str, denominator: str, end: Fraction, *, included: bool
) -> Inequality:
    weights = {numerator: end.denominator, denominator: -end.numerator}
    return Inequality(weights, 0 if included else 1)


def _at_most(
    numerator: str, denominator: str, end: Fraction, *, included: bool
) -> Inequality:
    weights = {numerator: -end.denominator, denominator: end.numerator}
    return Inequality(weights, 0 if included else 1)


def _opposite(weights: Mapping[str, int], most: int) -> Inequality:
    return Inequality({name: -weight for name, weight in weights.items()}, -most)


def _hold_apart(*names: str) -> None:
    if len(set(names)) < len(names):
        raise InvalidValueError("the counts of a relation", names, "each of them once")
