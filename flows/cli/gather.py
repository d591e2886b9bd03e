"""``jemputbola requests gather``: the flow of the daily schedule, at once."""

from flows.cli.running import flow_run


def gather() -> None:
    """Baca seluruh folder surat sekarang, juga e-mail tersimpan, seperti jadwal hariannya."""
    with flow_run():
        from flows.intake import gather_requests

        gather_requests()
