"""``policing-indicators figures`` and ``revisions``: out of the official files."""

import sys
from pathlib import Path

import pytest
from tests.tables.ons_tables import book, saved

from policing_indicators.cli.main import BAD_INPUT, DONE, main
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.not_held import not_held
from policing_indicators.registry.shelf import file
from policing_indicators.tables import tidy

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
HEADER = (
    "Financial Year,Financial Quarter,Force Name,Offence Group,Offence Subgroup,"
    "Offence Code,Number of Offences"
)
HOMICIDE = "West Midlands,Violence against the person,Homicide,1"


def of_home_office(folder: Path) -> Path:
    quarters = [f"2024/25,{quarter},{HOMICIDE},{quarter}" for quarter in (1, 2, 3, 4)]
    path = folder / "offences.csv"
    path.write_text("\n".join([HEADER, *quarters]), encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str], *words: str | Path) -> list[str]:
    assert main(["figures", "--area", "west-midlands", *map(str, words)]) == DONE
    return capsys.readouterr().out.splitlines()


def refused(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    assert main(["figures", *map(str, words)]) == BAD_INPUT
    return capsys.readouterr().err


def test_the_figures_of_both_publishers_stand_in_one_table(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = printed(
        capsys,
        "--home-office",
        of_home_office(tmp_path),
        "--home-office-as-at",
        "2026-04-01",
        "--periods",
        "2024/25",
        "--ons",
        saved(tmp_path, book()),
        "--ons-periods",
        "2024",
    )
    rows = tidy.parse("\n".join(lines))
    assert [(row.indicator, row.count) for row in rows if row.count is not None] == [
        ("homicide", 10),
        ("knife-crime", 4664),
        ("gun-crime", 468),
    ]
    assert rows[0].source.endswith("police force areas, April 2026")
    missing = [row for row in rows if row.indicator == "victim-satisfaction"]
    assert missing[0].note == not_held()["victim-satisfaction"]
    assert {str(row.period) for row in rows if row.missing} == {"2024/25"}


def test_one_publisher_s_figures_are_enough(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    recorded = printed(capsys, "--home-office", of_home_office(tmp_path))
    assert [line.split(",")[2] for line in recorded if line.startswith("hom")] == [
        "2024/25 Q1",
        "2024/25 Q2",
        "2024/25 Q3",
        "2024/25 Q4",
        "2024/25",
    ]
    both = printed(capsys, "--ons", saved(tmp_path, book()))
    assert [line.split(",")[0] for line in both[1:]] == [
        "homicide",
        "knife-crime",
        "knife-crime",
        "gun-crime",
        "gun-crime",
    ]


def test_the_table_is_written_where_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    output = tmp_path / "figures.csv"
    words: list[str | Path] = [
        "--home-office",
        of_home_office(tmp_path),
        "--output",
        output,
    ]
    assert not printed(capsys, *words)
    assert len(tidy.read(output)) == 5


def test_the_table_is_not_written_over_what_it_is_taken_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = of_home_office(tmp_path)
    before = table.read_bytes()
    said = refused(
        capsys, "--area", "west-midlands", "--home-office", table, "--output", table
    )
    assert "the figures are taken from this file" in said
    assert table.read_bytes() == before


def test_a_framework_of_one_s_own_says_which_figures_are_taken(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    shipped = file("frameworks/national-priorities-2021.toml")
    own.write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    words: list[str | Path] = [
        "--home-office",
        of_home_office(tmp_path),
        "--framework",
        own,
    ]
    assert len(printed(capsys, *words)) == 6


def test_what_is_wrong_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = of_home_office(tmp_path)
    none = refused(capsys, "--area", "Kent")
    assert "--home-office FILE, --ons FILE, or both" in none
    unknown = refused(capsys, "--area", "Knet", "--home-office", table)
    assert "such as 'kent'" in unknown
    words: list[str | Path] = [
        "--area",
        "Kent",
        "--home-office",
        table,
        "--periods",
        "2011-12",
    ]
    assert "reads two ways" in refused(capsys, *words)
    with pytest.raises(SystemExit):
        main(["figures", "--area", "Kent", "--ons-as-at", "1 April"])
    assert "'1 April' is no day" in capsys.readouterr().err


def test_what_is_not_held_is_of_the_framework() -> None:
    known = {each.id for each in framework("national-priorities-2021").indicators}
    assert set(not_held()) <= known


def told(capsys: pytest.CaptureFixture[str], *words: str | Path) -> list[str]:
    assert main(["figures", "--area", "west-midlands", *map(str, words)]) == DONE
    return capsys.readouterr().err.splitlines()


def test_what_is_in_no_figure_is_told_by_reason(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = of_home_office(tmp_path)
    assert not told(capsys, "--home-office", table)
    others = [
        f"2024/25,{quarter},{force},Violence against the person,Homicide,1,2"
        for quarter in (1, 2)
        for force in ("CIFAS", "Essex", "Kent", "Norfolk", "Suffolk", "Sussex")
    ]
    one = "2024/25,1,West Midlands,Theft offences,Shoplifting,46,9"
    with table.open("a", encoding="utf-8") as file:
        file.write("\n".join(["", *others, one, ""]))
    assert told(capsys, "--home-office", table) == [
        f"policing-indicators: {table}: 13 rows left out",
        "  2 (reports fraud from the whole country, and is no area): CIFAS",
        "  10 (no area that was asked for): Essex; Kent; Norfolk and 2 others",
        (
            "  1 (counts towards no indicator that was asked for): "
            "Theft offences: Shoplifting"
        ),
    ]


def test_a_single_row_is_told_as_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = of_home_office(tmp_path)
    with table.open("a", encoding="utf-8") as file:
        file.write("\n2024/25,1,West Midlands,Theft offences,Shoplifting,46,9\n")
    first, _ = told(capsys, "--home-office", table)
    assert first == f"policing-indicators: {table}: 1 row left out"


def test_of_the_other_publisher_it_is_told_which_figures_are_not_taken(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    sheets, table = saved(tmp_path, book()), of_home_office(tmp_path)
    lines = told(
        capsys, "--home-office", table, "--ons", sheets, "--ons-periods", "2024"
    )
    at = next(at for at, line in enumerate(lines) if line.endswith("figures left out"))
    assert lines[at].startswith(f"policing-indicators: {sheets}: ")
    assert [line.partition(":")[0].partition("(")[2] for line in lines[at + 1 :]] == [
        "no area that was asked for)",
        "taken from the Home Office's table)",
        "no indicator that was asked for)",
        "in no period that was asked for)",
    ]


def test_an_area_or_a_period_of_which_a_file_has_nothing_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table, sheets = of_home_office(tmp_path), saved(tmp_path, book())
    words: list[str | Path] = ["--home-office", table, "--periods", "2024/25"]
    assert told(capsys, *words, "2031/32")[-1:] == [
        f"policing-indicators: {table}: no figure of West Midlands in 2031/32"
    ]
    assert told(capsys, "--ons", sheets, "--ons-periods", "2031", "2024")[-1:] == [
        f"policing-indicators: {sheets}: no figure of West Midlands in 2031"
    ]
    assert told(capsys, "--ons", sheets, "--ons-periods", "2031")[-1:] == [
        f"policing-indicators: {sheets}: no figure of West Midlands"
    ]
    assert main(["figures", "--area", "Kent", "--home-office", str(table)]) == DONE
    assert f"{table}: no figure of Kent\n" in capsys.readouterr().err


def test_nothing_is_told_where_nobody_listens(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    sheets = saved(tmp_path, book())
    assert main(["figures", "--area", "Kent", "--ons", str(sheets)]) == DONE
    assert capsys.readouterr().out.startswith("indicator,")
    assert main(["figures", "--area", "Knet", "--ons", str(sheets)]) == BAD_INPUT


@pytest.mark.shared_data
def test_the_figures_of_the_example_come_out_of_the_official_files_by_one_command(
    capsys: pytest.CaptureFixture[str], shared_data: Path
) -> None:
    words: list[str | Path] = [
        "--home-office",
        shared_data / "police_recorded_crime_2012_2025.parquet",
        "--home-office-as-at",
        "2026-04-01",
        "--periods",
        "year ending June 2019",
        "2021/22",
        "2023/24",
        "2024/25",
        "--ons",
        shared_data / "ons_police_force_area_tables_ye_december_2024.xlsx",
        "--ons-periods",
        "2023",
        "2024",
    ]
    lines = printed(capsys, *words)
    assert lines == (EXAMPLE / "figures.csv").read_text("utf-8").splitlines()


def test_what_moved_between_two_tables_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    earlier, later = tmp_path / "earlier.csv", tmp_path / "later.csv"
    for path, count in ((earlier, 44), (later, 45)):
        path.write_text(
            f"indicator,area,period,count\nhomicide,Kent,2024/25,{count}\n",
            encoding="utf-8",
        )
    assert main(["revisions", str(earlier), str(later)]) == DONE
    assert capsys.readouterr().out.splitlines()[1] == (
        "    most: kent, 2024/25: 44 to 45 (+2.3%)"
    )
    assert main(["revisions", str(earlier), str(tmp_path / "absent.csv")]) == BAD_INPUT


def revised(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    assert main(["revisions", *map(str, words)]) == DONE
    return capsys.readouterr().out


def test_what_moved_between_two_editions_of_an_official_table_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    earlier = of_home_office(tmp_path)
    later = tmp_path / "later.csv"
    later.write_text(earlier.read_text().replace(",1,4", ",1,9"), encoding="utf-8")
    said = revised(capsys, earlier, later, "--of", "home-office")
    assert said.splitlines() == [
        "homicide: 2 of 5 figures moved, half of the counts by 0.0% or less",
        "    most: west-midlands, 2024/25 Q4: 4 to 9 (+125.0%)",
    ]
    sheets = saved(tmp_path, book())
    assert main(["revisions", str(sheets), str(sheets), "--of", "ons"]) == DONE
    printed_and_told = capsys.readouterr()
    assert "homicide: 0 of" in printed_and_told.out
    assert "most" not in printed_and_told.out
    assert printed_and_told.err.count(f"{sheets}: ") == 2
    assert "rows left out" in printed_and_told.err
    assert main(["revisions", str(sheets), str(later), "--of", "ons"]) == BAD_INPUT
    assert str(later) in capsys.readouterr().err


@pytest.mark.shared_data
def test_two_workbooks_of_one_publisher_are_laid_side_by_side(
    capsys: pytest.CaptureFixture[str], shared_data: Path
) -> None:
    name = "ons_police_force_area_tables_ye_{}.xlsx"
    editions = [
        shared_data / name.format(end) for end in ("june_2019", "december_2024")
    ]
    lines = revised(capsys, *editions, "--of", "ons").splitlines()
    moved = "475 of 522 figures moved, half of the counts by 13.7% or less"
    assert lines[0] == f"knife-crime: {moved}"
    assert lines[1].endswith("2018/19: 43,514 to 49,342 (+13.4%)")
    assert lines[-2:] == [
        "Only in the earlier edition: 5,028 figures.",
        "Only in the later edition: 40,860 figures.",
    ]
