"""Names for manned duties: which team, vehicle and kits of a group go, evenly over the week."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.plan import Duty
from optimizer.schedule import Crew, print_duty


def print_duties(week: Week, manned: Iterable[Manned]) -> tuple[Duty, ...]:
    """Duties with names and clock times, in the order of date and team.

    Of equals, whoever has worked the fewest minutes in the week so far goes next; the longest
    duty of a day chooses first.
    """
    by_date: dict[int, list[Manned]] = defaultdict(list)
    for column, slot in manned:
        by_date[int(week.date_of[column.sequence.duty_class])].append((column, slot))
    load: Counter[tuple[str, str]] = Counter()
    duties: list[Duty] = []
    for _, ones in sorted(by_date.items()):
        duties.extend(_day(week, ones, load))
    return tuple(sorted(duties, key=lambda duty: (duty.date, duty.team)))


def _day(week: Week, ones: Sequence[Manned], load: Counter[tuple[str, str]]) -> Iterable[Duty]:
    busy: set[tuple[str, str]] = set()
    for column, slot in sorted(ones, key=_longest_first):
        group = slot.duty_class
        team = _least("team", week.resources.teams[slot.team], load, busy)
        vehicle = _least("vehicle", week.resources.vehicles[slot.vehicle], load, busy)
        pool = (("kit", kit) for kit in week.resources.kits[group.date, group.depot])
        kits = [kit for kit in pool if kit not in busy][: group.kits]
        crew = Crew(team[1], vehicle[1], tuple(name for _, name in kits))
        duty = print_duty(week, column, crew)
        if duty is not None:
            busy |= {team, vehicle, *kits}
            load.update({team: duty.back - duty.depart, vehicle: duty.back - duty.depart})
            yield duty


def _longest_first(one: Manned) -> tuple[int, int, tuple[int, ...]]:
    column, _ = one
    return -sum(column.people), column.sequence.duty_class, column.sequence.nodes


def _least(
    kind: str,
    members: Sequence[str],
    load: Counter[tuple[str, str]],
    busy: set[tuple[str, str]],
) -> tuple[str, str]:
    free = [(kind, member) for member in members if (kind, member) not in busy]
    return min(free, key=lambda member: load[member])
