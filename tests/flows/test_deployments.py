"""``prefect deploy --all`` against a real server; its cron schedule yields runs.

With SQLAlchemy 2.1 the schedule of Prefect 3.8 stays silently empty: this test guards the pin.
"""

import os
import subprocess
import sys
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from config.settings import ROOT
from tests.flows.waiting import eventually


def prefect(api: str, *arguments: str) -> None:
    environment = {**os.environ, "PREFECT_API_URL": api}
    command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def scheduled_runs(deployment_name: str):
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterName

    wanted = DeploymentFilter(name=DeploymentFilterName(any_=[deployment_name]))
    with get_client(sync_client=True) as client:
        return eventually(lambda: client.read_flow_runs(deployment_filter=wanted))


def test_the_friday_schedule_yields_runs_at_one_o_clock_in_jakarta(prefect_server: str):
    prefect(prefect_server, "work-pool", "create", "kantor", "--type", "process")
    prefect(prefect_server, "deploy", "--all")
    runs = scheduled_runs("jumat-siang")
    jakarta = ZoneInfo("Asia/Jakarta")
    times = sorted(run.expected_start_time.astimezone(jakarta) for run in runs)
    assert {(time.isoweekday(), time.hour, time.minute) for time in times} == {(5, 13, 0)}
    assert all(later - sooner == timedelta(days=7) for sooner, later in pairwise(times))


def test_every_parameter_of_every_deployed_flow_says_what_it_means(office: Path):
    from flows.serving import deployments

    for deployment in deployments():
        schema = deployment._parameter_openapi_schema
        assert set(schema.properties) <= {"form"}, deployment.name
        fields = [f for form in schema.definitions.values() for f in form["properties"].values()]
        assert all(field["description"] for field in fields)
        assert bool(schema.properties) == bool(fields)
