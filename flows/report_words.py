"""What became of return forms, in Bahasa Indonesia; counts and places only."""

from collections.abc import Iterator

from flows.report_steps import ReadForm
from flows.week_words import Line


def form_told(form: ReadForm) -> Iterator[Line]:
    """One line for the form, and one for everything wrong with it."""
    if form.failure:
        yield Line(f"{form.path.name} tidak terbaca: {form.failure}", bad=True)
        return
    outcome = form.outcome
    yield Line(
        f"{form.path.name}: {len(outcome.new)} laporan baru, {len(outcome.corrected)} perbaikan, "
        f"{len(outcome.same)} sudah ada"
    )
    for fault in form.faults:
        yield Line(str(fault), bad=True)
    for refused in outcome.refused:
        yield Line(refused.reason, bad=True)
