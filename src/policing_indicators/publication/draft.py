"""A publication with all that it names: found, read and checked."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from attrs import field, frozen

from policing_indicators.assessment.assessing import judge
from policing_indicators.assessment.assessment import Assessment
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.errors import FileAccessError
from policing_indicators.publication.chapter import Chapter, chapters
from policing_indicators.publication.consistency import (
    CheckFigures,
    check_day,
    check_figures,
    check_publisher,
)
from policing_indicators.publication.input_file import InputFile
from policing_indicators.publication.previous_issue import PreviousIssue
from policing_indicators.publication.promises import check_promises
from policing_indicators.publication.publication import Publication
from policing_indicators.publication.search import Search
from policing_indicators.structuring import Document, Sketch
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Populations
from policing_indicators.wording.disclosure import permitted
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.house_style import HouseStyle, house_style
from policing_indicators.wording.rounded_verdicts import with_sure_verdicts

PUBLICATION_FILE = "publication.toml"


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
        inputs: Their names and digests.
        style: How the office writes.
        previous: The statement that was issued before, if one is named.

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
    observations: Sequence[Observation]
    files: tuple[Path, ...]
    inputs: tuple[InputFile, ...]
    style: HouseStyle = field(factory=house_style)
    previous: PreviousIssue | None = None
    _permitted: Sequence[Observation] | None = field(
        default=None, eq=False, repr=False, alias="permitted"
    )

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a publication and everything it names.

        Args:
            path: The publication's folder, or the ``publication.toml`` in it.

        Raises:
            FileAccessError: The publication cannot be read.
            InvalidContentError: Something in it, or in a file it names, is not right.
                All problems are named at once, by line and path.
        """
        return cls.read_with(path, check_figures)

    @classmethod
    def read_with(cls, path: Path, check: CheckFigures) -> Self:
        """Read a publication, and hold its area's figures to what is given.

        Args:
            path: The publication's folder, or the ``publication.toml`` in it.
            check: Notes what cannot be in the figures of its area.

        Raises:
            FileAccessError: The publication cannot be read.
            InvalidContentError: Something in it, or in a file it names, is not right.
        """
        file = _file(path)
        publication, document = Document.read(file).made(Publication)
        sketch, search = document.sketch(), Search(file.parent)
        area = search.area(sketch)
        framework = search.framework(sketch)
        style = search.style(sketch)
        previous = search.previous(sketch, area)
        observations = search.figures(sketch, framework)
        periods: dict[str, Period] = {}
        printed: tuple[Chapter, ...] = ()
        if framework is not None:
            periods = dict(_periods(sketch, framework, search))
            printed = tuple(chapters(sketch, framework, search))
        check_promises(sketch, framework, area, search)
        check_publisher(sketch, search)
        check_day(sketch, search)
        check(sketch, framework, area, observations, search)
        error = document.error(search.problems, search.elsewhere)
        if (
            error.problems
            or publication is None
            or area is None
            or framework is None
            or style is None
        ):
            raise error
        files = (file, *(file.parent / name for name in publication.files))
        return cls(
            publication=publication,
            area=area,
            framework=framework,
            periods=periods,
            chapters=printed,
            observations=observations,
            style=style,
            previous=previous,
            files=files,
            inputs=tuple(InputFile.read(each, file.parent) for each in files),
        )

    @property
    def permitted(self) -> Sequence[Observation]:
        """The observations that whatever is made public may be made from."""
        rule = self.publication.disclosure
        if rule == DisclosureRule():
            return self.observations
        if self._permitted is not None:
            return self._permitted
        return permitted(self.framework, self.observations, rule)

    def assess(self, populations: Populations) -> Assessment:
        """Work out the facts of every indicator, and what became of the targets.

        These are the true figures, for the eyes of the office alone where the
        publication hides some: :meth:`publishable` gives what may be made public.

        Args:
            populations: What rates are counted over.
        """
        return self._judge(self._grounds(populations, self.observations))

    def publishable(self, populations: Populations) -> Assessment:
        """Work out what may be made public, from permitted figures alone.

        Args:
            populations: What rates are counted over.
        """
        rule = self.publication.disclosure
        grounds = self._grounds(
            populations, self.permitted, are_rounded=rule.round_to is not None
        )
        return with_sure_verdicts(self._judge(grounds), grounds, rule)

    def _grounds(
        self,
        populations: Populations,
        observations: Sequence[Observation],
        *,
        are_rounded: bool = False,
    ) -> Grounds:
        return Grounds(
            framework=self.framework,
            area=self.area,
            observations=observations,
            populations=populations,
            edition=self.publication.populations,
            confidence=self.publication.confidence,
            groups=self.publication.groups,
            are_rounded=are_rounded,
        )

    def _judge(self, grounds: Grounds) -> Assessment:
        return judge(
            grounds,
            period=self.publication.period,
            periods=self.periods,
            targets=self.publication.targets,
            published=self.previous.figures if self.previous else (),
        )


def _file(path: Path) -> Path:
    try:
        return path / PUBLICATION_FILE if path.is_dir() else path
    except OSError as error:
        raise FileAccessError(str(path), error.strerror or str(error)) from error


def _periods(
    publication: Sketch, framework: Framework, search: Search
) -> Iterator[tuple[str, Period]]:
    seen: set[str] = set()
    for place, name, period in publication.entries("periods", Period):
        indicator = search.indicator(place, name, framework)
        if indicator is not None and search.once(
            place, indicator.id, seen, "indicator"
        ):
            yield indicator.id, period
