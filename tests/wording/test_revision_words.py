"""What a revision report says."""

from policing_indicators.calculation.revision_report import RevisionReport
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.wording.house_style import house_style
from policing_indicators.wording.revision_words import revision_text

YEAR = Period.calendar_year(2024)
HALF = "half of the counts by 5.0% or less"
BEFORE = "2 were missing before"
NONE = MissingReason.NOT_AVAILABLE


def count(indicator: str, area: str, figure: int | None) -> Observation:
    missing = NONE if figure is None else None
    return Observation(indicator, area, YEAR, count=figure, missing=missing)


def test_each_indicator_has_a_line_and_the_figure_that_moved_most() -> None:
    rate = Observation("ons/rate", "kent", YEAR, value=1.5)
    report = RevisionReport.between(
        earlier=[
            count("knife-crime", "kent", 1000),
            count("knife-crime", "essex", 200),
            count("knife-crime", "dorset", 5),
            count("knife-crime", "surrey", None),
            count("knife-crime", "sussex", None),
            rate,
            count("homicide", "kent", 1),
        ],
        later=[
            count("knife-crime", "kent", 1100),
            count("knife-crime", "essex", 200),
            count("knife-crime", "dorset", None),
            count("knife-crime", "surrey", 7),
            count("knife-crime", "sussex", 8),
            Observation("ons/rate", "kent", YEAR, value=1.25),
            count("gun-crime", "kent", 1),
            count("gun-crime", "essex", 1),
        ],
    )
    assert revision_text(report, house_style()).splitlines() == [
        f"knife-crime: 1 of 2 figures moved, {HALF}; 1 is missing since; {BEFORE}",
        "    most: kent, 2024: 1,000 to 1,100 (+10.0%)",
        "ons/rate: 1 of 1 figures moved",
        "    most: kent, 2024: 1.500 to 1.250",
        "Only in the earlier edition: 1 figure.",
        "Only in the later edition: 2 figures.",
    ]


def test_where_no_figure_moved_none_is_shown_and_no_size() -> None:
    same = [count("homicide", "kent", 9)]
    report = RevisionReport.between(earlier=same, later=same)
    assert revision_text(report) == "homicide: 0 of 1 figures moved\n"


def test_where_nothing_is_in_both_that_is_said() -> None:
    report = RevisionReport.between(earlier=[], later=[count("homicide", "kent", 1)])
    assert revision_text(report) == (
        "The two editions have no figure in common.\n"
        "Only in the later edition: 1 figure.\n"
    )
