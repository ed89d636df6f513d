"""The trials of the second reader, on fewer claims than the benchmark makes."""

from pathlib import Path

import pytest
from benchmarks import audit_trials, trial_later_data, trial_same_vintage

from policing_indicators.tables import home_office
from policing_indicators.vocabulary.observation import Observation

pytestmark = pytest.mark.shared_data

MOST_OFF = 0.01
FEWEST_FOUND = 0.95


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return audit_trials.recorded_crime(tmp_path_factory.mktemp("table"))[0]


def test_right_claims_stand_and_corrupted_ones_do_not(table: Path) -> None:
    observations: tuple[Observation, ...] = home_office.read(table).observations
    trial = trial_same_vintage.run(observations, right=700, wrong=700)
    assert trial.false_alarms == ()
    changed = sum(each.claims - each.same for each in trial.corrupted)
    found = sum(each.found for each in trial.corrupted)
    assert found > FEWEST_FOUND * changed > 0


def test_figures_as_they_were_published_stand_but_for_one_in_a_hundred(
    table: Path,
) -> None:
    periods = trial_later_data.periods()
    trial = trial_later_data.run(home_office.read(table, periods=periods).observations)
    every = sum(sum(each.verdicts.values()) for each in trial.outcomes)
    assert sum(trial.codes.values()) < MOST_OFF * every
