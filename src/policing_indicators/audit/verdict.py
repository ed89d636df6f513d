"""What a second reader says of a printed figure."""

from collections.abc import Iterable

from policing_indicators.vocabulary.closed_set import ClosedSet


class Standing(ClosedSet):
    """What is found of a figure, from the most comfortable to the least."""

    REPRODUCES = "reproduces"
    """A table at hand gives it, to the printed digit."""

    WITHIN_REVISION = "within usual revision"
    """A table at hand gives another, as near as tables usually come to be revised."""

    CANNOT_BE_CHECKED = "cannot be checked"
    """Nothing at hand can say, and the reason is given."""

    PRESENTATION_POINT = "presentation point"
    """It may stand; how it is printed leaves something open."""

    DOES_NOT_REPRODUCE = "does not reproduce"
    """Every table at hand gives another, farther off than the usual revision."""

    CANNOT_ALL_HOLD = "cannot all hold"
    """With whole counts, the stated rounding and one extract of the data, the printed
    figures contradict each other, whatever the data."""

    @property
    def discomfort(self) -> int:
        """Where it stands among the verdicts, the most comfortable first."""
        return _ORDER[self]


_ORDER = {verdict: place for place, verdict in enumerate(Standing)}

_SHAPES = {
    Standing.REPRODUCES: "●",
    Standing.WITHIN_REVISION: "◐",
    Standing.CANNOT_BE_CHECKED: "○",
    Standing.PRESENTATION_POINT: "△",
    Standing.DOES_NOT_REPRODUCE: "✕",
    Standing.CANNOT_ALL_HOLD: "✕✕",
}

AT_FAULT = frozenset({Standing.DOES_NOT_REPRODUCE, Standing.CANNOT_ALL_HOLD})
"""The verdicts that an audit does not pass."""


def least_comfortable(verdicts: Iterable[Standing]) -> Standing:
    """Give the least comfortable of some verdicts; of none, that nothing can be said.

    >>> least_comfortable([Standing.REPRODUCES, Standing.WITHIN_REVISION]).value
    'within usual revision'
    """
    found = tuple(verdicts)
    return max(found, key=_ORDER.__getitem__, default=Standing.CANNOT_BE_CHECKED)


def shown(verdict: Standing) -> str:
    """Write a verdict as a notebook shows it: its shape, then its word.

    >>> shown(Standing.REPRODUCES)
    '● reproduces'
    """
    return f"{_SHAPES[verdict]} {verdict.value}"
