"""Draw the pictures of the gallery, from the figures of the example.

    python docs/draw_gallery.py FOLDER [png]

It writes each picture into the folder as SVG or, if that is asked for, as PNG.
"""

import sys
from pathlib import Path

from policing_indicators import Draft, assess, audit_claims, charts, populations
from policing_indicators.assessment.assessment import Assessment
from policing_indicators.audit.audit import Audit
from policing_indicators.charts import Labelling, Picture
from policing_indicators.errors import MissingDataError
from policing_indicators.tables import claims, tidy
from policing_indicators.vocabulary.time_series import TimeSeries

EXAMPLE = Path(__file__).parents[1] / "examples" / "west-midlands-2024-25-q4"
INDICATOR = "personal-robbery"
ARGUMENTS = (2, 3)


def assessed(draft: Draft) -> Assessment:
    """Assess the example."""
    return assess(
        draft.framework,
        draft.observations,
        area=draft.area,
        period=draft.publication.period,
        periods=draft.periods,
        populations=populations(),
        targets=draft.publication.targets,
    )


def audited(draft: Draft) -> Audit:
    """Audit the founding statement."""
    more = tidy.read(EXAMPLE / "observations.csv", framework=draft.framework)
    return audit_claims(
        claims.read(EXAMPLE / "claims.csv", framework=draft.framework),
        (*draft.observations, *more),
        framework=draft.framework,
        populations=populations(),
    )


def years(draft: Draft, indicator: str) -> TimeSeries:
    """Give an indicator's figures of the area for years, as the newest release has."""
    return TimeSeries.latest(
        row
        for row in draft.observations
        if (row.indicator, row.area) == (indicator, draft.area.id)
        and row.period.months == draft.publication.period.months
    )


def gallery() -> dict[str, Picture]:
    """Give every picture of the gallery, by its name."""
    draft = Draft.read(EXAMPLE)
    found = assessed(draft)
    facts = found.of(INDICATOR)
    held = facts.pictures
    labelling = Labelling(
        indicator=facts.indicator,
        period=found.period,
        as_at=facts.observation.as_at,
        source="; ".join(held.sources),
    )
    made = (held.control_chart, held.changes, held.funnel, held.ranking)
    chart, changes, funnel, ranking = made
    if chart is None or changes is None or funnel is None or ranking is None:
        raise MissingDataError("the gallery", "the example does not hold it all")
    area = draft.area.id
    return {
        "trend": charts.trend(years(draft, INDICATOR), facts=facts),
        "control-chart": charts.control_chart(chart, labelling=labelling),
        "funnel": charts.funnel(funnel, area=area, labelling=labelling),
        "ranking": charts.ranking(ranking, area=area, labelling=labelling),
        "change-bars": charts.change_bars(found),
        "changes-among-forces": charts.changes_among_forces(
            changes, labelling=labelling
        ),
        "dashboard": charts.dashboard(found),
        "audit-strip": charts.audit_strip(audited(draft)),
    }


def draw(folder: Path, form: str = "svg") -> None:
    """Draw every picture into a folder, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in gallery().items():
        picture.save(folder / f"{name}.{form}")


if __name__ == "__main__":
    if len(sys.argv) not in ARGUMENTS:
        sys.exit(__doc__)
    draw(Path(sys.argv[1]), *sys.argv[2:])
