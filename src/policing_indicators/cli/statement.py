"""``policing-indicators statement``: a publication's statement."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from policing_indicators.cli.book_output import BOOKS, require_file
from policing_indicators.errors import FileAccessError, InvalidValueError
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.workbook import statement_workbook
from policing_indicators.registry.populations import populations
from policing_indicators.tables import open_data
from policing_indicators.writing import write_whole

_PAGES = {"markdown": markdown, "html": html}
_DATA: dict[str, Callable[[Statement], str]] = {
    "json": statement_json,
    "csv": lambda statement: open_data.to_text(statement.figures),
}


def run(options: Namespace) -> str:
    """Make the statement of the publication that was named, and print or write it."""
    templates: Path | None = options.templates
    if templates is not None and options.format not in _PAGES:
        allowed = f"given only with --format {' or '.join(_PAGES)}"
        raise InvalidValueError("--templates", str(templates), allowed)
    require_file(options.format, options.output)
    draft = Draft.read(options.publication)
    made = _made(Statement.of(draft, populations()), options.format, templates)
    if isinstance(made, str) and options.output is None:
        return made
    _write(options.output, made, (*draft.files, *_files(templates)))
    return ""


def _made(statement: Statement, form: str, templates: Path | None) -> str | bytes:
    if form in BOOKS:
        return statement_workbook(statement, BOOKS[form])
    if form in _DATA:
        return _DATA[form](statement)
    return _PAGES[form](statement, templates=templates)


def _files(templates: Path | None) -> list[Path]:
    return [] if templates is None else list(templates.iterdir())


def _write(output: Path, made: str | bytes, made_from: tuple[Path, ...]) -> None:
    if output.resolve() in {file.resolve() for file in made_from}:
        raise FileAccessError(str(output), "the publication is made from this file")
    write_whole(output, made)
