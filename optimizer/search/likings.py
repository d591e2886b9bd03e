"""Which duties the linear masters of a week liked."""

from collections import defaultdict

from optimizer.columns.column import Column
from optimizer.master.linear import LinearAnswer
from optimizer.search.advice import Advice

REMEMBERED = 20
"""Of so many linear masters it is remembered which columns they used."""
RANKED = 2000
"""So many of those used while quantities were held are told others."""


class Likings:
    """Remembers what answers used; another thread may ask meanwhile."""

    def __init__(self) -> None:
        self._supports: tuple[tuple[Column, ...], ...] = ()
        self._uses: dict[Column, float] = defaultdict(float)

    def note(self, answer: LinearAnswer) -> None:
        """The last master used these."""
        self._supports = (tuple(answer.share), *self._supports[: REMEMBERED - 1])

    def note_held(self, answer: LinearAnswer) -> None:
        """The master used these in the end, while quantities were held."""
        for column, share in answer.share.items():
            self._uses[column] += share

    def forget_held(self) -> None:
        """Other plans are looked for now."""
        self._uses.clear()

    def used(self, masters: int = REMEMBERED) -> list[Column]:
        """The columns that the last linear masters used parts of, those of the latest first."""
        last = self._supports[:masters]
        return list(dict.fromkeys(column for support in last for column in support))

    def ranked(self) -> list[Column]:
        """The columns that masters used while quantities were held, most of them first."""
        uses = list(self._uses.items())
        return [column for column, _ in sorted(uses, key=lambda use: -use[1])]

    def advice(self) -> Advice:
        """Duties worth a thought where plans are looked for."""
        return Advice(tuple(self.used()), tuple(self.ranked()[:RANKED]))
