"""The rows of a frame while new columns are worked out for them."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from policing_indicators.calculation.kernels.arguments import Array, numbers
from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
    UnknownNameError,
)
from policing_indicators.tables.frame_cells import is_gap, text_of
from policing_indicators.tables.frame_source import (
    Eager,
    Frame,
    collected,
    given_back,
    opened,
    roles_of,
)
from policing_indicators.tables.memory import Memory
from policing_indicators.vocabulary import requirement

NAME = "the frame"

Column = Array | Sequence[str | None]
"""A new column: figures, NaN where there is none, or texts."""


Codes = NDArray[np.int64]
"""Whole numbers that stand for values: equal ones have one number."""


@frozen
class WorkingTable:
    """A frame, its rows, and which column of it plays which role.

    Attributes:
        given: The frame as the caller gave it.
        rows: Its rows.
        roles: The name of the column of each role.
    """

    given: Frame
    rows: Eager
    roles: Mapping[str, str]

    @classmethod
    def of(
        cls, frame: object, columns: Mapping[str, str] | None, roles: Iterable[str]
    ) -> "WorkingTable":
        """Open a frame and fetch its rows.

        Raises:
            InvalidValueError: What is given is no data frame, or no such mapping.
            UnknownNameError: ``columns`` names a role or column that is not there.
            InvalidContentError: Two of its columns bear one name.
        """
        given = opened(frame)
        found = roles_of(given, columns, roles)
        return cls(given, collected(given), found)

    def __len__(self) -> int:
        """Count the rows."""
        return self.rows.shape[0]

    def column(self, role: str) -> "nw.Series[Any]":
        """Give the column of a role.

        Raises:
            UnknownNameError: There is none.
        """
        if role not in self.roles:
            there = tuple(map(str, self.rows.columns))
            raise UnknownNameError("column of the frame", role, there)
        return self.rows[self.roles[role]]

    def figures(self, role: str) -> Array:
        """Give the numbers of a column, NaN where they are missing.

        Raises:
            UnknownNameError: There is no such column.
            InvalidArrayError: A cell holds no finite number.
        """
        return numbers(self.roles.get(role, role), self.column(role).to_numpy())

    def read(
        self, role: str, readers: Memory[str, Any], problems: list[Problem]
    ) -> list[Any]:
        """Read the texts of a column; what cannot be read is noted, and ``None``."""
        found: list[Any] = []
        for row, value in enumerate(self.column(role).to_list(), start=1):
            try:
                found.append(readers[text_of(role, value)])
            except InvalidValueError as error:
                place = f"row {row}, column {self.roles[role]}"
                problems.append(Problem(place, error.value, error.allowed))
                found.append(None)
        return found

    def codes(self, column: str, problems: list[Problem] | None) -> Codes:
        """Number the values of a column; equal ones have one number.

        Args:
            column: The column.
            problems: Takes the gaps, where none is allowed.
        """
        numbered: dict[Hashable, int] = {}
        found: list[int] = []
        for row, value in enumerate(self.rows[column].to_list(), start=1):
            gap = is_gap(value)
            if gap and problems is not None:
                place = f"row {row}, column {column}"
                problems.append(Problem(place, None, "a value in each row"))
            key = None if gap else value
            found.append(numbered.setdefault(key, len(numbered)))
        return np.array(found, dtype=np.int64)

    def with_columns(self, prefix: str, columns: Mapping[str, Column]) -> Any:  # noqa: ANN401 - of the caller's own kind
        """Give the frame with more columns, in the kind that it came in.

        Raises:
            InvalidContentError: Names are taken already; all of them are named.
        """
        if not requirement.is_text(prefix):
            raise InvalidValueError("prefix", prefix, "text")
        there = set(self.rows.columns)
        names = {name: f"{prefix}{name}" for name in columns}
        allowed = "a name that is free: give a prefix, or rename the column"
        taken = [
            Problem(f"column {name}", name, allowed)
            for name in names.values()
            if name in there
        ]
        if taken:
            raise InvalidContentError(NAME, tuple(taken))
        series = [self._series(names[name], each) for name, each in columns.items()]
        return given_back(self.rows.with_columns(*series), self.given, there)

    def _series(self, name: str, column: Column) -> "nw.Series[Any]":
        backend: Any = self.rows.implementation
        if not isinstance(column, np.ndarray):
            return nw.new_series(name, list(column), nw.String, backend=backend)
        made = nw.new_series(name, column, nw.Float64, backend=backend)
        return made if self.rows.implementation.is_pandas() else made.fill_nan(None)


def require_none(problems: Sequence[Problem]) -> None:
    """Raise the error that names all that is not right, if anything is."""
    if problems:
        raise InvalidContentError(NAME, tuple(problems))
