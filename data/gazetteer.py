"""The regency's places - kecamatan, desa, schools, depots - and how to find them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from data.places.institutions import institution_key
from data.places.names import closest_names, place_key
from data.places.records import DepotPlace, Desa, Kecamatan, School
from data.places.tables import read_depots, read_desa, read_kecamatan, read_schools

REFERENCE = Path(__file__).parent / "reference"


class UnknownPlace(ValueError):
    """A name or code that leads to no single place; says so in Bahasa Indonesia.

    Attributes
    ----------
    suggestions
        Names that may have been meant, best first.
    """

    def __init__(self, message: str, suggestions: Sequence[str] = ()) -> None:
        self.suggestions = tuple(suggestions)
        meant = " atau ".join(f"'{name}'" for name in self.suggestions)
        super().__init__(f"{message}; maksud Anda {meant}?" if meant else message)


@dataclass(frozen=True)
class Gazetteer:
    """All places of one regency.

    Parameters
    ----------
    kecamatan, desa, schools, depots
        In order of their codes.
    """

    kecamatan: tuple[Kecamatan, ...]
    desa: tuple[Desa, ...]
    schools: tuple[School, ...]
    depots: tuple[DepotPlace, ...]

    @cached_property
    def kecamatan_of(self) -> Mapping[str, Kecamatan]:
        """Kecamatan by code."""
        return {place.code: place for place in self.kecamatan}

    @cached_property
    def desa_of(self) -> Mapping[str, Desa]:
        """Desa and kelurahan by code."""
        return {place.code: place for place in self.desa}

    @cached_property
    def _desa_named(self) -> Mapping[str, tuple[Desa, ...]]:
        named: dict[str, tuple[Desa, ...]] = {}
        for place in self.desa:
            key = place_key(place.name)
            named[key] = (*named.get(key, ()), place)
        return named

    @cached_property
    def _school_of(self) -> Mapping[str, School]:
        by_name = {f"{s.kecamatan_code}/{institution_key(s.name)}": s for s in self.schools}
        return by_name | {s.npsn: s for s in self.schools}

    def find_kecamatan(self, text: str) -> Kecamatan:
        """Kecamatan by code or by name (case, accents, spaces and "Kec." do not matter).

        Raises
        ------
        UnknownPlace
            If there is none, with the names that may have been meant.
        """
        code, key = _code(text), place_key(text)
        for place in self.kecamatan:
            if place.code == code or place_key(place.name) == key:
                return place
        close = closest_names(text, (place.name for place in self.kecamatan))
        raise UnknownPlace(f"kecamatan '{text.strip()}' tidak dikenal", close)

    def find_desa(self, text: str, kecamatan: Kecamatan | None = None) -> Desa:
        """Desa or kelurahan by code or by name, within ``kecamatan`` if that is given.

        Raises
        ------
        UnknownPlace
            If there is none, it lies elsewhere, or several have the name.
        """
        code = _code(text)
        named = self._desa_named.get(place_key(text), ())
        known = (self.desa_of[code],) if code in self.desa_of else named
        within = [d for d in known if kecamatan is None or d.kecamatan_code == kecamatan.code]
        if len(within) == 1:
            return within[0]
        raise self._no_single_desa(text.strip(), known, kecamatan)

    def find_school(self, npsn_or_name: str, kecamatan: Kecamatan | None = None) -> School | None:
        """Registered school by NPSN, or by name within a kecamatan; None if not registered."""
        by_number = self._school_of.get(npsn_or_name.strip())
        if by_number or kecamatan is None:
            return by_number
        return self._school_of.get(f"{kecamatan.code}/{institution_key(npsn_or_name)}")

    def _no_single_desa(
        self, text: str, known: Iterable[Desa], kecamatan: Kecamatan | None
    ) -> UnknownPlace:
        homes = ", ".join(self.kecamatan_of[desa.kecamatan_code].name for desa in known)
        if homes and kecamatan:
            return UnknownPlace(
                f"'{text}' tidak ada di Kecamatan {kecamatan.name}, adanya di {homes}"
            )
        if homes:
            return UnknownPlace(f"'{text}' ada di beberapa kecamatan ({homes})")
        near = (
            d.name for d in self.desa if kecamatan in (None, self.kecamatan_of[d.kecamatan_code])
        )
        where = f" di Kecamatan {kecamatan.name}" if kecamatan else ""
        return UnknownPlace(f"desa '{text}' tidak dikenal{where}", closest_names(text, near))


def _code(text: str) -> str:
    """An official code with its dots, which spreadsheets lose: 35.14.06.2025."""
    digits = text.strip().replace(".", "")
    return ".".join(filter(None, (digits[:2], digits[2:4], digits[4:6], digits[6:])))


@cache
def load_gazetteer(folder: Path = REFERENCE) -> Gazetteer:
    """Gazetteer from the tables of a folder (see ``reference/README.md``); shipped one by default.

    Raises
    ------
    OSError
        If a table is missing.
    KeyError, ValueError
        If a table is damaged.
    """
    return Gazetteer(
        kecamatan=read_kecamatan(folder / "kecamatan.csv"),
        desa=read_desa(folder / "desa.csv"),
        schools=read_schools(folder / "schools.csv"),
        depots=read_depots(folder / "depots.csv"),
    )
