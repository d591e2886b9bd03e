import pytest
from sqlalchemy import text

from data.store.health import check_store
from tests.data.store.builders import NOW, letter, week_plan, week_problem


@pytest.fixture
def busy(store):
    store.import_requests([letter(1), letter(2)], "surat.xlsx", "loket", NOW)
    store.save_draft(week_problem(letter(1)), week_plan(("R1", 40)), [letter(1)], NOW)
    return store


def test_a_store_in_use_is_healthy(busy):
    assert check_store(busy) == ()


@pytest.mark.parametrize(
    ("damage", "doubt"),
    [
        ("UPDATE request SET people_left = 5 WHERE id = 'R1'", "R1: status atau sisa orang"),
        ("UPDATE request SET letter = 'x' WHERE id = 'R1'", "R1: surat atau tempat"),
        ("UPDATE request SET document = '{}' WHERE id = 'R1'", "R1: catatannya tidak terbaca"),
        ("UPDATE request SET state = 'served' WHERE id = 'R2'", "R2: berstatus served"),
        ("UPDATE plan SET plan = '{}'", "versi 1: isinya tidak terbaca"),
        ("UPDATE plan SET hash = 'x'", "versi 1: isinya bukan yang disimpan"),
        ("UPDATE alembic_version SET version_num = '0000'", "skema versi 0000"),
    ],
)
def test_each_damage_is_named(busy, damage, doubt):
    with busy.writing() as session:
        session.execute(text(damage))
    assert any(doubt in found for found in check_store(busy))
