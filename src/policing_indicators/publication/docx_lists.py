"""The lists of a Word document, each numbered from its own first number."""

from attrs import field, frozen
from docx.document import Document
from docx.text.paragraph import Paragraph as Lines

from policing_indicators.publication.block import Item
from policing_indicators.publication.docx_element import element_of, made

_DEEPEST = 3
"""How deep Word's own styles of lists go; what stands deeper is indented so far."""


def style_of(name: str, depth: int) -> str:
    """Give Word's own style of a list at a depth.

    >>> style_of("List Bullet", 1), style_of("List Bullet", 7)
    ('List Bullet', 'List Bullet 3')
    """
    return name if depth == 1 else f"{name} {min(depth, _DEEPEST)}"


@frozen(kw_only=True)
class Lists:
    """The numbered lists of a document.

    Attributes:
        document: The document.
        open: The number by which Word knows the latest list, at each depth.
    """

    document: Document
    open: dict[int, int] = field(factory=dict[int, int])

    def number(self, lines: Lines, item: Item) -> None:
        """Number an item, the first of its list or the next."""
        element = element_of(lines.paragraph_format)
        if item.start is not None:
            self.open[item.depth] = self._begun(lines, item.start)
        number = made("numId", val=str(self.open[item.depth]))
        level = made("ilvl", val="0")
        element.get_or_add_pPr().append(made("numPr", level, number))

    def _begun(self, lines: Lines, start: int) -> int:
        """Begin a list that looks as Word's own of that style."""
        numbering = element_of(self.document.part.numbering_part)
        style = element_of(lines.style)
        like = numbering.num_having_numId(style.pPr.numPr.numId.val)
        begun = numbering.add_num(like.abstractNumId.val)
        begun.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(begun.numId)
