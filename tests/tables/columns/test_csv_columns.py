"""Column by column and row by row, a table reads the same, or is refused the same."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policing_indicators.errors import FileAccessError, InvalidContentError
from policing_indicators.strategies import observations
from policing_indicators.tables import tidy
from policing_indicators.tables.columns import cell_coding, csv_columns
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.area import Area, AreaKind, Areas
from policing_indicators.vocabulary.observation import Observation

AREAS = Areas(
    [
        Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA, code="E23000032"),
        Area("west-midlands", "West Midlands", AreaKind.POLICE_FORCE_AREA),
    ]
)
CELLS = {
    "indicator": ["homicide", "homicide ", "home-office/arson", "Homicide!", ""],
    "area": ["kent", "Kent", "E23000032", " West Midlands", "knet", "Dyfed\u2013Powys"],
    "period": ["2024/25", "YE March 2025", "2024", "2024/25 Q4", "2011-12", "soon"],
    "count": [
        *("0", "9", "31", "007", "-4", "1,234", "12.0", "", " ", " 7", "[x]", "5 [p]"),
        *("6 [note 3]", "9 [u] [b]", "many", "9" * 18, "9" * 19, "9" * 40, "\u22124"),
    ],
    "value": ["", "62.1", "62.10", "5", "5.0", ".5", "1e999", "[z]", "no", "-0.0"],
    "missing": ["", " ", "not available", "[c]", "Survey suspended", "lost"],
    "denominator": ["", "263", "263.0", "0.5", "-1", "x"],
    "status": ["", "final", "[p]", "Revised", "new"],
    "as_at": ["", "2026-04-01", " 2025-04-24", "2026-02-30", "1/4/2026"],
    "source": ["", "ONS", "ONS ", "Home Office, April", "'=1+1", 'so "called"', "\xa0"],
    "note": [
        "",
        "=1+1",
        "a\nb",
        "x" * 300,
        "\u00e9t\u00e9",
        "\u3000",
        "\U0001f600" * 70,
    ],
}
ENDS = ["\n", "\r\n", "\r"]
Read = Callable[[Path], Iterable[Observation]]


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Give a table as a file holds it, with right rows and wrong ones."""
    required = ["indicator", "area", "period", "count"]
    others = st.sampled_from([*CELLS, "Count", "as at", "sauce", ""])
    names = draw(st.permutations([*required, *draw(st.sets(others, max_size=4))]))
    few = draw(st.booleans())
    cells = [
        st.sampled_from(CELLS.get(name, [""])[: 2 if few else None]) for name in names
    ]
    rows = draw(st.lists(st.tuples(*cells), max_size=12))
    quote, end = draw(st.booleans()), draw(st.sampled_from(ENDS))
    written = [
        ",".join(draw(st.just(cell)) for cell in map(quoted(quote), row))
        for row in rows
    ]
    extra = st.sampled_from(["", " ", ",,,", '"', "a,b", 'x"y,,,', '""', ",,,\t"])
    for at in draw(st.lists(st.integers(0, len(rows)), max_size=2)):
        written.insert(at, draw(extra))
    mark = draw(st.sampled_from(["", "\ufeff", "\n"]))
    last = draw(st.sampled_from(["", end, end * 2]))
    return (mark + end.join([",".join(names), *written]) + last).encode()


def quoted(always: bool) -> Callable[[str], str]:  # noqa: FBT001 - a drawn choice
    def write(cell: str) -> str:
        if not always and not set(cell) & set(',"\n\r'):
            return cell
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'

    return write


def outcome(read: Read, path: Path) -> tuple[object, ...]:
    """Give all that there is to know of observations, or the whole refusal."""
    try:
        rows = tuple(read(path))
    except InvalidContentError as error:
        return error.where, error.problems, str(error)
    return tuple((repr(row), row.origin) for row in rows)


def by_row(path: Path) -> Iterable[Observation]:
    return tidy.read(path, areas=AREAS)


def by_column(path: Path) -> Iterable[Observation]:
    return ObservationTable.read(path, areas=AREAS)


def hold_to_rows(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "figures.csv")
        path.write_bytes(content)
        assert outcome(by_column, path) == outcome(by_row, path)


HEADER = "indicator,area,period,count,note\n"
ROW = "homicide,kent,2024/25,9,"
OTHER = "homicide,kent,2023/24,9,"


@given(content=tables())
@example(content=b"")
@example(content=b"\xff\xfei")
@example(content=b"PK\x03\x04,a\n")
@example(content=f"{HEADER}{ROW}\0\n".encode())
@example(content=f"{HEADER}{ROW}".encode() + b"\xff\n")
@example(content=f"{HEADER}{ROW}a\rb\n".encode())
@example(content=f'{HEADER}{ROW}"a\nb"\n'.encode())
@example(content=f'{HEADER}{ROW}"a"b\n'.encode())
@example(content=f'{HEADER}{ROW}a"b"\n'.encode())
@example(content=f"{HEADER}{ROW}{'x' * 131_073}\n".encode())
@example(content=f"{HEADER}{ROW}{'x' * 257}\n{OTHER}\n".encode())
@example(content=f"{HEADER}{ROW}\n,,\t,,\n".encode())
@example(content=f'{HEADER}{ROW}\n"",""," ",,\n{ROW}again\n'.encode())
def test_a_table_reads_the_same_by_column_and_by_row_or_is_refused_the_same(
    content: bytes,
) -> None:
    hold_to_rows(content)


@given(content=tables(), block=st.integers(1, 90), rows=st.integers(1, 3))
def test_where_a_file_is_parted_into_blocks_makes_no_difference(
    content: bytes, block: int, rows: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_columns, "_BLOCK", block)
        patch.setattr(csv_columns, "_ROWS", rows)
        hold_to_rows(content)


@given(rows=st.lists(observations(), max_size=8, unique_by=str))
def test_observations_read_back(rows: list[Observation]) -> None:
    known = {row.area: Area(row.area, row.area, AreaKind.REGION) for row in rows}
    areas = Areas(list(known.values()))
    text = tidy.to_text(rows)
    read = ObservationTable.parse(text, areas=areas)
    assert list(map(repr, read)) == list(map(repr, tidy.parse(text, areas=areas)))
    assert ObservationTable.of(rows) == read


@given(content=tables())
@example(content=f"{HEADER}{ROW}earlier  as told\n{OTHER}later on as told\n".encode())
def test_texts_that_share_a_digest_are_told_apart(content: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cell_coding, "_MIX", np.uint64(0))
        hold_to_rows(content)


def test_a_line_without_an_end_in_sight_is_left_to_the_reader_of_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_columns, "_BLOCK", 8)
    monkeypatch.setattr(csv_columns, "_LONGEST_LINE", 16)
    hold_to_rows(f"{HEADER}{ROW}{'x' * 64}\n".encode())


def test_a_plain_file_is_never_read_row_by_row(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(csv_columns, "by_rows", None)
    path = tmp_path / "figures.csv"
    path.write_text(f'{HEADER}{ROW}\n\n{ROW.replace("2024/25", "2023/24")}"a, b"\r\n')
    assert [row.note for row in by_column(path)] == ["", "a, b"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match=r"none\.csv"):
        ObservationTable.read(tmp_path / "none.csv")
