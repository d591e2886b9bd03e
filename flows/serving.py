"""The deployments of ``prefect.yaml`` for the office with one PC."""

from importlib import import_module
from typing import Any

import yaml
from prefect.schedules import Cron

from config.settings import ROOT


def deployments() -> list[Any]:
    """The deployments of ``prefect.yaml``, to be served by this process."""
    rows = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    return [
        _flow(row["entrypoint"]).to_deployment(
            row["name"],
            description=row["description"],
            parameters=row.get("parameters", {}),
            schedules=[
                Cron(schedule["cron"], timezone=schedule["timezone"])
                for schedule in row.get("schedules", ())
            ],
            _sync=True,
        )
        for row in rows
    ]


def _flow(entrypoint: str) -> Any:
    path, _, name = entrypoint.partition(":")
    return getattr(import_module(path.removesuffix(".py").replace("/", ".")), name)
