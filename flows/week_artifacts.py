"""What a planner reads in the Prefect UI: summary, duties, who is left out, where the papers are.

Artifacts carry counts and places, never a contact.
"""

from pathlib import Path

from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact

from data.store import StoredPlan
from flows.week_words import plan_told
from optimizer.clock import format_clock
from optimizer.plan import Duty
from optimizer.problem import Problem

PAPERS = {"buku-rencana.html": "Buku rencana", "lembar-tugas.pdf": "Lembar tugas"}


def publish_artifacts(stored: StoredPlan, folder: Path) -> None:
    """Leave summary, tables and links of one plan version."""
    week = stored.week.lower()
    create_markdown_artifact(
        key=f"ringkasan-{week}", markdown=summary(stored), description="Ringkasan rencana"
    )
    create_table_artifact(
        key=f"tugas-{week}",
        table=[duty_row(stored.problem, duty) for duty in stored.plan.duties],
        description="Tugas minggu ini",
    )
    create_table_artifact(
        key=f"belum-terlayani-{week}",
        table=left_out_rows(stored),
        description="Belum terlayani dan sebabnya",
    )
    for name, title in PAPERS.items():
        create_link_artifact(
            key=f"{name.replace('.', '-')}-{week}",
            link=(folder / name).absolute().as_uri(),
            link_text=title,
            description=f"{title} {stored.week}",
        )


def summary(stored: StoredPlan) -> str:
    """The plan in a few lines of markdown."""
    lines = [
        f"# Rencana {stored.week}, versi {stored.version}",
        f"{plan_told(stored.plan)}.",
        f"Janji yang tidak dapat ditepati: {stored.plan.must_serve_missed}. "
        f"Permohonan dengan orang tersisa: {len(stored.plan.unserved)}.",
        stored.travel_note,
        *(f"**Perhatian:** {warning}" for warning in stored.warnings),
    ]
    return "\n\n".join(lines)


def duty_row(problem: Problem, duty: Duty) -> dict[str, str | int | float]:
    """A duty as a row a planner reads."""
    return {
        "Tanggal": duty.date.isoformat(),
        "Tim": duty.team,
        "Kendaraan": duty.vehicle,
        "Alat": len(duty.kits),
        "Berangkat": format_clock(duty.depart),
        "Kembali": format_clock(duty.back),
        "Tempat": ", ".join(problem.request[stop.request].name for stop in duty.stops),
        "Orang": duty.people,
        "Km": duty.km,
    }


def left_out_rows(stored: StoredPlan) -> list[dict[str, str | int]]:
    """Requests with people left, and why."""
    return [
        {
            "Permohonan": stored.problem.request[row.request].name,
            "Orang": row.people,
            "Sebab": row.reason,
        }
        for row in stored.plan.unserved
    ]
