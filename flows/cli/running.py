"""How every command runs and ends."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperGroup

from flows.cli.terminal import BROKEN, out, refuse, solvers_unheard

CAUSES = {
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "hanya bisa dibaca",
    errno.ENOENT: "tidak ada",
    errno.ENOTDIR: "bukan folder",
    errno.EISDIR: "adalah folder",
    errno.EEXIST: "sudah ada",
    errno.ENOSPC: "disk penuh; kosongkan dulu",
}


class RefusingGroup(TyperGroup):
    """Commands that end with every fault, never with a traceback, where files or records refuse."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command, its subcommands included."""
        with refusals():
            return super().invoke(ctx)


@contextmanager
def refusals() -> Iterator[None]:
    """Leave with every fault if the installation, the office's files or its record refuse."""
    from pydantic import ValidationError

    from data.store import StoreError
    from optimizer.faults import InvalidDocument

    try:
        yield
    except StoreError as error:
        refuse("Ditolak; tidak ada yang berubah", [error], BROKEN)
    except InvalidDocument as invalid:
        refuse("Tidak bisa dibaca", invalid.faults)
    except ValidationError as error:
        rows = error.errors(include_url=False)
        names = ["JEMPUTBOLA_" + ".".join(map(str, row["loc"])).upper() for row in rows]
        refuse("Setelan tidak sah", [f"{name}: periksa nilainya" for name in names])
    except OSError as error:
        cause = CAUSES.get(error.errno or 0, error.strerror or str(error))
        refuse("Berkas atau folder tidak bisa dipakai", [f"{error.filename}: {cause}"])


@contextmanager
def flow_run() -> Iterator[None]:
    """Prefect made ready, before the flow is imported inside; what it tells is shown."""
    from config.settings import Settings
    from flows.runtime import prepare_prefect

    prepare_prefect(Settings().var)
    with out.status("Memuat program ..."):
        from flows.narrate import TerminalNarrator

    with solvers_unheard(), _server_refusals(), TerminalNarrator(out).listening():
        yield


@contextmanager
def _server_refusals() -> Iterator[None]:
    """Prefect's error for a server that never answered is a RuntimeError which names its API."""
    import httpx

    try:
        yield
    except (httpx.TransportError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and "API" not in str(error):
            raise
        remedy = "periksa server dan ruang disknya, lalu jalankan lagi"
        refuse("Server Prefect tidak menjawab", [f"yang tersimpan tetap ada; {remedy}"], BROKEN)
