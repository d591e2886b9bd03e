"""Hard rule 6: how many people a stop serves and how often a request is visited."""

from collections import Counter
from collections.abc import Iterator

from optimizer.check.resolved import known_duties, visits
from optimizer.check.violation import Finding
from optimizer.plan import Plan
from optimizer.problem import Problem


def served(plan: Plan) -> Counter[str]:
    """People served over the week by request id."""
    people: Counter[str] = Counter()
    for duty in plan.duties:
        for stop in duty.stops:
            people[stop.request] += stop.people
    return people


def at_most_all(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Over the week no more people are served than asked."""
    done = served(plan)
    for request in problem.requests:
        if done[request.id] > request.people:
            message = f"'{request.id}': {done[request.id]} dilayani dari {request.people} orang"
            yield Finding("duties", message)


def at_least_fewest(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Every stop serves at least min(min_people, people)."""
    for visit in visits(problem, plan):
        fewest = min(visit.request.min_people, visit.request.people)
        if visit.stop.people < fewest:
            message = f"hanya {visit.stop.people} orang, paling sedikit {fewest}"
            yield Finding(f"{visit.place}.people", message)


def all_or_nothing(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A session of fixed length serves everybody."""
    for visit in visits(problem, plan):
        request = visit.request
        if request.fixed_minutes is not None and visit.stop.people != request.people:
            message = f"sesi tetap harus melayani {request.people} orang sekaligus"
            yield Finding(f"{visit.place}.people", message)


def fixed_once(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A session of fixed length takes place at most once in the week."""
    seen: set[str] = set()
    for visit in visits(problem, plan):
        if visit.request.fixed_minutes is not None and visit.request.id in seen:
            yield Finding(visit.place, f"sesi tetap '{visit.request.id}' sudah ada pekan ini")
        seen.add(visit.request.id)


def duties_per_day(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """No more duties visit a request on one date than it admits."""
    for request in problem.requests:
        dates = Counter(
            duty.date
            for duty in plan.duties
            if any(stop.request == request.id for stop in duty.stops)
        )
        for date, count in dates.items():
            if count > request.max_duties_per_day:
                message = f"'{request.id}' dikunjungi {count} tugas pada {date}, "
                message += f"paling banyak {request.max_duties_per_day}"
                yield Finding("duties", message)


def once_in_a_duty(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A duty visits a request at most once."""
    for known in known_duties(problem, plan):
        visited = Counter(stop.request for stop in known.duty.stops)
        for request, count in visited.items():
            if count > 1:
                yield Finding(f"{known.place}.stops", f"'{request}' dikunjungi {count} kali")
