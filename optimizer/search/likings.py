"""Which duties the linear masters of a week liked."""

from optimizer.columns.column import Column
from optimizer.master.linear import LinearAnswer
from optimizer.search.advice import Advice

REMEMBERED = 20
"""Of so many linear masters it is remembered which columns they used."""
FREE, FADING = 0.1, 0.7
"""What a share counts for where no quantities were held, and what the next such master leaves."""
RANKED = 2000
"""So many of those that count for most are told others."""


class Likings:
    """Remembers what answers used; another thread may ask meanwhile."""

    def __init__(self) -> None:
        self._supports: tuple[tuple[Column, ...], ...] = ()
        self._held: dict[Column, float] = {}
        self._free: dict[Column, float] = {}

    def note(self, answer: LinearAnswer) -> None:
        """The last master used these."""
        self._supports = (tuple(answer.share), *self._supports[: REMEMBERED - 1])

    def rank(self, answer: LinearAnswer, held: bool = False) -> None:
        """These count by their shares, far more where quantities were held.

        Of masters without, the later ones count for more: they have more cuts.
        """
        left, before = (1.0, self._held) if held else (FADING, self._free)
        uses = {column: left * share for column, share in before.items()}
        for column, share in answer.share.items():
            uses[column] = uses.get(column, 0.0) + share
        if held:
            self._held = uses
        else:
            self._free = uses

    def forget_ranks(self) -> None:
        """Other plans are looked for now."""
        self._held, self._free = {}, {}

    def used(self, masters: int = REMEMBERED) -> list[Column]:
        """The columns that the last linear masters used parts of, those of the latest first."""
        last = self._supports[:masters]
        return list(dict.fromkeys(column for support in last for column in support))

    def ranked(self) -> list[Column]:
        """The columns that masters used in the end, those that they used most first."""
        held, free = self._held, self._free  # never changed once they are there
        uses = {column: FREE * share for column, share in free.items()}
        for column, share in held.items():
            uses[column] = uses.get(column, 0.0) + share
        return sorted(uses, key=lambda column: -uses[column])

    def advice(self) -> Advice:
        """Duties worth a thought where plans are looked for."""
        return Advice(tuple(self.used()), tuple(self.ranked()[:RANKED]))
