"""What a browser tells when it refused something: one report, or the list of a newer browser.

https://www.w3.org/TR/CSP3/#reporting
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings

# Only what can be in a policy: anybody may send us anything.
DIRECTIVES: Final = frozenset(
    {
        "base-uri",
        "connect-src",
        "default-src",
        "font-src",
        "form-action",
        "frame-ancestors",
        "frame-src",
        "img-src",
        "manifest-src",
        "media-src",
        "object-src",
        "require-trusted-types-for",
        "script-src",
        "script-src-attr",
        "script-src-elem",
        "style-src",
        "style-src-attr",
        "style-src-elem",
        "trusted-types",
        "worker-src",
    }
)
WORD: Final = re.compile(r"[a-z-]{1,40}")
HOST: Final = re.compile(r"[a-z0-9.:\[\]-]{1,90}")
LONGEST_PATH: Final = 200


@dataclass(frozen=True)
class Refusal:
    directive: str
    blocked: str
    path: str


def read_reports(body: bytes, host: str) -> Iterator[Refusal]:
    """The refusals on pages of this host; nothing of what we do not understand."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return
    for report in told if isinstance(told, list) else [told]:
        refusal = _read(report, host)
        if refusal:
            yield refusal


def _read(report: object, host: str) -> Refusal | None:
    if not isinstance(report, dict):
        return None
    if isinstance(old := report.get("csp-report"), dict):
        directive = old.get("effective-directive") or old.get("violated-directive")
        told = directive, old.get("blocked-uri"), old.get("document-uri")
    elif isinstance(body := report.get("body"), dict):
        told = body.get("effectiveDirective"), body.get("blockedURL"), body.get("documentURL")
    else:
        return None
    match told:
        case str(directive), str(blocked), str(page):
            return _refusal(directive, blocked, page, host)
    return None


def _refusal(directive: str, blocked: str, page: str, host: str) -> Refusal | None:
    directive = directive.partition(" ")[0]
    source = _source(blocked)
    try:
        address = urlsplit(page)
    except ValueError:
        return None
    if directive not in DIRECTIVES or source is None or address.netloc != host:
        return None
    # Below the back office an address may be a key.
    staff = f"/{settings.ADMIN_PATH}"
    path = staff if address.path.startswith(staff) else address.path
    return Refusal(directive, source, _printable(path)[:LONGEST_PATH])


def _source(blocked: str) -> str | None:
    """Scheme and host of an address, or the word that stands for what has none."""
    if WORD.fullmatch(blocked):
        return blocked
    try:
        address = urlsplit(blocked)
    except ValueError:
        return None
    if WORD.fullmatch(address.scheme) and HOST.fullmatch(address.netloc):
        return f"{address.scheme}://{address.netloc}"
    return address.scheme if WORD.fullmatch(address.scheme) and not address.netloc else None


def _printable(path: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in path)
