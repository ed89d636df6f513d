"""A statement: what is printed, finished, in the order it is read."""

from collections.abc import Iterable, Iterator
from typing import Self

from attrs import frozen

from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.assessment.picture import Pictures
from policing_indicators.publication.chapter import Chapter
from policing_indicators.publication.citation import Citation, citations
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.figure_row import by_what
from policing_indicators.publication.labels import Labels
from policing_indicators.publication.making import Making
from policing_indicators.publication.notes import notes
from policing_indicators.publication.open_data import figures
from policing_indicators.publication.restated import restated_figures, restated_table
from policing_indicators.publication.section import Passage, Section
from policing_indicators.publication.shown_statement import (
    shown_table,
    shown_targets,
)
from policing_indicators.publication.table import (
    Table,
    numbers,
    percentages,
    promises,
    since,
)
from policing_indicators.showing import Shown, ShownTable
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.published_figure import PublishedFigure
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.sentences import Sentences
from policing_indicators.wording.table import row


@frozen(kw_only=True)
class Statement(Shown):
    """A finished statement. Every format prints these words and no others.

    Attributes:
        title: The title.
        edition: The label of the issue.
        publisher: Who publishes it.
        published: The day it is published, as printed, if known.
        licence: Where the licence of the open data is; blank where none is given.
        area: The area's name.
        period: The period of the figures, where none other is named.
        months: That period by its months.
        about: What is said at the head, in Markdown.
        sections: The priorities, in printed order.
        targets: The table of the targets, if there are any.
        restated: The table of the figures that differ from what was published before.
        definitions: What each indicator with a figure counts, where that is stated.
        notes: How the figures were made, a note each.
        citations: The sources.
        figures: Every figure that is printed, as open data.
        pictures: What can be drawn of the indicators that are printed, by their ids:
            finished charts, and comparisons with other areas.
        making: How the statement was made.
        labels: What the page says around all this.
        language: The language, as a tag such as ``en-GB``.

    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> statement = Statement.of(Draft.read(example()), populations())
    >>> print(statement.area, "-", statement.months)
    West Midlands - April 2024 to March 2025
    """

    title: str
    edition: str
    publisher: str
    published: str
    licence: str
    area: str
    period: str
    months: str
    about: str
    sections: tuple[Section, ...]
    targets: tuple[Table, ...]
    restated: tuple[Table, ...]
    definitions: tuple[Passage, ...]
    notes: tuple[str, ...]
    citations: tuple[Citation, ...]
    figures: tuple[PublishedFigure, ...]
    pictures: dict[str, Pictures]
    making: Making
    labels: Labels
    language: str

    def _shown(self) -> tuple[ShownTable, ...]:
        title = f"{self.title}, {self.area}, {self.edition}"
        return (
            *(
                shown_table(f"{title}: {section.heading}", table)
                for section in self.sections
                for table in section.tables
            ),
            *shown_targets(title, self.targets, self.figures),
        )

    @classmethod
    def of(
        cls,
        draft: Draft,
        populations: Populations,
        *,
        style: HouseStyle | None = None,
    ) -> Self:
        """Make the statement of a draft.

        Args:
            draft: The publication with all that it names.
            populations: What rates are counted over.
            style: The house style; that of the publication where none is given.
        """
        return cls.of_publishable(draft, draft.publishable(populations), style=style)

    @classmethod
    def of_publishable(
        cls, draft: Draft, assessment: Assessment, *, style: HouseStyle | None = None
    ) -> Self:
        """Make the statement of a draft whose facts are worked out already.

        Args:
            draft: The publication with all that it names.
            assessment: What :meth:`Draft.publishable` gave, and no other: what a
                publication hides is in the other.
            style: The house style; that of the publication where none is given.
        """
        style = style or draft.style
        publication = draft.publication
        shown = {
            each.indicator.id: each
            for chapter in draft.chapters
            for each in _facts(chapter, assessment)
        }
        promised = shown | {  # also where nothing else of the indicator is printed
            each.indicator.id: each for each in assessment.indicators if each.findings
        }
        facts = tuple(
            each for each in shown.values() if each.observation.missing is None
        )
        told = tuple(figures(assessment, shown.values(), publication.small_base, style))
        restatements = [
            each for each in assessment.restatements if each.before.indicator in shown
        ]
        keys = {figure.key for figure in told}
        day = publication.published
        return cls(
            title=publication.title,
            edition=publication.edition,
            publisher=publication.publisher,
            published=dates.day(style, day) if day else "",
            licence=publication.licence or "",
            area=draft.area.name,
            period=dates.written(style, publication.period),
            months=dates.months_of(style, publication.period),
            about=publication.about.strip(),
            sections=tuple(_sections(draft, assessment, told, style)),
            targets=tuple(promises(style, promised.values(), publication.groups)),
            restated=tuple(restated_table(style, restatements, _edition(draft))),
            definitions=tuple(_definitions(facts, style)),
            notes=tuple(
                notes(publication, facts, framework=draft.framework, style=style)
            ),
            citations=tuple(citations(facts, style)),
            figures=(*told, *restated_figures(style, restatements, keys)),
            pictures={
                each.indicator.id: each.pictures for each in facts if each.pictures
            },
            making=Making.of(draft, style=style),
            labels=Labels.of(publication, style),
            language=style.language,
        )


def _sections(
    draft: Draft,
    assessment: Assessment,
    figures: tuple[PublishedFigure, ...],
    style: HouseStyle,
) -> Iterator[Section]:
    small_base, groups = draft.publication.small_base, draft.publication.groups
    known = by_what(figures)
    sentences = Sentences(
        assessment=assessment, small_base=small_base, style=style, groups=groups
    )
    for chapter in draft.chapters:
        facts = _facts(chapter, assessment)
        rows = (row(each, small_base, style=style) for each in facts)
        counts = [each for each in rows if each is not None]
        passages = [
            (
                _passage(style, each, sentences.about(each)),
                each.observation.missing is None,
            )
            for each in facts
        ]
        yield Section(
            heading=chapter.entry.title or chapter.priority.name,
            applies=chapter.entry.applies,
            reason=chapter.entry.reason.strip(),
            narrative=chapter.entry.narrative.strip(),
            passages=tuple(passage for passage, has_figure in passages if has_figure),
            targets=tuple(
                _passage(style, each, told)
                for each in facts
                if (told := sentences.of_targets(each))
            ),
            tables=(
                *numbers(style, counts),
                *percentages(style, facts, known),
                *since(style, facts, known),
            ),
            without=tuple(
                passage for passage, has_figure in passages if not has_figure
            ),
        )


def _edition(draft: Draft) -> str:
    return draft.previous.edition if draft.previous else ""


def _facts(chapter: Chapter, assessment: Assessment) -> list[IndicatorAssessment]:
    if not chapter.entry.applies:
        return []
    return [assessment.of(indicator.id) for indicator in chapter.indicators]


def _definitions(
    facts: Iterable[IndicatorAssessment], style: HouseStyle
) -> Iterator[Passage]:
    for each in facts:
        definition = each.indicator.definition
        if definition is not None:
            yield _passage(style, each, (definition.text,))


def _passage(
    style: HouseStyle, facts: IndicatorAssessment, paragraphs: tuple[str, ...]
) -> Passage:
    return Passage(
        indicator=facts.indicator.id,
        heading=style.name_of(facts.indicator),
        paragraphs=paragraphs,
    )
