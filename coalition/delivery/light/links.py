"""Carries one parameter of an address on to wherever a page's links and forms lead."""

import re
from typing import Final

from django.conf import settings

# A page of ours has a language in front and a stroke at its end; all else is a file or elsewhere.
PAGE: Final = rf"/(?:{'|'.join(code for code, _ in settings.LANGUAGES)})/(?:[^\"?#]*/)?"
LINK: Final = re.compile(
    rf"""(?P<tag><(?:a\b[^>]*?\shref|form\b(?=[^>]*\smethod="post")[^>]*?\saction)=")
        (?P<path>(?:{PAGE})?)(?:\?(?P<query>[^"#]*))?
        (?P<rest>(?:\#[^"]*)?")""",
    re.VERBOSE,
)
FORM: Final = re.compile(r'<form\b(?![^>]*method="post")[^>]*>')


def carried_on(html: str, name: str, value: str) -> str:
    """The page with `name=value` in each link and form to a page of ours that does not say it.

    A form that asks for a page has it as a field, one that sends something in its address.
    """

    def lead_on(link: re.Match[str]) -> str:
        tag, path, query, rest = link["tag"], link["path"], link["query"], link["rest"]
        if (not path and query is None) or f"{name}=" in (query or ""):
            return link[0]
        queries = "&amp;".join(filter(None, [query, f"{name}={value}"]))
        return f"{tag}{path}?{queries}{rest}"

    field = f'<input type="hidden" name="{name}" value="{value}">'
    return FORM.sub(lambda form: form[0] + field, LINK.sub(lead_on, html))
