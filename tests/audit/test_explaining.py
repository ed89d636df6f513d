"""What is proposed of a figure that does not reproduce, and what is not."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from policing_indicators.audit import chance
from policing_indicators.audit.audit import Audit
from policing_indicators.audit.explanation import Explanation
from policing_indicators.audit.truncation import chance_of_truncation

Audited = Callable[..., Audit]

ROBBERY = "indicator personal robbery"


def proposed(audited: Audited, *rows: str) -> list[list[Explanation]]:
    """Give what is proposed for each finding of the first claim."""
    return [list(each.explanations) for each in audited(*rows).claims[0].findings]


def kinds(found: list[Explanation]) -> list[str]:
    return [each.kind.value for each in found]


def test_the_other_direction_is_proposed_where_the_size_is_the_table_s(
    audited: Audited,
) -> None:
    [[sign]] = proposed(audited, f"{ROBBERY} | percentage +21.9%")
    assert sign.kind.value == "sign"
    assert [fit.value for fit in sign.fits] == [Fraction(100 * 1_623, 7_426)]


def test_a_difference_may_go_the_other_way_too(audited: Audited) -> None:
    [[sign]] = proposed(audited, f"{ROBBERY} | absolute 1,623 more")
    assert sign.kind.value == "sign"


def test_decimals_left_off_are_proposed_where_that_gives_the_figure(
    audited: Audited,
) -> None:
    [mismatch] = proposed(
        audited,
        f"{ROBBERY} | level 5,803 | previous_level 7,426 | percentage -21.8%",
    )
    assert kinds(mismatch) == ["truncated"]


def test_they_are_proposed_too_where_only_so_a_count_gives_it(
    audited: Audited,
) -> None:
    [[truncated]] = proposed(
        audited, "indicator gun crime | level 6 | percentage -72% | period 2025/26"
    )
    assert truncated.kind.value == "truncated"


def test_nothing_is_proposed_where_no_count_gives_it_even_so(
    audited: Audited,
) -> None:
    [none] = proposed(
        audited, "indicator gun crime | level 1 | percentage -72% | period 2025/26"
    )
    assert none == []


def test_reversed_years_need_two_figures_that_fit(audited: Audited) -> None:
    [level, percentage] = proposed(
        audited, f"{ROBBERY} | level 7,426 | percentage up 28.0%"
    )
    assert kinds(percentage)[0] == "years reversed"
    assert kinds(level)[0] == "years reversed"
    [alone] = proposed(audited, f"{ROBBERY} | percentage up 28.0%")
    assert kinds(alone) == []


def test_one_change_and_an_implied_share_bear_reversed_years_out(
    audited: Audited,
) -> None:
    [found] = proposed(
        audited,
        "id possession | indicator drug possession | percentage -15.8%",
        "id drugs | indicator drug offences | percentage -9.5%",
        "id trafficking | indicator drug trafficking | percentage +14.7%",
        "row group | id g | kind parts of a whole | members possession; trafficking | "
        "whole drugs",
    )
    assert kinds(found) == ["years reversed"]
    assert len(found[0].shares) == 2


def test_another_area_is_proposed_where_level_and_change_fit_it(
    audited: Audited,
) -> None:
    level, percentage = proposed(
        audited, f"{ROBBERY} | level 1,201 | percentage up 20.0%"
    )
    assert "another area" in kinds(level)
    assert percentage == [] or "another area" not in kinds(percentage)


def test_another_area_is_not_proposed_for_a_level_alone(audited: Audited) -> None:
    [found] = proposed(audited, f"{ROBBERY} | level 1,201")
    assert kinds(found) == []


def test_another_row_is_proposed_strongly_where_its_change_fits_too(
    audited: Audited,
) -> None:
    level, _ = proposed(audited, f"{ROBBERY} | level 29,391 | percentage +13.9%")
    assert kinds(level) == ["another row"]
    assert level[0].is_weak
    level, *_ = proposed(audited, f"{ROBBERY} | level 11,237 | percentage -20.6%")
    [strong] = [each for each in level if each.kind.value == "another row"]
    assert not strong.is_weak
    assert len(strong.fits) == 2


def test_another_period_is_proposed_where_level_and_change_fit_it(
    audited: Audited,
) -> None:
    firearms = "indicator firearm discharges"
    level, *_ = proposed(audited, f"{firearms} | level 320 | percentage up 52.4%")
    assert "another period" in kinds(level)


def test_a_change_on_the_period_before_is_looked_for_elsewhere_too(
    audited: Audited,
) -> None:
    quarter = (
        "indicator vehicle offences | period 2024/25 Q4 | comparator period before"
    )
    level, *_ = proposed(audited, f"{quarter} | level 7,502 | percentage -5.0%")
    assert "another period" in kinds(level)


def test_a_hedged_level_is_looked_for_nowhere(audited: Audited) -> None:
    assert proposed(audited, f"{ROBBERY} | level about 29,391") == []


def test_proposals_are_ranked_and_weak_ones_come_last(audited: Audited) -> None:
    [level] = proposed(audited, f"{ROBBERY} | level 29,391")
    assert kinds(level) == ["another row"]
    violence = "indicator violence with injury | level 11,241 | percentage -9.6%"
    level, _ = proposed(audited, violence)
    assert kinds(level) == ["another definition", "another row"]
    assert [each.chance for each in level] == [0.038, 0.007]


@pytest.mark.parametrize(
    ("claim", "often"),
    [
        (
            "indicator violence with injury | level 11,241 | absolute 3,711 fewer",
            0.0017,
        ),
        ("indicator victim satisfaction | level 35% | points up 5", None),
    ],
)
def test_another_definition_is_as_likely_by_chance_as_such_a_change(
    audited: Audited, claim: str, often: float | None
) -> None:
    definition, *_ = proposed(audited, claim)[0]
    assert definition.kind.value == "another definition"
    assert definition.chance == often


def test_decimals_left_off_are_weak_where_chance_often_gives_such_a_percentage(
    audited: Audited,
) -> None:
    [[seldom]] = proposed(
        audited, "indicator gun crime | level 6 | percentage -72% | period 2025/26"
    )
    assert seldom.chance == chance_of_truncation(6, 0, is_later=True)
    assert not seldom.is_weak
    [[often]] = proposed(
        audited, "indicator gun crime | level 60 | percentage +17% | period 2025/26"
    )
    assert often.is_weak
    [[after]] = proposed(
        audited,
        "indicator gun crime | previous_level 60 | percentage -46% | period 2025/26",
    )
    assert after.chance == chance_of_truncation(60, 0, is_later=False)


def test_of_a_count_that_has_every_percentage_chance_gives_none() -> None:
    assert chance_of_truncation(500, 0, is_later=True) == 0


@pytest.mark.parametrize(
    ("distances", "often"),
    [([Fraction(5, 100)], 0.0015), ([Fraction(3, 2)], 0.06), ([Fraction(9)], 1.0)],
)
def test_the_nearer_a_fit_the_less_often_chance_offers_one(
    distances: list[Fraction], often: float
) -> None:
    assert chance.of_changes(distances) == often
