"""A Word document as a file: what it says of itself, and bytes without a clock."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from attrs import frozen
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT

from policing_indicators.publication.docx_element import element_of, field, written
from policing_indicators.publication.docx_styles import WIDTH

_CORE = "/docProps/core.xml"
_THUMBNAIL = "/thumbnail"
_OF_A_CLOCK = ("created", "modified", "lastModifiedBy", "description")
"""What the library says of its own template, or only a clock could say."""


@frozen(kw_only=True)
class Cover:
    """What a document says of itself.

    Attributes:
        title: Its title.
        author: Who publishes it.
        language: The language of its words, as a tag.

    >>> Cover(title="A report", author="An office", language="en-GB").title
    'A report'
    """

    title: str
    author: str
    language: str


def file_of(document: Document, cover: Cover) -> bytes:
    """Finish a document, and give the bytes of its file."""
    _foot(document, cover.title)
    _introduce(document, cover)
    written_by_library = BytesIO()
    document.save(written_by_library)
    return _timeless(written_by_library)


def _foot(document: Document, title: str) -> None:
    """Write the title and the number of the page at the foot of each."""
    [section] = document.sections
    [lines] = section.footer.paragraphs
    stops: Any = lines.paragraph_format.tab_stops
    stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    lines.add_run(f"{written(title)}\t")
    element = element_of(lines.paragraph_format)
    element.append(field("PAGE", "1"))
    lines.add_run(" / ")
    element.append(field("NUMPAGES", "1"))


def _introduce(document: Document, cover: Cover) -> None:
    properties = document.core_properties
    properties.title, properties.author = written(cover.title), written(cover.author)
    properties.language = cover.language
    package: Any = document.part.package
    [core] = [
        element_of(part) for part in package.iter_parts() if part.partname == _CORE
    ]
    for element in list(core):
        if element.tag.rpartition("}")[2] in _OF_A_CLOCK:
            core.remove(element)
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith(_THUMBNAIL):
            del package.rels[name]


def _timeless(file: BytesIO) -> bytes:
    """Write the parts of a file again, each with the day on which zip's time begins."""
    timeless = BytesIO()
    with ZipFile(file) as source, ZipFile(timeless, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return timeless.getvalue()
