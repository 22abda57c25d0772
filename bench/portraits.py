"""The README's two pictures, taken of the front pages of a site that is being served.

`python -m bench.portraits http://127.0.0.1:8000`
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium

PICTURES = {"en": Path("docs/home.png"), "ar": Path("docs/home-ar.png")}
SCREEN = {"width": 1280, "height": 1440}
# Few colours make a small file of a page of few colours.
COLOURS = 256


def main(site: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.PATH, args=chromium.ARGUMENTS)
        for language, picture in PICTURES.items():
            keep(portrait(browser, f"{site.rstrip('/')}/{language}/"), picture)
        browser.close()


def portrait(browser: Browser, address: str) -> bytes:
    """The page after the notice was answered, when all its pictures and fonts are there."""
    page = browser.new_page(viewport=SCREEN)
    page.goto(address)
    page.locator("consent-bar button[value=refuse]").click()
    page.locator("consent-bar [data-kept]").wait_for()
    page.goto(address, wait_until="networkidle")
    return page.screenshot()


def keep(taken: bytes, picture: Path) -> None:
    Image.open(BytesIO(taken)).quantize(COLOURS).save(picture, optimize=True)
    sys.stdout.write(f"{picture}: {picture.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
