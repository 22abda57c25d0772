"""What a page costs a telephone on a bad line, as the browser counts it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

FILES = """
[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
    (file) => [file.name, file.encodedBodySize, file.startTime, file.initiatorType]
)
"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
LAZY_PICTURES = """
[...document.querySelectorAll("img[loading=lazy]")].map((picture) => picture.currentSrc)
"""
BLOCKING_SCRIPTS = """
document.querySelectorAll("script[src]:not([type=module], [async], [defer])").length
"""
# Buffered: it tells of shifts since the page began, which happen before anybody can listen.
SHIFT = """
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
    def all(self):
        return sum(self.files.values())

    @property
    def text(self):
        """HTML, styles, scripts and fonts."""
        return self.all - self.of(*PICTURES)


def weigh(page, address):
    """Open an address as somebody who was never here, and do not scroll."""
    page.goto(address, wait_until="networkidle")
    files = page.evaluate(FILES)
    painted = page.evaluate(FIRST_PAINT)
    lazy = page.evaluate(LAZY_PICTURES)
    return Weight(
        files={urlsplit(name).path: size for name, size, _, _ in files},
        before_first_paint=sum(
            began < painted and name not in lazy and initiator != BY_THE_BROWSER
            for name, _, began, initiator in files
        ),
        shift=page.evaluate(SHIFT),
        blocking_scripts=page.evaluate(BLOCKING_SCRIPTS),
    )
