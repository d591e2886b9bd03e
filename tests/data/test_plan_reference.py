import pytest

from data.plan_reference import PlanReference


@pytest.mark.parametrize("text", ["2026-W49", "2026-W49/2", "2026-W53/120"])
def test_a_reference_reads_back(text: str):
    assert str(PlanReference.parse(f" {text} ")) == text


@pytest.mark.parametrize("text", ["", "2026-49", "2026-W54", "2026-W49/0", "2026-W49/x", "W49/1"])
def test_what_names_no_plan_is_refused(text: str):
    with pytest.raises(ValueError, match="bukan"):
        PlanReference.parse(text)
