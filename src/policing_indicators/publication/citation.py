"""Where the figures of a statement came from."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle


@frozen(kw_only=True)
class Citation:
    """Where figures came from, and when they stood so.

    Attributes:
        source: The source, as cited by the figures.
        as_at: The vintage as printed, where the figures say.
        indicators: The names of the indicators taken from it.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.publication.statement import Statement
    >>> from policing_indicators.registry.populations import populations
    >>> statement = Statement.of(Draft.read(example()), populations())
    >>> print(statement.citations[0].as_at)
    1 April 2026
    """

    source: str
    as_at: str
    indicators: tuple[str, ...]


def citations(
    facts: Iterable[IndicatorAssessment], style: HouseStyle
) -> Iterator[Citation]:
    """Give the sources of some facts, each with the indicators that are taken from it.

    Args:
        facts: The facts of every indicator that has a figure.
        style: The house style.
    """
    named: dict[tuple[str, date | None], dict[str, None]] = {}
    for each in facts:
        for key in _cited(each):
            named.setdefault(key, {})[style.name_of(each.indicator)] = None
    for (source, as_at), indicators in named.items():
        yield Citation(
            source=source,
            as_at=dates.day(style, as_at) if as_at else "",
            indicators=tuple(indicators),
        )


def _cited(facts: IndicatorAssessment) -> Iterator[tuple[str, date | None]]:
    """Give the source and vintage of each figure that something is said of."""
    for row in facts.observations:
        if row.missing is None:
            yield row.source, row.as_at
    if facts.pictures:
        for source in facts.pictures.sources:
            yield source, facts.observation.as_at
