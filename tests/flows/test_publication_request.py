import uuid
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterIdempotencyKey
from prefect.client.schemas.objects import FlowRun
from prefect.states import Failed

from flows.publication_request import publication_key
from tests.flows.weeks import WEEK, saved_draft

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("prefect_server")]


@pytest.fixture
def publication() -> uuid.UUID:
    """The deployment that publishes, on the server."""
    from flows.serving import deployments

    (found,) = [d for d in deployments() if d.name == "terbitkan"]
    return found.apply(_sync=True)


def approve(**form: object) -> None:
    from flows.approval import approve_plan

    yes = {"plan": f"{WEEK}/1", "by": "Kepala Bidang", "decision": "setuju"}
    approve_plan({**yes, "publish": True, **form})


def runs_of(key: str) -> list[FlowRun]:
    wanted = FlowRunFilter(idempotency_key=FlowRunFilterIdempotencyKey(any_=[key]))
    with get_client(sync_client=True) as client:
        return client.read_flow_runs(flow_run_filter=wanted)


def test_a_publication_asked_for_twice_is_one_run(
    office: Path, publication: uuid.UUID, caplog: pytest.LogCaptureFixture
):
    key = publication_key(saved_draft(people=61))
    approve()
    approve()
    (run,) = runs_of(key)
    assert run.deployment_id == publication
    assert run.parameters == {"form": {"plan": f"{WEEK}/1"}}

    with get_client(sync_client=True) as client:
        client.set_flow_run_state(run.id, Failed(), force=True)
    approve()
    assert len(runs_of(key)) == 1
    assert f"berakhir Failed; jalankan sendiri: jemputbola publish {WEEK}/1" in caplog.text


def test_nothing_is_published_unasked(office: Path, publication: uuid.UUID):
    stored = saved_draft(people=62)
    approve(publish=False)
    assert not runs_of(publication_key(stored))
