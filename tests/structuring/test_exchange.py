"""A JSON text is a class written down, and reads back strictly."""

import pytest
from hypothesis import given

from policing_indicators import strategies
from policing_indicators.errors import InvalidContentError
from policing_indicators.structuring import parse_json, to_json
from policing_indicators.vocabulary.published_figure import PublishedFigure
from policing_indicators.vocabulary.source import Source

SOURCE = '{\n  "schema": 1,\n  "publisher": "ONS",\n  "title": "Tables"\n}'


def problems(text: str) -> list[tuple[str, object]]:
    with pytest.raises(InvalidContentError) as caught:
        parse_json(text, Source, where="source.json")
    assert caught.value.where == "source.json"
    return [(each.place, each.value) for each in caught.value.problems]


def test_a_value_is_written_in_the_order_of_its_fields() -> None:
    assert to_json(Source("Home Office", "Tables “all”")) == (
        "{\n"
        '  "schema": 1,\n'
        '  "publisher": "Home Office",\n'
        '  "title": "Tables “all”",\n'
        '  "released": null,\n'
        '  "licence": null\n'
        "}\n"
    )


@given(strategies.published_figures())
def test_a_text_reads_back_to_an_equal_value(figure: PublishedFigure) -> None:
    text = to_json(figure)
    assert parse_json(text, PublishedFigure, where="text") == figure
    assert to_json(parse_json(text, PublishedFigure, where="text")) == text


def test_what_has_a_default_may_be_left_out() -> None:
    assert parse_json(SOURCE, Source, where="text") == Source("ONS", "Tables")


@pytest.mark.parametrize(
    ("right", "wrong", "place", "value"),
    [
        ("1,", "1", "line 3, column 3", '"publisher": "ONS",'),
        ("}", "", "line 5, column 1", ""),
        ("}", "}\nmore", "line 6, column 1", "more"),
        ('"ONS"', "'ONS'", "line 3, column 16", "\"publisher\": 'ONS',"),
        ('"ONS"', "NaN", "a number", "NaN"),
        ('"schema": 1', '"schema": 2', "schema", 2),
        ('"schema": 1', '"schema": true', "schema", True),
        ('"schema": 1', '"schema": 1.0', "schema", 1.0),
        ('"schema": 1', '"form": 1', "schema", None),
        ('"title"', '"titel"', "titel", "Tables"),
        ('"ONS"', "4", "publisher", 4),
        ('"ONS"', "null", "publisher", None),
        ('"title": ', '"publisher": ', "publisher", "Tables"),
    ],
)
def test_what_is_not_right_is_named_by_line_and_column_or_by_path(
    right: str, wrong: str, place: str, value: object
) -> None:
    assert (place, value) in problems(SOURCE.replace(right, wrong, 1))


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        '"text"',
        "1",
        "null",
        "[" * 100_000,
        f'{{"x": {"[" * 30}1{"]" * 30}}}',
        f"[{'9' * 5_000}]",
    ],
    ids=[
        "list",
        "text",
        "number",
        "null",
        "too deep",
        "deeper than can be worked on",
        "too long a number",
    ],
)
def test_what_is_no_table_is_refused_as_a_whole(text: str) -> None:
    ((place, _),) = problems(text)
    assert place == "the whole"
