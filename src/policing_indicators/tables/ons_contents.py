"""What a table of the Office for National Statistics was found to hold."""

from collections import Counter
from collections.abc import Hashable

from policing_indicators.errors import Problem
from policing_indicators.tables.ons_notes import NoteMentions
from policing_indicators.tables.reading import LeftOut
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import Population

_ONCE = "each figure once in a workbook; {} has this one"


class TableContents:
    """Takes in what is in a table, and what could not be placed.

    Args:
        name: The sheet's name.

    >>> contents = TableContents("Table P1")
    >>> contents.leave_out("a row", "the row holds no figures")
    >>> print(*contents.left_out)
    Table P1, a row: 1 row left out (the row holds no figures)
    """

    __slots__ = (
        "_left_out",
        "_name",
        "cells_left_out",
        "mentions",
        "missing",
        "observations",
        "populations",
        "problems",
    )

    observations: dict[Hashable, tuple[Observation, str]]
    """Its figures and the reasons where there are none, each with its cell."""

    populations: list[Population]
    """Its populations."""

    missing: Counter[MissingReason]
    """How many cells say why there is no figure."""

    cells_left_out: int
    """How many cells that hold something were left out."""

    mentions: NoteMentions
    """Who refers to which note."""

    problems: list[Problem]
    """Cells that could not be placed."""

    def __init__(self, name: str) -> None:
        """Start with nothing found."""
        self._name = name
        self._left_out: Counter[tuple[str, str]] = Counter()
        self.observations = {}
        self.populations = []
        self.missing = Counter()
        self.cells_left_out = 0
        self.mentions = NoteMentions()
        self.problems = []

    @property
    def left_out(self) -> list[LeftOut]:
        """The rows that were left out, and why."""
        return [
            LeftOut(f"{self._name}, {what}", reason, rows)
            for (what, reason), rows in self._left_out.items()
        ]

    def leave_out(self, what: str, reason: str, cells: int = 0) -> None:
        """Take in that a row was left out.

        Args:
            what: What it is of.
            reason: Why.
            cells: How many cells of it hold something.
        """
        self._left_out[what, reason] += 1
        self.cells_left_out += cells

    def refuse(self, place: str, value: object, allowed: str) -> None:
        """Take in that a cell could not be placed."""
        self.problems.append(Problem(place, value, allowed))

    def take_in(self, observation: Observation, place: str) -> None:
        """Take in a figure, or why there is none."""
        key = observation.indicator, observation.area, observation.period
        _, first = self.observations.setdefault(key, (observation, place))
        if first != place:
            self.refuse(place, str(observation), _ONCE.format(first))
        elif observation.missing is not None:
            self.missing[observation.missing] += 1
