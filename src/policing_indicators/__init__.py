"""Policing priorities and indicators as types, and what is made from them.

Every public name can be imported from here. A name is loaded when it is first
asked for, so that importing the package costs next to nothing.

>>> from policing_indicators import Period
>>> print(Period.parse("2024-25 Q4").year_before)
2023/24 Q4
"""

from importlib import import_module
from typing import TYPE_CHECKING

from policing_indicators.homes import HOMES

if TYPE_CHECKING:
    from policing_indicators.assessment.assessing import assess
    from policing_indicators.assessment.assessment import (
        Assessment,
        Comparison,
        Gap,
        IndicatorAssessment,
    )
    from policing_indicators.assessment.evidence import Evidence, EvidenceKind
    from policing_indicators.audit.audit import Audit
    from policing_indicators.audit.auditing import audit_claims
    from policing_indicators.audit.claim_finding import ClaimFinding
    from policing_indicators.audit.explanation import Explanation, ExplanationKind
    from policing_indicators.audit.finding import Finding
    from policing_indicators.audit.finding_code import FindingCode
    from policing_indicators.audit.group_finding import GroupFinding
    from policing_indicators.audit.tolerance import Tolerance
    from policing_indicators.audit.verdict import Verdict
    from policing_indicators.calculation.change import Change
    from policing_indicators.calculation.contribution import Contribution, contributions
    from policing_indicators.calculation.count_relation import CountRelation, Inequality
    from policing_indicators.calculation.feasible import (
        feasible_count,
        feasible_denominator,
        feasible_earlier,
        feasible_later,
        feasible_level,
    )
    from policing_indicators.calculation.feasible_group import FeasibleGroup
    from policing_indicators.calculation.feasible_range import FeasibleRange
    from policing_indicators.calculation.implied import (
        ImpliedPercentage,
        implied_change,
        implied_share,
    )
    from policing_indicators.calculation.interval import Interval, LimitsMethod
    from policing_indicators.calculation.point_change import PointChange
    from policing_indicators.calculation.proportion import Proportion
    from policing_indicators.calculation.rate import Rate
    from policing_indicators.calculation.rate_ratio import RateRatio
    from policing_indicators.calculation.rounded_figure import RoundedFigure
    from policing_indicators.calculation.rounding import (
        Rounding,
        decimals_to_agree,
        round_as,
        round_half_away,
    )
    from policing_indicators.calculation.significance import (
        Significance,
        SignificanceMethod,
    )
    from policing_indicators.calculation.small_base import SmallBase, SmallBaseRule
    from policing_indicators.calculation.total import AreaLeftOut, TotalChange
    from policing_indicators.errors import (
        AmbiguousPeriodError,
        DuplicateError,
        FileAccessError,
        IncomparableError,
        InvalidArrayError,
        InvalidContentError,
        InvalidValueError,
        MissingDataError,
        MissingLibraryError,
        PolicingIndicatorsError,
        Problem,
        UnknownNameError,
        UnreadablePeriodError,
    )
    from policing_indicators.publication.audit_page import AuditPage
    from policing_indicators.publication.audit_rendering import (
        audit_html,
        audit_markdown,
    )
    from policing_indicators.publication.draft import Chapter, Draft
    from policing_indicators.publication.publication import PriorityEntry, Publication
    from policing_indicators.publication.rendering import markdown
    from policing_indicators.publication.statement import (
        Citation,
        Passage,
        Section,
        Statement,
    )
    from policing_indicators.registry.areas import areas
    from policing_indicators.registry.frameworks import (
        framework,
        framework_ids,
        load_framework,
    )
    from policing_indicators.registry.mapping import MappingRow, OffenceMapping
    from policing_indicators.registry.mappings import load_mapping, mapping, mapping_ids
    from policing_indicators.registry.populations import populations
    from policing_indicators.registry.revisions import revision_tolerance
    from policing_indicators.vocabulary.area import Area, AreaKind, Areas
    from policing_indicators.vocabulary.case_noun import CaseNoun
    from policing_indicators.vocabulary.claim import Claim, Comparator
    from policing_indicators.vocabulary.claims import (
        ClaimDocument,
        ClaimGroup,
        Claims,
        GroupKind,
    )
    from policing_indicators.vocabulary.definition import (
        Break,
        CountedUnit,
        DateBasis,
        Definition,
        PlaceBasis,
        Standard,
    )
    from policing_indicators.vocabulary.dispersion import MeasuredDispersion
    from policing_indicators.vocabulary.framework import Framework
    from policing_indicators.vocabulary.indicator import (
        ImprovementDirection,
        Indicator,
        Unit,
    )
    from policing_indicators.vocabulary.missing import MissingReason, Status
    from policing_indicators.vocabulary.observation import Observation
    from policing_indicators.vocabulary.period import Comparability, Period
    from policing_indicators.vocabulary.population import (
        DenominatorKind,
        Population,
        Populations,
    )
    from policing_indicators.vocabulary.printed_number import PrintedNumber
    from policing_indicators.vocabulary.printed_rank import PrintedRank
    from policing_indicators.vocabulary.priority import Priority
    from policing_indicators.vocabulary.revision import (
        MeasuredRevision,
        RevisionTolerance,
    )
    from policing_indicators.vocabulary.settlement import (
        PublisherResponse,
        Settlement,
        Waiver,
    )
    from policing_indicators.vocabulary.source import Source
    from policing_indicators.vocabulary.spelling import Spelling
    from policing_indicators.vocabulary.time_series import TimeSeries

__version__ = "0.1.0"

__all__ = [
    "AmbiguousPeriodError",
    "Area",
    "AreaKind",
    "AreaLeftOut",
    "Areas",
    "Assessment",
    "Audit",
    "AuditPage",
    "Break",
    "CaseNoun",
    "Change",
    "Chapter",
    "Citation",
    "Claim",
    "ClaimDocument",
    "ClaimFinding",
    "ClaimGroup",
    "Claims",
    "Comparability",
    "Comparator",
    "Comparison",
    "Contribution",
    "CountRelation",
    "CountedUnit",
    "DateBasis",
    "Definition",
    "DenominatorKind",
    "Draft",
    "DuplicateError",
    "Evidence",
    "EvidenceKind",
    "Explanation",
    "ExplanationKind",
    "FeasibleGroup",
    "FeasibleRange",
    "FileAccessError",
    "Finding",
    "FindingCode",
    "Framework",
    "Gap",
    "GroupFinding",
    "GroupKind",
    "ImpliedPercentage",
    "ImprovementDirection",
    "IncomparableError",
    "Indicator",
    "IndicatorAssessment",
    "Inequality",
    "Interval",
    "InvalidArrayError",
    "InvalidContentError",
    "InvalidValueError",
    "LimitsMethod",
    "MappingRow",
    "MeasuredDispersion",
    "MeasuredRevision",
    "MissingDataError",
    "MissingLibraryError",
    "MissingReason",
    "Observation",
    "OffenceMapping",
    "Passage",
    "Period",
    "PlaceBasis",
    "PointChange",
    "PolicingIndicatorsError",
    "Population",
    "Populations",
    "PrintedNumber",
    "PrintedRank",
    "Priority",
    "PriorityEntry",
    "Problem",
    "Proportion",
    "Publication",
    "PublisherResponse",
    "Rate",
    "RateRatio",
    "RevisionTolerance",
    "RoundedFigure",
    "Rounding",
    "Section",
    "Settlement",
    "Significance",
    "SignificanceMethod",
    "SmallBase",
    "SmallBaseRule",
    "Source",
    "Spelling",
    "Standard",
    "Statement",
    "Status",
    "TimeSeries",
    "Tolerance",
    "TotalChange",
    "Unit",
    "UnknownNameError",
    "UnreadablePeriodError",
    "Verdict",
    "Waiver",
    "areas",
    "assess",
    "audit_claims",
    "audit_html",
    "audit_markdown",
    "contributions",
    "decimals_to_agree",
    "feasible_count",
    "feasible_denominator",
    "feasible_earlier",
    "feasible_later",
    "feasible_level",
    "framework",
    "framework_ids",
    "implied_change",
    "implied_share",
    "load_framework",
    "load_mapping",
    "mapping",
    "mapping_ids",
    "markdown",
    "populations",
    "revision_tolerance",
    "round_as",
    "round_half_away",
]

if not TYPE_CHECKING:  # type checkers see the names above, and refuse all others

    def __getattr__(name: str) -> object:
        """Load a public name from its module, once."""
        if name not in HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = getattr(import_module(HOMES[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """List the public names, whether or not they were loaded yet."""
        return ["__version__", *__all__]
