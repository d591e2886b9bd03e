"""The machine's own Chromium, for page tests and benchmarks."""

import shutil

ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """Path of the program, or None if the machine has none."""
    return shutil.which("chromium") or shutil.which("chromium-browser")
