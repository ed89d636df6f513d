"""What the columns of the open data hold, for a machine: CSV on the Web.

The form is that of the World Wide Web Consortium (Metadata Vocabulary for Tabular Data,
2015): a file beside the table, of the table's name with ``-metadata.json`` behind it.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from policing_indicators.publication.statement import Statement
from policing_indicators.tables import open_data
from policing_indicators.vocabulary.published_figure import Measure

Table = dict[str, Any]
"""A table of JSON."""

_CONTEXT = "http://www.w3.org/ns/csvw"
_OURS = "en-GB"
"""The language of what is said here; that of the statement may be another."""

_NUMBER: Table = {"base": "number"}
_CONFIDENCE: Table = {"base": "number", "minExclusive": 0, "maxExclusive": 1}
_TEXT: Table = {"base": "string"}
_MEASURE: Table = {"base": "string", "format": "|".join(each.value for each in Measure)}

_UNIT = (
    "What the value is in: homicides, per cent, percentage points; of a rate, what it "
    "is counted over."
)
_SHORTHAND = (
    "The symbols of the Government Statistical Service that go with the figure, parted "
    "by a blank: [x] not available, [z] not applicable, [c] confidential, [u] withheld "
    "because a number is small or unreliable, [p] provisional, [r] revised, "
    "[e] estimated, [f] forecast, [b] a change across a break in the series, [low] "
    "what is not nought and rounds to it."
)

_COLUMNS: dict[str, tuple[Table, str]] = {
    "indicator": (_TEXT, "The indicator's id."),
    "name": (_TEXT, "The indicator's name, as printed."),
    "area": (_TEXT, "The area's id."),
    "period": (_TEXT, "The period of the figure; of a change the later one."),
    "measure": (_MEASURE, "What the figure is of the indicator."),
    "compared_with": (_TEXT, "The earlier period, where the figure is of a change."),
    "whole": (_TEXT, "The indicator that it is a share of, where it is a share."),
    "target": (_TEXT, "The id of the target that it belongs to, where it does."),
    "unit": (_TEXT, _UNIT),
    "per": ({"base": "positiveInteger"}, "The base of a rate: per so many."),
    "value": (
        _NUMBER,
        "The figure as printed, rounded once; blank where there is none.",
    ),
    "lower": (_NUMBER, "The lower limit, as printed."),
    "upper": (_NUMBER, "The upper limit, as printed."),
    "confidence": (_CONFIDENCE, "The confidence of the limits."),
    "method": (_TEXT, "How the limits were made, or by which test a probability."),
    "numerator": (_NUMBER, "What was divided, where the figure is a quotient."),
    "denominator": (_NUMBER, "What it was divided by."),
    "source": (_TEXT, "Where the figures came from."),
    "as_at": ({"base": "date", "format": "yyyy-MM-dd"}, "The vintage."),
    "shorthand": (_TEXT, _SHORTHAND),
    "printed": (_TEXT, "The text on the page."),
    "definition": (_TEXT, "What exactly is counted."),
}
"""What each column holds: of which type, and in words."""

_ALWAYS = frozenset(
    ("indicator", "name", "area", "period", "measure", "unit", "printed")
)
_KEY = ("indicator", "area", "period", "measure", "compared_with", "whole", "target")
_WHAT = (
    "Every figure that the statement prints, one a row. A figure that is missing or "
    "withheld has no value and a symbol that says why. A text that a spreadsheet would "
    "run as a formula has an apostrophe before it."
)


def csvw_metadata(statement: Statement, *, csv: str) -> str:
    """Describe a statement's open data as CSV on the Web does.

    Args:
        statement: The finished statement.
        csv: The name of the file that holds its open data, beside this one.

    Returns:
        The description as JSON, for a file of that name with ``-metadata.json`` behind
        it. It names a licence where the publication does, and else none.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> statement = Statement.of(Draft.read(example()), populations())
    >>> json.loads(csvw_metadata(statement, csv="statement.csv"))["url"]
    'statement.csv'
    """
    title = f"{statement.title}: {statement.area}, {statement.edition}"
    table: Table = {
        "@context": [_CONTEXT, {"@language": _OURS}],
        "url": quote(csv),
        "dc:title": {"@value": title, "@language": statement.language},
        "dc:description": _WHAT,
        "dc:publisher": {
            "@value": statement.publisher,
            "@language": statement.language,
        },
        "dc:language": statement.language,
        "dc:source": list(_sources(statement)),
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [_column(name) for name in open_data.COLUMNS],
            "primaryKey": list(_KEY),
        },
    }
    if statement.licence:
        table["dc:license"] = {"@id": statement.licence}
    return f"{json.dumps(table, ensure_ascii=False, indent=2)}\n"


def _sources(statement: Statement) -> Iterator[str]:
    for citation in statement.citations:
        if citation.source:
            yield citation.source


def _column(name: str) -> Table:
    datatype, meaning = _COLUMNS[name]
    column: Table = {"name": name, "titles": name, "datatype": datatype}
    if name in _ALWAYS:
        column["required"] = True
    return {**column, "dc:description": meaning}
