"""The folder of the statements of all areas, and what it remembers of their making.

Beside the statements stands a file ``.made.json``. It holds, of each statement, the
SHA-256 digest of its files, and one of all that it was made from: the publication with
every file that it names, the templates, the format, and the versions of the library,
of Python, numpy and scipy. A statement whose file still has that digest, and would be
made from the same again, is left as it is.

Where a disclosure rule hides or rounds counts nothing is remembered, and every
statement is made again: a digest of the tables would let counts be tried out.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from attrs import frozen

from policing_indicators.cli.statement_files import Content, places
from policing_indicators.errors import FileAccessError
from policing_indicators.publication.area_drafts import AreaDrafts
from policing_indicators.publication.input_file import InputFile
from policing_indicators.publication.making import Making
from policing_indicators.vocabulary.area import Area
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.writing import write_whole

MEMORY = ".made.json"
"""What is remembered between runs."""

_SUFFIXES = {"markdown": "md"}


@frozen
class AreaFolder:
    """A folder of statements, by their areas' ids.

    Attributes:
        path: The folder.
        form: The format of the statements.
        made_from: The digest of all that they are made from; blank where nothing may
            be remembered.
    """

    path: Path
    form: str
    made_from: str
    _memory: dict[str, list[str]]

    @classmethod
    def open(
        cls,
        path: Path,
        drafts: AreaDrafts,
        form: str,
        templates: Path | None,
        *,
        drawn_by: str = "",
    ) -> Self:
        """Make the folder where it is not there, and read what it remembers.

        Args:
            path: The folder.
            drafts: The drafts of all areas.
            form: The format of the statements.
            templates: The folder of templates, if one is named.
            drawn_by: What draws their pictures, where they have some.

        Raises:
            FileAccessError: It cannot be made, or a template cannot be read.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileAccessError(str(path), error.strerror or str(error)) from error
        remembers = drafts.own.publication.disclosure == DisclosureRule()
        made_from = (
            _digest_of_all(drafts, (form, drawn_by), templates) if remembers else ""
        )
        return cls(path, form, made_from, _remembered(path) if remembers else {})

    def file(self, area: Area) -> Path:
        """Give where the statement of an area stands or is to stand."""
        return self.path / f"{area.id}.{_SUFFIXES.get(self.form, self.form)}"

    def is_made(self, area: Area) -> bool:
        """Say whether its statement is there, and would be made the same again."""
        file = self.file(area)
        made = self._memory.get(file.name)
        if made is None or made[0] != self.made_from:
            return False
        try:
            there = [each.read_bytes() for each in places(self.form, file)]
        except OSError:
            return False
        return made[1] == _digest(there)

    def remember(self, area: Area, made: Iterable[Content]) -> None:
        """Remember that a statement was made.

        Args:
            area: The area that it is of.
            made: What each of its files holds.

        Raises:
            FileAccessError: That cannot be written.
        """
        if self.made_from:
            written = [
                each.encode() if isinstance(each, str) else each for each in made
            ]
            digest = _digest(written)
            self._memory[self.file(area).name] = [self.made_from, digest]
            write_whole(self.path / MEMORY, f"{json.dumps(self._memory, indent=1)}\n")


def files_of(templates: Path | None) -> list[Path]:
    """Give the files of a folder of templates, if one is named.

    Raises:
        FileAccessError: The folder cannot be read.
    """
    if templates is None:
        return []
    try:
        return sorted(each for each in templates.iterdir() if each.is_file())
    except OSError as error:
        raise FileAccessError(str(templates), error.strerror or str(error)) from error


def _digest(files: list[bytes]) -> str:
    """Give one digest of several files: of their own, in a row."""
    return sha256(b"".join(sha256(each).digest() for each in files)).hexdigest()


def _digest_of_all(
    drafts: AreaDrafts, form: tuple[str, str], templates: Path | None
) -> str:
    read = [InputFile.read(file, file.parent) for file in files_of(templates)]
    versions = Making.of(drafts.own).versions
    parts = [*form, *map(str, (*drafts.own.inputs, *read, *versions))]
    return sha256(json.dumps(parts).encode()).hexdigest()


def _remembered(folder: Path) -> dict[str, list[str]]:
    """Read what is remembered; where that is not whole, nothing is."""
    try:
        held: Any = json.loads((folder / MEMORY).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return dict(held) if _is_memory(held) else {}


def _is_memory(held: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    if type(held) is not dict:
        return False
    made: list[Any] = [*held.values()]
    return all(type(each) is list and [*map(type, each)] == [str, str] for each in made)
