from policing_indicators.assessment.assessing import assess
from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    IndicatorAssessment,
)
from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.assessment.evidence import Evidence
from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.picture import (
    GroupChange,
    NoPicture,
    PictureKind,
    Pictures,
    WhyNoPicture,
)
from policing_indicators.assessment.restating import Restatement, RestatementReason
from policing_indicators.assessment.rules import check
from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.audit import Audit, Unclaimed
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.explanation import (
    Explanation,
    ExplanationKind,
    Fit,
    ImpliedShare,
)
from policing_indicators.audit.finding import AuditFinding, Reckoning
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.group_finding import GroupFinding, ImpliedChange
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.audit.verdict import Standing
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.benchmark_comparison import BenchmarkComparison
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.change_test import beside_baseline, beside_others
from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.contribution import Contribution, contributions
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.count_relation import CountRelation, Inequality
from policing_indicators.calculation.dispersion import Dispersion
from policing_indicators.calculation.feasible import (
    feasible_count,
    feasible_denominator,
    feasible_earlier,
    feasible_later,
    feasible_level,
)
from policing_indicators.calculation.feasible_group import FeasibleGroup
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import (
    FunnelLimits,
    FunnelMethod,
    FunnelPoint,
    FunnelPosition,
)
from policing_indicators.calculation.group_average import group_average
from policing_indicators.calculation.implied import (
    ImpliedPercentage,
    implied_change,
    implied_share,
)
from policing_indicators.calculation.interval import Interval, LimitsMethod
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.ranking import RankedArea, Ranking
from policing_indicators.calculation.rare_chart import c_chart, g_chart, t_chart
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.rate_ratio import RateRatio
from policing_indicators.calculation.recent_trend import (
    RecentTrend,
    TrendDirection,
    WhyNoTrend,
)
from policing_indicators.calculation.revision_report import (
    IndicatorRevisions,
    Revision,
    RevisionReport,
)
from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.calculation.rounding import (
    Rounding,
    decimals_to_agree,
    round_as,
    round_half_away,
)
from policing_indicators.calculation.rule_set import RuleSet, SpecialCauseRule
from policing_indicators.calculation.season import Season, SeasonFinding
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.small_base import SmallBase, SmallBaseRule
from policing_indicators.calculation.special_cause import SpecialCause
from policing_indicators.calculation.total import AreaLeftOut, TotalChange
from policing_indicators.calculation.variation import (
    Assurance,
    Side,
    TargetLevel,
    Variation,
)
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import Picture, PictureTable
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
from policing_indicators.illustration.audit_pictures import audit_figures
from policing_indicators.illustration.illustrated import Illustrated
from policing_indicators.publication.area_drafts import AreaDrafts
from policing_indicators.publication.audit_page import AuditPage, AuditPassage, AuditRow
from policing_indicators.publication.audit_rendering import audit_html, audit_markdown
from policing_indicators.publication.audit_workbook import audit_workbook
from policing_indicators.publication.block import Illustration
from policing_indicators.publication.chapter import Chapter
from policing_indicators.publication.citation import Citation
from policing_indicators.publication.csvw import csvw_metadata
from policing_indicators.publication.docx_rendering import audit_docx, docx
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import (
    parse_statement,
    read_statement,
    statement_json,
    statement_schema,
)
from policing_indicators.publication.input_file import InputFile
from policing_indicators.publication.labels import Labels
from policing_indicators.publication.making import Making, Setting, Version
from policing_indicators.publication.next_issue import NextIssue
from policing_indicators.publication.page_figure import PageFigure, PageFigures
from policing_indicators.publication.previous_issue import PreviousIssue
from policing_indicators.publication.publication import PriorityEntry, Publication
from policing_indicators.publication.readiness import Readiness
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.section import Passage, Section
from policing_indicators.publication.sheet_labels import SheetLabels
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.table import Column, Table
from policing_indicators.publication.workbook import statement_workbook
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
from policing_indicators.tables.book_writing import BookFormat
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.area import Area, AreaKind, Areas
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.claim import Claim, ClaimComparator, Remark
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
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.goal import AllOf, AnyOf
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Comparability, Incomparability, Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.printed_number import PrintedNumber, Sign
from policing_indicators.vocabulary.printed_rank import PrintedRank
from policing_indicators.vocabulary.printed_words import Movement
from policing_indicators.vocabulary.priority import Priority
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.vocabulary.revision import MeasuredRevision, RevisionTolerance
from policing_indicators.vocabulary.settlement import (
    PublisherResponse,
    Settlement,
    Waiver,
)
from policing_indicators.vocabulary.source import Source
from policing_indicators.vocabulary.spelling import Spelling
from policing_indicators.vocabulary.target import Quantity, StatedBaseline, Target
from policing_indicators.vocabulary.time_series import TimeSeries
from policing_indicators.vocabulary.trajectory import Trajectory, TrajectoryShape
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction
from policing_indicators.wording.disclosure import permitted
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.house_style import HouseStyle, house_style
from policing_indicators.wording.plain_name import PlainName
from policing_indicators.wording.revision_words import revision_text

__version__: str

__all__ = [
    "Abstention",
    "AllOf",
    "AmbiguousPeriodError",
    "AnyOf",
    "Area",
    "AreaDrafts",
    "AreaGroup",
    "AreaKind",
    "AreaLeftOut",
    "AreaRates",
    "Areas",
    "Assessment",
    "Assurance",
    "AtLeast",
    "AtMost",
    "Audit",
    "AuditFinding",
    "AuditPage",
    "AuditPassage",
    "AuditRow",
    "Benchmark",
    "BenchmarkComparison",
    "Between",
    "BookFormat",
    "Break",
    "CaseNoun",
    "Change",
    "ChangeComparison",
    "ChangeReading",
    "Chapter",
    "ChartCaution",
    "ChartKind",
    "ChartPoint",
    "Citation",
    "Claim",
    "ClaimComparator",
    "ClaimDocument",
    "ClaimFinding",
    "ClaimGroup",
    "Claims",
    "Column",
    "Comparability",
    "Comparator",
    "Comparison",
    "Contribution",
    "ControlChart",
    "CountRelation",
    "CountedUnit",
    "DateBasis",
    "Definition",
    "DenominatorKind",
    "DisclosureRule",
    "Dispersion",
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
    "Fit",
    "Framework",
    "Funnel",
    "FunnelLimits",
    "FunnelMethod",
    "FunnelPoint",
    "FunnelPosition",
    "Gap",
    "GapFigure",
    "GapReason",
    "Grounds",
    "GroupAverage",
    "GroupChange",
    "GroupFinding",
    "GroupKind",
    "HouseStyle",
    "Illustrated",
    "Illustration",
    "ImpliedChange",
    "ImpliedPercentage",
    "ImpliedShare",
    "ImprovementDirection",
    "Incomparability",
    "IncomparableError",
    "Indicator",
    "IndicatorAssessment",
    "IndicatorRevisions",
    "Inequality",
    "InputFile",
    "Interval",
    "InvalidArrayError",
    "InvalidContentError",
    "InvalidValueError",
    "Labelling",
    "Labels",
    "LimitsMethod",
    "Making",
    "MappingRow",
    "Measure",
    "MeasuredDispersion",
    "MeasuredRevision",
    "MissingDataError",
    "MissingLibraryError",
    "MissingReason",
    "Movement",
    "NextIssue",
    "NoPicture",
    "NoWorseThan",
    "Observation",
    "ObservationTable",
    "OffenceMapping",
    "Origin",
    "PageFigure",
    "PageFigures",
    "Passage",
    "PercentChange",
    "Period",
    "Picture",
    "PictureKind",
    "PictureTable",
    "Pictures",
    "PlaceBasis",
    "PlainName",
    "PointChange",
    "PolicingIndicatorsError",
    "Population",
    "Populations",
    "PreviousIssue",
    "PrintedNumber",
    "PrintedRank",
    "Priority",
    "PriorityEntry",
    "Problem",
    "Proportion",
    "Publication",
    "PublishedFigure",
    "PublisherResponse",
    "Quantity",
    "RankedArea",
    "Ranking",
    "Rate",
    "RateRatio",
    "Readiness",
    "RecentTrend",
    "Reckoning",
    "Remark",
    "Restatement",
    "RestatementReason",
    "Revision",
    "RevisionReport",
    "RevisionTolerance",
    "RoundedFigure",
    "Rounding",
    "RuleSet",
    "Season",
    "SeasonFinding",
    "Section",
    "Setting",
    "Settlement",
    "SheetLabels",
    "Side",
    "Sign",
    "Significance",
    "SignificanceMethod",
    "SmallBase",
    "SmallBaseRule",
    "Source",
    "SpecialCause",
    "SpecialCauseRule",
    "Spelling",
    "Standard",
    "Standing",
    "StatedBaseline",
    "Statement",
    "Status",
    "Table",
    "Target",
    "TargetLevel",
    "TimeSeries",
    "Tolerance",
    "TotalChange",
    "Trajectory",
    "TrajectoryShape",
    "TrendDirection",
    "Unclaimed",
    "Unit",
    "UnknownNameError",
    "UnreadablePeriodError",
    "UnusualReduction",
    "Variation",
    "Verdict",
    "Version",
    "Waiver",
    "WhyCannotSay",
    "WhyNoPicture",
    "WhyNoTrend",
    "areas",
    "assess",
    "audit_claims",
    "audit_docx",
    "audit_figures",
    "audit_html",
    "audit_markdown",
    "audit_workbook",
    "beside_baseline",
    "beside_others",
    "c_chart",
    "check",
    "contributions",
    "csvw_metadata",
    "decimals_to_agree",
    "docx",
    "feasible_count",
    "feasible_denominator",
    "feasible_earlier",
    "feasible_later",
    "feasible_level",
    "framework",
    "framework_ids",
    "g_chart",
    "group_average",
    "house_style",
    "html",
    "implied_change",
    "implied_share",
    "load_framework",
    "load_mapping",
    "mapping",
    "mapping_ids",
    "markdown",
    "parse_statement",
    "permitted",
    "populations",
    "read_statement",
    "revision_text",
    "revision_tolerance",
    "round_as",
    "round_half_away",
    "statement_json",
    "statement_schema",
    "statement_workbook",
    "t_chart",
]
