"""A failed run put into words, in a file that a person or another program passes on.

It reads no file of the office: that may be what is wrong.
"""

import datetime as dt

from prefect import flow

from config.settings import Settings
from flows.files import write_whole
from flows.forms import IncidentForm
from flows.narrate import warn

FOLDER = "gangguan"


@flow(name="Catat gangguan")
def note_incident(form: IncidentForm) -> str:
    """Write what failed and what to do, once for each run and state; gives the file."""
    path = Settings().var / FOLDER / f"{form.run_id}-{form.state.lower()}.txt"
    if not path.exists():
        write_whole(path, incident_text(form, dt.datetime.now().astimezone()))
    warn(f"{form.flow}: {form.state}; dicatat di {path}")
    return str(path)


def incident_text(form: IncidentForm, now: dt.datetime) -> str:
    """Words fit for a message, as they are."""
    return (
        f"GANGGUAN jemputbola, {now:%d-%m-%Y %H.%M}\n\n"
        f"Alur    : {form.flow} ({form.run})\n"
        f"Keadaan : {form.state}\n"
        f"Sebab   : {form.message or 'tidak disebut'}\n\n"
        "Perbaiki sebabnya, lalu jalankan alur itu sekali lagi. Mengulang selalu aman: tidak ada "
        "surat, nomor, rencana, atau pesan yang menjadi dua.\n"
    )
