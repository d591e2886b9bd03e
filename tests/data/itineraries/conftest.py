"""A real browser for the pages; without one the tests are skipped and say so."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.data.itineraries.chromium import ARGUMENTS, chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        missing = (
            "TIDAK ADA CHROMIUM: halaman HTML TIDAK diuji di peramban (apt-get install chromium)"
        )
        if os.environ.get("JEMPUTBOLA_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
