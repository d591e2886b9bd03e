"""Why a database does not answer, in Bahasa Indonesia."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from data.store.records import StoreUnavailable

_DAMAGED = "berkas basis data rusak atau bukan basis data; pindahkan, lalu pulihkan dari cadangan"
_REMEDIES = {
    "database is locked": "basis data sedang dipakai program lain; tunggu sebentar, lalu coba lagi",
    "disk is full": "disk penuh, tidak ada yang disimpan; kosongkan ruang, lalu coba lagi",
    "disk I/O error": "disk penuh atau rusak; kosongkan ruang, periksa disknya, lalu coba lagi",
    "unable to open database file": "berkas basis data tidak dapat dibuka; periksa folder dan izin",
    "readonly database": "berkas basis data hanya dapat dibaca; periksa izinnya",
    "file is not a database": _DAMAGED,
    "malformed": _DAMAGED,
    "already exists": "basis data berisi tabel program lain; pakai basis data yang kosong",
    "permission denied": "pengguna basis data tidak punya izin; minta izin kepada pengelolanya",
    "connection": "server basis data tidak menjawab; periksa servernya, lalu coba lagi",
}


@contextmanager
def explained() -> Iterator[None]:
    """Say in the user's language why the database does not answer.

    What the database refuses by its own rules (constraints, append-only tables) stays an error
    of the program.

    Raises
    ------
    StoreUnavailable
        With the remedy, instead of the driver's error.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        remedy = _remedy(error)
        if remedy is None:
            raise
        raise StoreUnavailable(remedy) from error


def _remedy(error: DBAPIError) -> str | None:
    message = str(error.orig)
    for sign, remedy in _REMEDIES.items():
        if sign in message:
            return remedy
    if isinstance(error, OperationalError):
        return f"basis data tidak dapat dipakai ({message.splitlines()[0]})"
    return None
