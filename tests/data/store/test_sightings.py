"""A row changes its request only where the row itself changed since its source was last read."""

import datetime as dt

import pytest

from data.requests import Contact, Precision, State
from tests.data.store.builders import NOW, SITE, letter

GEOCODED = SITE.model_copy(update={"latitude": -7.71, "precision": Precision.GEOCODED})
ROUGH = SITE.model_copy(update={"precision": Precision.KECAMATAN})


def keep(store, source, *letters, **options):
    return store.import_requests(letters, source, "loket", NOW, **options)


def people(store):
    return store.request("R1").people


@pytest.fixture
def corrected(store):
    """100 in an older file, 150 in a newer one."""
    keep(store, "lama.csv", letter(people=100))
    keep(store, "baru.csv", letter(people=150))
    return store


def test_a_folder_read_again_in_any_order_changes_nothing(corrected):
    for source, count in [("baru.csv", 150), ("lama.csv", 100)] * 2:
        assert keep(corrected, source, letter(people=count)).same == ("R1",)
    assert people(corrected) == 150
    assert len(corrected.history("R1")) == 2


def test_a_copy_of_the_older_file_is_named_and_sets_nothing_back(corrected):
    report = keep(corrected, "salinan lama.csv", letter(people=100))
    assert (report.older, report.changed, report.same) == (("R1",), (), ())
    assert people(corrected) == 150
    assert keep(corrected, "salinan lama.csv", letter(people=100)).same == ("R1",)


def test_a_letter_received_earlier_is_older(store):
    days = [dt.date(2026, 11, day) for day in (20, 10)]
    keep(store, "baru.csv", letter(people=150, received_date=days[0]))
    report = keep(store, "lama.csv", letter(people=100, received_date=days[1]))
    assert report.older == ("R1",)
    assert people(store) == 150


def test_a_row_that_changed_updates_even_back_to_what_it_was(corrected):
    for count in (120, 100):
        assert keep(corrected, "lama.csv", letter(people=count)).changed == ("R1",)
        assert people(corrected) == count


def test_a_correction_of_the_date_of_receipt_in_its_own_file_counts(store):
    for day in (20, 10):
        keep(store, "a.csv", letter(received_date=dt.date(2026, 11, day)))
    assert store.request("R1").received_date == dt.date(2026, 11, 10)


def test_what_a_person_types_holds_against_the_file(store):
    keep(store, "a.csv", letter(people=100))
    assert keep(store, "ketikan", letter(people=150), decided=True).changed == ("R1",)
    keep(store, "a.csv", letter(people=100))
    assert people(store) == 150
    assert keep(store, "ketikan", letter(people=100), decided=True).changed == ("R1",)
    assert people(store) == 100


def test_a_copy_that_says_what_is_stored_is_the_same(corrected):
    assert keep(corrected, "salinan baru.csv", letter(people=150)).same == ("R1",)


def test_a_better_point_for_an_unchanged_row_is_kept_a_worse_one_is_not(store):
    keep(store, "a.csv", letter(site=ROUGH))
    assert keep(store, "a.csv", letter(site=GEOCODED)).changed == ("R1",)
    assert keep(store, "a.csv", letter(site=ROUGH)).same == ("R1",)
    assert store.request("R1").site == GEOCODED


def test_sources_keep_no_telephone(store):
    keep(store, "a.csv", letter(contact=Contact(phone="0812-0000-1234")))
    with store.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT * FROM sighting").all()
    assert len(rows) == 1
    assert "0812" not in str(rows)


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.REFUSED])
def test_a_letter_for_a_closed_request_is_named(store, state):
    keep(store, "a.csv", letter(1), letter(2))
    store.transition("R1", state, "loket", NOW, "alasan")
    again = keep(store, "a.csv", letter(1), letter(2)).closed
    assert [(hit.id, hit.state, hit.read_before) for hit in again] == [("R1", state, True)]
    anew = keep(store, "b.csv", letter(1), letter(2)).closed
    assert [(hit.id, hit.state, hit.read_before) for hit in anew] == [("R1", state, False)]
    assert store.request("R1").state is state


def test_an_open_request_is_not_closed(store):
    assert keep(store, "a.csv", letter(1)).closed == ()
    assert keep(store, "b.csv", letter(1)).closed == ()
