"""What a publication names, looked up, and the problems met on the way."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

from attrs import evolve

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    MissingLibraryError,
    Problem,
    UnknownNameError,
)
from policing_indicators.publication.previous_issue import PreviousIssue
from policing_indicators.publication.publication import (
    DUCKDB,
    ENGLISH,
    TOML,
    database_and_table,
)
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import (
    framework,
    framework_ids,
    load_framework,
)
from policing_indicators.structuring import Sketch
from policing_indicators.tables import database
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.wording.house_style import HouseStyle, house_style

_INDICATOR_COLUMN = ", column indicator"

_Found = TypeVar("_Found")
_Sought = ParamSpec("_Sought")


class Search:
    """What is looked for in a publication, and the problems met on the way.

    Of a table that was not read nothing more can be said: ``unread`` remembers it.

    Attributes:
        problems: What is not right in the publication itself, by path.
        elsewhere: What is not right in the files that it names.
        unread: Whether a table could not be read, or not as a whole.
    """

    __slots__ = ("_folder", "elsewhere", "problems", "unread")

    def __init__(self, folder: Path) -> None:
        """Start without a problem.

        Args:
            folder: The publication's folder, from which files are named.
        """
        self._folder = folder
        self.problems: list[Problem] = []
        self.elsewhere: list[Problem] = []
        self.unread: bool = False

    def note(self, place: str, value: object, allowed: str) -> None:
        """Note what is not right at a place of the publication."""
        self.problems.append(Problem(place, value, allowed))

    def find(
        self,
        place: str,
        look_up: Callable[_Sought, _Found],
        *sought: _Sought.args,
        **how: _Sought.kwargs,
    ) -> _Found | None:
        """Look something up; where it is not there, note the problem at its place."""
        try:
            return look_up(*sought, **how)
        except UnknownNameError as error:
            self.note(place, error.name, error.allowed)
        except InvalidContentError as error:
            self.unread = True
            self.elsewhere.extend(
                evolve(each, place=f"{error.where}: {each.place}")
                for each in error.problems
            )
        except MissingLibraryError as error:
            self.unread = True
            self.note(place, error.library, f"what is installed ({error})")
        except FileAccessError as error:
            self.unread = True
            self.note(place, error.file, f"a file that can be read ({error.reason})")
        return None

    def once(self, place: str, name: str, seen: set[str], what: str) -> bool:
        """Say whether something is met for the first time; note where it is not."""
        if name in seen:
            self.note(place, name, f"each {what} once")
            return False
        seen.add(name)
        return True

    def area(self, publication: Sketch) -> Area | None:
        """Find the area of a publication."""
        name = publication.part("area", str)
        return None if name is None else self.find("area", areas().find, name)

    def framework(self, publication: Sketch) -> Framework | None:
        """Find the framework: one of those that ship, or a file of the folder."""
        name = publication.part("framework", str)
        if name is None:
            return None
        if name.endswith(TOML):
            return self.find("framework", load_framework, self._folder / name)
        return self.find("framework", framework, name)

    def style(self, publication: Sketch) -> HouseStyle | None:
        """Find the house style: one of those that ship, or a file of the folder."""
        name = publication.part("style", str) or ENGLISH
        path = self._folder / name if name.endswith(TOML) else name
        return self.find("style", house_style, path)

    def previous(self, publication: Sketch, area: Area | None) -> PreviousIssue | None:
        """Read the statement that was issued before, if one is named."""
        name = publication.part("previous", str)
        if name is None:
            return None
        found = self.find("previous", PreviousIssue.read, self._folder / name)
        if found is not None and area is not None:
            for each in found.other_areas(area.id):
                self.note("previous", each, f"a statement of {area.id} alone")
        return found

    def figures(self, publication: Sketch, own: Framework | None) -> ObservationTable:
        """Read the tables of figures, one under another.

        Args:
            publication: The publication.
            own: Its framework. Without it every problem of the tables is noted, save
                that an indicator cannot be found.
        """
        self.unread |= own is None or not publication.is_right("data")
        named = publication.items("data", str)
        read = [self.find(at, _table, self._folder, name, own) for at, name in named]
        self.unread |= None in read
        return ObservationTable.joined([each for each in read if each is not None])

    def indicator(
        self, place: str, name: str, framework: Framework
    ) -> Indicator | None:
        """Find an indicator; one that only another framework has is said to be so."""
        try:
            return framework.indicator(name)
        except UnknownNameError as error:
            self.note(place, name, _allowed(error.allowed, name, framework))
        return None


def _table(folder: Path, name: str, own: Framework | None) -> ObservationTable:
    path, table = database_and_table(name)
    if table is None and path.endswith(DUCKDB):
        reason = f"a database: name its table too, as in {path}#figures"
        raise FileAccessError(str(folder / path), reason)
    try:
        if table is not None:
            return database.read(folder / path, table, framework=own)
        return ObservationTable.read(folder / path, framework=own)
    except InvalidContentError as error:
        problems = tuple(_of_table(error.problems, own))
        raise InvalidContentError(error.where, problems) from error


def _of_table(
    problems: tuple[Problem, ...], own: Framework | None
) -> Iterator[Problem]:
    for each in problems:
        if not each.place.casefold().endswith(_INDICATOR_COLUMN):
            yield each
        elif own is not None:
            allowed = _allowed(each.allowed, str(each.value), own)
            yield evolve(each, allowed=allowed)


def _allowed(allowed: str, name: str, own: Framework) -> str:
    others = ", ".join(_having(name, own))
    return f"{allowed}; {name!r} is an indicator of {others}" if others else allowed


def _having(name: str, own: Framework) -> Iterator[str]:
    """Name the frameworks that ship, other than the publication's, with the name."""
    for each in framework_ids():
        if each != own.id:
            try:
                framework(each).indicator(name)
            except UnknownNameError:
                continue
            yield each
