"""An office's own words, in Markdown, as blocks of a document."""

from collections.abc import Iterator

from attrs import evolve
from markdown_it.tree import SyntaxTreeNode

from policing_indicators.publication.block import (
    Block,
    Heading,
    Item,
    Manner,
    Paragraph,
    Run,
)
from policing_indicators.publication.narrative import as_tokens

_LISTS = ("bullet_list", "ordered_list")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def narrative_blocks(text: str, *, under: int) -> Iterator[Block]:
    r"""Give an office's own words as blocks.

    Args:
        text: The words, in Markdown.
        under: The level of the heading that they stand under.

    >>> [heading, item] = narrative_blocks("# So far\n* *One*", under=2)
    >>> heading.level, item.runs[0].is_stressed
    (3, True)
    """
    root = SyntaxTreeNode(as_tokens(text, under=under))
    yield from _blocks(root, Manner.PLAIN, 0)


def _blocks(node: SyntaxTreeNode, manner: Manner, depth: int) -> Iterator[Block]:
    for child in node.children:
        if child.type in _LISTS:
            yield from _items(child, manner, depth + 1)
        elif child.type == "blockquote":
            yield from _blocks(child, Manner.QUOTATION, depth)
        elif child.type == "heading":
            yield Heading(level=int(child.tag[1:]), runs=_words(child))
        elif child.type == "paragraph":
            yield Paragraph(runs=_words(child), manner=manner, depth=depth)
        elif child.type == "hr":
            yield Paragraph(runs=(), manner=Manner.RULE, depth=depth)
        else:  # code, fenced or indented: there is nothing more in such Markdown
            lines = (Run(text=child.content.rstrip("\n"), is_code=True),)
            yield Paragraph(runs=lines, manner=Manner.CODE, depth=depth)


def _items(node: SyntaxTreeNode, manner: Manner, depth: int) -> Iterator[Block]:
    start = node.attrGet("start")
    number = 1 if start is None else int(start)
    is_numbered = node.type == "ordered_list"
    for place, item in enumerate(node.children):
        within = list(_blocks(item, manner, depth))
        first, rest = _parted(within)
        yield Item(
            runs=first,
            depth=depth,
            is_numbered=is_numbered,
            start=number if is_numbered and not place else None,
        )
        yield from rest


def _parted(within: list[Block]) -> tuple[tuple[Run, ...], list[Block]]:
    """Part the words that stand beside an item's mark from what follows them."""
    if within and isinstance(within[0], Paragraph):
        return within[0].runs, within[1:]
    return (), within


def _words(node: SyntaxTreeNode) -> tuple[Run, ...]:
    """Give the words of a part, those that look alike and follow each other in one."""
    joined: list[Run] = []
    for run in filter(lambda each: each.text, _runs(node, Run(text=""))):
        if joined and evolve(joined[-1], text="") == evolve(run, text=""):
            joined[-1] = evolve(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _runs(node: SyntaxTreeNode, looks: Run) -> Iterator[Run]:
    """Give the words of a part of a line, which look like those around it or more."""
    for child in node.children:
        if child.type in _BREAKS:
            yield evolve(looks, text=_BREAKS[child.type])
        elif child.type == "code_inline":
            yield evolve(looks, text=child.content, is_code=True)
        elif child.is_nested or child.type == "inline":
            yield from _runs(child, _looks(child, looks))
        else:  # words, or those that stand for a picture
            yield evolve(looks, text=child.content)


def _looks(node: SyntaxTreeNode, looks: Run) -> Run:
    """Say how the words within a part look."""
    match node.type:
        case "strong":
            return evolve(looks, is_strong=True)
        case "em":
            return evolve(looks, is_stressed=True)
        case "link":
            return evolve(looks, link=str(node.attrs["href"]))
        case _:
            return looks
