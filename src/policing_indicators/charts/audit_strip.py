"""A picture of printed figures beside what the tables at hand give."""

from collections.abc import Iterator

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.verdict import Standing
from policing_indicators.charts.audit_strip_words import AuditWords
from policing_indicators.charts.audit_strips import Strip, strips
from policing_indicators.charts.colour import GRID, PAPER, Colour
from policing_indicators.charts.key import Mark, height, key
from policing_indicators.charts.labelling import Labelling, given
from policing_indicators.charts.picture import Picture, pictured
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.scale import Scale
from policing_indicators.charts.space import INK, SMALL, Label, Layer, Space, labels
from policing_indicators.charts.text_width import cut
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement

_EDGE = 8
_ROW = 66
_LINE = 32
"""How far below the upper edge of a row its strip lies, in pixels."""

_AIR = 12
_HALF = 6
_LIGHT = 0.5
_PRINTED = Mark(
    shape="diamond", fill="transparent", stroke=INK, size=190, meaning="printed"
)
_TABLE = Mark(
    shape="circle",
    fill=Colour.DARK_BLUE.value,
    stroke=Colour.DARK_BLUE.value,
    size=50,
    meaning="in the table",
)
_USUAL = Mark(
    shape="square",
    fill=Colour.LIGHT_PURPLE.value,
    stroke=Colour.LIGHT_PURPLE.value,
    size=90,
    meaning="usual revision, around the table's",
)
_FEASIBLE = Mark(
    shape="square",
    fill=PAPER,
    stroke=Colour.DARK_PINK.value,
    size=90,
    meaning="numbers that the printed figures leave open",
)


def audit_strip(audit: Audit, *, labelling: Labelling | None = None) -> Picture:
    """Draw each printed figure on a strip of its own, beside what the tables give.

    Around the table's figure lies what it is usually revised by. Where a printed number
    and percentage leave open which earlier number they are from, those numbers are a
    strip too. A figure that cannot be checked is in the table alone.

    Args:
        audit: The audit.
        labelling: What things are called, and where the figures come from.

    Raises:
        InvalidValueError: What is given is no audit.
        MissingDataError: No figure of it could be checked.

    >>> from policing_indicators.audit.auditing import audit_claims
    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.registry.populations import populations
    >>> from policing_indicators.tables import claims
    >>> from policing_indicators.vocabulary.observation import Observation
    >>> from policing_indicators.vocabulary.period import Period
    >>> national = framework("national-priorities-2021")
    >>> table = '''row,title,indicator,area,period,level
    ... document,A report,,Kent,2024/25,
    ... ,,homicide,,,12
    ... '''
    >>> found = audit_claims(
    ...     claims.parse(table, framework=national),
    ...     [Observation("homicide", "kent", Period.financial_year(2024), count=12)],
    ...     framework=national,
    ...     populations=populations(),
    ... )
    >>> print(audit_strip(found).table.rows)
    (('Homicide, 2024/25', 'the number', '12', '12', 'reproduces'),)
    """
    requirement.all_of_kind("the audit to draw", (audit,), Audit)
    named = given(labelling)
    found = tuple(strips(audit, named))
    if not found:
        reason = "no printed figure could be held against a table"
        raise MissingDataError("a picture of an audit", reason)
    words = AuditWords(audit=audit, strips=found, labelling=named)
    return pictured(words, _plot(found))


def _plot(found: tuple[Strip, ...]) -> Plot:
    wide, high = ACROSS - 2 * _EDGE, len(found) * _ROW
    space = Space(
        width=wide, height=high, x=Scale(low=0, high=wide), y=Scale(low=0, high=high)
    )
    marks = [_PRINTED, _TABLE]
    marks += [_USUAL] if any(each.usual for each in found) else []
    marks += [_FEASIBLE] if any(each.feasible for each in found) else []
    layers: list[Layer] = []
    for number, strip in enumerate(found):
        layers += _drawn(strip, space, number * _ROW)
        layers += _said(strip, number * _ROW)
    layers += key(marks, left=_EDGE, down=high + 10)
    return Plot(
        width=wide,
        height=high,
        left=_EDGE,
        top=4,
        bottom=height(marks) + 6,
        layers=tuple(layers),
    )


def _drawn(strip: Strip, space: Space, top: float) -> Iterator[Layer]:
    scale = Scale.around(strip.figures, from_zero=False)
    room = space.width - 2 * _AIR
    up = space.height - top - _LINE

    def across(figure: float) -> float:
        return _AIR + scale.part(figure) * room

    yield space.beams([(0, space.width, up)], stroke=GRID, strokeWidth=2)
    for ends, mark in ((strip.usual, _USUAL), (strip.feasible, _FEASIBLE)):
        if ends is not None:
            left, right = map(across, ends)
            middle = (left + right) / 2
            half = max((right - left) / 2, 1.5)
            box = (middle - half, middle + half, up - _HALF, up + _HALF)
            yield space.boxes(
                [box], fill=mark.fill, stroke=mark.stroke, fillOpacity=_LIGHT
            )
    yield space.dots([(across(strip.table), up)], **_TABLE.look)
    if strip.printed is not None:
        yield space.dots([(across(strip.printed), up)], **_PRINTED.look)


def _said(strip: Strip, top: float) -> Iterator[Layer]:
    room = ACROSS - 2 * _EDGE
    name = cut(strip.name, room, SMALL, bold=True)
    yield labels([Label(across=0, down=top + 15, text=name)], fontWeight="bold")
    sign = f"{_SIGNS[strip.verdict]} " if strip.verdict else ""
    told = cut(f"{sign}{strip.told}", room, SMALL)
    yield labels([Label(across=0, down=top + _LINE + 22, text=told)])


_SIGNS = {
    Standing.REPRODUCES: "\N{WHITE CIRCLE}",
    Standing.WITHIN_REVISION: "\N{WHITE CIRCLE}",
    Standing.CANNOT_BE_CHECKED: "?",
    Standing.PRESENTATION_POINT: "\N{WHITE CIRCLE}",
    Standing.DOES_NOT_REPRODUCE: "\N{MULTIPLICATION SIGN}",
    Standing.CANNOT_ALL_HOLD: "\N{MULTIPLICATION SIGN}",
}
"""What stands before each verdict, beside its words."""
