"""What the bound tells those who look for plans."""

from dataclasses import dataclass

from optimizer.columns.column import Column


@dataclass(frozen=True, slots=True)
class Advice:
    """Duties that linear masters liked.

    Attributes
    ----------
    used
        Those that the last ones used parts of, of the latest first.
    ranked
        Those that masters used in the end, most of them first, those of branching before all.
    """

    used: tuple[Column, ...] = ()
    ranked: tuple[Column, ...] = ()
