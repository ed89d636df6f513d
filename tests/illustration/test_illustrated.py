"""Which pictures a statement has, and that they say what it says and no more."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from tests.publication import small
from tests.publication.page_faults import faults

from policing_indicators.illustration.illustrated import Illustrated
from policing_indicators.illustration.printed_assessment import printed_assessment
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.rendering import html
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.published_figure import Measure

EXAMPLE = Path(str(example()))

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 300_000
"""How heavy a page with charts may be, so that it opens on a slow line."""

KINDS = {
    "homicide": ["control-chart"],
    "violence-with-injury": ["control-chart", "changes", "funnel"],
    "drug-offences": ["control-chart", "changes", "funnel"],
    "drug-possession": ["control-chart"],
    "drug-trafficking": ["control-chart"],
    "neighbourhood-crime": ["control-chart", "changes", "funnel"],
    "residential-burglary": ["control-chart"],
    "personal-robbery": ["control-chart"],
    "vehicle-offences": ["control-chart"],
    "theft-from-the-person": ["control-chart"],
    "knife-crime": [],
    "gun-crime": [],
}
AREA = "west-midlands"


@pytest.fixture(scope="module")
def made() -> Illustrated:
    return Illustrated.of(Draft.read(EXAMPLE), populations())


@pytest.fixture(scope="module")
def page(made: Illustrated) -> str:
    return html(made.statement, figures=made.figures)


def test_the_statement_is_the_one_without_pictures(made: Illustrated) -> None:
    assert made.statement == Statement.of(Draft.read(EXAMPLE), populations())


def test_each_indicator_has_the_pictures_that_inform(made: Illustrated) -> None:
    drawn = {
        name: [each.id.removeprefix("figure-").split("-", 1)[1] for each in figures]
        for name, figures in made.figures.of.items()
    }
    assert drawn == KINDS
    assert [each.id for each in made.figures.head] == [
        "figure-headlines",
        "figure-changes",
    ]


def test_no_area_is_ranked_and_homicide_is_not_compared(made: Illustrated) -> None:
    text = " ".join(
        " ".join((each.title, each.subtitle, *each.columns))
        for each in made.figures.every
    )
    assert "highest of" not in text
    assert "Rank" not in text
    own = made.figures.of["homicide"][0]
    assert not {"Kent", "Essex", "Cleveland"} & {
        cell for row in own.rows for cell in row
    }


def test_the_page_has_no_fault_and_is_light(page: str) -> None:
    assert faults(page) == []
    assert len(page.encode()) < MOST_BYTES


def test_every_picture_names_and_describes_itself(made: Illustrated) -> None:
    for figure in made.figures.every:
        root = ET.fromstring(figure.svg)  # noqa: S314 - our own
        assert root.get("role") == "img"
        told = [root.findtext(f"{SVG}{tag}") for tag in ("title", "desc")]
        assert told[0] == figure.title
        assert told[1]
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert root.get("aria-labelledby") == " ".join(filter(None, ids))


def test_the_figures_behind_pictures_are_those_of_the_statement(
    made: Illustrated,
) -> None:
    printed = {
        (each.indicator, each.measure, str(each.period), str(each.compared_with)): (
            each.printed
        )
        for each in made.statement.figures
    }
    headlines, changes = made.figures.head
    names = {each.indicator: each.name for each in made.statement.figures}
    shown = {row[1].rsplit(", ", 1)[0]: row[2] for row in headlines.rows}
    moved = {row[0]: row[4] for row in changes.rows}
    for name in ("homicide", "violence-with-injury", "drug-offences"):
        count = printed[name, Measure.COUNT, "2024/25", "None"]
        change = printed[name, Measure.CHANGE_IN_NUMBER, "2024/25", "2023/24"]
        assert (shown[names[name]], moved[names[name]]) == (count, change)


def test_two_processes_give_the_same_bytes(page: str) -> None:
    code = (
        "import sys\n"
        "from policing_indicators import Draft, Illustrated, html, populations\n"
        "from policing_indicators.publication.example import example\n"
        "made = Illustrated.of(Draft.read(example()), populations())\n"
        "page = html(made.statement, figures=made.figures)\n"
        "sys.stdout.buffer.write(page.encode())\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ran.stdout.decode() == page


NATIONAL = small.PUBLICATION.replace("plan.toml", "national-priorities-2021")
HIDING = f"{NATIONAL}\n[disclosure]\nsmallest = 5\n"
FIGURES = """\
indicator,area,period,count,as_at
homicide,kent,2024/25,{now},2026-04-01
homicide,kent,2023/24,8,2026-04-01
homicide,kent,2021/22,9,2026-04-01
homicide,kent,year ending June 2019,9,2026-04-01
"""


def illustrated(folder: Path, now: int, publication: str = HIDING) -> Illustrated:
    figures = FIGURES.format(now=now)
    small.write_publication(folder, figures=figures, publication=publication)
    return Illustrated.of(Draft.read(folder), populations())


@pytest.mark.parametrize("hidden", [1, 3, 4])
def test_no_picture_hangs_on_a_count_that_is_hidden(
    tmp_path: Path, hidden: int
) -> None:
    assert illustrated(tmp_path, hidden) == illustrated(tmp_path, 2)


def test_a_count_that_is_not_hidden_is_drawn(tmp_path: Path) -> None:
    assert illustrated(tmp_path, 6).figures != illustrated(tmp_path, 7).figures


def test_where_no_chart_is_held_the_figures_of_years_are_drawn(tmp_path: Path) -> None:
    (drawn,) = illustrated(tmp_path, 7).figures.of["homicide"]
    assert drawn.id == "figure-1-trend"
    assert [row[1] for row in drawn.rows] == ["9", "9", "8", "7"]


def test_nothing_is_drawn_where_nothing_is_held(tmp_path: Path) -> None:
    figures = "indicator,area,period,missing\nhomicide,kent,2024/25,not available\n"
    small.write_publication(tmp_path, figures=figures, publication=NATIONAL)
    made = Illustrated.of(Draft.read(tmp_path), populations())
    assert made.figures.every == ()


def test_the_dashboard_has_the_titles_and_indicators_that_are_printed() -> None:
    draft = Draft.read(EXAMPLE)
    printed = printed_assessment(draft, draft.publishable(populations()))
    assert [each.name for each in printed.framework.priorities] == [
        each.entry.title or each.priority.name for each in draft.chapters
    ]
    assert {each.indicator.id for each in printed.indicators} == {
        indicator.id for each in draft.chapters for indicator in each.indicators
    }


def test_priorities_of_one_title_keep_their_official_names() -> None:
    draft = Draft.read(EXAMPLE)
    alike = tuple(
        evolve(each, entry=evolve(each.entry, title="One title"))
        for each in draft.chapters
    )
    printed = printed_assessment(
        evolve(draft, chapters=alike), draft.publishable(populations())
    )
    assert [each.name for each in printed.framework.priorities] == [
        each.priority.name for each in draft.chapters
    ]
