"""The judge of the tests against stored attacks knows an attack when it sees one."""

import pytest
from django.http import HttpResponse

from tests.attacks import ATTACKS, dangers


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if "<" in attack])
def test_what_runs_is_found(attack):
    page = f'<main><textarea></textarea><p title="{attack}">{attack}</p></main>'

    assert dangers(HttpResponse(page)) != []


def test_what_only_reads_so_is_not():
    page = "<main><p title='&lt;script&gt;'>onload=alert(1) javascript:alert(1)</p></main>"

    assert dangers(HttpResponse(page)) == []


def test_an_address_that_runs_is_found():
    assert dangers(HttpResponse("<a href=' JavaScript:alert(1)'>x</a>")) != []
