"""The committed record of runs, and how a new run compares with it."""

import csv
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RECORD = Path(__file__).parent / "records" / "toptw.csv"


@dataclass(frozen=True)
class Line:
    """One answer, as it stands in the record."""

    instance: str
    vehicles: int
    seed: int
    seconds: float
    profit: float
    bound: float
    version: str
    machine: str

    @property
    def asked(self) -> tuple[str, int, int, float]:
        """What was solved."""
        return self.instance, self.vehicles, self.seed, self.seconds


def records() -> list[Line]:
    """All lines of the record, oldest first."""
    if not RECORD.exists():
        return []
    with RECORD.open(encoding="utf-8") as rows:
        return [
            Line(
                row["instance"],
                int(row["vehicles"]),
                int(row["seed"]),
                *(float(row[name]) for name in ("seconds", "profit", "bound")),
                row["version"],
                row["machine"],
            )
            for row in csv.DictReader(rows)
        ]


def compared(earlier: Sequence[Line], now: Sequence[Line]) -> str:
    """How many profits and bounds are better or worse than in the latest equal run."""
    latest = {line.asked: line for line in earlier}
    pairs = [(latest[line.asked], line) for line in now if line.asked in latest]
    better = sum(new.profit > old.profit for old, new in pairs)
    worse = sum(new.profit < old.profit for old, new in pairs)
    tighter = sum(new.bound < old.bound for old, new in pairs)
    looser = sum(new.bound > old.bound for old, new in pairs)
    return (
        f"against the record, {len(pairs)} equal runs: profit better {better}, worse {worse}; "
        f"bound tighter {tighter}, looser {looser}"
    )


def add_to_record(lines: Sequence[Line]) -> None:
    """Append to the committed record."""
    fresh = not RECORD.exists()
    RECORD.parent.mkdir(exist_ok=True)
    with RECORD.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(Line.__dataclass_fields__), lineterminator="\n")
        if fresh:
            writer.writeheader()
        writer.writerows(asdict(line) for line in lines)


def version() -> str:
    """The commit that is measured."""
    told = ["git", "describe", "--always", "--dirty"]
    return subprocess.run(told, capture_output=True, text=True, check=False).stdout.strip() or "-"


def machine() -> str:
    """What is measured on, and how busy it is."""
    return f"{platform.machine()}-{os.cpu_count()}-load-{os.getloadavg()[1]:.0f}"
