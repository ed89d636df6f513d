"""What the package promises of itself."""

import ast
import re
import subprocess
import sys
import tomllib
from enum import Enum
from importlib import import_module
from pathlib import Path

import pytest

import policing_indicators

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "policing_indicators"
MODULES = sorted(str(path.relative_to(ROOT)) for path in PACKAGE.rglob("*.py"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

HEAVY = {
    "altair",
    "cattrs",
    "duckdb",
    "jinja2",
    "markdown_it",
    "narwhals",
    "numpy",
    "odfdo",
    "openpyxl",
    "pyarrow",
    "python_calamine",
    "scipy",
    "vl_convert",
}
MOST_LINES = 300
SAYS_NOTHING = {"base", "common", "core", "helpers", "manager", "misc", "utils"}
JOB = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/policing-indicators"
    " statement examples/west-midlands-2024-25-q4/publication.toml"
)
TESTS = (
    "python3 -m venv .venv && .venv/bin/pip install -e '.[test]'"
    " && .venv/bin/python -m pytest"
)


def run_python(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return ran.stdout


def loaded_by(code: str) -> set[str]:
    listing = "\nimport sys\nprint('\\n' + ' '.join(sys.modules))"
    return set(run_python("-c", code + listing).splitlines()[-1].split())


def seen_by_type_checkers() -> dict[str, str]:
    tree = ast.parse((PACKAGE / "__init__.pyi").read_text(encoding="utf-8"))
    return {
        alias.name: str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def listed_for_type_checkers() -> list[str]:
    text = (PACKAGE / "__init__.pyi").read_text(encoding="utf-8")
    names: list[str] = ast.literal_eval(text.split("__all__ = ")[1])
    return names


def test_type_checkers_see_every_public_name_and_no_other() -> None:
    assert sorted(seen_by_type_checkers()) == policing_indicators.__all__
    assert listed_for_type_checkers() == policing_indicators.__all__


@pytest.mark.parametrize(("name", "module"), seen_by_type_checkers().items())
def test_a_public_name_is_the_object_that_its_module_holds(
    name: str, module: str
) -> None:
    assert getattr(policing_indicators, name) is getattr(import_module(module), name)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    misspelt = "Perjod"
    with pytest.raises(AttributeError, match="has no attribute 'Perjod'"):
        getattr(policing_indicators, misspelt)


def test_every_public_name_is_listed_before_it_is_loaded() -> None:
    assert set(policing_indicators.__all__) <= set(dir(policing_indicators))


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_by("import policing_indicators") & HEAVY


def test_a_public_name_loads_only_what_it_needs() -> None:
    assert not loaded_by("from policing_indicators import Period") & HEAVY


def test_asking_for_help_does_not_load_numpy() -> None:
    code = """
from contextlib import suppress
from policing_indicators.cli.main import main
with suppress(SystemExit):
    main(["--help"])
"""
    assert not loaded_by(code) & {"numpy", "scipy"}


def test_every_public_name_is_on_the_api_page() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    directive = r"^\.\. auto(?:class|exception|function):: (\w+)$"
    shown = re.findall(directive, page, re.MULTILINE)
    assert sorted(shown) == policing_indicators.__all__


def is_error_or_enum(public: object) -> bool:
    return isinstance(public, type) and issubclass(public, (Exception, Enum))


def test_every_public_name_but_errors_and_enums_has_an_example() -> None:
    public = {
        name: getattr(policing_indicators, name) for name in policing_indicators.__all__
    }
    without = [
        name
        for name, each in public.items()
        if not is_error_or_enum(each) and ">>> " not in (each.__doc__ or "")
    ]
    assert without == []


@pytest.mark.parametrize("module", MODULES)
def test_a_file_is_short_and_bears_the_name_of_a_noun(module: str) -> None:
    lines = (ROOT / module).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    names = {part.strip("_") for part in Path(module).with_suffix("").parts}
    assert not names & SAYS_NOTHING


def test_running_needs_six_libraries_and_no_more() -> None:
    named = {re.split(">=", need)[0] for need in PYPROJECT["project"]["dependencies"]}
    assert named == {
        "attrs",
        "cattrs",
        "jinja2",
        "markdown-it-py",
        "numpy",
        "scipy",
    }


def test_the_version_is_written_once() -> None:
    assert PYPROJECT["project"]["dynamic"] == ["version"]
    path = ROOT / PYPROJECT["tool"]["hatch"]["version"]["path"]
    assert path == PACKAGE / "__init__.py"
    assert f'__version__ = "{policing_indicators.__version__}"' in path.read_text()


def test_the_lowest_versions_are_the_declared_floors() -> None:
    project = PYPROJECT["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lowest = run_python(".ci/lowest.py").split()
    assert lowest == [need.replace(">=", "==") for need in declared]


@pytest.mark.parametrize(("number", "command"), [("1", JOB), ("2", TESTS)])
def test_the_readme_starts_with_the_job_and_the_tests(
    number: str, command: str
) -> None:
    assert run_python(".ci/readme_command.py", number).rstrip("\n") == command
