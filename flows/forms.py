"""What each flow is asked with: forms that Prefect's pages show, checked before a flow begins.

Descriptions are in Bahasa Indonesia. Prefect 3.8 drops descriptions of plain annotated
parameters, but keeps those of a model.
"""

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Week = Annotated[str, Field(pattern=r"^\d{4}-W\d{2}$")]
Version = Annotated[str, Field(pattern=r"^\d{4}-W\d{2}/[1-9]\d*$")]
Plan = Annotated[str, Field(pattern=r"^\d{4}-W\d{2}(/[1-9]\d*)?$")]


class Form(BaseModel):
    """Fields of a form; an unknown one is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class ApprovalForm(Form):
    """A yes to one version of a plan; no field has a default that says it."""

    plan: Version = Field(
        description="Rencana dengan versinya seperti tercetak di buku, misalnya 2026-W49/2"
    )
    by: str = Field(description="Jabatan yang menyetujui, bukan nama orang", min_length=3)
    decision: str = Field(description="Ketik 'setuju' untuk menyetujui", pattern="^setuju$")


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
    seconds: float | None = Field(
        default=None, description="Batas waktu mencari, detik; kosong: setelan kantor", gt=0
    )
