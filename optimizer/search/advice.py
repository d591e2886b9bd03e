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
        Those that nodes of branching used, most of them first; none before there are any.
    """

    used: tuple[Column, ...] = ()
    ranked: tuple[Column, ...] = ()
