"""The examples of the README, the docs and the docstrings, run as tests."""

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers import myst, rest

_LENIENT = ELLIPSIS | NORMALIZE_WHITESPACE  # a long line may be wrapped

_markdown = Sybil(
    parsers=[
        myst.PythonCodeBlockParser(doctest_optionflags=_LENIENT),
        myst.SkipParser(),
    ],
    patterns=["*.md"],
)
_docstrings = Sybil(
    parsers=[rest.DocTestParser(optionflags=_LENIENT)], patterns=["*.py"]
)

pytest_collect_file = (_markdown + _docstrings).pytest()
