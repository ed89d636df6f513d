"""The tables that an audit rests on, each called by a number."""

from collections.abc import Iterable

from policing_indicators.audit.audit import Audit
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording.audit_figures import day, listed

Release = tuple[str, str]
"""A source as it is cited, and the day on which it stood so, as printed."""


class TablesAtHand:
    """The releases that an audit's figures come from, in the order they are met.

    Args:
        audit: The audit.
    """

    __slots__ = ("_numbers",)

    def __init__(self, audit: Audit) -> None:
        """Number the releases."""
        self._numbers: dict[Release, int] = {}
        for row in _observations(audit):
            self._numbers.setdefault(_release(row), len(self._numbers) + 1)

    def named(self, rows: Iterable[Observation]) -> str:
        """Name the tables of some figures: ``table 1``, ``tables 1 and 2``."""
        numbers = sorted({self._numbers[_release(row)] for row in rows})
        word = "table" if len(numbers) == 1 else "tables"
        return f"{word} {listed(map(str, numbers))}"

    @property
    def lines(self) -> tuple[str, ...]:
        """What each table is, in the order of the numbers."""
        return tuple(
            f"Table {place}: {source}{f' (as at {as_at})' if as_at else ''}."
            for (source, as_at), place in self._numbers.items()
        )


def _observations(audit: Audit) -> Iterable[Observation]:
    for each in audit.claims:
        for reckoning in each.reckonings:
            yield from reckoning.observations
            if reckoning.newest is not None:
                yield from reckoning.newest.observations
    for finding in audit.findings:
        yield from finding.observations
        for explanation in finding.explanations:
            yield from explanation.observations


def _release(row: Observation) -> Release:
    source = row.source or "a table whose source is not named"
    return source, day(row.as_at) if row.as_at else ""
