"""Reasons in Bahasa Indonesia."""

from collections.abc import Callable, Mapping
from typing import Any

from optimizer.explain.reason import Code, Reason

Facts = Mapping[str, Any]


def sentence(reason: Reason) -> str:
    """The reason as one sentence for the planner."""
    return SENTENCES[reason.code](reason.facts)


def _no_open_day(facts: Facts) -> str:
    return "Lokasi tidak membuka jam kunjungan pada satu pun hari rencana pekan ini."


def _no_vehicle_kind(facts: Facts) -> str:
    kinds = ", ".join(facts["kinds"]) or "tidak ada"
    return f"Tidak ada kendaraan dari jenis yang diterima lokasi ({kinds})."


def _no_services(facts: Facts) -> str:
    services = ", ".join(facts["services"])
    return f"Tidak ada tim dan kendaraan yang bersama-sama membawa layanan: {services}."


def _no_crew(facts: Facts) -> str:
    days = ", ".join(f"{day:%d-%m}" for day in facts["days"])
    return f"Pada hari buka lokasi ({days}) tidak ada tim, kendaraan dan alat yang cocok bersama."


def _out_of_reach(facts: Facts) -> str:
    return (
        f"Bahkan tugas khusus ke lokasi ini saja tidak sempat melayani {facts['fewest']} orang "
        "di antara giliran tim dan jam buka lokasi, pada hari mana pun."
    )


def _too_few_left(facts: Facts) -> str:
    return (
        f"Sisanya kurang dari {facts['fewest']} orang, batas paling sedikit satu kunjungan, "
        "dan kunjungan yang ada tidak dapat diperpanjang."
    )


def _no_room(facts: Facts) -> str:
    if facts["full_days"] == facts["open_days"]:
        return "Kunjungan per hari sudah penuh pada setiap hari buka, dan tidak dapat diperpanjang."
    if facts["duties"]:
        first = f"Tidak ada ruang di {facts['duties']} tugas yang cocok, di urutan mana pun"
    else:
        first = "Tidak ada tugas yang cocok pada hari yang masih terbuka"
    if facts["idle"]:
        return f"{first}; tugas baru dari petugas yang masih kosong pun tidak sempat."
    return f"{first}; tim, kendaraan atau alat yang cocok sudah habis terpakai."


def _not_worth(facts: Facts) -> str:
    return (
        f"Masih muat {_where(facts)} untuk {facts['people']} orang, tetapi tambahan "
        f"{facts['km']:.1f} km menurunkan nilai rencana {-facts['gain']:.2f}."
    )


def _still_fits(facts: Facts) -> str:
    return (
        f"Masih muat {_where(facts)} untuk {facts['people']} orang; "
        "pencarian dihentikan sebelum memasukkannya."
    )


def _where(facts: Facts) -> str:
    day = f"{facts['date']:%d-%m}"
    return f"pada tugas {facts['team']} {day}" if facts["team"] else f"sebagai tugas baru {day}"


SENTENCES: Mapping[Code, Callable[[Facts], str]] = {
    Code.NO_OPEN_DAY: _no_open_day,
    Code.NO_VEHICLE_KIND: _no_vehicle_kind,
    Code.NO_SERVICES: _no_services,
    Code.NO_CREW: _no_crew,
    Code.OUT_OF_REACH: _out_of_reach,
    Code.TOO_FEW_LEFT: _too_few_left,
    Code.NO_ROOM: _no_room,
    Code.NOT_WORTH: _not_worth,
    Code.STILL_FITS: _still_fits,
}
