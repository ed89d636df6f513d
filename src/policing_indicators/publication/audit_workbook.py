"""A finished audit as a workbook: its claims, what was found of them, and how."""

from collections.abc import Iterable, Iterator

from policing_indicators.publication.audit_page import AuditPage
from policing_indicators.tables.book import Book, BookTable, LinkCell, Sheet
from policing_indicators.tables.book_writing import BookFormat, book_bytes

_ONE_TABLE = "This worksheet contains one table."
_DASH = "A dash means that there is nothing to say."
_LANGUAGE = "en-GB"
_AUTHOR = "policing-indicators"
"""Not the publisher of the document, who has not audited it."""

_Rows = Iterable[tuple[str, ...]]


def audit_workbook(page: AuditPage, form: BookFormat) -> bytes:
    """Write an audit as a workbook, in the shape of a statement's.

    Args:
        page: The finished audit.
        form: The format.

    Raises:
        MissingLibraryError: What writes the format is not installed.
        InvalidContentError: A text is longer than a cell can hold, or has characters
            that none can.

    >>> audit_workbook(AuditPage(title="A report"), BookFormat.XLSX)[:2]
    b'PK'
    """
    return book_bytes(audit_book(page), form)


def audit_book(page: AuditPage) -> Book:
    """Lay an audit out in sheets.

    Args:
        page: The finished audit.
    """
    title = f"{page.title}: a second reading"
    sheets = tuple(_sheets(page))
    listed = (
        (LinkCell(text=each.name, sheet=each.name), each.title) for each in sheets
    )
    table = BookTable(
        name="list_of_sheets", headings=("Worksheet", "What it holds"), rows=(*listed,)
    )
    contents = Sheet(
        name="Contents", title="Contents", lines=(_ONE_TABLE,), table=table
    )
    lines = tuple(filter(None, (page.document, page.summary)))
    cover = Sheet(name="Cover", title=title, lines=lines)
    return Book(
        title=title,
        author=_AUTHOR,
        language=_LANGUAGE,
        sheets=(cover, contents, *sheets),
    )


def _sheets(page: AuditPage) -> Iterator[Sheet]:
    yield _sheet(
        ("Claims", "Every claim, and which figures stand", "list_of_claims"),
        ("Claim", "Printed", "In the tables at hand", "Verdict", "Found"),
        (
            (each.claim, each.printed, each.given, each.verdict, each.codes)
            for each in page.rows
        ),
        _DASH,
    )
    yield _sheet(
        ("Findings", "What was found of each claim", "list_of_findings"),
        ("Claim", "Verdict", "What is said"),
        (
            (each.heading, each.verdict, sentence)
            for each in page.passages
            for sentence in each.sentences
        ),
    )
    quoted = [(each.heading, each.quotation) for each in page.passages]
    for named, headings, rows in (
        (
            ("Quotations", "The words of the document", "list_of_quotations"),
            ("Claim", "Words"),
            [each for each in quoted if all(each)],
        ),
        (
            ("Groups", "Whether figures fit together", "list_of_groups"),
            ("Verdict", "What is said"),
            page.groups,
        ),
        (
            ("Without", "Without a printed figure", "list_without_figure"),
            ("Number", "What is said"),
            _numbered(page.without),
        ),
        (
            ("Notes", "How this was read", "list_of_notes"),
            ("Number", "What is said"),
            _numbered(page.notes),
        ),
        (
            ("Tables", "Tables at hand", "list_of_tables"),
            ("Number", "Table"),
            _numbered(page.tables),
        ),
    ):
        if rows:
            yield _sheet(named, headings, rows)


def _numbered(texts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((str(number), text) for number, text in enumerate(texts, start=1))


def _sheet(
    named: tuple[str, str, str], headings: tuple[str, ...], rows: _Rows, *lines: str
) -> Sheet:
    name, title, table = named
    return Sheet(
        name=name,
        title=title,
        lines=(_ONE_TABLE, *lines),
        table=BookTable(name=table, headings=headings, rows=tuple(rows)),
    )
