"""A statement with its pictures, both made from what may be made public."""

from collections.abc import Iterator
from typing import Self

from attrs import frozen

from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.assessment.picture import Pictures
from policing_indicators.charts.change_bars import change_bars
from policing_indicators.charts.dashboard import dashboard
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import Picture
from policing_indicators.illustration.framing import on_page
from policing_indicators.illustration.indicator_pictures import IndicatorPictures
from policing_indicators.illustration.printed_assessment import printed_assessment
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.page_figure import PageFigures
from policing_indicators.publication.statement import Statement
from policing_indicators.vocabulary.population import Populations
from policing_indicators.wording.house_style import HouseStyle


@frozen(kw_only=True)
class Illustrated:
    """A statement with its pictures.

    Attributes:
        statement: The statement.
        figures: Its pictures, by the indicators' ids.

    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> made = Illustrated.of(Draft.read(example()), populations())
    >>> [figure.id for figure in made.figures.of["homicide"]]
    ['figure-1-control-chart']
    """

    statement: Statement
    figures: PageFigures

    @classmethod
    def of(
        cls,
        draft: Draft,
        populations: Populations,
        *,
        style: HouseStyle | None = None,
    ) -> Self:
        """Make the statement of a draft, and draw its pictures.

        Nothing is drawn but what the publication's rules permit, nor of an indicator
        that it does not print.

        Args:
            draft: The publication with all that it names.
            populations: What rates are counted over.
            style: The house style; that of the publication where none is given.

        Raises:
            MissingLibraryError: The extra ``charts`` is not installed.
        """
        style = style or draft.style
        facts = draft.publishable(populations)
        statement = Statement.of_publishable(draft, facts, style=style)
        drawing = _Drawing(
            draft=draft,
            statement=statement,
            printed=printed_assessment(draft, facts),
            style=style,
        )
        return cls(statement=statement, figures=drawing.figures())


@frozen(kw_only=True)
class _Drawing:
    draft: Draft
    statement: Statement
    printed: Assessment
    style: HouseStyle

    def figures(self) -> PageFigures:
        """Draw all, and number them, so that no id of a page is there twice."""
        head = [on_page(each, name) for name, each in self._head()]
        of = {
            facts.indicator.id: [
                on_page(picture, f"{number}-{kind}")
                for kind, picture in self._of(facts).drawn()
            ]
            for number, facts in enumerate(self.printed.indicators, start=1)
            if facts.observation.missing is None
        }
        return PageFigures(head=head, of=of)

    def _head(self) -> Iterator[tuple[str, Picture]]:
        every = self.printed.indicators
        labelling = Labelling(
            small_base=self.draft.publication.small_base, style=self.style
        )
        if any(each.observation.missing is None for each in every):
            yield "headlines", dashboard(self.printed, labelling=labelling)
        if any(each.change is not None for each in every):
            yield "changes", change_bars(self.printed, labelling=labelling)

    def _of(self, facts: IndicatorAssessment) -> IndicatorPictures:
        indicator, row = facts.indicator, facts.observation
        pictures = self.statement.pictures.get(indicator.id, Pictures())
        return IndicatorPictures(
            facts=facts,
            pictures=pictures,
            labelling=Labelling(
                indicator=indicator,
                period=row.period,
                as_at=row.as_at,
                source="; ".join(pictures.sources) or row.source,
                small_base=self.draft.publication.small_base,
                style=self.style,
            ),
            is_part=self._is_part(indicator.id, indicator.subset_of),
        )

    def _is_part(self, name: str, whole: str | None) -> bool:
        printed = [each.indicator for each in self.printed.indicators]
        return any(name in each.parts or whole == each.id for each in printed)
