import io
import logging

import pytest
from rich.console import Console

from flows.narrate import RUN_LOGGERS, TerminalNarrator, search_line
from optimizer.result import Progress

pytestmark = pytest.mark.filterwarnings("ignore:Logger .prefect")


def told(terminal: bool, *records: tuple[int, str, dict[str, bool]]) -> str:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=terminal, width=100)
    logger = logging.getLogger(RUN_LOGGERS[0])
    with TerminalNarrator(console).listening():
        for level, text, extra in records:
            logger.log(level, text, extra=extra)
    logger.error("after", extra={"told": True})
    return stream.getvalue()


def test_told_lines_are_shown_and_others_are_not():
    text = told(
        False,
        (logging.WARNING, "dua [baris]", {"told": True}),
        (logging.WARNING, "Finished in state Completed()", {}),
    )
    assert "! dua [baris]" in text
    assert "Finished" not in text
    assert "after" not in text


def test_moving_lines_are_kept_where_no_terminal_overwrites_them():
    moving = (logging.ERROR, "skor 1", {"told": True, "moving": True})
    assert "skor 1" in told(False, moving)


def test_search_line_says_when_there_is_no_bound_yet():
    assert "batas belum ada" in search_line(Progress(1.0, 2.0, None))
    assert "batas 3.00" in search_line(Progress(1.0, 2.0, 3.0))
