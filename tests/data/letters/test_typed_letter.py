from data.gazetteer import load_gazetteer
from data.letters import Field, read_letter
from data.requests import Request
from tests.data.letters.files import HEADINGS, KEJAYAN, TODAY, letters_in

TYPED = {
    Field.LETTER_NUMBER: "421/1/2026",
    Field.INSTITUTION: "SMAN 1 Kejayan",
    Field.KECAMATAN: "Kejayan",
    Field.DESA: "Sladi",
    Field.PEOPLE: "90 siswa",
}


def test_a_typed_letter_is_the_same_request_as_a_row(tmp_path) -> None:  # type: ignore[no-untyped-def]
    typed = read_letter(TYPED, load_gazetteer(), TODAY)
    assert typed == letters_in(tmp_path, KEJAYAN, headings=HEADINGS).requests[0]


def test_all_faults_of_a_typed_letter_come_at_once() -> None:
    wrong = TYPED | {Field.KECAMATAN: "Kejyan", Field.PEOPLE: "banyak", Field.NOTE: "=1+1"}
    faults = read_letter(wrong, load_gazetteer(), TODAY)
    assert not isinstance(faults, Request)
    assert [fault.column for fault in faults] == ["Kecamatan", "Jumlah pemohon"]


def test_a_field_that_was_not_typed_is_asked_for() -> None:
    cells = {field: text for field, text in TYPED.items() if field is not Field.PEOPLE}
    faults = read_letter(cells, load_gazetteer(), TODAY)
    assert not isinstance(faults, Request)
    assert [(fault.column, fault.message) for fault in faults] == [
        ("Jumlah pemohon", "Jumlah pemohon kosong")
    ]
