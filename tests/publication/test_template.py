"""An office's own templates take the place of ours, and say what is wrong with them."""

from pathlib import Path

import pytest

from policing_indicators.errors import FileAccessError, InvalidContentError
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.template import names
from policing_indicators.registry.populations import populations


@pytest.fixture(scope="module")
def statement() -> Statement:
    return Statement.of(Draft.read(Path(str(example()))), populations())


def test_a_template_takes_the_place_of_ours_of_the_same_name(
    statement: Statement, tmp_path: Path
) -> None:
    (tmp_path / "style.css.jinja").write_text("p { color: #000000; }\n")
    (tmp_path / "README.md").write_text("Ours.")
    page = html(statement, templates=tmp_path)
    assert "p { color: #000000; }" in page
    assert "Arial" not in page
    assert markdown(statement, templates=tmp_path) == markdown(statement)


def test_html_is_escaped_in_a_template_of_ones_own_too(
    statement: Statement, tmp_path: Path
) -> None:
    template = tmp_path / "statement.html.jinja"
    template.write_text("{{ '<b>' }}{{ statement.title }}")
    assert html(statement, templates=tmp_path) == f"&lt;b&gt;{statement.title}"


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\n\n{{ statement.headline }}", 3, "has no attribute 'headline'"),
        ("{{ nothing }}", 1, "'nothing' is undefined"),
        ("{{ statement.title | loud }}", 1, "No filter named 'loud'"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("{{ 'a' + 1 }}", 1, "can only concatenate"),
        ("{% include 'other.jinja' %}", 1, "other.jinja"),
        ("{{ statement.of.__globals__ }}", 1, "unsafe"),
    ],
)
def test_a_broken_template_is_named_by_file_and_line(
    statement: Statement, tmp_path: Path, source: str, line: int, told: str
) -> None:
    template = tmp_path / "statement.html.jinja"
    template.write_text(source)
    with pytest.raises(InvalidContentError) as caught:
        html(statement, templates=tmp_path)
    assert caught.value.where == str(template)
    (problem,) = caught.value.problems
    assert problem.place == f"line {line}"
    assert problem.value == source.split("\n")[line - 1]
    assert told in problem.allowed


def test_a_template_that_is_no_text_is_refused_as_a_whole(
    statement: Statement, tmp_path: Path
) -> None:
    (tmp_path / "statement.md.jinja").write_bytes(b"\xff")
    with pytest.raises(InvalidContentError, match=r"md\.jinja has 1 problem"):
        markdown(statement, templates=tmp_path)


def test_a_folder_that_is_not_there_is_no_folder_of_templates(
    statement: Statement, tmp_path: Path
) -> None:
    with pytest.raises(FileAccessError, match="No such file"):
        markdown(statement, templates=tmp_path / "nowhere")


def test_a_folder_that_changes_nothing_is_refused_with_the_names_there_are(
    statement: Statement, tmp_path: Path
) -> None:
    (tmp_path / "statment.html.jinja").write_text("")
    with pytest.raises(FileAccessError) as caught:
        html(statement, templates=tmp_path)
    for name in names():
        assert name in caught.value.reason
