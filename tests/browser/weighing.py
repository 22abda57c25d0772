"""What a page costs a telephone on a bad line, as the browser counts it."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.browser.budgets import ALL, BLOCKING, REQUESTS, SCRIPT, SHIFT, TEXT

LANGUAGES = ["en", "ar"]
# Where English readers find them; the story is the newest.
PATHS = {"home": "/en/", "story": "", "listing": "/en/news/", "partners": "/en/partners/"}
STORY = r'class="card__link" href="([^"]+)"'
KB = 1024

FILES = """
[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
    (file) => [file.name, file.encodedBodySize, file.startTime, file.initiatorType]
)
"""
# On a busy machine all may be there before it is painted.
FIRST_PAINT_AT = """
new Promise((tell) => {
    new PerformanceObserver((list) => {
        for (const paint of list.getEntriesByName("first-contentful-paint")) tell(paint.startTime);
    }).observe({ type: "paint", buffered: true });
})
"""
LAZY_PICTURES = """
[...document.querySelectorAll("img[loading=lazy]")].map((picture) => picture.currentSrc)
"""
BLOCKING_SCRIPTS = """
document.querySelectorAll("script[src]:not([type=module], [async], [defer])").length
"""
# Buffered: it tells of shifts since the page began, which happen before anybody can listen.
SHIFTED = """
new Promise((tell) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => tell(sum), 100);
})
"""
# What a browser calls the beginning of a request that no element of the page made: its tab's icon.
BY_THE_BROWSER = "other"
PICTURES = (".avif", ".webp", ".jpg", ".png", ".svg", ".ico")


@dataclass
class Weight:
    """Bytes of bodies as they came over the line, by path; how many files the first paint awaited.

    Lazy pictures await nothing and nothing awaits them: the page is laid out before they are asked
    for. The tab's icon is drawn outside the page; whether it is asked for before or after the first
    paint is a matter of how busy the machine is.
    """

    files: dict[str, int]
    before_first_paint: int
    shift: float
    blocking_scripts: int

    def of(self, *endings):
        return sum(size for path, size in self.files.items() if path.endswith(endings))

    @property
    def figures(self):
        """Each by the name of its budget."""
        everything = self.of("")
        return {
            TEXT: (everything - self.of(*PICTURES)) / KB,
            SCRIPT: self.of(".js") / KB,
            ALL: everything / KB,
            REQUESTS: self.before_first_paint,
            BLOCKING: self.blocking_scripts,
            SHIFT: self.shift,
        }


def address_of(page, place, language):
    """Where it stands in this language."""
    path = PATHS[place] or first(page, PATHS["listing"], STORY)
    return first(page, path, rf'rel="alternate" hreflang="{language}" href="([^"]+)"')


def first(page, path, pattern):
    return re.search(pattern, page.request.get(path).text())[1]


def weigh(page, address):
    """Open an address as somebody who was never here, and do not scroll."""
    page.goto(address, wait_until="networkidle")
    painted = page.evaluate(FIRST_PAINT_AT)
    files = page.evaluate(FILES)
    lazy = page.evaluate(LAZY_PICTURES)
    return Weight(
        files={urlsplit(name).path: size for name, size, _, _ in files},
        before_first_paint=sum(
            began < painted and name not in lazy and initiator != BY_THE_BROWSER
            for name, _, began, initiator in files
        ),
        shift=page.evaluate(SHIFTED),
        blocking_scripts=page.evaluate(BLOCKING_SCRIPTS),
    )
