"""The rule book of the docs, row by row, as it is printed there."""

import re
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from policing_indicators.assessment.finding import WhyCannotSay
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.structuring import structure
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.goal import GOALS
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Target

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
FIGURE = re.compile(
    r"(?:(?P<area>[a-z-]+) )??(?P<period>(?:year ending [A-Z][a-z]+ )?\d[^:]*): "
    r"(?P<value>value )?(?P<figure>missing|confidential|-?[\d.]+)(?:/(?P<of>\d+))?"
    r"(?: (?P<status>provisional|estimated|forecast))?(?: as at (?P<as_at>[\d-]+))?"
)
MISSING = {
    "missing": MissingReason.NOT_YET_PUBLISHED,
    "confidential": MissingReason.CONFIDENTIAL,
}
NEIGHBOURS = AreaGroup(
    id="neighbours",
    name="the neighbouring forces",
    areas=["staffordshire", "warwickshire"],
    source="invented",
)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def rows() -> list[Any]:
    found: list[Any] = []
    header: list[str] = []
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.strip("# ")
        elif line.startswith("| case"):
            header = cells(line)
        elif line.startswith("| ") and not line.startswith("| ---"):
            row = dict(zip(header, cells(line), strict=True))
            found.append(pytest.param(row, id=f"{heading}: {row['case']}"))
    return found


def figures(written: str, indicator: str) -> list[Observation]:
    return [figure(each, indicator) for each in written.split("; ")]


def figure(written: str, indicator: str) -> Observation:
    found = FIGURE.fullmatch(written)
    assert found is not None, written
    number = found["figure"]
    form: dict[str, Any]
    if number in MISSING:
        form = {"missing": MISSING[number]}
    elif found["value"]:
        form = {"value": float(number)}
    else:
        form = {"count": int(number)}
    return Observation(
        indicator,
        found["area"] or "west-midlands",
        Period.parse(found["period"]),
        denominator=int(found["of"]) if found["of"] else None,
        status=Status(found["status"] or "final"),
        as_at=date.fromisoformat(found["as_at"] or "2026-04-01"),
        **form,
    )


def promise(written: str) -> Target:
    keys = {
        "id": "promised",
        "indicator": "gun-crime",
        "due": "2024/25",
        "promised_by": "the commissioner",
        "source": "an invented plan",
    }
    keys |= tomllib.loads(f"all = {{ {written.strip('`')} }}")["all"]
    return structure(keys, Target, where=written)


def grounds(target: Target, written: str) -> Grounds:
    return Grounds(
        framework=framework("national-priorities-2021"),
        area=areas().find("west-midlands"),
        observations=figures(written, target.indicator),
        populations=populations(),
        groups=[NEIGHBOURS],
    )


@pytest.mark.parametrize("row", rows())
def test_a_row_of_the_rule_book_is_what_the_rules_say(row: dict[str, str]) -> None:
    target = promise(row["promise"])
    at = Period.parse(row.get("at", "2024/25"))
    finding = check(target, grounds(target, row["figures"]), at=at)
    assert finding.verdict.value == row["verdict"]
    assert (finding.why.value if finding.why else "") == row["why"]
    if row["margin"]:
        assert finding.margin == Fraction(row["margin"])
    elif row["why"]:
        assert finding.margin is None


def test_the_rule_book_is_long_enough_and_no_case_stands_twice() -> None:
    cases = [case.id for case in rows()]
    assert len(set(cases)) == len(cases) >= 60


def test_the_rule_book_has_a_case_of_every_goal_and_every_reason() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [kind for kind in GOALS if f'"{kind.KIND}"' not in page] == []
    reasons = {row.values[0]["why"] for row in rows()} - {""}
    assert reasons == {why.value for why in WhyCannotSay}
