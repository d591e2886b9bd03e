"""Compiling comes before the first search, once."""

import json
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from optimizer import ready
from optimizer.compiled import config
from optimizer.problem_file import read_problem
from optimizer.search.recreate.recreation import Recreation
from tests.optimizer.oracles.tiny import tiny

PROBLEM = replace(tiny(1, requests=8, teams=2), pins=())


@pytest.mark.slow  # compiling takes half a minute in a fresh checkout
def test_it_compiles_once(tmp_path: Path) -> None:
    with (
        patch.object(config, "CACHE_DIR", str(tmp_path / "code")),
        patch.object(Recreation, "run", autospec=True, side_effect=Recreation.run) as run,
    ):
        assert not ready.is_ready()
        ready.make_ready(PROBLEM)
        done = run.call_count
        assert done > 0 and ready.is_ready()
        ready.make_ready(PROBLEM)
        assert run.call_count == done


@pytest.mark.slow
def test_where_nothing_can_be_kept_it_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with patch.object(config, "CACHE_DIR", str(tmp_path / "file" / "code")):
        ready.make_ready(PROBLEM)
        assert not ready.is_ready()


@pytest.mark.slow
def test_the_small_week_compiles_what_a_week_needs(tmp_path: Path) -> None:
    with patch.object(config, "CACHE_DIR", str(tmp_path / "code")):
        ready.make_ready(read_problem(json.dumps(ready.SMALL)))
        assert ready.is_ready()
