"""Which offences count towards which indicators, as an expression for any engine."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import frozen

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.registry.mapping import MappingRow, OffenceMapping
from policing_indicators.tables.frame_cells import is_gap
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.names import folded

UNMAPPED = -1
"""The code of an offence that the mapping does not name."""
NO_OFFENCE = -2
"""The code where an incident has no offence."""

_BLANKS = " \t\r\n"
_ALLOWED = "a mapping such as {'Domestic burglary': 'residential-burglary'}"
_ALLOWED_ROWS = (
    "a mapping whose rows all name subgroups, or all groups, or all codes, each once"
)


@frozen
class Offences:
    """The offences, put together by what they count towards.

    An offence may count towards several indicators. So that each incident is counted
    once on the engine, offences that count towards the same ones have one code.

    Attributes:
        names: The offences of each code.
        indicators: What the offences of each code count towards.
        rows: The row of each code in a publisher's mapping, which says in which years
            it holds; none where the mapping is a plain one.
    """

    names: tuple[tuple[str, ...], ...]
    indicators: tuple[tuple[str, ...], ...]
    rows: tuple[MappingRow, ...] = ()

    @classmethod
    def of(
        cls, mapping: Mapping[str, str | Iterable[str]] | OffenceMapping
    ) -> "Offences":
        """Take a mapping of offences to the ids of indicators.

        Raises:
            InvalidValueError: It is no mapping, or empty; or a publisher's that no one
                column is enough for.
            InvalidContentError: An offence is no text, is blank or is named twice, or
                what it counts towards is no id; all of it is named.
        """
        if isinstance(mapping, OffenceMapping):
            return cls._of_publisher(mapping)
        if not (requirement.is_mapping(mapping) and mapping):
            raise InvalidValueError("indicators", mapping, _ALLOWED)
        problems: list[Problem] = []
        together: dict[tuple[str, ...], list[str]] = {}
        seen: set[str] = set()
        for name, given in mapping.items():
            offence = name.strip(_BLANKS) if requirement.is_text(name) else ""
            if not offence or offence in seen:
                allowed = "the name of an offence, each once"
                problems.append(Problem("indicators", name, allowed))
            seen.add(offence)
            together.setdefault(_ids(name, given, problems), []).append(offence)
        if problems:
            raise InvalidContentError("the mapping", tuple(problems))
        return cls(tuple(map(tuple, together.values())), tuple(together))

    @classmethod
    def _of_publisher(cls, mapping: OffenceMapping) -> "Offences":
        """Take a publisher's mapping, each row of it as a code of its own."""
        keys = [row.component.partition(" ")[0] for row in mapping.rows]
        names = [_name_of(row) for row in mapping.rows]
        if len(set(keys)) != 1 or len(set(map(folded, names))) != len(names):
            raise InvalidValueError("indicators", mapping.id, _ALLOWED_ROWS)
        return cls(
            tuple((name,) for name in names),
            tuple(row.indicators for row in mapping.rows),
            mapping.rows,
        )

    @property
    def every_name(self) -> tuple[str, ...]:
        """Every offence."""
        return tuple(name for names in self.names for name in names)

    @property
    def every_indicator(self) -> tuple[str, ...]:
        """Every indicator, in the order in which they are first named."""
        return tuple(dict.fromkeys(each for ids in self.indicators for each in ids))

    def with_code(self, frame: Any) -> Any:  # noqa: ANN401 - a frame of either kind
        """Add the code of each offence to a frame, blanks at the ends passed over.

        Args:
            frame: A frame with a column ``offence``.

        Returns:
            The frame with columns ``name`` and ``code`` more.
        """
        offence, name = nw.col("offence"), nw.col("name")
        # a column of its own: DuckDB would strip it anew for each comparison
        stripped = offence.cast(nw.String).str.strip_chars(_BLANKS)
        known = self._among(name, range(len(self.names)))
        code = nw.when(name.is_in(self.every_name)).then(known).otherwise(UNMAPPED)
        gap = offence.is_null()  # pandas 2 casts a gap to the text "nan"
        code = nw.when(gap).then(NO_OFFENCE).otherwise(code)
        return frame.with_columns(name=stripped).with_columns(code=code)

    def codes(self, names: Sequence[Any], backend: nw.Implementation) -> list[int]:
        """Give the codes of offences.

        Args:
            names: Their names as a frame has them, and what stands for none.
            backend: What is to look them up.
        """
        engine: Any = backend
        gaps = [is_gap(name) for name in names]
        # pandas 2 makes texts of gaps, too
        texts = ["" if gap else name for gap, name in zip(gaps, names, strict=True)]
        schema = {"offence": nw.String}
        frame = nw.from_dict({"offence": texts}, schema, backend=engine)
        codes: list[int] = self.with_code(frame)["code"].to_list()
        return [
            NO_OFFENCE if gap else code for gap, code in zip(gaps, codes, strict=True)
        ]

    def _among(self, name: nw.Expr, codes: range) -> nw.Expr:
        """Choose among codes by halves: a chain of them all would be too deep."""
        if len(codes) == 1:
            return nw.lit(codes[0])
        middle = len(codes) // 2
        first = [each for code in codes[:middle] for each in self.names[code]]
        return (
            nw.when(name.is_in(first))
            .then(self._among(name, codes[:middle]))
            .otherwise(self._among(name, codes[middle:]))
        )


def _name_of(row: MappingRow) -> str:
    return (row.subgroup or row.group or row.code or "").strip(_BLANKS)


def _ids(name: str, given: Any, problems: list[Problem]) -> tuple[str, ...]:  # noqa: ANN401 - whatever the caller gave
    """Read what an offence counts towards, and note what is no id."""
    read = TidyCells.of(Areas(())).indicator
    found: list[str] = []
    try:
        texts = (given,) if requirement.is_text(given) else requirement.texts(given)
        for each in texts:
            requirement_text = each if requirement.is_text(each) else ""
            found.append(read[requirement_text])
    except InvalidValueError as error:
        place = f"indicators[{name!r}]"
        problems.append(Problem(place, error.value, error.allowed))
    return tuple(dict.fromkeys(found))
