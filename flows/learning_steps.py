"""What field reports taught, for the next problem."""

from dataclasses import replace

from data.learning import Caution, Observation, learn, observe
from flows.workplace import Workplace


def with_lessons(
    place: Workplace, caution: Caution | None = None
) -> tuple[Workplace, tuple[str, ...]]:
    """The workplace with the rules that reports suggest, and every change as a sentence."""
    regency = place.office.regency_code
    seen: list[Observation] = []
    with place.store() as store:
        for week in store.published_weeks(regency):
            stored = store.published_plan(regency, week)
            if stored is not None:
                seen += observe(stored.problem, stored.plan, store.reports(regency, week))
    lesson = learn(place.planning.rules, seen, caution)
    return replace(place, planning=replace(place.planning, rules=lesson.rules)), lesson.changes
