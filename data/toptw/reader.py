"""The classic text format: two heading lines, then one line for each node.

``number x y service profit … open close``; how many columns lie between depends on the family.
The first heading line is ``type vehicles customers days`` with Cordeau's type of problem: his own
files, 5 and 6, have distances of two decimals, those after Solomon of one.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from data.toptw.instance import COORDINATE_DIGITS, Instance, Node
from optimizer.faults import Fault, InvalidDocument
from optimizer.values import LARGEST

CORDEAU = ("5", "6")
HEADING = "harus 'jenis kendaraan pelanggan hari', seperti '4 10 100 1'"
FEWEST_COLUMNS = 7


class _Unreadable(ValueError):
    """What is wrong with a line, in Bahasa Indonesia."""


def read_instance(text: str, name: str) -> Instance:
    """Read a file of the library.

    Parameters
    ----------
    name
        What the instance is called.

    Raises
    ------
    InvalidDocument
        With every faulty line and its remedy.
    """
    lines = [(n, line.split()) for n, line in enumerate(text.splitlines(), start=1)]
    filled = [(number, columns) for number, columns in lines if columns]
    if len(filled) < 3:
        message = "tidak ada simpul; perlu dua baris judul lalu satu baris untuk tiap simpul"
        raise InvalidDocument([Fault("", message)])
    (first, heading), rows = filled[0], filled[2:]
    digits = 2 if heading[0] in CORDEAU else 1
    faults = list(_miscounted(first, heading, len(rows) - 1))
    nodes = []
    for place, (number, columns) in enumerate(rows):
        try:
            nodes.append(_node(place, columns, digits))
        except _Unreadable as wrong:
            faults.append(Fault(f"baris {number}", str(wrong)))
    if faults:
        raise InvalidDocument(faults)
    return Instance(name, digits, tuple(nodes))


def _miscounted(line: int, heading: Sequence[str], customers: int) -> Iterator[Fault]:
    if len(heading) < 3 or not heading[2].isdecimal():
        yield Fault(f"baris {line}", HEADING)
    elif int(heading[2]) != customers:
        message = f"menyebut {heading[2]} pelanggan, berkas berisi {customers}; "
        yield Fault(f"baris {line}", message + "lengkapi barisnya atau betulkan jumlahnya")


def _node(place: int, columns: Sequence[str], digits: int) -> Node:
    if len(columns) < FEWEST_COLUMNS:
        raise _Unreadable("kurang kolom; harus 'nomor x y layanan nilai … buka tutup'")
    if columns[0] != str(place):
        raise _Unreadable(f"nomor simpul {columns[0]}, seharusnya {place}; urutkan dari 0")
    x, y = (_whole("koordinat", text, COORDINATE_DIGITS) for text in columns[1:3])
    service, opens, closes = (
        _whole(what, text, digits)
        for what, text in (("layanan", columns[3]), ("buka", columns[-2]), ("tutup", columns[-1]))
    )
    profit = float(_number("nilai", columns[4]))
    if min(service, opens) < 0 or profit < 0 or closes < opens:
        raise _Unreadable(
            "layanan, nilai dan buka harus 0 atau lebih, dan tutup tidak sebelum buka"
        )
    return Node(x, y, service, profit, opens, closes)


def _whole(what: str, text: str, digits: int) -> int:
    scaled = _number(what, text).scaleb(digits)
    if scaled != int(scaled):
        raise _Unreadable(f"{what} '{text}' lebih halus dari {digits} desimal; bulatkan dahulu")
    return int(scaled)


def _number(what: str, text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) > LARGEST // 100:
        raise _Unreadable(f"{what} '{text}' bukan angka biasa; tulis seperti 12 atau 12.5")
    return number
