"""Which form a file has, its content says."""

from pathlib import Path

import pytest

from policing_indicators.tables.file_form import begins_with, is_parquet


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"PAR1...", True), (b"PAR", False), (b"", False), (b"indicator,area\n", False)],
)
def test_a_file_is_parquet_whatever_it_is_called(
    tmp_path: Path, content: bytes, *, expected: bool
) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(content)
    assert is_parquet(path) is expected


def test_a_file_begins_with_any_of_the_marks(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(b"two, and more")
    assert begins_with(path, b"one", b"two")
    assert not begins_with(path, b"one", b"six")


def test_what_cannot_be_read_has_no_form(tmp_path: Path) -> None:
    assert not is_parquet(tmp_path)
    assert not is_parquet(tmp_path / "absent.parquet")
