"""Publication asked of the server: one run for each version, however often it is asked."""

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import FlowRun
from prefect.exceptions import ObjectNotFound

from data.store import StoredPlan
from flows.narrate import tell, warn

DEPLOYMENT = "Penerbitan rencana/terbitkan"


def publication_key(stored: StoredPlan) -> str:
    """Name under which the server knows the publication of exactly this plan."""
    return f"publish:{stored.regency}:{stored.week}:{stored.hash}"


def ask_to_publish(stored: StoredPlan) -> None:
    """Have the deployment publish a plan; asked again, the same run answers."""
    name = f"{stored.week}/{stored.version}"
    by_hand = f"jalankan sendiri: jemputbola publish {name}"
    try:
        run = _run(name, publication_key(stored))
    except ObjectNotFound:
        warn(f"server ini belum punya deployment {DEPLOYMENT}; {by_hand}")
        return
    if run.state is not None and run.state.is_final() and not run.state.is_completed():
        warn(f"penerbitan {name} pernah diminta dan berakhir {run.state.name}; {by_hand}")
    else:
        tell(f"penerbitan {name} diminta dari server: {run.name}")


def _run(plan: str, key: str) -> FlowRun:
    with get_client(sync_client=True) as client:
        deployment = client.read_deployment_by_name(DEPLOYMENT)
        return client.create_flow_run_from_deployment(
            deployment.id, parameters={"form": {"plan": plan}}, idempotency_key=key
        )
