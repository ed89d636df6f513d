"""A publication with all that it names: found, read and checked."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, Self, TypeVar

from attrs import frozen

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    Problem,
    UnknownNameError,
)
from policing_indicators.publication.consistency import problems
from policing_indicators.publication.publication import PriorityEntry, Publication
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework, load_framework
from policing_indicators.structuring import read_toml
from policing_indicators.tables import tidy
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.priority import Priority

PUBLICATION_FILE = "publication.toml"

_Found = TypeVar("_Found")
_Sought = ParamSpec("_Sought")


@frozen(kw_only=True)
class Chapter:
    """A priority as a publication prints it.

    Attributes:
        entry: What the publication says of it.
        priority: The framework's priority.
        indicators: The indicators to print, in order.

    >>> from policing_indicators.publication.example import example
    >>> chapter = Draft.read(example()).chapters[0]
    >>> [indicator.id for indicator in chapter.indicators]
    ['homicide', 'domestic-homicide']
    """

    entry: PriorityEntry
    priority: Priority
    indicators: tuple[Indicator, ...]


@frozen(kw_only=True)
class Draft:
    """A publication with all that it names, ready to be made into a statement.

    Attributes:
        publication: What the office decided.
        area: The area.
        framework: The framework.
        periods: The period of each indicator that has its own, by the indicator's id.
        chapters: The priorities, in printed order.
        observations: The observations of every data file.
        files: The files that it was read from.

    >>> from policing_indicators.publication.example import example
    >>> draft = Draft.read(example())
    >>> print(draft.area.name, draft.publication.period, draft.framework.id)
    West Midlands 2024/25 national-priorities-2021
    """

    publication: Publication
    area: Area
    framework: Framework
    periods: dict[str, Period]
    chapters: tuple[Chapter, ...]
    observations: tuple[Observation, ...]
    files: tuple[Path, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a publication and everything it names.

        Args:
            path: The publication's folder, or the ``publication.toml`` in it.

        Raises:
            FileAccessError: The publication cannot be read.
            InvalidContentError: Something in it, or in a file it names, is not right.
                All problems are named at once.
        """
        file = _file(path)
        publication = read_toml(file, Publication)
        search = _Search()
        found_framework = search.find(
            "framework", _framework, publication.framework, file.parent
        )
        found_area = search.find("area", areas().find, publication.area)
        observations: tuple[Observation, ...] = ()
        periods: dict[str, Period] = {}
        chapters: tuple[Chapter, ...] = ()
        if found_framework is not None:
            observations = tuple(
                _read_data(publication, file.parent, found_framework, search)
            )
            periods = dict(_periods(publication, found_framework, search))
            chapters = tuple(_chapters(publication, found_framework, search))
        if found_framework and found_area and not search.unread:
            search.problems.extend(
                problems(publication, found_framework, found_area, observations)
            )
        if search.problems or found_framework is None or found_area is None:
            raise InvalidContentError(str(file), tuple(search.problems))
        named = (publication.framework, *publication.data)
        return cls(
            publication=publication,
            area=found_area,
            framework=found_framework,
            periods=periods,
            chapters=chapters,
            observations=observations,
            files=(file, *(file.parent / name for name in named)),
        )


def _file(path: Path) -> Path:
    try:
        return path / PUBLICATION_FILE if path.is_dir() else path
    except OSError as error:
        raise FileAccessError(str(path), error.strerror or str(error)) from error


class _Search:
    """What is looked for in a publication, and the problems met on the way.

    Of a file that was not read nothing more can be said: ``unread`` remembers it.
    """

    __slots__ = ("problems", "unread")

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.unread = False

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
            self.problems.append(Problem(place, error.name, error.allowed))
        except InvalidContentError as error:
            self.unread = True
            self.problems.extend(
                Problem(f"{error.where}: {each.place}", each.value, each.allowed)
                for each in error.problems
            )
        except FileAccessError as error:
            self.unread = True
            allowed = f"a file that can be read ({error.reason})"
            self.problems.append(Problem(place, error.file, allowed))
        return None

    def once(self, place: str, indicator: Indicator, seen: set[str]) -> None:
        """Note a problem where an indicator was seen before, by whatever name."""
        if indicator.id in seen:
            self.problems.append(Problem(place, indicator.id, "each indicator once"))
        seen.add(indicator.id)


def _framework(name: str, folder: Path) -> Framework:
    if name.endswith(".toml"):
        return load_framework(folder / name)
    return framework(name)


def _read_data(
    publication: Publication, folder: Path, framework: Framework, search: _Search
) -> Iterator[Observation]:
    for row, name in enumerate(publication.data):
        yield from (
            search.find(
                f"data[{row}]",
                tidy.read,
                folder / name,
                framework=framework,
            )
            or ()
        )


def _periods(
    publication: Publication, framework: Framework, search: _Search
) -> Iterator[tuple[str, Period]]:
    seen: set[str] = set()
    for name, period in publication.periods.items():
        indicator = search.find(f"periods.{name}", framework.indicator, name)
        if indicator is None:
            continue
        search.once(f"periods.{name}", indicator, seen)
        yield indicator.id, period


def _chapters(
    publication: Publication, framework: Framework, search: _Search
) -> Iterator[Chapter]:
    entries = publication.priorities or tuple(
        PriorityEntry(id=priority.id) for priority in framework.priorities
    )
    left = {priority.id: priority for priority in framework.priorities}
    for row, entry in enumerate(entries):
        place = f"priorities[{row}]"
        priority = search.find(f"{place}.id", framework.priority, entry.id)
        if priority is None:
            continue
        if left.pop(priority.id, None) is None:
            allowed = "each priority once"
            search.problems.append(Problem(f"{place}.id", entry.id, allowed))
        yield Chapter(
            entry=entry,
            priority=priority,
            indicators=tuple(_indicators(entry, priority, framework, search, place)),
        )
    if left:
        allowed = "an entry for every priority; one may be said not to apply"
        place = f"priorities: {', '.join(left)}"
        search.problems.append(Problem(place, None, allowed))


def _indicators(
    entry: PriorityEntry,
    priority: Priority,
    framework: Framework,
    search: _Search,
    place: str,
) -> Iterator[Indicator]:
    names = priority.indicators if entry.indicators is None else entry.indicators
    seen: set[str] = set()
    for column, name in enumerate(names):
        indicator = search.find(
            f"{place}.indicators[{column}]", framework.indicator, name
        )
        if indicator is not None:
            search.once(f"{place}.indicators[{column}]", indicator, seen)
            yield indicator
