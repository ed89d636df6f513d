"""Claims are read from a table or a TOML document, and all that is wrong is named."""

from datetime import date
from pathlib import Path

import pytest

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
)
from policing_indicators.registry.frameworks import framework
from policing_indicators.tables import claims
from policing_indicators.vocabulary.claim import Claim, ClaimComparator, Remark
from policing_indicators.vocabulary.claims import ClaimGroup, Claims, GroupKind
from policing_indicators.vocabulary.period import Period

FRAMEWORK = framework("national-priorities-2021")
YEAR = Period.financial_year(2024)

TABLE = """\
row,id,title,publisher,published,indicator,area,period,comparator,comparator_period,\
level,absolute,percentage,rate,per,share,share_of,rank,rank_among,scope,remarks,\
drives,quotation,kind,members,whole
document,,Priorities statement,The office,2025-06-01,,West Midlands,2024/25,\
Year before,,,,,,,,,,,,,,,,,
claim,,,,,Homicide,,,,,31,14 fewer,,,,,,,,,,,31 homicides recorded,,,
,,,,,residential-burglary,,,,,,,fell by 20.6%,,,,,,,,good; significant,\
neighbourhood-crime,,,,
,,,,,neighbourhood-crime,,,,,"48,938",,-17.3%,,,,,,,recorded;in public,,,,,,
,knives,,,,knife-crime,,year ending September 2024,none,,,,,165,"100,000",,,\
second-highest,England and Wales,,,,,,,
,,,,,fraud-reports,,,,,,,,,,83.0%,fraud-and-cyber-reports,,,,,,,,,
group,neighbourhood,,,,,,,,,,,,,,,,,,,,,,Parts of a whole,residential-burglary,\
neighbourhood-crime
"""

DOCUMENT = """\
schema = 1

[document]
title = "Priorities statement"
publisher = "The office"
published = 2025-06-01
area = "West Midlands"
period = "2024/25"
comparator = "year before"

[[claims]]
indicator = "Homicide"
level = 31
absolute = "14 fewer"
quotation = "31 homicides recorded"

[[claims]]
indicator = "residential-burglary"
percentage = "fell by 20.6%"
remarks = ["good", "significant"]
drives = "neighbourhood-crime"

[[claims]]
indicator = "neighbourhood-crime"
level = "48,938"
percentage = "-17.3%"
scope = ["recorded", "in public"]
definition = ""

[[claims]]
id = "knives"
indicator = "knife-crime"
period = "year ending September 2024"
comparator = "none"
rate = "165"
per = 100000
rank = "second-highest"
rank_among = "England and Wales"

[[claims]]
indicator = "fraud-reports"
share = "83.0%"
share_of = "fraud-and-cyber-reports"

[[groups]]
id = "neighbourhood"
kind = "parts of a whole"
members = ["residential-burglary"]
whole = "neighbourhood-crime"
"""


def from_table(text: str) -> Claims:
    return claims.parse(text, framework=FRAMEWORK)


def from_document(folder: Path, text: str) -> Claims:
    path = folder / "claims.toml"
    path.write_text(text, encoding="utf-8")
    return claims.read(path, framework=FRAMEWORK)


def row(**cells: str) -> str:
    """Write a table of a document and one claim."""
    header = ",".join(["row", "title", "indicator", *cells])
    blank = "," * len(cells)
    claim = ",".join(["", "", "homicide", *cells.values()])
    return f"{header}\ndocument,A statement,{blank}\n{claim}\n"


def problems_of(text: str) -> list[str]:
    with pytest.raises(InvalidContentError) as caught:
        from_table(text)
    return [str(problem) for problem in caught.value.problems]


def problems_in(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidContentError) as caught:
        from_document(folder, text)
    return [str(problem) for problem in caught.value.problems]


def test_a_table_and_a_document_that_say_the_same_are_the_same_claims(
    tmp_path: Path,
) -> None:
    assert from_table(TABLE) == from_document(tmp_path, DOCUMENT)


def test_claims_are_read_as_they_are_printed() -> None:
    found = from_table(TABLE)
    homicide, burglary, neighbourhood, knives, fraud = found.claims
    assert found.document.published == date(2025, 6, 1)
    assert found.document.comparator is ClaimComparator.YEAR_BEFORE
    assert homicide.id == homicide.indicator == "homicide"
    assert {name: str(each) for name, each in homicide.figures.items()} == {
        "level": "31",
        "absolute": "14 fewer",
    }
    assert burglary.remarks == (Remark.GOOD, Remark.SIGNIFICANT)
    assert burglary.drives == "neighbourhood-crime"
    assert neighbourhood.scope == ("recorded", "in public")
    assert (knives.per, str(knives.rank)) == (100_000, "second-highest")
    assert fraud.share_of == "fraud-and-cyber-reports"
    assert found.groups == (
        ClaimGroup(
            id="neighbourhood",
            kind=GroupKind.PARTS,
            members=["residential-burglary"],
            whole="neighbourhood-crime",
        ),
    )


def test_what_a_claim_leaves_blank_it_inherits_and_says_so() -> None:
    homicide, *_, knives, _ = from_table(TABLE).claims
    assert (homicide.area, homicide.period) == ("west-midlands", YEAR)
    assert homicide.comparator is ClaimComparator.YEAR_BEFORE
    assert homicide.inherited == ("area", "period", "comparator")
    assert knives.comparator is ClaimComparator.NONE
    assert knives.inherited == ("area",)


@pytest.mark.parametrize(
    ("comparator", "period", "inherited"),
    [
        ("", Period.parse("year ending June 2019"), True),
        ("baseline", Period.parse("year ending June 2019"), True),
        ("peak", None, False),
    ],
)
def test_the_period_of_a_baseline_is_inherited_with_it_alone(
    comparator: str, period: Period | None, *, inherited: bool
) -> None:
    text = (
        "row,title,indicator,area,comparator,comparator_period\n"
        "document,A statement,,Kent,baseline,year ending June 2019\n"
        f",,homicide,,{comparator},\n"
    )
    [homicide] = from_table(text).claims
    assert homicide.comparator_period == period
    assert ("comparator_period" in homicide.inherited) == inherited


def test_a_document_that_says_little_leaves_little_to_inherit() -> None:
    [homicide] = from_table(row(area="Kent", level="9")).claims
    assert homicide.inherited == ()
    assert homicide.period is None


def test_any_id_is_an_indicator_where_no_framework_is_given() -> None:
    text = row(area="Kent", level="9").replace("homicide", "town-crime")
    [claim] = claims.parse(text).claims
    assert claim == Claim(
        id="town-crime", indicator="town-crime", area="kent", level=claim.level
    )


def test_a_cell_that_a_spreadsheet_would_run_may_have_an_apostrophe_before_it() -> None:
    [homicide] = from_table(row(area="Kent", percentage="'-9.6%")).claims
    assert homicide.percentage is not None
    assert homicide.percentage.text == "-9.6%"


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(TABLE, encoding="utf-8")
    assert claims.read(path, framework=FRAMEWORK) == from_table(TABLE)


def test_a_file_that_is_not_there_and_a_text_that_is_none_are_refused(
    tmp_path: Path,
) -> None:
    for name in ("claims.csv", "claims.toml"):
        with pytest.raises(FileAccessError):
            claims.read(tmp_path / name)
    with pytest.raises(InvalidValueError, match="for a file use read"):
        claims.parse(tmp_path)  # type: ignore[arg-type]


def test_everything_wrong_in_a_table_is_named_at_once_by_line_and_column() -> None:
    text = """\
row,id,title,published,indicator,area,period,comparator,level,absolute,percentage,\
rate,per,share,share_of,rank,scope,quotation,kind,members,whole
document,,Statement,2025-13-01,,West Midlnds,2024/25,year bfore,,,,,,,,,,,,,
claim,,,,Homicde,,,,31,,ten,,,,,,,,,,
,,,,neighbourhood-crime,,2011-12,,"48,938 or 49,000",,fell by 17.3%,,0,,,\
highestest,,,,,
,,oops,,vehicle-offences,,,,-5,,-13.9%,12,,,fraud-reports,,,,,,
,,,,vehicle-offences,Kent,,,,,-13.9%,,,,,,,,,,
thing,,,,vehicle-offences,Kent,,,,,-13.9%,,,,,,,,,,
group,neighbourhood,,,,,,,,,,,,,,,,,parts,vehicle-offences,
group,neighbourhood,,,,,,,,,,,,,,,,,side by side,vehicle-offences;vehicle-offences,
group,Bad Id,,,,,,,,,,,,,,,,,,,
document,,Another,,,,,,,,,,,,,,,,,,
short,row
"""
    places = [each.split(";")[0] for each in problems_of(text)]
    assert places == [
        "line 2, column published: '2025-13-01'",
        "line 2, column area: 'West Midlnds'",
        "line 2, column comparator: 'year bfore'",
        "line 3, column indicator: 'Homicde'",
        "line 3, column percentage: 'ten'",
        "line 4, column period: '2011-12'",
        "line 4, column level: '48,938 or 49,000'",
        "line 4, column per: '0'",
        "line 4, column rank: 'highestest'",
        "line 5, column title: 'oops'",
        "line 5, column level: '-5'",
        "line 5, column per: None",
        "line 5, column share: None",
        "line 6, column id: 'vehicle-offences'",
        "line 7, column row: 'thing'",
        "line 8, column kind: 'parts'",
        "line 9, column members: ('vehicle-offences', 'vehicle-offences')",
        "line 9, column id: 'neighbourhood'",
        "line 10, column id: 'Bad Id'",
        "line 10, column kind: None",
        "line 10, column members: None",
        "line 11: 'document'",
        "line 12: ['short', 'row']",
    ]


def test_a_percentage_of_ten_and_two_levels_and_an_unknown_indicator_are_refused() -> (
    None
):
    text = row(area="Kent", level='"31 or 32"', percentage="ten")
    level, percentage = problems_of(text)
    assert level.startswith("line 3, column level: '31 or 32'; allowed: one number")
    assert percentage.startswith("line 3, column percentage: 'ten'; allowed: one")
    [unknown] = problems_of(
        text.replace("homicide", "homicde")
        .replace("ten", "10%")
        .replace('"31 or 32"', "31")
    )
    assert "did you mean 'homicide'" in unknown


def test_a_column_that_is_not_known_is_refused_with_the_nearest_named() -> None:
    [unknown] = problems_of(row(area="Kent", percentag="9.6%"))
    assert unknown.startswith("line 1, column 5: 'percentag'")
    assert "did you mean 'percentage'" in unknown
    [twice] = problems_of(row(level="31", Level="32"))
    assert "each column once" in twice


def test_a_table_needs_its_two_columns_and_its_document() -> None:
    assert "a header with a column row" in problems_of("indicator,area\nx,Kent\n")[0]
    [missing] = problems_of("row,indicator,area\n,homicide,Kent\n")
    assert missing.startswith("document: None; allowed: what the document is")


def test_an_area_is_needed_from_the_claim_or_its_document() -> None:
    [missing] = problems_of(row(level="9"))
    allowed = "an area, since the document has none"
    assert missing == f"line 3: None; allowed: {allowed}"
    without = "row,indicator,level\n,homicide,9\n"
    assert problems_of(without)[0] == f"line 2: None; allowed: {allowed}"


def test_a_group_is_of_claims_that_are_there() -> None:
    text = TABLE.replace(
        "Parts of a whole,residential-burglary", "Parts of a whole,burglary"
    )
    [unknown] = problems_of(text)
    assert unknown.startswith("line 8, column members: 'burglary'; allowed: a known")
    assert "'residential-burglary'" in unknown


def test_a_group_whose_members_cannot_be_read_says_no_more_of_them() -> None:
    text = TABLE.replace(
        "Parts of a whole,residential-burglary", "Parts of a whole,A b"
    )
    [unread] = problems_of(text)
    assert unread.startswith("line 8, column members: 'A b'; allowed: small letters")


def test_several_in_one_cell_are_parted_by_semicolons() -> None:
    text = TABLE.replace(
        "Parts of a whole,residential-burglary", 'Parts of a whole,"homicide, knives"'
    )
    [unread] = problems_of(text)
    assert "column members: 'homicide, knives'" in unread
    assert unread.endswith("; several are parted by ';'")


def test_a_quotation_is_short_and_a_text_is_one_line() -> None:
    long = " ".join(["word"] * 16)
    [quotation] = problems_of(row(area="Kent", quotation=long))
    assert quotation.endswith("allowed: at most 15 words, and not 16")
    [definition] = problems_of(row(area="Kent", definition='"a\tb"'))
    assert definition.endswith("allowed: one line of text")


def test_everything_wrong_in_a_document_is_named_at_once_by_path(
    tmp_path: Path,
) -> None:
    text = """\
schema = 1
statment = 3
groups = "none"
[document]
area = "West Midlands"
[[claims]]
indicator = "homicde"
level = 31.5
titel = "14 fewer"
scope = ["recorded", 3]
quotation = ["a", "b"]
[[claims]]
percentage = "ten"
"""
    places = [each.split(";")[0] for each in problems_in(tmp_path, text)]
    assert places == [
        "statment: 3",
        "document.title: None",
        "claims[0].level: 31.5",
        "claims[0].titel: '14 fewer'",
        "claims[0].scope: ['recorded', 3]",
        "claims[0].quotation: ['a', 'b']",
        "claims[0].indicator: 'homicde'",
        "claims[1].percentage: 'ten'",
        "claims[1].indicator: None",
        "groups: 'none'",
    ]


def test_a_document_of_claims_is_made_of_tables(tmp_path: Path) -> None:
    text = 'schema = 1\ndocument = "A statement"\nclaims = ["homicide"]\n'
    document, claim, *others = problems_in(tmp_path, text)
    assert document == ("document: 'A statement'; allowed: a table of keys and values")
    assert claim == "document.title: None; allowed: required: title"
    assert others[0] == "claims[0]: 'homicide'; allowed: a table of keys and values"


def test_what_is_wrong_with_a_document_as_such_is_named_by_its_place(
    tmp_path: Path,
) -> None:
    assert problems_in(tmp_path, "[document]\n")[0].startswith("schema: None")
    assert problems_in(tmp_path, "schema = \n")[0].startswith("line 1, column 10")
    [missing] = problems_in(tmp_path, "schema = 1\n")
    assert missing.startswith("document: None; allowed: what the document is")


def test_a_document_without_claims_is_one(tmp_path: Path) -> None:
    found = from_document(tmp_path, 'schema = 1\n[document]\ntitle = "A statement"\n')
    assert (found.claims, found.groups) == ((), ())
