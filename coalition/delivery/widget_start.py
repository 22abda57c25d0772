"""Lets Wagtail's widgets start without inline scripts, which our policy refuses to everybody.

Where Wagtail writes `<script>new PageChooser("id", {…});</script>`, we write an element with the
same words as data; `static/admin/widget-start.js` starts what it names, and nothing else. A nonce
would do as well for whole pages, but not for the parts of pages that Wagtail fetches later.
"""

import re
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser

CALL: Final = re.compile(r"(?:new )?(?P<name>\w+)\((?P<arguments>.*)\);", re.DOTALL)


class UnknownStart(ValueError):
    """A widget wants to start by something else than one call."""


def start(script: str) -> SafeString:
    """The element that does what this script of one call would have done."""
    call = CALL.fullmatch(script)
    if call is None:
        raise UnknownStart(script)
    return format_html(
        '<widget-start data-call="{name}" data-arguments="[{arguments}]"></widget-start>',
        **call.groupdict(),
    )


def render(
    self: BaseChooser, name: str, value: object, attrs: dict[str, str], renderer: object = None
) -> SafeString:
    """As Wagtail's own `BaseChooser.render`, but for its last line."""
    chosen = self.get_value_data(value)
    element = self.render_html(name, chosen, attrs)
    return format_html("{}{}", element, start(self.render_js_init(attrs["id"], name, chosen)))


def start_choosers_without_inline_scripts() -> None:
    # Every chooser of Wagtail's and of ours inherits from it, and none has a template to replace.
    BaseChooser.render = render
