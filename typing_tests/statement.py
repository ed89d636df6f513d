"""What a type checker sees from the shelf to the page."""

from pathlib import Path
from typing import assert_type

from policing_indicators import (
    Areas,
    Assessment,
    Draft,
    Framework,
    IndicatorAssessment,
    Observation,
    OffenceMapping,
    Populations,
    Publication,
    Section,
    Statement,
    areas,
    framework,
    framework_ids,
    load_framework,
    mapping,
    markdown,
    populations,
)
from policing_indicators.tables import tidy

assert_type(areas(), Areas)
assert_type(framework("national-priorities-2021"), Framework)
assert_type(framework_ids(), tuple[str, ...])
assert_type(load_framework(Path("own.toml")), Framework)
assert_type(load_framework("own.toml"), Framework)
assert_type(mapping("home-office"), OffenceMapping)
assert_type(populations(), Populations)

observations = tidy.read("figures.csv")
assert_type(observations, tuple[Observation, ...])
tidy.write("figures.csv", observations)

draft = Draft.read(Path("publication.toml"))
assert_type(draft.publication, Publication)
statement = Statement.of(draft, populations())
assert_type(statement, Statement)
assert_type(statement.sections, tuple[Section, ...])
assert_type(markdown(statement), str)


def homicide_in(assessment: Assessment) -> IndicatorAssessment:
    return assert_type(assessment.of("homicide"), IndicatorAssessment)
