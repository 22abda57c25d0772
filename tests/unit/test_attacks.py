"""The judge of the tests against stored attacks knows an attack when it sees one."""

import pytest
from django.core.validators import validate_email
from django.http import HttpResponse, JsonResponse

from coalition.pages.blocks import StoryBody
from tests.attacks import ATTACKS, address_from, dangers, mailbox_from

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><content type="html">{}</content></feed>'


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if "<" in attack])
def test_what_runs_is_found(attack):
    page = f'<main><textarea></textarea><p title="{attack}">{attack}</p></main>'

    assert dangers(HttpResponse(page)) != []


def test_what_only_reads_so_is_not():
    page = "<main><p title='&lt;script&gt;'>onload=alert(1) javascript:alert(1)</p></main>"

    assert dangers(HttpResponse(page)) == []


def test_an_address_that_runs_is_found():
    assert dangers(HttpResponse("<a href=' JavaScript:alert(1)'>x</a>")) != []


@pytest.mark.parametrize(
    "answer",
    [
        JsonResponse({"items": [{"content_html": "<img onerror=x>"}]}),
        JsonResponse({"step": "choose", "html": "<img onerror=x>"}),
        HttpResponse(ATOM.format("&lt;img onerror=x&gt;"), content_type="application/atom+xml"),
        HttpResponse("<svg><a onclick='x'/></svg>", content_type="image/svg+xml"),
        HttpResponse("<p>", content_type="application/x-new"),
    ],
)
def test_what_runs_in_what_is_no_page_is_found(answer):
    assert dangers(answer) != []


def test_forms_take_the_attacks_that_look_like_addresses():
    StoryBody().child_blocks["embed"].child_blocks["url"].clean(address_from("here"))
    validate_email(mailbox_from("here"))
