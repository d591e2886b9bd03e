"""Prefect as this office runs it: quiet, local, calling nobody.

Import before Prefect; Prefect reads its environment once.
"""

import os
from pathlib import Path

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    # A server that is gone for good is told after a minute; one that restarts is waited for.
    "PREFECT_CLIENT_MAX_RETRIES": "4",
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
    # The first start makes Prefect's database: more than the usual 20 s on a busy machine.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    # Runs older than 90 days go; what they did stays in our store.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
}


def prepare_prefect(var: Path) -> None:
    """Set Prefect's environment unless the installation has set it.

    Parameters
    ----------
    var
        Folder of runtime files; Prefect's own database goes below it.
    """
    for name, value in {**QUIET, "PREFECT_HOME": str(var / "prefect")}.items():
        os.environ.setdefault(name, value)
    Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)
