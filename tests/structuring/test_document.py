"""What a document is, and how it says that it is none."""

from importlib.resources import files
from pathlib import Path

import pytest

from policing_indicators.errors import FileAccessError, InvalidContentError, Problem
from policing_indicators.structuring import read_toml
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.source import Source

SOURCE = 'publisher = "Home Office"\ntitle = "Recorded crime"\n'
ALLOWED_SCHEMA = "1, the form this version reads"


def problems_in(path: Path, content: str | bytes) -> tuple[Problem, ...]:
    if isinstance(content, str):
        content = content.encode()
    path.write_bytes(content)
    with pytest.raises(InvalidContentError) as caught:
        read_toml(path, Source)
    assert caught.value.where == str(path)
    return caught.value.problems


@pytest.mark.parametrize(
    "content",
    [
        f"schema = 1\n{SOURCE}",
        f"{SOURCE}\nschema = 1\n",
        f"\N{BYTE ORDER MARK}schema = 1\n{SOURCE}",
        f"schema = 1\n{SOURCE}".replace("\n", "\r\n"),
    ],
    ids=["first", "last", "byte order mark", "line ends of Windows"],
)
def test_a_document_names_its_form_and_is_read(tmp_path: Path, content: str) -> None:
    path = tmp_path / "source.toml"
    path.write_bytes(content.encode())
    assert read_toml(path, Source) == Source("Home Office", "Recorded crime")


def test_a_document_inside_a_package_is_read() -> None:
    shelf = files("policing_indicators.registry") / "data" / "frameworks"
    document = shelf / "national-priorities-2021.toml"
    assert read_toml(document, Framework).id == "national-priorities-2021"


@pytest.mark.parametrize(
    ("written", "schema"),
    [("2", 2), ('"1"', "1"), ("1.0", 1.0), ("true", True), ("[1]", [1])],
)
def test_a_document_of_another_form_is_refused_for_that_alone(
    tmp_path: Path, written: str, schema: object
) -> None:
    content = f"schema = {written}\nrubbish = 4\n"
    problems = problems_in(tmp_path / "source.toml", content)
    assert problems == (Problem("line 1: schema", schema, ALLOWED_SCHEMA),)


def test_a_document_without_a_form_is_told_so(tmp_path: Path) -> None:
    problems = problems_in(tmp_path / "source.toml", SOURCE)
    assert problems == (Problem("schema", None, ALLOWED_SCHEMA),)


def test_a_document_without_a_form_is_told_the_rest_as_well(tmp_path: Path) -> None:
    problems = problems_in(tmp_path / "source.toml", 'publisher = "Home Office"\n')
    assert [problem.place for problem in problems] == ["schema", "title"]


def test_a_mistake_in_a_document_is_named_with_the_file(tmp_path: Path) -> None:
    problems = problems_in(tmp_path / "source.toml", f"schema = 1\n{SOURCE}year = 1\n")
    assert [problem.place for problem in problems] == ["line 4: year"]


def test_mistakes_are_named_in_the_order_of_the_lines_and_what_is_missing_first(
    tmp_path: Path,
) -> None:
    content = 'publisher = 4\nyear = 1\nreleased = "soon"\n'
    problems = problems_in(tmp_path / "source.toml", content)
    assert [problem.place for problem in problems] == [
        "schema",
        "title",
        "line 1: publisher",
        "line 2: year",
        "line 3: released",
    ]


@pytest.mark.parametrize(
    ("content", "place", "value"),
    [
        ('schema = 1\ntitle "Crime"\n', "line 2, column 7", 'title "Crime"'),
        ("schema = 1\nschema = 1\n", "line 2, column 11", "schema = 1"),
        ("schema = 1\nday = 2024-02-30\n", "line 2, column 7", "day = 2024-02-30"),
        ("schema = 1\ntitle =", "end of document", "title ="),
        ("schema = 1\nlist = [1,\n\n", "end of document", "list = [1,"),
        ("schema = 1\r\n[a\r\n", "line 2, column 3", "[a"),
    ],
)
def test_what_is_no_toml_is_named_by_line_and_column(
    tmp_path: Path, content: str, place: str, value: str
) -> None:
    (problem,) = problems_in(tmp_path / "source.toml", content)
    assert (problem.place, problem.value) == (place, value)
    assert problem.allowed.startswith("TOML that can be read (")
    assert "at line" not in problem.allowed


@pytest.mark.parametrize(
    "content",
    [f"schema = {'9' * 5_000}", f"schema = {'[' * 50_000}"],
    ids=["too long a number", "too deep a list"],
)
def test_what_python_cannot_hold_is_no_toml(tmp_path: Path, content: str) -> None:
    (problem,) = problems_in(tmp_path / "source.toml", content)
    assert problem.allowed.startswith("TOML that can be read (")


def test_a_document_holds_no_more_within_each_other_than_can_be_worked_on(
    tmp_path: Path,
) -> None:
    (problem,) = problems_in(tmp_path / "source.toml", f"x = {'[' * 30}1{']' * 30}")
    assert (problem.place, problem.value) == ("the whole", None)
    assert problem.allowed == "at most 30 tables and lists one within another"


def test_text_that_is_not_utf_8_is_named_by_its_line(tmp_path: Path) -> None:
    content = b'schema = 1\ntitle = "Pr\xe9cis"\n'
    problems = problems_in(tmp_path / "source.toml", content)
    assert problems == (Problem("line 2", b"\xe9", "text in UTF-8"),)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("absent.toml", "No such file or directory"),
        ("absent/source.toml", "No such file or directory"),
        (".", "Is a directory"),
        ("no\0name.toml", "embedded null"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    tmp_path: Path, name: str, reason: str
) -> None:
    path = tmp_path / name
    with pytest.raises(FileAccessError) as caught:
        read_toml(path, Source)
    assert caught.value.file == str(path)
    assert reason in caught.value.reason
