"""What may lie behind a figure that does not reproduce: a proposal, and no more."""

from fractions import Fraction

from attrs import frozen

from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.observation import Observation


class ExplanationKind(ClosedSet):
    """What is proposed."""

    YEARS_REVERSED = "years reversed"
    SIGN = "sign"
    TRUNCATED = "truncated"
    ANOTHER_ROW = "another row"
    ANOTHER_AREA = "another area"
    ANOTHER_PERIOD = "another period"
    ANOTHER_DEFINITION = "another definition"


@frozen(kw_only=True)
class Fit:
    """One printed figure beside what the proposal would make of it.

    Attributes:
        claim: The id of the claim.
        figure: The field of the claim.
        printed: The figure as printed.
        value: What the proposal gives.
        decimals: With how many decimals that is to be printed.

    >>> Fit(
    ...     claim="drugs",
    ...     figure="percentage",
    ...     printed="-9.5%",
    ...     value=Fraction(-93, 10),
    ...     decimals=1,
    ... ).printed
    '-9.5%'
    """

    claim: str
    figure: str
    printed: str
    value: Fraction
    decimals: int


@frozen(kw_only=True)
class ImpliedShare:
    """How much of its whole a part was, as printed changes imply and a table has it.

    Attributes:
        indicator: The part's indicator.
        lowest: The least share of the earlier whole that the printed changes allow, in
            per cent.
        highest: The largest.
        earlier: Its share of the earlier whole in the table, in per cent.
        later: Its share of the later whole in the table, in per cent.
        least: The least that its earlier share would be, were the part's count and
            that of the rest both revised as far as is usual.
        most: The most that it would be.
        observations: The part's figures in the table, the later first.

    >>> share = ImpliedShare(
    ...     indicator="drug-possession",
    ...     lowest=Fraction(790, 10),
    ...     highest=Fraction(797, 10),
    ...     earlier=Fraction(737, 10),
    ...     later=Fraction(796, 10),
    ...     least=Fraction(721, 10),
    ...     most=Fraction(753, 10),
    ... )
    >>> share.fits(share.earlier), share.fits(share.later), share.is_borne_out
    (False, True, False)
    """

    indicator: str
    lowest: Fraction
    highest: Fraction
    earlier: Fraction
    later: Fraction
    least: Fraction
    most: Fraction
    observations: tuple[Observation, ...] = ()

    def fits(self, share: Fraction) -> bool:
        """Say whether a share is among those that the printed changes allow."""
        return self.lowest <= share <= self.highest

    @property
    def is_borne_out(self) -> bool:
        """Whether the printed changes allow the table's share, as revisions go."""
        return self.lowest <= self.most and self.least <= self.highest


@frozen(kw_only=True)
class Explanation:
    """A proposal of what may lie behind a finding. It is never more than that.

    Attributes:
        kind: What is proposed.
        fits: The printed figures that it would explain, and how well.
        observations: The figures of a table that it rests on.
        chance: How often chance alone would offer a proposal as good, 0 to 1; none
            where that was not measured.
        is_weak: Whether it rests on one agreement that chance offers often enough.
        shares: The implied shares that bear it out, where there are some.

    >>> Explanation(kind=ExplanationKind.TRUNCATED).is_weak
    False
    """

    kind: ExplanationKind
    fits: tuple[Fit, ...] = ()
    observations: tuple[Observation, ...] = ()
    chance: float | None = None
    is_weak: bool = False
    shares: tuple[ImpliedShare, ...] = ()
