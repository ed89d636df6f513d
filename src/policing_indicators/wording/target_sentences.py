"""Sentences about targets: what was promised, what came of it, and about chance."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from attrs import frozen

from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.calculation.rounding import decimals_to_agree, round_half_away
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.target import Quantity
from policing_indicators.wording import area_sentences, chance_sentences, dates, printed
from policing_indicators.wording.goal_phrases import GoalPhrases
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.phrases import joined

_GOOD = (Verdict.MET, Verdict.ON_COURSE)


def about(
    style: HouseStyle, finding: Finding, groups: tuple[AreaGroup, ...] = ()
) -> Iterator[str]:
    """Say what was promised, what the figure says of it, and what of chance.

    The verdict and the evidence are two sentences: a target can be met by a change
    that is not unusual.

    Args:
        style: The house style.
        finding: What came of the target.
        groups: The groups of areas that the publication names.
    """
    target = finding.target
    phrases = GoalPhrases(
        style=style, target=target, indicator=finding.indicator, groups=groups
    )
    yield style.say(
        "target.promise",
        quantity=style.word("quantity", target.quantity),
        when=dates.when(style, target.due),
        goal=phrases.goal(target.goal),
        promised_by=target.promised_by,
        source=target.source,
    )
    if finding.verdict is Verdict.CANNOT_SAY:
        yield _unsaid(phrases, finding)
        return
    yield style.word("verdict", finding.verdict, **_told(phrases, finding))
    if len(finding.parts) > 1:
        parts = phrases.listed(_part(phrases, part) for part in finding.parts)
        yield style.say("target.parts", parts=parts)
    yield from _chance(phrases, finding)


def verdict(style: HouseStyle, finding: Finding) -> str:
    """Say a verdict in a word or two, for a table."""
    return style.word("verdict_word", finding.verdict)


def _told(phrases: GoalPhrases, finding: Finding) -> dict[str, str]:
    style = phrases.style
    return {
        "quantity": style.word("quantity", finding.target.quantity),
        "held": _held(phrases, finding),
        "period": dates.the(style, finding.period),
        "due": dates.the(style, finding.target.due),
    }


@frozen(kw_only=True)
class Held:
    """A figure beside the line that decides, as the two are printed.

    Attributes:
        figure: The figure's number.
        decimals: How many decimals it is printed with.
        line: The line or the milestone, unrounded; none where no one line decides.
        kind: Which it is: ``highest``, ``lowest`` or ``milestone``.
        written: Its number.
        line_decimals: How many decimals that is printed with.
        margin: By how much the figure is on the good side, rounded; negative where it
            is on the other. Nought on the line, where no margin is printed.
        size: The size of the margin, in words.
    """

    figure: str
    decimals: int
    line: Fraction | None = None
    kind: str = ""
    written: str = ""
    line_decimals: int = 0
    margin: Decimal = Decimal()
    size: str = ""


def held(phrases: GoalPhrases, finding: Finding) -> Held:
    """Print a figure, the line that decides, and how far the two lie apart.

    They have as many decimals as it takes to lie as they do unrounded.

    Args:
        phrases: How the target is said.
        finding: What came of it: a verdict, and not that none can be given.
    """
    value, decimals = finding.figure or Fraction(), phrases.decimals
    lowest, highest = _ends(finding)
    lines = [line for line in (lowest, highest) if line is not None]
    if not lines or len(finding.parts) > 1:
        return Held(figure=phrases.number(value, decimals), decimals=decimals)
    line = min(lines, key=lambda each: abs(each - value))
    decimals = _agreeing(value, line, decimals)
    places = 0 if finding.target.quantity is Quantity.COUNT else decimals
    margin = _margin(value - line, decimals)
    number = phrases.number(value, places)
    return Held(
        figure=number,
        decimals=places,
        line=line,
        kind=_kind(finding, line, highest),
        written=phrases.number(line, decimals) if margin else number,
        line_decimals=decimals if margin else places,
        margin=margin if finding.verdict in _GOOD else margin.copy_negate(),
        size=_size(phrases, margin) if margin else "",
    )


def _held(phrases: GoalPhrases, finding: Finding) -> str:
    """Say the figure, and how it lies to the line that decides."""
    style, told = phrases.style, held(phrases, finding)
    figure = _figure(phrases, finding, told.figure)
    if told.line is None:
        return figure
    if not told.margin:
        return style.say(f"target.exactly_{told.kind}", figure=figure)
    side = "below" if (finding.figure or 0) < told.line else "above"
    phrase = f"target.{side}_{told.kind}"
    return style.say(phrase, figure=figure, margin=told.size, line=told.written)


def _kind(finding: Finding, line: Fraction, highest: Fraction | None) -> str:
    if not finding.is_due:
        return "milestone"
    return "highest" if line == highest else "lowest"


def _ends(finding: Finding) -> tuple[Fraction | None, Fraction | None]:
    """Give the lowest and the highest figure that meet a goal; of a count, whole ones.

    A milestone stays as it is: it is a point on the way, and no figure that decides.
    """
    lower, upper = finding.lower, finding.upper
    if finding.target.quantity is not Quantity.COUNT or not finding.is_due:
        return lower, upper
    return (
        None if lower is None else Fraction(ceil(lower)),
        None if upper is None else Fraction(floor(upper)),
    )


def _margin(difference: Fraction, decimals: int) -> Decimal:
    """Round a distance, with as many decimals as it takes to be more than nought."""
    size = abs(difference)
    while size and not round_half_away(size, decimals):
        decimals += 1
    return round_half_away(size, decimals)


def _size(phrases: GoalPhrases, margin: Decimal) -> str:
    """Say by how much, in the target's unit."""
    number = phrases.style.marked(f"{margin:,}")
    if phrases.target.quantity is not Quantity.PERCENTAGE:
        return number
    one = margin == 1 and margin.as_tuple().exponent == 0
    return phrases.style.say("target.point" if one else "target.points", number=number)


def _agreeing(value: Fraction, line: Fraction, decimals: int) -> int:
    """Give the decimals with which the two, as printed, lie as they do unrounded."""
    return max(
        decimals_to_agree(value, line, decimals=decimals),
        decimals_to_agree(line, value, decimals=decimals),
    )


def _figure(phrases: GoalPhrases, finding: Finding, number: str) -> str:
    style, status = phrases.style, finding.observation.status
    told = {"figure": phrases.over(number)}
    if status is not Status.FINAL:
        told["status"] = style.word("status", status)
    if finding.limits is not None:
        told["limits"] = printed.limits(style, finding.limits, phrases.decimals)
    match "status" in told, "limits" in told:
        case True, True:
            return style.say("target.with_limits_of_status", **told)
        case True, False:
            return style.say("target.of_status", **told)
        case False, True:
            return style.say("target.with_limits", **told)
        case _:
            return told["figure"]


def _part(phrases: GoalPhrases, part: Finding) -> str:
    goal = phrases.goal(part.target.goal)
    return phrases.style.word("target_part", part.verdict, goal=goal)


def _unsaid(phrases: GoalPhrases, finding: Finding) -> str:
    style = phrases.style
    why = finding.why or WhyCannotSay.MISSING
    return style.word(
        "cannot_say",
        why,
        period=dates.the(style, finding.period),
        due=dates.the(style, finding.target.due),
        quantity=style.word("quantity", finding.target.quantity),
        baseline=phrases.baseline(),
        reason=joined(style, [each.reason for each in finding.breaks] or [""]),
    )


def _chance(phrases: GoalPhrases, finding: Finding) -> Iterator[str]:
    style, baseline = phrases.style, finding.baseline
    if finding.change is None or baseline is None:
        return
    since = dates.the(style, baseline.period)
    among, beside = finding.chance.among_areas, finding.chance.beside
    if among is not None and beside is not None:
        yield style.say(
            "target.chance_among_areas",
            period=since,
            areas=style.number(beside.areas),
            how_often=printed.how_often(style, among.p_value),
            figures=area_sentences.in_figures(style, among),
        )
        return
    significance = finding.chance.exact
    if significance is None:
        yield style.say("target.chance_not_known", period=since)
        return
    yield style.say(
        "target.chance",
        period=since,
        how_often=printed.how_often(style, significance.p_value),
        figures=chance_sentences.in_figures(style, significance),
    )
