"""Words of attackers, and what parsers find dangerous in an answer."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit
from zlib import crc32

from defusedxml import ElementTree

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


# A mark tells where an attack comes from; HTML would take it for the name of an element.
MARK = re.compile("zq[0-9a-f]{8}")
PLACES = {}


def mark(place):
    found = f"zq{crc32(place.encode()):08x}"
    PLACES[found] = place
    return found


def words_from(place, length=None, number=0):
    return f"'\"><{mark(place)} {number} onload={CALL}> {ALL_AT_ONCE}"[:length]


def address_from(place, number=0):
    """One that forms take."""
    return f"https://evil.example/{number}'\"><{mark(place)}/onload={CALL}>"


def mailbox_from(place, number=0):
    """One that forms take."""
    return f'"<{mark(place)}/{number}/onload={CALL}>"@evil.example'


TAGS = {"base", "embed", "object", "math", "frame"}
# Dangerous with these attributes.
WITH = {("meta", "http-equiv"), ("iframe", "srcdoc")}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"}
SCHEMES = {"", "http", "https", "mailto", "tel"}
OUR_SCRIPTS = ("/static/", "/admin/")
DATA = {"application/json", "application/ld+json"}
# What is no page, and holds none.
PLAIN = {
    "application/geo+json",
    "application/manifest+json",
    "application/schema+json",
    "application/vnd.oai.openapi+json",
    "application/xml",
    "image/jpeg",
    "text/csv",
    "text/javascript",
    "text/plain",
}


def dangers(answer):
    """What could run or lead astray; words that only look so are none."""
    match answer.headers["Content-Type"].partition(";")[0]:
        case "text/html" | "image/svg+xml":
            return dangers_in(answer.content.decode())
        case "application/json" | "application/feed+json":
            told = json.loads(answer.content)
            return [found for html in html_in_json(told) for found in dangers_in(html)]
        case "application/atom+xml":
            entries = ElementTree.fromstring(answer.content).iterfind(".//*[@type='html']")
            return [found for entry in entries for found in dangers_in(entry.text)]
        case kind:
            return [] if kind in PLAIN else [f"who knows what a browser makes of {kind}?"]


def html_in_json(value):
    match value:
        case dict():
            yield from (value[name] for name in ("html", "content_html") if value.get(name))
            for inner in value.values():
                yield from html_in_json(inner)
        case list():
            for inner in value:
                yield from html_in_json(inner)


def dangers_in(html):
    judge = Judge()
    judge.feed(html)
    judge.close()
    return judge.found


class Judge(HTMLParser):
    """Reads a page as browsers do, and notes what they would run."""

    def __init__(self):
        super().__init__()
        self.found, self.is_data, self.is_in_main = [], False, False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.is_data = tag == "script" and given.get("type") in DATA
        self.is_in_main = self.is_in_main or tag == "main"
        is_style = tag == "style" and self.is_in_main
        is_foreign = tag == "script" and not (given.get("src") or "").startswith(OUR_SCRIPTS)
        if tag in TAGS or MARK.match(tag) or is_style or (is_foreign and not self.is_data):
            self.found.append(f"<{tag}>")
        for name, value in given.items():
            leads_astray = name in ADDRESSES and is_astray(tag, value or "")
            if leads_astray or name.startswith("on") or (tag, name) in WITH:
                self.found.append(f"<{tag} {name}={value}>")

    def handle_data(self, data):
        if self.is_data:
            json.loads(data)
            self.is_data = False


def is_astray(tag, address):
    is_picture = tag == "img" and address.startswith("data:image/")
    return urlsplit(address.strip()).scheme.lower() not in SCHEMES and not is_picture
