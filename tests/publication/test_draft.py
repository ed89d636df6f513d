import re
import sys
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as _pyarrow  # noqa: ICN001 # pyright: ignore[reportMissingTypeStubs]
import pyarrow.parquet as _parquet  # pyright: ignore[reportMissingTypeStubs]
import pytest
from tests.publication import small

from policing_indicators.errors import FileAccessError, InvalidContentError
from policing_indicators.publication.draft import Draft
from policing_indicators.vocabulary.period import Period

pa: Any = _pyarrow
pq: Any = _parquet
FRAMEWORK = """
schema = 1
id = "own-plan"
name = "Our plan"

[[priorities]]
id = "lives"
name = "Save lives"
indicators = ["homicide"]

[[priorities]]
id = "homes"
name = "Protect homes"
aliases = ["Safer homes"]
indicators = ["burglary", "homicide"]

[[indicators]]
id = "homicide"
name = "Homicide"
unit = "count"
direction = "decrease"

[[indicators]]
id = "burglary"
name = "Burglary"
unit = "count"
direction = "decrease"
aliases = ["house burglary"]
"""
LINE = re.compile(r"^line \d+: ")
PUBLICATION = small.PUBLICATION.replace('"kent"', '"E23000032"')
FIGURES = """\
indicator,area,period,count
homicide,kent,2024/25,12
house burglary,Kent,2024/25,4000
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small.write_publication(
        tmp_path, framework=FRAMEWORK, figures=FIGURES, publication=PUBLICATION
    )


def say(folder: Path, *lines: str, without: str = "nothing") -> None:
    kept = [line for line in PUBLICATION.splitlines() if not line.startswith(without)]
    (folder / "publication.toml").write_text("\n".join([*kept, *lines]))


def problems(folder: Path) -> dict[str, tuple[object, str]]:
    with pytest.raises(InvalidContentError) as caught:
        Draft.read(folder)
    assert caught.value.where.endswith("publication.toml")
    return {
        LINE.sub("", each.place): (each.value, each.allowed)
        for each in caught.value.problems
    }


def test_a_publication_is_read_with_all_that_it_names(folder: Path) -> None:
    draft = Draft.read(folder)
    assert draft.area.name == "Kent"
    assert draft.framework.id == "own-plan"
    assert [row.count for row in draft.observations] == [12, 4000]
    assert [each.priority.id for each in draft.chapters] == ["lives", "homes"]
    assert [each.id for each in draft.chapters[1].indicators] == [
        "burglary",
        "homicide",
    ]


def test_a_publication_is_named_by_its_folder_or_its_file(folder: Path) -> None:
    assert Draft.read(folder) == Draft.read(folder / "publication.toml")


def test_priorities_may_be_ordered_renamed_and_cut_to_some_indicators(
    folder: Path,
) -> None:
    say(
        folder,
        "[periods]",
        '"House burglary" = "2023/24"',
        "[[priorities]]",
        'id = "safer homes"',
        'title = "Homes first"',
        'indicators = ["house burglary"]',
        "[[priorities]]",
        'id = "lives"',
        "applies = false",
        'reason = "Another office has it."',
    )
    draft = Draft.read(folder)
    assert [each.priority.id for each in draft.chapters] == ["homes", "lives"]
    assert [each.id for each in draft.chapters[0].indicators] == ["burglary"]
    assert draft.periods == {"burglary": Period.financial_year(2023)}


def test_every_name_that_nothing_answers_to_is_said_at_once(folder: Path) -> None:
    say(
        folder,
        'area = "Knet"',
        "[periods]",
        'arson = "2024"',
        "[[priorities]]",
        'id = "lifes"',
        "[[priorities]]",
        'id = "homes"',
        'indicators = ["burglary", "burglray"]',
        without="area",
    )
    found = problems(folder)
    assert found["area"][0] == "Knet"
    assert found["area"][1].startswith("a known area, such as 'kent'")
    assert found["periods.arson"][0] == "arson"
    assert found["priorities[0].id"][0] == "lifes"
    assert "'lives'" in found["priorities[0].id"][1]
    assert found["priorities[1].indicators[1]"][0] == "burglray"
    assert len(found) == 4


def test_a_priority_without_an_entry_is_said(folder: Path) -> None:
    say(folder, '[[priorities]]\nid = "homes"')
    assert problems(folder) == {
        "priorities: lives": (
            None,
            "an entry for every priority; one may be said not to apply",
        )
    }


def test_an_entry_for_no_priority_may_be_meant_for_one_without_an_entry(
    folder: Path,
) -> None:
    say(folder, '[[priorities]]\nid = "homes"', '[[priorities]]\nid = "lifes"')
    assert list(problems(folder)) == ["priorities[1].id"]


def test_a_priority_stands_once(folder: Path) -> None:
    say(folder, *('[[priorities]]\nid = "lives"',) * 2, '[[priorities]]\nid = "homes"')
    assert problems(folder) == {"priorities[1].id": ("lives", "each priority once")}


def test_a_priority_that_does_not_apply_has_a_reason(folder: Path) -> None:
    say(folder, '[[priorities]]\nid = "lives"\napplies = false')
    assert "priorities[0].reason" in problems(folder)


def test_problems_in_the_data_are_said_with_their_file_and_line(folder: Path) -> None:
    (folder / "figures.csv").write_text(FIGURES + "homicide,kent,2025/27,12\n")
    say(folder, 'area = "Knet"', without="area")
    found = problems(folder)
    place = f"{folder / 'figures.csv'}: line 4, column period"
    assert found[place][0] == "2025/27"
    assert "area" in found


def test_of_a_table_that_was_not_read_it_is_not_said_what_it_holds(
    folder: Path,
) -> None:
    (folder / "figures.csv").write_text(FIGURES.replace("indicator", "what", 1))
    assert "area" not in problems(folder)


def test_a_data_file_that_is_not_there_is_said_at_its_place(folder: Path) -> None:
    (folder / "figures.csv").unlink()
    value, allowed = problems(folder)["data[0]"]
    assert value == str(folder / "figures.csv")
    assert "No such file" in allowed


@pytest.mark.parametrize("name", ["other.toml", "national-priorities-2O21"])
def test_a_framework_that_is_not_there_is_said_at_its_place(
    folder: Path, name: str
) -> None:
    say(folder, f'framework = "{name}"', without="framework")
    assert "framework" in problems(folder)


def test_problems_in_the_framework_are_said_with_its_file(folder: Path) -> None:
    (folder / "plan.toml").write_text(FRAMEWORK.replace('"count"', '"cout"', 1))
    place = f"{folder / 'plan.toml'}: line 20: indicators[0].unit"
    assert problems(folder)[place][0] == "cout"


def test_an_indicator_has_one_period_by_whatever_name(folder: Path) -> None:
    say(folder, "[periods]", 'burglary = "2023/24"', '"House burglary" = "2022/23"')
    assert problems(folder)["periods.House burglary"] == (
        "burglary",
        "each indicator once",
    )


def test_an_indicator_stands_once_under_a_priority(folder: Path) -> None:
    say(
        folder,
        '[[priorities]]\nid = "lives"',
        '[[priorities]]\nid = "homes"\nindicators = ["burglary", "house burglary"]',
    )
    assert list(problems(folder)) == ["priorities[1].indicators[1]"]


def test_a_publication_is_published_after_its_period(folder: Path) -> None:
    say(folder, "published = 2025-03-31")
    assert "ends on 2025-03-31" in problems(folder)["published"][1]


def test_a_figure_is_not_known_before_its_period_ends(folder: Path) -> None:
    (folder / "figures.csv").write_text(
        "indicator,area,period,count,status,as_at\n"
        "homicide,kent,2024/25,12,,2025-03-31\n"
        "homicide,kent,2025/26,12,forecast,2025-03-31\n"
    )
    place = f"{folder / 'figures.csv'}: line 2, column as_at"
    assert list(problems(folder)) == [place]


def test_an_area_of_which_the_data_hold_nothing_is_said(folder: Path) -> None:
    (folder / "figures.csv").write_text(FIGURES.replace("Kent", "essex"))
    say(folder, 'area = "wales"', without="area")
    assert problems(folder)["area"] == (
        "wales",
        "an area that the data hold: kent, essex",
    )


def test_a_period_of_which_the_data_hold_nothing_is_said(folder: Path) -> None:
    say(folder, 'period = "2030/31"', without="period")
    assert problems(folder)["period"] == (
        "2030/31",
        "a period that the data hold: 2024/25",
    )


def test_two_figures_for_one_place_are_said_with_their_sources(folder: Path) -> None:
    table = folder / "figures.csv"
    table.write_text(
        "indicator,area,period,count,source\n"
        "homicide,kent,2024/25,12,A\n"
        "homicide,kent,2024/25,13,B\n"
    )
    assert problems(folder) == {
        f"{table}: line 3": (
            "homicide in kent, 2024/25: 13 (B)",
            f"one figure of one vintage; {table}, line 2 has 12 (A)",
        )
    }


def test_two_figures_of_another_area_are_said_likewise(folder: Path) -> None:
    table = folder / "figures.csv"
    table.write_text(
        "indicator,area,period,count,source\n"
        "homicide,kent,2024/25,12,A\n"
        "homicide,essex,2024/25,12,A\n"
        "homicide,essex,2024/25,13,B\n"
    )
    assert problems(folder) == {
        f"{table}: line 4": (
            "homicide in essex, 2024/25: 13 (B)",
            f"one figure of one vintage; {table}, line 3 has 12 (A)",
        )
    }


def test_a_figure_without_a_vintage_beside_others_with_one_is_said(
    folder: Path,
) -> None:
    (folder / "figures.csv").write_text(
        "indicator,area,period,count,as_at\n"
        "homicide,kent,2024/25,12,\n"
        "homicide,kent,2023/24,13,2026-04-01\n"
    )
    assert list(problems(folder)) == [f"{folder / 'figures.csv'}: line 2, column as_at"]


def test_a_figure_is_not_of_a_day_after_the_statement(folder: Path) -> None:
    (folder / "figures.csv").write_text(
        "indicator,area,period,count,as_at\nhomicide,kent,2024/25,12,2026-04-01\n"
    )
    say(folder, "published = 2025-08-01")
    assert list(problems(folder)) == [f"{folder / 'figures.csv'}: line 2, column as_at"]


def test_a_folder_that_may_not_be_entered_is_an_access_error(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    def refuse(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(FileAccessError, match="Permission denied"):
        Draft.read(folder)


def test_a_priority_is_printed_with_an_indicator_or_more(folder: Path) -> None:
    say(folder, '[[priorities]]\nid = "lives"\nindicators = []')
    assert "priorities[0].indicators" in problems(folder)


def test_a_subset_is_not_larger_than_its_whole(folder: Path) -> None:
    (folder / "plan.toml").write_text(
        FRAMEWORK.replace(
            'aliases = ["house burglary"]',
            'aliases = ["house burglary"]\nsubset_of = "homicide"',
        )
    )
    place = f"{folder / 'figures.csv'}: line 3, column count"
    assert problems(folder) == {place: (4000, "at most the 12 of homicide")}


def test_a_subset_may_be_as_large_as_its_whole(folder: Path) -> None:
    (folder / "plan.toml").write_text(
        FRAMEWORK.replace(
            'aliases = ["house burglary"]',
            'aliases = ["house burglary"]\nsubset_of = "homicide"',
        )
    )
    (folder / "figures.csv").write_text(FIGURES.replace("4000", "12"))
    assert len(Draft.read(folder).observations) == 2


def test_a_publication_that_is_not_there_is_an_access_error(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match=r"publication\.toml: No such file"):
        Draft.read(tmp_path)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ('titel = "x"', "titel"),
        ("confidence = 95", "confidence"),
        ('period = "2011-12"', "period"),
        ('small_base = { threshold = "50" }', "small_base.threshold"),
        ('published = "June"', "published"),
        ('data = "figures.csv"', "data"),
    ],
)
def test_a_key_that_is_not_right_is_named(folder: Path, line: str, place: str) -> None:
    say(folder, line, without=line.partition(" ")[0])
    assert place in problems(folder)


def test_a_table_whose_reader_is_not_installed_is_named_with_the_other_problems(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "figures.parquet").write_bytes(b"PAR1")
    for reader in ("columns.arrow_columns", "parquet"):
        name = f"policing_indicators.tables.{reader}"
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delattr("policing_indicators.tables.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    lines = ('data = ["figures.csv", "figures.parquet"]', 'style = "welsh"')
    say(folder, *lines, without="data")
    found = problems(folder)
    assert set(found) == {"data[1]", "style"}


def test_a_table_of_a_database_is_named_with_its_schema(folder: Path) -> None:
    with duckdb.connect(str(folder / "figures.duckdb")) as connection:
        connection.execute("CREATE SCHEMA warehouse")
        connection.execute(
            "CREATE TABLE warehouse.figures AS SELECT 'homicide' AS indicator, "
            "'Kent' AS area, '2024/25' AS period, 12 AS count"
        )
    say(folder, 'data = ["figures.duckdb#warehouse.figures"]', without="data")
    (row,) = Draft.read(folder).observations
    assert row.count == 12
    say(folder, 'data = ["figures.duckdb#store.figures"]', without="data")
    place, (value, allowed) = problems(folder).popitem()
    assert (place, value) == ("data[0]", "store.figures")
    assert allowed == "a known table, such as 'warehouse.figures'"


def test_a_table_without_the_columns_or_rows_of_another_adds_to_it(
    folder: Path,
) -> None:
    columns = {"indicator": ["homicide"], "area": ["Kent"], "period": ["2023/24"]}
    cells = {name: pa.array(each) for name, each in columns.items()}
    table = pa.table(cells | {"count": pa.array([9])})
    pq.write_table(table, folder / "before.parquet")
    say(folder, 'data = ["figures.csv", "before.parquet"]', without="data")
    rows = Draft.read(folder).observations
    assert [row.count for row in rows if row.indicator == "homicide"] == [12, 9]
    (folder / "figures.csv").write_text(FIGURES.replace("4000", "many"))
    found = problems(folder)
    assert [place.partition(": ")[2] for place in found] == ["line 3, column count"]
