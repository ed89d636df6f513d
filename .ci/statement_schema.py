"""Write the JSON Schema of the statement, from the types, where the package has it."""

import json
from pathlib import Path

from policing_indicators.publication.exchange import STATEMENT_SCHEMA
from policing_indicators.publication.statement import Statement
from policing_indicators.structuring import json_schema

FOLDER = Path(__file__).parents[1] / "src/policing_indicators/publication/schemas"


def main() -> None:
    """Write the schema, as the tests hold it to be."""
    text = json.dumps(json_schema(Statement), ensure_ascii=False, indent=2)
    (FOLDER / STATEMENT_SCHEMA).write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
