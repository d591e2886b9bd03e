"""``jemputbola requests add``: one letter, by options or asked for at the keyboard."""

from typing import Annotated

import typer
from rich.markup import escape

from flows.cli.duplicates import show_duplicates
from flows.cli.terminal import out, refuse

Text = str | None


def add(
    institution: Annotated[str, typer.Option(prompt="Nama lembaga", help="Nama lembaga.")],
    kind: Annotated[
        str, typer.Option(prompt="Jenis (sekolah/pesantren/desa/lainnya)", help="Jenis lembaga.")
    ],
    kecamatan: Annotated[str, typer.Option(prompt="Kecamatan", help="Kecamatan.")],
    people: Annotated[str, typer.Option(prompt="Jumlah pemohon", help="Jumlah pemohon.")],
    letter_number: Annotated[Text, typer.Option(help="Nomor surat.")] = None,
    letter_date: Annotated[Text, typer.Option(help="Tanggal surat.")] = None,
    received_date: Annotated[Text, typer.Option(help="Tanggal diterima.")] = None,
    npsn: Annotated[Text, typer.Option(help="NPSN sekolah.")] = None,
    village_code: Annotated[Text, typer.Option(help="Kode desa atau kelurahan.")] = None,
    desa: Annotated[Text, typer.Option(help="Desa atau kelurahan.")] = None,
    address: Annotated[Text, typer.Option(help="Alamat.")] = None,
    coordinates: Annotated[Text, typer.Option(help="Koordinat: lintang, bujur.")] = None,
    first_time: Annotated[Text, typer.Option(help="Di antaranya perekaman pemula.")] = None,
    replacement: Annotated[Text, typer.Option(help="Di antaranya penggantian.")] = None,
    services: Annotated[Text, typer.Option(help="Layanan yang diminta.")] = None,
    wished: Annotated[Text, typer.Option(help="Tanggal yang diharapkan.")] = None,
    impossible: Annotated[Text, typer.Option(help="Tanggal yang tidak bisa.")] = None,
    deadline: Annotated[Text, typer.Option(help="Batas akhir.")] = None,
    hours: Annotated[Text, typer.Option(help="Jam kegiatan.")] = None,
    split: Annotated[Text, typer.Option(help="Boleh dibagi beberapa hari: ya/tidak.")] = None,
    power: Annotated[Text, typer.Option(help="Listrik.")] = None,
    signal: Annotated[Text, typer.Option(help="Sinyal.")] = None,
    room: Annotated[Text, typer.Option(help="Ruangan.")] = None,
    contact_role: Annotated[Text, typer.Option(help="Jabatan narahubung.")] = None,
    phone: Annotated[Text, typer.Option(help="Telepon narahubung.")] = None,
    note: Annotated[Text, typer.Option(help="Catatan.")] = None,
) -> None:
    """Catat satu surat; yang wajib ditanyakan bila belum disebut."""
    typed = {name.upper(): value for name, value in locals().items() if value is not None}
    from data.letters import Field
    from flows.letter_steps import add_letter
    from flows.workplace import open_workplace

    added = add_letter(open_workplace(), {Field[name]: text for name, text in typed.items()})
    if added.faults:
        rows = [f"{fault.column}: {fault.message}. {fault.remedy}" for fault in added.faults]
        refuse("Surat ini belum bisa dicatat", rows)
    show_duplicates(added.duplicates)
    stored = (*added.report.new, *added.report.changed, *added.report.same)
    out.print(f"[green]✓[/] {escape(', '.join(stored))}", highlight=False)
