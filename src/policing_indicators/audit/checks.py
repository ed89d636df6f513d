"""The checks of a claim, one for each code, and by which rule each is made."""

from collections.abc import Callable, Iterator

from attrs import field, frozen

from policing_indicators.audit import (
    comparison_points,
    contradiction,
    difference,
    wording_points,
)
from policing_indicators.audit.case import Case
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode

_ARITHMETIC = "arithmetic of whole counts"
_ONS_SMALL = "ONS, Police force area data tables: percentages on a base under 50"
_CODE = "Code of Practice for Statistics"


@frozen
class Check:
    """One check: how it is made of a claim, and by which rule.

    Attributes:
        rule: The rule, in a few words.
        source: Where the rule comes from.
        find: What finds it in a claim; none where it is found in groups alone.
        tried: How many right claims, or groups, it was tried on; none where it follows
            from what is printed by definition.
        alarms: Of how many of these it found something all the same. Measured on the
            Home Office's table, release of April 2026, by ``benchmarks/false_alarms``.

    >>> Check("a rule", "a source").find is None
    True
    """

    rule: str
    source: str
    find: Callable[[Case], Iterator[AuditFinding]] | None = None
    tried: int | None = field(default=None, kw_only=True)
    alarms: int = field(default=0, kw_only=True)


CHECKS: dict[FindingCode, Check] = {
    FindingCode.PERCENT_MISMATCH: Check(
        "the two printed counts give another percentage",
        _ARITHMETIC,
        contradiction.percent_mismatch,
        tried=3_333,
    ),
    FindingCode.ABSOLUTE_MISMATCH: Check(
        "the two printed figures give another difference",
        _ARITHMETIC,
        contradiction.absolute_mismatch,
        tried=3_333,
    ),
    FindingCode.RATE_MISMATCH: Check(
        "the printed count and rate imply another population than any at hand",
        "ONS mid-year population estimates",
        contradiction.rate_mismatch,
        tried=3_273,
    ),
    FindingCode.INFEASIBLE_PERCENT: Check(
        "no whole count gives the printed percentage with the printed count",
        _ARITHMETIC,
        contradiction.infeasible_percent,
        tried=10_717,
    ),
    FindingCode.NOT_REPRODUCED: Check(
        "every table at hand gives another figure, beyond the usual revision",
        "the tables at hand",
        difference.not_reproduced,
        tried=19_168,
    ),
    FindingCode.WRONG_DIRECTION: Check(
        "every table at hand has it go the other way, beyond the usual revision",
        "the tables at hand",
        difference.wrong_direction,
        tried=15_088,
    ),
    FindingCode.DOES_NOT_ADD: Check(
        "parts, quarters or months do not add to their whole", _ARITHMETIC, tried=2_040
    ),
    FindingCode.SHARE_TOTAL: Check(
        "shares of one total do not add to 100, given their rounding",
        _ARITHMETIC,
        tried=1_020,
    ),
    FindingCode.IMPLIED_SHARE_CONFLICT: Check(
        "no shares of the parts give the whole's change, or not those of the table",
        _ARITHMETIC,
        tried=1_020,
    ),
    FindingCode.RATIO_OVER_100: Check(
        "a part is larger than its whole, or a fall larger than all there was",
        _ARITHMETIC,
        contradiction.ratio_over_100,
        tried=19_168,
    ),
    FindingCode.UNLIKE_PERIODS: Check(
        "two periods of other lengths or seasons are compared or printed together",
        f"{_CODE}, Q1: suitable data sources and methods",
        comparison_points.unlike_periods,
    ),
    FindingCode.IMPOSSIBLE_PERIOD: Check(
        "the period ends after the document was published",
        "the calendar",
        contradiction.impossible_period,
    ),
    FindingCode.STALE_PERIOD: Check(
        "a newer like period was out when the document was published",
        "the release of the table at hand",
        comparison_points.stale_period,
    ),
    FindingCode.COMPARATOR_UNCLEAR: Check(
        "a change does not say what it is a change on",
        f"{_CODE}, V2: accessibility",
        comparison_points.comparator_unclear,
    ),
    FindingCode.COMPARATOR_IS_PEAK: Check(
        "a change is told on the highest of a series",
        f"{_CODE}, V3: clarity and insight",
        comparison_points.comparator_is_peak,
    ),
    FindingCode.BASELINE_CONFLICT: Check(
        "the document prints or dates one base in two ways",
        _ARITHMETIC,
        comparison_points.baseline_conflict,
        tried=6_666,
    ),
    FindingCode.SERIES_BREAK: Check(
        "a change crosses a break in the series and does not say so",
        "the framework's breaks",
        comparison_points.series_break,
    ),
    FindingCode.SMALL_BASE: Check(
        "a percentage of which both counts are under 50",
        _ONS_SMALL,
        wording_points.small_base,
    ),
    FindingCode.INCOMPLETE: Check(
        "the figure, or what it is a change of, is not printed and not at hand",
        f"{_CODE}, V2: accessibility",
        wording_points.incomplete,
    ),
    FindingCode.POINTS_VS_PERCENT: Check(
        "a change in percentage points is told in per cent, or the other way round",
        _ARITHMETIC,
        wording_points.points_vs_percent,
    ),
    FindingCode.MIXED_SIGN: Check(
        "a change is told with a sign and with a word at once",
        "ONS style: a sign or a word",
        wording_points.mixed_sign,
    ),
    FindingCode.RANK_UNSUPPORTED: Check(
        "the rates of all the areas give another rank, beyond the usual revision",
        "the tables at hand",
        difference.rank_unsupported,
        tried=4_799,
    ),
    FindingCode.CONTRIBUTION_UNSUPPORTED: Check(
        "a part is said to have made most of a change, and the table has it otherwise",
        "the tables at hand",
        wording_points.contribution_unsupported,
        tried=1_038,
    ),
    FindingCode.SIGNIFICANCE_UNSUPPORTED: Check(
        "a change is called significant and no method is named",
        f"{_CODE}, V3: clarity and insight",
        wording_points.significance_unsupported,
    ),
    FindingCode.DEFINITION_UNSTATED: Check(
        "what is counted differs by publisher, or must differ here, and is not printed",
        f"{_CODE}, V2: accessibility",
        wording_points.definition_unstated,
    ),
    FindingCode.POLICING_DRIVEN_READING: Check(
        "a change that goes with police activity or reporting is told as good or bad",
        "Home Office and ONS user guides to crime statistics",
        wording_points.policing_driven_reading,
    ),
    FindingCode.DOCUMENTS_CONFLICT: Check(
        "two documents print one figure differently", "the documents"
    ),
}
"""Every code with its rule, in the order in which findings are given."""


def found_in(case: Case) -> Iterator[AuditFinding]:
    """Run every check of a claim, in the order of the codes."""
    for check in CHECKS.values():
        if check.find is not None:
            yield from check.find(case)
