"""``policing-indicators statement``: a publication's statement."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from policing_indicators.cli.answer import Answer
from policing_indicators.cli.area_folder import METADATA, AreaFolder, files_of
from policing_indicators.cli.area_statements import write_all
from policing_indicators.cli.book_output import BOOKS, require_file
from policing_indicators.cli.delivery import needs_output, write
from policing_indicators.errors import InvalidValueError
from policing_indicators.publication.area_drafts import AreaDrafts
from policing_indicators.publication.csvw import csvw_metadata
from policing_indicators.publication.docx_rendering import docx
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.workbook import statement_workbook
from policing_indicators.registry.populations import populations
from policing_indicators.tables import open_data

_PAGES = {"markdown": markdown, "html": html}
_DATA: dict[str, Callable[[Statement], str]] = {
    "json": statement_json,
    "csv": lambda statement: open_data.to_text(statement.figures),
}
_BYTES: dict[str, Callable[[Statement], bytes]] = {"docx": docx}
_FROM = "the publication"


def run(options: Namespace) -> str | Answer:
    """Make the statement of the publication that was named, and print or write it."""
    templates: Path | None = options.templates
    if templates is not None and options.format not in _PAGES:
        allowed = f"given only with --format {' or '.join(_PAGES)}"
        raise InvalidValueError("--templates", str(templates), allowed)
    if options.all_areas is not None:
        return _of_all_areas(options)
    require_file(options.format, options.output)
    if options.format in _BYTES:
        needs_output(options)
    draft = Draft.read(options.publication)
    statement = Statement.of(draft, populations())
    made = _made(statement, options.format, templates)
    if isinstance(made, str) and options.output is None:
        return made
    files = _files(statement, options.output, made, options.format)
    write(files, _FROM, (*draft.files, *files_of(templates)))
    return ""


def _of_all_areas(options: Namespace) -> Answer:
    if options.output is not None:
        allowed = "left out with --all-areas, which names the files itself"
        raise InvalidValueError("--output", str(options.output), allowed)
    templates: Path | None = options.templates
    drafts = AreaDrafts.read(options.publication)
    made_from = (*drafts.own.files, *files_of(templates))
    folder = AreaFolder.open(options.all_areas, drafts, options.format, templates)

    def make(draft: Draft, path: Path) -> Mapping[Path, str | bytes]:
        statement = Statement.of(draft, populations())
        made = _made(statement, options.format, templates)
        files = _files(statement, path, made, options.format)
        write(files, _FROM, made_from)
        return files

    return write_all(drafts, folder, make)


def _files(
    statement: Statement, path: Path, made: str | bytes, form: str
) -> dict[Path, str | bytes]:
    """Give what was made, and beside a table the description of it."""
    files: dict[Path, str | bytes] = {path: made}
    if form == "csv":
        described = path.with_name(f"{path.name}{METADATA}")
        files[described] = csvw_metadata(statement, csv=path.name)
    return files


def _made(statement: Statement, form: str, templates: Path | None) -> str | bytes:
    if form in BOOKS:
        return statement_workbook(statement, BOOKS[form])
    if form in _BYTES:
        return _BYTES[form](statement)
    if form in _DATA:
        return _DATA[form](statement)
    return _PAGES[form](statement, templates=templates)
