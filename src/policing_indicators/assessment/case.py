"""A target beside the figure that is held against it."""

from fractions import Fraction

from attrs import evolve, frozen

from policing_indicators.assessment.comparing import compared, years_before
from policing_indicators.assessment.evidence import Evidence, evidence_for
from policing_indicators.assessment.finding import Finding, Verdict, WhyCannotSay
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.measuring import (
    Measured,
    measured,
    measured_beside,
)
from policing_indicators.calculation.rounding import as_written
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import StatedBaseline, Target


@frozen(kw_only=True)
class Base:
    """What change is measured from, in the target's unit.

    Attributes:
        figure: The figure, without any rounding.
        rows: The observation that it is of, where it is one.
    """

    figure: Fraction
    observation: Observation | None = None


@frozen(kw_only=True)
class Unheld:
    """Why a figure cannot be held against a goal.

    Attributes:
        why: Why.
        lacking: What it would be held against, and why that is not there.
        breaks: The breaks in the series that are in the way.
    """

    why: WhyCannotSay
    lacking: tuple[Observation, ...] = ()
    breaks: tuple[Break, ...] = ()


@frozen(kw_only=True)
class Case:
    """A target, and the figure that is held against it.

    Attributes:
        target: The target.
        indicator: Its indicator.
        grounds: What the judgement rests on.
        observation: The figure that is looked at.
        figure: It in the target's unit, if it has such.
    """

    target: Target
    indicator: Indicator
    grounds: Grounds
    observation: Observation
    figure: Measured | None

    @classmethod
    def of(
        cls, target: Target, indicator: Indicator, grounds: Grounds, at: Period
    ) -> "Case":
        """Find the figure: that of the due period once it is reached, else of this."""
        period = target.due if target.due.end <= at.end else at
        observation = grounds.figure(indicator, period)
        figure = None
        if observation.missing is None:
            figure = measured(target, indicator, observation, grounds)
        return cls(
            target=target,
            indicator=indicator,
            grounds=grounds,
            observation=observation,
            figure=figure,
        )

    @property
    def period(self) -> Period:
        """The period whose figure is looked at."""
        return self.observation.period

    @property
    def is_due(self) -> bool:
        """Whether that is the period that decides."""
        return self.period == self.target.due

    def finding(self) -> Finding:
        """Give what is known of the figure, before anything is said of it."""
        figure = self.figure
        bare = Finding(
            target=self.target,
            indicator=self.indicator,
            verdict=Verdict.CANNOT_SAY,
            period=self.period,
            observation=self.observation,
        )
        if figure is None:
            return bare
        return self._with_change(
            evolve(
                bare,
                figure=figure.value,
                limits=figure.limits,
                population=figure.population,
            )
        )

    def base(self) -> Base | Unheld:
        """Find the figure that change is measured from, or why there is none."""
        baseline = self.target.baseline
        if isinstance(baseline, StatedBaseline):
            return self._stated(baseline)
        if baseline is None:  # a target whose goal needs one has one
            return Unheld(why=WhyCannotSay.BASELINE_MISSING)
        return self.earlier(baseline)

    def earlier(self, period: Period) -> Base | Unheld:
        """Find the figure of an earlier period at the vintage of the one looked at."""
        before = self.grounds.beside(self.observation, period)
        if before is GapReason.OTHER_RELEASE:
            return Unheld(why=WhyCannotSay.VINTAGES_DIFFER)
        if isinstance(before, GapReason):
            return Unheld(why=WhyCannotSay.BASELINE_MISSING)
        figure = measured_beside(self.target, self.indicator, before, self.grounds)
        if figure is None:
            why = WhyCannotSay.of_missing(before, WhyCannotSay.BASELINE_MISSING)
            return Unheld(why=why, lacking=(before,))
        breaks = self.indicator.breaks_between(period, self.period)
        if breaks:
            return Unheld(why=WhyCannotSay.BREAK_IN_SERIES, breaks=breaks)
        return Base(figure=figure.value, observation=before)

    def _stated(self, baseline: StatedBaseline) -> Base | Unheld:
        ours, theirs = self.indicator.definition, baseline.definition
        if ours is not None and theirs is not None and theirs.differs_from(ours):
            return Unheld(why=WhyCannotSay.DIFFERENT_DEFINITION)
        if baseline.period is not None:
            breaks = self.indicator.breaks_between(baseline.period, self.period)
            if breaks:
                return Unheld(why=WhyCannotSay.BREAK_IN_SERIES, breaks=breaks)
        return Base(figure=as_written(baseline.value))

    def measured_from(self, finding: Finding, base: Base) -> Finding:
        """Give a finding the figure that change is measured from.

        A goal can name another than the target: then change is told of that one.
        """
        row = base.observation
        if row is not None and row != finding.baseline:
            what = GapFigure.CHANGE_ON_YEAR_BEFORE
            bare = evolve(finding, change=None, chance=Evidence(), breaks=())
            finding = self._with_change_on(bare, row.period, what)
        return evolve(finding, base=base.figure, baseline=row)

    def _with_change(self, finding: Finding) -> Finding:
        baseline, what = self.target.baseline, GapFigure.CHANGE_ON_BASELINE
        if baseline is None:
            baseline, what = (
                years_before(self.period, 1),
                GapFigure.CHANGE_ON_YEAR_BEFORE,
            )
        if not isinstance(baseline, Period):
            return finding
        return self._with_change_on(finding, baseline, what)

    def _with_change_on(
        self, finding: Finding, baseline: Period, what: GapFigure
    ) -> Finding:
        if self.indicator.unit in (Unit.RATE, Unit.YES_NO):
            return finding
        found = compared(
            self.indicator, self.observation, baseline, self.grounds, what=what
        )
        if isinstance(found, Gap):
            return finding
        return evolve(
            finding,
            baseline=found.earlier,
            change=found.change,
            chance=evidence_for(
                self.indicator,
                found.change,
                area=self.grounds.area,
                confidence=self.grounds.confidence,
            ),
            breaks=found.breaks,
        )
