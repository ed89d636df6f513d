"""What the how-tos tell people to write is read by the library as it stands."""

import re
from pathlib import Path

import pytest

from policing_indicators import (
    Draft,
    InvalidContentError,
    framework,
    house_style,
    load_framework,
)
from policing_indicators.publication.example import copy_example
from policing_indicators.tables import claims

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"


def block(name: str, language: str) -> str:
    """Give the first block of a language in a how-to, without its indentation."""
    text = (HOW_TO / f"{name}.md").read_text(encoding="utf-8")
    found = re.search(
        rf"^   ```{language}\n(.*?)^   ```$", text, re.MULTILINE | re.DOTALL
    )
    assert found
    return re.sub(r"^   ", "", found[1], flags=re.MULTILINE)


def test_the_plan_is_a_framework(tmp_path: Path) -> None:
    (file := tmp_path / "our-plan.toml").write_text(block("plan", "toml"), "utf-8")
    plan = load_framework(file)
    assert [each.id for each in plan.priorities] == ["homes", "drugs"]


def test_the_plan_takes_a_table_of_its_own_indicators_and_of_no_others(
    tmp_path: Path,
) -> None:
    (tmp_path / "our-plan.toml").write_text(block("plan", "toml"), "utf-8")
    file = tmp_path / "publication.toml"
    file.write_text(
        'schema = 1\ntitle = "A plan"\nedition = "1"\npublisher = "The office"\n'
        'area = "Kent"\nperiod = "2024/25"\nframework = "our-plan.toml"\n'
        'data = ["figures.csv"]\n',
        "utf-8",
    )
    table = "indicator,area,period,count\nresidential-burglary,Kent,2024/25,3000\n"
    (figures := tmp_path / "figures.csv").write_text(table, "utf-8")
    assert len(Draft.read(tmp_path).observations) == 1
    figures.write_text(f"{table}homicide,Kent,2024/25,15\n", "utf-8")
    with pytest.raises(InvalidContentError, match="'homicide' is an indicator of nat"):
        Draft.read(tmp_path)


def test_the_style_is_a_house_style(tmp_path: Path) -> None:
    (file := tmp_path / "our-style.toml").write_text(block("style", "toml"), "utf-8")
    assert house_style(file).percent(17.3, decimals=1) == "17.3 per cent"


def test_the_target_fits_the_example_publication(tmp_path: Path) -> None:
    copy_example(folder := tmp_path / "my-statement")
    file = folder / "publication.toml"
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\n{block('target', 'toml')}", encoding="utf-8")
    targets = Draft.read(folder).publication.targets
    assert targets[-1].id == "burglary-down-a-fifth"


@pytest.mark.parametrize(
    ("indicator", "printed"),
    [("neighbourhood-crime", "17.3"), ("drug-offences", "9.5")],
)
def test_the_claims_of_the_draft_are_claims(
    tmp_path: Path, indicator: str, printed: str
) -> None:
    (file := tmp_path / "draft-claims.csv").write_text(block("draft", "text"), "utf-8")
    [claim] = [
        each
        for each in claims.read(
            file, framework=framework("national-priorities-2021")
        ).claims
        if each.indicator == indicator
    ]
    assert printed in str(claim.percentage)
