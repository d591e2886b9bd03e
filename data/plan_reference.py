"""How people name a plan: ``2026-W49`` is its newest version, ``2026-W49/2`` a certain one."""

import re
from dataclasses import dataclass
from typing import Self

from data.weekdays import dates_of_week

_SHAPE = re.compile(r"(?P<week>\d{4}-W\d{2})(?:/(?P<version>[1-9]\d{0,5}))?")


@dataclass(frozen=True, slots=True)
class PlanReference:
    """A version of a week's plan; None means the newest."""

    week: str
    version: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2026-W49`` or ``2026-W49/2``.

        Raises
        ------
        ValueError
            If the text names no plan, in Bahasa Indonesia.
        """
        found = _SHAPE.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"'{text}' bukan nama rencana seperti 2026-W49 atau 2026-W49/2")
        dates_of_week(found["week"])
        return cls(found["week"], int(found["version"]) if found["version"] else None)

    def __str__(self) -> str:
        return self.week if self.version is None else f"{self.week}/{self.version}"
