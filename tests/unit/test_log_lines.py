"""An event is one line of JSON, whatever is in it."""

import json
import logging
import sys

import pytest

from coalition.delivery.log_lines import LONGEST, LogLines


def written(message, *args, exc_info=None):
    record = logging.LogRecord("coalition", logging.WARNING, "file", 1, message, args, exc_info)
    return LogLines().format(record)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x85", "\u2028", "\x0b", "\x1b[2K"])
def test_what_was_sent_begins_no_line(end):
    line = written("Not Found: %s", f"/en/{end}2026-01-01 all is well")

    assert line.isascii() and line.isprintable()
    assert json.loads(line)["says"] == f"Not Found: /en/{end}2026-01-01 all is well"


def test_it_says_when_how_grave_and_from_where():
    line = json.loads(written("One"))

    assert (line["level"], line["from"], line["at"][-6:]) == ("warning", "coalition", "+00:00")


@pytest.mark.parametrize("door", ["invitation", "password_reset/confirm"])
def test_no_key_to_an_account_is_told(door):
    line = json.loads(written("Forbidden: %s", f"/admin/{door}/a-key/another/"))

    assert line["says"] == f"Forbidden: /admin/{door}/…"


def test_an_error_is_told_in_the_same_line():
    try:
        raise ZeroDivisionError("ours\nand more")
    except ZeroDivisionError:
        line = written("Failed", exc_info=sys.exc_info())

    assert "\n" not in line
    assert "ZeroDivisionError: ours" in json.loads(line)["error"]


def test_a_line_has_an_end():
    assert len(json.loads(written("x" * 90_000))["says"]) == LONGEST


def test_nothing_of_a_visitor_is_told(client, caplog, settings):
    settings.ALLOWED_HOSTS = []
    client.get(
        "/en/?q=my-disease",
        headers={"Cookie": "a=my-cookie", "X-Forwarded-For": "192.0.2.7"},
        REMOTE_ADDR="192.0.2.7",
    )

    told = " ".join(LogLines().format(record) for record in caplog.records)

    assert told
    assert not [word for word in ("my-disease", "my-cookie", "192.0.2.7") if word in told]
