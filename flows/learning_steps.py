"""What field reports taught, for the next problem."""

from collections.abc import Collection
from dataclasses import replace

from data.learning import Caution, Lesson, learn
from data.observations import Observation, observe
from data.requests import Request
from flows.workplace import Workplace


def take_lesson(
    place: Workplace,
    requests: Collection[Request],
    refused: Collection[str] = (),
    caution: Caution | None = None,
) -> Lesson:
    """What reports suggest for a week's requests, but for the lessons that were refused."""
    return learn(place.planning.rules, _seen(place), requests, refused, caution)


def _seen(place: Workplace) -> list[Observation]:
    regency = place.office.regency_code
    seen: list[Observation] = []
    with place.store() as store:
        for week in store.published_weeks(regency):
            stored = store.published_plan(regency, week)
            if stored is not None:
                reports = store.reports(regency, week)
                seen += observe(stored.problem, stored.plan, stored.requests, reports)
    return seen


def with_rules(place: Workplace, lesson: Lesson) -> Workplace:
    """The workplace that plans with a lesson's rules."""
    return replace(place, planning=replace(place.planning, rules=lesson.rules))
