"""What was measured, written down for whoever wants to compare."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path("var/bench")
RESULTS = FOLDER / "results.json"


def keep(part: str, found: dict[str, Any]) -> None:
    """Beside what other parts have found."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    known = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    RESULTS.write_text(json.dumps(known | {part: found}, indent=1))
