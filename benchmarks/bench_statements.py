"""Statements of every force from one reading of the Home Office's table."""

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import evolve

from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from policing_indicators.publication.area_drafts import AreaDrafts
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import copy_example, example
from policing_indicators.publication.rendering import markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.tables import home_office, tidy
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

SOME = 10
PERIODS = [
    Period.year_ending(2019, 6),
    *(Period.financial_year(year) for year in (2021, 2023, 2024)),
]


@pytest.fixture(scope="module")
def drafts(recorded_crime: Path) -> list[Draft]:
    """Give a draft of each force, all from one reading of the table."""
    rows: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in home_office.read(recorded_crime, periods=PERIODS).observations:
        rows[row.area].append(row)
    starter = Draft.read(Path(str(example())))
    publication = evolve(starter.publication, periods={}, targets=())
    return [
        evolve(
            starter,
            area=areas().find(force),
            publication=evolve(publication, area=force),
            periods={},
            observations=tuple(own),
        )
        for force, own in rows.items()
        if force != "british-transport-police"
    ]


@pytest.fixture(scope="module")
def area_drafts(
    recorded_crime: Path, tmp_path_factory: pytest.TempPathFactory
) -> AreaDrafts:
    """Give the drafts of all forces of one publication, whose table is of columns."""
    folder = tmp_path_factory.mktemp("publication") / "example"
    copy_example(folder)
    rows = home_office.read(recorded_crime, periods=PERIODS).observations
    tidy.write(folder / "figures.csv", rows)
    text = (folder / "publication.toml").read_text(encoding="utf-8")
    data = re.sub(r"(?m)^data = .*$", 'data = ["figures.csv"]', text)
    (folder / "publication.toml").write_text(data, encoding="utf-8")
    return AreaDrafts.read(folder)


def write_of_table(drafts: AreaDrafts, areas: Sequence[Area]) -> list[str]:
    held = populations()
    return [markdown(Statement.of(drafts.draft(area), held)) for area in areas]


def write(drafts: Sequence[Draft]) -> list[str]:
    held = populations()
    return [markdown(Statement.of(draft, held)) for draft in drafts]


def bench_statements_from_one_table(compare: Compare, area_drafts: AreaDrafts) -> None:
    areas = area_drafts.areas
    pages = write_of_table(area_drafts, areas)
    assert len(pages) == len(set(pages)) == 43  # noqa: PLR2004 - the forces with areas
    compare(
        f"statements of {len(areas)} forces from one table of columns, each beside all",
        lambda: write_of_table(area_drafts, areas),
        [
            Peer(
                f"those of {SOME} forces, as many times over as there are more forces",
                lambda: write_of_table(area_drafts, areas[:SOME]),
                aim="1 time as long: linear in forces",
                share=SOME / len(areas),
            )
        ],
        rounds=3,
    )


def bench_statements_of_every_force(compare: Compare, drafts: list[Draft]) -> None:
    pages = write(drafts)
    assert len(pages) == len(set(pages)) == 43  # noqa: PLR2004 - the forces with areas
    compare(
        f"statements of {len(drafts)} forces, from figures to pages",
        lambda: write(drafts),
        [
            Peer(
                f"those of {SOME} forces, as many times over as there are more forces",
                lambda: write(drafts[:SOME]),
                aim="1 time as long: linear in forces",
                share=SOME / len(drafts),
            )
        ],
    )
