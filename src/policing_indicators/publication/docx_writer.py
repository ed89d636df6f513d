"""Blocks as a Word document."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import Any

import docx
from attrs import frozen
from docx.document import Document
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.shared import Mm
from docx.text.paragraph import Paragraph as Lines

from policing_indicators.errors import InvalidValueError
from policing_indicators.publication.block import (
    Block,
    Contents,
    Figures,
    Heading,
    Illustration,
    Item,
    Manner,
    Paragraph,
)
from policing_indicators.publication.docx_contents import CONTENTS_LEVEL, Marks
from policing_indicators.publication.docx_element import (
    Element,
    element_of,
    made,
    written,
)
from policing_indicators.publication.docx_file import Cover, file_of
from policing_indicators.publication.docx_lists import Lists, style_of
from policing_indicators.publication.docx_runs import add_runs
from policing_indicators.publication.docx_styles import WIDTH, dress
from policing_indicators.publication.docx_table import table_element

_STYLES = {
    Manner.PLAIN: "Normal",
    Manner.EDITION: "Subtitle",
    Manner.QUOTATION: "Quote",
    Manner.CODE: "Normal",
    Manner.RULE: "Normal",
}
_SIDES = ("distT", "distB", "distL", "distR")
_BROKEN = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)


def write(blocks: Iterable[Block], cover: Cover) -> bytes:
    """Write blocks as a Word document: the same blocks, the same bytes.

    Args:
        blocks: What stands in it.
        cover: What it says of itself.

    Raises:
        InvalidValueError: A picture is none that can be read.

    >>> write([], Cover(title="A report", author="An office", language="en-GB"))[:2]
    b'PK'
    """
    whole = tuple(blocks)
    document = docx.Document(BytesIO(_template(cover.language)))
    writer = _Writer(
        document=document, marks=Marks.of(whole), lists=Lists(document=document)
    )
    for block in whole:
        writer.add(block)
    return file_of(document, cover)


@cache
def _template(language: str) -> bytes:
    """Keep a document with nothing in it, which takes longer to dress than to fill."""
    document = docx.Document()
    dress(document, language)
    template = BytesIO()
    document.save(template)
    return template.getvalue()


@frozen(kw_only=True)
class _Writer:
    """A document that is being written."""

    document: Document
    marks: Marks
    lists: Lists

    def add(self, block: Block) -> None:
        """Write one block after those before it."""
        match block:
            case Heading():
                self._add_heading(block)
            case Paragraph():
                self._add_paragraph(block)
            case Item():
                self._add_item(block)
            case Contents():
                self._add_contents(block)
            case Figures():
                self._add_table(block)
            case Illustration():
                self._add_picture(block)

    def _lines(self, style: str) -> Lines:
        return self.document.add_paragraph(style=style)

    def _add_heading(self, heading: Heading) -> None:
        lines = self._lines(f"Heading {heading.level}")
        add_runs(lines, heading.runs)
        if heading.level == CONTENTS_LEVEL:
            self.marks.set_at(lines)

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        style = _STYLES[paragraph.manner]
        if paragraph.depth:
            style = style_of("List Continue", paragraph.depth)
        lines = self._lines(style)
        add_runs(lines, paragraph.runs)
        if paragraph.manner is Manner.RULE:
            line = made("bottom", val="single", sz="4", space="1", color="auto")
            element = element_of(lines.paragraph_format)
            element.get_or_add_pPr().append(made("pBdr", line))

    def _add_item(self, item: Item) -> None:
        name = "List Number" if item.is_numbered else "List Bullet"
        lines = self._lines(style_of(name, item.depth))
        add_runs(lines, item.runs)
        if item.is_numbered:
            self.lists.number(lines, item)

    def _add_contents(self, contents: Contents) -> None:
        self._lines("TOC Heading").add_run(written(contents.heading))
        for element in self.marks.entries():
            self._append(element)

    def _add_table(self, figures: Figures) -> None:
        if figures.caption:
            self._lines("Caption").add_run(written(figures.caption))
        self._append(table_element(figures.table))

    def _add_picture(self, picture: Illustration) -> None:
        self._lines("Caption").add_run(written(picture.caption))
        lines = self._lines("Normal")
        try:
            shape: Any = lines.add_run().add_picture(BytesIO(picture.png))
        except _BROKEN as error:
            allowed = f"a whole picture as PNG ({type(error).__name__})"
            raise InvalidValueError(
                "Illustration.png", picture.png[:8], allowed
            ) from error
        if shape.width > WIDTH:
            shape.height = Mm(shape.height.mm * WIDTH / shape.width)
            shape.width = WIDTH
        [properties] = element_of(lines.paragraph_format).xpath(".//wp:docPr")
        properties.set("descr", written(picture.description))
        for side in _SIDES:  # else some readers move it away from the margin
            properties.getparent().set(side, "0")

    def _append(self, element: Element) -> None:
        """Put an element after the others, before what says how the page is set."""
        element_of(self.document).body.insert_element_before(element, "w:sectPr")
