"""nginx and Varnish as `deploy/` sets them up, but for TLS, which costs all of them the same."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.comparison.served import Front, started
from tests.browser.served_site import PROJECT, free_port

DEPLOY = PROJECT / "deploy"
# What the file is called, by the way its bytes are written.
FILES = {"identity": "index.html", "gzip": "index.html.gz"}

NGINX = """
daemon off;
worker_processes 1;
user {user};
pid {folder}/nginx.pid;
error_log {folder}/errors;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    sendfile on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream site {{
        server {site};
        keepalive 16;
    }}
    include {folder}/nginx-maps.conf;
    server {{
        listen {file};
        root {folder}/static;
        gzip_static on;
        location /told/ {{
            alias {folder}/static/;
            include {folder}/page-headers.conf;
        }}
    }}
    server {{
        listen {pages};
        server_tokens off;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        include {folder}/nginx-pages.conf;
    }}
}}
"""


@contextmanager
def nginx(folder: Path, site: Front, store: Path) -> Iterator[list[Front]]:
    """A file, the same with our headers, and pages as `deploy/` has them; one process."""
    folder.mkdir()
    keep_as_file(site, folder / "static")
    for name in ("nginx-maps.conf", "nginx-pages.conf", "page-headers.conf", "site-limits.conf"):
        told = (DEPLOY / name).read_text()
        told = told.replace("/srv/pages", str(store)).replace("/etc/nginx/pages", str(folder))
        (folder / name).write_text(told)
    file, pages = (f"127.0.0.1:{free_port()}" for _ in range(2))
    (folder / "nginx.conf").write_text(
        NGINX.format(
            folder=folder,
            user=getpass.getuser(),
            site=site.server.removeprefix("http://"),
            file=file,
            pages=pages,
        )
    )
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with started(command, f"http://{pages}/healthz", folder / "log") as server:
        path = f"{site.path}{FILES['identity']}"
        yield [
            Front(f"http://{file}", [server.pid], path=path),
            Front(f"http://{file}", [server.pid], path=f"/told{path}"),
            Front(f"http://{pages}", [server.pid, *site.web]),
        ]


def keep_as_file(site: Front, root: Path) -> None:
    place = root / site.path.strip("/")
    place.mkdir(parents=True)
    for coding, name in FILES.items():
        (place / name).write_bytes(site.ask(site.path, coding))


@contextmanager
def varnish(folder: Path, site: Front) -> Iterator[Front]:
    folder.mkdir()
    port = site.server.rpartition(":")[2]
    rules = folder / "varnish.vcl"
    rules.write_text((DEPLOY / "varnish.vcl").read_text().replace('"8000"', f'"{port}"'))
    address = f"127.0.0.1:{free_port()}"
    command = ["varnishd", "-F", "-j", "none", "-n", str(folder / "work"), "-a", address]
    with started(
        [*command, "-f", str(rules)], f"http://{address}/healthz", folder / "log"
    ) as server:
        yield Front(f"http://{address}", [server.pid, *site.web])
