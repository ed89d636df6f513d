"""``policing-indicators statement``: a publication's statement."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from policing_indicators.cli.answer import Answer
from policing_indicators.cli.area_folder import AreaFolder, files_of
from policing_indicators.cli.area_statements import write_all
from policing_indicators.cli.book_output import BOOKS, require_file
from policing_indicators.cli.charts_option import require_page
from policing_indicators.errors import FileAccessError, InvalidValueError
from policing_indicators.illustration.illustrated import Illustrated
from policing_indicators.publication.area_drafts import AreaDrafts
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


def run(options: Namespace) -> str | Answer:
    """Make the statement of the publication that was named, and print or write it."""
    templates: Path | None = options.templates
    if templates is not None and options.format not in _PAGES:
        allowed = f"given only with --format {' or '.join(_PAGES)}"
        raise InvalidValueError("--templates", str(templates), allowed)
    require_page(options)
    if options.all_areas is not None:
        return _of_all_areas(options)
    require_file(options.format, options.output)
    draft = Draft.read(options.publication)
    made = _made(draft, options)
    if isinstance(made, str) and options.output is None:
        return made
    _write(options.output, made, (*draft.files, *files_of(templates)))
    return ""


def _of_all_areas(options: Namespace) -> Answer:
    if options.output is not None:
        allowed = "left out with --all-areas, which names the files itself"
        raise InvalidValueError("--output", str(options.output), allowed)
    templates: Path | None = options.templates
    drafts = AreaDrafts.read(options.publication)
    made_from = (*drafts.own.files, *files_of(templates))
    folder = AreaFolder.open(options.all_areas, drafts, options.format, templates)

    def make(draft: Draft, path: Path) -> bytes:
        made = _made(draft, options)
        _write(path, made, made_from)
        return made.encode() if isinstance(made, str) else made

    return write_all(drafts, folder, make)


def _made(draft: Draft, options: Namespace) -> str | bytes:
    form: str = options.format
    if options.charts:
        return _with_charts(draft, options.templates)
    statement = Statement.of(draft, populations())
    if form in BOOKS:
        return statement_workbook(statement, BOOKS[form])
    if form in _DATA:
        return _DATA[form](statement)
    return _PAGES[form](statement, templates=options.templates)


def _with_charts(draft: Draft, templates: Path | None) -> str:
    made = Illustrated.of(draft, populations())
    return html(made.statement, templates=templates, figures=made.figures)


def _write(output: Path, made: str | bytes, made_from: tuple[Path, ...]) -> None:
    if output.resolve() in {file.resolve() for file in made_from}:
        raise FileAccessError(str(output), "the publication is made from this file")
    write_whole(output, made)
