"""Cells that a spreadsheet shows and does not run.

https://owasp.org/www-community/attacks/CSV_Injection
"""

import re

# An apostrophe before it makes any text a text. Where some stand there already, one more is
# added, so that taking one away always gives back what was meant.
RUNNABLE = re.compile(r"'*[=+\-@\t\r]")
DISARMED = re.compile(r"'+[=+\-@\t\r]")


def disarmed(text: str) -> str:
    return f"'{text}" if RUNNABLE.match(text) else text


def rearmed(cell: str) -> str:
    """What a disarmed cell stands for."""
    return cell[1:] if DISARMED.match(cell) else cell


def is_runnable(cell: str) -> bool:
    return bool(RUNNABLE.match(cell)) and not cell.startswith("'")
