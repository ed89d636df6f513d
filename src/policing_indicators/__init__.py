"""Policing priorities and indicators as types, and what is made from them.

Every public name can be imported from here. A name is loaded when it is first
asked for, so that importing the package costs next to nothing. Type checkers read
the names, and refuse all others, in ``__init__.pyi``.

>>> from policing_indicators import Period
>>> print(Period.parse("2024-25 Q4").year_before)
2023/24 Q4
"""

from importlib import import_module

__version__ = "0.1.0"

_NAMES = {
    "assessment.assessing": "assess",
    "assessment.assessment": "Assessment Comparison IndicatorAssessment",
    "assessment.change_reading": "ChangeReading",
    "assessment.evidence": "Evidence",
    "assessment.finding": "Finding Verdict WhyCannotSay",
    "assessment.gap": "Gap GapFigure GapReason",
    "assessment.grounds": "Grounds",
    "assessment.picture": """
        GroupChange NoPicture PictureKind Pictures WhyNoPicture
    """,
    "assessment.restating": "Restatement RestatementReason",
    "assessment.rules": "check",
    "audit.abstention": "Abstention",
    "audit.audit": "Audit Unclaimed",
    "audit.auditing": "audit_claims",
    "audit.claim_finding": "ClaimFinding",
    "audit.explanation": "Explanation ExplanationKind Fit ImpliedShare",
    "audit.finding": "AuditFinding Reckoning",
    "audit.finding_code": "FindingCode",
    "audit.group_finding": "GroupFinding ImpliedChange",
    "audit.tolerance": "Tolerance",
    "audit.verdict": "Standing",
    "calculation.area_rates": "AreaRates",
    "calculation.benchmark": "Benchmark",
    "calculation.benchmark_comparison": "BenchmarkComparison",
    "calculation.change": "Change",
    "calculation.change_comparison": "ChangeComparison",
    "calculation.change_test": "beside_baseline beside_others",
    "calculation.chart_caution": "ChartCaution",
    "calculation.chart_kind": "ChartKind",
    "calculation.chart_point": "ChartPoint",
    "calculation.contribution": "Contribution contributions",
    "calculation.control_chart": "ControlChart",
    "calculation.count_relation": "CountRelation Inequality",
    "calculation.dispersion": "Dispersion",
    "calculation.feasible": """
        feasible_count feasible_denominator feasible_earlier feasible_later
        feasible_level
    """,
    "calculation.feasible_group": "FeasibleGroup",
    "calculation.feasible_range": "FeasibleRange",
    "calculation.funnel": "Funnel",
    "calculation.funnel_point": "FunnelLimits FunnelMethod FunnelPoint FunnelPosition",
    "calculation.group_average": "group_average",
    "calculation.implied": "ImpliedPercentage implied_change implied_share",
    "calculation.interval": "Interval LimitsMethod",
    "calculation.point_change": "PointChange",
    "calculation.proportion": "Proportion",
    "calculation.ranking": "RankedArea Ranking",
    "calculation.rare_chart": "c_chart g_chart t_chart",
    "calculation.rate": "Rate",
    "calculation.rate_ratio": "RateRatio",
    "calculation.recent_trend": "RecentTrend TrendDirection WhyNoTrend",
    "calculation.revision_report": "IndicatorRevisions Revision RevisionReport",
    "calculation.rounded_figure": "RoundedFigure",
    "calculation.rounding": "Rounding decimals_to_agree round_as round_half_away",
    "calculation.rule_set": "RuleSet SpecialCauseRule",
    "calculation.season": "Season SeasonFinding",
    "calculation.significance": "Significance SignificanceMethod",
    "calculation.small_base": "SmallBase SmallBaseRule",
    "calculation.special_cause": "SpecialCause",
    "calculation.total": "AreaLeftOut TotalChange",
    "calculation.variation": "Assurance Side TargetLevel Variation",
    "charts.labelling": "Labelling",
    "charts.picture": "Picture PictureTable",
    "errors": """
        AmbiguousPeriodError DuplicateError FileAccessError IncomparableError
        InvalidArrayError InvalidContentError InvalidValueError MissingDataError
        MissingLibraryError PolicingIndicatorsError Problem UnknownNameError
        UnreadablePeriodError
    """,
    "publication.audit_page": "AuditPage AuditPassage AuditRow",
    "illustration.audit_pictures": "audit_figures",
    "illustration.illustrated": "Illustrated",
    "publication.citation": "Citation",
    "publication.area_drafts": "AreaDrafts",
    "publication.audit_rendering": "audit_html audit_markdown",
    "publication.block": "Illustration",
    "publication.audit_workbook": "audit_workbook",
    "publication.chapter": "Chapter",
    "publication.csvw": "csvw_metadata",
    "publication.docx_rendering": "audit_docx docx",
    "publication.draft": "Draft",
    "publication.exchange": """
        parse_statement read_statement statement_json statement_schema
    """,
    "publication.input_file": "InputFile",
    "publication.labels": "Labels",
    "publication.making": "Making Setting Version",
    "publication.next_issue": "NextIssue",
    "publication.page_figure": "PageFigure PageFigures",
    "publication.previous_issue": "PreviousIssue",
    "publication.publication": "PriorityEntry Publication",
    "publication.readiness": "Readiness",
    "publication.rendering": "html markdown",
    "publication.sheet_labels": "SheetLabels",
    "publication.section": "Passage Section",
    "publication.statement": "Statement",
    "publication.table": "Column Table",
    "publication.workbook": "statement_workbook",
    "registry.areas": "areas",
    "registry.frameworks": "framework framework_ids load_framework",
    "registry.mapping": "MappingRow OffenceMapping",
    "registry.mappings": "load_mapping mapping mapping_ids",
    "registry.populations": "populations",
    "registry.revisions": "revision_tolerance",
    "tables.book_writing": "BookFormat",
    "tables.observation_table": "ObservationTable",
    "vocabulary.area": "Area AreaKind Areas",
    "vocabulary.area_group": "AreaGroup GroupAverage",
    "vocabulary.bound": "AtLeast AtMost Between",
    "vocabulary.case_noun": "CaseNoun",
    "vocabulary.claim": "Claim ClaimComparator Remark",
    "vocabulary.claims": "ClaimDocument ClaimGroup Claims GroupKind",
    "vocabulary.definition": """
        Break CountedUnit DateBasis Definition PlaceBasis Standard
    """,
    "vocabulary.dispersion": "MeasuredDispersion",
    "vocabulary.evidence_kind": "EvidenceKind",
    "vocabulary.framework": "Framework",
    "vocabulary.goal": "AllOf AnyOf",
    "vocabulary.indicator": "ImprovementDirection Indicator Unit",
    "vocabulary.missing": "MissingReason Status",
    "vocabulary.no_worse_than": "Comparator NoWorseThan",
    "vocabulary.observation": "Observation",
    "vocabulary.origin": "Origin",
    "vocabulary.percent_change": "PercentChange",
    "vocabulary.period": "Comparability Incomparability Period",
    "vocabulary.population": "DenominatorKind Population Populations",
    "vocabulary.printed_number": "PrintedNumber Sign",
    "vocabulary.printed_rank": "PrintedRank",
    "vocabulary.printed_words": "Movement",
    "vocabulary.priority": "Priority",
    "vocabulary.published_figure": "Measure PublishedFigure",
    "vocabulary.revision": "MeasuredRevision RevisionTolerance",
    "vocabulary.settlement": "PublisherResponse Settlement Waiver",
    "vocabulary.source": "Source",
    "vocabulary.spelling": "Spelling",
    "vocabulary.target": "Quantity StatedBaseline Target",
    "vocabulary.time_series": "TimeSeries",
    "vocabulary.trajectory": "Trajectory TrajectoryShape",
    "vocabulary.unusual_reduction": "UnusualReduction",
    "wording.disclosure": "permitted",
    "wording.disclosure_rule": "DisclosureRule",
    "wording.house_style": "HouseStyle house_style",
    "wording.plain_name": "PlainName",
    "wording.revision_words": "revision_text",
}
"""Which module each public name is loaded from."""

_HOMES = {
    name: f"policing_indicators.{module}"
    for module, names in _NAMES.items()
    for name in names.split()
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 # pyright: ignore[reportUnsupportedDunderAll] - the stub has them one by one


def __getattr__(name: str) -> object:
    """Load a public name from its module, once."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, whether or not they were loaded yet."""
    return ["__version__", *__all__]
