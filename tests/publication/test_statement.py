from pathlib import Path

import pytest
from attrs import evolve
from tests.publication.small import PUBLICATION, write_publication

from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.rendering import html, markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.period import Period

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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_publication(tmp_path, framework=FRAMEWORK, figures=FIGURES)


def stated(folder: Path, *lines: str) -> Statement:
    (folder / "publication.toml").write_text("\n".join([PUBLICATION, *lines]))
    return Statement.of(Draft.read(folder), populations())


def test_a_statement_has_a_section_a_priority_and_a_passage_an_indicator(
    folder: Path,
) -> None:
    statement = stated(folder)
    assert [section.heading for section in statement.sections] == [
        "Save lives",
        "Earn trust",
    ]
    homicide, trust = (
        passage for section in statement.sections for passage in section.passages
    )
    (survey,) = statement.sections[1].without
    assert homicide.paragraphs[0].startswith("12 homicides were recorded in the Kent")
    assert trust.paragraphs[0].startswith("Trust was 61.5%")
    assert survey.paragraphs == (
        "The survey was suspended, so there is no figure for 2024/25. Until May.",
    )


def test_counts_and_percentages_stand_in_a_table_each(folder: Path) -> None:
    lives, trust = stated(folder).sections
    (numbers,), (percentages,) = lives.tables, trust.tables
    assert numbers.caption == "The numbers"
    assert numbers.rows[0][:6] == (
        "Homicide | all",
        "2024/25",
        "12",
        "9",
        "+3",
        "[u]",
    )
    assert percentages.caption == "The percentages"
    assert percentages.rows == (("Trust", "2024/25", "61.5%", "[x]", "[x]"),)


def test_each_source_is_cited_with_its_vintage_and_what_it_gave(folder: Path) -> None:
    named, unnamed = stated(folder).citations
    assert named.source == "The table"
    assert named.as_at == "1 July 2025"
    assert named.indicators == ("Homicide | all",)
    assert (unnamed.source, unnamed.as_at) == ("", "")


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
    assert "This priority does not apply here. Not ours." in page
    assert "12 homicides" not in page
    assert "## 2. Earn trust\n\nIt is.\n\n*We asked.*\n" in page


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("either", "where either number is under 10."),
        ("earlier", "where the earlier number is under 10."),
    ],
)
def test_the_notes_say_which_small_base_rule_was_in_force(
    folder: Path, rule: str, told: str
) -> None:
    small_base = f'[small_base]\nthreshold = 10\ndecided_by = "{rule}"'
    assert any(told in note for note in stated(folder, small_base).notes)


def test_the_notes_name_the_population_and_what_was_tested(folder: Path) -> None:
    notes = " ".join(stated(folder).notes)
    assert "The mid-2024 population of 1," in notes
    assert "only for homicides, by the exact conditional test of two counts" in notes


def test_the_notes_say_where_nothing_was_tested_or_rated(folder: Path) -> None:
    (folder / "figures.csv").write_text(
        "indicator,area,period,value\ntrust,kent,2024/25,61.5\n"
    )
    notes = " ".join(stated(folder).notes)
    assert "For the figures here, the data that were used cannot say" in notes
    assert "Garwood" not in notes


def test_a_published_day_and_an_introduction_stand_at_the_head(folder: Path) -> None:
    page = markdown(stated(folder, "published = 2025-08-01", 'about = "Read on."'))
    head, _, rest = page.partition("\n\n## ")
    assert "Published by an office, 1 August 2025." in head
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


def test_a_comparison_is_cited_with_the_source_of_its_earlier_figure(
    folder: Path,
) -> None:
    figures = (folder / "figures.csv").read_text()
    (folder / "figures.csv").write_text(
        figures.replace("9,,,2025-07-01,The table", "9,,,2025-07-01,Another table")
    )
    sources = {each.source: each.indicators for each in stated(folder).citations}
    assert sources["Another table"] == ("Homicide | all",)


def test_so_is_the_comparison_with_three_years_before(folder: Path) -> None:
    (folder / "figures.csv").write_text(
        f"{FIGURES}homicide,kent,2021/22,15,,,2025-07-01,An older table,\n"
    )
    sources = {each.source: each.indicators for each in stated(folder).citations}
    assert sources["An older table"] == ("Homicide | all",)


def test_the_framework_that_names_a_baseline_is_named_in_the_notes(
    folder: Path,
) -> None:
    words = "The baseline year of an indicator is the one that the framework in use"
    assert words not in markdown(stated(folder))
    (folder / "plan.toml").write_text(
        FRAMEWORK.replace(
            'noun = { one = "homicide"',
            'baseline = "year ending June 2019"\nnoun = { one = "homicide"',
        )
    )
    (folder / "figures.csv").write_text(
        f"{FIGURES}homicide,kent,year ending June 2019,60,,,2025-07-01,The table,\n"
    )
    assert f"{words} names: Our plan." in markdown(stated(folder))


def test_without_a_single_figure_a_page_says_that_it_has_no_source(
    folder: Path,
) -> None:
    (folder / "figures.csv").write_text(
        "indicator,area,period,missing\nsurvey,kent,2024/25,excluded\n"
    )
    page = markdown(stated(folder))
    assert "There is no figure, and so no source." in page
    assert "**Homicide | all.** No figure is available for 2024/25." in page


def test_what_an_indicator_counts_is_printed_where_it_is_stated(folder: Path) -> None:
    defined = FRAMEWORK.replace(
        "[indicators.dispersion]",
        '[indicators.definition]\ntext = "All deaths."\n\n[indicators.dispersion]',
    )
    (folder / "plan.toml").write_text(defined)
    assert "- **Homicide | all.** All deaths." in markdown(stated(folder))


def test_a_rule_without_a_threshold_is_not_spoken_of(folder: Path) -> None:
    notes = " ".join(stated(folder, "[small_base]\nthreshold = 0").notes)
    assert "No percentage is given" not in notes


def test_the_rule_of_the_national_tables_is_cited_and_another_is_not(
    folder: Path,
) -> None:
    national = " ".join(stated(folder).notes)
    own = " ".join(stated(folder, "[small_base]\nthreshold = 20").notes)
    assert "Office for National Statistics; it is not a statistical test" in national
    assert "a rule of publication and not a statistical test" in own


def test_the_limits_of_percentages_have_their_sources_in_the_notes(
    folder: Path,
) -> None:
    (folder / "figures.csv").write_text(
        "indicator,area,period,count,denominator\ntrust,kent,2024/25,56,70\n"
    )
    notes = " ".join(stated(folder).notes)
    assert "Wilson" in notes
    assert "Newcombe" in notes


def test_the_number_of_households_is_named_with_its_source(folder: Path) -> None:
    by_household = FRAMEWORK.replace(
        'denominator = "people"', 'denominator = "households"'
    )
    (folder / "plan.toml").write_text(by_household)
    notes = " ".join(stated(folder).notes)
    assert "The mid-2021 number of households, 7" in notes


def test_equal_drafts_make_equal_pages(folder: Path) -> None:
    assert markdown(stated(folder)) == markdown(stated(folder))


TARGET = """
[[targets]]
id = "few"
indicator = "homicide"
due = "2024/25"
goal = { kind = "at most", value = 10 }
promised_by = "the <commissioner>"
source = "an invented plan"
"""


def test_what_became_of_a_target_stands_with_its_priority_and_in_one_table(
    folder: Path,
) -> None:
    statement = stated(folder, TARGET)
    lives, trust = statement.sections
    ((passage, table),) = zip(lives.targets, statement.targets, strict=True)
    assert passage.heading == "Homicide | all"
    assert "The target is not met" in passage.paragraphs[0]
    assert table.rows == (
        (
            "Homicide | all",
            "2024/25",
            "at most 10 homicides",
            "the <commissioner>",
            "not met",
        ),
    )
    assert trust.targets == ()
    for page in (markdown(statement), html(statement)):
        assert "Every target" in page
        assert "not met" in page


def test_where_nothing_was_promised_nothing_is_said_of_targets(folder: Path) -> None:
    statement = stated(folder)
    assert statement.targets == ()
    assert "arget" not in markdown(statement)


def test_a_target_of_what_is_not_printed_stands_in_the_table_all_the_same(
    folder: Path,
) -> None:
    elsewhere = (
        '[[priorities]]\nid = "lives"\napplies = false\nreason = "Not ours."',
        '[[priorities]]\nid = "trust"',
    )
    statement = stated(folder, *elsewhere, TARGET)
    assert [section.targets for section in statement.sections] == [(), ()]
    (table,) = statement.targets
    ((*_, promised_by, verdict),) = table.rows
    assert (promised_by, verdict) == ("the <commissioner>", "not met")


def test_a_baseline_has_its_own_rows_with_its_period(folder: Path) -> None:
    (folder / "plan.toml").write_text(
        FRAMEWORK.replace(
            'noun = { one = "homicide"',
            'baseline = "year ending June 2019"\nnoun = { one = "homicide"',
        )
    )
    (folder / "figures.csv").write_text(
        f"{FIGURES}homicide,kent,year ending June 2019,60,,,2025-07-01,The table,\n"
    )
    _, since = stated(folder).sections[0].tables
    assert since.caption == "The numbers compared with earlier years"
    assert since.rows == (
        (
            "Homicide | all",
            "year ending June 2019",
            "60",
            "\N{MINUS SIGN}48",
            "[u]",
        ),
    )


def test_a_baseline_that_is_not_held_is_said_to_be_missing_in_its_row(
    folder: Path,
) -> None:
    (folder / "plan.toml").write_text(
        FRAMEWORK.replace(
            'direction = "increase"',
            'direction = "increase"\nbaseline = "year ending June 2019"',
        )
    )
    _, since = stated(folder).sections[1].tables
    assert since.caption == "The percentages compared with earlier years"
    assert since.rows == (("Trust", "year ending June 2019", "[x]", "[x]"),)


def test_a_figure_that_is_missing_has_no_source_to_cite() -> None:
    draft = Draft.read(Path(str(example())))
    robbery, *others = draft.publication.targets
    due = Period.financial_year(2022)
    past = evolve(robbery, due=due, baseline=due.year_before)
    promised = evolve(draft.publication, targets=(past, *others))
    statement = Statement.of(evolve(draft, publication=promised), populations())
    assert all(citation.source for citation in statement.citations)
