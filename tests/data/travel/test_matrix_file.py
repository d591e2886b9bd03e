import pytest

from data.travel import GeodesicEstimate, Place, TravelUnavailable
from data.travel.matrix_file import COLUMNS, read_matrix_file
from data.travel.roads import RoadTravel
from optimizer.faults import InvalidDocument

RACI, KEJAYAN = Place(-7.594505, 112.83438), Place(-7.7, 112.85)
HEAD = ",".join(COLUMNS)


class Forgetful:
    """A cache that keeps nothing."""

    def legs(self, engine, points):
        return {}

    def keep_legs(self, engine, legs):
        pass


def test_legs_of_the_file_are_used_and_the_others_estimated(tmp_path):
    path = tmp_path / "jarak.csv"
    path.write_text(f"{HEAD}\n-7.594505,112.83438,-7.7,112.85,31,16.2\n")
    table = RoadTravel(read_matrix_file(path), GeodesicEstimate(), Forgetful()).matrix(
        [RACI, KEJAYAN]
    )
    assert (table.travel.minutes[0, 1], table.travel.km[0, 1]) == (31, 16.2)
    assert table.travel.km[1, 0] == GeodesicEstimate().matrix([RACI, KEJAYAN]).travel.km[1, 0]
    assert "berkas jarak" in table.note and "1 dari 2 ruas" in table.note


def test_a_changed_file_has_another_name_in_the_cache(tmp_path):
    path = tmp_path / "jarak.csv"
    path.write_text(f"{HEAD}\n")
    before = read_matrix_file(path).name
    path.write_text(f"{HEAD}\n1,2,3,4,5,6\n")
    assert read_matrix_file(path).name != before


def test_every_bad_line_is_listed(tmp_path):
    path = tmp_path / "jarak.csv"
    path.write_text(
        f"{HEAD}\n1,2,3,4,lima,6\n1,2,3,4,5\n1,2,3,4,-5,6\n1,2,3,4,nan,6\n1,2,3,4,5,6\n"
    )
    with pytest.raises(InvalidDocument) as refused:
        read_matrix_file(path)
    assert [fault.path for fault in refused.value.faults] == [f"baris {n}" for n in (2, 3, 4, 5)]


def test_wrong_headings_are_said(tmp_path):
    path = tmp_path / "jarak.csv"
    path.write_text("dari,ke\n")
    with pytest.raises(InvalidDocument, match="judul kolom"):
        read_matrix_file(path)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(TravelUnavailable, match="tidak terbaca"):
        read_matrix_file(tmp_path / "tiada.csv")
