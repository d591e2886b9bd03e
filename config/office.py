"""The office's own file: who it is, where its files are, and the numbers it plans with."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from optimizer.faults import Fault, InvalidDocument

NotNegative = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]


def _beside(path: Path, info: ValidationInfo) -> Path:
    folder: Path = (info.context or {})["folder"]
    return (folder / path).resolve()


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise ValueError(f"folder {path} tidak ada")
    return path


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"zona waktu '{name}' tidak dikenal, misalnya Asia/Jakarta")
    return name


BesidePath = Annotated[Path, AfterValidator(_beside)]
BesideFolder = Annotated[BesidePath, AfterValidator(_folder)]


class Table(BaseModel):
    """A table of the file; its Indonesian keys are the aliases."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class RoadClass(Table):
    """Road length over straight line, and speed, of a terrain class."""

    factor: Annotated[float, Field(alias="faktor", ge=1)]
    kmh: Annotated[float, Field(alias="km_per_jam", gt=0)]


RoadEngineName = Literal["perkiraan", "osrm", "valhalla", "openrouteservice", "berkas"]


class RoadSettings(Table):
    """Where travel times come from.

    Attributes
    ----------
    engine
        ``perkiraan`` estimates from straight lines and calls nobody.
    address
        URL of the road engine, or path of the file of legs.
    """

    engine: RoadEngineName = Field(alias="mesin", default="perkiraan")
    address: str = Field(alias="alamat", default="")
    lowland: RoadClass = Field(alias="dataran_rendah")
    upland: RoadClass = Field(alias="dataran_tinggi")

    @model_validator(mode="after")
    def _addressed(self) -> Self:
        if self.engine != "perkiraan" and not self.address:
            raise ValueError(f"mesin '{self.engine}' perlu alamat")
        return self


class GeocodingSettings(Table):
    """An online geocoder for rough points; without this table nobody is asked.

    Attributes
    ----------
    service, options
        Name and arguments of a geopy geocoder.
    """

    service: str = Field(alias="layanan")
    options: dict[str, Any] = Field(alias="opsi", default_factory=dict)
    seconds_between: NotNegative = Field(alias="jeda_detik", default=1.0)


class AgeingSettings(Table):
    """How weights grow with waiting."""

    per_week: NotNegative = Field(alias="per_minggu")
    per_carry_over: NotNegative = Field(alias="per_janji_terlewat")
    deadline_bonus: NotNegative = Field(alias="bonus_tenggat")
    deadline_weeks: Count = Field(alias="minggu_tenggat")
    most: Annotated[float, Field(alias="paling_banyak", ge=1)]


class BothAgeings(Table):
    """Ageing of letters, and of Kenduren Mas sessions."""

    letters: AgeingSettings = Field(alias="surat")
    sessions: AgeingSettings = Field(alias="kenduren_mas")


class ObjectiveSettings(Table):
    """Weights of the score, as in problem.json."""

    value_per_person: NotNegative = Field(alias="nilai_per_orang")
    cost_per_km: NotNegative = Field(alias="biaya_per_km")
    cost_per_duty: NotNegative = Field(alias="biaya_per_tugas")
    cost_per_change: NotNegative = Field(alias="biaya_per_perubahan")


class KindSettings(Table):
    """How one kind of request is planned.

    Attributes
    ----------
    hours
        Clock span by weekday or run of weekdays, as written: ``{"senin-kamis": "07.00-13.00"}``.
    no_show
        Share of listed people who stay away.
    fixed_minutes
        Length of a session that does not depend on the people, or None.
    """

    weight: NotNegative = Field(alias="bobot")
    hours: dict[str, str] = Field(alias="jam")
    vehicle_kinds: tuple[str, ...] = Field(alias="kendaraan", min_length=1)
    minutes_per_person: Annotated[Decimal, Field(alias="menit_per_orang", gt=0)]
    setup_minutes: Count = Field(alias="menit_pasang")
    min_people: Count = Field(alias="orang_minimal")
    max_duties_per_day: Annotated[int, Field(alias="tugas_per_hari", ge=1)]
    no_show: Annotated[Decimal, Field(alias="tidak_hadir", ge=0, lt=1)]
    fixed_minutes: Count | None = Field(alias="menit_tetap", default=None)


class KindsSettings(Table):
    """One table for each kind of request."""

    school: KindSettings = Field(alias="sekolah")
    pesantren: KindSettings
    village: KindSettings = Field(alias="desa")
    other: KindSettings = Field(alias="lainnya")
    kenduren_mas: KindSettings


class SessionSettings(Table):
    """What a weekly session is expected to bring."""

    people: Annotated[int, Field(alias="orang_per_sesi", ge=1)]


class CardSettings(Table):
    """Cards to be printed and to be in hands; policy of the office, so nothing is assumed.

    Attributes
    ----------
    unprinted
        Cards that were recorded and not printed before the program's first week.
    weekly_capacity
        Cards that can be printed a week; None leaves the forecast at the present pace.
    targets
        Cards to be in hands, by name or code of kecamatan.
    """

    unprinted: Count = Field(alias="belum_dicetak", default=0)
    weekly_capacity: Count | None = Field(alias="cetak_per_minggu", default=None)
    targets: dict[str, Annotated[int, Field(ge=1)]] = Field(alias="target", default_factory=dict)


def _numbered(pattern: str) -> str:
    try:
        text = pattern.format(nomor=41, tahun=2026)
    except (KeyError, IndexError, ValueError) as error:
        raise ValueError("hanya boleh memuat {nomor} dan {tahun}") from error
    if "41" not in text:
        raise ValueError("harus memuat {nomor}")
    return pattern


NumberPattern = Annotated[str, AfterValidator(_numbered)]


class LetterNumbers(Table):
    """Pattern of the register's numbers by series, with ``{nomor}`` and ``{tahun}``."""

    assignment: NumberPattern = Field(alias="surat_tugas", default="{nomor}/ST/{tahun}")
    reply: NumberPattern = Field(alias="balasan", default="{nomor}/B/{tahun}")

    @property
    def by_series(self) -> dict[str, str]:
        """Patterns by the name of their series."""
        return self.model_dump(by_alias=True)


class SignatorySettings(Table):
    """Who signs the letters; what is left out stays visibly blank on paper."""

    position: str = Field(alias="jabatan", default="Kepala Dinas")
    name: str = Field(alias="nama", default="")
    rank: str = Field(alias="pangkat", default="")
    nip: str = ""


class LetterSettings(Table):
    """What the office's own letters say.

    Attributes
    ----------
    place
        Town where they are signed.
    basis, copies
        Regulations a *surat tugas* rests on, and who gets a copy (*tembusan*).
    """

    place: str = Field(alias="tempat", default="")
    basis: tuple[str, ...] = Field(alias="dasar", default=())
    copies: tuple[str, ...] = Field(alias="tembusan", default=())
    signatory: SignatorySettings = Field(alias="penanda_tangan", default=SignatorySettings())


class OfficeSettings(Table):
    """The whole file.

    Attributes
    ----------
    letters
        Folder of request workbooks that every weekly run reads.
    places
        Folder of the regency's tables of places; None means the shipped ones.
    outlines
        GeoJSON of the kecamatan's outlines, a layer of the plan book's map.
    letter_templates
        Folder with the office's own Typst templates of letters.
    """

    name: str = Field(alias="nama")
    regency: str = Field(alias="kabupaten")
    regency_code: str = Field(alias="kode_wilayah")
    address: str = Field(alias="alamat")
    phone: str = Field(alias="telepon", default="")
    timezone: Annotated[str, AfterValidator(_zone)] = Field(alias="zona_waktu")
    zone: str = Field(alias="nama_zona")
    letters: BesideFolder = Field(alias="surat")
    fleet: BesidePath = Field(alias="armada")
    calendar: BesidePath = Field(alias="kalender")
    places: BesideFolder | None = Field(alias="tabel_tempat", default=None)
    outlines: BesidePath | None = Field(alias="batas_kecamatan", default=None)
    letter_templates: BesidePath | None = Field(alias="templat_surat", default=None)
    own_letters: LetterSettings = Field(alias="surat_dinas", default=LetterSettings())
    roads: RoadSettings = Field(alias="jalan")
    geocoding: GeocodingSettings | None = Field(alias="peta_alamat", default=None)
    ageing: BothAgeings = Field(alias="penuaan")
    objective: ObjectiveSettings = Field(alias="tujuan")
    kinds: KindsSettings = Field(alias="jenis")
    sessions: SessionSettings = Field(alias="kenduren_mas")
    cards: CardSettings = Field(alias="kartu", default=CardSettings())
    letter_numbers: LetterNumbers = Field(alias="nomor_surat", default=LetterNumbers())


MESSAGES = {
    "missing": "belum diisi",
    "extra_forbidden": "tidak dikenal; periksa ejaannya",
    "string_type": "harus teks dalam tanda kutip",
    "finite_number": "harus angka biasa",
    "float_parsing": "harus angka",
    "float_type": "harus angka",
    "int_parsing": "harus bilangan bulat",
    "int_type": "harus bilangan bulat",
    "int_from_float": "harus bilangan bulat",
    "dict_type": "harus tabel",
    "model_type": "harus tabel",
    "greater_than": "harus lebih dari {gt}",
    "greater_than_equal": "harus {ge} atau lebih",
    "less_than": "harus kurang dari {lt}",
    "value_error": "{error}",
    "literal_error": "harus salah satu dari {expected}",
}


def read_office(path: Path) -> OfficeSettings:
    """Read an office's file.

    Raises
    ------
    InvalidDocument
        With every fault of the file, each with its key and remedy.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidDocument([Fault(str(path), f"tidak terbaca ({error})")]) from error
    try:
        return OfficeSettings.model_validate(document, context={"folder": path.parent})
    except ValidationError as error:
        faults = [_fault(path, dict(row)) for row in error.errors(include_url=False)]
        raise InvalidDocument(faults) from error


def _fault(path: Path, row: dict[str, Any]) -> Fault:
    key = ".".join(map(str, row["loc"]))
    message = MESSAGES.get(row["type"], "nilai tidak sah: {input}")
    return Fault(f"{path.name}: {key}", message.format(**row.get("ctx", {}), input=row["input"]))
