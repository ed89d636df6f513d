"""Nothing that is published hangs on a count that is hidden."""

from pathlib import Path

import pytest
from tests.publication import small

from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import statement_json
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.tables import open_data

NATIONAL = small.PUBLICATION.replace("plan.toml", "national-priorities-2021")
PUBLICATION = f"""{NATIONAL}
[small_base]
threshold = 0

[disclosure]
smallest = 5

[[targets]]
id = "none"
indicator = "homicide"
due = "2024/25"
baseline = "2023/24"
goal = {{ kind = "percent change", reduction = 10 }}
promised_by = "an office"
source = "a plan"
"""
FIGURES = """\
indicator,area,period,count,as_at
homicide,kent,2024/25,{later},2026-04-01
homicide,kent,2023/24,{earlier},2026-04-01
homicide,kent,year ending June 2019,9,2026-04-01
"""


def published(folder: Path, *, earlier: int, later: int) -> tuple[str, ...]:
    small.write_publication(
        folder,
        figures=FIGURES.format(earlier=earlier, later=later),
        publication=PUBLICATION,
    )
    statement = Statement.of(Draft.read(folder), populations())
    figures = open_data.to_text(statement.figures)
    return markdown(statement), html(statement), statement_json(statement), figures


@pytest.mark.parametrize("hidden", [1, 3, 4])
def test_every_format_is_the_same_to_the_byte_whatever_a_hidden_count_is(
    tmp_path: Path, hidden: int
) -> None:
    assert published(tmp_path, earlier=8, later=hidden) == published(
        tmp_path, earlier=8, later=2
    )
    assert published(tmp_path, earlier=hidden, later=8) == published(
        tmp_path, earlier=2, later=8
    )


def test_a_count_that_is_not_hidden_is_published(tmp_path: Path) -> None:
    other = published(tmp_path, earlier=8, later=6)
    for one, another in zip(
        published(tmp_path, earlier=8, later=7), other, strict=True
    ):
        assert one != another
