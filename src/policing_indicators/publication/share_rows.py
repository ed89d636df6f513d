"""Rows of open data of what parts make up of a whole, and of its change."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.gap import GapFigure
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.publication.figure_row import (
    CASES,
    PER_CENT,
    Fields,
    figure,
    out_of,
    shared,
    sources,
    told,
)
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording import part_sentences, printed
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.table import NOT_APPLICABLE, WITHHELD, absent

_DECIMALS = 1
_NOTHING: Fields = {}


@frozen(kw_only=True)
class Whole:
    """A whole that is printed, and the parts that partition it.

    Attributes:
        facts: The facts of the whole, which has a count.
        parts: The facts of every part, printed for themselves or not.
        small_base: The rule that withholds percentages on small counts.
        style: The house style.
    """

    facts: IndicatorAssessment
    parts: tuple[IndicatorAssessment, ...]
    small_base: SmallBaseRule
    style: HouseStyle

    def shares(self) -> Iterator[PublishedFigure]:
        """Give the rows of the share of each part in the whole."""
        shares = dict(self.facts.shares)
        said = part_sentences.said_shares(shares, self.small_base)
        why = WITHHELD if shares else self._why_not(GapFigure.SHARES)
        for part in self.parts:
            name, of = part.indicator.id, _NOTHING
            level, states = told(why, None), self._states(part)
            if name in said:
                text, exact = self.style.percent(said[name], _DECIMALS), said[name]
                level = told(text, exact, decimals=_DECIMALS, states=states)
                of = out_of(shares[name].count, shares[name].denominator)
            common = self._common(part, PER_CENT)
            yield figure(Measure.SHARE_OF_WHOLE, common, self._of_whole, level, of)

    def shares_of_change(self) -> Iterator[PublishedFigure]:
        """Give the rows of the share of each part in the whole's change."""
        said, moved = self._said_of_change(), dict(self.facts.parts)
        why = self._why_not_of_change()
        for part in self.parts:
            name, of = part.indicator.id, _NOTHING
            level, states = told(why, None), self._states(part)
            if name in said:
                text = printed.share(self.style, said[name])
                level = told(text, said[name], states=states)
                of = out_of(moved[name].part.absolute, moved[name].whole.absolute)
            common = self._common(part, PER_CENT), self._between
            yield figure(Measure.SHARE_OF_CHANGE, *common, self._of_whole, level, of)

    def moves(self) -> Iterator[PublishedFigure]:
        """Give the rows of the parts' changes, where these are said and not shares."""
        moved, change = dict(self.facts.parts), self.facts.change
        if not change or change.absolute == 0 or self._said_of_change():
            return
        for part in self.parts:
            size = moved[part.indicator.id].part.absolute if moved else 0
            if size:
                noun = part.indicator.noun
                common = self._common(part, noun.many if noun else CASES)
                text = self.style.number(abs(size))
                level = told(text, size, states=self._states(part))
                yield figure(Measure.CHANGE_IN_NUMBER, common, self._between, level)

    @property
    def _of_whole(self) -> Fields:
        return {"whole": self.facts.indicator.id}

    @property
    def _between(self) -> Fields:
        return {"compared_with": self.facts.observation.period.year_before}

    def _common(self, part: IndicatorAssessment, unit: str) -> Fields:
        common = shared(self.style, part, unit)
        whole, own = self.facts.observation, part.observation
        source = sources(own.source, whole.source)
        return {**common, "period": whole.period, "source": source}

    def _states(self, part: IndicatorAssessment) -> tuple[str, ...]:
        made = part.observation, self.facts.observation
        return tuple(each.status.shorthand for each in made)

    def _said_of_change(self) -> dict[str, Fraction]:
        change = self.facts.change
        if change is None:
            return {}
        parts = dict(self.facts.parts)
        return part_sentences.said_shares_of_change(change, parts, self.small_base)

    def _why_not_of_change(self) -> str:
        change, parts = self.facts.change, dict(self.facts.parts)
        if change is None:
            return absent(self.facts, GapFigure.CHANGE_ON_YEAR_BEFORE)
        if change.absolute and not parts:
            return self._why_not(GapFigure.CONTRIBUTIONS)
        small = part_sentences.has_small_count(change, parts, self.small_base)
        return WITHHELD if change.absolute and small else NOT_APPLICABLE

    def _why_not(self, what: GapFigure) -> str:
        reasons = (each.observation.missing for each in self.parts)
        found = next(filter(None, reasons), None)
        return found.shorthand if found else absent(self.facts, what)
