"""The browser that looks at the site, and the telephone that it can be."""

import os

PATH = os.environ.get("CHROMIUM_PATH", "/usr/bin/chromium")
# Chromium calls home when it starts; nothing may leave this machine.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
TELEPHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
