"""``--charts`` draws pictures on a page of HTML, and the data stand beside it."""

import sys
from pathlib import Path

import pytest
from tests.publication import small

from policing_indicators.cli.main import BAD_INPUT, DONE, main

FIGURES = """\
indicator,area,period,count,as_at
homicide,kent,2024/25,20,2026-04-01
homicide,kent,2023/24,18,2026-04-01
homicide,essex,2024/25,22,2026-04-01
"""
CLAIMS = """\
row,title,publisher,published,indicator,area,period,level,quotation
document,A report,An office,2026-05-01,,Kent,2024/25,,
,,,,homicide,,,20,there were 20
"""
NATIONAL = small.PUBLICATION.replace("plan.toml", "national-priorities-2021")


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    folder = tmp_path / "publication"
    folder.mkdir()
    (folder / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    return small.write_publication(folder, figures=FIGURES, publication=NATIONAL)


def test_a_page_with_charts_has_its_data_beside_it(
    publication: Path, tmp_path: Path
) -> None:
    page = tmp_path / "our page.html"
    words = ["statement", str(publication), "--format", "html", "--charts"]
    assert main([*words, "--output", str(page)]) == DONE
    text = page.read_text(encoding="utf-8")
    assert "<svg" in text
    assert 'href="our%20page.csv"' in text
    names = {each.name for each in tmp_path.glob("our page*")}
    assert names == {"our page.html", "our page.csv", "our page.csv-metadata.json"}


def test_a_page_that_is_printed_leads_to_no_file(
    publication: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["statement", str(publication), "--format", "html", "--charts"]) == DONE
    page = capsys.readouterr().out
    assert "<svg" in page
    assert 'href="#data"' not in page


def test_a_page_whose_name_ends_as_data_do_is_not_overwritten_by_them(
    publication: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.csv"
    words = ["statement", str(publication), "--format", "html"]
    assert main([*words, "--output", str(page)]) == DONE
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert 'href="page.csv.csv"' in text
    assert (tmp_path / "page.csv.csv").is_file()


def test_data_are_never_written_over_what_the_page_is_made_from(
    publication: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = publication / "figures.html"
    words = ["statement", str(publication), "--format", "html"]
    assert main([*words, "--output", str(page)]) == BAD_INPUT
    assert "figures.csv: the publication is made from this file" in (
        capsys.readouterr().err
    )
    assert not page.exists()
    assert (publication / "figures.csv").read_text(encoding="utf-8") == FIGURES


@pytest.mark.parametrize("form", ["markdown", "json", "csv", "docx", "ods"])
@pytest.mark.parametrize("command", ["statement", "audit"])
def test_charts_go_with_a_page_of_html_alone(
    command: str, form: str, publication: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [command, str(publication), "--charts", "--format", form]
    assert main(words) == BAD_INPUT
    told = f"--charts is '--format {form}'; allowed: given only with --format html"
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("more", [[], ["--all-areas", "folder"]])
def test_without_what_draws_them_the_extra_is_named_once(
    more: list[str],
    publication: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    words = ["statement", str(publication), "--format", "html", "--charts"]
    assert main([*words, *more]) == BAD_INPUT
    told = capsys.readouterr().err
    assert told.count("pip install policing-indicators[charts]") == 1
    assert not Path("folder").exists()


def test_an_audit_has_its_charts_and_its_data_too(
    publication: Path, tmp_path: Path
) -> None:
    page = tmp_path / "audit.html"
    words = ["audit", str(publication), "--format", "html", "--charts"]
    assert main([*words, "--output", str(page)]) == DONE
    assert "<svg" in page.read_text(encoding="utf-8")
    assert (tmp_path / "audit.csv").is_file()


def test_the_pages_of_all_areas_are_made_again_where_their_data_are_gone(
    publication: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pages"
    words = ["statement", str(publication), "--format", "html", "--charts"]
    words += ["--all-areas", str(folder)]
    assert main(words) == DONE
    names = {each.name for each in folder.iterdir() if each.name.startswith("essex")}
    assert names == {"essex.html", "essex.csv", "essex.csv-metadata.json"}
    (folder / "essex.csv").unlink()
    assert main(words) == DONE
    assert "1 made, 1 there already" in capsys.readouterr().out
    assert main([each for each in words if each != "--charts"]) == DONE
    assert "2 made, 0 there already" in capsys.readouterr().out
