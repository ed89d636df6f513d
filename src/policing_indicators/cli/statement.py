"""``policing-indicators statement``: a publication's statement."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from policing_indicators.errors import FileAccessError, InvalidValueError
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
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
    if templates is not None and options.format in _DATA:
        allowed = f"given only with --format {' or '.join(_PAGES)}"
        raise InvalidValueError("--templates", str(templates), allowed)
    draft = Draft.read(options.publication)
    statement = Statement.of(draft, populations())
    if options.format in _DATA:
        text = _DATA[options.format](statement)
    else:
        text = _PAGES[options.format](statement, templates=templates)
    if options.output is None:
        return text
    _write(options.output, text, (*draft.files, *_files(templates)))
    return ""


def _files(templates: Path | None) -> list[Path]:
    return [] if templates is None else list(templates.iterdir())


def _write(output: Path, text: str, made_from: tuple[Path, ...]) -> None:
    if output.resolve() in {file.resolve() for file in made_from}:
        raise FileAccessError(str(output), "the publication is made from this file")
    write_whole(output, text)
