"""The record of how a statement was made names files, versions and settings."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve

from policing_indicators.calculation.small_base import SmallBase, SmallBaseRule
from policing_indicators.errors import FileAccessError
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import copy_example
from policing_indicators.publication.input_file import InputFile
from policing_indicators.publication.making import Making
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.plain_name import PlainName


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    copy_example(tmp_path / "mine")
    return Draft.read(tmp_path / "mine")


def settings(draft: Draft, style: HouseStyle | None = None) -> dict[str, str]:
    return {each.name: each.value for each in Making.of(draft, style=style).settings}


def test_each_file_is_named_from_the_folder_with_its_digest(draft: Draft) -> None:
    first, *_ = files = Making.of(draft).files
    tables = ["figures.csv", "quarters.csv", "forces.csv"]
    assert [each.name for each in files] == ["publication.toml", *tables]
    assert first.sha256 == sha256(draft.files[0].read_bytes()).hexdigest()
    assert str(first) == f"publication.toml (SHA-256 {first.sha256})"


def test_no_folder_is_named_even_of_a_file_that_lies_elsewhere(tmp_path: Path) -> None:
    file = tmp_path / "other" / "table.csv"
    file.parent.mkdir()
    file.write_text("")
    assert InputFile.read(file, tmp_path).name == "other/table.csv"
    assert InputFile.read(file, tmp_path / "mine").name == "table.csv"


def test_a_changed_file_has_another_digest(draft: Draft) -> None:
    before = Making.of(draft)
    with draft.files[1].open("a", encoding="utf-8") as file:
        file.write("\n")
    after = Making.of(Draft.read(draft.files[0]))
    assert before.files[0] == after.files[0]
    assert before.files[1] != after.files[1]


def test_the_files_may_be_gone_when_the_statement_is_made(draft: Draft) -> None:
    before = Making.of(draft)
    draft.files[1].unlink()
    assert Making.of(draft) == before


def test_a_file_that_cannot_be_read_is_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="No such file"):
        InputFile.read(tmp_path / "gone.csv", tmp_path)


def test_what_a_last_digit_may_hang_on_is_named_with_its_version(draft: Draft) -> None:
    told = ", ".join(map(str, Making.of(draft).versions))
    pattern = r"policing-indicators [\d.]+, Python [\d.]+, numpy [\d.]+, scipy [\d.]+"
    assert re.fullmatch(pattern, told)


def test_the_choices_that_were_in_force_are_named(draft: Draft) -> None:
    assert settings(draft) == {
        "framework": "national-priorities-2021",
        "edition of the populations": "the latest that is held",
        "confidence of limits": "0.95",
        "percentages withheld on small counts": "where either number is under 50",
        "disclosure": "no count is hidden or rounded",
        "house style": "en-GB",
    }


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (DisclosureRule(smallest=5), "counts from 1 to 4 are hidden, so no digest"),
        (DisclosureRule(round_to=5), "counts are rounded to the nearest 5, so no"),
        (DisclosureRule(smallest=5, round_to=5), "is given and counts are rounded to"),
    ],
)
def test_where_counts_are_not_printed_no_digest_lets_one_try_them_out(
    draft: Draft, rule: DisclosureRule, told: str
) -> None:
    ruled = evolve(draft, publication=evolve(draft.publication, disclosure=rule))
    publication, *tables = Making.of(ruled).files
    assert publication.sha256
    assert list(map(str, tables)) == ["figures.csv", "quarters.csv", "forces.csv"]
    assert {each.sha256 for each in tables} == {""}
    assert told in settings(ruled)["disclosure"]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (SmallBaseRule(threshold=0), "none"),
        (
            SmallBaseRule(threshold=20, decided_by=SmallBase.EARLIER),
            "where the earlier number is under 20",
        ),
    ],
)
def test_the_rule_of_small_counts_is_said_as_it_was_in_force(
    draft: Draft, rule: SmallBaseRule, told: str
) -> None:
    ruled = evolve(draft, publication=evolve(draft.publication, small_base=rule))
    assert settings(ruled)["percentages withheld on small counts"] == told


def test_a_style_of_ones_own_is_said_to_be_one(draft: Draft) -> None:
    own = HouseStyle(
        phrases={"number": {"percent": "{number} per cent"}},
        names={"homicide": PlainName(name="Killings")},
    )
    told = "en-GB, with words of its own (phrases: 1, names: 1)"
    assert settings(draft, own)["house style"] == told


def test_an_edition_that_was_chosen_is_named(draft: Draft) -> None:
    chosen = evolve(draft.publication, populations="mid-2023")
    told = settings(evolve(draft, publication=chosen))
    assert told["edition of the populations"] == "mid-2023"
