"""The week a schedule means, also when it runs late because the PC was off."""

import datetime as dt

from prefect.runtime import flow_run

from data.weekdays import dates_of_week, week_of
from flows.narrate import warn

WEEK = dt.timedelta(days=7)


def week_to_plan(now: dt.datetime) -> str:
    """The week after the day the run was meant for, unless that week has begun before today."""
    meant, following = week_of((_meant(now) + WEEK).date()), week_of((now + WEEK).date())
    if meant == following:
        return meant
    if dates_of_week(meant)[0] < now.date():
        warn(
            f"jadwal ini terlambat dan minggu {meant} sudah berjalan; bila belum punya rencana, "
            f"jalankan jemputbola week {meant}"
        )
        return following
    warn(f"jadwal ini terlambat; yang direncanakan tetap minggu {meant}")
    return meant


def week_to_close(now: dt.datetime) -> str:
    """The week before the day the run was meant for."""
    return week_of((_meant(now) - WEEK).date())


def _meant(now: dt.datetime) -> dt.datetime:
    """The present less the time by which the schedule is late; a run by hand never is."""
    scheduled: dt.datetime = flow_run.scheduled_start_time
    late = dt.datetime.now(dt.UTC) - scheduled
    return now - max(late, dt.timedelta(0))
