"""What a Prefect server does by itself: end runs that stopped beating, tell of runs that failed.

Prefect's own automations, made by a command since they name a deployment by its id.
"""

import datetime as dt
from collections.abc import Iterable

from prefect.automations import (
    AutomationCore,
    ChangeFlowRunState,
    EventTrigger,
    Posture,
    ResourceSpecification,
    RunDeployment,
)
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType

from flows.incidents import note_incident
from flows.serving import deployments

STUCK_AFTER = dt.timedelta(seconds=540)
"""Three beats of Prefect 3.8's flow runs: native code may hold one back."""
ENDED = ("Completed", "Failed", "Crashed", "Cancelled")
NOTICE = "catat-gangguan"


def beating(stuck_after: dt.timedelta = STUCK_AFTER) -> AutomationCore:
    """A run that has begun and gives no sign of life any more is called crashed."""
    return _crashing(
        "Alur yang berhenti berdetak",
        after={"prefect.flow-run.heartbeat"},
        expect={"prefect.flow-run.heartbeat", *_events(ENDED)},
        within=stuck_after,
        message=f"tidak ada tanda hidup selama {stuck_after.total_seconds():.0f} detik",
    )


def starting(stuck_after: dt.timedelta = STUCK_AFTER) -> AutomationCore:
    """A run that was taken and never began is called crashed."""
    return _crashing(
        "Alur yang tidak kunjung mulai",
        after={"prefect.flow-run.Pending"},
        expect=_events(("Running", *ENDED)),
        within=stuck_after,
        message=f"tidak mulai selama {stuck_after.total_seconds():.0f} detik",
    )


def _crashing(
    name: str, after: set[str], expect: set[str], within: dt.timedelta, message: str
) -> AutomationCore:
    return AutomationCore(
        name=name,
        trigger=EventTrigger(
            after=after,
            expect=expect,
            match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=within,
        ),
        actions=[ChangeFlowRunState(state=StateType.CRASHED, name="Crashed", message=message)],
    )


def telling(flow_names: Iterable[str]) -> AutomationCore:
    """A run of the office's flows that failed is noted by the deployment for that."""
    with get_client(sync_client=True) as client:
        notice = client.read_deployment_by_name(f"{note_incident.name}/{NOTICE}")
    fields = {
        "flow": "{{ flow.name }}",
        "run": "{{ flow_run.name }}",
        "run_id": "{{ flow_run.id }}",
        "state": "{{ flow_run.state.name }}",
        "message": "{{ flow_run.state.message or '' }}",
    }
    return AutomationCore(
        name="Alur yang gagal dicatat",
        trigger=EventTrigger(
            expect=_events(("Failed", "Crashed", "TimedOut")),
            match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
            match_related=ResourceSpecification(
                {"prefect.resource.role": "flow", "prefect.resource.name": list(flow_names)}
            ),
            for_each={"prefect.resource.id"},
            posture=Posture.Reactive,
            threshold=1,
        ),
        actions=[
            RunDeployment(
                deployment_id=notice.id,
                parameters={
                    "form": {
                        name: {"__prefect_kind": "jinja", "template": template}
                        for name, template in fields.items()
                    }
                },
            )
        ],
    )


def _events(states: Iterable[str]) -> set[str]:
    return {f"prefect.flow-run.{state}" for state in states}


def install(stuck_after: dt.timedelta = STUCK_AFTER) -> tuple[str, ...]:
    """Make the automations on the server, or bring those it has up to date; gives their names.

    Raises
    ------
    ObjectNotFound
        If the deployments are not on the server yet.
    """
    watched = {d.flow_name for d in deployments()} - {note_incident.name}
    wanted = (beating(stuck_after), starting(stuck_after), telling(sorted(watched)))
    for automation in wanted:
        _put(automation)
    return tuple(automation.name for automation in wanted)


def _put(automation: AutomationCore) -> None:
    with get_client(sync_client=True) as client:
        known = client.read_automations_by_name(automation.name)
        if known:
            client.update_automation(known[0].id, automation)
        else:
            client.create_automation(automation)
