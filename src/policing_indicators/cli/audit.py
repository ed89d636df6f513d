"""``policing-indicators audit``: which printed figures of a document stand."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.settling import known_codes
from policing_indicators.cli.answer import Answer
from policing_indicators.cli.book_output import BOOKS, require_file
from policing_indicators.cli.charts_option import drawn_by
from policing_indicators.cli.delivery import needs_output, write
from policing_indicators.cli.framework_choice import chosen_framework
from policing_indicators.cli.statement_files import beside
from policing_indicators.errors import FileAccessError, InvalidValueError
from policing_indicators.illustration.audit_pictures import audit_figures
from policing_indicators.publication.audit_exchange import audit_csv, audit_json
from policing_indicators.publication.audit_page import AuditPage
from policing_indicators.publication.audit_rendering import (
    audit_html,
    audit_markdown,
    audit_text,
)
from policing_indicators.publication.audit_workbook import audit_workbook
from policing_indicators.publication.docx_rendering import audit_docx
from policing_indicators.publication.draft import Draft
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.structuring import read_toml
from policing_indicators.tables import claims, tidy
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.settlement import Settlement

PASSED, NOT_PASSED = 0, 1

_CLAIMS = ("claims.toml", "claims.csv", "claims.xlsx", "claims.ods")
_OBSERVATIONS = "observations.csv"
_PUBLICATION = "publication.toml"

_FORMATS: dict[str, Callable[[Audit], str]] = {
    "table": lambda found: audit_text(AuditPage.of(found, areas())),
    "markdown": lambda found: audit_markdown(AuditPage.of(found, areas())),
    "json": lambda found: audit_json(found, areas()),
    "csv": audit_csv,
}
_BYTES: dict[str, Callable[[Audit], bytes]] = {
    "docx": lambda found: audit_docx(AuditPage.of(found, areas())),
}


@frozen(kw_only=True)
class _Input:
    """What an audit is made from."""

    claims: Path
    framework: Framework
    observations: tuple[Observation, ...]
    files: tuple[Path, ...]


def run(options: Namespace) -> Answer:
    """Audit the claims that were named, print or write it, and give the exit code."""
    drawn_by(options)
    require_file(options.format, options.output)
    if options.format in _BYTES:
        needs_output(options)
    given = _given(options)
    settlement = _settlement(options.waivers)
    found = audit_claims(
        claims.read(given.claims, framework=given.framework),
        given.observations,
        framework=given.framework,
        populations=populations(),
        settlement=settlement,
    )
    output: Path | None = options.output
    table = beside(output) if output is not None and options.format == "html" else None
    made = _made(found, options, data=table.name if table else "")
    code = PASSED if found.passes(strict=options.strict) else NOT_PASSED
    if output is None:
        return Answer(str(made), code)
    files = {output: made, **({table: audit_csv(found)} if table else {})}
    write(files, "the audit", (*given.files, *_paths(options.waivers)))
    return Answer("", code)


def _made(found: Audit, options: Namespace, *, data: str) -> str | bytes:
    form: str = options.format
    if form == "html":
        figures = audit_figures(found) if options.charts else None
        return audit_html(AuditPage.of(found, areas()), figures=figures, data=data)
    if form in BOOKS:
        return audit_workbook(AuditPage.of(found, areas()), BOOKS[form])
    return _FORMATS[form](found) if form in _FORMATS else _BYTES[form](found)


def _given(options: Namespace) -> _Input:
    if (options.publication is None) == (options.claims is None):
        value = None if options.claims is None else "PUBLICATION and --claims"
        raise InvalidValueError(
            "what to audit", value, "a PUBLICATION or --claims FILE"
        )
    if options.publication is None:
        return _of_claims(options)
    if options.framework is not None:
        allowed = "given only with --claims: a publication names its framework"
        raise InvalidValueError("--framework", options.framework, allowed)
    return _of_publication(options)


def _of_claims(options: Namespace) -> _Input:
    name = options.framework or "national-priorities-2021"
    known = chosen_framework(name)
    return _Input(
        claims=options.claims,
        framework=known,
        observations=tuple(_observations(options.observations, known)),
        files=(options.claims, *options.observations),
    )


def _of_publication(options: Namespace) -> _Input:
    """Take the claims beside the publication, and its figures, and any more there."""
    draft = Draft.read(options.publication)
    path: Path = options.publication
    folder = path.parent if path.name == _PUBLICATION else path
    found = [folder / name for name in _CLAIMS if (folder / name).is_file()]
    if len(found) != 1:
        reason = f"it must hold one of {', '.join(_CLAIMS)}: the claims to audit"
        raise FileAccessError(str(folder), reason)
    more = [folder / _OBSERVATIONS] if (folder / _OBSERVATIONS).is_file() else []
    files = [*more, *options.observations]
    return _Input(
        claims=found[0],
        framework=draft.framework,
        observations=(*draft.observations, *_observations(files, draft.framework)),
        files=(*found, *files, *draft.files),
    )


def _observations(files: list[Path], known: Framework) -> Iterator[Observation]:
    for file in files:
        yield from tidy.read(file, framework=known)


def _settlement(path: Path | None) -> Settlement | None:
    if path is None:
        return None
    settlement = read_toml(path, Settlement)
    known_codes(settlement.waivers, str(path))
    return settlement


def _paths(path: Path | None) -> tuple[Path, ...]:
    return () if path is None else (path,)
