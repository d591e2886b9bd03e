"""Python's start-up file of tests that compare records: every search finds the same plan.

It visits one school on the first day that suits it.
"""

from collections import Counter
from dataclasses import replace

from flows import revise_steps, week_steps
from optimizer.plan import Unserved
from optimizer.result import Progress, Result
from optimizer.score import PRINTED_DIGITS, worth
from optimizer.solve import Limits, solve


def find_plan(problem, seconds, seed, listener) -> Result:
    listener(Progress(0.0, 0.0, None))
    school = next(request for request in problem.requests if request.kind == "school")
    found = solve(replace(problem, requests=(school,)), Limits(30.0, workers=1))
    served = Counter()
    for _, stop in found.plan.visits():
        served[stop.request] += stop.people
    left = {request.id: request.people - served[request.id] for request in problem.requests}
    score = round(worth(problem, found.plan.duties).score, PRINTED_DIGITS)
    unserved = tuple(Unserved(name, "uji", people) for name, people in left.items() if people)
    plan = replace(found.plan, score=score, bound=None, status="feasible", unserved=unserved)
    return replace(found, plan=plan)


week_steps.find_plan = find_plan
revise_steps._solvable = lambda problem: True
