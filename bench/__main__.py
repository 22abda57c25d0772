"""`make bench`: print what the site costs, and write it down for whoever wants to compare.

`make bench PARTS=comparison` and `make bench PARTS="growth 1000 100000"` do a part of it.
It ends with 1 if a page on a telephone misses its budget, when all has been told.
"""

import logging
import signal
import sys
from collections.abc import Callable
from functools import partial

import django
from django.core.management import call_command

django.setup()

# They need models.
from bench import growth, phone, weights  # noqa: E402
from bench.comparison import rounds, table  # noqa: E402
from bench.results import FOLDER, keep  # noqa: E402

SIZES = [1_000, 10_000, 100_000]


def main(words: list[str]) -> None:
    sizes = [int(word) for word in words if word.isdecimal()]
    known = parts(sizes or SIZES)
    logging.disable(logging.INFO)
    # Whoever is told to stop stops first what they have started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    call_command("migrate", verbosity=0)
    call_command("seed", if_empty=True)
    found = {}
    for name in [word for word in words if not word.isdecimal()] or known:
        measure, report = known[name]
        found[name] = measure()
        keep(name, found[name])
        say(report(found[name]))
    say(f"Written to {FOLDER}")
    if missed := phone.past_budget(found.get("phone", {})):
        sys.exit(f"Past their budget: {', '.join(missed)}")


def parts(sizes: list[int]) -> dict[str, tuple[Callable, Callable]]:
    """How each is measured and told. The archive grows last: all else is measured without."""
    return {
        "weights": (weights.measure, weights.report),
        "phone": (phone.measure, phone.report),
        "comparison": (rounds.measure, table.report),
        "growth": (partial(growth.measure, sizes), growth.report),
    }


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
