"""How a Word document looks: Word's own styles, in an office's plain dress."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from policing_indicators.publication.docx_element import Element, element_of, made

FONT, CODE_FONT = "Arial", "Courier New"
INK, LINK = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x17, 0x4A, 0x7C)
"""The colours of the page of HTML, whose contrast is tested there."""

TABLE, CELL, HEAD = "Figures", "TableText", "TableHeading"
CONTENTS, HYPERLINK = "toc2", "Hyperlink"
"""The ids of styles, which are their names without blanks."""

_HEADINGS = {1: 20, 2: 16, 3: 13, 4: 11, 5: 11, 6: 11}
"""Sizes in points."""

_PAGE, _MARGIN = (Mm(210), Mm(297)), Mm(20)
"""A4, as every office in the United Kingdom prints."""

WIDTH = Mm(170)
"""What lies between the margins."""

_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_FONTS = ("ascii", "hAnsi", "eastAsia", "cs")
_UNLIKE = ("contextualSpacing", "kern", "pBdr")
"""What the library's template sets and we do not."""

_TABLES = ("Normal Table", "Table Grid")
_LINE, _GROUND = "B3BCC6", "EAEFF4"


def dress(document: Document, language: str) -> None:
    """Give a new document its page, its fonts and its styles.

    Args:
        document: The document, as the library begins it.
        language: The language of its words, as a tag such as ``en-GB``.
    """
    _page(document)
    _speak(document, language)
    _fonts(document)
    for level, size in _HEADINGS.items():
        heading = _paragraph(document, f"Heading {level}", size=size, before=14)
        heading.font.bold, heading.font.italic = True, False
        heading.paragraph_format.keep_with_next = True
    _paragraph(document, "Normal", size=11, after=6)
    caption = _paragraph(document, "Caption", size=10, before=10, after=3)
    caption.paragraph_format.keep_with_next = True
    edition = _paragraph(document, "Subtitle", size=13)
    looks = element_of(edition).rPr
    looks.remove(looks.find(qn("w:spacing")))
    edition.font.bold, edition.font.italic = True, False
    _paragraph(document, "TOC Heading", size=13, before=14)
    _paragraph(document, "Footer", size=9).paragraph_format.tab_stops.clear_all()
    quotation = _paragraph(document, "Quote", size=11)
    quotation.paragraph_format.left_indent = Mm(8)
    for name in ("List Bullet", "List Number", "List Continue"):
        for deeper in ("", " 2", " 3"):
            _paragraph(document, f"{name}{deeper}", size=11, after=3)
    _own(document)


def _page(document: Document) -> None:
    [section] = document.sections
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _speak(document: Document, language: str) -> None:
    styles, settings = element_of(document.styles), element_of(document.settings)
    for element in (*styles.iter(qn("w:lang")), settings.find(qn("w:themeFontLang"))):
        element.set(qn("w:val"), language)


def _fonts(document: Document) -> None:
    """Name the font wherever a style leaves it to a theme."""
    styles = element_of(document.styles)
    for fonts in styles.iter(qn("w:rFonts")):
        if any(qn(f"w:{name}") in fonts.attrib for name in _THEMED):
            fonts.attrib.clear()
            for name in _FONTS:
                fonts.set(qn(f"w:{name}"), FONT)


def _paragraph(
    document: Document, name: str, *, size: float, before: float = 0, after: float = 4
) -> ParagraphStyle:
    """Dress one of Word's own styles of paragraphs, or a new one."""
    styles: Any = document.styles
    if name not in styles:
        of_word = name.startswith("toc")
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=of_word)
        styles[name].base_style = styles["Normal"]
    style: ParagraphStyle = styles[name]
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.15
    for each in list(element_of(style).iter(*(qn(f"w:{name}") for name in _UNLIKE))):
        each.getparent().remove(each)
    return style


def _own(document: Document) -> None:
    """Add the styles that are not there yet, and take away tables in many colours."""
    styles: Any = document.styles
    for style in list(styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in _TABLES:
            style.delete()
    _paragraph(document, "Table Text", size=9, before=2, after=2)
    _paragraph(document, "Table Heading", size=9, before=2, after=2).font.bold = True
    _paragraph(document, "toc 2", size=11, after=2)
    link = styles.add_style(HYPERLINK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = LINK, True
    table = styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    element_of(table).extend(_table_parts())


def _table_parts() -> list[Element]:
    line = {"val": "single", "sz": "4", "space": "0", "color": _LINE}
    borders = made("tblBorders", *(made(each, **line) for each in ("top", "bottom")))
    borders.append(made("insideH", **line))
    cells = [made(side, w="80", type="dxa") for side in ("left", "right")]
    shading = made("tcPr", made("shd", val="clear", color="auto", fill=_GROUND))
    return [
        made("tblPr", borders, made("tblCellMar", *cells)),
        made("tblStylePr", made("rPr", made("b")), shading, type="firstRow"),
    ]
