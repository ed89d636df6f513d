"""What a command took no figure of, told beside the figures that it took."""

from collections.abc import Iterable

from policing_indicators.cli.telling import tell
from policing_indicators.tables.reading import LeftOut
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

_MOST_NAMED = 3
"""How many things are named for each reason, before the rest are counted."""


def tell_left_out(where: object, left_out: Iterable[LeftOut], noun: str) -> None:
    """Tell how much was left out and why, a reason a line; nothing where all is there.

    Args:
        where: What it was left out of.
        left_out: What was left out.
        noun: What is counted: a row or a figure.
    """
    by_reason: dict[str, list[LeftOut]] = {}
    for each in left_out:
        by_reason.setdefault(each.reason, []).append(each)
    if not by_reason:
        return
    lines = [
        f"  {_rows(some):,} ({reason}): {_named([each.what for each in some])}"
        for reason, some in by_reason.items()
    ]
    rows = sum(map(_rows, by_reason.values()))
    many = f"1 {noun}" if rows == 1 else f"{rows:,} {noun}s"
    tell("\n".join([f"{where}: {many} left out", *lines]))


def tell_absent(
    where: object, area: Area, figures: Iterable[Observation], periods: Iterable[Period]
) -> None:
    """Tell where a file holds nothing of an area, or of a period that was asked for.

    Args:
        where: The file.
        area: The area.
        figures: What was taken of it.
        periods: The periods that were asked for.
    """
    there = {figure.period for figure in figures if figure.missing is None}
    absent = [f" in {period}" for period in periods if period not in there]
    for when in absent if there else ("",):
        tell(f"{where}: no figure of {area.name}{when}")


def _rows(some: Iterable[LeftOut]) -> int:
    return sum(each.rows for each in some)


def _named(names: list[str]) -> str:
    rest = len(names) - _MOST_NAMED
    if rest <= 1:  # one more is named as shortly as it is counted
        return "; ".join(names)
    return f"{'; '.join(names[:_MOST_NAMED])} and {rest:,} others"
