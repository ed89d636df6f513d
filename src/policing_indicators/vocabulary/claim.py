"""One sentence's figures, as a document prints them."""

from collections.abc import Mapping

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.printed_number import PrintedNumber
from policing_indicators.vocabulary.printed_rank import PrintedRank

MOST_WORDS = 15
"""How long a quotation may be: enough to find the sentence by, and no more."""

INHERITABLE = ("area", "period", "comparator", "comparator_period")
"""The fields that a claim which leaves them blank takes from its document."""

_IS_FIGURE = requirement.optional(requirement.kind(PrintedNumber))
_UNSIGNED = ("level", "previous_level", "rate", "share")
FIGURES = (
    "level",
    "previous_level",
    "absolute",
    "percentage",
    "points",
    "rate",
    "share",
    "rank",
)
"""The fields of a claim that hold what is printed, in the order they are read."""


class ClaimComparator(ClosedSet):
    """What a claim compares its figure with."""

    YEAR_BEFORE = "year before"
    PERIOD_BEFORE = "period before"
    BASELINE = "baseline"
    PEAK = "peak"
    AVERAGE = "average"
    NONE = "none"


class Remark(ClosedSet):
    """What a sentence says of its figures, beyond the figures."""

    GOOD = "good"
    BAD = "bad"
    SIGNIFICANT = "significant"


class Origin(ClosedSet):
    """Where a field of a claim comes from."""

    PRINTED = "printed"
    INHERITED = "inherited"


@frozen(kw_only=True)
class Claim:
    """One sentence's figures about one indicator, as printed.

    Attributes:
        id: Its identifier among the claims of its file, such as ``homicide``.
        indicator: The indicator's id.
        area: The area's id.
        period: The period of the level, and of the later side of a change; none where
            neither the claim nor its document prints one.
        level: The figure itself: ``48,938``.
        previous_level: The figure that it is compared with.
        absolute: The change in number: ``14 fewer``.
        percentage: The change in per cent, with its decimals and its sign or word.
        points: The change in percentage points.
        rate: The rate, so many per ``per``.
        per: The base of the rate, such as 100,000.
        share: How many per cent of ``share_of`` the figure is.
        share_of: The id of the indicator that it is a share of.
        rank: Its place among other areas.
        rank_among: The areas it is ranked among, as printed: ``England and Wales``.
        comparator: What the change is a change on. ``NONE`` where nothing says.
        comparator_period: The period of a named baseline, peak or average.
        scope: Words that narrow what is counted or where, as printed.
        definition: What the document says is counted, as printed; blank if nothing.
        remarks: What the sentence says of its figures: that they are good, bad, or
            significant.
        drives: The id of the indicator whose change the sentence says this one made
            most of, as in "driven largely by".
        quotation: The words of the sentence, at most fifteen, to find it by.
        document: Which other document prints it; blank for that of the file.
        inherited: Which of ``area``, ``period``, ``comparator`` and
            ``comparator_period`` the document gave; the rest are printed.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> claim = Claim(
    ...     id="violence",
    ...     indicator="violence-with-injury",
    ...     area="west-midlands",
    ...     period=Period.financial_year(2024),
    ...     level=PrintedNumber.parse("11,241"),
    ...     percentage=PrintedNumber.parse("fell by 9.6%"),
    ...     comparator=ClaimComparator.YEAR_BEFORE,
    ...     quotation="fell by 9.6%, with 11,241 incidents recorded",
    ...     inherited=["comparator"],
    ... )
    >>> claim.origin("period").value, claim.origin("comparator").value
    ('printed', 'inherited')
    >>> print(claim.earlier_period, list(claim.figures))
    2023/24 ['level', 'percentage']
    """

    id: str = field(validator=requirement.identifier)
    indicator: str = field(validator=requirement.identifier)
    area: str = field(validator=requirement.identifier)
    period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    level: PrintedNumber | None = field(default=None, validator=_IS_FIGURE)
    previous_level: PrintedNumber | None = field(default=None, validator=_IS_FIGURE)
    absolute: PrintedNumber | None = field(default=None, validator=_IS_FIGURE)
    percentage: PrintedNumber | None = field(default=None, validator=_IS_FIGURE)
    points: PrintedNumber | None = field(default=None, validator=_IS_FIGURE)
    rate: PrintedNumber | None = field(default=None, validator=_IS_FIGURE)
    per: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(requirement.positive),
    )
    share: PrintedNumber | None = field(default=None, validator=_IS_FIGURE)
    share_of: str | None = field(
        default=None, validator=requirement.optional(requirement.identifier)
    )
    rank: PrintedRank | None = field(
        default=None, validator=requirement.optional(requirement.kind(PrintedRank))
    )
    rank_among: str = field(default="", validator=requirement.text)
    comparator: ClaimComparator = field(
        default=ClaimComparator.NONE, validator=requirement.kind(ClaimComparator)
    )
    comparator_period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    scope: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=requirement.each(requirement.line),
    )
    definition: str = field(default="", validator=requirement.text)
    remarks: tuple[Remark, ...] = field(
        default=(),
        converter=requirement.items,
        validator=[requirement.each(requirement.kind(Remark)), requirement.distinct],
    )
    drives: str | None = field(
        default=None, validator=requirement.optional(requirement.identifier)
    )
    quotation: str = field(
        default="",
        validator=requirement.must(
            lambda value: (
                requirement.is_text(value) and len(value.split()) <= MOST_WORDS
            ),
            f"text of at most {MOST_WORDS} words",
        ),
    )
    document: str = field(default="", validator=requirement.text)
    inherited: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=[
            requirement.each(
                requirement.must(
                    lambda name: name in INHERITABLE, f"one of {', '.join(INHERITABLE)}"
                )
            ),
            requirement.distinct,
        ],
    )

    _figures: dict[str, PrintedNumber | PrintedRank] = field(
        init=False, eq=False, repr=False, factory=dict
    )

    def __attrs_post_init__(self) -> None:
        """Hold the figures to what each can be, and to what must stand beside it."""
        for name in _UNSIGNED:
            figure: PrintedNumber | None = getattr(self, name)
            if figure is not None and figure.movement is not None:
                allowed = "a figure without a word or sign for a direction"
                requirement.refuse(self, name, figure.text, allowed)
        for name, needed in (("rate", "per"), ("share", "share_of")):
            lacks, other = getattr(self, needed) is None, getattr(self, name) is None
            if lacks != other:
                missing, given = (needed, name) if lacks else (name, needed)
                requirement.refuse(self, missing, None, f"given, since {given} is")
        printed = ((name, getattr(self, name)) for name in FIGURES)
        figures = {name: figure for name, figure in printed if figure is not None}
        object.__setattr__(self, "_figures", figures)

    @property
    def figures(self) -> Mapping[str, PrintedNumber | PrintedRank]:
        """What is printed, by the field that holds it, in the order it is read."""
        return self._figures

    @property
    def earlier_period(self) -> Period | None:
        """The period that the figure is compared with, where it is one and known."""
        if self.period is None:
            return None
        match self.comparator:
            case ClaimComparator.YEAR_BEFORE:
                return self.period.year_before
            case ClaimComparator.PERIOD_BEFORE:
                return self.period.preceding
            case ClaimComparator.BASELINE | ClaimComparator.PEAK:
                return self.comparator_period
            case ClaimComparator.AVERAGE | ClaimComparator.NONE:
                return None

    def origin(self, name: str) -> Origin:
        """Say whether a field was printed with the claim or given by its document."""
        return Origin.INHERITED if name in self.inherited else Origin.PRINTED
