"""The office's clock goes backwards between two steps: nothing is lost, doubled or reordered."""

import datetime as dt
from pathlib import Path

import pytest

from data.field_reports import FieldReport
from data.store import StoredPlan
from data.store.health import check_store
from flows import plan_decisions as decisions
from flows import report_steps
from flows.workplace import Workplace, open_workplace
from tests.flows.killing import Record, record
from tests.flows.weeks import MONDAY, WEEK, first_letter, saved_draft

STEADY = ("2026-11-27", "2026-11-27", "2026-11-27", "2026-12-04", "2026-12-07", "2026-12-08")
BACKWARDS = ("2026-11-27", "2026-11-20", "2026-11-02", "2026-10-30", "2026-10-01", "2026-09-01")


@pytest.fixture
def steady(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """What the week keeps when time goes on as it should."""
    from tests.flows.conftest import enter_office, make_office

    home = tmp_path_factory.mktemp("steady")
    make_office(home)
    with pytest.MonkeyPatch.context() as patch:
        enter_office(home, patch)
        a_week(patch, STEADY)
        return record()


def test_a_clock_that_goes_backwards_changes_no_decision(
    steady: Record, office: Path, monkeypatch: pytest.MonkeyPatch
):
    a_week(monkeypatch, BACKWARDS)
    assert record() == steady
    with open_workplace().store() as store:
        assert check_store(store) == ()


def a_week(patch: pytest.MonkeyPatch, dates: tuple[str, ...]) -> None:
    """Planned, approved, published, reported, closed and corrected, each on a date of its own."""
    moments = (dt.datetime.fromisoformat(f"{date}T09:00+07:00") for date in dates)

    def step() -> Workplace:
        now = next(moments)
        patch.setattr(Workplace, "now", lambda place: now)
        return open_workplace()

    step()
    stored = saved_draft()
    decisions.approve(step(), stored, "Kepala Bidang")
    decisions.publish(step(), stored)
    report_steps.keep(step(), told(stored, 50))
    report_steps.close(step(), WEEK)
    report_steps.keep(step(), told(stored, 55))


def told(stored: StoredPlan, served: int) -> FieldReport:
    team, request = stored.plan.duties[0].team, first_letter(stored.problem)
    return FieldReport(date=MONDAY, team=team, request=request, served=served)
