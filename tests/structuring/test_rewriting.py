"""A TOML file in which one thing is changed."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.structuring.rewriting import (
    commented_out,
    literal,
    with_key,
    with_value,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
FILE = """\
# The period is "2024".
period = '2024' # not "2023"
published = 2025-06-01
data = [ # "two" ]
  "a.csv", # ]
  "b.csv",
]
title = "2024"

[periods]
knife-crime = \"""2024\"""
small = { a = "2024", b = "2024" }
"""


@pytest.mark.parametrize(
    ("keys", "value", "before", "after"),
    [
        (["period"], "2025", "'2024' #", '"2025" #'),
        (["title"], "2025", '"2024"\n\n', '"2025"\n\n'),
        (["periods", "knife-crime"], 'a "b"', '"""2024"""', '"a \\"b\\""'),
        (["periods", "small", "b"], "2025", 'b = "2024"', 'b = "2025"'),
        (
            ["data"],
            ["figures.csv"],
            '[ # "two" ]\n  "a.csv", # ]\n  "b.csv",\n]',
            '["figures.csv"]',
        ),
        (["data", 1], "c.csv", '"b.csv"', '"c.csv"'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_value_is_changed_and_every_other_character_stays(
    keys: list[str | int], value: str | list[str], before: str, after: str, end: str
) -> None:
    old, new = (each.replace("\n", end) for each in (before, after))
    text = FILE.replace("\n", end)
    assert text.count(old) == 1
    assert with_value(text, keys, value) == text.replace(old, new)


def test_a_statement_becomes_a_comment() -> None:
    text = commented_out(FILE, ["published"])
    assert text == FILE.replace("published", "# published")
    assert tomllib.loads(FILE)["published"] == date(2025, 6, 1)


def test_a_statement_of_many_lines_becomes_a_comment_line_by_line() -> None:
    assert "# data = [" in commented_out(FILE, ["data"])
    assert tomllib.loads(commented_out(FILE, ["data"])).keys() == (
        tomllib.loads(FILE).keys() - {"data"}
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_new_statement_follows_another(end: str) -> None:
    text = FILE.replace("\n", end)
    new = with_key(text, ["data"], "previous", "previous.json")
    assert new == text.replace(
        f"{end}title", f'{end}previous = "previous.json"{end}title'
    )


def test_what_cannot_be_written_as_it_is_meant_is_not_written() -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        commented_out(FILE, ["periods", "small", "a"])
    with pytest.raises(ValueError, match="cannot be written"):
        with_value("a = 1", ["a"], "2")


@given(TEXT | st.lists(TEXT))
def test_what_is_written_reads_as_it_was(value: str | list[str]) -> None:
    assert tomllib.loads(f"a = {literal(value)}") == {"a": value}


@given(TEXT, TEXT)
def test_a_text_is_changed_whatever_it_was_and_becomes(old: str, new: str) -> None:
    text = f'b = 1 # it\'s "{"x"}"\na = {literal(old)} # "\n'
    assert with_value(text, ["a"], new) == (
        f'b = 1 # it\'s "{"x"}"\na = {literal(new)} # "\n'
    )
