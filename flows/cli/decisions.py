"""Commands that decide on a plan: ``approve``, ``publish``, ``outbox`` (who is to be told)."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from flows.cli.arguments import PlanName, Role, Week
from flows.cli.running import flow_run
from flows.cli.terminal import out


def approve(plan: PlanName, by: Role) -> None:
    """Setujui satu versi rencana; versi yang berubah harus disetujui lagi."""
    from flows import plan_decisions as decisions
    from flows.week_words import plan_told
    from flows.workplace import open_workplace

    place = open_workplace()
    stored = decisions.find_plan(place, plan)
    approval = decisions.approve(place, stored, by)
    name = f"{stored.week}/{stored.version}"
    out.print(f"Rencana [bold]{name}[/]: {plan_told(stored.plan)}", highlight=False)
    out.print(
        f"disetujui oleh {escape(approval.actor)}, {place.local(approval.at)}, "
        f"sidik {approval.hash[:12]}. Terbitkan dengan: jemputbola publish {name}",
        highlight=False,
        soft_wrap=True,
    )


def publish(plan: PlanName) -> None:
    """Terbitkan rencana yang disetujui: janji, nomor surat, pesan, dan lembar resmi."""
    with flow_run():
        from flows.forms import PublicationForm
        from flows.publish import publish_plan

        publish_plan(PublicationForm(plan=plan))


outbox = typer.Typer(help="Pesan rencana terbit: siapa harus diberi tahu.", no_args_is_help=True)


@outbox.command("list")
def list_messages(week: Week) -> None:
    """Daftar pesan minggu ini dan yang sudah disampaikan."""
    from flows import plan_decisions as decisions
    from flows.message_words import message_row
    from flows.workplace import open_workplace

    place = open_workplace()
    stored = decisions.find_plan(place, week)
    rows = [message_row(stored, message) for message in decisions.messages(place, week)]
    table = Table(*(rows[0] if rows else ()), title=f"{len(rows)} pesan")
    for row in rows:
        table.add_row(*map(escape, row.values()))
    out.print(table)


@outbox.command("done")
def deliver(
    message: Annotated[list[int], typer.Argument(help="Nomor pesan seperti di daftar.")],
    by: Role,
) -> None:
    """Catat bahwa pesan sudah disampaikan."""
    from flows.workplace import open_workplace

    place = open_workplace()
    with place.store() as store:
        for number in message:
            store.deliver(number, by, place.now())
    out.print(f"{len(message)} pesan dicatat selesai")
