"""Rounds in turns, so that whatever else the machine does disturbs all alike."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache

from bench.comparison import processes
from bench.comparison.load import CONNECTIONS, load
from bench.comparison.served import Front, our_site
from bench.comparison.stock import KEEPING, PLAIN, StockSite, own_database, stock_site
from bench.comparison.web_servers import nginx, varnish
from bench.weights import LANGUAGES
from coalition.delivery.kept import GENERATION, new_generation
from tests.reading import paths_in_sitemaps

ROUNDS = 5
SECONDS = 4
MANY = 100_000
# Even where a page is slow, it ends.
LONGEST = 60
# Less than an answer takes.
BETWEEN_SAVES = 0.005

FILE = "a file by nginx"
TOLD_FILE = "with our headers"
SERVED = "make serve"
NGINX = "behind nginx"
VARNISH = "behind Varnish"
UNCACHED = "uncached, parts kept"
WITHOUT_PARTS = "uncached, nothing kept"
STOCK = "stock Wagtail"
KEPT = "stock, wagtail-cache"


@dataclass(frozen=True)
class Round:
    """Of one front: what its processes did for an answer, and how it came."""

    cpu: float
    per_second: float
    p50: float
    p99: float
    bytes: float
    wrong: int


def measure() -> dict[str, Any]:
    with TemporaryDirectory(prefix="coalition-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        served = stack.enter_context(our_site(folder / "served", MEDIA_ROOT=media()))
        # Alone on the machine: what processes share, they would share with others.
        memory = after_many(served)
        fronts = {SERVED: served, **dict(open_others(folder, served, stack))}
        return {"fronts": compare(fronts), "memory": memory}


def media() -> str:
    """Where the demo's pictures lie already."""
    return str(Path(settings.MEDIA_ROOT).resolve())


def open_others(folder: Path, served: Front, stack: ExitStack) -> Iterator[tuple[str, Front]]:
    by_nginx = stack.enter_context(nginx(folder / "nginx", served, folder / "served/pages"))
    yield from zip([FILE, TOLD_FILE, NGINX], by_nginx, strict=True)
    yield VARNISH, stack.enter_context(varnish(folder / "varnish", served))
    without_pages = partial(our_site, MEDIA_ROOT=media(), PAGE_STORE="")
    yield UNCACHED, stack.enter_context(without_pages(folder / "uncached"))
    forgetful = stack.enter_context(without_pages(folder / "forgetful"))
    yield WITHOUT_PARTS, replace(forgetful, meanwhile=partial(saving, folder / "forgetful/cache"))
    stack.enter_context(own_database())
    stock = StockSite(folder / "stock")
    stock.make()
    yield STOCK, stack.enter_context(stock_site(stock, PLAIN))
    if stock.add_wagtail_cache():
        yield KEPT, stack.enter_context(stock_site(stock, KEEPING))


@contextmanager
def saving(cache: Path) -> Iterator[None]:
    """As if editors saved all the time: of what a process has kept, nothing counts any more."""
    shared, is_over = FileBasedCache(str(cache), {}), Event()

    def save() -> None:
        while not is_over.wait(BETWEEN_SAVES):
            shared.set(GENERATION, new_generation(), timeout=None)

    editors = Thread(target=save)
    editors.start()
    try:
        yield
    finally:
        is_over.set()
        editors.join()


def compare(fronts: dict[str, Front]) -> dict[str, dict[str, float]]:
    rounds: dict[str, list[Round]] = {name: [] for name in fronts}
    for front in fronts.values():
        run(front, seconds=1)
    for _ in range(ROUNDS):
        for name, front in fronts.items():
            rounds[name].append(run(front))
    return {
        name: summary(rounds[name], rounds[FILE]) | {"megabytes": processes.megabytes(front.web)}
        for name, front in fronts.items()
    }


def run(front: Front, seconds: float = SECONDS) -> Round:
    before = processes.cpu_when_idle(front.processes)
    with front.meanwhile():
        answers = load(front.server, front.host, seconds, [front.path])
    used = processes.cpu_when_idle(front.processes) - before
    return Round(
        # What was under way when time was up has been answered too, to nobody.
        cpu=used / (answers.requests + CONNECTIONS),
        per_second=answers.requests / answers.seconds,
        p50=answers.p50,
        p99=answers.p99,
        bytes=answers.bytes / max(answers.requests, 1),
        wrong=answers.refused + answers.broken,
    )


def summary(rounds: list[Round], of_file: list[Round]) -> dict[str, float]:
    """Medians; and the medians of what each round was to that of the file beside it."""
    told = [asdict(each) for each in rounds]
    found = {name: statistics.median(each[name] for each in told) for name in told[0]}
    pairs = list(zip(rounds, of_file, strict=True))
    return found | {
        "wrong": sum(each.wrong for each in rounds),
        "cpu to file": statistics.median(own.cpu / file.cpu for own, file in pairs),
        "requests to file": statistics.median(o.per_second / f.per_second for o, f in pairs),
        "spread": spread([each.cpu for each in rounds]),
    }


def spread(values: list[float]) -> float:
    """From the least to the most, as a share of the middle."""
    return (max(values) - min(values)) / statistics.median(values)


def after_many(front: Front) -> dict[str, float]:
    """What the site needs of memory when it has made every page, and handed them out very often."""
    paths = list(chain.from_iterable(map(partial(paths_in_sitemaps, text_from(front)), LANGUAGES)))
    for path in paths:
        front.ask(path, "gzip")
    before, asked = processes.megabytes(front.web), 0
    for _ in range(LONGEST):
        asked += load(front.server, front.host, 5, paths).requests
        if asked >= MANY:
            break
    after = processes.megabytes(front.web)
    return {"pages": len(paths), "requests": asked, "before": before, "after": after}


def text_from(front: Front) -> Callable[[str], str]:
    return lambda path: front.ask(path, "identity").decode()
