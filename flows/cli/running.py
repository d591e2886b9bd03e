"""How a command runs a flow and ends when the office's record refuses."""

from collections.abc import Iterator
from contextlib import contextmanager

from flows.cli.terminal import BROKEN, out, refuse


@contextmanager
def refusals() -> Iterator[None]:
    """Leave with every fault if the office's files or record refuse."""
    from data.store import StoreError
    from optimizer.faults import InvalidDocument

    try:
        yield
    except StoreError as error:
        refuse("Ditolak; tidak ada yang berubah", [error], BROKEN)
    except InvalidDocument as invalid:
        refuse("Tidak bisa dibaca", invalid.faults)


@contextmanager
def flow_run() -> Iterator[None]:
    """Prefect made ready, before the flow is imported inside; what it tells is shown."""
    from config.settings import Settings
    from flows.runtime import prepare_prefect

    prepare_prefect(Settings().var)
    with out.status("Memuat program ..."):
        from flows.narrate import TerminalNarrator

    with refusals(), TerminalNarrator(out).listening():
        yield
