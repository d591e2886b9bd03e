"""The HTML papers in a real Chromium: accessible, silent, fitting phone and desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from data.itineraries.journey import in_order, journey
from data.itineraries.phone_page import phone_page_html
from data.itineraries.plan_book import plan_book_html
from data.itineraries.whatsapp import messages_html
from tests.data.itineraries.sample_ledgers import sample_ledgers
from tests.data.itineraries.sample_week import book, earlier_plan

pytestmark = pytest.mark.browser
WIDTHS = (360, 1280)
OUTLINE = {
    "type": "Feature",
    "properties": {},
    "geometry": {
        "type": "Polygon",
        "coordinates": [[[112.6, -7.9], [113.1, -7.9], [113.1, -7.55], [112.6, -7.9]]],
    },
}


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    week = book(earlier=earlier_plan(), outlines=OUTLINE, ledgers=sample_ledgers())
    folder = tmp_path_factory.mktemp("papers")
    duty = journey(week, in_order(week)[1])
    (folder / "plan_book.html").write_text(plan_book_html(week), "utf-8")
    (folder / "phone_page.html").write_text(phone_page_html(week, duty), "utf-8")
    (folder / "messages.html").write_text(messages_html(week), "utf-8")
    return folder


class Visit:
    """A page opened at some width, with all it complained of and asked for."""

    def __init__(self, browser: Browser, path: Path, width: int) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 800})
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())


@pytest.fixture
def plan_book(browser: Browser, papers: Path) -> Iterator[Visit]:
    visit = Visit(browser, papers / "plan_book.html", 1280)
    yield visit
    visit.page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["plan_book", "phone_page", "messages"])
def test_accessible_silent_and_no_wider_than_the_screen(
    browser: Browser, papers: Path, name: str, width: int
) -> None:
    visit = Visit(browser, papers / f"{name}.html", width)
    found = Axe().run(visit.page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.requests == [(papers / f"{name}.html").as_uri()]
    assert visit.complaints == []
    visit.page.close()


def visible_duties(page: Page) -> int:
    return page.locator("tbody[data-date]:visible").count()


def test_filters_by_day_and_team(plan_book: Visit) -> None:
    page, duties = plan_book.page, book().plan.duties
    assert visible_duties(page) == len(duties)
    page.locator("input[name=date]").first.uncheck()
    monday = min(duty.date for duty in duties)
    assert visible_duties(page) == sum(duty.date != monday for duty in duties)
    page.locator("input[name=team][value=T1]").uncheck()
    rest = [duty for duty in duties if duty.date != monday and duty.team != "T1"]
    assert visible_duties(page) == len(rest)
    page.get_by_role("button", name="Tampilkan semua").click()
    page.wait_for_function(
        f"document.querySelectorAll('tbody[data-date]:not([hidden])').length=={len(duties)}"
    )


def test_the_map_draws_every_site_and_route(plan_book: Visit) -> None:
    shapes = plan_book.page.locator("#map path.leaflet-interactive").count()
    week = book()
    assert shapes == len(week.problem.requests) + len(week.plan.duties)


def test_a_site_opens_on_the_map_by_keyboard(plan_book: Visit) -> None:
    plan_book.page.locator("#tugas [data-site=R1]").focus()
    plan_book.page.keyboard.press("Enter")
    popup = plan_book.page.locator(".leaflet-popup-content")
    popup.wait_for()
    assert "SMAN 1 Kejayan" in popup.inner_text()
    assert "110 dari 320 orang" in popup.inner_text()


def test_hostile_names_run_nowhere(plan_book: Visit) -> None:
    plan_book.page.locator("#tugas [data-site=R5]").click()
    assert "<script>" in plan_book.page.locator(".leaflet-popup-content").inner_text()
    assert plan_book.complaints == []


def test_the_basemap_is_asked_for_only_when_the_reader_wants_it(plan_book: Visit) -> None:
    plan_book.page.route("https://tile.openstreetmap.org/**", lambda route: route.abort())
    assert len(plan_book.requests) == 1
    plan_book.page.locator("#basemap").check()
    plan_book.page.wait_for_timeout(300)
    assert any("tile.openstreetmap.org" in url for url in plan_book.requests[1:])
