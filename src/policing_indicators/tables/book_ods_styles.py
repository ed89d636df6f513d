"""The styles of a workbook in ODS, as XML."""

from collections.abc import Iterator
from html import escape

from policing_indicators.tables.book import Book
from policing_indicators.tables.book_layout import (
    FONT,
    LINE_HEIGHT,
    SIZE,
    TITLE_SIZE,
)

_WIDTH_OF_CHARACTER = 0.24
"""Centimetres that a character of the text takes up, about."""

_NAMESPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" ' + " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "meta": "meta",
    }.items()
)

_PAGE = """
<office:automatic-styles>
 <style:page-layout style:name="page">
  <style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm"
   style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/>
  <style:header-style/><style:footer-style/>
 </style:page-layout>
</office:automatic-styles>
<office:master-styles>
 <style:master-page style:name="Default" style:page-layout-name="page">
  <style:header style:display="false"/><style:footer style:display="false"/>
 </style:master-page>
</office:master-styles>
"""


def document_styles(language: str) -> str:
    """Give the part of a document that holds its styles by name.

    Args:
        language: The language, as a tag such as ``en-GB``.
    """
    tag, _, country = language.partition("-")
    styles = "".join(_cell_styles())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-styles {_NAMESPACES} office:version="1.4">'
        f'<office:font-face-decls><style:font-face style:name="{FONT}" '
        f'svg:font-family="{FONT}" style:font-family-generic="swiss"/>'
        "</office:font-face-decls>"
        '<office:styles><style:default-style style:family="table-cell">'
        f'<style:text-properties style:font-name="{FONT}" fo:font-size="{SIZE}pt" '
        f'fo:language="{tag}" fo:country="{country or "none"}"/>'
        f"</style:default-style>{styles}</office:styles>{_PAGE}"
        "</office:document-styles>"
    )


def document_properties(book: Book) -> str:
    """Give the part of a document that says what it is."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-meta {_NAMESPACES} office:version="1.4"><office:meta>'
        f"<dc:title>{escape(book.title)}</dc:title>"
        f"<meta:initial-creator>{escape(book.author)}</meta:initial-creator>"
        f"<dc:creator>{escape(book.author)}</dc:creator>"
        f"<dc:language>{escape(book.language)}</dc:language>"
        "</office:meta></office:document-meta>"
    )


def document_settings() -> str:
    """Give the part of a document that holds how a program is to show it: nothing."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-settings {_NAMESPACES} office:version="1.4">'
        "<office:settings/></office:document-settings>"
    )


def column_style(width: int) -> str:
    """Give the style of a column that is so many characters wide."""
    centimetres = width * _WIDTH_OF_CHARACTER
    return (
        f'<style:style style:name="width{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{centimetres:.2f}cm"/>'
        "</style:style>"
    )


def row_style_name(lines: int) -> str:
    """Name the style of rows that take so many lines of text."""
    return f"lines{lines}"


def row_style(lines: int) -> str:
    """Give the style of a row that takes so many lines of text."""
    height = lines * LINE_HEIGHT
    return (
        f'<style:style style:name="{row_style_name(lines)}" style:family="table-row">'
        f'<style:table-row-properties style:row-height="{height}pt" '
        'style:use-optimal-row-height="false"/></style:style>'
    )


def number_style_name(decimals: int, *, is_signed: bool) -> str:
    """Name the style of numbers that are shown so."""
    return f"{'signed' if is_signed else 'number'}{decimals}"


def number_style(decimals: int, *, is_signed: bool) -> Iterator[str]:
    """Give the styles that show a number with a true minus, and a plus if wanted."""
    name = number_style_name(decimals, is_signed=is_signed)
    shown = (
        f'<number:number number:decimal-places="{decimals}" '
        f'number:min-decimal-places="{decimals}" number:min-integer-digits="1" '
        'number:grouping="true"/>'
    )
    plus = "<number:text>+</number:text>" if is_signed else ""
    signs = {"above": plus, "below": "<number:text>\N{MINUS SIGN}</number:text>"}
    for part, sign in signs.items():
        yield (
            f'<number:number-style style:name="{name}-{part}" style:volatile="true">'
            f"{sign}{shown}</number:number-style>"
        )
    yield (
        f'<number:number-style style:name="{name}-shown">{shown}'
        f'<style:map style:condition="value()&gt;0" '
        f'style:apply-style-name="{name}-above"/>'
        f'<style:map style:condition="value()&lt;0" '
        f'style:apply-style-name="{name}-below"/></number:number-style>'
    )
    yield (
        f'<style:style style:name="{name}" style:family="table-cell" '
        f'style:parent-style-name="Figure" style:data-style-name="{name}-shown"/>'
    )


def _cell_styles() -> Iterator[str]:
    yield '<style:style style:name="Default" style:family="table-cell"/>'
    yield _cell_style("Body", "Body", "start")
    yield _cell_style("Figure", "Figure", "end")
    yield _cell_style("Heading_20_1", "Heading 1", "start", size=TITLE_SIZE)
    yield _cell_style("Column_20_heading", "Column heading", "start", size=SIZE)
    figures = "Column_20_heading_20_of_20_figures"
    yield _cell_style(figures, "Column heading of figures", "end", size=SIZE)
    yield (
        '<style:style style:name="Link_20_to_20_a_20_sheet" '
        'style:display-name="Link to a sheet" style:family="table-cell" '
        'style:parent-style-name="Body"><style:text-properties '
        'style:text-underline-style="solid" style:text-underline-width="auto" '
        'style:text-underline-color="font-color" fo:color="#0000ee"/></style:style>'
    )


def _cell_style(name: str, shown: str, side: str, *, size: int | None = None) -> str:
    """Give a style; those with a size of their own are bold."""
    is_title = size == TITLE_SIZE
    wrap = "no-wrap" if is_title else "wrap"
    line = (
        "" if size is None or is_title else ' fo:border-bottom="0.75pt solid #000000"'
    )
    bold = f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/>'
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" '
        'style:family="table-cell" style:parent-style-name="Default">'
        '<style:table-cell-properties style:vertical-align="top" '
        f'style:text-align-source="fix" fo:wrap-option="{wrap}"{line}/>'
        f'<style:paragraph-properties fo:text-align="{side}"/>'
        f"{'' if size is None else bold}</style:style>"
    )
