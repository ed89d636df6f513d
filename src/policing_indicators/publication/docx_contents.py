"""The contents of a Word document: links to its headings, which Word can make anew."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Self

from attrs import field, frozen
from docx.text.paragraph import Paragraph as Lines

from policing_indicators.publication.block import Block, Heading
from policing_indicators.publication.docx_element import (
    Element,
    element_of,
    made,
    words,
)
from policing_indicators.publication.docx_styles import CONTENTS

CONTENTS_LEVEL = 2
"""The level of the headings that the contents list."""

_INSTRUCTION = f'TOC \\o "{CONTENTS_LEVEL}-{CONTENTS_LEVEL}" \\n \\h \\z'
"""Of that level, without page numbers, which only Word could know, as links."""

_AFTER = "240"
"""What stands free after the contents, in twentieths of a point."""


@frozen(kw_only=True)
class Marks:
    """The marks that the contents lead to, one at each heading they list.

    Attributes:
        headings: The headings, in order.
        numbers: The numbers of the marks that are still to be set.
    """

    headings: tuple[str, ...]
    numbers: Iterator[int] = field(factory=count)

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Self:
        """Find the headings of a document that its contents list."""
        return cls(
            headings=tuple(
                "".join(run.text for run in block.runs)
                for block in blocks
                if isinstance(block, Heading) and block.level == CONTENTS_LEVEL
            )
        )

    def set_at(self, lines: Lines) -> None:
        """Set the next mark, around a heading that was written."""
        number = next(self.numbers)
        element = element_of(lines.paragraph_format)
        start = made("bookmarkStart", id=str(number), name=_name(number))
        element.get_or_add_pPr().addnext(start)
        element.append(made("bookmarkEnd", id=str(number)))

    def entries(self) -> list[Element]:
        """Make the paragraphs of the contents."""
        lines = [_entry(place, text) for place, text in enumerate(self.headings)]
        if lines:
            instruction = made("instrText")
            instruction.text = _INSTRUCTION
            parts = [_character("begin"), made("r", instruction)]
            for part in (_character("separate"), *reversed(parts)):
                lines[0][0].addnext(part)
            lines[-1].append(_character("end"))
            lines[-1][0].append(made("spacing", after=_AFTER))
        return lines


def _name(number: int) -> str:
    return f"_Toc{number:08}"


def _entry(number: int, text: str) -> Element:
    link = made("hyperlink", made("r", words(text)), anchor=_name(number), history="1")
    return made("p", made("pPr", made("pStyle", val=CONTENTS)), link)


def _character(kind: str) -> Element:
    return made("r", made("fldChar", fldCharType=kind))
