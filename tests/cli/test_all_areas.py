"""The statements of every area that one publication's tables hold, by one command."""

import io
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import duckdb
import pytest

from policing_indicators.cli import area_statements, delivery
from policing_indicators.cli.area_folder import MEMORY
from policing_indicators.cli.main import BAD_INPUT, DONE, main
from policing_indicators.cli.progress import Progress
from policing_indicators.publication.area_drafts import AreaDrafts

DATA_BESIDE = {
    "csv": ["csv-metadata.json"],
    "html": ["csv", "csv-metadata.json"],
}
"""What stands beside the statement of an area, by its format."""

PUBLICATION = """
schema = 1
title = "Our statement"
edition = "2024-25 Q4"
publisher = "the office of one commissioner"
published = 2026-05-01
area = "kent"
period = "2024/25"
framework = "plan.toml"
data = ["figures.csv"]
about = "Our own words at the head."

[[priorities]]
id = "lives"
title = "Lives first"
narrative = "What we did about it."

[[priorities]]
id = "homes"
applies = false
reason = "Our plan takes it up later."

[[targets]]
id = "fewer"
indicator = "homicide"
due = "2024/25"
goal = { kind = "at most", value = 20 }
promised_by = "the commissioner"
source = "the plan"

[[groups]]
id = "neighbours"
name = "our neighbours"
areas = ["essex", "sussex"]
source = "the plan"
"""
FRAMEWORK = """
schema = 1
id = "own-plan"
name = "A plan"

[[priorities]]
id = "lives"
name = "Save lives"
indicators = ["homicide"]

[[priorities]]
id = "homes"
name = "Protect homes"
indicators = ["burglary"]

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
"""
FIGURES = """\
indicator,area,period,count,as_at
homicide,kent,2024/25,12,2026-04-01
burglary,kent,2024/25,4000,2026-04-01
homicide,essex,2024/25,15,2026-04-01
burglary,essex,2024/25,5000,2026-04-01
homicide,sussex,2024/25,9,2026-04-01
homicide,british-transport-police,2024/25,1,2026-04-01
"""
OURS = (
    *(
        "the office of one commissioner",
        "Our own words",
        "What we did",
        "our neighbours",
    ),
    *("Our plan takes it up", "the plan"),
)
AREAS = ("essex", "kent", "sussex")
Run = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.toml").write_text(FRAMEWORK)
    (tmp_path / "publication.toml").write_text(PUBLICATION)
    (tmp_path / "figures.csv").write_text(FIGURES)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def write_all(*more: str) -> int:
        return main(
            ["statement", str(folder), "--all-areas", str(folder / "out"), *more]
        )

    return write_all


def replace(file: Path, before: str, after: str) -> None:
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))


def stamps(folder: Path) -> dict[str, int]:
    return {
        each.name: each.stat().st_mtime_ns
        for each in (folder / "out").iterdir()
        if each.name != MEMORY
    }


@pytest.mark.parametrize(
    ("form", "suffix"),
    [
        *[("markdown", "md"), ("html", "html"), ("json", "json"), ("csv", "csv")],
        *[("xlsx", "xlsx"), ("ods", "ods")],
    ],
)
def test_every_area_of_the_same_kind_gets_a_file_of_its_id(
    folder: Path, run: Run, form: str, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--format", form) == DONE
    endings = {suffix, *DATA_BESIDE.get(form, ())}
    assert set(stamps(folder)) == {f"{area}.{end}" for area in AREAS for end in endings}
    printed = capsys.readouterr()
    assert printed.out == (
        f"3 statements in {folder / 'out'}: 3 made, 0 there already, 0 not made.\n"
    )
    assert printed.err == ""


def test_the_own_statement_is_what_the_command_prints_without_all_areas(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    capsys.readouterr()
    main(["statement", str(folder)])
    assert (folder / "out" / "kent.md").read_text() == capsys.readouterr().out


@pytest.mark.parametrize("form", ["md", "html", "json", "csv"])
def test_what_one_office_says_or_promises_is_in_its_own_statement_alone(
    folder: Path, run: Run, form: str
) -> None:
    run("--format", {"md": "markdown"}.get(form, form))
    others = [(folder / "out" / f"{area}.{form}").read_text() for area in AREAS]
    own = others.pop(AREAS.index("kent"))
    assert form == "csv" or all(words in own for words in OURS[:3])
    assert not any(words in other for words in OURS for other in others)


def test_what_decides_figures_and_their_order_is_the_same_for_all(
    folder: Path, run: Run
) -> None:
    run()
    essex = (folder / "out" / "essex.md").read_text()
    assert essex.startswith("# Our statement\n\n**Essex, 2024-25 Q4**\n")
    assert "no office is named as its publisher" in essex
    assert essex.index("Lives first") < essex.index("Protect homes")
    assert "5,000" in essex
    assert "This priority does not apply" not in essex


def test_a_statement_of_another_area_names_the_files_that_it_is_made_from(
    folder: Path,
) -> None:
    main(["statement", str(folder), "--format", "json", "--output",
          str(folder / "previous.json")])  # fmt: skip
    replace(
        folder / "publication.toml", "about =", 'previous = "previous.json"\nabout ='
    )
    drafts = AreaDrafts.read(folder)
    essex, kent, _ = map(drafts.draft, drafts.areas)
    named = ["publication.toml", "plan.toml", "figures.csv"]
    assert [each.name for each in essex.inputs] == named
    assert [each.name for each in kent.inputs] == [*named, "previous.json"]
    assert essex.previous is None


def test_a_second_run_makes_nothing_again(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    before = stamps(folder)
    capsys.readouterr()
    assert run() == DONE
    assert "0 made, 3 there already" in capsys.readouterr().out
    assert stamps(folder) == before


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("figures.csv", "essex,2024/25,15", "essex,2024/25,16"),
        ("plan.toml", "Save lives", "Lives"),
        ("publication.toml", "Our own words", "Other words"),
    ],
)
def test_all_is_made_again_where_any_input_changed(  # noqa: PLR0913 - fixtures too
    folder: Path,
    run: Run,
    *,
    file: str,
    before: str,
    after: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run()
    replace(folder / file, before, after)
    run()
    assert "3 made, 0 there already" in capsys.readouterr().out


def test_a_file_that_was_changed_or_taken_away_is_made_again(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    before = (folder / "out" / "kent.md").read_bytes()
    (folder / "out" / "kent.md").write_text("edited")
    (folder / "out" / "essex.md").unlink()
    run()
    assert "2 made, 1 there already" in capsys.readouterr().out
    assert (folder / "out" / "kent.md").read_bytes() == before


def test_beside_each_table_stands_its_description(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--format", "csv") == DONE
    alone = folder / "kent.csv"
    words = ["--format", "csv", "--output", str(alone)]
    assert main(["statement", str(folder), *words]) == DONE
    described = folder / "out" / "kent.csv-metadata.json"
    expected = (folder / "kent.csv-metadata.json").read_bytes()
    assert described.read_bytes() == expected
    assert (folder / "out" / "kent.csv").read_bytes() == alone.read_bytes()
    capsys.readouterr()
    assert run("--format", "csv") == DONE
    assert "0 made, 3 there already" in capsys.readouterr().out
    described.unlink()
    assert run("--format", "csv") == DONE
    assert "1 made, 2 there already" in capsys.readouterr().out
    assert described.read_bytes() == expected


def test_formats_beside_each_other_are_each_remembered(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    run("--format", "html")
    capsys.readouterr()
    run()
    assert "3 there already" in capsys.readouterr().out


def test_templates_of_ones_own_are_among_what_a_statement_is_made_from(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = folder / "templates"
    templates.mkdir()
    (templates / "statement.md.jinja").write_text("{{ statement.area }}\n")
    own = ("--templates", str(templates))
    run(*own)
    assert (folder / "out" / "essex.md").read_text() == "Essex\n"
    run(*own)
    (templates / "statement.md.jinja").write_text("{{ statement.area }}!\n")
    run(*own)
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[2][:6] for line in said] == [
        "3 made",
        "0 made",
        "3 made",
    ]
    assert run("--templates", str(folder / "none")) == BAD_INPUT
    assert "none" in capsys.readouterr().err


@pytest.mark.parametrize(
    "memory", ["{", "[]", '{"kent.md": "x"}', '{"kent.md": [1, 2]}']
)
def test_a_memory_that_is_not_whole_is_none(
    folder: Path, run: Run, memory: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    (folder / "out" / MEMORY).write_text(memory)
    run()
    assert "3 made, 0 there already" in capsys.readouterr().out.splitlines()[1]


def test_where_counts_are_hidden_nothing_is_remembered(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "publication.toml").open("a") as file:
        file.write("\n[disclosure]\nsmallest = 10\n")
    run()
    run()
    assert capsys.readouterr().out.count("3 made") == 2
    assert not (folder / "out" / MEMORY).exists()
    sussex = (folder / "out" / "sussex.md").read_text()
    assert "9 homicides" not in sussex


def test_an_error_of_one_area_is_named_and_loses_no_other(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    replace(folder / "figures.csv", "essex,2024/25,15,2026", "essex,2024/25,15,2024")
    capsys.readouterr()
    assert run() == area_statements.SOME_NOT_MADE
    printed = capsys.readouterr()
    assert "2 made, 0 there already, 1 not made" in printed.out
    assert "no statement of Essex: " in printed.err
    assert f"{folder / 'figures.csv'}: line 4, column as_at" in printed.err
    assert "essex.md is of an earlier run" in printed.err
    (folder / "out" / "essex.md").unlink()
    run()
    assert "earlier run" not in capsys.readouterr().err


def test_an_error_in_the_own_areas_figures_loses_no_other(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(folder / "figures.csv", "homicide,kent,", "homicide,surrey,")
    replace(folder / "figures.csv", "burglary,kent,", "burglary,surrey,")
    assert run() == area_statements.SOME_NOT_MADE
    assert "no statement of Kent: " in capsys.readouterr().err
    assert set(stamps(folder)) == {"essex.md", "surrey.md", "sussex.md"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('title = "Our statement"', 'title = "Safer  KENT: a plan"'),
        ('edition = "2024-25 Q4"', 'edition = "Kent Police, Q4"'),
        ('title = "Lives first"', 'title = "Lives in Kent."'),
    ],
)
def test_a_text_for_all_that_names_the_own_area_is_refused(
    folder: Path,
    run: Run,
    before: str,
    after: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    replace(folder / "publication.toml", before, after)
    assert run() == BAD_INPUT
    assert "a text that does not name Kent" in capsys.readouterr().err
    assert not (folder / "out").exists()
    assert main(["statement", str(folder)]) == DONE


def test_a_text_that_only_holds_the_areas_letters_is_right(
    folder: Path, run: Run
) -> None:
    replace(folder / "publication.toml", "Our statement", "Kentish lanes statement")
    assert run() == DONE


def test_bad_input_writes_nothing(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--output", "x.md") == BAD_INPUT
    replace(folder / "publication.toml", "2026-05-01", "2025-03-01")
    assert run() == BAD_INPUT
    replace(folder / "publication.toml", "2025-03-01", "2026-05-01")
    replace(folder / "publication.toml", "the office of one commissioner", "")
    assert run() == BAD_INPUT
    assert "who publishes the statement" in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_a_folder_that_cannot_be_made_is_named(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "out").write_text("a file")
    assert run() == BAD_INPUT
    assert str(folder / "out") in capsys.readouterr().err


def test_no_statement_is_written_over_what_all_are_made_from(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "figures.csv").rename(folder / "essex.csv")
    replace(folder / "publication.toml", "figures.csv", "essex.csv")
    before = (folder / "essex.csv").read_bytes()
    every = ["statement", str(folder), "--format", "csv", "--all-areas", str(folder)]
    assert main(every) == area_statements.SOME_NOT_MADE
    assert "the publication is made from this file" in capsys.readouterr().err
    assert (folder / "essex.csv").read_bytes() == before


def test_an_interrupted_run_goes_on_where_it_was(
    folder: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def write(
        files: Mapping[Path, str | bytes], made: str, made_from: Iterable[Path]
    ) -> None:
        if "sussex.md" in {path.name for path in files}:
            raise KeyboardInterrupt
        delivery.write(files, made, made_from)

    module = "policing_indicators.cli.statement.write"
    with monkeypatch.context() as patch:
        patch.setattr(module, write)
        assert run() == area_statements.INTERRUPTED
    assert "interrupted after 2 of 3 statements" in capsys.readouterr().err
    before = stamps(folder)
    assert set(before) == {"essex.md", "kent.md"}
    assert run() == DONE
    assert "1 made, 2 there already" in capsys.readouterr().out
    assert stamps(folder).items() > before.items()


def test_a_run_that_is_killed_leaves_whole_files_and_goes_on(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    whole = {name: (folder / "out" / name).read_bytes() for name in stamps(folder)}
    capsys.readouterr()
    for each in (folder / "out").iterdir():
        each.unlink()
    slow = (
        "import sys, time, policing_indicators.cli.statement as statement\n"
        "from policing_indicators.cli.main import main\n"
        "made = statement.contents\n"
        "def slowly(*given):\n    time.sleep(0.3)\n    return made(*given)\n"
        "statement.contents = slowly\n"
        "main(['statement', sys.argv[1], '--all-areas', sys.argv[2]])\n"
    )
    command = [sys.executable, "-c", slow, str(folder), str(folder / "out")]
    with subprocess.Popen(command) as process:
        while not (folder / "out" / MEMORY).exists():
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    left = [each for each in stamps(folder) if not each.endswith(".unfinished")]
    assert 1 <= len(left) < 3
    assert all((folder / "out" / name).read_bytes() == whole[name] for name in left)
    assert run() == DONE
    assert "0 there already" not in capsys.readouterr().out
    assert {name: (folder / "out" / name).read_bytes() for name in whole} == whole


def test_how_far_it_has_come_is_shown_on_a_terminal_and_nowhere_else(
    folder: Path,
) -> None:
    command = [sys.executable, "-m", "policing_indicators", "statement", str(folder)]
    ours, theirs = pty.openpty()
    ran = subprocess.run(
        [*command, "--all-areas", str(folder / "out")],
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "3 of 3" in shown
    assert "Kent" in shown
    assert b"of 3 " not in ran.stdout
    ran = subprocess.run(
        [*command, "--all-areas", str(folder / "out")], capture_output=True, check=True
    )
    assert ran.stderr == b""


def test_a_bar_is_wiped_out_when_all_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(2)
    progress.close()
    progress.step("Kent")
    progress.close()
    assert terminal.getvalue() == f"\r\x1b[K[{'#' * 15}{'.' * 15}] 1 of 2 Kent\r\x1b[K"


def test_an_error_output_that_is_closed_loses_no_statement(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(folder / "figures.csv", "essex,2024/25,15,2026", "essex,2024/25,15,2024")
    monkeypatch.setattr(sys, "stderr", None)
    assert run() == area_statements.SOME_NOT_MADE
    assert set(stamps(folder)) == {"kent.md", "sussex.md"}


def test_a_table_may_be_one_of_a_database(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--format", "html")
    pages = [each for each in stamps(folder) if each.endswith(".html")]
    csv_files = {each: (folder / "out" / each).read_text() for each in pages}
    database = folder / "figures.duckdb"
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            f"CREATE TABLE crime AS FROM read_csv('{folder / 'figures.csv'}')"
        )
    replace(folder / "publication.toml", "figures.csv", "figures.duckdb#crime")
    assert run("--format", "html") == DONE
    for name, before in csv_files.items():
        now = (folder / "out" / name).read_text()
        assert "figures.duckdb (SHA-256 " in now
        assert (
            now.split("SHA-256")[0].replace("duckdb", "csv")
            == (before.split("SHA-256")[0])
        )
    replace(folder / "publication.toml", "#crime", "#crimes")
    capsys.readouterr()
    assert run() == BAD_INPUT
    error = capsys.readouterr().err
    assert "data[0]: 'crimes'; allowed: a known table, such as 'crime'" in error
    replace(folder / "publication.toml", "#crimes", "")
    assert run() == BAD_INPUT
    assert "name its table too" in capsys.readouterr().err


def test_a_database_gives_no_digest_where_counts_are_hidden(
    folder: Path, run: Run
) -> None:
    with duckdb.connect(str(folder / "figures.duckdb")) as connection:
        figures = folder / "figures.csv"
        connection.execute(f"CREATE TABLE crime AS FROM read_csv('{figures}')")
    replace(folder / "publication.toml", "figures.csv", "figures.duckdb#crime")
    with (folder / "publication.toml").open("a") as file:
        file.write("\n[disclosure]\nsmallest = 10\n")
    assert run() == DONE
    sussex = (folder / "out" / "sussex.md").read_text()
    assert "figures.duckdb" in sussex
    assert "figures.duckdb (SHA-256" not in sussex
