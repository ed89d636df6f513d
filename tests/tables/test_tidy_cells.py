"""What the cells of a tidy table read as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.tables.tidy_cells import guarded, unguarded

WOULD_RUN = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("-2 since revised", "'-2 since revised"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"),
        ("@home", "'@home"),
        (" \t=1+1", "' \t=1+1"),
        ("'=1+1", "''=1+1"),
        ("''=1+1", "'''=1+1"),
        ("'quoted' words", "'quoted' words"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(
    text: str, written: str
) -> None:
    assert guarded(text) == written
    assert unguarded(written) == text


def test_a_text_that_was_written_without_the_apostrophe_is_taken_as_it_stands() -> None:
    assert unguarded("=1+1") == "=1+1"


@given(st.text("'= +-@a\t\r\n") | st.text())
def test_every_text_comes_back_and_none_would_run(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(WOULD_RUN)
