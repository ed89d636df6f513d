"""``policing-indicators statement``: a publication's statement."""

from argparse import Namespace
from pathlib import Path

from policing_indicators.cli.answer import Answer
from policing_indicators.cli.area_folder import AreaFolder, files_of
from policing_indicators.cli.area_statements import write_all
from policing_indicators.cli.book_output import require_file
from policing_indicators.cli.charts_option import drawn_by
from policing_indicators.cli.delivery import needs_output, write
from policing_indicators.cli.statement_files import Content, contents, places
from policing_indicators.errors import InvalidValueError
from policing_indicators.publication.area_drafts import AreaDrafts
from policing_indicators.publication.draft import Draft

_PAGES = ("markdown", "html")
_FROM = "the publication"


def run(options: Namespace) -> str | Answer:
    """Make the statement of the publication that was named, and print or write it."""
    form: str = options.format
    output: Path | None = options.output
    templates: Path | None = options.templates
    if templates is not None and form not in _PAGES:
        allowed = f"given only with --format {' or '.join(_PAGES)}"
        raise InvalidValueError("--templates", str(templates), allowed)
    by = drawn_by(options)
    if options.all_areas is not None:
        return _of_all_areas(options, by)
    require_file(form, output)
    if form == "docx":
        needs_output(options)
    draft = Draft.read(options.publication)
    made = contents(draft, options, output)
    if output is None:
        return str(made[0])
    files = dict(zip(places(form, output), made, strict=True))
    write(files, _FROM, (*draft.files, *files_of(templates)))
    return ""


def _of_all_areas(options: Namespace, by: str) -> Answer:
    if options.output is not None:
        allowed = "left out with --all-areas, which names the files itself"
        raise InvalidValueError("--output", str(options.output), allowed)
    drafts = AreaDrafts.read(options.publication)
    made_from = (*drafts.own.files, *files_of(options.templates))
    folder = AreaFolder.open(
        options.all_areas, drafts, options.format, options.templates, drawn_by=by
    )

    def make(draft: Draft, path: Path) -> tuple[Content, ...]:
        made = contents(draft, options, path)
        files = dict(zip(places(options.format, path), made, strict=True))
        write(files, _FROM, made_from)
        return made

    return write_all(drafts, folder, make)
