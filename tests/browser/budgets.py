"""What a page may cost: a cheap telephone on a bad line in Mosul reads it too."""

TEXT = "KB of text"
SCRIPT = "KB of script"
ALL = "KB in all"
REQUESTS = "requests"
BLOCKING = "blocking scripts"
SHIFT = "shift"
FIRST_PAINT = "first paint"
LARGEST_PAINT = "largest paint"
SCORES = ["performance", "accessibility", "best practices", "SEO"]

# HTML, styles, scripts and fonts, as compressed.
MOST_TEXT = {"home": 60, "story": 45, "listing": 60, "partners": 70}
# Of any page, before its reader scrolls.
MOST = {SCRIPT: 10, ALL: 150, REQUESTS: 8, BLOCKING: 0, SHIFT: 0}
# Seconds, as Lighthouse simulates a telephone on a slow line.
LATEST = {FIRST_PAINT: None, LARGEST_PAINT: 1.2}
LEAST = dict.fromkeys(SCORES, 100)


def budget(place, figure):
    """The most there may be, and of a score the least; None where there is no budget."""
    return {TEXT: MOST_TEXT[place], **MOST, **LATEST, **LEAST}[figure]


def is_kept(place, figure, found):
    limit = budget(place, figure)
    if limit is None:
        return True
    return found >= limit if figure in LEAST else found <= limit
