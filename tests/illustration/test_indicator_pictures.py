"""Areas are compared where a comparison informs, and else not."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from policing_indicators.assessment.picture import Pictures
from policing_indicators.charts.labelling import Labelling
from policing_indicators.illustration.indicator_pictures import IndicatorPictures
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.registry.populations import populations

EXAMPLE = Path(str(example()))

DRAFT = Draft.read(EXAMPLE)
FACTS = DRAFT.publishable(populations())
VIOLENCE, HOMICIDE = (FACTS.of(name) for name in ("violence-with-injury", "homicide"))


@pytest.mark.parametrize(
    ("kinds", "lacking"),
    [
        (["control-chart", "changes", "funnel"], ()),
        (["control-chart", "funnel"], ("changes",)),
        (["control-chart", "changes"], ("funnel",)),
        (["control-chart"], ("changes", "funnel")),
        ([], ("changes", "funnel", "control_chart")),
    ],
)
def test_what_is_not_there_is_not_drawn(
    kinds: list[str], lacking: tuple[str, ...]
) -> None:
    without: dict[str, Any] = dict.fromkeys(lacking)
    pictures = evolve(VIOLENCE.pictures, **without)
    facts = evolve(VIOLENCE, on_year_before=None, on_three_years_before=None)
    drawn = IndicatorPictures(
        facts=facts, pictures=pictures, labelling=Labelling(), is_part=False
    ).drawn()
    assert [kind for kind, _ in drawn] == kinds


def test_what_is_rare_is_not_compared_though_its_rates_alone_are_held() -> None:
    pictures = Pictures(funnel=HOMICIDE.pictures.funnel)
    drawn = IndicatorPictures(
        facts=HOMICIDE, pictures=pictures, labelling=Labelling(), is_part=False
    ).drawn()
    assert [kind for kind, _ in drawn] == ["trend"]
