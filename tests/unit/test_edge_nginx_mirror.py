"""nginx as `deploy/` sets it up for a mirror: it answers with nothing behind it."""

import gzip
from types import SimpleNamespace
from urllib.parse import quote

import pytest

from tests.browser.served_site import free_port
from tests.edge_nginx import HOST, put_certificate, put_rules
from tests.web_servers import curl, nginx

# It is told to come back in an hour, and would.
AT_ONCE = ["--retry", "0"]
ARABIC = "/ar/الأخبار/"
FILES = {
    "en/index.html": "the front page",
    "ar/الأخبار/index.html": "الأخبار",
    "sitemap.xml": "<urlset></urlset>",
    "static/css/site.12ab.css": "p {}",
    "media/images/a.webp": "a picture",
    "documents/a1/report.pdf": "%PDF",
    "away/en.html": "the page that waits",
    "away/fr.html": "la page qui attend",
}


@pytest.fixture(scope="module")
def ask_mirror(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mirror")
    for name, words in FILES.items():
        file = folder / "mirror" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words)
    (folder / "mirror/en/index.html.gz").write_bytes(gzip.compress(b"the front page"))
    (folder / "mirror/out").symlink_to("/etc")
    port = free_port()
    there = {"/srv/mirror": str(folder / "mirror")}
    put_rules(folder, SimpleNamespace(server_port=port), free_port(), port, there)
    put_certificate(folder)

    def ask(path, *options, **headers):
        reached = ["--resolve", f"{HOST}:{port}:127.0.0.1"]
        return curl(
            f"https://{HOST}:{port}{quote(path, safe='/?=')}", *reached, *options, **headers
        )

    with nginx(folder, f"include {folder}/nginx-mirror.conf;"):
        # Until it listens.
        ask("/en/")
        yield ask


@pytest.mark.parametrize(
    ("path", "words", "kind"),
    [
        ("/en/", "the front page", "text/html; charset=utf-8"),
        (ARABIC, "الأخبار", "text/html; charset=utf-8"),
        ("/sitemap.xml", "<urlset></urlset>", "text/xml"),
        ("/static/css/site.12ab.css", "p {}", "text/css"),
        ("/media/images/a.webp", "a picture", "image/webp"),
        ("/documents/a1/report.pdf", "%PDF", "application/pdf"),
    ],
)
def test_a_mirror_hands_out_what_lies_there(ask_mirror, path, words, kind):
    _, status, told = ask_mirror(path, "--include")

    assert status == 200
    assert told.endswith(words)
    assert f"content-type: {kind}\n" in told.replace("\r", "")


def test_a_page_has_the_headers_that_the_site_gives(ask_mirror):
    told = ask_mirror("/en/", "--include")[2]

    assert "content-security-policy: default-src 'none'; script-src 'self'" in told
    assert "strict-transport-security: max-age=63072000" in told
    assert "content-language: en" in told


def test_a_page_travels_in_gzip(ask_mirror):
    told = ask_mirror("/en/", "--head", **{"Accept-Encoding": "gzip"})[2]

    assert "content-encoding: gzip" in told


@pytest.mark.parametrize("path", ["/fr/search/", "/fr/news/?before=1", "/fr/"])
def test_what_is_not_there_is_away_in_the_language_of_the_reader(ask_mirror, path):
    assert ask_mirror(path, *AT_ONCE)[1:] == (503, "la page qui attend")


def test_nobody_can_act_there(ask_mirror):
    assert ask_mirror("/en/", "--request", "POST", *AT_ONCE)[1:] == (503, "the page that waits")


def test_no_link_leads_out_of_it(ask_mirror):
    assert ask_mirror("/out/passwd", *AT_ONCE)[1] == 503


def test_whoever_names_no_page_comes_to_the_front_page(ask_mirror):
    told = ask_mirror("/", "--include")[2]

    assert "location: https://" in told
    assert told.replace("\r", "").split("location: ")[1].split("\n")[0].endswith("/en/")
