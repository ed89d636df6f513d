"""The elements that a Word document is made of."""

import re
from typing import Any

from docx import oxml
from docx.oxml.ns import qn

Element = Any
"""An element of XML; the library that holds them carries no types."""

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def made(tag: str, *children: Element, **attributes: str) -> Element:
    """Make an element of a Word document.

    Args:
        tag: Its name, without the prefix.
        children: What stands in it.
        attributes: Its attributes, without the prefix.

    >>> made("tblHeader", val="true").tag.rpartition("}")[2]
    'tblHeader'
    """
    library: Any = oxml
    element: Element = library.OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element


def element_of(part: object) -> Element:
    """Give the element behind a part of a document, as the library knows it."""
    known: Any = part
    return known.element


def written(text: str) -> str:
    r"""Give a text without the characters that XML cannot hold.

    >>> written("a\x0bb").isprintable()
    True
    """
    return _UNWRITABLE.sub(_REPLACEMENT, text)


def words(text: str) -> Element:
    """Make the element of words, whose blanks are kept."""
    element = made("t")
    element.text = written(text)
    element.set(qn("xml:space"), "preserve")
    return element


def field(instruction: str, shown: str) -> Element:
    """Make a field, which Word works out, and what stands there until then."""
    run = made("r", words(shown))
    return made("fldSimple", run, instr=instruction)
