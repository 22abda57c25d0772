"""nginx and Varnish of Debian, each with a folder of its own, and whoever stands in for others."""

import getpass
import subprocess
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from threading import Thread

AROUND = """
daemon off;
user {user};
pid {folder}/nginx.pid;
error_log {folder}/errors;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {rules}
}}
"""


@contextmanager
def stand_in(handler):
    """A server of our own that answers as this handler does."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def nginx(folder, rules):
    configuration = folder / "around.conf"
    around = AROUND.format(folder=folder, rules=rules, user=getpass.getuser())
    configuration.write_text(around)
    with running("/usr/sbin/nginx", "-c", configuration) as server:
        yield server


@contextmanager
def varnish(folder, port, rules):
    place = ["-n", folder / "work", "-a", f"127.0.0.1:{port}"]
    with running("/usr/sbin/varnishd", "-F", "-j", "none", *place, "-f", rules) as server:
        yield server


@contextmanager
def running(*command):
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield server
    finally:
        server.terminate()
        server.wait()


def curl(address, *options, **headers):
    """Its exit code, the status that it was answered, and the words."""
    told = [f"-H{name}: {value}" for name, value in headers.items()]
    patience = ["--retry", "20", "--retry-connrefused", "--retry-delay", "1"]
    quietly = ["--silent", "--insecure", "--write-out", "\n%{http_code}"]
    asked = subprocess.run(
        ["curl", *quietly, *patience, *options, *told, address],
        capture_output=True,
        text=True,
        check=False,
    )
    words, _, status = asked.stdout.rpartition("\n")
    return asked.returncode, int(status), words
