"""Every format of a statement says the same figures."""

import json
import re
from itertools import chain
from typing import Any

import html5lib
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.publication.generated import statements
from tests.publication.word_lines import lines_of_document, opened

from policing_indicators.publication.docx_rendering import docx
from policing_indicators.publication.exchange import (
    parse_statement,
    statement_json,
    statement_schema,
)
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.tables import open_data
from policing_indicators.vocabulary.published_figure import Measure

SCHEMA: Any = Draft202012Validator(
    json.loads(statement_schema()),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)

SYMBOL = re.compile(r"\[[a-z]\]")

every_statement = given(statement=statements())
some = settings(max_examples=25)


def text_of(page: str) -> str:
    """Give the text that a reader of a page meets."""
    library: Any = html5lib
    root = library.parse(page, namespaceHTMLElements=False)
    return "".join(root.find("body").itertext())


@some
@every_statement
def test_every_figure_of_the_json_stands_in_every_page(statement: Statement) -> None:
    figures = json.loads(statement_json(statement))["figures"]
    document = "\n".join(lines_of_document(opened(docx(statement))))
    for page in (text_of(html(statement)), markdown(statement), document):
        for figure in figures:
            assert figure["printed"] in page


@some
@every_statement
def test_every_number_in_a_cell_is_that_of_a_row_of_the_open_data(
    statement: Statement,
) -> None:
    printed = {figure.printed for figure in statement.figures}
    for each in chain.from_iterable(one.tables for one in statement.sections):
        for cells in each.rows:
            for column, cell in zip(each.columns, cells, strict=True):
                if column.is_number and not SYMBOL.fullmatch(cell):
                    assert any(f"{cell} ".startswith(f"{text} ") for text in printed)
    verdicts = {
        figure.printed
        for figure in statement.figures
        if figure.measure is Measure.TARGET_VERDICT
    }
    for each in statement.targets:
        assert {cells[-1] for cells in each.rows} == verdicts


@some
@every_statement
def test_the_csv_reads_back_to_the_figures_of_the_json(statement: Statement) -> None:
    figures = parse_statement(statement_json(statement)).figures
    assert open_data.parse(open_data.to_text(statement.figures)) == figures


@some
@every_statement
def test_the_json_reads_back_to_an_equal_statement_and_fits_its_schema(
    statement: Statement,
) -> None:
    text = statement_json(statement)
    again = parse_statement(text)
    assert again == statement
    assert statement_json(again) == text
    SCHEMA.validate(json.loads(text))


@some
@every_statement
def test_a_statement_prints_one_figure_of_each_key(statement: Statement) -> None:
    keys = [figure.key for figure in statement.figures]
    assert len(set(keys)) == len(keys)
