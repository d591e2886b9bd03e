"""Number and dates of a letter: what it is called, what it wishes, and whether that can be."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from data.letters.dates import read_date, read_dates
from data.letters.fields import Field
from data.letters.row import RowReader
from data.letters.words import read_text

_YEAR = "Periksa tanggal dan tahunnya"


@dataclass(frozen=True, slots=True)
class LetterHead:
    """By what a letter is known."""

    letter_number: str | None
    letter_date: dt.date | None
    received_date: dt.date | None

    @property
    def written(self) -> dt.date:
        """First day the letter can speak of; long ago if nothing is known."""
        return self.letter_date or self.received_date or dt.date.min


@dataclass(frozen=True, slots=True)
class Wishes:
    """When the site wants the visit."""

    wished_dates: tuple[dt.date, ...]
    impossible_dates: tuple[dt.date, ...]
    deadline: dt.date | None


def read_letter_head(reader: RowReader, today: dt.date) -> LetterHead:
    """Number and dates of a letter; it needs one of them."""
    one_date = partial(read_date, today=today)
    received = Field.RECEIVED_DATE if reader.value(Field.RECEIVED_DATE) else Field.ENTERED
    head = LetterHead(
        reader.read(Field.LETTER_NUMBER, read_text),
        reader.read(Field.LETTER_DATE, one_date),
        reader.read(received, one_date),
    )
    if reader.value(Field.LETTER_NUMBER) is None and reader.value(Field.LETTER_DATE) is None:
        reader.fault(Field.LETTER_NUMBER, "nomor dan tanggal surat kosong", "Isi salah satunya")
    if head.letter_date and head.received_date and head.letter_date > head.received_date:
        reader.fault(Field.LETTER_DATE, "tanggal surat sesudah tanggal diterima", _YEAR)
    return head


def read_wishes(reader: RowReader, today: dt.date, head: LetterHead) -> Wishes:
    """Wished and impossible dates and the deadline; none may lie before the letter."""
    dates = partial(read_dates, today=today)
    wishes = Wishes(
        reader.read(Field.WISHED, dates) or (),
        reader.read(Field.IMPOSSIBLE, dates) or (),
        reader.read(Field.DEADLINE, partial(read_date, today=today)),
    )
    if set(wishes.wished_dates) & set(wishes.impossible_dates):
        reader.fault(
            Field.IMPOSSIBLE,
            "ada tanggal yang diharapkan sekaligus tidak bisa",
            "Hapus tanggal itu di salah satu kolom",
        )
    if wishes.wished_dates and wishes.wished_dates[0] < head.written:
        reader.fault(Field.WISHED, "tanggal yang diharapkan mendahului suratnya", _YEAR)
    if wishes.deadline and wishes.deadline < head.written:
        reader.fault(Field.DEADLINE, "batas akhir mendahului suratnya", _YEAR)
    return wishes
