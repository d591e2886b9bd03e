import pytest

from data.letters.duplicates import Likeness, find_duplicates
from data.requests import Kind, Request, State
from tests.data.builders import request
from tests.data.places.sites import SITE


def named(institution: str, number: int = 1, **more: object) -> Request:
    plain = {"id": f"r{number}-{institution}", "institution": institution, "site": SITE}
    return request(**(plain | more))


def likeness(new: Request, old: Request) -> Likeness | None:
    pairs = find_duplicates([new], [old])
    assert all((pair.new, pair.old) == (new, old) for pair in pairs)
    return pairs[0].likeness if pairs else None


def test_the_same_request_again_is_an_update_not_a_duplicate() -> None:
    assert find_duplicates([request(people=80)], [request()]) == ()


@pytest.mark.parametrize("old", ["SMA Negeri 1 Kejayan", "SMAN 1 KEJAYAN", "SMAN 1 Kejajan"])
def test_the_same_site_with_an_open_request(old: str) -> None:
    assert likeness(named("SMAN 1 Kejayan"), named(old, 2)) is Likeness.SAME_SITE


@pytest.mark.parametrize("state", [State.SERVED, State.WITHDRAWN, State.REFUSED])
def test_a_request_that_is_over_bothers_nobody(state: State) -> None:
    assert likeness(named("SMAN 1 Kejayan"), named("SMAN 1 Kejayan", 2, state=state)) is None


def test_a_pesantren_under_its_short_name() -> None:
    long = named("Pondok Pesantren Sidogiri", kind=Kind.PESANTREN)
    assert likeness(long, named("PP Sidogiri", 2, kind=Kind.PESANTREN)) is Likeness.SAME_SITE


@pytest.mark.parametrize("other", ["SMKN 1 Kejayan", "SMAN 2 Kejayan", "SMKS Salafiah Kejayan"])
def test_a_neighbour_with_a_like_name_is_another_site(other: str) -> None:
    assert likeness(named("SMAN 1 Kejayan"), named(other, 2)) is None


def test_the_school_number_decides_before_the_name() -> None:
    one = named("SMAN 1 Kejayan", npsn="20519300")
    assert likeness(one, named("SMA Kejayan", 2, npsn="20519300")) is Likeness.SAME_SITE
    assert likeness(one, named("SMAN 1 Kejayan", 2, npsn="20519301")) is None


def test_the_same_letter_under_another_spelling_even_when_served() -> None:
    old = named("SMA 1 Kejayan", 2, letter_number="421 / 7 / 2026", state=State.SERVED)
    assert (
        likeness(named("SMAN 1 Kejayan", letter_number="421/7/2026"), old) is Likeness.SAME_LETTER
    )


def test_the_same_letter_number_of_another_office_is_chance() -> None:
    old = named("Desa Sladi", 2, letter_number="1/2026", kind=Kind.VILLAGE)
    assert likeness(named("SMAN 1 Kejayan", letter_number="1/2026"), old) is None


def test_one_letter_for_several_desa_is_no_duplicate() -> None:
    elsewhere = SITE.model_copy(update={"desa_code": "35.14.06.2004", "desa": "Linggo"})
    office = {"kind": Kind.OTHER, "letter_number": "005/9/2026"}
    one = named("Kecamatan Kejayan", **office)
    assert likeness(one, named("Kecamatan Kejayan", 2, site=elsewhere, **office)) is None


def test_duplicates_within_one_file_are_found_too() -> None:
    first, second = named("SMAN 1 Kejayan"), named("SMA Negeri 1 Kejayan", 2)
    assert [(pair.new, pair.old) for pair in find_duplicates([first, second], [])] == [
        (second, first)
    ]


def test_side_by_side_shows_what_decides_and_no_contact() -> None:
    new = named("SMAN 1 Kejayan", people=120, contact={"role": "TU", "phone": "0812-0000-1001"})
    lines = find_duplicates([new], [named("SMAN 1 Kejayan", 2)])[0].side_by_side()
    assert ("Jumlah pemohon", "120", "90") in lines
    assert "0812" not in str(lines)


def test_the_same_number_of_another_year_is_another_letter() -> None:
    def dated(number: int, date: str | None, **more: object) -> Request:
        return named("SMAN 1 Kejayan", number, letter_number="421/12", letter_date=date, **more)

    old = dated(2, "2026-11-02", state=State.SERVED)
    assert likeness(dated(1, "2027-11-02"), old) is None
    assert likeness(dated(1, "2026-11-03"), old) is Likeness.SAME_LETTER
    assert likeness(dated(1, None), old) is Likeness.SAME_LETTER
