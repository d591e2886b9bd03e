"""The command ``regencies``."""

from typing import Annotated

import typer

from flows.cli.arguments import Week
from flows.cli.running import flow_run
from flows.cli.terminal import BROKEN, out, refuse


def regencies(
    week: Week,
    seconds: Annotated[
        float | None, typer.Option(min=0.1, help="Batas waktu mencari tiap kabupaten, detik.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Benih acak.")] = 0,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Pekerja di komputer ini; sebanyak inti prosesornya.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="Alamat penjadwal Dask, misalnya tcp://10.0.0.5:8786.")
    ] = None,
) -> None:
    """Rencanakan banyak kabupaten sekaligus; yang sudah punya rencana dilewati."""
    with flow_run():
        from flows.forms import RegenciesForm
        from flows.regencies import plan_regencies
        from flows.regency_tasks import NoWorkers, RegenciesFailed

        form = RegenciesForm(
            week=week, seconds=seconds, seed=seed, workers=workers, scheduler=scheduler
        )
        try:
            planned = plan_regencies(form)
        except NoWorkers as error:
            refuse("Tidak ada yang menghitung", [error], BROKEN)
        except RegenciesFailed as failed:
            rows = [f"{code}: {reason}" for code, reason in failed.reasons.items()]
            refuse("Kabupaten tanpa rencana; perbaiki, lalu jalankan lagi", rows, BROKEN)
    out.print(f"\n{planned} kabupaten punya rencana minggu {week}.")
