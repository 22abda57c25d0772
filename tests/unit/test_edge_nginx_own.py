"""nginx as `deploy/` sets it up: what it takes and keeps of others, and no more of it."""

import pytest

from tests.edge_nginx import HOST, nginx_in_front

CODED = "/static/coded.css"
# Nobody says how much it is.
UNTOLD = "--header", "Transfer-Encoding: chunked"


def test_nginx_takes_nothing_from_the_folder_where_staff_sign_in(origin, tmp_path):
    with nginx_in_front(origin, tmp_path) as ask:
        planted = tmp_path / "current" / HOST / "admin" / "login"
        planted.mkdir(parents=True)
        (planted / "index.html").write_text("somebody else's form")
        words = ask("https", HOST, "/admin/login/")[2]

    assert f'"Host": "{HOST}"' in words


def test_nginx_says_to_staff_too_that_the_site_is_away(ask_nginx, origin):
    origin.broken.add("/admin/")

    answered = ask_nginx("https", HOST, "/admin/", "--retry", "0")
    origin.broken.remove("/admin/")

    assert answered == (0, 503, "the page that waits")


def test_nginx_keeps_a_file_once_for_each_coding_of_ours(ask_nginx, origin):
    accepted = ["", "gzip", "br", "x-1", "x-2, gzip;q=0.5", "deflate, GZIP", "gzip, br, zstd"]
    refused = ["br;q=0, gzip", "gzip;q=1, br; q=0.000", "gzip;q=0.0", "xbr", "gzip-2"]

    for coding in (*accepted, *refused):
        ask_nginx("https", HOST, CODED, **{"Accept-Encoding": coding})

    assert origin.asked.count(CODED) == 3


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br, zstd", '"br"'), ("br;q=0, gzip", '"gzip"'), ("x-3", "")],
)
def test_nginx_asks_for_the_best_coding_that_one_takes(ask_nginx, accepted, coding):
    words = ask_nginx("https", HOST, "/static/best.css", **{"Accept-Encoding": accepted})[2]

    assert ("Accept-Encoding" in words) == bool(coding)
    assert coding in words


@pytest.mark.parametrize("how", [(), UNTOLD, ("--http1.1", *UNTOLD)])
@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (("/en/contact/", 200), 200),
        (("/en/contact/", 300), 413),
        (("/violations", 300), 413),
        (("/admin/videos/add/", 300), 200),
    ],
)
def test_nginx_takes_much_at_once_for_the_back_office_alone(
    ask_nginx, tmp_path, asked, status, how
):
    (path, kilobytes), sent = asked, tmp_path / "sent"
    sent.write_bytes(b"a" * 1024 * kilobytes)
    sending = "--data-binary", f"@{sent}", "--retry", "0"

    assert ask_nginx("https", HOST, path, *sending, *how)[1] == status
