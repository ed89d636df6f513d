"""An office's own words, in Markdown, as they stand on a page.

Text that looks like HTML is shown as it is written. A link leads to the web or to a
mailbox, or is no link; of a picture the words are shown that stand for it. A heading is
moved to where it belongs under the heading that the words stand under, so that no level
is left out.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

_LOWEST = 6
_LEADS_ELSEWHERE = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


class _Reader(MarkdownIt):
    """The reader of Markdown, without HTML and pictures."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "xhtmlOut": False})
        self.add_render_rule("image", _words_of_picture)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        """Take only what leads to the web or to a mailbox for a link."""
        return _LEADS_ELSEWHERE.match(url) is not None


def _words_of_picture(
    _renderer: object, tokens: list[Token], place: int, *_others: object
) -> str:
    return escapeHtml(tokens[place].content)


READER = _Reader()
"""Reads Markdown as it is meant here."""


def as_html(text: str, *, under: int) -> str:
    r"""Write an office's own words as HTML that is safe on a page.

    Args:
        text: The words, in Markdown.
        under: The level of the heading that they stand under.

    >>> print(as_html("# So *far*\n<script>", under=2).strip())
    <h3>So <em>far</em></h3>
    <p>&lt;script&gt;</p>
    """
    tokens = as_tokens(text, under=under)
    return str(READER.renderer.render(tokens, READER.options, {}))


def as_tokens(text: str, *, under: int) -> list[Token]:
    """Read an office's own words as what they are made of, their headings moved.

    Args:
        text: The words, in Markdown.
        under: The level of the heading that they stand under.

    >>> as_tokens("# So far", under=2)[0].tag
    'h3'
    """
    tokens = READER.parse(text)
    for place, level in _headings(tokens, under):
        for token in tokens[place], tokens[place + 2]:
            token.tag = f"h{level}"
    return tokens


def as_markdown(text: str, *, under: int) -> str:
    r"""Write an office's own words as Markdown, its headings moved.

    Args:
        text: The words, in Markdown.
        under: The level of the heading that they stand under.

    >>> print(as_markdown("So far\n======", under=2))
    ### So far
    """
    lines = text.split("\n")
    tokens = READER.parse(text)
    for place, level in reversed(list(_headings(tokens, under))):
        opening, words = tokens[place], tokens[place + 1].content.split("\n")
        first, last = opening.map or (0, 0)
        line = lines[first]
        marked = opening.markup.startswith("#")
        start = line.index("#") if marked else line.rindex(words[0])
        lines[first:last] = [f"{line[:start]}{'#' * level} {' '.join(words)}".rstrip()]
    return "\n".join(lines)


def _headings(tokens: list[Token], under: int) -> Iterator[tuple[int, int]]:
    """Give the place of each heading, and the level that it belongs to.

    Each is one level below the heading before it that it stands under.
    """
    standing: list[str] = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            while standing and standing[-1] >= token.tag:
                standing.pop()
            standing.append(token.tag)
            yield place, min(under + len(standing), _LOWEST)
