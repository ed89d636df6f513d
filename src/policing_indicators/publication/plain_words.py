"""An office's own words, in Markdown, as paragraphs of plain text for a cell each."""

from collections.abc import Iterator

from markdown_it.token import Token

from policing_indicators.publication.narrative import READER

_LINE_ENDS = frozenset(("softbreak", "hardbreak"))


def paragraphs(text: str) -> tuple[str, ...]:
    r"""Give the paragraphs, headings and items of a text, without their marks.

    The address of a link stands behind its words. HTML stays as it is written.

    Args:
        text: The words, in Markdown.

    >>> paragraphs("# So *far*\n\n* one\n* [two](https://example.org)")
    ('So far', 'one', 'two (https://example.org)')
    """
    found = (_words(token) for token in READER.parse(text))
    return tuple(words for words in found if words)


def _words(token: Token) -> str:
    if token.children is None:
        return token.content.strip() if token.type in ("code_block", "fence") else ""
    return "".join(_pieces(token.children)).strip()


def _pieces(tokens: list[Token]) -> Iterator[str]:
    address = ""
    for token in tokens:
        if token.type == "link_open":
            stands_there = token.markup == "autolink"
            address = "" if stands_there else f" ({token.attrGet('href')})"
        elif token.type == "link_close":
            yield address
        elif token.type in _LINE_ENDS:
            yield " "
        else:
            yield token.content
