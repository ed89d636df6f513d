"""The next issue of a publication is the last one, moved on, its figures to come."""

import os
import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policing_indicators.errors import FileAccessError, InvalidValueError
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.exchange import read_statement, statement_json
from policing_indicators.publication.figures_workbook import figures_workbook
from policing_indicators.publication.next_issue import NextIssue
from policing_indicators.publication.readiness import Readiness
from policing_indicators.publication.rendering import markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.tables import tidy
from policing_indicators.tables.book_writing import BookFormat
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.period import Period
from policing_indicators.writing import write_folder

PUBLICATION = """\
# Ours. period = "2024/25"
schema = 1
title = "Our statement"
edition = 'Spring issue' # to be renamed
publisher = "an office"
published = 2025-06-01 # a Sunday
area = "kent"
period = "2024/25" # the financial year
framework = "plans/own.toml"
style = "house.toml"
data = [
  "one.csv", # last year's
  "tables/two.csv",
]

[periods]
knives = "2024"
"gun crime" = "year ending March 2025" # ONS

[[priorities]]
id = "lives"
narrative = \"""
period = "2024/25"
\"""

[[priorities]]
id = "trust"
applies = false
reason = "Later."

[[targets]]
id = "fewer"
indicator = "Homicides"
due = "2029/30"
baseline = "2018/19"
goal = { kind = "trajectory", to = { kind = "percent change", reduction = 50 } }
promised_by = "somebody"
source = "a plan"
"""
FRAMEWORK = """\
schema = 1
id = "own-plan"
name = "Our plan"

[[priorities]]
id = "lives"
name = "Save lives"
indicators = ["knife-crime", "gun-crime"]

[[priorities]]
id = "trust"
name = "Win trust"
indicators = ["satisfaction"]

[[indicators]]
id = "homicide"
name = "Homicide"
aliases = ["homicides"]
unit = "count"
direction = "decrease"

[[indicators]]
id = "knife-crime"
name = "Knives"
unit = "count"
direction = "decrease"
baseline = "year ending June 2019"
valid_from = 2019-04-01

[[indicators]]
id = "gun-crime"
name = "Gun crime"
unit = "count"
direction = "decrease"
valid_from = 2023-04-01

[[indicators]]
id = "satisfaction"
name = "Satisfaction"
unit = "percentage"
direction = "increase"
"""
FIGURES = "indicator,area,period,count\nknife-crime,kent,2024,12\n"
YEAR = Period.financial_year(2025)


next_issue = partial(NextIssue.of, populations=populations())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "2024-25"
    write_folder(
        folder,
        {
            "publication.toml": PUBLICATION.encode(),
            "plans/own.toml": FRAMEWORK.encode(),
            "house.toml": b"schema = 1\n",
            "one.csv": FIGURES.encode(),
            "tables/two.csv": FIGURES.replace("2024", "2023").encode(),
        },
    )
    return folder


def rolled(folder: Path, period: Period, edition: str | None = None) -> Path:
    """Write the next issue beside the last, and give its folder."""
    new = folder.parent / "next"
    draft = Draft.read(folder)
    issue = next_issue(draft, period, folder=new, edition=edition)
    write_folder(new, issue.files)
    assert Draft.read(new).publication == issue.publication
    return new


def test_only_what_moves_on_is_changed_in_the_text(folder: Path) -> None:
    new = rolled(folder, YEAR, "Summer issue")
    expected = PUBLICATION
    for old, moved_on in (
        ("'Spring issue' #", '"Summer issue" #'),
        ("published =", "# published ="),
        ('\nperiod = "2024/25" #', '\nperiod = "2025/26" #'),
        (
            "# to be renamed\n",
            '# to be renamed\nprevious = "previous.json"\n',
        ),
        ('knives = "2024"', 'knives = "2025"'),
        ('"year ending March 2025" # ONS', '"year ending March 2026" # ONS'),
        (
            '[\n  "one.csv", # last year\'s\n  "tables/two.csv",\n]',
            '["figures.csv"]',
        ),
    ):
        assert expected.count(old) == 1
        expected = expected.replace(old, moved_on)
    assert (new / "publication.toml").read_text() == expected


def test_what_the_office_decided_is_carried_and_the_rest_moves_on(
    folder: Path,
) -> None:
    before = Draft.read(folder)
    after = Draft.read(rolled(folder, YEAR))
    assert after.publication == evolve(
        before.publication,
        edition="2025/26",
        published=None,
        period=YEAR,
        periods={
            "knives": Period.calendar_year(2025),
            "gun crime": Period.year_ending(2026, 3),
        },
        data=["figures.csv"],
        previous="previous.json",
    )
    assert after.framework == before.framework


def test_the_figures_to_come_are_those_that_are_printed_or_promised(
    folder: Path,
) -> None:
    rows = Draft.read(rolled(folder, YEAR)).observations
    assert {row.missing for row in rows} == {MissingReason.NOT_YET_PUBLISHED}
    assert {row.area for row in rows} == {"kent"}
    assert [(row.indicator, str(row.period)) for row in rows] == [
        ("knife-crime", "2022"),
        ("knife-crime", "2024"),
        ("knife-crime", "2025"),
        ("gun-crime", "year ending March 2025"),
        ("gun-crime", "year ending March 2026"),
        ("homicide", "2018/19"),
        ("homicide", "2022/23"),
        ("homicide", "2024/25"),
        ("homicide", "2025/26"),
    ]


COMPARED = """
[[groups]]
id = "near"
name = "the neighbours"
areas = ["essex", "kent", "surrey"]
source = "a plan"
"""


def promised(due: str, than: str) -> str:
    return f"""
[[targets]]
id = "due-{due.replace("/", "-")}"
indicator = "satisfaction"
quantity = "percentage"
due = "{due}"
goal = {{ kind = "no worse than", {than} }}
promised_by = "somebody"
source = "a plan"
"""


@pytest.mark.parametrize(
    ("than", "areas"),
    [
        ('than = "group", of = "near", average = "pooled"', ["essex", "surrey"]),
        ('than = "area", of = "essex"', ["essex"]),
        ('than = "year before"', []),
    ],
)
def test_what_decides_a_target_once_it_is_due_is_to_come_as_well(
    folder: Path, than: str, areas: list[str]
) -> None:
    targets = promised("2021/22", than) + promised("2030/31", than)
    text = PUBLICATION + COMPARED + targets
    (folder / "publication.toml").write_text(text)
    rows = Draft.read(rolled(folder, YEAR)).observations
    found = [
        (row.area, str(row.period)) for row in rows if row.indicator == "satisfaction"
    ]
    assert found == [
        ("kent", "2020/21"),
        ("kent", "2021/22"),
        ("kent", "2022/23"),
        ("kent", "2024/25"),
        ("kent", "2025/26"),
        *((area, "2021/22") for area in areas),
    ]


def test_where_nothing_is_printed_every_indicator_is_to_come(folder: Path) -> None:
    text = PUBLICATION.partition("[[targets]]")[0].replace(
        'id = "lives"', 'id = "lives"\napplies = false\nreason = "Later."'
    )
    (folder / "publication.toml").write_text(text)
    rows = Draft.read(rolled(folder, YEAR)).observations
    assert {row.indicator for row in rows} == {
        "homicide",
        "knife-crime",
        "gun-crime",
        "satisfaction",
    }


def test_the_next_issue_is_valid_lists_its_gaps_and_makes_a_statement(
    folder: Path,
) -> None:
    draft = Draft.read(rolled(folder, YEAR))
    listed = str(Readiness.of(draft, populations()))
    assert "No figure (2 of 2 indicators):" in listed
    assert "  knife-crime, 2025: not yet published\n" in listed
    page = markdown(Statement.of(draft, populations()))
    assert "not yet published" in page


def test_the_last_statement_goes_with_it_and_its_figures_are_held_against_the_new(
    folder: Path,
) -> None:
    last = Statement.of(Draft.read(folder), populations())
    new = rolled(folder, YEAR)
    assert read_statement(new / "previous.json") == last
    text = (new / "figures.csv").read_text()
    row = "knife-crime,kent,2024,{count},,,{missing},,,,\n"
    (new / "figures.csv").write_text(
        text.replace(
            row.format(count="", missing="not yet published"),
            row.format(count=13, missing=""),
        )
    )
    draft = Draft.read(new)
    assert draft.previous is not None
    assert draft.previous.edition == "Spring issue"
    assert new / "previous.json" in draft.files
    (found,) = draft.assess(populations()).restatements
    assert found.before.value == 12
    assert found.now == 13


def test_the_last_statement_takes_the_place_of_the_one_before(folder: Path) -> None:
    for name in ("previous.json", "spring.json"):
        text = PUBLICATION.replace("area =", f'previous = "{name}" # the last\narea =')
        (folder / "publication.toml").write_text(text)
        statement = Statement.of(draft_of(PUBLICATION, folder), populations())
        (folder / name).write_text(statement_json(statement))
        (folder / "publication.toml").write_text(text)
        issue = next_issue(Draft.read(folder), YEAR, folder=folder.parent / "next")
        written = issue.files["publication.toml"].decode()
        assert 'previous = "previous.json" # the last\n' in written


def draft_of(text: str, folder: Path) -> Draft:
    (folder / "publication.toml").write_text(text)
    return Draft.read(folder)


def test_figures_in_a_workbook_are_to_be_put_into_a_workbook_again(
    folder: Path,
) -> None:
    in_text = next_issue(Draft.read(folder), YEAR, folder=folder.parent / "text")
    assert in_text.publication.data == ("figures.csv",)
    expected = tidy.parse(in_text.files["figures.csv"].decode())
    draft = Draft.read(folder)
    for form, name in ((BookFormat.XLSX, "two.workbook"), (BookFormat.ODS, "two.ods")):
        book = figures_workbook(draft.observations[1:], draft.framework, areas(), form)
        (folder / "tables" / name).write_bytes(book)
        text = PUBLICATION.replace("two.csv", name)
        (folder / "publication.toml").write_text(text)
        new = rolled(folder, YEAR)
        figures = f"figures.{form.value}"
        assert Draft.read(new).publication.data == (figures,)
        assert not (new / "figures.csv").exists()
        assert tidy.read(new / figures) == expected
        assert "[" + f'"{figures}"' + "]" in (new / "publication.toml").read_text()
        shutil.rmtree(new)


def test_an_issue_can_be_rolled_on_again(folder: Path) -> None:
    first = rolled(folder, YEAR)
    draft = Draft.read(first)
    period = Period.financial_year(2026)
    again = next_issue(draft, period, folder=folder.parent / "2026-27")
    assert again.publication.periods["knives"] == Period.calendar_year(2026)
    assert again.files["publication.toml"].count(b"# published = 2025-06-01") == 1


def test_files_in_the_folder_are_copied_and_those_outside_are_named_from_the_new_one(
    folder: Path,
) -> None:
    shared = folder.parent / "shared.toml"
    shared.write_text(FRAMEWORK)
    absolute = folder.parent / "house.toml"
    (folder / "house.toml").rename(absolute)
    text = PUBLICATION.replace("plans/own.toml", "../shared.toml")
    text = text.replace('"house.toml"', f'"{absolute}"')
    (folder / "publication.toml").write_text(text)
    new = folder.parent / "later" / "still"
    issue = next_issue(Draft.read(folder), YEAR, folder=new)
    assert sorted(issue.files) == ["figures.csv", "previous.json", "publication.toml"]
    assert issue.publication.framework == "../../shared.toml"
    assert issue.publication.style == str(absolute)
    write_folder(new, issue.files)
    assert Draft.read(new).framework.id == "own-plan"


def test_files_of_the_folder_keep_their_place_in_it(folder: Path) -> None:
    new = rolled(folder, YEAR)
    found = sorted(
        str(Path(root, name).relative_to(new))
        for root, _, names in os.walk(new)
        for name in names
    )
    assert found == [
        "figures.csv",
        "house.toml",
        "plans/own.toml",
        "previous.json",
        "publication.toml",
    ]


def test_what_ships_is_named_as_it_was(folder: Path) -> None:
    text = PUBLICATION.replace("plans/own.toml", "national-priorities-2021")
    text = text.replace("house.toml", "english").partition("[[priorities]]")[0]
    (folder / "publication.toml").write_text(text.replace("knives", "knife-crime"))
    issue = next_issue(Draft.read(folder), YEAR, folder=folder.parent / "next")
    assert sorted(issue.files) == ["figures.csv", "previous.json", "publication.toml"]


def of_period(folder: Path, period: str) -> Draft:
    text = PUBLICATION.replace('period = "2024/25" #', f'period = "{period}" #')
    (folder / "publication.toml").write_text(text.replace("2025-06-01", "2030-06-01"))
    (folder / "one.csv").write_text(FIGURES + f"homicide,kent,{period},9\n")
    return Draft.read(folder)


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        ("2024/25", "2025/26 Q1", "one of 12 months, as 2024/25 is"),
        ("2024/25", "2024/25", "one after 2024/25"),
        ("2024/25", "year ending March 2025", "one after 2024/25"),
        ("2024/25", "2023/24", "one after 2024/25"),
        (
            "January to June 2025",
            "April to September 2025",
            "does not overlap January to June 2025: only rolling years may",
        ),
    ],
)
def test_a_period_that_does_not_follow_is_refused(
    folder: Path, old: str, new: str, allowed: str
) -> None:
    draft = of_period(folder, old)
    with pytest.raises(InvalidValueError) as caught:
        next_issue(draft, Period.parse(new), folder=folder.parent / "next")
    assert allowed in caught.value.allowed


@pytest.mark.parametrize(
    ("old", "new", "knives"),
    [
        ("2024/25 Q4", "2025/26 Q1", "2024/25"),
        ("2024/25", "2025/26", "2025"),
        ("year ending December 2024", "year ending March 2025", "2024/25"),
        ("year ending December 2024", "year ending June 2025", "year ending June 2025"),
        ("2024/25", "2026/27", "2026"),
        ("March 2025", "June 2025", "2024/25"),
    ],
)
def test_periods_move_on_by_as_many_months_as_the_period_does(
    folder: Path, old: str, new: str, knives: str
) -> None:
    draft = of_period(folder, old)
    issue = next_issue(draft, Period.parse(new), folder=folder.parent / "next")
    assert str(issue.publication.periods["knives"]) == knives


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 24), st.sampled_from([1, 3, 6, 12]), st.integers(1, 5))
def test_every_period_keeps_its_length_and_its_distance(
    folder: Path, start: int, months: int, steps: int
) -> None:
    old = Period(date(2023 + start // 12, start % 12 + 1, 1), months)
    new = old
    for _ in range(steps):
        new = following(new)
    draft = of_period(folder, str(old))
    issue = next_issue(draft, new, folder=folder.parent / "next")
    moved = issue.publication.periods
    for name, period in draft.publication.periods.items():
        assert moved[name].months == period.months
        assert months_between(period, moved[name]) == months_between(old, new)


def following(period: Period) -> Period:
    months = period.start.year * 12 + period.start.month - 1 + period.months
    start = period.start.replace(year=months // 12, month=months % 12 + 1)
    return Period(start, period.months)


def months_between(one: Period, other: Period) -> int:
    return 12 * (other.start.year - one.start.year) + (
        other.start.month - one.start.month
    )


def test_an_edition_is_a_line_of_text(folder: Path) -> None:
    with pytest.raises(InvalidValueError, match="one line of text"):
        next_issue(Draft.read(folder), YEAR, folder=folder, edition="two\nlines")


def test_a_file_that_is_gone_since_is_an_access_error(folder: Path) -> None:
    draft = Draft.read(folder)
    (folder / "plans" / "own.toml").unlink()
    with pytest.raises(FileAccessError, match=r"own\.toml: No such file"):
        next_issue(draft, YEAR, folder=folder.parent / "next")
