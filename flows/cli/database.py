"""Commands on the office's record: ``jemputbola db upgrade|backup|restore|check``."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.terminal import BROKEN, out, refuse

app = typer.Typer(help="Basis data kantor: perbarui, cadangkan, pulihkan, periksa.")

BackupFile = Annotated[Path, typer.Argument(help="Berkas cadangan.", metavar="FILE")]


def _url() -> str:
    from config.settings import Settings

    settings = Settings()
    settings.var.mkdir(parents=True, exist_ok=True)
    return settings.store_url


@app.command()
def upgrade() -> None:
    """Perbarui susunan basis data ke versi program ini."""
    from data.store.database import connect
    from data.store.migrate import upgrade as upgrade_schema

    before, after = upgrade_schema(connect(_url()))
    out.print(
        f"versi {before or 'kosong'} → {after}" if before != after else f"sudah versi {after}"
    )


@app.command()
def backup(file: BackupFile) -> None:
    """Tulis cadangan; program lain boleh tetap bekerja."""
    from data.store import open_store
    from data.store.backup import backup as write_backup

    with open_store(_url()) as store:
        rows = write_backup(store, file)
    out.print(f"{file}: {sum(rows.values())} baris dari {len(rows)} tabel")


@app.command()
def restore(file: BackupFile) -> None:
    """Isi basis data yang masih kosong dari cadangan."""
    from data.store.backup import restore as read_backup

    rows = read_backup(file, _url())
    out.print(f"dipulihkan {sum(rows.values())} baris dari {file}")


@app.command()
def check() -> None:
    """Periksa keutuhan basis data; keluar 1 dengan semua yang janggal."""
    from data.store import open_store
    from data.store.health import check_store

    with open_store(_url()) as store:
        doubts = check_store(store)
    if doubts:
        refuse("Basis data tidak utuh", doubts, BROKEN)
    out.print("basis data utuh")
