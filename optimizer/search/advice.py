"""What the bound tells those who look for plans."""

from dataclasses import dataclass

from optimizer.columns.column import Column


@dataclass(frozen=True, slots=True)
class Advice:
    """What linear masters liked.

    Attributes
    ----------
    used
        Duties that the last ones used parts of, of the latest first.
    ranked
        Those that masters used in the end, most of them first, those of branching and of dives
        before all.
    """

    used: tuple[Column, ...] = ()
    ranked: tuple[Column, ...] = ()
