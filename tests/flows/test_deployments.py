"""``prefect deploy --all`` against a real server; its cron schedule yields runs.

With SQLAlchemy 2.1 the schedule of Prefect 3.8 stays silently empty: this test guards the pin.
"""

import os
import subprocess
import sys
import time
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from config.settings import ROOT


def prefect(api: str, *arguments: str) -> None:
    environment = {**os.environ, "PREFECT_API_URL": api}
    command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def scheduled_runs(deployment_name: str, patience: float = 90.0):
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterName

    wanted = DeploymentFilter(name=DeploymentFilterName(any_=[deployment_name]))
    deadline = time.monotonic() + patience
    with get_client(sync_client=True) as client:
        while time.monotonic() < deadline:
            runs = client.read_flow_runs(deployment_filter=wanted)
            if runs:
                return runs
            time.sleep(1)
    return []


def test_the_friday_schedule_yields_runs_at_one_o_clock_in_jakarta(prefect_server: str):
    prefect(prefect_server, "work-pool", "create", "kantor", "--type", "process")
    prefect(prefect_server, "deploy", "--all")
    runs = scheduled_runs("jumat-siang")
    assert runs
    jakarta = ZoneInfo("Asia/Jakarta")
    times = sorted(run.expected_start_time.astimezone(jakarta) for run in runs)
    assert {(time.isoweekday(), time.hour, time.minute) for time in times} == {(5, 13, 0)}
    assert all(later - sooner == timedelta(days=7) for sooner, later in pairwise(times))


def test_every_form_of_the_office_says_what_its_fields_mean():
    from flows import forms

    shown = [form for form in vars(forms).values() if isinstance(form, type)]
    fields = [
        field
        for form in shown
        if issubclass(form, forms.Form)
        for field in form.model_fields.values()
    ]
    assert fields
    assert all(field.description for field in fields)
