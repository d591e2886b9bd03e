import datetime as dt

from data.gazetteer import load_gazetteer
from data.ledgers.kecamatan import kecamatan_ledger
from data.requests import State
from tests.data.builders import MONDAY, WEEK, request

KECAMATAN = load_gazetteer().kecamatan
KEJAYAN = "35.14.06"


def account(*letters, served=None, last=None, targets=None):
    ledger = kecamatan_ledger(KECAMATAN, WEEK, letters, served or {}, last or {}, targets or {})
    assert len(ledger) == 24
    return next(line for line in ledger if line.code == KEJAYAN)


def test_letters_ask_and_reports_serve():
    line = account(request(), request(id="R2", people=10), served={"R1": 70, "KM-35.14.06": 33})
    assert (line.asked, line.served, line.sessions) == (100, 70, 33)


def test_a_withdrawn_letter_asks_for_nobody_but_those_served_count():
    line = account(request(state=State.WITHDRAWN), served={"R1": 5})
    assert (line.asked, line.served) == (0, 5)


def test_the_target_is_compared_with_all_who_were_served():
    line = account(request(), served={"R1": 20, "KM-35.14.06": 30}, targets={KEJAYAN: 200})
    assert line.share == 0.25
    assert account().share is None


def test_weeks_since_the_last_session_count_from_week_to_week():
    friday = MONDAY - dt.timedelta(days=3)
    assert account(last={KEJAYAN: friday}).weeks_since_session == 1
    assert account(last={KEJAYAN: MONDAY}).weeks_since_session == 0
    assert account().weeks_since_session is None
