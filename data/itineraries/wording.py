"""Printed words for the codes of the records."""

from collections.abc import Iterable, Mapping

from data.itineraries.language import Language
from data.requests import Kind, Precision, Request
from optimizer.plan import Duty

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
    "superseded": "Digantikan",
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
    """Power, signal and room of a site; those not known share one last entry."""
    facts = (
        (say("Listrik"), request.power),
        (say("Sinyal"), request.signal),
        (say("Ruang"), request.room),
    )
    known = tuple((name, value) for name, value in facts if value)
    unknown = ", ".join(name for name, value in facts if not value)
    return (*known, (unknown, say("belum diketahui, tanyakan"))) if unknown else known


def equipment(say: Language, duty: Duty, codes: Iterable[str]) -> tuple[str, ...]:
    """What to load: the duty's kits, and the things for each service."""
    things = (say(thing) for code in sorted(codes) for thing in EQUIPMENT.get(code, ()))
    return say("Perangkat rekam {kits}", kits=", ".join(duty.kits)), *things


def place(request: Request) -> str:
    """``Desa Raci, Kec. Bangil``: what is known of the address above the street."""
    site = request.site
    kecamatan = f"Kec. {site.kecamatan}"
    if not site.desa:
        return kecamatan
    # Kemendagri codes: the last part of a kelurahan begins with 1, that of a desa with 2.
    urban = (site.desa_code or "").rpartition(".")[2].startswith("1")
    return f"{'Kel.' if urban else 'Desa'} {site.desa}, {kecamatan}"


def whereabouts(say: Language, request: Request) -> tuple[str, ...]:
    """Street and place as lines; what is unknown is said only if not even the desa is known."""
    address, where = request.site.address, place(request)
    if address:
        return address, where
    return (where,) if request.site.desa else (where, say("alamat belum diketahui"))
