"""Writes a line of JSON for each event: what somebody sent us never begins a line of its own.

Of whoever asked nothing is told, neither address nor cookie nor question.
"""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Final

LONGEST: Final = 2_000
# Whoever has the rest of such an address is let in.
KEY: Final = re.compile(r"(/(?:invitation|password_reset/confirm)/)[^\s\"']+")


class LogLines(logging.Formatter):
    """All letters in it are ASCII, the ends of lines within it escaped."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": KEY.sub(r"\1…", record.getMessage())[:LONGEST],
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line)
