"""A funnel as a notebook shows it."""

from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.funnel_point import (
    FunnelMethod,
    FunnelPoint,
    FunnelPosition,
)
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.shown_figures import (
    shown_base,
    shown_level,
    shown_number,
)
from policing_indicators.calculation.total import AreaLeftOut
from policing_indicators.showing import ShownTable

_SHAPES = {
    FunnelPosition.FAR_BELOW: "▼▼",
    FunnelPosition.BELOW: "▼",
    FunnelPosition.WITHIN: "●",
    FunnelPosition.ABOVE: "▲",
    FunnelPosition.FAR_ABOVE: "▲▲",
}
_PER_CENT = 100


def shown_funnel(
    points: tuple[FunnelPoint, ...],
    benchmark: Benchmark,
    method: FunnelMethod,
    base: tuple[float, bool],
    left_out: tuple[AreaLeftOut, ...],
) -> ShownTable:
    """Show a funnel: where each area lies, with its limits.

    Args:
        points: The areas.
        benchmark: What they lie around.
        method: How the limits are worked out.
        base: What the rates are per, and whether they are proportions.
        left_out: The areas that are not in it.
    """
    per, are_proportions = base
    level = _level(benchmark.value, are_proportions=are_proportions)
    around = f"{level}, that of {benchmark.name}"
    limits = [_limits_heading(points, which) for which in ("inner", "outer")]
    return ShownTable(
        caption=f"Areas around {around} ({method.value} limits)",
        headings=(
            "Area",
            "Position",
            shown_base(per=per, are_proportions=are_proportions),
            *limits,
        ),
        rows=tuple(_row(point, are_proportions=are_proportions) for point in points),
        notes=tuple(f"Left out: {each.area}: {each.reason}." for each in left_out),
        numbers=3,
    )


def _row(point: FunnelPoint, *, are_proportions: bool) -> tuple[str, ...]:
    position = f"{_SHAPES[point.position]} {point.position.value}"
    limits = (
        _between(each, are_proportions=are_proportions)
        for each in (point.inner, point.outer)
    )
    return point.area, position, shown_level(point.rate), *limits


def _limits_heading(points: tuple[FunnelPoint, ...], which: str) -> str:
    confidences = {getattr(point, which).confidence for point in points}
    told = " or ".join(
        f"{shown_number(_PER_CENT * each, decimals=1).removesuffix('.0')}%"
        for each in sorted(confidences)
    )
    return f"Limits ({told})" if told else "Limits"


def _level(value: float, *, are_proportions: bool) -> str:
    if are_proportions:
        return f"{shown_number(_PER_CENT * value, decimals=1)}%"
    return shown_number(value)


def _between(limits: Interval, *, are_proportions: bool) -> str:
    lower = _level(limits.lower, are_proportions=are_proportions)
    return f"{lower} to {_level(limits.upper, are_proportions=are_proportions)}"
