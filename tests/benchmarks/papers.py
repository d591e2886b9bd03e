"""``python -m tests.benchmarks.papers``: what printing a week costs, and opening its plan book.

Weeks of 15 to 60 duties; the last column is the time per duty against that of the smallest week.
Then the plan book's loading time in Chromium against that of an empty page.
"""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from data.itineraries.papers import papers
from data.itineraries.plan_book import plan_book_html
from tests.data.itineraries.chromium import ARGUMENTS, chromium
from tests.data.itineraries.large_week import large_week

TIMES = (1, 2, 4)
OPENED = 5
EMPTY = "<!doctype html><title>-</title>"


def printing(times: tuple[int, ...]) -> str:
    """Printing weeks of several sizes, as Markdown."""
    papers(large_week(1))  # fonts, templates and QR codes are kept from then on
    lines = ["| duties | files | seconds | per duty, smallest = 1 |", "| --- | --- | --- | --- |"]
    smallest = None
    for week in map(large_week, times):
        begun = perf_counter()
        files = len(papers(week).files)
        took, duties = perf_counter() - begun, len(week.plan.duties)
        smallest = smallest or took / duties
        lines.append(f"| {duties} | {files} | {took:.1f} | {took / duties / smallest:.2f} |")
    return "\n".join(lines) + "\n"


def opening(browser: Browser, html: str) -> float:
    """Milliseconds until a page has loaded, median of several visits."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(html, encoding="utf-8")
        return median(_opened(browser, path.as_uri()) for _ in range(OPENED))


def _opened(browser: Browser, address: str) -> float:
    page = browser.new_page()
    page.goto(address)
    took = page.evaluate("performance.getEntriesByType('navigation')[0].duration")
    page.close()
    return float(took)


def main() -> None:
    """Print both tables."""
    print(printing(TIMES))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        empty = opening(browser, EMPTY)
        book = opening(browser, plan_book_html(large_week(max(TIMES))))
        browser.close()
    print(f"plan book {book:.0f} ms, empty page {empty:.0f} ms: {book / empty:.1f} times")


if __name__ == "__main__":
    main()
