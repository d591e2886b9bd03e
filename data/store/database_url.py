"""Which databases the program can use."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from optimizer.faults import Fault, InvalidDocument

_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}


def read_url(text: str) -> URL:
    """A database URL with the driver the program brings.

    Raises
    ------
    InvalidDocument
        If it is no URL, or of another kind of database; the URL itself is not shown, as it may
        hold a password.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise _refusal("tidak terbaca") from None
    driver = _DRIVERS.get(url.get_backend_name())
    if driver is None:
        raise _refusal(f"menyebut jenis '{url.get_backend_name()}' yang tidak didukung")
    if not url.database:
        raise _refusal("tidak menyebut basis datanya")
    return url.set(drivername=driver)


def _refusal(what: str) -> InvalidDocument:
    remedy = "isi sqlite:///BERKAS atau postgresql://PENGGUNA@SERVER/NAMA"
    return InvalidDocument(
        [Fault("JEMPUTBOLA_DATABASE_URL", f"alamat basis data {what}; {remedy}")]
    )
