"""What a publication that is valid still lacks is listed, and nothing else."""

from pathlib import Path

import pytest
from tests.publication import small

from policing_indicators.publication.draft import Draft
from policing_indicators.publication.readiness import Readiness
from policing_indicators.registry.populations import populations

PUBLICATION = f"""{small.PUBLICATION}
[[priorities]]
id = "lives"
narrative = "What was done."

[[priorities]]
id = "homes"

[[priorities]]
id = "trust"
applies = false
reason = "Later."
"""
FRAMEWORK = """
schema = 1
id = "own-plan"
name = "Our plan"

[[priorities]]
id = "lives"
name = "Save lives"
indicators = ["homicide", "assault"]

[[priorities]]
id = "homes"
name = "Protect homes"
indicators = ["burglary", "homicide"]

[[priorities]]
id = "trust"
name = "Win trust"
indicators = ["satisfaction"]

[[indicators]]
id = "homicide"
name = "Homicide"
unit = "count"
direction = "decrease"
baseline = "2019/20"

[[indicators]]
id = "assault"
name = "Assault"
unit = "count"
direction = "decrease"
valid_from = 2030-04-01

[[indicators]]
id = "burglary"
name = "Burglary"
unit = "count"
direction = "decrease"

[[indicators]]
id = "satisfaction"
name = "Satisfaction"
unit = "percentage"
direction = "increase"
"""
FIGURES = """\
indicator,area,period,count,missing
homicide,kent,2024/25,12,
homicide,kent,2023/24,,confidential
homicide,kent,2019/20,14,
burglary,kent,2024/25,,survey suspended
"""
TARGETS = """
[[targets]]
id = "fewer"
indicator = "Homicide"
due = "2024/25"
goal = { kind = "at most", value = 12 }
promised_by = "somebody"
source = "a plan"

[[targets]]
id = "later"
indicator = "homicide"
due = "2025/26"
goal = { kind = "at most", value = 12 }
promised_by = "somebody"
source = "a plan"

[[targets]]
id = "unprinted"
indicator = "satisfaction"
quantity = "percentage"
due = "2024/25"
goal = { kind = "at least", value = 60 }
promised_by = "somebody"
source = "a plan"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small.write_publication(
        tmp_path,
        framework=FRAMEWORK,
        figures=FIGURES,
        publication=PUBLICATION + TARGETS,
    )


def listed(folder: Path) -> str:
    return str(Readiness.of(Draft.read(folder), populations()))


def test_what_is_missing_is_listed_kind_by_kind_with_the_reason(folder: Path) -> None:
    assert (
        listed(folder)
        == f"""\
{folder / "publication.toml"} is valid: Our statement, 2024-25 Q4, Kent, 2024/25.

No figure (2 of 3 indicators):
  assault, 2024/25: not defined for the period
  burglary, 2024/25: survey suspended

Not worked out (1):
  homicide, 2024/25: change on the year before (2023/24): earlier figure missing \
(confidential)

Nothing can be said (2 of 3 targets):
  later (homicide, due 2025/26): not yet due
  unprinted (satisfaction, due 2024/25): figure missing

No narrative (1 of 2 priorities):
  homes
"""
    )


def test_an_indicator_without_a_row_is_told_from_one_whose_row_says_why(
    folder: Path,
) -> None:
    figures = [line for line in FIGURES.splitlines() if "burglary" not in line]
    (folder / "figures.csv").write_text("\n".join(figures))
    assert "  burglary, 2024/25: no row in the tables\n" in listed(folder)


def test_where_nothing_is_missing_it_says_so(folder: Path) -> None:
    (folder / "plan.toml").write_text(FRAMEWORK.replace("valid_from = 2030-04-01", ""))
    text = PUBLICATION.replace('id = "homes"', 'id = "homes"\nnarrative = "Locks."')
    (folder / "publication.toml").write_text(text)
    rows = ["indicator,area,period,count"]
    rows.extend(
        f"{indicator},kent,{year}/{year + 1 - 2000},12"
        for indicator in ("homicide", "burglary", "assault")
        for year in (2019, 2023, 2024)
    )
    (folder / "figures.csv").write_text("\n".join(rows))
    assert listed(folder).splitlines()[1:] == ["", "Nothing is missing."]


def test_a_figure_that_is_not_worked_out_without_an_earlier_period_is_listed(
    folder: Path,
) -> None:
    framework = FRAMEWORK.replace(
        'name = "Burglary"', 'name = "Burglary"\ndenominator = "people under 25"'
    )
    (folder / "plan.toml").write_text(framework)
    text = FIGURES.replace(",,survey suspended", ",9,")
    (folder / "figures.csv").write_text(text + "burglary,kent,2023/24,9,\n")
    assert "  burglary, 2024/25: rate: no population held\n" in listed(folder)


def test_a_chart_that_is_not_made_of_the_figures_at_hand_is_listed(
    folder: Path,
) -> None:
    quarters = [
        f"homicide,kent,{year}/{year + 1 - 2000} Q{quarter},3,"
        for year in range(2020, 2025)
        for quarter in range(1, 5)
        if (year, quarter) != (2023, 2)
    ]
    (folder / "figures.csv").write_text(FIGURES + "\n".join(quarters) + "\n")
    assert (
        "\n\nNot charted or compared (1):\n"
        "  homicide, 2024/25: control chart: months or quarters missing "
        "(2023/24 Q2: no observation)\n" in listed(folder)
    )
    few = [each for each in quarters if each[14:18] == "2024"]
    (folder / "figures.csv").write_text(FIGURES + "\n".join(few) + "\n")
    assert "  homicide, 2024/25: control chart: too few months or qua" in listed(folder)
