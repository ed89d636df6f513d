"""The tutorials run, cell by cell, and read only what comes with the package."""

import re
from pathlib import Path
from typing import Any

import pytest

TUTORIALS = sorted((Path(__file__).parents[1] / "docs" / "tutorials").glob("*.md"))
CELL = re.compile(r"^```\{code-cell\} python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def cells(tutorial: Path) -> list[str]:
    """Give the code of each cell, without its tags."""
    found = CELL.findall(tutorial.read_text(encoding="utf-8"))
    return [re.sub(r"\A(?::.*\n)+", "", code) for code in found]


@pytest.mark.parametrize("tutorial", TUTORIALS, ids=lambda path: path.stem)
def test_a_tutorial_runs_from_its_first_cell_to_its_last(
    tutorial: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, Any] = {}
    code = cells(tutorial)
    assert len(code) > 5
    for cell in code:
        exec(compile(cell, str(tutorial), "exec"), names)  # noqa: S102
    assert capsys.readouterr().out


def test_there_are_two_tutorials_and_the_index_names_each() -> None:
    index = (TUTORIALS[0].parents[1] / "index.md").read_text(encoding="utf-8")
    assert [path.stem for path in TUTORIALS] == ["audit", "finding"]
    for path in TUTORIALS:
        assert f"tutorials/{path.stem}" in index
