"""Where a row's site lies, and how precisely that is known."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from data.gazetteer import Gazetteer, UnknownPlace
from data.letters.cells import Value, text_of
from data.letters.faults import Misread
from data.letters.fields import Field
from data.letters.row import RowReader
from data.letters.words import read_text
from data.places.coordinates import (
    NEAR_DESA_KM,
    NEAR_KECAMATAN_KM,
    Coordinates,
    DoubtfulCoordinates,
    question,
    read_degrees,
    read_pair,
)
from data.places.records import Desa, Kecamatan, School
from data.requests import Precision, Site

_NAME_REMEDY = "Perbaiki nama tempatnya, atau isi kode wilayahnya"
_POINT_REMEDY = "Periksa koordinatnya, atau kosongkan"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Named:
    """What a row says of its place by name."""

    kecamatan: Kecamatan
    desa: Desa | None
    school: School | None


def read_site(
    reader: RowReader, gazetteer: Gazetteer, institution: str, npsn: str | None
) -> Site | None:
    """Site of a row, or None with the faults noted."""
    named = _read_named(reader, gazetteer, institution, npsn)
    if named is None:
        return None
    given = _read_given(reader, named)
    point, precision = (given, Precision.GIVEN) if given else _point_of(named)
    return Site(
        kecamatan_code=named.kecamatan.code,
        kecamatan=named.kecamatan.name,
        desa_code=named.desa.code if named.desa else None,
        desa=named.desa.name if named.desa else None,
        address=reader.read(Field.ADDRESS, read_text),
        latitude=point.latitude,
        longitude=point.longitude,
        precision=precision,
    )


def _read_named(
    reader: RowReader, gazetteer: Gazetteer, institution: str, npsn: str | None
) -> _Named | None:
    before = len(reader.faults)
    kecamatan = reader.read(Field.KECAMATAN, _place(gazetteer.find_kecamatan))
    if len(reader.faults) > before:
        return None
    find_desa = _place(lambda text: gazetteer.find_desa(text, kecamatan))
    field = Field.DESA if reader.value(Field.VILLAGE_CODE) is None else Field.VILLAGE_CODE
    desa = reader.read(field, find_desa)
    school = gazetteer.find_school(npsn or institution, kecamatan)
    if school and kecamatan and school.kecamatan_code != kecamatan.code:
        there = gazetteer.kecamatan_of[school.kecamatan_code].name
        what = f"NPSN {npsn} terdaftar sebagai {school.name} di Kecamatan {there}"
        reader.fault(Field.NPSN, what, "Periksa NPSN dan kecamatannya, atau kosongkan NPSN")
    code = desa.kecamatan_code if desa else school.kecamatan_code if school else ""
    home = kecamatan or gazetteer.kecamatan_of.get(code)
    if home is None and len(reader.faults) == before:
        reader.fault(Field.KECAMATAN, "tempatnya tidak disebut", "Isi Kecamatan dan Desa/Kelurahan")
    return _Named(home, desa, school) if home and len(reader.faults) == before else None


def _place(find: Callable[[str], T]) -> Callable[[Value], T]:
    def read(value: Value) -> T:
        try:
            return find(text_of(value))
        except UnknownPlace as error:
            raise Misread(str(error), _NAME_REMEDY) from error

    return read


def _read_given(reader: RowReader, named: _Named) -> Coordinates | None:
    if reader.value(Field.COORDINATES) is None:
        column, given = Field.LATITUDE, _read_two_columns(reader)
    else:
        column, given = Field.COORDINATES, reader.read(Field.COORDINATES, _point(read_pair))
    if given is None:
        return None
    try:
        _question(given, named)
    except DoubtfulCoordinates as error:
        reader.fault(column, str(error), _POINT_REMEDY)
    return given


def _read_two_columns(reader: RowReader) -> Coordinates | None:
    latitude = reader.read(Field.LATITUDE, _point(read_degrees))
    longitude = reader.read(Field.LONGITUDE, _point(read_degrees))
    empty = [name for name in (Field.LATITUDE, Field.LONGITUDE) if reader.value(name) is None]
    if len(empty) == 1:
        reader.fault(empty[0], f"{empty[0].value} kosong, titiknya tidak lengkap", _POINT_REMEDY)
    return Coordinates(latitude, longitude) if latitude and longitude else None


def _question(given: Coordinates, named: _Named) -> None:
    if named.desa:
        point = Coordinates(named.desa.latitude, named.desa.longitude)
        question(given, point, f"{named.desa.type} {named.desa.name}", NEAR_DESA_KM)
    else:
        point = Coordinates(named.kecamatan.latitude, named.kecamatan.longitude)
        question(given, point, f"Kecamatan {named.kecamatan.name}", NEAR_KECAMATAN_KM)


def _point(parse: Callable[[str], T]) -> Callable[[Value], T]:
    def read(value: Value) -> T:
        try:
            return parse(text_of(value))
        except DoubtfulCoordinates as error:
            raise Misread(str(error), _POINT_REMEDY) from error

    return read


def _point_of(named: _Named) -> tuple[Coordinates, Precision]:
    """Best known point of a place without coordinates of its own."""
    school, desa, kecamatan = named.school, named.desa, named.kecamatan
    if school and school.precision is Precision.SCHOOL_REGISTER:
        return Coordinates(school.latitude, school.longitude), Precision.SCHOOL_REGISTER
    if desa:
        return Coordinates(desa.latitude, desa.longitude), Precision.DESA
    venue = Coordinates(kecamatan.venue_latitude, kecamatan.venue_longitude)
    return venue, Precision.KECAMATAN
