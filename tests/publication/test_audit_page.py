"""The page of an audit, in every format."""

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.publication.audit_exchange import (
    COLUMNS,
    audit_csv,
    audit_json,
)
from policing_indicators.publication.audit_page import AuditPage
from policing_indicators.publication.audit_rendering import (
    audit_html,
    audit_markdown,
    audit_text,
)
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims, tidy
from policing_indicators.vocabulary.claims import ClaimDocument
from policing_indicators.vocabulary.settlement import (
    PublisherResponse,
    Settlement,
    Waiver,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
NATIONAL = framework("national-priorities-2021")
EMPTY = Audit(document=ClaimDocument(title="A report"), framework=NATIONAL, claims=())
SETTLEMENT = Settlement(
    waivers=[
        Waiver(
            claim="violence-with-injury",
            code="not_reproduced",
            reason="Offences in public places are counted.",
            office="The office",
        )
    ],
    responses=[
        PublisherResponse(
            claim="violence-with-injury", text="Thank you.", publisher="The force"
        )
    ],
)
EVIL = (
    "row,title,publisher,published,indicator,area,period,level,quotation\n"
    "document,<script>,A | B,2026-05-01,,Kent,2024/25,,\n"
    ",,,,homicide,,,12,<b>twelve</b> | 12\n"
)


def audited(settlement: Settlement | None = None) -> Audit:
    return audit_claims(
        claims.read(EXAMPLE / "claims.csv", framework=NATIONAL),
        [
            row
            for name in ("figures.csv", "observations.csv")
            for row in tidy.read(EXAMPLE / name, framework=NATIONAL)
        ],
        framework=NATIONAL,
        populations=populations(),
        settlement=settlement,
    )


FOUND = audited()
PAGE = AuditPage.of(FOUND, areas())


class Outline(HTMLParser):
    """The tags of a page and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def test_the_page_names_the_document_and_counts_the_claims() -> None:
    assert PAGE.document == (
        "West Midlands Police and Crime Commissioner, West Midlands, 2024/25"
    )
    assert PAGE.summary == (
        "Of 17 claims, 3 reproduce, 3 are within usual revision, 7 cannot be checked "
        "and 4 do not reproduce."
    )


def test_where_a_name_is_open_the_page_says_how_others_count() -> None:
    [gun] = [each for each in PAGE.passages if each.heading.startswith("Gun crime")]
    cannot, _, definition, _ = gun.sentences
    assert "publishers count different things under this name" in cannot
    assert definition == (
        "What exactly is counted is not printed, and it may not be what table 3 "
        "counts: elsewhere conventional air weapons are counted too."
    )


@pytest.mark.parametrize("write", [audit_markdown, audit_html, audit_text])
def test_every_page_holds_every_sentence(
    write: Callable[[AuditPage], str],
) -> None:
    page = re.sub(r"\s+", " ", write(PAGE))
    for row in PAGE.rows:
        assert row.verdict in page
    told = [text for each in PAGE.passages for text in each.sentences]
    told += [text for _, text in PAGE.groups]
    told += [*PAGE.without, *PAGE.notes, *PAGE.tables]
    for text in told:
        assert text.replace("'", "&#39;") in page or text in page


@pytest.mark.parametrize("write", [audit_markdown, audit_html, audit_text])
def test_an_audit_of_nothing_is_a_page_too(
    write: Callable[[AuditPage], str],
) -> None:
    page = write(AuditPage.of(EMPTY, areas()))
    assert "A report" in page
    assert "There is no claim to read." in page


def test_the_page_of_html_can_be_found_one_s_way_in_without_sight() -> None:
    page = audit_html(PAGE)
    outline = Outline(page)
    assert ("html", {"lang": "en-GB"}) in outline.tags
    assert outline.count("h1") == outline.count("main") == outline.count("header") == 1
    assert outline.count("table") == outline.count("caption") == 1
    scopes = [facts.get("scope") for tag, facts in outline.tags if tag == "th"]
    assert scopes == ["col"] * 5 + ["row"] * len(PAGE.rows)
    assert outline.count("script") == outline.count("link") == outline.count("img") == 0
    assert "@media print" in page
    assert "http://" not in page
    assert "https://" not in page


def test_what_is_quoted_runs_in_no_page() -> None:
    evil = audit_claims(
        claims.parse(EVIL, framework=NATIONAL),
        framework=NATIONAL,
        populations=populations(),
    )
    page = AuditPage.of(evil, areas())
    html = audit_html(page)
    assert "<script>" not in html
    assert "&lt;b&gt;twelve&lt;/b&gt;" in html
    assert page.document == "A | B, 1 May 2026, Kent, 2024/25"


def test_a_cell_of_markdown_is_not_split_by_a_bar() -> None:
    rows = audit_markdown(PAGE).splitlines()
    cells = [line.count(" | ") for line in rows if line.startswith("| ")]
    assert set(cells) == {4}


def test_the_terminal_s_table_keeps_to_a_width() -> None:
    assert max(map(len, audit_text(PAGE).splitlines())) <= 118


def test_the_same_input_gives_the_same_words() -> None:
    assert audit_json(audited(), areas()) == audit_json(FOUND, areas())


def test_the_json_holds_every_fact_and_its_sentences() -> None:
    found = json.loads(audit_json(audited(SETTLEMENT), areas()))
    assert found["document"]["area"] == "west-midlands"
    assert not found["passes"]
    by_id = {each["id"]: each for each in found["claims"]}
    homicide = by_id["homicide"]
    assert [each["expected"] for each in homicide["figures"]] == ["32", "-12"]
    assert round(homicide["p_value"], 3) == 0.135
    violence = by_id["violence-with-injury"]
    assert violence["findings"][0]["settled_by"] == "The office"
    assert violence["responses"] == ["Thank you."]
    [drugs] = by_id["drug-offences"]["findings"]
    [reversed_years] = drugs["explanations"]
    assert [fit["gives"] for fit in reversed_years["fits"]] == ["-9.3", "-15.9", "16.6"]
    shares = reversed_years["implied_shares"][0]
    assert (shares["lowest"], shares["highest"]) == ("79.0", "79.7")
    assert by_id["knife-crime"]["feasible_earlier"] == {
        "lowest": 5_264,
        "highest": 5_270,
    }
    whole = [each["priority"] for each in found["unclaimed"] if not each["indicator"]]
    assert whole == ["victim-satisfaction"]


def test_the_csv_has_a_row_for_each_figure_and_group() -> None:
    rows = list(csv.DictReader(io.StringIO(audit_csv(FOUND))))
    assert tuple(rows[0]) == COLUMNS
    figures = [row for row in rows if row["figure"]]
    assert len(figures) == sum(len(each.reckonings) for each in FOUND.claims)
    groups = [row["claim"] for row in rows if not row["indicator"]]
    assert groups == [*(each.group.id for each in FOUND.groups), "victim-satisfaction"]
    gaps = rows[-len(FOUND.unclaimed) :]
    assert [(each["indicator"], each["codes"]) for each in gaps] == [
        *((each.indicator.id, "") for each in FOUND.unclaimed if each.indicator),
        ("", "incomplete"),
    ]
    [gun] = [row for row in figures if row["claim"] == "gun-crime"]
    assert gun["expected"] == "-21.2"
    assert gun["verdict"] == "cannot be checked"
    assert gun["as_at"] == "2025-04-24"
    [level, _] = [row for row in figures if row["claim"] == "violence-with-injury"]
    assert level["expected"] == "32412"
    assert level["codes"] == "not_reproduced"
    points = [row["codes"] for row in rows if not row["figure"] and row["area"]]
    assert "incomplete; definition_unstated" in points


def test_a_claim_without_a_figure_or_a_period_has_a_row() -> None:
    text = "row,title,indicator,area\ndocument,A report,,Kent\n,,homicide,\n"
    found = audit_claims(
        claims.parse(text, framework=NATIONAL),
        framework=NATIONAL,
        populations=populations(),
    )
    row, *gaps = csv.DictReader(io.StringIO(audit_csv(found)))
    assert (row["verdict"], row["codes"]) == ("presentation point", "incomplete")
    assert len(gaps) == len(found.unclaimed)
    page = AuditPage.of(found, areas())
    assert (page.rows[0].printed, page.rows[0].given) == ("-", "-")
    assert page.document == "Kent"
