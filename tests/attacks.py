"""Words of attackers, and what an HTML parser finds dangerous on a page."""

import json
from urllib.parse import urlsplit

from tests.reading import parsed

CALL = "alert(1)"
ATTACKS = [
    f"<script>{CALL}</script>",
    f'"><img src=x onerror={CALL}>',
    f"'-{CALL}-'",
    f"</title></script><svg onload={CALL}>",
    f'</textarea><iframe srcdoc="<script>{CALL}</script>">',
    f"javascript:{CALL}//",
    f'" autofocus onfocus={CALL} x="',
    f"<base href=//evil.example/><math><mi//xlink:href=data:x,{CALL}>",
    f"{{{{constructor.constructor('{CALL}')()}}}}{{% debug %}}",
    f'\u2028--><style>*{{background:url("javascript:{CALL}")}}</style><!--',
]
ALL_AT_ONCE = " ".join(ATTACKS)

TAGS = "base, embed, object, math, frame, meta[http-equiv], svg script, iframe[srcdoc], main style"
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset")
SCHEMES = {"", "http", "https", "mailto", "tel"}
DATA = {"application/json", "application/ld+json"}


def dangers(answer):
    """What could run or lead astray; words that only look so are none."""
    page = parsed(answer)
    found = [f"<{tag.name}>" for tag in page.select(TAGS)]
    for script in page.find_all("script"):
        if script.get("type") in DATA:
            json.loads(script.string)
        elif not script.get("src", "").startswith(("/static/", "/admin/")):
            found.append(str(script)[:80])
    for tag in page.find_all(True):
        found += [f"{tag.name} {name}" for name in tag.attrs if name.startswith("on")]
        found += [
            f"{tag.name} {name}={tag[name]}"
            for name in ADDRESSES
            if tag.has_attr(name) and urlsplit(tag[name].strip()).scheme.lower() not in SCHEMES
        ]
    return found
