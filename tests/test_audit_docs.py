"""The page of the audit says what is in force, and quotes what is printed."""

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import NOTHING, fields
from benchmarks import study_definitions

from policing_indicators import (
    ExplanationKind,
    PublisherResponse,
    Settlement,
    Standing,
    Waiver,
)
from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.checks import CHECKS
from policing_indicators.cli.audit_arguments import AUDIT_FORMATS
from policing_indicators.cli.main import main
from policing_indicators.structuring import read_toml
from policing_indicators.wording.audit_notes import MEANINGS

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "west-midlands-2024-25-q4"
PAGE = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    found = re.search(
        rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL
    )
    assert found
    return found[1]


def rows(text: str) -> dict[str, list[str]]:
    found = re.findall(r"^\| `([^`|]+)` \|(.*)\|$", text, re.MULTILINE)
    return {key: [cell.strip() for cell in rest.split("|")] for key, rest in found}


def test_every_code_is_there_with_its_rule_its_source_and_its_false_alarms() -> None:
    wanted = {
        code.value: [
            check.rule,
            check.source,
            "-" if check.tried is None else f"{check.alarms:,} of {check.tried:,}",
        ]
        for code, check in CHECKS.items()
    }
    assert rows(section("The codes")) == wanted


def test_every_verdict_is_there_with_what_it_says() -> None:
    wanted = {verdict.value: [MEANINGS[verdict]] for verdict in Standing}
    assert rows(section("The verdicts")) == wanted


def test_every_proposal_and_every_form_is_there() -> None:
    proposals = section("Proposals")
    assert all(f"`{kind.value}`" in proposals for kind in ExplanationKind)
    forms = rows(PAGE)["--format FORMAT"][0]
    assert all(f"`{form}`" in forms for form in AUDIT_FORMATS)


def test_there_is_a_reason_for_every_abstention() -> None:
    text = PAGE.split("**Abstention.**")[1].split("\n")[0]
    assert text.count(",") + 1 >= len(Abstention) - 1


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("`[[waivers]]`", Waiver), ("`[[responses]]`", PublisherResponse)],
)
def test_every_key_of_the_file_of_waivers_is_explained(
    heading: str, kind: type[Any]
) -> None:
    keys = {each.name: each.default is NOTHING for each in fields(kind)}
    explained = rows(section(heading))
    assert {key: cells[0] == "yes" for key, cells in explained.items()} == keys


def test_the_example_of_waivers_can_be_read(tmp_path: Path) -> None:
    [example] = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    path = tmp_path / "waivers.toml"
    path.write_text(example, encoding="utf-8")
    settlement = read_toml(path, Settlement)
    assert len(settlement.waivers) == len(settlement.responses) == 1
    assert main(["audit", str(EXAMPLE), "--waivers", str(path)]) == 1


def test_what_is_quoted_is_what_the_audit_of_the_example_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["audit", str(EXAMPLE), "--format", "markdown"])
    printed = capsys.readouterr().out
    quoted = re.findall(r"^> (.+)$", PAGE, re.MULTILINE)
    assert quoted
    assert all(sentence in printed for sentence in quoted)


def test_the_readme_shows_the_table_that_the_command_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["audit", str(EXAMPLE), "--format", "markdown"])
    printed = [
        line for line in capsys.readouterr().out.splitlines() if line.startswith("| ")
    ]
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    start = readme.index(printed[0])
    assert readme[start : start + len(printed)] == printed


@pytest.mark.shared_data
def test_the_page_says_how_far_two_definitions_of_one_thing_lie_apart(
    shared_data: Path,
) -> None:
    assert shared_data.is_dir()
    assert study_definitions.told(study_definitions.study()) in PAGE
