"""What is said of figures that do not reproduce, or cannot all hold."""

from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.verdict import Standing
from policing_indicators.registry.revisions import was_measured
from policing_indicators.wording.audit_figures import LABELS, listed
from policing_indicators.wording.audit_names import the
from policing_indicators.wording.audit_saying import Saying, expected_of, printed_as

_ASSUMING = "given whole counts, rounding to the nearest and one extract of the data"
"""What every sentence of figures that cannot all hold rests on, and says."""


def percent_mismatch(say: Saying, finding: AuditFinding) -> str:
    """Say that two counts give another percentage."""
    return (
        f"{printed_as(finding)}, and the two printed counts give {say.given(finding)}: "
        f"they cannot all hold, {_ASSUMING}."
    )


def absolute_mismatch(_say: Saying, finding: AuditFinding) -> str:
    """Say that two figures differ by another number."""
    return (
        f"{printed_as(finding)}, and the two printed figures differ by "
        f"{expected_of(finding, size=True)}: they cannot all hold, {_ASSUMING}."
    )


def rate_mismatch(say: Saying, finding: AuditFinding) -> str:
    """Say which population a rate implies."""
    return (
        f"{printed_as(finding)}; with the printed number that would be the rate of "
        f"{finding.feasible} people, which no population at hand comes near. Over the "
        f"latest at hand it would be {say.given(finding)}."
    )


def infeasible_percent(_say: Saying, finding: AuditFinding) -> str:
    """Say that no count gives a percentage."""
    only = ""
    if finding.feasible is not None and not finding.feasible.is_empty:
        only = f" If decimals were left off, {finding.feasible} would."
    return (
        f"{printed_as(finding)}, and no whole number gives that percentage with the "
        f"printed one: they cannot both hold, {_ASSUMING}.{only}"
    )


def not_reproduced(say: Saying, finding: AuditFinding) -> str:
    """Say what the tables give."""
    said = f"{printed_as(finding)}; {say.table(finding)} gives {say.given(finding)}"
    if was_measured(finding.observations[0].indicator):
        return f"{said}, farther off than such figures are usually revised."
    return (
        f"{said}, farther off than other figures are usually revised. How far such "
        "figures are was not measured."
    )


def wrong_direction(say: Saying, finding: AuditFinding) -> str:
    """Say that the tables have it go the other way."""
    return (
        f"{printed_as(finding)}; {say.table(finding)} gives {say.given(finding)}, the "
        "other way."
    )


def does_not_add(say: Saying, finding: AuditFinding) -> str:
    """Say what the parts add to."""
    return (
        f"the parts add to {expected_of(finding)}, and the whole is printed as "
        f"“{finding.printed}”: {say.others(finding)} cannot all hold, {_ASSUMING}."
    )


def share_total(say: Saying, finding: AuditFinding) -> str:
    """Say what the shares add to."""
    return (
        f"the shares add to {say.given(finding)} and would add to 100%, given their "
        f"rounding: {finding.printed}."
    )


def implied_share_conflict(say: Saying, finding: AuditFinding) -> str:
    """Say that no shares of the parts give the whole."""
    if finding.verdict is Standing.CANNOT_ALL_HOLD:
        return (
            f"no counts give all the printed figures of {say.others(finding)}: they "
            f"cannot all hold, {_ASSUMING}."
        )
    return (
        f"the printed changes of {say.others(finding)} imply other shares of the whole "
        f"than {say.table(finding)} gives, farther off than such shares are usually "
        "revised, given their rounding and one extract of the data."
    )


def ratio_over_100(say: Saying, finding: AuditFinding) -> str:
    """Say that a part is larger than its whole."""
    if finding.others:
        return (
            f"a part is printed as “{finding.printed}” and its whole as "
            f"{expected_of(finding)}: {say.others(finding)} cannot both hold."
        )
    return f"{printed_as(finding)}, more than all there can be."


def rank_unsupported(say: Saying, finding: AuditFinding) -> str:
    """Say which rank the tables give."""
    return (
        f"{printed_as(finding)}; the rates of all forces in {say.table(finding)} give "
        f"{say.given(finding)}."
    )


def documents_conflict(_say: Saying, finding: AuditFinding) -> str:
    """Say what two documents print."""
    if finding.verdict is Standing.WITHIN_REVISION:
        return f"two documents print {finding.printed}, within usual revision."
    return (
        f"two documents print {finding.printed} for {LABELS[finding.figure]}, farther "
        "apart than such figures are usually revised."
    )


def impossible_period(_say: Saying, finding: AuditFinding) -> str:
    """Say that a period ends too late."""
    return (
        f"{the(finding.periods[0])} ends after the day on which the document was "
        "published."
    )


def baseline_conflict(say: Saying, finding: AuditFinding) -> str:
    """Say how a base is printed or dated twice."""
    if finding.expected is not None:
        return (
            f"for {the(finding.periods[0])} the document prints “{finding.printed}” "
            f"here and {expected_of(finding)} elsewhere."
        )
    periods = listed(the(period) for period in finding.periods)
    return f"the document measures {say.others(finding)} from {periods}."
