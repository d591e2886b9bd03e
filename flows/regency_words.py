"""What a run over many offices says of each."""

from flows.regency_steps import RegencyPlan


def regency_row(code: str, found: RegencyPlan | str) -> dict[str, str]:
    """An office's outcome as a row that a planner reads."""
    if isinstance(found, str):
        return {"Kabupaten": code, "Rencana": "tidak ada", "Keterangan": found}
    gap = "mutu belum terbukti" if found.gap is None else f"selisih {100 * found.gap:.2f} %"
    made = "dihitung" if found.solved else "sudah ada"
    told = f"{made}; {found.people} orang, {gap}"
    return {"Kabupaten": code, "Rencana": f"versi {found.version}", "Keterangan": told}
