"""What a run tells the planner: one line a step, and one moving line while the search runs.

All goes through Prefect's run logger, so the terminal, the Prefect UI and a log file read alike.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from prefect import get_run_logger
from rich.console import Console
from rich.markup import escape

from optimizer.result import Listener, Progress

RUN_LOGGERS = ("prefect.flow_runs", "prefect.task_runs")
SECONDS_BETWEEN_LINES = 1.0


def tell(message: str) -> None:
    """Say what a step found, in Bahasa Indonesia; never a phone number or a contact."""
    get_run_logger().info(message, extra={"told": True})


def warn(message: str) -> None:
    """Say what the planner should look at."""
    get_run_logger().warning(message, extra={"told": True})


def search_listener() -> Listener:
    """A listener that tells the best score and the bound, at most once a second."""
    logger = get_run_logger()
    last = -SECONDS_BETWEEN_LINES

    def listen(state: Progress) -> None:
        nonlocal last
        if state.elapsed - last >= SECONDS_BETWEEN_LINES:
            last = state.elapsed
            logger.info(search_line(state), extra={"told": True, "moving": True})

    return listen


def search_line(state: Progress) -> str:
    """State of a running search in one line."""
    bound = "belum ada" if state.bound is None else f"{state.bound:.2f}"
    return f"{state.elapsed:5.1f} detik   skor {state.score:.2f}   batas {bound}"


class TerminalNarrator(logging.Handler):
    """Shows told lines on a terminal; a moving line is overwritten by the next."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._status = console.status("Menyalakan Prefect (pertama kali sekitar 20 detik) ...")

    def emit(self, record: logging.LogRecord) -> None:
        """Print a told record; everything else only moves the status line."""
        if not getattr(record, "told", False):
            return
        message = escape(record.getMessage())
        if getattr(record, "moving", False) and self._console.is_terminal:
            self._status.update(message)
        else:
            mark = "[yellow]![/]" if record.levelno >= logging.WARNING else "[green]✓[/]"
            self._console.print(f"{mark} {message}", highlight=False)
            self._status.update("bekerja ...")

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Show what runs tell while the block lasts."""
        loggers = [logging.getLogger(name) for name in RUN_LOGGERS]
        for logger in loggers:
            logger.addHandler(self)
        try:
            with self._status:
                yield
        finally:
            for logger in loggers:
                logger.removeHandler(self)
