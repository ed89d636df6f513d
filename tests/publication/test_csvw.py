"""The description of the open data is what a validator of CSV on the Web takes."""

import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests.publication.generated import statements

from policing_indicators.errors import InvalidValueError
from policing_indicators.publication.csvw import csvw_metadata
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.publication import Publication
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.tables import open_data
from policing_indicators.vocabulary.period import Period

pytestmark = pytest.mark.filterwarnings("always")  # the validator counts warnings
DOCS = Path(__file__).parents[2] / "docs" / "publication.md"
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


@pytest.fixture(scope="module")
def statement() -> Statement:
    return Statement.of(Draft.read(Path(str(example()))), populations())


def is_valid(table: str, metadata: str, *, name: str = "statement.csv") -> bool:
    with TemporaryDirectory() as folder:
        Path(folder, name).write_text(table, encoding="utf-8", newline="")
        beside = Path(folder, f"{name}-metadata.json")
        beside.write_text(metadata, encoding="utf-8")
        library = import_module("csvw")  # it carries no types
        try:
            return bool(library.CSVW(str(beside), validate=True).is_valid)
        except ValueError as error:  # so it says what stands twice
            assert "duplicate primary key" in str(error)  # noqa: PT017
            return False


def table_of(statement: Statement) -> str:
    return open_data.to_text(statement.figures)


@settings(max_examples=25)
@given(statements())
def test_every_table_of_open_data_is_valid_by_its_description(
    statement: Statement,
) -> None:
    metadata = csvw_metadata(statement, csv="statement.csv")
    assert is_valid(table_of(statement), metadata)


def test_a_name_with_blanks_is_found(statement: Statement) -> None:
    name = "our statement & more.csv"
    metadata = csvw_metadata(statement, csv=name)
    assert json.loads(metadata)["url"] == "our%20statement%20%26%20more.csv"


FAULTS: dict[str, Callable[[str], str]] = {
    "a column of another name": lambda text: text.replace("shorthand", "symbols", 1),
    "no indicator": lambda text: text.replace("\nhomicide,", "\n,", 1),
    "an unknown measure": lambda text: text.replace(",count,", ",tally,", 1),
    "a value that is no number": lambda text: text.replace(",32,", ",many,", 1),
    "no such day": lambda text: text.replace("2026-04-01", "2026-13-01", 1),
    "a confidence above one": lambda text: text.replace(",0.95,", ",95,", 1),
    "a figure twice": lambda text: text + text.splitlines(keepends=True)[1],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_table_that_is_broken_is_not_valid(statement: Statement, fault: str) -> None:
    whole = table_of(statement)
    broken = FAULTS[fault](whole)
    assert broken != whole
    metadata = csvw_metadata(statement, csv="statement.csv")
    assert is_valid(whole, metadata)
    assert not is_valid(broken, metadata)


def test_every_column_is_described_as_on_the_page_of_documentation(
    statement: Statement,
) -> None:
    columns = json.loads(csvw_metadata(statement, csv="statement.csv"))["tableSchema"]
    said = {each["name"]: each["dc:description"] for each in columns["columns"]}
    assert tuple(said) == open_data.COLUMNS
    page = DOCS.read_text(encoding="utf-8")
    section = page.partition("### The open data")[2].partition("\n### ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE))
    for name in set(said) - {"measure", "shorthand"}:  # these name every word there
        assert said[name].rstrip(".").casefold() == rows[name].casefold()


def test_the_description_says_who_publishes_from_what_and_in_which_language(
    statement: Statement,
) -> None:
    welsh = evolve(statement, language="cy-GB")
    said = json.loads(csvw_metadata(welsh, csv="statement.csv"))
    assert said["dc:publisher"]["@value"] == statement.publisher
    assert said["dc:title"]["@language"] == said["dc:language"] == "cy-GB"
    assert said["dc:source"] == [each.source for each in statement.citations]
    assert said["dc:license"] == {"@id": LICENCE}


def test_no_licence_is_assumed(statement: Statement) -> None:
    without = evolve(statement, licence="", citations=())
    said = json.loads(csvw_metadata(without, csv="statement.csv"))
    assert "dc:license" not in said
    assert said["dc:source"] == []


@pytest.mark.parametrize("licence", ["", "OGL", "ftp://example.org", "https://a b"])
def test_a_licence_is_an_address_on_the_web(licence: str) -> None:
    with pytest.raises(InvalidValueError, match="an address on the web"):
        Publication(
            title="Policing priorities",
            edition="2024-25 Q4",
            publisher="an office",
            licence=licence,
            area="kent",
            period=Period.financial_year(2024),
            framework="national-priorities-2021",
            data=["figures.csv"],
        )
