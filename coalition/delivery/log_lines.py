"""Writes a line of JSON for each event: what somebody sent us never begins a line of its own.

Of whoever asked nothing is told, neither address nor cookie nor question.
"""

import json
import logging
from datetime import UTC, datetime
from typing import Final

LONGEST: Final = 2_000


class LogLines(logging.Formatter):
    """All letters in it are ASCII, the ends of lines within it escaped."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": record.getMessage()[:LONGEST],
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line)
