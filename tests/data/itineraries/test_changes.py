"""What changed between two versions, as the sites see it."""

from data.itineraries.changes import change_sentences, visit_changes
from data.itineraries.language import language
from data.itineraries.plan_book import plan_book_html
from tests.data.itineraries.sample_week import book, earlier_plan, plan, replanned


def test_the_same_plan_has_no_changes() -> None:
    assert visit_changes(plan().duties, plan().duties) == ()


def test_moved_new_and_lost_visits() -> None:
    changes = visit_changes(earlier_plan().duties, plan().duties)
    found = {change.request: (len(change.before), len(change.after)) for change in changes}
    assert found == {"R9": (1, 1), "R14": (0, 1), "R20": (1, 0)}


def test_changes_as_sentences() -> None:
    assert change_sentences(book(), earlier_plan(), language("id")) == (
        "SMAN 1 Pandaan: Rab 2 Des, 07.46 WIB · Tim 2 · 110 orang"
        " → Sel 1 Des, 07.36 WIB · Tim 2 · 110 orang",
        "Desa Nguling: tidak dikunjungi → Rab 2 Des, 08.24 WIB · Tim 2 · 45 orang",
        "SMA Prigen: Jum 4 Des, 08.29 WIB · Tim 6 · 92 orang → tidak dikunjungi",
    )


def test_the_plan_book_lists_them_only_when_there_is_an_earlier_version() -> None:
    assert "Perubahan sejak versi" in plan_book_html(book(earlier=earlier_plan()))
    assert "Perubahan sejak" not in plan_book_html(book())
    assert "Perubahan sejak rencana yang terbit" in plan_book_html(book(problem=replanned()))
    assert "Tidak ada kunjungan yang berubah." in plan_book_html(book(earlier=plan()))
