from dataclasses import replace

from rich.console import Console

from data.letters.duplicates import DuplicatePair, Likeness
from flows.cli.duplicates import duplicate_table
from tests.data.builders import request

PAIR = DuplicatePair(request(people=120), request(id="R0"), Likeness.SAME_SITE)


def lines(pair: DuplicatePair) -> list[str]:
    console = Console(width=120)
    with console.capture() as captured:
        console.print(duplicate_table(pair))
    return captured.get().splitlines()


def marked(pair: DuplicatePair) -> list[str]:
    return [line.split("│")[2].strip() for line in lines(pair) if "≠" in line]


def test_both_letters_stand_next_to_each_other_and_what_differs_is_marked():
    assert marked(PAIR) == ["Nomor", "Jumlah pemohon"]
    (people,) = [line for line in lines(PAIR) if "Jumlah pemohon" in line]
    assert people.index("120") < people.index("90")
    assert sum("SMAN 1 Contoh" in line for line in lines(PAIR)) == 1


def test_text_of_a_letter_is_no_markup():
    hostile = replace(PAIR, new=request(institution="SMA [bold]X[/]"))
    assert any("SMA [bold]X[/]" in line for line in lines(hostile))
