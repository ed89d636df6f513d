"""A Word document says what the page says, in Word's own styles."""

import hashlib
import subprocess
import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from attrs import evolve
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from tests.publication.generated import statements
from tests.publication.word_lines import (
    body_of,
    lines_of_document,
    lines_of_page,
    opened,
    plain,
)

from policing_indicators.errors import InvalidValueError, MissingLibraryError
from policing_indicators.publication.audit_page import AuditPage, AuditPassage, AuditRow
from policing_indicators.publication.audit_rendering import audit_html
from policing_indicators.publication.block import Illustration
from policing_indicators.publication.docx_contents import Marks
from policing_indicators.publication.docx_element import element_of
from policing_indicators.publication.docx_rendering import audit_docx, docx
from policing_indicators.publication.docx_table import table_element
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.rendering import html
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.table import Column, Table
from policing_indicators.registry.populations import populations

PUBLICATION = "policing_indicators.publication"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f00010101005a4d6ff10000000049454e44ae426082"
)
"""A picture of one white point."""

WORDS = """
# The *plan*

We **asked** [you](https://example.org/plan), `so` and [**both**](mailto:a@b.uk).
[*`all`*](https://example.org)

3. three

   more of three
4. four
   * a
     1. deep
        * deeper
          * deepest

9) nine

> They said.

***

    lines
    of code

-
"""
EVIL = AuditPage(
    title="<A report> & more",
    document="An office",
    summary="Of 1 claim, 1 cannot be checked.",
    rows=(
        AuditRow(
            claim="Homicide, <b>2024</b>",
            printed="12 | 13",
            given="-",
            verdict="cannot be checked",
            codes="-",
        ),
    ),
    passages=(
        AuditPassage(
            claim="homicide",
            heading="Homicide",
            verdict="cannot be checked",
            quotation="<b>twelve</b>",
            sentences=("No table holds it.", "So it goes."),
        ),
        AuditPassage(
            claim="theft",
            heading="Theft",
            verdict="reproduces",
            quotation="",
            sentences=("It does.",),
        ),
    ),
    groups=(("cannot all hold", "Twelve and thirteen."),),
    without=("No figure of fraud.",),
    notes=("How it was read.",),
    tables=("1. A table.",),
)


@pytest.fixture(scope="module")
def statement() -> Statement:
    return Statement.of(Draft.read(Path(str(example()))), populations())


@pytest.fixture(scope="module")
def written(statement: Statement) -> Document:
    return opened(docx(evolve(statement, about=WORDS)))


def said_by_page(page: str) -> list[str]:
    """Give the lines of a page, but for what only leads elsewhere in it.

    A table of a priority has a heading there and a caption in Word; the captions of the
    targets and of an audit's verdicts say again what the headings above them do.
    """
    body = body_of(page)
    for element in (body.find("a"), body.find("nav")):
        if element is not None:
            body.remove(element)
    main = body.find("main")
    for element in main.findall("p[@class='small']"):
        if [child.tag for child in element] == ["a"] and not element.text:
            main.remove(element)
    for heading in main.findall("h3[@id]"):
        main.remove(heading)
    for name in ("targets", "verdicts"):
        for caption in main.findall(
            f"section[@aria-labelledby='{name}']/table/caption"
        ):
            caption.clear()
    return list(lines_of_page(body))


def headings(document: Document) -> list[tuple[int, str]]:
    found = ((each.style, each.text) for each in document.paragraphs)
    return [
        (int(style.style_id.removeprefix("Heading")), plain(text))
        for style, text in found
        if style is not None and style.style_id.startswith("Heading")
    ]


def headings_of_page(page: str) -> list[tuple[int, str]]:
    body = body_of(page)
    return [
        (int(element.tag[1]), plain("".join(element.itertext())))
        for element in body.iter()
        if str(element.tag) in {"h1", "h2", "h3", "h4", "h5", "h6"}
        and element.get("id") != "contents"
        and not str(element.get("id")).startswith("table-")
    ]


def styled(document: Document, style: str) -> list[Paragraph]:
    """Give the paragraphs of a style."""
    return [
        each
        for each in document.paragraphs
        if each.style is not None and each.style.style_id == style
    ]


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@settings(max_examples=15)
@given(statements())
def test_a_document_says_what_the_page_says_in_the_same_order(
    statement: Statement,
) -> None:
    document, page = opened(docx(statement)), html(statement)
    assert list(lines_of_document(document)) == said_by_page(page)
    assert headings(document) == headings_of_page(page)


def test_the_document_of_an_audit_says_what_its_page_says() -> None:
    document, page = opened(audit_docx(EVIL)), audit_html(EVIL)
    assert list(lines_of_document(document)) == said_by_page(page)
    assert headings(document) == headings_of_page(page)
    assert document.core_properties.title == "<A report> & more: a second reading"


def test_an_audit_of_nothing_is_a_document() -> None:
    page = AuditPage(title="A report")
    lines = list(lines_of_document(opened(audit_docx(page))))
    assert lines == said_by_page(audit_html(page))


def test_an_offices_own_words_stand_in_words_own_styles(written: Document) -> None:
    said = [
        (each.style.name, plain(each.text))
        for each in written.paragraphs
        if each.style is not None
    ]
    first = said.index(("Heading 2", "The plan"))
    assert said[first : first + 14] == [
        ("Heading 2", "The plan"),
        ("Normal", "We asked you, so and both. all"),
        ("List Number", "three"),
        ("List Continue", "more of three"),
        ("List Number", "four"),
        ("List Bullet 2", "a"),
        ("List Number 3", "deep"),
        ("List Bullet 3", "deeper"),
        ("List Bullet 3", "deepest"),
        ("List Number", "nine"),
        ("Quote", "They said."),
        ("Normal", ""),
        ("Normal", "lines of code"),
        ("List Bullet", ""),
    ]


def test_words_look_as_the_office_wrote_them(written: Document) -> None:
    [lines] = [each for each in written.paragraphs if each.text.startswith("We asked")]
    runs = {run.text: run for run in lines.runs}
    assert (runs["asked"].bold, runs["asked"].italic) == (True, None)
    assert runs["so"].font.name == "Courier New"
    [heading, *_] = styled(written, "Heading2")
    assert [run.italic for run in heading.runs] == [None, True]


def test_links_lead_where_they_should(written: Document) -> None:
    [lines] = [each for each in written.paragraphs if each.text.startswith("We asked")]
    assert [(each.text, each.address) for each in lines.hyperlinks] == [
        ("you", "https://example.org/plan"),
        ("both", "mailto:a@b.uk"),
        ("all", "https://example.org"),
    ]
    looks: Any = lines.hyperlinks[2].runs[0]
    assert (looks.bold, looks.italic, looks.font.name) == (None, True, "Courier New")
    assert lines.hyperlinks[1].runs[0].bold


def test_a_numbered_list_begins_with_its_own_number(written: Document) -> None:
    numbering: Any = written.part.numbering_part.element
    begun = [
        int(start.get(qn("w:val"))) for start in numbering.iter(qn("w:startOverride"))
    ]
    assert begun == [3, 1, 9]


def test_the_contents_lead_to_each_heading_of_the_second_level(
    written: Document,
) -> None:
    entries = [each.hyperlinks[0] for each in styled(written, "toc2")]
    marked = styled(written, "Heading2")
    assert [entry.text for entry in entries] == [each.text for each in marked]
    for entry, heading in zip(entries, marked, strict=True):
        element: Any = heading.paragraph_format.element
        [mark] = element.iter(qn("w:bookmarkStart"))
        assert mark.get(qn("w:name")) == entry.fragment
    body = element_of(written).body
    kinds = [each.get(qn("w:fldCharType")) for each in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_a_document_without_headings_has_contents_without_entries() -> None:
    assert Marks.of([]).entries() == []


def test_the_head_of_every_table_is_marked_and_repeated_and_no_row_is_torn(
    written: Document,
) -> None:
    assert written.tables
    for table in written.tables:
        element: Any = table._tbl  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        rows = element.findall(qn("w:tr"))
        marked = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
        assert marked == [True, *[False] * (len(rows) - 1)]
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        look = element.find(f".//{qn('w:tblLook')}")
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
        assert element.find(f".//{qn('w:tblCaption')}").get(qn("w:val"))
        widths = [int(each.get(qn("w:w"))) for each in element.iter(qn("w:gridCol"))]
        assert 9_500 < sum(widths) <= 9_638


def test_a_table_wider_than_the_page_is_parted_by_its_words() -> None:
    table = Table(
        caption="Wide",
        columns=(Column(heading="a" * 100), Column(heading="b" * 300)),
        rows=(),
    )
    element: Any = table_element(table)
    narrow, wide = (int(each.get(qn("w:w"))) for each in element.iter(qn("w:gridCol")))
    assert narrow < wide
    assert 9_600 < narrow + wide <= 9_638


def test_a_table_of_a_priority_stands_under_a_caption(
    statement: Statement, written: Document
) -> None:
    assert [each.text for each in styled(written, "Caption")] == [
        f"{section.heading}: {table.caption}"
        for section in statement.sections
        for table in section.tables
    ]


def test_the_page_is_of_size_a4_and_numbered(
    statement: Statement, written: Document
) -> None:
    [section] = written.sections
    assert section.page_width == pytest.approx(Mm(210), rel=1e-4)
    assert section.page_height == pytest.approx(Mm(297), rel=1e-4)
    footer: Any = section.footer.paragraphs[0].paragraph_format.element
    fields = [each.get(qn("w:instr")) for each in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text.startswith(statement.title)


def test_a_document_says_its_title_its_publisher_and_its_language(
    statement: Statement,
) -> None:
    document = opened(docx(evolve(statement, language="cy-GB")))
    about = document.core_properties
    title = f"{statement.title}: {statement.area}, {statement.edition}"
    assert (about.title, about.author) == (title, statement.publisher)
    assert about.language == "cy-GB"
    styles: Any = document.styles.element
    assert {each.get(qn("w:val")) for each in styles.iter(qn("w:lang"))} == {"cy-GB"}


def test_every_style_that_is_used_is_there_and_no_font_is_left_to_a_theme(
    written: Document,
) -> None:
    body = element_of(written).body
    tags = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    used = {each.get(qn("w:val")) for each in body.iter(*tags)}
    assert used <= {style.style_id for style in written.styles}
    styles: Any = written.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        assert not any("Theme" in name for name in fonts.keys())  # noqa: SIM118 - lxml
    found: Any = written.styles
    assert {
        found[name].font.name
        for name in ("Normal", "Heading 1", "Heading 3", "Caption", "Footer")
    } == {"Arial"}


def test_equal_statements_give_equal_bytes_in_any_process(statement: Statement) -> None:
    file = docx(statement)
    assert docx(statement) == file
    code = """
import hashlib
from pathlib import Path
from policing_indicators import Draft, Statement, docx, populations
from policing_indicators.publication.example import example
draft = Draft.read(Path(str(example())))
print(hashlib.sha256(docx(Statement.of(draft, populations()))).hexdigest())
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == hashlib.sha256(file).hexdigest()


def test_no_clock_and_nothing_of_the_library_is_in_the_file(
    statement: Statement,
) -> None:
    file = docx(statement)
    with ZipFile(BytesIO(file)) as archive:
        assert {each.date_time for each in archive.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }
    found = parts(file)
    core = found["docProps/core.xml"].decode()
    for word in ("created", "modified", "python-docx"):
        assert word not in core
    assert not [name for name in found if "thumbnail" in name]


def test_a_picture_stands_before_the_tables_with_what_it_shows(
    statement: Statement,
) -> None:
    picture = Illustration(png=PNG, description="One <point>.", caption="The point")
    document = opened(docx(statement, pictures={1: [picture]}))
    lines = list(lines_of_document(document))
    place = lines.index("The point")
    first = statement.sections[0]
    assert lines[place + 1] == f"{first.heading}: {first.tables[0].caption}"
    shapes: Any = document.inline_shapes
    [shape] = shapes
    body = element_of(document).body
    [properties] = body.xpath(".//wp:docPr")
    assert properties.get("descr") == "One <point>."
    assert shape.width < Mm(1)


def test_a_picture_wider_than_the_page_is_made_to_fit(statement: Statement) -> None:
    header = (3_000).to_bytes(4, "big") + (1_500).to_bytes(4, "big")
    wide = Illustration(
        png=PNG[:16] + header + PNG[24:], description="A field.", caption="Wide"
    )
    document = opened(docx(statement, pictures={2: [wide]}))
    shapes: Any = document.inline_shapes
    [shape] = shapes
    assert shape.width == Mm(170)
    assert shape.height == pytest.approx(Mm(85), rel=1e-4)


def test_a_picture_that_is_cut_short_is_refused(statement: Statement) -> None:
    broken = Illustration(png=PNG[:20], description="A point.", caption="Point")
    with pytest.raises(InvalidValueError, match="a whole picture as PNG"):
        docx(statement, pictures={1: [broken]})


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("png", b"GIF89a", "a picture as PNG, in bytes"),
        ("png", "picture.png", "a picture as PNG, in bytes"),
        ("description", "", "one line of text"),
        ("caption", " ", "one line of text"),
    ],
)
def test_a_picture_is_a_png_with_words(field: str, value: object, allowed: str) -> None:
    made: dict[str, Any] = {"png": PNG, "description": "A point.", "caption": "Point"}
    made[field] = value
    with pytest.raises(InvalidValueError, match=allowed):
        Illustration(**made)


def test_what_xml_cannot_hold_is_replaced(statement: Statement) -> None:
    document = opened(
        docx(evolve(statement, about="a\x0bb \ud800 [c\x01](https://a.uk)"))
    )
    assert "a\ufffdb \ufffd c\ufffd" in list(lines_of_document(document))


def test_without_the_library_the_extra_is_named(
    statement: Statement, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(sys.modules):
        if name == "docx" or name.startswith(("docx.", f"{PUBLICATION}.docx_")):
            monkeypatch.delitem(sys.modules, name)
    for name in ("docx_file", "docx_writer"):
        monkeypatch.delattr(import_module(PUBLICATION), name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingLibraryError) as caught:
        docx(statement)
    assert "a Word document needs policing-indicators[word]" in str(caught.value)
