import pytest

from data.letters.cells import Formula
from data.letters.faults import Misread
from data.letters.private import has_nik, refuse_personal

INVENTED = "3514061203089999"  # the shape of a NIK; nobody has it


@pytest.mark.parametrize(
    "value",
    [INVENTED, int(INVENTED), float(INVENTED), f"NIK {INVENTED} a.n. siswa", f"'{INVENTED}",
     "3514 0612 0308 9999", "351406.120308.9999", "3514-0652-0308-9999"],
)  # fmt: skip
def test_a_nik_is_seen_however_it_is_written(value: str | float) -> None:
    assert has_nik(value)
    with pytest.raises(Misread, match="NIK"):
        refuse_personal(value)


@pytest.mark.parametrize(
    "value",
    [None, "", 90, "0812-0000-1001", "+62 812 0000 1001 1234", "421.3/123/X/2026",
     "-7.703600012345678", "-7.7036, 112.8738", -7.703600012345678, "35140612030899991",
     "2026-12-01 2026-12-02", "11-12-2026 12-12-2026", "01.12.2026 02.12.2026",
     "0343 5550 1010 0000", "3514 0612 9908 9999", "20519300"],
)  # fmt: skip
def test_other_numbers_are_no_nik(value: str | float | None) -> None:
    assert not has_nik(value)
    refuse_personal(value)


def test_a_numbered_list_of_names_is_refused() -> None:
    names = "\n".join(f"{number}. Siswa {chr(64 + number)}uh" for number in range(1, 7))
    with pytest.raises(Misread, match="daftar nama"):
        refuse_personal(names)


def test_a_short_numbered_remark_is_not() -> None:
    refuse_personal("1. Bawa genset\n2. Parkir di lapangan")


def test_a_list_of_names_inside_a_formula_is_refused_too() -> None:
    names = "\n".join(f"{number}. Siswa" for number in range(1, 7))
    with pytest.raises(Misread, match="daftar nama"):
        refuse_personal(Formula(f'="{names}"'))
