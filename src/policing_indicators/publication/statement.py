"""A statement: what is printed, finished, in the order it is read."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Self

from attrs import frozen

from policing_indicators.assessment.assessing import assess
from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.publication.draft import Chapter, Draft
from policing_indicators.publication.notes import notes
from policing_indicators.vocabulary.population import Populations
from policing_indicators.wording.sentences import Sentences
from policing_indicators.wording.table import Row, row


@frozen(kw_only=True)
class Passage:
    """What is said of one indicator.

    Attributes:
        heading: The indicator's name.
        sentences: The sentences, in reading order.
    """

    heading: str
    sentences: tuple[str, ...]


@frozen(kw_only=True)
class Section:
    """What is said of one priority.

    Attributes:
        heading: The priority's name, as this publication prints it.
        applies: Whether it applies to the area.
        reason: Why it does not, or what there is to say of why it does.
        narrative: The office's own words, in Markdown.
        passages: What is said of each indicator.
        rows: The table of the figures.
    """

    heading: str
    applies: bool
    reason: str
    narrative: str
    passages: tuple[Passage, ...]
    rows: tuple[Row, ...]


@frozen(kw_only=True)
class Citation:
    """Where figures came from, and when they stood so.

    Attributes:
        source: The source, as cited by the figures.
        as_at: The vintage, if the figures say.
        indicators: The names of the indicators taken from it.
    """

    source: str
    as_at: date | None
    indicators: tuple[str, ...]


@frozen(kw_only=True)
class Statement:
    """A finished statement. Every format prints these words and no others.

    Attributes:
        title: The title.
        edition: The label of the issue.
        publisher: Who publishes it.
        published: The day it is published, if known.
        area: The area's name.
        period: The period of the figures, where none other is named.
        about: What is said at the head, in Markdown.
        sections: The priorities, in printed order.
        citations: The sources.
        notes: How the figures were made, a sentence each.
    """

    title: str
    edition: str
    publisher: str
    published: date | None
    area: str
    period: str
    about: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]

    @classmethod
    def of(cls, draft: Draft, populations: Populations) -> Self:
        """Make the statement of a draft.

        Args:
            draft: The publication with all that it names.
            populations: What rates are counted over.
        """
        publication = draft.publication
        assessment = assess(
            draft.framework,
            draft.observations,
            area=draft.area,
            period=publication.period,
            periods=draft.periods,
            populations=populations,
            confidence=publication.confidence,
        )
        facts = {
            each.indicator.id: each
            for chapter in draft.chapters
            for each in _facts(chapter, assessment)
        }
        return cls(
            title=publication.title,
            edition=publication.edition,
            publisher=publication.publisher,
            published=publication.published,
            area=draft.area.name,
            period=str(publication.period),
            about=publication.about.strip(),
            sections=tuple(_sections(draft, assessment)),
            citations=tuple(_citations(facts.values())),
            notes=tuple(notes(publication, tuple(facts.values()))),
        )


def _sections(draft: Draft, assessment: Assessment) -> Iterator[Section]:
    small_base = draft.publication.small_base
    sentences = Sentences(assessment=assessment, small_base=small_base)
    for chapter in draft.chapters:
        facts = _facts(chapter, assessment)
        rows = (row(each, small_base) for each in facts)
        yield Section(
            heading=chapter.entry.title or chapter.priority.name,
            applies=chapter.entry.applies,
            reason=chapter.entry.reason.strip(),
            narrative=chapter.entry.narrative.strip(),
            passages=tuple(
                Passage(heading=each.indicator.name, sentences=sentences.about(each))
                for each in facts
            ),
            rows=tuple(each for each in rows if each is not None),
        )


def _facts(chapter: Chapter, assessment: Assessment) -> list[IndicatorAssessment]:
    if not chapter.entry.applies:
        return []
    return [assessment.of(indicator.id) for indicator in chapter.indicators]


def _citations(facts: Iterable[IndicatorAssessment]) -> Iterator[Citation]:
    named: dict[tuple[str, date | None], list[str]] = {}
    for each in facts:
        key = each.observation.source, each.observation.as_at
        if each.observation.missing is None:
            named.setdefault(key, []).append(each.indicator.name)
    for (source, as_at), indicators in named.items():
        yield Citation(source=source, as_at=as_at, indicators=tuple(indicators))
