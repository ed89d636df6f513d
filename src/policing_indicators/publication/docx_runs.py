"""Words in a Word document, as they look and where they lead."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as Lines

from policing_indicators.publication.block import Run
from policing_indicators.publication.docx_element import (
    Element,
    element_of,
    made,
    words,
    written,
)
from policing_indicators.publication.docx_styles import CODE_FONT, HYPERLINK


def add_runs(lines: Lines, runs: tuple[Run, ...]) -> None:
    """Write words at the end of a paragraph."""
    for run in runs:
        if run.link:
            element = element_of(lines.paragraph_format)
            element.append(_link(lines, run))
        else:
            added = lines.add_run(written(run.text))
            added.bold, added.italic = run.is_strong or None, run.is_stressed or None
            if run.is_code:
                added.font.name = CODE_FONT


def _link(lines: Lines, run: Run) -> Element:
    looks = made("rPr", made("rStyle", val=HYPERLINK))
    if run.is_code:
        looks.append(made("rFonts", ascii=CODE_FONT, hAnsi=CODE_FONT))
    if run.is_strong:
        looks.append(made("b"))
    if run.is_stressed:
        looks.append(made("i"))
    link = made("hyperlink", made("r", looks, words(run.text)))
    target = lines.part.relate_to(
        run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link.set(qn("r:id"), target)
    return link
