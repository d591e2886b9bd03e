"""Golden files: what a paper must say, to the letter. ``JEMPUTBOLA_GOLDEN=write`` renews them."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def assert_golden(name: str, text: str) -> None:
    """Compare with the golden file of that name; look at its diff before committing a new one."""
    path = FOLDER / name
    if os.environ.get("JEMPUTBOLA_GOLDEN") == "write":
        path.write_text(text, "utf-8", newline="")
    with path.open(encoding="utf-8", newline="") as file:
        assert text == file.read(), f"{name} berubah"
