"""A finished audit as a page, and as a table for the terminal."""

from collections.abc import Iterable
from textwrap import wrap
from urllib.parse import quote

from policing_indicators.publication.audit_page import AuditPage, AuditRow
from policing_indicators.publication.page_figure import PageFigures
from policing_indicators.publication.template import render

_WIDTHS = (34, 30, 26, 22)
"""How wide the columns of the terminal's table are, in characters."""

_LINE = 100
_HEADINGS = ("Claim", "Printed", "In the tables at hand", "Verdict")


def audit_markdown(page: AuditPage) -> str:
    """Write an audit as Markdown.

    >>> print(audit_markdown(AuditPage(title="A report")).splitlines()[0])
    # A report: a second reading
    """
    return render("audit.md.jinja", None, page=page)


def audit_html(
    page: AuditPage, *, figures: PageFigures | None = None, data: str = ""
) -> str:
    """Write an audit as a complete page of HTML, without script or network.

    Args:
        page: The finished audit.
        figures: Its pictures, if it is to have some, by the claims' ids.
        data: The name of the file beside the page that holds the audit as CSV, for a
            link to it; blank where there is none.

    >>> print(audit_html(AuditPage(title="A report")).splitlines()[1])
    <html lang="en-GB">
    """
    return render(
        "audit.html.jinja",
        None,
        page=page,
        figures=figures or PageFigures(),
        data=quote(data),
    )


def audit_text(page: AuditPage) -> str:
    """Write an audit for the terminal: the table, and what was found beneath.

    >>> print(audit_text(AuditPage(title="A report")).splitlines()[0])
    A report
    """
    lines = [page.title, *([page.document] if page.document else []), ""]
    lines += [*wrap(page.summary, _LINE), ""]
    lines += _table(page.rows)
    for passage in page.passages:
        lines += ["", f"{passage.heading}: {passage.verdict}"]
        lines += _items(passage.sentences)
    for heading, said in (
        ("Whether figures fit together", [f"{v}. {text}" for v, text in page.groups]),
        ("Without a printed figure", page.without),
        ("How this was read", page.notes),
        ("Tables at hand", page.tables),
    ):
        if said:
            lines += ["", heading, *_items(said)]
    return "\n".join(lines) + "\n"


def _items(said: Iterable[str]) -> list[str]:
    lines: list[str] = []
    for each in said:
        lines += wrap(each, _LINE, initial_indent="  - ", subsequent_indent="    ")
    return lines


def _table(rows: tuple[AuditRow, ...]) -> list[str]:
    lines = _cells(_HEADINGS)
    lines.append("  ".join("-" * width for width in _WIDTHS))
    for row in rows:
        lines += _cells((row.claim, row.printed, row.given, row.verdict))
    return lines


def _cells(cells: tuple[str, ...]) -> list[str]:
    """Set the cells of a row beside each other, each wrapped in its own column."""
    wrapped = [
        wrap(cell, width) or [""] for cell, width in zip(cells, _WIDTHS, strict=True)
    ]
    height = max(map(len, wrapped))
    padded = [each + [""] * (height - len(each)) for each in wrapped]
    return [
        "  ".join(
            part.ljust(width) for part, width in zip(line, _WIDTHS, strict=True)
        ).rstrip()
        for line in zip(*padded, strict=True)
    ]
