"""``policing-indicators audit``, as a user runs it."""

import json
from pathlib import Path
from shutil import copytree

import polars as pl
import pytest

from policing_indicators.cli.main import BAD_INPUT, DONE, main

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
NOT_PASSED = 1
RIGHT = (
    "row,title,indicator,area,period,comparator,level,percentage\n"
    "document,A report,,West Midlands,2024/25,year before,,\n"
    ',,personal robbery,,,,"5,803",-21.9%\n'
)
OBSERVATIONS = str(EXAMPLE / "figures.csv")


def test_it_is_written_as_a_word_document_and_never_printed_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    output = tmp_path / "audit.docx"
    word = ["audit", str(EXAMPLE), "--format", "docx"]
    assert main(word) == BAD_INPUT
    assert "--output is None; allowed: a file" in capsys.readouterr().err
    assert main([*word, "--output", str(output)]) == NOT_PASSED
    assert output.read_bytes().startswith(b"PK")


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    path.write_text(RIGHT, encoding="utf-8")
    return path


def test_the_example_is_audited_from_its_folder(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["audit", str(EXAMPLE)]) == NOT_PASSED
    printed = capsys.readouterr()
    assert "Drug offences, 2024/25" in printed.out
    assert "Residential burglary is near it: 11,237." in printed.out
    assert printed.err == ""


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_its_workbook_is_written_to_a_file_and_never_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
) -> None:
    output = tmp_path / f"audit.{form}"
    arguments = ["audit", str(EXAMPLE), "--format", form]
    assert main([*arguments, "--output", str(output)]) == NOT_PASSED
    assert output.read_bytes().startswith(b"PK")
    assert main(arguments) == BAD_INPUT
    assert "a file to write the workbook to" in capsys.readouterr().err


def test_or_from_the_publication_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", str(EXAMPLE)])
    of_folder = capsys.readouterr().out
    assert main(["audit", str(EXAMPLE / "publication.toml")]) == NOT_PASSED
    assert capsys.readouterr().out == of_folder


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("table", "National Policing Priorities Statement, 2024-25 Q4 update\n"),
        ("markdown", "# National Policing Priorities Statement"),
        ("html", "<!DOCTYPE html>\n"),
        ("json", "{\n"),
        ("csv", "claim,indicator,area,period,"),
    ],
)
def test_it_is_printed_in_the_form_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], form: str, beginning: str
) -> None:
    assert main(["audit", str(EXAMPLE), "--format", form]) == NOT_PASSED
    assert capsys.readouterr().out.startswith(beginning)


def test_claims_that_all_reproduce_pass(
    capsys: pytest.CaptureFixture[str], claims: Path
) -> None:
    options = ["--claims", str(claims), "--observations", OBSERVATIONS]
    assert main(["audit", *options]) == DONE
    assert "Of the 1 claim, 1 reproduces." in capsys.readouterr().out


def test_figures_at_hand_may_stand_in_a_parquet_file(
    capsys: pytest.CaptureFixture[str], claims: Path, tmp_path: Path
) -> None:
    table = tmp_path / "figures.parquet"
    pl.read_csv(OBSERVATIONS, infer_schema=False).write_parquet(table)
    options = ["--claims", str(claims), "--observations", str(table)]
    assert main(["audit", *options]) == DONE
    assert "Of the 1 claim, 1 reproduces." in capsys.readouterr().out


def test_without_observations_only_what_contradicts_itself_is_found(
    capsys: pytest.CaptureFixture[str], claims: Path
) -> None:
    assert main(["audit", "--claims", str(claims)]) == DONE
    assert "cannot be checked" in capsys.readouterr().out


def test_points_count_only_where_that_is_asked_for(claims: Path) -> None:
    options = ["audit", "--claims", str(claims), "--observations", OBSERVATIONS]
    assert main([*options, "--strict"]) == NOT_PASSED  # whole priorities have no figure
    assert main(options) == DONE


def test_a_framework_of_one_s_own_may_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], claims: Path
) -> None:
    framework = tmp_path / "mine.toml"
    framework.write_text(
        'schema = 1\nid = "mine"\nname = "Mine"\npriorities = []\n'
        '[[indicators]]\nid = "robbery"\nname = "Personal robbery"\nunit = "count"\n'
        'direction = "decrease"\n',
        encoding="utf-8",
    )
    options = ["--claims", str(claims), "--framework"]
    assert main(["audit", *options, str(framework)]) == DONE
    assert main(["audit", *options, "national-priorities-2021"]) == DONE
    capsys.readouterr()
    assert main(["audit", *options, "nothing"]) == BAD_INPUT
    assert "there is no framework" in capsys.readouterr().err


def test_waivers_settle_what_they_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], claims: Path
) -> None:
    claims.write_text(RIGHT.replace("-21.9%", "+71.9%"), encoding="utf-8")
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        'schema = 1\n[[waivers]]\nclaim = "personal-robbery"\n'
        'code = "wrong_direction"\nreason = "It was mended."\n'
        'office = "The office of the commissioner"\n',
        encoding="utf-8",
    )
    options = ["audit", "--claims", str(claims), "--observations", OBSERVATIONS]
    assert main(options) == NOT_PASSED
    capsys.readouterr()
    assert main([*options, "--waivers", str(waivers)]) == DONE
    assert "Settled by The office of the commissioner" in capsys.readouterr().out


def test_a_waiver_of_a_code_that_there_is_not_is_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], claims: Path
) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        'schema = 1\n[[waivers]]\nclaim = "a"\ncode = "b"\nreason = "c"\noffice = "d"\n'
    )
    options = ["audit", "--claims", str(claims), "--waivers", str(waivers)]
    assert main(options) == BAD_INPUT
    assert "waivers[0].code" in capsys.readouterr().err


def test_an_audit_is_written_where_it_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], claims: Path
) -> None:
    output = tmp_path / "audit.json"
    options = ["audit", "--claims", str(claims), "--format", "json"]
    assert main([*options, "--output", str(output)]) == DONE
    assert capsys.readouterr().out == ""
    assert json.loads(output.read_text(encoding="utf-8"))["passes"]


def test_it_is_never_written_over_what_it_is_made_from(
    capsys: pytest.CaptureFixture[str], claims: Path
) -> None:
    before = claims.read_bytes()
    options = ["audit", "--claims", str(claims), "--output", str(claims)]
    assert main(options) == BAD_INPUT
    assert "the audit is made from this file" in capsys.readouterr().err
    assert claims.read_bytes() == before


@pytest.mark.parametrize("also", [[], ["--claims", "claims.csv"]])
def test_either_a_publication_or_claims_are_to_be_named(
    capsys: pytest.CaptureFixture[str], also: list[str]
) -> None:
    named = [str(EXAMPLE)] if also else []
    assert main(["audit", *named, *also]) == BAD_INPUT
    assert "a PUBLICATION or --claims FILE" in capsys.readouterr().err


def test_a_publication_names_its_own_framework(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["audit", str(EXAMPLE), "--framework", "mine.toml"]) == BAD_INPUT
    assert "a publication names its framework" in capsys.readouterr().err


def test_a_publication_without_claims_or_with_two_files_is_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"
    copytree(EXAMPLE, mine)
    (mine / "observations.csv").unlink()
    assert main(["audit", str(mine)]) == NOT_PASSED
    (mine / "claims.toml").write_text("schema = 1\n")
    assert main(["audit", str(mine)]) == BAD_INPUT
    (mine / "claims.toml").unlink()
    (mine / "claims.csv").unlink()
    capsys.readouterr()
    assert main(["audit", str(mine)]) == BAD_INPUT
    assert (
        "one of claims.toml, claims.csv, claims.xlsx, claims.ods: the"
        in capsys.readouterr().err
    )


def test_malformed_claims_are_all_named_with_line_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(
        RIGHT.replace("-21.9%", "ten") + ',,burglry,,,,"5 and 6",\n', encoding="utf-8"
    )
    assert main(["audit", "--claims", str(path)]) == BAD_INPUT
    message = capsys.readouterr().err
    assert "line 3, column percentage: 'ten'" in message
    assert "line 4, column indicator: 'burglry'" in message
    assert "line 4, column level: '5 and 6'" in message
