from pathlib import Path

import pytest

from config.settings import Settings
from data.store import StoreError, open_store
from tests.flows.weeks import WEEK, saved_draft

pytestmark = pytest.mark.usefixtures("prefect_server")

YES = {"plan": f"{WEEK}/1", "by": "Kepala Bidang", "decision": "setuju"}


def approve(**form: str) -> str:
    from flows.approval import approve_plan

    return approve_plan(form)


def test_a_yes_is_kept_with_its_hash(office: Path):
    stored = saved_draft()
    assert approve(**YES) == stored.hash
    with open_store(Settings().store_url) as store:
        assert store.approval(stored).actor == "Kepala Bidang"


@pytest.mark.parametrize(
    "change", [{"decision": ""}, {"decision": "ya"}, {"by": "  "}, {"plan": WEEK}]
)
def test_no_default_and_no_other_word_says_yes(office: Path, change: dict[str, str]):
    from prefect.exceptions import ParameterTypeError

    stored = saved_draft()
    with pytest.raises(ParameterTypeError):
        approve(**(YES | change))
    with open_store(Settings().store_url) as store:
        assert store.approval(stored) is None


def test_an_unknown_plan_is_refused(office: Path):
    with pytest.raises(StoreError, match="belum ada"):
        approve(**(YES | {"plan": f"{WEEK}/7"}))


def test_the_form_requires_every_field():
    from flows.approval import approve_plan

    form = approve_plan.parameters.definitions["ApprovalForm"]
    assert set(form["required"]) == set(YES)
    defaults = {n: field["default"] for n, field in form["properties"].items() if n not in YES}
    assert defaults == {"publish": False}
    assert all(field["description"] for field in form["properties"].values())
