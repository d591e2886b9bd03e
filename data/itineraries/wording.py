"""Printed words for the codes of the records."""

from collections.abc import Iterable, Mapping

from data.itineraries.language import Language
from data.requests import Kind, Precision, Request

KINDS: Mapping[str, str] = {
    Kind.SCHOOL: "Sekolah",
    Kind.PESANTREN: "Pesantren",
    Kind.VILLAGE: "Desa/kelurahan",
    Kind.KENDUREN_MAS: "Kenduren Mas",
    Kind.OTHER: "Lainnya",
}
PRECISIONS: Mapping[str, str] = {
    Precision.GIVEN: "Titik dari pemohon",
    Precision.GEOCODED: "Titik dari pencarian alamat",
    Precision.SCHOOL_REGISTER: "Titik dari daftar sekolah",
    Precision.DESA: "Hanya titik tengah desa",
    Precision.KECAMATAN: "Hanya titik tengah kecamatan",
}
SERVICES: Mapping[str, str] = {
    "recording": "Perekaman KTP-el",
    "printing": "Pencetakan KTP-el",
    "civil_registry": "Layanan KK dan akta",
}
STATES: Mapping[str, str] = {
    "draft": "Konsep",
    "approved": "Disetujui",
    "published": "Terbit",
}
EQUIPMENT: Mapping[str, tuple[str, ...]] = {
    "recording": (
        "Laptop perekaman dan pengisi daya",
        "Kamera, latar foto, dan penyangga",
        "Alat sidik jari, iris, dan tanda tangan",
        "Kabel rol dan sumber listrik cadangan",
        "Modem dan kartu data cadangan",
        "Daftar nama peserta dari pemohon",
    ),
    "printing": ("Pencetak kartu, pita, dan blangko",),
    "civil_registry": ("Formulir dan blangko KK/akta", "Stempel dinas"),
}


def spoken(say: Language, words: Mapping[str, str], code: str) -> str:
    """The word for a code, or the code itself if there is none."""
    return say(words[code]) if code in words else code


def services(say: Language, codes: Iterable[str]) -> str:
    """Services as one phrase."""
    return ", ".join(spoken(say, SERVICES, code) for code in sorted(codes))


def needs(say: Language, request: Request) -> tuple[tuple[str, str], ...]:
    """Power, signal and room of a site, each with a word for "not known"."""
    unknown = say("belum diketahui, tanyakan")
    return (
        (say("Listrik"), request.power or unknown),
        (say("Sinyal"), request.signal or unknown),
        (say("Ruang"), request.room or unknown),
    )


def equipment(say: Language, codes: Iterable[str]) -> tuple[str, ...]:
    """What to load for these services."""
    return tuple(say(thing) for code in sorted(codes) for thing in EQUIPMENT.get(code, ()))


def place(request: Request) -> str:
    """``Desa Raci, Kec. Bangil``: what is known of the address above the street."""
    site = request.site
    kecamatan = f"Kec. {site.kecamatan}"
    if not site.desa:
        return kecamatan
    # Kemendagri codes: the last part of a kelurahan begins with 1, that of a desa with 2.
    urban = (site.desa_code or "").rpartition(".")[2].startswith("1")
    return f"{'Kel.' if urban else 'Desa'} {site.desa}, {kecamatan}"
