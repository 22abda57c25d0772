"""Which requests are turned away at the door."""

import pytest
from django.core.handlers.wsgi import WSGIRequest

from coalition.delivery.requests import in_utf_8, is_nonsense

FORM = "application/x-www-form-urlencoded"
# Python knows all of these, and some are no ways to write text.
CHARSETS = ["hex", "idna", "rot13", "undefined", "unicode_escape", "utf-16", "utf-8"]


@pytest.mark.parametrize("query", ["q=%00", "q=a%0bb", "%1f=x", "q=%7f", "q=" + "x" * 9_000])
def test_no_question_of_control_characters_or_without_end(rf, query):
    assert is_nonsense(rf.get(f"/en/search/?{query}"))


def test_no_path_of_control_characters_or_without_end(rf):
    assert is_nonsense(rf.get("/en/%01/"))
    assert is_nonsense(rf.get(f"/en/{'x' * 3_000}/"))


@pytest.mark.parametrize("cookie", ['session="\\000"', "csrf=\x01", "other=" + "x" * 20_000])
def test_no_cookie_that_becomes_one(rf, cookie):
    assert is_nonsense(rf.get("/en/", headers={"Cookie": cookie}))


def test_no_header_of_control_characters(rf):
    assert is_nonsense(rf.get("/en/", headers={"Referer": "http://testserver/\x00"}))


@pytest.mark.parametrize("body", ["text=%00", "%00=text", "text=%1b"])
def test_no_form_of_control_characters(rf, body):
    assert is_nonsense(rf.post("/en/contact/send/", body, content_type=FORM))


def test_what_people_write_passes(rf):
    pasted = {"text": "One line,\r\nanother\tone,\x0ba break from Word.", "name": "الموصل \u200fé"}

    assert not is_nonsense(rf.post("/en/contact/send/", pasted))
    assert not is_nonsense(rf.get("/en/search/?q=%D8%A7%E2%80%8F", headers={"Cookie": "a=b; c=d"}))


@pytest.mark.parametrize("boundary", ["x", '"x; charset=hex"'])
@pytest.mark.parametrize("order", ["; charset=hex; boundary={}", ";Boundary={};charset=hex"])
def test_a_form_in_parts_is_read_whatever_somebody_says_of_its_letters(rf, order, boundary):
    body = ("--{0}\r\nContent-Disposition: form-data; name=text\r\n\r\né\r\n--{0}--\r\n").format(
        boundary.strip('"')
    )
    kind = "multipart/form-data" + order.format(boundary)
    asked = rf.generic("POST", "/en/contact/send/", body, content_type=kind).environ

    read = in_utf_8(lambda environ, start_response: WSGIRequest(environ))(asked, None)

    assert read.POST["text"] == "é"


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize(
    "told",
    ["; charset={}", "; Charset*=utf-8''{}", '; x="; charset="; charset="{}"', "; a*={}''%41"],
)
def test_whatever_somebody_says_of_their_letters_we_read_utf_8(rf, told, charset):
    asked = rf.get("/en/search/?q=%C3%A9").environ | {"CONTENT_TYPE": FORM + told.format(charset)}

    read = in_utf_8(lambda environ, start_response: WSGIRequest(environ))(asked, None)

    assert (read.encoding, read.GET["q"]) == (None, "é")
