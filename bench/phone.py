"""What pages cost a telephone on a bad line, beside their budgets, as `make serve` serves them."""

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import lighthouse
from bench.comparison.rounds import media
from tests.browser import chromium
from tests.browser.budgets import LATEST, LEAST, MOST, MOST_TEXT, TEXT, budget, is_kept
from tests.browser.served_site import served_site
from tests.browser.weighing import LANGUAGES, address_of, weigh

Figures = dict[str, float]

WEIGHED = [TEXT, *MOST]
SIMULATED = [*LEAST, *LATEST]
MARK = "!"


def measure() -> dict[str, Figures]:
    if not Path(chromium.PATH).exists():
        return {}
    with served_site(DATABASE_URL=os.environ["DATABASE_URL"], MEDIA_ROOT=media()) as site:
        # First all weights: what Lighthouse starts would stand in their way.
        weighed = list(weights(site))
        simulated = lighthouse.figures if lighthouse.can_be_had() else lambda _: {}
        return {page: figures | simulated(address) for page, address, figures in weighed}


def weights(site: str) -> Iterator[tuple[str, str, Figures]]:
    """Of each page, with its address, in a telephone that was never here."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.PATH, args=chromium.ARGUMENTS)
        for place, language in product(MOST_TEXT, LANGUAGES):
            telephone = browser.new_page(base_url=site, **chromium.TELEPHONE)
            address = address_of(telephone, place, language)
            yield f"{place} {language}", address, weigh(telephone, address).figures
            telephone.close()
        browser.close()


def report(found: dict[str, Figures]) -> str:
    if not found:
        return f"There is no Chromium at {chromium.PATH}: no page was weighed."
    missing = f"There is no Lighthouse at {lighthouse.PROGRAM}: no slow line was simulated."
    simulated = table(found, SIMULATED) if is_simulated(found) else missing
    return f"{table(found, WEIGHED)}\n\n{simulated}"


def past_budget(found: dict[str, Figures]) -> list[str]:
    """Figures by name and page; none of Lighthouse where there is none."""
    names = [*WEIGHED, *(SIMULATED if is_simulated(found) else [])]
    return [
        f"{name} of {page}"
        for page, figures in found.items()
        for name in names
        if cell(page, name, figures).endswith(MARK)
    ]


def is_simulated(found: dict[str, Figures]) -> bool:
    return any(SIMULATED[0] in figures for figures in found.values())


def table(found: dict[str, Figures], names: list[str]) -> str:
    """Each figure and its budget, marked where it is past it or could not be found."""
    rows = [["page", *names]]
    for page, figures in found.items():
        rows.append([page, *(cell(page, name, figures) for name in names)])
    return "\n".join(
        f"{page:14}" + "".join(f"{told:>18}" for told in cells) for page, *cells in rows
    )


def cell(page: str, name: str, figures: Figures) -> str:
    place = page.partition(" ")[0]
    if name not in figures:
        return f"? {MARK}"
    limit = budget(place, name)
    told = f"{figures[name]:.4g}" if limit is None else f"{figures[name]:.4g} of {limit}"
    return told if is_kept(place, name, figures[name]) else f"{told} {MARK}"
