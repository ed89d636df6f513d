"""A statement is published as JSON, with a schema, and reads back."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
)
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.exchange import (
    parse_statement,
    read_statement,
    statement_json,
    statement_schema,
)
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.structuring import json_schema

SCHEMA: Any = Draft202012Validator(
    json.loads(statement_schema()),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)


@pytest.fixture(scope="module")
def statement() -> Statement:
    return Statement.of(Draft.read(Path(str(example()))), populations())


def test_the_schema_that_ships_is_that_of_the_types() -> None:
    """Where they differ, run ``.ci/statement_schema.py``."""
    assert json.loads(statement_schema()) == json_schema(Statement)
    Draft202012Validator.check_schema(json.loads(statement_schema()))


def test_the_example_fits_the_schema_and_reads_back(
    statement: Statement, tmp_path: Path
) -> None:
    text = statement_json(statement)
    SCHEMA.validate(json.loads(text))
    path = tmp_path / "statement.json"
    path.write_text(text, encoding="utf-8")
    assert read_statement(path) == statement
    path.write_text(f"\ufeff{text}", encoding="utf-8")
    assert read_statement(path) == statement


def test_equal_statements_give_equal_texts(statement: Statement) -> None:
    again = Statement.of(Draft.read(Path(str(example()))), populations())
    assert statement_json(again) == statement_json(statement)


def test_no_place_on_a_machine_and_no_time_stand_in_the_text(
    statement: Statement,
) -> None:
    text = statement_json(statement)
    assert str(Path(str(example())).parent) not in text
    assert str(Path.home()) not in text


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("title",), 4, "title"),
        (("titel",), "x", "titel"),
        (("sections",), "none", "sections"),
        (("sections", 0, "applies"), "yes", "sections[0].applies"),
        (
            ("sections", 0, "tables", 0, "rows", 0),
            "32",
            "sections[0].tables[0].rows[0]",
        ),
        (("figures", 0, "value"), "32", "figures[0].value"),
        (("figures", 0, "measure"), "number", "figures[0].measure"),
        (("figures", 1, "as_at"), "April", "figures[1].as_at"),
        (("making", "files", 0, "sha256"), None, "making.files[0].sha256"),
    ],
)
def test_what_is_not_right_is_named_by_path_and_does_not_fit_the_schema(
    statement: Statement, path: tuple[str | int, ...], value: object, place: str
) -> None:
    document = json.loads(statement_json(statement))
    part: Any = document
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    with pytest.raises(InvalidContentError) as caught:
        parse_statement(json.dumps(document), name="statement.json")
    assert caught.value.where == "statement.json"
    assert [each.place for each in caught.value.problems] == [place]
    assert not SCHEMA.is_valid(document)


def test_figures_that_contradict_themselves_are_refused(statement: Statement) -> None:
    document = json.loads(statement_json(statement))
    document["figures"][0]["compared_with"] = "2019/20"
    with pytest.raises(InvalidContentError, match=r"figures\[0\]\.compared_with"):
        parse_statement(json.dumps(document))


def test_what_is_no_json_is_named_by_line_and_column() -> None:
    with pytest.raises(InvalidContentError, match="line 2, column 3") as caught:
        parse_statement('{"schema": 1,\n  title: "x"}')
    (problem,) = caught.value.problems
    assert problem.value == 'title: "x"}'


def test_what_is_no_statement_or_no_text_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="of type Statement"):
        statement_json("statement")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="use read_statement"):
        parse_statement(Path("statement.json"))  # type: ignore[arg-type]
    with pytest.raises(FileAccessError, match="No such file"):
        read_statement(Path("no", "such.json"))
