from datetime import date
from pathlib import Path

import pytest

from policing_indicators.publication.draft import Draft
from policing_indicators.publication.rendering import markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations

FRAMEWORK = """
schema = 1
id = "own-plan"
name = "Our plan"

[[priorities]]
id = "lives"
name = "Save lives"
indicators = ["homicide"]

[[priorities]]
id = "trust"
name = "Earn trust"
indicators = ["trust", "survey"]

[[indicators]]
id = "homicide"
name = "Homicide | all"
unit = "count"
direction = "decrease"
denominator = "people"
noun = { one = "homicide", many = "homicides" }

[indicators.dispersion]
ratio = 1.1
areas = 43
earlier = "2023/24"
later = "2024/25"
source = "a table"

[[indicators]]
id = "trust"
name = "Trust"
unit = "percentage"
direction = "increase"

[[indicators]]
id = "survey"
name = "Survey"
unit = "percentage"
direction = "increase"
"""
FIGURES = """\
indicator,area,period,count,value,missing,as_at,source,note
homicide,kent,2024/25,12,,,2025-07-01,The table,
homicide,kent,2023/24,9,,,2025-07-01,The table,
trust,kent,2024/25,,61.5,,,,
survey,kent,2024/25,,,survey suspended,,,Until May.
"""
HEAD = """
schema = 1
title = "Our statement"
edition = "2024-25 Q4"
publisher = "an office"
area = "kent"
period = "2024/25"
framework = "plan.toml"
data = ["figures.csv"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.toml").write_text(FRAMEWORK)
    (tmp_path / "publication.toml").write_text(HEAD)
    (tmp_path / "figures.csv").write_text(FIGURES)
    return tmp_path


def stated(folder: Path, *lines: str) -> Statement:
    (folder / "publication.toml").write_text("\n".join([HEAD, *lines]))
    return Statement.of(Draft.read(folder), populations())


def test_a_statement_has_a_section_a_priority_and_a_passage_an_indicator(
    folder: Path,
) -> None:
    statement = stated(folder)
    assert [section.heading for section in statement.sections] == [
        "Save lives",
        "Earn trust",
    ]
    homicide, trust, survey = (
        passage for section in statement.sections for passage in section.passages
    )
    assert homicide.sentences[0].startswith("12 homicides were recorded in the Kent")
    assert trust.sentences[0].startswith("Trust was 61.5%")
    assert survey.sentences == (
        "There is no figure for 2024/25: survey suspended. Until May.",
    )


def test_only_counts_stand_in_the_table(folder: Path) -> None:
    statement = stated(folder)
    assert [len(section.rows) for section in statement.sections] == [1, 0]


def test_each_source_is_cited_with_its_vintage_and_what_it_gave(folder: Path) -> None:
    named, unnamed = stated(folder).citations
    assert named.source == "The table"
    assert named.as_at == date(2025, 7, 1)
    assert named.indicators == ("Homicide | all",)
    assert (unnamed.source, unnamed.as_at) == ("", None)


def test_a_priority_that_does_not_apply_prints_its_reason_and_no_figure(
    folder: Path,
) -> None:
    statement = stated(
        folder,
        '[[priorities]]\nid = "lives"\napplies = false\nreason = "Not ours."',
        '[[priorities]]\nid = "trust"\nreason = "It is."\nnarrative = "*We asked.*"',
    )
    assert statement.sections[0].passages == ()
    page = markdown(statement)
    assert "This priority does not apply to Kent: Not ours." in page
    assert "12 homicides" not in page
    assert "## 2. Earn trust\n\nIt is.\n\n*We asked.*\n" in page


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("either", "where either count is under 10."),
        ("earlier", "where the earlier count is under 10."),
    ],
)
def test_the_notes_say_which_small_base_rule_was_in_force(
    folder: Path, rule: str, told: str
) -> None:
    small_base = f'[small_base]\nthreshold = 10\ndecided_by = "{rule}"'
    assert any(told in note for note in stated(folder, small_base).notes)


def test_the_notes_name_the_population_and_what_was_tested(folder: Path) -> None:
    notes = " ".join(stated(folder).notes)
    assert "The mid-2024 population (people) is 1," in notes
    assert "Homicide | all, by the exact conditional test of two counts" in notes


def test_the_notes_say_where_nothing_was_tested_or_rated(folder: Path) -> None:
    (folder / "figures.csv").write_text(
        "indicator,area,period,value\ntrust,kent,2024/25,61.5\n"
    )
    notes = " ".join(stated(folder).notes)
    assert "that is none of the figures here" in notes
    assert "Garwood" not in notes


def test_a_published_day_and_an_introduction_stand_at_the_head(folder: Path) -> None:
    page = markdown(stated(folder, "published = 2025-08-01", 'about = "Read on."'))
    head, _, rest = page.partition("\n\n## ")
    assert "Published by an office, 2025-08-01." in head
    assert "Read on." in head
    assert rest.startswith("1. Save lives")


def test_a_bar_in_a_name_does_not_break_the_table(folder: Path) -> None:
    page = markdown(stated(folder))
    (row,) = (line for line in page.splitlines() if line.startswith("| Homicide"))
    assert row.startswith("| Homicide \\| all | 2024/25 | 12 |")
    header = next(line for line in page.splitlines() if line.startswith("| Indicator"))
    assert row.replace("\\|", "").count("|") == header.count("|")


def test_a_page_has_no_blank_lines_in_a_row_and_ends_with_one_line_end(
    folder: Path,
) -> None:
    page = markdown(stated(folder))
    assert "\n\n\n" not in page
    assert page.endswith(".\n")


def test_equal_drafts_make_equal_pages(folder: Path) -> None:
    assert markdown(stated(folder)) == markdown(stated(folder))
