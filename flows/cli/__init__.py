"""The command line ``jemputbola``. Commands import what they run only when they run."""

import typer

from flows.cli.automations import automate
from flows.cli.benchmark import app as benchmark
from flows.cli.database import app as database
from flows.cli.decisions import approve, outbox, publish
from flows.cli.ledgers import app as ledgers
from flows.cli.letters import app as letters
from flows.cli.problems import check, solve
from flows.cli.regencies import regencies
from flows.cli.replan import replan
from flows.cli.reports import app as reports
from flows.cli.reports import close
from flows.cli.running import RefusingGroup
from flows.cli.serve import serve
from flows.cli.weeks import export, week

app = typer.Typer(
    name="jemputbola",
    cls=RefusingGroup,
    help="Rencana jemput bola mingguan: dari surat permohonan sampai lembar tugas.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)

WEEK = (week, approve, publish, replan, close, regencies)
INSTALLATION = (serve, automate, export, solve, check)
for command in (*WEEK, *INSTALLATION):
    app.command()(command)
app.add_typer(letters, name="requests")
app.add_typer(outbox, name="outbox")
app.add_typer(reports, name="report")
app.add_typer(ledgers, name="ledger")
app.add_typer(database, name="db")
app.add_typer(benchmark, name="benchmark")
