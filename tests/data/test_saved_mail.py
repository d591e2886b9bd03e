from email.message import EmailMessage
from pathlib import Path

import pytest

from data.letters import UnreadableLetters
from data.saved_mail import attached_tables


def mail(*names: str, content: bytes = b"a;b\n") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Permohonan perekaman"
    message.set_content("Terlampir.")
    for name in names:
        message.add_attachment(content, maintype="application", subtype="x", filename=name)
    return message


def saved(folder: Path, message: EmailMessage) -> Path:
    path = folder / "surat masuk.eml"
    path.write_bytes(message.as_bytes())
    return path


def test_tables_are_taken_and_nothing_else(tmp_path: Path):
    found = attached_tables(saved(tmp_path, mail("a.CSV", "foto.jpg", "b.xlsx")))
    assert [table.name for table in found] == ["surat-masuk-1-a.CSV", "surat-masuk-2-b.xlsx"]
    assert {table.content for table in found} == {b"a;b\n"}


def test_tables_of_a_forwarded_mail_are_found(tmp_path: Path):
    outer = mail()
    outer.add_attachment(mail("a.csv"))
    assert len(attached_tables(saved(tmp_path, outer))) == 1


@pytest.mark.parametrize("name", ["../../etc/x.csv", "..\\x.csv", "/x.csv", "a\0/x.csv", "….csv"])
def test_a_name_never_leaves_its_folder(tmp_path: Path, name: str):
    (table,) = attached_tables(saved(tmp_path, mail(name)))
    assert (tmp_path / table.name).resolve().parent == tmp_path.resolve()
    assert table.name.endswith(".csv") or table.name.endswith("csv")


@pytest.mark.parametrize("names", [(), ("foto.jpg",), tuple(f"{n}.csv" for n in range(21))])
def test_no_table_and_too_many_are_refused(tmp_path: Path, names: tuple[str, ...]):
    with pytest.raises(UnreadableLetters, match="lampiran"):
        attached_tables(saved(tmp_path, mail(*names)))


def test_what_is_no_mail_is_refused(tmp_path: Path):
    path = tmp_path / "x.eml"
    for content in (b"\0\1\2", b""):
        path.write_bytes(content)
        with pytest.raises(UnreadableLetters):
            attached_tables(path)
