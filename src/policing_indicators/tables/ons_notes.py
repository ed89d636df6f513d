"""The notes of tables of the Office for National Statistics, and who refers to them."""

import re
from collections.abc import Iterable, Sequence

from policing_indicators.tables.ons_reading import OnsNote

_FOOTNOTE = re.compile(r"(\d{1,2})\. ?(.+)", re.ASCII | re.DOTALL)
_SECTION = re.compile(r"notes for tables? (.+)", re.ASCII)
_TABLE = re.compile(r"\b([a-z]\d+)\b", re.ASCII)

NoteTexts = dict[int, str]
"""The texts of notes by their number; where two have one number, both."""


def footnotes_of(rows: Iterable[Sequence[str]]) -> NoteTexts:
    """Give the notes that stand below a table, each with its number before it."""
    notes: NoteTexts = {}
    for row in rows:
        found = _FOOTNOTE.fullmatch(row[0].strip()) if row else None
        if found:
            _add(notes, int(found[1]), found[2])
    return notes


def sheets_of_notes(rows: Iterable[Sequence[str]]) -> dict[str, NoteTexts]:
    """Give the notes of a sheet of notes, by the number of the table they are for.

    Those that stand under no heading are for ``""``, which is every table that no
    heading names.
    """
    notes: dict[str, NoteTexts] = {}
    tables = [""]
    for row in rows:
        number, *texts = [text.strip() for text in (*row, "")]
        section = _SECTION.fullmatch(number.casefold())
        if section:
            tables = [each.upper() for each in _TABLE.findall(section[1])]
        elif number.isdecimal() and texts[0]:
            for table in tables:
                _add(notes.setdefault(table, {}), int(number), texts[0])
    return notes


class NoteMentions:
    """The cells that refer to each note.

    >>> mentions = NoteMentions()
    >>> mentions.add((3,), "sheet 'Table P1', cell B8")
    >>> mentions.notes({3: "Includes British Transport Police."})[0].number
    3
    """

    __slots__ = ("_places",)

    def __init__(self) -> None:
        """Start with none."""
        self._places: dict[int, list[str]] = {}

    def add(self, numbers: Iterable[int], place: str) -> None:
        """Take in that a cell refers to notes."""
        for number in numbers:
            self._places.setdefault(number, []).append(place)

    def notes(self, texts: NoteTexts) -> tuple[OnsNote, ...]:
        """Give the notes that were referred to, with their texts."""
        return tuple(
            OnsNote(number, texts.get(number, ""), tuple(places))
            for number, places in sorted(self._places.items())
        )


def marks_of(numbers: Iterable[int]) -> str:
    """Write the numbers of notes as they stand beside a figure.

    >>> marks_of((3, 5))
    '[note 3] [note 5]'
    """
    return " ".join(f"[note {number}]" for number in dict.fromkeys(numbers))


def _add(notes: NoteTexts, number: int, text: str) -> None:
    plain = text.strip()
    known = notes.get(number)
    notes[number] = plain if known is None else f"{known}\n{plain}"
