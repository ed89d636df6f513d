"""How wide a text will be, so that it is wrapped before it is drawn.

The drawing itself never measures a text: what it measures would depend on the fonts of
the machine, and the same picture would come out in two ways.
"""

from functools import cache

_WIDTHS = {
    191: "'",
    222: "ijl\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
    260: "|",
    278: " !,./:;[\\]ftI",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckszvxy",
    584: "+<=>~\N{MINUS SIGN}",
    556: "#$0123456789?L_abdeghnopqu\N{EN DASH}",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
"""Characters by their width in thousandths of the size of the letters.

Source: Adobe, Core 14 AFM files, Helvetica. Arial and Liberation Sans have its widths.
"""

_OTHER = 1_000
"""The width of any other character, which is at most about as wide as the size."""

_BOLD = 1.1
"""How much wider bold letters are, at most, in a word."""


@cache
def _widths() -> dict[str, int]:
    return {each: width for width, every in _WIDTHS.items() for each in every}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Give how wide a text is, in pixels.

    >>> width("11", 100)
    111.2
    """
    units = sum(_widths().get(each, _OTHER) for each in text)
    return units * size * (_BOLD if bold else 1) / 1_000


def wrapped(
    text: str, across: float, size: float, *, bold: bool = False
) -> tuple[str, ...]:
    """Break a text into lines that fit, at blanks, or within a word that is too long.

    >>> wrapped("two words", 30, 10)
    ('two', 'words')
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        together = f"{line} {word}" if line else word
        if width(together, size, bold=bold) <= across:
            line = together
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, across, size, bold=bold)
        lines.extend(whole)
    return (*lines, line) if line else tuple(lines)


def cut(text: str, across: float, size: float, *, bold: bool = False) -> str:
    """Cut a text that does not fit, with an ellipsis for what is left out.

    It is cut between two words, so that no piece of one is read as another.

    >>> cut("a focus on victims", 75, 10)
    'a focus on…'
    """
    if width(text, size, bold=bold) <= across:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        shorter = f"{' '.join(words)}\N{HORIZONTAL ELLIPSIS}"
        if width(shorter, size, bold=bold) <= across:
            return shorter
    kept = text
    while kept and width(f"{kept}\N{HORIZONTAL ELLIPSIS}", size, bold=bold) > across:
        kept = kept[:-1].rstrip()
    return f"{kept}\N{HORIZONTAL ELLIPSIS}"


def _broken(word: str, across: float, size: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for each in word:
        longer = pieces[-1] + each
        if pieces[-1] and width(longer, size, bold=bold) > across:
            pieces.append(each)
        else:
            pieces[-1] = longer
    return pieces
