from email.message import EmailMessage
from pathlib import Path

import pytest

from config.settings import Settings
from data.store import open_store
from tests.flows.commands import run
from tests.flows.letters import HEADER, ROWS, write_letters

pytestmark = pytest.mark.usefixtures("prefect_server")


def gather() -> int:
    from flows.intake import gather_requests

    return gather_requests()


def write_mail(office: Path, row: str) -> None:
    message = EmailMessage()
    message.set_content("Mohon dijadwalkan.")
    message.add_attachment(f"{HEADER}\n{row}\n", subtype="csv", filename="surat.csv")
    (office / "surat" / "surel.eml").write_bytes(message.as_bytes())


def test_files_and_mails_are_read_once(office: Path):
    write_letters(office, *ROWS[:2])
    write_mail(office, ROWS[2])
    assert gather() == len(ROWS)
    assert gather() == len(ROWS)
    with open_store(Settings().store_url) as store:
        assert all(len(store.history(request.id)) == 1 for request in store.requests())


def test_a_mail_without_a_table_stops_no_other(office: Path):
    write_letters(office)
    (office / "surat" / "kosong.eml").write_bytes(EmailMessage().as_bytes() or b"\n")
    assert gather() == len(ROWS)


def test_the_command_reads_the_folder_mails_too(office: Path, prefect_api: str):
    write_letters(office, *ROWS[:2])
    write_mail(office, ROWS[2])
    ended = run("requests", "gather", PREFECT_API_URL=prefect_api)
    assert ended.returncode == 0, ended.stderr
    assert f"{len(ROWS)} permohonan terbuka" in ended.stdout
