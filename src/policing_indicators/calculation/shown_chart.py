"""A control chart as a notebook shows it."""

from collections.abc import Iterator

from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.shown_figures import shown_number
from policing_indicators.calculation.variation import Assurance, Side, Variation
from policing_indicators.showing import NONE, ShownTable

_MOST = 24
"""How many points are shown, the latest ones: two years of months, six of quarters."""

_SIDES = {Side.HIGH: "▲", Side.LOW: "▼"}
VARIATIONS = {
    Variation.COMMON_CAUSE: "●",
    Variation.IMPROVEMENT: "◆",
    Variation.CONCERN: "■",
    Variation.NEUTRAL: "◇",
}
"""The shape that stands before each word, so that neither stands alone."""

_HEADINGS = ("Period", "Rules broken", "Figure", "Centre", "Lower limit", "Upper limit")
_HEADINGS_ADJUSTED = (*_HEADINGS[:3], "Adjusted", *_HEADINGS[3:])


def shown_chart(
    kind: ChartKind,
    name: str,
    points: tuple[ChartPoint, ...],
    said: tuple[Variation, Assurance | None, tuple[ChartCaution, ...]],
) -> ShownTable:
    """Show a control chart: its latest points, and what the very latest says.

    Args:
        kind: What it is of.
        name: What it is of, in words.
        points: Its points.
        said: The variation and the assurance of its latest point, and its cautions.
    """
    latest_points = points[-_MOST:]
    adjusted = any(point.season_factor != 1 for point in points)
    return ShownTable(
        caption=f"{kind.value}: {name}",
        headings=_HEADINGS_ADJUSTED if adjusted else _HEADINGS,
        rows=tuple(_rows(latest_points, adjusted=adjusted)),
        notes=tuple(_notes(len(points) - len(latest_points), points[-1], said)),
        numbers=5 if adjusted else 4,
    )


def _rows(
    points: tuple[ChartPoint, ...], *, adjusted: bool
) -> Iterator[tuple[str, ...]]:
    are_whole = all(float(point.value).is_integer() for point in points)
    for point in points:
        causes = "; ".join(
            f"{_SIDES[cause.side]} {cause.rule.value}" for cause in point.special_causes
        )
        figure = shown_number(point.value, decimals=0 if are_whole else None)
        charted = (point.charted,) if adjusted else ()
        numbers = (*charted, point.centre, point.drawn_lower, point.upper)
        lines = (shown_number(float(each)) for each in numbers)
        yield str(point.when), causes or NONE, figure, *lines


def _notes(
    left_out: int,
    latest: ChartPoint,
    said: tuple[Variation, Assurance | None, tuple[ChartCaution, ...]],
) -> Iterator[str]:
    variation, assurance, cautions = said
    target = f"; target: {assurance.value}" if assurance else ""
    word = f"{VARIATIONS[variation]} {variation.value}"
    yield f"Latest point, {latest.when}: {word}{target}."
    yield "Among many points, some break a rule by chance."
    if cautions:
        yield f"Read with care: {', '.join(each.value for each in cautions)}."
    if left_out:
        yield f"{left_out} earlier points are not shown."
