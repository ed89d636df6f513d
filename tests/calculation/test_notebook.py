"""The arithmetic as an analyst writes it: does it read?"""

from decimal import Decimal

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.contribution import contributions
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.calculation.small_base import SmallBaseRule


def test_ten_lines_tell_an_analyst_what_a_careful_reader_says_about_homicide() -> None:
    homicide = Change(earlier=44, later=32)
    evidence = homicide.significance(confidence=0.95)
    rate = Rate(count=32, denominator=2_980_936, per=1_000_000)
    limits = rate.interval(confidence=0.95)

    assert homicide.absolute == -12
    assert SmallBaseRule(threshold=50).withholds(homicide.earlier, homicide.later)
    assert round_half_away(evidence.p_value, 2) == Decimal("0.21")
    assert evidence.interval is not None
    assert 1 in evidence.interval
    assert rate.value is not None
    assert rate.value in limits
    assert (round(limits.lower, 1), round(limits.upper, 1)) == (7.3, 15.2)


def test_ten_lines_say_what_made_neighbourhood_crime_fall() -> None:
    whole = Change(earlier=59_258, later=49_027)
    assert whole.exact_percent is not None
    parts = {
        "vehicle-offences": Change(earlier=34_141, later=29_391),
        "the-rest": Change(earlier=25_117, later=19_636),
    }
    shares = contributions(whole, parts)
    vehicles = shares["vehicle-offences"].exact_percentage

    assert str(round_half_away(whole.exact_percent, 1)) == "-17.3"
    assert vehicles is not None
    assert str(round_half_away(vehicles, 0)) == "46"


def test_ten_lines_compare_two_surveys_of_victims_in_percentage_points() -> None:
    satisfied = PointChange(
        earlier=Proportion(count=48, denominator=80),
        later=Proportion(count=56, denominator=70),
    )
    limits = satisfied.interval(confidence=0.95)

    assert satisfied.points == 20.0
    assert (round(limits.lower, 2), round(limits.upper, 2)) == (5.24, 33.39)
