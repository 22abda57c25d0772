"""`make bench`: print what the site costs, and write it down for whoever wants to compare."""

import json
import sys
from pathlib import Path

import django
from django.core.management import call_command

django.setup()

from bench import growth, weights  # noqa: E402 - they need models.

RESULTS = Path("var/bench/results.json")
SIZES = [1_000, 10_000, 100_000]


def main(sizes: list[int]) -> None:
    call_command("migrate", verbosity=0)
    call_command("seed")
    results = {"weights": weights.measure()}
    say(weights.report(results["weights"]))
    results["growth"] = growth.measure(sizes)
    say(growth.report(results["growth"]))
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1))
    say(f"Written to {RESULTS}")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n\n")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
