"""How the Home Office's table of offences is taken in."""

from pathlib import Path

import pytest

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.tables import offence_table
from policing_indicators.tables.offence_cells import Holder, Offence
from policing_indicators.tables.offence_table import Counts, Place
from policing_indicators.vocabulary.area import Area, AreaKind, Areas
from policing_indicators.vocabulary.period import Period

FORCES = Areas(
    [
        Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA, code="E23000032"),
        Area(
            "west-midlands",
            "West Midlands",
            AreaKind.POLICE_FORCE_AREA,
            code="E23000014",
            aliases=["West Midlands Police"],
        ),
        Area(
            "british-transport-police",
            "British Transport Police",
            AreaKind.NON_GEOGRAPHIC_FORCE,
        ),
    ]
)
OWN = (
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,"
    "Offence Subgroup,Offence Code,Number of Offences"
)
SHARED = (
    "area_code,area_name,area_type,financial_year,quarter,offence_code,"
    "offence_description,offence_group,offence_subgroup,count"
)
KENT = Holder("Kent", "kent")
FIRST_QUARTER = Period.financial_quarter(2018, 1)
MURDER = Offence("Violence against the person", "Homicide", "1")
MANSLAUGHTER = Offence("Violence against the person", "Homicide", "4.1")
HOMICIDE = "Violence against the person,Homicide"


def read(folder: Path, *lines: str) -> dict[Place, Counts]:
    path = folder / "offences.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return offence_table.read(path, FORCES)


def problems_of(folder: Path, *lines: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidContentError) as caught:
        read(folder, *lines)
    assert caught.value.where == str(folder / "offences.csv")
    return caught.value.problems


def places_of(
    folder: Path, *, year: str = "2018/19", quarter: str = "1", force: str = "Kent"
) -> list[Place]:
    return list(read(folder, OWN, f"{year},{quarter},{force},Murder,{HOMICIDE},1,5"))


def test_a_row_counts_an_offence_in_a_place_and_quarter(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        OWN,
        f"2018/19,1,Kent,Murder,{HOMICIDE},1,5",
        f"2018/19,1,Kent,Manslaughter,{HOMICIDE},4.1,-2",
        f'2018/19,2,Kent,Murder,{HOMICIDE},1,"1,234"',
    )
    assert table == {
        Place(KENT, FIRST_QUARTER): {MURDER: (5, 2), MANSLAUGHTER: (-2, 3)},
        Place(KENT, Period.financial_quarter(2018, 2)): {MURDER: (1234, 4)},
    }


def test_the_table_may_have_the_headers_that_others_give_it(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        SHARED,
        f"E23000032,Kent,police_force_area,2018/19,1,1,Murder,{HOMICIDE},5",
    )
    assert table == {Place(KENT, FIRST_QUARTER): {MURDER: (5, 2)}}


def test_headers_are_known_in_any_case_and_spacing(tmp_path: Path) -> None:
    header = OWN.upper().replace(" ", "  ")
    table = read(tmp_path, header, f"2018/19,1,Kent,Murder,{HOMICIDE},1,5")
    assert table == {Place(KENT, FIRST_QUARTER): {MURDER: (5, 2)}}


def test_an_offence_code_is_text(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        OWN,
        f"2018/19,1,Kent,Manslaughter,{HOMICIDE},4.1,1",
        f"2018/19,1,Kent,Corporate manslaughter,{HOMICIDE},4.10,2",
    )
    (counts,) = table.values()
    assert [offence.code for offence in counts] == ["4.1", "4.10"]


@pytest.mark.parametrize(
    "year", ["2018/19", "2018-19", " 2018\u201319 ", "2018/2019", "2018 / 19"]
)
def test_a_financial_year_is_read_as_it_is_written(tmp_path: Path, year: str) -> None:
    assert places_of(tmp_path, year=year) == [Place(KENT, FIRST_QUARTER)]


def test_the_year_before_a_century_turns_is_read(tmp_path: Path) -> None:
    (place,) = places_of(tmp_path, year="2099/00", quarter="4")
    assert str(place.quarter) == "2099/2100 Q4"


@pytest.mark.parametrize("quarter", ["1", "Q1", "q1", " 1 ", "Quarter 1"])
def test_a_quarter_is_one_of_the_financial_year(tmp_path: Path, quarter: str) -> None:
    (place,) = places_of(tmp_path, quarter=quarter)
    assert str(place.quarter) == "2018/19 Q1"
    assert place.quarter.start.month == 4


def test_a_force_is_found_by_its_name_or_an_alias(tmp_path: Path) -> None:
    for name in ("West Midlands", "west midlands police", " West  Midlands "):
        (place,) = places_of(tmp_path, force=name)
        assert place.holder == Holder("West Midlands", "west-midlands")


def test_a_code_decides_which_area_a_name_means(tmp_path: Path) -> None:
    row = "Somewhere,police_force_area,2018/19,1,1,Murder," + f"{HOMICIDE},5"
    (place,) = read(tmp_path, SHARED, f"e23000014,{row}")
    assert place.holder.area == "west-midlands"


def test_the_region_of_a_force_s_name_is_no_force(tmp_path: Path) -> None:
    row = f"E12000005,West Midlands,region,2018/19,1,1,Murder,{HOMICIDE},5"
    assert problems_of(tmp_path, SHARED, row) == (
        Problem(
            "line 2, column area_code",
            "E12000005",
            "the nine-character code of a police force area, or a blank cell",
        ),
    )


def test_a_force_without_a_code_is_found_by_its_name(tmp_path: Path) -> None:
    row = f",British Transport Police,x,2018/19,1,1,Murder,{HOMICIDE},5"
    (place,) = read(tmp_path, SHARED, row)
    assert place.holder.area == "british-transport-police"


@pytest.mark.parametrize(
    "body", ["Action Fraud", "cifas", "UK Finance", "Financial Fraud Action UK"]
)
def test_a_body_that_reports_fraud_is_no_area(tmp_path: Path, body: str) -> None:
    (place,) = places_of(tmp_path, force=body)
    assert place.holder.area is None
    assert place.holder.name.casefold() == body.casefold()


def test_every_problem_of_every_row_is_named_at_once(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        OWN,
        f"2018/20,5,Knet,Murder,{HOMICIDE},1,5.0",
        f"2018/19,1,Kent,Murder,{HOMICIDE},1,5",
        "2018/19,1,Kent,Murder,,Homicide,1,5",
        "2018/19,1,Kent,Murder,Violence,???,1,5",
        f"2018/19,1,Kent,Murder,{HOMICIDE},\x07,[x]",
        f"199/200,1,Kent,Murder,{HOMICIDE},1",
        f"18/19,1,Kent,Murder,{HOMICIDE},1,5",
        f"2199/2200,1,Paris,Murder,{HOMICIDE},1,5",
    )
    name = "a name or code of letters or digits"
    year = "a financial year such as 2024/25"
    whole = "a whole number such as 1234 or 1,234"
    quarter = "a quarter of the financial year: 1, 2, 3 or 4"
    force = "the name of a police force"
    row = ["199/200", "1", "Kent", "Murder", *HOMICIDE.split(","), "1"]
    meant = f"{force}; did you mean 'kent'?"
    assert found[3].allowed.startswith("a whole number without a decimal point")
    assert [*found[:3], *found[4:]] == [
        Problem("line 2, column Financial Year", "2018/20", year),
        Problem("line 2, column Financial Quarter", "5", quarter),
        Problem("line 2, column Force Name", "Knet", meant),
        Problem("line 4, column Offence Group", "", name),
        Problem("line 5, column Offence Subgroup", "???", name),
        Problem("line 6, column Offence Code", "\x07", name),
        Problem("line 6, column Number of Offences", "[x]", whole),
        Problem("line 7", row, "8 cells, as the header has"),
        Problem("line 8, column Financial Year", "18/19", year),
        Problem("line 9, column Financial Year", "2199/2200", year),
        Problem("line 9, column Force Name", "Paris", force),
    ]


def test_a_row_that_is_there_twice_is_not_counted_twice(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        OWN,
        f"2018/19,1,Kent,Murder,{HOMICIDE},1,5",
        f"2018/19,2,Kent,Murder,{HOMICIDE},1,5",
        "2018-19,Q1,kent,MURDER,Violence,homicide, 1 ,6",
        f"2018/19,1,Kent,Murder,{HOMICIDE},1,5",
    )
    assert [problem.place for problem in found] == ["lines 2 and 4", "lines 2 and 5"]
    assert (
        found[1].value
        == "2018/19, 1, Kent, Violence against the person, Homicide, 1, 5"
    )
    assert found[1].allowed == (
        "one row for each year, quarter, force, offence code and subgroup"
    )


def test_one_code_may_stand_under_two_subgroups(tmp_path: Path) -> None:
    violence = "Violence against the person"
    table = read(
        tmp_path,
        OWN,
        f"2018/19,1,Kent,Harassment,{violence},Violence without injury,8L,5",
        f"2018/19,1,Kent,Harassment,{violence},Stalking and harassment,8L,6",
    )
    (counts,) = table.values()
    assert sum(count for count, _ in counts.values()) == 11


def test_a_header_that_lacks_a_column_is_refused(tmp_path: Path) -> None:
    header = OWN.replace("Number of Offences", "Offences")
    assert problems_of(tmp_path, header, "1,2") == (
        Problem("line 1", header, "a header with a column number_of_offences or count"),
    )


def test_a_header_that_has_a_column_twice_is_refused(tmp_path: Path) -> None:
    allowed = "each column once; column 8 is number_of_offences too"
    assert problems_of(tmp_path, f"{OWN},count") == (
        Problem("line 1, column 9", "count", allowed),
    )


def test_a_table_of_a_header_alone_has_no_rows(tmp_path: Path) -> None:
    assert read(tmp_path, OWN) == {}
