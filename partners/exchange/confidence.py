"""How sure a source is stands in a column of its own in files, and at its end in the register."""

import re
from typing import Final

CONFIDENCES: Final = ("high", "medium", "low")
AT_THE_END: Final = re.compile(rf"(?:(.*) )?\(confidence: ({'|'.join(CONFIDENCES)})\)", re.DOTALL)


def apart(text: str) -> tuple[str, str]:
    """The source and the confidence."""
    found = AT_THE_END.fullmatch(text.strip())
    return (found[1] or "", found[2]) if found else (text, "")


def together(source: str, confidence: str) -> str:
    return f"{source} (confidence: {confidence})".strip() if confidence else source
