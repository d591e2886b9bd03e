"""The command ``serve``."""

from typing import Annotated

import typer

from flows.cli.terminal import BROKEN, out, refuse


def serve(
    port: Annotated[int, typer.Option(min=1024, max=65535, help="Porta halaman Prefect.")] = 4200,
) -> None:
    """Jalankan jadwal dan halaman Prefect di PC ini sampai Ctrl-C."""
    import os

    from config.settings import Settings
    from flows.runtime import prepare_prefect

    prepare_prefect(Settings().var)
    os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
    from prefect import serve as serve_deployments

    from flows.automations import install
    from flows.prefect_server import prefect_server
    from flows.serving import deployments

    try:
        with prefect_server(port) as address:
            served = deployments()
            for deployment in served:
                deployment.apply(_sync=True)
            install()
            out.print(f"Jadwal berjalan; buka [bold]{address}[/]. Ctrl-C untuk berhenti.")
            serve_deployments(*served, pause_on_shutdown=False, print_starting_message=False)
    except RuntimeError as error:
        refuse("Tidak bisa dijalankan", [error], BROKEN)
