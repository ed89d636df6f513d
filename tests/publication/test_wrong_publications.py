"""Every way in which a publication can be wrong ends in one message, and no file.

The cases are made from the types: for every key of everything that a publication holds,
another type, none where one is required, and a key beside it that is not known.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from attrs import NOTHING, fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.cli.main import BAD_INPUT, DONE, main
from policing_indicators.errors import InvalidContentError
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.publication import PriorityEntry, Publication
from policing_indicators.structuring.plain import is_list, is_table, joined
from policing_indicators.structuring.rewriting import literal
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.goal import GOALS, Goal
from policing_indicators.vocabulary.target import StatedBaseline, Target
from policing_indicators.wording.disclosure_rule import DisclosureRule

Data = dict[str, Any]
Keys = tuple[str | int, ...]

FIGURES = """\
indicator,area,period,count,missing
homicide,west-midlands,2024/25,32,
personal-robbery,west-midlands,2024/25,5803,
victim-satisfaction,west-midlands,2024/25,,not available
knife-crime,west-midlands,2024,4664,
"""


def at_most() -> Data:
    return {"kind": "at most", "value": 40}


GOAL_DATA: dict[str, Data] = {
    "at most": at_most(),
    "at least": {"kind": "at least", "value": 4},
    "between": {"kind": "between", "lower": 4, "upper": 5},
    "percent change": {"kind": "percent change", "reduction": 10},
    "no worse than": {
        "kind": "no worse than",
        "than": "group",
        "of": "near",
        "average": "pooled",
    },
    "unusual reduction": {
        "kind": "unusual reduction",
        "method": "exact test of two counts",
        "confidence": 0.95,
    },
    "trajectory": {
        "kind": "trajectory",
        "to": {"kind": "percent change", "reduction": 50},
        "shape": "linear",
    },
    "all of": {"kind": "all of", "goals": [at_most()]},
    "any of": {"kind": "any of", "goals": [at_most()]},
}


def target(goal: type[Goal]) -> Data:
    """Give a target with such a goal, and all else that it needs."""
    is_rate = goal.KIND == "no worse than"
    return {
        "id": goal.KIND.replace(" ", "-"),
        "indicator": "personal-robbery",
        "quantity": "rate" if is_rate else "count",
        **({"per": 1_000} if is_rate else {}),
        "due": "2024/25",
        "baseline": "2019/20",
        "goal": deepcopy(GOAL_DATA[goal.KIND]),
        "promised_by": "the commissioner",
        "source": "an invented plan",
    }


VALID: Data = {
    "schema": 1,
    "title": "A statement",
    "edition": "2024-25 Q4",
    "publisher": "an office",
    "published": date(2026, 5, 1),
    "area": "west-midlands",
    "period": "2024/25",
    "framework": "national-priorities-2021",
    "data": ["figures.csv"],
    "populations": "mid-2024",
    "confidence": 0.95,
    "about": "Invented.",
    "style": "english",
    "previous": "previous.json",
    "periods": {"knife-crime": "2024"},
    "small_base": {"threshold": 50, "decided_by": "either"},
    "disclosure": {"smallest": 5, "round_to": 5},
    "priorities": [
        {
            "id": "homicide",
            "title": "Lives",
            "applies": True,
            "reason": "It does.",
            "indicators": ["homicide"],
            "narrative": "What was done.",
        },
        *(
            {"id": name}
            for name in (
                "serious-violence",
                "drugs",
                "neighbourhood-crime",
                "victim-satisfaction",
                "cyber-crime",
            )
        ),
    ],
    "groups": [
        {
            "id": "near",
            "name": "the neighbours",
            "areas": ["west-mercia", "warwickshire"],
            "source": "an invented plan",
        }
    ],
    "targets": [
        *map(target, GOALS),
        {
            **target(GOALS[0]),
            "id": "stated",
            "baseline": {
                "value": 50,
                "source": "an invented plan",
                "period": "2019/20",
            },
        },
    ],
}

TABLES: dict[Keys, type[Any]] = {
    (): Publication,
    ("small_base",): SmallBaseRule,
    ("disclosure",): DisclosureRule,
    ("priorities", 0): PriorityEntry,
    ("groups", 0): AreaGroup,
    ("targets", 0): Target,
    **{("targets", row, "goal"): goal for row, goal in enumerate(GOALS)},
    ("targets", len(GOALS), "baseline"): StatedBaseline,
}
"""Every table of the publication, and the type that it is made into."""


class Mistake(NamedTuple):
    """One thing that is not right, and where it is to be named."""

    table: Keys
    key: str
    what: str

    @property
    def place(self) -> str:
        place = place_of(self.table)
        return joined(place, f"{self.key}x" if self.what == "unknown" else self.key)

    def made(self, data: Data) -> None:
        """Make the mistake in some data."""
        table: Any = data
        for key in self.table:
            table = table[key]
        match self.what:
            case "mistyped":
                held = table.get(self.key, "")
                is_number = type(held) in (int, float)
                table[self.key] = {"wrong": 1} if is_number or not held else 1
            case "missing":
                del table[self.key]
            case _:
                table[f"{self.key}x"] = {"wrong": 1}


def place_of(keys: Keys) -> str:
    place = ""
    for key in keys:
        place = joined(place, key)
    return place


def mistakes() -> Iterator[Mistake]:
    for table, kind in TABLES.items():
        for field in fields(kind):
            yield Mistake(table, field.alias, "unknown")
            if field.alias != "definition":  # a table of its own, tested where it is
                yield Mistake(table, field.alias, "mistyped")
            if field.default is NOTHING:
                yield Mistake(table, field.alias, "missing")
        if hasattr(kind, "KIND"):
            yield Mistake(table, "kind", "mistyped")
            yield Mistake(table, "kind", "missing")


MISTAKES = list(mistakes())


def inline(value: object) -> str:
    """Write a value as TOML on one line."""
    if is_table(value):
        parts = (f"{literal(key)} = {inline(part)}" for key, part in value.items())
        return f"{{ {', '.join(parts)} }}"
    if is_list(value):
        return f"[{', '.join(map(inline, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return literal(value) if isinstance(value, str) else str(value)


def toml(data: Data) -> str:
    """Write data as TOML: a line for each key of a table that stands by itself."""
    lines: list[str] = []
    heads: list[tuple[str, Data]] = []
    for key, value in data.items():
        if is_table(value):
            heads.append((f"[{key}]", value))
        elif is_list(value) and value and is_table(value[0]):
            heads.extend((f"[[{key}]]", each) for each in value)
        else:
            lines.append(f"{key} = {inline(value)}")
    for head, table in heads:
        lines.extend(["", head])
        lines.extend(
            f"{literal(key)} = {inline(value)}" for key, value in table.items()
        )
    return "\n".join([*lines, ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "figures.csv").write_text(FIGURES)
    (tmp_path / "previous.json").write_text('{"schema": 1, "edition": "Q3"}')
    (tmp_path / "publication.toml").write_text(toml(VALID))
    return tmp_path


def with_mistakes(folder: Path, *made: Mistake) -> list[str]:
    """Make mistakes in a valid publication, and give what is written there."""
    data = deepcopy(VALID)
    for mistake in made:
        mistake.made(data)
    text = toml(data)
    (folder / "publication.toml").write_text(text)
    return text.split("\n")


def places(folder: Path) -> list[tuple[int | None, str]]:
    """Give the line and the path of every problem."""
    with pytest.raises(InvalidContentError) as caught:
        Draft.read(folder)
    found: list[tuple[int | None, str]] = []
    for problem in caught.value.problems:
        parts = re.fullmatch(r"(?:line (\d+): )?(.*)", problem.place)
        assert parts
        found.append((int(parts[1]) if parts[1] else None, parts[2]))
    return found


def test_the_publication_is_valid_before_a_mistake_is_made(folder: Path) -> None:
    draft = Draft.read(folder)
    assert len(draft.publication.targets) == len(GOALS) + 1
    assert main(["check", str(folder)]) == DONE


@pytest.mark.parametrize(
    "mistake",
    [
        pytest.param(each, id=f"{place_of(each.table)} {each.key} {each.what}")
        for each in MISTAKES
    ],
)
def test_a_mistake_is_named_once_by_line_and_path_and_nothing_else_is(
    folder: Path, mistake: Mistake
) -> None:
    lines = with_mistakes(folder, mistake)
    ((line, place),) = places(folder)
    assert place.startswith(mistake.place)
    if line is None:
        assert mistake.table == ()
        assert mistake.what == "missing"
        return
    holder = [key for key in mistake.table if isinstance(key, str)]
    words = {mistake.place.rpartition(".")[2], *holder}
    assert any(word in lines[line - 1] for word in words)


def are_apart(made: list[Mistake]) -> bool:
    """Say whether no mistake takes away what another is made in.

    Of a goal whose kind is not known it is not known what it holds.
    """
    names = sorted(
        place_of(each.table) if each.key == "kind" else each.place for each in made
    )
    return not any(other.startswith(one) for one, other in pairwise(names))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(MISTAKES), min_size=2, max_size=6, unique=True).filter(
        are_apart
    )
)
def test_all_mistakes_are_named_in_one_message_each_once_in_the_order_of_the_lines(
    folder: Path, made: list[Mistake]
) -> None:
    with_mistakes(folder, *made)
    found = places(folder)
    assert len(found) == len(made)
    for mistake in made:
        assert any(place.startswith(mistake.place) for _, place in found)
    lines = [line or 0 for line, _ in found]
    assert lines == sorted(lines)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that must refuse, and give its message."""
    assert main(arguments) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    return printed.err


def test_a_message_names_what_is_wrong_in_every_file_at_once_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data: Data = {**deepcopy(VALID), "confidence": "high", "area": "west-midland"}
    data["priorities"].append({"id": "county-lines", "narrative": "We tried."})
    data["targets"][0]["indicator"] = "personal-robery"
    (folder / "publication.toml").write_text(toml(data))
    (folder / "figures.csv").write_text(FIGURES.replace("5803", "many"))
    before = sorted(folder.iterdir())
    message = said(
        capsys, "statement", str(folder), "--output", str(folder / "statement.md")
    )
    assert sorted(folder.iterdir()) == before
    lines = message.splitlines()
    assert lines[0] == (
        f"policing-indicators: {folder / 'publication.toml'} has 5 problems:"
    )
    for line, words in zip(
        lines[1:],
        [
            "line 6: area: 'west-midland'; allowed: a known area, such as",
            "line 11: confidence: 'high'; allowed: a number, without quotes",
            "priorities[6].id: 'county-lines'; allowed: one of 'homicide', ",
            "targets[0].indicator: 'personal-robery'; allowed: a known indicator,",
            f"{folder / 'figures.csv'}: line 3, column count: 'many'; allowed: ",
        ],
        strict=True,
    ):
        assert words in line


def row_of(goal: str) -> int:
    """Give the place of the target with such a goal."""
    return [each.KIND for each in GOALS].index(goal)


CHANGE, COMPARED = row_of("percent change"), row_of("no worse than")
TWICE = {"id": "Reduce serious violence", "indicators": ["homicide", "Homicide"]}
CONTRADICTIONS: list[tuple[str, dict[Keys, object], list[tuple[str, str]]]] = [
    (
        "published before its period ends",
        {("published",): date(2025, 3, 31)},
        [("published", "a day after the period, which ends on 2025-03-31")],
    ),
    (
        "a priority that does not apply, without a reason, and a title beside it",
        {
            ("priorities", 0, "applies"): False,
            ("priorities", 0, "reason"): " ",
            ("priorities", 0, "title"): 4,
        },
        [
            ("priorities[0].title", "text, in quotes"),
            ("priorities[0].reason", "a reason, since the priority does not apply"),
        ],
    ),
    (
        "a narrative for a priority that does not exist",
        {("priorities", 6): {"id": "county-lines", "narrative": "We tried."}},
        [("priorities[6].id", "one of 'homicide'")],
    ),
    (
        "a priority and an indicator twice, by two names",
        {("priorities", 6): TWICE},
        [
            ("priorities[6].id", "each priority once"),
            ("priorities[6].indicators[1]", "each indicator once"),
        ],
    ),
    (
        "a period of an indicator that does not exist, and one twice",
        {("periods", "knife crime"): "2023", ("periods", "knives"): "2023"},
        [
            ("periods.knife crime", "each indicator once"),
            ("periods.knives", "a known indicator"),
        ],
    ),
    (
        "a target on an indicator that does not exist",
        {("targets", 0, "indicator"): "robbery of dogs"},
        [("targets[0].indicator", "a known indicator, such as")],
    ),
    (
        "two targets of one name",
        {("targets", 1, "id"): "at-most"},
        [("targets[1].id", "each target once")],
    ),
    (
        "a change without a baseline, whatever else is wrong beside it",
        {("targets", CHANGE, "baseline"): None, ("targets", CHANGE, "source"): 4},
        [
            (f"targets[{CHANGE}].baseline", "a baseline, which the goal is"),
            (f"targets[{CHANGE}].source", "text, in quotes"),
        ],
    ),
    (
        "a baseline after the due period",
        {("targets", 0, "baseline"): "2025/26"},
        [("targets[0].baseline", "a period that compares with 2024/25")],
    ),
    (
        "counts hidden and rounded by too little",
        {("disclosure", "smallest"): 2, ("disclosure", "round_to"): 1},
        [
            ("disclosure.smallest", "a whole number, 3 or more"),
            ("disclosure.round_to", "a whole number, 2 or more"),
        ],
    ),
    (
        "bounds the wrong way round",
        {("targets", 2, "goal", "upper"): 3},
        [("targets[2].goal.upper", "at least the lower value")],
    ),
    (
        "a base of a rate where a count is promised",
        {("targets", 0, "per"): 1_000},
        [("targets[0].per", "given only where the quantity is a rate")],
    ),
    (
        "a quantity that the indicator has not",
        {("targets", 0, "indicator"): "victim-satisfaction"},
        [("targets[0].quantity", "since victim-satisfaction is a percentage")],
    ),
    (
        "no worse, of an indicator of which no figure is better",
        {("targets", COMPARED, "indicator"): "drug-offences"},
        [(f"targets[{COMPARED}].goal", "no figure of drug-offences is better or")],
    ),
    (
        "no worse than a group that does not exist",
        {("targets", COMPARED, "goal", "of"): "far"},
        [(f"targets[{COMPARED}].goal", "a known group, such as 'near'")],
    ),
    (
        "no worse than an area by another name than its id",
        {
            ("targets", COMPARED, "goal"): {
                "kind": "all of",
                "goals": [
                    {"kind": "no worse than", "than": "area", "of": "kent"},
                    {"kind": "no worse than", "than": "area", "of": "met"},
                ],
            }
        },
        [(f"targets[{COMPARED}].goal", "the id of the area, 'metropolitan-police'")],
    ),
    (
        "no worse than an area that does not exist",
        {
            ("targets", COMPARED, "goal"): {
                "kind": "no worse than",
                "than": "area",
                "of": "atlantis",
            }
        },
        [(f"targets[{COMPARED}].goal", "one of 'avon-and-somerset', ")],
    ),
    (
        "a group twice, of areas that do not exist or go by another id",
        {
            ("groups", 1): {**VALID["groups"][0], "areas": ["atlantis"]},
            ("groups", 0, "areas"): ["met", "warwickshire"],
        },
        [
            ("groups[0].areas[0]", "the id of the area, 'metropolitan-police'"),
            ("groups[1].areas[0]", "one of 'avon-and-somerset', "),
            ("groups[1].id", "each group once"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("changes", "named"),
    [pytest.param(*rest, id=name) for name, *rest in CONTRADICTIONS],
)
def test_what_contradicts_itself_or_the_rest_is_named_once(
    folder: Path, changes: dict[Keys, object], named: list[tuple[str, str]]
) -> None:
    data = deepcopy(VALID)
    for keys, value in changes.items():
        table: Any = data
        for key in keys[:-1]:
            table = table[key]
        if value is None:
            del table[keys[-1]]
        elif keys[-1] == len(table):
            table.append(value)
        else:
            table[keys[-1]] = value
    (folder / "publication.toml").write_text(toml(data))
    with pytest.raises(InvalidContentError) as caught:
        Draft.read(folder)
    found = {
        each.place.partition(": ")[2]: each.allowed for each in caught.value.problems
    }
    assert set(found) == {path for path, _ in named}
    assert len(caught.value.problems) == len(named)
    for path, words in named:
        assert words in found[path]


OWN_FRAMEWORK = """schema = 1
id = "town-plan"
name = "The town plan"

[[priorities]]
id = "homicide"
name = "Save lives"
indicators = ["killings"]

[[indicators]]
id = "killings"
name = "Killings"
unit = "count"
direction = "decrease"
"""


def test_the_id_of_another_framework_is_said_to_be_one_wherever_it_stands(
    folder: Path,
) -> None:
    data: Data = {**deepcopy(VALID), "framework": "town-plan.toml"}
    data["priorities"] = data["priorities"][:1]
    data["targets"] = data["targets"][:1]
    (folder / "town-plan.toml").write_text(OWN_FRAMEWORK)
    (folder / "publication.toml").write_text(toml(data))
    (folder / "figures.csv").write_text(
        "indicator,area,period,count\n"
        "homicide,kent,2024/25,12\n"
        "killngs,kent,2024/25,12\n"
    )
    with pytest.raises(InvalidContentError) as caught:
        Draft.read(folder)
    told = {each.place: each.allowed for each in caught.value.problems}
    others = {
        place.rpartition(": ")[2]: "is an indicator of national-priorities-2021"
        in words
        for place, words in told.items()
    }
    assert others == {
        "periods.knife-crime": True,
        "priorities[0].indicators[0]": True,
        "targets[0].indicator": True,
        "line 2, column indicator": True,
        "line 3, column indicator": False,
    }


FIGURE = """{"schema": 1, "edition": "Q3", "title": "passed over", "figures": [{
    "indicator": "homicide", "name": "Homicide", "area": "kent", "period": "2023/24",
    "measure": "count", "unit": "homicides", "value": 9, "printed": "9"}]}"""


@pytest.mark.parametrize(
    ("text", "place", "allowed"),
    [
        (FIGURE, "line 14: previous", "a statement of west-midlands alone"),
        ("{", "line 1, column 2", "JSON that can be read"),
        ("[]", "the whole", "a table of keys and values"),
        ('{"edition": "Q3"}', "schema", "1, the form this version reads"),
        ('{"schema": 1, "edition": 4}', "edition", "text, in quotes"),
        (FIGURE.replace('"2023/24"', "2023"), "figures[0].period", "a period as text"),
    ],
)
def test_a_previous_issue_that_is_none_is_named_with_its_file(
    folder: Path, text: str, place: str, allowed: str
) -> None:
    (folder / "previous.json").write_text(text)
    with pytest.raises(InvalidContentError) as caught:
        Draft.read(folder)
    (problem,) = caught.value.problems
    own = place.startswith("line 14")
    assert problem.place == (place if own else f"{folder / 'previous.json'}: {place}")
    assert allowed in problem.allowed


@pytest.mark.parametrize("key", ["style", "previous"])
def test_a_file_that_is_not_there_is_named_where_the_publication_names_it(
    folder: Path, key: str
) -> None:
    data: Data = {**deepcopy(VALID), key: "not-there.toml"}
    (folder / "publication.toml").write_text(toml(data))
    ((_, place),) = places(folder)
    assert place == key


@pytest.mark.parametrize("line", ["", 'framework = "town-plan"', "framework = 4"])
def test_without_a_framework_the_tables_are_read_for_all_but_their_indicators(
    folder: Path, line: str
) -> None:
    text = toml(VALID).replace('framework = "national-priorities-2021"', line)
    (folder / "publication.toml").write_text(text)
    (folder / "figures.csv").write_text(
        "indicator,area,period,count\n"
        "House burglary,west-midlands,2024/25,12\n"
        "homicide,west-midlands,2024/25,many\n"
    )
    found = [place for _, place in places(folder)]
    assert found == ["framework", f"{folder / 'figures.csv'}: line 3, column count"]


def test_without_a_framework_a_table_that_is_right_is_said_nothing_of(
    folder: Path,
) -> None:
    text = toml(VALID).replace("national-priorities-2021", "national-priorities")
    (folder / "publication.toml").write_text(text)
    (folder / "figures.csv").write_text(
        "indicator,area,period,count\nHouse burglary,west-midlands,2024/25,12\n"
    )
    assert [place for _, place in places(folder)] == ["framework"]


@pytest.mark.parametrize("command", ["check", "statement"])
def test_a_publication_that_is_not_there_is_a_plain_message(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    message = said(capsys, command, str(folder / "not-there"))
    assert "No such file or directory" in message
