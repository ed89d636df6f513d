"""What is said of a proposal: that it fits, how well, and how often chance would."""

from collections.abc import Iterator

from policing_indicators.audit.explanation import (
    Explanation,
    ExplanationKind,
    Fit,
    ImpliedShare,
)
from policing_indicators.wording.audit_figures import (
    how_often,
    in_brief,
    listed,
    number,
    sentence,
    told,
)
from policing_indicators.wording.audit_names import Names, the


def about_explanation(explanation: Explanation, names: Names) -> str:
    """Say what a proposal is, how well it fits, and how often chance would offer it."""
    said = " ".join(_said(explanation, names))
    if explanation.chance is None:
        return f"{said} How often chance alone would offer one as good is not known."
    often = how_often(explanation.chance)
    weak = "That is weak evidence: c" if explanation.is_weak else "C"
    return f"{said} {weak}hance alone would offer one as good {often}."


def about_share(share: ImpliedShare, names: Names) -> str:
    """Say which share of its whole printed changes imply, and what a table has."""
    later, earlier = (row.period for row in share.observations)
    return (
        f"The printed changes imply that {names.in_sentence(share.indicator)} was "
        f"{number(share.lowest, 1)}% to {number(share.highest, 1)}% of the earlier "
        f"whole; in the table it was {number(share.earlier, 1)}% in {the(earlier)} and "
        f"{number(share.later, 1)}% in {the(later)}."
    )


def _said(explanation: Explanation, names: Names) -> Iterator[str]:
    match explanation.kind:
        case ExplanationKind.YEARS_REVERSED:
            yield from _reversed(explanation, names)
        case ExplanationKind.SIGN:
            yield f"Consistent with the direction being reversed: {_fits(explanation)}."
        case ExplanationKind.TRUNCATED:
            yield _truncated(explanation)
        case ExplanationKind.ANOTHER_DEFINITION:
            yield (
                "The change printed beside it does fit, so that the number may be of "
                "another definition."
            )
        case ExplanationKind.ANOTHER_ROW | ExplanationKind.ANOTHER_AREA:
            yield _elsewhere(explanation, names)
        case ExplanationKind.ANOTHER_PERIOD:
            yield _elsewhere(explanation, names)


def _reversed(explanation: Explanation, names: Names) -> Iterator[str]:
    yield f"Consistent with the years being reversed: {_fits(explanation)}."
    for share in explanation.shares[:1]:
        yield about_share(share, names)
    yield "The publisher may hold other figures."


def _fits(explanation: Explanation) -> str:
    printed = listed(f"“{fit.printed}”" for fit in explanation.fits)
    verb = "is" if len(explanation.fits) == 1 else "are"
    given = listed(map(_value, explanation.fits))
    return f"that gives {given}, where {printed} {verb} printed"


def _value(fit: Fit) -> str:
    return in_brief(fit.figure, fit.value, fit.decimals)


def _truncated(explanation: Explanation) -> str:
    if not explanation.fits:
        return "Decimals may have been left off instead of rounded."
    [fit] = explanation.fits
    return (
        f"Decimals may have been left off instead of rounded: "
        f"{told(fit.figure, fit.value, fit.decimals)} would then be printed so."
    )


def _elsewhere(explanation: Explanation, names: Names) -> str:
    [row, *_] = explanation.observations
    level, *change = explanation.fits
    where = {
        ExplanationKind.ANOTHER_ROW: names.in_sentence(row.indicator),
        ExplanationKind.ANOTHER_AREA: f"the same in {names.area(row.area)}",
    }.get(explanation.kind, f"the same in {the(row.period)}")
    both = f", {_value(change[0])}" if change else ""
    return sentence(f"{where} is near it: {_value(level)}{both}.")
