"""The lines on which a thing stands in a TOML file."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.registry import shelf
from policing_indicators.structuring.location import Lines, Location
from policing_indicators.structuring.plain import parts_of

Keys = tuple[str | int, ...]

FILE = '''\
# The plan. title = "not this one"
title = "Plan"

about = """
title = "nor this"
[targets]
"""
"a.b" = 1
a.b = 2
names = [
  "one", # ]
  "two",
]

[small]
threshold = 50

[[targets]]
due = "2024/25"

  [targets.goal]
  kind = "at most" # [[targets]]

[[targets]]
goal = { kind = "between", lower = 1 }
'''

VALUES = [
    "1",
    '"x # y"',
    "'[a]'",
    '"""\nk0 = 1\n[t]\n\\"""] \'\'\'\n"""',
    "'''\n\"\"\"\n]]\n'''",
    "[1, 2]",
    '[ # open "\n  "]",\n\n  [3],\n]',
    "{ u = 1, v.w = [2] }",
    "[{ u = '}' }, { v = 2 }]",
    "2024-04-01",
]
OTHERS = ["", "   ", "# [[r]] = '''", '#"""', "\t# ]"]


STATEMENTS = [
    "{name} = {value}",
    '  "{name}.x [0]" = {value}',
    "{name}.y . 'z.' = {value}\n{name}.t = {value}",
    "[{name}.h]\nx = {value}\n[{name}]",
    "[[ {name} ]] # [[{name}]]",
    "[[{list}]]\n{name} = 1",
    "[{list}.{name}]",
    "[[{list}.{name}]]",
    "{other}",
]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Give a TOML file whose keys are told apart by a number each."""
    begun = draw(st.booleans())
    chosen = draw(st.lists(st.sampled_from(STATEMENTS), max_size=15))
    statements = ["[[list]]"] if begun else []
    for number, statement in enumerate(chosen):
        if begun or "{list" not in statement:
            value, other = map(draw, map(st.sampled_from, (VALUES, OTHERS)))
            name = f"k{number}"
            statements.append(
                statement.format(name=name, value=value, other=other, list="list")
            )
    return draw(st.sampled_from(["\n", "\r\n"])).join(statements)


def paths(content: object) -> Iterator[Keys]:
    for key, part in parts_of(content):
        yield (key,)
        yield from ((key, *rest) for rest in paths(part))


def written(path: Keys) -> str:
    parts = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return "".join(parts).removeprefix(".")


def readable(text: str) -> dict[int, set[Keys]]:
    """Give what each run of lines from the first holds, where it can be read."""
    lines = text.split("\n")
    found: dict[int, set[Keys]] = {}
    for end in range(len(lines) + 1):
        try:
            content = tomllib.loads("\n".join([*lines[:end], ""]))
        except tomllib.TOMLDecodeError:
            continue
        found[end] = set(paths(content))
    return found


@given(documents())
def test_a_thing_stands_where_the_file_read_so_far_first_holds_it(text: str) -> None:
    location = Location.of(text)
    so_far = readable(text)
    for path in paths(tomllib.loads(text)):
        last = min(end for end, held in so_far.items() if path in held)
        first = max(end for end in so_far if end < last) + 1
        found = location.within(*path)
        assert found is not None
        assert found.lines == Lines(first, last)
        assert location.line(written(path)) == first


@given(documents())
def test_the_lines_that_are_named_cut_out_hold_the_key(text: str) -> None:
    location = Location.of(text)
    lines = text.split("\n")
    for path in paths(tomllib.loads(text)):
        found = location.within(*path)
        assert found is not None
        assert found.lines is not None
        cut = "\n".join(lines[found.lines.first - 1 : found.lines.last])
        assert all(key in cut for key in path[-1:] if isinstance(key, str))


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("title", 2),
        ("about", 4),
        ("a.b", 8),
        ("a", 9),
        ("names[1]", 10),
        ("small.threshold", 16),
        ("targets", 18),
        ("targets[0].due", 19),
        ("targets[0].goal.kind", 22),
        ("targets[1].goal.lower", 25),
    ],
)
def test_a_place_is_found_by_its_path(place: str, line: int) -> None:
    assert Location.of(FILE).line(place) == line


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("targets[0].baseline", 18),
        ("targets[0].goal.value", 21),
        ("targets[1].goal.upper", 25),
        ("targets[2].due", 18),
        ("small.decided_by", 15),
        ("names.of", 10),
    ],
)
def test_what_is_missing_stands_at_the_table_that_lacks_it(
    place: str, line: int
) -> None:
    assert Location.of(FILE).line(place) == line


@pytest.mark.parametrize("place", ["area", "the whole", "", "tit", "titles", "[0]"])
def test_what_the_whole_file_lacks_stands_on_no_line(place: str) -> None:
    assert Location.of(FILE).line(place) is None
    assert Location.of("").line(place) is None


def test_of_many_lines_a_statement_is_known_from_its_first_to_its_last() -> None:
    location = Location.of(FILE)
    names = location.within("names")
    assert names is not None
    assert names.lines == Lines(10, 13)
    assert location.within("small", "decided_by") is None
    assert location.within("small", "decided_by", "none") is None
    assert location.within() is location
    assert location.lines is None


def test_what_cannot_be_read_has_no_places() -> None:
    with pytest.raises(ValueError, match="names"):
        Location.of("title = 1\nnames = [\n")


@pytest.mark.parametrize("folder", ["frameworks", "mappings"])
def test_everything_in_the_files_of_the_shelf_is_found(folder: str) -> None:
    for name in shelf.ids(folder):
        text = Path(str(shelf.file(f"{folder}/{name}.toml"))).read_text("utf-8")
        location, lines = Location.of(text), text.split("\n")
        for path in paths(tomllib.loads(text)):
            line = location.line(written(path))
            assert line is not None
            assert lines[line - 1].strip()
            assert not lines[line - 1].startswith("#")
