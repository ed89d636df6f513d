"""What is said of a finding: one plain sentence, fair to who printed the figure."""

from collections.abc import Callable

from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.vocabulary.settlement import Waiver
from policing_indicators.wording import audit_faults, audit_points
from policing_indicators.wording.audit_figures import sentence
from policing_indicators.wording.audit_saying import Saying


def about_finding(say: Saying, finding: AuditFinding) -> str:
    """Say what was found, in one or two sentences, and what settles it."""
    said = sentence(_SENTENCES[finding.code](say, finding))
    return said + about_waiver(finding.waiver)


def about_waiver(waiver: Waiver | None) -> str:
    """Say who settled a finding, and why; nothing where nobody did."""
    return "" if waiver is None else f" Settled by {waiver.office}: {waiver.reason}"


_SENTENCES: dict[FindingCode, Callable[[Saying, AuditFinding], str]] = {
    FindingCode.PERCENT_MISMATCH: audit_faults.percent_mismatch,
    FindingCode.ABSOLUTE_MISMATCH: audit_faults.absolute_mismatch,
    FindingCode.RATE_MISMATCH: audit_faults.rate_mismatch,
    FindingCode.INFEASIBLE_PERCENT: audit_faults.infeasible_percent,
    FindingCode.NOT_REPRODUCED: audit_faults.not_reproduced,
    FindingCode.WRONG_DIRECTION: audit_faults.wrong_direction,
    FindingCode.DOES_NOT_ADD: audit_faults.does_not_add,
    FindingCode.SHARE_TOTAL: audit_faults.share_total,
    FindingCode.IMPLIED_SHARE_CONFLICT: audit_faults.implied_share_conflict,
    FindingCode.RATIO_OVER_100: audit_faults.ratio_over_100,
    FindingCode.UNLIKE_PERIODS: audit_points.unlike_periods,
    FindingCode.IMPOSSIBLE_PERIOD: audit_faults.impossible_period,
    FindingCode.STALE_PERIOD: audit_points.stale_period,
    FindingCode.COMPARATOR_UNCLEAR: audit_points.comparator_unclear,
    FindingCode.COMPARATOR_IS_PEAK: audit_points.comparator_is_peak,
    FindingCode.BASELINE_CONFLICT: audit_faults.baseline_conflict,
    FindingCode.SERIES_BREAK: audit_points.series_break,
    FindingCode.SMALL_BASE: audit_points.small_base,
    FindingCode.INCOMPLETE: audit_points.incomplete,
    FindingCode.POINTS_VS_PERCENT: audit_points.points_vs_percent,
    FindingCode.MIXED_SIGN: audit_points.mixed_sign,
    FindingCode.RANK_UNSUPPORTED: audit_faults.rank_unsupported,
    FindingCode.CONTRIBUTION_UNSUPPORTED: audit_points.contribution_unsupported,
    FindingCode.SIGNIFICANCE_UNSUPPORTED: audit_points.significance_unsupported,
    FindingCode.DEFINITION_UNSTATED: audit_points.definition_unstated,
    FindingCode.POLICING_DRIVEN_READING: audit_points.policing_driven_reading,
    FindingCode.DOCUMENTS_CONFLICT: audit_faults.documents_conflict,
}
