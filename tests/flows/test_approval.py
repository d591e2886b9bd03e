from pathlib import Path

import pytest

from config.settings import Settings
from data.store import StoreError, open_store
from tests.flows.weeks import WEEK, saved_draft

pytestmark = pytest.mark.usefixtures("prefect_server")


def test_a_yes_is_kept_with_its_hash(office: Path):
    from flows.approval import approve_plan

    stored = saved_draft()
    assert approve_plan(f"{WEEK}/1", "Kepala Bidang", "setuju") == stored.hash
    with open_store(Settings().store_url) as store:
        assert store.approval(stored).actor == "Kepala Bidang"


@pytest.mark.parametrize(
    ("plan", "by", "decision"),
    [
        (f"{WEEK}/1", "Kepala Bidang", ""),
        (f"{WEEK}/1", "Kepala Bidang", "ya"),
        (f"{WEEK}/1", "", "setuju"),
        (WEEK, "Kepala Bidang", "setuju"),
    ],
)
def test_no_default_and_no_other_word_says_yes(office: Path, plan: str, by: str, decision: str):
    from prefect.exceptions import ParameterTypeError

    from flows.approval import approve_plan

    stored = saved_draft()
    with pytest.raises(ParameterTypeError):
        approve_plan(plan, by, decision)
    with open_store(Settings().store_url) as store:
        assert store.approval(stored) is None


def test_an_unknown_plan_is_refused(office: Path):
    from flows.approval import approve_plan

    with pytest.raises(StoreError, match="belum ada"):
        approve_plan(f"{WEEK}/7", "Kepala Bidang", "setuju")


def test_the_form_requires_every_field():
    from prefect.utilities.callables import parameter_schema

    from flows.approval import approve_plan

    schema = parameter_schema(approve_plan).model_dump()
    assert set(schema["required"]) == {"plan", "by", "decision"}
    assert not any("default" in field for field in schema["properties"].values())
    assert all(field["description"] for field in schema["properties"].values())
