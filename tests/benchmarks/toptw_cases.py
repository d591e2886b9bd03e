"""Which public problems are run: a seeded sample of each family."""

import csv
import random
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from data.toptw.instance import Instance
from data.toptw.reader import read_instance
from tests.data.toptw.library import instance_text

MOST_VEHICLES = 4

Case = tuple[Instance, int]
BestKnown = Mapping[tuple[str, int], float]


def instances(folder: Path | None) -> list[Instance]:
    """The folder's files, or seeded ones with narrow and wide windows."""
    if folder is None:
        made = [(f"n{n}01", n, 60, 400, 40) for n in range(1, 4)]
        made += [(f"w{n}01", n, 60, 800, 400) for n in range(1, 4)]
        return [read_instance(instance_text(*shape), name) for name, *shape in made]
    return [
        read_instance(path.read_text(encoding="utf-8"), path.stem)
        for path in sorted(folder.glob("*.txt"))
    ]


def best_known(folder: Path | None) -> dict[tuple[str, int], float]:
    """Best profits of the literature, as far as they are told."""
    path = None if folder is None else folder / "best_known.csv"
    if path is None or not path.exists():
        return {}
    with path.open(encoding="utf-8") as rows:
        return {
            (row["instance"], int(row["vehicles"])): float(row["best_known"])
            for row in csv.DictReader(rows)
        }


def family(instance: str) -> str:
    """``r1`` of ``r105``, ``pr0`` of ``pr05``."""
    found = re.match(r"([a-z]+)(\d)", instance)
    return f"{found[1]}{found[2]}" if found else instance


def sample(offered: Iterable[Instance], known: BestKnown, each: int, seed: int) -> list[Case]:
    """So many problems of each family; those in which all profit is collected are left out."""
    cases = [
        (instance, vehicles)
        for instance in offered
        for vehicles in range(1, MOST_VEHICLES + 1)
        if known.get((instance.name, vehicles), 0.0) < instance.total_profit
    ]
    random.Random(seed).shuffle(cases)
    taken: dict[str, list[Case]] = {}
    for case in cases:
        taken.setdefault(family(case[0].name), []).append(case)
    return [case for name in sorted(taken) for case in taken[name][:each]]
