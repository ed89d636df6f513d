"""What came of reading a publisher's table: the observations, and what was left out."""

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.observation import Observation

HIDDEN = "a sheet that is hidden"
"""Why a sheet of a workbook is left out that a spreadsheet does not show."""


@frozen
class LeftOut:
    """Rows of a table that no observation was made of.

    Attributes:
        what: What they are of.
        reason: Why they were left out.
        rows: How many they are.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> print(LeftOut("CIFAS", "a body that reports fraud, and no area", 55))
    CIFAS: 55 rows left out (a body that reports fraud, and no area)
    """

    what: str = field(validator=requirement.line)
    reason: str = field(validator=requirement.line)
    rows: int = field(validator=requirement.positive)

    def __str__(self) -> str:
        """Say what was left out, and why."""
        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"
        return f"{self.what}: {rows} left out ({self.reason})"


@frozen
class Reading:
    """The observations of a table, and what was left out of them.

    Attributes:
        observations: The observations.
        left_out: Every row that is in none of them, by what it is of and why.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> Reading([]).left_out
    ()
    """

    observations: tuple[Observation, ...] = field(
        converter=requirement.items,
        validator=requirement.each(requirement.kind(Observation)),
    )
    left_out: tuple[LeftOut, ...] = field(
        default=(),
        converter=requirement.items,
        validator=requirement.each(requirement.kind(LeftOut)),
    )
