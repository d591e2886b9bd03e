"""The command ``automate``."""

from flows.cli.running import flow_run
from flows.cli.terminal import BROKEN, out, refuse


def automate() -> None:
    """Pasang penjaga di server Prefect: alur macet diakhiri, alur gagal dicatat di var/gangguan."""
    import os

    if "PREFECT_API_URL" not in os.environ:
        refuse("Server mana?", ["isi PREFECT_API_URL, misalnya http://127.0.0.1:4200/api"])
    with flow_run():
        from prefect.exceptions import ObjectNotFound

        from flows.automations import install

        try:
            names = install()
        except ObjectNotFound:
            refuse("Belum bisa dipasang", ["jalankan dulu: prefect deploy --all"], BROKEN)
    for name in names:
        out.print(f"[green]✓[/] {name}", highlight=False)
