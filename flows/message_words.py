"""Messages of a publication as rows that a planner reads; places and dates, never a contact."""

from collections.abc import Mapping

from data.announcements import SERIES_NAMES
from data.store import Message, StoredPlan
from data.weekdays import NAMES


def message_row(stored: StoredPlan, message: Message) -> dict[str, str]:
    """Who is to be told what, and whether it is done."""
    return {
        "Pesan": str(message.id),
        "Jenis": SERIES_NAMES[message.series],
        "Kepada": addressee(stored, message.subject),
        "Isi": dates_told(message),
        "Nomor surat": message.number or "",
        "Selesai": f"{message.delivered_at:%d-%m-%Y}" if message.delivered_at else "belum",
    }


def addressee(stored: StoredPlan, subject: str) -> str:
    """Name of the site, or the duty's id as printed on its sheet."""
    names: Mapping[str, str] = {r.id: r.institution for r in stored.requests}
    return names.get(subject, subject)


def dates_told(message: Message) -> str:
    """The days a message announces."""
    if not message.dates:
        return "tidak ada kunjungan minggu ini"
    return ", ".join(f"{NAMES[date.weekday()]} {date:%d-%m-%Y}" for date in message.dates)
