"""The lines of a page of HTML and of a Word document, as they are read."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
import html5lib
from docx.document import Document
from docx.table import Table

_LINES = {
    *("blockquote", "caption", "div", "footer", "header", "main", "nav", "ol", "pre"),
    *("section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p"),
}
"""What begins a line of its own."""

CONTENTS = ("TOCHeading", "toc2")
"""The styles of the contents, which only lead elsewhere."""


def body_of(page: str) -> Any:  # noqa: ANN401 - html5lib carries no types
    """Give the body of a page."""
    library: Any = html5lib
    return library.parse(page, namespaceHTMLElements=False).find("body")


def opened(file: bytes) -> Document:
    """Open a Word document."""
    return docx.Document(BytesIO(file))


def plain(text: str) -> str:
    """Write a text with one blank between its words."""
    return " ".join(text.split())


def lines_of_page(element: Any) -> Iterator[str]:  # noqa: ANN401 - likewise
    """Give each line of a part of a page, as it is read."""
    line = element.text or ""
    for child in element:
        if child.tag in _LINES:
            yield from filter(None, [plain(line)])
            yield from lines_of_page(child)
            line = child.tail or ""
        else:
            line += f"{''.join(child.itertext())}{child.tail or ''}"
            line += "\n" if child.tag == "br" else ""
    yield from filter(None, [plain(line)])


def lines_of_document(document: Document) -> Iterator[str]:
    """Give each line of a Word document, as it is read."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield from filter(None, (plain(cell.text) for cell in row.cells))
        elif part.style is None or part.style.style_id not in CONTENTS:
            yield from filter(None, [plain(part.text)])
