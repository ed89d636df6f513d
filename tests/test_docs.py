"""The pages of the documentation name what there is, all of it, and it is so."""

import re
import tomllib
from collections.abc import Iterable
from enum import Enum
from inspect import getmembers, isclass, isfunction
from pathlib import Path
from typing import Any, TypeVar

import pytest
from attrs import NOTHING, fields

import policing_indicators
from policing_indicators import (
    AreaGroup,
    Break,
    CaseNoun,
    Comparator,
    CountedUnit,
    DateBasis,
    Definition,
    DenominatorKind,
    DisclosureRule,
    Draft,
    Framework,
    GroupAverage,
    ImprovementDirection,
    Indicator,
    LimitsMethod,
    MappingRow,
    Measure,
    MeasuredDispersion,
    MissingReason,
    OffenceMapping,
    PlaceBasis,
    Priority,
    PriorityEntry,
    Publication,
    Quantity,
    SignificanceMethod,
    SmallBase,
    SmallBaseRule,
    Standard,
    StatedBaseline,
    Statement,
    Status,
    Target,
    TrajectoryShape,
    Unit,
    arrays,
    errors,
    framework,
    load_framework,
    load_mapping,
    markdown,
    populations,
)
from policing_indicators.assessment.evidence import EXACT_BELOW
from policing_indicators.cli.main import FORMATS
from policing_indicators.publication.template import names
from policing_indicators.tables import claims, open_data
from policing_indicators.tables.claim_entry import KEYS, REQUIRED
from policing_indicators.tables.tidy_row import COLUMNS, FIGURES
from policing_indicators.vocabulary.claim import ClaimComparator, Remark
from policing_indicators.vocabulary.claims import GroupKind
from policing_indicators.vocabulary.goal import GOALS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "policing_indicators"
WORKED_EXAMPLE = ROOT / "examples" / "west-midlands-2024-25-q4"
CALCULATION = "policing_indicators.calculation."

_Case = TypeVar("_Case")

Sections = dict[str, str]
"""What stands under each heading of a page, without its subheadings."""


def page(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def sections(text: str, level: str = "#+") -> Sections:
    parts = re.split(rf"^{level} (.+)$", outside_blocks(text), flags=re.MULTILINE)
    headings, bodies = parts[1::2], parts[2::2]
    assert len(set(headings)) == len(headings)
    return dict(zip(headings, bodies, strict=True))


def outside_blocks(text: str) -> str:
    """Guard the comments of examples, which look like headings."""
    return re.sub(
        r"^```.*?^```$",
        lambda block: block[0].replace("\n#", "\n #"),
        text,
        flags=re.MULTILINE | re.DOTALL,
    )


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def quotations(text: str) -> list[str]:
    return re.findall(r"^> (.+)$", text, re.MULTILINE)


def rows(section: str) -> dict[str, list[str]]:
    """Give the rows of a section's table: the other cells after the first."""
    found = re.findall(r"^\| `([^`|]+)` \|(.*)\|$", section, re.MULTILINE)
    assert len(dict(found)) == len(found)
    return {key: [cell.strip() for cell in rest.split("|")] for key, rest in found}


def needed(kind: type[Any]) -> dict[str, bool]:
    """Give the keys of a type, and whether each is required."""
    return {each.name: each.default is NOTHING for each in fields(kind) if each.init}


def some(cases: Iterable[_Case]) -> list[_Case]:
    """Give cases to test with, and refuse to test with none."""
    found = list(cases)
    assert found
    return found


def words(closed_set: type[Enum]) -> list[str]:
    return [str(member.value) for member in closed_set]


DOCUMENTED: list[tuple[str, str, type[Any], bool]] = [
    ("publication", "What goes in `publication.toml`", Publication, True),
    ("publication", "`[small_base]`", SmallBaseRule, False),
    ("publication", "`[disclosure]`", DisclosureRule, False),
    ("publication", "`[[priorities]]`", PriorityEntry, False),
    ("publication", "`[[targets]]`", Target, False),
    ("publication", "`baseline`", StatedBaseline, False),
    ("publication", "`[[groups]]`", AreaGroup, False),
    ("frameworks", "The framework", Framework, True),
    ("frameworks", "`[[priorities]]`", Priority, False),
    ("frameworks", "`[[indicators]]`", Indicator, False),
    ("frameworks", "`noun`", CaseNoun, False),
    ("frameworks", "`[indicators.definition]`", Definition, False),
    ("frameworks", "`[[indicators.breaks]]`", Break, False),
    ("frameworks", "`[indicators.dispersion]`", MeasuredDispersion, False),
    ("frameworks", "From the Home Office's table", OffenceMapping, True),
    ("frameworks", "`[[rows]]`", MappingRow, False),
]


@pytest.mark.parametrize(("name", "heading", "kind", "is_document"), DOCUMENTED)
def test_every_key_of_a_document_is_explained_and_said_to_be_required_or_not(
    name: str, heading: str, kind: type[Any], *, is_document: bool
) -> None:
    keys = needed(kind) | ({"schema": True} if is_document else {})
    explained = rows(sections(page(name))[heading])
    assert set(explained) == set(keys)
    for key, (required, meaning) in explained.items():
        assert (required == "yes") == keys[key]
        assert meaning


@pytest.mark.parametrize(
    ("name", "heading", "key", "closed_set"),
    [
        ("publication", "`[small_base]`", "decided_by", SmallBase),
        ("publication", "`[[targets]]`", "quantity", Quantity),
        ("frameworks", "`[[indicators]]`", "unit", Unit),
        ("frameworks", "`[[indicators]]`", "direction", ImprovementDirection),
        ("frameworks", "`[[indicators]]`", "denominator", DenominatorKind),
        ("frameworks", "`[indicators.definition]`", "standard", Standard),
        ("frameworks", "`[indicators.definition]`", "counts", CountedUnit),
        ("frameworks", "`[indicators.definition]`", "dated_by", DateBasis),
        ("frameworks", "`[indicators.definition]`", "placed_by", PlaceBasis),
    ],
)
def test_a_key_that_takes_one_of_some_words_names_them_all_and_no_others(
    name: str, heading: str, key: str, closed_set: type[Enum]
) -> None:
    *_, meaning = rows(sections(page(name))[heading])[key]
    assert sorted(re.findall(r'`"([^`]+)"`', meaning)) == sorted(words(closed_set))


def test_every_kind_of_goal_is_explained_with_its_keys_and_their_words() -> None:
    explained = rows(sections(page("publication"))["`goal`"])
    goals: dict[str, type[Any]] = {goal.KIND: goal for goal in GOALS}
    assert set(explained) == set(goals)
    for kind, (keys, meaning) in explained.items():
        assert set(re.findall(r"`(\w+)`", keys)) == set(needed(goals[kind]))
        assert meaning
    told = {
        kind: set(re.findall(r'`"([^`]+)"`', row[1])) for kind, row in explained.items()
    }
    assert told["no worse than"] == {*words(Comparator), *words(GroupAverage)}
    assert told["trajectory"] == set(words(TrajectoryShape))


def test_every_column_of_a_tidy_table_is_explained_in_its_order() -> None:
    explained = rows(sections(page("publication"))["The table of figures"])
    assert tuple(explained) == COLUMNS
    required = {"yes": set(COLUMNS[:3]), "one of the three": set(FIGURES)}
    for said, columns in required.items():
        assert {key for key, cells in explained.items() if cells[0] == said} == columns


def test_every_column_and_measure_of_the_open_data_is_explained_in_its_order() -> None:
    section = sections(page("publication"))
    assert tuple(rows(section["The open data"])) == open_data.COLUMNS
    assert list(rows(section["What a figure is of"])) == words(Measure)


def test_every_group_of_phrases_is_explained_and_no_other() -> None:
    section = sections(page("house-style"))["The groups of phrases"]
    keys = re.findall(r"^\| (`.*?`) \|", section, re.MULTILINE)
    shipped = (PACKAGE / "wording/styles/english.toml").read_text(encoding="utf-8")
    named = re.findall("[a-z_]+", " ".join(keys))
    assert sorted(named) == sorted(tomllib.loads(shipped)["phrases"])


def test_every_format_and_template_is_explained() -> None:
    section = sections(page("publication"))
    assert list(rows(section["The formats"])) == list(FORMATS)
    assert list(rows(section["Templates of your own"])) == names()


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("document", "`[document]`"),
        ("claim", "`[[claims]]`"),
        ("group", "`[[groups]]`"),
    ],
)
def test_every_key_of_a_claims_file_is_explained_in_its_order(
    kind: str, heading: str
) -> None:
    explained = rows(sections(page("claims"))[heading])
    keys = tuple(key for key in explained if key not in words(GroupKind))
    assert keys == KEYS[kind]
    required = {key for key in keys if explained[key][0] == "yes"}
    assert required == set(REQUIRED[kind])


def test_every_word_that_a_claims_file_takes_is_explained() -> None:
    explained = sections(page("claims"))
    assert set(words(GroupKind)) < set(rows(explained["`[[groups]]`"]))
    keys = rows(explained["`[[claims]]`"])
    for key, closed_set in (("comparator", ClaimComparator), ("remarks", Remark)):
        *_, meaning = keys[key]
        assert re.findall(r"`([^`]+)`", meaning) == words(closed_set)


def test_the_two_examples_of_a_claims_file_say_the_same(tmp_path: Path) -> None:
    [document], [table] = (blocks(page("claims"), each) for each in ("toml", "text"))
    path = tmp_path / "claims.toml"
    path.write_text(document, encoding="utf-8")
    national = framework("national-priorities-2021")
    assert claims.read(path, framework=national) == claims.parse(
        table, framework=national
    )


@pytest.mark.parametrize(
    ("heading", "closed_set"),
    [
        ("Why there is no figure", MissingReason),
        ("What state a figure is in", Status),
    ],
)
def test_every_reason_and_status_is_explained_with_its_symbol(
    heading: str, closed_set: type[MissingReason | Status]
) -> None:
    explained = rows(sections(page("publication"))[heading])
    symbols = {word: cells[0].strip("`") for word, cells in explained.items()}
    assert symbols == {member.value: member.shorthand for member in closed_set}


def test_the_examples_of_the_pages_are_one_publication_and_make_its_statement(
    tmp_path: Path,
) -> None:
    text = sections(page("publication"))
    framework, mapping = blocks(page("frameworks"), "toml")
    example = text["An example"]
    [publication], [figures] = blocks(example, "toml"), blocks(example, "text")
    contents = {
        "publication.toml": publication,
        "figures.csv": figures,
        "town-plan.toml": framework,
        "town-plan-mapping.toml": mapping,
        "previous.json": '{"schema": 1, "edition": "2024-25 Q3 update"}',
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")

    statement = markdown(Statement.of(Draft.read(tmp_path), populations()))
    quoted = quotations(text["What is worked out"])
    assert len(quoted) > 1
    for sentence in quoted:
        assert sentence in statement

    indicators = {
        each.id for each in load_framework(tmp_path / "town-plan.toml").indicators
    }
    mapped = load_mapping(tmp_path / "town-plan-mapping.toml").indicators
    assert set(mapped) < indicators


def test_what_is_quoted_of_the_worked_example_is_in_its_statement() -> None:
    beside = sections(page("publication"))["Beside its own past and other areas"]
    statement = markdown(Statement.of(Draft.read(WORKED_EXAMPLE), populations()))
    for sentence in some(quotations(beside)):
        assert sentence in statement


def test_every_quotation_of_the_page_is_held_to_a_statement() -> None:
    text = page("publication")
    of_sections = sections(text)
    held = ("What is worked out", "Beside its own past and other areas")
    assert quotations(text) == [
        sentence for heading in held for sentence in quotations(of_sections[heading])
    ]


def test_the_example_of_a_publication_shows_every_key() -> None:
    [publication] = blocks(sections(page("publication"))["An example"], "toml")
    shown = set(re.findall(r"^(?:\[+)?(\w+)(?:\]+$| = )", publication, re.MULTILINE))
    assert {
        *needed(Publication),
        *needed(SmallBaseRule),
        *needed(PriorityEntry),
    } <= shown


ERRORS = [
    (name, found)
    for name, found in getmembers(errors, isclass)
    if issubclass(found, errors.PolicingIndicatorsError)
]


def test_the_page_of_errors_has_a_section_for_each_and_no_other() -> None:
    assert set(sections(page("errors"), "##")) == {name for name, _ in ERRORS}


@pytest.mark.parametrize(("name", "error"), some(ERRORS))
def test_every_error_is_explained_with_its_facts_cause_cure_and_an_example(
    name: str, error: type[errors.PolicingIndicatorsError]
) -> None:
    section = sections(page("errors"), "##")[name]
    built_in = {each.__name__ for each in error.__bases__} - {
        "PolicingIndicatorsError",
        "Exception",
    }
    facts = set(needed(error)) if built_in else set[str]()
    for word in built_in | facts:
        assert f"`{word}`" in section
    for part in ("**Cause.**", "**Cure.**", "```python"):
        assert part in section


METHODS = {
    heading: body
    for heading, body in sections(page("methods"), "#{2,3}").items()
    if "**Formula" in body
}
PARTS = ("**Formula", "**Source.**", "**Assumes**", "**Do not use", "**In code:**")


@pytest.mark.parametrize("heading", some(METHODS))
def test_every_method_has_all_its_parts_and_an_example_that_asserts(
    heading: str,
) -> None:
    places = [METHODS[heading].index(part) for part in PARTS]
    assert places == sorted(places)
    _, example = METHODS[heading].split("**Example", maxsplit=1)
    assert "assert " in "".join(blocks(example, "python"))


def test_every_third_heading_of_the_methods_is_a_method() -> None:
    third = sections(page("methods"), "###")
    assert set(third) == set(METHODS)


def in_code() -> str:
    """Give the lines that say where a method is found."""
    found = re.findall(r"^\*\*In code:\*\*.*$", page("methods"), re.MULTILINE)
    return "\n".join(found)


@pytest.mark.parametrize(
    "name",
    some(name for name, _ in getmembers(arrays, isfunction) if name in arrays.__all__),
)
def test_every_function_over_arrays_is_named_by_the_method_that_it_applies(
    name: str,
) -> None:
    assert re.search(rf"\barrays\.{name}\b", in_code())


@pytest.mark.parametrize(
    "name",
    some(
        name
        for name in policing_indicators.__all__
        if getattr(policing_indicators, name).__module__.startswith(CALCULATION)
    ),
)
def test_every_public_name_of_the_arithmetic_is_on_the_page_of_methods(
    name: str,
) -> None:
    assert re.search(rf"\b{name}\b", page("methods"))


@pytest.mark.parametrize("method", [*LimitsMethod, *SignificanceMethod])
def test_every_way_to_make_limits_or_p_values_is_named_by_its_method(
    method: LimitsMethod | SignificanceMethod,
) -> None:
    assert f"{type(method).__name__}.{method.name}" in in_code()


def test_what_is_cited_is_among_the_references_and_the_other_way_round() -> None:
    text, references = page("methods").split("\n## References\n")
    others = r"(?:(?:, [A-Z]\w+)* and [A-Z]\w+| et al\.)?"
    cited = re.findall(rf"([A-Z]\w+){others} \(?(\d{{4}}[ab]?)\)", text)
    listed = re.findall(
        r"^\* ([A-Z]\w+) .*?\((\d{4}[ab]?)\)\.", references, re.MULTILINE
    )
    assert set(cited) == set(listed)
    assert listed == sorted(listed)


def test_a_heading_that_the_code_cites_is_on_the_page_of_methods() -> None:
    code = "".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    cited = re.findall(r'docs/methods\.md, "([^"]+)"', code)
    assert cited
    assert set(cited) <= set(sections(page("methods")))


@pytest.mark.parametrize("name", ["methods", "frameworks"])
def test_the_bound_of_the_exact_test_is_the_one_in_force(name: str) -> None:
    assert f"under {EXACT_BELOW}" in page(name)
