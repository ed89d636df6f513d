"""Where each public name lives, for the front door, which loads it from there."""

_NAMES = {
    "assessment.assessing": "assess",
    "assessment.assessment": "Assessment Comparison Gap IndicatorAssessment",
    "assessment.evidence": "Evidence EvidenceKind",
    "audit.audit": "Audit",
    "audit.auditing": "audit_claims",
    "audit.claim_finding": "ClaimFinding",
    "audit.explanation": "Explanation ExplanationKind",
    "audit.finding": "Finding",
    "audit.finding_code": "FindingCode",
    "audit.group_finding": "GroupFinding",
    "audit.tolerance": "Tolerance",
    "audit.verdict": "Verdict",
    "calculation.change": "Change",
    "calculation.contribution": "Contribution contributions",
    "calculation.count_relation": "CountRelation Inequality",
    "calculation.feasible": """
        feasible_count feasible_denominator feasible_earlier feasible_later
        feasible_level
    """,
    "calculation.feasible_group": "FeasibleGroup",
    "calculation.feasible_range": "FeasibleRange",
    "calculation.implied": "ImpliedPercentage implied_change implied_share",
    "calculation.interval": "Interval LimitsMethod",
    "calculation.point_change": "PointChange",
    "calculation.proportion": "Proportion",
    "calculation.rate": "Rate",
    "calculation.rate_ratio": "RateRatio",
    "calculation.rounded_figure": "RoundedFigure",
    "calculation.rounding": "Rounding decimals_to_agree round_as round_half_away",
    "calculation.significance": "Significance SignificanceMethod",
    "calculation.small_base": "SmallBase SmallBaseRule",
    "calculation.total": "AreaLeftOut TotalChange",
    "errors": """
        AmbiguousPeriodError DuplicateError FileAccessError IncomparableError
        InvalidArrayError InvalidContentError InvalidValueError MissingDataError
        MissingLibraryError PolicingIndicatorsError Problem UnknownNameError
        UnreadablePeriodError
    """,
    "publication.audit_page": "AuditPage",
    "publication.audit_rendering": "audit_html audit_markdown",
    "publication.draft": "Chapter Draft",
    "publication.publication": "PriorityEntry Publication",
    "publication.rendering": "markdown",
    "publication.statement": "Citation Passage Section Statement",
    "registry.areas": "areas",
    "registry.frameworks": "framework framework_ids load_framework",
    "registry.mapping": "MappingRow OffenceMapping",
    "registry.mappings": "load_mapping mapping mapping_ids",
    "registry.populations": "populations",
    "registry.revisions": "revision_tolerance",
    "vocabulary.area": "Area AreaKind Areas",
    "vocabulary.case_noun": "CaseNoun",
    "vocabulary.claim": "Claim Comparator",
    "vocabulary.claims": "ClaimDocument ClaimGroup Claims GroupKind",
    "vocabulary.definition": """
        Break CountedUnit DateBasis Definition PlaceBasis Standard
    """,
    "vocabulary.dispersion": "MeasuredDispersion",
    "vocabulary.framework": "Framework",
    "vocabulary.indicator": "ImprovementDirection Indicator Unit",
    "vocabulary.missing": "MissingReason Status",
    "vocabulary.observation": "Observation",
    "vocabulary.period": "Comparability Period",
    "vocabulary.population": "DenominatorKind Population Populations",
    "vocabulary.printed_number": "PrintedNumber",
    "vocabulary.printed_rank": "PrintedRank",
    "vocabulary.priority": "Priority",
    "vocabulary.revision": "MeasuredRevision RevisionTolerance",
    "vocabulary.settlement": "PublisherResponse Settlement Waiver",
    "vocabulary.source": "Source",
    "vocabulary.spelling": "Spelling",
    "vocabulary.time_series": "TimeSeries",
}
"""Which module each public name is loaded from."""

HOMES: dict[str, str] = {
    name: f"policing_indicators.{module}"
    for module, names in _NAMES.items()
    for name in names.split()
}
"""The module of each public name."""
