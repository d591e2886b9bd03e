"""The benchmark's sample, table and record; every solver's answer passes the referee."""

from pathlib import Path

import pytest

from tests.benchmarks import toptw_record
from tests.benchmarks.toptw import OURS, PEERS, answer, table
from tests.benchmarks.toptw_cases import family, instances, sample
from tests.benchmarks.toptw_record import Line, add_to_record, compared, records


@pytest.mark.parametrize(
    ("name", "group"), [("c101", "c1"), ("rc208", "rc2"), ("pr05", "pr0"), ("x", "x")]
)
def test_families(name: str, group: str):
    assert family(name) == group


def test_a_sample_is_seeded_and_leaves_out_what_is_trivial():
    made = instances(None)
    all_collected = {(made[0].name, m): made[0].total_profit for m in range(1, 5)}
    taken = sample(made, all_collected, each=2, seed=3)
    assert taken == sample(made, all_collected, each=2, seed=3)
    assert made[0] not in [instance for instance, _ in taken]
    assert len(taken) == 2 * len({family(instance.name) for instance, _ in taken})


def test_the_table_has_a_line_for_each_family_and_one_for_all():
    gaps = {OURS: [("c100", 0.0), ("r100", 0.02)]}
    told = table(gaps, {"c100": [True], "r100": [False]})
    assert "| c100 | 1 | 100% | 0.00%, 0.00% |" in told
    assert "| all | 2 | 50% | 1.00%, 2.00% |" in told


def test_a_run_is_held_against_the_latest_equal_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(toptw_record, "RECORD", tmp_path / "records" / "toptw.csv")
    old = Line("c101", 1, 0, 30.0, 310.0, 330.0, "abc", "m")
    new = Line("c101", 1, 0, 30.0, 320.0, 320.0, "def", "m")
    other = Line("c101", 1, 1, 30.0, 300.0, 320.0, "def", "m")
    add_to_record([old])
    add_to_record([new])
    assert records() == [old, new]
    assert "1 equal runs: profit better 1, worse 0; bound tighter 1" in compared(
        [old], [new, other]
    )


@pytest.mark.slow
@pytest.mark.parametrize("solver", [OURS, *PEERS])
def test_every_solver_answers(solver: str):
    instance = instances(None)[0]
    profit, bound = answer(solver, (instance, 2), seconds=3.0, seed=0)
    assert 0 < profit <= bound <= instance.total_profit
