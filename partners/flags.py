"""Which flags are drawn, by ISO code."""

from functools import cache

from django.conf import settings

FOLDER = "img/flags"
# Five strokes, for those whose flag nobody has drawn or uploaded.
NEUTRAL = f"{FOLDER}/none.svg"


def flag_file(iso_code: str) -> str:
    """Where the flag lies among the static files."""
    return f"{FOLDER}/{iso_code.lower()}.webp" if iso_code in drawn_flags() else NEUTRAL


@cache
def drawn_flags() -> frozenset[str]:
    folder = settings.BASE_DIR / "static" / FOLDER
    return frozenset(file.stem.upper() for file in folder.glob("*.webp"))
