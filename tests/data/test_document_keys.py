import pytest

from config.settings import ROOT
from data import fleet, working_days_file
from data.fleet_records import Absence, Depot, Kit, Team, Vehicle
from data.working_days_records import ExamPeriod, OfficeHours, Period
from tests.key_tables import described_keys, model_keys

FLEET = (Depot, Team, Vehicle, Kit, Absence)
CALENDAR = (OfficeHours, Period, Period, Period, ExamPeriod)


@pytest.mark.parametrize(
    ("heading", "tables", "records"),
    [
        ("kunci armada", fleet.TABLES, FLEET),
        ("kunci kalender", working_days_file.TABLES, CALENDAR),
    ],
)
def test_every_key_of_the_offices_documents_is_described_once(heading, tables, records):
    keys = {}
    for name, record in zip(tables, records, strict=True):
        keys |= dict(model_keys(record, f"{name}."))
    assert described_keys(ROOT / "data/README.md", heading) == keys
