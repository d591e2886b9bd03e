import datetime as dt

import pytest

from config.office import OfficeSettings, read_office
from config.settings import ROOT
from data.requests import Kind
from flows.office_rules import planning_rules
from optimizer.faults import InvalidDocument


@pytest.fixture
def office() -> OfficeSettings:
    return read_office(ROOT / "config/office.toml")


def with_school(office: OfficeSettings, **changes: object) -> OfficeSettings:
    school = office.kinds.school.model_copy(update=changes)
    return office.model_copy(update={"kinds": office.kinds.model_copy(update={"school": school})})


def test_every_kind_has_its_rules(office: OfficeSettings):
    rules = planning_rules(office)
    assert set(rules.kinds) == set(Kind)
    assert rules.kinds[Kind.KENDUREN_MAS].fixed_minutes == 150
    assert rules.kinds[Kind.SCHOOL].vehicle_kinds == {"operational", "kenduren_mas"}
    assert rules.objective.cost_per_km == 0.15
    assert rules.session_ageing.per_week == 0.5


def test_hours_are_read_by_runs_of_weekdays(office: OfficeSettings):
    monday_to_thursday, friday = planning_rules(office).kinds[Kind.SCHOOL].hours
    assert monday_to_thursday.weekdays == {1, 2, 3, 4}
    assert (friday.weekdays, friday.closes) == ({5}, dt.time(11))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"hours": {"senin-besok": "07.00-13.00"}}, "besok"),
        ({"hours": {"senin": "07.00"}}, "07.00"),
        ({"vehicle_kinds": ("becak",)}, "becak"),
    ],
)
def test_what_is_written_in_no_known_way_is_named(office: OfficeSettings, changes, word: str):
    with pytest.raises(InvalidDocument, match=word) as caught:
        planning_rules(with_school(office, **changes))
    assert [fault.path for fault in caught.value.faults] == ["jenis.school"]
