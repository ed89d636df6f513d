"""What a revision report says, for a console or a note."""

from collections.abc import Iterator

from policing_indicators.calculation.revision_report import (
    IndicatorRevisions,
    Revision,
    RevisionReport,
)
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording.house_style import HouseStyle, house_style

_DECIMALS = 1
_MOST_DECIMALS = 3
"""Of rates and percentages, in which many a revision is small."""


def revision_text(report: RevisionReport, style: HouseStyle | None = None) -> str:
    """Say what moved between two editions, an indicator a line, largest revision last.

    Args:
        report: The report.
        style: The house style; by default the one that ships.

    >>> print(revision_text(RevisionReport.between(earlier=[], later=[])), end="")
    The two editions have no figure in common.
    """
    spoken = house_style() if style is None else style
    return "".join(f"{line}\n" for line in _lines(report, spoken))


def _lines(report: RevisionReport, style: HouseStyle) -> Iterator[str]:
    if not report.revisions:
        yield "The two editions have no figure in common."
    for each in report.indicators:
        yield f"{each.indicator}: {_moved(each, style)}{_beside(each, style)}"
        if each.largest is not None:
            yield f"    most: {_largest(each.largest, style)}"
    for observations, edition in (
        (report.only_earlier, "earlier"),
        (report.only_later, "later"),
    ):
        if observations:
            yield f"Only in the {edition} edition: {_many(observations, style)}."


def _moved(each: IndicatorRevisions, style: HouseStyle) -> str:
    compared, moved = style.number(each.compared), style.number(each.moved)
    said = f"{moved} of {compared} figures moved"
    if each.median_percent is None or not each.moved:
        return said
    median = style.percent(each.median_percent, _DECIMALS)
    return f"{said}, half of the counts by {median} or less"


def _beside(each: IndicatorRevisions, style: HouseStyle) -> str:
    said = ""
    if each.withdrawn:
        is_or_are = "is" if each.withdrawn == 1 else "are"
        said += f"; {style.number(each.withdrawn)} {is_or_are} missing since"
    if each.supplied:
        was_or_were = "was" if each.supplied == 1 else "were"
        said += f"; {style.number(each.supplied)} {was_or_were} missing before"
    return said


def _largest(revision: Revision, style: HouseStyle) -> str:
    earlier, later = (
        _figure(each, style) for each in (revision.earlier, revision.later)
    )
    said = f"{revision.earlier.area}, {revision.earlier.period}: {earlier} to {later}"
    if revision.percent is None:
        return said
    return f"{said} ({style.signed(revision.percent, _DECIMALS)}%)"


def _figure(observation: Observation, style: HouseStyle) -> str:
    if observation.count is not None:
        return style.number(observation.count)
    return style.number(observation.figure or 0, _MOST_DECIMALS)


def _many(observations: tuple[Observation, ...], style: HouseStyle) -> str:
    many = len(observations)
    return "1 figure" if many == 1 else f"{style.number(many)} figures"
