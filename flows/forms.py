"""What each flow is asked with: forms that Prefect's pages show, checked before a flow begins.

Descriptions are in Bahasa Indonesia. Prefect 3.8 drops descriptions of plain annotated
parameters, but keeps those of a model.
"""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

Week = Annotated[str, Field(pattern=r"^\d{4}-W\d{2}$")]
Version = Annotated[str, Field(pattern=r"^\d{4}-W\d{2}/[1-9]\d*$")]
Plan = Annotated[str, Field(pattern=r"^\d{4}-W\d{2}(/[1-9]\d*)?$")]
Seconds = Annotated[
    float | None, Field(description="Batas waktu mencari, detik; kosong: setelan kantor", gt=0)
]
Seed = Annotated[int, Field(description="Benih acak; sama benih, sama arah pencarian")]
Language = Annotated[
    Literal["id", "en"], Field(description="Bahasa dokumen: id (Indonesia) atau en (Inggris)")
]


class Form(BaseModel):
    """Fields of a form; an unknown one is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class PlanningForm(Form):
    """The week to plan, and how."""

    week: Week | None = Field(
        default=None, description="Minggu ISO, misalnya 2026-W49; kosong: minggu depan"
    )
    seconds: Seconds = None
    seed: Seed = 0
    lang: Language = "id"
    lessons: bool = Field(
        default=True,
        description="Pakai pelajaran dari laporan lapangan; tidak: hanya setelan kantor",
    )
    refused: tuple[str, ...] = Field(
        default=(),
        description="Pelajaran yang ditolak, dengan nama seperti diberitahukan, misalnya sekolah",
    )


class RevisionForm(Form):
    """The planner's edits of a week's plan."""

    week: Week = Field(description="Minggu ISO, misalnya 2026-W49")
    edits: Path = Field(description="Buku kerja minggu itu yang sudah disunting: jalur berkasnya")
    seconds: Seconds = None
    seed: Seed = 0
    lang: Language = "id"


class RegenciesForm(Form):
    """The week of many offices, and who computes."""

    week: Week | None = Field(
        default=None, description="Minggu ISO, misalnya 2026-W49; kosong: minggu depan"
    )
    seconds: Seconds = None
    seed: Seed = 0
    workers: int | None = Field(
        default=None,
        description="Banyaknya pekerja di komputer ini; kosong: sebanyak inti prosesornya",
        gt=0,
    )
    scheduler: str | None = Field(
        default=None,
        description="Alamat penjadwal Dask, misalnya tcp://10.0.0.5:8786; kosong: komputer ini",
    )


class ApprovalForm(Form):
    """A yes to one version of a plan; no field has a default that says it."""

    plan: Version = Field(
        description="Rencana dengan versinya seperti tercetak di buku, misalnya 2026-W49/2"
    )
    by: str = Field(description="Jabatan yang menyetujui, bukan nama orang", min_length=3)
    decision: str = Field(description="Ketik 'setuju' untuk menyetujui", pattern="^setuju$")
    publish: bool = Field(
        default=False, description="Minta server menerbitkannya segera setelah disetujui"
    )


class PublicationForm(Form):
    """The plan to publish."""

    plan: Plan = Field(
        description="Rencana yang sudah disetujui: 2026-W49 (versi terbaru) atau 2026-W49/2"
    )


class ClosingForm(Form):
    """The week to close."""

    week: Week | None = Field(default=None, description="Minggu ISO; kosong: minggu lalu")
    without_reports: bool = Field(
        default=False,
        description="Tutup walau ada kunjungan tanpa laporan; janjinya dihitung tidak ditepati",
    )


class ReplanForm(Form):
    """What happened in a published week, besides what the fleet file says."""

    week: Week | None = Field(default=None, description="Minggu ISO; kosong: minggu ini")
    since: dt.date | None = Field(
        default=None, description="Tanggal pertama yang masih bisa berubah; kosong: hari ini"
    )
    cancelled: tuple[str, ...] = Field(
        default=(), description="Nomor permohonan yang kunjungannya batal"
    )
    urgent: tuple[str, ...] = Field(
        default=(), description="Nomor permohonan mendesak yang harus dikunjungi minggu ini"
    )
    fill: bool = Field(
        default=False, description="Waktu luang boleh diberikan kepada permohonan lain"
    )
    seconds: Seconds = None


class IncidentForm(Form):
    """A run that failed, as the automation of the Prefect server describes it."""

    flow: str = Field(description="Nama alurnya")
    run: str = Field(description="Nama jalannya")
    run_id: UUID = Field(description="Nomor jalannya")
    state: str = Field(description="Keadaan akhirnya, misalnya Failed", pattern=r"^\w+$")
    message: str = Field(default="", description="Sebabnya menurut Prefect")
