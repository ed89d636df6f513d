"""What differs from what was published before stands in a table, with the reason."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.publication.word_lines import lines_of_document, opened

from policing_indicators.publication.docx_rendering import docx
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import copy_example
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure

NOW = Period.financial_year(2024)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy_example(tmp_path / "mine")
    return tmp_path / "mine"


def made(folder: Path) -> Statement:
    return Statement.of(Draft.read(folder), populations())


def after(folder: Path, issued: Statement) -> Statement:
    """Make the statement that names another as the one issued before."""
    (folder / "previous.json").write_text(statement_json(issued), encoding="utf-8")
    file = folder / "publication.toml"
    text = file.read_text(encoding="utf-8")
    named = text.replace("\ntitle =", '\nprevious = "previous.json"\ntitle =', 1)
    file.write_text(named, encoding="utf-8")
    return made(folder)


def otherwise(issued: Statement, value: float, **of: object) -> Statement:
    """Give a statement as if it had printed another value of some figures."""
    figures = tuple(
        evolve(each, value=value, printed=str(value))
        if all(getattr(each, name) == wanted for name, wanted in of.items())
        else each
        for each in issued.figures
    )
    assert figures != issued.figures
    return evolve(issued, figures=figures)


def test_nothing_is_restated_where_nothing_was_issued_before(folder: Path) -> None:
    assert made(folder).restated == ()


def test_nothing_is_restated_where_every_figure_stands(folder: Path) -> None:
    issued = made(folder)
    again = after(folder, issued)
    assert again.restated == ()
    assert "restated" not in markdown(again)


def test_a_figure_that_differs_stands_beside_the_one_before_with_the_reason(
    folder: Path,
) -> None:
    of = {"indicator": "homicide", "measure": Measure.COUNT, "period": NOW}
    statement = after(folder, otherwise(made(folder), 31, **of))
    (table,) = statement.restated
    assert table.caption == "Restated since the previous issue, 2024-25 Q4 update"
    assert table.rows == (
        (
            "Homicide",
            "number",
            "2024/25",
            "31",
            "32",
            "+1",
            (
                "the release is the same: the figure was taken from it, or worked out, "
                "differently"
            ),
        ),
    )
    for page in (markdown(statement), html(statement)):
        assert "Figures that were restated" in page
        assert table.caption in page
    lines = list(lines_of_document(opened(docx(statement))))
    heading = lines.index("Figures that were restated")
    assert table.caption in lines[heading + 1]


def test_a_rate_is_restated_with_the_decimals_that_it_is_printed_with(
    folder: Path,
) -> None:
    of = {"indicator": "homicide", "measure": Measure.RATE}
    statement = after(folder, otherwise(made(folder), 1.15, **of))
    (table,) = statement.restated
    assert table.rows[0][1:6] == (
        "rate",
        "2024/25",
        "1.15",
        "1.05",
        "\N{MINUS SIGN}0.10",
    )


def test_a_figure_that_is_not_printed_besides_is_open_data_as_it_is_now(
    folder: Path,
) -> None:
    issued = made(folder)
    level = next(each for each in issued.figures if each.measure is Measure.COUNT)
    earlier = Period.financial_year(2021)
    known = next(
        each
        for each in issued.figures
        if (each.indicator, each.period) == (level.indicator, earlier)
    )
    rate: PublishedFigure = evolve(
        known,
        measure=Measure.RATE,
        unit="people",
        per=100_000,
        value=99.9,
        printed="99.9",
        lower=90,
        upper=110,
        confidence=0.95,
        method="exact",
    )
    statement = after(folder, evolve(issued, figures=(*issued.figures, rate)))
    again = [each for each in statement.figures if each.key == rate.key]
    assert len(again) == 1
    assert again[0].value != rate.value
    assert (again[0].shorthand, again[0].lower) == ("[r]", None)
    assert again[0].printed in markdown(statement)


def test_what_is_not_printed_is_not_restated(folder: Path) -> None:
    issued = otherwise(made(folder), 1, indicator="homicide", measure=Measure.COUNT)
    file = folder / "publication.toml"
    text = file.read_text(encoding="utf-8")
    without = text.replace('["homicide", "domestic-homicide"]', '["domestic-homicide"]')
    assert without != text
    file.write_text(without, encoding="utf-8")
    assert after(folder, issued).restated == ()
