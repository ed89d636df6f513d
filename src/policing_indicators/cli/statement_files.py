"""The files that a statement is written to: itself, and its open data beside it."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from policing_indicators.cli.book_output import BOOKS
from policing_indicators.illustration.illustrated import Illustrated
from policing_indicators.publication.csvw import csvw_metadata
from policing_indicators.publication.docx_rendering import docx
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.page_figure import PageFigures
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.workbook import statement_workbook
from policing_indicators.registry.populations import populations
from policing_indicators.tables import open_data

_METADATA = "-metadata.json"
"""What the name of a table ends in where its description stands (W3C, 2015)."""

_DATA = ".csv"

Content = str | bytes

_FORMATS: dict[str, Callable[[Statement], Content]] = {
    "json": statement_json,
    "csv": lambda statement: open_data.to_text(statement.figures),
    "docx": docx,
}


def places(form: str, output: Path) -> tuple[Path, ...]:
    """Give where the files of a statement are to be, itself first.

    A page has its open data beside it, and open data what their columns hold.

    Args:
        form: The format.
        output: The file that was asked for.
    """
    if form == "csv":
        return output, _described(output)
    if form == "html":
        table = beside(output)
        return output, table, _described(table)
    return (output,)


def beside(page: Path) -> Path:
    """Give where the data of a page stand: under its name, and never in its place."""
    table = page.with_suffix(_DATA)
    return page.with_name(f"{page.name}{_DATA}") if table == page else table


def contents(
    draft: Draft, options: Namespace, output: Path | None
) -> tuple[Content, ...]:
    """Make what each of these files is to hold, the statement itself first.

    Args:
        draft: The publication with all that it names.
        options: The format, whether pictures are drawn, and the templates.
        output: The file that was asked for; none where the statement is printed, and
            nothing stands beside it.
    """
    form: str = options.format
    statement, figures = _made(draft, charts=options.charts)
    data = _data(form, output)
    if form == "html":
        own: Content = html(
            statement, templates=options.templates, figures=figures, data=data
        )
    elif form == "markdown":
        own = markdown(statement, templates=options.templates)
    elif form in BOOKS:
        own = statement_workbook(statement, BOOKS[form])
    else:
        own = _FORMATS[form](statement)
    if not data:
        return (own,)
    described = csvw_metadata(statement, csv=data)
    if form == "csv":
        return own, described
    return own, open_data.to_text(statement.figures), described


def _data(form: str, output: Path | None) -> str:
    """Give the name of the file of open data, where there is one."""
    if output is None or form not in ("csv", "html"):
        return ""
    return (output if form == "csv" else beside(output)).name


def _made(draft: Draft, *, charts: bool) -> tuple[Statement, PageFigures]:
    if not charts:
        return Statement.of(draft, populations()), PageFigures()
    illustrated = Illustrated.of(draft, populations())
    return illustrated.statement, illustrated.figures


def _described(table: Path) -> Path:
    return table.with_name(f"{table.name}{_METADATA}")
