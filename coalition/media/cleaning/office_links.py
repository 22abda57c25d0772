"""What leads out of an Office file is a link, and nothing else in the file may use it.

A relationship only says that it is one. Whatever names it is made of what lies at its other end.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from coalition.media.cleaning.archives import Member
from coalition.media.cleaning.office_acts import fetches

# Beside a part, those that it has.
RELATIONSHIPS: Final = re.compile(r"_rels/([^/]*)\.rels$")
# As the cleaner writes them.
OUTWARD: Final = re.compile(rb'<(?:\w+:)?Relationship [^<>]*TargetMode="(?!Internal")[^<>]*>')
NAME: Final = re.compile(rb' Id="([^"]*)"')
ELEMENT: Final = re.compile(rb"<(?:[^\s<>/:]+:)?([^\s<>/:]+)( [^<>]*)>")
VALUE: Final = re.compile(rb'"([^"]*)"')
LINKS: Final = {b"hlinkClick", b"hyperlink"}


def refuse_other_uses(members: Sequence[Member]) -> None:
    # Programs find a part in capitals, too.
    contents: dict[str, bytes] = defaultdict(bytes)
    for member in members:
        contents[member.name.lower()] += member.content
    for name in filter(RELATIONSHIPS.search, list(contents)):
        if outward := OUTWARD.findall(contents[name]):
            part = RELATIONSHIPS.sub(r"\1", name)
            refuse_elements(contents[part], set(NAME.findall(b"".join(outward))))


def refuse_elements(part: bytes, leading_out: set[bytes]) -> None:
    for kind, attributes in ELEMENT.findall(part):
        if kind not in LINKS and not leading_out.isdisjoint(VALUE.findall(attributes)):
            raise fetches()
