"""What is said of a finding: one plain sentence, fair to who printed the figure."""

from collections.abc import Callable

from policing_indicators.audit.code import Code
from policing_indicators.audit.finding import Finding
from policing_indicators.wording import audit_faults, audit_points
from policing_indicators.wording.audit_figures import sentence
from policing_indicators.wording.audit_saying import Saying


def about_finding(say: Saying, finding: Finding) -> str:
    """Say what was found, in one or two sentences, and what settles it."""
    said = sentence(_SENTENCES[finding.code](say, finding))
    if finding.waiver is None:
        return said
    return f"{said} Settled by {finding.waiver.office}: {finding.waiver.reason}"


_SENTENCES: dict[Code, Callable[[Saying, Finding], str]] = {
    Code.PERCENT_MISMATCH: audit_faults.percent_mismatch,
    Code.ABSOLUTE_MISMATCH: audit_faults.absolute_mismatch,
    Code.RATE_MISMATCH: audit_faults.rate_mismatch,
    Code.INFEASIBLE_PERCENT: audit_faults.infeasible_percent,
    Code.NOT_REPRODUCED: audit_faults.not_reproduced,
    Code.WRONG_DIRECTION: audit_faults.wrong_direction,
    Code.DOES_NOT_ADD: audit_faults.does_not_add,
    Code.SHARE_TOTAL: audit_faults.share_total,
    Code.IMPLIED_SHARE_CONFLICT: audit_faults.implied_share_conflict,
    Code.RATIO_OVER_100: audit_faults.ratio_over_100,
    Code.UNLIKE_PERIODS: audit_points.unlike_periods,
    Code.IMPOSSIBLE_PERIOD: audit_faults.impossible_period,
    Code.STALE_PERIOD: audit_points.stale_period,
    Code.COMPARATOR_UNCLEAR: audit_points.comparator_unclear,
    Code.COMPARATOR_IS_PEAK: audit_points.comparator_is_peak,
    Code.BASELINE_CONFLICT: audit_faults.baseline_conflict,
    Code.SERIES_BREAK: audit_points.series_break,
    Code.SMALL_BASE: audit_points.small_base,
    Code.INCOMPLETE: audit_points.incomplete,
    Code.POINTS_VS_PERCENT: audit_points.points_vs_percent,
    Code.MIXED_SIGN: audit_points.mixed_sign,
    Code.RANK_UNSUPPORTED: audit_faults.rank_unsupported,
    Code.CONTRIBUTION_UNSUPPORTED: audit_points.contribution_unsupported,
    Code.SIGNIFICANCE_UNSUPPORTED: audit_points.significance_unsupported,
    Code.DEFINITION_UNSTATED: audit_points.definition_unstated,
    Code.POLICING_DRIVEN_READING: audit_points.policing_driven_reading,
    Code.DOCUMENTS_CONFLICT: audit_faults.documents_conflict,
}
