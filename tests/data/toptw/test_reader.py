"""The classic text format, and what is said of a file that is not in it."""

import pytest

from data.toptw.instance import Node
from data.toptw.reader import read_instance
from optimizer.faults import InvalidDocument
from tests.data.toptw.library import instance_text

TEXT = """4 10 2 1
0 200
  0 40.00 50.00 0.00 0.00 0 0 0 1236
  1 45.00 68.00 90.00 10.00 1 1 1 912 967

  2 45.50 70.00 90.00 30.00 1 2 1 2 825 870.5
"""


def test_nodes_of_a_file_after_solomon():
    read = read_instance(TEXT, "c")
    assert read.digits == 1
    assert read.nodes[1] == Node(45_000_000, 68_000_000, 900, 10.0, 9120, 9670)
    assert read.nodes[2] == Node(45_500_000, 70_000_000, 900, 30.0, 8250, 8705)
    assert read.total_profit == 40


@pytest.mark.parametrize(("kind", "digits"), [("2", 1), ("4", 1), ("5", 2), ("6", 2)])
def test_cordeaus_types_have_two_decimals(kind: str, digits: int):
    assert read_instance(kind + TEXT[1:], "pr").digits == digits


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("4 10 2 1", "4 10", 1, "jenis kendaraan pelanggan hari"),
        ("4 10 2 1", "4 10 3 1", 1, "menyebut 3 pelanggan, berkas berisi 2"),
        ("  2 45.50", "  3 45.50", 6, "seharusnya 2"),
        ("45.50", "timur", 6, "'timur' bukan angka biasa"),
        ("45.50", "NaN", 6, "bukan angka biasa"),
        ("45.50", "1e99", 6, "bukan angka biasa"),
        ("870.5", "870.55", 6, "lebih halus dari 1 desimal"),
        ("912 967", "912 900", 4, "tutup tidak sebelum buka"),
        ("90.00 10.00", "-90.00 10.00", 4, "harus 0 atau lebih"),
        (" 10.00 1 1 1 912 967", " 10.00", 4, "kurang kolom"),
    ],
)
def test_a_faulty_line_is_named(old: str, new: str, line: int, message: str):
    with pytest.raises(InvalidDocument) as caught:
        read_instance(TEXT.replace(old, new), "x")
    assert [fault.path for fault in caught.value.faults] == [f"baris {line}"]
    assert message in caught.value.faults[0].message


def test_every_fault_is_told_at_once():
    with pytest.raises(InvalidDocument) as caught:
        read_instance(TEXT.replace("68.00", "?").replace("70.00", "?"), "x")
    assert [fault.path for fault in caught.value.faults] == ["baris 4", "baris 6"]


@pytest.mark.parametrize("text", ["", "\n\n", "4 10 0 1\n0 200\n"])
def test_a_file_without_nodes(text: str):
    with pytest.raises(InvalidDocument, match="tidak ada simpul"):
        read_instance(text, "x")


def test_a_seeded_file_can_be_read():
    read = read_instance(instance_text(seed=1, customers=7, horizon=400, width=60), "s")
    assert len(read.nodes) == 8
    assert all(node.opens <= node.closes for node in read.nodes)
