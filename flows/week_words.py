"""What a weekly run says, in Bahasa Indonesia; counts and places only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.letters import DuplicatePair
from data.life_cycle import STATE_NAMES
from flows.letter_steps import LetterFile
from optimizer.plan import Plan
from optimizer.problem import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A line for the planner; ``bad`` wants attention."""

    text: str
    bad: bool = False


def letters_told(files: Sequence[LetterFile], ignored: Sequence[Path] = ()) -> Iterator[Line]:
    """What became of the letters, a line or more for each file; ignored files are named."""
    if not files:
        yield Line("tidak ada berkas surat baru")
    for path in ignored:
        yield Line(f"{path.name} tidak dibaca; simpan sebagai .xlsx atau .csv", bad=True)
    for file in files:
        yield from _letter_file_told(file)


def _letter_file_told(file: LetterFile) -> Iterator[Line]:
    if file.failure:
        yield Line(f"{file.path.name} tidak terbaca: {file.failure}", bad=True)
        return
    report = file.report
    yield Line(
        f"{file.path.name}: {len(report.new)} surat baru, {len(report.changed)} berubah, "
        f"{len(report.same)} sudah ada"
    )
    if report.older:
        yield Line(f"{len(report.older)} baris berisi keadaan lama; yang tersimpan lebih baru")
    for hit in report.closed:
        text = f"{hit.id} sudah {STATE_NAMES[hit.state]}; suratnya tidak dibuka lagi"
        yield Line(text, bad=not hit.read_before)
    for clash in report.clashes:
        text = f"surat {clash.id} sama dengan {clash.stored_id} yang sudah ada; tidak disimpan"
        yield Line(text, bad=True)
    for text in (*_duplicates_told(file.duplicates), *file.notes):
        yield Line(text, bad=True)
    if file.faults:
        rows = len({(fault.sheet, fault.row) for fault in file.faults})
        yield Line(f"{rows} baris ditolak; perbaiki di {file.corrections}", bad=True)


def _duplicates_told(pairs: Sequence[DuplicatePair]) -> Iterator[str]:
    """Both letters of each pair, by what differs."""
    for pair in pairs:
        differing = (row for row in pair.side_by_side() if row[1] != row[2])
        sides = "; ".join(
            f"{heading}: {new or '-'} | {old or '-'}" for heading, new, old in differing
        )
        yield f"mungkin ganda ({pair.likeness}), {pair.new.id} | {pair.old.id}: {sides}"


def problem_told(problem: Problem) -> str:
    """Size of the problem."""
    return (
        f"{len(problem.requests)} permohonan, {len(problem.days)} hari, {len(problem.teams)} tim, "
        f"{len(problem.vehicles)} kendaraan, {len(problem.kits)} alat rekam"
    )


def plan_told(plan: Plan) -> str:
    """Outcome of the search."""
    people = sum(duty.people for duty in plan.duties)
    km = sum(duty.km for duty in plan.duties)
    return f"{len(plan.duties)} tugas, {people} orang terlayani, {km:.0f} km; {quality_told(plan)}"


def quality_told(plan: Plan) -> str:
    """How good the plan is, proved."""
    if plan.bound is None or plan.gap is None:
        return f"skor {plan.score:.2f}, mutu belum terbukti"
    return (
        f"skor {plan.score:.2f}, tak ada rencana di atas {plan.bound:.2f} "
        f"(selisih paling banyak {100 * plan.gap:.2f} %)"
    )
