"""``policing-indicators statement``: a publication's statement."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from policing_indicators.cli.delivery import needs_output, write
from policing_indicators.errors import InvalidValueError
from policing_indicators.publication.csvw import csvw_metadata
from policing_indicators.publication.docx_rendering import docx
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.tables import open_data

_PAGES = {"markdown": markdown, "html": html}
_DATA: dict[str, Callable[[Statement], str]] = {
    "json": statement_json,
    "csv": lambda statement: open_data.to_text(statement.figures),
}
_BYTES: dict[str, Callable[[Statement], bytes]] = {"docx": docx}
_METADATA = "-metadata.json"
"""What the name of a table ends in where its description stands (W3C, 2015)."""


def run(options: Namespace) -> str:
    """Make the statement of the publication that was named, and print or write it."""
    templates: Path | None = options.templates
    if templates is not None and options.format not in _PAGES:
        allowed = f"given only with --format {' or '.join(_PAGES)}"
        raise InvalidValueError("--templates", str(templates), allowed)
    if options.format in _BYTES:
        needs_output(options)
    draft = Draft.read(options.publication)
    statement = Statement.of(draft, populations())
    text = _text(statement, options) if options.format not in _BYTES else ""
    output: Path | None = options.output
    if output is None:
        return text
    files: dict[Path, str | bytes] = {output: text}
    if options.format in _BYTES:
        files[output] = _BYTES[options.format](statement)
    if options.format == "csv":
        beside = output.with_name(f"{output.name}{_METADATA}")
        files[beside] = csvw_metadata(statement, csv=output.name)
    made_from = (*draft.files, *_files(templates))
    write(files, "the publication", made_from)
    return ""


def _text(statement: Statement, options: Namespace) -> str:
    if options.format in _DATA:
        return _DATA[options.format](statement)
    return _PAGES[options.format](statement, templates=options.templates)


def _files(templates: Path | None) -> list[Path]:
    return [] if templates is None else list(templates.iterdir())
