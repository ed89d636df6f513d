"""The drafts of every area that the tables of one publication hold."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from attrs import evolve, field, frozen

from policing_indicators.errors import Problem
from policing_indicators.publication.chapter import Chapter
from policing_indicators.publication.consistency import check_figures
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.publication import PriorityEntry, Publication
from policing_indicators.publication.search import Search
from policing_indicators.registry.areas import areas
from policing_indicators.structuring import Document, Sketch
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.observation import Observation

_WORD = re.compile(r"\w+")


@frozen(kw_only=True)
class AreaDrafts:
    """The drafts of every area of which one publication's tables hold figures.

    The areas are those of the same kind as the publication's own. What decides which
    figures are printed and how is the same for all: framework, periods, tables,
    populations, rules, style, and the order and names of the priorities. What one
    office says or promises is its own area's alone: its name, narratives, reasons,
    targets, groups, the words at the head and the issue before.

    Attributes:
        own: The draft of the publication's own area, with all that its office says.
        areas: The areas, the publication's own among them if the tables hold it.

    >>> from policing_indicators.publication.example import example
    >>> drafts = AreaDrafts.read(example())
    >>> [area.id for area in drafts.areas][:2]
    ['avon-and-somerset', 'bedfordshire']
    >>> drafts.draft(drafts.areas[0]).publication.targets
    ()
    """

    own: Draft
    areas: tuple[Area, ...]
    _document: Document = field(alias="document")
    _observations: ObservationTable = field(alias="observations", repr=False)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a publication and everything it names.

        What cannot be in the figures of an area is left to :meth:`draft`.

        Args:
            path: The publication's folder, or the ``publication.toml`` in it.

        Raises:
            FileAccessError: The publication cannot be read.
            InvalidContentError: Something in it, or in a file it names, is not right;
                or a text that is printed for every area names the publication's own.
        """
        own = Draft.read_with(path, _no_check)
        document = Document.read(own.files[0])
        problems = list(_local_texts(own))
        if problems:
            raise document.error(problems)
        observations = _table(own.observations)
        kind = own.area.kind
        held = {*observations.areas, own.area.id}
        alike = [each for each in areas() if each.kind is kind and each.id in held]
        return cls(
            own=evolve(own, permitted=_table(own.permitted)),
            areas=tuple(alike),
            document=document,
            observations=observations,
        )

    def draft(self, area: Area) -> Draft:
        """Give the draft of an area.

        Args:
            area: The area.

        Raises:
            InvalidContentError: The figures of the area cannot be: all is named.
        """
        own, document = self.own, self._document
        search = Search(own.files[0].parent)
        check_figures(
            document.sketch(), own.framework, area, self._observations, search
        )
        error = document.error(search.problems, search.elsewhere)
        if error.problems:
            raise error
        return own if area.id == own.area.id else self._of_other(area)

    def _of_other(self, area: Area) -> Draft:
        own = self.own
        publication = evolve(
            own.publication,
            area=area.id,
            publisher="",
            about="",
            priorities=tuple(map(_impersonal, own.publication.priorities)),
            targets=(),
            groups=(),
            previous=None,
        )
        files = (own.files[0], *_files(publication, own.files[0].parent))
        inputs = dict(zip(own.files, own.inputs, strict=True))
        return evolve(
            own,
            area=area,
            publication=publication,
            chapters=tuple(map(_without_words, own.chapters)),
            previous=None,
            files=files,
            inputs=tuple(inputs[file] for file in files),
        )


def _table(observations: Iterable[Observation]) -> ObservationTable:
    if isinstance(observations, ObservationTable):
        return observations
    return ObservationTable.of(observations)


def _no_check(
    _publication: Sketch,
    _framework: Framework | None,
    _area: Area | None,
    _observations: ObservationTable,
    _search: Search,
) -> None:
    """Leave the figures to each area's own draft."""


def _files(publication: Publication, folder: Path) -> Iterator[Path]:
    for name in publication.files:
        yield folder / name


def _impersonal(entry: PriorityEntry) -> PriorityEntry:
    """Leave of an entry what says nothing of any one area."""
    return evolve(entry, applies=True, reason="", narrative="")


def _without_words(chapter: Chapter) -> Chapter:
    return evolve(chapter, entry=_impersonal(chapter.entry))


def _local_texts(own: Draft) -> Iterator[Problem]:
    """Name the texts that are printed for every area and name one of them."""
    publication = own.publication
    texts = {"title": publication.title, "edition": publication.edition}
    for number, entry in enumerate(publication.priorities):
        texts[f"priorities[{number}].title"] = entry.title or ""
    names = [_words(name) for name in (own.area.name, *own.area.aliases)]
    for place, text in texts.items():
        if any(name in _words(text) for name in names):
            allowed = (
                f"a text that does not name {own.area.name}: with --all-areas it is "
                "printed for every area"
            )
            yield Problem(place, text, allowed)


def _words(text: str) -> str:
    """Give a text as its words alone, with a blank on either side of each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
