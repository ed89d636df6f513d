"""What is said of how a figure is presented."""

from policing_indicators.audit.finding import AuditFinding
from policing_indicators.wording.audit_figures import LABELS, listed
from policing_indicators.wording.audit_names import the
from policing_indicators.wording.audit_saying import Saying, expected_of


def unlike_periods(_say: Saying, finding: AuditFinding) -> str:
    """Say which periods are not alike."""
    periods = listed(the(period) for period in finding.periods)
    if not finding.figure:
        people = ""
        if finding.feasible is not None:
            people = (
                " Taken together, the number and the rate would be of "
                f"{finding.feasible} people."
            )
        return f"figures of {periods} are printed side by side.{people}"
    return f"{LABELS[finding.figure]} compares {periods}, which are not alike."


def stale_period(say: Saying, finding: AuditFinding) -> str:
    """Say which newer period was out."""
    claimed, newer = finding.periods
    return (
        f"the figures are of {the(claimed)}; {say.table(finding)} had "
        f"{the(newer)} before the document was published."
    )


def comparator_unclear(_say: Saying, finding: AuditFinding) -> str:
    """Say that the other side of a change is not named."""
    return (
        f"it is not said what {LABELS[finding.figure]}, “{finding.printed}”, is a "
        "change on."
    )


def comparator_is_peak(_say: Saying, finding: AuditFinding) -> str:
    """Say that a change is told on the highest of a series."""
    peak = f", {the(finding.periods[0])}" if finding.periods else ""
    return (
        f"{LABELS[finding.figure]} is told on the highest of a series{peak}, after "
        "which a lower figure is to be expected."
    )


def series_break(_say: Saying, finding: AuditFinding) -> str:
    """Say which breaks a change crosses."""
    reasons = listed(each.reason for each in finding.breaks)
    return f"the change crosses a break in the series that is not mentioned: {reasons}."


def small_base(_say: Saying, finding: AuditFinding) -> str:
    """Say that a percentage is of small numbers."""
    return (
        f"the percentage “{finding.printed}” is of numbers under 50, on which official "
        "tables give none."
    )


def incomplete(_say: Saying, _finding: AuditFinding) -> str:
    """Say that too little is printed."""
    return "the sentence gives too little to check it by: a number is not printed."


def points_vs_percent(_say: Saying, finding: AuditFinding) -> str:
    """Say that points are told as per cent, or the other way."""
    if finding.expected is None:
        return (
            f"“{finding.printed}” is in percentage points, and the figure is a number, "
            "which changes in per cent."
        )
    return (
        f"“{finding.printed}” is the difference of two percentages, "
        f"{expected_of(finding, size=True)} percentage points, and not "
        "a change in per cent."
    )


def mixed_sign(_say: Saying, finding: AuditFinding) -> str:
    """Say that a direction is told twice."""
    return f"“{finding.printed}” tells the direction twice, by a sign and by a word."


def contribution_unsupported(say: Saying, finding: AuditFinding) -> str:
    """Say what a part contributed in the tables."""
    if finding.expected is None:
        return f"in {say.table(finding)} the whole did not change."
    return (
        "the sentence says that this made most of the change; in "
        f"{say.table(finding)} it made {expected_of(finding)}% of it."
    )


def significance_unsupported(_say: Saying, _finding: AuditFinding) -> str:
    """Say that no method is named."""
    return (
        "the change is called significant, and no method is named by which it was "
        "tested. In its everyday sense the word may stand."
    )


def definition_unstated(say: Saying, finding: AuditFinding) -> str:
    """Say that what is counted is not printed."""
    if finding.observations:
        variants = say.names.variants(finding.observations[0].indicator)
        known = f": elsewhere {listed(variants)}" if variants else ""
        return (
            "what exactly is counted is not printed, and it may not be what "
            f"{say.table(finding)} counts{known}."
        )
    return "what exactly is counted is not printed, and publishers define it each anew."


def policing_driven_reading(_say: Saying, _finding: AuditFinding) -> str:
    """Say that a neutral change is told as good or bad."""
    return (
        "the change is told as good or bad by itself, and the number goes with police "
        "activity or with the readiness to report."
    )
