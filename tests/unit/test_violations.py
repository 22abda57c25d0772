"""What we understand of browsers' reports, and what we leave alone."""

import json

import pytest

from coalition.violations.reading import Refusal, read_reports

HOST = "coalition.example"
PAGE = f"https://{HOST}/en/news/?q=somebody#there"


def told(**changes):
    report = {
        "document-uri": PAGE,
        "effective-directive": "script-src-elem",
        "blocked-uri": "https://evil.example/steal.js?of=somebody",
    }
    return json.dumps({"csp-report": report | changes}).encode()


def read(body):
    return list(read_reports(body, HOST))


def test_of_a_page_and_of_what_was_blocked_no_parameters_are_kept():
    assert read(told()) == [Refusal("script-src-elem", "https://evil.example", "/en/news/")]


def test_an_address_of_the_back_office_may_be_a_key_and_is_not_kept():
    page = f"https://{HOST}/admin/invitation/a-key/"

    assert [refusal.path for refusal in read(told(**{"document-uri": page}))] == ["/admin/"]


def test_a_list_of_a_newer_browser_is_read():
    body = {"documentURL": PAGE, "effectiveDirective": "img-src", "blockedURL": "data"}
    reports = [{"type": "csp-violation", "body": body}, {"type": "deprecation", "body": {}}]

    assert read(json.dumps(reports).encode()) == [Refusal("img-src", "data", "/en/news/")]


@pytest.mark.parametrize(
    ("blocked", "kept"),
    [("inline", "inline"), ("data:image/png;base64,AAAA", "data"), ("blob:null/1", "blob")],
)
def test_what_has_no_address_is_kept_by_its_word(blocked, kept):
    assert [refusal.blocked for refusal in read(told(**{"blocked-uri": blocked}))] == [kept]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[",
        b"\xff",
        b"[" * 100_000,
        b"null",
        b'[1, null, {}, {"body": []}, {"csp-report": 1}]',
        told(**{"effective-directive": "a-directive-of-nobody"}),
        told(**{"effective-directive": 7}),
        told(**{"document-uri": "https://elsewhere.example/"}),
        told(**{"document-uri": "http://["}),
        told(**{"blocked-uri": "=HYPERLINK(1)"}),
        told(**{"blocked-uri": "https://" + "a" * 5_000}),
        told(**{"blocked-uri": ""}),
    ],
)
def test_what_no_browser_says_is_left_alone(body):
    assert read(body) == []


def test_a_path_of_any_kind_is_short_and_printable():
    (refusal,) = read(told(**{"document-uri": f"https://{HOST}/\u202e{'x' * 5_000}"}))

    assert len(refusal.path) == 200
    assert refusal.path.isprintable()
