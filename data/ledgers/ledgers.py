"""All ledgers of an office as a paper prints them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.ledgers.cards import CardLedger
from data.ledgers.causes import Side
from data.ledgers.kecamatan import KecamatanAccount
from data.ledgers.promises import Outcome, Promise


@dataclass(frozen=True)
class Ledgers:
    """What stands in the record before a week.

    Attributes
    ----------
    promises
        By ISO week, oldest first.
    places
        Printed names by request, of every promise.
    """

    promises: Mapping[str, tuple[Promise, ...]]
    places: Mapping[str, str]
    kecamatan: tuple[KecamatanAccount, ...]
    cards: CardLedger

    @property
    def empty(self) -> bool:
        """Whether nothing was ever announced, reported or printed."""
        known = self.cards.waiting or self.cards.printed_weekly
        return not any((self.promises, known, *map(_touched, self.kecamatan)))

    def outcomes(self) -> Iterator[tuple[str, Counter[Outcome]]]:
        """Promises of each week by what became of them."""
        for week, promises in self.promises.items():
            yield week, Counter(promise.outcome for promise in promises)

    def sides(self) -> Counter[Side]:
        """Promises moved or broken, by the side that the cause lies on."""
        return Counter(promise.reason.side for promise in self._all() if promise.reason)

    def unkept(self) -> tuple[Promise, ...]:
        """Promises moved or broken, newest first."""
        found = (promise for promise in self._all() if promise.reason)
        return tuple(sorted(found, key=lambda promise: promise.date, reverse=True))

    def _all(self) -> Iterator[Promise]:
        for promises in self.promises.values():
            yield from promises


def _touched(account: KecamatanAccount) -> bool:
    return bool(account.served or account.sessions or account.weeks_since_session is not None)
