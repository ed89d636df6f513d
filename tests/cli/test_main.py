import io
import json
import os
import subprocess
import sys
from pathlib import Path
from runpy import run_module

import pytest

from policing_indicators.cli.main import BAD_INPUT, DONE, main
from policing_indicators.publication import example
from policing_indicators.registry.shelf import file

EXAMPLE = Path(__file__).parents[2] / "examples" / example.EXAMPLE


def test_the_statement_of_the_example_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["statement", str(EXAMPLE / "publication.toml")]) == DONE
    printed = capsys.readouterr()
    assert printed.out.startswith("# National Policing Priorities Statement\n")
    assert printed.err == ""


def test_the_readme_quotes_the_statement_of_the_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["statement", str(EXAMPLE)])
    page = capsys.readouterr().out.splitlines()
    readme = (EXAMPLE.parents[1] / "README.md").read_text(encoding="utf-8")
    quoted = [line[2:] for line in readme.splitlines() if line.startswith("> ")]
    assert len(quoted) > 5
    assert set(quoted) <= set(page)


def test_a_statement_is_written_where_it_was_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    output = tmp_path / "statement.md"
    assert main(["statement", str(EXAMPLE), "--output", str(output)]) == DONE
    assert capsys.readouterr().out == ""
    main(["statement", str(EXAMPLE)])
    assert output.read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize("form", ["html", "json", "csv"])
def test_a_statement_is_printed_in_the_form_that_was_asked_for(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert main(["statement", str(EXAMPLE), "--format", form]) == DONE
    printed = capsys.readouterr().out
    beginnings = {"html": "<!DOCTYPE html>", "json": "{", "csv": "indicator,name,"}
    assert printed.startswith(beginnings[form])
    assert "Homicide" in printed


def test_a_word_document_is_written_and_never_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    output = tmp_path / "statement.docx"
    word = ["statement", str(EXAMPLE), "--format", "docx"]
    assert main(word) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "--output is None; allowed: a file, with --format docx" in printed.err
    assert main([*word, "--output", str(output)]) == DONE
    assert capsys.readouterr().out == ""
    assert output.read_bytes().startswith(b"PK")


def test_open_data_is_written_with_its_description_beside_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = ["statement", str(EXAMPLE), "--format", "csv"]
    output = tmp_path / "data.csv"
    assert main([*table, "--output", str(output)]) == DONE
    assert main(table) == DONE
    assert output.read_text(encoding="utf-8") == capsys.readouterr().out
    beside = tmp_path / "data.csv-metadata.json"
    assert json.loads(beside.read_text(encoding="utf-8"))["url"] == "data.csv"
    output.unlink()
    beside.unlink()
    beside.mkdir()
    assert main([*table, "--output", str(output)]) == BAD_INPUT
    assert str(beside) in capsys.readouterr().err
    assert not output.exists()


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_workbook_is_written_to_a_file_and_never_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
) -> None:
    output = tmp_path / f"statement.{form}"
    arguments = ["statement", str(EXAMPLE), "--format", form]
    assert main([*arguments, "--output", str(output)]) == DONE
    assert output.read_bytes().startswith(b"PK")
    assert main(arguments) == BAD_INPUT
    assert capsys.readouterr().err == (
        "policing-indicators: --output is None; allowed: a file to write the workbook "
        "to\n"
    )
    templates = ["--templates", str(tmp_path), "--output", str(output)]
    assert main([*arguments, *templates]) == BAD_INPUT
    assert "--format markdown or html" in capsys.readouterr().err


def test_templates_of_ones_own_are_used_and_never_written_over(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    template = tmp_path / "statement.md.jinja"
    template.write_text("{{ statement.area }}: ours\n")
    own = ["statement", str(EXAMPLE), "--templates", str(tmp_path)]
    assert main(own) == DONE
    assert capsys.readouterr().out == "West Midlands: ours\n"
    assert main([*own, "--output", str(template)]) == BAD_INPUT
    assert "the publication is made from this file" in capsys.readouterr().err
    assert main([*own, "--format", "json"]) == BAD_INPUT
    assert "--format markdown or html" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["publication.toml", "figures.csv"])
def test_a_statement_is_never_written_over_what_it_is_made_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    main(["new", str(tmp_path / "mine")])
    file = tmp_path / "mine" / name
    before = file.read_bytes()
    assert (
        main(["statement", str(tmp_path / "mine"), "--output", str(file)]) == BAD_INPUT
    )
    assert "the publication is made from this file" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_full_disk_is_a_plain_message(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(["areas"]) == BAD_INPUT
    assert "No space left on device" in capsys.readouterr().err


def test_an_output_that_is_closed_is_a_plain_message(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["areas"]) == BAD_INPUT
    assert "it is closed" in capsys.readouterr().err


def test_an_output_that_cannot_change_its_encoding_is_written_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    assert main(["areas"]) == DONE
    assert "west-midlands" in output.getvalue()


def test_bad_input_is_one_plain_message_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["new", str(tmp_path / "mine")])
    figures = tmp_path / "mine" / "figures.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace("count", "coutn", 1))
    output = tmp_path / "statement.md"
    output.write_text("what stood there before")
    capsys.readouterr()
    assert (
        main(["statement", str(tmp_path / "mine"), "--output", str(output)])
        == BAD_INPUT
    )
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "coutn" in printed.err
    assert "count" in printed.err
    assert "Traceback" not in printed.err
    assert output.read_text() == "what stood there before"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["mine", "statement.md"]


def test_a_new_publication_is_the_example_ready_to_edit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mine = tmp_path / "within" / "mine"
    assert main(["new", str(mine)]) == DONE
    assert str(mine) in capsys.readouterr().out
    main(["statement", str(EXAMPLE)])
    expected = capsys.readouterr().out
    main(["statement", str(mine)])
    assert capsys.readouterr().out == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["--workbook"], "figures.xlsx"),
        (["--workbook", "xlsx"], "figures.xlsx"),
        (["--workbook", "ods"], "figures.ods"),
    ],
)
def test_a_new_publication_may_have_its_figures_in_a_workbook(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str], name: str
) -> None:
    mine = tmp_path / "mine"
    assert main(["new", str(mine), *words]) == DONE
    made = f"made {mine}; edit publication.toml and {name} there\n"
    assert capsys.readouterr().out == made
    assert main(["check", str(mine)]) == DONE
    _, *of_workbook = capsys.readouterr().out.splitlines()
    main(["check", str(EXAMPLE)])
    assert capsys.readouterr().out.splitlines()[1:] == of_workbook


def test_a_folder_that_is_there_is_left_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["new", str(tmp_path)]) == BAD_INPUT
    assert "it is there already" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_a_plain_message(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["new", str(tmp_path / "file" / "mine")]) == BAD_INPUT
    assert "Not a directory" in capsys.readouterr().err


def test_a_copy_that_fails_half_way_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "a.csv").write_text("")
    (shipped / "b").mkdir()
    monkeypatch.setattr(example, "example", lambda: shipped)
    assert main(["new", str(tmp_path / "mine")]) == BAD_INPUT
    assert "policing-indicators: " in capsys.readouterr().err
    assert not (tmp_path / "mine").exists()


def test_the_example_stands_in_the_package_when_it_came_from_a_wheel(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inside = tmp_path / "examples" / example.EXAMPLE
    inside.mkdir(parents=True)

    def files(_package: str) -> Path:
        return tmp_path

    monkeypatch.setattr(example, "files", files)
    assert example.example() == inside


def test_what_a_publication_lacks_is_listed_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["new", str(tmp_path / "mine")])
    before = {each: each.read_bytes() for each in (tmp_path / "mine").iterdir()}
    capsys.readouterr()
    assert main(["check", str(tmp_path / "mine")]) == DONE
    printed = capsys.readouterr().out
    assert "No figure (7 of 19 indicators):\n  domestic-homicide, 2024/25" in printed
    assert main(["check", str(tmp_path / "mine")]) == DONE
    assert capsys.readouterr().out == printed
    after = {each: each.read_bytes() for each in (tmp_path / "mine").iterdir()}
    assert after == before


def test_the_next_issue_is_made_checked_and_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    new = tmp_path / "2025-26"
    arguments = ["roll", str(EXAMPLE), "--to", "2025/26", str(new)]
    assert main([*arguments, "--edition", "A new issue"]) == DONE
    made, _, listed = capsys.readouterr().out.partition("\n\n")
    assert made.startswith(f"made {new}; put the figures into figures.csv there")
    assert main(["check", str(new)]) == DONE
    assert capsys.readouterr().out == listed
    assert main(["statement", str(new)]) == DONE
    assert "A new issue" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024/25", "the period of the next issue is '2024/25'; allowed: one after"),
        ("soon", "'soon' is not a period"),
        ("2011-12", "reads two ways"),
    ],
)
def test_where_the_next_issue_cannot_be_nothing_is_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, period: str, words: str
) -> None:
    new = tmp_path / "above" / "next"
    assert main(["roll", str(EXAMPLE), "--to", period, str(new)]) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert list(tmp_path.iterdir()) == []


def test_the_next_issue_of_figures_in_a_workbook_names_the_workbook(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    assert main(["new", str(old), "--workbook", "ods"]) == DONE
    capsys.readouterr()
    assert main(["roll", str(old), "--to", "2025/26", str(new)]) == DONE
    assert "put the figures into figures.ods there" in capsys.readouterr().out
    assert (new / "figures.ods").is_file()
    assert main(["statement", str(new)]) == DONE


def test_a_folder_that_is_there_is_not_rolled_on_to(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    arguments = ["roll", str(EXAMPLE), "--to", "2025/26", str(tmp_path)]
    assert main(arguments) == BAD_INPUT
    assert "it is there already" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_areas_are_listed_with_their_codes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["areas"]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 47
    assert any(line.split()[:2] == ["west-midlands", "E23000014"] for line in lines)
    assert any(line.split()[:2] == ["british-transport-police", "-"] for line in lines)


def test_the_frameworks_are_listed_and_one_by_its_priorities(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["frameworks"]) == DONE
    assert "national-priorities-2021" in capsys.readouterr().out
    assert main(["frameworks", "national-priorities-2021"]) == DONE
    assert "personal-robbery" in capsys.readouterr().out


def test_a_framework_of_one_s_own_is_listed_by_its_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shipped = file("frameworks/national-priorities-2021.toml")
    own = tmp_path / "our-plan.toml"
    own.write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["frameworks", "national-priorities-2021"]) == DONE
    expected = capsys.readouterr().out
    assert main(["frameworks", str(own)]) == DONE
    assert capsys.readouterr().out == expected
    assert main(["frameworks", str(tmp_path / "no-plan.toml")]) == BAD_INPUT
    assert "no-plan.toml: No such file" in capsys.readouterr().err


def test_a_framework_that_is_not_known_is_a_plain_message(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["frameworks", "national-priorities-2012"]) == BAD_INPUT
    assert "such as 'national-priorities-2021'" in capsys.readouterr().err


def test_a_command_that_nobody_heard_of_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["statment"])
    assert caught.value.code == BAD_INPUT
    assert "statment" in capsys.readouterr().err


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == DONE
    assert capsys.readouterr().out.strip().count(".") == 2


def test_the_package_runs_as_a_module_where_the_command_is_not_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["policing-indicators", "areas"])
    with pytest.raises(SystemExit) as caught:
        run_module("policing_indicators", run_name="__main__")
    assert caught.value.code == DONE
    assert "west-midlands" in capsys.readouterr().out


def test_a_true_minus_sign_is_printed_whatever_the_terminal_speaks() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "policing_indicators", "statement", str(EXAMPLE)]
    ran = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "\N{MINUS SIGN}17.3%" in ran.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert main(["areas"]) == DONE
