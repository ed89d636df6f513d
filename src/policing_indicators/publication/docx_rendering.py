"""A finished statement, and a finished audit, as Word documents."""

from collections.abc import Iterable

from policing_indicators.errors import MissingLibraryError
from policing_indicators.publication.audit_blocks import audit_blocks
from policing_indicators.publication.audit_page import AuditPage
from policing_indicators.publication.block import Block
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.statement_blocks import (
    Illustrations,
    statement_blocks,
)

_EXTRA, _NEEDED_BY = "policing-indicators[word]", "a Word document"
_AUDIT_LANGUAGE = "en-GB"


def docx(statement: Statement, *, pictures: Illustrations | None = None) -> bytes:
    """Write a statement as a Word document, for an office to edit.

    It says what the page of HTML says, in the same order: headings are Word's own
    styles, the head of a table is repeated on every page, lists and links are real.
    Equal statements give equal bytes.

    Args:
        statement: The finished statement.
        pictures: Finished pictures, by the number of the priority under which they
            stand: each a :class:`Illustration`, as PNG with what it shows in words.

    Returns:
        The file.

    Raises:
        MissingLibraryError: python-docx is not installed: the extra ``word`` brings it.
        InvalidValueError: A picture cannot be read.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> docx(Statement.of(Draft.read(example()), populations()))[:2]
    b'PK'
    """
    blocks = statement_blocks(statement, pictures=pictures)
    title = f"{statement.title}: {statement.area}, {statement.edition}"
    return _written(blocks, (title, statement.publisher, statement.language))


def audit_docx(page: AuditPage) -> bytes:
    """Write an audit as a Word document: what its page says, in the same order.

    Args:
        page: The finished audit.

    Returns:
        The file.

    Raises:
        MissingLibraryError: python-docx is not installed: the extra ``word`` brings it.

    >>> audit_docx(AuditPage(title="A report"))[:2]
    b'PK'
    """
    title = f"{page.title}: a second reading"
    return _written(audit_blocks(page), (title, "", _AUDIT_LANGUAGE))


def _written(blocks: Iterable[Block], cover: tuple[str, str, str]) -> bytes:
    """Write blocks by the library that knows the format, which only this loads."""
    try:
        from policing_indicators.publication import docx_file, docx_writer  # noqa: PLC0415
    except ImportError as error:
        raise MissingLibraryError(_EXTRA, _NEEDED_BY) from error
    title, author, language = cover
    said = docx_file.Cover(title=title, author=author, language=language)
    return docx_writer.write(blocks, said)
