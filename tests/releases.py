"""Releases that take each other's place, and the programs of a machine on which they do."""

import json
import subprocess

from tests.browser.served_site import PROJECT

RULES = """
upstream site {{
    include {site}/upstream.conf;
    keepalive 16;
}}
server {{
    listen 127.0.0.1:{port};
    location / {{
        proxy_pass http://site;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
    }}
}}
"""
APPLICATION = """
from time import sleep

def application(environ, start_response):
    sleep(0.002)
    is_asked_for_more = environ["PATH_INFO"] == "/readyz" and not {is_ready}
    start_response("503 Busy" if is_asked_for_more else "200 OK", [])
    return [b"{name}"]
"""
SERVING = """
from granian.cli import entrypoint

if __name__ == "__main__":
    entrypoint()
"""
MANAGE = """
import sys
from pathlib import Path

with Path("acts").open("a") as acts:
    acts.write(sys.argv[1] + " ")
"""
# Ours, wherever its own folders lie and whoever may change them.
PYTHON = f"""#!/bin/sh
exec {PROJECT}/.venv/bin/python "$@"
"""
VARIABLES = """
DATABASE_URL=postgres://coalition@/coalition
MEDIA_ROOT=/srv/media
PAGE_STORE=/srv/pages
"""


def release(site, name, *, is_ready=True):
    folder = site / name
    static = folder / "var/static"
    for place in (static, folder / "coalition"):
        place.mkdir(parents=True)
    (folder / "coalition/wsgi.py").write_text(APPLICATION.format(name=name, is_ready=is_ready))
    (folder / "coalition/serving.py").write_text(SERVING)
    (folder / "manage.py").write_text(MANAGE)
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON)
    python.chmod(0o755)
    for file in (f"{name}.css", f"{name}.css.gz", f"left-to-{name}.css"):
        (static / file).touch()
    (static / "staticfiles.json").write_text(json.dumps({"paths": {name: f"{name}.css"}}))
    return folder


def switch(machine, folder, tries=120, **around):
    return subprocess.run(
        [PROJECT / "deploy/switch", folder],
        env=machine.around | {"TRIES": str(tries)} | around,
        capture_output=True,
        text=True,
        check=False,
    )
